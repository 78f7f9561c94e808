"""Several facts in the words of one cell ("05 lớp, 200 lượt người", "- Số lớp: 05; - Nữ: 120", "Đã tổ chức 05 lớp tập
huấn cho 200 lượt cha mẹ"): each number with what it counts."""

import re
from dataclasses import dataclass

from data_loaders.layout.forms.words import COUNT, OTHER, Line, is_unit_of_measure, read_line
from data_loaders.values.amounts.numbers import read_count
from program.text import clean, fold

_LONGEST = 300
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[. ]\d{3})+(?!\d)|(?<![\w.,])\d+(?![\w%]|[.,/]\d)")
_MARK = re.compile(r"^\s*(?:[-+*•–]+|(?:\d{1,2}|[IVX]{1,4}|[a-zđ])(?:\.\d{1,2})*[.)](?=\s*\D))\s*")
# Where one fact ends and the next begins.
_BETWEEN = re.compile(
    r"\s*(?:[;\n()+–|]|,(?!\d)|\.(?=\s|$)|/(?=\s*\d)|(?<=\w)\s*[/-]\s(?=\d)|\b(?:với|cho|có|gồm|và|đã có|thu hút|phục vụ)(?=\s+(?:(?:tổng|số|cộng|có|đã|sự|tham gia|của|được|lượt|đó)\s+)*\d))\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(trong do|td|tr do|gom|bao gom|cu the|co|la|so|luong|tong|cong|khi do|voi)*( |$)*")
_LOOSE = re.compile(r"\b(khoang|gan|hon|tren|duoi|uoc|xap xi|ke hoach|so voi|ty le|dat)\b|%")
_DAYS = re.compile(r"\b(ngay|thang|quy|nam)\b")


@dataclass(frozen=True)
class Told:
    """One number and the words of what it counts. `at`: the number as it stands in the cell."""

    line: Line
    label: str
    at: str


def told_in(text: str) -> list[Told]:
    """The facts of a cell in their order; none where it holds a number that counts nothing known, or an estimate."""
    if len(text) > _LONGEST or _LOOSE.search(fold(text)) or "%" in text:
        return []
    found: list[Told] = []
    waiting = ""
    lines = "\n".join(_MARK.sub("", line) for line in text.splitlines())
    for piece in filter(None, map(str.strip, _BETWEEN.split(lines))):
        numbers = list(_NUMBER.finditer(piece))
        if not numbers:
            # Words before the first number head it ("Tập huấn: …"); others are only spoken.
            waiting = waiting or ("" if found else piece)
            continue
        if len(numbers) > 1 or _DAYS.search(fold(piece)):
            return []
        before, after = clean(piece[: numbers[0].start()]), clean(piece[numbers[0].end() :])
        label = _label(before.strip(" :=-"), after, "" if found else waiting)
        line = read_line("", label, fold(after) if is_unit_of_measure(fold(after)) else "")
        if line.measure in (None, OTHER) and not line.audiences:
            return []
        if not isinstance(read_count(numbers[0][0]), int):
            return []
        found.append(Told(line, label, numbers[0][0]))
    return found


def _label(before: str, after: str, head: str) -> str:
    """The words of a number: those behind it where they say what it counts, and those before it."""
    led = _LEADS.match(fold(before))
    told = "" if led and led.end() >= len(fold(before)) else before
    if not after:
        return clean(f"{head} {before}")
    return clean(f"Số {after} {told or head}")


def by_role(text: str) -> dict[str, Told]:
    """The facts of a cell by what they count: activities, people, women, men, one audience; none where two count the
    same, or only one is told."""
    found: dict[str, Told] = {}
    for fact in told_in(text):
        line = fact.line
        role = line.audiences[0].value if len(line.audiences) == 1 and line.measure != COUNT else line.measure
        if role is None or role in found:
            return {}
        found[role] = fact
    return found if len(found) > 1 else {}
