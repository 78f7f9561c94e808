"""Registers of documents issued and of tasks passed on: recognised by headings that are theirs alone.

What they ask for ("Nội dung", "Đơn vị thực hiện", "Kết quả") is asked for in lists of activities too. So a table is
one of these only where headings stand that no other table has (a time limit, a state, whom it was given to; the
number of a document, what it is about) and none that counts classes or people.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.words.fields import FIELDS_OF
from data_loaders.columns.words.grammar import BRACKETS, unasked
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.wordings import spelled_out
from data_loaders.mending.answers import meaning
from program.contract import TableKind
from program.submissions.mending import NOT_USED, Question
from program.text import fold

Headings = Mapping[int, Heading]
Rule = tuple[re.Pattern[str], str]

_OFFICE = r"(?:ten )?(?:don vi|co quan|dia phuong|noi|cap)"
_PLACES = r"(?:phuong|xa|truong|thi tran|dac khu|co so giao duc|phuong xa|xa phuong|truong hoc)"


def _rules(*rules: tuple[str, str]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), field) for pattern, field in rules)


# The first that fits a heading says what its column holds; a field is given to one column only.
_UNIT = (
    rf"{_OFFICE}(?: (?:bao cao|giao|giao viec|giao nhiem vu|lap|gui|nop))?|(?:quan|huyen)(?: (?:quan|huyen))?",
    "unit",
)
_RULES: dict[TableKind, tuple[Rule, ...]] = {
    TableKind.TASKS: _rules(
        (r"(?:van ban |tai lieu |so van ban |bao cao )*(?:minh chung|chung minh|bao cao ket qua|bao cao thuc hien)(?: .*)?", "proof"),
        (r"(?:ten |noi dung |cac )*(?:nhiem vu|viec duoc giao|viec giao)(?: (?:duoc giao|can thuc hien|cu the|giao|thuc hien|trong tam|chinh|cong viec))*", "duty"),
        (r"(?:ten |noi dung |cac )*(?:cong viec|viec)(?: (?:cu the|giao|thuc hien|can lam|phai lam))*|noi dung(?: (?:thuc hien|cong tac|chi dao|giao|giao viec))*", "duty"),
        (rf"giao cho(?: .*)?|{_OFFICE} (?:duoc giao|nhan nhiem vu|nhan viec|nhan)(?: .*)?", "assignee"),
        (rf"{_OFFICE} (?:thuc hien|chu tri|phu trach|chiu trach nhiem|to chuc thuc hien)(?: (?:thuc hien|chinh))*|{_OFFICE} (?:truc thuoc|cap duoi)|chu tri(?: thuc hien)?|{_PLACES}(?: {_PLACES})*", "assignee"),
        (r"ngay (?:giao|phan cong)(?: .*)?|thoi gian giao(?: .*)?", "assigned_on"),
        (r"(?:thoi |ngay )?han(?: (?:chot|cuoi|cuoi cung|nop|xong|thuc hien|hoan thanh|phai hoan thanh|xu ly|bao cao))*|ngay (?:den han|het han|phai xong)|(?:phai )?hoan thanh truoc(?: ngay)?|deadline", "due_date"),
        (r"(?:tinh trang|trang thai|tien do|muc do)(?: (?:thuc hien|hoan thanh|xu ly|cong viec|nhiem vu|hien nay))*|tinh hinh thuc hien", "state"),
        (r"ngay (?:da )?(?:hoan thanh|xong|ket thuc)(?: thuc te)?|(?:thoi gian )?hoan thanh (?:ngay|thuc te)", "done_on"),
        (r"ket qua(?: .*)?|san pham(?: .*)?", "result"),
        (r"(?:so )?(?:van ban|can cu|quyet dinh|cong van|theo van ban|co so phap ly)(?: (?:so|giao|chi dao|can cu|giao viec|giao nhiem vu|phap ly|huong dan|cua|nganh doc|cap tren))*", "document"),
        _UNIT,
        # Where no other heading tells the time limit.
        (r"thoi gian (?:phai )?(?:hoan thanh|thuc hien)", "due_date"),
    ),
    TableKind.DIRECTIVES: _rules(
        (r"so (?:va )?ngay(?: thang)?(?: nam)?(?: van ban| ban hanh)*|so(?: va)? ky hieu(?: van ban)?(?: (?:va )?ngay.*)?|so (?:hieu|van ban|vb)(?: van ban)?|van ban so|ky hieu(?: van ban)?", "number"),
        (r"ngay(?: thang)?(?: nam)?(?: (?:ban hanh|ky|phat hanh|van ban|cua van ban))+|thoi gian ban hanh|ngay(?: thang)?(?: nam)?", "issued_on"),
        (rf"(?:{_OFFICE} )+(?:ban hanh|phat hanh|ky ban hanh)(?: van ban)?|noi ban hanh", "issuer"),
        (r"(?:ten loai )?(?:van ban )?(?:va )?trich yeu(?: .*)?|ve viec|ten van ban(?: .*)?|noi dung(?: (?:van ban|chinh|trich yeu|chi dao))*", "subject"),
        (r"(?:ten )?(?:loai|the loai|hinh thuc|loai hinh) van ban|ten loai", "form"),
        (r"(?:phan|noi dung|nhom nhiem vu|muc tieu|linh vuc)(?: (?:cua|nhiem vu))* (?:chuong trinh|de an)(?: 830)?", "part"),
        _UNIT,
    ),
}  # fmt: skip
# Headings that stand in no other table.
_TELLING = {
    TableKind.TASKS: _rules(
        (r".*\b(nhiem vu|viec duoc giao|viec giao)\b.*", "duty"),
        (r"giao cho\b.*|.*\b(duoc giao|nhan nhiem vu|nhan viec)\b.*", "assignee"),
        (r".*\bhan\b.*|deadline|.*\bhoan thanh truoc\b.*|.*\bphai xong\b.*", "due_date"),
        (r".*", "state"),
        (r"ngay giao\b.*|ngay phan cong\b.*", "assigned_on"),
    ),
    TableKind.DIRECTIVES: _rules(
        (r".*", "number"),
        (r".*\b(ban hanh|van ban|ky|phat hanh)\b.*", "issued_on"),
        (r".*\b(trich yeu|van ban)\b.*|ve viec", "subject"),
        (r".*", "issuer"),
        (r".*", "form"),
    ),
}
# What a register must have, and of how many of the headings that nothing else has.
_NEEDED = {TableKind.TASKS: {"duty", "assignee"}, TableKind.DIRECTIVES: {"number", "subject"}}
_SIGNS = {TableKind.TASKS: 2, TableKind.DIRECTIVES: 3}
_OTHERS = ("audience", "kind", "delivery", "level", "group", "phone", "email", "position", "authority")
_COUNTED_WORDS = re.compile(r"\b(luot|so lop|so buoi|so nguoi|so luong)\b")


def recognised(headings: Headings) -> tuple[TableKind, dict[int, Heading]] | None:
    """The kind and the headings with their fields as that kind names them, where the table is one of these;
    columns that it does not know keep what `read_heading` says. An answer of a person goes first."""
    kind = next((kind for kind in _RULES if _is(kind, headings)), None)
    if kind is None:
        return None
    found = dict(_matching(kind, headings))
    told = {n: value for n, h in headings.items() if (value := meaning(Question.HEADING, h.text))}
    for number, value in told.items():
        if value == NOT_USED or value in FIELDS_OF[kind]:
            found = {n: field for n, field in found.items() if n != number and field != value}
            found[number] = value
    return kind, {n: _meant(h, found.get(n), n in told) for n, h in headings.items()}


def columns_of(kind: TableKind, headings: Headings) -> tuple[tuple[Column, ...], tuple[int, ...]]:
    """The columns of recognised headings, and the numbers of those of which nothing is kept."""
    used = {n for n, h in headings.items() if h.fields[:1] and h.fields[0] in FIELDS_OF[kind]}
    columns = tuple(Column(n, headings[n].fields[0], headings[n]) for n in sorted(used))
    return columns, tuple(
        n for n, h in sorted(headings.items()) if n not in used and h.fields[:1] != ("ordinal",)
    )


def _is(kind: TableKind, headings: Headings) -> bool:
    if any(h.period or h.unit or _others(h) for h in headings.values()):
        return False
    fields = dict(_matching(kind, headings))
    if not _NEEDED[kind] <= set(fields.values()):
        return False
    signs = {
        field
        for n, field in fields.items()
        for pattern, telling in _TELLING[kind]
        if telling == field and pattern.fullmatch(_leaf(headings[n]))
    }
    if any(field == "number" and "ngay" in _leaf(headings[n]).split() for n, field in fields.items()):
        signs.add("issued_on")
    return len(signs) >= _SIGNS[kind]


def _others(heading: Heading) -> bool:
    """Whether a heading is one of a table of other things: what is counted, for whom, of what kind."""
    first = heading.fields[0] if heading.fields else ""
    if _COUNTED_WORDS.search(fold(heading.text)):
        return True
    known = any(pattern.fullmatch(_leaf(heading)) for rules in _RULES.values() for pattern, _ in rules)
    return bool(heading.audience) or (not known and (is_figure_field(first) or first in _OTHERS))


def _matching(kind: TableKind, headings: Headings) -> Iterator[tuple[int, str]]:
    taken: set[str] = set()
    given: set[int] = set()
    for pattern, field in _RULES[kind]:
        for number, heading in headings.items():
            if number not in given and field not in taken and pattern.fullmatch(_leaf(heading)):
                taken.add(field)
                given.add(number)
                yield number, field


def _leaf(heading: Heading) -> str:
    """The folded words of a heading's lowest cell, without brackets and the words of a question."""
    text = heading.lowest.rstrip(" *:.")
    return spelled_out(unasked(BRACKETS.sub(" ", text)))


def _meant(heading: Heading, field: str | None, answered: bool) -> Heading:
    if field is None:
        return heading
    plain = replace(heading, audience=None, kind=None, period=None, unit=None, delivery=None, whole=False)
    return replace(plain, fields=() if field == NOT_USED else (field,), answered=answered)
