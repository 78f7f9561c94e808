"""Two activities of one list with the same title, kind and place on one day that differ in one number of people alone:
one of them may be the other, corrected and left."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.tables.figures import likeness
from data_loaders.values.kinds import names_only_kind
from program.vocabulary import Basis

# So many of one day and title are compared with those below.
_MOST = 20
# In a longer list rows are alike by chance.
_LONGEST = 5_000
# What both have, at least.
_MEETING = itemgetter("unit", "start_date", "title")
# Of these the record has the words.
_KEPT = ("title", "organiser", "ward", "school")
_FIGURES = ("attendances", "attendances_total", "female")


def near_twins(records: Sequence[dict[str, Any]], table: Understood) -> Iterator[tuple[int, int, int, int]]:
    """The rows of each such pair, the later one first, and the number of people of each."""
    if len(records) > _LONGEST:
        return
    alike = Counter(map(_MEETING, records))
    often = {meeting for meeting, times in alike.items() if times > 1}
    of_one: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for record in records if often else ():
        if (meeting := _MEETING(record)) not in often or record["basis"] != Basis.DETAIL:
            continue
        others = of_one.setdefault(meeting, [])
        other = next((o for o in others if _one_apart(o, record) and _same(table, o, record)), None)
        if other:
            at, people = "source", "attendances_total"
            yield record[at]["row"], other[at]["row"], record[people], other[people]
        elif len(others) < _MOST:
            others.append(record)


def _same(table: Understood, one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two records, of one title, say the same but for their figures."""
    if not one["title"] or names_only_kind(one["title"]) or _likeness(one) != _likeness(other):
        return False
    return _beside(table, one) == _beside(table, other)


def _likeness(record: dict[str, Any]) -> tuple[Any, ...]:
    """What a record says besides its figures."""
    return tuple(
        likeness(name, v) if isinstance(v, str) else v
        for name, v in record.items()
        if name not in (*_FIGURES, "source")
    )


def _beside(table: Understood, record: dict[str, Any]) -> tuple[Any, ...]:
    """What a row says in columns besides, its number apart: a time of day, a place, a remark."""
    told = {c.number for c in table.columns if c.field in _KEPT or is_figure_field(c.field)}
    told |= {number for number, h in table.headings.items() if h.fields[:1] == ("ordinal",)}
    view, row = table.block.view, record["source"]["row"]
    return tuple(
        view.cell(row, number)
        for number in range(view.first_column, view.last_column + 1)
        if number not in told
    )


def _one_apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether the figures of two records differ in one number, beside others that are equal or by one person."""
    if None in (one["attendances_total"], other["attendances_total"]) or one["female"] != other["female"]:
        return False
    apart = abs(one["attendances_total"] - other["attendances_total"])
    parts = one["attendances"].keys() | other["attendances"].keys()
    differ = [p for p in parts if one["attendances"].get(p) != other["attendances"].get(p)]
    shared = any(one["attendances"].get(p) for p in parts if p not in differ)
    return apart > 0 and len(differ) <= 1 and (apart == 1 or shared)
