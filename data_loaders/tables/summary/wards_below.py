"""Rows of districts in a summary with rows of their wards right below ("Quận Hải Châu", "- Phường Thạch Thang"): both
tell of the same activities, so one of them counts."""

from collections.abc import Sequence

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row import DATA, Row
from data_loaders.layout.below.row_labels import is_part_of as is_below
from data_loaders.layout.below.row_labels import mark_of
from data_loaders.names.old_wards import is_part_of
from data_loaders.names.units import Era, resolve
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from program import units
from program.contract import IssueCode
from program.text import clean

_BULLETS = "-+*•– "


class WardsBelow:
    """The rows that are not counted (`skipped`): the district's where its wards make it up, which is said where they
    do not; the wards' where they are only some of its."""

    def __init__(
        self, table: Understood, rows: Sequence[Row], measures: set[int], findings: Findings
    ) -> None:
        self.skipped: set[int] = set()
        self._offset = table.block.view.first_column
        self._measures = measures
        self._findings = findings
        column = table.column("unit")
        self._at = column.number - self._offset if column else None
        ordinal = next((n for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)), None)
        self._ordinal = ordinal - self._offset if ordinal else None
        for i, row in enumerate(rows if column else ()):
            if district := self._district(row):
                self._weigh(row, self._wards(district, rows[i + 1 :]))

    def _district(self, row: Row) -> str | None:
        """The code of the district that a row is of."""
        name = self._name(row)
        code = resolve(name, Era.DISTRICTS).code if name and row.role == DATA else None
        unit = units.unit(code) if code else None
        return code if unit and unit.level == "district" and not is_part_of(code, name) else None

    def _wards(self, code: str, below: Sequence[Row]) -> list[Row]:
        found: list[Row] = []
        for row in below:
            name = self._name(row)
            if row.role != DATA or not name:
                break
            if not any(self._figure(row, i) for i in self._measures):
                continue  # "Trong đó:"
            if not is_part_of(code, name) or resolve(name, Era.DISTRICTS).code != code:
                break
            found.append(row)
        return found

    def _weigh(self, district: Row, wards: list[Row]) -> None:
        whole = {i: n for i in self._measures if (n := self._figure(district, i)) is not None}
        parts = {i: sum(self._figure(ward, i) or 0 for ward in wards) for i in whole}
        marked = any(self._numbered_alike(district, ward) for ward in wards)
        if not wards or not whole or (marked and (parts != whole or len(wards) < 2)):
            return
        if parts != whole and all(parts[i] <= n for i, n in whole.items()):
            self.skipped.update(ward.number for ward in wards)
            return
        self.skipped.add(district.number)
        for i, written in whole.items():
            if parts[i] != written:
                self._findings.add(
                    IssueCode.TOTAL_ROW_MISMATCH, district.number, i + self._offset, written, total=parts[i]
                )

    def _numbered_alike(self, district: Row, ward: Row) -> bool:
        """Whether a ward has a number of its own as the district has, so that it may stand beside it."""
        whole, own = self._mark(district), self._mark(ward)
        return bool(own) and not is_below(own, whole)

    def _mark(self, row: Row) -> str:
        at = self._ordinal
        return mark_of(row.cells[at]).strip(_BULLETS) if at is not None and at < len(row.cells) else ""

    def _name(self, row: Row) -> str:
        cells = row.cells
        return (
            clean(words(cells[self._at])).lstrip(_BULLETS)
            if self._at is not None and self._at < len(cells)
            else ""
        )

    def _figure(self, row: Row, index: int) -> int | None:
        found = read_count(row.cells[index]) if index < len(row.cells) else None
        return found if isinstance(found, int) else None
