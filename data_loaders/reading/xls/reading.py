"""Reading .xls (Excel 97–2003): values and merges from calamine, the rest from the file's own records.

Runs in the process that `separate` starts. Whether a formula of an .xls has a stored value cannot be
told (every formula record holds one), and fonts are not looked at.
"""

import io

import olefile  # type: ignore[import-untyped]
import python_calamine

from data_loaders.reading import failures, refusals, sheets
from data_loaders.reading.grid import Limits, Workbook
from data_loaders.reading.xls import records as xls_records

_OTHERS = (
    ("WordDocument", "tệp Word (.doc)"),
    ("PowerPoint Document", "tệp trình chiếu PowerPoint (.ppt)"),
    ("__properties_version1.0", "thư điện tử Outlook (.msg)"),
    ("VisioDocument", "bản vẽ Visio"),
)


def read(raw: bytes, limits: Limits) -> Workbook:
    """All worksheets. Raises Unreadable: corrupt, encrypted, too_large, or not a workbook at all."""
    found = []
    known = xls_records.facts(stream(raw), limits)
    with python_calamine.load_workbook(io.BytesIO(raw)) as opened:
        worksheet = python_calamine.SheetTypeEnum.WorkSheet
        # In their order: the name of a sheet of Excel 95 is in the file's own code page.
        names = [sheet.name for sheet in opened.sheets_metadata if sheet.typ == worksheet]
        if len(names) != len(known):
            raise refusals.corrupt()
        for name, facts in zip(names, known, strict=True):
            source = opened.get_sheet_by_name(name)
            for (top, left), (bottom, right) in source.merged_cell_ranges or ():
                facts.merges.append((top + 1, left + 1, bottom + 1, right + 1))
            found.append(sheets.calamine_sheet(name, source, facts, limits))
    return Workbook(tuple(found))


def has_macros(raw: bytes) -> bool:
    """Whether a compound file holds macros."""
    with olefile.OleFileIO(io.BytesIO(raw)) as compound:
        return bool(compound.exists("_VBA_PROJECT_CUR"))


def stream(raw: bytes) -> bytes:
    """The records of the workbook in a compound file. Raises Unreadable for one that holds none."""
    try:
        with olefile.OleFileIO(io.BytesIO(raw)) as compound:
            if compound.exists("EncryptedPackage"):
                raise refusals.encrypted()
            for name in ("Workbook", "Book"):
                if compound.exists(name):
                    return bytes(compound.openstream(name).read())
            for name, what in _OTHERS:
                if compound.exists(name):
                    raise refusals.other_kind(what)
    except (OSError, ValueError, IndexError, TypeError) as error:
        raise failures.damaged(error) from error
    raise refusals.other_kind("tệp loại khác")
