"""Tables that stand on their side: headings down a column, what they head to the right of them.

A form of labels and values is the narrowest. It is turned, so that all that is known of upright ones holds: its rows are
read as columns and its columns as rows, under the numbers of the sheet."""

from dataclasses import dataclass, replace
from datetime import date

from data_loaders.cells import words
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_heading, read_part
from data_loaders.columns.words.people_counted import counts_people
from data_loaders.layout.around.label_lines import names_period
from data_loaders.layout.below.row_labels import MARK, ends_table, is_total
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import ITEMS, is_header
from data_loaders.names.organisations import find_organisation
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.days.periods import find_period
from data_loaders.values.kinds import find_delivery
from data_loaders.values.people.audiences import read_numbered
from program.text import clean, fold

# A form lies near the head of its sheet and has at least so many lines.
_SEARCHED, _FEWEST, _FEWEST_FACTS = 300, 3, 2
# So far below the last one its next line may stand.
_GAP, _LONGEST_LABEL = 2, 16
# A list of activities has so many columns.
_LIST = 4
_MEASURE = ("lop", "buoi", "cuoc", "luot", "nguoi", "luot nguoi", "em", "tre", "lop buoi", "hoat dong", "%")
# What places a record, and what the headings of a form can head beside figures.
_PLACES = ("unit", "period", "start_date", "ward", "school", "title", "organiser")
_WORDS = (*_PLACES, "kind", "delivery", "audience", "name", "end_date")
_CONTACT = ("phone", "email")


@dataclass(frozen=True)
class Turned:
    """Where such a table stands: its rows, the column of its headings and those of what they head, and the lines
    between that head several of them ("I. Lớp tập huấn"), by row."""

    rows: tuple[int, ...]
    labels: int
    values: tuple[int, ...]
    above: dict[int, str]


@dataclass(frozen=True)
class _Line:
    row: int
    label: int
    text: str
    heading: Heading
    values: dict[int, Cell]


def find_turned(view: GridView, facts: bool = False) -> list[Turned]:
    """The tables of a sheet that stand on their side, from top to bottom. `facts`: each row is a fact
    (`layout.facts`), so that two make a form, and the words above may tell of whom and when."""
    found: list[Turned] = []
    run: list[_Line] = []
    above: dict[int, str] = {}
    reached = 0
    listed: set[int] = set()
    last = min(view.last_row, view.first_row + _SEARCHED)
    for row in range(view.first_row, last + 2):
        filled: list[tuple[int, Cell]] = [(i, c) for i, c in enumerate(view.cells(row)) if c is not None]
        if run and not filled and row <= last and row - reached < _GAP:
            continue
        listed = _columns_of_list(view, row, filled) or listed
        line = _line(row, view.first_column, filled, begins=not run)
        if line and listed.issuperset((line.label, *line.values)):
            line = None
        if line and (row - reached <= _GAP and _goes_on(run, line) if run else line.heading.fields):
            run.append(line)
            reached = row
        elif run and len(filled) == 1 and isinstance(filled[0][1], str) and row - reached <= _GAP:
            above[row] = clean(filled[0][1])
            reached = row
        else:
            found += _table(run, above, facts)
            run, above = ([line], {}) if line and line.heading.fields else ([], {})
            reached = row
    return found + _table(run, above, facts)


def _columns_of_list(view: GridView, row: int, filled: list[tuple[int, Cell]]) -> set[int]:
    """The columns of a list of activities that a row heads: what stands below it is a row of the list, be it "Ngày hội
    …" or "Truyền thông tại trường"; none for other rows."""
    if len(filled) < _LIST or not is_header(view.cells(row)):
        return set()
    dated = any(read_part(words(cell)).fields[:1] == ("start_date",) for _, cell in filled)
    ends = (m[3] for m in view.merges_from(row))
    last = max([view.first_column + filled[-1][0], *ends])
    return set(range(view.first_column + filled[0][0], last + 1)) if dated else set()


def _line(row: int, first: int, filled: list[tuple[int, Cell]], begins: bool) -> _Line | None:
    """A row of one heading and what it heads, if it can be one; a table `begins` with a known heading."""
    if filled and not any(isinstance(cell, str) for _, cell in filled[:2]):
        return None
    if len(filled) > 2 and MARK.match(words(filled[0][1])):
        filled = filled[1:]
    if len(filled) < 2 or not isinstance(filled[0][1], str):
        return None
    at, text = filled[0][0], clean(words(filled[0][1]))
    if len(text.split()) > _LONGEST_LABEL:
        return None
    heading = read_heading((text.rstrip(": "),))
    if begins and not heading.fields:
        return None
    values = {
        first + i: cell
        for i, cell in filled[1:]
        if fold(words(cell)) not in _MEASURE or not isinstance(cell, str)
    }
    if not values or isinstance(read_count(text), int) or _heads_periods(heading, values):
        return None
    if not (_heads(heading) or _may_head(text, heading)) or any(
        _is_heading(cell) or counts_people(cell) for cell in _before_the_sum(list(values.values()))
    ):
        return None
    return _Line(row, first + at, text.rstrip(": "), heading, values)


def _heads(heading: Heading) -> bool:
    """Whether words can be the heading of a column: they say more than the name of a unit or a period."""
    return bool(heading.fields) and not (heading.unit or (heading.period and not heading.kind))


