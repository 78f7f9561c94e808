"""Headings in the offices' own wordings."""

import pytest

from data_loaders.columns.words.headings import read_heading, read_part
from data_loaders.layout.head.header import is_figure
from program.units import all_units
from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Đ/vị", "unit"),
        ("TenHoatDong", "title"),
        ("S T T", "ordinal"),
        ("Ghi chú", "unused"),
        ("Diễn giải", "title"),
        ("Tên lớp TH", "title"),
        ("Các hoạt động đã triển khai", "title"),
        ("TGTC", "start_date"),
        ("ĐVTC", "organiser"),
        ("Ngày hoàn thành", "end_date"),
        ("Online/Offline", "delivery"),
        ("Hình thức TT/TTuyến", "delivery"),
        ("Cơ sở GD", "school"),
        ("Sở, ngành, quận huyện", "unit"),
        ("Số lớp TH", "count"),
        ("T/gian tổ chức", "start_date"),
        ("N/dung", "title"),
        ("Địa điểm (phường)", "ward"),
        ("Địa điểm (hội trường)", "unused"),
        ("Quy mô (người)", "attendances_total"),
        ("Số lượng người tham gia tập huấn", "attendances_total"),
        ("Thực hiện (lớp)", "count"),
        ("Kết quả đạt được (lượt)", "unused"),
        ("TĐ nữ", "female"),
        ("Tr.đó: Nữ", "female"),
        ("T/g tổ chức", "start_date"),
        ("Ngày báo cáo", "unused"),
        ("Thời gian (giờ)", "unused"),
        ("Lượt xem trực tuyến", "unused"),
        ("Lượt tiếp cận", "unused"),
        ("Số cuộc gọi 111", "unused"),
        ("Số lượng (lớp/buổi)", "count"),
        ("Số lượng (lượt người)", "attendances_total"),
        ("Trực tuyến/trực tiếp", "delivery"),
        ("Ngày bế mạc", "end_date"),
        ("Hình thức thi", "delivery"),
        ("Đơn vị/Tên lớp", "title"),
        ("Tên hoạt động, đơn vị", "title"),
        ("Số điện thoại đường dây nóng", "unused"),
        ("Số điện thoại phụ huynh", "phone"),
        ("Số ĐT công vụ", "phone"),
        ("Ngày sinh hoạt", "start_date"),
        ("Ngày sinh", "personal.birth_date"),
        ("Ngày sinh của trẻ", "personal.birth_date"),
        ("Địa điểm, thời gian", "start_date"),
        ("Nội dung phổ biến", "title"),
        ("S.TT", "ordinal"),
        ("Phường/xã/TT", "ward"),
        ("Người chủ trì", "organiser"),
        ("Nội dung đã triển khai tại đơn vị", "title"),
        ("Tên các cháu dự", "personal.name"),
        ("Người thực hiện", "unused"),
        ("Cán bộ giảng dạy", "unused"),
        ("Địa bàn tổ chức lớp", "ward"),
        ("Tổ chức từ ngày đến ngày", "start_date"),
        ("Phòng, hội trường", "unused"),
        ("Event/Hoạt động", "title"),
        ("Date", "start_date"),
        ("Dự toán", "unused"),
        ("Tổ chức tại", "unused"),
        ("Nơi báo cáo", "unit"),
        ("Tên hoạt động do đơn vị tổ chức", "title"),
        ("Tới ngày", "end_date"),
        ("Khi nào", "start_date"),
        ("Bao nhiêu người", "attendances_total"),
        ("Trđ nữ", "female"),
        ("Lượt cha mẹ nữ", "female"),
        ("Phụ huynh nữ", "female"),
        ("Phụ huynh nam", "male"),
        ("Trong đó nam", "male"),
        ("Số chi đội", "unused"),
        ("Dưới 40 tuổi", "unused"),
        ("Trên 50 tuổi", "unused"),
        ("Trong đó: trẻ em gái", "female"),
        ("Trẻ em ngoài trường học nữ", "female"),
        ("Ph/Xã", "ward"),
        ("Theo văn bản", "document"),
        ("Các chỉ tiêu chủ yếu", "indicator"),
        ("Tổng kinh phí", "unused"),
        ("Kế hoạch số lớp", "value"),
        ("Áp dụng từ", "start_date"),
        ("Hết hiệu lực", "end_date"),
        ("Nguồn gốc số liệu", "origin"),
        ("Chức vụ hiện nay", "position"),
        ("Hòm thư điện tử", "email"),
        ("Năm điều tra", "period"),
        ("Số đối tượng tham gia", "attendances_total"),
        ("Kết quả (lượt)", "attendances_total"),
        ("(nữ):", "female"),
        ("Chia ra: nữ", "female"),
        ("Trong đó (nữ)", "female"),
        ("Ngày bắt đầu - kết thúc", "start_date"),
        ("Cơ sở giáo dục & cấp học", "school"),
        ("Số CTV hiện có", "unused"),
        ("Số tin đăng Zalo", "unused"),
        ("Đ.bàn", "ward"),
        ("Họ tên trường", "school"),
        ("Số TG", "attendances_total"),
        ("Số hộ gia đình", "unused"),
        ("Từ ng.", "start_date"),
    ],
)
def test_wordings(text: str, field: str) -> None:
    assert read_part(text).fields[:1] == (field,)
    assert read_heading((text,)).text == text


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Bắt đầu từ ngày", "start_date"),
        ("Kết thúc ngày", "end_date"),
        ("Đơn vị đứng ra tổ chức", "organiser"),
        ("Thời gian từ ngày", "start_date"),
        ("Thời gian đến ngày", "end_date"),
        ("Thời gian (từ ngày - đến ngày)", "start_date"),
        ("Ngày BĐ", "start_date"),
        ("Ngày KT", "end_date"),
        ("Số người khác", "attendances.other"),
        ("CNVCLĐ", "attendances.officials"),
        ("Cán bộ MTTQ", "attendances.officials"),
        ("Cán bộ Hội phụ nữ", "attendances.officials"),
        ("Cán bộ LCTTE", "attendances.child_workers"),
        ("CB ngành GD", "attendances.teachers"),
        ("Trẻ em không tham gia học tại trường", "attendances.children_out_of_school"),
        ("Số người dân", "attendances.other"),
        ("Số lượt người dân tham gia", "attendances.other"),
        ("Công nhân lao động", "attendances.officials"),
        ("Người thân của trẻ", "attendances.parents"),
        ("Hội viên phụ nữ", "attendances.officials"),
        ("Công nhân, lao động có con", "attendances.parents"),
        ("Số lượng thiếu nhi trên địa bàn dân cư tham gia", "attendances.children_out_of_school"),
    ],
)
def test_headings_by_a_key_word(text: str, field: str) -> None:
    assert read_heading((text,)).fields[:1] == (field,)


