"""What the label of a row says: a sum, a group, or the end of the table."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from data_loaders.cells import words
from data_loaders.layout.below.days_named import day_named
from data_loaders.layout.below.group import Group
from data_loaders.names.meant_as_unit import means_unit
from data_loaders.names.organisations import find_organisation, is_office
from data_loaders.names.sorts_of_units import BODIES, names_bodies
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.values.days.periods import find_period
from data_loaders.values.kinds import find_delivery, find_kind, find_level, names_only_kind
from data_loaders.values.people.audiences import read_audiences
from program.text import clean, fold, key
from program.vocabulary import Audience, Kind

_TOTAL = re.compile(
    r"(?:tổng|tổng cộng|tổng số|cộng|(?:tổng |cộng )*(?:cộng dồn|(?:lũy|luỹ) kế)(?: .*)?|.*\((?:tổng|cộng|tổng cộng|tổng số)\)|cộng chung|tổng chung|cả năm|(?:tổng |cộng )+trang(?: này| trước| \d+)?|(?:cộng |số |(?:từ )?trang trước )*(?:chuyển|mang) (?:sang(?: (?:từ )?trang.*)?|trang.*)|toàn thành phố|toàn quận|toàn huyện|tổng cuối|(?:tổng|cộng|tiểu cộng|toàn|cả|tất cả)(?: (?:tổng|cộng|số|hợp|chung|thể|lại|tất cả|tiểu|mục|con|toàn|cả|bộ|ngành|quận|huyện|phường|xã|thành phố|đơn vị|bước|chuyển trang|phát sinh|số liệu|cuối kỳ))*|tổng toàn .*|tổng cộng .*|(?:tổng|cộng)(?: cộng| số)?:? (?:trong |phát sinh )*(?:(?:tháng|kỳ|quý|năm|giai đoạn|đợt|lần|tuần|biểu|toàn|các|mục|phần|nhóm|khối|cụm|khu vực|vùng|tuyến|địa bàn|cấp|tổ(?! chức)|trường|mầm non|tiểu học|thcs|thpt|từ đầu|quận|huyện|phường|xã|cả|i|ii|iii|iv|v)(?!\w)|\(|\d).*)[\s:.*]*"
)


# "Cộng Hải Châu": what follows is a unit.
_OF_UNIT = re.compile(
    r"(?:tổng|cộng|toàn|tong|cong|toan)(?: cộng| số| cong| so)?\s+(?!(?:đồng|đoàn|tác|dong|doan|tac|đội|doi)\b)"
)


# "Cộng A", "Cộng (A+B)": what follows are marks of groups.
_OF_MARKS = re.compile(
    r"(?:tổng|cộng|tong|cong)(?: cộng| số| cong| so)?:? \(?[a-hđ](?: ?[+&,] ?[a-hđ])*\)?[\s:.]*"
)
_OF_KIND = re.compile(r"(?:cộng|cong)(?: các| cac)? ")
_TOTAL_SHORT = re.compile(r"t\.?/?c|ts|s|t\. ?số|∑|σ|tổng kết|số cộng")
_TOTAL_BARE = re.compile(
    r"(?:tong|tong cong|tong so|cong|(?:tong |cong )*(?:cong don|luy ke)(?: .*)?|ca nam|(?:tong |cong )+trang(?: nay| truoc| \d+)?|(?:cong |so )*(?:chuyen|mang) sang(?: trang .*)?|(?:tong |cong |so )+(?:trong |phat sinh )*(?:thang|ky|quy|nam|giai doan|dot|lan|tuan|bieu|toan|muc|phan|nhom|khoi)(?: .*)?|(?:tong |cong |so )+\d.*|tong cong .*|tong cuoi( ky)?|(?:tong |cong )(?:so )?(?:phat sinh|so lieu)|(?:grand |sub ?)?total|sum|.* total)"
)


# Without accents "CA phường" is the police, "ca" a part of a day.
_TOTAL_FOLDED = re.compile(
    r"(?!ca\b(?! nam| thanh pho)|tong quan ve\b)"
    + "".join(c for c in normalize("NFD", _TOTAL.pattern.replace("đ", "d")) if not combining(c))
)


_RUNNING = re.compile(r"(tong |cong |so )*(luy ke|cong don)\b")
_END = re.compile(
    r"^(ghi chu\b|luu y\b|nguoi lap|nguoi tong hop|nguoi bao cao|lap bieu|ke toan|thu truong|tm\b|kt\b|tl\b|tuq\b|chu tich|pho chu tich|giam doc|pho giam doc|truong phong|hieu truong|noi nhan|xac nhan|ky ten|ky ghi ro|dong dau"
    r"|lanh dao (don vi|co quan|ubnd|so|hoi|phong)|bi thu|chanh van phong|nhu tren|luu vt|\w+( \w+){0,3} ngay( \d+)? thang( \d+)? nam|ngay \d* ?thang \d* ?nam|danh sach nay co|tong so co|bang chu|thuyet minh|chu thich|moi (thac mac|chi tiet|thong tin)\b|(chi tiet|thong tin) (xin )?lien he)"
)


_EXAMPLE = re.compile(r"(vi du|vd|mau ghi|dong mau|example)\b")


MARK = re.compile(r"^\s*(?:([IVX]{1,5})|([A-Z])|(\d{1,2}(?:\.\d{1,2})*))\s*[.)\-:/]?\s*$")


_LETTERED = re.compile(r"\s*([a-zđ]\s*[.)]?|[-+–])\s*")
LEADING = re.compile(
    r"^\s*(?:([IVX]{1,5})|([A-ZĐ])|(\d{1,2}(?:\.\d{1,2})*(?!\d?[/.-]\d)))\s*[.)\-:/]\s*(?=\S)"
)


# What may stand before the heading of a group; so many words it has at most where it could be a note.
BULLET = re.compile(r"^[*+•–-]\s*(?=\S)")
_SHORT = 6
_SIGNER = 4
_OFFICE_WORDS = 10
_COUNTED = re.compile(
    r"(?i)\s*[:(–-]\s*\(?(gồm |có |tổng )?\d{1,3} (lớp|buổi|hoạt động|cuộc|đợt|đơn vị)\)?[.:]?$"
)
# A name with a type is meant as a unit, if near to one.
_TYPED = re.compile(r"(ubnd |uy ban nhan dan )?(quan|huyen|phuong|xa|thi xa|so|hoi)\b")


def mark_of(cell: Cell) -> str:
    """What a cell of the numbering column says; Excel makes a number of a "1.1" that is typed."""
    return repr(cell) if isinstance(cell, float) and not cell.is_integer() else words(cell)


@lru_cache(maxsize=20000)
def is_total(text: str, alone: bool = False) -> bool:
    """Whether a label opens a row of sums ("Tổng cộng", "Cộng tháng 5"); "Tổng kết…" and "Cộng tác viên" do not.
    `alone`: the row has no other words, so that letters may stand for them ("T/C")."""
    if alone and _TOTAL_SHORT.fullmatch(clean(text).casefold().rstrip(":. ")):
        return True
    label = LEADING.sub("", clean(text))
    if of_unit := _OF_UNIT.match(key(label)):
        rest = label[of_unit.end() :]
        named = resolve(rest, Era.UNKNOWN) if len(rest.split()) <= _SHORT else None
        if named and (named.code or named.ambiguous):
            return True
    if _OF_MARKS.fullmatch(key(label)):
        return True
    if (of_kind := _OF_KIND.match(key(label))) and names_only_kind(label[of_kind.end() :]):
        return True
    if label.isascii():
        return bool(_TOTAL_BARE.fullmatch(fold(label)) or _TOTAL_FOLDED.fullmatch(key(label)))
    return bool(_TOTAL.fullmatch(key(label)))


def is_running(text: str) -> bool:
    """Whether a label opens a row of sums since a day before the table's first ("Lũy kế từ đầu năm"): they sum
    more than the rows above them."""
    return bool(_RUNNING.match(fold(LEADING.sub("", clean(text)))))


@lru_cache(maxsize=20000)
def ends_table(text: str) -> bool:
    """Whether a cell belongs to the notes and signatures below a table."""
    return bool(_END.match(fold(text))) or (
        clean(text).startswith(("*", "(*", "(Ký", "(ký")) and not _heads_group(clean(text))
    )


def signs(text: str) -> bool:
    """Whether a cell holds nothing but who signs ("Người lập biểu", "TRƯỞNG PHÒNG")."""
    return ends_table(text) and len(text.split()) <= _SIGNER


def _heads_group(label: str) -> bool:
    """Whether a starred line is the heading of a group ("* Tháng 3"), not a note."""
    named = named_by(label) if len(label.split()) <= _SHORT else Group()
    plain = BULLET.sub("", label)
    return bool(named.unit or named.period or names_bodies(plain) or names_only_kind(plain))


def is_remark(text: str) -> bool:
    """Whether words stand in brackets as a whole below what they tell of ("(Lớp tổ chức tại trường)"), and are not the
    name of a unit or a period above what is theirs ("(Quận Hải Châu)")."""
    inside = clean(text)[1:-1].strip()
    if clean(text)[:1] + clean(text)[-1:] != "()" or not inside:
        return False
    held_at = not inside[0].isupper() or _LEADS_IN.match(inside) or len(inside.split()) > _SHORT
    named = Group() if held_at else named_by(inside)
    return not (named.unit or named.period)


# What stands at the head of a printed page.
_PAGE = re.compile(r"(trang|tr|page)( so)? \d+( \d+)?|(tiep theo|tiep)( trang \d+)?")


def marks_page(text: str) -> bool:
    """Whether words only mark where a printed page goes on ("Trang 2", "(Tiếp theo)")."""
    return bool(_PAGE.fullmatch(fold(text)))


def is_example(cells: list[Cell]) -> bool:
    """Whether a row shows how a form is filled in ("VD", "Ví dụ: …"), or heads such rows."""
    first = next((words(cell) for cell in cells if cell is not None), "")
    return bool(_EXAMPLE.match(fold(first)))


def level_of(text: str) -> int | None:
    """The rank of a leading mark: 0 for I, 1 for A, 2 for 1; None without one."""
    match = MARK.match(text) or LEADING.match(text)
    if match is None:
        return None
    return 0 if match[1] and len(match[1]) >= 1 and set(match[1]) <= set("IVX") else 1 if match[2] else 2


def only_words(cells: list[Cell], ordinal: int | None) -> tuple[int, str] | None:
    """The place and words of the one cell of a row beside its mark: a heading that stands where the rows have numbers."""
    told = [(i, clean(words(c))) for i, c in enumerate(cells) if c is not None]
    told = [(i, text) for i, text in told if i != ordinal or not MARK.match(text)] or told
    alone = len({text for _, text in told}) == 1 and isinstance(cells[told[0][0]], str)
    return told[0] if alone and not MARK.match(told[0][1]) else None


def first_words(cells: list[Cell], left_out: set[int | None]) -> str:
    """The first words of a row that do not stand in the columns left out."""
    return next((c for i, c in enumerate(cells) if isinstance(c, str) and i not in left_out), "")


def is_part_of(mark: str, whole: str) -> bool:
    """Whether a row's mark stands below another's ("1.1", "a" or a dash below "1")."""
    told = MARK.match(whole)
    lettered = told and told[3] and _LETTERED.fullmatch(mark)
    return bool(lettered or (told and mark.strip().startswith(f"{whole.strip().rstrip('.')}.")))


def named_by(label: str) -> Group:
    """What a label names, its mark and how many rows it has left aside ("1. Tập huấn: 4 lớp"): a unit, a kind, a
    period, a level of schools."""
    text = clean(label)
    text = text if _SHORT_TYPE.match(text) else LEADING.sub("", text)
    text = _LEADS_IN.sub("", _COUNTED.sub("", BULLET.sub("", text))).rstrip(":. ")
    found = resolve(text, Era.UNKNOWN) if len(text.split()) <= 14 else None
    office = text if is_office(text) and len(text.split()) <= _OFFICE_WORDS else None
    if office and not (found and (found.code or found.ambiguous)):
        return Group(organiser=office, label=text, length=len(text.split()))
    near = (found and found.suggestion and _TYPED.match(fold(text))) or means_unit(text)
    unit = text if near or (found and (found.code or found.ambiguous)) or find_organisation(text) else None
    period = (day_named(text) or find_period(text)) if len(text) < 60 else None
    kind = find_kind(text) if len(text.split()) <= 10 and not unit else None
    school = find_level(text) if len(text.split()) <= _SHORT and not unit else None
    audience = _audience_of(text, kind) if len(text.split()) <= 10 and not unit else None
    form = find_delivery(text) if _FORM.fullmatch(fold(text)) else None
    return Group(unit, kind, period, school, audience, office, text, length=len(text.split()), delivery=form)


# "Hình thức trực tuyến", "Các lớp tập huấn trực tiếp"; not "An toàn trên Internet".
_FORM = re.compile(
    r"((cac|hinh thuc|to chuc|lop|buoi|hoat dong|tap huan|truyen thong|tuyen truyen) )*(truc tiep|truc tuyen|online|tap trung|ket hop|va|,| )+"
)


# "P. Thạch Thang" begins with a type, not with a mark; where something was held leads in its name.
_SHORT_TYPE = re.compile(r"[QPX]\. ?[A-ZĐ][^A-ZĐ]")
_LEADS_IN = re.compile(
    r"^(?:(?:tại|ở|trên|thuộc|địa bàn)\b[:\s]*)+(?=(?:ubnd|quận|huyện|phường|xã|thị trấn|đặc khu)\b|[qpx]\.)",
    re.IGNORECASE,
)


_FOR = re.compile(
    r"^(?:đối tượng|nhóm|đối với|dành cho|cho)\b[:\s]*(.+)$|\b(?:cho|đối với)\s+(.+)$", re.IGNORECASE
)


def _audience_of(text: str, kind: Kind | None) -> Audience | None:
    """The one audience that a label names ("Đối tượng: học sinh"), or for which what it names is held ("Truyền thông cho
    cha mẹ")."""
    told = _FOR.search(text)
    if not told and (kind or BODIES.fullmatch(fold(text))):
        return None
    named = read_audiences((told[1] or told[2]) if told else text)
    return named[0] if named and len(named) == 1 else None
