"""Whether the words above a table, or its figures, say that these are set, not reached."""

import re
from collections.abc import Iterable

from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.least import AT_LEAST
from data_loaders.values.amounts.numbers import bare

_TARGETS = re.compile(
    r"^(bang |bieu |phu luc:? |ke hoach |du kien |dang ky |de xuat )*(?:(phan bo |phan khai |giao |he thong |danh muc |khung |bo |mot so |nhung )*(cac )?(nhiem vu,? (va )?)?(chi tieu|muc tieu)\b(?! (thong ke|bao cao))"
    # Numbers of a plan; "Kế hoạch số 45" is a document.
    r"|(?<=ke hoach )(giao |phan bo |phan khai )?(tong )?so (luong )?(lop|buoi|cuoc|luot|nguoi|tre|truong)\b)(?!.*\b(ket qua|tinh hinh|bao cao|dat duoc)\b)"
)
# "Số lớp tập huấn giao các quận", "Tỷ lệ trường … - lộ trình theo năm".
_GIVEN = re.compile(
    r"\b(lo trinh|phan (bo|khai|ky) (cac )?(chi tieu|muc tieu)|giao (cac )?(nhiem vu,? (va )?)?(chi tieu|muc tieu)|(chi tieu|muc tieu) (duoc )?giao)\b"
    r"|^(bang |bieu |phu luc:? )*tong hop (cac )?(chi tieu|muc tieu) (cua )?(cac |tung )?(don vi|dia phuong|quan|huyen|so|phuong|xa)\b"
    r"|^(bang |bieu |phu luc:? )*(giao|phan bo|phan khai) (cac )?(chi tieu,? )?ke hoach\b(?! so)"
    r"|^(bang |bieu |phu luc:? )*(so|ty le|luot)\b.*\bgiao( cho)?( cac| tung)? (don vi|quan|huyen|dia phuong|phuong|xa|so)\b"
)
_REACHED = re.compile(
    r"\b(ket qua|tinh hinh|bao cao|dat duoc|tien do|so voi|danh sach|(lam |phuc vu|de |can cu|co so )+(giao|phan bo|xay dung))\b|\bthuc hien (cac )?(chi tieu|muc tieu)\b"
)
_PLAN = re.compile(r"\W*(ke hoach|du kien|dang ky)\b")
_DONE = re.compile(r"\b(ket qua|bao cao|thuc hien|da to chuc|tong hop|thong ke|so lieu)\b")
# "Đạt 95%" may be what came of it.
_REACHES = re.compile(r"\s*đạt\b", re.IGNORECASE)


# The heading of what is set ("Giao", "Mức phấn đấu").
GIVEN = re.compile(r"((muc|so|chi tieu|ke hoach) )*(duoc )?(giao|phan dau)( nam( 20\d\d)?)?")
_MARKED = re.compile(
    r"^\W*(?:(?:bang|bieu|bieu mau|mau|phu luc|pl)(?: so)? ?(?:\d{1,2}|[ivx]{1,4}|[a-z])\b(?:[./-]\w{1,5})?\s*[.):,–-]*\s*|(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s*)"
)


def sets_targets(plain: str) -> bool:
    """Whether a line above a table says that its figures are set, not reached ("II. Chỉ tiêu năm 2023")."""
    plain = _MARKED.sub("", plain)
    return bool(_TARGETS.match(plain) or (_GIVEN.search(plain) and not _REACHED.search(plain)))


# "Sở Thông tin và Truyền thông" is an office.
_COUNTS = re.compile(
    r"\W*(\d{1,2}[.)]|[ivx]{1,4}[.)]|[a-z][.)])?\W*(chi tieu |muc tieu )?(tong so|so(?! (thong tin|giao duc|lao dong|van hoa|khoa hoc|y te|tttt|gd|ldtb|vh|khcn))|ty le|luot)\b"
)


def counts(plain: str) -> bool:
    """Whether a line above a table begins with what is counted in it ("2. Số buổi truyền thông")."""
    return bool(_COUNTS.match(plain))


def sets_or_plans(above: tuple[str, ...], paths: dict[int, tuple[str, ...]]) -> bool:
    """Whether the words above a form say that its figures are set or planned; no heading speaks of results then."""
    lines = list(map(bare, above))
    headings = [bare(" ".join(path)) for path in paths.values()]
    if any(map(sets_targets, lines)):
        return True
    return any(map(_PLAN.match, lines)) and not any(map(_DONE.search, (*lines, *headings)))


def sets_a_least(cells: Iterable[Cell]) -> bool:
    """Whether a figure is a least that is to be reached ("≥ 90 %", "Tối thiểu 10 lớp"): set, not what came of it."""
    return any(isinstance(c, str) and AT_LEAST.search(c) and not _REACHES.match(c) for c in cells)
