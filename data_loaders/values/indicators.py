"""Which indicator words name: its code, its label, or a description of what it measures; and who set it."""

import re
from functools import cache
from hashlib import sha256

from data_loaders.values.kinds import find_kind
from data_loaders.values.people.audiences import find_audience
from program.text import clean, fold, key
from program.vocabulary import COMPOSED, INDICATORS, OWN_WORDS, Authority, composed_code
from program.vocabulary import find_indicator as coded

# What is particular to each of the three targets of QĐ 830 (domain.md 1.1).
_OFFICIAL_WORDS = (
    (
        "T1",
        re.compile(
            r"^(?!(tong )?so (luong )?(truong|co so)\b).*\b(truong|co so)\b.*\bdinh ky\b|^(ty le |100 )?(cac )?(truong|co so)\b.*\bto chuc\b"
        ),
    ),
    ("T2", re.compile(r"\b(nan nhan|bi xam hai)\b.*\b(ho tro|can thiep)\b")),
    ("T3", re.compile(r"\b(vi pham|to giac)\b.*\bxu ly\b")),
)
_OFFICIAL = re.compile(
    r"quoc gia|trung uong|thu tuong|chinh phu|ca nuoc|official|chinh thuc|\b(qd|quyet dinh|chuong trinh)( so)? 830|\b(tw|t u|ttcp)\b"
    r"|\bbo (thong tin|tttt|y te|cong an|khoa hoc|giao duc|lao dong|ldtbxh|gddt|khcn)"
)
_PEOPLE = re.compile(
    r"\bluot\b|\bso (luong )?(nguoi|tre|hoc sinh|cha me|phu huynh|giao vien|can bo|hoi vien|cong tac vien)\b"
)
# A share, and what is no count of activities or people held by us ("Số tài liệu truyền thông", "Số câu lạc bộ").
_NO_COUNT = re.compile(
    r"\b(ty le|ti le|phan tram|tai lieu|to roi|to gap|ap phich|pano|bang ron|tin,? bai|tin bai|bai viet|phong su|video|clip|mo hinh|cau lac bo|clb"
    r"|diem so|kinh phi|so truong|so co so|so phuong|so xa|so don vi|luot (xem|truy cap|tuong tac|tiep can))\b|%"
)
# Who is counted in words that name no audience ("Lượt trẻ em tham gia"): all people would be another count.
_SOMEBODY = re.compile(r"\b(tre( em)?|te|thieu nhi|thieu nien|thanh nien|nguoi dan|phu nu|hoc vien)\b")
_COUNTED = re.compile(
    r"(tong )?(so|ty le|ti le|phan tram|luot|muc|%)\b|.*\b(ty le|so luong|so luot|so lop|so buoi|so nguoi)\b"
)
# A code is no longer than the field that keeps it.
_LONGEST, _KEPT, _MARK = 62, 52, 8
_LOCAL = re.compile(r"dia phuong|thanh pho|local|ubnd|quan|huyen|phuong|xa\b|so\b|don vi")


def find_indicator(text: str) -> str | None:
    """The code of the indicator that a code, label or short label names; accents first, then folded."""
    name = clean(text)
    if coded(name):
        return name
    if (named := _names().get(key(name))) is not None:
        return named
    for code, indicator in INDICATORS.items():
        if fold(name) in (fold(indicator.label), fold(indicator.short_label)) or re.match(
            rf"{fold(code)}\b", fold(name)
        ):
            return code
    return _described(name)


@cache
def _names() -> dict[str, str]:
    """The code of every label and short label."""
    known = (*COMPOSED.values(), *INDICATORS.values())
    return {key(label): i.code for i in known for label in (i.label, i.short_label)}


def _described(name: str) -> str | None:
    """The official target, or the one local indicator of the measure, kind and audience, that words describe
    ("Tỷ lệ trường tổ chức định kỳ", "Số buổi truyền thông", "Lượt cha mẹ dự lớp tập huấn")."""
    official = next((code for code, words in _OFFICIAL_WORDS if words.search(fold(name))), None)
    if official:
        return official
    folded = fold(name)
    if _NO_COUNT.search(folded):
        return None
    measure = "attendances" if _PEOPLE.search(folded) else "activities"
    described = (measure, find_kind(name), find_audience(name))
    codes = [i.code for i in INDICATORS.values() if (i.measure, i.kind, i.audience) == described]
    if not codes and measure == "attendances" and described[1] is None and described[2]:
        # People of an audience without a word of where: the one indicator that counts them.
        codes = [i.code for i in INDICATORS.values() if (i.measure, i.audience) == (measure, described[2])]
    if len(codes) == 1:
        return codes[0]
    told = described[1] or (measure == "attendances" and (described[2] or not _SOMEBODY.search(folded)))
    if not told or (described[2] is None and _SOMEBODY.search(folded)):
        return None
    return composed_code(*described)


def own_indicator(text: str) -> str | None:
    """The code of an indicator in an office's own words, which no count of ours is ("Số câu lạc bộ"); None for words
    that name nothing counted. The same words give the same code, in capitals too."""
    name = clean(re.sub(r"^[\W\d_]+", "", text)).rstrip(" :.;")
    name = name.capitalize() if name.isupper() else name
    if len(name.split()) < 2 or not _COUNTED.match(fold(name)):
        return None
    if len(name) > _LONGEST:
        name = f"{name[:_KEPT].rstrip()}… {sha256(fold(name).encode()).hexdigest()[:_MARK]}"
    return OWN_WORDS + name


def named_indicator(text: str) -> str | None:
    """The code of the indicator that words name, or that of an office's own words; a mark before them says nothing."""
    return find_indicator(text) or own_indicator(text)


_BY_CITY = re.compile(r"\b(ubnd|hdnd|stttt|skhcn|sgddt|tp|quan|huyen)\b")


def authority_of(document: str | None, usual: Authority) -> Authority:
    """Who set a target by its own document: what the city or a district decided is local, whatever it measures."""
    folded = fold(document or "")
    return Authority.LOCAL if _BY_CITY.search(folded) and not _OFFICIAL.search(folded) else usual


def find_authority(text: str) -> Authority | None:
    """Who set a target, from the words of the column."""
    folded = fold(text)
    if _OFFICIAL.search(folded):
        return Authority.OFFICIAL
    return Authority.LOCAL if _LOCAL.search(folded) else None
