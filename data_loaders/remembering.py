"""A file read with the answers that were given about files like it."""

from collections.abc import Callable, Sequence

from data_loaders.check import check
from data_loaders.questions import asked
from program.contract import Report
from program.mending import Answer, Asked, Mending

Recall = Callable[[Sequence[Asked], frozenset[str]], frozenset[Answer]]


def check_with(file_name: str, raw: bytes, mending: Mending, recall: Recall) -> tuple[Report, Mending]:
    """Check a file with what was given, and with what `recall` knows of the questions still open.

    `recall` gets the questions and the codes of the units that the file speaks of. Gives the report and
    the mending that was applied: what was given and what was recalled; the given goes first. The file
    is read again only when something was recalled.
    """
    report = check(file_name, raw, mending)
    questions = asked(report)
    units = frozenset(r["unit"] for table in report["tables"] for r in table["records"] if r.get("unit"))
    recalled = recall(questions, units) if questions else frozenset()
    if not recalled:
        return report, mending
    whole = Mending(recalled).with_answers(mending.answers).with_corrections(mending.corrections)
    return check(file_name, raw, whole), whole
