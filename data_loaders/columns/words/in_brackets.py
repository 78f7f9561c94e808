"""What the brackets of a heading add to the words before them."""

import re

from data_loaders.columns.words.grammar import BRACKETS
from data_loaders.columns.words.wordings import measured, role
from data_loaders.mending.answers import following, meaning
from data_loaders.values.people.audiences import read_audiences
from program.submissions.mending import Question
from program.text import fold
from program.vocabulary import Audience

# Groups that hold people of others: "Công nhân (cha mẹ)" are parents. Who is left over ("Khác") holds no one sort.
_WIDE = (Audience.OTHER, Audience.OFFICIALS)
_LEFT_OVER = re.compile(r"((so|luot|nguoi|doi tuong|thanh phan|nhom) )*khac\b")
# Some of them, or all but these.
_NOT_ALL = re.compile(r"(trong do|td|ke ca|bao gom|gom|nhu|vi du|khong|ngoai|tru|co|va|cung)\b")


def bracketed(text: str) -> str:
    """The folded words of a heading's brackets."""
    found = BRACKETS.search(text)
    return fold(found[0]) if found else ""


def fields_in_brackets(text: str, counted: bool) -> tuple[str, ...]:
    """What brackets add: the place ("Địa điểm (phường)"), or what words of no other meaning count
    ("Thực hiện (lớp)")."""
    folded = bracketed(text)
    told = role(folded) if folded else ()
    if told[:1] in (("ward",), ("school",), ("kind",)) or (folded, told) == ("nu", ("female",)):
        return told
    return measured(folded) if counted else ()


@following
def narrowed(audience: Audience | None, text: str) -> Audience | None:
    """The audience of a heading whose words name `audience`: of a wide group the one sort that its brackets name
    ("Người dân (phụ huynh)"), as where a cell names it."""
    found = BRACKETS.search(text) if audience in _WIDE else None
    if not found or _LEFT_OVER.match(fold(text)) or meaning(Question.AUDIENCE, text):
        return audience
    inside = found[0].strip(" ()[]")
    sorts = None if _NOT_ALL.match(fold(inside)) else read_audiences(inside)
    return sorts[0] if sorts and len(sorts) == 1 else audience
