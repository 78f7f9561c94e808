"""Editions and what differs between two of them, as the command `editions` prints them for programs."""

from typing import Any

from exports.edition import cause_words
from program.editions.causes import Cause
from program.editions.compare import Difference
from program.editions.issued import Edition
from program.filters import address


def plain(one: Edition) -> dict[str, Any]:
    """One edition as `list --json` prints it."""
    back = one.taken_back
    return {
        "number": one.id, "name": one.name, "document": one.document, "unit": one.unit, "period": one.period,
        "calendar": one.calendar, "as_of": one.as_of.isoformat(), "view": address(one.filters),
        "data_version": one.data_version, "issued_at": one.issued_at.isoformat(), "issued_by": one.issued_by,
        "demo": one.demo, "withdrawn": None if back is None else {"at": back.at.isoformat(), "why": back.why},
        "files": {kind: vars(file) for kind, file in one.files.items()},
    }  # fmt: skip


def difference(one: Difference) -> dict[str, Any]:
    """A figure that differs, with what each cause did to it, as `compare --json` prints it."""
    return {
        "measure": one.measure, "kind": one.kind, "audience": one.audience, "unit": one.unit,
        "changed": {name: one.said(name) for name in one.changed}, "causes": [_cause(each) for each in one.causes],
        "parts": [{"amount": part.amount, "causes": [_cause(each) for each in part.causes]} for part in one.parts],
    }  # fmt: skip


def _cause(one: Cause) -> dict[str, Any]:
    return {
        "why": one.why, "told": cause_words.cause(one), "submission": one.submission, "units": one.units,
        "quarters": one.quarters,
    }  # fmt: skip
