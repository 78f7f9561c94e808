"""What stands around a table and holds for all its rows: unit, kind and period.

They are looked for in the words above the table, the name of the sheet, and the name of the file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePath

from data_loaders.layout.around.audience_around import (
    audience_of_sheet,
    children_around,
    counted_audience,
    names_inhabitants,
)
from data_loaders.layout.around.days_of_title import outside_the_title
from data_loaders.layout.around.kinds_around import NOT_OURS, UNIT_LABEL, kinds_around, line_of_kinds
from data_loaders.layout.around.letterheads import begins_letter
from data_loaders.layout.around.school_years import in_full, is_term, school_year, term_of
from data_loaders.layout.around.set_as_targets import counts, sets_targets
from data_loaders.layout.around.unit_lines import without_others, words_of_units
from data_loaders.layout.around.unknown_units import unbroken, unknown_unit
from data_loaders.names.organisations import GATHERING
from data_loaders.names.sorts_of_units import names_bodies
from data_loaders.names.units import Era, Found, resolve
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.month_names import may_of_days
from data_loaders.values.days.periods import Span, Words, find_period, span_of
from data_loaders.values.indicators import find_indicator
from program import units
from program.text import clean
from program.units import CITY
from program.vocabulary import Audience, Kind


@dataclass(frozen=True)
class Context:
    """Words that may name the unit, in the order in which they are believed; the kind; the periods.

    `unknown_unit` is what stands after "Đơn vị báo cáo:" where it is no known unit; `set_as_targets` the
    line that gives the figures below as targets ("Chỉ tiêu số lớp tập huấn giao các quận"); `sheet` its name.
    `file_kind` is the kind in the name of the file, or of a numbered sheet ("Lớp 1"), which the rows' own words outdo.
    `kind_of_sheet`: the sheet's name alone tells the kind.
    `headed` says that the line with the kind is its name and nothing more, as a heading of a group is ("I. Lớp tập huấn").
    `children` are those for whom the activities are, be it together with others.
    `lines` are those above, `inhabitants` says that the one right above names such and nothing else; `borrowed` the words for the unit that stand elsewhere in the workbook.
    """

    unit_words: tuple[str, ...] = ()
    kind: Kind | None = None
    periods: tuple[Words, ...] = ()
    text: str = ""
    audience: Audience | None = None
    unknown_unit: str = ""
    set_as_targets: str = ""
    sheet: str = ""
    file_kind: Kind | None = None
    lines: tuple[str, ...] = ()
    borrowed: frozenset[str] = frozenset()
    headed: bool = False
    children: Audience | None = None
    inhabitants: bool = False
    kind_of_sheet: bool = False

    @property
    def any_kind(self) -> Kind | None:
        """The kind that the sheet names, or else the name of the file."""
        return self.kind or self.file_kind

    def unit(self, era: Era) -> tuple[Found, str]:
        """The first words that name a unit in this era, and what they name; the city only if nothing else."""
        last: tuple[Found, str] = (Found(), "")
        for words in self.unit_words:
            found = resolve(words, era)
            # A name of two units is asked for: who gathers the reports of all is no answer.
            asked = last[0].ambiguous and found.code in GATHERING
            if found.code and found.code != CITY and not asked:
                return found, words
            if (found.ambiguous or found.code) and not (last[0].ambiguous or last[0].code):
                last = (found, words)
        return last

    def own_unit(self, era: Era) -> Found:
        """The unit that the table's own sheet names in this era, none where only the rest of the workbook does."""
        found, words = self.unit(era)
        return Found() if words in self.borrowed else found

    @property
    def year(self) -> int | None:
        """The year the periods name, if they agree on one."""
        years = {w.year for w in self.periods if w.year}
        return years.pop() if len(years) == 1 else None

    def spans(self, civil_month: bool) -> list[Span]:
        """The periods as days, the shortest first."""
        found = [span_of(w, self.year, civil_month) for w in self.periods]
        return sorted((s for s in found if s), key=_length)

    def span(self, civil_month: bool = False) -> Span | None:
        """The finest period that is named; the whole programme is none."""
        spans = [s for s in self.spans(civil_month) if s.grain != "programme"]
        return spans[0] if spans else None

    @cached_property
    def _school_year(self) -> Span | None:
        """The school year that the periods name, or that of a term."""
        return school_year(self.periods, self.text)

    def span_of(self, words: Words, year: int | None = None, civil_month: bool = False) -> Span | None:
        """The days of words that may leave their year to others, or to the words around the table; in a school year
        "Tháng 1" is of its second civil year."""
        school = self._school_year
        if is_term(words) and not (year or words.year):
            return term_of(words, school, self.year)
        span = span_of(words, year or self.year, civil_month)
        if span and school and not (year or words.year) and span.end < school.start:
            return span_of(words, school.end.year, civil_month)
        return span

    @property
    def month(self) -> int | None:
        """The month where the finest period is one."""
        months = {int(w.part[1:]) for w in self.periods if w.grain == "month"}
        return months.pop() if len(months) == 1 else None

    def covers(self, day: date) -> bool:
        """Whether the day lies in the finest period, read by the report's or the civil calendar; of a term, in its school
        year: where terms meet no calendar says."""
        around = replace(self, periods=tuple(map(in_full, self.periods)))
        spans = [around.span(True), around.span(False)]
        return any(s.start <= day <= s.end for s in spans if s)


