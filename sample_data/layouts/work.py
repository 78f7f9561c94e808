"""The focal agency's list of documents issued and tasks passed on: invented numbers and words."""

from datetime import date, timedelta

from program import units
from program.units import BREAK
from program.work.tasks import STATE_LABELS, State
from sample_data import story
from sample_data.layouts.parts import table
from sample_data.model import DEMO_NOTE, Book, Cell, Sheet

_PLAN, _LETTER = "Kế hoạch", "Công văn"
_YEARS = (2022, 2023, 2024, 2025)
_DUTIES = (
    ("Mở lớp cho cha mẹ, người chăm sóc trẻ", "UBND các phường, xã", 210),
    ("Rà soát trẻ em ngoài trường học và mời tham gia lớp", "Phòng Giáo dục và Đào tạo", 150),
)
# The units of today that wrote tasks down, and what became of their two: done, begun, or past its day.
_NOW = (("20242", 2), ("20263", 1), ("20209", 0), ("20285", 2), ("20200", 1))
_ASKED, _DUE = date(2025, 9, 8), date(2025, 12, 1)


def book() -> Book:
    """Văn bản, nhiệm vụ: one sheet each."""
    return Book("van-ban-nhiem-vu.xlsx", "openpyxl", [_documents(), _tasks()])


def _documents() -> Sheet:
    rows = []
    for year in _YEARS:
        for place, unit in enumerate(story.DISTRICTS):
            day = date(year, 1, 10) + timedelta(days=3 * place)
            rows.append(_document(unit, place + 1, day, _PLAN, f"Triển khai Chương trình 830 năm {year}"))
    for place, (unit, _) in enumerate(_NOW):
        subject = "Tiếp tục triển khai Chương trình 830 tại phường"
        rows.append(_document(unit, place + 1, _ASKED - timedelta(days=7), _LETTER, subject))
    heads = {
        "STT": 5,
        "Đơn vị": 30,
        "Số, ký hiệu": 22,
        "Ngày ban hành": 14,
        "Loại văn bản": 16,
        "Trích yếu": 56,
    }
    numbered = [[Cell(i, "center"), *row] for i, row in enumerate(rows, 1)]
    notes = [
        "VĂN BẢN ĐÃ BAN HÀNH VỀ CHƯƠNG TRÌNH 830",
        f"{DEMO_NOTE}: số, ngày và trích yếu do người lập đặt ra",
    ]
    return table("Văn bản", notes, heads, numbered)


def _document(unit: str, number: int, day: date, form: str, subject: str) -> list[Cell]:
    sign = "KH" if form == _PLAN else "CV"
    return [
        Cell(_name(unit, day)),
        Cell(f"{number:02}/{sign}-MH"),
        Cell(day, "date"),
        Cell(form),
        Cell(subject),
    ]


def _tasks() -> Sheet:
    rows = []
    for year in _YEARS:
        for place, unit in enumerate(story.DISTRICTS):
            asked = date(year, 1, 20) + timedelta(days=3 * place)
            for duty, to, days in _DUTIES:
                due = min(asked + timedelta(days=days), date(2025, 6, 27))
                rows.append(_task(unit, f"{duty}, năm {year}", to, asked, due, due - timedelta(days=9)))
    for unit, done in _NOW:
        for place, (duty, _, _) in enumerate(_DUTIES):
            when = _DUE - timedelta(days=12) if place < done else None
            rows.append(_task(unit, duty, "Các tổ dân phố, trường trên địa bàn", _ASKED, _DUE, when))
    heads = {
        "STT": 5,
        "Đơn vị giao": 30,
        "Nội dung nhiệm vụ": 52,
        "Giao cho": 34,
        "Ngày giao": 12,
        "Hạn hoàn thành": 14,
        "Tình trạng": 18,
        "Ngày hoàn thành": 16,
    }
    numbered = [[Cell(i, "center"), *row] for i, row in enumerate(rows, 1)]
    notes = ["NHIỆM VỤ ĐÃ GIAO CHO ĐƠN VỊ TRỰC THUỘC", f"{DEMO_NOTE}: nhiệm vụ và ngày do người lập đặt ra"]
    return table("Nhiệm vụ", notes, heads, numbered)


def _task(unit: str, duty: str, to: str, asked: date, due: date, done: date | None) -> list[Cell]:
    state = State.DONE if done else State.IN_PROGRESS
    return [
        Cell(_name(unit, asked)),
        Cell(duty),
        Cell(to),
        Cell(asked, "date"),
        Cell(due, "date"),
        Cell(STATE_LABELS[state]),
        Cell(done, "date"),
    ]


def _name(unit: str, day: date) -> str:
    found = units.label(unit, with_type=True)
    return f"{found} (mới)" if day >= BREAK and found.startswith("Phường") else found
