"""Activities by the words of a column and the unit that reports them: each pair once, with its days."""

from collections.abc import Iterator

import numpy as np
import pandas as pd


def by_words(activities: pd.DataFrame, column: str) -> Iterator[tuple[str, str, np.ndarray]]:
    """Words, unit and days (since 1970, in order, one for each activity) of the rows that have words in a
    column (`school`, `ward`) and were held (`count` is not 0). The frame is as `storage.reading.analysis` gives it."""
    named = activities[column].notna().to_numpy() & (activities["count"] != 0).to_numpy()
    if not named.any():
        return
    words, unit = (activities[name][named].astype("category").cat for name in (column, "unit"))
    width = max(len(unit.categories), 1)
    pair = words.codes.to_numpy().astype(np.int64) * width + unit.codes.to_numpy()
    day = activities["counted_on"].to_numpy()[named].astype("datetime64[D]").astype(np.int64)
    # Rows of one pair stand together, so a pair is looked up once.
    order = np.argsort(pair, kind="stable")
    distinct, begin = np.unique(pair[order], return_index=True)
    for p, own in zip(distinct, np.split(order, begin)[1:], strict=True):
        yield str(words.categories[p // width]), str(unit.categories[p % width]), np.sort(day[own])
