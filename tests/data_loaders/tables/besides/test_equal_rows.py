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


_TWINS = ["STT", "Ngày", "Nội dung", "Cha mẹ", "Học sinh"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (["Tập huấn kỹ năng số", 50, 40], ["Tập huấn kỹ năng số", 52, 40], True),
        (["Tập huấn kỹ năng số", 50, None], ["Tập huấn kỹ năng số", 51, None], True),
        # Two classes of one day, or of one name.
        (["Tập huấn kỹ năng số", 50, None], ["Tập huấn kỹ năng số", 62, None], False),
        (["Tập huấn kỹ năng số", 50, 40], ["Tập huấn kỹ năng số", 52, 44], False),
        (["Tập huấn kỹ năng số: lớp 1", 50, 40], ["Tập huấn kỹ năng số: lớp 2", 52, 40], False),
        (["Lớp tập huấn", 50, 40], ["Lớp tập huấn", 52, 40], False),
    ],
)
def test_rows_that_differ_in_one_number_are_told(
    first: list[object], second: list[object], told: bool
) -> None:
    report = checked([_TITLE, _TWINS, [1, "20/5/2023", *first], [2, "20/5/2023", *second]])
    assert [i["cell"] for i in report["issues"]] == (["B4"] if told else [])
    if told:
        assert "Dòng 4 gần giống dòng 3, chỉ khác số lượt (" in report["issues"][0]["message"]


@pytest.mark.parametrize(
    "heading", ["Buổi", "Thời gian trong ngày", "Địa điểm", "Trường", "Phường", "Ghi chú"]
)
def test_any_other_column_may_tell_them_apart(heading: str) -> None:
    head, line = ["Ngày", heading, "Nội dung", "Cha mẹ"], ["20/5/2023", "Sáng", "Tập huấn kỹ năng số", 50]
    for other, told in (("Sáng", True), ("Chiều", False)):
        report = checked([_TITLE, head, line, ["20/5/2023", other, "Tập huấn kỹ năng số", 51]])
        assert ("duplicate_row" in codes(report)) is told


@pytest.mark.parametrize(("other", "equal"), [("THCS Kim Đồng", True), ("Trường THCS Lê Lợi", False)])
@pytest.mark.parametrize("people", [50, 51])
def test_a_school_is_the_same_with_and_without_its_first_word(other: str, equal: bool, people: int) -> None:
    head, line = ["Ngày", "Nội dung", "Trường", "Cha mẹ"], ["20/5/2023", "Tập huấn kỹ năng số"]
    rows = [[*line, "Trường THCS Kim Đồng", 50], [*line, other, people]]
    assert ("duplicate_row" in codes(checked([_TITLE, head, *rows]))) is equal
