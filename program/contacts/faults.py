"""A contact as somebody types it: what is wrong with it, and how its telephone and mail are reached."""

import re
from enum import StrEnum

from program import units
from program.contacts.contact import Details

_EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[A-Za-z]{2,}")
_DIGITS = range(8, 13)


class Fault(StrEnum):
    """What is wrong with a contact as it was typed."""

    NAME = "name"
    REACH = "reach"
    PHONE = "phone"
    EMAIL = "email"
    BEFORE_UNIT = "before_unit"
    AFTER_UNIT = "after_unit"


def dialled(phone: str | None) -> str | None:
    """A telephone number as it is dialled ("02363822111", "+84905111222"); None where the words are not one."""
    words = (phone or "").strip()
    digits = re.sub(r"[\s.\-()]", "", words.removeprefix("+"))
    if not digits.isascii() or not digits.isdigit() or len(digits) not in _DIGITS:
        return None
    return f"+{digits}" if words.startswith("+") else digits


def mailed(email: str | None) -> str | None:
    """An e-mail address that can be written to; None where the words are not one."""
    words = (email or "").strip()
    return words if _EMAIL.fullmatch(words) else None


def faults(unit: str, said: Details) -> list[Fault]:
    """What is wrong with a contact of a unit as it was typed."""
    first, known = units.first_day(unit), units.unit(unit)
    last = known.valid_to if known else None
    wrong = {
        Fault.NAME: not said.name or any(c.isdigit() or c in "@;" for c in said.name),
        Fault.REACH: not said.phone and not said.email,
        Fault.PHONE: bool(said.phone) and dialled(said.phone) is None,
        Fault.EMAIL: bool(said.email) and mailed(said.email) is None,
        Fault.BEFORE_UNIT: bool(said.valid_from and first and said.valid_from < first),
        Fault.AFTER_UNIT: bool(said.valid_from and last and said.valid_from > last),
    }
    return [fault for fault, is_so in wrong.items() if is_so]
