"""Remarks pinned to cells: ours below the user's own, and taken off again."""

from dataclasses import dataclass, field

from data_loaders.annotating import marks
from data_loaders.annotating.ods import splicing
from data_loaders.annotating.ods.splicing import Span, Tag
from data_loaders.annotating.recognising import AUTHOR

NOTE = "office:annotation"
# What holds its words; beside them programs note who wrote it and when.
_PARTS = ("text:p", "text:list")
# As wide as the remarks of an .xlsx, and as high as its lines need.
_NEW = '<office:annotation office:display="false" svg:width="9cm" svg:height="{:.1f}cm">'
_END = b"</office:annotation>"
_PIXEL = 2.54 / 96
_NONE: Span = (0, 0)


@dataclass
class Note:
    """A remark in the file: its place, what stands within it, where the user's own words end and whether ours follow."""

    tag: Tag
    whole: Span = _NONE
    within: Span = _NONE
    own_end: int | None = None
    ours: bool = False


def with_ours(raw: bytes, note: Note | None, words: str) -> bytes:
    """The remark of a cell with these words below its own; a new one where it has none."""
    ours = splicing.paragraphs(words)
    if note is None:
        return _NEW.format(marks.height(words) * _PIXEL).encode() + ours + _END
    own = raw[note.within[0] : note.within[1]]
    head = splicing.written(note.tag, {}, closed=False)
    return b"".join([head, own, b"<text:p/>" if own.strip() else b"", ours, splicing.ending(note.tag)])


def without_ours(note: Note) -> Span | None:
    """What is to be cut so that only the user's own words stay."""
    if not note.ours:
        return None
    return note.whole if note.own_end is None else (note.own_end, note.within[1])


@dataclass
class Reading:
    """Follows the tags of remarks as they pass by."""

    raw: bytes
    _note: Note | None = None
    _depth: int = 0
    _part: Tag | None = None
    _words: list[str] = field(default_factory=list)

    def start(self, tag: str, at: int) -> None:
        """Told of each tag."""
        if self._note:
            self._depth += 1
            if self._depth == 1 and tag in _PARTS:
                self._part, self._words = splicing.tag_at(self.raw, at), []
        elif tag == NOTE:
            self._note, self._depth = Note(splicing.tag_at(self.raw, at)), 0

    def text(self, text: str) -> None:
        """Told of each text."""
        if self._part:
            self._words.append(text)

    def end(self, at: int) -> Note | None:
        """Told of each end of a tag; gives a remark at its own end."""
        note = self._note
        if note is None:
            return None
        if self._depth == 0:
            note.within = splicing.inside(note.tag, at)
            note.whole = note.tag.start, splicing.behind(self.raw, note.tag, at)
            self._note = None
            return note
        self._depth -= 1
        if self._depth == 0 and self._part:
            said = "".join(self._words).strip()
            note.ours = note.ours or said == f"{AUTHOR}:"
            if said and not note.ours:
                note.own_end = splicing.behind(self.raw, self._part, at)
            self._part = None
        return None
