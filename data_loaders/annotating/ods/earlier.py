"""What an earlier round put into the file, taken off: the list, the colours, the words in remarks. Programs that saved
it since have given our styles other names; the colours and the words are still ours."""

from collections.abc import Set

from data_loaders.annotating.ods import notes, splicing, styles
from data_loaders.annotating.ods.splicing import Span, Tag
from data_loaders.annotating.ods.tracked import Tracked
from data_loaders.reading import markup


def taken_off(raw: bytes, lists: Set[str]) -> bytes:
    """`content.xml` without the tables of these names, and without marks. Raises Unreadable."""
    return _Earlier(raw, lists).rest() if lists else raw


class _Earlier:
    def __init__(self, raw: bytes, lists: Set[str]) -> None:
        self._raw, self._lists = raw, lists
        self._styles = styles.Gathering(raw, "office:automatic-styles")
        self._notes = notes.Reading(raw)
        self._depth = 0
        self._cut: Tag | None = None
        self._depth_of_cut = 0
        self._style_at = 0
        self._changes: list[tuple[Span, bytes]] = []
        self._tracked = Tracked(raw)
        # Which tables are lists, by their order.
        self._order: list[bool] = []
        markup.parse_placed(raw, self._start, self._end, self._notes.text)

    def rest(self) -> bytes:
        tracked = self._tracked.changes(lambda number: number - sum(self._order[:number]))
        return splicing.spliced(self._raw, [*self._changes, *tracked])

    def _start(self, tag: str, said: dict[str, str], at: int) -> None:
        self._depth += 1
        if self._cut:
            return
        self._styles.start(tag, said, at)
        self._tracked.start(tag, said, at)
        self._notes.start(tag, at)
        if tag == "style:style":
            self._style_at = at
        if tag == "table:table":
            self._order.append(said.get("table:name") in self._lists)
        listed = tag == "table:table" and said.get("table:name") in self._lists
        if listed or (tag == "table:database-range" and self._of_list(said)):
            self._cut, self._depth_of_cut = splicing.tag_at(self._raw, at), self._depth

    def _end(self, tag: str, at: int) -> None:
        self._depth -= 1
        if self._cut:
            if self._depth < self._depth_of_cut:
                self._changes.append(((self._cut.start, splicing.behind(self._raw, self._cut, at)), b""))
                self._cut = None
            return
        self._tracked.end(tag)
        known = len(self._styles.found)
        self._styles.end(tag, at)
        if len(self._styles.found) > known:
            style = list(self._styles.found.values())[-1]
            if style.raw and style.ground in styles.GROUNDS.values():
                place = self._style_at, self._style_at + len(style.raw)
                self._changes.append((place, styles.repainted(style.raw, None, None)))
        note = self._notes.end(at)
        if note and (ours := notes.without_ours(note)):
            self._changes.append((ours, b""))

    def _of_list(self, said: dict[str, str]) -> bool:
        place = said.get("table:target-range-address", "").replace("$", "")
        return any(
            place.startswith(("'" + name.replace("'", "''") + "'.", f"{name}.")) for name in self._lists
        )
