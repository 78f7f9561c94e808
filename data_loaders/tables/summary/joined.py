"""One record from the rows of a summary that count one thing: classes in one row, the people in those below it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from data_loaders.layout.below.group import Group
from data_loaders.tables.findings import Findings
from program.contract import IssueCode
from program.vocabulary import Audience, Basis

_Record = dict[str, Any]
# What rows that count one thing share beside their group.
_SHARED = ("unit", "kind", "start_date", "end_date", "ward", "school", "organiser", "delivery", "title")

_ONE_LINE = (
    "Nếu ghi trùng thì xóa một dòng; nếu là hai số khác nhau thì cộng lại thành một dòng, hoặc ghi rõ mỗi dòng là của lớp, "
    "buổi nào."
)


@dataclass(frozen=True)
class Counted:
    """A row whose own words say what it counts: of whom, below which heading; the words as they are compared."""

    audience: Audience | None
    group: Group
    words: str


class Joining:
    """Joins the records of a table's rows; `columns` are where its figures stand, for findings."""

    def __init__(self, counted: dict[int, Counted], column: int, findings: Findings) -> None:
        self._counted = counted
        self._column = column
        self._findings = findings
        self._totals: dict[int, tuple[int, int]] = {}

    def joined(self, records: list[_Record]) -> list[_Record]:
        """The records, those of rows that count one thing as one, which stands in the first of the rows.

        Rows of people alone stay as they are: each may be of activities of its own.
        """
        groups: dict[tuple[Any, ...], list[_Record]] = defaultdict(list)
        for record in records:
            if record["source"]["row"] in self._counted and record["basis"] == Basis.SUMMARY:
                groups[self._key(record)].append(record)
        gone: set[int] = set()
        for own in groups.values():
            if any(record["count"] is not None for record in own):
                gone |= self._join(own)
        kept = [record for record in records if id(record) not in gone]
        return [record for record in kept if self._agrees(record)]

    def _key(self, record: _Record) -> tuple[Any, ...]:
        return (*(record[name] for name in _SHARED), id(self._counted[record["source"]["row"]].group))

    def _join(self, own: list[_Record]) -> set[int]:
        """Put each record into the latest one before it that it fits; gives the ids of those put away."""
        open_ones: list[_Record] = []
        gone = set()
        lines: dict[str, tuple[int, _Record]] = {}
        for record in own:
            if record["count"] is not None:
                lines.clear()
            elif repeated := self._repeated(record, lines):
                gone |= {id(record), id(repeated)}
                continue
            into = next((one for one in reversed(open_ones) if self._fits(one, record)), None)
            row = record["source"]["row"]
            if record["count"] is None:
                lines[self._counted[row].words] = row, into or record
            if into is None:
                open_ones.append(record)
                if not record["attendances"] and record["attendances_total"] is not None:
                    self._totals[id(record)] = record["attendances_total"], row
                continue
            self._add(into, record)
            gone.add(id(record))
        return gone

    def _repeated(self, record: _Record, lines: dict[str, tuple[int, _Record]]) -> _Record | None:
        """The record that holds what the same line below one number of activities told before ("- Cha mẹ" twice), which is
        then written down: which of the two counts nobody but the office knows."""
        row = record["source"]["row"]
        words = self._counted[row].words
        first, holding = lines.get(words, (row, record))
        if first == row or not words:
            return None
        self._findings.add(IssueCode.REPEATED_ENTRY, row, self._column, first=first, fix=_ONE_LINE)
        return holding

    def _fits(self, into: _Record, record: _Record) -> bool:
        ours, theirs = (self._counted[one["source"]["row"]].audience for one in (into, record))
        if ours and theirs and ours != theirs and "count" in (_measure(into), _measure(record)):
            return False
        if set(into["attendances"]) & set(record["attendances"]):
            return False
        if into["count"] is not None and record["count"] is not None:
            return False
        if into["female"] is not None and record["female"] is not None:
            return False
        whole = not record["attendances"] and record["attendances_total"] is not None
        return not (whole and id(into) in self._totals)

    def _add(self, into: _Record, record: _Record) -> None:
        if not record["attendances"] and record["attendances_total"] is not None:
            self._totals[id(into)] = record["attendances_total"], record["source"]["row"]
        into["attendances"] = {**into["attendances"], **record["attendances"]}
        for name in ("count", "female"):
            into[name] = record[name] if into[name] is None else into[name]
        if id(into) in self._totals:
            into["attendances_total"] = self._totals[id(into)][0]
        elif record["attendances_total"] is not None:
            into["attendances_total"] = (into["attendances_total"] or 0) + record["attendances_total"]

    def _agrees(self, record: _Record) -> bool:
        """Whether the parts of a record that rows make up are no more than their written sum."""
        if id(record) not in self._totals or not record["attendances"]:
            return True
        total, row = self._totals[id(record)]
        parts = sum(record["attendances"].values())
        if parts > total:
            told = f"Cộng các đối tượng được {parts}"
            self._findings.add(
                IssueCode.PARTS_EXCEED_TOTAL, row, self._column, total, parts=told, total=total
            )
        elif parts < total:
            self._findings.add(IssueCode.TOTAL_MISMATCH, row, self._column, total, total=parts)
        return parts <= total


def _measure(record: _Record) -> str:
    return "count" if record["count"] is not None and record["attendances_total"] is None else "people"
