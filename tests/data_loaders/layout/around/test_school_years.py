"""Terms below a school year, two years, or a civil year, in which there are two first terms."""

import pytest

from tests.data_loaders.sheets import checked, issues, records

_WHO = ["PHÒNG GD&ĐT QUẬN CẨM LỆ"]
_BEGUN = {"HK1": ("2023-09-01", "2024-02-29"), "HK2": ("2024-03-01", "2024-08-31")}


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("NĂM HỌC 2023-2024", ["HK1", "HK2"]),
        ("NĂM 2023-2024", ["HK1", "HK2"]),
        # The second term of 2024 is that of 2023-2024; which first term is meant is asked.
        ("NĂM 2024", ["HK2"]),
    ],
)
def test_terms_below_a_year(title: str, read: list[str]) -> None:
    head = ["STT", "Kỳ", "Số lớp", "Lượt cha mẹ"]
    rows = [[1, "Học kỳ I", 3, 140], [2, "Học kỳ II", 4, 200]]
    report = checked([_WHO, [f"TỔNG HỢP TẬP HUẤN {title}"], head, *rows])
    assert [(r["start_date"], r["end_date"]) for r in records(report)] == [_BEGUN[term] for term in read]
    assert issues(report) == ([] if len(read) > 1 else [("required_missing", "B4")])
    across = [["STT", "Đối tượng", "Học kỳ I", "Học kỳ II"], [1, "Cha mẹ", 140, 150]]
    report = checked([_WHO, [f"TỔNG HỢP TẬP HUẤN {title}"], *across])
    assert [(r["start_date"], r["end_date"]) for r in records(report)] == [_BEGUN[term] for term in read]


def test_months_of_a_list_below_a_term_keep_their_years() -> None:
    head = ["STT", "Nội dung", "Ngày", "Lượt cha mẹ"]
    report = checked([_WHO, ["CÁC LỚP TẬP HUẤN HỌC KỲ II NĂM HỌC 2023-2024"], head, [1, "A", "12/4", 40]])
    assert [r["start_date"] for r in records(report)] == ["2024-04-12"]
