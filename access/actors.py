"""Actors and their rights. Storage asks `require` inside every write, so no screen can forget it."""

from dataclasses import dataclass
from enum import StrEnum


class Right(StrEnum):
    """What a person may do beyond reading."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    MANAGE_TARGETS = "manage_targets"
    REMOVE_DEMO = "remove_demo"
    DECIDE = "decide"
    REMEMBER_LOOK = "remember_look"


# What the sentence of a refusal calls each right.
RIGHT_LABELS = {
    Right.SUBMIT: "nộp báo cáo",
    Right.WITHDRAW: "rút báo cáo đã nộp",
    Right.MANAGE_TARGETS: "cập nhật mục tiêu, danh sách trường và số liệu nền",
    Right.REMOVE_DEMO: "gỡ dữ liệu minh họa",
    Right.DECIDE: "quyết định số liệu trùng",
    Right.REMEMBER_LOOK: "lưu lần xem gần nhất của mình",
}


@dataclass(frozen=True)
class Actor:
    """One person: `id` is stable and kept in the log, `name` is what others see."""

    id: str
    name: str
    rights: frozenset[Right]


class Denied(Exception):
    """The actor lacks the right; the message is a Vietnamese sentence for that person."""


def local_person() -> Actor:
    """The one person of an installation without sign-in: all rights."""
    return Actor("local", "Người dùng tại máy này", frozenset(Right))


def require(actor: Actor, right: Right) -> None:
    """Raises Denied unless the actor has the right."""
    if right not in actor.rights:
        raise Denied(f"Tài khoản “{actor.name}” chưa được giao quyền {RIGHT_LABELS[right]}.")
