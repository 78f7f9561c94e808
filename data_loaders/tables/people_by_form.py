"""People of an activity counted in parts side by side: by form ("Số lượt trực tiếp", "Số lượt trực tuyến", "Tổng") or by
turns ("Số lượt đợt 1", "Số lượt đợt 2")."""

import re
from collections.abc import Mapping, Sequence

from data_loaders.columns.column import Column
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.figures import Figures
from data_loaders.tables.findings import Findings
from data_loaders.values.fault import Fault
from program.contract import IssueCode
from program.text import fold

_TURN = re.compile(r"\b(?:dot|lan|ngay|buoi|ca) (?:thu )?(?:\d{1,2}|[iv]{1,3}|sang|chieu|toi|nhat|hai|ba)\b")
# A part of all people: the place of its column and its form, if it has one.
Part = tuple[int, str | None]


def all_people(columns: Sequence[Column], offset: int) -> tuple[int | None, list[Part]]:
    """The place of the column of all people, a sum before any other and "lượt" before people, and the parts of them."""
    people = [c for c in columns if c.field == "attendances_total"]
    apart = _by_form(people) or _by_turns(people)
    whole = [c for c in people if c not in apart]
    words = {c.number: fold(c.heading.lowest) for c in whole}
    whole.sort(
        key=lambda c: (not words[c.number].startswith(("tong", "cong")), "luot" not in words[c.number])
    )
    total = whole[0].number - offset if whole else None
    return total, [(c.number - offset, c.heading.delivery) for c in apart]


def _by_form(people: Sequence[Column]) -> list[Column]:
    """The columns of several forms, each once."""
    found = [c for c in people if c.heading.delivery]
    forms = {c.heading.delivery for c in found}
    return found if 1 < len(forms) == len(found) else []


def _by_turns(people: Sequence[Column]) -> list[Column]:
    """The columns whose headings differ only in the number of a turn."""
    found = [c for c in people if _TURN.search(fold(c.heading.text))]
    same = {_TURN.sub("", fold(c.heading.text)) for c in found}
    return found if len(found) > 1 and len(same) == 1 else []


def settle_parts(
    figures: Figures,
    parts: Sequence[Part],
    cells: Sequence[Cell],
    people: Mapping[Cell, object],
    offset: int,
    row: int,
    findings: Findings,
) -> bool:
    """Fill in all people of a row from its parts, or compare; False where a part is unreadable, or they have more than
    all."""
    told: list[tuple[int, int]] = []
    for index, _ in parts:
        value = people[cells[index]]
        if isinstance(value, Fault):
            common.count_fault(findings, row, index + offset, cells[index], value)
            return False
        told += [(index + offset, value)] if isinstance(value, int) else []
    if not told:
        return True
    together = sum(value for _, value in told)
    if figures.total is None:
        figures.total = together
        return True
    at, total = figures.columns.get("total", told[0][0]), figures.total
    if together > total:
        words = f"Cộng các cột được {together}"
        findings.add(IssueCode.PARTS_EXCEED_TOTAL, row, at, total, parts=words, total=total)
    elif together < total:
        findings.add(IssueCode.TOTAL_MISMATCH, row, at, total, total=together)
    return together <= total


def form_of(parts: Sequence[Part], cells: Sequence[Cell], people: Mapping[Cell, object]) -> str | None:
    """The form of an activity by who came in each: several are a combination."""
    forms = [form for index, form in parts if form and isinstance(n := people[cells[index]], int) and n > 0]
    return str(forms[0]) if len(forms) == 1 else "hybrid" if forms else None
