"""Two processes of the product on one database, behind a real nginx with the files of deploy/nginx.

Only ports, paths and the certificate are put in; who is there the proxy reads from a cookie, as an office's
own sign-in might.
"""

import getpass
import os
import shutil
import ssl
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.response import addinfourl

from playwright.sync_api import Page

from tests.browser import certificate
from tests.browser.server import ROOT, App, free_port, serving

SECRET = "a secret of the proxy of the tests, long enough"
WHO = "who"
# The proxy's own address: whoever calls a process from another one is not the proxy.
PROXY_ADDRESS = "127.0.0.2"
_SECONDS = 60
_CONFIGURATION = """
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/temp;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    log_format wire "$status $bytes_sent $request_uri";
    access_log {folder}/wire.log wire;
    include {folder}/dashboard.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: str
    cookies: tuple[str, ...]


@dataclass(frozen=True)
class Site:
    """A running site: its addresses, the two processes, the folder with nginx's own messages."""

    url: str
    plain_url: str
    apps: tuple[App, App]
    folder: Path

    def ask(
        self, path: str, *, url: str = "", method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """One request, without following a redirect. Underlines in names of headers mean hyphens."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{url or self.url}{path}", body, named, method=method)
        opener = urllib.request.build_opener(_Staying, urllib.request.HTTPSHandler(context=unchecked()))
        try:
            with opener.open(request, timeout=_SECONDS) as answer:
                return _told(answer)
        except HTTPError as refusal:
            with refusal:
                return _told(refusal)

    def sent(self) -> list[str]:
        """A line for each request that has ended: status, bytes sent, address."""
        return (self.folder / "wire.log").read_text("utf-8").splitlines()

    def come(self, page: Page, login: str, process: int | None = None) -> None:
        """Be somebody in a window from now on, on one of the processes (1, 2) if named."""
        cookies = {WHO: login} if process is None else {WHO: login, "dashboard_process": str(process)}
        page.context.add_cookies(
            [{"name": name, "value": value, "url": self.url} for name, value in cookies.items()]
        )


class _Staying(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_given: object) -> None:
        return None


def unchecked() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _told(answer: HTTPError | addinfourl) -> Answer:
    headers = answer.headers
    found = {name.lower(): value for name, value in headers.items()}
    body = answer.read().decode(errors="replace")
    return Answer(answer.status or 0, found, body, tuple(headers.get_all("Set-Cookie") or ()))


def variables(_url: str) -> Mapping[str, str]:
    """The settings of a process behind the proxy."""
    return {
        "DASHBOARD_ACCESS": "proxy",
        "DASHBOARD_PROXY_ADDRESS": PROXY_ADDRESS,
        "DASHBOARD_PROXY_SECRET": SECRET,
        "DASHBOARD_COOKIE_SECRET": "a secret of the tests, long enough",
    }


@contextmanager
def site(
    folder: Path, database_url: str, settings: Callable[[str], Mapping[str, str]] = variables
) -> Iterator[Site]:
    """The whole installation, running; `settings` gives the variables for the address of the site."""
    secure, plain = free_port(), free_port()
    url = f"https://127.0.0.1:{secure}"
    with ExitStack() as running:
        apps = []
        for name in ("first", "second"):
            (folder / name).mkdir()
            app = serving(
                folder / name,
                demo=False,
                database_url=database_url,
                script="asgi.py",
                more=lambda _: settings(url),
            )
            apps.append(running.enter_context(app))
        write(folder, [app.url.rpartition(":")[2] for app in apps], secure, plain)
        running.enter_context(nginx(folder, secure))
        yield Site(url, f"http://127.0.0.1:{plain}", (apps[0], apps[1]), folder)


def write(folder: Path, ports: list[str], secure: int, plain: int) -> None:
    """The shipped files with what differs here."""
    (folder / "key.pem").write_bytes(certificate.key_file())
    (folder / "certificate.pem").write_bytes(certificate.certificate_file())
    _put(
        folder, "dashboard.conf",
        {
            "listen [::]:80;": "", "listen [::]:443 ssl;": "",
            "listen 80;": f"listen 127.0.0.1:{plain};", "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
            "server_name dashboard.example.vn;": "server_name 127.0.0.1;",
            ":8501": f":{ports[0]}", ":8502": f":{ports[1]}",
            "/etc/ssl/dashboard/fullchain.pem": f"{folder}/certificate.pem",
            "/etc/ssl/dashboard/privkey.pem": f"{folder}/key.pem",
            "/var/cache/nginx-dashboard": f"{folder}/cache",
            "/etc/nginx/dashboard-upstream.conf": f"{folder}/dashboard-upstream.conf",
        },
    )  # fmt: skip
    _put(
        folder, "dashboard-upstream.conf",
        {
            "#proxy_set_header X-Dashboard-User $remote_user;":
                f"proxy_bind {PROXY_ADDRESS};\nproxy_set_header X-Dashboard-User $cookie_{WHO};",
            '#proxy_set_header X-Dashboard-Proxy-Secret "...";':
                f'proxy_set_header X-Dashboard-Proxy-Secret "{SECRET}";',
        },
    )  # fmt: skip
    user = f"user {getpass.getuser()} {getpass.getuser()};" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_CONFIGURATION.format(folder=folder, user=user))


def _put(folder: Path, name: str, changes: Mapping[str, str]) -> None:
    text = (ROOT / "deploy" / "nginx" / name).read_text("utf-8")
    for shipped, here in changes.items():
        assert shipped in text, f"{name} no longer says {shipped}"
        text = text.replace(shipped, here)
    (folder / name).write_text(text, "utf-8")


@contextmanager
def nginx(folder: Path, port: int) -> Iterator[None]:
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        raise RuntimeError("nginx is missing; `make test` installs it")
    process = subprocess.Popen(
        [program, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log", "-g", "daemon off;"]
    )
    try:
        deadline = time.monotonic() + _SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            try:
                urllib.request.urlopen(
                    f"https://127.0.0.1:{port}/_stcore/health", timeout=1, context=unchecked()
                ).close()
                break
            except OSError:
                time.sleep(0.05)
        else:
            raise RuntimeError((folder / "error.log").read_text("utf-8"))
        yield
    finally:
        process.terminate()
        process.wait(timeout=60)
