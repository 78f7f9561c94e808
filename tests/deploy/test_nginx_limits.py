"""The shipped nginx site before two small servers that answer everything: an office of fifty behind one address
is let through, somebody who floods is not, and keeps nobody else from anything."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.browser import proxied
from tests.browser.server import ROOT, free_port

SITE = (ROOT / "deploy" / "nginx" / "dashboard.conf").read_text("utf-8")
PEOPLE = 50
# In the tests few connections are many, and no allowance comes back meanwhile.
FEW = {
    "rate=50r/s;": "rate=1r/m;",
    "rate=2r/s;": "rate=1r/m;",
    "rate=5r/s;": "rate=1r/m;",
    "limit_conn dashboard_open 400;": "limit_conn dashboard_open 4;",
}
# And for whoever sends slowly the patience is short; a busy machine would be taken for such a one elsewhere.
SHORT = {
    "client_header_timeout 15s;": "client_header_timeout 300ms;",
    "client_body_timeout 30s;": "client_body_timeout 300ms;",
}


class Answering(BaseHTTPRequestHandler):
    """200 to everything; an upgraded connection stays open until it is closed from the other side."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_GET(self) -> None:
        upgrade = self.headers.get("Upgrade")
        self.send_response(101 if upgrade else 200)
        if upgrade:
            self.send_header("Connection", "upgrade")
            self.send_header("Upgrade", upgrade)
        else:
            self.send_header("Content-Length", "2")
        self.end_headers()
        if upgrade:
            self.wfile.flush()
            self.rfile.read()
            self.close_connection = True
        else:
            self.wfile.write(b"ok")

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, *_given: object) -> None:
        return


