"""One column of a table as it is understood."""

from dataclasses import dataclass

from data_loaders.columns.words.heading import Heading

_FIGURES = frozenset(["attendances", "attendances_total", "count", "female", "male", "kind_measure", "value"])


def is_figure_field(field: str) -> bool:
    """Whether cells of this field are figures."""
    return field.split(".", maxsplit=1)[0] in _FIGURES


@dataclass(frozen=True)
class Column:
    """One column that is understood: its number, its field, and its heading."""

    number: int
    field: str
    heading: Heading
