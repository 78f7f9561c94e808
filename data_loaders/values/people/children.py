"""Children of whom words of any wording say that they are at school or not."""

import re

from program.vocabulary import Audience

CHILDREN = re.compile(r"\b(tre( em)?|te|thieu (nhi|nien)|thanh thieu (nhi|nien)|cac em|chau)\b")
# Not those whose children they are: "Con hội viên", "Trẻ em là con CBCCVC", "Con em công nhân".
CHILDREN_OF = re.compile(
    r"\b(con|con em|con cua|chau)( la)? (cac )?(hoi vien|doan vien|cb\w*|cnvc\w*|cnld|cong nhan|nguoi lao dong|nld|can bo|cong chuc|vien chuc)\b|^con em "
)
_COUNTS_CHILDREN_OF = re.compile(
    r"((so|so luong|sl|tong|luot) )*((tre( em)?|cac (em|chau)|chau|hoc sinh) )?(la )?(con( em)?|con cua|chau)\b(?!.*\b(duoc|tang|qua|hoc bong|ho tro|tham hoi)\b).*"
)
OF_CHILDREN = (Audience.CHILDREN_IN_SCHOOL, Audience.CHILDREN_OUT_OF_SCHOOL)
_LEARNING = r"\b(truong|lop|hoc)\b"
_OUT = re.compile(rf"\b(ngoai|khong|chua|bo|nghi|thoi|roi)\b.*{_LEARNING}")
_IN = re.compile(rf"\b(trong|dang|tai|o|di|den|cua)\b.*{_LEARNING}")


def counts_children_of(folded: str) -> bool:
    """Whether a heading counts children by those whose they are ("Trẻ em là con đoàn viên"), and not what they were given."""
    return bool(CHILDREN_OF.search(folded) and _COUNTS_CHILDREN_OF.fullmatch(folded))


def schooling(folded: str) -> Audience | None:
    """Children of whom words of any wording say that they are at school or not."""
    if not CHILDREN.search(folded):
        return None
    if _OUT.search(folded):
        return Audience.CHILDREN_OUT_OF_SCHOOL
    return Audience.CHILDREN_IN_SCHOOL if _IN.search(folded) else None
