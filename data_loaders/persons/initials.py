"""A child told by the initials of its name and its age or year of birth ("em N.T.H (2010)", "N.V.A, 13 tuổi"): who lives
there knows which child it is."""

import re

from data_loaders.persons.names import CAPITAL

# Two letters or more with a dot behind each but the last; "T.H.C.S" is a sort of schools.
_INITIALS = (
    rf"(?<![\w.])(?!T\.\s?H(?:\.\s?C\.\s?S|\.\s?P\.\s?T)?\.?[^\w.])(?:{CAPITAL}\.\s?){{1,3}}{CAPITAL}\b\.?"
)
_MAYBE = re.compile(rf"{CAPITAL}\.\s?{CAPITAL}\b")
_AGED = re.compile(rf"{_INITIALS}\s*[(,;–-]*\s*\d{{1,2}}\s*tuổi\b")
_BORN = re.compile(
    rf"\b(?i:em|cháu|bé|trẻ|nạn nhân|nữ sinh|nam sinh|học sinh|hs|bạn):?\s+{_INITIALS}\s*(?:[(,;–-]\s*)+(?:(?i:sinh|sn):?\s*)?(?:19|20)\d\d(?!\w)"
)


def may_be_initials(text: str) -> bool:
    """Whether words hold the initials of a name: a long column is looked over once for it."""
    return bool(_MAYBE.search(text))


def tells_child(text: str) -> bool:
    """Whether words tell a child by the initials of its name and its age or year of birth."""
    return may_be_initials(text) and bool(_AGED.search(text) or _BORN.search(text))
