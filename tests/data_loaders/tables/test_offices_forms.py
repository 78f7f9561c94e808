"""Forms as offices lay them out: labels above their value, "Khác" among audiences, figures with their words."""

import datetime

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records


def test_a_label_stands_above_its_value_and_the_receiver_reports_nothing() -> None:
    report = checked(
        [
            ["Biểu số 02", None, "TÌNH HÌNH TUYÊN TRUYỀN", None, "Đơn vị báo cáo:"],
            ["Ngày nhận báo cáo: 20/6/2023", None, "6 tháng đầu năm 2023", None, "UBND quận Cẩm Lệ"],
            [None, None, None, None, "Đơn vị nhận báo cáo:"],
            [None, None, None, None, "Sở Thông tin và Truyền thông"],
            ["Phường", "Số buổi", "Tổng số lượt", "Chia ra", None],
            [None, None, None, "Cha mẹ", "Khác"],
            ["Khuê Trung", 3, 110, 100, 10],
        ]
    )
    (record,) = records(report)
    assert (record["unit"], record["start_date"], record["count"]) == ("495", "2022-12-15", 3)
    assert record["attendances"] == {"parents": 100, "other": 10}
    assert record["kind"] == "communication_session"


def test_amounts_say_by_their_words_what_they_count() -> None:
    report = checked(
        [
            ["Đơn vị báo cáo: Sở Y tế"],
            ["Kỳ báo cáo: Quý II/2024"],
            ["Loại hoạt động", "Số lượng", "Số lượt cha mẹ"],
            ["Lớp tập huấn", "03 lớp", "120 người"],
            ["Buổi truyền thông", "12 buổi", "1.250 lượt"],
        ]
    )
    assert [(r["count"], r["attendances"]) for r in records(report)] == [
        (3, {"parents": 120}),
        (12, {"parents": 1250}),
    ]


