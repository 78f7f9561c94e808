import pytest

from data_loaders.values.days.periods import find_period, span_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Năm 2023", "2022-12-15", "2023-12-14"),
        ("KẾT QUẢ QUÝ II NĂM 2023", "2023-03-15", "2023-06-14"),
        ("Quý 2/2023", "2023-03-15", "2023-06-14"),
        ("6 tháng đầu năm 2023", "2022-12-15", "2023-06-14"),
        ("10 tháng đầu năm 2023", "2022-12-15", "2023-10-14"),
        ("(từ 15/12 đến ngày 14/6/2023)", "2022-12-15", "2023-06-14"),
        ("Từ ngày 15 tháng 3 năm 2023 đến ngày 14 tháng 6 năm 2023", "2023-03-15", "2023-06-14"),
        ("15-4-2024 – 14-5-2024", "2024-04-15", "2024-05-14"),
        ("BCQ2 năm 2023", "2023-03-15", "2023-06-14"),
        ("sáu tháng cuối năm 2023", "2023-06-15", "2023-12-14"),
        ("6T CN 2023", "2023-06-15", "2023-12-14"),
        ("6T.ĐN 2023", "2022-12-15", "2023-06-14"),
        ("6 tháng CN năm 2023", "2023-06-15", "2023-12-14"),
        ("9 tháng đầu năm 2023", "2022-12-15", "2023-09-14"),
        ("Tháng 5 năm 2023", "2023-04-15", "2023-05-14"),
        ("năm học 2022-2023", "2022-09-01", "2023-08-31"),
        ("Năm dương lịch 2023", "2023-01-01", "2023-12-31"),
        ("từ ngày 01/4/2023 đến ngày 30/6/2023", "2023-04-01", "2023-06-30"),
        ("Kỳ báo cáo: năm 2023 (từ 15/12/2022 đến 14/12/2023)", "2022-12-15", "2023-12-14"),
        ("Tháng Tư năm 2023", "2023-03-15", "2023-04-14"),
        ("Tháng Mười hai/2023", "2023-11-15", "2023-12-14"),
        ("từ tháng 1 đến tháng 3 năm 2023", "2022-12-15", "2023-03-14"),
        ("Tháng 4, 5/2023", "2023-03-15", "2023-05-14"),
        ("Tháng 12, 2023", "2023-11-15", "2023-12-14"),
        ("Quí II/2023", "2023-03-15", "2023-06-14"),
        ("Quý I, II/2023", "2022-12-15", "2023-06-14"),
        ("Quý I, 2023", "2022-12-15", "2023-03-14"),
        ("Quý tư năm 2023", "2023-09-15", "2023-12-14"),
        ("Kỳ I/2023", "2022-12-15", "2023-06-14"),
        ("2023-05", "2023-04-15", "2023-05-14"),
        ("Từ ngày 01 tháng 4 đến ngày 30 tháng 6 năm 2023", "2023-04-01", "2023-06-30"),
        ("Tháng Năm 2023", "2023-04-15", "2023-05-14"),
        ("Kỳ thứ II năm 2023", "2023-06-15", "2023-12-14"),
        ("12 Tháng Năm 2023", "2022-12-15", "2023-12-14"),
        ("HK1 2022-2023", "2022-09-01", "2023-02-28"),
        ("Học kỳ II năm 2023", "2023-03-01", "2023-08-31"),
        ("Học kỳ I năm 2023", "2023-09-01", "2024-02-29"),
        ("I/2023", "2022-12-15", "2023-03-14"),
        ("Kỳ báo cáo: 5/2023", "2023-04-15", "2023-05-14"),
        ("SỐ LIỆU 05/2023", "2023-04-15", "2023-05-14"),
        ("TỔNG HỢP SỐ LIỆU (5/2023)", "2023-04-15", "2023-05-14"),
        ("SỐ LIỆU NĂM 2023 (Kèm theo Báo cáo số 5/2023)", "2022-12-15", "2023-12-14"),
        ("Năm 2023 theo Quyết định số: 12/2023", "2022-12-15", "2023-12-14"),
    ],
)
def test_named_periods_are_report_periods(text: str, first: str, last: str) -> None:
    words = find_period(text)
    assert words
    span = span_of(words)
    assert span
    assert (span.start.isoformat(), span.end.isoformat()) == (first, last)


def test_a_month_joined_to_its_year_is_no_range_of_months() -> None:
    assert find_period("Thang 3-2023") == find_period("Tháng 3/2023")


def test_a_month_of_daily_rows_is_a_calendar_month() -> None:
    words = find_period("Tháng 5/2023")
    assert words
    span = span_of(words, civil_month=True)
    assert span
    assert (span.start.isoformat(), span.end.isoformat()) == ("2023-05-01", "2023-05-31")


