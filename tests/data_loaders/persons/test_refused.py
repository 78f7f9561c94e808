"""Persons, telephones and families in a workbook: the file is refused, and no value of it repeated."""

import io
from unicodedata import normalize

import openpyxl
import pytest
from openpyxl.comments import Comment

from data_loaders.annotating.recognising import LEAD
from data_loaders.check import check
from tests.data_loaders.persons.list_head import HEAD, WHO
from tests.data_loaders.sheets import checked, codes, xlsx


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
                "Thăm em N.T.H (2010), trú tổ 5",
                "cháu T.M.K sinh năm 2010",
                "cháu T.M.K (sinh 2010)",
                "Trẻ T.H.K – 2011",
                "N.V.A, SN 2012",
                "nạn nhân Đ.Ư. (13 tuổi)",
            )
        ),
        *(
            ("Ghi chú", ("Tốt", told), False)
            for told in (
                "con anh hùng liệt sĩ",
                "Học sinh T.H.C.S (2023)",
                "Trẻ em Q.NHS (2023)",
                "học sinh P. H. B 2023",
                "UBND P.H.B (2023)",
                "trẻ em TP.HCM, 16 tuổi",
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


def test_contacts_outside_a_focal_point_table_are_refused() -> None:
    report = checked(
        [WHO, [*HEAD, "Người phụ trách", "Điện thoại"], [1, "Lớp A", "12/5/2023", 40, "Trần B", "0905123456"]]
    )
    assert report["status"] == "rejected"


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


@pytest.mark.parametrize("value", ["Lê Ngọc Minh Anh", "Đào Thị Hoa", "Alăng Thị Bé", "0905 123 456"])
def test_columns_without_a_heading_are_looked_at_too(value: str) -> None:
    report = checked([WHO, HEAD, [1, "Lớp A", "12/5/2023", 40, value], [2, "Lớp B", "12/5/2023", 41, value]])
    assert report["status"] == "rejected"
    assert codes(report) == ["personal_data"]
    assert "không có tiêu đề" in report["issues"][0]["message"]
    assert value not in str(report)


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
