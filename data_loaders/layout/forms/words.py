"""What a line of a report form says: what it counts, of which kind, of whom, and how deep it stands."""

import re
from dataclasses import dataclass, replace

from data_loaders.mending.answers import following
from data_loaders.names.organisations import find_organisation
from data_loaders.names.units import Era, resolve
from data_loaders.values.days.periods import Words, find_period
from data_loaders.values.kinds import find_delivery, find_kind
from data_loaders.values.made import is_made
from data_loaders.values.people.audiences import read_audiences
from program.text import clean, fold
from program.vocabulary import Audience, Delivery, Kind

COUNT, PEOPLE, WOMEN, MEN, OTHER = "count", "people", "women", "men", "other"
# How deep a line stands by its mark: I, A, 1, 1.1, 1.1.1, a), -, +; without one it is a part of what stands above.
_MARKS = (
    (1, re.compile(r"[IVX]{1,5}\s*[.)\-:/]?")),
    (2, re.compile(r"[A-ZĐ]\s*[.)\-:/]?")),
    (5, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.?\s*[)\-:/]?")),
    (4, re.compile(r"\d{1,2}[.,]\d{1,2}\.?\s*[)\-:/]?")),
    (3, re.compile(r"\d{1,2}\s*[.)\-:/]?")),
    (6, re.compile(r"[a-zđ]\s*[.)]")),
    (7, re.compile(r"[-–—•●*○▪]+")),
    (8, re.compile(r"[+~]+")),
)
DEEPEST = 9
_LEADING = re.compile(
    r"\s*((?:[IVX]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])\s*[.)](?=\s*\D)|\d{1,2}\.\d{1,2}(?=\s)|[IVX]{1,5}\s*[-–:](?=\s)|[-–—•●*○▪+~]+)\s*"
)
_TOTAL = re.compile(r"(tong|cong|tong cong|tong so)")
# What leads a part in.
_PART = re.compile(r"(trong do|td|tr do|chia theo|chia ra|phan theo|gom|bao gom|cu the)\b[ :]*")
LEADS = re.compile(rf"{_PART.pattern}|trong do")
# How a line says that it is a number, and of all.
_NUMBER = re.compile(r"((tong (cong|so)?|tong|so luong|so|sl|cac|co|duoc|va)\s+)*")
_HELD = re.compile(r"((da|to chuc|mo|trien khai|thuc hien|phoi hop)\s+)*((duoc|cac)\s+)?")
_ACTIVITIES = re.compile(
    r"(luot )?(lop|buoi|cuoc|khoa|dot|hoi nghi|hoi thi|hoi thao|toa dam|dien dan|chuyen de|lan to chuc|hoat dong|su kien)\b(?! (hoc|[1-9])\b)"
)
_PEOPLE_WORDS = re.compile(
    r"\b(luot|nguoi|hoc vien|dai bieu|thi sinh|tham gia|tham du|du (?:thi|hop|lop|cac|buoi|khoa|hoi|tap huan|truyen thong|tuyen truyen|boi duong)|duoc tap huan|duoc truyen thong|duoc tuyen truyen|duoc boi duong|duoc phoi bien|duoc tiep can|tiep can|huong loi|thu huong|khan gia)\b"
)
_OF_PLACES = re.compile(
    r"\b(mang xa hoi|facebook|zalo|fanpage|youtube|tiktok|website|trang thong tin|cong thong tin|loa|truyen thanh|phat thanh|bao chi)\b"
)
_OF_ALL = r"(so|luong|luot|nguoi|la|co|ty|le|trong|tong|do|cac|gioi|gioi tinh)"
_WOMEN = re.compile(
    rf"({_OF_ALL} )*(nu|phu nu)( gioi)?( (tham gia|tham du|du|duoc tap huan))?|({_OF_ALL} )*nu\b.*|.*\b(la|so) (phu )?nu( gioi)?"
)
_MEN = re.compile(rf"({_OF_ALL} )*nam( gioi)?( (tham gia|tham du))?")
# What offices report beside activities and people; no record comes of it.
_ELSE = re.compile(
    r"(tin\b|bai\b|to roi|to gap|to buom|tai lieu|an pham|sach|so tay|pa ?no|ap ?phich|bang ron|bang zon|khau hieu|poster|van ban|ke hoach|cong van|quyet dinh|bao cao|kinh phi|ngan sach|nguon (kinh phi|von)|tong kinh phi|clip|video|phong su|chuong trinh phat|lan phat|luot phat|luot xem|luot truy cap|luot chia se|phat thanh|phong chieu|truong\b|co so\b|cau lac bo|clb\b|xa\b|phuong\b|thon|to dan pho|khu dan cu|diem\b|mo hinh|tu van|cuoc goi|ca\b|vu\b|nhom\b|fanpage|ty le|ti le|gio\b|tiet\b|ngay\b|don vi|ban\b|bien tap|hop thu|duong day|phan anh|tre em (bi|duoc (ho tro|can thiep|tro giup))|to chuc,? ca nhan|may tinh|phan mem|ung dung|website|trang)"
)
# Who saw or heard of it is not who came.
_REACH = re.compile(r"luot (tiep can|tuong tac|theo doi|xem|truy cap|chia se|thich)\b")
_UNITS = {
    COUNT: re.compile(r"(so )?(lop|buoi|cuoc|khoa|dot|hoi nghi|hoi thi|lan|hoat dong|chuyen de|cuoc thi|su kien|hn)( (tap huan|hoc|truyen thong|thi))?"),
    PEOPLE: re.compile(r"(so )?(luot|nguoi|em|chau|tre|hoc sinh|hs|hoc vien|hv|tre em|luot nguoi|nguoi luot|dai bieu|thi sinh|phu huynh|luot tre|luot tre em|can bo|giao vien|ph|phhs|gv|luot hoc sinh|luot nguoi tham gia|luot tham gia)"),
}  # fmt: skip
_PAIR = re.compile(r"(lop|buoi|luot|nguoi|cuoc)( (lop|buoi|luot|nguoi|cuoc|va|hoac))*")
_PER_ACTIVITY = re.compile(r"\b(binh quan|trung binh|ty le|ti le)\b|^(luot )?cuoc goi\b")
# Words that name an activity without saying of which kind.
_BARE = re.compile(r"(lop|buoi|cuoc|khoa|dot|hoi nghi)( (da )?(to chuc|thuc hien|mo))?( duoc)?")
# Words of a number of all activities or people, of whatever kind.
_ANY = re.compile(
    r"((so|sl|luong|luot|nguoi|tham|gia|du|duoc|da|tong|cong|cac|tat ca|toan bo|trong|ky|quy|nam|thang|nay|to chuc|mo|hoc vien|dai bieu|lop|buoi|cuoc|khoa|hoat dong|va|tap huan|truyen thong|tuyen truyen|chung|do|la|cho)( |$))*"
)
_LONGEST = 30
_KINDS = (r"tap huan|\blop\b", r"truyen thong|tuyen truyen|\bbuoi\b", r"\bthi\b")
_REST = {"khac", "con lai", "cac doi tuong khac", "doi tuong khac", "thanh phan khac", "nguoi khac"}


