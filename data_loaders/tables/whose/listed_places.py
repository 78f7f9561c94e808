"""Districts or communes that a department or mass organisation lists beside its rows: those who held them and report
them, or only where its own were held. One rule for the districts to 30-6-2025 and the communes after it; other bodies of
the city in a summary ("Tổ chức": "Hội LHPN", "Thành Đoàn") are those who held them, or its partners."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from data_loaders.cells import words
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.layout.below.row_labels import named_by
from data_loaders.names.old_wards import names_district
from data_loaders.names.organisations import GATHERING
from data_loaders.names.units import Era, is_whole_name, resolve
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from program import units
from program.contract import IssueCode, TableKind
from program.text import fold
from program.units import BREAK, CITY

_DISTRICTS = re.compile(r"(quan|huyen|q|h)\b")
# An office of districts ("Phòng GD&ĐT") over their own names.
_OFFICE = re.compile(r"phong\b")
_FIRST = 60
# The share of cells that name units where a column names hardly anybody else.
_HARDLY_BUT = 0.7
# What the focal agency compiles of the reports of communes, and what any other body says more plainly.
_COMPILED = re.compile(r"\b(tong hop|cac|cua cac)\b.{0,80}\b(phuong|xa|dia phuong)\b")
_SUMMED_UP_BODIES = re.compile(
    r"\b(tong hop\b.{0,80}\bcac|cua cac) (to chuc|doan the|hoi|so|ban|nganh|don vi|co quan|thanh vien)\b"
)
_SUMMED_UP = re.compile(r"\b(tong hop\b.{0,80}\bcac|cua cac) (phuong|xa|dia phuong|quan|huyen)\b")
# "Các lớp tập huấn của Sở", "Hoạt động do Hội LHPN thành phố tổ chức".
_ITS_OWN = re.compile(
    r"\b(lop|buoi|khoa|hoat dong|hoi nghi|hoi thi|chuyen de)\b.{0,80}\b(cua|do) "
    r"(so|hoi|thanh doan|cong an|lien doan|mttq|ubmttq|mat tran|uy ban mat tran|co quan)\b(?!.{0,60}\b(cac|quan|huyen|phuong|xa)\b)"
)
# Where it was held: "Địa bàn", "Nơi tổ chức", or beside the words of an address.
_PLACE = re.compile(r"(dia ban|dia diem|dia chi|noi(?! dung)|tai)\b")
# What a row tells of an activity beside its place, and what stands in front of it where the row is about the place.
_OWN_WORDS = ("title", "organiser", "school", "delivery", "audience", "start_date")
_OF_ACTIVITIES = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)
# What a column of wards alone is headed by; or most of its cells are the names of units and nothing more.
_WARDS = re.compile(r"\b((?<!dia )phuong|xa)\b")
_BODIES = ("department", "mass_organisation")
_BEFORE = ("title", "start_date", "school")


_PLACE_HELD = "nơi tổ chức"
_BODIES_FIX = (
    "Nếu do từng tổ chức thực hiện và báo cáo, sửa tiêu đề cột thành “Đơn vị báo cáo”, hoặc ghi ở tiêu đề bảng “Tổng hợp "
    "kết quả của các tổ chức”; nếu chỉ là bên phối hợp, sửa thành “Đơn vị phối hợp”"
)


@dataclass(frozen=True)
class Listed:
    """`theirs`: the rows are of the units that the column or the groups name; `own`: a title says that they are the
    body's own. `doubtful`: either may be meant, so that what was taken is said, of the `column` or of the headings of groups.
    `bodies`: the column names organisers, other bodies of the city."""

    theirs: bool = False
    own: bool = False
    column: Column | None = None
    doubtful: bool = False
    bodies: bool = False


NOTHING_LISTED = Listed()


def listed(table: Understood) -> Listed:
    """What the places of a table are, where a body of the city reports."""
    code = table.context.unit(Era.UNKNOWN)[0].code
    body = units.unit(code) if code else None
    if body is None or body.level in ("district", "commune"):
        return NOTHING_LISTED
    gathers = body.code in GATHERING
    theirs = bool((_COMPILED if gathers else _SUMMED_UP).search(fold(table.context.text)))
    if body.code == CITY or table.kind not in _OF_ACTIVITIES:
        return Listed(theirs)
    if (column := table.column("organiser")) and _other_bodies(table, column, body.code):
        summed = bool(_SUMMED_UP_BODIES.search(fold(table.context.text)))
        if summed or not _says_its_own(table):
            return Listed(summed or gathers, column=column, doubtful=not summed, bodies=True)
    unit, ward = table.column("unit"), table.column("ward")
    named = unit and (unit.heading.answered or _of_districts(table, unit))
    column = ward if unit is None else unit if named else None
    if column and column.heading.answered:
        return Listed(column is unit, column is not unit, column)
    # Who gathers the reports of all lists districts as theirs, whatever its title.
    own = not theirs and not (gathers and (unit or not ward))
    own = own and _says_its_own(table)
    if column is None or theirs or own:
        return Listed(theirs, own, column, doubtful=not (unit or theirs or own or gathers))
    if ward is column and not any(map(table.column, _OWN_WORDS)):
        return Listed(theirs=True, column=column)
    if table.column("organiser") or not _several(table, column) or (ward and _of_address(table, column)):
        return Listed(column is unit, False, column)
    first = all(c.number > column.number for c in map(table.column, _BEFORE) if c)
    return Listed(first or column is unit, False, column, doubtful=column is ward or not gathers)


def _of_districts(table: Understood, column: Column) -> bool:
    """Whether a column of units is headed by their districts, or holds these below the office of each."""
    heading = fold(column.heading.text)
    over = _OFFICE.match(heading) and any(names_district(words(c)) for c in _first_cells(table, column))
    return bool(over or _DISTRICTS.match(heading))


def _says_its_own(table: Understood) -> bool:
    return any(_ITS_OWN.search(fold(line)) for line in table.context.lines)


def _other_bodies(table: Understood, column: Column, own: str) -> bool:
    """Whether a column of organisers names two units that report or more beside the one that sends it, and nothing else
    tells whose a row is: bodies of the city in a summary; in a list, in front of the activity, hardly anybody but such units."""
    if column.heading.answered or table.column("unit") or table.column("ward"):
        return False
    cells = _first_cells(table, column)
    named = (units.unit(resolve(words(cell), Era.UNKNOWN).code or "") for cell in cells)
    found = [unit for unit in named if unit]
    title = table.column("title")
    if table.kind == TableKind.ACTIVITIES:
        if title is None or title.number < column.number or len(found) < _HARDLY_BUT * len(cells):
            return False
        return len({u.code for u in found} - {own, CITY}) > 1
    return title is None and len({u.code for u in found if u.level in _BODIES} - {own, CITY}) > 1


def _first_cells(table: Understood, column: Column) -> list[Cell]:
    block = table.block
    cells = block.view.column(column.number, block.first, min(block.last, block.first + _FIRST))
    return [cell for cell in cells if cell is not None]


def _several(table: Understood, column: Column) -> bool:
    found = (resolve(words(cell), Era.UNKNOWN) for cell in _first_cells(table, column))
    return len({named.code or named.candidates for named in found} - {()}) > 1


def _of_address(table: Understood, column: Column) -> bool:
    """Whether a column of wards says where: by its heading, or as the last part of an address in columns beside it."""
    beside = (table.headings.get(column.number + step) for step in (-1, 1))
    return any(_PLACE.match(fold(h.text)) for h in (column.heading, *beside) if h)


def names_wards(table: Understood) -> bool:
    """Whether a column of wards names units, where no column of units does: by its heading, or by most of its cells.
    A school's ward is only where it lies."""
    column = table.column("ward")
    if column is None or table.column("unit") or table.kind not in _OF_ACTIVITIES:
        return False
    heading = fold(column.heading.text)
    if _WARDS.search(heading) and not _PLACE.match(heading):
        return True
    cells = _first_cells(table, column)
    return 2 * sum(is_whole_name(words(cell)) for cell in cells) > len(cells)


