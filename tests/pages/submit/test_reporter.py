"""What somebody who reaches one unit sees of a file, of what is stored and of others' contacts."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from access import Actor, Denied, Role
from pages.parts.figures import results
from pages.submit.decide import twins
from pages.submit.handed_in import paper
from program.submissions.mending import Answer, Question
from storage.access import accounts
from storage.access.people import Asked
from storage.intake import answers, submissions
from tests.ground import SON_TRA
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.pages.said import tables
from tests.pages.submit.mending_files import KNOWN, PAGE, UNKNOWN, choose, question, workbook
from tests.pages.submit.test_choices import twin
from tests.people import COORDINATOR, REPORTER, VIEWER, Person, enter
from tests.storage.build import active, record

TWO_UNITS = Person("hai@danang.gov.vn", "Bùi Thị Hai", (Asked(Role.REPORTER, ("490", "492")),))
MIXED = workbook(KNOWN, ("Quận Sơn Trà", 25))
CONTACT = {
    "unit": "492", "name": "Nguyễn Thị Minh", "position": "Chuyên viên", "phone": "0236 3822 111",
    "email": "minh@danang.gov.vn", "valid_from": None, "document": None, "source": {"sheet": "Đầu mối", "row": 3},
}  # fmt: skip
As = Callable[[Person], Actor]


@pytest.fixture
def as_person(monkeypatch: pytest.MonkeyPatch) -> As:
    """From now on the pages are shown to somebody, who gets an account."""

    def shown_to(person: Person) -> Actor:
        if accounts.actor_of(results.engine(), person.login) is None:
            enter(results.engine(), person)
        found = accounts.actor_of(results.engine(), person.login)
        assert found is not None
        monkeypatch.setattr(results, "actor", lambda: found)
        return found

    return shown_to


def contacts(phone: str) -> bytes:
    """A list of the unit's contact."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["DANH SÁCH CÁN BỘ ĐẦU MỐI"],
        ["Đơn vị", "Họ và tên cán bộ đầu mối", "Chức vụ", "Số điện thoại"],
        ["Quận Hải Châu", "Nguyễn Thị Minh", "Chuyên viên", phone],
    ):
        sheet.append(row)
    written_to = BytesIO()
    book.save(written_to)
    return written_to.getvalue()


def units_that_count() -> list[str]:
    return sorted(dict(row[1:])["unit"] for row in active(results.engine()))


def everything_on(app: AppTest) -> str:
    """The words of the screen, its tables and its lists of cells to correct."""
    shown: list[Any] = [*app.table, *app.get("data_editor")]
    return (
        written(app)
        + str(tables(app))
        + "".join(t.value.to_csv() for t in shown if hasattr(t.value, "to_csv"))
    )


def test_rows_of_another_unit_are_refused_one_by_one_and_the_own_are_taken(
    empty_start: Start, as_person: As
) -> None:
    app = empty_start(PAGE)
    as_person(REPORTER)
    assert "Tài khoản này nộp báo cáo của: **Quận Hải Châu**." in written(app.run())
    choose(app, ("hai-don-vi.xlsx", MIXED))
    assert app.title[0].value == "Tệp còn 1 lỗi; có thể nhận 1 hoạt động đúng."
    assert "Số liệu của đơn vị khác" in [part.value for part in app.subheader]
    assert "Đây là số liệu của Quận Sơn Trà" in everything_on(app)
    button(app, "Chỉ nhận 1 dòng đúng").click().run()
    assert not app.exception
    assert units_that_count() == ["492"]
    # What one person was shown of these bytes is not what another sees.
    as_person(COORDINATOR)
    app = choose(empty_start(PAGE), ("hai-don-vi.xlsx", MIXED))
    assert app.title[0].value == "Tệp đọc được hết; có thể nhận 2 hoạt động."
    button(app, "Nhận 2 hoạt động").click().run()
    assert units_that_count() == ["492", "493"]
    as_person(SON_TRA)
    app = choose(empty_start(PAGE), ("hai-don-vi.xlsx", MIXED))
    assert app.title[0].value == "Tệp này đã được nhận, không có gì thay đổi."


