"""What is said of a file, or a sheet, without a table: the headings that name none of its fields, so that they can be answered."""

import re
from collections.abc import Collection

from data_loaders.cells import words
from data_loaders.columns.cells.guesses import guesses
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.fields import FIELDS_OF, HEADING_OF
from data_loaders.columns.words.heading import joined
from data_loaders.columns.words.headings import read_heading
from data_loaders.columns.words.wordings import is_money
from data_loaders.issues import issue
from data_loaders.layout.around.context import Context
from data_loaders.layout.facts import fields_told
from data_loaders.layout.grid_view import GridView
from data_loaders.persons.names import looks_like_name
from data_loaders.reading import references
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.tables.besides.sentences import written_out
from data_loaders.tables.besides.ticked_forms import ticked_results
from data_loaders.values.silence import says_nothing_happened
from program.contract import Issue, IssueCode, Table, TableKind
from program.text import clean, enumerated, fold

_FEWEST, _ROWS, _MOST, _SEARCHED, _LONGEST = 3, 2, 30, 60, 60


def unread(
    sheets: list[tuple[Sheet, tuple[Understood, ...], Context]], read: list[Table], told: list[Issue]
) -> list[Issue]:
    """What is said of sheets of which nothing was read: of all where nothing was; else of each with a table on it, of
    which nothing is `told` yet, and of each table beside those that were read."""
    if not read:
        return [i for sheet, tables, context in sheets for i in unread_headings(sheet, tables, context)]
    of_read = {table["sheet"] for table in read}
    said = of_read | {found["sheet"] for found in told}
    found = [i for sheet, _, _ in sheets if sheet.name not in said for i in unread_sheet(sheet)]
    return found + [i for sheet, tables, _ in sheets if sheet.name in of_read for i in _beside(sheet, tables)]


def unread_headings(sheet: Sheet, tables: tuple[Understood, ...], context: Context) -> list[Issue]:
    """The unknown headings of a sheet of which nothing was read, each with the fields its values fit; of a form of nothing
    but ticks, or of results in sentences, the columns of these."""
    if sheet.hidden:
        return []
    if told := ticked_results(sheet) or written_out(sheet):
        return told
    if tables:
        block = tables[0].block
        return _named(sheet, block.header_rows[-1], {n: joined(p) for n, p in block.paths.items()}, context)
    for row, cells in enumerate(sheet.rows[:_SEARCHED]):
        headings = _headings(cells)
        if headings and _filled(sheet.rows[row + 1 : row + 1 + _ROWS], headings):
            first = sheet.first_column
            named = {first + at: text for at, text in headings.items()}
            return _named(sheet, sheet.first_row + row, named, context)
    return _lines_lacking(sheet)


# Sheets of explanations and of words for choice.
_ASIDE = ("huong dan", "danh muc", "ghi chu", "vi du")
_PRICE = re.compile(r"thanh tien|don gia")
# So many rows may stand between headings and the first row of data: more headings, numbers of columns.
_BETWEEN = 3


def unread_sheet(sheet: Sheet) -> list[Issue]:
    """A warning about a sheet of which nothing was read beside others that were, if a table stands on it."""
    if sheet.hidden or re.sub(r"[\W_]", "", fold(sheet.name)).startswith(
        tuple(a.replace(" ", "") for a in _ASIDE)
    ):
        return []
    for row in range(min(len(sheet.rows), _SEARCHED)):
        if told := _table_at(sheet, row, "trang"):
            return told
    return []


def _beside(sheet: Sheet, tables: tuple[Understood, ...]) -> list[Issue]:
    """A warning about each table of a sheet that no headings make one of ours, beside others that are."""
    if sheet.hidden:
        return []
    plain = (t.block for t in tables if t.kind is None and not (t.block.view.turned or t.block.view.places))
    return [i for block in plain for i in _table_at(sheet, block.header_rows[-1] - sheet.first_row, "bảng")]


