"""How the sheets of an .xls are laid out: widths, heights, what is hidden, merged areas, panes, the view."""

from collections.abc import Iterator

from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet
from xlrd.sheet import Colinfo
from xlrd.sheet import Sheet as OldSheet

from data_loaders.annotating.xls.styles import USUAL, Forms
from data_loaders.reading import references

_STATES = ("visible", "hidden", "veryHidden")
# Widths are counted in the 256th part of a letter, heights in the twentieth part of a point.
_LETTER, _POINT = 256, 20
_USUAL_WIDTH, _MARGIN = 8, 0.7109375
_HIGHEST, _WIDEST, _DEEPEST = 409, 255, 7
_ZOOMS = range(10, 401)


def lay_out(source: OldSheet, sheet: Worksheet, forms: Forms, tab: int | None) -> None:
    """Gives `sheet` the layout of `source`; its merged areas, too, which must come before its cells. `tab` is the
    number of its tab's colour."""
    sheet.sheet_state = _STATES[source.visibility] if source.visibility in range(3) else "visible"
    _columns(source, sheet, forms)
    _rows(source, sheet, forms)
    for top, bottom, left, right in source.merged_cells:
        if (bottom - top) * (right - left) > 1:
            sheet.merge_cells(start_row=top + 1, end_row=bottom, start_column=left + 1, end_column=right)
    sheet.sheet_properties.tabColor = forms.colour(tab) if tab is not None else None
    _view(source, sheet)


def _columns(source: OldSheet, sheet: Worksheet, forms: Forms) -> None:
    usual = source.standardwidth / _LETTER if source.standardwidth else None
    if usual is None and source.defcolwidth not in (None, _USUAL_WIDTH):
        usual = source.defcolwidth + _MARGIN
    sheet.sheet_format.defaultColWidth = usual
    for first, last, told in _spans(source.colinfo_map):
        letter = references.letters(first)
        column = ColumnDimension(
            sheet, index=letter, min=first, max=last, width=min(told.width / _LETTER, _WIDEST),
            hidden=bool(told.hidden) or not told.width, outlineLevel=min(told.outline_level, _DEEPEST),
        )  # fmt: skip
        if told.xf_index not in (USUAL, -1):
            forms.put(column, told.xf_index)
        sheet.column_dimensions[letter] = column


def _spans(told: dict[int, Colinfo]) -> Iterator[tuple[int, int, Colinfo]]:
    """First and last column of each span that has one form, counted from 1."""
    start: int | None = None
    for column in sorted(told):
        if start is None:
            start = column
        if told.get(column + 1) is not told[column]:
            yield start + 1, column + 1, told[column]
            start = None


def _rows(source: OldSheet, sheet: Worksheet, forms: Forms) -> None:
    if source.default_row_height:
        sheet.sheet_format.defaultRowHeight = min(source.default_row_height / _POINT, _HIGHEST)
        sheet.sheet_format.customHeight = bool(source.default_row_height_mismatch) or None
    sheet.sheet_format.zeroHeight = bool(source.default_row_hidden) or None
    for number, told in source.rowinfo_map.items():
        row = sheet.row_dimensions[number + 1]
        if told.height and not told.has_default_height and told.height != source.default_row_height:
            row.height = min(told.height / _POINT, _HIGHEST)
        row.hidden = bool(told.hidden)
        row.outlineLevel = min(told.outline_level, _DEEPEST)
        if told.has_default_xf_index and told.xf_index not in (USUAL, -1):
            forms.put(row, told.xf_index)


def _view(source: OldSheet, sheet: Worksheet) -> None:
    view = sheet.sheet_view
    view.showGridLines = bool(source.show_grid_lines)
    view.showRowColHeaders = bool(source.show_sheet_headers)
    view.showZeros = bool(source.show_zero_values)
    view.rightToLeft = bool(source.columns_from_right_to_left) or None
    if source.show_in_page_break_preview:
        view.view = "pageBreakPreview"
        zoom = source.cooked_page_break_preview_mag_factor
    else:
        zoom = source.cooked_normal_view_mag_factor
    if zoom in _ZOOMS and zoom != 100:
        view.zoomScale = zoom
    if source.panes_are_frozen and (source.horz_split_pos or source.vert_split_pos):
        down = source.first_visible_rowx + source.horz_split_pos if source.horz_split_pos else 0
        right = source.first_visible_colx + source.vert_split_pos if source.vert_split_pos else 0
        sheet.freeze_panes = references.name(down + 1, right + 1)
