"""Nộp báo cáo: the day of receipt of a report that is handed in after the fact."""

from datetime import date
from typing import Any

from streamlit.testing.v1 import AppTest

from pages.parts import results
from program.timeliness import Receipt
from storage.arrivals import receipts
from tests.pages.conftest import Start
from tests.pages.handing_in import button, written
from tests.pages.test_upload import PAGE, choose, says
from tests.storage.build import record, report

__all__ = ["says"]
BOTH = report(record(), record(start_date="2023-08-01", end_date="2023-08-01"))


def first() -> dict[tuple[str, str], Receipt]:
    with results.engine().connect() as connection:
        return dict(receipts(connection).first)


def inputs(app: AppTest) -> list[str]:
    return [i.label for i in app.date_input]


def test_without_a_word_the_report_came_today(empty_start: Start, says: Any) -> None:
    app = choose(empty_start(PAGE))
    assert inputs(app) == ["Ngày nhận báo cáo"]
    button(app, "Nhận 1 hoạt động").click().run()
    assert [r.stated for r in first().values()] == [False]


def test_the_day_of_one_report(empty_start: Start, says: Any) -> None:
    app = choose(empty_start(PAGE))
    app.date_input[0].set_value(date(2023, 6, 20)).run()
    button(app, "Nhận 1 hoạt động").click().run()
    assert not app.exception
    assert {place: (r.day, r.stated) for place, r in first().items()} == {
        ("492", "2023-Q2"): (date(2023, 6, 20), True)
    }


def test_a_file_of_several_quarters_may_give_the_day_of_each(empty_start: Start, says: Any) -> None:
    says["report"] = BOTH
    app = choose(empty_start(PAGE))
    assert inputs(app) == ["Ngày nhận báo cáo", "Quý II/2023", "Quý III/2023"]
    app.date_input[0].set_value(date(2023, 9, 20))
    app.date_input[1].set_value(date(2023, 6, 20)).run()
    button(app, "Nhận 2 hoạt động").click().run()
    assert {place[1]: r.day for place, r in first().items()} == {
        "2023-Q2": date(2023, 6, 20),
        "2023-Q3": date(2023, 9, 20),
    }
    assert "Đã nhận tệp" in written(app)


def test_a_register_is_not_asked_when_it_came(empty_start: Start, says: Any) -> None:
    school = {"name": "THCS Lê Độ", "level": "lower_secondary", "unit": "493", "ward": "An Hải Bắc"}
    school |= {"valid_from": None, "valid_to": None, "source": {"sheet": "S", "row": 2}}
    says["report"] = report(school, kind="schools")
    assert inputs(choose(empty_start(PAGE))) == []
