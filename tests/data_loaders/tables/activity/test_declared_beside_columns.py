"""A list that says "Không phát sinh", beside columns of whatever else: its months stay those of the calendar."""

import pytest

from tests.data_loaders.sheets import checked, records


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Thứ", "Ba"),
        ("Số văn bản", "5/KH-UBND"),
        ("Đã duyệt", "x"),
        ("Người phụ trách", "Phòng VHTT"),
        ("Mã", 7),
    ],
)
def test_no_column_beside_makes_a_form_of_an_empty_list(heading: str, value: object) -> None:
    rows = [
        ["PHÒNG VHTT QUẬN NGŨ HÀNH SƠN"],
        ["BÁO CÁO BUỔI TRUYỀN THÔNG THÁNG 8/2024"],
        ["STT", "Nội dung", "Ngày", heading, "Trẻ em ngoài trường học", "Cha mẹ"],
        ["Không phát sinh", None, None, value],
    ]
    report = checked(rows)
    assert [t["kind"] for t in report["tables"]] == ["activities"]
    assert [(r["basis"], r["start_date"], r["end_date"]) for r in records(report)] == [
        ("declared_zero", "2024-08-01", "2024-08-31")
    ]


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Tháng 6/2024 đơn vị không phát sinh", "2024-06-01", "2024-06-30"),
        ("Quý II/2024: không phát sinh", "2024-03-15", "2024-06-14"),
        ("Đơn vị không phát sinh", "2024-08-01", "2024-08-31"),
    ],
)
def test_a_period_that_a_declaration_names_is_the_one_it_is_of(said: str, start: str, end: str) -> None:
    rows = [
        ["PHÒNG VHTT QUẬN NGŨ HÀNH SƠN"],
        ["BÁO CÁO BUỔI TRUYỀN THÔNG THÁNG 8/2024"],
        ["STT", "Nội dung", "Ngày", "Trẻ em ngoài trường học", "Cha mẹ"],
        [1, "An toàn mạng", "5/8/2024", 20, 30],
        [None, said],
    ]
    zero = records(checked(rows))[1]
    assert (zero["basis"], zero["start_date"], zero["end_date"]) == ("declared_zero", start, end)