@pytest.mark.parametrize(
    "text",
    [
        "Hải Châu, ngày 15 tháng 6 năm 2023",
        "Đà Nẵng, ngày … tháng … năm 2023",
        "(Kèm theo Công văn số 12/UBND-VX ngày 20/12/2023)",
        "Ngày 20 tháng 12 hằng năm",
        "Ban hành theo Thông tư số 03/2019/TT-BTP ngày 20/3/2019",
        "(Kèm theo Nghị quyết số 12/2022/NQ-HĐND)",
        "(Kèm theo Công văn số 2024/UBND-VX của UBND quận Hải Châu)",
        "Số: 2023/BC-UBND",
        "Số: 2022-CV/TĐTN",
        "(Kèm theo Công văn số 2030 của Sở Thông tin và Truyền thông)",
        "(Đính kèm 2025/STTTT-CNTT)",
        "Phụ lục kèm theo CV 2021/PVHTT",
        "BC 6 tháng: ngày 06 tháng 6 hằng năm",
        "Ngày nhận báo cáo: trước ngày 20 tháng 6",
        "Ngày nhận báo cáo: 20/6/2023 đối với 6 tháng",
        "BC 6 tháng: Ngày 20/6/2023; BC năm: Ngày 20/12/2023",
        "Thời hạn gửi báo cáo quý II/2023",
        "Quận Hải Châu",
        "UBND Q.HẢI CHÂU",
        "Q. Ba Đình",
    ],
)
def test_the_day_of_a_letter_or_when_one_is_due_is_no_period(text: str) -> None:
    assert find_period(text) is None


def test_a_quarter_without_year_takes_the_sheets_year() -> None:
    words = find_period("Quý II")
    assert words
    assert words.year is None
    assert span_of(words) is None
    span = span_of(words, 2023)
    assert span
    assert span.start.isoformat() == "2023-03-15"


@pytest.mark.parametrize("text", ["31/02/2023", "31.2.2023", "32 - 5 - 2023"])
def test_a_day_that_is_none_is_not_the_year_in_it(text: str) -> None:
    assert find_period(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "SỐ LIỆU HÈ 2023",
        "Kết quả Tháng hành động vì trẻ em năm 2023",
        "KẾT QUẢ TẬP HUẤN ĐỢT 2/2023",
        "Kết quả đợt II năm 2023",
    ],
)
def test_less_than_a_year_is_not_the_year(text: str) -> None:
    words = find_period(text)
    assert words
    assert words.year == 2023
    assert span_of(words) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Quý III và tháng 10 năm 2025", "2025-06-15", "2025-10-14"),
        ("Quý III - tháng 10/2025", "2025-06-15", "2025-10-14"),
        ("Quý III, tháng 10, 11 năm 2024", "2024-06-15", "2024-11-14"),
        ("quý II, III và IV năm 2024", "2024-03-15", "2024-12-14"),
        ("Quý 2, 3, 4 năm 2024", "2024-03-15", "2024-12-14"),
        ("6 tháng đầu năm và quý III năm 2025", "2024-12-15", "2025-09-14"),
        ("9 tháng đầu năm và quý IV/2024", "2023-12-15", "2024-12-14"),
        ("6 tháng cuối năm và quý I/2026", "2025-06-15", "2026-03-14"),
        ("6 tháng cuối năm 2025 và quý I năm 2026", "2025-06-15", "2026-03-14"),
        ("Quý IV năm 2024 và quý I năm 2025", "2024-09-15", "2025-03-14"),
        ("Quý IV và tháng 1/2025", "2024-09-15", "2025-01-14"),
        ("Từ quý III/2024 đến quý II/2025", "2024-06-15", "2025-06-14"),
        ("Từ tháng 11 năm 2024 đến tháng 2 năm 2025", "2024-10-15", "2025-02-14"),
        # What lies within another, and what is to come, is none of it.
        ("Quý IV, tháng 10 năm 2025", "2025-09-15", "2025-12-14"),
        ("Kết quả quý III và phương hướng quý IV năm 2025", "2025-06-15", "2025-09-14"),
    ],
)
def test_parts_of_a_year_that_are_joined_are_one_period(text: str, first: str, last: str) -> None:
    words = find_period(text)
    span = words and span_of(words)
    assert span
    assert (span.start.isoformat(), span.end.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo quý I và tháng 10 năm 2023",
        "Quý I và tháng 10",
        "6 tháng đầu năm và tháng 10/2023",
        "Tháng 5 và quý IV/2023",
        "Quý IV/2022 và tháng 3/2023",
    ],
)
def test_joined_parts_of_a_year_that_do_not_touch_are_no_period(text: str) -> None:
    words = find_period(text)
    assert words
    assert span_of(words, 2023) is None