@dataclass(frozen=True)
class Line:
    """The words of one line. `level`: how deep it stands; `part`: it says itself that it is part of what stands above;
    `own_kind`: its kind is named, not only guessed from "lớp" or "buổi"; `mixed`: it names several kinds; `counted`: it begins as a number does
    ("Số lớp"), where "Lớp tập huấn" may head others; `total`: it is
    called a sum and nothing more; `of_some`: its words name more than activities or people."""

    text: str
    level: float
    measure: str | None = None
    kind: Kind | None = None
    own_kind: bool = False
    mixed: bool = False
    audiences: tuple[Audience, ...] = ()
    delivery: Delivery | None = None
    part: bool = False
    unit: str | None = None
    period: Words | None = None
    period_text: str = ""
    counted: bool = False
    total: bool = False
    of_some: bool = False


def is_unit_of_measure(folded: str) -> bool:
    """Whether words are a unit in which activities or people are counted ("lượt người")."""
    return any(pattern.fullmatch(folded) for pattern in _UNITS.values())


def level_of_mark(mark: str) -> int | None:
    """How deep a mark of the numbering column stands; None for other words."""
    mark = mark.strip()
    return next((level for level, pattern in _MARKS if pattern.fullmatch(mark)), None)


def read_line(mark: str, text: str, measured_in: str) -> Line:
    """What a line says, from its mark, its label and the unit of measure beside it."""
    line = _of_label(clean(text).rstrip(": "), fold(measured_in))
    level = level_of_mark(mark) if mark.strip() else None
    return replace(line, level=level) if level and line.level == DEEPEST else line


@following
def _of_label(text: str, measured_in: str) -> Line:
    level, rest = DEEPEST, text
    while found := _LEADING.match(rest):
        deeper = level_of_mark(found[1])
        if deeper is None or found.end() >= len(rest):
            break
        level, rest = deeper if level == DEEPEST else max(level, deeper), rest[found.end() :]
    folded = fold(rest)
    lead = _PART.match(folded)
    if lead:
        folded = folded[lead.end() :]
        rest = rest.split(":", 1)[1] if ":" in rest and fold(rest.split(":", 1)[0]) + " " == lead[0] else rest
    plain = folded[_NUMBER.match(folded).end() :] if folded else ""  # type: ignore[union-attr]
    if len(folded.split()) > _LONGEST:
        return Line(text, level)
    measure = _measure(plain, folded, measured_in)
    if measure == OTHER:
        # What would be sessions by its words ("Truyền thông trên loa") is told.
        return Line(
            text, level, OTHER, part=bool(lead), of_some=is_made(plain) and find_kind(rest) is not None
        )
    named = find_kind(rest)
    own = bool(named) and not _BARE.fullmatch(plain)
    if named is Kind.OTHER and fold(rest) in _REST:
        # Others are the rest of whatever is told above.
        named, own = None, False
    mixed = named is None and len(kinds_named(folded)) > 1
    audiences = () if measure in (WOMEN, MEN) else _audiences(rest, measure, named)
    delivery = find_delivery(rest) if len(plain.split()) <= 14 and not _OF_PLACES.search(plain) else None
    own_measure = _measure(plain, folded, "") if measure in (COUNT, PEOPLE) and measured_in else measure
    place, period = (
        (None, None)
        if audiences
        else _place(rest, own_measure if own_measure in (COUNT, PEOPLE, WOMEN, MEN) else None)
    )
    return Line(
        text,
        level,
        measure,
        named,
        own,
        mixed,
        audiences,
        delivery,
        bool(lead),
        place,
        period,
        rest if period else "",
        plain != folded or measure in (WOMEN, MEN),
        bool(_TOTAL.fullmatch(folded)),
        not _ANY.fullmatch(folded),
    )


