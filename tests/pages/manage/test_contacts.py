"""Đầu mối: who sees which contacts, each change and its way back, the files; nothing of a person anywhere else."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

import storage.registers.contacts
from access import Actor, Right, local_person
from data_loaders.check import check
from locales import messages
from pages.manage.contact.file import csv_of, workbook, workbook_of
from pages.parts.figures import results
from program import clock, units
from program.contacts.contact import Details
from program.units import reporting_units
from storage.access.accounts import actor_of
from storage.intake.submissions import history
from tests.pages import test_access
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.people import ADMINISTRATOR, COORDINATOR, REPORTER, VIEWER, Person
from tests.storage.build import contact, everything

database, start = test_access.database, test_access.start
PAGE = "pages/manage/contacts.py"
HAI_CHAU, NEW = "492", "20194"
TELLING = re.compile("Minh|3822|minh@")


def hand_in(*records: dict[str, Any]) -> int:
    return take(*records, kind="focal_points", name="dau-moi.xlsx").submission.id


def listed(app: AppTest) -> list[list[str]]:
    """The rows of the last list on the screen, what stands in a cell in one line of words."""
    *_, table = [p.proto.body for p in app.get("html") if p.proto.body.startswith("<table")]
    rows = [re.findall("<td[^>]*>(.*?)</td>", row) for row in table.replace("\u2011", "-").split("<tr>")[2:]]
    return [
        [re.sub("<br>", " | ", re.sub("<b>(<a [^>]*>)?(.*?)(</a>)?</b>", r"\2", cell)) for cell in row]
        for row in rows
    ]


def now(unit: str = NEW) -> list[Details]:
    found = storage.registers.contacts.contacts(results.engine(), local_person(), clock.today())
    return [one.details for one in found.get(unit, ())]


def test_without_any_the_sentence_says_what_is_to_be_done(empty_start: Start) -> None:
    app = empty_start(PAGE)
    n = len(reporting_units(clock.today()))
    assert app.title[0].value == f"Chưa đơn vị nào có đầu mối; cần có ở {n} đơn vị"
    assert "Chưa có đầu mối: " not in written(app), "the list below has them all"
    assert "sở, ngành, đoàn thể chưa có đầu mối (không tính" in written(app)
    assert (
        len(listed(app))
        == len(
            [
                u
                for u in units.all_units()
                if u.level in ("department", "mass_organisation") and u.valid_on(clock.today())
            ]
        )
        + n
    )


def test_the_list_begins_with_what_is_missing_and_calls_at_a_touch(empty_start: Start) -> None:
    empty_start()
    hand_in(contact(NEW), contact(), contact("SO-YT", name="Lê *An* <b>", phone="hỏi văn thư", email="an"))
    app = empty_start(PAGE)
    assert app.title[0].value.startswith(
        f"1/{len(reporting_units(clock.today()))} đơn vị phải báo cáo đã có đầu mối"
    )
    text = written(app)
    assert "Đơn vị đã kết thúc hoạt động nhưng còn ghi đầu mối: quận Hải Châu." in text
    assert "Ghi người mới trong 30 ngày qua: " in text
    assert "(người mới)" not in text
    rows = listed(app)
    assert rows[0][1] == "○ chưa có đầu mối"
    (ward,) = [row for row in rows if row[0].startswith(units.label(NEW, with_type=True))]
    assert ward[1:3] == [
        "Nguyễn Thị Minh | Chuyên viên",
        "<a href='tel:02363822111'>0236 3822 111</a> | <a href='mailto:minh@danang.gov.vn'>minh@danang.gov.vn</a>",
    ]
    assert ward[3].startswith("từ 1-2-2024, Công văn 5 | ")
    (body,) = [row for row in rows if row[0].startswith("Sở Y tế")]
    assert body[1:3] == ["Lê *An* &lt;b&gt; | Chuyên viên", "hỏi văn thư | an"]
    assert rows[-1][0].startswith("Quận Hải Châu | ▲ đơn vị đã kết thúc hoạt động")


def fill(app: AppTest, key: str, **values: Any) -> None:
    for name, value in values.items():
        widget = app.date_input if isinstance(value, date) else app.text_input
        widget(key=f"{key}-{name}").set_value(value)


def test_a_contact_is_named_corrected_confirmed_ended_and_each_taken_back(empty_start: Start) -> None:
    app = empty_start(PAGE, unit=NEW)
    key = f"contact-new-{NEW}-0"
    fill(app, key, name="  Nguyễn Thị  Minh", phone="236 3822 11", paper="Công văn 5", dated=date(2026, 3, 2))
    fill(app, key, since=date(2026, 3, 1))
    button(app, "Ghi đầu mối mới").click().run()
    assert not app.exception
    assert "Đã ghi, thành lần nộp số 1." in written(app)
    document = "Công văn 5 ngày 2-3-2026"
    assert now() == [Details("Nguyễn Thị Minh", None, "0236382211", None, date(2026, 3, 1), document)]
    # Corrected.
    fill(app, "contact-1", phone="0236 3822 111", email="minh@danang.gov.vn")
    button(app, "Lưu thông tin đã sửa").click().run()
    assert (now()[0].phone, now()[0].email) == ("0236 3822 111", "minh@danang.gov.vn")
    assert "Sửa điện thoại, thư điện tử" in written(app)
    button(app, "Thông tin vẫn đúng").click().run()
    assert "Xác nhận vẫn đúng" in written(app)
    assert [s.id for s in history(results.engine())] == [3, 2, 1]
    # Ended, and that taken back.
    fill(app, "contact-3", on=clock.today(), paper="Công văn 9")
    button(app, "Ghi thôi làm đầu mối").click().run()
    assert not app.error
    assert now() == []
    assert f"đến {(clock.today() - timedelta(days=1)).day}-" in written(app)
    button(app, "Rút lại lần ghi này").click().run()
    button(app, "Rút lần nộp số 4").click().run()
    assert [one.phone for one in now()] == ["0236 3822 111"]
    assert now()[0].document == document


def test_somebody_new_takes_over_and_the_former_stays_in_the_history(empty_start: Start) -> None:
    empty_start()
    hand_in(contact(NEW, valid_from="2025-07-01"))
    app = empty_start(PAGE, unit=NEW)
    fill(app, f"contact-new-{NEW}-1", name="Trần Văn Nam", phone="0905 111 222", since=date(2026, 5, 4))
    button(app, "Ghi đầu mối mới").click().run()
    assert [one.name for one in now()] == ["Trần Văn Nam"]
    told = written(app).replace("\\", "")
    assert "**Nguyễn Thị Minh, Chuyên viên**, từ 1-7-2025 đến 3-5-2026 (Công văn 5)" in told
    assert "**Trần Văn Nam**, từ 4-5-2026" in told
    assert "Ghi lần đầu: Người dùng tại máy này, " in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "", "phone": "0905 111 222"}, "họ và tên"),
        ({"name": "Lê An"}, "ít nhất số điện thoại hoặc thư điện tử"),
        ({"name": "Lê An", "phone": "12"}, "8 đến 12 chữ số"),
        ({"name": "Lê An", "email": "an@"}, "Thư điện tử chưa đúng"),
        ({"name": "Lê An", "phone": "0905 111 222", "since": date(2024, 1, 1)}, "sớm hơn ngày đơn vị"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    empty_start: Start, typed: dict[str, Any], told: str
) -> None:
    app = empty_start(PAGE, unit=NEW)
    fill(app, f"contact-new-{NEW}-0", **typed)
    button(app, "Ghi đầu mối mới").click().run()
    assert told in app.error[0].value
    assert not history(results.engine())


def test_what_another_changed_meanwhile_is_not_written_over(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_start()
    hand_in(contact(NEW))
    app = empty_start(PAGE, unit=NEW)
    real = storage.registers.contacts.save

    def late(*args: Any, **said: Any) -> Any:
        hand_in(contact(NEW, phone="0236 3822 999"))
        return real(*args, **said)

    monkeypatch.setattr("pages.manage.contact.file.save", late)
    button(app, "Thông tin vẫn đúng").click().run()
    assert "vừa được người khác thay đổi" in app.error[0].value.replace("\\", "")
    assert now()[0].phone == "0236 3822 999"


def opened(start: Any, person: Person) -> AppTest:
    app = start(person)
    app.switch_page(PAGE)
    app.run()
    assert not app.exception, app.exception
    return app


def shown(app: AppTest) -> str:
    """Everything the browser was sent of the page."""
    parts = [written(app), *labels(app), *(p.proto.body for p in app.get("html"))]
    parts += [str(one.options) for one in app.selectbox] + [str(one.value) for one in app.text_input]
    return "\n".join(parts)


def test_each_sees_the_contacts_of_the_own_reach_alone(start: Any, database: Engine) -> None:
    start(VIEWER)
    hand_in(contact(), contact("493", name="Lê Thị Hoa", phone="0236 3944 555", email=None))
    for person in (VIEWER, ADMINISTRATOR):
        app = opened(start, person)
        assert app.title[0].value == "Trang này cần thêm quyền."
        assert not re.search("Minh|3822|Hoa|3944", shown(app))
    app = opened(start, REPORTER)
    assert app.title[0].value == "Đầu mối của quận Hải Châu\\: Nguyễn Thị Minh"
    assert "tel:02363822111" in shown(app)
    assert not re.search("Hoa|3944|Sơn Trà", shown(app))
    assert "contacts-csv" not in [one.proto.id for one in app.get("download_button")]
    app = opened(start, COORDINATOR)
    assert re.search("Minh.*Hoa", shown(app), re.DOTALL)


def test_a_reporter_changes_the_own_units_contact(start: Any, database: Engine) -> None:
    app = opened(start, REPORTER)
    # It has ended, so nobody is missing; who it was may still be entered.
    assert app.title[0].value == (
        "Quận Hải Châu đã kết thúc hoạt động; đầu mối nay ghi ở phường, xã tiếp nhận"
    )
    assert not next(e for e in app.expander if e.label == "Ghi đầu mối mới").proto.expanded
    fill(
        app,
        f"contact-new-{HAI_CHAU}-0",
        name="Nguyễn Thị Minh",
        phone="0236 3822 111",
        since=date(2024, 2, 1),
    )
    button(app, "Ghi đầu mối mới").click().run()
    assert not app.error
    assert app.title[0].value == "Đầu mối của quận Hải Châu\\: Nguyễn Thị Minh"
    assert "Rút lại lần ghi này" in labels(app)
    # Nothing of it in the log.
    assert not TELLING.search(str(everything(database)["event"]))


def test_only_who_may_takes_the_list_along(start: Any, database: Engine) -> None:
    start(VIEWER)
    hand_in(contact(NEW, phone="02363822111", valid_from="2025-07-01"), contact("493", name="=HYPERLINK()"))
    coordinator, reporter = (actor_of(database, p.login) for p in (COORDINATOR, REPORTER))
    assert coordinator
    assert reporter
    text = csv_of(database, coordinator, 12).decode("utf-8-sig")
    assert "Nguyễn Thị Minh,Chuyên viên,0236 382 2111,minh@danang.gov.vn,2025-07-01,Công văn 5" in text
    assert "'=HYPERLINK()" in text
    assert "chưa có đầu mối" in text
    assert "Minh" not in csv_of(database, reporter, 12).decode()
    [table] = check("dau-moi.xlsx", workbook_of(database, coordinator, units.CITY))["tables"]
    assert {(r["unit"], r["name"]) for r in table["records"]} == {
        (NEW, "Nguyễn Thị Minh"), ("493", "=HYPERLINK()"),
    }  # fmt: skip
    assert not check("dau-moi.xlsx", workbook_of(database, reporter, HAI_CHAU))["tables"][0]["records"]


def test_the_list_of_every_unit_reads_back_to_the_same_units() -> None:
    """Names that an old and a new unit share are told apart."""
    codes = {
        u.code
        for u in units.all_units()
        if units.reports(u) and u.in_old_city and u.code not in units.HOANG_SA
    }
    since = {code: units.first_day(code) for code in codes}
    rows = [
        (code, Details(f"Người {n}", phone="0236 3822 111", valid_from=since[code]))
        for n, code in enumerate(sorted(codes))
    ]
    [table] = check("dau-moi.xlsx", workbook(units.CITY, rows))["tables"]
    assert [r["unit"] for r in table["records"]] == sorted(codes)


def test_a_right_to_hand_in_alone_reads_no_contacts(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_start()
    hand_in(contact())
    clerk = Actor("an", "Lê An", frozenset({Right.READ, Right.SUBMIT, Right.READ_FILES}))
    monkeypatch.setattr("pages.parts.figures.results.actor", lambda: clerk)
    app = empty_start(PAGE)
    assert app.title[0].value == "Trang này cần thêm quyền."
    assert not TELLING.search(shown(app))


def test_in_english_nothing_stays_vietnamese_but_names(empty_start: Start) -> None:
    empty_start()
    hand_in(contact(NEW))
    messages.use("en")
    try:
        app = empty_start(PAGE, lang="en", unit=NEW)
    finally:
        messages.use("vi")
    assert app.title[0].value.startswith("1 of ")
    assert not re.search("đơn vị|Ghi |văn bản|cập nhật|chưa", written(app) + "".join(labels(app)))
