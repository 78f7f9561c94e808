"""What openpyxl leaves out or makes anew comes back as the user's own file has it, or its loss is told."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from PIL import Image

from data_loaders.annotating import building, corrected
from data_loaders.annotating.recognising import NAME
from data_loaders.annotating.xlsx.own_parts import own_parts
from data_loaders.check import check
from data_loaders.reading import Limits
from data_loaders.reading.archive import Archive
from program.contract import Report
from program.submissions.mending import Correction
from tests.exports import office

# openpyxl, which looks into what came back.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
HEAD = ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người"]
LOST = "không giữ được một số hình vẽ"
# As Excel 2010 and later write a list whose words stand on another sheet, and icons of newer kinds.
NEWER = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'uri="{CCE6A557-97bc-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" '
    'allowBlank="1" xr:uid="{00000000-0002-0000-0000-000000000000}" '
    'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><x14:formula1><xm:f>Khác!$A$1:$A$2'
    "</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
    '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{slicers}"><x14:slicerList>'
    '<x14:slicer r:id="rId9"/></x14:slicerList></ext></extLst>'
)


def workbook(more: Callable[[Any, Any, Any], None] = lambda _book, _page, _other: None) -> bytes:
    """A file with a day that does not exist, a picture, a chart, a chart sheet, a line below the state's name, a box
    of words and small charts in cells."""
    picture, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "png")
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page, other = book.add_worksheet("Dữ liệu"), book.add_worksheet("Khác")
    page.write_row("A1", HEAD)
    page.write_row("A2", ["Quận Hải Châu", "A", "31/02/2023", 40])
    page.write_comment("A2", "Đã hỏi")
    page.insert_image("H1", "a.png", {"image_data": picture, "url": "https://x.invalid/"})
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "='Dữ liệu'!$D$2:$D$4"})
    page.insert_chart("H9", chart)
    alone = book.add_chart({"type": "line"})
    alone.add_series({"values": "='Dữ liệu'!$D$2:$D$4"})
    book.add_chartsheet("Biểu đồ").set_chart(alone)
    other.insert_textbox("A1", "Chú ý")
    other.add_sparkline("B9", {"range": "'Dữ liệu'!D2:D4"})
    other.add_table("D1:E3", {"columns": [{"header": "Một"}, {"header": "Hai"}]})
    more(book, page, other)
    book.close()
    return out.getvalue()


def changed(raw: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The archive with one of its parts changed, or added."""
    with zipfile.ZipFile(io.BytesIO(raw)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    parts[part] = change(parts.get(part, b""))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def read(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def marked(raw: bytes) -> bytes:
    said: Report = check("x.xlsx", raw)
    assert said["status"] != "ready"
    back = building.build("x.xlsx", raw, said["issues"], Limits())
    assert office.refused(back) == []
    assert check("x.xlsx", back) == said
    return back


def told(back: bytes) -> str:
    front = openpyxl.load_workbook(io.BytesIO(back)).worksheets[0]
    assert front.title == NAME
    return " ".join(str(row[0]) for row in front.iter_rows(min_row=1, max_row=6, values_only=True))


def test_charts_pictures_shapes_and_sparklines_come_back_to_the_byte() -> None:
    raw = workbook()
    back = marked(raw)
    before, after = read(raw), read(back)
    own = [name for name in before if re.match(r"xl/(drawings/drawing|charts/chart|media/)", name)]
    # The chart that is a sheet of its own is made anew.
    put_back = [name for name in own if after.get(name.replace("xl/", "xl/own/", 1)) == before[name]]
    assert (len(own), len(put_back)) == (6, 4)
    made_anew = {name for name in after if re.match(r"xl/(charts/|drawings/drawing|media/)", name)}
    assert made_anew == {"xl/charts/chart2.xml", "xl/drawings/drawing2.xml"}
    assert b"sparklineGroup" in after["xl/worksheets/sheet3.xml"]
    assert LOST not in told(back)
    book = openpyxl.load_workbook(io.BytesIO(back))
    assert set(book.sheetnames) == {NAME, "Dữ liệu", "Khác", "Biểu đồ"}
    assert book["Dữ liệu"]["A2"].comment.text == "Đã hỏi"
    assert (len(book["Dữ liệu"]._images), len(book["Dữ liệu"]._charts)) == (1, 1)


def test_a_second_round_keeps_them_too() -> None:
    once = marked(workbook())
    again = marked(once)
    assert LOST not in told(again)
    assert read(once)["xl/own/drawings/drawing1.xml"] in read(again).values()
    assert b"sparklineGroup" in read(again)["xl/worksheets/sheet3.xml"]


def test_lists_of_newer_excel_come_back_without_what_leads_to_parts_that_do_not() -> None:
    add = NEWER.encode()
    raw = changed(
        workbook(), "xl/worksheets/sheet1.xml", lambda x: x.replace(b"</worksheet>", add + b"</worksheet>")
    )
    sheet = read(marked(raw))["xl/worksheets/sheet2.xml"]
    assert b"<xm:f>Kh\xc3\xa1c!$A$1:$A$2</xm:f>" in sheet or b"<xm:f>Kh&#225;c!$A$1:$A$2</xm:f>" in sheet
    assert b"slicer" not in sheet
    assert b"uid=" not in sheet


def test_corrections_keep_them_too() -> None:
    raw = workbook()
    back = corrected("x.xlsx", raw, [Correction("Dữ liệu", "C2", "28/02/2023")])
    assert office.refused(back) == []
    assert read(raw)["xl/drawings/drawing2.xml"] in read(back).values()
    assert b"sparklineGroup" in b"".join(read(back).values())
    assert check("x.xlsx", back)["status"] == "ready"


_RELS = "xl/drawings/_rels/drawing1.xml.rels"
_OUTSIDE = (
    b'<Relationship Id="rId9" Type="http://x/image" Target="http://x.invalid/a.png" TargetMode="External"/>'
)
_OBJECT = b'<Relationship Id="rId9" Type="http://x/package" Target="../embeddings/a.xlsx"/>'


@pytest.mark.parametrize("leads", [_OUTSIDE, _OBJECT])
def test_a_drawing_that_leads_to_what_may_not_come_back_is_made_anew(leads: bytes) -> None:
    end = b"</Relationships>"
    raw = changed(workbook(), _RELS, lambda rels: rels.replace(end, leads + end))
    own = own_parts(Archive(raw, Limits()))
    assert (own.get("Dữ liệu"), bool(own["Khác"].drawing)) == (None, True)


@pytest.mark.parametrize(
    ("part", "was", "becomes"),
    [
        ("xl/charts/chart1.xml", b"<c:chart>", b'<c:pivotSource><c:name val="x"/></c:pivotSource><c:chart>'),
        ("xl/worksheets/sheet1.xml", b"<legacyDrawing", b"<controls/><legacyDrawing"),
        ("xl/media/image1.png", b"\x89PNG", b"MZ\x90\x00"),
    ],
)
def test_what_works_by_parts_that_do_not_come_back_or_is_no_picture(
    part: str, was: bytes, becomes: bytes
) -> None:
    raw = changed(workbook(), part, lambda text: text.replace(was, becomes))
    assert raw != workbook()
    assert "Dữ liệu" not in own_parts(Archive(raw, Limits()))


def test_a_macro_behind_a_shape_is_taken_off() -> None:
    drawing = "xl/drawings/drawing2.xml"
    raw = changed(workbook(), drawing, lambda text: text.replace(b'macro=""', b'macro="[0]!Chay"'))
    assert b"Chay" in read(raw)[drawing]
    assert b"Chay" not in b"".join(read(marked(raw)).values())


def test_what_is_lost_is_told() -> None:
    end = b"</Relationships>"
    rels = "xl/drawings/_rels/drawing2.xml.rels"
    start = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    raw = changed(workbook(), rels, lambda _: start + _OUTSIDE + end)
    assert LOST in told(marked(raw))
