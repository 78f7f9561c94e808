"""The kinds of activities that the lines around a table name; lines that say nothing of them."""

import re

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
LETTERS = re.compile(r"(?i)\b(tt|th)\b")
NUMBERED = re.compile(r"(?i)^(lớp|buổi|lop|buoi)\s+\d{1,2}$")


def kind_of_name(name: str) -> Kind | None:
    """The kind in the name of a file or a sheet, if it is not that of an agency."""
    return find_kind(_AGENCY.sub(" ", bare(name)))


_NAMED = re.compile(
    r"tap huan|truyen thong|tuyen truyen|hoi thi|cuoc thi|\b(lop|buoi|duoi co|chao co|toa dam|dien dan|noi chuyen|doi thoai|sinh hoat chuyen de)\b"
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
