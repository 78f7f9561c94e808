"""One column of a table as it is understood."""

from dataclasses import dataclass

from data_loaders.columns.headings import Heading


@dataclass(frozen=True)
class Column:
    """One column that is understood: its number, its field, and its heading."""

    number: int
    field: str
    heading: Heading
