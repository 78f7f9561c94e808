"""Numbers that tell of whom words speak and count nobody: ages, years and levels of school, numbered places."""

import re

_CLASS = r"\d{1,2}(?:[a-e]\d?)?(?:/\d{1,2})?"
# What goes on with another number of the same sort ("khối 6, 7 và 8"); "khối 6, 30 PH" does not.
_MORE = rf"(?:(?: ?[,&+-] ?| va | den ){_CLASS}(?=\s*(?:[,;:&+()/.\n-]|va\b|den\b|$)))*"
_QUALIFIER = re.compile(
    rf"\b(?:(?:cac )?(?:khoi|lop|cap|to|khu|thon|ap|to dan pho|khu pho|khu dan cu|kdc|tdp|chi hoi|cum|dot|nhom|doi) )+(?:so )?{_CLASS}{_MORE}"
    r"|(?<!\w)(?:(?:trong |o )?(?:do |lua )?tuoi )?(?:tu |tu du |du |duoi |tren )*\d{1,2}(?: ?(?:-|–|den) ?(?:duoi |can )?\d{1,2})? tuoi(?: tro (?:len|xuong))?"
    r"|\b(?:trong |o )?(?:do |lua )tuoi (?:tu )?\d{1,2} ?(?:-|–|den) ?\d{1,2}\b"
)
MARK = "~"
_EMPTY = re.compile(rf"\(\s*({MARK}?)\s*\)")


def without_qualifiers(plain: str, mark: str = "") -> str:
    """Words (without accents, signs kept) without such numbers, `mark` in their place: "HS khối 6: 45" is
    "HS : 45"."""
    return _EMPTY.sub(r"\1", _QUALIFIER.sub(mark, plain)) if any(map(str.isdigit, plain)) else plain
