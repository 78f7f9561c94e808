"""Rows that head the rows below them."""

import pytest

from tests.data_loaders.sheets import checked, codes, records
from tests.data_loaders.tables.activity.lists import DAY, WHO


def test_group_rows_carry_unit_month_and_kind() -> None:
    rows = [
        ["NĂM 2023"],
        ["STT", "Nội dung", "Ngày", "Số người"],
        ["I", "Quận Hải Châu", None, None],
        ["1", "Tập huấn", None, None],
        [1, "A", "5/3/2023", 30],
        ["2", "Truyền thông", None, None],
        [1, "B", "6/3/2023", 300],
        ["II", "Quận Sơn Trà", None, None],
        ["1", "Tập huấn", None, None],
        [1, "C", "7/3/2023", 40],
        [None, "Tổng cộng", None, 370],
    ]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["unit"], r["kind"], r["title"]) for r in records(report)] == [
        ("492", "training_class", "A"),
        ("492", "communication_session", "B"),
        ("493", "training_class", "C"),
    ]


@pytest.mark.parametrize("rows", [1, 60])
@pytest.mark.parametrize(
    ("who", "group", "unit", "organiser"),
    [
        ("UBND QUẬN HẢI CHÂU", "Phòng Giáo dục và Đào tạo", "492", "Phòng Giáo dục và Đào tạo"),
        ("UBND QUẬN HẢI CHÂU", "Hội Liên hiệp Phụ nữ quận", "492", "Hội Liên hiệp Phụ nữ quận"),
        ("UBND QUẬN HẢI CHÂU", "Hội LHPN", "492", "Hội LHPN"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Hội LHPN thành phố", "HLHPN", None),
    ],
)
def test_group_rows_that_name_an_office(
    who: str, group: str, unit: str, organiser: str | None, rows: int
) -> None:
    head = ["STT", "Nội dung", "Ngày", "Số người"]
    below = [[n, f"Tuyên truyền {n}", DAY, 90] for n in range(1, rows + 1)]
    report = checked([[who], ["NĂM 2023"], head, ["I", group, None, None], *below])
    assert report["issues"] == []
    told = {(r["unit"], r["organiser"], r["kind"]) for r in records(report)}
    assert told == {(unit, organiser, "communication_session")}


def test_a_form_is_no_kind_beside_titles_and_groups_keep_their_sums_beside_money() -> None:
    head = ["STT", None, "Ngày", "Nội dung", "Hình thức", "Đơn vị thực hiện", "Phụ huynh", "Kinh phí"]
    rows = [["I. Cuộc thi", None, None, None, None, None, 90, 500]]
    rows += [[1, None, DAY, "Tìm hiểu mạng xã hội", "Gặp mặt trực tiếp", "Hội LHPN phường", 90, 500]]
    report = checked([WHO, head, *rows])
    told = [(r["kind"], r["delivery"], r["organiser"]) for r in records(report)]
    assert (told, codes(report)) == ([("contest", "in_person", "Hội LHPN phường")], ["unused_column"])


@pytest.mark.parametrize("rows", [1, 30])
def test_a_group_tells_how_its_activities_were_held(rows: int) -> None:
    group = [[n, f"Lớp {n}", DAY, 30] for n in range(1, rows + 1)]
    head = [WHO, ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt"]]
    told = records(checked([*head, ["I", "Hình thức trực tiếp"], *group, ["II", "Lớp trực tuyến"], *group]))
    assert [r["delivery"] for r in told] == ["in_person"] * rows + ["online"] * rows


def test_a_remark_beside_the_heading_of_a_group_leaves_it_one() -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Ghi chú"]
    rows = [
        ["Tháng 3", *[None] * 4],
        [1, "A", 11, 50, None],
        ["Tháng 5", None, None, None, "Có ảnh kèm theo"],
    ]
    found = records(checked([["UBND huyện Hòa Vang, năm 2023"], head, *rows, [1, "B", 13, 44, None]]))
    assert [r["start_date"] for r in found] == ["2023-03-11", "2023-05-13"]


@pytest.mark.parametrize(
    "label",
    [
        "1. Tập huấn: 2 lớp",
        "1. Các lớp tập huấn",
        "* Tập huấn",
        "I. LỚP TẬP HUẤN (02 lớp)",
        "+ Các lớp tập huấn",
    ],
)
def test_headings_of_groups_with_how_many_rows_they_have_and_notes_between_rows(label: str) -> None:
    head = ["STT", "Nội dung", "Ngày", "Số lượt"]
    rows = [[label], [1, "A", DAY, 40], [None, "(*) Lớp lồng ghép", None, None], [2, "B", DAY, 41]]
    report = checked([WHO, head, *rows])
    assert report["issues"] == []
    assert [(r["title"], r["kind"]) for r in records(report)] == [
        ("A", "training_class"),
        ("B", "training_class"),
    ]


TWO_ROWS = [
    [*WHO, None, None, None, None],
    ["STT", "Tên lớp tập huấn", "Ngày", "Đối tượng", "Số lượng"],
    [1, "A", DAY, "Phụ huynh", 45],
    [None, None, None, "Học sinh", 20],
    [2, "B", DAY, "Phụ huynh", 30],
]


def test_audiences_on_rows_of_their_own_below_one_activity_are_that_one() -> None:
    both = records(checked(TWO_ROWS, merges=["A3:A4", "B3:B4", "C3:C4"]))
    assert [
        (r["title"], r["count"], r["attendances"], r["attendances_total"], r["source"]["row"]) for r in both
    ] == [
        ("A", 1, {"parents": 45, "children_in_school": 20}, 65, 3),
        ("B", 1, {"parents": 30}, 30, 5),
    ]
    # The first row waits for its day: so does what goes on with it.
    undated = [row if n != 2 else [1, "A", "hôm nọ", "Phụ huynh", 45] for n, row in enumerate(TWO_ROWS)]
    assert [r["title"] for r in records(checked(undated, merges=["A3:A4", "B3:B4", "C3:C4"]))] == ["B"]


def test_audiences_on_rows_of_their_own_have_the_size_of_one_activity() -> None:
    small = [*TWO_ROWS[:2], [1, "A", DAY, "Phụ huynh", 15], [None, None, None, "Học sinh", 10]]
    assert checked(small, merges=["A3:A4", "B3:B4", "C3:C4"])["issues"] == []
    few = [*small[:3], [None, None, None, "Học sinh", 1]]
    assert codes(checked(few, merges=["A3:A4", "B3:B4", "C3:C4"])) == ["implausible_size"]


def test_rows_below_one_name_with_days_of_their_own_are_activities_of_their_own() -> None:
    rows = [row if n != 3 else [None, None, "14/5/2023", "Học sinh", 20] for n, row in enumerate(TWO_ROWS)]
    assert [r["title"] for r in records(checked(rows, merges=["A3:A4", "B3:B4"]))] == ["A", "A", "B"]