def _measure(plain: str, folded: str, measured_in: str) -> str | None:
    by_unit = next((m for m, pattern in _UNITS.items() if pattern.fullmatch(measured_in)), None)
    if _PER_ACTIVITY.search(plain) or (measured_in and by_unit is None and not _PAIR.fullmatch(measured_in)):
        return OTHER
    if by_unit != COUNT:
        if _WOMEN.fullmatch(plain):
            return WOMEN
        if _MEN.fullmatch(plain):
            return MEN
    if (by_unit is None and _ELSE.match(plain)) or is_made(plain):
        return OTHER
    if by_unit == PEOPLE and (_OF_PLACES.search(plain) or _VICTIMS.search(plain)):
        return OTHER
    if by_unit != COUNT and _REACH.match(plain):
        return OTHER
    if by_unit:
        return by_unit
    held = plain[_HELD.match(plain).end() :]  # type: ignore[union-attr]
    if _ACTIVITIES.match(held) and not re.match(r"luot (nguoi|tham)", plain):
        return COUNT if held != folded or _BARE_COUNT.match(plain) else None
    return PEOPLE if _PEOPLE_WORDS.search(plain) and not _HEADS.match(plain) else None


_VICTIMS = re.compile(
    r"\b(xam hai|nan nhan|can thiep|to giac|vi pham|tu van|thanh vien (cau lac bo|clb|doi|nhom|ban))\b(?!.*\b(tap huan|truyen thong|tham gia|tham du|phong)\b)"
)
# "Lớp tập huấn" counts as it stands; "Hội nghị …" and "Hoạt động …" may head.
_BARE_COUNT = re.compile(r"(lop|buoi|cuoc|khoa)\b")
# What is done for people is no number of them ("Tập huấn cho người chăm sóc trẻ").
_HEADS = re.compile(
    r"(cong tac|hoat dong|to chuc|tap huan|truyen thong|tuyen truyen|boi duong|noi dung|ket qua|lop|buoi|dao tao|hinh thuc|doi tuong|nhom)\b(?!.*\b(luot|tham gia|tham du)\b)"
)


def kinds_named(folded: str) -> list[str]:
    """The kinds that words name, each by the pattern of its words."""
    return [pattern for pattern in _KINDS if re.search(pattern, folded)]


def _audiences(text: str, measure: str | None, kind: Kind | None) -> tuple[Audience, ...]:
    """For whom or of whom a line is: what stands behind "cho", or all its words where they count people."""
    told = _FOR.search(text)
    if told:
        found = read_audiences(_tidy(told[1])) or ()
        if found or measure == COUNT:
            return found
    if measure == COUNT or (measure is None and kind):
        return ()
    return read_audiences(_tidy(_WITHOUT.sub("", text))) or ()


_FOR = re.compile(
    r"\b(?:dành cho|cho|đối với|đối tượng là|đối tượng|với|nhóm)\b[:\s]*(?:các\s+)?(.+)$", re.IGNORECASE
)
_WITHOUT = re.compile(
    r"^(?:\W*(?:trong đó|tổng số|tổng cộng|tổng|số lượng|số lượt|số|lượt|SL|người là|là|các|có)\b[:\s]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,]*(?:\(.*\)|\b(?:được|đã)?\s*(?:tham gia|tham dự|dự|tập huấn|truyền thông|tuyên truyền|bồi dưỡng|tiếp cận)\b.*)$",
    re.IGNORECASE,
)


def _tidy(text: str) -> str:
    """The words of an audience without what they take part in."""
    short = _TAIL.sub("", clean(text)).strip(" .,:;")
    return short or clean(text)


def _place(text: str, measure: str | None) -> tuple[str | None, Words | None]:
    """The unit and the period that a line heads; a line that counts names neither."""
    if measure or len(text.split()) > 8 or fold(text).startswith("cap "):
        return None, None
    found = resolve(text, Era.UNKNOWN)
    office = find_organisation(text)
    unit = clean(text) if (found.code or found.ambiguous or office) and not find_kind(text) else None
    return unit, (None if unit else find_period(text))
