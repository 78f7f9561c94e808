"""Units below a blank heading at the side of figures: the rows are theirs, not of who sent the form."""

import pytest

from tests.data_loaders.sheets import Rows, checked, records

_ROWS: Rows = [["Quận Hải Châu", 3, 140, 120], ["Quận Thanh Khê", 2, 99, 80], ["Quận Sơn Trà", 4, 201, 170]]
_HEAD = ["Số lớp tập huấn", "Số lượt cha mẹ", "Trong đó: Nữ"]
_SENT: Rows = [
    ["Biểu 02", None, None, "Đơn vị báo cáo: Sở LĐTBXH"],
    ["SỐ LỚP TẬP HUẤN 6 THÁNG CUỐI NĂM 2022"],
]


@pytest.mark.parametrize(
    "numbering", [None, ["A", 1, 2, 3], ["A", "1", "2", "3"], ["(1)", "(2)", "(3)", "(4)"]]
)
@pytest.mark.parametrize("before", [(), ("STT",), (None,)])
def test_units_below_a_blank_heading_are_those_of_the_rows(
    numbering: list[object] | None, before: tuple[str | None, ...]
) -> None:
    marks = [[*("A" for _ in before), *numbering]] if numbering else []
    rows = [[*(n for _ in before), *row] for n, row in enumerate(_ROWS, 1)]
    total = [*(None for _ in before), "Tổng số", 9, 440, 370]
    report = checked([*_SENT, [*before, None, *_HEAD], *marks, *rows, total])
    found = [(r["unit"], r["count"], r["female"]) for r in records(report)]
    assert (report["status"], found) == ("ready", [("492", 3, 120), ("491", 2, 80), ("493", 4, 170)])


def test_groups_beside_a_heading_that_nobody_knows_and_a_blank_corner() -> None:
    """What reaches down over both rows of a header is a heading, whatever its words."""
    groups = [None, "Truyền thông trực tiếp", None, "Tập huấn", None, "Số lần phát sóng (Lần)"]
    below = [None, "Số cuộc", "Số lượt người", "Số lớp", "Số lượt người"]
    report = checked(
        [
            ["KẾT QUẢ NĂM 2024"],
            ["UBND QUẬN HẢI CHÂU"],
            groups,
            below,
            ["Phường Bình Thuận", 2, 265, 1, 48, 8],
        ],
        merges=["B3:C3", "D3:E3", "F3:F4"],
    )
    told = [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)]
    assert sorted(told) == [("communication_session", 2, 265), ("training_class", 1, 48)]
    assert report["tables"][0]["header_rows"] == [3, 4]
