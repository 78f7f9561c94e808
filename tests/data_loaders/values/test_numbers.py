import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.reading.grid import CellError
from data_loaders.values.amounts.numbers import DECLARED_ZERO, read_count, read_people, read_value
from data_loaders.values.fault import Fault
from program.contract import IssueCode


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (45, 45),
        (45.0, 45),
        ("45", 45),
        ("1.234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1.234.567", 1234567),
        ("45,0", 45),
        ("1.234,0", 1234),
        ("1,234.00", 1234),
        ("45 người", 45),
        ("'45", 45),
        ("50 (người)", 50),
        ("45 cha mẹ", 45),
        ("55 đ/c", 55),
        ("60 chị", 60),
        ("33 PHHS", 33),
        ("Số người: 45", 45),
        ("1.234 lượt người", 1234),
        ("không", 0),
        (0, 0),
        (None, None),
        ("-", None),
        ("–", None),
        ("chưa báo cáo", None),
        ("45 h/s", 45),
        ("01 hội thi", 1),
        ("45 cháu mầm non", 45),
        ("45 giáo viên, nhân viên", 45),
        ("45 anh/chị", 45),
        ("45 đoàn viên thanh thiếu niên", 45),
        ("45 CNVCLĐ", 45),
        ("45 bà con tiểu thương", 45),
        ("45 tình nguyện viên", 45),
        ("đang tổng hợp", None),
        ("sẽ bổ sung sau", None),
        ("02 khóa", 2),
        ("45*", 45),
        ("45 ./.", 45),
        ("1.234.", 1234),
        ("1. 234", 1234),
        ("có 45 người", 45),
        ("Tổng số 45", 45),
        ("45 ĐVTN", 45),
        ("45 cán bộ", 45),
        ("KPS", DECLARED_ZERO),
        ("Không phát sinh", DECLARED_ZERO),
        ("Đơn vị không tổ chức hoạt động nào", DECLARED_ZERO),
        ("Tháng 7/2024 không tổ chức lớp nào", DECLARED_ZERO),
        ("Quý III năm 2023 phường không có hoạt động", DECLARED_ZERO),
        ("44 (bốn mươi bốn)", 44),
        ("1.044 người (bằng chữ: một nghìn không trăm bốn mươi bốn người)", 1044),
    ],
)
def test_counts(cell: object, number: object) -> None:
    assert read_count(cell) == number


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (-5, IssueCode.NUMBER_NEGATIVE),
        ("-5", IssueCode.NUMBER_NEGATIVE),
        (12.5, IssueCode.NUMBER_UNREADABLE),
        ("12,5", IssueCode.NUMBER_UNREADABLE),
        ("khoảng 60", IssueCode.NUMBER_UNREADABLE),
        ("45 ảnh", IssueCode.NUMBER_UNREADABLE),
        ("không phát sinh kinh phí", IssueCode.NUMBER_UNREADABLE),
        ("cỡ 45", IssueCode.NUMBER_UNREADABLE),
        ("nhiều", IssueCode.NUMBER_UNREADABLE),
        ("45 người/lớp", IssueCode.NUMBER_UNREADABLE),
        ("45²", IssueCode.NUMBER_UNREADABLE),
        ("1.23", IssueCode.NUMBER_UNREADABLE),
        (CellError("#REF!"), IssueCode.NUMBER_UNREADABLE),
        (True, IssueCode.NUMBER_UNREADABLE),
    ],
)
def test_what_is_no_count_is_said(cell: object, code: IssueCode) -> None:
    found = read_count(cell)
    assert isinstance(found, Fault)
    assert found.code == code


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("45 người", 45),
        (2, 2),
        ("2 lớp", None),
        ("3 trường", None),
        ("45 bài", None),
        ("3 đội", None),
        ("3 đội viên", 3),
        ("45 cô, chú", 45),
        ("45 lượt/người", 45),
        ("45 CBCC", 45),
    ],
)
def test_classes_and_schools_are_no_people(cell: object, people: int | None) -> None:
    assert read_count(cell) == int(str(cell).split()[0])
    assert isinstance(read_people(cell), Fault) if people is None else read_people(cell) == people


def test_a_thousand_typed_as_a_decimal_is_asked_for() -> None:
    found = read_count(1.234)
    assert isinstance(found, Fault)
    assert "1.234" in found.hint


@given(st.integers(0, 9_999_999))
def test_every_way_of_writing_a_number_reads_the_same(number: int) -> None:
    dotted = f"{number:,}".replace(",", ".")
    spaced = f"{number:,}".replace(",", " ")
    assert {
        read_count(w) for w in (number, float(number), str(number), dotted, spaced, f"{dotted} lượt")
    } == {number}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("100%", 100),
        (0.5, 0.5),
        ("20 (lớp)", 20),
        ("20 lớp trở lên", 20),
        ("5.000 học sinh", 5000),
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        (20.0, 20),
    ],
)
def test_values_of_targets(cell: object, value: float) -> None:
    assert read_value(cell) == value


def test_signs_that_are_no_dash_are_not_a_blank() -> None:
    assert isinstance(read_count("?"), Fault)
