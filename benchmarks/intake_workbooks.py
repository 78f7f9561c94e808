"""Workbooks of made-up activities as a district would send them, of any size: same seed, same bytes."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import xlsxwriter

from program import units
from program.periods import PROGRAMME_START
from program.vocabulary import KIND_LABELS, Kind

SEED = 830
HEADINGS = (
    "STT", "Ngày tổ chức", "Đơn vị", "Xã, phường", "Loại hoạt động", "Tên hoạt động", "Đơn vị tổ chức",
    "Tên trường", "Hình thức", "Trẻ em trong trường học", "Trẻ em ngoài trường học", "Cha mẹ, người chăm sóc",
    "Giáo viên", "Tổng lượt tham gia", "Trong đó nữ", "Ghi chú",
)  # fmt: skip
_TITLES = (
    "Kỹ năng an toàn trên mạng cho trẻ em",
    "Phòng chống bắt nạt trực tuyến",
    "Cha mẹ đồng hành cùng con trên môi trường mạng",
    "Nhận biết và báo cáo nội dung xấu độc",
    "Bảo vệ thông tin cá nhân của trẻ em",
)
_ORGANISERS = (
    "Phòng Giáo dục và Đào tạo",
    "Hội Liên hiệp Phụ nữ",
    "Đoàn Thanh niên",
    "Phòng Văn hóa và Thông tin",
)
_FORMS = ("Trực tiếp", "Trực tuyến", "Trực tiếp kết hợp trực tuyến")
_DATE, _UNIT, _PARENTS, _TOTAL = 1, 2, 11, 13
_DISTRICTS = [
    units.label(unit.code, with_type=True) for unit in units.reporting_units(units.BREAK - timedelta(days=1))
]
# The share of rows of a size that a person is asked about.
_UNUSUAL = 0.01
# Never written by hand, so that the same rows give the same bytes.
_MADE = datetime(2025, 6, 30, tzinfo=UTC).replace(tzinfo=None)

Cell = str | int | datetime | None


def make(path: Path, rows: int, *, sheets: int = 1, faulty: float = 0.0, seed: int = SEED) -> None:
    """Write a workbook of `rows` activities, spread evenly over `sheets` sheets; in the share `faulty` of
    the rows one cell is wrong: a day that does not exist, an unknown unit, a word or a negative number
    among the figures, parts that are more than the total."""
    draw = random.Random(seed)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": _MADE})
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        for number in range(sheets):
            page = book.add_worksheet(f"Trang {number + 1}" if sheets > 1 else "Hoạt động")
            page.write(0, 0, "DANH SÁCH HOẠT ĐỘNG BẢO VỆ TRẺ EM TRÊN MÔI TRƯỜNG MẠNG")
            page.write_row(2, 0, HEADINGS)
            page.set_column(1, 1, 12, days)
            for row in range(rows // sheets):
                cells = activity(draw, row + 1)
                if draw.random() < faulty:
                    _spoil(draw, cells)
                for column, cell in enumerate(cells):
                    if isinstance(cell, datetime):
                        page.write_datetime(row + 3, column, cell, days)
                    elif cell is not None:
                        page.write(row + 3, column, cell)


def activity(draw: random.Random, number: int) -> list[Cell]:
    """One sound row, below HEADINGS."""
    unit = draw.choice(_DISTRICTS)
    span = (units.BREAK - PROGRAMME_START).days
    day = datetime.combine(PROGRAMME_START + timedelta(days=draw.randrange(span)), datetime.min.time())
    kind = draw.choices((Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION), (55, 45))[0]
    # A size that is usual for a class as well as for a session.
    people = [draw.randint(0, 40) if draw.random() < 0.6 else None for _ in range(3)] + [draw.randint(50, 60)]
    if draw.random() < _UNUSUAL:
        people = [draw.randint(0, 3), None, None, draw.randint(1, 9)]
    total = sum(seats or 0 for seats in people)
    place = draw.randint(1, 45)
    return [
        number, day, unit, f"Phường {place}", KIND_LABELS[kind],
        f"{draw.choice(_TITLES)}, đợt {draw.randint(1, 400)}", draw.choice(_ORGANISERS),
        f"Trường THCS số {place}" if draw.random() < 0.5 else None, draw.choice(_FORMS),
        *people, total, draw.randint(0, total), None,
    ]  # fmt: skip


def _spoil(draw: random.Random, cells: list[Cell]) -> None:
    column, wrong = draw.choice(
        ((_DATE, "31/02/2023"), (_UNIT, "Quận Không Có"), (_PARENTS, "nhiều"), (_PARENTS, -5), (_TOTAL, 1))
    )
    cells[column] = wrong
