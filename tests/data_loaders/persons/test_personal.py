import datetime
import io
from unicodedata import normalize

import openpyxl
import pytest
from openpyxl.comments import Comment

from data_loaders.annotating.recognising import LEAD
from data_loaders.check import check
from data_loaders.persons.names import looks_like_name
from data_loaders.persons.told_by_words import personal_words
from tests.data_loaders.sheets import checked, codes, records, xlsx

HEAD = ["STT", "Tên lớp tập huấn", "Ngày", "Số người"]
WHO = ["Đơn vị báo cáo: UBND quận Hải Châu"]


def _next(value: object) -> object:
    return value + 1 if isinstance(value, int) else value


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Họ và tên học sinh", "Nguyễn Văn An"),
        ("Họ tên", "Nguyễn Văn An"),
        ("HỌ TÊN CHA/MẸ", "Nguyễn Văn An"),
        ("Ngày sinh", "1/2/2013"),
        ("Năm sinh", 2013),
        ("SĐT phụ huynh", "0905123456"),
        ("Số điện thoại", "0905123456"),
        ("Địa chỉ nhà", "12 Lê Lợi"),
        ("Con học lớp", "5A"),
        ("Lớp con đang học", "6/2"),
        ("Địa chỉ", "12 Lê Lợi"),
        ("CCCD", "048012345678"),
        ("Mã định danh", "048012345678"),
        ("Lớp", "5A"),
        ("Học sinh lớp", "5/2"),
        ("Ghi chú", "LH chị Lan 0905 123 456"),
        ("Cột lạ", "048012345678"),
        ("Mã", 48209001234),
        ("Ghi chú", "cháu An sinh ngày 1/2/2013"),
        ("Ghi chú", "Trao quà cho em Nguyễn Thị Lan"),
        ("Ghi chú", "Trao quà cho em Ông Thị Lan"),
        ("Kết quả", normalize("NFD", "Giải Nhất: em TRẦN NGỌC BẢO CHÂU (lớp 8/2)")),
        ("Ghi chú", "Trao quà cho em\u00a0Nguyễn\u00a0Thị Lan"),
        ("Ghi chú", "Trao quà cho em\nNguyễn Thị Lan"),
        ("Kết quả", "Giải nhất thuộc về Trần Bảo Châu"),
        ("Kết quả", "Trao giải cho Lê Minh Khôi"),
        ("Kết quả", "Hs Phạm Gia Hân lớp 6/1"),
        ("Kết quả", "Nguyễn Văn An lớp 5A"),
        ("Kết quả", "Lớp 5A: Nguyễn Văn An"),
        ("Ghi chú", "SN: 2012"),
        ("Ghi chú", "chị Hoa 0905 12 34 56"),
        ("Danh sách kèm theo", "Nguyễn Văn An (5A), Trần Thị Bình (5B)"),
        ("Ghi chú", "PH: Nguyễn Văn An, Trần Thị Bình"),
    ],
)
def test_the_file_is_refused_and_no_value_repeated(heading: str, value: object) -> None:
    report = checked(
        [
            WHO,
            [*HEAD, heading],
            [1, "Lớp A", "12/5/2023", 40, value],
            [2, "Lớp B", "12/5/2023", 40, _next(value)],
        ]
    )
    assert report["status"] == "rejected"
    assert report["tables"] == []
    assert {i["code"] for i in report["issues"]} == {"personal_data"}
    (found,) = report["issues"]
    assert "E" in found["message"]
    assert found["found"] is None
    assert str(value) not in str(report)


@pytest.mark.parametrize("value", ["1.050.000.000", "12.000.000.000 đồng", "2 050 000 000"])
def test_sums_of_money_are_no_telephones(value: str) -> None:
    report = checked([WHO, [*HEAD, "Ghi chú"], [1, "Lớp A", "12/5/2023", 40, value]])
    assert report["status"] == "ready"


