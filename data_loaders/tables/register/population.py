"""Denominators: people of an age group in a unit in a year, with their origin.

Groups: `population` (everybody); `under_16` (children in law); `under_6`, `children_6_10`,
`children_11_15` and other bands as `children_A_B`, ages inclusive ("6 đến dưới 11" is 6 to 10); or
`pupils_LEVEL`; or the code of an audience (`children_out_of_school`, `parents`).
"""

import re
from typing import Any

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.around.told_around import origin_of
from data_loaders.layout.below.row import DATA, TOTAL, Row
from data_loaders.layout.below.rows import Walk
from data_loaders.names.old_wards import is_part_of
from data_loaders.names.units import Era, era_of
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.findings import Findings
from data_loaders.tables.register.city_sums import CityBesideUnits, GroupsAbove
from data_loaders.tables.register.school_lists import territory_alone
from data_loaders.tables.totals import Totals
from data_loaders.tables.whose.places import era_since, places_of, unit_column
from data_loaders.tables.whose.unit_findings import PART_FIX, report
from data_loaders.values.amounts.numbers import bare, read_value
from data_loaders.values.amounts.thousands import MOST_THOUSANDS, heading_in_thousands, line_in_thousands
from data_loaders.values.days.periods import Words, find_period, span_of
from data_loaders.values.fault import Fault
from data_loaders.values.people.age_groups import find_group
from program.contract import IssueCode
from program.units import CITY

# The day for which figures hold ("Thời điểm: 31/12/2023").
_AS_OF = re.compile(
    r"\b(?:thoi diem|tinh den|den ngay|den het|tai ngay|chot so lieu)\D{0,20}\d{1,2}[/.-]\d{1,2}[/.-](20\d\d)\b"
)
# A day alone in a title ("… - 31/12/2025"), which is not that of a letter nor one before which something held.
_DAY = re.compile(r"(?<!ngay )(?<!truoc )(?<!sau )(?<!tu )\b(\d{1,2}[/.-]\d{1,2}[/.-](20\d\d))\b")
_SUM = re.compile(r"(tong|cong)( so| cong| chung)?")
_SUM_OF = re.compile(r"^(tổng|cộng)( số| cộng)*[\s:,-]+(?=toàn|thành phố|tp)", re.IGNORECASE)
_AGE = re.compile(r"\d")
_ANY_CHILDREN = re.compile(r"(tong )?(so |so luong )?tre( em)?|(tong )?(so )?(luong|nguoi)?")
# A title that counts children and says no age.
_CHILDREN = re.compile(
    r"\b(so|so luong|tong so|so lieu|thong ke|dan so) tre em\b(?! (duoc|tham|bi|mo coi|khuyet))"
)


