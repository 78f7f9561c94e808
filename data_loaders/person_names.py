"""Words that look like a Vietnamese person's name."""

from collections.abc import Iterable

from data_loaders.reading.grid import Cell
from program.text import clean

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
    )


def mostly_names(cells: Iterable[Cell], least: int = 2) -> bool:
    """Whether most of the different words in these cells, and at least so many, are persons' names."""
    filled = {cell for cell in cells if cell is not None}
    names = [cell for cell in filled if isinstance(cell, str) and looks_like_name(cell)]
    return len(names) >= least and len(names) * 2 > len(filled)
