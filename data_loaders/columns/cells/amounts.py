"""What a column of amounts counts where its heading leaves it open: "Số lượng" activities or people, "Lớp" classes or
the name of one."""

import re
from collections.abc import Sequence

from data_loaders.columns.neighbours.not_reported import is_aside
from data_loaders.columns.words.heading import Heading, apart
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare, read_count
from data_loaders.values.fault import Fault
from data_loaders.values.kinds import names_only_kind
from program.measures.sizes import PLAUSIBLE
from program.text import fold
from program.vocabulary import Kind

_ACTIVITIES = re.compile(r"^\d+ (lop|buoi|cuoc|khoa|dot|hoi thi|hoat dong)\b")
_SAID = re.compile(r"\b(so|so luong|so cac|tong so) (lop|buoi|cuoc|hoat dong|su kien)\b")
_SUM = re.compile(r"(tong|cong)( (so|cong|chung))*")
_NAMED = re.compile(
    r"(\d{1,2} |[a-h] )?((to chuc|mo|phoi hop|trien khai|thuc hien|tham gia) )*(so |cac |duoc )*(lop|buoi|cuoc|hoi thi|dot|khoa|hoi nghi)\b"
)
_HELD_FOR = re.compile(
    r"(cac )?(lop|buoi|cuoc|khoa|hoi nghi)( (tap huan|truyen thong|tuyen truyen|hoc|boi duong))* (danh )?cho\b"
)
_COUNT = re.compile(
    r"(tong )?(so|so luong|sl) (lop|buoi|cuoc|khoa|hoi nghi)( (tap huan|truyen thong|tuyen truyen))*"
)
_FEW = 10
# Where a row is one activity, its few people are people.
_LISTED = (("title",), ("start_date",))
_PEOPLE = PLAUSIBLE[Kind.TRAINING_CLASS][0]


def is_amount(heading: Heading) -> bool:
    """Whether a heading says that something is counted, and not what ("Số lượng")."""
    return any(fold(part) in ("so luong", "sl") for part in apart(heading.text))


# "Tập huấn (số lớp/lượt người)": activities and people in one column.
_BOTH = re.compile(r"\b(lop|buoi|cuoc|khoa)( [a-z]+){0,2} ?[/,;-] ?(so |tong )*(luot|nguoi|hoc vien)")


def counts_both(heading: Heading) -> bool:
    """Whether a heading says that its cells tell activities and the people who came, in this order."""
    return bool(_BOTH.search(bare(heading.text)))


def is_sum(heading: Heading) -> bool:
    """Whether the lowest words of a heading only say that something is summed ("Tổng cộng")."""
    return bool(_SUM.fullmatch(fold(heading.lowest)))


def counts_activities(
    values: list[Cell], others: dict[int, Heading], values_of: dict[int, list[Cell]]
) -> bool | None:
    """Whether amounts beside columns of people count activities; None where no other column counts people and the
    rows do not say it.

    Another column that sums the people leaves them none to count; nor can all people be fewer than those of one
    audience.
    """
    people = {
        n: h
        for n, h in others.items()
        if h.fields
        and (h.fields[0].startswith("attendances.") or h.fields == ("attendances_total",))
        and not is_aside(apart(h.text))
    }
    if not people:
        return _counts_named(values, others, values_of) or None
    if (told := _of_activities(values)) is not None:
        return told
    summed = any(
        h.fields == ("attendances_total",) or (h.fields[:1] == ("attendances_total",) and is_sum(h))
        for h in others.values()
    )
    return summed or max(_numbers(values), default=_FEW + 1) <= _FEW or _fewer(values, people, values_of)


def _counts_named(values: list[Cell], headings: dict[int, Heading], values_of: dict[int, list[Cell]]) -> bool:
    """Whether amounts beside nothing but names of activities that can be counted ("Tổ chức lớp tập huấn" | 5) are
    too small for the people of one."""
    firsts = {h.fields[0] for h in headings.values() if h.fields}
    titles = next((values_of[n] for n, h in headings.items() if h.fields[:1] == ("title",)), [])
    return (
        bool(titles)
        and not firsts & {"start_date", "ward", "school"}
        and all(isinstance(t, str) and _NAMED.match(fold(t)) for t in titles)
        and max(_numbers(values), default=_PEOPLE) < _PEOPLE
    )


def counts_few(heading: Heading, values: list[Cell]) -> bool:
    """Whether "Lớp cho cha mẹ", or "Cho cha mẹ" below "Số lớp", above figures too small for the people of one class
    counts the classes."""
    *upper, lowest = map(fold, apart(heading.text))
    told = heading.audience and (_HELD_FOR.match(lowest) or any(map(_COUNT.fullmatch, upper)))
    return bool(told and _numbers(values)) and too_few(values)


def few_below_kind(number: int, headings: dict[int, Heading], values_of: dict[int, list[Cell]]) -> bool:
    """Whether audiences below the bare name of a kind ("Buổi" over "Cha mẹ | Giáo viên") in a summary have figures too
    small for people in all their columns: activities for each are counted."""
    over = apart(headings[number].text)[:-1]
    if not over or not names_only_kind(over[-1]) or any(h.fields[:1] in _LISTED for h in headings.values()):
        return False
    alike = [n for n, h in headings.items() if h.audience and apart(h.text)[:-1] == over]
    return any(_numbers(values_of[n]) for n in alike) and all(too_few(values_of[n]) for n in alike)


def too_few(values: list[Cell]) -> bool:
    """Whether no figure is large enough for the people of one class."""
    return max(_numbers(values), default=0) < _PEOPLE


def are_few(columns: Sequence[list[Cell]]) -> bool:
    """Whether columns hold nothing but numbers, of which one at least is no mark for "one of these" and none is large
    enough for the people of one class."""
    numbers = [read_count(value) for values in columns for value in values]
    few = [n for n in numbers if isinstance(n, int)]
    return len(few) == len(numbers) and 1 < max(few, default=0) < _PEOPLE


def of_classes(values: list[Cell]) -> str:
    """ "Lớp": counts of classes, or the name of the class held."""
    numbers = [v for v in values if not isinstance(read_count(v), Fault)]
    return "count" if values and len(numbers) == len(values) else "title"


def _fewer(values: list[Cell], people: dict[int, Heading], values_of: dict[int, list[Cell]]) -> bool:
    return sum(_numbers(values)) < max(sum(_numbers(values_of[n])) for n in people)


def _numbers(values: list[Cell]) -> list[int]:
    return [n for n in map(read_count, values) if isinstance(n, int)]


def _of_activities(values: list[Cell]) -> bool | None:
    """Whether the words beside the figures ("03 lớp", "45 em") count activities; None where there are none."""
    # "Chưa báo cáo" and "Không phát sinh" count neither.
    worded = (v for v in values if isinstance(v, str) and re.search(r"\d", v) and re.search(r"[^\W\d]", v))
    told = [_ACTIVITIES.search(fold(v)) for v in worded]
    return all(told) if told else None


def said_to_count(plain: str) -> str | None:
    """The field of figures of which folded words say that they count activities, or people; None where they say
    neither or both."""
    counts = bool(_SAID.search(plain))
    people = "luot" in plain or "nguoi" in plain.replace("nguoi lap", "") or "tham gia" in plain
    return None if counts == people else "count" if counts else "attendances_total"
