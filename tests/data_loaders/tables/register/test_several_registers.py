"""Registers of several kinds on one sheet."""

from tests.data_loaders.sheets import checked, records


def test_registers_side_by_side() -> None:
    rows = [
        ["UBND QUẬN CẨM LỆ"],
        ["Chỉ tiêu năm 2023 và số trẻ em"],
        ["Chỉ tiêu", "Năm", "Giá trị", None, "Nhóm trẻ em", "Năm", "Số lượng"],
    ]
    found = records(checked([*rows, ["L-sessions", 2023, 4, None, "Trẻ em dưới 6 tuổi", 2023, 5000]]))
    assert [(r.get("indicator"), r.get("group"), r["value"]) for r in found] == [
        ("L-sessions", None, 4),
        (None, "under_6", 5000),
    ]
