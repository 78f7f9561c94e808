"""Văn bản, nhiệm vụ: what is overdue and whose, each change and its way back, the view in the address, the files."""

import csv
import re
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

import storage.work.directives
import storage.work.tasks
from access import local_person
from data_loaders.check import check
from exports.as_csv.tasks import directives_csv, tasks_csv, units_csv
from locales import messages
from pages.manage.task import file as task_file
from pages.manage.task.file import workbook
from pages.manage.task.new import workbook_of
from pages.parts.figures import results
from program import clock, units
from program.contract import TableKind
from program.work.directives import Details as Document
from program.work.directives import issued
from program.work.task_register import register
from program.work.tasks import Details, Standing, State
from storage.intake.submissions import accept
from tests.pages import test_access
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.pages.said import tables
from tests.people import ADMINISTRATOR, COORDINATOR, REPORTER, VIEWER, Person

database, start = test_access.database, test_access.start
PAGE = "pages/manage/tasks.py"
DAY = date(2023, 6, 15)
NEW = "task-new-0"


def task(unit: str = "492", **said: Any) -> dict[str, Any]:
    made = {
        "unit": unit, "assignee": "UBND các phường", "duty": "Mở lớp cho cha mẹ", "document": "Công văn 12",
        "assigned_on": "2023-03-01", "due_date": "2023-06-05", "state": "in_progress", "done_on": None, "result": None,
        "proof": None, "source": {"sheet": "Số liệu", "row": 7},
    }  # fmt: skip
    return made | said


def document(unit: str = "492", **said: Any) -> dict[str, Any]:
    made = {
        "unit": unit, "number": "12/KH-UBND", "issued_on": "2023-03-01", "issuer": None, "form": "Kế hoạch",
        "subject": "Triển khai", "part": None, "source": {"sheet": "Số liệu", "row": 7},
    }  # fmt: skip
    return made | said


def hand_in(*records: dict[str, Any], kind: str = "tasks") -> int:
    return take(*records, kind=kind, name="nhiem-vu.xlsx").submission.id


def several() -> None:
    hand_in(
        task(),
        task("493", duty="Rà soát", due_date="2023-06-14", state=None),
        task("493", duty="Treo pa nô", due_date="2023-06-20"),
        task("SO-YT", duty="Báo cáo *quý*", due_date=None, state="not_started"),
        task("SO-YT", duty="Cử cán bộ", state="done", done_on="2023-06-10", result="Đã cử"),
        task("494", duty="Sau này", assigned_on="2023-07-01"),
    )
    hand_in(document(), document("493", issued_on="2023-07-01"), kind="directives")


def listed(app: AppTest) -> list[list[list[str]]]:
    """Every row of the lists on the screen: its cells, each with what stands one below the other."""
    tables = [p.proto.body for p in app.get("html") if p.proto.body.startswith("<table")]
    rows = [row for table in tables for row in table.replace("\u2011", "-").split("<tr>")[2:]]
    cells = [re.findall("<td[^>]*>(.*?)</td>", row) for row in rows]
    return [
        [re.sub("<[^b][^>]*>|</?b>", "", cell).replace("\u00a0", " ").split("<br>") for cell in row]
        for row in cells
    ]


def duties(app: AppTest) -> list[str]:
    return [row[0][0] for row in listed(app) if len(row) == 3]


def by_unit(app: AppTest) -> dict[str, list[str]]:
    """The units of the first table with what stands beside each."""
    lines = ([*line.values()] for line in tables(app)[0])
    return {unit: beside for unit, *beside in lines}


def now() -> list[Details]:
    return [one.details for one in storage.work.tasks.read(results.engine())]


def fill(app: AppTest, key: str, **values: Any) -> None:
    for name, value in values.items():
        area = name in ("duty", "result", "subject")
        widget = app.text_area if area else app.date_input if isinstance(value, date) else app.text_input
        widget(key=f"{key}-{name}").set_value(value)


