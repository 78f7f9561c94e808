"""Sums among the columns of people: of some audiences ("Cộng trẻ em" behind children in and out of school), which are
no total of a row, of one audience told in parts ("Khối 6 | Khối 7 | Cộng" below "Số lượt học sinh"), and of all, where
the heading says members ("Số hội viên tham gia")."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from data_loaders import time_limit
from data_loaders.columns.cells.amounts import is_sum
from data_loaders.columns.column import Column
from data_loaders.columns.neighbours.enrolled import enrolled, some_of
from data_loaders.columns.words.heading import apart
from data_loaders.layout.blocks import Block
from data_loaders.values.amounts.numbers import read_count
from program.text import fold
from program.vocabulary import Kind

# So many rows, and so many audiences in a row, are looked at.
_ROWS, _MOST = 60, 12
_MEMBERS = re.compile(r"\b(hoi|doan|doi|thanh|to) vien\b(?!.*\bco con\b)")
_COUNTED = ("count", "female", "male")
_SUMS = re.compile(r"(tong|cong|tat ca)\b")
_AMONG = re.compile(r"\b(trong do|tr do|trd|bao gom|chia ra|gom)\b")
_Place = tuple[str | None, str | None, Kind | None]


def sums_settled(columns: list[Column], block: Block) -> list[Column]:
    """Columns without those of people that are, in every row, the sum of two or more audiences right before or behind
    them and not of all, or the parts of one, and of those whom a school has, or who won, beside those who came; members who are the sum of all audiences are all people."""
    columns = _members_as_all(columns, block)
    columns = [c for c in columns if not parts_summed(c, columns, block)]
    without = enrolled(columns, block) | some_of(columns, block)
    columns = [c for c in columns if c.number not in without]
    parts: dict[_Place, list[Column]] = defaultdict(list)
    for column in columns:
        if _is_part(column):
            parts[_place(column)].append(column)
    partial: set[int] = set()
    for at, total in enumerate(columns):
        if (
            total.field in ("attendances_total", "attendances.?")
            and not total.heading.answered
            and len(parts[_place(total)]) > 2
        ):
            time_limit.look()
            if any(_is_sum(total, run, parts[_place(total)], block) for run in _runs(at, columns)):
                partial.add(total.number)
    return [c for c in columns if c.number not in partial]


def parts_summed(total: Column, columns: list[Column], block: Block) -> list[Column]:
    """The parts of one audience, or of the activities, that a column of the same sums: below one heading by its word,
    else by the figures of most rows; none for other columns."""
    figure = _is_part(total) or total.field in _COUNTED
    if not figure or total.heading.answered or not _SUMS.match(fold(total.heading.lowest)):
        return []
    above = apart(total.heading.text)[:-1]
    below = [
        c
        for c in columns
        if (c.field, _place(c), apart(c.heading.text)[:-1]) == (total.field, _place(total), above)
        and not _SUMS.match(fold(c.heading.lowest))
    ]
    if above and is_sum(total.heading) and len(below) > 1:
        return below
    at = next(i for i, c in enumerate(columns) if c.number == total.number)
    beside = (columns[max(at - _MOST, 0) : at][::-1], columns[at + 1 : at + 1 + _MOST])
    alike = (
        list(takewhile(lambda c: (c.field, _place(c)) == (total.field, _place(total)), rest))
        for rest in beside
    )
    runs = (run[:length] for run in alike for length in range(2, len(run) + 1))
    return next((run for run in runs if _are_all(total, run, block)), [])


def _members_as_all(columns: list[Column], block: Block) -> list[Column]:
    """Columns, where members whose numbers are those of the other audiences together are not counted beside them."""
    found = list(columns)
    for at, members in enumerate(columns):
        if (
            not _is_part(members)
            or members.heading.answered
            or not _MEMBERS.search(fold(members.heading.text))
        ):
            continue
        beside = [c for c in columns if c is not members and _place(c) == _place(members)]
        parts = [c for c in beside if _is_part(c)]
        told = any(c.field == "attendances_total" for c in beside)
        if parts and not told and _are_all(members, parts, block):
            found[at] = replace(members, field="attendances_total")
    return found


def _are_all(members: Column, parts: list[Column], block: Block) -> bool:
    """Whether members are the others together: in half of the rows (two of them beside one other audience), or
    no fewer in any where the heading says "Trong đó" of the others."""
    wholes = [
        (whole, _sum(parts, row, block))
        for row in range(block.first, min(block.last, block.first + _ROWS) + 1)
        if isinstance(whole := read_count(block.view.cell(row, members.number)), int) and whole
    ]
    if wholes and all(_AMONG.search(fold(c.heading.text)) for c in parts):
        return all(whole >= part for whole, part in wholes)
    equal = sum(whole == part for whole, part in wholes)
    return equal > (len(parts) < 2) and equal * 2 >= len(wholes)


def _runs(at: int, columns: list[Column]) -> Iterator[list[Column]]:
    """The audiences right before a column, and right behind it, two or more."""
    for rest in (columns[max(at - _MOST, 0) : at][::-1], columns[at + 1 : at + 1 + _MOST]):
        run: list[Column] = []
        for column in rest:
            if not _is_part(column) or _place(column) != _place(columns[at]):
                break
            run.append(column)
            if len(run) > 1:
                yield list(run)


def _is_part(column: Column) -> bool:
    """Whether a column counts one audience; "Tổng số trẻ em" above children in and out of school is of several."""
    return column.field.startswith("attendances.") and column.field != "attendances.?"


def _place(column: Column) -> _Place:
    return column.heading.unit, column.heading.period, column.heading.kind


def _is_sum(total: Column, run: list[Column], parts: list[Column], block: Block) -> bool:
    less = False
    for row in range(block.first, min(block.last, block.first + _ROWS) + 1) if len(run) < len(parts) else ():
        whole = read_count(block.view.cell(row, total.number))
        if not isinstance(whole, int):
            continue
        if _sum(run, row, block) != whole:
            return False
        less = less or _sum(parts, row, block) > whole
    return less


def _sum(columns: list[Column], row: int, block: Block) -> int:
    read = [read_count(block.view.cell(row, c.number)) for c in columns]
    return sum(n for n in read if isinstance(n, int))
