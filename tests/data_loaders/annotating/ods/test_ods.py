"""The user's own .ods that comes back: marked, listed, otherwise byte for byte the same."""

import io
import random
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties, TextProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P

from data_loaders.__main__ import main
from data_loaders.annotating import Form, annotated, building, form_of
from data_loaders.annotating.ods import workbook
from data_loaders.annotating.recognising import NAME, TITLE, is_list_of_findings
from data_loaders.check import check
from data_loaders.reading import Limits, read
from program.contract import Issue, Report
from sample_data import DEMO_FILES, ERROR_FILE
from tests.data_loaders.annotating.ods import looking
from tests.data_loaders.reading import making
from tests.data_loaders.sheets import xlsx

RED, AMBER = "#ffc8ce", "#ffeca0"
SAID = "Chương trình 830:\nSai.\nCách sửa: Sửa."
ODS_FILE = next(path for path in DEMO_FILES if path.suffix == ".ods")


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


@pytest.mark.parametrize(
    ("rows", "cell", "found"),
    [
        (row("<table:table-cell/>"), "A1", '<table-row><table-cell style-name="1">!</table-cell></table-row>'),
        (
            row(text("a", ' table:number-columns-repeated="3"')),
            "B1",
            ('<table-row><table-cell office:value-type="string"><text:p>a</text:p></table-cell>'
            '<table-cell office:value-type="string" style-name="1">!<text:p>a</text:p></table-cell>'
            '<table-cell office:value-type="string"><text:p>a</text:p></table-cell></table-row>'),
        ),
        (
            row('<table:table-cell table:number-columns-repeated="16384"/>', said=' table:number-rows-repeated="1048576"'),
            "C900000",
            ('<table-row number-rows-repeated="899999"><table-cell number-columns-repeated="16384"/></table-row>'
            '<table-row><table-cell number-columns-repeated="2"/><table-cell style-name="1">!</table-cell>'
            '<table-cell number-columns-repeated="16381"/></table-row>'
            '<table-row number-rows-repeated="148576"><table-cell number-columns-repeated="16384"/></table-row>'),
        ),
        (
            row("<table:table-cell/>"),
            "D1",
            '<table-row><table-cell/><table-cell number-columns-repeated="2"/><table-cell style-name="1">!</table-cell></table-row>',
        ),
        (
            row("<table:table-cell/>"),
            "B4",
            ('<table-row><table-cell/></table-row><table-row number-rows-repeated="2"><table-cell number-columns-repeated="1"/></table-row>'
            '<table-row><table-cell number-columns-repeated="1"/><table-cell style-name="1">!</table-cell></table-row>'),
        ),
        (
            "<table:table-row/>",
            "A1",
            '<table-row><table-cell style-name="1">!</table-cell></table-row>',
        ),
        (
            row("<table:table-cell><table:cell-range-source/><text:p>x &gt; y</text:p></table:table-cell>"),
            "A1",
            '<table-row><table-cell style-name="1"><cell-range-source/>!<text:p>x &gt; y</text:p></table-cell></table-row>',
        ),
        (
            (f"<table:table-row-group><table:table-header-rows>{row(text('a'))}</table:table-header-rows>"
            f"{row('<table:table-cell/>')}</table:table-row-group>"),
            "A2",
            ('<table-row-group><table-header-rows><table-row><table-cell office:value-type="string"><text:p>a</text:p>'
            '</table-cell></table-row></table-header-rows><table-row><table-cell style-name="1">!</table-cell></table-row>'
            "</table-row-group>"),
        ),
    ],
    ids=["a cell", "a run of cells", "a whole sheet", "right of the row", "below the table", "a row without cells",
         "behind a source", "in a group"],
)  # fmt: skip
def test_runs_are_parted_only_where_a_mark_stands(rows: str, cell: str, found: str) -> None:
    assert rows_of(built(making.ods(table(rows)), issue(cell))) == found


