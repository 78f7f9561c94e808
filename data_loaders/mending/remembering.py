"""A file read with the answers that were given about files like it."""

from collections.abc import Callable, Iterable, Sequence

from data_loaders.cells import words
from data_loaders.check import Laid, examine
from data_loaders.mending.questions import asked
from data_loaders.names.units import Era, resolve
from program.contract import Report
from program.submissions.mending import Answer, Asked, Mending
from program.text import key
from program.units import CITY

Recall = Callable[[Sequence[Asked], frozenset[str]], frozenset[Answer]]
Look = Callable[[str, bytes, Mending], tuple[Report, frozenset[str]]]


def look(file_name: str, raw: bytes, mending: Mending) -> tuple[Report, frozenset[str]]:
    """The report of `check.check`, and the codes of the units that the file speaks of."""
    report, laid = examine(file_name, raw, mending)
    return report, _spoken_of(report, laid)


def check_with(
    file_name: str, raw: bytes, mending: Mending, recall: Recall, looking: Look = look
) -> tuple[Report, Mending]:
    """Check a file with what was given, and with what `recall` knows of the questions still open.

    `recall` gets the questions and the codes of the units that the file speaks of. Gives the report and
    the mending that was applied: what was given, which goes first, and those of the recalled answers that
    settled their question. The file is read again only when something was recalled. `looking` reads it:
    `look`, or one that gives the same in another process or from what is kept.
    """
    report, units = looking(file_name, raw, mending)
    questions = asked(report)
    recalled = recall(questions, units) if questions else frozenset()
    if not recalled:
        return report, mending
    whole = Mending(recalled).with_answers(mending.answers).with_corrections(mending.corrections)
    report, _ = looking(file_name, raw, whole)
    idle = _same(questions, asked(report), recalled - mending.answers)
    if not idle:
        return report, whole
    applied = Mending(whole.answers - idle, whole.corrections)
    return looking(file_name, raw, applied)[0], applied


def _same(before: Iterable[Asked], after: Iterable[Asked], answers: Iterable[Answer]) -> set[Answer]:
    """The answers that changed nothing for the cells that waited for them."""
    waited, waiting = (
        {(one.question, key(one.words)): frozenset(one.cells) for one in ones} for ones in (before, after)
    )
    return {
        a for a in answers if waiting.get((a.question, a.words), ()) == waited.get((a.question, a.words), ())
    }


def _spoken_of(report: Report, laid: Iterable[Laid]) -> frozenset[str]:
    """Units of the records; where a question keeps a table from having any, those that the words around it
    and its cells name."""
    found = {r["unit"] for table in report["tables"] for r in table["records"] if r.get("unit")}
    for table in (table for one in laid for table in one.tables):
        found |= {table.context.unit(era)[0].code for era in (Era.DISTRICTS, Era.COMMUNES)}
        column = table.column("unit")
        cells = table.block.view.column(column.number, table.block.first, table.block.last) if column else ()
        found |= {resolve(words(cell), Era.UNKNOWN).code for cell in set(cells)}
    return frozenset(code for code in found if code and code != CITY)
