import datetime

import pytest

from data_loaders.values.dates import Near, read_span, swapped
from data_loaders.values.fault import Fault
from data_loaders.values.periods import Span
from program.contract import IssueCode

NOWHERE = Near()
HALF = Near(2023, windows=((datetime.date(2022, 12, 15), datetime.date(2023, 6, 14)),))


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        (datetime.datetime(2023, 5, 12, 8, 30), "2023-05-12", "2023-05-12"),  # noqa: DTZ001
        (datetime.date(2023, 5, 12), "2023-05-12", "2023-05-12"),
        ("12/5/2023", "2023-05-12", "2023-05-12"),
        ("12/05/2023 08:00", "2023-05-12", "2023-05-12"),
        ("12.05.2023", "2023-05-12", "2023-05-12"),
        ("T3-T5/2023", "2023-03-01", "2023-05-31"),
        ("12-Thg5-23", "2023-05-12", "2023-05-12"),
        ("Từ 12/5 -> 13/5/2023", "2023-05-12", "2023-05-13"),
        ("trong 2 ngày 12 và 13/5/2023", "2023-05-12", "2023-05-13"),
        ("12-05-2023", "2023-05-12", "2023-05-12"),
        ("1.6.23", "2023-06-01", "2023-06-01"),
        ("2023-05-12", "2023-05-12", "2023-05-12"),
        ("ngày 12 tháng 5 năm 2023", "2023-05-12", "2023-05-12"),
        ("Ngày 05 tháng 01 năm 2024", "2024-01-05", "2024-01-05"),
        ("Sáng 12/5/2023", "2023-05-12", "2023-05-12"),
        ("8h00 ngày 12/5/2023", "2023-05-12", "2023-05-12"),
        ("07h30' 12/5/2023", "2023-05-12", "2023-05-12"),
        ("12/5/2023 (buổi chiều)", "2023-05-12", "2023-05-12"),
        ("2 ngày 12,13/5/2023", "2023-05-12", "2023-05-13"),
        ("Thứ Bảy, 13/5/2023", "2023-05-13", "2023-05-13"),
        ("12-14/5/2023", "2023-05-12", "2023-05-14"),
        ("12/T5/2023", "2023-05-12", "2023-05-12"),
        ("Sáng 12/5/2023\nChiều 14/5/2023", "2023-05-12", "2023-05-14"),
        ("12, 13 và 14/5/2023", "2023-05-12", "2023-05-14"),
        ("12/5 - 14/5/2023", "2023-05-12", "2023-05-14"),
        ("30/5 - 02/6/2023", "2023-05-30", "2023-06-02"),
        ("13/6/2023 ÷ 15/6/2023", "2023-06-13", "2023-06-15"),
        ("13/6 ~ 15/6/2023", "2023-06-13", "2023-06-15"),
        ("T6, 12/5/2023", "2023-05-12", "2023-05-12"),
        ("12/5/2023 (T6)", "2023-05-12", "2023-05-12"),
        ("T5/2023", "2023-05-01", "2023-05-31"),
        (20230512, "2023-05-12", "2023-05-12"),
        ("2023-05-12T08:00:00", "2023-05-12", "2023-05-12"),
        ("10 tháng Giêng năm 2023", "2023-01-10", "2023-01-10"),
        ("ngày 3 tháng Năm năm 2023", "2023-05-03", "2023-05-03"),
        ("19 tháng Tám năm 2023", "2023-08-19", "2023-08-19"),
        ("từ ngày 12 đến ngày 14 tháng 5 năm 2023", "2023-05-12", "2023-05-14"),
        ("từ 12/5/2023 đến 14/5/2023", "2023-05-12", "2023-05-14"),
        ("Tháng 5/2023", "2023-05-01", "2023-05-31"),
        ("5/2023", "2023-05-01", "2023-05-31"),
        ("Quý II/2023", "2023-03-15", "2023-06-14"),
        ("02 ngày: 15-16/5/2023", "2023-05-15", "2023-05-16"),
        ("15-16/5/2023 (02 ngày)", "2023-05-15", "2023-05-16"),
        ("14h 22/05/2023", "2023-05-22", "2023-05-22"),
        ("8h30-11h00 ngày 22/5/2023", "2023-05-22", "2023-05-22"),
        ("24/5/2023 (thứ Tư)", "2023-05-24", "2023-05-24"),
        ("5 tháng 11, 2023", "2023-11-05", "2023-11-05"),
        ("05Tháng12 2023", "2023-12-05", "2023-12-05"),
        ("tuần 2 tháng 5/2023", "2023-05-01", "2023-05-31"),
        ("'12/5/2023", "2023-05-12", "2023-05-12"),
        ("Năm học 2022-2023", "2022-09-01", "2023-08-31"),
        (45058, "2023-05-12", "2023-05-12"),
        ("Sáng 12/5/2023, Hội trường phường Mỹ An", "2023-05-12", "2023-05-12"),
        ("14h00, 02/6/2023 tại Nhà văn hóa số 2", "2023-06-02", "2023-06-02"),
        ("Ngày 12, 13/5/2023 tại UBND quận", "2023-05-12", "2023-05-13"),
        ("Hội trường quận, ngày 12/5/2023", "2023-05-12", "2023-05-12"),
        ("Nhà sinh hoạt khu 5, ngày 12/5/2023", "2023-05-12", "2023-05-12"),
        ("Tại hội trường tầng 2; 12-13/5/2023", "2023-05-12", "2023-05-13"),
        ("12/5/2023 (cả ngày)", "2023-05-12", "2023-05-12"),
        ("12-May-2023", "2023-05-12", "2023-05-12"),
        ("12 December, 23", "2023-12-12", "2023-12-12"),
        ("May-2023", "2023-05-01", "2023-05-31"),
        ("Thg5-23", "2023-05-01", "2023-05-31"),
        ("2023-05-12T01:00:00Z", "2023-05-12", "2023-05-12"),
        ("12\\5\\2023", "2023-05-12", "2023-05-12"),
        ("12,5,2023", "2023-05-12", "2023-05-12"),
    ],
)
def test_days_as_an_office_writes_them(cell: object, first: str, last: str) -> None:
    span = read_span(cell, NOWHERE)
    assert isinstance(span, Span)
    assert (span.start.isoformat(), span.end.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("cell", "near", "first"),
    [
        ("12/5", Near(2023), "2023-05-12"),
        ("12", Near(2023, 5), "2023-05-12"),
        (12, Near(2023, 5), "2023-05-12"),
        # A report half-year opens in December.
        ("20/12", HALF, "2022-12-20"),
        ("30/12 - 2/1", HALF, "2022-12-30"),
        ("12/5", HALF, "2023-05-12"),
        ("20/7", HALF, "2023-07-20"),
        ("20/12/2023", HALF, "2023-12-20"),
        ("30/12 - 02/01/2024", HALF, "2023-12-30"),
    ],
)
def test_the_sheet_fills_in_year_and_month(cell: object, near: Near, first: str) -> None:
    span = read_span(cell, near)
    assert isinstance(span, Span)
    assert span.start.isoformat() == first


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "31/02/2023 tại UBND quận",
            "12/5 tại UBND quận",
            "31/02/2023",
            "32/5/2023",
            "05/13/2023",
            "12/5",
            "đang cập nhật",
            "00/00/2023",
            "14-12/5/2023",
        ),
        # A day that cannot be read is not the whole of its year.
        *(
            "hè 2023",
            "cuối năm 2023",
            "đợt 1: 12/5/2023",
            "khoảng 12/5/2023",
            "T6: khoảng 12/5/2023",
            "KH 12/KH-UBND ngày 12/5/2023",
            "Nhà văn hóa Hòa Bình 5, ngày 12/5/2023",
            "đợt 1: 12/5/2023; đợt 2: 15/5/2023",
            "12?5?2023",
            "khoảng 12 tháng 5 năm 2023",
            7,
            True,
        ),
    ],
)
def test_what_is_no_day_is_said(cell: object) -> None:
    found = read_span(cell, NOWHERE)
    assert isinstance(found, Fault)
    assert found.code == IssueCode.DATE_UNREADABLE


@pytest.mark.parametrize("cell", [None, "-", "…", "chưa rõ"])
def test_blank_days(cell: object) -> None:
    assert read_span(cell, NOWHERE) is None


def test_only_month_first_text_is_told_from_impossible_days() -> None:
    month_first, impossible = read_span("05/13/2023", NOWHERE), read_span("31/02/2023", NOWHERE)
    assert isinstance(month_first, Fault)
    assert month_first.month_first
    assert isinstance(impossible, Fault)
    assert not impossible.month_first


def test_swapped_days() -> None:
    assert swapped(datetime.date(2023, 4, 5)) == datetime.date(2023, 5, 4)
    assert swapped(datetime.date(2023, 5, 5)) is None
    assert swapped(datetime.date(2023, 5, 13)) is None
