"""What words tell of a person by themselves: a telephone, an ID, a mail address, a birth date, a child's or a parent's name."""

import re

from data_loaders.persons.initials import may_be_initials, tells_child
from data_loaders.persons.names import CAPITAL, names_child, names_family
from data_loaders.reading.grid import Cell
from program.text import fold

KINDS = {
    "personal.name": "họ tên",
    "personal.birth_date": "ngày sinh",
    "personal.address": "địa chỉ nhà",
    "personal.id": "số giấy tờ, mã định danh",
    "personal.class": "lớp học của trẻ",
    "phone": "số điện thoại",
    "email": "thư điện tử",
}
# The groups of "1.050.000.000" are money.
_PHONE = re.compile(
    r"(?<!\d)(?!(?<=\d[.\s])\d{3}(?:[.\s]\d{3})+(?![.\s]?\d))\(?(?:\+?84|0)[\s.\-]?\d{2,3}\)?[\s.\-]?\d{3}[\s.\-]?\d{3,4}(?!\d)"
    r"|(?<![\d.])0\d{3}(?:[\s.\-]\d{2}){3}(?!\d)"
)
# The address of an article or document, whose number is no telephone; not one that leads to a person.
_LINK = re.compile(r"(?i)\b(?:https?://)?(?:[a-z0-9-]+\.)+vn/[^\s;,|<>()\0]*")
_TO_A_PERSON = re.compile(
    r"(?i)zalo|whatsapp|viber|phone|mobile|hotline|contact|sms|call|sdt|dien-?thoai|di-?dong|lien-?(?:he|lac)"
    r"|[/?&_-](?:tel|dt|so)\b|[/:][+\d.-]+(?:[/?#&]|$)|\.(?:jpe?g|png|gif|mp4|pdf|docx?|xlsx?)$"
)
# "0.4867326123" is a share, "0905.123456" a telephone.
_DECIMAL = re.compile(r"-?(?:0|(?!84)[1-9]\d*)?[.,]\d+(?:[eE][+-]?\d+)?")
_ID = re.compile(
    r"(?<!\d)0\d{11}(?!\d)|(?i:\b(?:cmnd|cmt|cccd|căn cước|định danh|bhyt)\b)[^\d\0]{0,20}\d{9,}"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
# "Học sinh năm học 2022–2023", "không phát sinh năm 2023" tell of nobody's birth.
_BORN = re.compile(
    r"\b(?:(?<!hoc )(?<!thi )(?<!phat )(?<!ve )(?<!giao )(?<!tuyen )sinh (?:ngay|nam(?! hoc))|ngay sinh(?! hoat)|nam sinh(?! hoat))\b"
)
# What makes them a birth date, and no number of a line ("2. Không ghi họ tên, ngày sinh").
_DATED = re.compile(
    r"(?i)\d{1,2}[/-]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4}|\b(?:19|20)\d\d\b|\btháng \d|(?:sinh|ngày|năm)[\W_]{0,3}\d"
)
# A sentence that forbids to write them, up to its law or example.
_FORBIDDEN = re.compile(
    r"(?i)\bkhông (?:được |cần |phải )?(?:ghi|nhập|điền|nêu|đưa|gửi|cung cấp|lưu|thu thập)\b[^.;:(\d]*+(?!\d)"
)
# "Nam sinh lớp 9" are boys.
_BOYS = re.compile(r"\b[Nn]am (?=sinh\b)")
# "SN 2012", "Nguyễn Văn An (sinh 12/3/2013)"; "học sinh 12/3/2013" tells when pupils met.
_BORN_ON = re.compile(
    r"\b(?:sn|SN):?\s+(?:19|20)\d\d\b|[(,;–-]\s*[Ss]inh:?\s*\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d"
)
# What may be a child's name. Each begins with letters of its own, which makes it quick in a long column.
_MAYBE_CHILD = tuple(
    re.compile(f"{end}\\s{'*' if end.endswith('-]') else '+'}{CAPITAL}")
    for end in (
        "em:?",
        "Em:?",
        "EM:?",
        "HÁU:?",
        "áu:?",
        "bé:?",
        "Bé:?",
        "rẻ:?",
        "trưởng:?",
        "viên:?",
        "inh:?",
        "inh[^:\0]{0,40}:",
        "uynh[^:\0]{0,40}:",
        "ạn:?",
        "uân:",
        "ề:?",
        "cho:?",
        "ương:?",
        "ưởng:?",
        "iải [^:(–\0-]{1,25}[:(–-]",
        "IẢI [^:(–\0-]{1,25}[:(–-]",
    )
)
# Telephones of offices, in a register of schools.
_LANDLINE = re.compile(r"(?<!\d)\(?(?:\+?84|0)[\s.\-]?2\d{1,2}\)?[\s.\-]*\d(?:[\s.\-]?\d){6,7}(?!\d)")
_OFFICE_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+gov\.vn\b", re.IGNORECASE)
LONG_NUMBER = re.compile(r"\d[\d\s.)\-]{6,}\d")


def personal_words(text: str) -> str | None:
    """The kind of personal data that free words hold, if any: a telephone, an ID, a mail address, a birth date,
    a child's name."""
    if _may_name_child(text) and (names_child(text) or names_family(text)):
        return KINDS["personal.name"]
    if not any(c.isdigit() for c in text):
        return KINDS["email"] if "@" in text and _EMAIL.search(text) else None
    if "@" in text and _EMAIL.search(text):
        return KINDS["email"]
    if _tells_phone(text):
        return KINDS["phone"]
    if _ID.search(text):
        return KINDS["personal.id"]
    told = text if text.isascii() else _BOYS.sub("", text)
    born = _may_tell_birth(text) and (
        _BORN_ON.search(text) or (_DATED.search(text) and _BORN.search(fold(_FORBIDDEN.sub(" ", told))))
    )
    return KINDS["personal.birth_date"] if born or tells_child(text) else None


def _tells_phone(text: str) -> bool:
    """Whether words hold a telephone, beside the numbers in links to what an office or a newspaper published."""
    if not _PHONE.search(text) or _DECIMAL.fullmatch(text):
        return False
    return ".vn/" not in text.casefold() or bool(_PHONE.search(_LINK.sub(_link_kept, text)))


def _link_kept(link: re.Match[str]) -> str:
    return link[0] if _TO_A_PERSON.search(link[0]) else " "


def _may_tell_birth(text: str) -> bool:
    """Whether words hold what a birth date needs."""
    small = text.casefold()
    return "sinh" in small or "sn" in small


def _may_name_child(text: str) -> bool:
    return any(pattern.search(text) for pattern in _MAYBE_CHILD)


def may_be_personal(text: str) -> bool:
    """Whether words hold what any kind of personal data needs: a long column is looked over once for it."""
    return (
        "@" in text
        or _may_tell_birth(text)
        or bool(LONG_NUMBER.search(text))
        or _may_name_child(text)
        or may_be_initials(text)
    )


def of_office(text: str) -> str:
    """Words without the telephones and mailboxes of offices."""
    return _OFFICE_MAIL.sub(" ", _LANDLINE.sub(" ", text))


def is_landline(cell: Cell) -> bool:
    """Whether a cell holds telephones of an office and nothing else."""
    return isinstance(cell, str) and not fold(_LANDLINE.sub("", cell))
