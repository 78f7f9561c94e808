"""What the lines around a register say of all its rows: the document it came with, and where its figures come from."""

import re
from collections.abc import Iterable
from datetime import date

from data_loaders.cells import words
from data_loaders.layout.blocks import Block
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.periods import Span
from program.text import clean

_FORMS = r"kế hoạch|quyết định|công văn|thông báo|tờ trình|báo cáo|hướng dẫn|nghị quyết|chỉ thị|chương trình|văn bản|kh|qđ|cv|tb|bc"
_DAY = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
# "Kế hoạch số 45/KH-UBND ngày 18/02/2022"; a number left open ("Kế hoạch số    /KH-UBND") names none.
_DOCUMENT = re.compile(
    rf"(?:\b(?:{_FORMS})\s+)?(?:liên (?:ngành|tịch)\s+)?(?:\bsố\s*:?\s*)?\b(?!20\d\d\s*-)\d{{1,5}}[a-z]?(?:/20\d\d)?(?:\s*/\s*|-)[^\W\d_]{{2,}}[\w&./-]*(?<!\.)"
    rf"(?:,?\s+(?:ban hành\s+)?(?:ngày\s+)?(?:{_DAY}))?",
    re.IGNORECASE,
)
_ANY_DAY = re.compile(_DAY)
# The place and day of a letter ("Sơn Trà, ngày 18 tháng 5 năm 2022").
_SIGNED_ON = re.compile(rf"[^\d,]{{2,30}},\s*ngày\s+({_DAY})", re.IGNORECASE)
# From when a list holds ("(áp dụng từ ngày 01/3/2024)"), not the first day of a period.
_SINCE = re.compile(rf"\btừ\s+(?:ngày\s+)?({_DAY})(?!\s*(?:đến|-|–))", re.IGNORECASE)
_ATTACHED = re.compile(r"\b(kem theo|ban hanh)\b")
# A title of contacts that names the document itself ("Danh sách đầu mối – Công văn số 310/STTTT ngày …").
_CONTACTS = re.compile(r"\b(dau moi|can bo phu trach|nguoi phu trach|nguoi lien he|danh ba)\b")
_LETTERHEAD = re.compile(r"^số\s*:?\s*", re.IGNORECASE)
_REPORT = re.compile(r"/ ?bc\b|\d ?- ?bc ?/|\bbao cao so\b")
_NUMBERED = re.compile(r"^\W*so\s*:")
# What numbers a form ("Biểu mẫu 02/BVTE") is no document.
_FORM = re.compile(r"^\W*(bieu|mau|phu luc)\b")
# The decision of the Programme itself: it set the official targets alone.
_PROGRAMME = re.compile(r"\b830/qđ-ttg\b", re.IGNORECASE)
_ORIGIN = re.compile(
    r"\bnguồn(?:\s+(?:số liệu|dữ liệu|thông tin|cung cấp|trích dẫn))?\s*[:：]\s*(.+)|^\W*(?:theo\s+)?số liệu (?:do|của|theo)\s+(.+)",
    re.IGNORECASE,
)
_YEARBOOK = re.compile(r"\bniên giám thống kê[^),;:]*", re.IGNORECASE)
# So many rows at the end of a table are searched for a note.
_NOTES = 12


def document_of(lines: Iterable[str], *, attached: bool = False) -> tuple[str | None, bool]:
    """The document that lines above a table name, the one it is attached to first, and whether it is the decision of
    the Programme. `attached`: no other counts, nor does that decision, which names nobody."""
    found: list[tuple[int, str]] = []
    for line in map(clean, lines):
        plain = bare(line)
        rank = 0 if _ATTACHED.search(plain) else 1 if plain.startswith(("(theo", "theo")) else 2
        if attached and rank and not _NUMBERED.match(plain) and not _CONTACTS.search(plain):
            continue
        if rank and (_REPORT.search(plain) or _FORM.match(plain)):
            # A report sets nothing and names nobody.
            continue
        found += [(rank, clean(match[0])) for match in _DOCUMENT.finditer(line)]
    own = [one for one in found if not _PROGRAMME.search(one[1])]
    told = min(own or ([] if attached else found), key=lambda one: one[0], default=None)
    return (_LETTERHEAD.sub("", told[1]), not own) if told else (None, False)


def day_of(document: str | None, lines: Iterable[str] = ()) -> date | None:
    """The day that the words of a document name, or that of the letter that lines above a table begin."""
    told = _ANY_DAY.search(document) if document else None
    signed = (found[1] for line in map(clean, lines) if (found := _SIGNED_ON.fullmatch(line)))
    words = told[0] if told else next(signed, "")
    span = read_span(words, Near()) if words else None
    return span.start if isinstance(span, Span) else None


def since_of(lines: Iterable[str]) -> date | None:
    """The day from which lines above a list say that it holds."""
    told = next((found[1] for line in map(clean, lines) if (found := _SINCE.search(line))), None)
    return day_of(told)


def origin_of(block: Block, lines: Iterable[str]) -> str | None:
    """Where figures come from: "Nguồn: …" above or below the table, or the yearbook that its title names."""
    below = (
        words(cell)
        for number in range(max(block.first, block.last - _NOTES), block.last + 1)
        for cell in block.view.cells(number)
        if isinstance(cell, str)
    )
    told = list(map(clean, lines))
    for line in (*told, *map(clean, below)):
        if found := _ORIGIN.search(line):
            return clean(found[1] or found[2]).strip(" .()") or None
    return next((clean(found[0]).strip(" .") for line in told if (found := _YEARBOOK.search(line))), None)