def test_many_marks_within_one_run_of_rows() -> None:
    given_ = making.ods(table(row(text("a"), text("b"), said=' table:number-rows-repeated="5"')))
    back = built(given_, issue("A2"), issue("B2", severity="warning"), issue("A3"), issue("B5"))
    assert {k: v[0] for k, v in looking.marked(back, "T").items()} == {
        (2, 1): RED,
        (2, 2): AMBER,
        (3, 1): RED,
        (5, 2): RED,
    }
    assert own(back) == own(given_)


def test_marks_below_a_table_stand_behind_its_last_row() -> None:
    raw = making.ods(table(row(text("a")), "<table:named-expressions/>") + table(row(text("b"))))
    back = built(raw, issue("B4"), issue("A6"))
    # Of two tables of one name the first is meant.
    first = looking.part(back).findall(".//table:table", looking.NAMES)[1]
    assert [tag.tag.rpartition("}")[2] for tag in first] == ["table-row"] * 5 + ["named-expressions"]
    assert [looking.at(tag, "table:number-rows-repeated") for tag in first[:5]] == [
        None,
        "2",
        None,
        "1",
        None,
    ]
    assert len(looking.part(back).findall(".//table:table//office:annotation", looking.NAMES)) == 2


def test_every_finding_is_coloured_said_and_listed() -> None:
    raw = as_ods(ERROR_FILE)
    said = check("a.ods", raw)
    back = annotated("a.ods", raw, said)
    found = looking.marked(back, "Hoạt động")
    names = {(r, c): f"{chr(64 + c)}{r}" for r, c in found}
    for one in said["issues"]:
        ground, note = next(v for k, v in found.items() if names[k] == one["cell"])
        assert ground == (RED if one["severity"] == "error" else AMBER)
        assert note.startswith("Chương trình 830:\n")
        assert f"{one['message']}\nCách sửa: {one['fix']}" in note
    assert len(found) == len(said["issues"])
    assert list(looking.tables(back)) == [NAME, "Hoạt động"]
    front = looking.cells(back, NAME)
    assert front[1, 1].words == TITLE
    assert [front[5, c].words for c in range(1, 8)] == [
        "Trang",
        "Dòng",
        "Ô",
        "Mức",
        "Loại",
        "Điều thấy được",
        "Cách sửa",
    ]
    assert {
        (front[r, 3].words, front[r, 6].words, front[r, 7].words) for r in range(6, 6 + len(said["issues"]))
    } == {(i["cell"], i["message"], i["fix"]) for i in said["issues"]}
    assert check("a.ods", back) == said


def as_ods(path: Path) -> bytes:
    """A workbook of the demo as .ods, its texts and numbers alone."""
    (sheet,) = read(path.name, path.read_bytes()).sheets
    lines = [[cell(value) for value in line] for line in sheet.rows]
    return making.ods(table(*(row(*line) for line in lines), name=sheet.name))


def cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        return text(value)
    if hasattr(value, "year"):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()[:10]}"/>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def test_a_file_as_odfpy_writes_it_says_the_same_with_the_list_in_front() -> None:
    raw = ODS_FILE.read_bytes()
    said = check(ODS_FILE.name, raw)
    back = annotated(ODS_FILE.name, raw, {**said, "issues": [issue("C5", "Hoạt động")]})
    assert check(ODS_FILE.name, back) == said
    assert own(back) == own(raw)
    assert looking.marked(back, "Hoạt động") == {(5, 3): (RED, SAID)}


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


def test_a_marked_cell_keeps_its_own_form() -> None:
    back = built(styled(), *(issue(f"{column}1") for column in "ABCDE"))
    found = looking.cells(back, "T")
    assert {seen.ground for seen in found.values()} == {RED}
    told = {column: etree_words(seen.style) for (_, column), seen in found.items()}
    assert told[1] == {}
    assert told[2] == {"parent": "Nền", "color": "#000000"}
    # White letters without a ground of their own stay what they are.
    assert told[3] == {
        "parent": "Default",
        "border": "1pt solid #ff0000",
        "wrap": "wrap",
        "color": "#ffffff",
        "weight": "bold",
    }
    assert told[4] == told[3] | {"color": "#000000"}
    assert told[5] == {"parent": "Nền", "color": "#000000", "weight": "bold"}


