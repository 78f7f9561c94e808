"""Rows that tell of one activity: its name and day merged over them, an audience in each."""

from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field

# What makes rows below one name activities of their own where it differs.
_OWN = ("kind", "delivery", "organiser", "ward", "school", "unit", "end_date")


def rows_of_one(table: Understood) -> dict[int, int]:
    """For each row that only goes on with the activity above it, the row in which that one begins."""
    view = table.block.view
    title, day = table.column("title"), table.column("start_date")
    figures = [c.number for c in table.columns if is_figure_field(c.field)]
    if title is None or day is None or not figures:
        return {}
    own = [day.number, *(c.number for c in table.columns if c.field in _OWN)]
    own += [n for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)]
    found: dict[int, int] = {}
    for top, left, bottom, right in view.merges:
        if not (left <= title.number <= right and top < bottom and top >= table.block.first):
            continue
        rest = range(top + 1, min(bottom, table.block.last) + 1)
        if view.cell(top, day.number) is None or any(
            view.cell(row, n) is not None for row in rest for n in own
        ):
            continue
        if all(any(view.cell(row, n) is not None for n in figures) for row in rest):
            found |= dict.fromkeys(rest, top)
    return found


def goes_on(record: dict[str, Any], found: list[dict[str, Any]], rows: dict[int, int]) -> bool:
    """Whether a record only goes on with an activity (`rows` of `rows_of_one`); its people are then added to that
    one's, the last `found`. Where that one has an error, what goes on with it waits too."""
    top = rows.get(record["source"]["row"])
    if top is not None and found and found[-1]["source"]["row"] == top:
        for audience, number in record["attendances"].items():
            found[-1]["attendances"][audience] = found[-1]["attendances"].get(audience, 0) + number
        for name in ("attendances_total", "female"):
            if record[name] is not None:
                found[-1][name] = (found[-1][name] or 0) + record[name]
    return top is not None
