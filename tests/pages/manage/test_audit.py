"""Nhật ký: every action in words, chosen by person, kind and days, and the same as a file."""

import csv
import io
import re
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import insert

import storage.access.people
import storage.demo
import storage.intake.answers
import storage.journal.audit
import storage.registers.supplied
import storage.upkeep.backup
import storage.upkeep.retention
import storage.upkeep.runs
from access import Actor, Right, Role, local_person
from locales import messages
from pages.manage.audit_words import actions as audit_names
from pages.manage.audit_words import entries as audit_words
from pages.manage.audit_words import fields as audit_fields
from pages.parts.figures import results
from program import clock
from program.submissions.mending import Answer, Question
from storage.access.people import Asked
from storage.database import writing
from storage.intake.submissions import withdraw
from storage.journal import log
from storage.journal.audit import Chosen
from storage.journal.kept_out import Why
from storage.schema import server_run
from tests.pages.conftest import ROOT, Start
from tests.pages.handing_in import rows, take, written
from tests.pages.manage.test_targets import target
from tests.storage.build import record

PAGE = "pages/manage/audit.py"
AN = "an@danang.gov.vn"
LOCAL = local_person()
ACTIONS = {value for name, value in vars(log).items() if name.isupper() and isinstance(value, str)}


def test_every_action_has_words_and_a_kind_to_choose_it_by() -> None:
    assert set(audit_names.ACTIONS) == ACTIONS
    kinds = [action for _, actions in audit_names.KINDS.values() for action in actions]
    assert sorted(kinds) == sorted(ACTIONS)


def test_every_kind_of_export_has_words() -> None:
    sources = "".join(f.read_text("utf-8") for f in (ROOT / "pages").rglob("*.py"))
    taken = set(re.findall(r'what="(\w+)"', sources))
    assert len(taken) > 8
    assert taken <= set(audit_names.EXPORTS)


def much() -> None:
    """Something of nearly every kind."""
    engine = results.engine()
    storage.access.people.add(engine, LOCAL, AN, "Lê An", Asked(Role.REPORTER, ("492",)))
    storage.access.people.rename(engine, LOCAL, AN, "Lê Thị An")
    an = Actor(AN, "Lê Thị An", frozenset(Right))
    storage.journal.audit.signed_in(engine, an, "oidc")
    withdraw(engine, LOCAL, take(record(), name="=bao-cao.xlsx").submission.id)
    take(target(14, "492"), kind="targets", name="giao.xlsx")
    storage.registers.supplied.supply(
        engine, LOCAL, "T2", clock.today(), 3, 4, "Công an thành phố", "Công văn 12"
    )
    storage.journal.audit.exported(
        engine, an, "activities",
        {"unit": "492", "period": "2023-Q2", "kind": "contest", "size": "unusual", "q": "<b>mạng</b>"},
    )  # fmt: skip


def entries(**chosen: Any) -> list[storage.journal.audit.Entry]:
    return storage.journal.audit.entries(results.engine(), LOCAL, Chosen(**chosen))


