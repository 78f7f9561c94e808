"""A checked file as somebody may hand it in who reaches some units only, or may not say what others are
measured by: what is not theirs is an error, the rest can be taken."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from program import units
from program.contract import MANAGED_KINDS, Issue, IssueCode, Report, Table, TableKind, units_in

_TABLES = {
    TableKind.TARGETS: "bảng chỉ tiêu",
    TableKind.SCHOOLS: "danh sách trường",
    TableKind.POPULATION: "số liệu dân số, trẻ em",
}


def keep(report: Report, own: Collection[str] | None, *, manages: bool = True) -> Report:
    """The report without what is not the person's, each an error: the rows of units that are not among `own`
    (codes; None: every unit is), row by row, and where the person does not manage targets, registers and
    denominators (`manages`) the tables of these. The status is `needs_fixes` where records are left, else
    `rejected`. The very same report where nothing is taken out; a rejected one stays as it is."""
    if report["status"] == "rejected":
        return report
    tables: list[Table] = []
    found: list[Issue] = []
    for table in report["tables"]:
        kept, issues = _kept(table, own, manages)
        tables.append(kept)
        found += issues
    if not found:
        return report
    left = any(table["records"] for table in tables)
    gone = _places(report["tables"]) - _places(tables)
    return {
        **report,
        "status": "needs_fixes" if left else "rejected",
        "tables": tables,
        "issues": [*(one for one in report["issues"] if not _idle(one, gone)), *found],
    }


def _places(tables: Iterable[Table]) -> set[tuple[str, int]]:
    """The rows, each a sheet and a number, that give a record."""
    return {(r["source"]["sheet"], r["source"]["row"]) for table in tables for r in table["records"]}


def _idle(issue: Issue, gone: Collection[tuple[str, int]]) -> bool:
    """Whether a warning speaks of a row that is not taken: its words say that the row counts."""
    if issue["severity"] != "warning" or issue["sheet"] is None or issue["cell"] is None:
        return False
    row = issue["cell"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return row.isdecimal() and (issue["sheet"], int(row)) in gone


def _kept(table: Table, own: Collection[str] | None, manages: bool) -> tuple[Table, list[Issue]]:
    if not manages and table["kind"] in MANAGED_KINDS and table["records"]:
        return {**table, "records": []}, [_whole(table)]
    if own is None or units_in(table) <= set(own):
        return table, []
    foreign = [record for record in table["records"] if record["unit"] not in own]
    mine = [record for record in table["records"] if record["unit"] in own]
    return {**table, "records": mine}, list(_rows(table, foreign))


def _whole(table: Table) -> Issue:
    return {
        "severity": "error",
        "code": IssueCode.TABLE_NOT_YOURS.value,
        "sheet": table["sheet"],
        "cell": None,
        "found": None,
        "message": f"Đây là {_TABLES[TableKind(table['kind'])]}, chỉ cơ quan đầu mối nộp được.",
        "fix": "Bỏ bảng này khỏi tệp, hoặc gửi cho cơ quan đầu mối nộp; các bảng khác của tệp vẫn nộp được.",
    }


def _rows(table: Table, foreign: Collection[Mapping[str, Any]]) -> Iterator[Issue]:
    """One for each row and unit: at its cell where the table has a column of units, else with the row."""
    column = next((letter for letter, field in table["columns"].items() if field == "unit"), None)
    rows = dict.fromkeys((r["source"]["sheet"], r["source"]["row"], r["unit"]) for r in foreign)
    for sheet, row, code in rows:
        name = units.label(code, with_type=True)
        yield {
            "severity": "error",
            "code": IssueCode.UNIT_NOT_YOURS.value,
            "sheet": sheet,
            "cell": f"{column}{row}" if column else None,
            "found": name if column else f"{name}, dòng {row}",
            "message": f"Đây là số liệu của {name}, không phải của đơn vị mà tài khoản này được giao nộp.",
            "fix": "Bỏ dòng này khỏi tệp, hoặc gửi cho đơn vị đó hay cơ quan đầu mối nộp; nếu ghi nhầm tên đơn "
            "vị thì sửa lại.",
        }
