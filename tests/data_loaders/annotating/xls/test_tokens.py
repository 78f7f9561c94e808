"""Formulas of an .xls as text: what is known for sure, and nothing else."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.annotating.xls import tokens
from data_loaders.annotating.xls.functions import Untold
from data_loaders.annotating.xls.tokens import Around, Part

AROUND = Around(
    sheets={0: "'Tháng 5'", 1: "'Tháng 5:Tháng 7'"}.get,
    names={1: Part("TongLop"), 2: Part("IFERROR", called=True)},
    outside=lambda sheet, name: Part("EOMONTH", called=True) if (sheet, name) == (7, 1) else None,
)
BOTH = 0xC000


def whole(value: int) -> bytes:
    return struct.pack("<BH", 0x1E, value)


def cell(row: int, column: int) -> bytes:
    return struct.pack("<BHH", 0x44, row, column)


def area(top: int, bottom: int, left: int, right: int) -> bytes:
    return struct.pack("<BHHHH", 0x25, top, bottom, left, right)


def called(number: int, count: int) -> bytes:
    return struct.pack("<BBH", 0x42, count, number)


def words(text: str) -> bytes:
    return struct.pack("<BBB", 0x17, len(text), 1) + text.encode("utf-16-le")


A1, ONE, TWO = cell(0, BOTH), whole(1), whole(2)
ADD, TIMES, POWER, MINUS, PERCENT, LIST = b"\x03", b"\x05", b"\x07", b"\x13", b"\x14", b"\x10"
SUM, IF, HYPERLINK, RTD, USER = 4, 1, 359, 379, 255


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (cell(2, 1 | BOTH), "B3"),
        (cell(2, 1), "$B$3"),
        (cell(2, 1 | 0x4000), "B$3"),
        (cell(2, 1 | 0x8000), "$B3"),
        (area(1, 9, 3 | BOTH, 255 | BOTH), "D2:IV10"),
        (area(0, 65_535, 3 | BOTH, 4 | BOTH), "D:E"),
        (area(0, 65_535, 3, 4), "$D:$E"),
        (area(4, 5, 0 | BOTH, 255 | BOTH), "5:6"),
        (struct.pack("<BHHH", 0x5A, 0, 2, 1 | BOTH), "'Tháng 5'!B3"),
        (struct.pack("<BHHHHH", 0x3B, 1, 0, 1, 2 | BOTH, 3 | BOTH), "'Tháng 5:Tháng 7'!C1:D2"),
        (ONE + TWO + ADD, "1+2"),
        (ONE + TWO + ADD + b"\x15" + TWO + TIMES, "(1+2)*2"),
        # A writer that leaves parentheses out means them all the same.
        (ONE + TWO + ADD + TWO + TIMES, "(1+2)*2"),
        (ONE + TWO + TWO + b"\x04\x04", "1-(2-2)"),
        (ONE + TWO + b"\x04" + TWO + b"\x04", "1-2-2"),
        (TWO + MINUS + TWO + POWER, "-2^2"),
        (TWO + TWO + POWER + MINUS, "-(2^2)"),
        (ONE + TWO + ADD + PERCENT, "(1+2)%"),
        (A1 + words('năm "2023"') + b"\x08", 'A1&"năm ""2023"""'),
        (struct.pack("<Bd", 0x1F, 0.1), "0.1"),
        (struct.pack("<Bd", 0x1F, 1e300), "1E+300"),
        (struct.pack("<Bd", 0x1F, -3.0) + TWO + POWER, "-3^2"),
        (b"\x1d\x01", "TRUE"),
        (b"\x1c\x2a", "#N/A"),
        (b"\x2a" + bytes(4), "#REF!"),
        (area(0, 1, 0, 0) + called(SUM, 1), "SUM($A$1:$A$2)"),
        (area(0, 1, 0, 0) + b"\x19\x10\x00\x00", "SUM($A$1:$A$2)"),
        (A1 + ONE + LIST + b"\x15" + called(SUM, 1), "SUM((A1,1))"),
        (A1 + ONE + LIST + called(SUM, 1), "SUM((A1,1))"),
        (A1 + b"\x19\x02\x09\x00" + ONE + b"\x16" + called(IF, 3), "IF(A1,1,)"),
        (A1 + ONE + struct.pack("<BH", 0x41, 27), "ROUND(A1,1)"),
        (struct.pack("<BHH", 0x23, 1, 0), "TongLop"),
        (struct.pack("<BHH", 0x23, 2, 0) + A1 + ONE + called(USER, 3), "IFERROR(A1,1)"),
        (struct.pack("<BHHH", 0x59, 7, 1, 0) + A1 + ONE + called(USER, 3), "EOMONTH(A1,1)"),
        (ONE + b"\x19\x40\x00\x01" + TWO + ADD, "1+2"),
    ],
)  # fmt: skip
def test_formulas(raw: bytes, text: str) -> None:
    assert tokens.text(raw, b"", AROUND) == text


