"""Files for the tests of reading: workbooks from bare markup, and archives of any content."""

import io
import zipfile

from data_loaders.reading.xlsx import workbook as xlsx_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def archive(parts: dict[str, bytes | str]) -> bytes:
    """A compressed zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def worksheet(rows: str, before: str = "", after: str = "") -> bytes:
    """The markup of a sheet with these rows."""
    return (f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>').encode()


def parts(
    *sheets: bytes, styles: bytes | None = None, shared: str | None = None, date1904: bool = False
) -> dict[str, bytes]:
    """The parts of an .xlsx file with these sheets; `shared` are its `<si>` elements."""
    texts = f'<sst xmlns="{MAIN}">{shared}</sst>'.encode() if shared is not None else None
    return xlsx_workbook.minimal(list(sheets), styles, texts, date1904)


def xlsx(
    *sheets: bytes, styles: bytes | None = None, shared: str | None = None, date1904: bool = False
) -> bytes:
    """An .xlsx file of `parts`."""
    return archive(parts(*sheets, styles=styles, shared=shared, date1904=date1904))


def ods(table: str, styles: str = "", manifest: str = "") -> bytes:
    """An .ods file with these tables."""
    names = " ".join(
        f'xmlns:{short}="{_ODS}{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("draw", "drawing"),
        )
    )
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )
