"""One column of a template: its heading, what may stand below it, its examples."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum


class Entry(Enum):
    """What may stand in the cells of a column."""

    NUMBERING = "numbering"
    TEXT = "text"
    DAY = "day"
    ANY_DAY = "any_day"
    COUNT = "count"
    VALUE = "value"
    YEAR = "year"
    CHOICE = "choice"


Example = str | int | timedelta | None


@dataclass(frozen=True)
class Column:
    """One column. `field` is the contract's name of what it holds; `examples` are the cells of the two
    worked examples, a day as its distance from the first day; `free`: other words than the choices pass."""

    field: str
    heading: str
    width: float
    entry: Entry
    prompt: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    free: bool = False
    least: int = 0
    examples: tuple[Example, Example] = (None, None)

    @property
    def shown(self) -> str:
        """The heading with its mark."""
        return f"{self.heading} *" if self.required else self.heading


def ward(choices: tuple[str, ...], prompt: str, heading: str = "Phường/xã") -> list[Column]:
    """The column of wards, none where there is none to choose from."""
    return [Column("ward", heading, 20, Entry.CHOICE, prompt, choices=choices, free=True)] if choices else []
