"""Who sees which page: every role on every page, and that no page lacks its check."""

import ast
import re
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, event, select
from streamlit.testing.v1 import AppTest

import storage.access.people
import storage.journal.audit
from access import Actor, Denied, Role, anonymous, local_person, nobody
from access.identity import Absence
from exports.as_csv.activities import csv_bytes
from pages.parts.figures import results
from pages.parts.shell import menu
from pages.parts.shell.menu import SCREENS
from pages.parts.shell.visit import arrival, permission
from serving import mark
from storage.access.accounts import actor_of
from storage.access.people import Asked
from storage.commands import checkup
from storage.database import reading
from storage.journal import log
from storage.schema import event as log_entry
from storage.upkeep.findings import Finding
from tests import people
from tests.exports.test_activities_csv import rows
from tests.people import ADMINISTRATOR, COORDINATOR, REPORTER, STRANGER, VIEWER, Person
from tests.stores import Shared

ROOT = Path(__file__).resolve().parents[2]
SIGNED_OUT = Person("", "")
READING = set(menu.ADDRESSES) - {
    "submit",
    "contacts",
    "review",
    "conflicts",
    "users",
    "audit",
    "installation",
}
# What each person's menu holds beyond the reading screens; who is not here reads nothing.
MORE = {
    VIEWER: set(),
    REPORTER: {"submit", "contacts"},
    COORDINATOR: {"submit", "contacts", "review", "conflicts"},
    ADMINISTRATOR: {"users", "audit", "installation"},
}
OIDC = {
    "DASHBOARD_ACCESS": "oidc",
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
    "DASHBOARD_OIDC_CLIENT_SECRET": "secret",
    "DASHBOARD_OIDC_REDIRECT_URL": "https://830.example/oauth2callback",
    "DASHBOARD_COOKIE_SECRET": "c" * 40,
}
PROXY = {
    "DASHBOARD_ACCESS": "proxy",
    "DASHBOARD_PROXY_ADDRESS": "127.0.0.1",
    "DASHBOARD_PROXY_SECRET": "s" * 40,
    "DASHBOARD_COOKIE_SECRET": "c" * 40,
}
FINDING = Finding(
    "not_writable",
    "Tài khoản chạy chương trình không mở được /var/lib/dashboard/dashboard.sqlite3 để ghi.",
    "Giao lại tệp (chown dashboard: /var/lib/dashboard/dashboard.sqlite3*; xem https://id.example/a/b).",
)
Start = Callable[[Person], AppTest]


@pytest.fixture
def database(shared: Shared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Engine:
    """An empty database with the people of the tests, which the app opens."""
    path = tmp_path / "app.sqlite3"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path.as_posix()}")
    monkeypatch.setenv("DASHBOARD_DEMO", "off")
    return shared.store(path, "people", lambda engine: people.enter(engine, *people.EVERYBODY))


@pytest.fixture
def start(database: Engine, monkeypatch: pytest.MonkeyPatch) -> Start:
    """The app as a server with sign-in shows it to somebody."""
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(mark, "served", lambda: True)
    # The check asks the provider of accounts; what it finds is told in tests/storage/upkeep/doctor/test_settings.py.
    monkeypatch.setattr(checkup, "examined", lambda: [FINDING])

    def started(person: Person) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.user = _claims(person)
        app.run()
        assert not app.exception, app.exception
        return app

    return started


def _claims(person: Person) -> dict[str, object]:
    if person == SIGNED_OUT:
        return {"is_logged_in": False}
    return {"is_logged_in": True, "email": person.login, "email_verified": True, "iat": time.time()}


def _opened(app: AppTest, script: str) -> str:
    """The title of a page."""
    app.switch_page(script)
    app.run()
    assert not app.exception, app.exception
    return app.title[0].value


def _menu(app: AppTest) -> str:
    """The markup that the page begins with, the menu in it."""
    body: str = app.get("html")[0].proto.body
    return body


@pytest.mark.parametrize("person", MORE, ids=lambda one: one.roles[0].role)
def test_each_role_opens_its_own_pages_and_no_others(person: Person, start: Start) -> None:
    app = start(person)
    open_to = {
        screen.address
        for screen in SCREENS
        if _opened(app, screen.script) != "Trang này cần thêm quyền."
    }  # fmt: skip
    assert open_to == READING | MORE[person]
    offered = re.findall(r'href="\./([^"]*)"( aria-current)?', _menu(app))
    assert {address for address, _ in offered} == open_to, "the menu offers what opens"
    assert {address for address, here in offered if here} == {SCREENS[-1].address}, "and says where one is"


