"""What is said of a table besides its rows: what is hidden and read, what is filled and not read."""

import re
from typing import Any

from data_loaders.columns.cells.guesses import guesses
from data_loaders.columns.cells.samples import samples
from data_loaders.columns.choice import Understood
from data_loaders.columns.words.fields import FIELDS_OF, HEADING_OF
from data_loaders.issues import issue
from data_loaders.mending.answers import meaning
from data_loaders.reading import references
from data_loaders.reading.grid import Cell
from data_loaders.tables.besides.headless import headless
from data_loaders.tables.besides.women_alone import women_alone
from data_loaders.tables.common import TableReader
from data_loaders.tables.summary.column_sums import sums_left_out
from data_loaders.values.silence import says_not_reported, says_nothing_happened
from program.contract import Issue, IssueCode
from program.submissions.mending import NOT_USED, Question
from program.text import fold

# Units of measure ("ĐVT").
_MEASURE = re.compile(r"(so )?(luot|nguoi|luot nguoi|lop|buoi|cuoc|truong|em|tre)")


def hidden(understood: Understood, rows: int, any_record: bool) -> list[Issue]:
    """What is read although the user does not see it; `rows` is the number of hidden rows read."""
    sheet = understood.block.view.sheet
    found = []
    if sheet.hidden and any_record:
        found.append(issue(IssueCode.HIDDEN_ROWS, sheet.name, what=f"Trang tính “{sheet.name}”"))
    if rows:
        found.append(
            issue(IssueCode.HIDDEN_ROWS, sheet.name, None, f"{rows} dòng", what=f"{rows} dòng trong bảng")
        )
    columns = [references.letters(c.number) for c in understood.columns if c.number in sheet.hidden_columns]
    if columns:
        names = ", ".join(columns)
        found.append(issue(IssueCode.HIDDEN_ROWS, sheet.name, None, f"cột {names}", what=f"Cột {names}"))
    return found


def unused(understood: Understood, reader: TableReader, records: list[dict[str, Any]]) -> list[Issue]:
    """Columns with cells of which nothing is kept, and nobody said that it should not be."""
    block = understood.block
    # What stands below the last row that gave a record may be signatures.
    last = max((r["source"]["row"] for r in records), default=block.last)
    sheet = block.view.sheet.name
    return [
        *(
            issue(
                IssueCode.UNUSED_COLUMN,
                sheet,
                references.name(row, column),
                text,
                line=f"Dòng {row}",
                hint="",
            )
            for row, column, text in block.view.unread
        ),
        *_unused_columns(understood, reader, last),
        *women_alone(understood, records),
        *headless(understood, records),
    ]


def letters_unused(understood: Understood, reader: TableReader) -> list[str]:
    """The letters of the columns that no record holds: of those with a meaning, the ones that only sum others."""
    known = {*understood.unused, *(c.number for c in understood.columns)}
    return [references.letters(number) for number in sorted(known - set(reader.shown))]


def _unused_columns(understood: Understood, reader: TableReader, last: int) -> list[Issue]:
    block = understood.block
    sums = {column.number for column, _ in sums_left_out(understood)}
    return [
        _unused(understood, number, reader)
        for number in understood.unused
        if number not in sums
        and meaning(Question.HEADING, understood.headings[number].text) != NOT_USED
        and any(
            cell is not None and row not in block.skipped and not _is_said(cell)
            for row, cell in enumerate(block.view.column(number, block.first, last), block.first)
        )
    ]


def _is_said(cell: Cell) -> bool:
    """Whether words were heeded: that nothing happened, that no report came, or what the figures count."""
    return isinstance(cell, str) and (
        says_nothing_happened(cell) or says_not_reported(cell) or bool(_MEASURE.fullmatch(fold(cell)))
    )


def _unused(understood: Understood, number: int, reader: TableReader) -> Issue:
    heading = understood.headings[number]
    return issue(
        IssueCode.UNUSED_COLUMN,
        understood.block.view.sheet.name,
        understood.block.view.address(understood.block.heading_row(number), number),
        heading.text,
        line=understood.block.view.line(number),
        hint=_hint(understood, number, reader) if heading.fields[:1] != ("unused",) else "",
    )


def _hint(understood: Understood, number: int, reader: TableReader) -> str:
    """The headings of fields that the table lacks and the column's values fit."""
    offered = FIELDS_OF[understood.kind] if understood.kind else ()
    lacking = [field for field in offered if field not in reader.shown.values()]
    values = samples(understood.block, [number])[number]
    names = [
        f"“{HEADING_OF[field]}”"
        for field in guesses(understood.headings[number].text, values, lacking, understood.context)
    ]
    return f"có thể là {' hoặc '.join(names)}" if names else ""
