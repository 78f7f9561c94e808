"""The government that a unit's name itself tells: "Phường Hải Châu (từ 1-7-2025)", "phường Hải Châu cũ"."""

import re

from program import units
from program.text import clean, fold

SINCE, UNTIL = "(từ 1-7-2025)", "(đến 30-6-2025)"
_DAY = r"(?:ngày\s+)?(?:0?1\s?[./-]\s?0?7|30\s?[./-]\s?0?6)(?:\s?[./-]\s?(?:20)?25)?"
_NEW = re.compile(rf"\s*[(,–-]?\s*(?:(?:kể\s+)?từ|sau)\s+{_DAY}\s*\)?$|\s*\(mới\)$|\s+mới$", re.IGNORECASE)
_OLD = re.compile(
    rf"\s*[(,–-]?\s*(?:đến\s+hết|đến|trước|tới)\s+{_DAY}\s*\)?$|\s*\(cũ\)$|\s+cũ$", re.IGNORECASE
)

_WARD = re.compile(r"(ubnd |uy ban nhan dan )?(phuong|xa|thi tran|p|x)\b")


def told_era(text: str) -> tuple[str, bool | None]:
    """A name without the words that tell its time, and whether it is that of a new unit; None where nothing tells."""
    name = clean(text)
    for pattern, new in ((_NEW, True), (_OLD, False)):
        if (found := pattern.search(name)) and found.start():
            return name[: found.start()], new
    return name, None


def told_name(code: str, named: str) -> str:
    """The name under which a unit is known from all others of its name; a district by one of its wards where `named`
    is that ward."""
    unit = units.unit(code)
    if unit is None or unit.level not in ("district", "commune"):
        return units.label(code, with_type=True)
    if unit.level == "commune":
        return f"{unit.name} {SINCE}"
    return f"{ward} {UNTIL}" if _WARD.match(fold(ward := told_era(named)[0])) else unit.name