def test_the_administrator_reads_what_the_check_finds_and_who_came_in_how(
    start: Start, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start(ADMINISTRATOR)
    storage.journal.audit.signed_in(database, Actor(VIEWER.login, "x", frozenset()), "oidc")
    assert _opened(app, "pages/manage/installation.py") == "Có 1 điều cần sửa trong bản cài đặt"
    findings, made_of, came = (one.proto.body for one in app.get("html") if "<table" in one.proto.body)
    assert "không mở được …/dashboard.sqlite3 để ghi." in findings
    assert "chown dashboard: …/dashboard.sqlite3*; xem https://id.example/a/b" in findings
    for secret in ("/var", "secret", "c" * 40, "id.example", str(database.url.database)):
        assert secret not in made_of + came
    lines = came.split("<tr>")[2:]
    assert [VIEWER.login in one for one in lines] == [False, False, False, True], "who came last stands last"
    assert "qua tài khoản cơ quan" in lines[-1]
    assert "chưa đăng nhập lần nào" in next(one for one in lines if REPORTER.login in one)
    monkeypatch.setattr(checkup, "examined", list)
    app.run()
    assert app.title[0].value == "Có 1 điều cần sửa trong bản cài đặt", "within the minute"
    app.button(key="installation-again").click().run()
    assert app.title[0].value == "Không thấy điều gì cần sửa trong bản cài đặt"


@pytest.mark.parametrize("person", [SIGNED_OUT, STRANGER], ids=["signed out", "without a role"])
def test_who_may_not_read_gets_the_sign_in_page_at_every_address(person: Person, start: Start) -> None:
    app = start(person)
    for screen in SCREENS:
        assert _opened(app, screen.script) == "Chương trình 830 · Đà Nẵng"
        assert "<nav" not in _menu(app)
        assert not app.get("plotly_chart")
        assert not app.get("arrow_data_frame")
        assert not app.get("file_uploader")


def test_a_role_that_ends_stops_at_the_next_run(start: Start, database: Engine) -> None:
    app = start(VIEWER)
    assert app.title[0].value != "Chương trình 830 · Đà Nẵng"
    people.end(database, VIEWER)
    app.run()
    assert app.title[0].value == "Chương trình 830 · Đà Nẵng"
    assert "vừa kết thúc" in app.warning[0].value


@pytest.mark.parametrize(
    ("ends", "title"), [(True, "Chương trình 830 · Đà Nẵng"), (False, "Trang này cần thêm quyền.")]
)
def test_a_role_that_ends_while_a_page_is_made_is_no_fault(
    ends: bool, title: str, start: Start, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page has asked who may, the store asks again; also where the store alone refuses."""
    app = start(people.ADMINISTRATOR)

    def meanwhile(engine: Engine, actor: Actor) -> dict[str, str]:
        if ends:
            people.end(database, people.ADMINISTRATOR)
            return actors(engine, actor)
        raise Denied("Chưa được xem")

    storage.access.people.grant(database, local_person(), COORDINATOR.login, Asked(Role.ADMINISTRATOR))
    actors = storage.journal.audit.actors
    monkeypatch.setattr(storage.journal.audit, "actors", meanwhile)
    app.switch_page("pages/manage/audit.py").run()
    assert not app.exception
    assert [one.value for one in app.title] == [title]
    assert any(
        ("vừa kết thúc" if ends else "Chưa được xem") in one.value for one in (*app.warning, *app.markdown)
    )
    if not ends:  # and it is asked again at the next visit
        monkeypatch.setattr(storage.journal.audit, "actors", actors)
        assert _opened(app, "pages/manage/audit.py") != title


def test_a_sign_in_that_grows_old_stops_at_the_next_run(start: Start) -> None:
    app = start(VIEWER)
    app.user = app.user | {"iat": time.time() - 13 * 3600}
    app.run()
    assert "hết hạn" in app.warning[0].value
    assert [button.label for button in app.button] == ["Đăng nhập bằng tài khoản cơ quan", "English"]


def test_signed_in_stands_at_the_foot(start: Start) -> None:
    app = start(COORDINATOR)
    assert any("Đang đăng nhập: Trần Thị Bình" in line.value for line in app.markdown)
    app.button(key="log-out").click().run()
    assert app.title[0].value == "Chương trình 830 · Đà Nẵng"
    assert not any("Trần Thị Bình" in line.value for line in app.markdown)


def test_a_tab_that_comes_back_as_somebody_else_begins_anew(start: Start) -> None:
    app = start(VIEWER)
    app.session_state["held"] = "of the viewer"
    assert app.run().session_state["held"] == "of the viewer"
    app.user = _claims(COORDINATOR)
    assert "held" not in app.run().session_state


@pytest.mark.parametrize("process", ["the same", "another"])
def test_signing_out_ends_the_sign_in_in_other_tabs_too(
    process: str, start: Start, database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = start(COORDINATOR), start(COORDINATOR)
    other.user = dict(first.user)
    other.run()
    assert other.title[0].value != "Chương trình 830 · Đà Nẵng"
    if process == "another":
        monkeypatch.setattr(arrival, "_LEFT", {})
    first.button(key="log-out").click().run()
    assert first.title[0].value == "Chương trình 830 · Đà Nẵng"
    if process == "another":  # which remembers nothing of it, and asks the log after a while
        arrival._LEFT.clear()
        later = time.monotonic() + 60
        monkeypatch.setattr(results, "time", SimpleNamespace(monotonic=lambda: later))
    other.run()
    assert other.title[0].value == "Chương trình 830 · Đà Nẵng"
    assert start(COORDINATOR).title[0].value != "Chương trình 830 · Đà Nẵng", "signed in anew"
    with reading(database) as connection:
        query = select(log_entry.c.actor).where(log_entry.c.action == log.SIGNED_OUT)
        assert connection.scalars(query).all() == [COORDINATOR.login]


def test_everybody_reads_where_the_installation_says_so(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_ANONYMOUS_READING", "on")
    app = start(SIGNED_OUT)
    open_to = {s.address for s in SCREENS if _opened(app, s.script) != "Trang này cần thêm quyền."}
    assert open_to == READING
    assert app.button(key="log-in").label == "Đăng nhập"


@pytest.mark.parametrize(
    ("login", "title"), [(VIEWER.login.upper(), None), ("nobody@danang.gov.vn", "Đà Nẵng"), (None, "Đà Nẵng")]
)
def test_through_a_proxy_its_header_says_who_is_there(
    login: str | None, title: str | None, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in PROXY.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(arrival, "_header", lambda: login)
    app = start(COORDINATOR)  # a claim that must not count here
    assert (app.title[0].value == "Chương trình 830 · Đà Nẵng") is bool(title)
    assert not [button for button in app.button if button.key in ("log-in", "log-out")]
    if login is None:
        assert any("mở qua địa chỉ của cơ quan" in line.value for line in app.markdown)


def test_without_the_layers_of_the_server_nothing_is_believed(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mark, "served", lambda: False)
    app = start(COORDINATOR)
    assert [line.value for line in app.error] == [
        "Hệ thống được khởi động chưa đúng cách. Người quản trị xem nhật ký của máy chủ để biết cần sửa gì."
    ]
    for name, value in PROXY.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(arrival, "_header", lambda: COORDINATOR.login)
    assert arrival.found() is Absence.NOBODY


def test_the_local_person_opens_everything(database: Engine) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.run()
    for screen in SCREENS:
        assert _opened(app, screen.script) != "Trang này cần thêm quyền."
    assert not any("Đang đăng nhập" in line.value for line in app.markdown)


def test_every_page_begins_with_its_check() -> None:
    for screen in SCREENS:
        body = ast.parse((ROOT / screen.script).read_text("utf-8")).body
        first = next(s for s in body[1:] if not _only_names(s))
        assert ast.unparse(first) == f"permission.needed(Right.{screen.right.name})", screen.script


def _only_names(statement: ast.stmt) -> bool:
    """An import, a function, or a constant: nothing that could show something."""
    if isinstance(statement, ast.Assign):
        return not any(isinstance(part, ast.Call) for part in ast.walk(statement))
    return isinstance(statement, ast.Import | ast.ImportFrom | ast.FunctionDef)


def test_every_script_of_a_page_is_a_screen() -> None:
    """What draws as it is imported is a page, and stands in the menu with its right."""
    scripts = {screen.script for screen in SCREENS}
    for folder in ("view", "submit", "manage"):
        for file in (ROOT / "pages" / folder).glob("*.py"):
            draws = any(
                isinstance(s, ast.Expr | ast.With | ast.For | ast.If) and not _docstring(s)
                for s in ast.parse(file.read_text("utf-8")).body
            )
            assert (file.relative_to(ROOT).as_posix() in scripts) is draws, file


def _docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def test_every_role_and_visitor_has_its_place_in_the_menu() -> None:
    assert {grant.role for person in MORE for grant in person.roles} == set(Role)
    assert not [page for page in SCREENS if page.right in nobody().rights]
    assert {page.address for page in SCREENS if page.right in anonymous().rights} == READING
    assert {page.address for page in SCREENS if page.right in local_person().rights} == set(menu.ADDRESSES)


def test_a_reader_without_a_name_reads_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert permission.person("Lê Văn Cường") == "Lê Văn Cường"
    monkeypatch.setattr(results, "actor", anonymous)
    assert permission.person("Lê Văn Cường") == "cán bộ phụ trách"
    given = [rows({"title": "Lớp A", "uploaded_by": "Lê Văn Cường"})]
    assert "Lê Văn Cường" in csv_bytes(given).decode()
    hidden = csv_bytes(given, names=permission.sees_names(anonymous())).decode()
    assert "Lê Văn Cường" not in hidden
    assert "Lớp A" in hidden
    assert hidden.splitlines()[0] == csv_bytes(given).decode().splitlines()[0]


def test_asking_who_is_there_is_one_query(database: Engine) -> None:
    asked: list[str] = []
    event.listen(database, "before_cursor_execute", lambda *args: asked.append(args[2]))
    assert actor_of(database, VIEWER.login) is not None
    assert len([statement for statement in asked if "user_account" in statement]) == 1
    assert len(asked) <= 2  # it, and the beginning of the transaction