def _table_at(sheet: Sheet, row: int, what: str) -> list[Issue]:
    """The warning where a row holds headings, with rows of data below it."""
    headings = _headings(sheet.rows[row])
    # Lines of words are numbered too.
    headings = {at: t for at, t in headings.items() if read_heading((t,)).fields[:1] != ("ordinal",)}
    below = (sheet.rows[row + n : row + n + _ROWS] for n in range(1, 1 + _BETWEEN))
    if not headings or _of_money(headings.values()) or not any(_filled(rows, headings) for rows in below):
        return []
    number = sheet.first_row + row
    at = references.name(number, sheet.first_column + min(headings))
    return [issue(IssueCode.SHEET_UNREAD, sheet.name, at, name=sheet.name, row=number, what=what)]


def _of_money(headings: Collection[str]) -> bool:
    """Whether a table is of money and counts nobody: nothing of ours is lost with it."""
    told = [read_heading((text,)).fields[:1] for text in headings]
    counts = any(fields and (fields[0] == "start_date" or is_figure_field(fields[0])) for fields in told)
    return not counts and any(is_money(text) or _PRICE.fullmatch(fold(text)) for text in headings)


# What a form of one activity has to say, and how a line says it.
_SAID = {
    "tên hoạt động": (("title", "kind"), "Tên lớp: …"),
    "ngày tổ chức": (("start_date", "period"), "Ngày tổ chức: …"),
    "số người tham gia": (("count", "attendances_total", "attendances", "female"), "Số người tham gia: …"),
}


def _lines_lacking(sheet: Sheet) -> list[Issue]:
    """The lines that a sheet of nothing but labels and values lacks to be the report of an activity."""
    told = fields_told(GridView(sheet))
    names = {field.split(".")[0] for field in told}
    lacking = [what for what, (fields, _) in _SAID.items() if not names.intersection(fields)]
    if not names & {"title", "start_date"} or not lacking or len(told) < _FEWEST:
        return []
    lines = ", ".join(f"“{_SAID[what][1]}”" for what in lacking)
    at = references.name(*next(iter(told.values())))
    return [
        issue(
            IssueCode.REQUIRED_MISSING,
            sheet.name,
            at,
            what=enumerated(lacking),
            fix=f"Thêm dòng {lines} vào phiếu.",
        )
    ]


def _headings(cells: list[Cell]) -> dict[int, str]:
    """Short words in a row of nothing else; none where one of them may be a person's name."""
    filled = [(at, cell) for at, cell in enumerate(cells) if cell is not None]
    texts = {at: clean(words(cell)) for at, cell in filled if isinstance(cell, str)}
    plain = len(texts) == len(filled) >= _FEWEST and len(set(texts.values())) == len(texts)
    doubtful = any(
        len(t) > _LONGEST or any(c.isdigit() for c in t) or looks_like_name(t) or says_nothing_happened(t)
        for t in texts.values()
    )
    return texts if plain and not doubtful else {}


def _filled(rows: list[list[Cell]], headings: dict[int, str]) -> bool:
    """Whether rows of data stand below headings, with a figure or a day in each."""
    under = [[row[at] for at in headings if at < len(row) and row[at] is not None] for row in rows]
    return len(under) == _ROWS and all(
        len(cells) * 2 > len(headings) and any(not isinstance(cell, str) for cell in cells) for cells in under
    )


def _named(sheet: Sheet, row: int, headings: dict[int, str], context: Context) -> list[Issue]:
    open_ones = [(n, text) for n, text in headings.items() if not read_heading((text,)).fields][:_MOST]
    return [
        issue(
            IssueCode.UNUSED_COLUMN,
            sheet.name,
            references.name(row, number),
            text,
            line=f"Cột {references.letters(number)}",
            hint=_hint(text, _below(sheet, row, number), context),
        )
        for number, text in open_ones
    ]


def _below(sheet: Sheet, row: int, number: int) -> list[Cell]:
    rows = sheet.rows[row + 1 - sheet.first_row :][:_MOST]
    at = number - sheet.first_column
    return [cells[at] for cells in rows if at < len(cells) and cells[at] is not None]


def _hint(text: str, values: list[Cell], context: Context) -> str:
    names = guesses(text, values, FIELDS_OF[TableKind.ACTIVITIES], context)
    return f"có thể là {' hoặc '.join(f'“{HEADING_OF[name]}”' for name in names)}" if names else ""
