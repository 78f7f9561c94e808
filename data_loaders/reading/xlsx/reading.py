"""Reading .xlsx and .xlsm: examined parts are packed anew for calamine, everything else is left behind.

Macros, links to other files, queries, pictures and whatever else a workbook may carry never reach
any reader.
"""

from itertools import count

import python_calamine

from data_loaders.reading import archive as archives
from data_loaders.reading import layout, references, refusals, sheets
from data_loaders.reading.archive import Archive
from data_loaders.reading.facts import Facts
from data_loaders.reading.grid import Cell, CellError, Limits, Workbook
from data_loaders.reading.layout import Grid
from data_loaders.reading.xlsx import comments as xlsx_comments
from data_loaders.reading.xlsx import sheet as xlsx_sheet
from data_loaders.reading.xlsx import survey as xlsx_survey
from data_loaders.reading.xlsx import workbook as xlsx_workbook
from data_loaders.reading.xlsx.distinct import Distinct
from data_loaders.reading.xlsx.gathering import Placed
from data_loaders.reading.xlsx.sheet import Rewritten
from data_loaders.reading.xlsx.strings import SharedTexts, footnotes_raised
from data_loaders.reading.xlsx.styles import LegacyFonts, legacy_fonts, month_styles


def read(archive: Archive, workbook: str, limits: Limits) -> Workbook:
    """The workbook whose main part is `workbook`. Raises Unreadable."""
    listed = xlsx_workbook.contents(archive, workbook)
    styles = _optional(archive, listed.styles)
    raw_texts = _optional(archive, listed.shared)
    fonts = legacy_fonts(styles, raw_texts)
    distinct = Distinct()
    looks: list[Placed | Rewritten] = []
    room = limits.cells
    for entry in listed.sheets:
        look = _look(entry.name, archive.read(entry.part), limits, fonts, distinct)
        look.facts.hidden = entry.hidden
        look.facts.comments = xlsx_comments.comments(archive, entry.part)
        looks.append(look)
        room -= look.facts.count
        if room < 0:
            raise refusals.wide_sheet(entry.name, None)
    rewritten = [look for look in looks if isinstance(look, Rewritten)]
    given = len(distinct) + sum(look.facts.count for look in rewritten)
    texts = SharedTexts(raw_texts, given) if raw_texts else None
    opened = _opened(
        [distinct.markup(), *(look.markup for look in rewritten)], styles, texts, listed.date1904
    )
    with opened:
        number = count()
        cells = distinct.read(opened.get_sheet_by_index(next(number)), texts, month_styles(styles))
        found = []
        for entry, look in zip(listed.sheets, looks, strict=True):
            fit = isinstance(look, Placed) and cells.longest <= limits.text_length
            if isinstance(look, Placed):
                grid = look.cells.grid(cells)
            else:
                grid = sheets.calamine_grid(opened.get_sheet_by_index(next(number)))
                if texts:
                    texts.restore(grid[0])
                grid = _spread(entry.name, grid, look, limits) if look.rows else _finish(grid, look.facts)
            found.append(sheets.sheet(entry.name, grid, look.facts, limits, texts_fit=fit))
    return Workbook(tuple(found))


def _opened(
    markup: list[bytes], styles: bytes | None, texts: SharedTexts | None, date1904: bool
) -> python_calamine.CalamineWorkbook:
    parts = xlsx_workbook.minimal(markup, styles, texts.markup if texts else None, date1904)
    return python_calamine.load_workbook(archives.pack(parts))


def _optional(archive: Archive, part: str | None) -> bytes | None:
    raw = archive.read(part) if part else None
    if raw and b"<!DOCTYPE" in raw:
        raise refusals.unsafe("DOCTYPE")
    return raw


def _look(
    name: str, raw: bytes, limits: Limits, fonts: LegacyFonts, distinct: Distinct
) -> Placed | Rewritten:
    """The fast look where it is enough; where old fonts are about, each cell must be seen."""
    raw = footnotes_raised(xlsx_survey.without_prefix(raw))
    found = None if fonts else xlsx_survey.survey(raw, limits, distinct)
    if found is None:
        return xlsx_sheet.look(name, raw, limits, fonts)
    facts, cells = found
    return Placed(facts, cells) if cells else Rewritten(facts, raw, [], [])


def _finish(grid: Grid, facts: Facts) -> Grid:
    rows, first_row, first_column = grid
    for (row, column), text in facts.errors.items():
        rows[row - first_row][column - first_column] = CellError(text)
    return layout.rectangle(rows, first_row, first_column)


def _spread(name: str, grid: Grid, look: Rewritten, limits: Limits) -> Grid:
    """Cells that stood row beside row, at the rows and columns that they came from."""
    rows, first_row, first_column = grid
    columns = look.columns[first_column - 1 :]
    ragged: dict[int, list[Cell]] = {}
    length = 0
    for number, row in zip(look.rows[first_row - 1 :], rows, strict=False):
        filled = [(column, value) for column, value in zip(columns, row, strict=False) if value is not None]
        spread: list[Cell] = [None] * max((column for column, _ in filled), default=0)
        length += len(spread)
        if length > limits.area:
            raise refusals.wide_sheet(name, references.name(number, len(spread)))
        for column, value in filled:
            spread[column - 1] = value
        ragged[number] = spread
    for (error_row, error_column), text in look.facts.errors.items():
        ragged[error_row][error_column - 1] = CellError(text)
    return layout.lay_out(name, ragged, limits)