@pytest.mark.parametrize(
    ("cell", "figure"), [("24 buổi", True), ("45 người", True), ("5 tuổi", False), ("2023", False)]
)
def test_a_number_with_its_counter_is_a_figure(cell: str, figure: bool) -> None:
    assert is_figure(cell) is figure


def test_a_unit_with_wrong_accents_is_still_the_units_column() -> None:
    head = ["Đơn vị", "Loại hoạt động", "Nội dung", "Ngày", "Cha mẹ"]
    rows = [
        head,
        *(
            [name, "Lớp tập huấn", name, "12/05/2023", 40]
            for name in ("Quận Hải Châu", "Quận Hải Chau", "Quận Lien Chiểu")
        ),
    ]
    report = checked(rows)
    assert codes(report) == ["unit_unknown", "unit_unknown"]
    assert "Quận Liên Chiểu" in report["issues"][1]["fix"]
    assert [r["unit"] for r in records(report)] == ["492"]


def test_sums_and_signatures_do_not_decide_what_a_column_holds() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["Đơn vị", "Loại hoạt động", "Nội dung", "Ngày", "Cha mẹ"],
        ["Huyện Hòa Vang", "Lớp tập huấn", "A", "12/05/2023", 40],
        ["Tổng cộng", None, None, None, 40],
        ["Người lập biểu", None, None, "THỦ TRƯỞNG ĐƠN VỊ"],
        ["(Ký, ghi rõ họ tên)", None, None, "(Ký tên)"],
        ["Trần Thị Mai Hương", None, None, "Nguyễn Văn Thành"],
    ]
    report = checked(rows)
    assert report["tables"][0]["columns"]["A"] == "unit"
    assert [r["unit"] for r in records(report)] == ["497"]


def test_ages_below_an_audience_are_its_parts() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Trẻ em ngoài nhà trường", None]
    rows = [
        ["UBND quận Hải Châu"],
        head,
        [None, None, "Dưới 11 tuổi", "Từ 11 đến 16 tuổi"],
        ["A", "12/05/2023", 10, 15],
    ]
    (record,) = records(checked(rows, merges=["A2:A3", "B2:B3", "C2:D2"]))
    assert record["attendances"] == {"children_out_of_school": 25}


def test_the_name_of_a_unit_is_no_heading() -> None:
    # "Phường Điện Bàn Đông" (of "địa bàn"), "Tiên Phước" (of "tiền"), "Điện Nam Đông" (of "năm"): right below the headings
    # they head a group.
    named = {text for unit in all_units() for text in (unit.name, unit.name.upper(), unit.short_name)}
    assert {text for text in named if read_part(text).fields} <= {"Tư"}
    assert read_part("Địa bàn phường, xã").fields[:1] == ("ward",)


