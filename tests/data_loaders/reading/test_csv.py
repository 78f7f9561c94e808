"""CSV files in the encodings and with the separators that offices use."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.reading import Limits, Unreadable, read
from program.contract import IssueCode
from program.text import clean

TABLE = [["Đơn vị", "Số lớp", "Ghi chú"], ["Hải Châu", "1.234,5", "họp, bàn"], ["Sơn Trà", "7", "x"]]


def table(raw: bytes) -> list[list[object]]:
    (sheet,) = read("a.csv", raw).sheets
    return sheet.rows


def written(rows: list[list[str]], separator: str = ",") -> str:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=separator).writerows(rows)
    return target.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_and_separators(encoding: str, separator: str) -> None:
    assert table(written(TABLE, separator).encode(encoding)) == TABLE


def test_utf16_most_significant_byte_first() -> None:
    text = written([["a", "b"], ["1", "2"]])
    assert table(codecs.BOM_UTF16_BE + text.encode("utf-16-be")) == [["a", "b"], ["1", "2"]]
    assert table(text.encode("utf-16-be")) == [["a", "b"], ["1", "2"]]


def test_code_page_of_windows() -> None:
    raw = "Ðơn vị;Hải Châu\r\n".replace("ị", "i\u0323").replace("ả", "a\u0309").replace("Ð", "Đ")
    rows = table(raw.encode("cp1258"))
    assert [clean(str(cell)) for cell in rows[0]] == ["Đơn vị", "Hải Châu"]


def test_name_of_the_sheet_and_cells_as_text() -> None:
    (sheet,) = read("Quận Hải Châu.2023.csv", b"1,2.0,TRUE,,  \n").sheets
    assert (sheet.name, sheet.rows) == ("Quận Hải Châu.2023", [["1", "2.0", "TRUE"]])
    assert read("", b"a").sheets[0].name == "CSV"


def test_line_breaks_within_quotes_and_blank_lines_count_as_excel_counts() -> None:
    (sheet,) = read("a.csv", '\n\n"tên\ndài",b\n\nc,"d ""e"""\n'.encode()).sheets
    assert sheet.first_row == 3
    assert sheet.rows == [["tên\ndài", "b"], [None, None], ["c", 'd "e"']]


def test_separator_told_in_the_first_line() -> None:
    (sheet,) = read("a.csv", b"sep=;\r\na,b;c\r\n").sheets
    assert (sheet.first_row, sheet.rows) == (1, [["a,b", "c"]])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("BÁO CÁO, quý I\nĐơn vị;Lớp;Giờ\nHải Châu;1,5;2,5\nSơn Trà;2,5;3,5\n", ["Hải Châu", "1,5", "2,5"]),
        ("Tên\tLượt\nA, b, c\t5\nD, e, f\t6\n", ["D, e, f", "6"]),
        ('Tên;Lượt\n"A" b, c;5\n"D" e, f;6\n', ["D e, f", "6"]),
        ("một cột\nx\ny\n", ["y"]),
    ],
)
def test_separator_is_the_one_that_makes_a_table(text: str, row: list[str]) -> None:
    found = [cell for cell in table(text.encode())[2] if cell is not None]
    assert found == row


def test_commas_in_the_words_of_every_row_are_no_separator() -> None:
    rows = [["BÁO CÁO, NĂM 2022"], ["STT", "Nội dung, chủ đề", "Ngày"], ["1", "Tập huấn, lớp 1", "5/3"]]
    raw = "\n".join(";".join(row) for row in [*rows, ["2", "Tập huấn, lớp 2", "6/3"]]).encode()
    assert table(raw)[2] == ["1", "Tập huấn, lớp 1", "5/3"]


def test_quotation_marks_in_the_words() -> None:
    assert table('"An toàn" mạng,5\n"a",6\n'.encode())[0] == ["An toàn mạng", "5"]
    assert table('Lớp "An toàn",5\n'.encode()) == [['Lớp "An toàn"', "5"]]


def test_quotation_mark_that_never_closes() -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.csv", b'a,b\n"x,1\ny,2\n')
    assert caught.value.code == IssueCode.NOT_A_WORKBOOK
    assert caught.value.found == "dòng 2"


@pytest.mark.parametrize(
    "raw",
    [b"," * 5_000_000, b"a" + b"\n" * 5_000_000 + b"b", b",\n" * 2_000_000 + b"x" + b"," * 2_000_000 + b"y"],
)
def test_too_many_cells(raw: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.csv", raw, Limits(cells=1_000_000))
    assert caught.value.code == IssueCode.TOO_LARGE


def test_one_long_row_among_many_is_no_rectangle() -> None:
    rows = table(b"a\n" * 200_000 + b"x" + b"," * 200_000 + b"y")
    assert (rows[0], len(rows[-1])) == (["a"], 200_001)


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1, max_size=8
)


@given(st.lists(st.lists(WORDS.filter(str.strip), min_size=2, max_size=2), min_size=3, max_size=6))
def test_what_excel_writes_is_read(rows: list[list[str]]) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, quoting=csv.QUOTE_ALL).writerows(rows)
    assert table(target.getvalue().encode("utf-8-sig")) == rows


@pytest.mark.parametrize("length", [32_768, 200_000])
def test_text_longer_than_a_cell_takes(length: int) -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.csv", f"a,b\n1,{'x' * length}\n".encode())
    assert (caught.value.code, caught.value.found) == (IssueCode.TOO_LARGE, "B2")


@pytest.mark.parametrize(
    "words",
    # "phòng ngừa, trực tuyến" in TCVN3, "kỹ năng, xã hội" in VNI: their codes are Latin-1's.
    ["phßng ngõa, trùc tuyÕn", "kyõ naêng, xaõ hoäi"],
)
def test_codes_of_old_fonts_are_not_taken_for_those_of_windows(words: str) -> None:
    assert table(f"A;B\n{words};1\n".encode("latin-1"))[1][0] == words
