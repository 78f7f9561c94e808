"""Where report forms stand on a sheet; each is set up as a plain table with a row for each record."""

import re
from dataclasses import dataclass
from itertools import pairwise

from data_loaders.cells import words
from data_loaders.columns.cells.amounts import said_to_count
from data_loaders.columns.words.headings import read_heading
from data_loaders.layout.around.captions import captions_above
from data_loaders.layout.around.set_as_targets import sets_a_least, sets_or_plans
from data_loaders.layout.below.row_labels import ends_table
from data_loaders.layout.forms import words as w
from data_loaders.layout.forms.columns import (
    Columns,
    is_mark,
    names_lines,
    read_columns,
)
from data_loaders.layout.forms.lines import Lines
from data_loaders.layout.forms.opening import label_by_lines, opens
from data_loaders.layout.forms.plain import Plain
from data_loaders.layout.forms.slot import Unclear
from data_loaders.layout.forms.slots import Slots
from data_loaders.layout.forms.words import COUNT, read_line
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import extent, is_figure, is_header
from data_loaders.layout.head.heading_paths import heading_paths
from data_loaders.layout.head.numbering import is_numbering
from data_loaders.values.amounts.numbers import DeclaredZero, bare, read_count
from data_loaders.values.amounts.spelled_out import is_amount
from program.text import clean, fold
from program.vocabulary import Audience, Kind

