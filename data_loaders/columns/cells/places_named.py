"""Where something was held: of such words the records keep schools and wards, any other place they do not."""

import re

from data_loaders.cells import words
from data_loaders.columns.words.heading import Heading
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.kinds import find_level, names_only_level
from program.text import clean, fold

_VENUE = re.compile(
    r"(\d{1,2} |[a-p] )?((to chuc|thuc hien) (tai|o)|dia diem|noi(?! dung| chuyen)|hoi truong|dia chi|tai dau|o dau|vi tri)\b"
)
_TYPED_WARD = re.compile(r"(ubnd |uy ban nhan dan )?(phuong|xa|thi tran|p|x|tt)\b")
_NAME_OF_WARD, _NAME_OF_SCHOOL = 6, 15
# Which of its rooms, before the school; and its address behind it.
_ROOM = re.compile(
    r"^(?:(?:tại|ở|hội trường|sân|phòng họp|nhà đa năng|khuôn viên|sảnh|tai|o|hoi truong|san|phong hop|nha da nang)\s+)+"
    r"(?=(?:trường|truong|tiểu học|tieu hoc|th|thcs|thpt)\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s*[,;(–-]+\s*(?:phường|xã|quận|huyện|đường|thành phố|số|tổ|thôn|khu|kdc|p\.|x\.|q\.|h\.|tp\b|\d).*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;(]|\s[–-]\s")
_SCHOOL = re.compile(
    r"(cac )?(tr )?(truong|diem truong|tieu hoc|th|thcs|thpt|ptcs|trung hoc|mam non|mn|mau giao|nhom tre|(trung tam|tt) (gdtx|giao duc|bao tro|nuoi duong|cham soc)"
    r"|co so (bao tro|nuoi duong|bao ve)|mai am|lang (tre|hy vong|sos)|nha tinh thuong)\b"
)


def is_venue(heading: Heading) -> bool:
    """Whether the words of a heading ask for the place ("Địa điểm", "Nơi tổ chức")."""
    return bool(_VENUE.match(fold(heading.text)))


def is_ward(cell: Cell) -> bool:
    """Whether a cell is the name of a ward with its type and no more ("Phường Mỹ An", "UBND xã Hòa Liên"); one
    name may be that of an old ward and of a new one."""
    text = fold(cell) if isinstance(cell, str) else ""
    if not _TYPED_WARD.match(text) or len(text.split()) > _NAME_OF_WARD:
        return False
    found = resolve(words(cell), Era.UNKNOWN)
    return found.code is not None or found.ambiguous


def school_in(cell: Cell) -> str | None:
    """The school that the words of a place say plainly, without its room and address ("Hội trường Trường TH Phù Đổng,
    phường Nam Dương", "Hội trường A – Trường TH Phù Đổng"); None where they are of another place."""
    whole = _ADDRESS.sub("", _ROOM.sub("", clean(cell))) if isinstance(cell, str) else ""
    parts = (_ROOM.sub("", part.strip(" ()")) for part in _PARTS.split(whole))
    return next(filter(_is_school, (whole, *parts)), None)


def _is_school(name: str) -> bool:
    told = len(name.split()) <= _NAME_OF_SCHOOL and _SCHOOL.match(fold(name)) and not names_only_level(name)
    return bool(told) and find_level(name) is not None


# What an address of a venue begins with, and that of a home never does.
_PUBLIC = re.compile(
    r"(tai |o )*(hoi truong|phong hop|san (truong|van dong|bong|khau)|tru so|ubnd|uy ban( nhan dan)?|truong(?! (an|hop|chinh|sa|thi|son|dinh|phuoc)\b)|th|thcs|thpt|tieu hoc|mam non|mau giao"
    r"|nha (van hoa|sinh hoat|thieu nhi|thi dau|da nang|hop|cong dong|truyen thong)|nvh|nshcd|shcd|trung tam|cong vien|thu vien|quang truong|bao tang|khach san|cung (thieu nhi|van hoa|the thao)"
    r"|cong ty|khu cong nghiep|kcn|zoom|google meet|truc tuyen)\b"
)


def is_public_place(cell: Cell) -> bool:
    """Whether a cell begins with the name of a place where many meet ("Hội trường UBND phường", "Nhà văn hóa thôn 5")."""
    return isinstance(cell, str) and bool(_PUBLIC.match(fold(cell)))