@pytest.mark.parametrize(
    "value", ["1. 090 512 3456", "5 0905123456", "2.0905.123.456", "0905.123456", "84.905123456"]
)
def test_telephones_behind_a_number_are_found(value: str) -> None:
    report = checked([WHO, [*HEAD, "Ghi chú"], [1, "Lớp A", "12/5/2023", 40, value]])
    assert [i["code"] for i in report["issues"]] == ["personal_data"]


@pytest.mark.parametrize(
    ("file_name", "sheet"),
    [
        ("a.xlsx", "Em Nguyễn Văn An 5A"),
        ("Quà cho em Nguyễn_Văn_An.xlsx", "Tháng 5"),
        (normalize("NFD", "Quà cho em Trần Đỗ Nguyễn.xlsx"), "Tháng 5"),
    ],
)
def test_a_name_of_file_or_sheet_tells_of_a_child(file_name: str, sheet: str) -> None:
    rows = [WHO, HEAD, [1, "Lớp A", "12/5/2023", 40]]
    report = check(file_name, xlsx({sheet: rows}))
    (found,) = report["issues"]
    assert found["code"] == "personal_data"
    assert "Nguyễn" not in str(found)
    assert check("Trường Nguyễn Văn Trỗi.xlsx", xlsx({"TH Lê Văn Tám": rows}))["status"] == "ready"


@pytest.mark.parametrize(
    ("organiser", "kept"),
    [
        ("Bà Trần Thị Hoa, Chủ tịch Hội LHPN", "Chủ tịch Hội LHPN"),
        ("UBND phường - đ/c Nguyễn Văn Bảy", "UBND phường"),
        ("Cô giáo Lê Thị Mai", None),
        ("Đoàn TNCS Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh"),
        ("Chủ tịch UBND quận Hải Châu", "Chủ tịch UBND quận Hải Châu"),
    ],
)
def test_a_person_among_the_organisers_is_not_kept(organiser: str, kept: str | None) -> None:
    head, row = [*HEAD, "Chủ trì"], [1, "Lớp A", datetime.datetime(2023, 5, 12), 40, organiser]  # noqa: DTZ001
    # One row is read by itself, many by column.
    for many in (1, 60):
        other = [[n, f"Lớp {n}", row[2], 40, "Hội LHPN"] for n in range(2, many + 2)]
        assert records(checked([WHO, head, row, *other]))[0]["organiser"] == kept


@pytest.mark.parametrize(
    ("heading", "cells", "found"),
    [
        ("Giải nhất", ("Nguyễn Thị Ánh - lớp 8/2", "Trần Quốc Bảo (7B)"), True),
        ("Ghi chú", ("Tốt", "Đạt giải: khá\nLê Minh Châu, lớp 7/3"), True),
        ("Giải nhất", ("Nguyễn Thị Ánh - 8/2", "Trần Quốc Bảo - 9/1"), True),
        ("Ghi chú", ("Tốt", "Phụ huynh Nguyễn Thị Hoa phát biểu"), True),
        ("Ghi chú", ("Tốt", "Chị Trần Thị Lan (mẹ cháu Bảo Nam) chia sẻ"), True),
        ("Ghi chú", ("Họp phụ huynh Trường THCS Nguyễn Huệ", "Phụ huynh học sinh Tiểu học Phù Đổng"), False),
        ("Khối lớp", ("6, 7", "8, 9"), False),
        ("Thành phần tham dự", ("Nguyễn Thị Hoa, Lê Thị Mai (phụ huynh)", "Phụ huynh"), True),
        ("Ghi chú", ("Tại đường Nguyễn Văn Trỗi", "Nguyễn Văn Trỗi - 8/3"), False),
        *(
            ("Ghi chú", ("Tốt", told), True)
            for told in (
                "con ông Nguyễn Văn Hùng",
                "gia đình bà Nguyễn Thị Sáu có con bỏ học",
                "người giám hộ: Lê Thị Ba",
                "mẹ là Trần Thị Xuân",
                "anh Trần Văn Bốn (phụ huynh)",
                "EM NGUYỄN VĂN AN LỚP 5A",
                "Tuyên dương học sinh Đặng Quốc Việt",
                "Gặp gỡ học sinh Đặng Quốc Việt - lớp 9/1",
                "HS: Võ Minh Khoa, 8A",
                "trẻ em Hồ Thị Nhi ngoài nhà trường",
                "ĐT (0905) 123 456",
                "CMND 201234567",
                "Trần Thị Hoa, SN 2012",
            )
        ),
        *(
            ("Ghi chú", ("Tốt", told), False)
            for told in (
                "con anh hùng liệt sĩ",
                "gia đình anh chị em hội viên",
                "CÁC EM HỌC SINH TRƯỜNG NGUYỄN HUỆ",
                "TRẺ EM TỪ ĐỦ 6 TUỔI",
                "đội viên Liên đội Nguyễn Bá Ngọc",
                "Nam sinh lớp 9",
                "Tuyên truyền cho học sinh Lê Văn Tám, lớp 4, 5",
                "Tuyên dương học sinh Trường Lê Văn Tám",
                "đường Ông Ích Đường (phụ huynh đỗ xe)",
            )
        ),
        ("Trường", ("Nguyễn Thị Minh Khai - lớp 8/1", "Lê Lợi, khối 6"), False),
    ],
)
def test_pupils_and_parents_by_name(heading: str, cells: tuple[str, str], found: bool) -> None:
    rows = [[n, f"Lớp {n}", "12/5/2023", 40, cell] for n, cell in enumerate(cells, 1)]
    report = checked([WHO, [*HEAD, heading], *rows])
    assert ([i["code"] for i in report["issues"] if i["severity"] == "error"] == ["personal_data"]) is found


