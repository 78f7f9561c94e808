"""From the bytes of any spreadsheet to grids of typed cells, whatever the file holds.

What a file is follows from its content. Its name decides one case only: plain words without any column
are a list of one column where the name says CSV, and no spreadsheet where it promises a workbook. Nothing
in a file is run or fetched.
"""

from pathlib import PurePath

from data_loaders.reading import delimited, failures, kinds, refusals, separate
from data_loaders.reading.archive import Archive
from data_loaders.reading.grid import Cell, CellError, Limits, Sheet, Unreadable, Workbook
from data_loaders.reading.kinds import Kind
from data_loaders.reading.ods import reading as ods
from data_loaders.reading.xlsx import workbook as xlsx_workbook

_LIMITS = Limits()
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
__all__ = ["Cell", "CellError", "Limits", "Sheet", "Unreadable", "Workbook", "read"]


def read(file_name: str, raw: bytes, limits: Limits = _LIMITS) -> Workbook:
    """The sheets of a .xlsx, .xlsm, .xlsb, .xls, .ods or .csv file.

    `file_name` names the one sheet of a CSV, and tells plain words from a list of one column. Raises Unreadable, and nothing else, for a file
    that is no spreadsheet, is damaged, encrypted, too large or unsafe.
    """
    if len(raw) > limits.file_bytes:
        raise refusals.heavy_file(len(raw), limits.file_bytes)
    with failures.refused():
        found = kinds.kind(raw)
        if found is Kind.TEXT:
            return _read_text(PurePath(file_name), raw, limits)
        if found is Kind.COMPOUND:
            return separate.read(raw, limits)
        return _read_archive(raw, limits)


def _read_text(name: PurePath, raw: bytes, limits: Limits) -> Workbook:
    book = delimited.read(name.stem or "CSV", raw, limits)
    if name.suffix.lower() in _WORKBOOKS and all(len(row) < 2 for sheet in book.sheets for row in sheet.rows):
        raise refusals.other_kind("tệp văn bản")
    return book


def _read_archive(raw: bytes, limits: Limits) -> Workbook:
    archive = Archive(raw, limits)
    if kinds.is_ods(archive):
        return ods.read(archive, limits)
    workbook = xlsx_workbook.main_part(archive)
    if workbook is None or "/word/" in f"/{workbook}" or "/ppt/" in f"/{workbook}":
        raise kinds.other_archive(archive)
    if workbook.endswith(".bin"):
        return separate.read(raw, limits)
    # With numpy, which the process that reads a .xls or .xlsb need not load.
    from data_loaders.reading.xlsx import reading as xlsx

    return xlsx.read(archive, workbook, limits)
