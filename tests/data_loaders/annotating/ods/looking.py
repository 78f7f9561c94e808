"""What is in a marked .ods, cell by cell, as another program would see it: through lxml, not through our own reading."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "office": f"{_ODF}office:1.0", "table": f"{_ODF}table:1.0", "text": f"{_ODF}text:1.0", "style": f"{_ODF}style:1.0",
    "fo": f"{_ODF}xsl-fo-compatible:1.0", "xlink": "http://www.w3.org/1999/xlink",
    "config": f"{_ODF}config:1.0", "manifest": f"{_ODF}manifest:1.0",
}  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """One run of cells: its ground, its remark, its words, its style and the tag itself."""

    ground: str | None
    note: str
    words: str
    style: Any
    tag: Any


def part(raw: bytes, name: str = "content.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read(name))


def at(tag: Any, name: str, default: str | None = None) -> Any:
    prefix, _, local = name.partition(":")
    return tag.get(f"{{{NAMES[prefix]}}}{local}", default)


def tables(raw: bytes) -> dict[str, Any]:
    found = part(raw).iterfind(".//office:spreadsheet/table:table", NAMES)
    return {at(table, "table:name"): table for table in found}


def cells(raw: bytes, table: str) -> dict[tuple[int, int], Seen]:
    """The runs of cells of a table by the row and column of their first cell."""
    styles = {at(s, "style:name"): s for s in part(raw).iterfind(".//style:style", NAMES)}
    found, row = {}, 1
    for line in tables(raw)[table].iter(f"{{{NAMES['table']}}}table-row"):
        column = 1
        for cell in line:
            style = styles.get(at(cell, "table:style-name"))
            found[row, column] = Seen(
                ground(style), words(cell, "office:annotation/text:p"), words(cell, "text:p"), style, cell
            )
            column += int(at(cell, "table:number-columns-repeated", "1"))
        row += int(at(line, "table:number-rows-repeated", "1"))
    return found


def ground(style: Any) -> str | None:
    said = None if style is None else style.find("style:table-cell-properties", NAMES)
    return None if said is None else at(said, "fo:background-color")


def words(tag: Any, path: str) -> str:
    return "\n".join("".join(p.itertext()) for p in tag.iterfind(path, NAMES))


def marked(raw: bytes, table: str) -> dict[tuple[int, int], tuple[str | None, str]]:
    """Ground and remark of the cells that have one."""
    return {place: (seen.ground, seen.note) for place, seen in cells(raw, table).items() if seen.note}