def test_names_under_an_unknown_heading() -> None:
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Hoàng Minh Châu"]
    report = checked(
        [WHO, [*HEAD, "Danh sách"], *[[i, "Lớp A", "12/5/2023", 40, n] for i, n in enumerate(names, 1)]]
    )
    assert [i["code"] for i in report["issues"]] == ["personal_data"]


def test_an_attendance_list_beside_a_good_sheet_refuses_the_whole_file() -> None:
    report = checked([["DANH SÁCH HỌC SINH"], ["STT", "Họ và tên", "Lớp"], [1, "Nguyễn Văn An", "5A"]])
    assert report["status"] == "rejected"
    assert {i["cell"] for i in report["issues"]} == {"B2", "C2"}


@pytest.mark.parametrize(
    "heading",
    ["Giảng viên", "Báo cáo viên", "Đơn vị tổ chức", "Trường", "Địa điểm", "Địa chỉ trường", "Người ký"],
)
def test_what_is_no_personal_data_of_children_or_parents(heading: str) -> None:
    report = checked(
        [
            WHO,
            [*HEAD, heading],
            [1, "Lớp A", "12/5/2023", 40, "Nguyễn Văn Trỗi"],
            [2, "Lớp B", "12/5/2023", 40, "Lê Lợi"],
        ]
    )
    assert report["status"] == "ready"


