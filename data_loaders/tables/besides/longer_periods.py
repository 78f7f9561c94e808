"""A summary of a longer period beside those of its parts in one file ("6 tháng" beside "Quý I" and "Quý II"): the shorter
ones count and it is set aside for them (`program.conflicts.overlaps`), which is said here."""

from collections.abc import Iterable, Sequence
from typing import Any

from data_loaders.issues import issue
from program.contract import Issue, IssueCode, Table, TableKind
from program.text import enumerated
from program.vocabulary import Basis

_Span = tuple[str, str]
# The place of its table among those of the file, and the record.
_Placed = tuple[int, dict[str, Any]]


def longer_periods(tables: Sequence[Table]) -> list[Issue]:
    """One warning for each table and longer period in it whose parts the file tells, too."""
    of: dict[tuple[str, str], list[_Placed]] = {}
    for at, table in enumerate(tables):
        for record in table["records"] if table["kind"] == TableKind.PARTICIPATION else ():
            if record["basis"] == Basis.SUMMARY:
                of.setdefault((record["unit"], record["kind"]), []).append((at, record))
    found: dict[tuple[int, _Span], tuple[list[_Placed], list[_Placed]]] = {}
    for placed in of.values():
        spans = {_span(record) for _, record in placed}
        for span in spans if len(spans) > 1 else ():
            for at in {at for at, record in placed if _span(record) == span}:
                own = [p for p in placed if p[0] == at and _span(p[1]) == span]
                if parts := _parts(placed, span, own):
                    told = found.setdefault((at, span), ([], []))
                    told[0].extend(own)
                    told[1].extend(parts)
    return [_warning(tables, own, parts) for own, parts in found.values()]


def _parts(placed: Iterable[_Placed], span: _Span, own: list[_Placed]) -> list[_Placed]:
    """The records of the finest parts of a span, on the same people; none where all begin with it, as running totals
    do."""
    inside = [p for p in placed if _within(_span(p[1]), span) and _meet(p, own)]
    spans = {_span(record) for _, record in inside}
    finest = {one for one in spans if not any(_within(other, one) for other in spans)}
    if all(start == span[0] for start, _ in finest):
        return []
    return [p for p in inside if _span(p[1]) in finest]


def _meet(part: _Placed, own: list[_Placed]) -> bool:
    """Whether a record may tell of people of these: who names no audience may mean any."""
    named = part[1]["attendances"].keys()
    return any(not named or not r["attendances"] or named & r["attendances"].keys() for _, r in own)


def _span(record: dict[str, Any]) -> _Span:
    return record["start_date"], record["end_date"]


def _within(one: _Span, other: _Span) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _warning(tables: Sequence[Table], own: list[_Placed], parts: list[_Placed]) -> Issue:
    table = tables[own[0][0]]
    row = min(record["source"]["row"] for _, record in own)
    sheets = dict.fromkeys(tables[at]["sheet"] for at, _ in sorted(parts, key=lambda p: _span(p[1])))
    named = enumerated([f"“{sheet}”" for sheet in sheets])
    equal = all(_sum(own, name) == _sum(parts, name) for name in ("count", "attendances_total"))
    return issue(
        IssueCode.LONGER_PERIOD,
        table["sheet"],
        f"{next(iter(table['columns']), 'A')}{row}",
        row=row,
        parts=f"trang {named}" if list(sheets) != [table["sheet"]] else "các dòng khác của trang này",
        apart="" if equal else "; cộng các kỳ đó lại không bằng số ghi ở đây",
    )


def _sum(records: list[_Placed], name: str) -> int:
    return sum(record[name] or 0 for _, record in records)
