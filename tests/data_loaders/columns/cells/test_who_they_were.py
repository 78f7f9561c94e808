"""An audience above names says who they were, not how many came: the file is not refused for it."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Doanh nghiệp", "Công ty Dệt may 29/3", "Khu công nghiệp Hòa Khánh"),
        ("Khách mời", "Đại diện Công an phường", "Hội LHPN phường"),
        ("Giáo viên tham gia", "GVCN khối 6", "GVCN khối 7"),
    ],
)
def test_names_below_an_audience(heading: str, first: str, second: str) -> None:
    head = ["STT", "Tên lớp tập huấn", heading, "Ngày tổ chức", "Cha mẹ"]
    rows = [["LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ"], head, [1, "Lớp A", first, "13/4/2024", 120]]
    report = checked([*rows, [2, "Lớp B", second, "20/4/2024", 90]])
    assert codes(report, "error") == []
    assert [(r["attendances"], r["organiser"]) for r in records(report)] == [
        ({"parents": 120}, None),
        ({"parents": 90}, None),
    ]


@pytest.mark.parametrize("said", ["khoảng 60", "trên 60 người", "cả trường", "đông đủ"])
def test_a_number_that_cannot_be_read_stays_a_finding(said: str) -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Tên lớp tập huấn", "Ngày", "Giáo viên"], ["Lớp A", "13/4/2024", said]]
    assert codes(checked(rows), "error") == ["number_unreadable"]
