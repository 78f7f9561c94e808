"""Tables of an .ods as they are written, and the file that comes back marked."""

import io
import re
import zipfile
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties, TextProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P

from data_loaders.annotating import Form, building
from data_loaders.annotating.recognising import is_list_of_findings
from data_loaders.reading import Limits, read
from program.contract import Issue
from tests.data_loaders.reading import making

RED, AMBER = "#ffc8ce", "#ffeca0"
SAID = "Chương trình 830:\nSai.\nCách sửa: Sửa."
NOTE = "<office:annotation><text:p>Hỏi lại trường</text:p></office:annotation>"


def issue(cell: str | None, sheet: str = "T", **said: Any) -> Issue:
    base = {"severity": "error", "code": "date_unreadable", "sheet": sheet, "cell": cell, "found": "x"}
    return base | {"message": "Sai.", "fix": "Sửa."} | said  # type: ignore[return-value]


def built(raw: bytes, *issues: Issue) -> bytes:
    """The marked file, made within this process."""
    return building.build("a.ods", raw, issues, Limits(), Form.ODS)


def table(*rows: str, name: str = "T", more: str = "") -> str:
    return f'<table:table table:name="{name}">{more}{"".join(rows)}</table:table>'


def row(*cells: str, said: str = "") -> str:
    return f"<table:table-row{said}>{''.join(cells)}</table:table-row>"


def text(words: str, said: str = "", inside: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{said}>{inside}<text:p>{words}</text:p></table:table-cell>'


def rows_of(raw: bytes) -> str:
    """The rows of the table T as they are written, without the words of remarks."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = archive.read("content.xml").decode()
    found = re.search(r'<table:table table:name="T"[^>]*>(.*?)</table:table>', content, re.DOTALL)
    short = re.sub(
        r"<office:annotation.*?</office:annotation>", "!", found[1] if found else "", flags=re.DOTALL
    )
    return short.replace("table:", "").replace("danh_dau_", "")


def own(raw: bytes) -> list[Any]:
    """All that is read of a file's own sheets, remarks aside."""
    return [
        (s.name, s.rows, s.first_row, s.first_column, s.hidden, s.merges, s.hidden_rows, s.hidden_columns,
         s.formulas_without_value)
        for s in read("a.ods", raw).sheets if not is_list_of_findings(s)
    ]  # fmt: skip


def with_parts(raw: bytes, **parts: bytes) -> bytes:
    """The file with parts more or changed; `__` in a name stands for a stroke."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        known: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return making.archive(known | {name.replace("__", "/"): value for name, value in parts.items()})


def cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return text(value)
    if hasattr(value, "year"):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()[:10]}"/>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def styled() -> bytes:
    """A workbook by odfpy whose cells have forms of every origin."""
    book = OpenDocumentSpreadsheet()
    base = Style(name="Nền", family="table-cell")
    base.addElement(TableCellProperties(backgroundcolor="#1f4e79", border="0.5pt solid #000000"))
    book.styles.addElement(base)
    forms = {}
    for name, ground in (("plain", None), ("dark", "#000080"), ("of_dark", None)):
        style = Style(
            name=name, family="table-cell", parentstylename="Nền" if name == "of_dark" else "Default"
        )
        if name != "of_dark":
            said = {"backgroundcolor": ground} if ground else {}
            style.addElement(TableCellProperties(border="1pt solid #ff0000", wrapoption="wrap", **said))
        style.addElement(TextProperties(color="#ffffff", fontweight="bold"))
        book.automaticstyles.addElement(style)
        forms[name] = style
    sheet = Table(name="T")
    line = TableRow()
    for style in (None, "Nền", *forms.values()):
        found = TableCell(valuetype="string", stylename=style)
        found.addElement(P(text="x"))
        line.addElement(found)
    sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()
