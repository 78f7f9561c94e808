"""Rows of the database as frames."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd


def frame(rows: Sequence[Sequence[Any]], types: Mapping[str, str]) -> pd.DataFrame:
    """The rows with these columns in these types, also where there is no row. Each column is made in its type at
    once: a frame made first and cast then costs a millisecond for each, however few the rows."""
    columns = list(zip(*rows, strict=True)) or [()] * len(types)
    made = {name: _column(values, kind) for (name, kind), values in zip(types.items(), columns, strict=True)}
    return pd.DataFrame(made, copy=False)


def _column(values: Sequence[Any], kind: str) -> Any:
    if kind == "object":
        held = np.empty(len(values), dtype=object)
        held[:] = values
        return held
    if kind == "str" or "UTC" in kind:
        return pd.array(list(values), dtype=kind)  # type: ignore[call-overload]
    return np.array(values, dtype=kind)
