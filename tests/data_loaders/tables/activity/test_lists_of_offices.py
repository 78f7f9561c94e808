"""Lists of activities in the layouts of offices: amounts with their words, headings in two rows, sums of pages."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.district_list import DISTRICT_LIST


def test_halves_of_a_day_count_nothing() -> None:
    rows = [["THÀNH ĐOÀN"], ["Ngày", "Buổi", "Nội dung tuyên truyền", "Số em"], ["8/7/2024", "Sáng", "A", 60]]
    assert [(r["count"], r["title"]) for r in records(checked(rows))] == [(1, "A")]


def test_a_row_that_only_names_its_kind_has_no_title() -> None:
    rows = [
        ["KẾT QUẢ 6 THÁNG CUỐI NĂM 2023"],
        ["STT", "Đơn vị / Hoạt động", "Số lượng", "Số người tham gia"],
        [1, "Quận Hải Châu"],
        ["1.1", "Lớp tập huấn", 2, 90],
    ]
    assert [(r["kind"], r["title"], r["unit"]) for r in records(checked(rows))] == [
        ("training_class", None, "492")
    ]


def test_a_group_below_two_rows_of_headings_is_no_third() -> None:
    rows = [
        ["UBND QUẬN THANH KHÊ"],
        ["HOẠT ĐỘNG NĂM 2022"],
        ["TT", "Nội dung", "Ngày", "Cha mẹ", None],
        [None, None, None, "Tổng", "Nữ"],
        ["I", "Tập huấn"],
        [1, "A", "12/2/2022", 54, 36],
    ]
    report = checked(rows, merges=["A3:A4", "B3:B4", "C3:C4", "D3:E3"])
    assert report["tables"][0]["header_rows"] == [3, 4]
    assert [(r["kind"], r["attendances"], r["female"]) for r in records(report)] == [
        ("training_class", {"parents": 54}, 36)
    ]


def test_a_group_of_unknown_people_is_asked_not_taken_for_the_total() -> None:
    rows = [
        ["UBND QUẬN SƠN TRÀ"],
        ["LỚP TẬP HUẤN"],
        ["Tên lớp", "Ngày", "Cha mẹ", None, "Nhóm lạ", None],
        [None, None, "Tổng", "Nữ", "Tổng", "Nữ"],
        ["A", "12/2/2022", 30, 10, 20, 5],
    ]
    report = checked(rows, merges=["A3:A4", "B3:B4", "C3:D3", "E3:F3"])
    assert codes(report, "error") == ["audience_unknown"]


def test_sums_of_pages_are_sums() -> None:
    rows = [["UBND QUẬN THANH KHÊ"], ["BUỔI TRUYỀN THÔNG"], ["STT", "Nội dung", "Thời gian", "Số người"]]
    rows += [[1, "A", "3/5/2023", 70], [None, "Cộng trang 1", None, 70]]
    report = checked(rows)
    assert (codes(report), len(records(report))) == ([], 1)


def test_schools_named_after_persons_are_no_persons() -> None:
    rows = [
        ["PHÒNG GD&ĐT QUẬN HẢI CHÂU"],
        ["CÁC BUỔI TUYÊN TRUYỀN NĂM 2023"],
        ["STT", "Trường THCS", "Ngày", "Số học sinh"],
    ]
    report = checked([*rows, [1, "Nguyễn Huệ", "6/9/2023", 300], [2, "Lê Lợi", "7/9/2023", 310]])
    assert [r["school"] for r in records(report)] == ["Nguyễn Huệ", "Lê Lợi"]


def test_men_and_women_of_an_audience_are_its_attendances() -> None:
    head = [
        ["UBND QUẬN CẨM LỆ"],
        ["LỚP TẬP HUẤN QUÝ II/2023"],
        ["Tên lớp", "Ngày", "Cha mẹ", None, "Học sinh", None],
        [None, None, "Nam", "Nữ", "Nam", "Nữ"],
    ]
    merges = ["A3:A4", "B3:B4", "C3:D3", "E3:F3"]
    (record,) = records(checked([*head, ["A", "4/5/2023", 10, 20, 5, 15]], merges=merges))
    assert (record["attendances"], record["attendances_total"], record["female"]) == (
        {"parents": 30, "children_in_school": 20},
        50,
        35,
    )
    head[2][:2] = ["Phường", "Số lớp"]
    (record,) = records(checked([*head, ["Khuê Trung", 2, 10, 20, 5, 15]], merges=merges))
    assert (record["count"], record["attendances"], record["female"]) == (
        2,
        {"parents": 30, "children_in_school": 20},
        35,
    )


def test_a_heading_may_end_with_a_colon() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LỚP TẬP HUẤN"], ["Nội dung:", "Ngày:", "Cha mẹ", "Học sinh"]]
    assert len(records(checked([*rows, ["A", "15/6/2023", 40, 20]]))) == 1


@pytest.mark.parametrize(("month", "year"), [(5, 2023), ("Tháng 5", 2023), ("05", "2023")])
def test_activities_dated_by_columns_of_month_and_year(month: object, year: object) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tháng", "Năm", "Tên lớp tập huấn", "Số học viên"]]
    report = checked([*rows, [1, month, year, "Kỹ năng số", 30], [2, month, year, "An toàn mạng", 40]])
    assert report["issues"] == []
    assert {(r["start_date"], r["end_date"], r["count"], r["basis"]) for r in records(report)} == {
        ("2023-05-01", "2023-05-31", 1, "detail")
    }


def test_a_day_typed_as_words_beside_its_month_and_year() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tên lớp tập huấn", "Ngày", "Tháng", "Năm", "Số học viên"]]
    (record,) = records(checked([*rows, ["1", "Kỹ năng số", "5", "03", "2023", "30"]]))
    assert record["start_date"] == "2023-03-05"


def test_amounts_that_say_of_whom_they_are() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["#", "Tên lớp tập huấn", "Ngày", "Số lượng, đối tượng tham gia"]]
    report = checked(
        [*rows, ["1", "A", "5/3/2023", "45 cha mẹ, 20 học sinh"], ["2", "B", "6/3/2023", "30 cha mẹ"]]
    )
    assert [r["attendances"] for r in records(report)] == [
        {"parents": 45, "children_in_school": 20},
        {"parents": 30},
    ]
    report = checked(
        [*rows, ["1", "A", "5/3/2023", "100 HS và PH"], ["2", "B", "6/3/2023", "HS 20, khách 30"]]
    )
    assert [r["attendances_total"] for r in records(report)] == [100]
    assert issues(report) == [("number_unreadable", "D4")]


@pytest.mark.parametrize(
    ("who", "amount", "found"),
    [
        ("Phụ huynh\nHọc sinh", "45\n120", [{"parents": 45, "children_in_school": 120}]),
        (None, "165 (45 PH, 120 HS)", [{"parents": 45, "children_in_school": 120}]),
        (None, "165 người, trong đó: 45 phụ huynh; 120 HS", [{"parents": 45, "children_in_school": 120}]),
        ("Phụ huynh", "213\n100", []),
    ],
)
def test_amounts_one_below_another_and_all_with_their_parts(
    who: object, amount: str, found: list[object]
) -> None:
    head = ["Tên buổi truyền thông", "Ngày", "Đối tượng" if who else "Ghi chú", "Số lượng"]
    report = checked([["UBND QUẬN SƠN TRÀ"], head, ["A", "5/3/2023", who, amount]])
    assert [r["attendances"] for r in records(report)] == found
    assert issues(report) == ([] if found else [("number_unreadable", "D3")])


def test_a_title_tells_its_kind_before_the_heading_of_the_days() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Nội dung", "Ngày mở lớp", "Cha mẹ"]]
    report = checked(
        [*rows, [1, "Tập huấn kỹ năng số", "5/3/2023", 30], [2, "Hội thi an toàn mạng", "6/3/2023", 90]]
    )
    assert [r["kind"] for r in records(report)] == ["training_class", "contest"]


@pytest.mark.parametrize("line", ["* Tháng 3", "Ghi chú: số liệu tháng 3"])
def test_a_line_between_rows_of_data_ends_nothing(line: str) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], DISTRICT_LIST, [1, "A", "5/3/2023", 30], [line], [2, "B", "6/3/2023", 40]]
    report = checked([*rows, ["Ghi chú: hết"], ["Người lập", None, None, 1]])
    assert report["issues"] == []
    assert [r["title"] for r in records(report)] == ["A", "B"]


@pytest.mark.parametrize("label", ["TC", "T/C", "TS:"])
def test_letters_alone_open_a_row_of_sums(label: str) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], DISTRICT_LIST, [1, "A", "5/3/2023", 30], [2, "B", "6/3/2023", 40]]
    assert codes(checked([*rows, [label, None, None, 71]])) == ["total_row_mismatch"]


def test_headings_whose_words_stand_in_two_rows() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tên lớp", "Ngày", "Số lượt", "Trẻ em"]]
    rows += [[None, "tập huấn", "tổ chức", "cha mẹ", "ngoài trường học"]]
    (record,) = records(checked([*rows, [1, "Kỹ năng số", "5/3/2023", 30, 10]]))
    assert record["attendances"] == {"parents": 30, "children_out_of_school": 10}
