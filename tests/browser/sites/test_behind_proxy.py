"""The product as a server runs it: two processes on one PostgreSQL database behind nginx with the shipped site."""

import io
import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect

from access import Role, local_person
from storage.access.people import Asked, grant
from storage.database import connect, migrate
from storage.journal import audit
from storage.journal.audit import Chosen
from storage.journal.log import SIGN_IN_REFUSED
from tests import people
from tests.browser.driving import settled
from tests.browser.proxied import PROXY_ADDRESS, SECRET, Site, site
from tests.browser.session import visit
from tests.browser.windows import DESKTOP, window
from tests.postgres import Cluster

BINH, AN = people.COORDINATOR.login, people.VIEWER.login
COLD_BYTES = 3_500_000


@pytest.fixture(scope="module")
def served(
    browser: Browser, postgres_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    with postgres_cluster.database() as url:
        engine = connect(url)
        migrate(engine)
        people.enter(engine, people.COORDINATOR, people.VIEWER, people.REPORTER)
        engine.dispose()
        with site(tmp_path_factory.mktemp("site"), url) as running:
            yield running


def opened(
    page: Page, served: Site, path: str = "/", *, login: str = BINH, process: int | None = None
) -> None:
    served.come(page, login, process)
    page.goto(f"{served.url}{path}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    settled(page)


def process_of(page: Page) -> str:
    found = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "dashboard_process"]
    assert len(found) == 1
    return found[0]


def report(title: str, rows: int = 1, padding: int = 0) -> dict[str, str | bytes]:
    """A workbook with one class a row; `padding` bytes that no compression shrinks make it larger."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Đơn vị", "Loại hoạt động", "Tên hoạt động", "Ngày bắt đầu", "Tổng số lượt tham gia"])
    for row in range(rows):
        sheet.append(["quận Hải Châu", "Lớp tập huấn", f"{title} {row}", "12/05/2023", 40 + row])
    if padding:
        book.create_sheet("Ghi chú")["A1"] = "ghi chú"
    file = io.BytesIO()
    book.save(file)
    raw = file.getvalue()
    if padding:
        with ZipFile(file, "a") as archive:
            archive.writestr("xl/media/image1.png", os.urandom(padding))
        raw = file.getvalue()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": f"{title}.xlsx", "mimeType": kind, "buffer": raw}


def until(look: Callable[[], list[str]], wanted: Callable[[list[str]], bool]) -> list[str]:
    """What a look gives once it is as wanted; the last one if it never is."""
    deadline = time.monotonic() + 60
    while not wanted(found := look()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def hand_in(page: Page, file: dict[str, str | bytes]) -> None:
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(file)  # type: ignore[arg-type]


def test_plain_http_leads_to_https(served: Site) -> None:
    """To this site, whatever name the visitor called it by."""
    for host in ("127.0.0.1", "elsewhere.example"):
        answer = served.ask("/units?unit=492", url=served.plain_url, Host=host)
        assert answer.status == 301
        assert answer.headers["location"] == "https://127.0.0.1/units?unit=492"


def test_every_answer_has_its_headers(served: Site) -> None:
    # The last one is nginx's own.
    for path in ("/", "/units", "/_stcore/health", "/static/nothing.js", "/ready"):
        headers = served.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["strict-transport-security"].startswith("max-age=")
        assert "'unsafe-eval'" not in headers["content-security-policy"]
        assert "uvicorn" not in headers["server"]
    cookies = served.ask("/_stcore/health").cookies
    assert len(cookies) == 2
    assert all("; secure" in cookie.lower() for cookie in cookies)
    assert '"allowedOrigins":[]' in served.ask("/_stcore/host-config").body


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/mcp", "/ready"]
)
def test_what_tells_about_the_server_is_closed(served: Site, path: str) -> None:
    assert served.ask(path).status == 404


def test_each_process_says_whether_it_is_ready(served: Site) -> None:
    for app in served.apps:
        answer = served.ask("/ready", url=app.url)
        assert (answer.status, answer.body) == (200, "ready")


def test_a_cold_page_is_small_on_the_wire(served: Site, browser: Browser) -> None:
    before = len(served.sent())
    with window(browser, DESKTOP) as page:
        opened(page, served)
    # The page's connection is told of when it has ended.
    lines = until(
        lambda: served.sent()[before:], lambda found: any("/_stcore/stream" in one for one in found)
    )
    assert 1_000_000 < sum(int(line.split(" ")[1]) for line in lines) <= COLD_BYTES


def test_above_the_limit_the_answer_is_plain(served: Site) -> None:
    address = f"/_stcore/upload_file/{'0' * 8}/{'1' * 8}"
    answer = served.ask(address, method="PUT", body=b"0" * 22_100_000)
    assert answer.status == 413
    assert answer.body.startswith("Tệp quá lớn: mỗi tệp tối đa 20 MB.")


def test_a_report_of_five_megabytes_reaches_both_processes(
    served: Site, page: Page, other_page: Page
) -> None:
    one, other = page, other_page
    opened(one, served, "/submit", process=1)
    opened(other, served, "/activities", login=AN, process=2)
    with one.expect_request(f"{served.url}/_stcore/upload_file/**") as sent:
        hand_in(one, report("hai-tien-trinh", padding=5_000_000))
    link = sent.value.url.removeprefix(served.url)
    for login, said in ((AN, "Phiên làm việc này"), ("", "Phiên làm việc này"), (BINH, "XSRF token")):
        again = served.ask(link, method="PUT", body=b"0", cookie=f"dashboard_process=1; who={login}")
        assert (again.status, again.body.startswith(said)) == (403, True), login
    one.get_by_role("button", name=re.compile("^Nhận")).click()
    expect(one.get_by_role("heading", level=1).first).to_contain_text("Đã nhận")
    other.get_by_role("link", name="Đơn vị", exact=True).first.click()
    other.get_by_role("link", name="Hoạt động", exact=True).first.click()
    expect(other.get_by_test_id("stMain")).to_contain_text("hai-tien-trinh")
    with other.expect_request(f"{served.url}/media/**") as asked_for:
        other.get_by_role("button", name="Tải CSV").click()
    for login, status in ((AN, 200), (BINH, 404), ("la@danang.example", 404), ("", 404)):
        link = asked_for.value.url.removeprefix(served.url)
        assert served.ask(link, cookie=f"dashboard_process=2; who={login}").status == status
    assert (process_of(one), process_of(other)) == ("1", "2")


def test_whoever_is_removed_sends_no_file_from_a_page_that_is_still_open(served: Site, page: Page) -> None:
    opened(page, served, "/submit", login=people.REPORTER.login)
    engine = connect(served.apps[0].database_url)
    people.end(engine, people.REPORTER)
    # Known and reading on: what ended is handing in.
    grant(engine, local_person(), people.REPORTER.login, Asked(Role.VIEWER))
    engine.dispose()
    hand_in(page, report("bi-go"))
    expect(page.get_by_test_id("stFileUploader")).to_contain_text(
        "Lỗi: chưa được phép nộp tệp. Hãy tải lại trang."
    )


def test_nobody_sends_a_file(served: Site) -> None:
    refused = served.ask("/_stcore/upload_file/a/b", method="PUT", body=b"0" * 1000)
    assert refused.status == 403
    assert refused.body.startswith("Phiên làm việc này chưa được phép nộp tệp.")
    here = "dashboard_process=1"
    for _ in range(2):  # refused before it is whole: the answer may get lost, the process is not
        large = served.ask("/_stcore/upload_file/a/b", method="PUT", body=b"0" * 9_000_000, cookie=here)
        assert large.status in {403, 503}
    assert served.ask("/", cookie=here).cookies == (), (
        "a process that breaks off an upload is not taken for gone"
    )


def test_visitors_are_shared_out_and_stay(served: Site) -> None:
    first = [served.ask("/").cookies for _ in range(4)]
    assert all("; HttpOnly" in told[0] and "; Secure" in told[0] for told in first)
    processes = {told[0].partition(";")[0] for told in first}
    assert processes == {"dashboard_process=1", "dashboard_process=2"}
    for process in processes:
        assert [served.ask("/units", cookie=process).cookies for _ in range(4)] == [()] * 4
    assert served.ask("/", cookie="dashboard_process=7").cookies != ()


@pytest.mark.parametrize("secret", [SECRET, "wrong", ""])
def test_a_login_from_elsewhere_is_nobody(served: Site, secret: str) -> None:
    forged = {
        "X-Dashboard-User": people.COORDINATOR.login,
        "X-Dashboard-Signed-In": people.COORDINATOR.login,
        "X-Dashboard-Proxy-Secret": secret,
        "X-Forwarded-For": PROXY_ADDRESS,
    }
    found = visit(served.apps[1].url, "", headers=forged)
    assert found.headings == ["Chương trình 830 · Đà Nẵng"]
    assert not found.errors
    engine = connect(served.apps[0].database_url)
    chosen = Chosen(actions=(SIGN_IN_REFUSED,))

    def refused() -> list[str]:
        return [str(e.after) for e in audit.stream(engine, local_person(), chosen)]

    assert "'origin': '127.0.0.1'" in until(refused, bool)[0]
    engine.dispose()


def test_the_visitor_goes_on_when_a_process_dies(served: Site, page: Page) -> None:
    """The last test of this file: afterwards one process is gone."""
    opened(page, served, "/about", process=1)
    os.kill(served.apps[0].pid, signal.SIGKILL)
    page.reload()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    settled(page)
    assert process_of(page) == "2"
    page.get_by_role("link", name="Nộp báo cáo").first.click()
    hand_in(page, report("sau-su-co"))
    expect(page.get_by_role("button", name=re.compile("^Nhận"))).to_be_visible()
