"""Figures that are set, not reached, where the words around a table or its headings say so: which columns hold them,
and which only what was done before."""

import re
from dataclasses import replace

from data_loaders.columns.cells.sorts_of_cells import all_numbers, all_values
from data_loaders.columns.words.heading import Heading
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import find_period
from program.text import fold

Paths = dict[int, tuple[str, ...]]

_YEAR = re.compile(r"\b20\d\d\b")
_SHARE = re.compile(r"(ty|ti) le\b")
PLANNED = re.compile(r"(?:so )?(ke hoach|kh|chi tieu|muc tieu)\b")
_GIVEN = re.compile(
    r"(so )?(ke hoach|kh|chi tieu|muc tieu)( (duoc|da|giao|nam|quy|phan dau|phan bo|20\d\d))*"
)
_AT_FIRST = re.compile(r"\b(hien trang|thuc trang)\b")
RESULT = re.compile(r"(?:so )?(ket qua|da thuc hien|thuc hien|dat duoc|uoc thuc hien)\b")
# What may stand beside figures that were given, and tells of no activity.
_SIDES = {(), ("ordinal",), ("unit",), ("ward",), ("organiser",), ("unused",)}


def set_figures(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """Under words that give targets: "Chỉ tiêu" above figures holds what is set and names no indicator; shares are set
    like numbers; "Nội dung" names what is set, where nothing is dated or of a kind; what was done before is not set;
    "Thời gian" above periods tells by when."""
    by_when = {
        n: replace(h, fields=("period",))
        for n, h in headings.items()
        if h.fields[:1] == ("start_date",) and "period" in h.fields and _all_periods(samples[n])
    }
    headings = {**headings, **by_when}
    firsts = {
        h.fields[0]
        for n, h in headings.items()
        if h.fields and not (h.fields[0] == "indicator" and all_numbers(samples[n]))
    }
    items = (
        ()
        if firsts & {"indicator", "start_date", "kind", "audience"}
        else (("title", "indicator"), ("title", "count"))
    )
    before = done_before(headings, given=True)
    return {
        n: replace(h, fields=("unused",)) if n in before else _as_set(h, samples[n], items)
        for n, h in headings.items()
    }


def _all_periods(cells: list[Cell]) -> bool:
    """Whether cells name nothing but quarters, halves and years ("Quý IV", "Cả năm 2024")."""
    told = [find_period(cell) if isinstance(cell, str) else None for cell in cells]
    return bool(told) and all(p and p.grain in ("quarter", "half", "year") for p in told)


def sets_later(headings: dict[int, Heading], paths: Paths) -> bool:
    """Whether figures of a plan stand beside nothing but what was done in the years before ("Thực hiện 2022 | Chỉ tiêu
    2023 | Chỉ tiêu 2024"), or all figures below one heading of what was given ("Kế hoạch giao")."""
    given = [n for n, path in paths.items() if len(path) > 1 and _GIVEN.fullmatch(fold(path[0]))]
    others = {h.fields[:1] for n, h in headings.items() if n not in given}
    if len(given) > 1 and others <= _SIDES:
        return True
    before, across = done_before(headings), [h for h in headings.values() if h.period and h.fields]
    planned = [h for h in across if PLANNED.match(fold(h.lowest))]
    return bool(before) and len(before) + len(planned) == len(across)


def done_before(headings: dict[int, Heading], *, given: bool = False) -> list[int]:
    """Columns of what was done in the years before those that are planned ("Thực hiện 2022 | Kế hoạch 2023"). `given`:
    the words around give targets; then every column of a year before, that names no plan, is one ("Số liệu 2022")."""
    lowest = {n: fold(h.lowest) for n, h in headings.items() if h.period}
    years = {n: set(_YEAR.findall(text)) for n, text in lowest.items()}
    planned = {year for n, text in lowest.items() if PLANNED.match(text) for year in years[n]}
    return [
        n
        for n, text in lowest.items()
        if years[n]
        and planned
        and not years[n] & planned
        and (
            RESULT.match(text)
            or _AT_FIRST.search(text)
            or (given and not PLANNED.match(text) and max(years[n]) < min(planned))
        )
    ]


# What no report counts can be set all the same ("Số trường tổ chức tuyên truyền").
# A share of nothing but plans and results compares them ("Tỷ lệ KH 2024/TH 2023 (%)").
_COMPARED = re.compile(
    r"(ty|ti) le( (dat|kh|th|ke hoach|thuc hien|chi tieu|so|voi|sanh|hoan thanh|tang|giam|cung ky|truoc|nam|20\d\d))*"
)
_NUMBER_OF = re.compile(r"(tong )?so (?!van ban|quyet dinh|cong van|ke hoach|ky hieu|thu tu|dien thoai)")


def _as_set(heading: Heading, cells: list[Cell], items: tuple[tuple[str, ...], ...]) -> Heading:
    folded = fold(heading.lowest)
    share = heading.fields == ("unused",) and all_values(cells)
    share = share and bool(_SHARE.match(folded) or _NUMBER_OF.match(folded))
    share = share and not _COMPARED.fullmatch(folded)
    if share or (heading.fields[:2] == ("indicator", "value") and _mostly_figures(cells)):
        return replace(heading, fields=("value",))
    return (
        replace(heading, fields=("indicator",))
        if heading.fields in items and not all_numbers(cells)
        else heading
    )


def _mostly_figures(cells: list[Cell]) -> bool:
    # A share may be kept as 0.95.
    return sum(isinstance(c, float) or isinstance(read_count(c), int) for c in cells) * 2 > len(cells)
