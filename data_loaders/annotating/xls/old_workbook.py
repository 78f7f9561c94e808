"""The user's own .xls (Excel 97–2003) as a workbook of openpyxl: layout and formulas kept, to be marked as an .xlsx is.

Nothing in Python writes into an .xls and keeps its formulas, so it comes back as an .xlsx.
"""

from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from data_loaders.annotating.xls import cells, layout, names, opening, printing, records, validations
from data_loaders.annotating.xls.formulas import Formulas
from data_loaders.annotating.xls.records import Told
from data_loaders.annotating.xls.styles import Forms
from data_loaders.annotating.xlsx import own_workbook
from data_loaders.reading import refusals
from data_loaders.reading.grid import Sheet
from data_loaders.reading.xls import reading as xls
from program.contract import Issue

# Cells, rows and other records; so many take a third of the time and half of the memory that there is for them.
MOST_CELLS = 450_000
# Until then the letters and formulas of an .xls were others.
_EXCEL_97 = 80
_SAYS = (
    "Tệp gốc ở dạng .xls (Excel 97–2003); tệp này là bản .xlsx của tệp đó, giữ bố cục, định dạng và công thức. "
    "Hãy nộp lại tệp .xlsx này."
)


def annotate(
    raw: bytes, read: Sequence[Sheet], sheets: Mapping[str, Sheet], issues: Sequence[Issue]
) -> bytes:
    """The bytes of the marked .xlsx. `read` are all sheets of the file as `reading` has them, `sheets` those of the
    unit by the names that the findings use.

    Raises Unreadable, or anything that xlrd and openpyxl may raise, where the file cannot be taken this way.
    """
    book, notes = rebuilt(raw, read)
    own_workbook.take_off_earlier(book)
    return own_workbook.marked(book, sheets, issues, notes)


def rebuilt(raw: bytes, read: Sequence[Sheet]) -> tuple[Workbook, list[str]]:
    """The workbook, and what of the original it lacks, in words for its user."""
    stream = xls.stream(raw)
    told, names_told = records.told(stream, MOST_CELLS)
    source = opening.opened(stream)
    if not len(told) == source.nsheets == len(read):
        raise refusals.corrupt()
    book = Workbook()
    book.remove(book.active)
    book.epoch = CALENDAR_MAC_1904 if source.datemode else CALENDAR_WINDOWS_1900
    forms = Forms(source, book)
    for sheet in read:
        book.create_sheet(sheet.name)
    around = names.take(source, names_told, book) if source.biff_version >= _EXCEL_97 else None
    formulas, unchecked = Formulas(around), 0
    for old, sheet, said, known in zip(source.sheets(), book.worksheets, told, read, strict=True):
        layout.lay_out(old, sheet, forms, said.tab)
        printing.set_up(said.printing, old, sheet)
        cells.write(old, sheet, said, forms, formulas, known)
        unchecked += validations.write(said.validations, around, sheet)
    return book, [_SAYS, *_lacks(told, formulas.lost, unchecked, macros=xls.has_macros(raw))]


def _lacks(told: Sequence[Told], lost: int, unchecked: int, *, macros: bool) -> list[str]:
    left_out = [
        *(["hình vẽ, biểu đồ"] if any(sheet.drawn for sheet in told) else []),
        *(["định dạng có điều kiện"] if any(sheet.conditional for sheet in told) else []),
        *(["một số danh sách chọn, điều kiện nhập của ô"] if unchecked else []),
        *(["macro"] if macros else []),
    ]
    return [
        *([f"Tệp này không giữ {', '.join(left_out)} của tệp gốc."] if left_out else []),
        *(
            [f"{lost} công thức của tệp gốc (lấy số từ tệp khác, hàm riêng…) chỉ còn giữ giá trị."]
            if lost
            else []
        ),
    ]