def say_what_was_taken(
    table: Understood, places: Listed, records: Iterable[dict[str, Any]], findings: Findings
) -> None:
    """Say once whose the rows were taken for, where the words of the table leave it open."""
    if not places.doubtful:
        return
    body = units.label(table.context.unit(Era.UNKNOWN)[0].code or "")
    if places.column is None:
        if heading := _group_heading(table, records):
            fix = f"Nếu do {body} thực hiện tại đó, ghi rõ ở tiêu đề bảng, ví dụ “Các hoạt động do {body} tổ chức”"
            taken = "quận, huyện, phường, xã ghi ở dòng tiêu đề của nhóm"
            findings.add(
                IssueCode.PLACE_OR_UNIT, *heading, named="Nhóm", other=_PLACE_HELD, taken=taken, fix=fix
            )
        return
    at = table.block.heading_row(places.column.number), places.column.number, places.column.heading.text
    if places.bodies:
        taken = "từng tổ chức ghi ở cột này" if places.theirs else body
        findings.add(
            IssueCode.PLACE_OR_UNIT, *at, named="Cột", other="bên phối hợp", taken=taken, fix=_BODIES_FIX
        )
        return
    of_communes = places.column.field == "ward"
    # A period that spans the change may be taken for the communes, or for the body.
    if of_communes and not any(
        _of_commune(r["unit"]) or r["start_date"] >= BREAK.isoformat() for r in records
    ):
        return
    each = "từng phường, xã" if of_communes else "từng quận, huyện"
    findings.add(
        IssueCode.PLACE_OR_UNIT,
        *at,
        named="Cột",
        other=_PLACE_HELD,
        taken=f"{each} ghi ở cột này" if places.theirs else body,
        fix=f"Nếu do {each} thực hiện, sửa tiêu đề cột thành “Đơn vị”; nếu do {body} thực hiện tại đó, sửa thành "
        "“Địa bàn tổ chức”",
    )


def _of_commune(code: str) -> bool:
    unit = units.unit(code)
    return unit is not None and unit.level == "commune"


def _group_heading(table: Understood, records: Iterable[dict[str, Any]]) -> tuple[int, int, Cell] | None:
    """Where the words stand that head the group of the first record of a district or commune."""
    block = table.block
    first = next(
        (r for r in records if (u := units.unit(r["unit"])) and u.level in ("district", "commune")), None
    )
    for number in range(first["source"]["row"] - 1 if first else 0, block.first - 1, -1):
        for at, cell in enumerate(block.view.cells(number), block.view.first_column):
            if isinstance(cell, str) and first and named_by(cell).unit:
                return number, at, cell
    return None
