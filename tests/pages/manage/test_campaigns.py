"""Tình hình nộp: due days and campaigns of their own are set, changed, ended, undone; reminders are ready to send."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from access import Actor, Right, local_person
from exports.reminders_xlsx import reminders_xlsx
from pages.manage.campaign import reminders as campaign_reminders
from pages.parts.figures import results
from program.contacts.contact import Details
from program.reporting.reminders import Reminder, Waiting, reminders
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.pages.view.test_reporting import PAGE, title
from tests.storage.build import record

Q2 = {"campaign": "2024-Q2", "as_of": "2024-07-31"}
CONTACT = {
    "unit": "492", "name": "Nguyễn Thị Minh", "position": "Chuyên viên", "phone": "0236 3822 111",
    "email": "minh@danang.gov.vn", "valid_from": None, "document": None, "source": {"sheet": "Đầu mối", "row": 3},
}  # fmt: skip


def test_a_due_day_is_set_and_undone(empty_start: Start) -> None:
    app = empty_start(PAGE, **Q2)
    assert "quá hạn 37 ngày" in written(app)
    app.date_input(key="campaign-2024-Q2-None-due").set_value(date(2024, 7, 26))
    app.text_input(key="campaign-2024-Q2-None-paper").set_value("CV 12/SVHTTDL")
    button(app, "Ghi hạn nộp").click().run()
    assert not app.exception
    assert "quá hạn 5 ngày" in written(app)
    assert "hạn nộp 26-7-2024; CV 12/SVHTTDL" in written(app)
    app.button(key="ask-campaign-undo-1").click().run()
    app.button(key="ask-yes").click().run()
    assert "quá hạn 37 ngày" in written(app)


def test_what_cannot_be_set_is_said_and_nothing_is_written(empty_start: Start) -> None:
    app = empty_start(PAGE, **Q2)
    for due, paper, words in (
        (date(2024, 6, 1), "", "Hạn nộp 1-6-2024 phải từ ngày cuối của số liệu, 14-6-2024"),
        (date(2024, 7, 1), "gọi 0905 123 456", "không ghi số điện thoại"),
    ):
        app.date_input(key="campaign-2024-Q2-None-due").set_value(due)
        app.text_input(key="campaign-2024-Q2-None-paper").set_value(paper)
        button(app, "Ghi hạn nộp").click().run()
        assert words in written(app).replace("\\", "")
    assert results.analysis().campaigns == ()


def test_the_action_month_is_added_answered_and_ended(empty_start: Start) -> None:
    app = empty_start(PAGE, as_of="2024-07-31")
    app.selectbox(key="campaign-kind").select("2024").run()
    button(app, "Thêm kỳ").click().run()
    assert not app.exception
    assert title(app).startswith("Tháng hành động vì trẻ em 2024: chưa đơn vị nào trong 7 đơn vị nộp")
    take(record(start_date="2024-06-05", end_date="2024-06-05"))
    app.run()
    assert "1 trong 7 đơn vị đã nộp" in title(app)
    assert "6 đơn vị cần nhắc nộp" in "".join(p.proto.body for p in app.get("html"))
    app.button(key="ask-campaign-end-1").click().run()
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert title(app).startswith("Quý II/2024")
    assert "Đã bỏ: Tháng hành động vì trẻ em 2024." in written(app)


def test_each_reminder_stands_beside_whom_to_call(empty_start: Start) -> None:
    empty_start(PAGE, **Q2)
    take(CONTACT, kind="focal_points")
    app = empty_start(PAGE, **Q2)
    texts = [str(code.value) for code in app.code]
    assert len(texts) == 7
    assert all("đã quá 37 ngày" in text for text in texts)
    assert "[0236 3822 111](tel:02363822111)" in written(app)
    assert "mailto:minh@danang.gov.vn?subject=Nh%E1%BA%AFc" in written(app)
    assert written(app).count("Chưa có đầu mối của đơn vị này.") == 6


@pytest.mark.parametrize(
    ("lacking", "texts", "names"),
    [(set(), 7, True), ({Right.READ_CONTACTS}, 7, False), ({Right.MANAGE_TARGETS}, 0, False)],
)
def test_who_may_not_sees_neither_contacts_nor_buttons(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch, lacking: set[Right], texts: int, names: bool
) -> None:
    empty_start(PAGE, **Q2)
    take(CONTACT, kind="focal_points")
    whole = local_person()
    weak = Actor(whole.id, whole.name, whole.rights - lacking)
    monkeypatch.setattr(results, "actor", lambda: weak)
    app = empty_start(PAGE, **Q2)
    assert not app.exception
    assert len(app.code) == texts
    assert ("Nguyễn Thị Minh" in written(app)) is names
    assert ("Ghi hạn nộp" in labels(app)) is bool(texts)
    made = campaign_reminders.workbook(results.engine(), weak, ())
    heads = [cell.value for cell in load_workbook(BytesIO(made)).active[1]]
    assert ("Điện thoại" in heads) is (Right.READ_CONTACTS in weak.rights)


def test_the_file_has_each_text_and_no_formula(empty_start: Start) -> None:
    empty_start(PAGE, **Q2)
    view = results.reporting("quarter", "2024-Q2", date(2024, 7, 31), 10)
    left = {"492": Waiting(1, "=cmd|' /C calc'!A0.xlsx", 2, date(2024, 7, 1))}
    found: tuple[Reminder, ...] = reminders(view.rows, left, view.as_of, None)
    raw = reminders_xlsx(found, {"492": [Details("=1+1", phone="+84 905 111 222")]})
    sheet = load_workbook(BytesIO(raw)).active
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [line[6] for line in lines] == [one.text for one in found]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    (mine,) = [line for line in lines if line[0] == "Quận Hải Châu"]
    assert (mine[2].date(), mine[3], mine[4], mine[7], mine[8]) == (
        date(2024, 6, 24),
        37,
        2,
        "=1+1",
        "+84 905 111 222",
    )
    assert raw == reminders_xlsx(found, {"492": [Details("=1+1", phone="+84 905 111 222")]})


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://830.danang.gov.vn/reporting", "https://830.danang.gov.vn/"),
        ("https://danang.gov.vn:8443/ct830/reporting/", "https://danang.gov.vn:8443/ct830/"),
        ("http://127.0.0.1:8501/reporting", None),
        ("http://localhost:8501/reporting", None),
        (None, None),
    ],
)
def test_units_are_told_an_address_that_they_can_open(url: str | None, told: str | None) -> None:
    assert campaign_reminders.address(url) == told
