"""The report on documents and tasks: what the registers hold, whose, and what nobody handed in."""

from dataclasses import replace
from datetime import UTC, date, datetime

from program.filters import parse_filters
from program.report.draft import report
from program.report.parts import Report
from program.work import directives, tasks
from program.work.both import Work
from program.work.history import Source
from program.work.tasks import State
from tests.program.frames import built

SOURCE = Source(1, "Hoa", datetime(2023, 5, 1, tzinfo=UTC), "a.xlsx", "Sheet1", 5)


def document(unit: str, number: str, on: date) -> directives.Directive:
    said = directives.Details(number, on, "triển khai Chương trình", form="Kế hoạch")
    return directives.Directive(unit, said, 1, SOURCE)


def task(unit: str, due: date, done_on: date | None = None) -> tasks.Task:
    state = State.DONE if done_on else None
    details = tasks.Details("Phường A", f"Mở lớp {due}", None, date(2023, 1, 9), due, state, done_on)
    said = tasks.Statement(unit, details, f"{unit}{due}".encode(), 1, SOURCE, held=True)
    return tasks.Task(said, (said,))


WORK = Work(
    (
        document("492", "12/KH-UBND", date(2023, 2, 6)),
        document("492", "3/KH-UBND", date(2022, 3, 1)),
        document("20524", "9/KH-UBND", date(2023, 2, 7)),
        document("20242", "1/KH-UBND", date(2025, 8, 1)),
    ),
    (
        task("492", date(2023, 3, 1), date(2023, 2, 20)),
        task("492", date(2023, 4, 1)),
        task("490", date(2024, 1, 5)),
    ),
)


def drafted(work: Work, **asked: str) -> Report:
    return report(replace(built([]), work=work), parse_filters(asked), today=date(2026, 11, 26))


def guidance(made: Report) -> str:
    return next(part.text for part in made.parts if part.code == "I")


def test_the_city_names_its_documents_and_counts_its_tasks() -> None:
    made = drafted(WORK, period="2023")
    said = guidance(made)
    assert "đã ban hành 1 văn bản: Kế hoạch số 12/KH-UBND ngày 6‑2‑2023 của quận Hải Châu" in said
    assert "đã giao 3 nhiệm vụ cho đơn vị trực thuộc, hoàn thành 1/3, quá hạn 1 (của quận Hải Châu)" in said
    assert "9/KH-UBND" not in said
    assert "[Nêu văn bản chỉ đạo" not in said
    table = next(t for t in made.annexes if t.code == "work")
    assert [row.values[1:] for row in table.rows] == [(1, 3, 1, 1), (), (1, 2, 1, 1), (None, 1, 0, 0)]
    assert table.rows[1].values == ("Quận, huyện (đến 30-6-2025)",)


def test_a_unit_has_its_own_alone_and_nothing_handed_in_is_asked_of_the_officer() -> None:
    made = drafted(WORK, period="2023", unit="490")
    said = guidance(made)
    assert "đã giao 1 nhiệm vụ cho đơn vị trực thuộc, hoàn thành 0/1, không có nhiệm vụ quá hạn" in said
    assert "[Nêu văn bản chỉ đạo" in said
    for empty in (drafted(Work(), period="2023"), drafted(WORK, period="2023", unit="491")):
        assert "nhiệm vụ cho đơn vị trực thuộc, hoàn thành" not in guidance(empty)
        assert "[Nêu văn bản chỉ đạo" in guidance(empty)
        assert "[Nêu việc phân công nhiệm vụ" in guidance(empty)
        assert "work" not in [t.code for t in empty.annexes]
