"""What waits for a decision about the figures of a report, for its notes; what the list beside a summary says is
told there with its numbers (`program.conflicts.overlaps`)."""

from typing import Final

from locales.forms import number
from program.conflicts.desk import Desk, Sort, at_stake, chosen
from program.filters import CITY, Filters
from program.measures.analysis import span
from program.report.words import vietnamese

_NOW: Final = {
    Sort.TWIN: "{n} cặp dòng có thể là cùng một hoạt động, đang tính cả hai, nhiều nhất {seats} lượt sẽ bớt đi",
    Sort.CROSSING: "{n} cặp số tổng hợp giao nhau một phần, đang tính cả hai, nhiều nhất {seats} lượt sẽ bớt đi",
    Sort.SIZE: "{n} dòng có quy mô khác thường, đang tính {seats} lượt, chưa ai xác nhận",
    Sort.REPEAT: "{n} tệp ghi lại số liệu năm trước, đang tính {seats} lượt",
}


@vietnamese
def waiting_note(desk: Desk, view: Filters) -> str:
    """One sentence about a view's unit and days; empty where nothing waits."""
    told = []
    for sort, words in _NOW.items():
        found = chosen(desk, view.unit, *span(view), sort)
        if found:
            told.append(words.format(n=number(len(found)), seats=number(at_stake(found))))
    if desk.more and view.unit == CITY:
        told.append(f"còn {number(desk.more)} cặp dòng gần giống nữa")
    return f"Chờ quyết định: {'; '.join(told)}." if told else ""
