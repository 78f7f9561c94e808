"""The last results of formulas, put back into a workbook that openpyxl saved without them; parts in Office's form.

With them the file can be handed in again as it is; Excel works them out anew when it opens the file.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from openpyxl.utils.datetime import to_excel

from data_loaders.annotating.xlsx import office_form
from data_loaders.reading import references
from data_loaders.reading.grid import Cell, CellError, Sheet

_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"((?: s="[0-9]+")?)>(<f[^<>]*/>|<f[^<>]*>[^<]*</f>)<v(?: ?/>|></v>)</c>'
)


def restored(saved: bytes, sheets: Sequence[Sheet | None], epoch: datetime.datetime) -> bytes:
    """The workbook with the results. `sheets` are what was read from the original, in the order of the
    worksheets in `saved` (None for one that is new); `epoch` is the day from which its dates count."""
    parts = {f"xl/worksheets/sheet{i}.xml": sheet for i, sheet in enumerate(sheets, 1) if sheet}
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved)) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            raw = before.read(name)
            filled = _filled(raw, parts[name], epoch) if name in parts else raw
            after.writestr(name, office_form.mended(name, filled))
    return out.getvalue()


def _filled(raw: bytes, sheet: Sheet, epoch: datetime.datetime) -> bytes:
    def result(match: re.Match[bytes]) -> bytes:
        row, column = references.cell(match[1].decode()) or (0, 0)
        if (row, column) in sheet.formulas_without_value:
            return match[0]
        kind, text = _stored(_value(sheet, row, column), epoch)
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (match[1], match[2], kind, match[3], escape(text).encode())

    return _FORMULA.sub(result, raw)


def _value(sheet: Sheet, row: int, column: int) -> Cell:
    down, right = row - sheet.first_row, column - sheet.first_column
    if 0 <= down < len(sheet.rows) and 0 <= right < len(sheet.rows[down]):
        return sheet.rows[down][right]
    return None


def _stored(value: Cell, epoch: datetime.datetime) -> tuple[bytes, str]:
    """The mark of a value's type and its text, as a sheet's XML has them."""
    if isinstance(value, bool):
        return b' t="b"', str(int(value))
    if isinstance(value, int | float):
        return b"", repr(value)
    if isinstance(value, CellError):
        return b' t="e"', value.text
    if value is None or isinstance(value, str):
        return b' t="str"', value or ""
    return b"", repr(to_excel(value, epoch))
