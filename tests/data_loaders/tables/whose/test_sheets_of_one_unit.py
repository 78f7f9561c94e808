"""A sheet whose column of units is blank throughout, in a workbook whose other sheets name one unit there."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import Rows, codes, records, xlsx

_HEADER = ["TT", "Đơn vị", "Tên lớp", "Ngày", "Số người"]


def _month(number: int, *rows: list[object]) -> Rows:
    return [["DANH SÁCH LỚP TẬP HUẤN NĂM 2024"], [f"Tháng {number} năm 2024"], _HEADER, *rows]


def _class(unit: str | None, number: int) -> list[object]:
    return [1, unit, f"Lớp {number}", f"{number}/{number}/2024", 40 + number]


def _checked(*months: Rows) -> tuple[str, list[str], list[tuple[str, str, int]]]:
    report = check("x.xlsx", xlsx({f"Tháng {n}": rows for n, rows in enumerate(months, 3)}))
    found = [(r["unit"], r["basis"], r["attendances_total"]) for r in records(report)]
    return report["status"], codes(report), found


@pytest.mark.parametrize("below", [[], [[], [None, "Người lập biểu"], [None, "(Ký, ghi rõ họ tên)"]]])
@pytest.mark.parametrize("unit", ["Quận Hải Châu", "Q. Hải Châu"])
def test_a_month_without_activities_is_declared_by_the_unit_of_the_others(
    unit: str, below: list[list[object]]
) -> None:
    silent = _month(5, ["Không phát sinh"], *below)
    found = [("492", "detail", 43), ("492", "detail", 44), ("492", "declared_zero", 0)]
    assert _checked(_month(3, _class(unit, 3)), _month(4, _class(unit, 4)), silent) == ("ready", [], found)


def test_nobody_declares_it_where_the_others_are_of_two_units() -> None:
    two = _month(3, _class("Quận Hải Châu", 3)), _month(4, _class("Quận Sơn Trà", 4))
    status, found, read = _checked(*two, _month(5, ["Không phát sinh"]))
    assert (status, found, len(read)) == ("needs_fixes", ["required_missing"], 2)


def test_a_blank_among_filled_cells_stays_nobody() -> None:
    one = _month(3, _class("Quận Hải Châu", 3))
    status, found, read = _checked(one, _month(4, _class(None, 4), _class("Quận Hải Châu", 5)))
    assert (status, found, len(read)) == ("needs_fixes", ["required_missing"], 2)