@contextmanager
def answering() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield str(server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """The port of a fresh nginx, so that no test meets what another one used up."""
    with site(tmp_path, FEW) as found:
        yield found


@contextmanager
def site(tmp_path: Path, changes: dict[str, str]) -> Iterator[int]:
    secure, plain = free_port(), free_port()
    with ExitStack() as running:
        ports = [running.enter_context(answering()) for _ in range(2)]
        proxied.write(tmp_path, ports, secure, plain)
        written = tmp_path / "dashboard.conf"
        text = written.read_text("utf-8")
        for shipped, here in changes.items():
            assert shipped in text
            text = text.replace(shipped, here)
        written.write_text(text, "utf-8")
        running.enter_context(proxied.nginx(tmp_path, secure))
        yield secure


class Asking:
    """One connection that asks without waiting for answers, and what came back."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.last = ""

    def statuses(self, path: str, times: int, method: str = "GET") -> list[int]:
        """The statuses of so many requests in a row."""
        ask = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {1 if method == 'PUT' else 0}\r\n"
        body = "0" if method == "PUT" else ""
        all_but_last = f"{ask}\r\n{body}" * (times - 1)
        with connected(self._port) as link:
            link.sendall(f"{all_but_last}{ask}Connection: close\r\n\r\n{body}".encode())
            answers = b"".join(iter(lambda: link.recv(65536), b"")).decode()
        self.last = answers[answers.rindex("HTTP/1.1") :]
        return [int(status) for status in re.findall(r"HTTP/1\.1 (\d+)", answers)]


def connected(port: int) -> ssl.SSLSocket:
    plain = socket.create_connection(("127.0.0.1", port), timeout=60)
    return proxied.unchecked().wrap_socket(plain, server_hostname="127.0.0.1", suppress_ragged_eofs=True)


@pytest.fixture
def asking(port: int) -> Asking:
    return Asking(port)


@pytest.mark.parametrize(
    ("path", "method", "office", "burst", "files"),
    [
        ("/auth/login", "GET", 2 * PEOPLE, 120, 3),
        ("/oauth2callback?code=1", "GET", 2 * PEOPLE, 120, 3),
        ("/_stcore/upload_file/a/b", "PUT", 10 * 20, 200, 3),
        ("/units?unit=492", "GET", 10 * PEOPLE - 1, 499, 600),  # one more to see that nginx runs
    ],
)
def test_an_office_behind_one_address_gets_in_and_a_flood_does_not(
    path: str, method: str, office: int, burst: int, files: int, asking: Asking, tmp_path: Path
) -> None:
    assert office <= burst
    assert asking.statuses(path, burst + 1, method) == [200] * (burst + 1)
    assert set(asking.statuses(path, 3, method)) == {429}
    assert asking.last.endswith(
        "Từ mạng này đang có quá nhiều yêu cầu cùng lúc. Hãy chờ một phút rồi thử lại.\n"
    )
    for own in (
        "Retry-After: 60",
        "X-Content-Type-Options: nosniff",
        "Strict-Transport-Security: max-age=31536000",
    ):
        assert f"\r\n{own}\r\n" in asking.last
    # At the level of Debian's nginx; the guide says what to look for.
    assert "limiting requests, excess: " in (tmp_path / "error.log").read_text("utf-8")
    # What is used up is used up for that alone; Streamlit's own files are not counted.
    for other, how in (("/auth/login", "GET"), ("/", "GET"), ("/_stcore/upload_file/a/b", "PUT")):
        used_up = other.split("/")[1] == path.split("/")[1] or (other, path[:7]) in (
            ("/", "/units?"),
            ("/auth/login", "/oauth2"),
        )
        assert asking.statuses(other, 1, how) == [429 if used_up else 200]
    assert set(asking.statuses("/static/a.js", files)) == {200}


# Here an address is what a header says, and the site tells whom it takes it for.
TOLD = {
    "ssl_session_tickets off;": "ssl_session_tickets off; set_real_ip_from 127.0.0.1; real_ip_header X-From;",
    'return 404 "Không có địa chỉ này.\\n";': 'return 200 "$dashboard_visitor";',
}
# Each line is one visitor.
VISITORS = [
    ["203.0.113.7"],
    ["203.0.113.8"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::9", "2001:DB8:1:2:ffff::", "2001:db8:1:2:0:0:0:1"],
    ["2001:db8:1:3::9", "2001:db8:1:3:3:4:5:6"],
    ["2001:db8:1::9", "2001:db8:1:0:7:0:0:1", "2001:db8:1::"],
    ["2001:db8::9", "2001:db8:0:0:7::1", "2001:db8::1:2:3:4", "2001:db8:0:0:7:0:0:0"],
    ["2001:db8:0:5::1", "2001:db8:0:5:1:2:3:4"],
    ["2001:0:0:5:1:2:3:4", "2001:0:0:5::1", "2001:0:0:5:0:0:1:0"],
    ["2001:0:0:6:1:2:3:4", "2001:0:0:6:1:2:3:5"],
    ["2001::9", "2001:0:0:0:9::1", "2001::1:2:3:4"],
]


def test_whoever_has_one_address_of_a_network_has_all_of_it(tmp_path: Path) -> None:
    with site(tmp_path, TOLD) as port:
        found = [{_taken_for(port, address) for address in own} for own in VISITORS]
    assert [len(own) for own in found] == [1] * len(VISITORS)
    assert len(set().union(*found)) == len(VISITORS)
    assert b"" not in set().union(*found)


def _taken_for(port: int, address: str) -> bytes:
    with connected(port) as link:
        link.sendall(f"GET /ready HTTP/1.0\r\nHost: 127.0.0.1\r\nX-From: {address}\r\n\r\n".encode())
        return b"".join(iter(lambda: link.recv(65536), b"")).partition(b"\r\n\r\n")[2]


def opened(port: int) -> tuple[int, ssl.SSLSocket]:
    """The status of a page's connection, and the connection."""
    link = connected(port)
    link.sendall(
        b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n"
    )
    return int(link.recv(12).split()[1]), link


def test_open_pages_of_one_address_are_counted_and_closed_ones_are_not(port: int) -> None:
    links = [opened(port) for _ in range(5)]
    assert [status for status, _ in links] == [101, 101, 101, 101, 429]
    for _, link in links:
        link.close()
    # nginx learns of it by itself.
    for _ in range(2000):
        status, link = opened(port)
        link.close()
        if status == 101:
            return
    pytest.fail("a closed page is still counted")


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n0",
    ],
    ids=["headers", "file"],
)
def test_whoever_sends_slowly_is_let_go(sent: bytes, tmp_path: Path) -> None:
    with site(tmp_path, SHORT) as port:
        try:
            with connected(port) as link:
                link.sendall(sent)
                answer = link.recv(1000)
        except (ConnectionError, ssl.SSLError):
            answer = b""  # let go so soon, of a machine that was busy
        assert answer[:12] in (b"", b"HTTP/1.1 408")


def test_the_numbers_fit_fifty_people() -> None:
    (pages,) = re.findall(r"limit_conn dashboard_open (\d+);", SITE)
    assert int(pages) >= PEOPLE * 8
    (sending,) = re.findall(r"limit_conn dashboard_sending (\d+);", SITE)
    assert int(sending) >= 5 * 20
