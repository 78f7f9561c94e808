"""The administrator at work in Chromium: a person added by keyboard enters at once, is stopped at once, also
in the middle of an open page, and all of it stands in the log and in its file."""

import csv
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine

from access import Role, local_person
from storage.access.roster import accounts
from storage.database import connect, migrate
from storage.intake.submissions import accept
from tests import people
from tests.browser.driving import settled
from tests.browser.server import App
from tests.browser.signing import behind_sign_in, provider, sign_in
from tests.storage.build import bytes_of, record, report


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database with a report, an administrator, and somebody without a role."""
    engine = connect(f"sqlite:///{(tmp_path_factory.mktemp('people') / 'app.sqlite3').as_posix()}")
    migrate(engine)
    made = report(record())
    accept(engine, local_person(), "bao-cao.xlsx", bytes_of(made), made)
    people.enter(engine, people.ADMINISTRATOR)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def app(database: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The server of all tests of this file."""
    url = database.url.render_as_string(hide_password=False)
    with provider() as asked, behind_sign_in(tmp_path_factory.mktemp("signed"), asked, url) as running:
        yield running


def choose(page: Page, label: str, option: str) -> None:
    """By keyboard: to the field, its words, Enter. A run that what was entered before has begun closes the list when
    it ends; the arrow opens it again."""
    field = page.get_by_role("combobox", name=label).first
    field.focus()
    page.keyboard.type(option)
    settled(page)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name=option)).to_be_visible()
    page.keyboard.press("Enter")


def test_a_person_is_added_enters_is_stopped_and_the_log_has_it(
    page: Page, other_page: Page, app: App, database: Engine, tmp_path: Path
) -> None:
    admin, reader = page, other_page
    admin.goto(f"{app.url}/users")
    sign_in(admin, "administrator")
    expect(admin.get_by_role("heading", name="1 tài khoản được vào")).to_be_visible()
    admin.get_by_text("Thêm người", exact=True).click()
    admin.get_by_role("textbox", name="Họ và tên").first.fill(people.VIEWER.name)
    admin.keyboard.press("Tab")
    admin.get_by_role("textbox", name="Tên đăng nhập").fill(people.VIEWER.login)
    admin.keyboard.press("Tab")
    settled(admin)
    choose(admin, "Vai trò", "Người xem")
    expect(admin.get_by_text("Xem mọi trang, tải bảng số liệu")).to_be_visible()
    # The form stays open with what was typed where something is refused.
    login = admin.get_by_role("textbox", name="Tên đăng nhập")
    login.fill(people.ADMINISTRATOR.login)
    button = admin.get_by_role("button", name="Thêm người này")
    button.focus()
    admin.keyboard.press("Enter")
    expect(admin.get_by_text(f"đã có, của {people.ADMINISTRATOR.name}")).to_be_visible()
    expect(login).to_be_visible()
    expect(admin.get_by_role("textbox", name="Họ và tên").first).to_have_value(people.VIEWER.name)
    login.fill(people.VIEWER.login)
    admin.keyboard.press("Tab")
    settled(admin)
    button.focus()
    admin.keyboard.press("Enter")
    expect(admin.get_by_text(f"Đã thêm {people.VIEWER.name}.")).to_be_visible()

    reader.goto(f"{app.url}/activities")
    sign_in(reader, "viewer")
    csv_button = reader.get_by_role("button", name="Tải CSV")
    with reader.expect_download() as first, reader.expect_request(f"{app.url}/media/**") as asked_for:
        csv_button.click()
    assert first.value.failure() is None
    link = asked_for.value.url
    # The link of a file is no way to it for anybody else, nor for nobody.
    own, others = reader.context.request, admin.context.request
    whole = own.get(link)
    assert (whole.status, whole.headers["cache-control"]) == (200, "private, no-store")
    part = own.get(link, headers={"Range": "bytes=0-9"})
    assert (part.status, part.body()) == (206, whole.body()[:10])
    told = own.head(link)
    assert (told.status, int(told.headers["content-length"]), told.body()) == (
        200,
        len(whole.body()),
        b"",
    )
    for one in (others.get(link), others.head(link), own.get(link.replace("/media/", "/media/0"))):
        assert one.status == 404
    assert others.get(link).text().startswith("Không có tệp ở địa chỉ này")
    with pytest.raises(HTTPError, match="404"):
        urlopen(link)

    admin.get_by_role("button", name="Kết thúc").click()
    expect(admin.get_by_text("Đã kết thúc vai trò của")).to_be_visible()
    expect(admin.get_by_role("heading", name="1 tài khoản không có vai trò")).to_be_visible()
    # The page of whoever was stopped is still open, but nothing comes from it any more.
    csv_button.click()
    expect(reader.get_by_text("Chưa tải được tệp.")).to_be_visible()
    assert own.get(link).status == 404
    reader.reload()
    expect(reader.get_by_role("button", name="Tải CSV")).to_have_count(0)

    admin.get_by_role("button", name="Hoàn tác: giao lại cho").click()
    expect(admin.get_by_text("Đã giao lại vai trò cho")).to_be_visible()
    reader.reload()
    expect(reader.get_by_role("button", name="Tải CSV")).to_be_visible()

    admin.goto(f"{app.url}/audit?action=people")
    expect(admin.get_by_text("Kết thúc vai trò")).to_be_visible()
    with admin.expect_download() as taken:
        admin.get_by_role("button", name="Tải CSV").click()
    taken.value.save_as(tmp_path / "nhat-ky.csv")
    with (tmp_path / "nhat-ky.csv").open(encoding="utf-8-sig", newline="") as source:
        lines = list(csv.DictReader(source))
    own = [(row["Người làm"], row["Việc"]) for row in lines if people.VIEWER.login in row["Về"]]
    assert own == [
        (people.ADMINISTRATOR.name, what)
        for what in ("Giao vai trò", "Kết thúc vai trò", "Giao vai trò", "Thêm tài khoản")
    ]
    (one,) = [one for one in accounts(database, local_person()) if one.login == people.VIEWER.login]
    assert [(g.role, g.ended_by) for g in one.grants] == [
        (Role.VIEWER, people.ADMINISTRATOR.login),
        (Role.VIEWER, None),
    ]
