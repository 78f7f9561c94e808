"""What is no data of a child or parent, and who is let through but not kept."""

import datetime

import pytest

from data_loaders.persons.names import looks_like_name
from data_loaders.persons.told_by_words import personal_words
from tests.data_loaders.persons.list_head import HEAD, WHO
from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize("value", ["1.050.000.000", "12.000.000.000 đồng", "2 050 000 000"])
def test_sums_of_money_are_no_telephones(value: str) -> None:
    report = checked([WHO, [*HEAD, "Ghi chú"], [1, "Lớp A", "12/5/2023", 40, value]])
    assert report["status"] == "ready"


@pytest.mark.parametrize(
    ("organiser", "kept"),
    [
        ("Bà Trần Thị Hoa, Chủ tịch Hội LHPN", "Chủ tịch Hội LHPN"),
        ("UBND phường - đ/c Nguyễn Văn Bảy", "UBND phường"),
        ("Cô giáo Lê Thị Mai", None),
        ("Trần Thị Mai", None),
        ("Bà Mai", None),
        ("Hội LHPN (chị Mai)", "Hội LHPN"),
        ("Phan Châu Trinh", "Phan Châu Trinh"),
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


def test_names_of_persons() -> None:
    assert personal_words("Học sinh Trần Minh Châu lớp 5A") == "họ tên"
    assert looks_like_name("Nguyễn Văn An")
    assert not looks_like_name("Nguyễn Văn An tập huấn cho học sinh")
    assert not looks_like_name("Trực tiếp")


def test_names_in_the_signatures_below_figures_are_no_finding() -> None:
    rows = [
        ["UBND quận Hải Châu"],
        ["Tên lớp tập huấn", "Ngày", "Cha mẹ"],
        ["A", "12/05/2023", 40],
        ["Người lập biểu", None, "THỦ TRƯỞNG ĐƠN VỊ"],
        ["Trần Thị Mai Hương", None, "Nguyễn Văn Thành"],
    ]
    assert checked(rows)["status"] == "ready"


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
