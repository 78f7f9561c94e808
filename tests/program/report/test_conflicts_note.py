"""What waits for a decision, as the notes of a report say it."""

from dataclasses import replace
from datetime import date

from program.conflicts.desk import Conflict, Desk, Side, Sort, UnusualSize
from program.filters import Filters
from program.periods import parse_period
from program.report.conflicts_note import waiting_note

DAY = date(2023, 5, 12)
SIDES = (Side((1,), (1,)), Side((2,), (2,)))
TWIN = Conflict(Sort.TWIN, (b"a", b"b"), ("492", "CA-TP"), DAY, DAY, 50, *SIDES, (), ((1, 50), (2, 40)))
SIZE = Conflict(
    Sort.SIZE, (b"c", 1, 900), ("493",), DAY, DAY, 900, SIDES[0], Side((), ()),
    UnusualSize("training_class", 1, 900), ((3, 900),),
)  # fmt: skip
# What the list beside a summary says is told with its own numbers.
BASIS = replace(TWIN, sort=Sort.BASIS, units=("492",))
ALL = Filters(as_of=date(2025, 12, 31))


def test_it_speaks_of_the_view_alone_and_of_no_overlap() -> None:
    desk = Desk((SIZE, TWIN, BASIS), more=3)
    both = (
        "1 cặp dòng có thể là cùng một hoạt động, đang tính cả hai, nhiều nhất 50 lượt sẽ bớt đi",
        "1 dòng có quy mô khác thường, đang tính 900 lượt, chưa ai xác nhận",
    )
    for view, told in (
        (ALL, [*both, "còn 3 cặp dòng gần giống nữa"]),
        (ALL.only(unit="492"), both[:1]),
        (ALL.only(unit="493"), both[1:]),
        (ALL.only(unit="490"), []),
        (ALL.only(period=parse_period("2024"), unit="492"), []),
    ):
        wanted = f"Chờ quyết định: {'; '.join(told)}." if told else ""
        assert waiting_note(desk, view) == wanted
