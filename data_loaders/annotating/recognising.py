"""The sheet of findings that stands in front of an annotated workbook and the remarks pinned to its cells, and how
they are known again."""

from data_loaders.reading.grid import Sheet
from program.text import clean

NAME = "Cần sửa"
# Stands in the sheet's first cell; with the name it tells our sheet from one that a unit made.
TITLE = "Danh sách ô cần sửa trong tệp này (Chương trình 830)"
# Who pins our remarks to cells, and what stands before their words.
AUTHOR = "Chương trình 830"
LEAD = f"{AUTHOR}:\n"


def is_list_of_findings(sheet: Sheet) -> bool:
    """Whether a sheet is the list that `annotated` put in front: it holds no figures of the unit."""
    return (
        clean(sheet.name).startswith(NAME)
        and (sheet.first_row, sheet.first_column) == (1, 1)
        and isinstance(sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None, str)
        and clean(str(sheet.rows[0][0])) == TITLE
    )
