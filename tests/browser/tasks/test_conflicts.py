"""The desk on a telephone and by the keyboard alone: one thing of each kind, decided and taken back."""

import pytest
from playwright.sync_api import Page, expect

from access import local_person
from storage.database import connect, migrate
from storage.intake.submissions import accept
from tests.browser.driving import settled, whole_page
from tests.browser.judging import english, findings, sideways
from tests.browser.server import App
from tests.browser.windows import PHONE
from tests.storage.build import bytes_of, record, report
from tests.storage.conflicts.test_conflicts import HALVES, LARGE, SUMMED, TWIN, year


@pytest.fixture
def filled_app(empty_app: App) -> App:
    """The app on a database in which one thing of each kind waits."""
    store = connect(empty_app.database_url)
    migrate(store)
    quarter = record(**SUMMED, start_date="2023-03-15", end_date="2023-06-14")
    files = [[TWIN[0]], [TWIN[1]], [quarter, *HALVES, LARGE], year(2023), year(2024)]
    for number, records in enumerate(files):
        made = report(*records)
        accept(store, local_person(), f"tep-{number}.xlsx", bytes_of(made), made)
    store.dispose()
    return empty_app


def test_decided_by_the_keyboard_alone_on_a_telephone(phone: Page, filled_app: App) -> None:
    phone.goto(f"{filled_app.url}/conflicts")
    title = phone.get_by_role("heading", level=1)
    expect(title).to_contain_text("5 mục chờ quyết định, nhiều nhất 4.858 lượt")
    expect(phone.get_by_role("table")).to_have_count(5)
    settled(phone)
    assert sideways(phone) <= 0
    whole_page(phone)
    assert not findings(phone)
    phone.set_viewport_size(PHONE)

    first = phone.get_by_role("radio", name="Để xem sau").first
    first.focus()
    phone.keyboard.press("ArrowDown")
    reason = phone.get_by_label("Lý do")
    expect(reason).to_be_visible()
    phone.keyboard.press("Tab")
    expect(reason).to_be_focused()
    phone.keyboard.type("đã gọi đơn vị")
    phone.keyboard.press("Enter")
    save = phone.get_by_role("button", name="Lưu quyết định").first
    expect(save).to_be_enabled()
    settled(phone)
    phone.keyboard.press("Tab")
    expect(save).to_be_focused()
    phone.keyboard.press("Enter")
    expect(title).to_contain_text("4 mục chờ quyết định")
    phone.get_by_role("button", name="Hoàn tác").press("Enter")
    expect(title).to_contain_text("5 mục chờ quyết định")
    expect(phone.get_by_text("Đã hoàn tác")).to_be_visible()
    settled(phone)
    assert not english(phone)
