"""Columns of figures that are not those of the reported period: plans, shares, running sums, last year's."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data_loaders.columns.cells.sorts_of_cells import all_numbers
from data_loaders.columns.column import Column
from data_loaders.columns.neighbours.district_letters import districts_spelled_out
from data_loaders.columns.neighbours.level_letters import (
    grades_spelled_out,
    levels_spelled_out,
    pupils_spelled_out,
)
from data_loaders.columns.neighbours.set_figures import PLANNED, RESULT, done_before, set_figures
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.around.context import Context
from data_loaders.reading.grid import Cell
from data_loaders.values.days.periods import find_period
from program.text import fold

Paths = dict[int, tuple[str, ...]]

# What was planned, sums since January, last year's figures.
_ASIDE = re.compile(
    r"(luy ke|cong don|cung ky|ky truoc|nam truoc|tu dau nam|ke hoach|kh|chi tieu|so voi|so sanh|ty le|ti le|ty trong|dat)\b"
)
# Who was asked and not who came.
_ASKED = re.compile(
    r"\b(dang ky|(duoc|nguoi|luong) moi|du kien|trieu tap|giay moi|theo (ke hoach|kh|chi tieu)|cung ky|luy ke|phan dau|duoc giao|(can|phai) (mo|to chuc|dat))\b"
    r"|\b(phu huynh|ph|phhs|cha me|hoc sinh|hs) moi$|\b(khong|chua) (tham gia|tham du|den du|du)\b|\b(hs|hoc sinh|phu huynh|ph|gv|giao vien|nguoi|so) vang( mat)?$"
    r"|^(so|sl|so luong|tong so)\b(?!.*\b(da|thuc hien)\b).*\b(ke hoach|kh)\b"
)
# What begins the words of results, beside which "KH" is a plan.
_DONE_WORDS = {"th", "thuc", "ket", "kq", "da"}
_NUMBERED = re.compile(r"0?[1-9]|1[0-2]|I{1,3}|IV")
_ABOVE = re.compile(r"(?i)\b(tháng|quý|thang|quy)\b(?! \d| m[ôo])")
_PLAN, _DONE = re.compile(r"kh\b"), re.compile(r"th\b")
_ESTIMATE = re.compile(r"uoc\b")
_OF_YEAR = re.compile(r"(da |so lieu |ket qua |so )*(thuc hien|ket qua|th)( (ca|trong))? nam 20\d\d\b")
# Figures of activities and people; "value" is that of a target.
_REPORTED = ("attendances", "attendances_total", "count", "kind_measure", "female", "male")


def spelled_out(paths: Paths, around: str) -> Paths:
    """Headings in full: numbers below "Tháng" as the months they are, levels and grades of pupils (told by the words
    `around`), plans and results beside each other."""
    levels = pupils_spelled_out(levels_spelled_out(grades_spelled_out(_months(paths))), around)
    return districts_spelled_out(_plans_and_results(levels))


def _months(paths: Paths) -> Paths:
    """ "Tháng" or "Quý" above 1, 2, 3… or I, II, III, IV, two of them at least."""
    told = {
        n: (*path[:-1], f"{above[0]} {path[-1]}")
        for n, path in paths.items()
        if len(path) > 1 and _NUMBERED.fullmatch(path[-1].strip()) and (above := _ABOVE.search(path[-2]))
    }
    return {**paths, **told} if len(told) > 1 else paths


def _plans_and_results(paths: Paths) -> Paths:
    """Headings with "KH" and "TH" that stand beside each other written out: a plan and what was carried out, where
    "TH" alone may be a training class or a primary school."""
    told: dict[tuple[str, ...], set[str]] = {}
    for path in paths.values():
        told.setdefault(path[:-1], set()).update(fold(path[-1]).split()[:1])
    both = {above for above, words in told.items() if words & {"kh", "ke"} and words & _DONE_WORDS}
    # Where one group of headings has both, "TH" of the others is the same word.
    both |= {above for above, words in told.items() if both and above and "th" in words}
    return {
        number: (*path[:-1], _written_out(path[-1])) if path[:-1] in both else path
        for number, path in paths.items()
    }


def _written_out(text: str) -> str:
    if "%" in text:
        return text
    folded = fold(text)
    if _PLAN.match(folded):
        return f"Kế hoạch{text.strip()[2:]}"
    return f"Thực hiện{text.strip()[2:]}" if _DONE.match(folded) else text


def results_beside_plans(
    headings: dict[int, Heading], samples: dict[int, list[Cell]], paths: Paths
) -> dict[int, Heading]:
    """ "Kết quả 6 tháng" above figures beside "Kế hoạch năm" holds what the words around it count, where no other
    column counts activities; the plan is no figure of the report."""
    plans = {
        n: h for n, h in headings.items() if PLANNED.match(fold(paths[n][-1])) and all_numbers(samples[n])
    }
    planned = {paths[n][:-1] for n in plans}
    before = done_before(headings)
    counted = any(h.fields[:1] in (("count",), ("kind_measure",)) for h in headings.values())
    results = [
        n
        for n, h in headings.items()
        if paths[n][:-1] in planned
        and n not in before
        and (h.period or h.fields[:1] in ((), ("unused",)))
        and "%" not in h.text
        and RESULT.match(fold(paths[n][-1]))
        and all_numbers(samples[n])
    ]
    if counted or len(results) != 1:
        return headings
    return {
        **headings,
        **{n: replace(h, fields=("unused",)) for n, h in plans.items()},
        results[0]: replace(headings[results[0]], fields=("attendances_total", "count", "value")),
    }


def of_plans(
    headings: dict[int, Heading], samples: dict[int, list[Cell]], paths: Paths, targets: bool
) -> dict[int, Heading]:
    """The headings of what is set, where the words around give `targets`; else plans and running sums of a kind ("Lũy kế
    số lớp") beside other figures, which make no crosstab of kinds of a list."""
    if targets:
        return set_figures(headings, samples)
    figures = [
        n for n, h in headings.items() if h.fields and h.fields[0].split(".", maxsplit=1)[0] in _REPORTED
    ]
    aside = [n for n in figures if headings[n].fields[0] == "kind_measure" and is_aside(paths[n])]
    beside = any(not is_aside(paths[n]) for n in figures)
    return {n: replace(h, fields=("count",)) if beside and n in aside else h for n, h in headings.items()}


def is_aside(path: Iterable[str]) -> bool:
    """Whether the header cells of a column say that its figures are not those of the reported period."""
    return any(_ASIDE.match(folded) or _ASKED.search(folded) for folded in map(fold, path))


def set_aside(columns: list[Column], paths: Paths, context: Context) -> list[Column]:
    """Columns without those of plans, of running sums and of earlier periods, where others give the period's own
    figures; without shares, which count nothing; and without the figures of forms of delivery that stand beside their
    sum, which in a list of days tell the form; all people by form are compared with theirs there."""
    figures = [c for c in columns if c.field.split(".", maxsplit=1)[0] in _REPORTED]
    shares = [c for c in figures if not c.heading.answered and "%" in paths[c.number][-1]]
    figures = [c for c in figures if c not in shares]
    aside = [c for c in figures if not c.heading.answered and is_aside(paths[c.number])]
    if len(aside) == len(figures):
        aside = []
    aside += [c for c in _years_before(figures, context.year) if c not in aside]
    lowest = {c: fold(paths[c.number][-1]) for c in figures if c not in aside}
    if any(map(RESULT.match, lowest.values())):
        aside += [c for c, text in lowest.items() if not c.heading.answered and _ESTIMATE.match(text)]
    sums = {
        paths[c.number][:-1]
        for c in figures
        if len(paths[c.number]) > 1 and read_part(paths[c.number][-1]).whole
    }
    parts = [c for c in figures if c.heading.delivery and paths[c.number][:-1] in sums]
    if any(c.field == "start_date" for c in columns):
        parts = [c for c in parts if c.field != "attendances_total"]
        columns = _telling_forms(columns, {c.number for c in parts if c not in aside})
    return [c for c in columns if c not in (*aside, *parts, *shares)]


def _years_before(figures: list[Column], year: int | None) -> list[Column]:
    """The columns of what was done in a whole year ("Thực hiện năm 2021") beside months or quarters of later years
    alone: these are compared with it. `year`: that of parts that name none."""
    told = [(c, w) for c in figures if c.heading.period and (w := find_period(c.heading.period))]
    later = [w.year or year or 0 for _, w in told if w.grain != "year"]
    return [
        c
        for c, w in told
        if later
        and w.grain == "year"
        and (w.year or year or 0) < min(later)
        and _OF_YEAR.match(fold(c.heading.text))
        and not c.heading.answered
    ]


def _telling_forms(columns: list[Column], parts: set[int]) -> list[Column]:
    """Columns in which the `parts` of a sum tell the form of an activity, where no other column does."""
    if any(c.field == "delivery" for c in columns):
        return columns
    return [replace(c, field=f"delivery.{c.heading.delivery}") if c.number in parts else c for c in columns]