def etree_words(style: Any) -> dict[str, str]:
    asked = {"parent": "style:parent-style-name", "border": "fo:border", "wrap": "fo:wrap-option", "color": "fo:color",
             "weight": "fo:font-weight"}  # fmt: skip
    return {
        word: value
        for word, name in asked.items()
        for tag in style.iter()
        if (value := looking.at(tag, name)) is not None
    }


STYLES = (
    '<style:style style:name="ngay" style:family="table-cell" style:data-style-name="N37"><style:text-properties style:use-window-font-color="true">'
    '<loext:char-complex-color xmlns:loext="urn:l"/></style:text-properties><style:map style:condition="cell-content()&gt;1" style:apply-style-name="x"/></style:style>'
)


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (row("<table:table-cell/>"), '<table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ngay"/>'),
        (row('<table:table-cell table:number-columns-repeated="9"/>'), '<table:table-column table:number-columns-repeated="9" table:default-cell-style-name="ngay"/>'),
        (row("<table:table-cell/>", said=' table:default-cell-style-name="ngay"'), ""),
        (row('<table:table-cell table:number-columns-repeated="9"/>', said=' table:default-cell-style-name="ngay"'), ""),
        (row('<table:table-cell table:style-name="ngay" table:number-columns-repeated="9"/>'), ""),
    ],
    ids=["of the column, no cell", "of the column", "of the row, no cell", "of the row", "its own"],
)  # fmt: skip
def test_a_form_is_found_where_the_cell_has_it_from(rows: str, more: str) -> None:
    seen = looking.cells(built(making.ods(table(rows, more=more), STYLES), issue("C1")), "T")[1, 3]
    assert looking.at(seen.style, "style:data-style-name") == "N37"
    assert seen.ground == RED
    assert [tag.tag.rpartition("}")[2] for tag in seen.style.iter()][-2:] == ["char-complex-color", "map"]


@pytest.mark.parametrize(
    ("ground", "kept"),
    [
        ("", ["border-complex-color", "char-complex-color"]),
        (' fo:background-color="#000080"', ["border-complex-color"]),
    ],
)
def test_colours_of_a_theme_do_not_stand_above_ours(ground: str, kept: list[str]) -> None:
    names = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:loext="urn:l"'
    style = (
        f'<style:style style:name="c" style:family="table-cell" {names}><style:table-cell-properties{ground}>'
        "<loext:border-complex-color><loext:transformation/></loext:border-complex-color><loext:background-complex-color/>"
        "</style:table-cell-properties><style:text-properties><loext:char-complex-color><loext:transformation/>"
        "</loext:char-complex-color></style:text-properties></style:style>"
    )
    back = built(making.ods(table(row('<table:table-cell table:style-name="c"/>')), style), issue("A1"))
    found = [tag.tag.rpartition("}")[2] for tag in looking.cells(back, "T")[1, 1].style.iter()]
    assert [name for name in found if name.endswith("complex-color")] == kept


NOTE = "<office:annotation><text:p>Hỏi lại trường</text:p></office:annotation>"


def test_the_users_own_remark_stays_and_ours_goes_when_mended() -> None:
    raw = making.ods(table(row(text("a", inside=NOTE), text("b"), text("c", inside="<office:annotation/>"))))
    first = built(raw, issue("A1"), issue("A1", message="Cũng sai."), issue("B1"), issue("C1"))
    found = looking.marked(first, "T")
    assert found[1, 1][1] == f"Hỏi lại trường\n\n{SAID}\n\nCũng sai.\nCách sửa: Sửa."
    assert found[1, 2] == found[1, 3] == (RED, SAID)
    second = built(first, issue("A1", message="Mới.", severity="warning"))
    assert looking.marked(second, "T") == {
        (1, 1): (AMBER, "Hỏi lại trường\n\nChương trình 830:\nMới.\nCách sửa: Sửa.")
    }
    assert {seen.ground for place, seen in looking.cells(second, "T").items() if place != (1, 1)} == {None}
    third = built(second)
    assert list(looking.tables(third)) == [NAME, "T"]
    assert looking.cells(third, NAME)[2, 1].words == "Không có gì cần sửa"
    assert {place: seen.note for place, seen in looking.cells(third, "T").items() if seen.note} == {
        (1, 1): "Hỏi lại trường"
    }
    assert len(looking.part(third).findall(".//table:database-range", looking.NAMES)) == 1