def test_trainers_and_where_they_work_are_not_kept() -> None:
    head = [*HEAD, "Giảng viên", None], [None] * len(HEAD) + ["Họ và tên", "Đơn vị công tác"]
    rows = [
        [n, f"Lớp {word}", "12/5/2023", 40, "Lê Thị Hạnh", "Công an quận"] for n, word in enumerate("XY", 1)
    ]
    report = checked([WHO, *head, *rows], merges=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"])
    assert [r["organiser"] for r in records(report)] == [None, None]
    assert "Hạnh" not in str(report)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("An toàn mạng (BCV: ThS. Lê Thị Hạnh)", "An toàn mạng (BCV: ThS. …)"),
        ("An toàn mạng  (BCV:  ThS.  Lê  Thị  Hạnh)", "An toàn mạng (BCV: ThS. …)"),
        ("Tập huấn do ông Lê Văn Hạnh trình bày", "Tập huấn do ông … trình bày"),
        ("Tập huấn do ông\nLê Văn\nHạnh trình bày", "Tập huấn do ông … trình bày"),
        ("Tập huấn do bà Lê Thị Hạnh trình bày", "Tập huấn do bà … trình bày"),
        ("Tập huấn do đồng chí Lê Văn Hạnh báo cáo", "Tập huấn do đồng chí … báo cáo"),
        ("Lớp do thầy: Lê Văn Hạnh dạy", "Lớp do thầy: … dạy"),
        ("Chuyên gia tâm lý Lê Thị Hạnh chia sẻ", "Chuyên gia tâm lý … chia sẻ"),
        ("Nói chuyện với Ông Lê Văn Hạnh", "Nói chuyện với Ông …"),
        ("An toàn mạng (ông Lê Văn Hạnh trình bày)", "An toàn mạng (ông … trình bày)"),
        ("BÁO CÁO VIÊN: ÔNG LÊ VĂN HẠNH", "BÁO CÁO VIÊN: ÔNG …"),
        ("Tập huấn do Thượng úy Lê Văn Hạnh trình bày", "Tập huấn do Thượng úy … trình bày"),
        ("Tuyên truyền (Thiếu tá Lê Văn Hạnh, Công an quận)", "Tuyên truyền (Thiếu tá …, Công an quận)"),
        ("Nói chuyện của nhà báo Lê Anh Hạnh", "Nói chuyện của nhà báo …"),
        ("Tập huấn có BS Lê Thị Hạnh chia sẻ", "Tập huấn có BS … chia sẻ"),
        ("Thạc sĩ Lê Thị Hạnh nói chuyện", "Thạc sĩ … nói chuyện"),
        ("TẬP HUẤN DO THS LÊ THỊ HẠNH", "TẬP HUẤN DO THS …"),
        ("Tập huấn do Công an P. Hòa Minh trình bày", "Tập huấn do Công an P. Hòa Minh trình bày"),
        ("Diễn giả: Ông Trần Văn Ba, Bà Lê Thị Hạnh", "Diễn giả: Ông …, Bà …"),
        ("Báo cáo viên: Ông Thị Hạnh", "Báo cáo viên: …"),
        ("Báo cáo viên: bà Âu Thị Hạnh", "Báo cáo viên: bà …"),
        ("Lop cho phu huynh (giang vien: ong Le Van Hanh)", "Lop cho phu huynh (giang vien: ong …)"),
        ("Tap huan, bao cao vien ThS. Le Thi Hanh", "Tap huan, bao cao vien ThS. …"),
        ("Tap huan vien: Ba Le Thi Hanh", "Tap huan vien: Ba …"),
        ("Tap huan giang vien nguon Quan Hai Chau", "Tap huan giang vien nguon Quan Hai Chau"),
        ("Tap huan bao cao vien Doan Thanh nien", "Tap huan bao cao vien Doan Thanh nien"),
        ("Ông bà, cha mẹ và con trên mạng", "Ông bà, cha mẹ và con trên mạng"),
        ("Tập huấn tại đường Bà Triệu", "Tập huấn tại đường Bà Triệu"),
        ("Truyền thông An Toàn Mạng", "Truyền thông An Toàn Mạng"),
        ("Lớp tại trường Ông Ích Khiêm", "Lớp tại trường Ông Ích Khiêm"),
        ("Tập huấn do Đoàn Thanh Niên tổ chức", "Tập huấn do Đoàn Thanh Niên tổ chức"),
        ("Tập huấn giáo viên Lê Hồng Phong", "Tập huấn giáo viên Lê Hồng Phong"),
    ],
)
def test_a_trainer_in_a_title_is_not_kept(title: str, kept: str) -> None:
    report = checked([WHO, HEAD, [1, title, "12/5/2023", 40]])
    assert [r["title"] for r in records(report)] == [kept]
    assert "Hạnh" not in str(report)
    assert "Hanh" not in str(report)


def test_contacts_outside_a_focal_point_table_are_refused() -> None:
    report = checked(
        [WHO, [*HEAD, "Người phụ trách", "Điện thoại"], [1, "Lớp A", "12/5/2023", 40, "Trần B", "0905123456"]]
    )
    assert report["status"] == "rejected"