def test_what_stands_in_the_log_is_told_in_words(empty_start: Start) -> None:
    much()
    told = [audit_words.line(entry) for entry in entries()]
    said = {(one.what, one.who): one for one in told}
    day = f"{clock.today().day}-{clock.today().month}-{clock.today().year}"

    def plainly(text: str) -> str:
        return text.replace("\u2011", "-").replace("\u00a0", " ")

    granted = said["Giao vai trò", LOCAL.name]
    assert (granted.about, granted.before) == (f"tài khoản {AN}", "")
    assert plainly(granted.after) == (f"vai trò: Người nộp báo cáo; đơn vị: Quận Hải Châu; từ ngày: {day}")
    renamed = said["Đổi họ tên", LOCAL.name]
    assert (renamed.before, renamed.after) == ("họ tên: Lê An", "họ tên: Lê Thị An")
    assert said["Đăng nhập", "Lê Thị An"].after == "cách đăng nhập: tài khoản của cơ quan"
    assert audit_words.state({"name": "Tháng hành động"}, "campaign") == "tên kỳ báo cáo: Tháng hành động"
    accepted = next(one for one in reversed(told) if one.what == "Nhận báo cáo")
    assert (accepted.about, accepted.after) == ("lần nộp số 1, tệp =bao-cao.xlsx", "dòng mới: 1")
    supplied = said["Ghi số liệu được cung cấp", LOCAL.name]
    assert plainly(supplied.after) == (
        f"tính đến ngày: {day}; tử số: 3; mẫu số: 4; cơ quan cung cấp: Công an thành phố; văn bản: Công văn 12"
    )
    assert said["Tải về", "Lê Thị An"].about == "các dòng hoạt động"
    assert said["Tải về", "Lê Thị An"].after == (
        "đơn vị: Quận Hải Châu; kỳ: quý II/2023; loại hoạt động: Hội thi, cuộc thi; quy mô: quy mô khác thường; "
        "từ cần tìm: <b>mạng</b>"
    )


def more(folder: Path) -> None:
    """What is seldom done."""
    engine = results.engine()
    storage.journal.audit.signed_out(engine, LOCAL, "2026-11-26T08:00:00+00:00")
    for why in ("role_ended", *Why):
        storage.journal.audit.refused(
            engine, "la@danang.gov.vn", {"why": why, "way": "oidc", "origin": "10.0.0.5"}, 2
        )
    storage.intake.answers.remember(engine, LOCAL, "492", [Answer(Question.AUDIENCE, "học viên", "parents")])
    storage.intake.answers.forget(engine, LOCAL, [one.id for one in storage.intake.answers.kept(engine)])
    storage.upkeep.retention.retain(engine, 1, datetime.now(UTC) + timedelta(days=9))
    storage.upkeep.backup.back_up(engine, folder / "sao-luu.zip")
    broken = {"host": socket.gethostname(), "pid": 0, "process": "gone", "started_at": datetime.now(UTC)}
    with writing(engine) as connection:
        connection.execute(insert(server_run).values(broken))
    storage.upkeep.runs.begin(engine)
    before, after = {"verdict": "first", "reason": "Trùng"}, {"verdict": "detail", "reason": "Đủ hơn"}
    with writing(engine) as connection:
        log.record(connection, LOCAL, log.DECIDED, 1, {"basis_decision": 1}, before=before, after=after)


def test_no_part_of_an_entry_is_left_as_a_code(empty_start: Start, tmp_path: Path) -> None:
    much()
    more(tmp_path)
    for entry in entries():
        names = {*(entry.before or {}), *(entry.after or {}), *entry.detail} - audit_words._INTERNAL
        assert names <= set(audit_fields.FIELDS), entry.action
        said = audit_words.line(entry)
        told = " | ".join((said.who, said.what, said.about, said.before, said.after))
        assert not re.search(r"[a-z]_[a-z]|\[|\d{4}-\d|\b(server|operator|local|parents|first)\b", told), told


