"""Words that are meant as the name of a district or commune, whether or not there is one: mistyped, or of another city."""

import re

from program.text import clean, fold

_TYPES = frozenset(("quan", "huyen", "thi xa", "phuong", "xa", "thi tran"))
# So many words a name has behind its type.
_LONGEST = 3
# Bodies and sorts of districts and communes ("Quận Đoàn", "Xã Miền Núi"), and, written without accents, other words that
# begin like a type ("Quản lý", "Phương pháp", "Xã hội").
_SORTS = re.compile(
    r"(quan|huyen|phuong|xa) ((doan|uy|hoi|huyen|doi)\b|(mien (nui|bien)|dao|ngheo|vung (cao|sau|xa)|nong thon( moi)?|bien gioi"
    r"|trung tam|khac|con lai|van minh|kieu mau)$)"
)
_OTHER_WORDS = re.compile(
    r"quan (ly|he|tam|sat|trong|triet|diem|niem|doi|chung|tri)\b|phuong (an|cham|dien|huong|phap|thuc|tien)\b"
    r"|xa (doi|giao|hoi)\b|huyen (bi|thoai)\b"
)


# What a district or commune does, or is called among others, in small letters ("quận tổ chức").
_DOES = re.compile(
    r"\b(to chuc|thuc hien|trien khai|chu tri|phoi hop|quan ly|chi dao|bao cao|co|va|cac|moi|nay|do)\b"
)


def means_unit(text: str) -> bool:
    """Whether words are a type of district or commune and a name with capitals ("Quận Phú Nhuận", "QUAN PHU NHUAN",
    "Q. Phú Nhuận"), or without any ("quận phú nhuận")."""
    told = clean(text).replace("Q.", "Quận ").split()
    told = told[1:] if told[:1] == ["UBND"] else told
    at = 2 if fold(" ".join(told[:2])) in _TYPES else 1
    kind, names = " ".join(told[:at]), told[at:]
    plain = fold(" ".join(told))
    if fold(kind) not in _TYPES or not 0 < len(names) <= _LONGEST or _SORTS.match(plain):
        return False
    if kind.isascii() and _OTHER_WORDS.match(plain):
        return False
    if text.isupper():
        return len(names) > 1 and all(map(str.isalpha, names))
    if text.islower():
        typed = not kind.isascii() and len(names) > 1 and not _OTHER_WORDS.match(plain)
        return typed and all(map(str.isalpha, names)) and not _DOES.search(fold(" ".join(names)))
    return all(name.isalpha() and name[0].isupper() and not name.isupper() for name in names)
