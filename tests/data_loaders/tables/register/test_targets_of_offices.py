"""Targets as offices set them down: what a title or a least says is set, shares that only compare, sums checked."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Năm 2023", "Năm 2024"]
_CLASSES = [2, "Số lớp tập huấn cho cha mẹ", "lớp", 9, 11]
_SCHOOLS = "Tỷ lệ trường tiểu học, THCS, THPT định kỳ tổ chức tuyên truyền"


@pytest.mark.parametrize(
    ("title", "shares", "kind"),
    [
        ("HỆ THỐNG CHỈ TIÊU CHƯƠNG TRÌNH 830", ("70%", "100%"), "targets"),
        ("MỘT SỐ CHỈ TIÊU CHỦ YẾU", ("70%", "100%"), "targets"),
        # A least is set, whatever the title says.
        ("CHƯƠNG TRÌNH 830 GIAI ĐOẠN 2023 - 2024", ("≥ 70 %", "100%"), "targets"),
        # What came of it, in the words of statistics.
        ("HỆ THỐNG CHỈ TIÊU THỐNG KÊ", ("70%", "100%"), "participation"),
        ("KẾT QUẢ CHƯƠNG TRÌNH 830", ("Đạt 70%", "Đạt 100%"), "participation"),
    ],
)
def test_figures_by_years_that_are_set(title: str, shares: tuple[str, str], kind: str) -> None:
    report = checked([["UBND HUYỆN HÒA VANG"], [title], _HEAD, [1, _SCHOOLS, "%", *shares], _CLASSES])
    assert [table["kind"] for table in report["tables"]] == [kind]
    if kind == "targets":
        told = [(r["indicator"], r["value"]) for r in records(report)]
        assert told == [("T1", 70), ("T1", 100), ("L-classes-parents", 9), ("L-classes-parents", 11)]


@pytest.mark.parametrize("share", ["Tỷ lệ KH 2024/TH 2023 (%)", "Tỷ lệ (%)", "Tỷ lệ so với năm 2023 (%)"])
def test_a_share_that_compares_is_no_target(share: str) -> None:
    head = ["STT", "Nội dung", "ĐVT", "Thực hiện năm 2023", "Chỉ tiêu năm 2024", share]
    rows = [["HỘI LHPN THÀNH PHỐ"], ["CHỈ TIÊU PHẤN ĐẤU NĂM 2024"], head]
    report = checked([*rows, [1, "Buổi truyền thông", "Buổi", 48, 55, 114.6]])
    assert (codes(report, "error"), [r["value"] for r in records(report)]) == ([], [55])


@pytest.mark.parametrize(
    ("title", "total", "expected"),
    [
        ("CHỈ TIÊU NĂM 2022", ["Tổng cộng", 100, 17], [("total_row_mismatch", "B6")]),
        ("CHỈ TIÊU NĂM 2022", ["Tổng cộng", 90, 17], []),
        # The city's own target is no sum; shares have none.
        ("CHỈ TIÊU NĂM 2022", ["Thành phố Đà Nẵng", 100, 20], []),
        ("CHỈ TIÊU TỶ LỆ TRƯỜNG TỔ CHỨC ĐỊNH KỲ NĂM 2022 (%)", ["Cộng", 45, 9], []),
    ],
)
def test_sum_rows_below_targets_of_units(title: str, total: list[Any], expected: list[Any]) -> None:
    head = ["Quận, huyện", "Buổi truyền thông", "Lớp tập huấn cho cha mẹ"]
    rows = [["SỞ TT&TT"], [title], head, ["Quận Sơn Trà", 40, 8], ["Quận Hải Châu", 50, 9]]
    assert issues(checked([*rows, total])) == expected


@pytest.mark.parametrize(
    ("title", "above"),
    [
        ("BIỂU GIAO KẾ HOẠCH NĂM 2024", "Kế hoạch giao"),
        ("BIỂU GIAO KẾ HOẠCH NĂM 2024", "Số lượng"),
        ("PHỤ LỤC NĂM 2024", "Kế hoạch giao"),
        ("PHỤ LỤC NĂM 2024", "Chỉ tiêu năm 2024"),
    ],
)
def test_figures_of_a_plan_alone_are_targets(title: str, above: str) -> None:
    rows = [
        ["SỞ TT&TT"],
        [title],
        ["TT", "Đơn vị", above, None],
        [None, None, "Lớp tập huấn cho cha mẹ", "Buổi truyền thông"],
        [1, "Quận Hải Châu", 14, 60],
    ]
    report = checked(rows, merges=["A3:A4", "B3:B4", "C3:D3"])
    told = [(r.get("indicator"), r.get("value")) for r in records(report)]
    assert told == [("L-classes-parents", 14), ("L-sessions", 60)]


def test_results_beside_a_plan_that_was_given_elsewhere_are_results() -> None:
    rows = [["SỞ TT&TT"], ["(Theo Quyết định số 9/QĐ-UBND về việc giao kế hoạch năm 2024)"]]
    rows += [["KẾT QUẢ NĂM 2024"], ["Đơn vị", "Số buổi truyền thông"], ["Quận Hải Châu", "60"]]
    assert [t["kind"] for t in checked(rows)["tables"]] == ["participation"]


@pytest.mark.parametrize(
    "before", ["Số liệu 2022", "Năm gốc 2022", "Ước TH 2022", "Đã đạt năm 2022", "Năm 2022"]
)
def test_the_year_before_a_plan_is_no_target(before: str) -> None:
    head = ["Chỉ tiêu", "ĐVT", before, "Kế hoạch 2023"]
    rows = [["UBND QUẬN CẨM LỆ"], ["CHỈ TIÊU NĂM 2023"], head, ["Số buổi truyền thông", "buổi", 40, 44]]
    assert [(r["start_date"], r["value"]) for r in records(checked(rows))] == [("2022-12-15", 44)]


def test_the_results_of_a_year_beside_the_plan_of_the_next_are_results() -> None:
    rows = [["UBND QUẬN CẨM LỆ"], ["KẾT QUẢ NĂM 2022"], ["Nội dung", "Năm 2022", "Kế hoạch 2023"]]
    report = checked([*rows, ["Số buổi truyền thông", 40, 44], ["Số lớp tập huấn", 4, 5]])
    assert [(t["kind"], len(t["records"])) for t in report["tables"]] == [("participation", 2)]
    assert [r["count"] for r in records(report)] == [40, 4]


@pytest.mark.parametrize("title", ["CHỈ TIÊU NĂM 2024", "ĐỀ XUẤT CHỈ TIÊU NĂM 2024"])
@pytest.mark.parametrize("when", ["Quý IV", "Cả năm 2024"])
def test_by_when_a_target_is_to_be_reached_is_no_day_of_an_activity(title: str, when: str) -> None:
    head = ["TT", "Nội dung", "Đơn vị tính", "Năm 2024", "Thời gian"]
    rows = [["UBND QUẬN HẢI CHÂU"], [title], head, [1, "Số buổi truyền thông", "buổi", 60, when]]
    assert [(r["indicator"], r["value"]) for r in records(checked(rows))] == [("L-sessions", 60)]


def test_what_was_before_is_no_target() -> None:
    head = ["Mục tiêu", "ĐVT", "Hiện trạng năm 2021", "Mục tiêu năm 2023", "Mục tiêu năm 2025"]
    rows = [
        ["UBND QUẬN CẨM LỆ"],
        ["MỤC TIÊU ĐẾN NĂM 2025"],
        head,
        ["Số buổi truyền thông", "Buổi", 10, 34, 40],
    ]
    assert [r["value"] for r in records(checked(rows))] == [34, 40]


def test_shares_kept_as_parts_of_one() -> None:
    rows = [["SỞ GD&ĐT"], ["CHỈ TIÊU TỶ LỆ TRƯỜNG ĐỊNH KỲ TỔ CHỨC NĂM 2024"], ["Quận, huyện", "Chỉ tiêu"]]
    found = records(checked([*rows, ["Quận Hải Châu", 0.95], ["Huyện Hòa Vang", 1]]))
    assert [(r["indicator"], r["value"]) for r in found] == [("T1", 95), ("T1", 100)]


def test_the_title_of_a_sheet_gives_the_targets_of_every_sort_of_units() -> None:
    head = ["STT", "Đơn vị", "Chỉ tiêu (buổi)"]
    rows = [["CHỈ TIÊU SỐ BUỔI TRUYỀN THÔNG NĂM 2023"], [], ["A. CÁC QUẬN, HUYỆN"], head]
    rows += [[1, "Quận Hải Châu", 55], [], ["B. CÁC SỞ, NGÀNH"], head, [1, "Sở GD&ĐT", 120]]
    assert [(r["unit"], r["value"]) for r in records(checked(rows))] == [("492", 55), ("SO-GDDT", 120)]


def test_parts_below_an_indicator_narrow_it() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["CHỈ TIÊU NĂM 2024"], ["TT", "Chỉ tiêu", "Số lượng"]]
    rows += [[1, "Lớp tập huấn", "10"], [None, "- Cha mẹ", "6"], [None, "- Trẻ em ngoài trường học", "4"]]
    report = checked([*rows, [2, "Buổi truyền thông", "40"], [None, "- Phường Hòa Hải", "5"]])
    assert [(r["indicator"], r["value"]) for r in records(report)] == [
        ("L-activities-training_class", 10),
        ("L-classes-parents", 6),
        ("L-classes-out-of-school", 4),
        ("L-sessions", 40),
    ]
    assert codes(report, "error") == ["indicator_unknown"]