@pytest.mark.parametrize(
    "text",
    [
        "Công văn 2523/UBND-KGVX",
        "Tổng đài 111 và 1022",
        "45 người",
        "Quyết định 830/QĐ-TTg ngày 01/6/2021",
        "12/5/2023",
        "1.234.567",
        "THỐNG KÊ HỌC SINH NĂM HỌC 2022-2023",
        "Không phát sinh ngày 5/6",
        "0.0905123456",
        "-13481.0905123456",
        ",0905123456",
        "Tập huấn cho học sinh 12/5/2023",
        "Tuyển sinh 12/5/2023",
        "Tuyển sinh năm học 2023-2024",
        "Tuyển sinh năm 2023",
        "Trao giải cho Trường THCS Trưng Vương",
        "Giải nhất thuộc về phường Mân Thái",
        "8/3 - Nguyễn Văn Trỗi",
        "Học sinh: 45, phụ huynh: 30",
        "Danh sách học sinh kèm theo: Phụ lục 1",
        "Tập huấn cho học sinh Nguyễn Bỉnh Khiêm",
        "Giải Nhất: Trường THCS Trưng Vương",
        "Hội thi đạt giải Nhất (Quận Hải Châu)",
    ],
)
def test_words_that_tell_of_nobody(text: str) -> None:
    assert personal_words(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Danh sách học sinh: Nguyễn Văn An, Lê Thị Bình, Trần Minh Châu.",
        "Học sinh được khen: Trần Thị Bích Ngọc",
        "Phụ huynh phát biểu: Nguyễn Văn An",
        "Trần Thị Bích Ngọc (sinh 12/3/2013) phát biểu",
        "Hội thi vẽ tranh – Giải Nhì: Trần Thị Bích Ngọc",
        "Học sinh Trần Minh Châu đạt giải nhất",
        "Giải nhất cá nhân: Trần Minh Châu",
    ],
)
def test_families_in_words_anywhere_on_a_sheet(text: str) -> None:
    row = [1, "Lớp A", "12/5/2023", 40]
    inside = [WHO, [*HEAD, "Ghi chú"], [*row, text]]
    beside = [WHO, HEAD, row, *[[n, "Lớp A", f"{n}/6/2023", 40] for n in range(2, 5)], [None] * 20 + [text]]
    for rows in (inside, beside, [WHO, [text], HEAD, row]):
        assert codes(checked(rows)) == ["personal_data"]


def test_the_first_of_several_cells_is_named() -> None:
    rows = [[n, "Lớp A", "12/5/2023", 40, f"gọi 090512345{n}"] for n in range(1, 9)]
    (found,) = checked([WHO, [*HEAD, "Ghi chú"], *rows])["issues"]
    assert found["cell"] == "E3"


def test_names_of_persons() -> None:
    assert personal_words("Học sinh Trần Minh Châu lớp 5A") == "họ tên"
    assert looks_like_name("Nguyễn Văn An")
    assert not looks_like_name("Nguyễn Văn An tập huấn cho học sinh")
    assert not looks_like_name("Trực tiếp")


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Cha mẹ", "Lê Thị Ánh Sao"),
        ("Cha mẹ", "0905 777 123"),
        ("Email phụ huynh", "meocon123@gmail.com"),
        ("Facebook của phụ huynh", "fb.com/meocon"),
    ],
)
def test_persons_under_the_heading_of_a_figure_are_refused_and_not_repeated(heading: str, value: str) -> None:
    rows = [["UBND quận Hải Châu"], ["Tên lớp tập huấn", "Ngày", heading], ["A", "12/05/2023", value]]
    report = checked(rows)
    assert (report["status"], codes(report)) == ("rejected", ["personal_data"])
    assert value not in str(report)


def test_names_in_the_signatures_below_figures_are_no_finding() -> None:
    rows = [
        ["UBND quận Hải Châu"],
        ["Tên lớp tập huấn", "Ngày", "Cha mẹ"],
        ["A", "12/05/2023", 40],
        ["Người lập biểu", None, "THỦ TRƯỞNG ĐƠN VỊ"],
        ["Trần Thị Mai Hương", None, "Nguyễn Văn Thành"],
    ]
    assert checked(rows)["status"] == "ready"


