"""From headings to the fields of a table: each column's field is decided by its words and its values."""

from dataclasses import dataclass, replace

from data_loaders.cells import words
from data_loaders.columns.cells.amounts import (
    counts_activities,
    counts_few,
    few_below_kind,
    is_amount,
    of_classes,
)
from data_loaders.columns.cells.by_figures import by_figures
from data_loaders.columns.cells.contact_headings import documents_of_contacts, offices_of_trainers
from data_loaders.columns.cells.contradicted import contradicted
from data_loaders.columns.cells.counted_rows import counts_in_words
from data_loaders.columns.cells.hints import hinted
from data_loaders.columns.cells.long_spans import reported_whole
from data_loaders.columns.cells.marks import marked
from data_loaders.columns.cells.officers import officers_named
from data_loaders.columns.cells.own_values import values_of_their_own
from data_loaders.columns.cells.samples import samples
from data_loaders.columns.cells.school_headings import (
    days_of_schools,
    districts_as_units,
    levels_of_schools,
    schools,
)
from data_loaders.columns.cells.second_thoughts import in_territory, second_thoughts
from data_loaders.columns.cells.values import are_years, fits
from data_loaders.columns.column import Column
from data_loaders.columns.followed import followed
from data_loaders.columns.neighbours import not_reported
from data_loaders.columns.neighbours.items import by_the_figure_before, items_by_their_words
from data_loaders.columns.neighbours.meetings import classes_of_schools, meetings_of_classes
from data_loaders.columns.neighbours.partial_sums import sums_settled
from data_loaders.columns.neighbours.periods_alike import periods_alike
from data_loaders.columns.neighbours.seats_and_people import seats_before_persons
from data_loaders.columns.neighbours.set_figures import sets_later
from data_loaders.columns.neighbours.several_audiences import audiences_together
from data_loaders.columns.neighbours.siblings import (
    figures_of_kinds,
    items_as_titles,
    kinds_in_words,
    months_as_periods,
    names_months,
    numbered_audiences,
    others_of_siblings,
    results_as_figures,
    sums_beside_counts,
)
from data_loaders.columns.neighbours.two_levels import under_groups
from data_loaders.columns.neighbours.unknown_people import settled_people
from data_loaders.columns.neighbours.whole_people import left_over, of_each_unused, passed_over
from data_loaders.columns.neighbours.whole_years import besides_years, whole_years
from data_loaders.columns.words import work
from data_loaders.columns.words.allowed import ALLOWED, NAMING, final_field
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_heading
from data_loaders.layout.around.context import Context
from data_loaders.layout.blocks import Block
from data_loaders.names.organisations import GATHERING
from data_loaders.names.units import Era
from data_loaders.persons.names import names_of_hosts
from data_loaders.reading.grid import Cell
from data_loaders.values.kinds import names_only_kind
from program.contract import TableKind
from program.text import fold, key
from program.units import CITY

_T = TableKind
_OF_PERSONS = {"name", "school", "position", "phone", "email"}
# So many of the titles must be more than the name of a kind.
_DISTINCT = 0.7
_MANY = (
    "attendances", "attendances_total", "female", "count", "kind_measure", "value", "period", "delivery", "indicator",
)  # fmt: skip


@dataclass(frozen=True)
class Understood:
    """A block with its kind and columns; `unused` are the numbers of columns that have a heading and no field.

    `headings` say what the file itself says; those of `columns` follow what a person answered.
    """

    block: Block
    kind: TableKind | None
    columns: tuple[Column, ...]
    unused: tuple[int, ...]
    headings: dict[int, Heading]
    context: Context

    def column(self, field: str) -> Column | None:
        """The first column of a field."""
        return next((c for c in self.columns if c.field == field), None)


