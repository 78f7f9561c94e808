"""The letter with which a file goes back to its unit: what to look at, cell by cell, and what to do. Vietnamese."""

from collections.abc import Sequence
from datetime import date

from program.contract import Issue
from program.reviewing.review import QuotedCell
from program.text import written_day

# Cells that the letter names one by one; what is beyond stands in the list beside it.
NAMED = 20


def cell_of(issue: Issue) -> QuotedCell:
    """A finding as a cell to quote."""
    return QuotedCell(
        issue["sheet"], issue["cell"], issue["found"], f"{issue['message']} {issue['fix']}".strip()
    )


def letter(unit: str, file_name: str, number: int, handed_in: date, cells: Sequence[QuotedCell]) -> str:
    """The words that a reviewer starts from."""
    day = written_day(handed_in)
    lines = [f"Kính gửi {unit},", f"Tệp “{file_name}” (lần nộp số {number}, ngày {day}) cần xem lại:"]
    lines += [f"{i}. {_line(cell)}" for i, cell in enumerate(cells[:NAMED], 1)]
    if len(cells) > NAMED:
        lines.append(f"Và {len(cells) - NAMED} ô khác trong danh sách kèm theo.")
    lines.append(
        "Đề nghị sửa trong tệp rồi nộp lại ở trang Nộp báo cáo. Nếu số liệu đã đúng, xin báo lại để cơ quan đầu mối "
        "chấp nhận. Trong lúc chờ, số liệu của tệp vẫn được tính và ghi là tạm tính."
    )
    return "\n".join(lines)


def _line(cell: QuotedCell) -> str:
    place = ", ".join(
        part
        for part in (f"Trang {cell.sheet}" if cell.sheet else "", f"ô {cell.cell}" if cell.cell else "")
        if part
    )
    found = f", ghi “{cell.found}”" if cell.found else ""
    return f"{place}{found}: {cell.said}" if place else cell.said