def test_the_words_of_a_merged_area_stand_where_it_is_seen() -> None:
    spans = ' table:number-rows-spanned="2" table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    raw = making.ods(table(row(text("a", spans), covered, text("b")), row(covered, covered, text("c"))))
    back = built(raw, issue("B2"), issue("A1", severity="warning"))
    assert {place: ground for place, (ground, _) in looking.marked(back, "T").items()} == {(1, 1): RED}
    assert own(back) == own(raw)


def test_what_nobody_here_knows_stays_as_it_was() -> None:
    odd = (
        '<table:table-cell table:formula="of:=SUM([.A1:.B1])&quot;&gt;" office:value-type="float" office:value=\'3\' '
        'x:odd = \'table:style-name="a"\'  xmlns:x="urn:x"><x:thing>é &#233; <![CDATA[<b>]]></x:thing><!-- > --><text:p>3</text:p></table:table-cell>'
    )
    raw = making.ods(table(row(odd, text("b")), row(odd)))
    with zipfile.ZipFile(io.BytesIO(built(raw, issue("A1")))) as archive:
        content = archive.read("content.xml").decode()
    assert content.count(odd) == 1
    assert content.count(odd.partition(">")[2].partition("<text:p>")[0]) == 2 - content.count(odd) + 1
    assert content.count("x:odd=" + odd.partition("x:odd = ")[2].partition(" ")[0]) == 1


@pytest.mark.parametrize(
    "said",
    ["=1+1", "<b>&amp;</b>]]>", '=HYPERLINK("http://x.invalid")', "a\x0bb\ufffe", " hai  cách\tdòng\nmới"],
)
def test_words_of_a_finding_are_words(said: str) -> None:
    back = built(making.ods(table(row(text("a")))), issue("A1", message=said, fix=said))
    content = looking.part(back)
    assert not content.findall(".//*[@table:formula]", looking.NAMES)
    blanks = [int(looking.at(tag, "text:c")) for tag in content.iterfind(".//text:s", looking.NAMES)]
    # Before the words of the second line of a remark there is a blank of ours.
    assert sum(blanks) == (4 * 3 + 1 if "hai" in said else 0)
    kept = re.sub(r"[\x0b\ufffe\t\n]| +", "", said)
    assert kept in re.sub(r"\n| ", "", looking.cells(back, NAME)[6, 6].words)


def test_names_that_references_must_quote() -> None:
    name = "Tháng 'a' & <5>"
    raw = making.ods(table(row(text("a")), name="Tháng 'a' &amp; &lt;5&gt;"))
    back = built(raw, issue("A1", name), issue("A1", "Không có"), issue(None, name))
    links = [looking.at(tag, "xlink:href") for tag in looking.part(back).iterfind(".//text:a", looking.NAMES)]
    assert links == ["#'Tháng ''a'' & <5>'.A1"]
    assert looking.marked(back, name) == {(1, 1): (RED, SAID)}


def test_a_sheet_of_the_unit_with_our_name_stays() -> None:
    raw = making.ods(table(row(text("a")), name=NAME))
    back = built(raw, issue("A1", NAME))
    assert list(looking.tables(back)) == [f"{NAME}1", NAME]
    assert list(looking.tables(built(back, issue("A1", NAME)))) == [f"{NAME}1", NAME]


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"/><manifest:file-entry manifest:full-path="Basic/Standard/M.xml"/>'
    "</manifest:manifest>"
)


