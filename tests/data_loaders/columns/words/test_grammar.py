"""Headings that no pattern knows as a whole, read by their head word; rows of data that are none."""

import pytest

from data_loaders.columns.words.grammar import composed
from data_loaders.columns.words.headings import read_part
from program.text import fold
from program.vocabulary import Kind


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Thời gian diễn ra lớp", "start_date"),
        ("Ngày khai giảng khóa", "start_date"),
        ("Ngày tổng kết cuộc thi", "end_date"),
        ("Kết thúc ngày", "end_date"),
        ("Cách tổ chức", "delivery"),
        ("Trực tiếp hay trực tuyến", "delivery"),
        ("Thuộc loại hoạt động", "kind"),
        ("Nhóm hoạt động", "kind"),
        ("Tổng số lớp, buổi đã mở", "count"),
        ("Do đơn vị nào tổ chức", "organiser"),
        ("Cơ quan đứng ra tổ chức", "organiser"),
        ("Thuộc quận/huyện", "unit"),
        ("Thuộc phường, xã", "ward"),
        ("Học viên nữ", "female"),
        ("Số lượt người tham dự thực tế", "attendances_total"),
        ("Số thí sinh dự thi", "attendances_total"),
        ("Chỉ tiêu giao theo năm", "value"),
        ("Mức chỉ tiêu", "value"),
        ("Tên chương trình, hoạt động", "title"),
        ("Nội dung sinh hoạt chuyên đề", "title"),
        # Questions of a form that was sent round.
        ("Đơn vị của anh/chị là?", "unit"),
        ("Xin cho biết ngày tổ chức hoạt động", "start_date"),
        ("Dấu thời gian", "unused"),
    ],
)
def test_the_head_word_tells_the_field(heading: str, field: str) -> None:
    assert read_part(heading).fields[:1] == (field,)


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung tuyên truyền về an toàn mạng",
        "Tên các cháu tham gia",
        "Ngày hội Công dân số",
        "Phường Hòa Khánh",
        "Phương tiện",
        "Số tài liệu đã phát",
        "Nhóm lạ",
        "Kiểu gì",
    ],
)
def test_a_word_of_another_matter_leaves_it_open(text: str) -> None:
    assert composed(fold(text)) == ()


def test_a_heading_that_names_an_audience_counts_it() -> None:
    part = read_part("Trẻ em ngoài trường học tham gia")
    assert (part.fields, part.audience) == ((), "children_out_of_school")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Cơ sở Đoàn tổ chức", "organiser"),
        ("Đơn vị tổng hợp số liệu", "unit"),
        ("Trường THCS", "school"),
        ("Khán giả", "attendances_total"),
        ("Sĩ số lớp", "attendances_total"),
        ("TE dưới 16 tuổi", "value"),
        ("Loại hình cơ sở", "level"),
        ("Cơ quan giao", "authority"),
        ("Năm thực hiện", "period"),
        ("Đơn vị nhận chỉ tiêu", "unit"),
    ],
)
def test_the_head_word_tells_the_field_of_registers_too(heading: str, field: str) -> None:
    assert read_part(heading).fields[:1] == (field,)


@pytest.mark.parametrize("heading", ["Diễn đàn", "DIỄN ĐÀN", "Dien dan", "Diễn đàn trẻ em"])
def test_a_forum_is_nobody_to_be_filled_in(heading: str) -> None:
    part = read_part(heading)
    assert (part.audience, part.kind) == (None, Kind.COMMUNICATION_SESSION)