def test_constants_of_an_array_stand_behind_the_tokens() -> None:
    extra = b"\x01\x01\x00" + b"\x01" + struct.pack("<d", 2.5) + b"\x02\x03\x00\x00abc"
    extra += b"\x04\x01" + bytes(7) + b"\x10\x07" + bytes(7)
    assert tokens.text(b"\x60" + bytes(7), extra, AROUND) == '{2.5,"abc";TRUE,#DIV/0!}'


@pytest.mark.parametrize(
    ("base", "row", "column", "text"),
    [((9, 3), 0xFFFF, 0xFE | BOTH, "B9"), ((9, 3), 2, 1, "$B$3"), ((0, 0), 0xFFFF, 0xFF | BOTH, "IV65536")],
)
def test_a_shared_formula_is_seen_from_its_cell(
    base: tuple[int, int], row: int, column: int, text: str
) -> None:
    assert tokens.text(struct.pack("<BHH", 0x4C, row, column), b"", AROUND, base) == text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        ONE + TWO,
        ADD,
        ONE + b"\x16" + ADD,
        struct.pack("<BHHH", 0x5A, 9, 2, 1),
        struct.pack("<BHH", 0x23, 9, 0),
        struct.pack("<BHHH", 0x59, 1, 1, 0) + called(USER, 1),
        struct.pack("<BHH", 0x23, 2, 0),
        ONE + TWO + called(USER, 2),
        words("http://a") + called(HYPERLINK, 1),
        words("a") + words("b") + called(RTD, 2),
        ONE + called(999, 1),
        ONE + called(IF, 1),
        ONE + called(SUM | 0x8000, 1),
        ONE + called(SUM, 9),
        b"\x18" + bytes(5),
        b"\x02" + bytes(4),
        struct.pack("<BHH", 0x4C, 0, 0),
        area(0, 65_535, 0, 255),
        cell(0, 0x0100),
        struct.pack("<Bd", 0x1F, float("nan")),
        b"\x60" + bytes(7),
        b"\x17\xff\x00ab",
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_not_sure_or_leads_out_is_no_formula(raw: bytes) -> None:
    with pytest.raises(Untold):
        tokens.text(raw, b"", AROUND)


def test_a_name_must_not_depend_on_the_cell_that_uses_it() -> None:
    assert tokens.text(cell(0, 0), b"", AROUND, fixed=True) == "$A$1"
    with pytest.raises(Untold):
        tokens.text(cell(0, BOTH), b"", AROUND, fixed=True)


PIECES = st.sampled_from([
    A1, ONE, TWO, ADD, MINUS, LIST, b"\x15", b"\x16", called(SUM, 1), called(IF, 2), words("="), b"\x60" + bytes(7),
    struct.pack("<BHH", 0x23, 2, 0), called(USER, 2), area(0, 1, 0, 1),
])  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.binary(max_size=12)), max_size=12), st.binary(max_size=40))
def test_any_bytes_are_a_formula_or_none(pieces: list[bytes], extra: bytes) -> None:
    try:
        made = tokens.text(b"".join(pieces), extra, AROUND, (5, 5))
    except Untold:
        return
    assert made