def test_macros_and_signatures_do_not_come_back_and_the_rest_is_the_same() -> None:
    raw = making.ods(table(row(text("a"))))
    raw = with_parts(raw, Basic__Standard__M=b"evil", Pictures__a=b"\x89PNG", **{
        "META-INF__manifest.xml": MANIFEST.encode(), "META-INF__documentsignatures.xml": b"<a/>",
    })  # fmt: skip
    raw = with_parts(raw, **{"content.xml": scripted(raw)})
    back = built(raw, issue("A1"))
    with zipfile.ZipFile(io.BytesIO(back)) as archive:
        assert archive.namelist() == ["mimetype", "content.xml", "META-INF/manifest.xml", "Pictures/a"]
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert archive.read("Pictures/a") == b"\x89PNG"
        assert b"Basic" not in archive.read("META-INF/manifest.xml")
        assert b"content.xml" in archive.read("META-INF/manifest.xml")
        assert b"office:scripts" not in archive.read("content.xml")
    lines = [looking.cells(back, NAME)[n, 1].words for n in (4, 5)]
    assert ["macro" in lines[0], "chữ ký" in lines[1]] == [True, True]


def scripted(raw: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read("content.xml").replace(
            b"<office:automatic-styles>", b"<office:scripts><a/></office:scripts><office:automatic-styles>"
        )


VIEW = (
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0">'
    '<office:settings><config:config-item-set config:name="ooo:view-settings">{}</config:config-item-set></office:settings></office:document-settings>'
)
VIEWS = (
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables">'
    '<config:config-item-map-entry config:name="T"/></config:config-item-map-named>'
    '<config:config-item config:name="ActiveTable" config:type="string">T</config:config-item></config:config-item-map-entry></config:config-item-map-indexed>'
)


@pytest.mark.parametrize("views", [VIEWS, ""], ids=["with views", "without"])
def test_it_opens_at_the_list(views: str) -> None:
    raw = with_parts(making.ods(table(row(text("a")))), **{"settings.xml": VIEW.format(views).encode()})
    back = built(built(raw, issue("A1")), issue("A1"))
    view = looking.part(back, "settings.xml")
    items = {
        looking.at(tag, "config:name"): tag.text
        for tag in view.iterfind(".//config:config-item", looking.NAMES)
    }
    assert items["ActiveTable"] == NAME
    assert items["VerticalSplitPosition"] == "5"
    named = [
        looking.at(tag, "config:name")
        for tag in view.iterfind(".//config:config-item-map-entry[@config:name]", looking.NAMES)
    ]
    assert named == [NAME, *(["T"] if views else [])]


def test_the_list_prints_across_one_sheet_of_paper() -> None:
    back = built(built(styled(), issue("A1")), issue("A1"))
    pages = looking.part(back, "styles.xml").findall(".//style:master-page", looking.NAMES)
    style = next(
        s
        for s in looking.part(back).iterfind(".//style:style", looking.NAMES)
        if looking.at(s, "style:master-page-name")
    )
    assert [looking.at(page, "style:name") for page in pages].count(
        looking.at(style, "style:master-page-name")
    ) == 1


@pytest.mark.parametrize(("others", "printed"), [(("false", "false"), "false"), (("false", "true"), None)])
def test_where_no_sheet_is_named_to_be_printed_all_are(others: tuple[str, ...], printed: str | None) -> None:
    tables = "".join(
        table(row(text("a")), name=name).replace("<table:table ", f'<table:table table:print="{said}" ')
        for name, said in zip("TU", others, strict=True)
    )
    back = built(built(making.ods(tables)))
    assert looking.at(looking.tables(back)[NAME], "table:print") == printed


@pytest.mark.parametrize("more", ["<table:database-ranges/>", ('<table:database-ranges><table:database-range table:name="__Anonymous_Sheet_DB__0" '
                                  'table:target-range-address="T.A1:T.B9"/></table:database-ranges>'), "<table:data-pilot-tables/>"])  # fmt: skip
def test_the_list_has_its_filter_beside_the_users_own(more: str) -> None:
    back = built(making.ods(table(row(text("a"))) + more), issue("A1"))
    found = looking.part(back).findall(".//table:database-ranges/table:database-range", looking.NAMES)
    assert len({looking.at(tag, "table:name") for tag in found}) == len(found) == (2 if "T.A1" in more else 1)
    assert f"'{NAME}'.A5:'{NAME}'.G6" in {looking.at(tag, "table:target-range-address") for tag in found}
    order = [
        tag.tag.rpartition("}")[2] for tag in looking.part(back).find(".//office:spreadsheet", looking.NAMES)
    ]
    assert order == ["table", "table", "database-ranges", *(["data-pilot-tables"] if "pilot" in more else [])]


def test_recorded_changes_follow_their_tables() -> None:
    record = (
        "<table:tracked-changes><table:cell-content-change><table:cell-address table:column='0' table:row='0' "
        "table:table='0'/></table:cell-content-change><table:insertion table:type='row' table:position='3' table:table='1'/>"
        "<table:insertion table:type='table' table:position='1'/></table:tracked-changes>"
    )
    first = built(making.ods(record + table(row(text("a"))) + table(row(text("b")), name="U")), issue("A1"))

    def numbers(raw: bytes) -> list[str]:
        found = looking.part(raw).find(".//table:tracked-changes", looking.NAMES).iter()
        return [v for tag in found for k, v in tag.attrib.items() if k.endswith(("}table", "}position"))]

    assert numbers(first) == ["1", "3", "2", "2"]
    assert numbers(built(first, issue("A1"))) == ["1", "3", "2", "2"]
    assert rows_of(first).startswith('<table-row><table-cell office:value-type="string" style-name="1">')


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    "raw",
    [
        with_parts(making.ods(table(row(text("a")))), **{"styles.xml": DOCTYPE}),
        xlsx({"T": [["a"]]}),
        making.ods(
            table("<table:table-row><table:table-row/><table:table-cell/></table:table-row>", row(text("a")))
        ),
        making.ods(
            table(f"<table:table-row>{table(name='U')}<table:table-cell/></table:table-row>", row(text("a")))
        ),
    ],
    ids=["entities", "an .xlsx by another name", "a row within a row", "a table within a row"],
)
def test_what_cannot_be_marked_comes_as_the_list_alone(raw: bytes) -> None:
    back = annotated("a.ods", raw, report(issue("A1")))
    assert list(looking.tables(back)) == [NAME]
    assert looking.cells(back, NAME)[6, 6].words or looking.cells(back, NAME)[7, 6].words == "Sai."
    assert "sửa theo danh sách này" in looking.cells(back, NAME)[4, 1].words
    with zipfile.ZipFile(io.BytesIO(back)) as archive:
        assert archive.namelist() == ["mimetype", "content.xml", "META-INF/manifest.xml"]


