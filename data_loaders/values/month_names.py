"""Months in words as figures: "tháng Giêng", "tháng Năm năm 2023", "12-May-2023", "12-Thg5-23"."""

import re

# "Tháng năm" is left out: the words before a year ("tháng, năm 2023") read the same.
_MONTHS_IN_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip
_NAMED_MONTH = re.compile(
    r"\bthang (gieng|mot|hai|ba|tu|sau|bay|tam|chin|muoi mot|muoi hai|muoi)\b(?! (?:ngay|thang|\d{1,2}\b))"
)
# As Excel shows a date in English ("12-May-2023", "May-2023"), and as hands write one with other strokes.
_ENGLISH = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ENGLISH_MONTH = rf"({'|'.join(_ENGLISH)})[a-z]{{0,6}}[-/., ]+"
_ENGLISH_DAY = re.compile(rf"(\d{{1,2}})[-/., ]+{_ENGLISH_MONTH}((?:20)?\d\d)")
# A month as a Vietnamese Excel shortens it ("Thg5-23").
_SHORT_ALONE = re.compile(r"thg\.? ?(\d{1,2})[-/. ]+(?:20)?(\d\d)")
_ENGLISH_ALONE = re.compile(rf"{_ENGLISH_MONTH}(?<! )(20\d\d)")
_OTHER_STROKES = re.compile(
    r"(\d{1,2})\s?(?:([\\|,_ ])\s?(\d{1,2})\s?\2|/{1,2}\s?(\d{1,2})\s?[-/])\s?(20\d\d)"
)
_ARROW = re.compile(r"\s*(?:[-=]+>|→|➔|➝)\s*")
# As Excel shows a day in Vietnamese.
_SHOWN = re.compile(r"\b(\d{1,2})[-/ ]thg?[- ]?(\d{1,2})[-/ ,]+(\d{4}|\d{2})\b")
# "Tháng năm 2023" itself is a heading ("tháng, năm 2023").
_FIFTH = re.compile(r"\bthang nam(?: nam |\s?/\s?)(?=20\d\d\b)")


def months_in_figures(plain: str) -> str:
    """Folded words with their months as figures ("tháng Giêng", "tháng Năm năm 2023", "12-May-2023", "12-Thg5-23"),
    a day in figures with strokes ("12\\5\\2023"), and arrows between days as a word."""
    plain = _SHOWN.sub(r"\1/\2/\3", _ARROW.sub(" den ", plain))
    if found := _OTHER_STROKES.fullmatch(plain):
        return f"{found[1]}/{found[3] or found[4]}/{found[5]}"
    if found := _ENGLISH_DAY.fullmatch(plain):
        return f"{found[1]}/{_ENGLISH[found[2]]}/{found[3]}"
    if found := _SHORT_ALONE.fullmatch(plain):
        return f"thang {found[1]}/20{found[2]}"
    if found := _ENGLISH_ALONE.fullmatch(plain):
        return f"thang {_ENGLISH[found[1]]}/{found[2]}"
    plain = _FIFTH.sub(r"thang 5/", plain)
    return _NAMED_MONTH.sub(lambda match: f"thang {_MONTHS_IN_WORDS[match[1]]}", plain)
