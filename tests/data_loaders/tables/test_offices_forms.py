"""Forms as offices lay them out: labels above their value, "Khác" among audiences, figures with their words."""

from tests.data_loaders.sheets import checked, codes, records


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