def understand(block: Block, context: Context) -> Understood:
    """Decide the kind of table and the field of each column."""
    block = replace(block, paths=not_reported.spelled_out(block.paths, context.text))
    said = periods_alike({number: read_heading(path) for number, path in block.paths.items()})
    if (register := work.recognised(said)) is not None:
        return Understood(block, register[0], *work.columns_of(*register), register[1], context)
    if not context.set_as_targets and sets_later(said, block.paths):
        context = replace(context, set_as_targets=next(iter(context.lines[::-1]), ""))
    said = sums_beside_counts(others_of_siblings(said, block.paths), block.paths)
    said = audiences_together(settled_people(said, block.paths), block.paths)
    said = meetings_of_classes(of_each_unused(seats_before_persons(said, block.paths)), context.kind)
    values_of = samples(block, said, least=bool(context.set_as_targets))
    said = by_figures(
        contradicted(whole_years(said, values_of, context.year), values_of), values_of, context.children
    )
    said = by_the_figure_before(items_by_their_words(under_groups(said, values_of), values_of), values_of)
    said = items_as_titles(said, f"{block.view.sheet.name} {context.text}", values_of)
    said = not_reported.of_plans(said, values_of, block.paths, bool(context.set_as_targets))
    said = numbered_audiences(kinds_in_words(figures_of_kinds(said, values_of), values_of), values_of)
    said = offices_of_trainers(documents_of_contacts(said))
    said = officers_named(values_of_their_own(levels_of_schools(said, values_of), values_of), values_of)
    said = schools(said, values_of, context.text, context.any_kind)
    said = classes_of_schools(said, values_of, context.kind)
    said = not_reported.results_beside_plans(said, values_of, block.paths)
    said = hinted(
        results_as_figures(days_of_schools(said, values_of), values_of, bool(context.set_as_targets)),
        values_of,
        _placed(context),
    )
    kind, headings = followed(said, values_of, context, block.view.sheet.name)
    columns, unused = _columns(block, headings, kind, context, values_of) if kind else ([], list(headings))
    if all(c.field == "attendances.?" for c in columns):
        kind = None
    if kind == _T.PARTICIPATION and _listed_by_month(block, columns, values_of):
        kind = _T.ACTIVITIES
        columns, unused = _columns(block, headings, kind, context, values_of)
    if kind == _T.ACTIVITIES:
        columns = months_as_periods(columns, values_of)
    if kind == _T.ACTIVITIES and _is_summary(block, columns, said, context):
        kind = _T.PARTICIPATION
    if any(c.field.startswith("kind.") for c in columns):
        kind = _T.ACTIVITIES
    named_too_much = {_T.ACTIVITIES: left_over, _T.PARTICIPATION: passed_over, _T.TARGETS: besides_years}
    if kind in named_too_much and (more := named_too_much[kind](columns)):
        columns, unused = [c for c in columns if c.number not in more], sorted([*unused, *more])
    return Understood(block, kind, tuple(columns), tuple(unused), said, context)


def _placed(context: Context) -> bool:
    """Whether the words around a table tell its unit, not only who gathers the reports of all."""
    found = context.unit(Era.UNKNOWN)[0]
    return found.ambiguous or found.code not in (None, CITY, *GATHERING)


def _is_summary(block: Block, columns: list[Column], said: dict[int, Heading], context: Context) -> bool:
    """A table dated by long periods, or by none, whose rows count classes, is a summary."""
    at = {c.field: c.number for c in columns}
    if "start_date" in at:
        return reported_whole(block, at)
    if not ("period" in at or context.span() is not None):
        return False
    return "count" in at or "title" not in at or counts_in_words(block, columns, said)


def _listed_by_month(block: Block, columns: list[Column], values_of: dict[int, list[Cell]]) -> bool:
    """Whether each row is an activity of its own name, dated by its month alone (columns "Tháng", "Năm")."""
    at = {c.field: c.number for c in columns}
    titles = [words(value) for value in values_of.get(at.get("title", 0), [])]
    named = [title for title in titles if not names_only_kind(title)]
    if "count" in at or any(c.field == "kind_measure" or c.heading.period or c.heading.unit for c in columns):
        return False
    if len(named) < _DISTINCT * len(titles) or not named or counts_in_words(block, columns, {}):
        return False
    return any(names_months(c.heading, values_of[c.number]) for c in columns if c.field == "period")