def test_without_any_the_page_says_what_is_to_be_done_and_no_zero(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert app.title[0].value == "Chưa đơn vị nào gửi văn bản, nhiệm vụ"
    assert "Ghi từng nhiệm vụ ở ngay dưới đây" in written(app)
    assert next(e for e in app.expander if e.label == "Ghi nhiệm vụ mới").proto.expanded
    assert {tuple(row.values())[1:] for row in tables(app)[0]} == {("○ chưa gửi",)}
    assert not re.search(r"\b0 nhiệm vụ|ban hành: 0", written(app))
    assert {"tasks-workbook-48", "directives-workbook-48"} <= {d.key for d in app.get("download_button")}
    # A unit of the former Quảng Nam is named, and in no number of the city's.
    other = next(
        u.code
        for u in units.all_units()
        if units.reports(u) and not u.in_old_city and u.valid_on(clock.today())
    )
    hand_in(task("20242"), task(other))
    app = empty_start(PAGE)
    assert app.title[0].value.replace("\\", "") == "1 nhiệm vụ quá hạn: phường Hải Châu (1)"
    assert "Không tính vào các con số trên: đơn vị thuộc địa bàn Quảng Nam" in written(app)
    assert tables(app)[1][-1]["Đơn vị giao"] == units.label(other, with_type=True)


def test_what_is_overdue_and_whose_as_the_address_asks(empty_start: Start) -> None:
    empty_start()
    several()
    app = empty_start(PAGE, as_of="2023-06-15")
    assert app.title[0].value.replace("\\", "") == "2 nhiệm vụ quá hạn: quận Hải Châu (1) và quận Sơn Trà (1)"
    assert (
        "**5** nhiệm vụ đã giao · hoàn thành **1/5 (20 %)** · quá hạn **2** · đến hạn trong 30 ngày **1**"
        in written(app)
    )
    assert duties(app) == ["Mở lớp cho cha mẹ", "Rà soát", "Treo pa nô", "Báo cáo *quý*", "Cử cán bộ"]
    assert {"Quận Sơn Trà": ["2", "0", "0", "▼ quá hạn 1"]}.items() <= by_unit(app).items()
    assert "2/7 đơn vị phải báo cáo đã gửi nhiệm vụ" in written(app)
    assert "Quyết định 830 không đặt con số" in written(app)
    assert "Văn bản đã ban hành: 1" in written(app)
    one = empty_start(PAGE, as_of="2023-06-15", unit="493", state="soon")
    assert one.title[0].value.replace("\\", "") == "Quận Sơn Trà: 1 nhiệm vụ quá hạn"
    assert duties(one) == ["Treo pa nô"]
    # The choices of the bar change the address.
    one.selectbox(key="_tasks_state").set_value("all").run()
    one.selectbox(key="_tasks_unit").set_value("all").run()
    one.date_input(key="_tasks_day").set_value(date(2023, 7, 1)).run()
    assert one.query_params == {"unit": "all", "as_of": "2023-07-01"}
    assert "Sau này" in duties(one)
    # What the address cannot mean is left out.
    odd = empty_start(PAGE, as_of="2023-99-99", unit="<b>", state="x", task="9" * 30)
    assert odd.title[0].value.startswith("4 nhiệm vụ quá hạn")
    assert "Nhiệm vụ trong đường dẫn không còn" not in written(odd)
    assert "không còn trong danh sách" in written(empty_start(PAGE, task="999"))


def test_the_files_hold_exactly_what_is_shown(empty_start: Start) -> None:
    empty_start()
    several()
    app = empty_start(PAGE, as_of="2023-06-15")
    found = register(storage.work.tasks.read(results.engine()), DAY)
    lines = list(csv.DictReader(StringIO(tasks_csv(found, found.tasks).decode("utf-8-sig"))))
    assert [line["Nội dung nhiệm vụ"] for line in lines] == duties(app)
    assert [(line["Vào ngày đó"], line["Số ngày quá hạn"]) for line in lines[:3]] == [
        ("quá hạn", "10"), ("quá hạn", "1"), ("đến hạn trong 30 ngày", ""),
    ]  # fmt: skip
    assert (lines[0]["Tệp"], lines[0]["Dòng"], lines[0]["Lần nộp số"]) == ("nhiem-vu.xlsx", "7", "1")
    told = list(csv.DictReader(StringIO(units_csv(found).decode("utf-8-sig"))))
    shown = [(unit, done) for unit, (_, done, *_) in by_unit(app).items()]
    assert [(line["Đơn vị"], line["Đã hoàn thành"]) for line in told] == shown
    assert [done for _, done in shown[:4]] == ["0", "0", "1", ""]
    held = issued(storage.work.directives.read(results.engine()), None, DAY)
    (told,) = csv.DictReader(StringIO(directives_csv(held).decode("utf-8-sig")))
    assert (told["Số, ký hiệu"], told["Cơ quan ban hành"]) == ("12/KH-UBND", "Quận Hải Châu")


def test_a_task_is_written_kept_up_to_date_and_each_taken_back(empty_start: Start) -> None:
    app = empty_start(PAGE, unit="20242")
    fill(
        app,
        NEW,
        duty="  Mở lớp  cho cha mẹ",
        assignee="UBND các phường",
        document="CV 2523",
        due=clock.today() - timedelta(2),
    )
    app.date_input(key=f"{NEW}-assigned").set_value(clock.today() - timedelta(30))
    button(app, "Ghi nhiệm vụ").click().run()
    assert not app.exception
    assert "Đã ghi, thành lần nộp số 1." in written(app)
    assert app.title[0].value.replace("\\", "") == "Phường Hải Châu: 1 nhiệm vụ quá hạn"
    assert now() == [
        Details("UBND các phường", "Mở lớp cho cha mẹ", "CV 2523", clock.today() - timedelta(30), clock.today() - timedelta(2), State.NOT_STARTED)
    ]  # fmt: skip
    # Done, without a day: it is today.
    app = empty_start(PAGE, unit="20242", task="1")
    app.selectbox(key="task-1-state").set_value("done")
    fill(app, "task-1", result="Đã mở 3 lớp", proof="BC 45")
    button(app, "Lưu cập nhật").click().run()
    assert (now()[0].state, now()[0].done_on, now()[0].result) == (State.DONE, clock.today(), "Đã mở 3 lớp")
    told = written(app).replace("\\", "")
    assert "trễ hạn 2 ngày" in told
    assert "Tình trạng: chưa thực hiện → **hoàn thành**" in told
    assert "Nguồn: tệp **nhiem-vu-phuong-hai-chau.xlsx**" in told
    # Back to in progress: the day of completion goes.
    app.selectbox(key="task-2-state").set_value("in_progress")
    button(app, "Lưu cập nhật").click().run()
    assert (now()[0].state, now()[0].done_on) == (State.IN_PROGRESS, None)
    button(app, "Lưu cập nhật").click().run()
    assert app.info[0].value == "Chưa có gì khác để lưu."
    button(app, "Hoàn tác").click().run()
    assert "Đã hoàn tác, rút lần nộp số 3." in written(app)
    assert now()[0].state == State.DONE
    # What was saved in another visit is taken back from the task itself.
    app = empty_start(PAGE, unit="20242", task="1")
    button(app, "Rút lần ghi gần nhất").click().run()
    button(app, "Rút lần nộp số 2").click().run()
    assert now()[0].state == State.NOT_STARTED


def test_a_document_is_written(empty_start: Start) -> None:
    app = empty_start(PAGE)
    key = "directive-new-0"
    button(app, "Ghi văn bản").click().run()
    assert "Hãy ghi số, ngày ban hành" in app.error[0].value
    fill(
        app,
        key,
        number="2523/UBND-KGVX",
        issued=date(2022, 5, 10),
        form="Công văn",
        subject="Triển khai Chương trình 830",
    )
    button(app, "Ghi văn bản").click().run()
    assert not app.error
    (one,) = storage.work.directives.read(results.engine())
    assert (one.unit, one.details) == (
        units.CITY, Document("2523/UBND-KGVX", date(2022, 5, 10), "Triển khai Chương trình 830", None, "Công văn"),
    )  # fmt: skip
    assert app.title[0].value == "Chưa có nhiệm vụ nào được ghi; đã có 1 văn bản"


def test_what_is_wrong_is_said_and_nothing_is_written(empty_start: Start) -> None:
    app = empty_start(PAGE)
    for typed, told in (
        ({"duty": "Mở lớp"}, "Hãy ghi nội dung nhiệm vụ và đơn vị được giao"),
        ({"assignee": "Trường A", "due": date(2020, 1, 1)}, "không thể trước ngày giao"),
        ({"assignee": "Nguyễn Thị Minh", "due": clock.today()}, "có vẻ có tên"),
        ({"assignee": "Trường A", "duty": "Gọi 0905 123 456"}, "có vẻ có tên, số điện thoại"),
        ({"duty": "Không phát sinh"}, "Chưa ghi được"),
    ):
        fill(app, NEW, **typed)
        button(app, "Ghi nhiệm vụ").click().run()
        assert told in app.error[0].value.replace("\\", ""), typed
    assert not now()


def test_what_another_changed_meanwhile_is_not_written_over(empty_start: Start) -> None:
    empty_start()
    hand_in(task(due_date="1903-06-05"))
    app = empty_start(PAGE, task="1")
    hand_in(task(state="done"))
    fill(app, "task-1", result="Đã mở 1 lớp")
    button(app, "Lưu cập nhật").click().run()
    assert "vừa được người khác thay đổi" in app.error[0].value
    assert (now()[0].state, now()[0].result) == (State.DONE, None)
    # What was typed is still there; the new words are a click away.
    assert app.text_area(key="task-1-result").value == "Đã mở 1 lớp"
    assert "vừa được thay đổi trong lúc đang ghi" in app.warning[0].value
    button(app, "Xem bản mới").click().run()
    assert (app.selectbox(key="task-2-state").value, len(app.warning)) == ("done", 0)


def test_every_field_is_corrected_and_the_thing_stays_the_same(empty_start: Start) -> None:
    empty_start()
    hand_in(task(), task(duty="Rà soát"))
    hand_in(document(), kind="directives")
    app = empty_start(PAGE, task="1", as_of="2023-06-15")
    fill(app, "task-1", duty="Mở 3 lớp cho cha mẹ", assignee="UBND 4 phường", document="Công văn 21")
    fill(app, "task-1", assigned=date(2023, 3, 2), due=date(2023, 2, 1))
    button(app, "Lưu cập nhật").click().run()
    assert app.error[0].value == "Hạn hoàn thành không thể trước ngày giao."
    app.date_input(key="task-1-due").set_value(date(2023, 7, 1))
    app.selectbox(key="task-1-unit").set_value("493")
    button(app, "Lưu cập nhật").click().run()
    assert not app.exception
    told = written(app).replace("\\", "").replace("\u2011", "-")
    for words in (
        "Đơn vị: quận Hải Châu → **quận Sơn Trà**", "Nội dung nhiệm vụ: Mở lớp cho cha mẹ → **Mở 3 lớp cho cha mẹ**",
        "Giao cho: UBND các phường → **UBND 4 phường**", "Căn cứ: Công văn 12 → **Công văn 21**",
        "Ngày giao: 1-3-2023 → **2-3-2023**", "Hạn hoàn thành: 5-6-2023 → **1-7-2023**", "Ai đã ghi gì",
    ):  # fmt: skip
        assert words in told + str(labels(app)) + str([e.label for e in app.expander]), words
    assert sorted(duties(app)) == ["Mở 3 lớp cho cha mẹ", "Rà soát"]
    # To what another one is known by: refused.
    fill(app, "task-3", duty="Rà soát", assignee="UBND các phường", assigned=date(2023, 3, 1))
    app.selectbox(key="task-3-unit").set_value("492")
    button(app, "Lưu cập nhật").click().run()
    assert "Đã có một mục khác" in app.error[0].value
    button(app, "Hoàn tác").click().run()
    assert sorted(duties(app)) == ["Mở lớp cho cha mẹ", "Rà soát"]
    # A document the same way; a way back of its own in another visit.
    app = empty_start(PAGE, document="1", as_of="2023-06-15")
    fill(
        app,
        "directive-1",
        number="",
        issued=date(2023, 4, 1),
        subject="Triển khai Chương trình",
        form="Công văn",
    )
    button(app, "Lưu văn bản đã sửa").click().run()
    assert "Hãy ghi số, ngày ban hành" in app.error[0].value
    fill(app, "directive-1", number="21/KH-UBND", issuer="UBND quận", part="Truyền thông")
    button(app, "Lưu văn bản đã sửa").click().run()
    (one,) = storage.work.directives.read(results.engine())
    assert one.details == Document(
        "21/KH-UBND", date(2023, 4, 1), "Triển khai Chương trình", "UBND quận", "Công văn", "Truyền thông"
    )
    told = written(app).replace("\\", "").replace("\u2011", "-")
    assert "Số, ký hiệu: 12/KH-UBND → **21/KH-UBND**; Ngày ban hành: 1-3-2023 → **1-4-2023**" in told
    button(app, "Lưu văn bản đã sửa").click().run()
    assert app.info[0].value == "Chưa có gì khác để lưu."
    app = empty_start(PAGE, document="1")
    button(app, "Rút lần ghi gần nhất").click().run()
    button(app, "Rút lần nộp số 4").click().run()
    assert storage.work.directives.read(results.engine())[0].details.number == "12/KH-UBND"
    assert "không còn trong danh sách" in written(empty_start(PAGE, document="9"))


def opened(start: Any, person: Person, **address: str) -> AppTest:
    app = start(person)
    app.switch_page(PAGE)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception, app.exception
    return app


def test_everybody_reads_and_each_writes_for_the_own_units(start: Any, database: Engine) -> None:
    start(VIEWER)
    several()
    writing = {"Ghi nhiệm vụ", "Ghi văn bản"}
    for person in (VIEWER, ADMINISTRATOR):
        app = opened(start, person, task="1")
        assert "Mở lớp cho cha mẹ" in written(app)
        assert not {*writing, "Lưu cập nhật"} & set(labels(app))
        assert "Tải tệp nguồn" not in str([d.proto for d in app.get("download_button")])
    app = opened(start, REPORTER)
    assert app.title[0].value.startswith("Quận Hải Châu"), "the own unit first"
    assert writing <= set(labels(app))
    assert app.selectbox(key="task-new-unit-492").options == ["Quận Hải Châu (đến 30\u20116\u20112025)"]
    # It has ended: the day that is offered is one on which it stood, and no later one is taken.
    assert app.date_input(key=f"{NEW}-assigned").value == date(2025, 6, 30)
    fill(app, NEW, duty="Mở lớp", assignee="UBND các phường", assigned=date(2025, 7, 1))
    button(app, "Ghi nhiệm vụ").click().run()
    assert "đã kết thúc hoạt động ngày 30" in app.error[0].value
    assert "Lưu cập nhật" in labels(opened(start, REPORTER, task="1"))
    assert "Lưu cập nhật" not in labels(opened(start, REPORTER, task="2", unit="all"))
    app = opened(start, COORDINATOR, task="2")
    assert "Lưu cập nhật" in labels(app)
    # So it is with documents.
    assert "Lưu văn bản đã sửa" not in labels(opened(start, VIEWER, document="1"))
    assert "Lưu văn bản đã sửa" in labels(opened(start, REPORTER, document="1"))
    assert "Lưu văn bản đã sửa" not in labels(opened(start, REPORTER, document="2", unit="all"))


def test_the_list_is_taken_along_corrected_and_handed_in_again(empty_start: Start) -> None:
    empty_start()
    several()
    engine = results.engine()
    raw = workbook_of(engine, TableKind.TASKS, units.CITY)
    report = check("nhiem-vu.xlsx", raw)
    assert report["status"] == "ready"
    before = storage.work.tasks.read(engine)
    receipt = accept(engine, local_person(), "nhiem-vu.xlsx", raw, report)
    assert (receipt.new, receipt.changed, receipt.unchanged) == (0, 0, len(before))
    (own,) = check("n.xlsx", workbook_of(engine, TableKind.TASKS, "492"))["tables"]
    assert [record["unit"] for record in own["records"]] == ["492"]
    (held,) = check("v.xlsx", workbook_of(engine, TableKind.DIRECTIVES, units.CITY))["tables"]
    assert [record["unit"] for record in held["records"]] == ["492", "493"]


@pytest.mark.parametrize("dated", [True, False])
def test_the_list_of_every_unit_reads_back_to_the_same_units(dated: bool) -> None:
    """Names that an old and a new unit share are told apart, with and without a day."""
    codes = sorted(
        u.code
        for u in units.all_units()
        if (units.reports(u) and u.in_old_city and u.code not in units.HOANG_SA) or u.code == units.CITY
    )
    rows: list[task_file.Row] = [
        (code, Details("Trường A", f"Việc {n}", assigned_on=units.first_day(code) if dated else None))
        for n, code in enumerate(codes)
    ]
    report = check("nhiem-vu.xlsx", workbook(TableKind.TASKS, units.CITY, rows))
    assert report["issues"] == []
    assert [record["unit"] for record in report["tables"][0]["records"]] == codes


def test_in_english_nothing_stays_vietnamese_but_names(empty_start: Start) -> None:
    empty_start()
    several()
    messages.use("en")
    try:
        app = empty_start(PAGE, lang="en", as_of="2023-06-15", task="1")
    finally:
        messages.use("vi")
    assert app.title[0].value.startswith("2 tasks are overdue")
    words = written(app) + "".join(labels(app)) + str(listed(app))
    told = words.replace("Công văn", "")
    assert [
        told[m.start() - 60 : m.end() + 30] for m in re.finditer("nhiệm vụ|quá hạn|Ghi |giao |hạn|chưa", told)
    ] == []


def test_a_standing_has_its_words_everywhere() -> None:
    from exports.as_csv.tasks import STANDING_WORDS
    from pages.manage.task.words import MARKS, STANDINGS

    assert set(STANDINGS) == set(MARKS) == set(STANDING_WORDS) == set(Standing)
    assert {code: words.lower() for code, words in STANDINGS.items()} == STANDING_WORDS