@pytest.mark.parametrize("value", ["Lê Ngọc Minh Anh", "Đào Thị Hoa", "Alăng Thị Bé", "0905 123 456"])
def test_columns_without_a_heading_are_looked_at_too(value: str) -> None:
    report = checked([WHO, HEAD, [1, "Lớp A", "12/5/2023", 40, value], [2, "Lớp B", "12/5/2023", 41, value]])
    assert report["status"] == "rejected"
    assert codes(report) == ["personal_data"]
    assert "không có tiêu đề" in report["issues"][0]["message"]
    assert value not in str(report)


def test_a_signature_below_a_column_without_a_heading_is_none() -> None:
    rows = [WHO, HEAD, [1, "Lớp tập huấn A", "12/5/2023", 40], ["Người lập biểu", None, None, None, None]]
    report = checked([*rows, [None, None, None, None, "Trần Văn Hùng"]])
    assert (report["status"], codes(report)) == ("ready", [])


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Mọi thắc mắc liên hệ Phòng VHTT, ĐT 0236.3822.111, vhtt@danang.gov.vn", "ready"),
        ("Mọi thắc mắc liên hệ chị Lan 0905.822.111", "rejected"),
    ],
)
def test_the_telephone_of_an_office_below_a_table(note: str, status: str) -> None:
    report = checked([WHO, HEAD, [1, "Lớp A", "12/5/2023", 40], [], [None, note]])
    assert report["status"] == status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("2. Không ghi họ tên, ngày sinh, số điện thoại của trẻ em và cha mẹ.", "ready"),
        ("Không được ghi ngày sinh của trẻ (Luật 91/2025/QH15).", "ready"),
        ("2. Cột 4: ngày sinh của trẻ", "ready"),
        ("2. Không ghi tên, ngày sinh 12/3/2013", "rejected"),
        ("Không ghi tên. Cháu gái sinh ngày 12 tháng 3", "rejected"),
        ("2. Bé gái sinh năm 2012", "rejected"),
    ],
)
def test_words_that_forbid_to_write_a_birth_date_hold_none(told: str, status: str) -> None:
    report = checked([WHO, [told], HEAD, [1, "Lớp A", "12/5/2023", 40]])
    assert report["status"] == status


def test_a_note_in_the_column_of_numbers_is_looked_at() -> None:
    rows = [[1, "Lớp A", "12/5/2023", 40], ["Ghi chú: phụ huynh chị B, SĐT 0905 777 888"]]
    assert checked([WHO, HEAD, *rows])["status"] == "rejected"


def test_numbers_of_telephones_below_a_heading_of_contacts() -> None:
    rows = [[1, "Lớp A", "12/5/2023", 40, 905123456], [2, "Lớp B", "12/5/2023", 40, 914222333]]
    assert checked([WHO, [*HEAD, "Liên hệ"], *rows])["status"] == "rejected"


@pytest.mark.parametrize("cells", [("Nguyễn Văn An", "Trần Thị Bình"), (905123456, 914222333)])
def test_remarks_of_nothing_but_persons_or_telephones_are_refused(cells: tuple[object, object]) -> None:
    rows = [WHO, [*HEAD, "Ghi chú"], *([n, "Lớp A", "12/5/2023", 40, cell] for n, cell in enumerate(cells))]
    assert codes(checked(rows)) == ["personal_data"]


@pytest.mark.parametrize(
    "cells",
    [
        ("Tuyên truyền cho các em Nguyễn Du", "Tặng sách cho trẻ em Hòa Vang"),
        (905123000, 914222000),
        ("Clip, tờ rơi", "Đoàn phường"),
    ],
)
def test_remarks_about_no_person_are_let_through(cells: tuple[object, object]) -> None:
    rows = [WHO, [*HEAD, "Ghi chú"], *([n, "Lớp A", "12/5/2023", 40, cell] for n, cell in enumerate(cells))]
    assert checked(rows)["status"] == "ready"


