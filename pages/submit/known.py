"""Templates of registers with what is already known in them, so that only what changed is to be written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data_loaders.check import check
from data_loaders.templates import KNOWN, Setting, cells, file_name, known_rows, template
from pages.parts.figures import results
from program.contract import TableKind
from storage.registers import known


def workbook(at: Setting) -> bytes:
    """The template of a setting; of schools and inhabitants with the rows that count, unless one of them could not be
    read back as it is: a template always loads clean, and what nobody changed stays what it was."""
    if at.kind not in KNOWN:
        return template(at)
    read = known.schools if at.kind == TableKind.SCHOOLS else known.inhabitants
    held = known_rows(at, read(results.engine(), None if at.offered else (at.unit,)))
    filled = template(at, [cells(at, record) for record in held])
    return filled if not held or _says(at, filled, held) else template(at)


def _says(at: Setting, filled: bytes, held: list[Mapping[str, Any]]) -> bool:
    """Whether a workbook is read as just these records."""
    found = check(file_name(at), filled)
    names = sorted(held[0])
    told = [
        [_plain(record[name]) for name in names] for table in found["tables"] for record in table["records"]
    ]
    meant = [[_plain(record[name]) for name in names] for record in held]
    return found["status"] == "ready" and told == meant


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
