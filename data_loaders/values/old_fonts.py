"""Text typed in the Vietnamese one-byte fonts of before Unicode: TCVN3 (.VnTime…) and VNI (VNI-Times…).

Tables: TCVN 5712:1993 VN3 and the VNI Windows set, as their fonts draw the Latin-1 codes.
"""

import unicodedata
from functools import lru_cache

_TCVN3_LOWER = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        strict=True,
    )
)
_TCVN3 = str.maketrans({**_TCVN3_LOWER, **dict(zip("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ", strict=True))})

# Signs that VNI writes after the vowel they belong to.
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_BREVE, _ROOF = "\u0306", "\u0302"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
    "â": _ROOF, "à": _ROOF + _GRAVE, "á": _ROOF + _ACUTE, "å": _ROOF + _HOOK, "ã": _ROOF + _TILDE, "ä": _ROOF + _DOT,
}  # fmt: skip
_VNI_ALONE = {
    "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ñ": "đ", "ô": "ơ", "ö": "ư", "î": "ỵ",
}  # fmt: skip
_VNI_VOWELS = frozenset("aeouyôöAEOUYÔÖ")


@lru_cache(maxsize=20000)
def from_tcvn3(text: str, capitals: bool = False) -> str:
    """Text of a .Vn… font in Unicode; `capitals` for the fonts that draw all letters as capitals (.VnTimeH)."""
    found = text.translate(_TCVN3)
    return found.upper() if capitals else found


@lru_cache(maxsize=20000)
def from_vni(text: str) -> str:
    """Text of a VNI font in Unicode: a vowel, then the sign that stands over or under it."""
    found: list[str] = []
    before = ""
    for sign in text:
        lower = sign.lower()
        if lower in _VNI_MARKS and before in _VNI_VOWELS and before:
            found[-1] = unicodedata.normalize("NFC", found[-1] + _VNI_MARKS[lower])
            before = ""
        elif lower in _VNI_ALONE:
            letter = _VNI_ALONE[lower]
            found.append(letter if sign == lower else letter.upper())
            before = sign if lower in "ôö" else ""
        else:
            found.append(sign)
            before = sign
    return "".join(found)


def in_unicode(text: str, font: str) -> str:
    """Text by the name of the font it was typed in; text of other fonts as it stands."""
    name = font.casefold().strip()
    if name.startswith(".vn"):
        return from_tcvn3(text, name.endswith("h"))
    return from_vni(text) if name.startswith("vni") else text
