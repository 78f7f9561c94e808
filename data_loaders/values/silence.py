"""Words in place of figures: that nothing happened, and that is reported; that no report came."""

import re

from program.text import fold

# Of which period and of whom it is said ("Tháng 7/2024", "Quý III năm 2023: phường …").
_WHEN = r"((trong )?(ky( bao cao)?|thang|quy|nam( hoc)?|hoc ky|dot|(6|9) thang( dau nam| cuoi nam)?)( (nay|nam|[ivx]{1,3}|\d{1,4})){0,4} )?"
_WHO = r"((don vi|co quan|dia phuong|quan|huyen|phuong|xa|truong|so|hoi) )?"


_NONE_HELD = re.compile(
    rf"{_WHEN}{_WHO}khong (to chuc|trien khai|thuc hien|mo)( duoc)?( hoat dong nao)?( trong (ky|nam|quy|thang)( \w+){{0,3}})?"
)
_NOT_YET = re.compile(
    r"(hien )?chua (duoc )?(to chuc|trien khai|thuc hien|mo|dien ra|tien hanh)( duoc)?( hoat dong nao)?( (lop|buoi))?"
)


# "Không phát sinh kinh phí" tells of a cost, not of what was held.
_NO_ACTIVITY = "kinh phi|chi phi|vuong mac|kho khan|khieu nai|to cao|don thu|vu viec|vu|truong hop|ca"
_MAYBE = re.compile(r"[Kk](?:[HhOo ]|PS|ps)")
_SHORT_NOT = re.compile(r"\bk(?:o|hg)?(?= (?:co|phat|to chuc)\b)")


def says_nothing_happened(text: str) -> bool:
    """Whether the words declare a period without activities ("Không phát sinh")."""
    if not _MAYBE.search(text):
        # Asked of every cell of words of a list.
        return False
    folded = _SHORT_NOT.sub("khong", fold(text))
    return len(folded) < 120 and bool(
        re.search(
            rf"\bkhong (co )?(so (lieu )?)?(phat sinh|ps)\b(?! (them )?({_NO_ACTIVITY})\b)|^kps$|^{_WHEN}{_WHO}khong co (hoat dong|lop|buoi)\b"
            rf"|^{_WHEN}{_WHO}khong (to chuc|trien khai|thuc hien|mo) (duoc )?(cac )?(hoat dong|lop|buoi|cuoc)\b"
            r"|^[^0-9]*(\b(nam|quy|thang) ([ivx]+ )?[0-9 ]*)?[^0-9]*\bkhong (co|to chuc|trien khai) (cac |bat ky )?(hoat dong|lop|buoi) nao$",
            folded,
        )
    )


def says_none_held(folded: str) -> bool:
    """Whether folded words in place of a number say that nothing was held ("Không tổ chức")."""
    return bool(_NONE_HELD.fullmatch(folded))


def says_not_yet(text: str) -> bool:
    """Whether words in place of a number say that it is still to be held ("Chưa tổ chức"): nobody knows how many there will
    be, so it is neither a figure nor a declaration that there was nothing."""
    return bool(_NOT_YET.fullmatch(fold(text)))


# What says so only by itself: a remark of a row may be "Không có" too.
_ALONE = re.compile(r"khong( co)?( gi)?")


def says_nothing_alone(text: str) -> bool:
    """Whether words that stand by themselves in a row of a list say so ("Không có", "Không tổ chức")."""
    return says_none_in_row(text) or bool(_ALONE.fullmatch(fold(text)))


def says_none_in_row(text: str) -> bool:
    """Whether words in a row of a summary say so where it has no figures ("Không tổ chức")."""
    folded = fold(text) if "kh" in text.casefold() else ""
    return says_none_held(folded) or says_nothing_happened(text)


def says_not_reported(text: str) -> bool:
    """Whether the words say that no report came ("Chưa báo cáo"): silence, and no figure."""
    return len(text) < 120 and bool(
        re.fullmatch(r"(don vi )?chua (gui |nop |co )?(bao cao|so lieu)( so lieu)?", fold(text))
    )
