"""The defined names of an .xls, and what its formulas may point to."""

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet
from xlrd import Book
from xlrd.formula import get_externsheet_local_range

from data_loaders.annotating.xls import functions, tokens
from data_loaders.annotating.xls.functions import Untold
from data_loaders.annotating.xls.records import Name
from data_loaders.annotating.xls.tokens import Around, Part

# What xlrd says of a sheet that a formula points to: none at all (a name of the workbook), or an add-in.
_NO_SHEET, _ADD_IN = -1, -5
_MOST = 2_000
# Excel's own names, by their only sign: [MS-XLS] 2.4.150.
_PRINT_AREA, _PRINT_TITLES, _FILTERED = "\x06", "\x07", "\x0d"
_CELLS = re.compile(r"\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?")
_AREA = re.compile(r"\$[A-Z]+(\$\d+)?(:\$[A-Z]+(\$\d+)?)?|\$\d+:\$\d+")
_NAME = re.compile(r"[^\W\d][\w.]{0,254}")


def take(source: Book, told: Sequence[Name | None], book: Workbook) -> Around:
    """Writes the names that the file tells into `book`, whose sheets are those of `source`, and gives what formulas may point to: names
    that are not kept are not in it."""
    names: dict[int, Part] = {}

    def sheets(number: int) -> str | None:
        first, last = get_externsheet_local_range(source, number)
        if first < 0 or last >= len(book.worksheets):
            return None
        one, other = book.worksheets[first].title, book.worksheets[last].title
        return str(quote_sheetname(one if first == last else f"{one}:{other}"))

    def outside(number: int, name: int) -> Part | None:
        where = get_externsheet_local_range(source, number)[0]
        if where == _ADD_IN:
            return _function(source.addin_func_names[name - 1])
        return names.get(name) if where >= _NO_SHEET else None

    around = Around(sheets, names, outside)
    # A name may stand for another one that comes later: what such a name means is not looked into.
    for number, name in enumerate(told[:_MOST], 1):
        part = _kept(name, around, book) if name is not None else None
        if part is not None:
            names[number] = part
    return around


def _kept(name: Name, around: Around, book: Workbook) -> Part | None:
    """Writes a name into the workbook; gives what stands for it in formulas, if it is kept."""
    if name.name.startswith(functions.NEWER_LEAD):
        return _function(name.name.removeprefix(functions.NEWER_LEAD))
    try:
        meant = tokens.text(name.tokens, name.extra, around, fixed=True) if name.plain else None
    except Untold:
        return None
    if not meant:
        return None
    sheet = None if name.sheet is None else book.worksheets[name.sheet]
    if name.built_in:
        if sheet is not None:
            _built_in(name.name, meant, sheet)
        return None
    if not _NAME.fullmatch(name.name):
        return None
    defined = DefinedName(name.name, attr_text=meant, hidden=name.hidden or None)
    if sheet is None:
        book.defined_names.add(defined)
        return Part(name.name)
    sheet.defined_names.add(defined)
    return Part(f"{quote_sheetname(sheet.title)}!{name.name}")


def _function(name: str) -> Part | None:
    function = functions.named(name)
    return None if function is None else Part(function, called=True)


def _built_in(sign: str, meant: str, sheet: Worksheet) -> None:
    """What of a sheet is printed, which rows and columns on every page, and what is filtered."""
    prefix = f"{quote_sheetname(sheet.title)}!"
    areas = [
        area.removeprefix(prefix) for area in meant.removeprefix("(").removesuffix(")").split(f",{prefix}")
    ]
    if not meant.startswith((prefix, f"({prefix}")) or not all(map(_AREA.fullmatch, areas)):
        return
    if sign == _PRINT_AREA and all(map(_CELLS.fullmatch, areas)):
        sheet.print_area = ",".join(areas)
    elif sign == _PRINT_TITLES:
        for area in areas:
            plain = area.replace("$", "")
            if plain.replace(":", "").isdigit():
                sheet.print_title_rows = plain
            elif plain.replace(":", "").isalpha():
                sheet.print_title_cols = plain
    elif sign == _FILTERED and len(areas) == 1:
        sheet.auto_filter.ref = areas[0].replace("$", "")
