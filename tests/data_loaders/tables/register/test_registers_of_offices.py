"""Targets, inhabitants and schools in the layouts of offices."""

from tests.data_loaders.sheets import checked, codes, records


def test_years_below_a_merged_heading_are_headings_of_targets() -> None:
    rows = [
        ["PHÂN BỔ CHỈ TIÊU SỐ LỚP TẬP HUẤN CHO CHA MẸ, NGƯỜI CHĂM SÓC TRẺ"],
        ["STT", "Đơn vị", "Chỉ tiêu giao theo năm", None],
        [None, None, 2022, 2023],
        [1, "Quận Hải Châu", 6, 8],
    ]
    report = checked(rows, merges=["C2:D2"])
    assert codes(report) == []
    assert [(r["indicator"], r["start_date"], r["value"]) for r in records(report)] == [
        ("L-classes-parents", "2021-12-15", 6),
        ("L-classes-parents", "2022-12-15", 8),
    ]


def test_units_across_are_those_of_targets_and_of_inhabitants() -> None:
    targets = [
        ["GIAO CHỈ TIÊU NĂM 2024"],
        ["STT", "Nội dung chỉ tiêu", "Quận Hải Châu", "Huyện Hòa Vang"],
        [1, "Số buổi truyền thông", 5, 6],
    ]
    people = [
        ["SỐ TRẺ EM NĂM 2024"],
        ["Nhóm tuổi", "Quận Hải Châu", "Huyện Hòa Vang"],
        ["0 - 5 tuổi", 100, 200],
    ]
    for rows, values in ((targets, [5, 6]), (people, [100, 200])):
        found = records(checked(rows))
        assert [(r["unit"], r["value"]) for r in found] == list(zip(("492", "497"), values, strict=True))


def test_ages_below_any_heading_are_groups_of_inhabitants() -> None:
    rows = [
        ["SỐ LIỆU DÂN SỐ"],
        ["Năm", "Địa phương", "Nhóm đối tượng", "Số người", "Nguồn cung cấp"],
        [2023, "Quận Hải Châu", "Trẻ em dưới 16 tuổi", "40.100", "Thống kê"],
    ]
    (record,) = records(checked(rows))
    assert (record["group"], record["value"], record["origin"]) == ("under_16", 40100, "Thống kê")


def test_inhabitants_by_sex_are_their_sum() -> None:
    rows = [
        ["TRẺ EM DƯỚI 16 TUỔI CHIA THEO GIỚI TÍNH - NĂM 2022"],
        ["Quận/huyện", "Tổng số", "Nam", "Nữ"],
        ["Hải Châu", 30000, 16000, 14000],
    ]
    assert [(r["group"], r["value"]) for r in records(checked(rows))] == [("under_16", 30000)]


def test_a_list_of_schools_may_tell_their_pupils() -> None:
    rows = [
        ["DANH SÁCH TRƯỜNG HỌC TRÊN ĐỊA BÀN QUẬN HẢI CHÂU"],
        ["TT", "Đơn vị trường", "Xã/phường", "Số học sinh"],
        ["I. KHỐI TIỂU HỌC"],
        [1, "TH Phan Đăng Lưu", "Thạch Thang", 800],
    ]
    (record,) = records(checked(rows))
    assert (record["name"], record["level"], record["unit"]) == ("TH Phan Đăng Lưu", "primary", "492")


def test_a_register_holds_from_the_day_in_its_title() -> None:
    rows = [
        ["DANH SÁCH CÁC TRƯỜNG HỌC THUỘC PHƯỜNG HẢI CHÂU (từ 01/7/2025)"],
        ["STT", "Tên trường học", "Bậc học", "Đơn vị quản lý"],
        [1, "Trường THCS Trưng Vương", "THCS", "Phường Hải Châu"],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["20242"]


def test_the_sum_beside_units_is_no_target() -> None:
    rows = [
        ["PHÂN BỔ CHỈ TIÊU NĂM 2024"],
        ["STT", "Chỉ tiêu", "Quận Hải Châu", "Huyện Hòa Vang", "Tổng"],
        [1, "Số buổi truyền thông", 5, 6, 11],
    ]
    assert [(r["unit"], r["value"]) for r in records(checked(rows))] == [("492", 5), ("497", 6)]


def test_schools_are_of_the_territory_that_the_title_names() -> None:
    rows = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"],
        ["DANH MỤC CƠ SỞ GIÁO DỤC QUẬN THANH KHÊ"],
        ["Bậc học", "TT", "Tên trường, cơ sở", "Số lớp học", "Ngày thành lập"],
        ["PTTH", 1, "THPT Kim Đồng", 20, "5/9/1990"],
    ]
    (record,) = records(checked(rows))
    assert (record["unit"], record["level"], record["valid_from"]) == ("491", "upper_secondary", "1990-09-05")


def test_units_are_known_by_their_values_where_nothing_else_tells_them() -> None:
    rows = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"],
        ["DANH MỤC CƠ SỞ GIÁO DỤC"],
        ["TT", "Tên trường", "Loại hình cơ sở", "Phòng GD&ĐT"],
        [1, "TH Hoa Sen", "Trường tiểu học", "Quận Cẩm Lệ"],
    ]
    assert [(r["unit"], r["level"]) for r in records(checked(rows))] == [("495", "primary")]


def test_a_share_under_muc_tieu_is_the_value_of_the_indicator_beside_it() -> None:
    rows = [["Chỉ tiêu", "Đơn vị", "Năm", "Mục tiêu"], ["T1", "Đà Nẵng", 2025, "100%"]]
    (record,) = records(checked(rows))
    assert (record["indicator"], record["unit"], record["value"]) == ("T1", "48", 100)


def test_th_among_levels_is_a_level() -> None:
    rows = [["DANH SÁCH CÁC TRƯỜNG"], ["STT", "Tên trường", "Loại hình", "Quận/Huyện"]]
    report = checked(
        [*rows, [1, "Trường TH A", "TH", "Quận Hải Châu"], [2, "Trường THCS B", "Cấp 2", "Quận Hải Châu"]]
    )
    assert [r["level"] for r in records(report)] == ["primary", "lower_secondary"]
