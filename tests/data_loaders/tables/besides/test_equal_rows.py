"""Rows that are equal in everything are told; a column that is not read may tell the sessions of one day apart."""

import pytest

from data_loaders.check import check
from tests.data_loaders.sheets import checked, codes, xlsx

_TITLE = ["UBND QUẬN HẢI CHÂU - KẾT QUẢ TẬP HUẤN NĂM 2023"]


@pytest.mark.parametrize(
    ("heading", "first", "second", "equal"),
    [
        ("Buổi", "Sáng", "Chiều", False),
        ("Buổi", "Sáng", "Sáng", True),
        ("Tổ dân phố", "Tổ 12", "Tổ 14", False),
        ("Ghi chú", None, "Có tài liệu", True),
        ("Ghi chú", None, None, True),
    ],
)
def test_rows_that_say_different_things_are_not_equal(
    heading: str, first: str | None, second: str | None, equal: bool
) -> None:
    rows = [
        ["STT", "Ngày", heading, "Nội dung", "Cha mẹ"],
        [1, "20/5/2023", first, "Tập huấn kỹ năng số", 50],
        [2, "20/5/2023", second, "Tập huấn kỹ năng số", 50],
    ]
    assert ("duplicate_row" in codes(checked([_TITLE, *rows]))) is equal


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        ("Tập huấn xã Hoà Sơn", "Tập huấn xã Hòa Sơn", True),
        ("Tập huấn Túy Loan", "TẬP HUẤN TUÝ LOAN", True),
        ("Tập huấn tại Hoa Sơn", "Tập huấn tại Hòa Sơn", False),
    ],
)
@pytest.mark.parametrize("sheets", [1, 2])
def test_where_the_tone_stands_makes_no_other_title(
    first: str, second: str, equal: bool, sheets: int
) -> None:
    head = ["STT", "Ngày", "Nội dung", "Cha mẹ"]
    one, two = [1, "20/5/2023", first, 50], [2, "20/5/2023", second, 50]
    book = (
        {"Một": [_TITLE, head, one, two]}
        if sheets == 1
        else {"Một": [_TITLE, head, one], "Hai": [_TITLE, head, two]}
    )
    assert ("duplicate_row" in codes(check("bao-cao.xlsx", xlsx(book)))) is equal