def _before_the_sum(cells: list[Cell]) -> list[Cell]:
    """The cells of a line without the heading of their sum, where it ends them."""
    return cells[:-1] if len(cells) > 1 and is_total(words(cells[-1])) else cells


def _heads_periods(heading: Heading, values: dict[int, Cell]) -> bool:
    """Whether a line has what the rows below it are ("Loại hoạt động") beside nothing but periods: it heads them."""
    return bool(ITEMS.intersection(heading.fields)) and all(
        isinstance(cell, str) and find_period(cell) for cell in values.values()
    )


def _may_head(text: str, heading: Heading) -> bool:
    """Whether unknown words can be a heading among known ones; a signature is none."""
    return not (heading.fields or heading.unit or heading.period or ends_table(text))


def _is_heading(cell: Cell) -> bool:
    if not isinstance(cell, str) or isinstance(read_count(cell), int):
        return False
    part = read_part(cell)
    # "Trực tiếp và trực tuyến" is a form, if not one alone.
    if not part.fields or part.kind or part.audience or part.unit or find_delivery(cell):
        return False
    return not (find_period(cell) or find_organisation(cell) or resolve(clean(cell), Era.UNKNOWN).code)


def _goes_on(run: list[_Line], line: _Line) -> bool:
    first = run[0]
    if line.label != first.label or min(line.values) not in first.values:
        return False
    # The heading of places again: the next form begins.
    fields = line.heading.fields[:1]
    return fields != first.heading.fields[:1] or fields[0] not in _PLACES


def _table(run: list[_Line], above: dict[int, str], facts: bool) -> list[Turned]:
    run = run[: max((i for i, line in enumerate(run) if line.heading.fields), default=-1) + 2]
    known = [line for line in run if line.heading.fields]
    if len(known) < (_FEWEST_FACTS if facts else _FEWEST) or 3 * len(known) < 2 * len(run):
        return []
    columns = sorted({number for line in run for number in line.values})
    firsts = [line.heading.fields[0] for line in known]
    figures = [line for line in known if _counts(line)]
    contact = any(f in _CONTACT for f in firsts) and any("name" in line.heading.fields for line in known)
    told = [line for line in known if line.heading.fields[0] in _WORDS and _words_below(line)]
    if not (told or facts) or not (figures or contact):
        return []
    units = firsts[0] == "title" and "period" in firsts and _names_units(run[0])
    if len(columns) > 1 and not (
        _across(run[0], columns, "start_date" in firsts or units) and read_part(run[0].text).strong
    ):
        return []
    rows = tuple(line.row for line in run)
    inside = {n: t for n, t in above.items() if rows[0] < n < rows[-1]}
    return [Turned(rows, run[0].label, tuple(columns), inside)]


def _names_units(line: _Line) -> bool:
    told = [clean(words(cell)) for cell in _before_the_sum(list(line.values.values()))]
    return all(resolve(text, Era.UNKNOWN).code or find_organisation(text) for text in told)


def _counts(line: _Line) -> bool:
    first = line.heading.fields[0]
    if names_period([line.text, *line.values.values()]):
        return False
    if first == "audience":
        return all(read_numbered(words(cell)) for cell in line.values.values())
    return (is_figure_field(first) or "count" in line.heading.fields) and all(
        isinstance(read_count(cell), int) for cell in line.values.values()
    )


def _words_below(line: _Line) -> bool:
    return any(
        isinstance(cell, date) or (isinstance(cell, str) and not isinstance(read_count(cell), int))
        for cell in line.values.values()
    )


def _across(line: _Line, columns: list[int], dated: bool) -> bool:
    """Whether the first line of a wider table places each column: by its unit, its period, its day, its name
    (`dated`: a line below has days)."""
    first = line.heading.fields[0]
    if first not in _PLACES or set(line.values) != set(columns):
        return False
    cells = _before_the_sum(list(line.values.values()))
    told = [clean(words(cell)) for cell in cells]
    if first == "unit":
        return _names_units(line)
    if first in ("period", "start_date"):
        return all(isinstance(cell, date | int) or find_period(words(cell)) for cell in cells)
    # Below "Nội dung" stand facts, unless each has its day.
    return dated if first == "title" else len(set(told)) == len(told)


def turned_view(view: GridView) -> GridView:
    """The sheet with rows as columns; numbers stay those of the sheet, so that row 3 there is column C here."""
    sheet = view.sheet
    width = max((len(row) for row in sheet.rows), default=0)
    rows: list[list[Cell]] = [[row[i] if i < len(row) else None for row in sheet.rows] for i in range(width)]
    return GridView(_swapped(sheet, rows), turned=True, places=view.places)


def _swapped(sheet: Sheet, rows: list[list[Cell]]) -> Sheet:
    return replace(
        sheet,
        rows=rows,
        first_row=sheet.first_column,
        first_column=sheet.first_row,
        merges=tuple((left, top, right, bottom) for top, left, bottom, right in sheet.merges),
        hidden_rows=sheet.hidden_columns,
        hidden_columns=sheet.hidden_rows,
        formulas_without_value=frozenset((column, row) for row, column in sheet.formulas_without_value),
        legacy_fonts={(column, row): font for (row, column), font in sheet.legacy_fonts.items()},
    )
