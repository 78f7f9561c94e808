"""A checked file as somebody may hand it in who reaches some units only: the rows of others are errors."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from program import units
from program.contract import Issue, IssueCode, Report, Table


def keep(report: Report, own: Collection[str] | None) -> Report:
    """The report without the records of units that are not among `own` (codes; None: every unit is), each
    of their rows an error `unit_not_yours`; `needs_fixes` where rows of the person's own are left, else
    `rejected`. The very same report where nothing is foreign; a rejected one stays as it is."""
    if own is None or report["status"] == "rejected":
        return report
    tables: list[Table] = []
    found: list[Issue] = []
    for table in report["tables"]:
        foreign = [record for record in table["records"] if record["unit"] not in own]
        if foreign:
            found += _findings(table, foreign)
            table = {**table, "records": [record for record in table["records"] if record["unit"] in own]}  # noqa: PLW2901
        tables.append(table)
    if not found:
        return report
    left = any(table["records"] for table in tables)
    return {
        **report,
        "status": "needs_fixes" if left else "rejected",
        "tables": tables,
        "issues": [*report["issues"], *found],
    }


def _findings(table: Table, foreign: Collection[Mapping[str, Any]]) -> Iterator[Issue]:
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