def report(*issues: Issue) -> Report:
    return {"file": "a.ods", "status": "needs_fixes", "tables": [], "issues": list(issues)}


@pytest.mark.parametrize("change", [(b"xmlns:table=", b"xmlns:fo='urn:other' xmlns:table="), (b"<office:document-content", b'<?xml version="1.0" encoding="iso-8859-1"?><office:document-content')])  # fmt: skip
def test_a_part_of_unknown_letters_or_prefixes_is_not_touched(change: tuple[bytes, bytes]) -> None:
    raw = making.ods(table(row(text("a"))))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = archive.read("content.xml").decode().encode("ascii", "xmlcharrefreplace").replace(*change)
    back = annotated("a.ods", with_parts(raw, **{"content.xml": content}), report(issue("A1")))
    assert list(looking.tables(back)) == [NAME]


def test_letters_before_the_first_tag_do_not_shift_the_marks() -> None:
    raw = making.ods(table(row(text("ế"), text("b"))))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- ế -->'.encode() + archive.read(
            "content.xml"
        )
    assert looking.marked(built(with_parts(raw, **{"content.xml": content}), issue("B1")), "T") == {
        (1, 2): (RED, SAID)
    }


def test_more_new_bytes_than_a_file_may_have_are_refused() -> None:
    """Each mark within a long run of rows costs a copy of the row."""
    wide = "".join(text("x" * 50) for _ in range(200))
    raw = making.ods(table(row(wide, said=' table:number-rows-repeated="4000"')))
    back = annotated(
        "a.ods", raw, report(*(issue(f"A{n}") for n in range(1, 4000, 2))), Limits(unpacked_bytes=10_000_000)
    )
    assert list(looking.tables(back)) == [NAME]


