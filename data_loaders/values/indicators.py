"""Which indicator words name: its code, its label, or a description of what it measures; and who set it."""

import re

from data_loaders.values.audiences import find_audience
from data_loaders.values.kinds import find_kind
from program.text import clean, fold, key
from program.vocabulary import INDICATORS, Authority

# What is particular to each of the three targets of QĐ 830 (domain.md 1.1).
_OFFICIAL_WORDS = (
    (
        "T1",
        re.compile(
            r"\b(truong|co so)\b.*\bdinh ky\b|^(ty le |100 |so )?(cac )?(truong|co so)\b.*\bto chuc\b"
        ),
    ),
    ("T2", re.compile(r"\b(nan nhan|bi xam hai)\b.*\b(ho tro|can thiep)\b")),
    ("T3", re.compile(r"\b(vi pham|to giac)\b.*\bxu ly\b")),
)
_OFFICIAL = re.compile(
    r"quoc gia|trung uong|thu tuong|chinh phu|official|chinh thuc|qd 830|bo thong tin|bo tttt"
)
_LOCAL = re.compile(r"dia phuong|thanh pho|local|ubnd|quan|huyen|phuong|xa\b|so\b|don vi")


def find_indicator(text: str) -> str | None:
    """The code of the indicator that a code, label or short label names; accents first, then folded."""
    name = clean(text)
    for code, indicator in INDICATORS.items():
        if name.casefold() == code.casefold() or key(name) in (
            key(indicator.label),
            key(indicator.short_label),
        ):
            return code
    for code, indicator in INDICATORS.items():
        if fold(name) in (fold(indicator.label), fold(indicator.short_label)) or re.match(
            rf"{fold(code)}\b", fold(name)
        ):
            return code
    return _described(name)


def _described(name: str) -> str | None:
    """The official target, or the one local indicator of the measure, kind and audience, that words describe
    ("Tỷ lệ trường tổ chức định kỳ", "Số buổi truyền thông", "Lượt cha mẹ dự lớp tập huấn")."""
    official = next((code for code, words in _OFFICIAL_WORDS if words.search(fold(name))), None)
    if official:
        return official
    measure = "attendances" if re.search(r"\b(luot|so nguoi|so luong nguoi)\b", fold(name)) else "activities"
    described = (measure, find_kind(name), find_audience(name))
    codes = [i.code for i in INDICATORS.values() if (i.measure, i.kind, i.audience) == described]
    if not codes and measure == "attendances" and described[1] is None and described[2]:
        # People of an audience without a word of where: the one indicator that counts them.
        codes = [i.code for i in INDICATORS.values() if (i.measure, i.audience) == (measure, described[2])]
    return codes[0] if len(codes) == 1 else None


def find_authority(text: str) -> Authority | None:
    """Who set a target, from the words of the column."""
    folded = fold(text)
    if _OFFICIAL.search(folded):
        return Authority.OFFICIAL
    return Authority.LOCAL if _LOCAL.search(folded) else None
