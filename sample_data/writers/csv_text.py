"""The first sheet as .csv as Excel with Vietnamese settings saves it: semicolons, UTF-8 with BOM."""

import csv
import io
from datetime import date

from sample_data.model import Sheet


def to_bytes(sheets: list[Sheet]) -> bytes:
    """The bytes of the text file."""
    (sheet,) = sheets
    width = max(len(row) for row in sheet.rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for row in sheet.rows:
        values = [f"{c.value:%d/%m/%Y}" if isinstance(c.value, date) else c.value for c in row]
        writer.writerow(["" if v is None else v for v in values] + [""] * (width - len(values)))
    return out.getvalue().encode("utf-8-sig")