def test_departments_side_by_side_have_the_kind_of_the_title() -> None:
    bodies = ["Quận Hải Châu", "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"]
    rows = [["KẾT QUẢ TẬP HUẤN NĂM 2023"], ["Đối tượng", *bodies], ["Cha mẹ", 50, 60, 70]]
    told = [(r["unit"], r["kind"], r["attendances"]["parents"]) for r in records(checked(rows))]
    assert told == [
        (code, "training_class", n) for code, n in (("492", 50), ("SO-TTTT", 60), ("SO-KHCN", 70))
    ]


def test_a_heading_of_several_audiences_is_of_none_of_them() -> None:
    who, row = ["Đơn vị: UBND quận Sơn Trà"], ["A", "5/5/2023"]
    head = ["Buổi truyền thông", "Ngày"]
    for heading in ("Cha mẹ và trẻ em", "Số trẻ em, phụ huynh"):
        (found,) = records(checked([who, [*head, heading], [*row, 120]]))
        assert (found["attendances"], found["attendances_total"]) == ({}, 120)
    (workers,) = records(checked([who, [*head, "Cán bộ bảo vệ và chăm sóc trẻ em"], [*row, 120]]))
    assert workers["attendances"] == {"child_workers": 120}
    (alone,) = records(checked([who, [*head, "Số PH, HS tham gia"], [*row, 120]]))
    assert (alone["attendances"], alone["attendances_total"]) == ({}, 120)
    beside = checked([who, [*head, "Phụ huynh, học sinh", "Giáo viên"], [*row, 120, 5]])
    assert codes(beside) == ["audience_unknown"]
    below = [[*head, "Đối tượng (phụ huynh, học sinh)", None], [None, None, "PH", "HS"]]
    (record,) = records(checked([who, *below, [*row, 50, 70]], merges=["C2:D2", "A2:A3", "B2:B3"]))
    assert record["attendances"] == {"parents": 50, "children_in_school": 70}


def test_seats_go_before_the_persons_beside_them() -> None:
    who, row = ["Đơn vị: UBND quận Sơn Trà"], ["A", "5/5/2023"]
    twice = ["Số người", "Số lượt"]
    rows = [
        who,
        ["Buổi truyền thông", "Ngày", "Phụ huynh", None, "Học sinh", None],
        [None, None, *twice, *twice],
    ]
    (record,) = records(checked([*rows, [*row, 20, 40, 25, 50]], merges=["C2:D2", "E2:F2", "A2:A3", "B2:B3"]))
    assert record["attendances"] == {"parents": 40, "children_in_school": 50}
    summary = [
        ["UBND quận Sơn Trà"],
        ["TỔNG HỢP NĂM 2023"],
        ["Loại", "Số lớp", *twice],
        ["Tập huấn", 4, 100, 200],
    ]
    assert [r["attendances_total"] for r in records(checked(summary))] == [200]


def test_a_school_or_hamlet_is_no_head_of_a_hamlet() -> None:
    title = ["UBND XÃ NÚI THÀNH - BUỔI TRUYỀN THÔNG NĂM 2025"]
    for heading in ("Trường/thôn", "Tên trường, thôn", "TRUONG/THON"):
        (record,) = records(checked([title, ["STT", "Ngày", heading, "Cha mẹ"], [1, "20/9/2025", 5, 45]]))
        assert record["attendances"] == {"parents": 45}


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        # The brackets of a wide group say which of its people.
        ("Số người dân (phụ huynh)", "parents"),
        ("Số lượt công nhân (cha mẹ)", "parents"),
        ("Người lao động (cha, mẹ)", "parents"),
        ("Hội viên [cha mẹ]", "parents"),
        ("Cán bộ (giáo viên)", "teachers"),
        ("Cán bộ (CTV trẻ em)", "child_workers"),
        ("Đoàn viên (học sinh)", "children_in_school"),
        # Some of them, all but these, several, none; one sort of its own; who is left over.
        ("Người dân (trong đó có phụ huynh)", "other"),
        ("Người dân (không kể phụ huynh)", "other"),
        ("Người dân (cha mẹ, học sinh)", "other"),
        ("Cán bộ (nữ)", "officials"),
        ("CBCCVC (cấp xã)", "officials"),
        ("Phụ huynh (công nhân)", "parents"),
        ("Khác (phụ huynh)", "other"),
    ],
)
def test_brackets_tell_the_people_of_a_wide_group(text: str, audience: str) -> None:
    heading = read_heading((text,))
    assert (heading.fields, heading.audience) == ((f"attendances.{audience}",), audience)
