"""Changes that a program keeps a record of name a table by its number: they follow it where tables come or go."""

from collections.abc import Callable

from data_loaders.annotating.ods import splicing
from data_loaders.annotating.ods.splicing import Span

TRACKED = "table:tracked-changes"
_NUMBERS = ("table:table", "table:start-table", "table:end-table")


class Tracked:
    """Gathers the tags of the record that name a table, as they pass by."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._within = False
        self._found: list[tuple[int, dict[str, str]]] = []

    def start(self, tag: str, said: dict[str, str], at: int) -> None:
        """Told of each tag."""
        self._within = self._within or tag == TRACKED
        # Of a table that was added or removed the position is its number.
        names = (*_NUMBERS, *(["table:position"] if said.get("table:type") == "table" else []))
        numbers = {name: said[name] for name in names if said.get(name, "").isdecimal()}
        if self._within and numbers:
            self._found.append((at, numbers))

    def end(self, tag: str) -> None:
        """Told of each end of a tag."""
        self._within = self._within and tag != TRACKED

    def changes(self, number: Callable[[int], int]) -> list[tuple[Span, bytes]]:
        """The changes for tables whose numbers, from 0, become these."""
        made: list[tuple[Span, bytes]] = []
        for at, numbers in self._found:
            tag = splicing.tag_at(self._raw, at)
            said: dict[str, str | None] = {name: str(number(int(was))) for name, was in numbers.items()}
            made.append(((tag.start, tag.end), splicing.written(tag, said)))
        return made
