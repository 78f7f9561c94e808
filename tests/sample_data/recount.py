"""An independent count of the demo workbooks: plain loops over openpyxl and calamine rows.

It shares no code with the loaders, the figures or the script that made the workbooks. Tests
elsewhere hold the product's numbers against `lines`, `activities_of` and `attendances_of`.
"""

import csv
import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

REFERENCE = Path(__file__).resolve().parents[2] / "reference"

Rows = list[list[Any]]


@dataclass(frozen=True)
class Line:
    """One line of a workbook that counts: where it stands, and what it says."""

    file: str
    sheet: str
    row: int
    unit: str
    kind: str | None
    title: str | None
    school: str | None
    start: date
    end: date
    basis: str
    count: int
    attendances: dict[str, int]
    total: int
    female: int | None

    @property
    def day(self) -> date:
        """The day on which the line counts: the first, or the middle one of a sum or a zero."""
        if self.basis == "detail":
            return self.start
        return self.start + timedelta(days=(self.end - self.start).days // 2)

    @property
    def year(self) -> int:
        """The report year, 15-12 to 14-12."""
        return self.day.year + 1 if (self.day.month, self.day.day) >= (12, 15) else self.day.year


_HEADINGS = {
    "đơn vị": "unit",
    "loại hoạt động": "kind",
    "tên hoạt động": "title",
    "nội dung": "title",
    "nội dung hoạt động": "title",
    "ngày bắt đầu": "start",
    "từ ngày": "start",
    "ngày kết thúc": "end",
    "đến ngày": "end",
    "trường/cơ sở": "school",
    "trường học": "school",
    "số lớp/buổi": "count",
    "đối tượng": "audience",
    "tổng lượt": "total",
    "tổng số": "total",
    "lượt tham gia": "total",
    "trong đó nữ": "female",
}
_AUDIENCES = {
    "trẻ em trong trường học": "children_in_school",
    "trẻ em trong trường": "children_in_school",
    "trẻ em ngoài trường học": "children_out_of_school",
    "trẻ em ngoài trường": "children_out_of_school",
    "cha mẹ, người chăm sóc trẻ": "parents",
    "cha mẹ, người chăm sóc": "parents",
    "cha mẹ": "parents",
    "giáo viên, cbql giáo dục": "teachers",
    "giáo viên, cbql": "teachers",
    "giáo viên": "teachers",
    "cán bộ làm công tác trẻ em, cộng tác viên": "child_workers",
    "cán bộ trẻ em, ctv": "child_workers",
    "cộng tác viên trẻ em": "child_workers",
    "cbccvc, đoàn thể": "officials",
    "cán bộ, đoàn thể": "officials",
    "đối tượng khác": "other",
    "khác": "other",
}
_KINDS = {
    "lớp tập huấn": "training_class",
    "tập huấn": "training_class",
    "buổi truyền thông": "communication_session",
    "truyền thông": "communication_session",
    "hội thi, cuộc thi": "contest",
    "hội thi": "contest",
    "cuộc thi": "contest",
    "hoạt động khác": "other",
    "khác": "other",
}
_COUNTS = {"số lớp": "training_class", "số buổi": "communication_session"}


def _words(value: object) -> str:
    text = " ".join(unicodedata.normalize("NFC", str(value or "")).split()).casefold()
    return text.replace("hoà", "hòa")


def _number(value: object) -> int | None:
    if value is None or value == "":
        return None
    return int(value.replace(".", "")) if isinstance(value, str) else int(value)  # type: ignore[call-overload]


def _date(value: object) -> date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not value:
        return None
    day, month, year = str(value).split("/")
    return date(int(year), int(month), int(day))


@cache
def _units() -> dict[str, str]:
    found: dict[str, str] = {}
    with (REFERENCE / "danang_units.csv").open(encoding="utf-8", newline="") as source:
        for r in csv.DictReader(source):
            new = r["level"] == "commune" and r["valid_from"] >= "2025-07-01" and not r["valid_to"]
            if new or r["level"] == "district":
                found[_words(r["name"])] = r["code"]
    with (REFERENCE / "organisations.csv").open(encoding="utf-8", newline="") as source:
        for r in csv.DictReader(source):
            found[_words(r["name"])] = r["code"]
    return found


def _unit(text: object) -> str:
    return _units()[_words(text).removeprefix("đơn vị báo cáo: ").removeprefix("ubnd ")]


@cache
def sheets(path: Path) -> dict[str, Rows]:
    """Name → rows of every sheet of a workbook; the first row of a sheet is row 1."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, data_only=True)
        return {s.title: [list(row) for row in s.iter_rows(values_only=True)] for s in book.worksheets}
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as source:
            return {path.stem: list(csv.reader(source, delimiter=";"))}
    book = CalamineWorkbook.from_path(path)
    names = book.sheet_names
    return {n: book.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in names}


def lines(path: Path) -> Iterator[Line]:
    """Every line of a unit's workbook that counts."""
    for sheet, rows in sheets(path).items():
        top = next(i for i, row in enumerate(rows) if row and _words(row[0]) in ("stt", "tt", "đơn vị"))
        read = _crosstab if _words(rows[top][0]) == "tt" else _activities
        yield from read(path.name, sheet, rows, top)


def _activities(file: str, sheet: str, rows: Rows, top: int) -> Iterator[Line]:
    heads = [_words(value) for value in rows[top]]
    first = top + 1
    if "thời gian" in heads:
        heads = [_words(below) or above for above, below in zip(heads, rows[top + 1], strict=True)]
        first = top + 3
    at = {_HEADINGS[h]: i for i, h in enumerate(heads) if h in _HEADINGS}
    audiences = {i: _AUDIENCES[h] for i, h in enumerate(heads) if h in _AUDIENCES}
    above = [str(row[0]) for row in rows[:top] if row and row[0]]
    for i, row in enumerate(rows[first:], first + 1):
        cell = {name: row[place] or None for name, place in at.items()}
        if _words(cell["title"]) == "tổng cộng":
            return
        if not cell["title"]:
            continue
        unit = _unit(cell["unit"]) if "unit" in cell else _unit_above(above)
        zero = _words(cell["title"]).startswith("không phát sinh")
        start = _date(cell["start"])
        end = _date(cell["end"]) or start
        if start is None:
            start, end = _span_above(above)
        assert end is not None
        attendances = {a: n for place, a in audiences.items() if (n := _number(row[place])) is not None}
        total = _number(cell["total"]) or 0
        if cell.get("audience"):
            attendances = {_AUDIENCES[_words(cell["audience"])]: total}
        yield Line(
            file,
            sheet,
            i,
            unit,
            None if zero else _KINDS[_words(cell["kind"])],
            str(cell["title"]),
            cell.get("school"),
            start,
            end,
            "declared_zero" if zero else "detail",
            0 if zero else _number(cell.get("count")) or 1,
            attendances,
            total,
            _number(cell.get("female")),
        )


def _unit_above(above: list[str]) -> str:
    named = [text for text in above if _words(text).startswith("đơn vị báo cáo: ")]
    return _unit(named[0] if named else above[0])


def _span_above(above: list[str]) -> tuple[date, date]:
    (dates,) = [found for text in above if len(found := re.findall(r"\d\d/\d\d/\d{4}", text)) == 2]
    start, end = (_date(text) for text in dates)
    assert start
    assert end
    return start, end


_QUARTERS = {"quý i": 1, "quý ii": 2, "quý iii": 3, "quý iv": 4}


def _crosstab(file: str, sheet: str, rows: Rows, top: int) -> Iterator[Line]:
    above = [str(row[0]) for row in rows[:top] if row and row[0]]
    year = _span_above(above)[1].year
    for i, row in enumerate(rows[top + 2 :], top + 3):
        side = _words(row[1])
        if side == "tổng cộng":
            return
        audience = _AUDIENCES.get(side)
        unit = _unit_above(above) if audience else _unit(row[1])
        for place, heading in enumerate(rows[top]):
            quarter = _QUARTERS.get(_words(heading))
            count = _number(row[place]) if quarter else None
            if quarter is None or count is None:
                continue
            start = date(year, 3 * quarter - 3, 15) if quarter > 1 else date(year - 1, 12, 15)
            total = _number(row[place + 1]) or 0
            yield Line(
                file,
                sheet,
                i,
                unit,
                _COUNTS[_words(rows[top + 1][place])],
                None,
                None,
                max(start, date(2021, 6, 1)),
                date(year, 3 * quarter, 14),
                "summary",
                count,
                {audience: total} if audience else {},
                total,
                None,
            )


def counting(found: Iterable[Line]) -> list[Line]:
    """Without the sums beside which the same unit gives the same kind finer, for audiences of which at
    least one is the same or where one of the two names none: what is listed counts. From the finest up."""
    kept: list[Line] = []
    for line in sorted(found, key=lambda one: (one.basis == "summary", one.end - one.start)):
        named = {audience for audience, number in line.attendances.items() if number}
        finer = [
            other
            for other in kept
            if line.basis == "summary"
            and (other.unit, other.kind) == (line.unit, line.kind)
            and (
                line.start <= other.day <= line.end
                if other.basis == "detail"
                else other.basis == "summary"
                and line.start <= other.start <= other.end <= line.end
                and other.end - other.start < line.end - line.start
            )
        ]
        others = [{a for a, number in other.attendances.items() if number} for other in finer]
        if not any(not named or not other or named & other for other in others):
            kept.append(line)
    return kept


def activities_of(found: Iterable[Line]) -> Counter[tuple[str, str, int]]:
    """(unit, kind, report year) → how many activities."""
    total: Counter[tuple[str, str, int]] = Counter()
    for line in found:
        if line.kind:
            total[line.unit, line.kind, line.year] += line.count
    return total


def activities_with(found: Iterable[Line]) -> Counter[tuple[str, str, str, int]]:
    """(unit, kind, audience, report year) → how many activities had this audience."""
    total: Counter[tuple[str, str, str, int]] = Counter()
    for line in found:
        for audience, number in line.attendances.items():
            if line.kind and number:
                total[line.unit, line.kind, audience, line.year] += line.count
    return total


def attendances_of(found: Iterable[Line]) -> Counter[tuple[str, str, str, int]]:
    """(unit, kind, audience, report year) → attendances; `unspecified` is what a total holds beyond."""
    total: Counter[tuple[str, str, str, int]] = Counter()
    for line in found:
        if not line.kind:
            continue
        for audience, number in line.attendances.items():
            total[line.unit, line.kind, audience, line.year] += number
        rest = line.total - sum(line.attendances.values())
        if rest:
            total[line.unit, line.kind, "unspecified", line.year] += rest
    return total


def women_of(found: Iterable[Line]) -> Counter[tuple[str, str, int]]:
    """(unit, kind, report year) → women among the attendances, where a file says so."""
    total: Counter[tuple[str, str, int]] = Counter()
    for line in found:
        if line.kind and line.female:
            total[line.unit, line.kind, line.year] += line.female
    return total
