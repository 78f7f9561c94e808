"""The check of one workbook: bytes in, the object of the data contract out. Never raises for bad input."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from data_loaders import letters, time_limit
from data_loaders.annotating.recognising import is_list_of_findings
from data_loaders.collecting import collection_paused
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.issues import issue
from data_loaders.layout.around.context import Context, of_block
from data_loaders.layout.around.copied_sheets import own_name
from data_loaders.layout.around.sheets_of_months import sheets_of_months
from data_loaders.layout.around.signed import signed
from data_loaders.layout.around.unit_lines import unit_words
from data_loaders.layout.blocks import find_blocks
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.month_headings import months_in_words
from data_loaders.mending import answers
from data_loaders.mending.corrections import corrected
from data_loaders.persons import whole_file
from data_loaders.persons.trainers import trainers_left_out
from data_loaders.reading import read, refusals
from data_loaders.reading.grid import Sheet, Unreadable
from data_loaders.tables.activity import activities
from data_loaders.tables.activity.swaps import turned_as_answered
from data_loaders.tables.besides import asides, plans
from data_loaders.tables.besides.columns_named import columns_named
from data_loaders.tables.besides.notices import declared_sheet
from data_loaders.tables.besides.repeats import repeats
from data_loaders.tables.besides.unread import unread
from data_loaders.tables.common import TableReader
from data_loaders.tables.findings import Findings
from data_loaders.tables.labelled import fill_in
from data_loaders.tables.register import population, registers, targets, work
from data_loaders.tables.summary import participation
from data_loaders.tables.summary.column_sums import warn_of_sums
from data_loaders.tables.summary.leading_over import understand_labels
from data_loaders.tables.whose.sheets_of_one_unit import with_the_unit_of_others
from program.contract import Issue, IssueCode, Report, Table, TableKind
from program.submissions.mending import NO_MENDING, Mending

_LOG = logging.getLogger(__name__)
# Seconds of work for a file, and more for each megabyte of it up to a longest: a list of 100,000 rows
# (6 MB) has at least twice what it takes, a small file built to hold the machine ends within ten seconds.
_SECONDS, _SECONDS_A_MEGABYTE, _LONGEST = 8, 1, 18

_READERS: dict[TableKind, Callable[[Understood, Findings], TableReader]] = {
    TableKind.ACTIVITIES: activities.Reader,
    TableKind.PARTICIPATION: participation.Reader,
    TableKind.TARGETS: targets.Reader,
    TableKind.SCHOOLS: registers.Reader,
    TableKind.FOCAL_POINTS: registers.Reader,
    TableKind.DIRECTIVES: work.Reader,
    TableKind.TASKS: work.Reader,
    TableKind.POPULATION: population.Reader,
}


@dataclass(frozen=True)
class Laid:
    """One sheet with its tables as they are understood, and what stands around where there is none."""

    sheet: Sheet
    tables: tuple[Understood, ...]
    context: Context


def check(file_name: str, raw: bytes, mending: Mending = NO_MENDING) -> Report:
    """Read a file, find its tables, and give records and issues as `program.contract.Report`.

    `file_name` is the name the user gave it: it decides the format together with the content, and may
    name the unit or period where the sheets do not. `mending` is what a person answered and corrected;
    an answer that makes no sense in this file is left out, and its question stays.
    """
    return examine(file_name, raw, mending)[0]


def _seconds(raw: bytes) -> float:
    return min(_SECONDS + _SECONDS_A_MEGABYTE * len(raw) / 1_000_000, _LONGEST)


def examine(file_name: str, raw: bytes, mending: Mending) -> tuple[Report, list[Laid]]:
    """What `check` gives, and the sheets it was read from (none of a file that was refused unread)."""
    laid: list[Laid] = []
    with collection_paused(), answers.in_force(mending), time_limit.allowed(_seconds(raw)):
        try:
            return _report(file_name, raw, mending, laid), laid
        except Unreadable as error:
            return refused(file_name, error), []
        except MemoryError:
            return refused(file_name, refusals.heavy_contents()), []
        except Exception as error:  # noqa: BLE001 (a file must never end in a stack trace for its sender)
            return _unexpected(file_name, error), []


def _report(file_name: str, raw: bytes, mending: Mending, laid: list[Laid]) -> Report:
    sheets = tuple(letters.restored(s) for s in read(file_name, raw).sheets if not is_list_of_findings(s))
    sheets = corrected(sheets, mending.corrections)
    laid += _laid(file_name, sheets)
    found_personal = _persons(file_name, laid)
    if mending.answers and not found_personal:
        # No answer makes acceptable what is refused without it.
        with answers.in_force(NO_MENDING):
            found_personal = _persons(file_name, _laid(file_name, sheets))
    if found_personal:
        return _refused(file_name, found_personal)
    tables, issues = _read_tables(laid)
    if not any(table["records"] for table in tables):
        if broken := [sheet.name for sheet in sheets if letters.broken_sheet(sheet)]:
            # Headings that nobody can read name nothing that could be answered, and one word on such a sheet is enough.
            issues = [i for i in issues if i["code"] != IssueCode.UNUSED_COLUMN and i["sheet"] not in broken]
        issues += [issue(IssueCode.TEXT_GARBLED, name, what=f"trang “{name}”") for name in broken]
    return _finish(file_name, tables, issues)


def _unexpected(file_name: str, error: Exception) -> Report:
    """A fault of ours. The log tells where it happened and nothing of what the file holds."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    _LOG.error("check failed: %s at %s:%s", type(error).__name__, Path(last.filename).name, last.lineno)
    return _refused(file_name, [issue(IssueCode.CHECK_FAILED)])