# A sheet with more rows is a list, and no report form.
_MOST_ROWS = 1500
_DAY = re.compile(r"\d ?[/.-] ?(\d{1,2}|20\d\d)\b|tháng \d", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Form:
    """One form: its rows on the sheet, and the plain table with its headings by column."""

    first: int
    header_bottom: int
    last: int
    view: GridView
    paths: dict[int, tuple[str, ...]]


def find_forms(view: GridView) -> list[Form]:
    """The report forms of a sheet, from top to bottom; none unless every line of each is understood."""
    if len(view.sheet.rows) > _MOST_ROWS:
        return []
    found: list[Form] = []
    row = view.first_row
    reached = view.first_row - 1
    while row <= view.last_row:
        named = opens(view, row)
        label = None if named else label_by_lines(view, row)
        if not named and label is None:
            row += 1
            continue
        forms = [_form(part, row, reached, label) for part in _parts(view, row)]
        if None in forms and not named:
            row += 1
            continue
        if None in forms:
            # What is read in part elsewhere is not read twice; what is set below a form is a table of its own.
            said = captions_above(view, reached + 1, row - 1, near=True)
            return found if sets_or_plans(said, heading_paths(view, row, row)) else []
        found += filter(None, forms)
        reached = max(form.last for form in forms if form)
        row = reached + 1
    return found


def _parts(view: GridView, row: int) -> list[GridView]:
    """The sheet, or its parts from left to right where the headings of several forms stand in one row."""
    cells = view.cells(row)
    at = [i for i, cell in enumerate(cells) if cell is not None and names_lines(words(cell))]
    own = {fold(words(cells[i])) for i in at}
    if len(at) < 2 or len(own) > 1 or any(j - i < 2 for i, j in pairwise(at)):
        return [view]
    marks = [i - 1 if i and cells[i - 1] is not None and is_mark(words(cells[i - 1])) else i for i in at]
    marks[0] = 0
    ends = [*(i - 1 for i in marks[1:]), view.last_column - view.first_column]
    return [
        view.part(view.first_row, view.last_row, view.first_column + i, view.first_column + j)
        for i, j in zip(marks, ends, strict=True)
    ]


def _form(view: GridView, row: int, above: int, label: int | None) -> Form | None:
    top, bottom = row, row
    bottom = max([bottom, *(m[2] for m in view.merges_from(row) if m[2] - m[0] < 3)])
    end = extent(view, row, max(above, row - 1))[1] if bottom == row else bottom
    if not any(_is_line(view, below) for below in range(row + 1, end + 1)):
        bottom = end
    paths = heading_paths(view, top, bottom)
    if is_numbering(view.cells(bottom + 1)):
        bottom += 1
    last = last_row(view, bottom + 1)
    filled = {
        view.first_column + i
        for number in range(bottom + 1, last + 1)
        for i, cell in enumerate(view.cells(number))
        if cell is not None
    }
    columns = read_columns(paths, filled, label)
    if columns is None or _dated(view, paths, bottom + 1, last):
        return None
    said = captions_above(view, above + 1, top - 1, near=above + 1 > view.first_row)
    if (
        _counts_by_heading(columns, paths, said)
        or sets_or_plans(said, paths)
        or any(sets_a_least(view.column(r.number, bottom + 1, last)) for r in columns.results)
    ):
        return None
    return of_lines(view, columns, (above + 1, top, bottom, last))


def of_lines(view: GridView, columns: Columns, at: tuple[int, int, int, int]) -> Form | None:
    """The form of the lines between the rows `at`: those above it begin, it begins, its heading ends, it ends."""
    above, top, bottom, last = at
    lines = Lines(view, columns)
    rows = lines.read(bottom + 1, last)
    if rows is None or not any(r.filled and r.line.measure in (w.COUNT, w.PEOPLE) for r in rows):
        return None
    if not (lines.told or any(_results(view, r.number, columns) for r in rows if r.filled)):
        # Two lists of words beside each other, for choice.
        return None
    reading = Slots(*_told_above(view, above, top - 1))
    try:
        slots = reading.read(rows)
    except Unclear:
        return None
    if not any(COUNT in slot.rows or slot.people for slot in slots):
        return None
    plain = Plain(view, columns, slots, lines.told, reading.unclear, reading.aside)
    return Form(top, bottom, last, *plain.table()) if plain.sound else None


def _results(view: GridView, row: int, columns: Columns) -> bool:
    """Whether a line has a result, be it none ("Không phát sinh") or one that cannot be read ("khoảng 60"), and not
    words alone."""
    cells = [view.cell(row, r.number) for r in columns.results]
    return any(
        _DIGIT.search(words(cell))
        or is_amount(words(cell))
        or isinstance(read_count(cell), int | DeclaredZero)
        for cell in cells
    )


def _dated(view: GridView, paths: dict[int, tuple[str, ...]], first: int, last: int) -> bool:
    """Whether the lines have their days below a heading of days: a list of activities ("Nội dung | ĐVT | Số lượng | Ngày")."""
    for number, path in paths.items():
        if read_heading(path).fields[:1] == ("start_date",):
            days = [cell for cell in view.column(number, first, last) if cell is not None]
            told = sum(hasattr(day, "year") or bool(_DAY.search(str(day))) for day in days)
            # The heading of another list below it is no day.
            if told > 1 and told * 2 > len(days):
                return True
    return False


def _counts_by_heading(columns: Columns, paths: dict[int, tuple[str, ...]], above: tuple[str, ...]) -> bool:
    """Whether the lines are kinds by their heading, and that of their figures, or where it names only a period the words
    above, say that people are counted, which the lines do not ("Loại hoạt động | Tổng lượt tham gia"): a plain table,
    however few of its columns are filled."""
    results = [read_heading(paths[r.number]) for r in columns.results if r.number in paths]
    kinds = any(n in paths and read_heading(paths[n]).fields[:1] == ("kind",) for n in columns.labels)
    people = "attendances_total"
    if not kinds or any(heading.fields == (people,) for heading in results):
        return kinds
    return all(h.period for h in results) and said_to_count(bare(" ".join(above))) == people


def _is_line(view: GridView, row: int) -> bool:
    return any(is_figure(cell) for cell in view.cells(row) if cell is not None)


def last_row(view: GridView, first: int) -> int:
    """The last row before the notes below a form, or the next one."""
    last, empty = first - 1, 0
    for row in range(first, view.last_row + 1):
        filled = view.told(row)
        if not filled:
            empty += 1
            if empty > 2:
                break
            continue
        captions = _captions_before(view, row, first)
        if opens(view, row) or (is_header(view.cells(row)) and not view.told(row - captions - 1)):
            # The words above the next form or table are its own.
            return last - captions
        first_words = next((words(c) for c in filled if isinstance(c, str) and len(words(c)) > 2), "")
        if ends_table(first_words) and not any(map(is_figure, filled[1:])):
            break
        empty = 0
        last = row
    return last


def _captions_before(view: GridView, row: int, first: int) -> int:
    """How many of the rows above a form are words of its own, up to an empty row or one with figures."""
    count, at = 0, row - 1
    while at >= first:
        filled = view.told(at)
        if not filled or any(is_figure(c) for c in filled[-1:]) or len(filled) > 1:
            break
        count, at = count + 1, at - 1
    return count


def _told_above(view: GridView, first: int, last: int) -> tuple[tuple[Audience, ...], Kind | None]:
    """For whom a form is by the line right above it ("Biểu 2. Dành cho cha mẹ")."""
    for row in range(last, max(first, last - 3) - 1, -1):
        filled = [words(cell) for cell in view.told(row)]
        if len(filled) == 1 and len(filled[0].split()) <= 16:
            line = read_line("", _without_number(filled[0]), "")
            if len(line.audiences) == 1:
                return line.audiences, line.kind
        elif filled:
            break
    return (), None


def _without_number(text: str) -> str:
    return (
        re.sub(
            r"^\s*(biểu|bảng|mẫu|phụ lục|phần|mục)\s*(số)?\s*[\dIVX]*[.:)\s-]*",
            "",
            clean(text),
            flags=re.IGNORECASE,
        )
        or text
    )
