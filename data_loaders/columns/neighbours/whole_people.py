"""Which columns of a list of activities hold all people of a row, or parts of them side by side."""

import re
from collections.abc import Sequence
from dataclasses import replace

from data_loaders.columns.column import Column
from data_loaders.columns.words.heading import Heading
from program.text import fold, key

_TURN = re.compile(r"\b(?:dot|lan|ngay|buoi|ca) (?:thu )?(?:\d{1,2}|[iv]{1,3}|sang|chieu|toi|nhat|hai|ba)\b")
_LEVEL = re.compile(
    r"\b(?:mam non|mn|tieu hoc|th|trung hoc co so|thcs|trung hoc pho thong|thpt|gdtx|lien cap|khoi (?:lop )?\d{1,2})\b"
)
# A part of all people: the place of its column and its form, if it has one.
Part = tuple[int, str | None]


def all_people(columns: Sequence[Column], offset: int) -> tuple[int | None, list[Part]]:
    """The place of the column of all people, a sum before any other and "lượt" before people, and the parts of them."""
    people = [c for c in columns if c.field == "attendances_total"]
    apart = _by_form(people) or _by_turns(people)
    whole = [c for c in people if c not in apart]
    words = {c.number: fold(c.heading.lowest) for c in whole}
    whole.sort(
        key=lambda c: (not words[c.number].startswith(("tong", "cong")), "luot" not in words[c.number])
    )
    total = whole[0].number - offset if whole else None
    return total, [(c.number - offset, c.heading.delivery) for c in apart]


def _by_form(people: Sequence[Column]) -> list[Column]:
    """The columns of several forms, each once."""
    found = [c for c in people if c.heading.delivery]
    forms = {c.heading.delivery for c in found}
    return found if 1 < len(forms) == len(found) else []


def _by_turns(people: Sequence[Column]) -> list[Column]:
    """The columns whose headings differ only in the number of a turn."""
    found = [c for c in people if _TURN.search(fold(c.heading.text))]
    same = {_TURN.sub("", fold(c.heading.text)) for c in found}
    return found if len(found) > 1 and len(same) == 1 else []


def left_over(columns: Sequence[Column]) -> list[int]:
    """The numbers of columns that a list of activities has no use for: of all people neither the whole nor a part of it, and
    a second number of activities."""
    total, apart = all_people(columns, 0)
    used = {total, *(number for number, _ in apart)}
    counted = [c for c in columns if c.field == "count"]
    counts = [c for c in counted if c not in _together(counted)]
    people = (c for c in columns if c.field == "attendances_total" and c.number not in used)
    plain = (c for c in people if not (c.heading.unit or c.heading.period or c.heading.kind))
    return [c.number for c in (*counts, *plain) if not c.heading.answered]


def _together(counts: Sequence[Column]) -> list[Column]:
    """The columns that count the activities of a row together: the first, or all of one sort where each counts those of its
    own level, audience or form ("Số lớp TH | Số lớp THCS")."""
    sorts = [_sort(c) for c in counts]
    if not counts or len(set(sorts)) < len(sorts):
        return [*counts[:1]]
    name, _ = sorts[0]
    return [c for c, sort in zip(counts, sorts, strict=True) if sort[0] == name] if name else [counts[0]]


def _sort(column: Column) -> tuple[str, object]:
    heading = column.heading
    if level := _LEVEL.search(fold(heading.lowest)):
        return "level", level[0]
    if heading.audience or heading.delivery:
        return ("audience", heading.audience) if heading.audience else ("delivery", heading.delivery)
    return "", heading.kind


def passed_over(columns: Sequence[Column]) -> list[int]:
    """The numbers of columns of all people that stand in a summary behind another such column, with no number of activities
    between them that they could be of: one alone counts, a sum before any other."""
    found: list[int] = []
    run: list[Column] = []
    for column in (*columns, None):
        heading = column.heading if column else None
        # "Thực hiện" may yet count activities.
        if column and heading and column.field == "attendances_total" and heading.fields[1:] == ():
            told = heading.unit or heading.period or heading.kind or heading.audience or heading.delivery
            run += [] if told or heading.answered else [column]
        elif column is None or column.field in ("count", "kind_measure"):
            sums = [c for c in run if fold(c.heading.lowest).startswith(("tong", "cong"))]
            found += [c.number for c in run if c is not (sums or run)[0]]
            run = []
    return found


# "Số người/buổi", "Số học viên mỗi lớp".
_OF_EACH = re.compile(
    r"(?:người|lượt|viên|biểu|sinh|em) *(?:tham gia|tham dự|dự)? *(?:/ *(?:1|một)?|mỗi|trên một|trên 1) *(?:lớp|buổi|cuộc)$"
)


def of_each_unused(headings: dict[int, Heading]) -> dict[int, Heading]:
    """The headings, with no use for people of each activity where another column counts the activities: they are not all."""
    if not any(h.fields[:1] == ("count",) for h in headings.values()):
        return headings
    return {
        n: replace(h, fields=("unused",))
        if h.fields[:1] == ("attendances_total",) and not h.answered and _OF_EACH.search(key(h.lowest))
        else h
        for n, h in headings.items()
    }
