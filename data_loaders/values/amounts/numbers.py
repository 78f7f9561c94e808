"""Counts of people and activities, and values of targets, from cells."""

import re
import unicodedata

from data_loaders.reading.grid import Cell, CellError
from data_loaders.values.amounts.least import AT_LEAST
from data_loaders.values.amounts.spelled_out import IN_DIGITS, is_amount
from data_loaders.values.fault import Fault
from data_loaders.values.silence import says_none_held, says_not_yet, says_nothing_happened
from program.contract import IssueCode
from program.text import clean, fold, grouped


class DeclaredZero:
    """What a cell with "Không phát sinh" says: nothing happened, and that is reported."""


DECLARED_ZERO = DeclaredZero()

_COUNTED = (
    r"(?:h/s|p/h|g/v|nguoi/luot|luot/nguoi|cbccvc|cbcc|cb|nguoi|luot|hoc sinh|hs|hssv|hoc vien|hv|em|chau|tre|phu huynh|phhs|cmhs|ph|chi|anh/chi|anh|ba|co|thay|ong|giao vien|cbql|cbgv|gv|can bo|d\.c|dai bieu|lop|buoi|cuoc thi|cuoc|khoa|dot|hoi nghi|hoi thi|toa dam|truong|ng\.?|ban|dvtn|dv|thanh vien|phu nu|doi vien|nhi dong|sinh vien|sv|bac|chu|vi|du|thanh nien|cha/me"
    r"|tham gia|tham du|nu|nguoi tham du|luot nguoi|cha|me|bo|cha me|dong chi|d/c|dc|khach|cong tac vien|ctv|thieu nhi|thieu nien"
    r"|thanh thieu nhi|thanh thieu nien|mam non|tre em|nguoi dan|nguoi cao tuoi|nguoi khuyet tat|chi em|nhan vien|cong nhan|cn(?:vc)?ld|nld|nong dan|ngu dan|tieu thuong|ba con|chien si|(?:tuyen truyen|bao cao|tinh nguyen) vien|tnv|bch|nguoi lon|hoi vien|doan vien|cong chuc|vien chuc|thi sinh|bai|bai du thi|doi)"
)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:(\. |[ .,'])\d{3})(?:\1\d{3}){0,100}")
# More people than any programme counts; the store keeps whole numbers up to 2 thousand million.
MOST = 999_999_999
_NO_FRACTIONS = "số lượt, số lớp không có phần lẻ"
_FRACTION = re.compile(r"\d{1,9}[.,]\d{1,2}")
_TWO_NUMBERS = re.compile(r"\d[\d.]*\s?/\s?\d[\d.]*")
_TOO_MUCH = "con số lớn quá mức"
# As a spreadsheet shows a whole number with decimals ("1.234,0").
_GROUPED_ROUND = re.compile(r"([+-]?\d{1,3}(?:\.\d{3})+),0+|([+-]?\d{1,3}(?:,\d{3})+)\.0+")
_PLAIN = re.compile(r"[+-]?\d{1,400}")
_ROUND = re.compile(r"([+-]?\d{1,400})[.,]0+")
_WORDED = re.compile(
    rf"(?:co |gom )?([+-]?[\d][\d .,']*?)\s*{_COUNTED}(?:,?\s+{_COUNTED})*\.?"
    rf"|(?:(?:(?:tong )?so(?: luong| luot| nguoi)?|sl|tong(?: cong)?) ?[:=]|co|tong(?: so| cong)?) ?(\d[\d .,']*)(?:\s+{_COUNTED})*"
)
# How a line ends, and signs of footnotes.
_TAIL = re.compile(r"(?<=[\w)])\s*(?:[.,;:]|\*+|\(\*+\)|\./\.)$")
# The number once more in words: "44 (bốn mươi bốn)".
_SPELLED_OUT = re.compile(
    r"\((bang chu:? )?((mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|linh|le|khong) ?){1,12}(nguoi|luot|em|luot nguoi)?\)"
)
_WORDS_IN_BRACKETS = re.compile(r"\(([^\d()]+)\)")
_NOTHING = {
    "chua bao cao", "chua co", "chua co so lieu", "chua co bao cao", "khong co so lieu", "n a", "na", "chua thong ke",
    "dang thong ke", "khong thong ke", "chua cap nhat", "dang cap nhat", "cap nhat sau", "chua tong hop", "dang tong hop",
    "cho so lieu", "cho tong hop", "bo sung sau", "se bo sung", "se bo sung sau",
}  # fmt: skip
_NONE = {"khong", "ko", "khong co", "khong nguoi"}
_ABOUT = re.compile(r"^(khoang|gan|hon|tren|duoi|uoc|xap xi|tam|chung|~|>|<|≈)|\+$")


def says_unknown(cell: Cell) -> bool:
    """Whether words stand in place of a number that is not known ("chưa báo cáo", "chưa có số liệu")."""
    return isinstance(cell, str) and (fold(cell) in _NOTHING or says_not_yet(cell))


def says_none(cell: Cell) -> bool:
    """Whether a number is given as none in words ("Không có")."""
    return isinstance(cell, str) and fold(cell) in _NONE


def read_count(cell: Cell) -> int | DeclaredZero | Fault | None:
    """A whole number of people, classes or sessions.

    1.234 and 1 234 in text are thousands, as a Vietnamese writer means them; "45 người" is 45;
    a blank, a dash and "chưa báo cáo" are None; "không" is 0. A fraction of a person, an estimate
    ("khoảng 60") and other words give a Fault.
    """
    if cell is None:
        return None
    if cell.__class__ is int:
        return _possible(cell)
    if isinstance(cell, (bool, CellError)):
        return Fault(
            IssueCode.NUMBER_UNREADABLE, "công thức của ô này bị lỗi" if cell.__class__ is CellError else ""
        )
    if isinstance(cell, int | float):
        return _whole(float(cell))
    if isinstance(cell, str):
        return _count_of_text(cell)
    return Fault(IssueCode.NUMBER_UNREADABLE, "ô này đang ở dạng ngày, giờ")


# Without their accents these are words of people ("45 ảnh", "cỡ 45").
_NO_PEOPLE = re.compile(r"\b(?:ảnh|bản|bàn|(?<!cán )bộ|bó|cổ|cỡ|chỉ|đôi|vỉ|dù|anbom)\b")
_OF_THINGS = re.compile(r"\d\s*(lop|buoi|cuoc|khoa|dot|hoi nghi|hoi thi|toa dam|truong|bai|doi(?! vien))\b")


def read_people(cell: Cell) -> int | DeclaredZero | Fault | None:
    """The same of people alone: "2 lớp", "45 bài" are no numbers of them."""
    return read_figure(cell, people=True)


def read_figure(cell: Cell, people: bool) -> int | DeclaredZero | Fault | None:
    """The same of `people` alone, or of activities and people."""
    value = read_count(cell)
    if people and isinstance(cell, str) and isinstance(value, int) and _OF_THINGS.search(bare(cell)):
        return Fault(IssueCode.NUMBER_UNREADABLE, "cột này đếm người")
    return value


def holds_figure(cell: Cell) -> bool:
    """Whether a cell holds a figure, be it in words ("45 người")."""
    return cell is not None and (not isinstance(cell, str) or isinstance(read_count(cell), int))


def _whole(value: float) -> int | Fault:
    if not value.is_integer():
        thousands = round(value * 1000)
        typed_as_thousands = abs(value * 1000 - thousands) < 1e-6 and thousands % 100 != 0
        hint = f"có phải là {grouped(thousands)}?" if typed_as_thousands else _NO_FRACTIONS
        return Fault(IssueCode.NUMBER_UNREADABLE, hint)
    return _possible(int(value))


def _possible(number: int) -> int | Fault:
    if number > MOST:
        return Fault(IssueCode.NUMBER_UNREADABLE, _TOO_MUCH)
    return number if number >= 0 else Fault(IssueCode.NUMBER_NEGATIVE)


_ONE_BELOW_ANOTHER = re.compile(r"\d\s*\n\s*\d")


def _count_of_text(cell: str) -> int | DeclaredZero | Fault | None:
    if "\n" in cell and _ONE_BELOW_ANOTHER.search(cell):
        return Fault(IssueCode.NUMBER_UNREADABLE, "ô này có nhiều số")
    if not cell.isascii() and any(unicodedata.category(sign) == "No" for sign in cell):
        # The mark of a footnote ("45²") would become a digit of the number.
        return Fault(IssueCode.NUMBER_UNREADABLE, "bỏ dấu chú thích cạnh con số")
    text = unicodedata.normalize("NFKC", clean(cell)).replace("−", "-").removeprefix("'").strip('"“”')
    text = _TAIL.sub("", text.removeprefix(":").strip())
    if not text.strip("-–—_./ …"):
        return None
    folded = fold(text)
    if folded in _NOTHING or says_not_yet(text):
        return None
    if folded in _NONE:
        return 0
    if says_nothing_happened(text) or says_none_held(folded):
        return DECLARED_ZERO
    number = plain_number(text)
    plain = bare(text) if number is None else ""
    if number is None and "(" in text:
        if _SPELLED_OUT.search(plain):
            plain = clean(_SPELLED_OUT.sub(" ", plain))
            number = plain_number(plain)
        else:
            plain = clean(_WORDS_IN_BRACKETS.sub(r" \1 ", plain))
    if number is None:
        worded = _WORDED.fullmatch(plain)
        worded = None if _NO_PEOPLE.search(text.casefold()) else worded
        number = plain_number((worded[1] or worded[2]).strip()) if worded else None
    if number is None:
        hint = "ghi con số đúng, không ước lượng" if _ABOUT.search(plain) else ""
        hint = _NO_FRACTIONS if _FRACTION.fullmatch(text) else hint
        hint = "ô này có hai số, chỉ ghi một" if _TWO_NUMBERS.fullmatch(text) else hint
        hint = hint or (IN_DIGITS if is_amount(text) else "")
        return Fault(IssueCode.NUMBER_UNREADABLE, hint)
    return _possible(number)


def bare(text: str) -> str:
    """Lower case without accents, đ as d, single blanks; signs and digits kept."""
    loose = unicodedata.normalize("NFD", clean(text).casefold().replace("đ", "d"))
    return "".join(c for c in loose if not unicodedata.combining(c))


def plain_number(text: str) -> int | None:
    """The whole number that digits write, with or without signs between thousands; None for anything else."""
    if _PLAIN.fullmatch(text):
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"[ .,']", "", text))
    if round_number := _ROUND.fullmatch(text):
        return int(round_number[1])
    if grouped := _GROUPED_ROUND.fullmatch(text):
        return int(re.sub(r"[.,]", "", grouped[1] or grouped[2]))
    return None


