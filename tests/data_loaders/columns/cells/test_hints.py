"""Headings of unknown wording, read with the values below them."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, records

WHO = ["UBND QUẬN SƠN TRÀ - CÁC LỚP TẬP HUẤN"]
KNOWN = {"Tên lớp": "A", "Ngày": "4/5/2023", "Số lượt": 40}


def told(heading: str, values: list[Any], without: str = "") -> list[dict[str, Any]]:
    kept = {name: value for name, value in KNOWN.items() if name != without}
    rows = [[*kept.values(), value] for value in values]
    return records(checked([WHO, [*kept, heading], *rows]))


@pytest.mark.parametrize(
    ("heading", "values", "without", "field", "read"),
    [
        ("Diễn ra ngày", ["4/6/2023", "5/6/2023"], "Ngày", "start_date", ["2023-06-04", "2023-06-05"]),
        ("Tổ chức ngày", ["ngày 04 tháng 06 năm 2023"], "Ngày", "start_date", ["2023-06-04"]),
        (
            "Hoạt động thuộc loại",
            ["Truyền thông", "Hội thi"],
            "",
            "kind",
            ["communication_session", "contest"],
        ),
        ("Ngày dự kiến", ["1/5/2023", "6/5/2023"], "", "start_date", ["2023-05-04", "2023-05-04"]),
        ("Ngày đóng", ["6/5/2023", "4/5/2023"], "", "end_date", ["2023-05-06", "2023-05-04"]),
        ("Dạng hoạt động", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("HT tổ chức", ["Online", "trực tiếp"], "", "delivery", ["online", "in_person"]),
        ("Tại phường/xã", ["Thọ Quang", "P. Mân Thái"], "", "ward", ["Thọ Quang", "P. Mân Thái"]),
        ("Hoạt động/Chuyên đề", ["B", "C"], "Tên lớp", "title", ["B", "C"]),
        ("Đơn vị chủ công", ["Hội Phụ nữ", "Đội 2 Công an quận"], "", "organiser", ["Hội Phụ nữ", "Đội 2 Công an quận"]),
        # Values that leave no doubt below any words
        ("Nơi tiếp nhận", ["Trường THCS A", "Tiểu học B"], "", "school", ["Trường THCS A", "Tiểu học B"]),
        ("Về đâu", ["Phường Thọ Quang", "P. Mân Thái"], "", "ward", ["Phường Thọ Quang", "P. Mân Thái"]),
        ("Kê thêm", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("Ai tham gia", ["Phụ huynh", "Giáo viên"], "", "attendances", [{"parents": 40}, {"teachers": 40}]),
        # A place that is plainly a ward or a school
        ("Địa điểm", ["Phường Thọ Quang", "UBND phường Mân Thái"], "", "ward", ["Phường Thọ Quang", "UBND phường Mân Thái"]),
        ("Nơi tổ chức", ["Trường THCS A", "Trường Tiểu học B"], "", "school", ["Trường THCS A", "Trường Tiểu học B"]),
        ("Địa điểm", ["Trường THCS A", "Hội trường quận"], "", "school", ["Trường THCS A", None]),
        # The values contradict the words
        ("Hội, đoàn thể thực hiện", ["Hội Phụ nữ", "Đoàn phường"], "", "organiser", ["Hội Phụ nữ", "Đoàn phường"]),
        ("Người học", ["Phụ huynh", "Giáo viên"], "", "attendances", [{"parents": 40}, {"teachers": 40}]),
        ("TH/TT", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("Tính chất", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("Tổ chức, đoàn thể đứng ra", ["Ban Dân vận", "Tổ phụ nữ số 5"], "", "organiser", ["Ban Dân vận", "Tổ phụ nữ số 5"]),
        ("Hoạt động cho trẻ em và gia đình", ["Tập huấn kỹ năng 1", "Tập huấn kỹ năng 2"], "Tên lớp", "title", ["Tập huấn kỹ năng 1", "Tập huấn kỹ năng 2"]),
        ("Các lớp, buổi đã tổ chức", ["Bí mật của em khóa 1", "Gia đình số lần 2"], "Tên lớp", "title", ["Bí mật của em khóa 1", "Gia đình số lần 2"]),
        ("Số người dự lớp", ["Phụ huynh: 45", "Học sinh: 20"], "Số lượt", "attendances_total", [45, 20]),
        ("Nhóm (TH, TT)", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("6. Nơi thực hiện", ["Phường Thọ Quang", "P. Mân Thái"], "", "ward", ["Phường Thọ Quang", "P. Mân Thái"]),
        ("Hôm", ["4/6/2023", "5/6/2023"], "Ngày", "start_date", ["2023-06-04", "2023-06-05"]),
        ("Thời gian lên lớp", ["4/6/2023"], "Ngày", "start_date", ["2023-06-04"]),
        ("Phương pháp", ["Trực tuyến", "Tập trung"], "", "delivery", ["online", "in_person"]),
        ("Trực tuyến?", ["Trực tuyến", "Tập trung"], "", "delivery", ["online", "in_person"]),
        ("Lực lượng thực hiện", ["Hội Phụ nữ", "Phòng Y tế"], "", "organiser", ["Hội Phụ nữ", "Phòng Y tế"]),
        ("Đơn vị cấp giấy", ["Hội Phụ nữ", "Hội trường A"], "", "organiser", [None, None]),
        ("(D) Hoàn thành", ["6/5/2023", "4/5/2023"], "", "end_date", ["2023-05-06", "2023-05-04"]),
        ("Học tại trường", ["Trường THCS A", "Tiểu học B"], "", "school", ["Trường THCS A", "Tiểu học B"]),
        ("Hoạt động dạng", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("Nhóm nội dung", ["Truyền thông", "Hội thi"], "", "kind", ["communication_session", "contest"]),
        ("Quân số dự", [41, 42], "Số lượt", "attendances_total", [41, 42]),
        ("Xong ngày", ["6/5/2023", "4/5/2023"], "", "end_date", ["2023-05-06", "2023-05-04"]),
    ],
)  # fmt: skip
def test_a_word_of_the_heading_and_the_values_tell_the_field(
    heading: str, values: list[Any], without: str, field: str, read: list[str]
) -> None:
    assert [r[field] for r in told(heading, values, without)] == read


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Dạng lạ", ["Truyền thông", "Việc khác thường"], "kind"),
        ("Diễn ra hôm ấy", ["4/6/2023", "chưa biết"], "start_date"),
        # Days on which nothing was held
        ("Hôm duyệt", ["4/6/2023", "5/6/2023"], "start_date"),
    ],
)
def test_where_one_of_the_two_is_in_doubt_nothing_is_read(
    heading: str, values: list[Any], field: str
) -> None:
    rows = [WHO, ["Tên lớp", "Số lượt", heading], *(["A", 40, value] for value in values)]
    report = checked(rows)
    assert field not in report["tables"][0]["columns"].values()
    assert "unused_column" in codes(report)


def test_an_earlier_day_is_no_last_day() -> None:
    assert [r["end_date"] for r in told("Ngày đóng", ["3/5/2023", "6/5/2023"])] == ["2023-05-04"] * 2


def test_words_of_their_own_in_each_row_are_titles_where_nothing_else_is() -> None:
    rows = [WHO, ["TT", "Mảng việc", "Ngày", "Số lượt", "Tồn tại"]]
    rows += [[1, "Kỹ năng an toàn trên mạng", "4/6/2023", 40, "Thiếu máy chiếu ở hội trường"]]
    rows += [[2, "Nhận biết tin giả và lừa đảo", "5/6/2023", 41, "Chưa đủ tài liệu để phát"]]
    found = records(checked(rows))
    assert [r["title"] for r in found] == ["Kỹ năng an toàn trên mạng", "Nhận biết tin giả và lừa đảo"]


@pytest.mark.parametrize("heading", ["Tồn tại", "Kết quả", "Địa điểm tổ chức", "Đơn vị phối hợp"])
def test_remarks_and_places_are_no_titles(heading: str) -> None:
    rows = [WHO, ["TT", heading, "Ngày", "Số lượt"]]
    rows += [
        [1, "Thiếu máy chiếu ở hội trường", "4/6/2023", 40],
        [2, "Chưa đủ tài liệu phát", "5/6/2023", 41],
    ]
    assert [r["title"] for r in records(checked(rows))] == [None, None]


def test_forms_of_delivery_are_known_by_their_values() -> None:
    assert [r["delivery"] for r in told("PT", ["Trực tuyến", "Tập trung"])] == ["online", "in_person"]


def test_a_first_column_that_numbers_the_rows_counts_nothing() -> None:
    rows = [
        WHO,
        ["S.TT.B", "Tên lớp", "Ngày", "Số lượt"],
        *([n, f"Lớp {n}", "4/5/2023", 40] for n in (1, 2, 3)),
    ]
    assert [r["count"] for r in records(checked(rows))] == [1, 1, 1]


@pytest.mark.parametrize(
    ("meant", "came"),
    [
        ("Thời gian dự kiến", "Thời gian thực hiện"),
        ("Thời gian đăng ký", "Ngày tổ chức"),
        ("Ngày theo kế hoạch", "Ngày thực tế"),
    ],
)
@pytest.mark.parametrize("planned", [["10/3/2023", "Tháng 9/2023"], ["Tháng 3/2023", "Tháng 9/2023"]])
def test_what_was_intended_is_no_day_beside_what_came(meant: str, came: str, planned: list[str]) -> None:
    head = ["Tên lớp tập huấn", meant, came, "Số người"]
    report = checked([WHO, head, ["A", planned[0], "15/4/2023", 40], ["B", planned[1], "Chưa tổ chức", None]])
    assert [r["start_date"] for r in records(report)] == ["2023-04-15"]
    assert [i["code"] for i in report["issues"] if i["severity"] == "error"] == []


@pytest.mark.parametrize(
    "other", ["Ngày kiểm tra", "Ngày duyệt", "Ngày thanh toán", "Ngày nghiệm thu", "Ngày họp rút kinh nghiệm"]
)
@pytest.mark.parametrize("came", ["Ngày", "Ngày tổ chức", "Thời gian thực hiện"])
def test_a_day_of_something_else_is_no_last_day(other: str, came: str) -> None:
    head = ["Tên lớp tập huấn", came, other, "Số người"]
    report = checked([WHO, head, ["A", "15/4/2023", "20/5/2023", 40], ["B", "16/4/2023", "2/6/2023", 30]])
    assert [r["end_date"] for r in records(report)] == ["2023-04-15", "2023-04-16"]
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("unused_column", "C2")]


@pytest.mark.parametrize(
    ("first", "last"), [("Ngày mở", "Ngày đóng"), ("Ngày học", "Ngày học cuối"), ("Ngày học 1", "Ngày học 2")]
)
def test_the_day_that_closes_is_the_last_one(first: str, last: str) -> None:
    report = checked(
        [WHO, ["Tên lớp tập huấn", first, last, "Số người"], ["A", "15/4/2023", "16/4/2023", 40]]
    )
    assert [(r["start_date"], r["end_date"]) for r in records(report)] == [("2023-04-15", "2023-04-16")]


def test_a_day_of_something_else_is_no_period_of_a_summary() -> None:
    head = ["Phường", "Ngày kiểm tra", "Số lớp tập huấn", "Cha mẹ"]
    rows = [["UBND QUẬN SƠN TRÀ"], ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"], head]
    report = checked([*rows, ["Phường Thọ Quang", "5/1/2024", 2, 60], ["Phường Mân Thái", "8/1/2024", 1, 30]])
    assert {r["end_date"] for r in records(report)} == {"2023-12-14"}
