"""What makes Word, Excel or PowerPoint ask whether to repair a file though Microsoft's validator is silent: read from the
parts of a package, with nothing of the product. Sources: MS-OI29500 (what Office asks beyond the standard), Excel's
"specifications and limits", and what others found when their files were refused."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ROWS, _COLUMNS, _TEXT, _HEIGHT, _WIDTH, _SAID, _TITLE = 1_048_576, 16_384, 32_767, 409.5, 255, 255, 32
_LINKS, _ADDRESS, _FONTS, _FORMS = 65_530, 2_079, 512, 65_490
_ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"}
# The fixed sequence of what a sheet holds.
_SHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios "
    "autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations "
    "hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches "
    "ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems "
    "tableParts extLst"
)


class _Package:
    """The parts of a package, parsed; where each relationship of a part leads."""

    def __init__(self, raw: bytes) -> None:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            self.names = package.namelist()
            self.raw = {name: package.read(name) for name in self.names}
        self.xml = {
            name: etree.fromstring(found)
            for name, found in self.raw.items()
            if name.endswith((".xml", ".rels", ".vml"))
        }

    def matching(self, pattern: str) -> list[tuple[str, Any]]:
        return [(name, self.xml[name]) for name in self.names if re.fullmatch(pattern, name)]

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Kind and target by id; a target outside the package as it stands."""
        at = PurePosixPath(name)
        found = self.xml.get(str(at.parent / "_rels" / f"{at.name}.rels"))
        if found is None:
            return {}
        return {
            r.get("Id"): (
                r.get("Type").rsplit("/", 1)[-1],
                self._target(at, r.get("Target"), r.get("TargetMode")),
            )
            for r in found
        }

    def _target(self, at: PurePosixPath, target: str, mode: str | None) -> str:
        if mode == "External":
            return target
        if target.startswith("/"):
            return target[1:]
        steps: list[str] = []
        for step in (at.parent / target).parts:
            steps = steps[:-1] if step == ".." else [*steps, step]
        return "/".join(steps)

    def one(self, name: str, kind: str) -> str:
        """The one part that a part names as its own of a kind, or ''."""
        found = [target for said, target in self.relations(name).values() if said == kind]
        return found[0] if len(found) == 1 else ""


def repaired(raw: bytes) -> list[str]:
    """All of a package, and of the workbooks inside it, for which Office would ask, in words."""
    package = _Package(raw)
    found = list(_parts(package))
    if "word/document.xml" in package.xml:
        found += _word(package)
    if "xl/workbook.xml" in package.xml:
        found += _excel(package)
    if "ppt/presentation.xml" in package.xml:
        found += _powerpoint(package)
    found += _charts(package)
    for name in package.names:
        if name.endswith(".xlsx"):
            found += [f"{name} {one}" for one in repaired(package.raw[name])]
    return found


def _twice(words: Iterable[Any]) -> list[Any]:
    return [word for word, count in Counter(words).items() if count > 1]


def _parts(package: _Package) -> Iterator[str]:
    if _twice(name.lower() for name in package.names):
        yield f"parts of one name: {_twice(name.lower() for name in package.names)}"
    for name, root in package.xml.items():
        if root.getroottree().docinfo.doctype:
            yield f"{name}: a document type"
        if name.endswith(".rels"):
            if _twice(r.get("Id") for r in root):
                yield f"{name}: relationships of one id"
            continue
        known = package.relations(name)
        for element in root.iter(etree.Element):
            for key, value in element.attrib.items():
                if key.startswith(R) and value not in known:
                    yield f"{name}: {etree.QName(element).localname} names {value}, which leads nowhere"
    for name, root in package.matching(r"\[Content_Types\]\.xml"):
        if _twice((e.get("PartName") or e.get("Extension")).lower() for e in root):
            yield f"{name}: a part or an ending is typed twice"
    for name, root in package.matching(r"docProps/custom\.xml"):
        numbers = [int(p.get("pid")) for p in root]
        if _twice(numbers) or any(n < 2 for n in numbers) or _twice(p.get("name").lower() for p in root):
            yield f"{name}: properties {numbers}"