def test_a_file_of_others_alone_is_not_taken(empty_start: Start, as_person: As) -> None:
    app = empty_start(PAGE)
    as_person(SON_TRA)
    choose(app.run(), ("hai-chau.xlsx", workbook(KNOWN)))
    assert app.title[0].value.startswith("Chưa nhận được tệp này: ")
    assert not [words for words in labels(app) if words.startswith(("Nhận", "Chỉ nhận"))]
    assert submissions.history(results.engine()) == []


def test_stored_contacts_are_shown_to_the_units_own_reporter_alone(empty_start: Start, as_person: As) -> None:
    app = empty_start(PAGE)
    take(CONTACT, kind="focal_points", name="dau-moi.xlsx")
    given = ("dau-moi.xlsx", contacts("0236 3822 222"))
    for person, told in ((REPORTER, True), (COORDINATOR, True), (SON_TRA, False)):
        who = as_person(person)
        choose(app.run(), given)
        assert ("3822 111" in everything_on(app).replace("\u2011", "-")) is told, person.name
        number = submissions.history(results.engine(), within=who.units)
        assert bool(number) is told
        button(app, "Chọn tệp khác").click().run()
    with pytest.raises(Denied):
        paper.paper(results.engine(), results.actor(), 1)


def test_the_files_of_a_unit_are_listed_for_those_who_may_read_them(
    empty_start: Start, as_person: As
) -> None:
    app = empty_start()
    take(record(), name="cua-hai-chau.xlsx")
    for person, told in ((REPORTER, True), (COORDINATOR, True), (SON_TRA, False), (VIEWER, False)):
        as_person(person)
        app = empty_start("pages/view/unit.py", unit="492")
        assert ("cua-hai-chau" in written(app).replace("\\", "")) is told, person.name
        assert "Chưa có lần nộp nào" not in written(app)


def test_setting_another_units_row_aside_is_not_offered(as_person: As, empty_start: Start) -> None:
    empty_start()
    everything, leaving = {"different", "first", "second"}, {"different", "second"}
    for person, unit, offered in (
        (REPORTER, "492", everything), (REPORTER, "493", leaving), (COORDINATOR, "493", everything),
    ):  # fmt: skip
        as_person(person)
        assert set(twins._choices(twin(unit=unit))) == offered, (person.name, unit)


@pytest.mark.parametrize(("person", "kept"), [(REPORTER, {"492"}), (TWO_UNITS, {"490", "492"})])
def test_an_answer_is_remembered_for_ones_own_units(
    person: Person, kept: set[str], empty_start: Start, as_person: As
) -> None:
    app = empty_start(PAGE)
    who = as_person(person)
    rows = [KNOWN, UNKNOWN, *([("Quận Liên Chiểu", 10)] if len(kept) > 1 else [])]
    choose(app.run(), ("hoi.xlsx", workbook(*rows)))
    question(app, "là đơn vị nào?").set_value("492").run()
    button(app, f"Nhận {len(rows)} hoạt động").click().run()
    assert not app.exception
    told = answers.kept(results.engine())
    assert {one.unit for one in told} == kept
    assert {one.answer for one in told} == {Answer(Question.UNIT, "khu hc", "492")}
    assert {one.given_by for one in told} == {who.name}


def test_an_answer_that_names_anothers_unit_is_not_remembered(empty_start: Start, as_person: As) -> None:
    app = empty_start(PAGE)
    as_person(REPORTER)
    choose(app.run(), ("hoi.xlsx", workbook(KNOWN, UNKNOWN)))
    question(app, "là đơn vị nào?").set_value("493").run()
    button(app, "Chỉ nhận 1 dòng đúng").click().run()
    assert not app.exception
    assert not app.error
    assert units_that_count() == ["492"]
    assert answers.kept(results.engine()) == []
