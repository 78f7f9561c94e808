"""Months as figures, however they were written: "tháng Giêng", "Tháng Năm", "12/V/2023", "12-May-2023", "12-Thg5-23"."""

import re

# "Tháng năm" is left out: the words before a year ("tháng, năm 2023") read the same.
_MONTHS_IN_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip
_NUMERALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip
_IN_LETTERS = _MONTHS_IN_WORDS | _NUMERALS | {"nam": 5}
_NAMED_MONTH = re.compile(
    rf"\bthang ({'|'.join(sorted(_MONTHS_IN_WORDS | _NUMERALS, key=len, reverse=True))})\b(?! (?:ngay|thang|\d{{1,2}}\b)|/[a-z])"
)
# Between strokes stands the month ("12/V/2023", "12/Năm/2023"); an x alone may be left to be filled in.
_BETWEEN = re.compile(
    rf"\b(\d{{1,2}}) ?([-/.]) ?(?!x\b)({'|'.join(sorted(_IN_LETTERS, key=len, reverse=True))})(?: ?\2 ?(?=(?:20)?\d\d\b)|(?= ?$))"
)
# "Năm" is the month where it has a capital, where nothing stands behind it, or a day before it that is no number of months.
_MAY = re.compile(r"(?<![Nn]gày )(?<!\d )\b[Tt]háng Năm\b(?! (?:ngày|tháng))")
_DAY_OF_MAY = re.compile(
    r"(?i:\b(ngày \d{1,2}|1[3-9]|[23]\d) tháng năm\b(?= (?:năm )?20\d\d))|(\d) [Tt]háng Năm\b|(?i:^((?:trong |.*\d )?)tháng năm$)"
)
# As Excel shows a date in English ("12-May-2023", "May-2023"), and as hands write one with other strokes.
_ENGLISH = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ENGLISH_MONTH = rf"({'|'.join(_ENGLISH)})[a-z]{{0,6}}[-/., ]+"
_ENGLISH_DAY = re.compile(rf"(\d{{1,2}})[-/., ]+{_ENGLISH_MONTH}((?:20)?\d\d)")
# A month as a Vietnamese Excel shortens it ("Thg5-23").
_SHORT_ALONE = re.compile(r"thg\.? ?(\d{1,2})[-/. ]+(?:20)?(\d\d)")
_ENGLISH_MONTH_FIRST = re.compile(rf"{_ENGLISH_MONTH}(\d{{1,2}})(?:st|nd|rd|th)?,? (20\d\d)")
_ENGLISH_ALONE = re.compile(rf"{_ENGLISH_MONTH}(?<! )(20\d\d)")
# The same without a day or a year, as Excel shows "10/2025" and "18/10" in English: with a stroke alone.
_ENGLISH_SHORT = re.compile(rf"(\d{{1,2}})-({'|'.join(_ENGLISH)})|({'|'.join(_ENGLISH)})-(2\d)")
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
    if found := _ENGLISH_MONTH_FIRST.fullmatch(plain):
        return f"{found[2]}/{_ENGLISH[found[1]]}/{found[3]}"
    if found := _ENGLISH_SHORT.fullmatch(plain):
        return f"{found[1]}/{_ENGLISH[found[2]]}" if found[1] else f"thang {_ENGLISH[found[3]]}/20{found[4]}"
    if found := _SHORT_ALONE.fullmatch(plain):
        return f"thang {found[1]}/20{found[2]}"
    if found := _ENGLISH_ALONE.fullmatch(plain):
        return f"thang {_ENGLISH[found[1]]}/{found[2]}"
    plain = _BETWEEN.sub(lambda m: f"{m[1]}/{_IN_LETTERS[m[3]]}{m[0].endswith(m[2]) * '/'}", plain)
    plain = _FIFTH.sub(r"thang 5/", plain)
    return _NAMED_MONTH.sub(lambda match: f"thang {_IN_LETTERS[match[1]]}", plain)


def may_in_figures(text: str) -> str:
    """Words in which "Năm" can only be the fifth month, with that month as a figure ("Tháng Năm 2023")."""
    return _MAY.sub("tháng 5", text) if "Năm" in text else text


def may_of_days(text: str) -> str:
    """The same of a cell of days ("12 tháng Năm", "ngày 12 tháng năm 2023", "tháng năm")."""
    if "ăm" not in text and "ĂM" not in text:
        return text
    return _DAY_OF_MAY.sub(lambda m: f"{m[1] or m[2] or m[3] or ''} tháng 5", may_in_figures(text)).strip()
