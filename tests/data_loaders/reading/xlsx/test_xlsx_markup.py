"""The same sheet in every manner of writing: the fast look and the full look agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.reading import Limits, read, references
from data_loaders.reading.facts import Facts
from data_loaders.reading.xlsx import distinct as xlsx_distinct
from data_loaders.reading.xlsx import places as xlsx_places
from data_loaders.reading.xlsx import sheet as xlsx_sheet
from data_loaders.reading.xlsx import survey as xlsx_survey
from data_loaders.reading.xlsx.distinct import Distinct
from data_loaders.reading.xlsx.styles import LegacyFonts
from tests.data_loaders.reading import making

LIMITS = Limits()
CELLS = st.sampled_from(
    [
        "<v>1</v>",
        "<v>2.5</v>",
        "<f>A1</f><v>3</v>",
        "<f>A1</f>",
        "<f>A1</f><v></v>",
        "<f>A1</f><v/>",
        '<f t="shared" si="0"/>',
        '<f t="shared" si="0"/><v>4</v>',
        'STR<f>""</f><v></v>',
        "STR<f>A1</f><v>chữ &amp; số</v>",
        "ERR<v>#REF!</v>",
        "ERR<f>1/0</f><v>#DIV/0!</v>",
        "BLANK",
    ]
)
TYPES = {"STR": ' t="str"', "ERR": ' t="e"'}


def written(place: str, cell: str, quote: str = '"') -> str:
    if cell == "BLANK":
        return f'<c r="{place}" s="0"/>'
    kind = TYPES.get(cell[:3], "")
    return f'<c r="{place}"{kind}>{cell.removeprefix(cell[:3]) if kind else cell}</c>'.replace('"', quote)


@st.composite
def sheets(draw: st.DrawFn) -> tuple[str, bytes]:
    """(rows, sheet) with hidden rows and columns, merges, formulas and errors."""
    lines = []
    for row in sorted(draw(st.sets(st.integers(1, 40), max_size=6))):
        hidden = draw(st.sampled_from(["", ' hidden="1"', ' ht="15" hidden="true"', ' hidden="0"']))
        cells = draw(st.dictionaries(st.integers(1, 30), CELLS, max_size=5))
        body = "".join(written(references.name(row, c), cell) for c, cell in sorted(cells.items()))
        lines.append(f'<row r="{row}"{hidden}>{body}</row>' if body else f'<row r="{row}"{hidden}/>')
    columns = draw(st.sampled_from(["", '<cols><col min="2" max="3" width="9" hidden="1"/></cols>']))
    merges = draw(st.sampled_from(["", '<mergeCells count="1"><mergeCell ref="B2:C9"/></mergeCells>']))
    return "".join(lines), making.worksheet("".join(lines), columns, merges)


def facts_of(facts: Facts) -> tuple[object, ...]:
    return (
        facts.count,
        facts.merges,
        facts.hidden_rows,
        facts.hidden_columns,
        facts.formulas_without_value,
        facts.errors,
    )


@given(sheets())
def test_fast_look_agrees_with_full_look(drawn: tuple[str, bytes]) -> None:
    _, raw = drawn
    fast = xlsx_survey.survey(raw, LIMITS, Distinct())
    assert fast is not None
    assert facts_of(fast[0]) == facts_of(xlsx_sheet.look("a", raw, LIMITS, LegacyFonts()).facts)


@given(sheets())
def test_every_manner_of_writing_reads_the_same(drawn: tuple[str, bytes]) -> None:
    _, raw = drawn
    text = raw.decode()
    prefixed = (
        text.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:").replace("xmlns=", "xmlns:x=")
    )
    manners = [
        text.replace("<sheetData>", "<sheetData><!-- x -->"),
        text.replace('"', "'"),
        prefixed,
        "<?xml version='1.0'?>\n" + text.replace("<c r=", "<c\n r="),
        text.replace(' s="0"', "").replace("<c r=", '<c s="0" r='),
    ]
    expected = read("a.xlsx", making.xlsx(raw))
    for manner in manners:
        assert read("a.xlsx", making.xlsx(manner.encode())) == expected
    utf16 = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    assert read("a.xlsx", making.xlsx(utf16)) == expected


def test_cells_and_rows_without_numbers_count_on() -> None:
    rows = '<row><c><v>1</v></c><c t="inlineStr"><is><t>a</t></is></c></row><row/><row><c r="C3"><v>2</v></c></row>'
    (sheet,) = read("a.xlsx", making.xlsx(making.worksheet(rows))).sheets
    assert sheet.rows == [[1, "a", None], [None, None, None], [None, None, 2]]


def test_rows_out_of_order_lose_nothing() -> None:
    rows = (
        '<row r="5"><c r="B5"><v>5</v></c></row><row r="1"><c r="C1"><v>1</v></c><c r="A1"><v>0</v></c></row>'
    )
    (sheet,) = read("a.xlsx", making.xlsx(making.worksheet(rows))).sheets
    assert sheet.rows[0] == [0, None, 1]
    assert sheet.rows[4] == [None, 5, None]


def test_pronunciation_marks_are_no_part_of_a_text() -> None:
    rows = '<row r="1"><c  r="A1" t="inlineStr"><is><r><t>Trẻ </t></r><r><t>em</t></r><rPh><t>x</t></rPh></is></c></row>'
    (sheet,) = read("a.xlsx", making.xlsx(making.worksheet(rows))).sheets
    assert sheet.rows == [["Trẻ em"]]


def test_the_mark_of_a_footnote_is_no_digit_of_the_number_before_it() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>7</t></is></c><c r="B1" t="inlineStr"><is><r><t>45</t></r>'
        '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c></row>'
    )
    (sheet,) = read("a.xlsx", making.xlsx(making.worksheet(rows))).sheets
    assert sheet.rows == [["7", "45²"]]


def test_tags_across_the_pieces_of_the_fast_look(monkeypatch) -> None:
    rows = "".join(
        f'<row r="{r}"><c r="A{r}"><v>{r}</v></c><c r="AB{r}" t="e"><v>#N/A</v></c></row>'
        for r in range(1, 50)
    )
    raw = making.worksheet(rows)
    whole = read("a.xlsx", making.xlsx(raw))
    for size in range(1, 60):
        monkeypatch.setattr(xlsx_places, "_PIECE", size)
        assert read("a.xlsx", making.xlsx(raw)) == whole


TYPES |= {"DAY": ' s="1"', "SST": ' t="s"', "BOO": ' s="1" t="b"', "OLD": ' s="1" t="str"'}
STYLES = (
    f'<styleSheet xmlns="{making.MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'.encode()
)
TEXTS = "<si><t>Trẻ_x0020_em</t></si><si><t>012</t></si>"


def assert_alike_or_not_reads_the_same(rows: list[list[str]]) -> None:
    """With what is known from one piece used in the next, and with every cell given to calamine."""
    markup = "".join(
        f'<row r="{r}">{"".join(written(references.name(r, c), cell) for c, cell in enumerate(cells, 1))}</row>'
        for r, cells in enumerate(rows, 1)
    )
    raw = making.xlsx(making.worksheet(markup), styles=STYLES, shared=TEXTS)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(xlsx_places, "_PIECE", 1)
        alike = read("a.xlsx", raw)
        patched.setattr(xlsx_distinct, "_ALWAYS", -1)
        patched.setattr(xlsx_distinct, "_SHARE", 0)
        assert repr(read("a.xlsx", raw)) == repr(alike)


@pytest.mark.parametrize(
    "rows",
    [
        ["STR<v>7</v>", "STR<v>07</v>", "STR<v>7 </v>"],
        ["STR<v>120</v>", "STR<v>11:</v>", "STR<v>1?0</v>", "STR<v>p0</v>", "STR<v>A0</v>"],
        ["BOO<v>1</v>", "OLD<v>1</v>", "DAY<v>1</v>", "SST<v>1</v>", "<v>1</v>"],
        ["<v>5</v>", "DAY<v>0</v>", "<v>1048576</v>", "<v>1048575</v>", "DAY<v>1048575</v>"],
        ["<v>1234567</v>", "<v>12345678</v>", "<v>123456789</v>", "<v>234567</v>"],
        ["<v>137</v>", "<v>-7</v>", "<v>845</v>", "<v>7.5</v>"],
        ["<f>A1</f><v>7</v>", "<v>7</v>", "<f>A1</f>", "BLANK", "STR<v></v>", "<v>07</v>"],
        ["ERR<v>#N/A</v>", "STR<v>#N/A</v>", "ERR<v>#N/A</v>", "ERR<v>#REF!</v>"],
    ],
)
def test_cells_that_look_alike_are_told_apart(rows: list[str]) -> None:
    assert_alike_or_not_reads_the_same([[cell] for cell in rows * 2])


@given(
    st.lists(
        st.lists(
            st.one_of(
                CELLS, st.sampled_from(["<v>7</v>", "DAY<v>45000</v>", "DAY<v>0.5</v>", "SST<v>0</v>"])
            ),
            max_size=6,
        ),
        max_size=20,
    )
)
def test_alike_or_not_cells_read_the_same(drawn: list[list[str]]) -> None:
    assert_alike_or_not_reads_the_same(drawn)