def _columns(
    block: Block,
    headings: dict[int, Heading],
    kind: TableKind,
    context: Context,
    values_of: dict[int, list[Cell]],
) -> tuple[list[Column], list[int]]:
    columns: list[Column] = []
    unused: list[int] = []
    taken: set[str] = set()
    firsts = {h.fields[0] for h in headings.values() if h.fields}
    # Two persons beside each other in a list of contacts, each with an office and a telephone; schools of two levels.
    several = sum(h.fields[:1] in NAMING.get(kind, ()) for h in headings.values()) > 1
    # Where who reports has a column of its own, the names in others are no units.
    told = [n for n, h in headings.items() if h.fields[:1] == ("unit",)]
    units = {n for n in told if values_of[n] and fits("unit", values_of[n], context) > _DISTINCT}
    # A column that a person named comes before others that seem to hold the same.
    for number, heading in sorted(headings.items(), key=lambda numbered: not numbered[1].answered):
        if heading.fields and heading.fields[0] == "ordinal":
            continue
        others = {"unit"} if units and number not in units else set()
        fields = _open_fields(heading, kind, others | (taken - _OF_PERSONS if several else taken))
        men = fields == ("period",) and not heading.answered and bool("female" in firsts or values_of[number])
        if men and key(block.paths[number][-1]) == "nam" and not are_years(values_of[number]):
            fields = () if kind == _T.POPULATION else ("male",)
        if fields == ("ward",) and kind in (_T.FOCAL_POINTS, _T.TARGETS) and "unit" in firsts:
            fields = ()
        values = values_of[number]
        field = _choose(fields, values, context, number, headings, values_of) if fields else None
        if field is None or (field == "organiser" and names_of_hosts(values)):
            unused.append(number)
            continue
        taken.add(field)
        columns.append(Column(number, final_field(field, kind), heading))
    columns = marked(sorted(columns, key=lambda column: column.number), values_of, block)
    reports = kind in (_T.ACTIVITIES, _T.PARTICIPATION)
    kept = sums_settled(not_reported.set_aside(columns, block.paths, context), block) if reports else columns
    used = {c.number for c in kept}
    unused = sorted([*unused, *(c.number for c in columns if c.number not in used)])
    reported = kind not in (_T.TARGETS, _T.POPULATION)
    found, unused = second_thoughts(kept, unused, values_of, context, block, reported)
    of_districts = kind in (_T.SCHOOLS, _T.POPULATION) or (
        kind == _T.PARTICIPATION and not in_territory(context)
    )
    return (districts_as_units(found, values_of) if of_districts else found), unused


def _open_fields(heading: Heading, kind: TableKind, taken: set[str]) -> tuple[str, ...]:
    allowed = ALLOWED[kind]
    found = [f for f in heading.fields if f.split(".")[0] in allowed]
    return tuple(f for f in found if f not in taken or f.split(".")[0] in _MANY)


def _choose(
    fields: tuple[str, ...],
    values: list[Cell],
    context: Context,
    number: int,
    headings: dict[int, Heading],
    values_of: dict[int, list[Cell]],
) -> str | None:
    heading = headings[number]
    if fields == ("lop",):
        return None if "khoi" in fold(heading.text).split() else of_classes(values)
    if fields[0].startswith("attendances.") and (
        counts_few(heading, values) or few_below_kind(number, headings, values_of)
    ):
        return "count"
    if len(fields) == 1 or not values:
        return fields[0]
    if fields[:2] == ("attendances_total", "count") and is_amount(heading):
        others = {n: h for n, h in headings.items() if n != number}
        if (activities := counts_activities(values, others, values_of)) is not None:
            return "count" if activities else "attendances_total"
    ranked = sorted(((fits(field, values, context), -i) for i, field in enumerate(fields)), reverse=True)
    return fields[-ranked[0][1]]
