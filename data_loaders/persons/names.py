"""Words that look like a Vietnamese person's name."""

import re
from collections.abc import Iterable
from functools import lru_cache

from data_loaders.names.organisations import find_organisation
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from program.text import clean, key

_SURNAMES = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "trịnh",
        "mai",
        "tô",
        "trương",
        "lâm",
        "đoàn",
        "tạ",
        "cao",
        "lương",
        "hà",
        "văn",
        "kiều",
        "châu",
        "thái",
        "phùng",
        "nguyen",
        "tran",
        "pham",
        "hoang",
        "huynh",
        "đào",
        "lưu",
        "vương",
        "chu",
        "quách",
        "triệu",
        "tôn",
        "từ",
        "nghiêm",
        "doãn",
        "bạch",
        "tăng",
        "mạc",
        "hứa",
        "diệp",
        "giang",
        "nông",
        "thân",
        "ông",
        "thạch",
        "phí",
        "khổng",
        "tống",
        "đàm",
        "ưng",
        "âu",
        "bành",
        "khương",
        "ngụy",
        "uông",
        "thiều",
        "trang",
        "viên",
        "đậu",
        "chung",
        "alăng",
        "arất",
        "ating",
        "bling",
        "bhnướch",
        "hôih",
        "le",
        "vo",
        "dang",
        "bui",
        "ngo",
        "dinh",
        "luu",
    ]
)


def looks_like_name(text: str) -> bool:
    """Whether words look like a Vietnamese person's name: a known surname and two to five words in capitals."""
    tokens = clean(text).split(" ")
    return (
        2 <= len(tokens) <= 5
        and tokens[0].casefold() in _SURNAMES
        and all(t[:1].isupper() and t.isalpha() for t in tokens)
        and not key(text).startswith(_OFFICES)
    )


def mostly_names(cells: Iterable[Cell], least: int = 2) -> bool:
    """Whether most of the different words in these cells, and at least so many, are persons' names."""
    filled = {cell for cell in cells if cell is not None}
    names = [cell for cell in filled if isinstance(cell, str) and looks_like_name(cell)]
    return len(names) >= least and len(names) * 2 > len(filled)


def names_of_hosts(cells: Iterable[Cell]) -> bool:
    """Whether a column of organisers holds the persons who presided: they are not kept, as trainers are not.
    Schools that bear a person's name are mostly named in two words ("Nguyễn Du")."""
    filled = [cell for cell in cells if isinstance(cell, str)]
    return mostly_names(filled, least=1) and any(len(c.split()) > 2 and looks_like_name(c) for c in filled)


# What stands before a person's name in a sentence of an office.
_ADDRESSED = re.compile(
    r"\b(?:đ/c|đ\.c|đc|đồng chí|ông|bà|anh|chị|cô giáo|thầy giáo|cô|chú|thầy|em|cháu|chuyên viên|công chức|cán bộ|viên chức|hiệu trưởng|giáo viên"
    r"|chủ tịch|bí thư|trưởng phòng|trưởng ban|trưởng đoàn|tổ trưởng|phó phòng|giám đốc|lãnh đạo|phụ trách)\s*:?\s+"
    r"((?:[^\W\d_]+\s+){1,4}[^\W\d_]+)",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[,;:/()–—\n]|\s-\s|\bvà\b)\s*")
# The same, but for the stroke of "đ/c".
_PARTS = re.compile(r"\s*(?:[,;:()–—\n]|\s-\s|\bvà\b)\s*")
_SHORTEST, _IN_FULL, _LONGEST = 2, 3, 5
# Offices whose first word is a surname too, and the one person whom documents name.
_OFFICES = tuple(
    map(
        key,
        (
            "văn hóa", "văn phòng", "văn thư", "văn nghệ", "văn thể", "văn xã", "đoàn thanh niên", "đoàn tncs",
            "đoàn phường", "đoàn xã", "đoàn trường", "đoàn thể", "đoàn viên", "đoàn khối", "đoàn cơ sở", "đoàn liên ngành",
            "đoàn công tác", "đoàn kiểm tra", "hồ chí minh",
        ),
    )
)  # fmt: skip
# A capital letter of a Vietnamese name, for a pattern: every second letter of the last block is one.
CAPITAL = "[A-ZÀ-ÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EF9, 2))) + "]"
# One person and nothing else ("Bà Hoa", "Trần Thị Mai"); a full name without "Văn" or "Thị" may be that of a school.
_ONE = re.compile(
    rf"(?:(?i:đ/c|đồng chí|ông|bà|anh|chị|cô|chú|thầy)\s+{CAPITAL}\w*|{CAPITAL}\w+ (?:Văn|Thị)(?: {CAPITAL}\w*){{1,2}})\s*$"
)


