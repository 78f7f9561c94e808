"""Columns of a summary that stand outside the units and periods that head the others: their sum, or counts of their own."""

from collections.abc import Sequence

from data_loaders.columns.column import Column
from data_loaders.names.units import names_city

COUNTS = ("count", "kind_measure")


def is_overall(column: Column) -> bool:
    """Whether a column stands outside the periods or units that head the others, or for the whole city: their sum."""
    heading = column.heading
    return not (heading.period or heading.unit) or names_city(heading.unit or "")


def counted_alone(measures: Sequence[Column]) -> list[Column]:
    """The numbers of activities beside headings of bodies that count nothing but people ("Số buổi | Hội LHPN | Đoàn Thanh
    niên"): no sum of these, but of the unit of the row."""
    across = [c for c in measures if not is_overall(c)]
    if any(c.field in COUNTS or c.heading.period for c in across):
        return []
    return [c for c in measures if c.field == "count" and not c.heading.unit]
