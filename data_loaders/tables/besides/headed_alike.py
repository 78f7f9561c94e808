"""Columns of figures with one heading ("Cha mẹ | Cha mẹ", "Lớp | Lượt | Lớp | Lượt"): nobody knows what each holds."""

from collections.abc import Iterable, Mapping

from data_loaders.columns.column import Column
from data_loaders.layout.blocks import Block
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from program.contract import IssueCode
from program.text import fold

_COUNTED = ("attendances", "attendances_total", "count", "kind_measure")


def headed_alike(
    block: Block, columns: Iterable[Column], fields: Mapping[int, str], findings: Findings
) -> set[int]:
    """The numbers of those columns of one record whose heading stands above an earlier one that counts the same
    (`fields`), both with figures in one row; each is said. Columns of which no row has both go on with each other."""
    first: dict[tuple[str, ...], Column] = {}
    found: set[int] = set()
    for column in columns:
        field = fields[column.number]
        if field.partition(".")[0] not in _COUNTED:
            continue
        other = first.setdefault((field, *map(fold, block.paths[column.number])), column)
        if other is column or not _both_filled(block, other.number, column.number):
            continue
        found.add(column.number)
        row = block.heading_row(column.number)
        findings.add(
            IssueCode.HEADING_REPEATED,
            row,
            column.number,
            block.paths[column.number][-1],
            other=block.view.line(other.number),
            line=_within(block.view.line(column.number)),
        )
    return found


def _within(words: str) -> str:
    return words[0].lower() + words[1:]


def _both_filled(block: Block, one: int, other: int) -> bool:
    """Whether a row has a figure, and not 0, in both columns."""
    figures = (
        (read_count(a), read_count(b))
        for a, b in zip(
            block.view.column(one, block.first, block.last),
            block.view.column(other, block.first, block.last),
            strict=True,
        )
        if a is not None and b is not None
    )
    return any(isinstance(a, int) and isinstance(b, int) and a and b for a, b in figures)
