"""Units of measure of thousands ("ĐVT: nghìn lượt", "1.000 người"), in the heading of a column or above its table."""

import re

from data_loaders.values.amounts.numbers import bare

# So many thousands of people live nowhere here: such a figure is written in full.
MOST_THOUSANDS = 5_000
_OF = r"(?:nghin|ngan|1[. ]?000) (?:luot(?: nguoi)?|nguoi|tre|em|chau|hoc sinh|dan)(?: em)?"
_MEASURED = r"(?:don vi(?: tinh)?|dvt)\W*"
_HEADING = re.compile(rf"\b{_OF}\b")
_ALONE = re.compile(rf"\W*(?:{_MEASURED})?{_OF}\W*")
_IN_BRACKETS = re.compile(rf"(?:\(|{_MEASURED})\W*(?:{_MEASURED})?{_OF}\b")


def heading_in_thousands(text: str) -> bool:
    """Whether the heading of a column says that its figures are thousands of people ("Dân số (nghìn người)")."""
    return bool(_HEADING.search(bare(text)))


def line_in_thousands(line: str) -> bool:
    """Whether a line above a table says so of all its figures ("ĐVT: 1.000 người"), not of some number in a title."""
    plain = bare(line)
    return bool(_ALONE.fullmatch(plain) or _IN_BRACKETS.search(plain))
