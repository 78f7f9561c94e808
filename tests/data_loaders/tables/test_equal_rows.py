"""Rows that are equal in everything are told; a column that is not read may tell the sessions of one day apart."""

import pytest

from tests.data_loaders.sheets import checked, codes

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
