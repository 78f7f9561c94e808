"""A workbook of one unit that stands in a column of its sheets alone: a sheet whose own column is blank throughout, as
that of a month with only "Không phát sinh", is that unit's too."""

from collections.abc import Sequence
from dataclasses import replace

from data_loaders.columns.choice import Understood
from data_loaders.names.units import Era, resolve
from program.text import clean, fold

_Sheets = Sequence[tuple[Understood, ...]]


def with_the_unit_of_others(sheets: _Sheets) -> _Sheets:
    """The tables of each sheet, those without any unit with that of the others, where these name one alone."""
    if len(sheets) < 2:
        return sheets
    nameless = [any(map(_nameless, tables)) for tables in sheets]
    if not any(nameless) or all(nameless):
        return sheets
    named: dict[str, str] = {}
    for tables, none in zip(sheets, nameless, strict=True):
        for table in tables if not none else ():
            named |= _named(table)
    if len(named) != 1:
        return sheets
    return [tuple(_with(table, *named.values()) for table in tables) for tables in sheets]


def _with(table: Understood, words: str) -> Understood:
    if not _nameless(table):
        return table
    around = table.context
    borrowed = around.borrowed | {words}
    return replace(table, context=replace(around, unit_words=(*around.unit_words, words), borrowed=borrowed))


def _nameless(table: Understood) -> bool:
    around = table.context.unit(Era.UNKNOWN)[0]
    return bool(table.column("unit")) and not (around.code or around.ambiguous or _named(table))


def _named(table: Understood) -> dict[str, str]:
    """The words in the column of units that name one, each by its code; signatures below name none."""
    column, block = table.column("unit"), table.block
    cells = block.view.column(column.number, block.first, block.last) if column else ()
    written = dict.fromkeys(cell for cell in cells if isinstance(cell, str))
    found = {clean(cell): resolve(cell, Era.UNKNOWN) for cell in written}
    return {unit.code or fold(words): words for words, unit in found.items() if unit.code or unit.ambiguous}
