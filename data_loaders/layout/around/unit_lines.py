"""The lines around a table that name who reports: labels, letterheads, and other lines that mention a unit."""

import re
from collections.abc import Iterable

from data_loaders import time_limit
from data_loaders.layout.around.kinds_around import NOT_OURS, UNIT_LABEL
from data_loaders.names.organisations import find_organisation
from data_loaders.names.units import Era, resolve
from data_loaders.values.amounts.numbers import bare
from program import units
from program.text import clean
from program.units import CITY

_DOCUMENT = re.compile(r"\b\d*/[A-ZĐ]{2,}[-\w]*")
# The lines of a letterhead; below the body of the city stands the one that reports ("BCH QUẬN ĐOÀN CẨM LỆ").
_AGENCY = re.compile(
    r"((ban chap hanh|bch|ban thuong vu|btv) (?!thanh doan)"
    r"|(ubnd|uy ban|so (?!(?:lieu|lop|buoi|luong|luot|nguoi|cuoc|tre|em|hoc sinh|phu huynh|cha me|hoat dong|ngay|thu tu)\b|\W|\d)|hoi |thanh doan|cong an|lien doan|mttq|phuong |xa |quan |huyen |phong |doan (phuong|xa|quan|huyen) ))"
)
# Others, whom figures were compared with or are sent to ("Số liệu đã đối chiếu với Sở Giáo dục và Đào tạo").
_WITH_OTHERS = re.compile(
    r"(?<!\w)(?:đối chiếu|phối hợp|thống nhất|doi chieu|phoi hop|thong nhat)(?: số liệu| so lieu)? (?:với|cùng|voi|cung)(?!\w).*|(?:^\W*|\bbc |\bbáo cáo |\bbao cao )(?:gửi|gui) .*",
    re.IGNORECASE,
)
# A report that a body of the city has its branches make: theirs it is ("BÁO CÁO CỦA HỘI LHPN QUẬN HẢI CHÂU").
_REPORT_OF = re.compile(
    r"^(bao cao|bieu bao cao|so lieu|ket qua)\b.{0,60}?\bcua (?=(ubnd|hoi|quan|huyen|phuong|xa|doan|phong)\b)"
)
# A line that heads a table with nothing but its unit ("1. Quận Cẩm Lệ", "b) Huyện Hòa Vang:").
_MARK = re.compile(r"^\s*(?:(?:\d{1,2}|[IVX]{1,5}|[A-ZĐa-hđ])\s*[.)/:-]|[-+*•])\s*(?=\S)")
_TYPED = re.compile(
    r"(ubnd |uy ban nhan dan )?(phuong|xa|quan|huyen|p\.|x\.|q\.|h\.|hoi|so|thanh doan|dac khu) ?(?!thi\b|nghi\b)"
)
_LONGEST = 8
# What follows a unit in a title: "… của Hội Nông dân thành phố năm 2023".
# "Hòa Quý" and "Tam Kỳ" are names.
_UNTIL_WHEN = re.compile(
    r"[,\s]+(?:trong )?(?:năm|tháng|6 tháng|06 tháng|giai đoạn|từ ngày|đợt|(?:quý|kỳ)(?=\W*(?:(?:[1-4]|[ivx]{1,3}|báo|này|thứ|đầu|cuối|một|hai|ba|bốn)\b(?!\W*tháng))))\b.*$",
    re.IGNORECASE,
)


def words_of_units(lines: list[str]) -> list[str]:
    """The words of lines above a table that may name the unit, in the order in which they are believed."""
    labelled: list[str] = []
    reports: list[str] = []
    agencies: list[str] = []
    mentions: list[str] = []
    for said in lines:
        time_limit.look()
        # The number of a document tells who wrote it, not who reports.
        line = without_others(_DOCUMENT.sub(" ", clean(said)))
        plain = bare(line)
        if NOT_OURS.search(plain):
            continue
        if UNIT_LABEL.match(plain) and len(plain) < 140:
            labelled.append(clean(line.split(":", 1)[1]))
        elif not plain.endswith("viet nam") and (_AGENCY.match(plain) or _heads(line)):
            agencies.append(clean(line))
        elif (report := _REPORT_OF.search(plain)) and _names_land(whose := _whose(line, report.end())):
            reports.append(whose)
        elif found := re.search(r"(?<![/-])(ubnd|uy ban nhan dan|dia ban|cua)\s+", plain):
            mentions.append(_whose(line, found.end()))
        elif (
            resolve(clean(line), Era.UNKNOWN).code
            or find_organisation(line)
            or resolve(clean(line), Era.UNKNOWN).ambiguous
        ):
            mentions.append(clean(line))
    return [*labelled, *reports, *agencies[::-1], *mentions]


def without_others(words: str) -> str:
    """Words without those whom figures were compared with or are sent to ("BC gửi Sở TTTT")."""
    return _WITH_OTHERS.sub(" ", words)


def _whose(line: str, start: int) -> str:
    """The words behind "của" and the like, without the time they end in."""
    return _UNTIL_WHEN.sub("", clean(clean(line)[start:])).rstrip(")")


def _names_land(words: str) -> bool:
    """Whether words name a district or a commune, or a body of one."""
    unit = units.unit(resolve(words, Era.UNKNOWN).code or "")
    return unit is not None and unit.level in ("district", "commune")


def unmarked(line: str) -> str:
    """A line without the mark of a list before its words ("1. ", "a) ", "- ")."""
    return clean(_MARK.sub("", line, count=1)).rstrip(" :.")


def _heads(line: str) -> bool:
    """Whether a line is the mark of a list and a unit, and nothing more."""
    unit = unmarked(line) if _MARK.match(line) else ""
    if not unit or len(unit.split()) > _LONGEST or not _TYPED.match(bare(unit)):
        return False
    found = resolve(unit, Era.UNKNOWN)
    return found.ambiguous or found.code not in (None, CITY)


def unit_words(captions: Iterable[str]) -> list[str]:
    """Words above a table that name a unit, the most certain first; words that name only the city are left out."""
    found = []
    for words in words_of_units(list(captions)):
        seen = resolve(words, Era.UNKNOWN)
        if (seen.code and seen.code != CITY) or seen.ambiguous:
            found.append(words)
    return found
