"""Whether the words above a table say that its figures are set, not reached."""

import re

_TARGETS = re.compile(
    r"^(bang |bieu |phu luc:? |ke hoach |du kien )*(phan bo |phan khai |giao )?(cac )?(nhiem vu,? (va )?)?(chi tieu|muc tieu)\b(?!.*\b(ket qua|tinh hinh|bao cao|dat duoc)\b)"
)
# "Số lớp tập huấn giao các quận", "Tỷ lệ trường … - lộ trình theo năm".
_GIVEN = re.compile(
    r"\b(lo trinh|phan (bo|khai|ky) (cac )?(chi tieu|muc tieu)|giao (cac )?(nhiem vu,? (va )?)?(chi tieu|muc tieu)|(chi tieu|muc tieu) (duoc )?giao)\b"
    r"|^(bang |bieu |phu luc:? )*(so|ty le|luot)\b.*\bgiao( cho)?( cac| tung)? (don vi|quan|huyen|dia phuong|phuong|xa|so)\b"
)
_REACHED = re.compile(
    r"\b(ket qua|tinh hinh|bao cao|dat duoc|tien do|so voi|danh sach)\b|\bthuc hien (cac )?(chi tieu|muc tieu)\b"
)


_MARKED = re.compile(r"^\W*(\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s*")


def sets_targets(plain: str) -> bool:
    """Whether a line above a table says that its figures are set, not reached ("II. Chỉ tiêu năm 2023")."""
    plain = _MARKED.sub("", plain)
    return bool(_TARGETS.match(plain) or (_GIVEN.search(plain) and not _REACHED.search(plain)))


_COUNTS = re.compile(
    r"\W*(\d{1,2}[.)]|[ivx]{1,4}[.)]|[a-z][.)])?\W*(chi tieu |muc tieu )?(tong so|so|ty le|luot)\b"
)


def counts(plain: str) -> bool:
    """Whether a line above a table begins with what is counted in it ("2. Số buổi truyền thông")."""
    return bool(_COUNTS.match(plain))
