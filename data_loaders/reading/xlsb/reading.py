"""Reading .xlsb (Excel's binary workbook): values from calamine, the rest from the file's own records.

Runs in the process that `separate` starts. Formulas without a stored value and fonts are not looked at.
"""

import python_calamine

from data_loaders.reading import archive as archives
from data_loaders.reading import refusals, sheets
from data_loaders.reading.archive import Archive
from data_loaders.reading.grid import Limits, Workbook
from data_loaders.reading.xlsb import records as xlsb_records
from data_loaders.reading.xlsb.months import month_styles
from data_loaders.reading.xlsx import comments as xlsx_comments
from data_loaders.reading.xlsx import workbook as xlsx_workbook

_NEEDED = (".bin", ".rels", "[content_types].xml")


def read(raw: bytes, limits: Limits) -> Workbook:
    """All worksheets. Raises Unreadable: corrupt, unsafe, or too_large with the farthest cell."""
    archive = Archive(raw, limits)
    workbook = xlsx_workbook.main_part(archive)
    if workbook is None:
        raise refusals.corrupt()
    relations = xlsx_workbook.relations(archive, workbook)
    styles = next((part for kind, part in relations.values() if kind == "styles" and part in archive), None)
    months = month_styles(archive.read(styles)) if styles else frozenset()
    known = []
    for name, relation, hidden in xlsb_records.sheets(archive.read(workbook)):
        kind, part = relations.get(relation, ("", ""))
        if kind == "worksheet":
            facts = xlsb_records.facts(name, archive.read(part), hidden, limits, months)
            facts.comments = xlsx_comments.comments(archive, part)
            known.append((name, facts))
    needed = [name for name in archive.names() if name.casefold().endswith(_NEEDED)]
    packed = archives.pack({name: archive.read(name) for name in needed})
    with python_calamine.load_workbook(packed) as opened:
        found = [
            sheets.calamine_sheet(name, opened.get_sheet_by_name(name), facts, limits)
            for name, facts in known
        ]
    return Workbook(tuple(found))
