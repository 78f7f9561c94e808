"""What a check of the installation finds, and what of it the machine itself says."""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

GIGABYTE = 1_000_000_000
# A backup of a full store (200 MB of files), an upgrade of it, and the log in between.
DISK_NEEDED = 1 * GIGABYTE
# One server with a million activities and a large workbook being read.
MEMORY_NEEDED = 1 * GIGABYTE
# A visitor holds a socket, files of the database and of the libraries come on top.
FILES_NEEDED = 1024
# Fewer different letters are no random string.
_LETTERS_OF_A_SECRET = 10


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: its code, a Vietnamese sentence, and one that says what to do."""

    code: str
    message: str
    fix: str


def kept_at() -> Path:
    """The folder of whoever runs the program (the units set it: `/var/lib/dashboard`), on whose disk a machine has
    its PostgreSQL and its backups, too; that of passing files where there is none."""
    home = Path.home()
    return home if home.is_dir() else Path(tempfile.gettempdir())


def of_disk(place: Path | None) -> list[Finding]:
    """Room where the embedded database lies (None: a server has it, perhaps on this machine's disk) and where
    uploads wait."""
    found = []
    folders = (place or kept_at(), Path(tempfile.gettempdir()))
    for folder in dict.fromkeys(one for one in folders if one.is_dir()):
        free = shutil.disk_usage(folder).free
        if free < DISK_NEEDED:
            found.append(
                Finding(
                    "disk_low",
                    f"Thư mục {folder} chỉ còn {_gigabytes(free)} GB trống.",
                    f"Giải phóng chỗ trống, cần ít nhất {_gigabytes(DISK_NEEDED)} GB.",
                )
            )
    return found


def of_memory() -> list[Finding]:
    """Memory that is free for the program, by the machine and by the limit of its group."""
    free = [amount for amount in (_available(), _group_limit()) if amount is not None]
    if not free or min(free) >= MEMORY_NEEDED:
        return []
    return [
        Finding(
            "memory_low",
            f"Bộ nhớ dùng được chỉ còn {_gigabytes(min(free))} GB.",
            f"Tăng bộ nhớ của máy hoặc giới hạn của dịch vụ lên ít nhất {_gigabytes(MEMORY_NEEDED)} GB.",
        )
    ]


def of_files() -> list[Finding]:
    """How many files and sockets one process may hold open."""
    if sys.platform == "win32":
        return []
    import resource

    allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if allowed == resource.RLIM_INFINITY or allowed >= FILES_NEEDED:
        return []
    return [
        Finding(
            "files_low",
            f"Một tiến trình chỉ được mở {allowed} tệp cùng lúc, không đủ cho nhiều người xem.",
            f"Đặt LimitNOFILE={FILES_NEEDED} trở lên cho dịch vụ, hoặc chạy ulimit -n {FILES_NEEDED}.",
        )
    ]


def of_letters() -> list[Finding]:
    """File names and texts of this process keep Vietnamese letters."""
    if sys.getfilesystemencoding().lower().replace("-", "") == "utf8":
        return []
    return [
        Finding(
            "locale",
            f"Hệ thống dùng bảng mã {sys.getfilesystemencoding()}, tên tệp tiếng Việt sẽ hỏng.",
            "Đặt LANG=C.UTF-8 cho dịch vụ.",
        )
    ]


def of_secret(variable: str, value: str | None, examples: str) -> list[Finding]:
    """A secret that can be guessed; `examples` is the text of the shipped settings. Never repeats it."""
    if value is None:
        return []
    if value in examples or len(set(value)) < _LETTERS_OF_A_SECRET:
        return [
            Finding(
                "secret_weak",
                f"Giá trị của {variable} dễ đoán: lấy từ tệp mẫu hoặc chỉ có vài ký tự khác nhau.",
                "Tạo chuỗi ngẫu nhiên bằng lệnh openssl rand -hex 32 rồi khởi động lại.",
            )
        ]
    return []


def _available() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    except OSError:
        return None
    said = {name: words.split() for name, _, words in (line.partition(":") for line in lines)}
    return int(said["MemAvailable"][0]) * 1024 if "MemAvailable" in said else None


def _group_limit() -> int | None:
    """What the control group of this process may use in all (cgroup v2)."""
    try:
        group = Path("/proc/self/cgroup").read_text("ascii").strip().rpartition("::")[2]
        said = Path(f"/sys/fs/cgroup{group}/memory.max").read_text("ascii").strip()
    except OSError:
        return None
    return int(said) if said.isdigit() else None


def _gigabytes(amount: int) -> str:
    return f"{amount / GIGABYTE:.1f}".replace(".", ",")


def writable(folder: Path) -> bool:
    """Whether this process may make files in a folder."""
    return os.access(folder, os.W_OK | os.X_OK)
