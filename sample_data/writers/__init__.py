"""Sheets to bytes, one module a format. The same sheets give the same bytes, whatever the day."""

from collections.abc import Callable

from sample_data.model import Sheet
from sample_data.writers import by_openpyxl, by_xlsxwriter, csv_text, ods, xls

WRITERS: dict[str, Callable[[list[Sheet]], bytes]] = {
    "openpyxl": by_openpyxl.to_bytes,
    "xlsxwriter": by_xlsxwriter.to_bytes,
    "xls": xls.to_bytes,
    "ods": ods.to_bytes,
    "csv": csv_text.to_bytes,
}