def test_the_screen_tells_how_much_and_what_was_last(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert app.title[0].value == "Chưa có việc nào được ghi."
    much()
    app = empty_start(PAGE)
    assert app.title[0].value == f"{len(entries())} việc được ghi lại"
    assert "Lê Thị An, tải về." in written(app)
    lines = rows(app)
    assert len(lines) == len(entries())
    _, (who,), (what,), (content,) = lines[0]
    assert (who, what) == ("Lê Thị An", "Tải về")
    assert content.startswith("các dòng hoạt động · ")
    # Words that people typed are no markup.
    assert content.endswith("từ cần tìm: &lt;b&gt;mạng&lt;/b&gt;")
    renamed = next(content for _, _, (what,), content in lines if what == "Đổi họ tên")
    assert renamed == [f"tài khoản {AN}", "Trước: họ tên: Lê An", "Sau: họ tên: Lê Thị An"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ({"by": AN}, {"Đăng nhập", "Tải về"}),
        ({"action": "people"}, {"Thêm tài khoản", "Giao vai trò", "Đổi họ tên"}),
        ({"action": "exports", "by": AN}, {"Tải về"}),
        ({"since": clock.today().isoformat(), "action": "sign-ins"}, {"Đăng nhập"}),
        ({"until": "2020-01-01"}, set()),
        ({"by": "nobody knows", "action": "nonsense", "since": "31/12/2026", "page": "x"}, None),
    ],
)
def test_the_choice_stands_in_the_address(
    empty_start: Start, address: dict[str, str], expected: set[str] | None
) -> None:
    much()
    app = empty_start(PAGE, **address)
    assert not app.exception
    if expected == set():
        assert app.title[0].value == "Không có việc nào khớp với lựa chọn."
        app.button[0].click().run()
        assert len(rows(app)) == len(entries())
        return
    shown = {what for _, _, (what,), _ in rows(app)}
    assert shown == (expected or {audit_words.action(e.action) for e in entries()})


def test_a_choice_on_the_screen_changes_the_address_and_begins_at_the_first_page(empty_start: Start) -> None:
    much()
    app = empty_start(PAGE, page="7")
    app.selectbox(key="_audit-action").set_value("people").run()
    assert (app.query_params.get("action"), "page" in app.query_params) == ("people", False)
    assert len(rows(app)) == 3
    app.date_input(key="_audit-since").set_value(clock.today()).run()
    assert app.query_params["since"] == clock.today().isoformat()


def test_a_long_log_comes_in_pages(empty_start: Start) -> None:
    for n in range(51):
        storage.journal.audit.exported(results.engine(), LOCAL, "table", {"table": f"bảng {n}"})
    assert len(rows(empty_start(PAGE))) == 50
    ((*_, (content,)),) = rows(empty_start(PAGE, page="2"))
    assert content.endswith("bảng: bảng 0")


def test_the_file_holds_exactly_what_is_chosen_and_no_formula_runs(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Any] = {}
    monkeypatch.setattr(st, "download_button", lambda _, data, **said: made.update({said["key"]: data}))
    much()
    storage.access.people.rename(results.engine(), LOCAL, AN, "=1+1")
    app = empty_start(PAGE, by=AN)
    shown = len(rows(app))
    messages.use("en")  # a file is in Vietnamese whatever the page speaks
    try:
        raw = made["audit-csv"]()
    finally:
        messages.use("vi")
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert [row["Việc"] for row in lines] == ["Tải về", "Đăng nhập"]
    assert len(lines) == shown
    assert {row["Tên đăng nhập"] for row in lines} == {AN}
    assert {row["Người làm"] for row in lines} == {"'=1+1"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", lines[0]["Lúc"])
    newest = entries()[0]
    assert (newest.action, newest.subject, newest.after) == (log.EXPORTED, "export:log", {"by": AN})


def test_demo_data_removed_leaves_its_entries(demo_start: Start) -> None:
    demo_start()
    storage.demo.remove(results.engine(), LOCAL)
    app = demo_start(PAGE)
    assert [what for _, _, (what,), _ in rows(app)][:2] == [
        "Xóa dữ liệu minh họa",
        "Nạp dữ liệu minh họa",
    ]


@pytest.mark.parametrize("right", [Right.MANAGE_USERS, Right.READ])
def test_another_right_opens_nothing(
    empty_start: Start, right: Right, monkeypatch: pytest.MonkeyPatch
) -> None:
    much()
    monkeypatch.setattr(results, "actor", lambda: Actor("an", "Lê An", frozenset({Right.READ, right})))
    app = empty_start(PAGE)
    assert app.title[0].value == "Trang này cần thêm quyền."
    assert rows(app) == []
    assert AN not in written(app)