@pytest.mark.parametrize(
    ("hosts", "kept"),
    [
        (("Nguyễn Văn An", "Trần Thị Bình"), None),
        (("Nguyễn Du", "Lê Lợi"), "Nguyễn Du"),
        (("Đoàn phường", "Hội LHPN"), "Đoàn phường"),
    ],
)
def test_who_presided_is_not_kept(hosts: tuple[str, str], kept: str | None) -> None:
    rows = [WHO, [*HEAD, "Chủ trì"], *([n, "Lớp A", "12/5/2023", 40, host] for n, host in enumerate(hosts))]
    report = checked(rows)
    assert report["tables"][0]["records"][0]["organiser"] == kept
    assert kept is not None or "Nguyễn" not in str(report)


@pytest.mark.parametrize(
    ("heading", "value", "status"),
    [
        ("Hiệu trưởng", "Nguyễn Thị Hoa", "ready"),
        ("Điện thoại", "0236.3821.456", "ready"),
        ("Điện thoại", "0905.821.456", "rejected"),
        ("Phụ huynh", "Nguyễn Thị Hoa", "rejected"),
    ],
)
def test_schools_with_their_heads_and_telephones(heading: str, value: str, status: str) -> None:
    rows = [WHO, ["Tên trường", "Cấp học", heading], ["Lê Độ", "THCS", value], ["Lê Lai", "TH", value]]
    report = checked(rows)
    assert report["status"] == status
    assert value not in str(report)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("PH liên hệ: chị Hạnh 0905.678.123", "rejected"),
        ("Gửi kèm đơn của em Nguyễn Thị Lan", "rejected"),
        ("503 Trần Cao Vân - ĐT: (0236) 3759 115 - Email: ubndthanhkhe@danang.gov.vn", "ready"),
        ("Đường dây nóng: 111, 1022 nhánh 6", "ready"),
    ],
)
def test_words_above_a_table_are_looked_at(line: str, status: str) -> None:
    report = checked([WHO, [line], HEAD, [1, "Lớp A", "12/5/2023", 40]])
    assert report["status"] == status
    assert status == "ready" or [(i["code"], i["cell"]) for i in report["issues"]] == [
        ("personal_data", "A2")
    ]
    assert "678" not in str(report)
    assert "Lan" not in str(report)


@pytest.mark.parametrize(
    ("remark", "head", "found"),
    [
        ("Mẹ cháu: 0906 111 222", HEAD, [("personal_data", "B3")]),
        ("Số liệu Hội LHPN gửi ngày 8/5/2023", HEAD, []),
        (f"{LEAD}Cột “Ngày sinh” có thông tin cá nhân", HEAD, []),
        ("Di động: 0906 111 222", ["Họ và tên", "Đơn vị", "Chức vụ", "Điện thoại"], []),
    ],
)
def test_remarks_pinned_to_cells_are_looked_at(
    remark: str, head: list[str], found: list[tuple[str, str]]
) -> None:
    contacts = ["Nguyễn Văn An", "Quận Hải Châu", "Chuyên viên", "0905 123 123"]
    row = [1, "Lớp tập huấn A", "12/5/2023", 40] if head is HEAD else contacts
    book = openpyxl.load_workbook(io.BytesIO(xlsx({"T": [WHO, head, row]})))
    book["T"]["B3"].comment = Comment(remark, "Văn phòng")
    target = io.BytesIO()
    book.save(target)
    report = check("a.xlsx", target.getvalue())
    assert [(i["code"], i["cell"]) for i in report["issues"]] == found
    assert "906" not in str(report)


def test_a_heading_beside_two_rows_of_them_is_named_where_it_stands() -> None:
    upper = ["STT", "Tên lớp tập huấn", "Ngày", "Số lượt", None, "SĐT phụ huynh"]
    rows = [
        WHO,
        upper,
        [None, None, None, "Cha mẹ", "Học sinh"],
        [1, "Lớp A", "12/5/2023", 40, 2, "0905123456"],
    ]
    report = checked(rows, merges=["D2:E2"])
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("personal_data", "F2")]