def read_value(cell: Cell) -> float | int | Fault | None:
    """The value of a target or a denominator: whole or decimal (comma), "100%" is 100."""
    if cell is None or isinstance(cell, bool | CellError):
        return None if cell is None else Fault(IssueCode.NUMBER_UNREADABLE)
    if isinstance(cell, int | float):
        return _tidy(float(cell))
    if not isinstance(cell, str):
        return Fault(IssueCode.NUMBER_UNREADABLE)
    cell = AT_LEAST.sub("", cell)
    text = re.sub(
        r"\s*(%|phần trăm|trẻ|người|lớp|buổi|lượt|trường|trẻ em)$", "", clean(cell), flags=re.IGNORECASE
    )
    if not text.strip("-–—_./ …") or fold(text) in _NOTHING:
        return None
    number = plain_number(text)
    if number is not None:
        return _possible(number)
    if decimal := re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d{1,300})[,.](\d+)", text):
        return _tidy(float(decimal[1].replace(".", "") + "." + decimal[2]))
    # "20 (lớp)", "5.000 học sinh".
    counted = _count_of_text(re.sub(r"\s*/\s*năm$", "", text))
    return counted if isinstance(counted, int) else Fault(IssueCode.NUMBER_UNREADABLE)


def _tidy(value: float) -> float | int | Fault:
    if value < 0:
        return Fault(IssueCode.NUMBER_NEGATIVE)
    if value > MOST:
        return Fault(IssueCode.NUMBER_UNREADABLE, _TOO_MUCH)
    return int(value) if value.is_integer() else value