def _word(package: _Package) -> Iterator[str]:
    texts = package.matching(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
    drawn = [d.get("id") for _, root in texts for d in root.iter("{*}docPr")]
    if _twice(drawn):
        yield f"drawings of one number: {_twice(drawn)}"
    styles = {
        s.get(f"{W}styleId"): s.get(f"{W}type") for s in package.xml["word/styles.xml"].iter(f"{W}style")
    }
    own = list(package.xml["word/styles.xml"].iter(f"{W}style"))
    if len(styles) < len(own) or _twice(s.find(f"{W}name").get(f"{W}val").lower() for s in own):
        yield "styles of one name"
    numbering = package.xml.get("word/numbering.xml")
    lists = {n.get(f"{W}numId") for n in numbering.iter(f"{W}num")} if numbering is not None else set()
    for name, root in [*texts, ("word/styles.xml", package.xml["word/styles.xml"])]:
        for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
            used = {e.get(f"{W}val") for e in root.iter(f"{W}{tag}")}
            if wrong := {u for u in used if styles.get(u) != kind}:
                yield f"{name}: {tag} {wrong}"
        if wrong := {
            e.get(f"{W}val") for t in ("basedOn", "next", "link") for e in root.iter(f"{W}{t}")
        } - set(styles):
            yield f"{name}: styles rest on {wrong}"
        if wrong := {e.get(f"{W}val") for e in root.iter(f"{W}numId")} - lists - {"0"}:
            yield f"{name}: lists {wrong}"
        yield from _text(name, root)
    notes = {n.get(f"{W}id"): n for n in package.xml.get("word/footnotes.xml", ())}
    if _twice(n.get(f"{W}id") for n in package.xml.get("word/footnotes.xml", ())):
        yield "footnotes of one number"
    asked = [r.get(f"{W}id") for _, root in texts for r in root.iter(f"{W}footnoteReference")]
    asked += [f.get(f"{W}id") for f in package.xml["word/settings.xml"].iter(f"{W}footnote")]
    if set(asked) != set(notes) or _twice(asked):
        yield f"footnotes {sorted(notes)}, referred to {sorted(asked)}"
    body = package.xml["word/document.xml"].find(f"{W}body")
    if body[-1].tag != f"{W}sectPr" or body.findall(f"{W}sectPr") != [body[-1]]:
        yield "the last section's form is not the last of the text"
    for section in body.iter(f"{W}sectPr"):
        if _twice((e.tag, e.get(f"{W}type")) for e in section if e.tag.endswith("Reference")):
            yield "a section with two heads of one kind"


def _text(name: str, root: Any) -> Iterator[str]:
    """What a story of Word holds: words, fields, bookmarks, tables."""
    for words in root.iter(f"{W}t"):
        said = words.text or ""
        if said != said.strip() and words.get(_SPACE) != "preserve":
            yield f"{name}: blanks that get lost: {said!r}"
        if re.search(r"[\n\r\t\ufffe\uffff]", said):
            yield f"{name}: a sign that is no word: {said!r}"
    for paragraph in root.iter(f"{W}p"):
        marks = [m.get(f"{W}fldCharType") for m in paragraph.iter(f"{W}fldChar")]
        if " ".join(marks) != " ".join(["begin separate end"] * (len(marks) // 3)):
            yield f"{name}: fields {marks}"
    starts, ends = (list(root.iter(f"{W}bookmark{side}")) for side in ("Start", "End"))
    ids = [s.get(f"{W}id") for s in starts]
    if (
        sorted(ids) != sorted(e.get(f"{W}id") for e in ends)
        or _twice(ids)
        or _twice(s.get(f"{W}name") for s in starts)
    ):
        yield f"{name}: bookmarks {ids}"
    for table in root.iter(f"{W}tbl"):
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        open_down: set[int] = set()
        for row in table.findall(f"{W}tr"):
            at, still = 0, set()
            for cell in row.findall(f"{W}tc"):
                span, down = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
                if down is not None:
                    if down.get(f"{W}val") != "restart" and at not in open_down:
                        yield f"{name}: a cell goes on from none"
                    still.add(at)
                if not len(cell) or cell[-1].tag != f"{W}p":
                    yield f"{name}: a cell ends without a paragraph"
                at += int(span.get(f"{W}val")) if span is not None else 1
            open_down = still
            if at != len(columns) or not 0 < at <= 63:
                yield f"{name}: a row of {at} in a grid of {len(columns)}"
    for story in root.iter(f"{W}footnote", f"{W}hdr", f"{W}ftr"):
        if story.find(f"{W}p") is None:
            yield f"{name}: a story without a paragraph"


def _excel(package: _Package) -> Iterator[str]:
    book, relations = package.xml["xl/workbook.xml"], package.relations("xl/workbook.xml")
    tabs = list(book.find(f"{S}sheets"))
    names = [tab.get("name") for tab in tabs]
    for name in names:
        if not 0 < len(name) <= 31 or re.search(r"[\[\]:*?/\\\x00-\x1f]", name) or name.strip("'") != name:
            yield f"a tab named {name!r}"
    if _twice(n.casefold() for n in names) or "history" in {n.casefold() for n in names}:
        yield f"tabs {names}"
    if _twice(t.get("sheetId") for t in tabs) or not [
        t for t in tabs if t.get("state", "visible") == "visible"
    ]:
        yield "tabs of one number, or none to be seen"
    for view in book.iter(f"{S}workbookView"):
        if max(int(view.get("activeTab", 0)), int(view.get("firstSheet", 0))) >= len(tabs):
            yield "a tab is open that is not there"
    named = [(d.get("name").casefold(), d.get("localSheetId")) for d in book.iter(f"{S}definedName")]
    for given in book.iter(f"{S}definedName"):
        if not re.fullmatch(r"[\w\\][\w.\\?]{0,254}", given.get("name")) or int(
            given.get("localSheetId", 0)
        ) >= len(tabs):
            yield f"name {given.get('name')}"
        if "#REF!" in (given.text or "#REF!") or not _leads(given.text, names):
            yield f"name {given.get('name')} of {given.text}"
    if _twice(named):
        yield f"names {_twice(named)}"
    forms = yield from _styles(package)
    shared = package.xml.get("xl/sharedStrings.xml", ())
    texts = ["".join(t.text or "" for t in one.iter(f"{S}t")) for one in shared]
    if [t for t in texts if len(t) > _TEXT]:
        yield "a text too long for a cell"
    tables: list[str] = []
    for tab in tabs:
        kind, path = relations[tab.get(f"{R}id")]
        if kind == "worksheet":
            at = tab.get("name")
            yield from (f"{at}: {one}" for one in _cells(package.xml[path], len(texts), forms))
            yield from (f"{at}: {one}" for one in _beside(package, path, names))
            yield from (f"{at}: {one}" for one in _comments(package, path))
            for said, target in package.relations(path).values():
                if said == "table":
                    table = package.xml[target]
                    heads = [c.get("name").casefold() for c in table.iter(f"{S}tableColumn")]
                    left, _, right, _ = range_boundaries(table.get("ref"))
                    if _twice(heads) or len(heads) != right - left + 1:
                        yield f"{at}: a table of columns {heads}"
                    tables.append(table.get("displayName").casefold())
    if _twice(tables):
        yield f"tables {tables}"


def _leads(words: str, names: list[str]) -> bool:
    """Whether a reference, where it is no more than one, leads to tabs that are there."""
    said = [
        quoted.replace("''", "'") if quoted else bare
        for quoted, bare in re.findall(r"(?:'((?:[^']|'')+)'|([\w.]+))!", words)
    ]
    return {s.casefold() for s in said if not s.startswith("[")} <= {n.casefold() for n in names}


def _styles(package: _Package) -> Any:
    """Faults of the styles; gives the number of forms of cells."""
    root = package.xml["xl/styles.xml"]
    size = {t: len(root.find(f"{S}{t}")) if root.find(f"{S}{t}") is not None else 0 for t in (
        "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs", "cellStyles")}  # fmt: skip
    numbers = {int(n.get("numFmtId")): n.get("formatCode") for n in root.iter(f"{S}numFmt")}
    if (
        size["fonts"] > _FONTS
        or size["cellXfs"] > _FORMS
        or [c for c in numbers.values() if not 0 < len(c) <= _SAID]
    ):
        yield "too many fonts or forms, or a form of numbers that is too long"
    for xf in root.iter(f"{S}xf"):
        for key, of in (
            ("fontId", "fonts"),
            ("fillId", "fills"),
            ("borderId", "borders"),
            ("xfId", "cellStyleXfs"),
        ):
            if int(xf.get(key, 0)) >= size[of] and (size[of] or xf.get(key)):
                yield f"a form of a cell with {key} {xf.get(key)}"
        if int(xf.get("numFmtId", 0)) >= 164 and int(xf.get("numFmtId")) not in numbers:
            yield f"a form of a cell with numFmtId {xf.get('numFmtId')}"
    if _twice((s.get("name") or "").casefold() for s in root.iter(f"{S}cellStyle")):
        yield "styles of one name"
    return size["cellXfs"], size["dxfs"]


def _cells(sheet: Any, texts: int, forms: tuple[int, int]) -> Iterator[str]:
    """What stands in the cells, and in which order."""
    order, known = [etree.QName(child).localname for child in sheet], _SHEET.split()
    if order != sorted(order, key=known.index):
        yield f"parts in the order {order}"
    above = 0
    for row in sheet.find(f"{S}sheetData"):
        number = int(row.get("r", above + 1))
        if not above < number <= _ROWS or float(row.get("ht", 0)) > _HEIGHT:
            yield f"row {number} of {row.get('ht')} points"
        above, left = number, 0
        for cell in row:
            if cell.get("r") is None:  # one after the other
                left += 1
            else:
                at, column = coordinate_to_tuple(cell.get("r"))
                if at != number or not left < column <= _COLUMNS:
                    yield f"cell {cell.get('r')} in row {number}"
                left = column
            if not _holds(cell, texts) or int(cell.get("s", 0)) >= forms[0]:
                yield f"cell {cell.get('r')}: {etree.tostring(cell)[:200]!r}"


def _holds(cell: Any, texts: int) -> bool:
    """Whether a cell holds what its kind says."""
    kind, value, formula = cell.get("t", "n"), cell.findtext(f"{S}v"), cell.findtext(f"{S}f")
    if formula is not None and len(formula) > 8192:
        return False
    if kind == "inlineStr":
        return len("".join(t.text or "" for t in cell.iter(f"{S}t"))) <= _TEXT
    if not value:
        return True
    if kind == "s":
        return value.isdecimal() and int(value) < texts
    if kind == "n":
        return re.fullmatch(r"-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", value) is not None
    return {"b": value in ("0", "1"), "e": value in _ERRORS}.get(kind, len(value) <= _TEXT)


def _boxes(words: str | None) -> list[tuple[int, int, int, int]]:
    return [range_boundaries(one) for one in (words or "").split()]


def _beside(package: _Package, path: str, names: list[str]) -> Iterator[str]:
    """What a sheet has beside its cells."""
    sheet = package.xml[path]
    columns = [
        (int(c.get("min")), int(c.get("max")), float(c.get("width", 0))) for c in sheet.iter(f"{S}col")
    ]
    if [c for c in columns if not 0 < c[0] <= c[1] <= _COLUMNS or c[2] > _WIDTH] or [
        a for a, b in pairwise(columns) if a[1] >= b[0]
    ]:
        yield f"columns {columns}"
    merged = [_boxes(m.get("ref"))[0] for m in sheet.iter(f"{S}mergeCell")]
    taken: set[tuple[int, int]] = set()
    for left, top, right, bottom in merged:
        own = {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
        if own & taken or len(own) < 2:
            yield f"merged cells {(left, top, right, bottom)}"
        taken |= own
    for found in sheet.iter(f"{S}dataValidation"):
        literal = [f.text or "" for f in found if (f.text or "").startswith('"')]
        said = {key: len(found.get(key, "")) for key in ("promptTitle", "errorTitle", "prompt", "error")}
        if (
            not _boxes(found.get("sqref"))
            or [f for f in literal if len(f) > _SAID + 2]
            or max(said["promptTitle"], said["errorTitle"]) > _TITLE
            or max(said["prompt"], said["error"]) > _SAID
            or not all(_leads(f.text or "", names) for f in found)
        ):
            yield f"check of input {dict(found.attrib)}"
    for found in sheet.iter(f"{S}conditionalFormatting"):
        if not _boxes(found.get("sqref")) or not len(found):
            yield "a conditional form of no cells"
    dxfs = package.xml["xl/styles.xml"].find(f"{S}dxfs")
    if [
        r
        for r in sheet.iter(f"{S}cfRule")
        if int(r.get("dxfId", -1)) >= (len(dxfs) if dxfs is not None else 0)
    ]:
        yield "a conditional form that is not there"
    links = list(sheet.iter(f"{S}hyperlink"))
    far = {target for kind, target in package.relations(path).values() if kind == "hyperlink"}
    if len(links) > _LINKS or [t for t in far if len(t) > _ADDRESS]:
        yield f"{len(links)} links, the longest {max(map(len, far), default=0)}"
    if wrong := [
        a.get("location") for a in links if a.get("location") and not _leads(a.get("location"), names)
    ]:
        yield f"links to {wrong[:3]}"
    for found in sheet.iter(f"{S}oddHeader", f"{S}oddFooter", f"{S}evenHeader", f"{S}evenFooter"):
        if len(found.text or "") > _SAID:
            yield "a head or foot that is too long"


def _comments(package: _Package, path: str) -> Iterator[str]:
    """Each comment has an author and a box of its own to stand in."""
    said = package.one(path, "comments")
    if not said:
        return
    found = list(package.xml[said].iter(f"{S}comment"))
    authors = len(list(package.xml[said].iter(f"{S}author")))
    places = sorted(tuple(n - 1 for n in coordinate_to_tuple(c.get("ref"))) for c in found)
    drawn = package.xml.get(package.one(path, "vmlDrawing"), ())
    boxes = sorted(
        (int(c.findtext("{*}Row")), int(c.findtext("{*}Column")))
        for c in (drawn.iter("{*}ClientData") if len(drawn) else ())
        if c.get("ObjectType") == "Note"
    )
    if places != boxes or _twice(places) or [c for c in found if int(c.get("authorId")) >= authors]:
        yield f"comments {places[:5]}, boxes {boxes[:5]}"
    if [c for c in found if len("".join(t.text or "" for t in c.iter(f"{S}t"))) > _TEXT]:
        yield "a comment that is too long"


def _powerpoint(package: _Package) -> Iterator[str]:
    root = package.xml["ppt/presentation.xml"]
    slides = [int(s.get("id")) for s in root.iter("{*}sldId")]
    layouts = [int(m.get("id")) for _, x in [("", root), *package.matching(r"ppt/slideMasters/[^/]+\.xml")] for m in x.iter(
        "{*}sldMasterId", "{*}sldLayoutId")]  # fmt: skip
    if (
        _twice(slides)
        or [n for n in slides if not 256 <= n < 2**31]
        or _twice(layouts)
        or [n for n in layouts if n < 2**31]
    ):
        yield f"slides {slides}, layouts {layouts}"
    shown = [target for kind, target in package.relations("ppt/presentation.xml").values() if kind == "slide"]
    made = [name for name, _ in package.matching(r"ppt/slides/[^/]+\.xml")]
    if sorted(shown) != sorted(made) or len(slides) != len(made):
        yield f"slides {made}, shown {shown}"
    for name, slide in package.matching(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml"):
        numbers = [int(s.get("id")) for s in slide.iter("{*}cNvPr")]
        if _twice(numbers) or 0 in numbers:
            yield f"{name}: shapes {numbers}"
        if [b for b in slide.iter("{*}txBody") if b.find("{*}p") is None or b.find("{*}bodyPr") is None]:
            yield f"{name}: words without a paragraph"
        need = {"slides": "slideLayout", "slideLayouts": "slideMaster", "slideMasters": "theme"}[
            name.split("/")[1]
        ]
        if package.one(name, need) not in package.xml:
            yield f"{name}: no {need}"


def _charts(package: _Package) -> Iterator[str]:
    for name, chart in package.matching(r"(word|ppt|xl)/charts/chart[^/]*\.xml"):
        series = list(chart.iter("{*}ser"))
        for key in ("idx", "order"):
            if _twice(s.find(f"{{*}}{key}").get("val") for s in series):
                yield f"{name}: series of one {key}"
        for cache in chart.iter("{*}strCache", "{*}numCache"):
            count = cache.find("{*}ptCount")
            places = [int(p.get("idx")) for p in cache.iter("{*}pt")]
            if (
                count is None
                or places != sorted(set(places))
                or max(places, default=-1) >= int(count.get("val"))
            ):
                yield f"{name}: points {places}"
        for labels in chart.iter("{*}dLbls"):
            own = [int(e.find("{*}idx").get("val")) for e in labels.findall("{*}dLbl")]
            if own != sorted(set(own)):
                yield f"{name}: labels {own}"
        if not name.startswith("xl/"):
            data = chart.find("{*}externalData")
            kept = package.relations(name).get(data.get(f"{R}id") if data is not None else "")
            if kept is None or kept[0] != "package" or kept[1] not in package.raw:
                yield f"{name}: no workbook of its numbers"
