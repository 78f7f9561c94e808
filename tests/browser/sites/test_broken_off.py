"""Somebody's connection breaks off while a file is on its way: nothing of it stays, the server goes on. A
server that is killed says so when it starts again, and has what it had accepted; there a link to a page is the very
first visit, as in `test_cold_link`."""

import re
import socket
import struct
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from storage.database import connect
from storage.intake.submissions import history
from tests.browser.server import serving
from tests.browser.session import visit
from tests.browser.tasks.test_journey import WORKBOOK, choose_file
from tests.browser.test_cold_link import MENU

_ANNOUNCED = 5_000_000
_SENT = 400_000


def _broken_off(url: str, headers: dict[str, str], sent: int) -> None:
    """Begin to hand a file in at this address, and hang up hard."""
    to = urlsplit(url)
    said = {name: value for name, value in headers.items() if name not in ("content-length", "connection")}
    lines = [f"PUT {to.path} HTTP/1.1", f"Host: {to.netloc}", f"Content-Length: {_ANNOUNCED}"]
    lines += [f"{name}: {value}" for name, value in said.items() if not name.startswith(":")]
    with socket.create_connection((to.hostname or "", to.port or 0)) as line:
        line.sendall("\r\n".join([*lines, "", ""]).encode())
        boundary = headers["content-type"].partition("boundary=")[2]
        disposition = 'Content-Disposition: form-data; name="file"; filename="lon.xlsx"'
        line.sendall(f"--{boundary}\r\n{disposition}\r\n\r\n".encode() + b"0" * sent)
        # No farewell: the other end learns of it by a reset.
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_a_client_that_is_gone_mid_upload_and_a_server_that_was_killed(page: Page, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    with serving(first, demo=False, script="asgi.py") as app:
        page.goto(f"{app.url}/submit")
        page.route("**/upload_file/**", lambda route: route.abort())
        with page.expect_request("**/upload_file/**") as asked:
            choose_file(page, str(WORKBOOK))
        page.unroute("**/upload_file/**")
        cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
        for sent in (0, _SENT, _SENT):
            _broken_off(asked.value.url, {**asked.value.headers, "cookie": cookies}, sent)
        store = connect(app.database_url)
        assert history(store) == []

        page.reload()
        choose_file(page, str(WORKBOOK))
        expect(page.get_by_role("heading", name=re.compile("^Đọc được"))).to_be_visible()
        page.get_by_role("button", name=re.compile("^Nhận ")).click()
        expect(page.get_by_role("heading", name=re.compile("^Biên nhận lần nộp số 1"))).to_be_visible()
        app.process.kill()
        told = page.get_by_role("dialog")
        expect(told).to_contain_text("Mất kết nối")
        expect(told).to_contain_text("trang tự kết nối lại")
        assert "Streamlit" not in told.inner_text()
    said = app.log.read_text("utf-8")
    assert said.count("INFO client_gone ") >= 1
    assert "run_broken" not in said

    second.mkdir()
    with serving(
        second, demo=False, database_url=app.database_url, more=lambda _: {"DASHBOARD_LOG": "json"}
    ) as again:
        for _ in range(2):  # the same before and after the menu is known to the server
            found = visit(again.url, "activities")
            assert found.menu == MENU
            assert "download_button" in found.shown  # which no other page has
            assert not found.errors
        assert [(one.id, one.state) for one in history(store)] == [(1, "accepted")]
        store.dispose()
    said = again.log.read_text("utf-8")
    assert [said.count(f'"event": "{what}"') for what in ("run_broken", "stopped")] == [1, 1]
    assert '"event": "store_checked", "wrong": 0' in said
