"""Nộp báo cáo: the day of receipt of a report that is handed in after the fact."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from access import Right, local_person
from pages.parts.figures import results
from program.reporting.timeliness import Receipt, Received
from storage.intake.arrivals import receipts
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, open_submission, take, written
from tests.pages.submit.test_upload import PAGE, choose, says
from tests.storage.build import record, report

__all__ = ["says"]
BOTH = report(record(), record(start_date="2023-08-01", end_date="2023-08-01"))


def look_at(app: AppTest) -> AppTest:
    open_submission(app, 1)
    assert not app.exception
    return app


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


def test_a_coordinator_corrects_the_day_and_takes_it_back(empty_start: Start) -> None:
    take(record(), received=Received(date(2023, 6, 30)))
    app = look_at(empty_start(PAGE))
    assert "Ngày nhận báo cáo: 30-6-2023" in [e.label.replace("\u2011", "-") for e in app.expander]
    (field,) = app.date_input
    assert field.value == date(2023, 6, 30)
    field.set_value(date(2023, 6, 20))
    button(app, "Sửa ngày nhận").click().run()
    assert "Hãy ghi lý do sửa ngày nhận" in written(app)
    (reason,) = [i for i in app.text_input if i.label == "Lý do sửa ngày nhận"]
    reason.set_value("theo sổ công văn đến")
    button(app, "Sửa ngày nhận").click().run()
    assert "30-6-2023 thành 20-6-2023" in written(app).replace("\\", "")
    assert [r.day for r in first().values()] == [date(2023, 6, 20)]
    button(app, "Hoàn tác").click().run()
    assert "Đã trả lại ngày nhận như trước khi sửa" in written(app)
    assert [r.day for r in first().values()] == [date(2023, 6, 30)]
    assert app.date_input[0].value == date(2023, 6, 30)


def test_the_day_of_a_quarter_is_corrected_and_one_may_be_left_blank(empty_start: Start) -> None:
    take(*BOTH["tables"][0]["records"], received=Received(None, {"2023-Q2": date(2023, 6, 20)}))
    app = look_at(empty_start(PAGE))
    assert [i.value for i in app.date_input] == [None, date(2023, 6, 20), None]
    app.date_input[1].set_value(None)
    app.date_input[2].set_value(date(2023, 9, 1))
    (reason,) = [i for i in app.text_input if i.label == "Lý do sửa ngày nhận"]
    reason.set_value("ghi nhầm quý")
    button(app, "Sửa ngày nhận").click().run()
    assert not app.exception
    assert {place[1]: r.stated for place, r in first().items()} == {"2023-Q2": False, "2023-Q3": True}


def test_who_does_not_decide_is_offered_no_correction(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(record())
    reporter = replace(local_person(), rights=local_person().rights - {Right.DECIDE})
    monkeypatch.setattr(results, "actor", lambda: reporter)
    app = look_at(empty_start(PAGE))
    assert "Sửa ngày nhận" not in labels(app)
