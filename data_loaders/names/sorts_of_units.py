"""Sorts of units under one heading ("Khối sở, ban, ngành", "II. Hội, đoàn thể"): none of them, and nobody's audience."""

import re
from functools import lru_cache

from program.text import fold

_SORT = r"(co quan|don vi|so|ban|nganh|phong|hoi|doan the|mat tran|to chuc|chinh tri|xa hoi|thanh pho|tp|quan|huyen|phuong|xa|dac khu|dia phuong)\b ?"
BODIES = re.compile(rf"(khoi |cac |nhom |ubnd )*((va )?{_SORT})+")
_MARK = re.compile(r"^([ivx]{1,5}|[a-z]|\d{1,2}) (?=\w)")
_SEVERAL = re.compile(rf"(ubnd )?(khoi|cac|nhom) |{_SORT}(va )?{_SORT}")


_ORGANISATIONS = re.compile(
    r"(ten |cac )*((to chuc|hoi|khoi)( va)? )?doan the( (chinh tri|xa hoi|thanh pho|tp|quan|huyen|phuong|xa))*( (to chuc|chu tri|thuc hien))?"
)


@lru_cache(maxsize=20000)
def names_bodies(text: str) -> bool:
    """Whether words, behind a mark or without one, name sorts of units ("I. Quận, huyện") and no unit."""
    plain = _MARK.sub("", fold(text), count=1)
    return bool(BODIES.fullmatch(plain) and _SEVERAL.match(plain))


def heads_bodies(text: str) -> bool:
    """Whether a heading is that of organisations, and of no audience where their names stand below it ("Đoàn thể")."""
    return bool(_ORGANISATIONS.fullmatch(fold(text)))
