"""What openpyxl writes otherwise than Office's own schema is mended in whatever is given back."""

import datetime
import io
import zipfile

import pytest

from data_loaders.annotating.xlsx import stored_results

GEOMETRY = b'<a:prstGeom prst="rect">%b</a:prstGeom>'
STYLES = b'<cellStyleXfs count="2"><xf xfId="9"/><xf/></cellStyleXfs><cellXfs count="3">%b</cellXfs>'


@pytest.mark.parametrize(
    ("name", "saved", "given_back"),
    [
        (
            "xl/drawings/drawing1.xml",
            GEOMETRY % b'<avLst><gd name="a"/></avLst>' + GEOMETRY % b"<avLst/>" + b"<avLst/>",
            GEOMETRY % b'<a:avLst><a:gd name="a"/></a:avLst>' + GEOMETRY % b"<a:avLst/>" + b"<avLst/>",
        ),
        (
            "xl/drawings/drawing2.xml",
            b'<cNvPr id="2" name="Chart 2"/><cNvPr id="2" name="Image 2"/><xdr:cNvPr name="x" id="1"/>',
            b'<cNvPr id="1" name="Chart 2"/><cNvPr id="2" name="Image 2"/><xdr:cNvPr name="x" id="3"/>',
        ),
        (
            "xl/pivotTables/pivotTable1.xml",
            b'<pivotTableDefinition name="P" r:id="rId1"><location ref="A1"/></pivotTableDefinition>',
            b'<pivotTableDefinition name="P"><location ref="A1"/></pivotTableDefinition>',
        ),
        (
            "xl/styles.xml",
            STYLES % b'<xf fontId="5" xfId="1"/><xf xfId="2"/><xf xfId="21"/>',
            STYLES % b'<xf fontId="5" xfId="1"/><xf xfId="0"/><xf xfId="0"/>',
        ),
        ("xl/charts/chart1.xml", b'<cNvPr id="7"/>', b'<cNvPr id="7"/>'),
    ],
)
def test_a_part_is_as_office_writes_it(name: str, saved: bytes, given_back: bytes) -> None:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr(name, saved)
    made = stored_results.restored(book.getvalue(), [], datetime.datetime(1899, 12, 30))  # noqa: DTZ001
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read(name) == given_back
