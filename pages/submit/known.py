"""Templates of registers with what is already known in them, so that only what changed is to be written."""

from data_loaders.templates import KNOWN, Setting, prefilled, template
from pages.parts.figures import results
from program.contract import TableKind
from storage.registers import known


def workbook(at: Setting) -> bytes:
    """The template of a setting, a register's with the rows that count."""
    if at.kind not in KNOWN:
        return template(at)
    read = known.schools if at.kind == TableKind.SCHOOLS else known.inhabitants
    return prefilled(at, read(results.engine(), None if at.offered else (at.unit,)))
