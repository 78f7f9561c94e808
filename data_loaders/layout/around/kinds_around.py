"""The kinds of activities that the lines around a table name; lines that say nothing of them."""

import re
from dataclasses import dataclass

from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import find_kind, names_only_kind
from program.vocabulary import Kind

UNIT_LABEL = re.compile(
    r"^\W*(?:ten )?(?:don vi|co quan|dia phuong|quan ?[/,]? ?huyen|phuong ?[/,]? ?xa|ubnd)(?: (?:bao cao|thuc hien|lap bieu|nop|gui|lap|nop bao cao))*\s*(?:\([^()]*\))?\s*:\s*(.+)$"
)
NOT_OURS = re.compile(
    r"^\W*(kinh gui|noi nhan|can cu|thuc hien (cong van|quyet dinh|ke hoach)|cong hoa xa hoi|doc lap|don vi tinh|dvt|(don vi|co quan|noi) nhan\b)"
)
_AGENCY = re.compile(
    r"(van hoa|thong tin|the thao)( ?[,&-] ?| va )*(va |& ?)?(thong tin|truyen thong|the thao)( (va|&) truyen thong)?|\bvh ?([,&-]|va)? ?tt(dl)?\b|tt ?& ?tt\b|\btttt\b|giao duc (va|&|-) dao tao|gd ?[&-] ?dt\b"
)


# "TT" and "TH" in the name of a file or a sheet may be anything ("TH": tổng hợp), and "Lớp 1" only numbers sheets.
_LETTERS = re.compile(r"(?i)\b(tt|th)\b")
_NUMBERED = re.compile(r"(?i)^(lớp|buổi|lop|buoi)\s+\d{1,2}$")


def kind_of_name(name: str) -> Kind | None:
    """The kind in the name of a file or a sheet, if it is not that of an agency."""
    return find_kind(_AGENCY.sub(" ", bare(name)))


_NAMED = re.compile(
    r"tap huan|truyen thong|tuyen truyen|hoi thi|cuoc thi|\b(lop|buoi|duoi co|chao co|toa dam|dien dan|noi chuyen|doi thoai|sinh hoat chuyen de|ngoai khoa)\b"
)


def line_of_kinds(lines: list[str]) -> str:
    """The line nearest to the table that names a kind, or several."""
    for line in lines:
        plain = _AGENCY.sub(" ", bare(line))
        if NOT_OURS.search(plain) or UNIT_LABEL.match(plain) or plain.strip().startswith("(kem theo"):
            continue
        plain = re.sub(r"chuong trinh bao ve va ho tro tre em.*", " ", plain)
        if _NAMED.search(plain):
            return plain
    return ""


_COUNTED_OFF = re.compile(r"^\W*(?:(?:bang|bieu)\s+)?(?:(?:[ivx]{1,4}|[a-e]|\d{1,2})\s*[.):/–-]+\s*)?")


def heads_kind(line: str) -> bool:
    """Whether a line of `line_of_kinds` is the name of a kind and nothing more ("I. Lớp tập huấn"), as a heading of a
    group of rows is."""
    return bool(line) and names_only_kind(_COUNTED_OFF.sub("", line).strip(" .:"))


@dataclass(frozen=True)
class Kinds:
    """The kind of a table, and the one that its rows' own words outdo, in the name of the file or of a numbered sheet
    ("Lớp 1"). `headed`: the line with it is its name and nothing more; `of_sheet`: the sheet's name alone tells it."""

    kind: Kind | None
    of_file: Kind | None
    headed: bool
    of_sheet: bool


def kinds_around(near: list[str], far: list[str], sheet: tuple[str, str], stem: str) -> Kinds:
    """What the lines right above a table (`near`), those at the head of its sheet (`far`), the sheet's name (as it is, and
    in words) and that of the file tell of its kind."""
    near_line, far_line = line_of_kinds(near[::-1]), line_of_kinds(far[::-1])
    of_sheet, of_stem = (
        kind_of_name(_NUMBERED.sub(" ", _LETTERS.sub(" ", name))) for name in (sheet[1], stem)
    )
    above = find_kind(near_line)
    kind = above or of_sheet or (None if near_line else find_kind(far_line))
    of_file = (None if near_line or far_line else of_stem) or kind_of_name(_LETTERS.sub(" ", sheet[0]))
    alone = kind is not None and above is None and find_kind(far_line) is not kind
    return Kinds(kind, of_file, heads_kind(near_line), alone)
