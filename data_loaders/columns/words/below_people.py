"""What words of no meaning of their own hold below a heading of people ("Lượt người tham dự")."""

import re

_OF_THE_PERIOD = re.compile(r"(phat sinh |thuc hien |so )*(trong )?(ky|thang|quy|nam|dot)( nay| bao cao)?")
_SUBSET = re.compile(r"(trong do|t do|tr do)\b|(nguoi )?(khuyet tat|dtts|dan toc thieu so)\b")


def below_people(folded: str) -> tuple[str, ...]:
    """The fields of a heading: the period's own people, some of all audiences who are of one sort, which are not
    kept, or an audience that is to be asked."""
    if _SUBSET.match(folded):
        return ("unused",)
    return ("attendances_total",) if _OF_THE_PERIOD.fullmatch(folded) else ("attendances.?",)