RUNS = st.integers(1, 4)
CELLS = st.tuples(st.sampled_from(["", "a", "ế  b", "7"]), RUNS)
ROWS = st.lists(st.tuples(st.lists(CELLS, max_size=4), RUNS), max_size=4)


@settings(max_examples=50, deadline=None)
@given(ROWS, st.sets(st.tuples(st.integers(1, 18), st.integers(1, 18)), max_size=8))
def test_marks_stand_where_they_belong_and_nothing_else_moves(
    rows: Any, places: set[tuple[int, int]]
) -> None:
    lines = [
        row(*(cell(words or None).replace("/>", f"{repeat(n, 'columns')}/>", 1) if not words
              else text(words, repeat(n, "columns")) for words, n in cells), said=repeat(times, "rows"))
        for cells, times in rows
    ]  # fmt: skip
    raw = making.ods(table(*lines))
    back = built(raw, *(issue(f"{chr(64 + c)}{r}") for r, c in places))
    assert looking.marked(back, "T") == dict.fromkeys(places, (RED, SAID))
    assert own(back) == own(raw)
    again = built(back)
    assert own(again) == own(raw)
    assert looking.marked(again, "T") == {}


def repeat(times: int, what: str) -> str:
    return f' table:number-{what}-repeated="{times}"' if times > 1 else ""


def test_a_long_table_with_many_findings() -> None:
    line = row(text("Quận Hải Châu"), text("A"), text("31/02/2023"), cell(40))
    raw = making.ods(table(*[line] * 20_000))
    chosen = random.Random(1).sample(range(1, 20_001), 4_000)
    begun = time.process_time()
    back = built(raw, *(issue(f"C{n}") for n in chosen))
    assert time.process_time() - begun < 20
    assert {row_ for row_, _ in looking.marked(back, "T")} == set(chosen)


@pytest.mark.parametrize(("name", "form"), [("a.ods", Form.ODS), ("A.ODS", Form.ODS), ("a.xlsx", Form.XLSX), ("a.xls", Form.XLSX), ("a.csv", Form.XLSX)])  # fmt: skip
def test_the_form_follows_the_name(name: str, form: Form) -> None:
    assert form_of(name) is form


def test_beyond_a_number_of_remarks_cells_are_only_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_REMARKS", 2)
    raw = making.ods(table(row(text("a"), text("b"), text("c", inside=NOTE))))
    assert (4, 1) in looking.cells(built(raw, issue("A1"), issue("B1")), NAME)
    assert looking.cells(built(raw, issue("A1"), issue("B1")), NAME)[4, 1].words == ""
    back = built(raw, issue("A1"), issue("D1"), issue("B1"), issue("C1"), issue("A2"))
    found = looking.cells(back, "T")
    assert {place for place, seen in found.items() if seen.ground == RED} == {
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 4),
        (2, 1),
    }
    assert {place: seen.note for place, seen in found.items() if seen.note} == {
        (1, 1): SAID, (1, 2): SAID, (1, 3): "Hỏi lại trường",
    }  # fmt: skip
    assert "ghi chú ghim vào ô" in looking.cells(back, NAME)[4, 1].words
    assert own(back) == own(raw)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.ods"
    source.write_bytes(as_ods(ERROR_FILE))
    assert main(["annotate", str(source), "--out", str(tmp_path / "b.ods")]) == 0
    assert "9 lỗi phải sửa" in capsys.readouterr().out
    assert next(iter(looking.tables((tmp_path / "b.ods").read_bytes()))) == NAME
    assert main(["annotate", str(source), "--out", str(tmp_path / "b.xlsx")]) == 0
    assert (tmp_path / "b.xlsx").read_bytes() != (tmp_path / "b.ods").read_bytes()
    assert (
        check("b.xlsx", (tmp_path / "b.xlsx").read_bytes())["issues"]
        == check("a.ods", source.read_bytes())["issues"]
    )
    assert main(["annotate", str(ERROR_FILE), "--out", str(tmp_path / "c.ods")]) == 1
    assert "kết thúc bằng .xlsx" in capsys.readouterr().err
