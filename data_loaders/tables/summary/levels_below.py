"""Rows of levels of schools in a summary right below the row of all pupils ("Học sinh", "- Tiểu học", "- Học sinh THCS"):
both tell of the same pupils, of whom no level is kept."""

from collections.abc import Sequence
from itertools import takewhile

from data_loaders.cells import cell_at, words
from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row import DATA, Row
from data_loaders.layout.below.row_labels import BULLET, is_part_of, mark_of
from data_loaders.tables.findings import Findings
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.kinds import find_level, names_only_level
from data_loaders.values.people.audiences import find_audience
from program.contract import IssueCode
from program.text import clean
from program.vocabulary import Audience

# The figures of fewer rows may agree by chance.
_FEWEST = 2


def without_levels(
    table: Understood, rows: Sequence[Row], measures: set[int], findings: Findings
) -> list[Row]:
    """The rows but for those of levels, where they make up the row of all pupils above them or are marked as parts of
    it; where parts are more than it, that is said, and the row of all is left out."""
    column = table.column("audience") or table.column("title")
    if column is None:
        return list(rows)
    offset, left_out = table.block.view.first_column, set[int]()
    ordinal = next((n - offset for n, h in table.headings.items() if h.fields[:1] == ("ordinal",)), None)
    at = column.number - offset
    beside = [i for c in table.columns if (i := c.number - offset) != at and i not in measures]
    for i, row in enumerate(rows):
        if not _of_all_pupils(_label(row, at)):
            continue
        parts = _parts(row, rows[i + 1 :], at, beside)
        whole = {m: n for m in measures if (n := _number(row, m)) is not None}
        sums = {m: sum(_number(part, m) or 0 for part in parts) for m in whole}
        marked = all(_is_marked(part, row, at, ordinal) for part in parts)
        if not parts or not whole or not (marked or (sums == whole and len(parts) >= _FEWEST)):
            continue
        if all(sums[m] <= n for m, n in whole.items()):
            left_out |= {part.number for part in parts}
            continue
        left_out.add(row.number)
        for m, n in whole.items():
            if sums[m] != n:
                findings.add(IssueCode.TOTAL_ROW_MISMATCH, row.number, m + offset, n, total=sums[m])
    return [row for row in rows if row.number not in left_out]


def _parts(whole: Row, below: Sequence[Row], at: int, beside: Sequence[int]) -> list[Row]:
    """The rows of levels that follow the row of all pupils."""
    return list(takewhile(lambda row: _of_level(_label(row, at)) and _of_the_same(row, whole, beside), below))


def _label(row: Row, at: int) -> str:
    return clean(words(cell_at(row.cells, at))) if row.role == DATA else ""


def _of_all_pupils(label: str) -> bool:
    return find_audience(label) == Audience.CHILDREN_IN_SCHOOL and find_level(label) is None


def _of_level(label: str) -> bool:
    """Whether words are a level of schools or the pupils of one."""
    name = BULLET.sub("", label)
    return names_only_level(name) or bool(
        find_level(name) and find_audience(name) == Audience.CHILDREN_IN_SCHOOL
    )


def _of_the_same(part: Row, whole: Row, beside: Sequence[int]) -> bool:
    """Whether nothing beside the words of a row (its unit, its period) says that it is of another than the row above."""
    told = [(cell_at(part.cells, i), cell_at(whole.cells, i)) for i in beside]
    return part.group == whole.group and all(own in (None, above) for own, above in told)


def _is_marked(part: Row, whole: Row, at: int, ordinal: int | None) -> bool:
    """Whether a row says by its mark that it is a part of another."""
    own, above = (
        mark_of(cell_at(row.cells, ordinal)) if ordinal is not None else "" for row in (part, whole)
    )
    stroke = BULLET.match(_label(part, at)) and not BULLET.match(_label(whole, at))
    return bool(stroke) or is_part_of(own, above)


def _number(row: Row, index: int) -> int | None:
    found = read_count(cell_at(row.cells, index))
    return found if isinstance(found, int) else None