@lru_cache(maxsize=20000)
def name_of_person(text: str, alone: bool) -> bool:
    """Whether words name a person: behind a form of address or an office ("đ/c Nguyễn Văn A"), or, where a unit
    should stand (`alone`), by themselves. Names of units and of organisations are none."""
    for found in _ADDRESSED.finditer(clean(text)):
        if begins_with_name(found[1]):
            return True
    return alone and any(looks_like_name(part) and not _is_office(part) for part in _APART.split(clean(text)))


def without_persons(text: str | None) -> str | None:
    """Words that are kept, without the parts that name a person ("UBND phường – đ/c Nguyễn Văn A" tells the office
    alone); None where nothing else is told."""
    parts = _PARTS.split(text) if text else []
    kept = [part for part in parts if part and not (name_of_person(part, alone=False) or _ONE.match(part))]
    told = [part for part in parts if part]
    return text if len(kept) == len(told) else ", ".join(kept) or None


# A child spoken of by name; "trẻ em", "các em" are nobody.
_CHILD = re.compile(
    r"(?<!rẻ )(?<!ác )(?<!RẺ )(?<!ÁC )\b(?:[Ee]m|[Cc]háu|[Bb]é|EM|CHÁU|BÉ|[Ll]ớp trưởng|[Cc]hi đội trưởng)\s*:?\s+((?:[^\W\d_]+\s+){1,4}[^\W\d_]+)"
)
# Of more persons and places these are said too: a name in full alone is one ("trẻ em Hồ Thị Nhi").
_CALLED = re.compile(
    r"\b(?:[Tt]rẻ(?: em)?|[Nn](?:ữ|am) sinh|[Đđ]ội viên)\s*:?\s+((?:[^\W\d_]+\s+){2,4}[^\W\d_]+)"
)


# Who won or was praised: "Giải Nhì: Trần Thị Mai", "học sinh Lê Văn Tám đạt giải Nhất"; schools bear names too.
_PRAISED = re.compile(
    r"(?i:\bgiải (?:nhất|nhì|ba|tư|kk|khuyến khích|đặc biệt|[abc])\b[^:(–,.;-]{0,20}(?:[:(–-]|\b(?:thuộc về|cho)(?: bạn)?\s)|\b(?:quán|á) quân\s*:|\b(?:thí sinh|tuyên dương|khen thưởng|trao giải cho)(?: (?:học sinh|hs|đội viên))?\s*:?|\bbạn)\s*((?:[^\W\d_]+\s+){2,4}[^\W\d_]+)"
    r"|\b[Hh]ọc sinh\s*:?\s+((?:[^\W\d_]+\s+){2,4}[^\W\d_]+?)(?:\s+(?:(?:đạt|giành|đoạt|nhận|được|bị)\b|lớp\s*\d)|\s*[-–,(]\s*(?:lớp\s*)?\d{1,2}(?:/\d|[A-Ea-e]\b))"
)


def names_child(text: str) -> bool:
    """Whether words speak of a child by name ("trao quà cho em Nguyễn Thị Lan", "Giải Nhì: Trần Thị Mai")."""
    if any(begins_with_name(found[1]) for found in _CHILD.finditer(text)):
        return True
    called = (*_CALLED.finditer(text), *_PRAISED.finditer(text))
    return any(begins_with_name(next(filter(None, found.groups())), _IN_FULL) for found in called)


_LABEL = re.compile(
    r"^\s*(?:các |ds |danh sách )*(?:phhs|ph|phụ huynh|cha mẹ|học sinh|hs|trẻ|cháu|em)\b[^:,;]{0,40}:",
    re.IGNORECASE,
)


def lists_names(text: str) -> bool:
    """Whether a cell is a list of two or more persons ("Nguyễn Văn An (5A), Trần Thị Bình (5B)"), also of parents or
    children that it calls so ("PH: …")."""
    names = _listed(_LABEL.sub("", text))
    return len(names) > 1 and all(map(looks_like_name, names))


def names_family(text: str) -> bool:
    """Whether words list parents or children by name and say that they are some ("Danh sách học sinh: Nguyễn Văn An")."""
    label = _LABEL.match(text)
    names = _listed(text[label.end() :]) if label else []
    return bool(names) and all(map(looks_like_name, names))


def _listed(text: str) -> list[str]:
    plain = re.sub(r"\d+[.)]", ";", re.sub(r"\([^()]*\)", " ", text))
    return [clean(part).rstrip(".") for part in re.split(r"[,;\n]", plain) if part.strip()]


def begins_with_name(words: str, least: int = _SHORTEST) -> bool:
    """Whether two to five words of a name stand first ("Lê Thị Hoa phụ trách")."""
    name = name_first(words)
    return len(name.split()) >= least and looks_like_name(name) and not _is_office(name)


def name_first(words: str) -> str:
    """The words with capitals that stand first, no more than a name has."""
    tokens = words.split()
    capitals = next((i for i, token in enumerate(tokens) if not token[:1].isupper()), len(tokens))
    return " ".join(tokens[: min(capitals, _LONGEST)])


def _is_office(words: str) -> bool:
    found = resolve(words, Era.UNKNOWN)
    return bool(found.code or found.candidates or find_organisation(words))
