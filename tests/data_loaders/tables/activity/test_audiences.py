"""Who came, by audience."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, WHO


@pytest.mark.parametrize("over", ["Lượt người tham dự", "Số người tham gia chia theo đối tượng"])
@pytest.mark.parametrize("numbered", [[], [["A", "B", 1, 2]]])
def test_one_audience_below_a_heading_of_people(numbered: list[list[object]], over: str) -> None:
    rows = [["STT", "Tên lớp tập huấn", "Ngày", over], [None, None, None, "Phụ huynh (lượt)"]]
    (record,) = records(checked([WHO, *rows, *numbered, [1, "A", DAY, 40]]))
    assert record["attendances"] == {"parents": 40}


def test_figures_below_money_and_of_who_was_asked_count_nobody() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Số người đăng ký", "Số người tham dự", "Kinh phí", None]
    report = checked(
        [WHO, head, [None, None, None, None, "NSNN", "Tổng"], ["A", DAY, 60, 40, 5, 7]], merges=["E2:F2"]
    )
    assert [r["attendances_total"] for r in records(report)] == [40]


def test_audiences_told_with_their_ages() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Số lượt", "Đối tượng"]
    (record,) = records(checked([WHO, head, ["A", DAY, 40, "Cha mẹ có con từ 6-15 tuổi"]]))
    assert record["attendances"] == {"parents": 40}


def test_one_column_of_audiences() -> None:
    rows = [
        ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Đối tượng", "Số lượt"],
        ["Sở Y tế", "A", DAY, "Phụ huynh", 40],
        ["Sở Y tế", "B", DAY, "45 phụ huynh, 20 học sinh", 65],
        ["Sở Y tế", "C", DAY, "Cha mẹ và giáo viên", 30],
        ["Sở Y tế", "D", DAY, "Người ngoài hành tinh", 30],
    ]
    report = checked(rows)
    assert [r["attendances"] for r in records(report)] == [
        {"parents": 40},
        {"parents": 45, "children_in_school": 20},
        {},
    ]
    assert [r["attendances_total"] for r in records(report)] == [40, 65, 30]
    assert issues(report) == [("audience_unknown", "D5")]


@pytest.mark.parametrize(
    ("said", "people", "total"),
    [
        ("Ngày 12/5/2023, tại UBND phường, 60 phụ huynh", {"parents": 60}, 60),
        ("12/5/2023; Trường A; 45 phụ huynh, 5 giáo viên", {"parents": 45, "teachers": 5}, 50),
        ("12/5/2023, Hội trường, 1.200 người", {}, 1200),
        ("12/5/2023, Hội trường số 2", {}, None),
    ],
)
def test_who_came_in_the_cell_of_the_day(said: str, people: dict[str, int], total: int | None) -> None:
    rows = [WHO, ["TT", "Tên lớp tập huấn", "Thời gian, địa điểm, thành phần tham dự"], [1, "A", said]]
    (found,) = records(checked([*rows]))
    assert (found["attendances"], found["attendances_total"]) == (people, total)


@pytest.mark.parametrize(("mark", "blank"), [("x", None), ("x", "-"), ("(x)", "0"), ("✓", "không"), (1, 0)])
def test_audiences_marked_with_a_cross_have_the_number_of_all(mark: object, blank: object) -> None:
    head = [
        ["STT", "Tên lớp tập huấn", "Ngày", "Đối tượng", None, "Số lượng"],
        [None, None, None, "Cha mẹ", "Giáo viên", None],
    ]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"]
    rows = [[1, "A", DAY, mark, blank, 40], [2, "B", DAY, mark, mark, 41], [3, "C", DAY, blank, mark, None]]
    report = checked([WHO, *head, *rows], merges=merges)
    assert codes(report, "error") == []
    found = [(r["attendances"], r["attendances_total"]) for r in records(report)]
    assert found == [({"parents": 40}, 40), ({}, 41), ({}, None)]


def test_classes_and_their_teachers_beside_an_activity_are_no_figures_and_not_kept() -> None:
    head = ["Nội dung tuyên truyền", "Ngày", "Giáo viên phụ trách", "Lớp tham gia", "Học sinh"]
    rows = [["A", DAY, "Nguyễn Thị Lan", "6/1, 6/2", 90], ["B", DAY, "Trần Văn Hùng", "Khối 7", 91]]
    report = checked([WHO, head, *rows])
    assert [r["attendances"] for r in records(report)] == [{"children_in_school": n} for n in (90, 91)]
    assert "Lan" not in str(report)


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("above", "group"),
    [
        ("LỚP TẬP HUẤN CHO CHA MẸ NĂM 2023", None),
        ("Lớp tập huấn cho cha, mẹ, người chăm sóc trẻ em năm 2023", None),
        ("Lớp tập huấn cho cha mẹ từ ngày 01/3/2023 đến 31/3/2023", None),
        ("Năm 2023\nĐối tượng: Cha mẹ, người chăm sóc trẻ", None),
        ("NĂM 2023", "1. Cha mẹ, người chăm sóc trẻ"),
        ("NĂM 2023", "II. Tập huấn dành cho phụ huynh"),
    ],
)
def test_of_whom_all_people_are_may_stand_above_them(above: str, group: str | None, rows: int) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]
    of = [[group]] if group else []
    report = checked([WHO, [above], head, *of, *([n, f"Lớp {n}", DAY, 40] for n in range(1, rows + 1))])
    assert [r["attendances"] for r in records(report)] == [{"parents": 40}] * rows


def test_the_cut_name_of_a_body_is_no_audience() -> None:
    rows = [
        ["Đơn vị: Ủy ban MTTQ Việt Nam thành phố"],
        ["Tên lớp tập huấn", "Ngày", "Số lượt"],
        ["A", DAY, 40],
    ]
    found = records(checked(rows, sheet="Ủy ban Mặt trận Tổ quốc Việt Na"))
    assert [r["attendances"] for r in found] == [{}]