def test_a_column_of_school_years_is_read_by_the_school_calendar() -> None:
    report = checked(
        [["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["SỐ BUỔI TUYÊN TRUYỀN"], ["Năm học", "Số buổi"], ["2022-2023", 12]]
    )
    assert [(r["start_date"], r["end_date"]) for r in records(report)] == [("2022-09-01", "2023-08-31")]


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


def test_halves_of_a_day_count_nothing() -> None:
    rows = [["THÀNH ĐOÀN"], ["Ngày", "Buổi", "Nội dung tuyên truyền", "Số em"], ["8/7/2024", "Sáng", "A", 60]]
    assert [(r["count"], r["title"]) for r in records(checked(rows))] == [(1, "A")]


def test_rows_of_measures_beside_their_unit() -> None:
    rows = [
        ["KẾT QUẢ TỔ CHỨC LỚP TẬP HUẤN QUÝ III NĂM 2023"],
        ["Đơn vị", "Nội dung", "Số liệu"],
        ["Quận Hải Châu", "Số lớp", 3],
        [None, "Số lượt phụ huynh", 90],
    ]
    report = checked(rows, merges=["A3:A4"])
    assert [(r["unit"], r["kind"], r["count"], r["attendances"]) for r in records(report)] == [
        ("492", "training_class", 3, {"parents": 90}),
    ]


def test_items_of_a_report_are_no_targets_where_periods_stand_across() -> None:
    rows = [
        ["HUYỆN HÒA VANG"],
        ["BIỂU THEO DÕI HOẠT ĐỘNG NĂM 2022"],
        ["Chỉ số", "Tháng 3", "Tháng 4"],
        ["Số lớp tập huấn", 1, 2],
    ]
    report = checked(rows)
    assert report["tables"][0]["kind"] == "participation"
    assert [(r["kind"], r["count"]) for r in records(report)] == [
        ("training_class", 1),
        ("training_class", 2),
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


def test_a_place_of_learning_is_no_department() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LỚP TẬP HUẤN"], ["Tên lớp", "Ngày", "Cơ sở giáo dục", "Học sinh"]]
    report = checked([*rows, ["A", "12/2/2022", "TH Nguyễn Du", 40]])
    assert report["tables"][0]["kind"] == "activities"
    assert [(r["unit"], r["school"]) for r in records(report)] == [("493", "TH Nguyễn Du")]


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


def test_names_of_kinds_below_activities_are_kinds() -> None:
    rows = [
        ["Kỳ báo cáo: 6 tháng đầu năm 2024"],
        ["Quận, huyện", "Hoạt động", "Đối tượng", "Số lượng", "Lượt tham gia"],
        ["Quận Hải Châu", "Tập huấn", "Cha mẹ", 2, 70],
        ["Quận Hải Châu", "Truyền thông", "Cha mẹ", 3, 90],
    ]
    found = records(checked(rows))
    assert [(r["kind"], r["count"]) for r in found] == [("training_class", 2), ("communication_session", 3)]


def test_a_register_holds_from_the_day_in_its_title() -> None:
    rows = [
        ["DANH SÁCH CÁC TRƯỜNG HỌC THUỘC PHƯỜNG HẢI CHÂU (từ 01/7/2025)"],
        ["STT", "Tên trường học", "Bậc học", "Đơn vị quản lý"],
        [1, "Trường THCS Trưng Vương", "THCS", "Phường Hải Châu"],
    ]
    assert [r["unit"] for r in records(checked(rows))] == ["20242"]


def test_sums_of_pages_are_sums() -> None:
    rows = [["UBND QUẬN THANH KHÊ"], ["BUỔI TRUYỀN THÔNG"], ["STT", "Nội dung", "Thời gian", "Số người"]]
    rows += [[1, "A", "3/5/2023", 70], [None, "Cộng trang 1", None, 70]]
    report = checked(rows)
    assert (codes(report), len(records(report))) == ([], 1)


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


def test_partners_in_an_activity_are_no_units_that_report() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LỚP TẬP HUẤN"], ["Tên lớp", "Ngày", "Đơn vị đồng hành", "Cha mẹ"]]
    report = checked([*rows, ["A", "4/5/2023", "Sở Y tế", 40]])
    assert [r["unit"] for r in records(report)] == ["493"]


def test_numbers_of_classes_are_counts_below_any_heading() -> None:
    rows = [["SỐ LỚP TẬP HUẤN - NĂM 2024"], ["Đơn vị", "Đã mở", "Số phụ huynh dự"]]
    report = checked([*rows, ["Quận Hải Châu", "01 lớp", "40 người"], ["Quận Sơn Trà", "02 lớp", "80 người"]])
    assert [r["count"] for r in records(report)] == [1, 2]


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


def test_two_units_in_one_cell_are_asked() -> None:
    rows = [["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"]]
    report = checked([*rows, ["Quận Hải Châu và quận Sơn Trà", "A", "15/6/2023", 40]])
    assert codes(report, "error") == ["unit_ambiguous"]


def test_a_heading_may_end_with_a_colon() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LỚP TẬP HUẤN"], ["Nội dung:", "Ngày:", "Cha mẹ", "Học sinh"]]
    assert len(records(checked([*rows, ["A", "15/6/2023", 40, 20]]))) == 1


def test_who_receives_a_report_is_not_who_reports() -> None:
    report = checked(
        [
            ["BUỔI TRUYỀN THÔNG QUÝ II/2023 CỦA QUẬN CẨM LỆ", None, "Đơn vị nhận báo cáo:"],
            [None, None, "Sở Thông tin và Truyền thông"],
            ["Phường", "Số buổi", "Cha mẹ"],
            ["Khuê Trung", 3, 100],
        ]
    )
    assert [r["unit"] for r in records(report)] == ["495"]


DISTRICT_LIST = ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]


@pytest.mark.parametrize(
    ("sheet", "ward"), [("Phường Xuân Hà", "Phường Xuân Hà"), ("Thanh Khê", None), ("Tháng 5", None)]
)
def test_a_sheet_named_after_a_ward_tells_it(sheet: str, ward: str | None) -> None:
    rows = [["UBND QUẬN THANH KHÊ"], DISTRICT_LIST, [1, "A", "5/3/2023", 30]]
    assert [(r["unit"], r["ward"]) for r in records(checked(rows, sheet=sheet))] == [("491", ward)]


def test_a_group_named_after_a_ward_tells_it_also_in_a_long_list() -> None:
    days = [[n, f"Lớp {n}", datetime.date(2023, 5, 1), 20 + n] for n in range(1, 61)]
    rows = [
        ["UBND QUẬN THANH KHÊ"],
        DISTRICT_LIST,
        ["I", "Phường Xuân Hà"],
        *days,
        ["II", "Phường An Khê"],
        *days[:2],
    ]
    found = records(checked(rows))
    assert {(r["unit"], r["ward"]) for r in found[:60]} == {("491", "Phường Xuân Hà")}
    assert [r["ward"] for r in found[60:]] == ["Phường An Khê"] * 2


def test_the_offices_of_a_district_are_organisers_though_the_city_has_their_namesakes() -> None:
    rows = [
        ["Đơn vị báo cáo: Quận Thanh Khê"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "Cha mẹ"],
    ]
    offices = ["Hội LHPN", "Hội Nông dân", "UBND Phường Xuân Hà", "Phòng GD&ĐT"]
    report = checked([*rows, *([n, f"Lớp {n}", "5/3/2023", office, 30] for n, office in enumerate(offices))])
    assert report["issues"] == []
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [("491", office) for office in offices]


def test_a_district_that_names_itself_in_every_row_stays_the_unit() -> None:
    rows = [["UBND QUẬN THANH KHÊ"], ["STT", "Đơn vị", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]]
    found = records(checked([*rows, *([n, "Quận Thanh Khê", f"Lớp {n}", "5/3/2023", 30] for n in range(3))]))
    assert [(r["unit"], r["organiser"]) for r in found] == [("491", None)] * 3


def test_branches_of_a_mass_organisation_are_its_organisers() -> None:
    rows = [["THÀNH ĐOÀN ĐÀ NẴNG"], ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "ĐVTN"]]
    bodies = ["Quận đoàn Hải Châu", "Đoàn phường An Khê", "Nhà Thiếu nhi"]
    report = checked([*rows, *([n, f"Lớp {n}", "5/3/2023", body, 30] for n, body in enumerate(bodies))])
    assert report["issues"] == []
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [("TD", body) for body in bodies]
    assert records(report)[0]["attendances"] == {"officials": 30}


def test_districts_under_such_a_heading_in_the_list_of_a_department_report() -> None:
    rows = [
        ["SỞ THÔNG TIN VÀ TRUYỀN THÔNG"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "Cha mẹ"],
    ]
    found = records(
        checked([*rows, [1, "A", "5/3/2023", "Quận Hải Châu", 30], [2, "B", "6/3/2023", "Hội ND TP", 30]])
    )
    assert [(r["unit"], r["organiser"]) for r in found] == [("492", None), ("HND", None)]
    found = records(
        checked(
            [
                *rows,
                *(
                    [n, "A", "5/3/2023", f"Phòng VHTT quận {d}", 30]
                    for n, d in enumerate(["Hải Châu", "Sơn Trà"])
                ),
            ]
        )
    )
    assert [r["unit"] for r in found] == ["492", "493"]


def test_what_to_write_in_place_of_a_period_is_read() -> None:
    rows = [
        ["UBND QUẬN HẢI CHÂU"],
        ["Kỳ báo cáo", "Số lớp tập huấn", "Số lượt cha mẹ"],
        ["Quý I/2023", 2, 90],
    ]
    (found,) = checked([*rows, ["Quý V/2023", 3, 95]])["issues"]
    assert found["fix"] == "Ghi kỳ báo cáo cùng năm, ví dụ Quý II/2023 hoặc Tháng 5/2023."
    assert not checked([*rows, ["Quý II/2023", 3, 95]])["issues"]
    days = [["UBND QUẬN HẢI CHÂU"], ["Tên lớp", "Ngày bắt đầu", "Ngày kết thúc", "Cha mẹ"]]
    (found,) = checked([*days, ["A", "12/5/2023", "10/5/2023", 40]])["issues"]
    assert found["fix"].startswith("Sửa ngày kết thúc, hoặc ngày bắt đầu ở cùng dòng")


@pytest.mark.parametrize(("month", "year"), [(5, 2023), ("Tháng 5", 2023), ("05", "2023")])
def test_activities_dated_by_columns_of_month_and_year(month: object, year: object) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tháng", "Năm", "Tên lớp tập huấn", "Số học viên"]]
    report = checked([*rows, [1, month, year, "Kỹ năng số", 30], [2, month, year, "An toàn mạng", 40]])
    assert report["issues"] == []
    assert {(r["start_date"], r["end_date"], r["count"], r["basis"]) for r in records(report)} == {
        ("2023-05-01", "2023-05-31", 1, "detail")
    }


def test_kinds_counted_by_month_stay_a_summary() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Tháng", "Năm", "Nội dung", "Số lượt"]]
    found = records(checked([*rows, [5, 2023, "Tập huấn", 30], [6, 2023, "Tuyên truyền", 40]]))
    assert [(r["start_date"], r["basis"]) for r in found] == [
        ("2023-04-15", "summary"),
        ("2023-05-15", "summary"),
    ]


def test_a_day_typed_as_words_beside_its_month_and_year() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tên lớp tập huấn", "Ngày", "Tháng", "Năm", "Số học viên"]]
    (record,) = records(checked([*rows, ["1", "Kỹ năng số", "5", "03", "2023", "30"]]))
    assert record["start_date"] == "2023-03-05"


def test_a_share_under_muc_tieu_is_the_value_of_the_indicator_beside_it() -> None:
    rows = [["Chỉ tiêu", "Đơn vị", "Năm", "Mục tiêu"], ["T1", "Đà Nẵng", 2025, "100%"]]
    (record,) = records(checked(rows))
    assert (record["indicator"], record["unit"], record["value"]) == ("T1", "48", 100)


def test_an_organisation_lists_its_partners_not_units() -> None:
    rows = [["Đơn vị báo cáo: Sở Tư pháp"], ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị phụ trách", "Cha mẹ"]]
    partners = ["Hội Nông dân", "UBND Phường Bình Thuận", "Phòng VH&TT", "Đoàn Thanh niên"]
    report = checked(
        [*rows, *([n, f"Lớp {n}", "5/3/2023", partner, 30] for n, partner in enumerate(partners))]
    )
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [
        ("SO-TP", partner) for partner in partners
    ]


def test_who_organised_stands_beside_the_units_of_the_groups() -> None:
    rows = [["TỔNG HỢP TOÀN THÀNH PHỐ"], ["STT", "Tên lớp tập huấn", "Ngày", "Đơn vị thực hiện", "Cha mẹ"]]
    rows += [["I", "Quận Hải Châu"], [1, "A", "5/3/2023", "Hội LHPN", 30], ["II", "Quận Sơn Trà"]]
    report = checked([*rows, [1, "B", "6/3/2023", "UBND phường Mân Thái", 40]])
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [
        ("492", "Hội LHPN"),
        ("493", "UBND phường Mân Thái"),
    ]


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


def test_wards_below_the_heading_of_places_may_bear_the_name_of_a_new_commune() -> None:
    rows = [["UBND HUYỆN HÒA VANG"], ["STT", "Nội dung tuyên truyền", "Ngày", "Địa điểm", "Cha mẹ"]]
    report = checked(
        [*rows, [1, "A", "5/3/2023", "Xã Hòa Tiến", 90], [2, "B", "6/3/2023", "Xã Hòa Liên", 91]]
    )
    assert [r["ward"] for r in records(report)] == ["Xã Hòa Tiến", "Xã Hòa Liên"]


def test_a_title_tells_its_kind_before_the_heading_of_the_days() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Nội dung", "Ngày mở lớp", "Cha mẹ"]]
    report = checked(
        [*rows, [1, "Tập huấn kỹ năng số", "5/3/2023", 30], [2, "Hội thi an toàn mạng", "6/3/2023", 90]]
    )
    assert [r["kind"] for r in records(report)] == ["training_class", "contest"]


def test_a_unit_named_in_a_title_ends_before_its_period() -> None:
    rows = [["KẾT QUẢ TẬP HUẤN CỦA HỘI NÔNG DÂN TP NĂM 2024"], DISTRICT_LIST, [1, "A", "5/3/2024", 30]]
    assert [r["unit"] for r in records(checked(rows))] == ["HND"]


def test_th_among_levels_is_a_level() -> None:
    rows = [["DANH SÁCH CÁC TRƯỜNG"], ["STT", "Tên trường", "Loại hình", "Quận/Huyện"]]
    report = checked(
        [*rows, [1, "Trường TH A", "TH", "Quận Hải Châu"], [2, "Trường THCS B", "Cấp 2", "Quận Hải Châu"]]
    )
    assert [r["level"] for r in records(report)] == ["primary", "lower_secondary"]


def test_less_than_a_year_in_a_column_of_periods_is_not_the_year() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Kỳ báo cáo", "Số lớp tập huấn", "Lượt cha mẹ"]]
    report = checked([*rows, ["Hè 2023", 2, 60], ["Năm 2023", 3, 90]])
    assert codes(report) == ["date_unreadable"]
    assert [r["count"] for r in records(report)] == [3]


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


def test_others_among_the_audiences_of_a_crosstab() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LƯỢT THAM GIA LỚP TẬP HUẤN NĂM 2024"], ["Đối tượng", "Quý I", "Quý II"]]
    report = checked([*rows, ["Cha mẹ", 30, 40], ["Khác", 5, 6], ["Tổng", 35, 46]])
    assert report["issues"] == []
    assert [r["attendances"] for r in records(report)][2:] == [{"other": 5}, {"other": 6}]


def test_headings_whose_words_stand_in_two_rows() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["STT", "Tên lớp", "Ngày", "Số lượt", "Trẻ em"]]
    rows += [[None, "tập huấn", "tổ chức", "cha mẹ", "ngoài trường học"]]
    (record,) = records(checked([*rows, [1, "Kỹ năng số", "5/3/2023", 30, 10]]))
    assert record["attendances"] == {"parents": 30, "children_out_of_school": 10}
