"""Styles of an .xlsb that show of a day its month and year alone.

Layouts: [MS-XLSB] 2.4 (BrtFmt 44, BrtXF 47, BrtBeginCellXFs 617, BrtEndCellXFs 618).
"""

from data_loaders.reading.xlsb.records import records, text_at
from data_loaders.reading.xlsx.styles import MONTH_AND_YEAR, shows_month_alone

_FORMAT, _STYLE, _BEGIN_STYLES, _END_STYLES = 44, 47, 617, 618


def month_styles(styles: bytes) -> frozenset[int]:
    """The numbers of these styles, of the part `styles.bin`. Raises Unreadable (corrupt)."""
    formats, used, of_cells = {int(MONTH_AND_YEAR)}, list[int](), False
    for kind, body in records(styles):
        if kind == _FORMAT and len(body) > 2 and shows_month_alone(text_at(body, 2)[0]):
            formats.add(int.from_bytes(body[:2], "little"))
        elif kind in (_BEGIN_STYLES, _END_STYLES):
            of_cells = kind == _BEGIN_STYLES
        elif kind == _STYLE and of_cells and len(body) >= 4:
            used.append(int.from_bytes(body[2:4], "little"))
    return frozenset(number for number, form in enumerate(used) if form in formats)
