"""Columns that count the pupils a school has beside those who came ("Tổng số HS toàn trường | Số HS tham gia"), or some of
those who came beside all ("Số HS tham gia | Số HS đạt giải")."""

import re

from data_loaders.columns.column import Column
from data_loaders.layout.blocks import Block
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.kinds import find_delivery
from program.text import fold

_ROWS = 60
_CAME = re.compile(
    r"\b(tham gia|tham du|du|luot|tiep can|co mat|duoc (tuyen truyen|truyen thong|tap huan|pho bien))\b"
)
_ALL = re.compile(
    r"^(tong|ts)\b|\b(toan truong|si so|hien co|theo danh sach|tren dia ban|dang hoc|(cua|trong) truong)\b"
)

# An audience and nothing more: beside those of it who came, all that there are.
_ALONE = re.compile(
    r"((so|sl|so luong) )?(hoc sinh|hs|phu huynh|ph|phhs|cha me|giao vien|gv|tre em)( hoc sinh)?( (cua )?(don vi|lop|khoi|co so))?"
)
_SOME = re.compile(
    r"\b(khuyet tat|dan toc( thieu so)?|dtts|(ho )?ngheo|can ngheo|mo coi|hoan canh (kho khan|dac biet)|dat giai|doat giai|(duoc )?khen( thuong)?|(duoc )?tuyen duong|ky cam ket|duoc (cap|tang|nhan|khao sat|phong van|ho tro)|tra loi|phat bieu)\b"
)


def enrolled(columns: list[Column], block: Block) -> set[int]:
    """The numbers of columns of people that nobody says came, each at least as large in every row as another column of
    the same people says that came."""
    came = [c for c in columns if _of_people(c) and _CAME.search(fold(c.heading.text))]
    counts = [c for c in columns if c.field == "count"]
    found = set()
    for column in columns:
        text = fold(column.heading.text)
        if not _of_people(column) or column.heading.answered or _CAME.search(text):
            continue
        lowest = fold(column.heading.lowest)
        alone = _ALONE.fullmatch(lowest)
        if not (alone or _ALL.search(text) or _ALL.search(lowest)):
            continue
        beside = [c for c in came if _same_people(column, c)]
        if alone and any(find_delivery(c.heading.text) for c in beside):
            continue
        if beside and all(_holds(column, c, block, counts) for c in beside):
            found.add(column.number)
    return found


def some_of(columns: list[Column], block: Block) -> set[int]:
    """The numbers of columns of people who are some of those that another column of the same people counts ("HS khuyết
    tật", "HS đạt giải"), which has no fewer in any row; where a total stands beside audiences it tells which it sums."""
    people = [c for c in columns if _of_people(c)]
    some = [c for c in people if _SOME.search(fold(c.heading.lowest)) and not c.heading.answered]
    others = [c for c in people if c not in some]
    summed = any(c.field == "attendances_total" for c in others)
    return {
        part.number
        for part in some
        if (part.field == "attendances_total" or not summed)
        and any(_same_people(c, part) and _holds(c, part, block, []) for c in others)
    }


def _of_people(column: Column) -> bool:
    return column.field == "attendances_total" or column.field.startswith("attendances.")


def _same_people(whole: Column, part: Column) -> bool:
    """Whether two columns count one audience; "Sĩ số" that of any."""
    place = (whole.heading.unit, whole.heading.period) == (part.heading.unit, part.heading.period)
    return place and (whole.field == part.field or "si so" in fold(whole.heading.text))


def _holds(whole: Column, part: Column, block: Block, counts: list[Column]) -> bool:
    """Whether no row has fewer of the whole than of the part, at as many activities as its one count says."""
    told = []
    for row in range(block.first, min(block.last, block.first + _ROWS) + 1):
        a, b, *n = (read_count(block.view.cell(row, c.number)) for c in (whole, part, *counts))
        if isinstance(a, int) and isinstance(b, int):
            told.append(a * (n[0] if len(n) == 1 and isinstance(n[0], int) and n[0] else 1) >= b)
    return bool(told) and all(told)
