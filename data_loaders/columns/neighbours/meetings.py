"""Counts of activities beside a number of classes. How often classes met ("Số buổi" beside "Số lớp"): a class of three meetings is one class, and none of them a session of
communication (domain.md 2.3)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import Column
from data_loaders.columns.words.heading import Heading
from data_loaders.reading.grid import Cell
from data_loaders.values.kinds import find_kind
from program.text import fold
from program.vocabulary import Audience, Kind

_MEETINGS = re.compile(
    r"(tong )?(so |sl |so luong )?buoi( (hoc|len lop|tap huan))?( ((cua|tren|trong)( moi| tung)?|moi|tung|mot) (lop|khoa))?"
)
# In a list of classes alone, of each class; elsewhere "Số buổi/lớp" may be sessions or classes.
_OF_EACH = re.compile(r"(?i)buổi\s*/\s*(1\s*)?(lớp|khóa|khoá)\b")
# A heading above that says what the meetings are ("Buổi truyền thông – Số buổi").
_SAID_SESSIONS = re.compile(r"\b(truyen thong|tuyen truyen)\b")
_NAMED = re.compile(r"\btap huan\b")
# What is no class where classes have a number of their own.
_SESSIONS = re.compile(r"(tong )?(so |sl |so luong )?(buoi,? |buoi/)?cuoc\b(?! (thi|hop)\b)")
_CLASSES = re.compile(r"\b(lop|khoa)\b")


def counts_meetings(heading: Heading) -> bool:
    """Whether a heading counts nothing but "buổi", which may be sessions or the meetings of a class."""
    return bool(_MEETINGS.fullmatch(fold(heading.lowest)))


def counts_only_meetings(heading: Heading) -> bool:
    """The same of a heading that does not say either what the meetings are of ("Số buổi tập huấn" counts classes)."""
    return counts_meetings(heading) and not _NAMED.search(fold(heading.lowest))


def meetings_of_classes(headings: dict[int, Heading], around: Kind | None) -> dict[int, Heading]:
    """The headings beside a number of classes: "Số cuộc" counts sessions; "Số buổi" has no use where the words `around`
    are of classes alone, nor has "Số buổi/lớp" in a list of them."""
    if around == Kind.TRAINING_CLASS and any("start_date" in h.fields[:1] for h in headings.values()):
        headings = {
            n: replace(h, fields=("unused",), kind=None) if _OF_EACH.search(h.lowest) else h
            for n, h in headings.items()
        }
    counted = [h for h in headings.values() if h.fields and "count" in h.fields]
    classes = any(h.kind == Kind.TRAINING_CLASS and _CLASSES.search(fold(h.lowest)) for h in counted)
    if not classes:
        return headings
    if around != Kind.TRAINING_CLASS:
        return {
            n: replace(h, kind=Kind.COMMUNICATION_SESSION) if _of_sessions(h) else h
            for n, h in headings.items()
        }
    return {
        n: replace(h, fields=("unused",), kind=None)
        if h.fields[:1] == ("count",) and counts_meetings(h) and not _SAID_SESSIONS.search(fold(h.text))
        else h
        for n, h in headings.items()
    }


def _of_sessions(heading: Heading) -> bool:
    """Whether a heading counts "cuộc" and does not say of what."""
    return (
        heading.kind is None
        and heading.fields[:1] == ("count",)
        and bool(_SESSIONS.match(fold(heading.lowest)))
    )


_OF_A_SCHOOL = re.compile(r"(tong )?(so |sl |so luong )lop( hoc)?")


def classes_of_schools(
    headings: dict[int, Heading], values_of: dict[int, list[Cell]], around: Kind | None
) -> dict[int, Heading]:
    """The headings of sessions at schools, where "Số lớp" beside pupils in a list of days, or beside the number of
    sessions, counts the classes of the school that came, and none that was held."""
    firsts = [h.fields[:1] for h in headings.values()]
    pupils = any(h.audience == Audience.CHILDREN_IN_SCHOOL for h in headings.values())
    sessions = sum(h.fields[:1] == ("count",) for h in headings.values()) > 1
    told = {find_kind(words(v)) for n, h in headings.items() if "kind" in h.fields for v in values_of[n]} - {
        None
    }
    of_sessions = (told or {around}) == {Kind.COMMUNICATION_SESSION}
    if not (of_sessions and pupils and ("school",) in firsts and (("start_date",) in firsts or sessions)):
        return headings
    return {
        n: replace(h, fields=("unused",), kind=None)
        if h.fields[:1] == ("count",) and _OF_A_SCHOOL.fullmatch(fold(h.text))
        else h
        for n, h in headings.items()
    }


def told_in_rows(columns: Sequence[Column]) -> bool:
    """Whether columns of kinds are "Số lớp" and "Số buổi" alone, so that rows of either kind fill the one that is theirs."""
    named = [c for c in columns if c.heading.kind]
    return (
        len({c.heading.kind for c in named})
        == len(named)
        == len([c for c in named if c.field == "count"])
        > 1
        and any(counts_meetings(c.heading) for c in named)
        and not any(c.heading.period or c.heading.unit for c in columns)
    )


def of_kind(columns: Sequence[Column], kind: Kind | None, blank: set[int]) -> list[Column]:
    """The columns without the counts of other kinds than a row's, where its own is not `blank`."""
    counts = [c for c in columns if c.field == "count" and c.heading.kind]
    if not any(c.heading.kind == kind and c.number not in blank for c in counts):
        return [*columns]
    return [c for c in columns if c not in counts or c.heading.kind == kind]