def _gathers(words: str, apart: bool) -> bool:
    """Whether words name who gathers the reports of others: a body of the city too, whose sheets are called by units."""
    code = resolve(words, Era.UNKNOWN).code
    unit = units.unit(code) if code else None
    return code in GATHERING or bool(apart and unit and unit.level in ("department", "mass_organisation"))


def _length(span: Span) -> float:
    """Days of a period for comparison; explicit days win over a named month of about the same length."""
    return (span.end - span.start).days * (0.8 if span.grain == "range" else 1)


def of_block(
    captions: Iterable[str],
    upper: Iterable[str],
    sheet: str,
    file_name: str,
    fallback: Iterable[str] = (),
    *,
    apart: bool = False,
) -> Context:
    """The context of one table.

    `captions` are the lines right above it, `upper` those at the head of its sheet when another table
    stands between, `fallback` the unit words of the workbook's other sheets and of signatures. `apart`: the
    sheets are called by units.
    """
    near, stem = unbroken(list(captions)), _stem(file_name)
    # Another letter of the sheet tells of itself alone.
    far = [] if begins_letter(near) else unbroken(list(upper))
    fallback = list(fallback)
    lines = near + [line for line in far if line not in near]
    named = words_of_units(near)
    whose = without_others(sheet)
    of_sheet = resolve(whose, Era.UNKNOWN)
    names_one = of_sheet.ambiguous or of_sheet.code not in (None, CITY)
    if names_one and not any(map(UNIT_LABEL.match, map(bare, near))):
        # Who gathers the reports of all heads every sheet; the sheet's name says whose it is.
        gathering = [words for words in named if _gathers(words, apart)]
        named = [*(words for words in named if words not in gathering), whose, *gathering]
    unit_words = [*named, whose, *words_of_units(far), *fallback, stem]
    local = [find_period(line) for line in near if not NOT_OURS.search(bare(line))]
    periods = [p for p in local if p and p.grain != "programme"] or [
        p for p in (find_period(line) for line in far) if p
    ]
    periods = _drop_letters(periods)
    told_by_sheet = _period_of_sheet(sheet)
    if told_by_sheet and not outside_the_title(told_by_sheet, filter(None, local)):
        # "6T" is either half; the title says which.
        either = _HALF.fullmatch(bare(sheet)) and any(p.grain == "half" for p in periods)
        periods = periods if either else [told_by_sheet, *periods]
    if not any(p.year for p in periods) and (of_file := find_period(stem)):
        periods.append(of_file)
    kinds = kinds_around(near, far, (sheet, _apart(sheet)), stem)
    words = tuple(dict.fromkeys(w for w in unit_words if w))
    unknown = unknown_unit(lines)
    # Of several tables, each of one indicator ("2. Số buổi truyền thông") or sort of units, the sheet's head says so.
    one_of_several = any((counts(bare(n)) and find_indicator(n)) or names_bodies(n) for n in near)
    giving = [*reversed(near), *(far if one_of_several else ())]
    targets = next((clean(line) for line in giving if sets_targets(bare(line))), "")
    # A table that names no kind of its own is of what the head of the sheet says, for whom that is.
    said_for = near if line_of_kinds(near[::-1]) or children_around(near) else [*far, *near]
    audience = counted_audience(said_for) or audience_of_sheet(sheet)
    told = (words, kinds.kind, tuple(periods), " ".join(lines), audience, unknown, targets, sheet)
    inhabitants = bool(near) and names_inhabitants(near[-1])
    children = None if inhabitants else children_around(said_for)
    return Context(
        *told,
        kinds.of_file,
        tuple(lines),
        frozenset(fallback),
        kinds.headed,
        children,
        inhabitants,
        kinds.of_sheet,
    )


# "052023", "202305", "T5-23".
_HALF = re.compile(r"\W*0?6 ?(t|th|thang)\W*(20\d\d)?")
_RUN_TOGETHER = (
    (re.compile(r"^(0[1-9]|1[0-2])(?=20\d\d$)"), r"\1/"),
    (re.compile(r"^(20\d\d)(0[1-9]|1[0-2])$"), r"\2/\1"),
    (re.compile(r"^(t|thg|tháng|thang)[. ]?(\d{1,2})[-. ](2\d)$", re.IGNORECASE), r"tháng \2/20\3"),
)


def _period_of_sheet(name: str) -> Words | None:
    """The period that a sheet's name tells ("T5.2023", "Tháng năm", "052023")."""
    figures = may_of_days(re.sub(r"_+", " ", name).strip())
    for pattern, month in _RUN_TOGETHER:
        figures = pattern.sub(month, figures)
    return find_period(re.sub(r"(?<=[^\W\d_])(?=20\d\d\b)", " ", figures))


def _stem(file_name: str) -> str:
    """The words of a file's name ("BC_ThanhKhe-2023.xlsx")."""
    return _apart(re.sub(r"[-.]+", " ", PurePath(file_name.replace("\\", "/")).stem))


def _apart(name: str) -> str:
    """The words that a name without blanks holds ("PL1_TapHuan")."""
    return clean(re.sub(r"_+|(?<=[a-z])(?=[A-Z])", " ", name))


def _drop_letters(periods: list[Words]) -> list[Words]:
    """Without a lone year that only dates the programme when something finer stands beside it."""
    finer = [p for p in periods if p.grain not in ("year", "programme")]
    years = [p for p in periods if p.grain == "year"]
    return [*finer, *years]
