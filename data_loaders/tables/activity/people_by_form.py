"""People of an activity counted in parts side by side: by form ("Số lượt trực tiếp", "Số lượt trực tuyến", "Tổng") or by
turns ("Số lượt đợt 1", "Số lượt đợt 2")."""

from collections.abc import Iterable, Mapping, Sequence

from data_loaders.columns.column import Column
from data_loaders.columns.neighbours.whole_people import Part
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.figures import Figures
from data_loaders.tables.findings import Findings
from data_loaders.values.fault import Fault
from program.contract import IssueCode

_WORDS = {"of": "các cột bên cạnh", "rest": "hệ thống dùng tổng số", "lacking": "xem lại từng cột"}


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
        findings.add(IssueCode.TOTAL_MISMATCH, row, at, total, total=together, **_WORDS)
    return together <= total


def form_of(parts: Sequence[Part], cells: Sequence[Cell], people: Mapping[Cell, object]) -> str | None:
    """The form of an activity by who came in each: several are a combination."""
    forms = [form for index, form in parts if form and isinstance(n := people[cells[index]], int) and n > 0]
    return str(forms[0]) if len(forms) == 1 else "hybrid" if forms else None


def forms_of_parts(columns: Iterable[Column], offset: int) -> list[tuple[int, str]]:
    """The columns of audiences that tell the form as well, where several forms stand beside each other."""
    parts = [c for c in columns if c.field.startswith("attendances.") and c.heading.delivery]
    several = len({c.heading.delivery for c in parts}) > 1
    return [(c.number - offset, str(c.heading.delivery)) for c in parts] if several else []
