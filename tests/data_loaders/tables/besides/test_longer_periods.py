"""A summary of a longer period beside those of its parts in one file is told: the shorter ones count."""

from typing import Any

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import codes, issues, records, xlsx

_HALF = "6 tháng đầu năm"


def _sheet(period: str, classes: int, parents: int, audience: str = "Cha mẹ") -> list[list[Any]]:
    head = ["Đối tượng", "Số lớp tập huấn", "Số lượt"]
    title = [f"TỔNG HỢP KẾT QUẢ {period.upper()} 2023"]
    return [["UBND QUẬN HẢI CHÂU"], title, head, [audience, classes, parents]]


_QUARTERS = {"Quý I": _sheet("Quý I", 1, 40), "Quý II": _sheet("Quý II", 2, 80)}
_MONTHS = {f"Tháng {n}": _sheet(f"Tháng {n}", 1, 40) for n in (1, 2, 3)}


@pytest.mark.parametrize(
    ("parts", "longer", "figures", "differ"),
    [
        (_QUARTERS, _HALF, (3, 120), False),
        (_QUARTERS, _HALF, (4, 160), True),
        (_QUARTERS, "năm", (5, 200), True),
        (_MONTHS, "Quý I", (3, 120), False),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_longer_period_is_told(
    parts: dict[str, Any], longer: str, figures: tuple[int, int], differ: bool, first: bool
) -> None:
    whole = {"Tổng hợp": _sheet(longer, *figures)}
    report = check("bao-cao.xlsx", xlsx(whole | parts if first else parts | whole))
    (found,) = report["issues"]
    assert (found["code"], found["severity"]) == ("longer_period", "warning")
    assert (found["sheet"], found["cell"], report["status"]) == ("Tổng hợp", "A4", "ready")
    assert all(f"“{name}”" in found["message"] for name in parts)
    assert ("không bằng" in found["message"]) is differ
    assert len(records(report)) == len(parts) + 1


@pytest.mark.parametrize(
    "sheets",
    [
        # Running totals: each begins with the year.
        {"Quý I": _sheet("Quý I", 1, 40), "6 tháng": _sheet(_HALF, 3, 120)},
        # Nothing of the one lies in the other.
        {"Quý III": _sheet("Quý III", 1, 40), "6 tháng": _sheet(_HALF, 3, 120)},
        # Other people.
        {"Quý II": _sheet("Quý II", 1, 40, "Giáo viên"), "6 tháng": _sheet(_HALF, 3, 120)},
        _QUARTERS,
    ],
)
def test_what_counts_beside_each_other_is_not(sheets: dict[str, Any]) -> None:
    assert codes(check("bao-cao.xlsx", xlsx(sheets))) == []


def test_one_word_for_all_rows_of_a_sheet() -> None:
    more = ["Giáo viên", 1, 30]
    parts = {name: [*rows, more] for name, rows in _QUARTERS.items()}
    whole = {"6 tháng": [*_sheet(_HALF, 3, 120), ["Giáo viên", 2, 60]]}
    assert issues(check("bao-cao.xlsx", xlsx(parts | whole))) == [("longer_period", "A4")]