def refused(file_name: str, error: Unreadable) -> Report:
    """The report of a file that could not be read."""
    found: Issue = {
        "severity": "error",
        "code": error.code.value,
        "sheet": None,
        "cell": None,
        "found": error.found,
        "message": error.message,
        "fix": error.fix,
    }
    return _refused(file_name, [found])


def _refused(file_name: str, issues: list[Issue]) -> Report:
    return {"file": file_name, "status": "rejected", "tables": [], "issues": issues}


def _finish(file_name: str, tables: list[Table], issues: list[Issue]) -> Report:
    records = any(table["records"] for table in tables)
    errors = any(i["severity"] == "error" for i in issues)
    if not records:
        if not errors and not plans.are_why(issues):
            issues.append(issue(IssueCode.NO_TABLE, where=" có dòng nào được điền" if tables else ""))
        return {"file": file_name, "status": "rejected", "tables": tables, "issues": issues}
    return {
        "file": file_name,
        "status": "needs_fixes" if errors else "ready",
        "tables": tables,
        "issues": issues,
    }


def _laid(file_name: str, sheets: tuple[Sheet, ...]) -> list[Laid]:
    blocks_of = [find_blocks(GridView(months_in_words(sheet))) for sheet in sheets]
    heads = [
        list(blocks[0].captions) if blocks else _lines(sheet)
        for sheet, blocks in zip(sheets, blocks_of, strict=True)
    ]
    # What a hidden sheet lists is offered for choice; it says nothing of who reports.
    named = [
        [] if sheet.hidden and not blocks else unit_words(lines)[:1]
        for sheet, blocks, lines in zip(sheets, blocks_of, heads, strict=True)
    ]
    # A sheet for each unit: what one says of itself does not hold for the others.
    apart = len({words[0] for sheet in sheets if (words := unit_words([own_name(sheet.name)]))}) > 1
    months = sheets_of_months({s.name: b for s, b in zip(sheets, blocks_of, strict=True)})
    found = []
    for at, (sheet, blocks) in enumerate(zip(sheets, blocks_of, strict=True)):
        time_limit.look()
        others = {words[0] for i, words in enumerate(named) if i != at and words and not apart}
        fallback = [*(others if len(others) == 1 else ()), *signed(sheet)]
        name = months.get(sheet.name, own_name(sheet.name))
        tables = [
            understand_labels(
                block, of_block(block.captions, heads[at], name, file_name, fallback, apart=apart)
            )
            for block in blocks
        ]
        around = of_block(heads[at], (), name, file_name, fallback, apart=apart)
        found.append(Laid(sheet, tuple(tables), around))
    of_one = with_the_unit_of_others([one.tables for one in found])
    return [replace(one, tables=tables) for one, tables in zip(found, of_one, strict=True)]


def _persons(file_name: str, laid: list[Laid]) -> list[Issue]:
    return whole_file.findings(file_name, [(one.sheet, one.tables) for one in laid])


def _read_tables(laid: list[Laid]) -> tuple[list[Table], list[Issue]]:
    tables: list[Table] = []
    issues: list[Issue] = []
    for one in laid:
        planned = [table for table in one.tables if plans.is_plan(table)]
        issues += map(plans.set_aside, planned)
        read_here = [_read_table(t) for t in one.tables if t.kind is not None and t not in planned]
        tables += [table for table, _ in read_here]
        issues += [issue for _, own in read_here for issue in own]
        if not read_here and (declared := declared_sheet(one.sheet, one.context)):
            tables.append(declared)
    issues += unread([(one.sheet, one.tables, one.context) for one in laid], tables, issues)
    tables, again = work.repeated(tables)
    return tables, issues + repeats(tables) + again


def _lines(sheet: Sheet) -> list[str]:
    return [cell for row in sheet.rows[:40] for cell in row if isinstance(cell, str)]


def _read_table(understood: Understood) -> tuple[Table, list[Issue]]:
    understood = trainers_left_out(turned_as_answered(understood))
    view = understood.block.view
    findings = Findings(view.sheet.name, turned=view.turned, places=view.places)
    assert understood.kind is not None  # noqa: S101 (the caller asks)
    reader = _READERS[understood.kind](understood, findings)
    broken = letters.broken_rows(understood, findings)
    warn_of_sums(understood, findings)
    records = [record for record in reader.records() if record["source"]["row"] not in broken]
    fill_in(understood, records)
    issues = [
        *asides.hidden(understood, reader.hidden, bool(records)),
        *findings.issues,
        *asides.unused(understood, reader, records),
    ]
    moved = view.turned or bool(view.places)
    table: Table = {
        "kind": understood.kind.value,
        "sheet": view.sheet.name,
        "header_rows": list(understood.block.seen if moved else understood.block.header_rows),
        "columns": columns_named(understood, reader.shown),
        "unused_columns": [] if moved else asides.letters_unused(understood, reader),
        "records": records,
    }
    for record in records if moved else ():
        row = record["source"]["row"]
        record["source"]["row"] = _first_figure(understood) if view.turned else view.row_seen(row)
    return table, issues


def _first_figure(understood: Understood) -> int:
    """The row in which the figures of a table begin that stands on its side, or all of it without figures."""
    figures = [c.number for c in understood.columns if is_figure_field(c.field)]
    return understood.block.view.row_seen(min(figures or [c.number for c in understood.columns]))
