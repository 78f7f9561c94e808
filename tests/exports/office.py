"""Reading written documents back, with nothing of the product: words, tables, charts, parts of the package."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

import docx as reader
from lxml import etree
from openpyxl import load_workbook

from tests.exports.repairs import repaired

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class ReadTable:
    """A table of an annex: its heading rows (merged cells repeat their words) and the rows below."""

    heads: list[list[str]]
    rows: list[list[str]]

    def by_name(self) -> dict[str, list[str]]:
        """The rows by their first cell, without headings of groups."""
        return {row[0]: row[1:] for row in self.rows if len(set(row)) > 1 or len(row) == 1}


def annexes(raw: bytes) -> dict[str, ReadTable]:
    """The tables of the annexes by the beginning of their titles, in order."""
    document = reader.Document(BytesIO(raw))
    titles = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Tên phụ lục"]
    tables = [t for t in document.tables if t.style is not None and t.style.name == "Table Grid"]
    assert len(titles) == len(tables)
    found = {}
    for title, table in zip(titles, tables, strict=True):
        rows = _cells(table._tbl)
        heads = len(table._tbl.findall(f".//{W}tblHeader"))
        found[title] = ReadTable(rows[:heads], rows[heads:])
    return found


def _cells(table: Any) -> list[list[str]]:
    """The words of a table's cells; a cell that is merged across, or down, is there as often as it is wide."""
    rows: list[list[str]] = []
    for row in table.findall(f"{W}tr"):
        words: list[str] = []
        for cell in row.findall(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            down = cell.find(f"{W}tcPr/{W}vMerge")
            text = "\n".join(_text(p) for p in cell.findall(f"{W}p"))
            if down is not None and down.get(f"{W}val") != "restart":
                text = rows[-1][len(words)]
            words += [text] * int(span.get(f"{W}val") if span is not None else 1)
        rows.append(words)
    return rows


def _text(paragraph: Any) -> str:
    signs = {f"{W}noBreakHyphen": "-", f"{W}tab": "\t"}
    return "".join(signs.get(part.tag, part.text or "") for part in paragraph.iter(f"{W}t", *signs))


def titled(found: dict[str, ReadTable], beginning: str) -> ReadTable:
    return next(table for title, table in found.items() if title.startswith(beginning.upper()))


def body(raw: bytes) -> list[str]:
    """The paragraphs before the annexes, without the head's tables."""
    document = reader.Document(BytesIO(raw))
    words = []
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == "Phụ lục":
            break
        words.append(paragraph.text)
    return words


def footnotes(raw: bytes) -> list[str]:
    """The words of the real footnotes, in order."""
    root = etree.fromstring(part(raw, "word/footnotes.xml"))
    return [
        "".join(t.text or "" for t in note.iter(f"{W}t")).strip()
        for note in root.findall(f"{W}footnote")
        if int(note.get(f"{W}id", "0")) > 0
    ]


def part(raw: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return package.read(name)


def names(raw: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return package.namelist()


@dataclass
class ReadChart:
    """The cached numbers of a chart and those of the workbook inside it, by series and category."""

    cached: dict[str, dict[str, float]]
    stored: dict[str, dict[str, float]]


def charts(raw: bytes) -> list[ReadChart]:
    """Every chart of a document or presentation, in the order of their parts."""
    found = []
    paths = [n for n in names(raw) if re.fullmatch(r"(word|ppt)/charts/chart[^/]*\.xml", n)]
    for path in sorted(paths, key=lambda n: int(re.findall(r"(\d+)\.xml", n)[0])):
        root = etree.fromstring(part(raw, path))
        cached = {}
        for series in root.iter(f"{C}ser"):
            labels = _points(series.find(f"{C}cat"))
            values = _points(series.find(f"{C}val"))
            name = "".join(v.text or "" for v in series.find(f"{C}tx").iter(f"{C}v"))
            cached[name] = {labels[i]: float(v) for i, v in values.items()}
        found.append(ReadChart(cached, _stored(raw, path)))
    return found


def _points(element: Any) -> dict[int, str]:
    assert element is not None
    return {int(p.get("idx", "0")): p.findtext(f"{C}v") or "" for p in element.iter(f"{C}pt")}


def _stored(raw: bytes, path: str) -> dict[str, dict[str, float]]:
    relations = etree.fromstring(part(raw, _relations_of(path)))
    target = next(r.get("Target", "") for r in relations if r.get("Type", "").endswith("/package"))
    sheet = load_workbook(BytesIO(part(raw, _resolved(path, target)))).active
    assert sheet is not None
    heads, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    return {
        str(name): {str(row[0]): float(row[at]) for row in rows if row[at] is not None}
        for at, name in enumerate(heads)
        if at
    }


def _relations_of(path: str) -> str:
    at = PurePosixPath(path)
    return str(at.parent / "_rels" / f"{at.name}.rels")


def _resolved(path: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = list(PurePosixPath(path).parent.parts)
    for step in PurePosixPath(target).parts:
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def check_package(raw: bytes) -> None:
    """Every relationship leads to a part of the package, every part has a content type, nothing leads out."""
    there = set(names(raw))
    assert len(there) == len(names(raw)), "a part is there twice"
    types = etree.fromstring(part(raw, "[Content_Types].xml"))
    defaults = {e.get("Extension", "").lower() for e in types if e.tag.endswith("Default")}
    overrides = {e.get("PartName", "")[1:] for e in types if e.tag.endswith("Override")}
    assert overrides <= there
    reached = {"[Content_Types].xml"}
    for name in there:
        assert name in overrides or name.rsplit(".", 1)[-1].lower() in defaults, f"{name} has no type"
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part(raw, name))
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        at = PurePosixPath(name)
        owner = str(at.parent.parent / at.name.removesuffix(".rels"))
        for relation in etree.fromstring(part(raw, name)):
            assert relation.get("TargetMode") != "External", f"{name} leads out"
            target = _resolved(owner if owner != "." else "", relation.get("Target", ""))
            assert target in there, f"{name} leads to {target}, which is not there"
            reached.add(target)
    assert there == reached, f"nothing leads to {there - reached}"
    assert refused(raw) == []


# What Microsoft's Open XML SDK refuses of what packages of Python write, or may come to write. Its validator found
# nothing in any file of the product; these rules keep that.
_FONT = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]


def refused(raw: bytes) -> list[str]:
    """Parts, also of workbooks inside, with axes below zero or that are not there, fonts out of order, numbers of
    drawings given twice, tables without rows, shared texts miscounted; and all that Office would repair."""
    return _refused(raw) + repaired(raw)


def _refused(raw: bytes) -> list[str]:
    found = []
    for name in names(raw):
        if name.endswith(".xlsx"):
            found += [f"{name} {one}" for one in _refused(part(raw, name))]
        if not name.endswith(".xml"):
            continue
        root = etree.fromstring(part(raw, name))
        axes = [axis.get("val", "") for axis in root.iter(f"{C}axId")]
        crossed = [axis.get("val", "") for axis in root.iter(f"{C}crossAx")]
        if not all(axis.isdecimal() for axis in axes) or not set(crossed) <= set(axes):
            found.append(f"{name}: axes {axes}, crossed by {crossed}")
        for font in root.iter("{*}font"):
            order = [etree.QName(child).localname for child in font]
            if name.endswith("/styles.xml") and order != sorted(order, key=_FONT.index):
                found.append(f"{name}: font {order}")
        drawn = [one.get("id") for one in root.iter("{*}docPr", "{*}cNvPr")]
        if len(set(drawn)) < len(drawn):
            found.append(f"{name}: drawings {drawn}")
        found += [
            f"{name}: a table without rows" for one in root.iter(f"{W}tbl") if one.find(f"{W}tr") is None
        ]
        if name.endswith("/sharedStrings.xml") and root.get("uniqueCount", str(len(root))) != str(len(root)):
            found.append(f"{name}: {root.get('uniqueCount')} texts are {len(root)}")
    return found


# The order that ECMA-376 (17.3, 17.4, 17.6, 17.7) asks of what these elements hold; Word mends a file that has
# another, and says so to its reader. Only what the product or its packages write.
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc "
    "outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u shd "
    "vertAlign cs lang",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgNumType cols titlePg docGrid",
    "tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd tblLayout tblCellMar "
    "tblLook tblCaption",
}


def out_of_order(raw: bytes) -> list[str]:
    """Elements of a Word document whose children do not stand in the order of the standard."""
    found = []
    for name in (n for n in names(raw) if re.fullmatch(r"word/[^/]+\.xml", n)):
        root = etree.fromstring(part(raw, name))
        for tag, words in _ORDER.items():
            order = words.split()
            for element in root.iter(f"{W}{tag}"):
                children = [etree.QName(child).localname for child in element]
                places = [order.index(child) if child in order else -1 for child in children]
                if -1 in places or places != sorted(places):
                    found.append(f"{name} {tag}: {' '.join(children)}")
    return found
