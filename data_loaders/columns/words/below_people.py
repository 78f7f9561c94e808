"""What words of no meaning of their own hold below a heading of people ("Lượt người tham dự")."""

import re

from program.text import fold

_CAME = re.compile(r"(thuc (te|hoc|du)|co mat|da (hoc|tham gia|tham du))( (tham gia|tham du|hoc))?")
_OF_THE_PERIOD = re.compile(r"(phat sinh |thuc hien |so )*(trong )?(ky|thang|quy|nam|dot)( nay| bao cao)?")
_SUBSET = re.compile(
    r"(trong do|t do|tr do)\b|(duoc )?(trieu tap|moi|cu di|vang)\b|(tot nghiep|dat yeu cau|(duoc )?cap (giay )?(chung nhan|chung chi))\b|(nguoi )?(khuyet tat|dtts|dan toc thieu so|dang vien)\b"
)


def below_people(folded: str) -> tuple[str, ...]:
    """The fields of a heading: the period's own people, or those who came; those who were called, and some of all
    audiences who are of one sort, which are not kept; or an audience that is to be asked."""
    if _SUBSET.match(folded):
        return ("unused",)
    own = _OF_THE_PERIOD.fullmatch(folded) or _CAME.fullmatch(folded)
    return ("attendances_total",) if own else ("attendances.?",)


def below_ages(over: tuple[str, ...], path: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a year below children of an age ("Số trẻ em dưới 16 tuổi" over "Năm 2021"): what the heading above,
    whose fields are `over`, holds; empty below any other."""
    aged = over == ("value", "attendances.?") and any(map(str.isdigit, path[-2]))
    return over if aged and re.fullmatch(r"(nam )?20\d\d", fold(path[-1])) else ()
