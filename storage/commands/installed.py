"""What of an installation is not as it was shipped: files, packages, settings that others can read, a process
that is older than the program, a public address that cannot be the right one. Changes nothing."""

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import urlsplit

from locales.forms import day
from program import clock
from settings import Access, Settings
from storage.database import ROOT
from storage.upkeep.findings import Finding

ENVIRONMENT_FILE = Path("/etc/dashboard/dashboard.env")
SITES = Path("/etc/nginx/sites-enabled")
_ESSENTIAL = (
    ".streamlit/config.toml",
    "locales/en/messages.po",
    "pages/parts/icon.svg",
    "reference/organisations.csv",
    "requirements.txt",
    "sample_data/workbooks",
    "storage/migrations",
)
_PROGRAM = (
    "access", "charts", "data_loaders", "exports", "locales", "pages", "program", "serving", "settings", "storage",
)  # fmt: skip
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)[ \t]*(;)?", re.MULTILINE)
_TOLD = 3
_OTHERS_READ = 0o007


def of_files(root: Path) -> Iterator[Finding]:
    """Files of the program that are not there: by git where it knows them, else the ones nothing goes without."""
    lacking = [name for name in _ESSENTIAL if not (root / name).exists()] or _deleted(root)
    if lacking:
        yield Finding(
            "files_missing",
            f"Chương trình thiếu {len(lacking)} tệp: {_listed(lacking)}.",
            "Lấy lại bản chương trình đang dùng (git checkout, hoặc giải nén lại) rồi khởi động lại.",
        )


def _deleted(root: Path) -> list[str]:
    if not (root / ".git").exists():
        return []
    # The program belongs to somebody else than who runs it.
    git = ["git", "-c", f"safe.directory={root}", "-C", str(root), "-c", "core.quotePath=false"]
    try:
        done = subprocess.run(  # noqa: S603 (fixed words and the own folder)
            [*git, "ls-files", "--deleted"], capture_output=True, text=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [name for name in done.stdout.splitlines() if name.split("/")[0] in (*_PROGRAM, "reference")]


def release() -> str:
    """The version of the program that lies on the disk, with its day; empty where git does not know it."""
    if not (ROOT / ".git").exists():
        return ""
    git = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT)]
    try:
        done = subprocess.run(  # noqa: S603 (fixed words and the own folder)
            [*git, "log", "-1", "--format=%h %cs"], capture_output=True, text=True, timeout=10, check=False
        )
        number, _, on = done.stdout.strip().partition(" ")
        return f"{number}, {day(date.fromisoformat(on))}"
    except (OSError, subprocess.SubprocessError, ValueError):
        return ""


def ground() -> tuple[str, ...]:
    """What the program runs on."""
    return f"Python {sys.version.split()[0]}", f"Streamlit {version('streamlit')}"


def of_packages(root: Path) -> Iterator[Finding]:
    """Packages that are not those of `requirements.txt`, as after an upgrade without installing."""
    try:
        text = (root / "requirements.txt").read_text("utf-8")
    except OSError:
        return
    other = []
    for name, wanted, only_somewhere in _PINNED.findall(text):
        try:
            found = version(name)
        except PackageNotFoundError:
            if not only_somewhere:
                other.append(f"{name} {wanted} chưa cài")
            continue
        if found != wanted:
            other.append(f"{name} đang là {found}, cần {wanted}")
    if other:
        yield Finding(
            "packages_differ",
            f"{len(other)} gói của Python không đúng bản mà chương trình cần: {_listed(other)}.",
            f"Chạy {Path(sys.prefix) / 'bin' / 'pip'} install --require-hashes -r requirements.txt rồi khởi động lại.",
        )


def of_processes(root: Path, serving_since: list[datetime]) -> Iterator[Finding]:
    """Processes that serve with an earlier program than the one on the disk (so perhaps two at once)."""
    newest = max(
        (file.stat().st_mtime for room in _PROGRAM for file in (root / room).rglob("*.py")), default=0.0
    )
    changed = datetime.fromtimestamp(newest, UTC).astimezone(clock.LOCAL_TIME)
    old = [since for since in serving_since if since < changed]
    if old:
        yield Finding(
            "process_old",
            f"{len(old)} tiến trình đang phục vụ từ trước khi chương trình được thay lúc {changed:%H:%M} ngày {day(changed)}, "
            "nên có thể chạy hai bản khác nhau cùng lúc.",
            "Khởi động lại từng tiến trình: systemctl restart dashboard@8501, rồi dashboard@8502.",
        )


def of_readers(place: Path | None, current: Settings) -> Iterator[Finding]:
    """On a server: secrets and the store can be read by others of the machine. `place` is an embedded store."""
    if current.access == Access.LOCAL:
        return
    for file in (ENVIRONMENT_FILE, place):
        try:
            mode = 0 if file is None else file.stat().st_mode
        except OSError:
            continue
        if mode & _OTHERS_READ:
            yield Finding(
                "readable_by_others",
                f"Mọi tài khoản của máy đều đọc được {file}.",
                f"Chạy chmod o= {file}.",
            )


def of_place(current: Settings) -> Iterator[Finding]:
    """On a server: no database named, so that the store would lie within the program."""
    if current.access != Access.LOCAL and current.database_url is None:
        yield Finding(
            "store_in_program",
            "Chưa đặt DATABASE_URL, nên kho số liệu nằm trong thư mục của chương trình.",
            "Đặt DATABASE_URL trong tệp cấu hình (deploy/dashboard.env.example giải thích) rồi khởi động lại.",
        )


def of_public_address(current: Settings) -> Iterator[Finding]:
    """The address at which people sign in: of the shipped example, not https, or not the one that nginx has."""
    url = urlsplit(current.oidc_redirect_url or "")
    if current.access != Access.OIDC or not url.hostname:
        return
    wrong = None
    if url.hostname == "dashboard.example.vn":
        wrong = "là của tệp mẫu"
    elif url.scheme != "https" and url.hostname not in ("localhost", "127.0.0.1"):
        wrong = "không bắt đầu bằng https, nên tài khoản đi qua mạng không được mã hóa"
    elif (names := _names_of_sites()) and url.hostname not in names:
        wrong = f"không phải tên mà nginx phục vụ ({_listed(sorted(names))})"
    if wrong:
        yield Finding(
            "public_address",
            f"Địa chỉ {url.scheme}://{url.netloc} trong DASHBOARD_OIDC_REDIRECT_URL {wrong}.",
            "Sửa biến này, server_name của nginx và địa chỉ đã đăng ký ở nơi cấp tài khoản cho giống nhau.",
        )


def _names_of_sites() -> set[str]:
    """The names that nginx serves the dashboard by; none where that cannot be read."""
    names: set[str] = set()
    for site in SITES.glob("*") if SITES.is_dir() else ():
        try:
            text = site.read_text("utf-8")
        except (OSError, UnicodeError):
            continue
        if "dashboard_upstream" in text:
            names |= {
                name
                for line in re.findall(r"^\s*server_name\s+([^;]+);", text, re.MULTILINE)
                for name in line.split()
            }
    return names


def _listed(names: list[str]) -> str:
    more = f" và {len(names) - _TOLD} mục khác" if len(names) > _TOLD else ""
    return "; ".join(names[:_TOLD]) + more