class Reader:
    """Reads one table of denominators, long or with age groups across."""

    def __init__(self, table: Understood, findings: Findings) -> None:
        self.table = table
        self.findings = findings
        self.offset = table.block.view.first_column
        self.places = places_of(territory_alone(table, always=True), city=True, of_wards=True)
        self.values = [c for c in table.columns if c.field == "value"]
        if any(find_group(c.heading.text) for c in self.values):
            # Beside groups across, their sum is none of them.
            self.values = [c for c in self.values if not _SUM.fullmatch(bare(c.heading.text))]
        self.day = _DAY.search(bare(table.context.text))
        self.since = era_since(f"den {self.day[1]}" if self.day else table.context.text)
        self.in_thousands = any(map(line_in_thousands, table.context.lines))
        self.origin = origin_of(table.block, table.context.lines)
        self.sums = CityBesideUnits()
        self.above = GroupsAbove()
        # What a row of the city takes from the rows above it.
        self.taken: tuple[str | None, int | None] = (None, None)
        self.hidden = 0
        shown = common.shown_fields(table)
        # A place without a unit beside it tells the unit.
        wards = {} if table.column("unit") else {"ward": "unit"}
        self.shown = {number: wards.get(field, field) for number, field in shown.items()}

    def records(self) -> list[dict[str, Any]]:
        """The sound rows' records; a row for the whole city is one of them, not a sum row."""
        found: list[dict[str, Any]] = []
        totals = Totals([c.number - self.offset for c in self.values], self.offset, self.findings)
        for row in Walk(self.table).rows():
            self.taken = (None, None)
            of_city = row.role in (DATA, TOTAL) and self._names_city(row)
            sums_groups = of_city and self._sums_groups(row, totals)
            if sums_groups or (row.role == TOTAL and not of_city):
                totals.total(row.number, row.cells)
            elif row.role == DATA and not of_city:
                totals.data(row.cells, row.group)
            if not sums_groups and (row.role == DATA or of_city):
                self.hidden += row.number in self.table.block.view.sheet.hidden_rows
                width = self.table.columns[-1].number - self.offset + 1
                cells = row.cells + [None] * (width - len(row.cells))
                if not common.unfinished_formulas(self.table, row.number, cells, self.findings):
                    found += [r for c in self.values if (r := self._record(row, cells, c))]
        self.sums.warn(self.findings, {c.number for c in self.values if self._thousands(c)})
        return found

    def _thousands(self, column: Column) -> bool:
        return self.in_thousands or heading_in_thousands(column.heading.text)

    def _names_city(self, row: Row) -> bool:
        column = self.table.column("unit")
        text = common.text_of(row.cells, column.number - self.offset) if column else None
        return bool(text) and "thanh pho" in bare(text or "")

    def _sums_groups(self, row: Row, totals: Totals) -> bool:
        """Whether a row of the city is of several groups; without one of its own it takes that of the rows above it."""
        unit = _SUM_OF.sub("", common.field_text(self.table, row.cells, "unit") or "", count=1)
        if self.places.unit(unit, "", "", "", self.since).code != CITY:
            return False
        found: list[tuple[str, int | None]] = []
        if self.table.column("group") and not common.field_text(self.table, row.cells, "group"):
            year = self.table.column("year") and not common.field_text(self.table, row.cells, "year")
            found = self.above.of_city(year_blank=bool(year), sums_last=totals.makes_last(row.cells))
        self.above.close()
        if len(found) > 1:
            return True
        totals.passed()
        self.taken = found[0] if found else (None, None)
        return False

    def _record(self, row: Row, cells: list[Cell], column: Column) -> dict[str, Any] | None:
        cell = cells[column.number - self.offset]
        value = read_value(cell)
        if isinstance(value, Fault):
            self.findings.add(value.code, row.number, column.number, cell, hint=value.hint)
            return None
        if value is None:
            if len(self.values) == 1 and common.field_text(self.table, cells, "group"):
                lacks = {"what": "số người", "fix": "Ghi số người ở ô này, hoặc xóa dòng."}
                self.findings.add(IssueCode.REQUIRED_MISSING, row.number, column.number, **lacks)
            return None
        if self._thousands(column) and value < MOST_THOUSANDS:
            value = round(value * 1000)
        if not float(value).is_integer():
            self.findings.add(IssueCode.NUMBER_UNREADABLE, row.number, column.number, cell)
            return None
        group = self.taken[0] or self._group(row, cells, column)
        across = find_period(column.heading.period) if column.heading.period else None
        told = across or (None if self.table.column("year") else row.group.period) or self._year(row, cells)
        if group is None or told is None or told.year is None:
            return None
        span = span_of(told)
        named = (
            self._unit_text(cells)
            or common.field_text(self.table, cells, "ward")
            or column.heading.unit
            or ""
        )
        named = _SUM_OF.sub("", named, count=1)
        era = era_of(span.start, span.end) if span else Era.UNKNOWN
        since = self.since if self.since == Era.COMMUNES else era
        answer = self.places.unit(named, row.group.unit or "", "", "", since)
        if answer.issue and since != era:
            # In a list since the communes, a district by its type beside a year of the districts.
            answer = self.places.unit(named, row.group.unit or "", "", "", era)
        code = answer.code
        if answer.issue == IssueCode.REQUIRED_MISSING and not any(map(self.table.column, ("unit", "ward"))):
            code = CITY
        elif answer.issue:
            report(answer, self.findings, row.number, unit_column(self.table), self.table.column("unit"))
            return None
        elif is_part_of(code, named or row.group.unit or ""):
            self.findings.add(
                IssueCode.UNIT_UNKNOWN, row.number, unit_column(self.table), named, fix=PART_FIX
            )
            return None
        record = {
            "group": group,
            "unit": code,
            "year": told.year,
            "value": value,
            "origin": common.field_text(self.table, cells, "origin") or self.origin,
            "source": {"sheet": self.findings.sheet, "row": row.number},
        }
        self.sums.tell(record, column.number)
        self.above.tell(record)
        return record

    def _unit_text(self, cells: list[Cell]) -> str | None:
        """The words of a row's unit; a year below "Đơn vị", with the units across, is none."""
        text = common.field_text(self.table, cells, "unit")
        return None if text and any(c.heading.unit for c in self.values) and find_period(text) else text

    def _group(self, row: Row, cells: list[Cell], column: Column) -> str | None:
        at = self.table.column("group")
        own = column.heading.lowest
        # The age of a part stands lowest: "Trẻ em dưới 16 tuổi" above "Trong đó dưới 6 tuổi".
        across = own if _AGE.search(own) and find_group(own) else column.heading.text
        text = common.field_text(self.table, cells, "group") if at else across
        headings = (row.group.levels[n].label for n in sorted(row.group.levels, reverse=True))
        headed = None if at else next(filter(None, map(find_group, headings)), None)
        found = find_group(text or "") or (None if at else self._group_above())
        if not at and _ANY_CHILDREN.fullmatch(bare(text or "")):
            told = find_group(self.table.context.text)
            found = told if told and told != "population" else found
        # "Dân số" below the heading of an age is of that age.
        found = headed if headed and (found == "population" or not find_group(text or "")) else found
        if found is None:
            if text:
                self.findings.add(IssueCode.GROUP_UNKNOWN, row.number, (at or column).number, text)
            else:
                self.findings.add(
                    IssueCode.REQUIRED_MISSING,
                    row.number,
                    (at or column).number,
                    what="nhóm tuổi",
                    fix="Ghi nhóm tuổi, ví dụ Trẻ em dưới 16 tuổi.",
                )
        return found

    def _group_above(self) -> str | None:
        """The group that the words above the table name; children of no age said are those of the law."""
        text = self.table.context.text
        return find_group(text) or ("under_16" if _CHILDREN.search(bare(text)) else None)

    def _year(self, row: Row, cells: list[Cell]) -> Words | None:
        if self.taken[1]:
            return Words("year", "", self.taken[1])
        column = self.table.column("year")
        cell = cells[column.number - self.offset] if column else None
        if column and cell is not None:
            year = getattr(cell, "year", None)
            found = re.search(r"\b(19|20)\d\d\b", words(cell))
            if year is None and found:
                year = int(found[0])
            if year is None:
                self.findings.add(
                    IssueCode.DATE_UNREADABLE, row.number, column.number, cell, when="Ghi năm, ví dụ 2023."
                )
                return None
            return Words("year", "", int(year))
        side = common.field_text(self.table, cells, "unit")
        if side and self._unit_text(cells) is None:
            return find_period(side)
        told = self.table.context.year or next(
            (w.year for w in map(find_period, [self.table.context.text]) if w), None
        )
        told = told or (int(self.day[2]) if self.day else None)
        told = told or (int(as_of[1]) if (as_of := _AS_OF.search(bare(self.table.context.text))) else None)
        if told is None:
            self.findings.add(
                IssueCode.REQUIRED_MISSING,
                row.number,
                (column or self.table.columns[0]).number,
                what="năm của số liệu",
                fix="Thêm cột Năm.",
            )
            return None
        return Words("year", "", told)
