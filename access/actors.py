"""Actors and their rights. Storage asks `require` inside every write, so no screen can forget it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from program import units
from program.text import enumerated

# So many units are named in a sentence.
_FEW = 3


class Role(StrEnum):
    """What somebody is in this installation; one person may be several."""

    VIEWER = "viewer"
    REPORTER = "reporter"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """What a person may do. SUBMIT, WITHDRAW, READ_FILES and ISSUE reach the person's units only;
    whoever reports for a unit issues its report, and none of the city."""

    READ = "read"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    READ_FILES = "read_files"
    MANAGE_TARGETS = "manage_targets"
    REMOVE_DEMO = "remove_demo"
    DECIDE = "decide"
    REMEMBER_LOOK = "remember_look"
    READ_CONTACTS = "read_contacts"
    ISSUE = "issue"
    MANAGE_USERS = "manage_users"
    READ_AUDIT = "read_audit"
    SEE_INSTALLATION = "see_installation"


# What people call each role.
ROLE_LABELS = {
    Role.VIEWER: "Người xem",
    Role.REPORTER: "Người nộp báo cáo",
    Role.COORDINATOR: "Đầu mối tổng hợp",
    Role.ADMINISTRATOR: "Quản trị",
}

# What the sentence of a refusal calls each right.
RIGHT_LABELS = {
    Right.READ: "xem số liệu",
    Right.SUBMIT: "nộp báo cáo",
    Right.WITHDRAW: "rút báo cáo đã nộp",
    Right.READ_FILES: "tải tệp gốc",
    Right.MANAGE_TARGETS: "cập nhật mục tiêu, danh sách trường và số liệu nền",
    Right.REMOVE_DEMO: "gỡ dữ liệu minh họa",
    Right.DECIDE: "duyệt và quyết định về số liệu",
    Right.REMEMBER_LOOK: "lưu lần xem gần nhất của mình",
    Right.READ_CONTACTS: "xem thông tin liên hệ của đầu mối",
    Right.ISSUE: "phát hành, thu hồi báo cáo",
    Right.MANAGE_USERS: "quản lý tài khoản",
    Right.READ_AUDIT: "xem nhật ký",
    Right.SEE_INSTALLATION: "xem tình trạng hệ thống",
}


@dataclass(frozen=True)
class Actor:
    """One person: `id` is stable and kept in the log, `name` is what others see. `units` are the codes
    that the rights over files reach, None for every unit. The rights of an `account` stand in the
    database, and every write reads them again (`storage.access.guard`)."""

    id: str
    name: str
    rights: frozenset[Right]
    units: frozenset[str] | None = None
    account: bool = False

    def reaches(self, unit: str) -> bool:
        """Whether the rights over files hold for a unit."""
        return self.units is None or unit in self.units


class Denied(Exception):
    """The actor lacks the right; the message is a Vietnamese sentence for that person."""


def local_person() -> Actor:
    """The one person of an installation without sign-in: all rights."""
    return Actor("local", "Người dùng tại máy này", frozenset(Right))


def anonymous() -> Actor:
    """A reader who has not signed in, where an installation lets everybody read."""
    return Actor("anonymous", "Khách", frozenset({Right.READ}), frozenset())


def operator() -> Actor:
    """Whoever has the machine's command line and so the database itself: the name under which upkeep
    stands in the log. No right of the screens."""
    return Actor("operator", "Người vận hành", frozenset())


def server() -> Actor:
    """The server itself, for what it notes of its own runs. No right at all."""
    return Actor("server", "Máy chủ", frozenset())


def nobody() -> Actor:
    """Whoever is there unknown, where only accounts read: no right at all."""
    return Actor("nobody", "Khách", frozenset(), frozenset())


def few_of(codes: Sequence[str]) -> str:
    """The first units by name, and how many others there are."""
    return enumerated([units.label(code, with_type=True) for code in codes], _FEW, "đơn vị khác")


def require(actor: Actor, right: Right, spoken_of: Iterable[str] = ()) -> None:
    """Raises Denied unless the actor has the right, for every unit spoken of (codes)."""
    if right not in actor.rights:
        raise Denied(f"Tài khoản “{actor.name}” chưa được giao quyền {RIGHT_LABELS[right]}.")
    if actor.units is None:
        return
    others = sorted(set(spoken_of) - actor.units)
    if others:
        raise Denied(f"Tài khoản “{actor.name}” không được {RIGHT_LABELS[right]} của {few_of(others)}.")
