"""The draft of a report for the commands: as the screen drafts it, from the store."""

from sqlalchemy import Engine

import storage.conflicts.desk
import storage.demo
from program.filters import Filters
from program.measures.analysis import Analysis
from program.report.conflicts_note import waiting_note
from program.report.draft import report
from program.report.parts import Report


def draft(engine: Engine, analysis: Analysis, view: Filters, issuer: str) -> Report:
    """The draft with what waits for a decision about it. Raises NothingToReport."""
    undecided = waiting_note(storage.conflicts.desk.waiting(engine), view)
    return report(analysis, view, issuer=issuer, demo=storage.demo.present(engine), undecided=undecided)
