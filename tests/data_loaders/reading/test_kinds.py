"""What a file is follows from its content: any name, any kind."""

import gzip
import io

import msoffcrypto.format.ooxml
import openpyxl
import pytest
import xlwt

from data_loaders.reading import Unreadable, read
from program.contract import IssueCode
from tests.data_loaders.reading import making

WORD = making.archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})
SLIDES = making.archive({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<presentation/>"})
XML_2003 = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
)

FODS = (
    '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'
)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "tệp PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ảnh PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "ảnh JPEG"),
        (b"MZ\x90\0\3\0\0\0", "chương trình máy tính"),
        (b"\x7fELF\2\1\1\0", "chương trình máy tính"),
        (b"Rar!\x1a\x07\x01\0", "tệp nén RAR"),
        (b"{\\rtf1\\ansi", "văn bản RTF"),
        (WORD, "tệp Word"),
        (SLIDES, "tệp trình chiếu PowerPoint"),
        (making.archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "tệp văn bản OpenDocument"),
        (making.archive({"bao-cao.xlsx": b"x"}), "tệp nén ZIP"),
        (making.archive({"Index/Document.iwa": b"x"}), "tài liệu của Apple (Numbers, Pages)"),
        (b"<?xml version='1.0'?><rss/>", "tệp XML"),
        (b"  <html><table><tr><td>1</td></tr></table>", "trang web (HTML)"),
        ("\ufeff<!DOCTYPE html>\n<table>".encode(), "trang web (HTML)"),
        (XML_2003.encode(), "bảng tính XML 2003"),
        (FODS.encode(), "bảng tính OpenDocument viết thành một tệp XML (.fods)"),
        (gzip.compress(b'<?xml version="1.0"?>\n<gnm:Workbook/>', mtime=0), "bảng tính Gnumeric"),
        (gzip.compress(b"bao cao", mtime=0), "tệp nén GZ"),
        (b"ID;PWXL;N;E\nC;Y1;X1;K5\nE\n", "bảng tính SYLK (.slk)"),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', "bảng tính DIF"),
        (b"\x09\x02\x06\0\0\0\x10\0\xf2\x15", "bảng tính Excel đời đầu (trước năm 1993)"),
        (b"\0\0\x02\0\x06\x04\x06\0\x08\0\0\0", "bảng tính Lotus 1-2-3"),
        (b"\x03\x7b\x05\x1f\3\0\0\0\x61\0\x15\0\0\0", "bảng dBase (.dbf)"),
        (bytes(range(256)) * 20, "tệp loại khác"),
        ("名前,年齢\n山田太郎,\x8a\n".encode("shift-jis", "ignore"), "bảng mã lạ"),
        (gzip.compress(b"<?xml version='1.0'?><gmr:Workbook>", mtime=0), "bảng tính Gnumeric"),
    ],
)
@pytest.mark.parametrize("name", ["bao-cao.xlsx", "bao-cao.xls", "bao-cao.csv"])
def test_other_kinds_are_named(raw: bytes, what: str, name: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(name, raw)
    assert caught.value.code == IssueCode.NOT_A_WORKBOOK
    assert caught.value.found == what
    assert what in caught.value.message


@pytest.mark.parametrize("raw", [b"", b"  \r\n\t", "\ufeff".encode()])
def test_nothing_in_it(raw: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read("a.csv", raw)
    assert (caught.value.code, caught.value.found) == (IssueCode.NOT_A_WORKBOOK, None)


def test_csv_called_xlsx() -> None:
    assert read("hai-chau.xlsx", "Đơn vị,Số lớp\nHải Châu,5\n".encode()).sheets[0].rows[1] == [
        "Hải Châu",
        "5",
    ]


def test_text_that_begins_like_a_program() -> None:
    assert read("a.csv", b"ID3,BM\n1,2").sheets[0].rows == [["ID3", "BM"], ["1", "2"]]


def test_xlsx_called_xls_and_xls_called_csv() -> None:
    target = io.BytesIO()
    book = openpyxl.Workbook()
    book.active["A1"] = 5
    book.save(target)
    assert read("a.xls", target.getvalue()).sheets[0].rows == [[5]]
    target = io.BytesIO()
    old = xlwt.Workbook()
    old.add_sheet("Lớp").write(0, 0, 5)
    old.save(target)
    assert read("a.csv", target.getvalue()).sheets[0].rows == [[5]]


def test_password() -> None:
    plain, locked = io.BytesIO(making.xlsx(making.worksheet(""))), io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("mat-khau", locked)
    with pytest.raises(Unreadable) as caught:
        read("a.xlsx", locked.getvalue())
    assert caught.value.code == IssueCode.ENCRYPTED
    assert "mật khẩu" in caught.value.message


@pytest.mark.parametrize("name", ["thu.xlsx", "thu.XLS", "thu.ods"])
def test_plain_words_under_the_name_of_a_workbook_are_none(name: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(name, "đây không phải là bảng tính\nxin lỗi".encode())
    assert refused.value.code is IssueCode.NOT_A_WORKBOOK
    assert "tệp văn bản" in refused.value.message


@pytest.mark.parametrize(
    ("name", "words"), [("thu.csv", "Đơn vị\nHải Châu"), ("thu.xlsx", "Đơn vị;Số lớp\nHải Châu;3")]
)
def test_a_list_is_read_under_either_name(name: str, words: str) -> None:
    assert read(name, words.encode()).sheets[0].rows
