"""Columns decided by those beside them: parts of a sum, figures of another time, marks in place of words."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.cells.amounts import counts_both, is_sum, too_few
from data_loaders.columns.cells.marks import is_mark
from data_loaders.columns.cells.sorts_of_cells import all_numbers
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.neighbours.details import details_aside
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.below.row_labels import LEADING
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.spelled_out import is_amount
from data_loaders.values.amounts.two_numbers import read_two
from data_loaders.values.days.periods import find_period
from data_loaders.values.kinds import find_kind, names_only_kind
from data_loaders.values.people.audiences import tells_amounts
from program.text import fold
from program.vocabulary import Audience, Kind

Paths = dict[int, tuple[str, ...]]

_RESULTS = re.compile(
    r"(so lieu )?(ket qua|da thuc hien|thuc hien)( (dat duoc|thuc hien|trong ky|trong nam|bao cao))*|so lieu( (trong ky|trong nam|bao cao|thuc hien))+"
)
_SET = re.compile(r"\b(chi tieu|muc tieu|ke hoach|giao|phan bo)\b")
_REPORTED = re.compile(r"\b(ket qua|bao cao|tinh hinh|theo doi|thong ke|tong hop|so lieu|thuc hien)\b")
_PART = re.compile(r"(trong do|td|tr do)\b|(so )?(luot )?(nguoi )?(nu|phu nu)$")
_KINDS = re.compile(r"\b(lop|buoi|tap huan|truyen thong|tuyen truyen)\b")
_COUNTING = ("count", "kind_measure")
_COUNTED = re.compile(r"(tong )?so\b")
_LONGEST = 8  # So many words has the name of a kind at most.


def figures_of_kinds(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """Headings such as "Lớp tập huấn", which can be a title, as the figures of their kind where figures or ticks stand
    below; a blank column beside one that is ticked is ticked nowhere."""
    able = {n for n, h in headings.items() if h.kind and h.fields == ("title", "count")}
    kinds = {
        n for n, h in headings.items() if h.kind and h.fields[:1] in (("title",), *((f,) for f in _COUNTING))
    }
    ticked = any(samples[n] and all(map(is_mark, samples[n])) for n in kinds)
    counted = {n for n in able if all_numbers(samples[n]) or (ticked and all(map(is_mark, samples[n])))}
    meant = {n: _of_kind(headings[n], samples[n], headings) for n in counted}
    both = {n for n in kinds if counts_both(headings[n]) and samples[n] and all(map(read_two, samples[n]))}
    meant |= dict.fromkeys(both, "attendances_total")
    return {n: replace(h, fields=(meant[n],)) if n in meant else h for n, h in headings.items()}


def _of_kind(heading: Heading, cells: list[Cell], headings: dict[int, Heading]) -> str:
    """What figures below the name of a kind count: below an audience its people, unless these stand beside it or the
    figures are too small for them."""
    people = f"attendances.{heading.audience}"
    beside = any(h.fields[:1] == (people,) and h.kind in (None, heading.kind) for h in headings.values())
    return "kind_measure" if not heading.audience or beside or too_few(cells) else people


def kinds_in_words(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """A heading that counts by its words ("Lớp tập huấn hay buổi truyền thông?") above nothing but names of
    kinds, where no other column tells the kind."""
    headings = details_aside(headings, samples)
    if ("kind",) in (firsts := [h.fields[:1] for h in headings.values()]):
        return headings
    dated, titled = ("start_date",) in firsts, firsts.count(("title",)) > 1
    named = [
        number
        for number, heading in headings.items()
        if (
            (
                (
                    heading.fields[:1] in ((), ("count",), ("kind_measure",))
                    and _KINDS.search(fold(heading.text))
                )
                or (heading.fields == ("title", "count") and (titled or _repeated(samples[number])))
            )
            and _all_kinds(samples[number])
        )
        or (heading.fields[:1] == ("title",) and not dated and _only_kinds(samples[number]))
    ]
    return (
        {**headings, named[0]: Heading(headings[named[0]].text, ("kind",))} if len(named) == 1 else headings
    )


def others_of_siblings(headings: dict[int, Heading], paths: Paths) -> dict[int, Heading]:
    """ "Khác" names an audience beside audiences, and a kind of activity beside kinds."""
    found = dict(headings)
    for number, heading in headings.items():
        if heading.audience != Audience.OTHER or heading.kind != Kind.OTHER:
            continue
        beside = [h for n, h in headings.items() if n != number and paths[n][:-1] == paths[number][:-1]]
        if any(h.audience for h in beside):
            # Of which kind of activity, the heading above them says.
            kinds = {h.kind for h in beside if h.audience}
            found[number] = replace(heading, kind=kinds.pop() if len(kinds) == 1 else None)
        elif any(h.kind for h in beside):
            found[number] = replace(heading, audience=None, fields=("kind_measure",))
    return found


def numbered_audiences(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """ "Số lượng, đối tượng" above amounts that say of whom they are ("45 phụ huynh, 20 học sinh"), in a list where no
    column counts one audience alone or names them; the figures of a summary stay figures."""
    firsts = [h.fields[:1] for h in headings.values()]
    listed = ("start_date",) in firsts and ("audience",) not in firsts
    if not listed or any(h.audience and h.fields for h in headings.values()):
        return headings
    return {
        n: replace(h, fields=("audience",))
        if h.fields[:1] == ("attendances_total",) and _all_numbered(samples[n])
        else h
        for n, h in headings.items()
    }


def sums_beside_counts(headings: dict[int, Heading], paths: Paths) -> dict[int, Heading]:
    """ "Tổng số", "Cộng" below "Lớp tập huấn" sums the people where "Số lớp" stands below it too, not the classes once
    more."""
    counted = {
        paths[n][:-1]
        for n, h in headings.items()
        if h.fields[:1] == ("count",)
        and len(paths[n]) > 1
        and read_part(paths[n][-1]).fields[:1] == ("count",)
    }
    return {
        n: replace(h, fields=("attendances_total",)) if paths[n][:-1] in counted and is_sum(h) else h
        for n, h in headings.items()
    }


def results_as_figures(
    headings: dict[int, Heading], samples: dict[int, list[Cell]], targets: bool
) -> dict[int, Heading]:
    """ "Kết quả thực hiện" or "Số liệu" above figures, where no other column has any, holds what the words beside
    it count. `targets`: whether the words around say that the figures are targets."""
    told = [h.fields[0] for h in headings.values() if h.fields]
    if (
        targets
        or any(is_figure_field(field) and field != "value" for field in told)
        or {"start_date", "indicator", "group"} & set(told)
    ):
        return headings
    results = [
        n
        for n, h in headings.items()
        if (_RESULTS.fullmatch(fold(h.text)) or h.fields == ("value",)) and all_numbers(samples[n])
    ]
    if len(results) != 1:
        return headings
    return {
        **headings,
        results[0]: Heading(headings[results[0]].text, ("attendances_total", "count", "value")),
    }


def items_as_titles(
    headings: dict[int, Heading], around: str, samples: dict[int, list[Cell]]
) -> dict[int, Heading]:
    """ "Chỉ tiêu", "Chỉ số" above the rows of a report, whose periods, units or results stand across, are what the rows
    count, not what was set."""
    across = any(
        ((h.period or h.unit or h.audience) and h.fields) or _RESULTS.fullmatch(fold(h.text))
        for h in headings.values()
    )
    # Nor is "Giá trị" beside it, where nothing tells of whom, since when or by whom it was set.
    told = {h.fields[0] for h in headings.values() if h.fields} - {"ordinal", "unused"}
    across = across or told == {"indicator", "value"}
    folded = fold(around)
    items = next((n for n, h in headings.items() if h.fields[:1] == ("indicator",)), None)
    reported = _REPORTED.search(folded) or (items is not None and _has_parts(samples[items]))
    if not across or _SET.search(folded) or not reported:
        return headings
    return {
        n: replace(h, fields=("title",))
        if h.fields[:1] == ("indicator",) and not all_numbers(samples[n])
        else h
        for n, h in headings.items()
    }


def _has_parts(items: list[Cell]) -> bool:
    """Whether a row stands for a part of the people above it ("Trong đó: nữ", "- Cha mẹ"): counted, not set."""
    return any(_PART.match(fold(words(item))) for item in items) or any(
        read_part(words(item).lstrip("-+• ")).audience for item in items if words(item)[:1] in "-+•"
    )


def months_as_periods(columns: list[Column], samples: dict[int, list[Cell]]) -> list[Column]:
    """A column "Thời gian" of months beside counts of activities that have no title names reported periods."""
    fields = {column.field for column in columns}
    if "title" in fields or "count" not in fields:
        return columns
    return [
        replace(c, field="period")
        if c.field == "start_date" and "period" in c.heading.fields and _all_months(samples[c.number])
        else c
        for c in columns
    ]


def _all_numbered(values: list[Cell]) -> bool:
    told = [v for v in values if isinstance(v, str) and tells_amounts(v)]
    return len(told) * 2 >= len(values) > 0 and all(isinstance(v, str) for v in values)


def _all_kinds(values: list[Cell]) -> bool:
    """Whether cells are names of kinds, but for one in five that may be mistyped."""
    names = [text for text in map(words, values) if len(text.split()) <= _LONGEST and not text[:1].isdigit()]
    kinds = [text for text in names if find_kind(text) and not is_amount(text)]
    return len(kinds) * 5 >= len(values) * 4 > 0


def _repeated(values: list[Cell]) -> bool:
    """Whether names of kinds stand bare, or again and again; names of activities are all different, and a few bare ones
    head their groups."""
    bare = sum(names_only_kind(words(v)) for v in values)
    return len(set(values)) < len(values) or bare * 2 >= len(values)


def _only_kinds(values: list[Cell]) -> bool:
    """Whether cells are two or more names of kinds and nothing more, beside headings of groups ("I. Quý II"); "Số lớp
    tập huấn" counts."""
    texts = [words(v) for v in values]
    kinds = [t for t in texts if names_only_kind(t) and not _COUNTED.match(fold(t))]
    # "Q. Hải Châu" begins with no mark.
    groups = [t for t in texts if LEADING.match(t) and t[:1] not in "QHPX"]
    return len(set(kinds)) > 1 and len(kinds) + len(groups) == len(texts)


def names_months(heading: Heading, values: list[Cell]) -> bool:
    """Whether the cells of a period column are months, in words or as numbers under "Tháng"."""
    numbered = fold(heading.lowest) == "thang"
    months = [v for v in values if numbered and words(v).strip().isdecimal() and 1 <= int(words(v)) <= 12]
    return bool(values) and (len(months) == len(values) or _all_months(values))


def _all_months(values: list[Cell]) -> bool:
    found = [find_period(value) for value in values if isinstance(value, str)]
    return len(found) == len(values) > 0 and all(period and period.grain == "month" for period in found)
