"""The focal agency's list of contacts: invented officials, some changed, some missing."""

from datetime import date

from program import units
from program.text import written_day
from program.units import BREAK
from sample_data import story
from sample_data.layouts.parts import table
from sample_data.model import DEMO_NOTE, Book, Cell

_NAMED_BY = "Công văn cử đầu mối (minh họa)"
_FIRST, _CHANGED = date(2022, 5, 30), date(2024, 3, 4)
_AFTER, _CONFIRMED = date(2025, 7, 15), date(2026, 3, 2)
_ORGANISATIONS = ("SO-GDDT", "TD", "HLHPN", "CA-TP")
_ENDED = f"{_NAMED_BY}, thôi làm đầu mối từ ngày {written_day(BREAK)}"
# A district whose contact changed; one whose contact nobody ended; new wards that named nobody; new wards whose
# contact was never confirmed.
_CHANGES, _LEFT = "490", "497"
_NOBODY = (*sorted(story.SILENT_COMMUNES), "20197")
_OLD_WORD = ("20200", "20332")


def book() -> Book:
    """Đầu mối: every name, number and address is made so that nobody can have it."""
    rows: list[list[Cell]] = []
    for unit in story.DISTRICTS:
        document = _NAMED_BY if unit == _LEFT else _ENDED
        if unit == _CHANGES:
            rows.append(_row(len(rows) + 1, unit, _FIRST, "Chuyên viên Phòng Văn hóa và Thông tin"))
        since = _CHANGED if unit == _CHANGES else _FIRST
        rows.append(_row(len(rows) + 1, unit, since, "Phó Trưởng phòng Văn hóa và Thông tin", document))
    rows += [_row(len(rows) + i, unit, _FIRST, "Chuyên viên") for i, unit in enumerate(_ORGANISATIONS, 1)]
    for unit in (u for u in story.COMMUNES if u not in _NOBODY):
        since = _AFTER if unit in _OLD_WORD else _CONFIRMED
        rows.append(_row(len(rows) + 1, unit, since, "Công chức Phòng Văn hóa - Xã hội"))
    heads = {
        "STT": 5,
        "Đơn vị": 30,
        "Họ và tên đầu mối": 30,
        "Chức vụ": 40,
        "Điện thoại": 16,
        "Thư điện tử": 30,
        "Từ ngày": 12,
        "Văn bản": 34,
    }
    notes = ["DANH SÁCH ĐẦU MỐI CHƯƠNG TRÌNH 830", f"{DEMO_NOTE}: không có người nào như vậy"]
    return Book("dau-moi.xlsx", "openpyxl", [table("Đầu mối", notes, heads, rows)])


def _row(number: int, unit: str, since: date, position: str, document: str = _NAMED_BY) -> list[Cell]:
    found = units.label(unit, with_type=True)
    return [
        Cell(number, "center"),
        Cell(f"{found} (mới)" if since >= BREAK and found.startswith("Phường") else found),
        Cell(f"Đầu Mối Minh Họa {number:02}"),
        Cell(position),
        # No network gives out numbers that begin with 0000, and .example is nobody's (RFC 2606).
        Cell(f"0000 000 {number:03}"),
        Cell(f"dau-moi-{number:02}@minh-hoa.example"),
        Cell(since, "date"),
        Cell(document),
    ]
