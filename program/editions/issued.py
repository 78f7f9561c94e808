"""A report as it was issued: what of it is kept, how one is known again, what it is called."""

import json
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from program import clock
from program.filters import Filters, address, parse_filters
from program.measures.analysis import Analysis
from program.measures.figure_list import figures
from program.report.parts import Report
from program.report.words import name_of, vietnamese
from program.work import task_figures

# Word, Excel, slides: what an edition consists of, with the right endings.
KINDS: Final = ("docx", "xlsx", "pptx")
# The line of a report that tells on which state of the store it rests; not part of what it says.
_STATE = "Phiên bản số liệu"

Figure = Mapping[str, Any]


@dataclass(frozen=True)
class Text:
    """One part of a report: its section, code and heading, the words, and whether an officer wrote them."""

    section: str
    code: str
    heading: str
    text: str
    edited: bool


@dataclass(frozen=True)
class Asked:
    """A report to be issued. `view` are the filters of the draft, `as_of` the day that they came to; `content`
    is its digest, `settings` what stood around the figures, `figures` as `program.measures.figure_list` gives them for the
    scope, its units and its period; `files` the bytes by `KINDS`."""

    name: str
    document: str
    view: Filters
    as_of: date
    data_version: int
    demo: bool
    content: str
    texts: tuple[Text, ...]
    settings: Mapping[str, Any]
    figures: Sequence[Figure]
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class TakenBack:
    """By whom, when and why an edition was taken back."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True)
class File:
    """A file of an edition: the sha256 of its bytes, and how many there are."""

    fingerprint: str
    size: int


@dataclass(frozen=True)
class Edition:
    """What lists say of an edition; `last_event` is the newest entry of the log before it was issued, `document`
    number and date on paper once they are known."""

    id: int
    name: str
    document: str | None
    unit: str
    period: str
    calendar: str
    as_of: date
    view: Mapping[str, str]
    data_version: int
    last_event: int
    demo: bool
    content: str
    issued_by: str
    issued_at: datetime
    taken_back: TakenBack | None
    files: Mapping[str, File]

    @property
    def filters(self) -> Filters:
        """The filters of the draft."""
        return parse_filters(self.view)

    @property
    def then(self) -> Filters:
        """The filters with the day that they came to when it was issued."""
        return self.filters.only(as_of=self.as_of)

    @property
    def day(self) -> date:
        """The day it was issued, in Việt Nam."""
        return clock.day_of(self.issued_at)

    def about(self, view: Filters) -> bool:
        """Whether it reports on the scope and period of a view."""
        return (self.unit, self.period, self.calendar) == (view.unit, view.period.code, view.calendar)


@dataclass(frozen=True)
class Kept:
    """All of an edition but its files."""

    edition: Edition
    texts: tuple[Text, ...]
    settings: Mapping[str, Any]
    figures: tuple[Figure, ...]

    @property
    def written(self) -> dict[str, str]:
        """The texts that an officer wrote, by the parts' codes: with them the draft can be made again."""
        return {part.code: part.text for part in self.texts if part.edited}


def figures_of(analysis: Analysis, view: Filters) -> list[dict[str, Any]]:
    """The figures that an edition of a view keeps: all of the `figures` contract."""
    return [*figures(analysis, view), *task_figures.figures(analysis.work.tasks, view)]


def texts_of(draft: Report, edited: Collection[str]) -> tuple[Text, ...]:
    """The texts of a draft in order; `edited` are the codes of the parts that an officer wrote."""
    return tuple(
        Text(section.heading, part.code, part.heading, part.text, part.code in edited)
        for section in draft.sections
        for part in section.parts
    )


def content_of(draft: Report, settings: Mapping[str, Any]) -> str:
    """A digest of all that a draft and its settings say. Two drafts of the same say the same; the number of the
    data version, which moves with every change of the store, is left out."""
    said = asdict(draft)
    said["about"] = [line for line in said["about"] if line[0] != _STATE]
    # Which filters were written out does not matter, but what they came to.
    said["filters"] = address(draft.filters.only(as_of=draft.as_of))
    whole = json.dumps([said, settings], ensure_ascii=False, sort_keys=True, default=str)
    return sha256(whole.encode()).hexdigest()


def pack(figures: Sequence[Figure]) -> bytes:
    """Figures as they are kept: a fiftieth of their JSON."""
    return zlib.compress(json.dumps(list(figures), ensure_ascii=False, separators=(",", ":")).encode(), 9)


def unpack(kept: bytes) -> tuple[Figure, ...]:
    """The figures again."""
    return tuple(json.loads(zlib.decompress(kept)))


def same_before(editions: Iterable[Edition], asked_view: Filters, content: str) -> Edition | None:
    """The newest edition of a scope and period in force, where it says just the same."""
    newest = latest(editions, asked_view)
    return newest if newest is not None and newest.content == content else None


def latest(editions: Iterable[Edition], view: Filters) -> Edition | None:
    """The newest edition of a scope and period that was not taken back."""
    found = [one for one in editions if one.about(view) and one.taken_back is None]
    return max(found, key=lambda one: one.id, default=None)


@vietnamese
def suggested_name(editions: Iterable[Edition], view: Filters) -> str:
    """What the next edition would be called: "Báo cáo năm 2023, lần 2"."""
    times = sum(one.about(view) for one in editions) + 1
    return f"Báo cáo {name_of(view.period)}, lần {times}"
