"""Where the file itself cannot be marked: a copy of its values comes back, or the list alone."""

import datetime
from typing import Any

import pytest

from data_loaders import letters
from data_loaders.annotating import NotAnnotated, annotated, building
from data_loaders.annotating.recognising import NAME
from data_loaders.annotating.xlsx import package
from data_loaders.check import check
from data_loaders.reading import Limits, Unreadable, Workbook, read
from sample_data import ERROR_FILE
from tests.data_loaders.annotating.marking import (
    WRONG,
    built,
    issue,
    listed,
    marked,
    opened,
    report,
    with_part,
    without_list,
)
from tests.data_loaders.reading import making
from tests.data_loaders.sheets import xlsx


def test_a_csv_comes_back_as_a_copy_of_its_values() -> None:
    raw = "\n".join(
        ",".join("12/05/2023" if isinstance(v, datetime.datetime) else str(v or "") for v in row)
        for row in WRONG
    ).encode()
    said = check("x.csv", raw)
    back = annotated("x.csv", raw, said)
    assert said["issues"]
    assert check("x.csv", back) == said
    # Whole numbers, which a .csv has as words, are numbers.
    as_understood = Workbook(tuple(map(letters.restored, read("x.csv", raw).sheets)))
    assert without_list(read("x.csv", back)) == without_list(as_understood)
    assert len(marked(opened(back))) == len(said["issues"])
    assert "chỉ chép lại giá trị" in opened(back).worksheets[0]["A4"].value


def test_a_copy_keeps_the_users_own_comments() -> None:
    note = "<office:annotation><text:p>Đã đối chiếu</text:p></office:annotation>"
    head = "".join(
        f"<table:table-cell><text:p>{word}</text:p></table:table-cell>"
        for word in ("Đơn vị", "Tên lớp tập huấn", "Ngày", "Cha mẹ")
    )
    row = (
        f'<table:table-cell office:value-type="string">{note}<text:p>Quận Hải Châu</text:p></table:table-cell>'
        f"<table:table-cell><text:p>A</text:p></table:table-cell>"
        f'<table:table-cell office:value-type="string">{note}<text:p>31/02/2023</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="float" office:value="40"/>'
    )
    table = f'<table:table table:name="T"><table:table-row>{head}</table:table-row><table:table-row>{row}</table:table-row></table:table>'
    page = opened(built("a.ods", making.ods(table)))["T"]
    assert page["A2"].comment.text == "Đã đối chiếu"
    assert page["C2"].comment.text.startswith("Đã đối chiếu\n\nChương trình 830:")
    assert page["D2"].comment is None


def test_tabs_of_a_copy_have_names_that_excel_takes() -> None:
    name = "bao-cao/quy [1]: " + "rat dai " * 6
    raw = b"a,b\n1,2\n"
    sheet = read(name + ".csv", raw).sheets[0].name
    book = opened(built(name + ".csv", raw, report(issue(sheet=sheet, cell="A2"))))
    tab = book.sheetnames[1]
    assert len(tab) <= 31
    assert not set("[]:*?/\\") & set(tab)
    assert book.worksheets[0].cell(book.worksheets[0].max_row, 3).hyperlink.location == f"'{tab}'!A2"


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4", b"PK\x03\x04broken"])
def test_what_cannot_be_opened_gets_no_marks_but_a_sentence(raw: bytes) -> None:
    said = check("x.xlsx", raw)
    with pytest.raises(NotAnnotated) as refusal:
        annotated("x.xlsx", raw, said)
    assert str(refusal.value) == f"{said['issues'][0]['message']} {said['issues'][0]['fix']}"


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/theme/theme1.xml", lambda _: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("xl/worksheets/sheet1.xml", lambda raw: raw.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>')),
        ("docProps/core.xml", lambda _: b"<a>"),
    ],
    ids=["entities", "a merge over the whole sheet", "not well-formed"],
)  # fmt: skip
def test_what_openpyxl_must_not_see_comes_back_as_a_copy(part: str, change: Any) -> None:
    raw = with_part(xlsx({"Dữ liệu": WRONG}), part, change)
    with pytest.raises(Unreadable):
        package.repacked(raw, Limits())
    back = annotated("x.xlsx", raw, check("x.xlsx", raw))
    assert "chỉ chép lại giá trị" in opened(back).worksheets[0]["A4"].value
    assert len(marked(opened(back))) == len(check("x.xlsx", raw)["issues"])


def test_a_file_too_large_for_openpyxl_comes_back_as_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_CELLS", 5)
    raw = xlsx({"Dữ liệu": WRONG})
    back = built("x.xlsx", raw)
    assert check("x.xlsx", back) == check("x.xlsx", raw)
    assert "chỉ chép lại giá trị" in opened(back).worksheets[0]["A4"].value
    monkeypatch.setattr(building, "_COPIED", 5)
    assert opened(built("x.xlsx", raw)).sheetnames == [NAME]


def test_where_even_a_copy_takes_too_long_the_list_comes_alone() -> None:
    raw = ERROR_FILE.read_bytes()
    said = check(ERROR_FILE.name, raw)
    book = opened(annotated(ERROR_FILE.name, raw, said, Limits(seconds=0)))
    assert book.sheetnames == [NAME]
    assert len(listed(book)) == len(said["issues"])
    assert "sửa theo danh sách này" in book.worksheets[0]["A4"].value
