"""Sums by quarter: audiences or organisations down the side, quarters across, count and attendances each."""

from collections.abc import Mapping

from program.periods import parse_period
from program.vocabulary import AUDIENCE_LABELS, Kind
from sample_data.layouts import parts
from sample_data.layouts.columns import unit_name
from sample_data.model import DEMO_NOTE, Activity, Cell, Sheet
from sample_data.summaries import Tabulated

_COUNTS = {Kind.TRAINING_CLASS: "Số lớp", Kind.COMMUNICATION_SESSION: "Số buổi"}
_TITLES = {Kind.TRAINING_CLASS: "lớp tập huấn", Kind.COMMUNICATION_SESSION: "buổi truyền thông"}
_QUARTERS = ("Quý I", "Quý II", "Quý III", "Quý IV")


def write(table: Tabulated, lines: Mapping[Kind, list[Activity]]) -> tuple[list[Sheet], list[Activity]]:
    """A sheet for each kind with its lines, and what they say."""
    sheets = [_sheet(table, kind, lines[kind]) for kind in table.kinds]
    return sheets, [line for kind in table.kinds for line in lines[kind]]


def _side(table: Tabulated, line: Activity) -> str:
    """The words at the side of a line: the organisation where there are several, else the audience."""
    if len(table.units) > 1:
        return unit_name(line.unit)
    (audience,) = line.attendances
    return AUDIENCE_LABELS[audience]


def _sheet(table: Tabulated, kind: Kind, lines: list[Activity]) -> Sheet:
    several = len(table.units) > 1
    columns = [int(code[-1]) for code in table.quarters]
    width = 2 + 2 * (len(columns) + 1)
    rows = _title(table, kind, several)
    top = len(rows) + 1
    upper = [Cell("TT", "head"), Cell("Đơn vị" if several else "Đối tượng", "head")]
    lower = [Cell(None, "head"), Cell(None, "head")]
    for words in [*(_QUARTERS[q - 1] for q in columns), "Cả năm"]:
        upper += [Cell(words, "head"), Cell(None, "head")]
        lower += [Cell(_COUNTS[kind], "head"), Cell("Lượt người", "head")]
    rows += [upper, lower]
    sides = list(dict.fromkeys(_side(table, line) for line in lines))
    for i, side in enumerate(sides, 1):
        own = [line for line in lines if _side(table, line) == side]
        rows.append([Cell(i, "center"), Cell(side), *_numbers(own, table.quarters, "number")])
    rows.append([Cell(None, "total"), Cell("Tổng cộng", "total"), *_numbers(lines, table.quarters, "total")])
    rows += [
        [],
        [Cell(None), Cell("THỦ TRƯỞNG ĐƠN VỊ", "title")],
        [Cell(None), Cell("(Ký tên, đóng dấu)", "note")],
    ]
    merges = [(row, 1, row, width) for row in range(1, top - 1)]
    merges += [(top, 1, top + 1, 1), (top, 2, top + 1, 2)]
    merges += [(top, at, top, at + 1) for at in range(3, width, 2)]
    name = "Lớp tập huấn" if kind == Kind.TRAINING_CLASS else "Truyền thông"
    return Sheet(name, rows, merges, [5, 42] + [10] * (width - 2))


def _title(table: Tabulated, kind: Kind, several: bool) -> list[list[Cell]]:
    year = parse_period(table.year)
    reporter = "các hội, đoàn thể thành phố" if several else parts.office_name(table.units[0])
    return [
        [Cell(f"TỔNG HỢP SỐ LIỆU {_TITLES[kind].upper()} NĂM {table.year}", "title")],
        [Cell(f"{parts.PROGRAMME}", "body")],
        [Cell(f"Kỳ báo cáo: năm {table.year} (từ ngày {year.start:%d/%m/%Y} đến ngày {year.end:%d/%m/%Y})")],
        [Cell(f"Đơn vị báo cáo: {reporter}")],
        [Cell(DEMO_NOTE, "note")],
        [],
    ]


def _numbers(lines: list[Activity], quarters: tuple[str, ...], style: str) -> list[Cell]:
    """Count and attendances for each quarter and for the year; blank where nothing was reported."""
    cells = []
    spans = [[line for line in lines if parse_period(code).end == line.end] for code in quarters]
    for found in [*spans, lines]:
        if found:
            cells += [Cell(sum(x.count for x in found), style), Cell(sum(x.total for x in found), style)]
        else:
            cells += [Cell(None, style), Cell(None, style)]
    return cells
