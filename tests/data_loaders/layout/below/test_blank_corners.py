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


@pytest.mark.parametrize("total", [[], [["Cộng", None, 16, 3900]]])
def test_a_year_written_once_over_its_months_and_quarters(total: list[list[object]]) -> None:
    rows = [["SỞ GD&ĐT"], ["THEO DÕI BUỔI TRUYỀN THÔNG"], ["Năm", "Quý", "Số buổi", "Lượt học sinh"]]
    rows += [[2023, "I", 5, 1200], [None, "II", 6, 1400], [2024, "I", 3, 800], [None, "II", 2, 500], *total]
    report = checked(rows)
    assert report["status"] == "ready"
    assert [r["start_date"] for r in records(report)] == [
        "2022-12-15",
        "2023-03-15",
        "2023-12-15",
        "2024-03-15",
    ]


@pytest.mark.parametrize(("last", "lacks"), [("Quận Sơn Trà", 0), (None, 2)])
def test_kinds_written_once_over_as_many_units_each(last: str | None, lacks: int) -> None:
    rows = [["SỞ TT&TT"], ["TỔNG HỢP NĂM 2023"], ["Loại hoạt động", "Đơn vị", "Số lượng", "Lượt cha mẹ"]]
    rows += [["Lớp tập huấn", "Quận Hải Châu", 5, 200], [None, "Quận Sơn Trà", 4, 160]]
    rows += [["Buổi truyền thông", "Quận Hải Châu", 9, 700]]
    rows += [[None, last, 8, 640]] if last else [[None, "Quận Cẩm Lệ", 3, 90], [None, "Sở Y tế", 2, 80]]
    report = checked(rows)
    assert len([i for i in report["issues"] if i["code"] == "required_missing"]) == (
        lacks + 1 if lacks else 0
    )
    if not lacks:
        assert [(r["kind"][:5], r["unit"]) for r in records(report)] == [
            ("train", "492"), ("train", "493"), ("commu", "492"), ("commu", "493"),
        ]  # fmt: skip
