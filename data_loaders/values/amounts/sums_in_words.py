"""Words that say what is summed, with the sum itself or without ("Tổng số lượt tham gia", "Tổng lượt: 90")."""

import re

from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import bare, plain_number

_ALL = r"(?:luot|nguoi|hoc vien|dai bieu)"
_SOME = r"(?:hoi vien|hoc sinh|phu huynh|cha me|giao vien|can bo|tre em|tre|em|hs|ph|gv|hv)"
_HELD = r"(?:lop|buoi|cuoc|khoa|hoat dong|hoi nghi)"
_MORE = r"(?: (?:tham gia|tham du|du|tap huan|truyen thong|tuyen truyen|da|duoc|to chuc|cua|trong|ca|nam|ky|quy|thang))*"
_NAMED = rf"(?:(?:{_ALL}|{_SOME})(?: {_ALL}| {_SOME})*|{_HELD}){_MORE}"
_SUM = r"(?:tong|cong)(?: cong| so| so luong| hop)*"
_LABEL, _LABEL_OF_HELD = re.compile(rf"{_SUM} {_NAMED}"), re.compile(rf"{_SUM} {_HELD}{_MORE}")
# One number with what it counts, in front of it or behind; what stands before the first, and between two.
_ITEM = re.compile(
    rf"(?:{_SUM} |so )?(?:({_NAMED}) ?[:=–-]? ?(\d[\d.]*)(?: {_NAMED})?|(\d[\d.]*) ({_NAMED}))"
)
_FIRST, _NEXT = re.compile(rf"{_SUM} ?[:=–-]? ?"), re.compile(r" ?[,;/–-] ?(?:va |voi |co )?")
_OF_ALL = re.compile(rf"{_ALL}(?: {_ALL})*{_MORE}")
_LONGEST = 80


def sums_counted(cell: Cell) -> bool:
    """Whether a cell says only that people or activities are summed, with or without how many they are."""
    return isinstance(cell, str) and bool(_LABEL.fullmatch(_plain(cell)) or _told(cell))


def sums_held(cell: Cell) -> bool:
    """Whether a cell only says that activities are summed ("Tổng số lớp"): a figure beside it counts no people."""
    return isinstance(cell, str) and bool(_LABEL_OF_HELD.fullmatch(_plain(cell)))


def people_summed(cell: Cell) -> int | None:
    """How many people in all a sum in words tells ("Tổng cộng: 2 lớp, 90 lượt")."""
    told = _told(cell) if isinstance(cell, str) else ()
    return next((plain_number(number) for named, number in told if _OF_ALL.fullmatch(named)), None)


def _told(cell: str) -> list[tuple[str, str]]:
    """What a sum in words counts and the number of each; nothing where other words stand in it."""
    text = _plain(cell)
    found: list[tuple[str, str]] = []
    at = _FIRST.match(text) if len(text) <= _LONGEST else None
    while at and (item := _ITEM.match(text, at.end())):
        found.append((item[1] or item[4], item[2] or item[3]))
        if item.end() == len(text):
            return found
        at = _NEXT.match(text, item.end())
    return []


def _plain(cell: str) -> str:
    return bare(cell).strip(" .:*")
