"""The product as a process of its own, on a free port of this machine, with its own database."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
# What the sign-in's package (authlib 1.9) says of a package it uses itself.
KNOWN = "AuthlibDeprecationWarning: The httpx module is deprecated"


@dataclass(frozen=True)
class App:
    """A running app: its address, the database behind it, its process, the file of its own messages."""

    url: str
    database_url: str
    pid: int
    log: Path
    process: subprocess.Popen[bytes]


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(url: str, process: subprocess.Popen[bytes], seconds: float = START_SECONDS) -> None:
    """Returns when the server answers. Raises RuntimeError if it ended or stays silent."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
                if answer.read() == b"ok":
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(timeout=0.1)
            raise RuntimeError(f"the app ended with exit code {code}")
    raise RuntimeError(f"the app was not healthy within {seconds} s")


@contextmanager
def serving(
    folder: Path,
    *,
    demo: bool,
    database_url: str | None = None,
    script: str = "app.py",
    more: Callable[[str], Mapping[str, str]] = lambda _url: {},
    known: str = "",
) -> Iterator[App]:
    """Runs the app with a database in `folder` (or the one given); with `demo` it loads the demo data at
    the first visit. `more` gives further variables for the address at which it will stand. Fails at the end
    if the server wrote a traceback, a failure other than the `known` one, or a deprecation warning."""
    port = str(free_port())
    url, log = f"http://127.0.0.1:{port}", folder / "streamlit.log"
    database = database_url or f"sqlite:///{(folder / 'app.sqlite3').as_posix()}"
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    surroundings |= {"DATABASE_URL": database, "DASHBOARD_DEMO": "on" if demo else "off"}
    surroundings |= {"STREAMLIT_SERVER_PORT": port, "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    surroundings |= {"PYTHONPATH": str(ROOT), **more(url)}
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless=true"]
    with log.open("wb") as sink:
        process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=sink, stderr=subprocess.STDOUT)
        try:
            wait_until_healthy(url, process)
            yield App(url, database, process.pid, log, process)
        finally:
            process.terminate()
            process.wait(timeout=60)
    said = log.read_text("utf-8").replace(KNOWN, "")
    if known:
        said = said.replace(known, "")
    assert "Traceback" not in said, said
    # An exception of a screen, without its message and its trace (`serving.log`).
    assert " ERROR failed " not in said, said
    assert '"event": "failed"' not in said, said
    # What our own code asks for that will go; a package's doings among its own are its business.
    assert "deprecat" not in said.replace("AuthlibDeprecationWarning", "").lower(), said
