"""Marks in the user's own .ods: where they stand, how they look, the list in front."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_loaders.__main__ import main
from data_loaders.annotating import Form, annotated, form_of
from data_loaders.annotating.recognising import NAME, TITLE
from data_loaders.check import check
from data_loaders.reading import read
from sample_data import DEMO_FILES, ERROR_FILE
from tests.data_loaders.annotating.ods import looking
from tests.data_loaders.annotating.ods.writing import (
    AMBER,
    RED,
    SAID,
    built,
    cell,
    issue,
    own,
    row,
    rows_of,
    styled,
    table,
    text,
)
from tests.data_loaders.reading import making

ODS_FILE = next(path for path in DEMO_FILES if path.suffix == ".ods")


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


def test_a_file_as_odfpy_writes_it_says_the_same_with_the_list_in_front() -> None:
    raw = ODS_FILE.read_bytes()
    said = check(ODS_FILE.name, raw)
    back = annotated(ODS_FILE.name, raw, {**said, "issues": [issue("C5", "Hoạt động")]})
    assert check(ODS_FILE.name, back) == said
    assert own(back) == own(raw)
    assert looking.marked(back, "Hoạt động") == {(5, 3): (RED, SAID)}


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


def test_the_words_of_a_merged_area_stand_where_it_is_seen() -> None:
    spans = ' table:number-rows-spanned="2" table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    raw = making.ods(table(row(text("a", spans), covered, text("b")), row(covered, covered, text("c"))))
    back = built(raw, issue("B2"), issue("A1", severity="warning"))
    assert {place: ground for place, (ground, _) in looking.marked(back, "T").items()} == {(1, 1): RED}
    assert own(back) == own(raw)


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


@pytest.mark.parametrize(("name", "form"), [("a.ods", Form.ODS), ("A.ODS", Form.ODS), ("a.xlsx", Form.XLSX), ("a.xls", Form.XLSX), ("a.csv", Form.XLSX)])  # fmt: skip
def test_the_form_follows_the_name(name: str, form: Form) -> None:
    assert form_of(name) is form


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
