"""Summaries in the layouts of offices: figures with their words, periods, "Khác" among audiences."""

from tests.data_loaders.sheets import checked, codes, records


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


def test_names_of_kinds_below_activities_are_kinds() -> None:
    rows = [
        ["Kỳ báo cáo: 6 tháng đầu năm 2024"],
        ["Quận, huyện", "Hoạt động", "Đối tượng", "Số lượng", "Lượt tham gia"],
        ["Quận Hải Châu", "Tập huấn", "Cha mẹ", 2, 70],
        ["Quận Hải Châu", "Truyền thông", "Cha mẹ", 3, 90],
    ]
    found = records(checked(rows))
    assert [(r["kind"], r["count"]) for r in found] == [("training_class", 2), ("communication_session", 3)]


def test_numbers_of_classes_are_counts_below_any_heading() -> None:
    rows = [["SỐ LỚP TẬP HUẤN - NĂM 2024"], ["Đơn vị", "Đã mở", "Số phụ huynh dự"]]
    report = checked([*rows, ["Quận Hải Châu", "01 lớp", "40 người"], ["Quận Sơn Trà", "02 lớp", "80 người"]])
    assert [r["count"] for r in records(report)] == [1, 2]


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


def test_kinds_counted_by_month_stay_a_summary() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Tháng", "Năm", "Nội dung", "Số lượt"]]
    found = records(checked([*rows, [5, 2023, "Tập huấn", 30], [6, 2023, "Tuyên truyền", 40]]))
    assert [(r["start_date"], r["basis"]) for r in found] == [
        ("2023-04-15", "summary"),
        ("2023-05-15", "summary"),
    ]


def test_less_than_a_year_in_a_column_of_periods_is_not_the_year() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Kỳ báo cáo", "Số lớp tập huấn", "Lượt cha mẹ"]]
    report = checked([*rows, ["Hè 2023", 2, 60], ["Năm 2023", 3, 90]])
    assert codes(report) == ["date_unreadable"]
    assert [r["count"] for r in records(report)] == [3]


def test_others_among_the_audiences_of_a_crosstab() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["LƯỢT THAM GIA LỚP TẬP HUẤN NĂM 2024"], ["Đối tượng", "Quý I", "Quý II"]]
    report = checked([*rows, ["Cha mẹ", 30, 40], ["Khác", 5, 6], ["Tổng", 35, 46]])
    assert report["issues"] == []
    assert [r["attendances"] for r in records(report)][2:] == [{"other": 5}, {"other": 6}]
