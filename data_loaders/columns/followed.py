"""Headings as a person said that they are meant, as far as that can be."""

from dataclasses import replace

from data_loaders.columns.cells.contact_headings import TRAINERS
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.table_kinds import table_kind
from data_loaders.columns.words.fields import FIELDS_OF
from data_loaders.columns.words.heading import Heading
from data_loaders.layout.around.context import Context
from data_loaders.mending.answers import meaning
from data_loaders.persons.names import mostly_names
from data_loaders.reading.grid import Cell
from program.contract import TableKind
from program.submissions.mending import NOT_USED, Question
from program.text import fold
from program.vocabulary import Audience

_REPORTS = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
# Fields that one kind of table names otherwise than headings do.
_INNER = {"valid_from": "start_date", "valid_to": "end_date", "year": "period"}


def followed(
    said: dict[int, Heading], values_of: dict[int, list[Cell]], context: Context, sheet: str
) -> tuple[TableKind | None, dict[int, Heading]]:
    """The kind of table, and its headings after the answers in force.

    An answer is left out where the table has no such field, where it would make a register of persons or
    schools of the table, and where the column holds persons' names.
    """
    kind = table_kind(said, context, sheet)
    told = {n: value for n, h in said.items() if (value := meaning(Question.HEADING, h.text))}
    fields = (*FIELDS_OF[kind or TableKind.ACTIVITIES], NOT_USED)
    headings = dict(said)
    for number, value in told.items():
        if value in fields and _may_hold(said[number], value, values_of[number]):
            headings[number] = _meant(said[number], value)
    if headings == said:
        return kind, said
    meant = table_kind(headings, context, sheet)
    if kind is None and meant not in _REPORTS:
        return None, said
    return (meant if kind in (None, *_REPORTS) and meant in _REPORTS else kind), headings


def _may_hold(heading: Heading, value: str, cells: list[Cell]) -> bool:
    """Whether a column can be named so: no numbering, and nothing that would keep a person's name."""
    if heading.fields[:1] == ("ordinal",):
        return False
    named = TRAINERS.search(fold(heading.text)) or mostly_names(cells, least=1)
    return value == NOT_USED or not named


def _meant(heading: Heading, value: str) -> Heading:
    """A heading with its new meaning; what it names besides (a period, a unit) counts for figures only."""
    if value == NOT_USED:
        return Heading(heading.text, (), answered=True)
    audience = Audience(value.partition(".")[2]) if "." in value else None
    meant = replace(heading, fields=(_INNER.get(value, value),), audience=audience, answered=True)
    if is_figure_field(value):
        return meant
    return replace(meant, kind=None, period=None, unit=None, delivery=None, whole=False)
