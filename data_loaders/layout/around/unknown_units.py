"""Lines that should name the unit and name none that is known; lines that go on in the next one."""

import re

from data_loaders.layout.around.kinds_around import NOT_OURS, UNIT_LABEL
from data_loaders.names.units import Era, resolve
from data_loaders.values.amounts.numbers import bare
from program.text import clean, fold

_MEASURED = re.compile(r"(so )?(nguoi|luot|luot nguoi|lop|buoi|truong|tre|tre em|em|dong|trieu dong)?")


_OFFICE = re.compile(r"(ubnd|uy ban nhan dan) (quan|huyen|phuong|xa) \w+")


def unknown_unit(lines: list[str]) -> str:
    """The words behind a label or in a letterhead that should name the unit and name none; a unit of measure is none."""
    for line in lines:
        plain = bare(line)
        labelled = UNIT_LABEL.match(plain) and len(plain) < 140 and not NOT_OURS.search(plain)
        if labelled or (_OFFICE.match(plain) and len(plain) < 80):
            words = clean(line.split(":", 1)[1] if labelled else line)
            seen = resolve(words, Era.UNKNOWN)
            if not (seen.code or seen.ambiguous or _MEASURED.fullmatch(fold(words))):
                return words
    return ""


# Where words are broken ("Bảng 2. TRUYỀN", "THÔNG"): no line ends and none begins so.
_BROKEN = re.compile(
    r"\b(tap\nhuan|truyen\nthong|tuyen\ntruyen|quy\n(\d|i{1,3}\b|iv\b)|thang\n\d|nam\n20\d\d|(ubnd|uy ban nhan dan) (quan|huyen|phuong|xa)\n)"
    r"|\b(lop|buoi|khoa|hoi nghi|cac|va|cua|tai|cho|tren|ve)\n[a-z]"
)


def unbroken(lines: list[str]) -> list[str]:
    """The lines, each with the next one that it goes on in: "ỦY BAN NHÂN DÂN HUYỆN HÒA", "VANG"."""
    found: list[str] = []
    for line in lines:
        last = found[-1] if found else ""
        whole = [f"{last} {line}"]
        broken = _BROKEN.search(f"{bare(last)}\n{bare(line)}") if last else None
        if broken or (last and unknown_unit([last]) and not unknown_unit(whole)):
            found[-1:] = whole
        else:
            found.append(line)
    return found
