"""Divisions of the same figures below each other ("1. Chia theo đối tượng", "2. Chia theo địa bàn" below one total):
each tells of all activities, so one of them counts."""

from collections.abc import Iterator

from data_loaders.columns.choice import Understood
from data_loaders.layout.below.row_labels import BULLET, LEADING, first_words, is_total
from data_loaders.layout.below.summed_groups import heads_division
from data_loaders.names.units import Era, resolve
from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.values.kinds import names_only_kind
from program.contract import IssueCode
from program.text import clean

# A summary with more rows is no form of a few lines.
_MOST_ROWS = 400
# One division, its heading and the labels of its rows, by their numbers.
_Division = tuple[int, str, dict[int, str]]


def divided_again(table: Understood, measures: set[int], findings: Findings) -> set[int]:
    """The numbers of the rows that divide what others divide already, and of the headings of all, which may have the
    figures of the whole; what is left out is said. Units are kept, else kinds that nothing else tells, else what stands
    first."""
    skipped: set[int] = set()
    for divisions in _scopes(table, measures):
        if len(divisions) < 2:
            continue
        kinds = [
            d for d in divisions if table.context.kind is None and all(map(names_only_kind, d[2].values()))
        ]
        kept = next((d for d in (*filter(_of_units, divisions), *kinds) if d[2]), divisions[0])
        for number, words, rows in divisions:
            skipped.add(number)
            if number != kept[0]:
                skipped |= rows.keys()
                findings.add(
                    IssueCode.UNUSED_COLUMN,
                    number,
                    table.block.view.first_column,
                    words,
                    line=f"Dòng {number}",
                    hint=f"số liệu này đã tính theo “{kept[1]}”",
                )
    return skipped


def _scopes(table: Understood, measures: set[int]) -> Iterator[list[_Division]]:
    """The divisions of each whole: a sum or a kind begins another, and so does a heading that was there before."""
    block, found = table.block, list[_Division]()
    if block.last - block.first >= _MOST_ROWS:
        return
    for number in range(block.first, block.last + 1):
        cells = block.view.cells(number)
        heading = next((clean(c) for c in cells if isinstance(c, str) and heads_division(c)), "")
        first = clean(first_words(cells, {*measures}))
        label = LEADING.sub("", first)
        again = any(LEADING.sub("", heading) == LEADING.sub("", words) for _, words, _ in found)
        if found and (
            again or (not heading and (is_total(label) or (label != first and names_only_kind(label))))
        ):
            yield found
            found = []
        if heading:
            found.append((number, heading, {}))
        elif found and label:
            found[-1][2][number] = _label(cells, measures)
    yield found


def _label(cells: list[Cell], measures: set[int]) -> str:
    """The longest words of a row, without a stroke."""
    told = (clean(c) for i, c in enumerate(cells) if isinstance(c, str) and i not in measures)
    return BULLET.sub("", max(told, key=len, default=""))


def _of_units(division: _Division) -> bool:
    """Whether the rows of a division name several units."""
    return len({resolve(label, Era.UNKNOWN).code for label in division[2].values()} - {None}) > 1
