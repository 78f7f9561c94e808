"""No file of the product makes Office ask whether to repair it, whatever words are in it (`tests.exports.repairs`)."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from data_loaders.annotating import building, values_only
from data_loaders.reading.grid import Sheet
from data_loaders.templates import columns, setting, template
from exports.reminders_xlsx import reminders_xlsx
from exports.report.document import docx
from exports.report.letterhead import Letterhead
from exports.report.workbook import workbook
from exports.slides.presentation import pptx
from program.contacts.contact import Details
from program.contract import Issue, TableKind
from program.filters import parse_filters
from program.periods import parse_period
from program.report.draft import report
from program.report.parts import Report
from program.reporting.reminders import Reminder
from program.reporting.timeliness import Cell, Sent, campaigns
from tests.exports import office
from tests.exports.repairs import repaired
from tests.program.frames import built, record, school, target

# Signs that no part holds, a beginning of a formula, markup, blanks at the ends, lines; more than a cell has room for.
SIGNS = " =1+1\x0b\x01\x1f\ud800\ufffe<b>&amp;</b>\t'\n_x000D_ "
ODD = SIGNS + "dài " * 9_000


@cache
def drafted(unit: str, period: str) -> Report:
    """A draft with odd names of schools and an odd text; no store holds half a letter."""
    kept = SIGNS.replace("\ud800", "")
    rows = [
        record("492", date(2023, 2, 1), seats={"parents": 1240}, female=700, school=kept),
        record("SO-YT", date(2023, 5, 12), kind="communication_session", seats={"parents": 30}),
        record("20242", date(2025, 9, 12), seats={"parents": 30}),
    ]
    plans = [target("L-classes-parents", "492", date(2022, 12, 15), date(2023, 12, 14), 3)]
    analysis = built(rows, plans, [school(kept, "492"), school("Trường Hai", "497")])
    draft = report(
        analysis, parse_filters({"unit": unit, "period": period}), issuer=kept, today=date(2026, 6, 1)
    )
    return replace(draft, notes=(*draft.notes, SIGNS)).edited({"I": f"{SIGNS} [chú thích 1]"})


CASES = [("city", "2023-Q2"), ("city", "all"), ("20242", "2025"), ("SO-YT", "2023"), ("490", "2023")]


@pytest.mark.parametrize(("unit", "period"), CASES)
def test_a_report_of_any_scope_and_period(unit: str, period: str) -> None:
    draft = drafted("" if unit == "city" else unit, period)
    head = Letterhead(parent="UBND", issuer="Cơ quan", code="CQ", to=SIGNS, recipients=(SIGNS,), drafter="P1")
    for raw in (docx(draft, head), workbook(draft), pptx(draft)):
        office.check_package(raw)
    assert _nameless(workbook(draft)) == []


def _reminders() -> bytes:
    campaign = campaigns("quarter")[0]
    one = Reminder("492", Cell("492", campaign, campaign.deadline(), Sent.MISSING, 9), ODD, ODD)
    return reminders_xlsx([one], {"492": [Details(ODD, ODD, ODD, ODD)]})


def _copied() -> bytes:
    """The values of a file that cannot be kept as it is, in tabs that Excel would not have."""
    names = ("'a'", "History", "HISTORY", "a/b:c*d?[e]", "x" * 40, "X" * 40, "\x0b")
    rows = [[ODD, float("nan"), float("inf"), date(1850, 1, 1)], ["x", "=1", "#REF!"]]
    none: frozenset[Any] = frozenset()
    sheets = {
        name: Sheet(
            name, rows, 1, 1, False, ((1, 1, 2, 2), (2, 3, 2, 4)), none, none, none, {}, {(1, 1): ODD}
        )
        for name in names
    }
    return values_only.annotate(sheets, [_finding("a/b:c*d?[e]", "C2"), _finding("x" * 40, "A1")])


def _finding(sheet: str, cell: str) -> Issue:
    said = {"severity": "error", "code": "date_unreadable", "sheet": sheet, "cell": cell, "found": ODD}
    return said | {"message": ODD, "fix": ODD}  # type: ignore[return-value]


def _filled(kind: TableKind) -> bytes:
    at = setting(kind, "492", parse_period("2023-Q2"))
    return template(at, [{column.field: ODD for column in columns(at)}], "1")


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "reminders": _reminders, "values alone": _copied,
    "list alone": lambda: building.list_alone([_finding("'x'", "A1"), _finding(ODD, "B2")]),
    **{f"template {kind.value}": partial(_filled, kind) for kind in TableKind},
}  # fmt: skip


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_with_any_words(name: str) -> None:
    raw = WORKBOOKS[name]()
    assert office.refused(raw) == []
    assert _nameless(raw) == []


def _nameless(raw: bytes) -> list[Any]:
    """Fonts without a name or a size: each program takes one of its own for them."""
    fonts = etree.fromstring(office.part(raw, STYLES)).iter("{*}font")
    return [one for one in fonts if one.find("{*}name") is None or one.find("{*}sz") is None]


@cache
def _parts(form: str) -> dict[str, bytes]:
    draft = drafted("", "2023")
    raw = {"docx": lambda: docx(draft, Letterhead()), "xlsx": lambda: workbook(draft), "pptx": lambda: pptx(draft),
           "form": lambda: _filled(TableKind.ACTIVITIES), "marked": WORKBOOKS["values alone"]}[form]()  # fmt: skip
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


DOCUMENT, SHEET, BOOK, STYLES = (
    "word/document.xml",
    "xl/worksheets/sheet2.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
# What is broken in which file: the part, what stands there, what is put in its place.
BROKEN = [
    ("docx", DOCUMENT, r'docPr id="2"', 'docPr id="1"'),
    ("docx", DOCUMENT, r'<w:gridCol [^>]*/>', ""),
    ("docx", DOCUMENT, r'<w:gridSpan w:val="\d+"/>', ""),
    ("docx", DOCUMENT, r'w:pStyle w:val="Caption"', 'w:pStyle w:val="Nowhere"'),
    ("docx", DOCUMENT, r'w:rStyle w:val="[^"]+"', 'w:rStyle w:val="Heading1"'),
    ("docx", DOCUMENT, r'(<c:chart [^>]*r:id=")', r"\1x"),
    ("docx", DOCUMENT, r'footnoteReference w:id="1"', 'footnoteReference w:id="9"'),
    ("docx", DOCUMENT, r'w:fldCharType="separate"', 'w:fldCharType="end"'),
    ("docx", DOCUMENT, r'</w:t></w:r></w:p></w:tc>', "</w:t></w:r></w:p><w:tbl/></w:tc>"),
    ("docx", DOCUMENT, r'(<w:sectPr(?:(?!<w:sectPr).)*)</w:body>', r"\1<w:p/></w:body>"),
    ("docx", DOCUMENT, r'<w:t>', "<w:t>\n"),
    ("docx", DOCUMENT, r'<w:vMerge w:val="restart"/>', ""),
    ("docx", "word/settings.xml", r'<w:footnote w:id="0"/>', '<w:footnote w:id="1"/>'),
    ("docx", "word/styles.xml", r'w:basedOn w:val="Normal"', 'w:basedOn w:val="Nowhere"'),
    ("docx", "word/styles.xml", r'(<w:style [^>]*w:styleId=")Heading2"', r'\1Heading1"'),
    ("docx", "word/_rels/document.xml.rels", r'Id="rId2"', 'Id="rId1"'),
    ("docx", "word/charts/chart1.xml", r'<c:pt idx="0">', '<c:pt idx="99">'),
    ("docx", "word/charts/_rels/chart1.xml.rels", r'Id="rId', 'Id="rIdx'),
    ("pptx", "ppt/presentation.xml", r'(<p:sldId [^>]*)id="257"', r'\1id="256"'),
    ("pptx", "ppt/slides/slide1.xml", r'cNvPr id="3"', 'cNvPr id="2"'),
    ("pptx", "ppt/slides/_rels/slide1.xml.rels", r'relationships/slideLayout"', 'relationships/slide"'),
    ("xlsx", SHEET, r'<mergeCell ref="[^"]*"', '<mergeCell ref="A1:A1"'),
    ("xlsx", SHEET, r'<mergeCell ref="[^"]*"', '<mergeCell ref="A1:Z99"'),
    ("xlsx", SHEET, r'<c r="B', '<c r="A'),
    ("xlsx", SHEET, r'<row r="4"', '<row r="3"'),
    ("xlsx", SHEET, r' ht="[\d.]+"', ' ht="500"'),
    ("xlsx", SHEET, r'<v>[\d.]+</v>', "<v>nan</v>"),
    ("xlsx", SHEET, r'<col ([^>]*)width="[\d.]+"', r'<col \1width="300"'),
    ("xlsx", SHEET, r'(<sheetData.*</sheetData>)(<mergeCells.*</mergeCells>)', r"\2\1"),
    ("xlsx", SHEET, r' s="\d+"', ' s="999"'),
    ("xlsx", SHEET, r'Trang ', "Trang " * 50),
    ("xlsx", BOOK, r'name="Nội dung báo cáo"', 'name="đọc TRƯỚC"'),
    ("xlsx", BOOK, r'name="Nội dung báo cáo"', 'name="History"'),
    ("xlsx", BOOK, r'name="Nội dung báo cáo"', 'name="Một/hai"'),
    ("xlsx", BOOK, r'name="Nội dung báo cáo"', f'name="{"x" * 32}"'),
    ("xlsx", BOOK, r"(<definedName[^>]*>)'[^']*'", r"\1'Không có'"),
    ("xlsx", BOOK, r'activeTab="0"', 'activeTab="99"'),
    ("xlsx", STYLES, r'(<xf [^>]*)fontId="1"', r'\1fontId="99"'),
    ("xlsx", STYLES, r'numFmtId="164" formatCode', 'numFmtId="999" formatCode'),
    ("form", "xl/worksheets/sheet1.xml", r'<formula1>[^<]*', '<formula1>"' + "x" * 256 + '"'),
    ("form", "xl/worksheets/sheet1.xml", r'<formula1>"[^<]*', "<formula1>'Không có'!$A$1:$A$9"),
    ("form", "xl/worksheets/sheet1.xml", r' promptTitle="[^"]*"| errorTitle="[^"]*"', f' errorTitle="{"x" * 33}"'),
    ("form", "docProps/custom.xml", r'pid="3"', 'pid="2"'),
    ("marked", "xl/comments/comment1.xml", r'comment ref="[A-Z]+\d+"', 'comment ref="Q9"'),
    ("marked", "xl/worksheets/sheet1.xml", r"location=\"[^\"]*", "location=\"'Không có'!A1"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "name", "old", "new"), BROKEN)
def test_what_is_broken_is_found(form: str, name: str, old: str, new: str) -> None:
    parts = _parts(form)
    broken = re.sub(old, new, parts[name].decode(), count=1, flags=re.DOTALL)
    assert broken != parts[name].decode()
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for one, content in parts.items():
            package.writestr(one, broken if one == name else content)
    assert repaired(out.getvalue())
