"""What a report says of documents issued and tasks passed on, by their registers (Công văn 2523/UBND-KGVX)."""

from collections.abc import Sequence
from datetime import date

from locales.forms import day, number
from program import units
from program.report.facts import Facts
from program.report.parts import Column, Form, Row, Stress, Table, Value
from program.report.words import GROUPS, by_name, full, inside, listed
from program.work.directives import Directive, issued
from program.work.task_register import Register, Tally, register

_GROUP = {"city": "", "district": "districts", "commune": "communes"}
_NAMED = 5
_NAMES = 3


def documents(f: Facts) -> tuple[Directive, ...]:
    """Those that the scope issued in the period, the newest first."""
    own = [one for one in f.analysis.work.directives if _in_scope(f, one.unit)]
    return issued(own, f.start, f.day)


def passed_on(f: Facts) -> Register:
    """The tasks that the scope had passed on by the last day, the period's and earlier ones."""
    own = [one for one in f.analysis.work.tasks if _in_scope(f, one.unit)]
    return register(own, f.day, frozenset(one.unit for one in own))


def lines(f: Facts) -> list[str]:
    """Documents and tasks in sentences; nothing where nobody handed any in."""
    found, held = documents(f), passed_on(f)
    said = []
    if found:
        named = "; ".join(_named(one, by=f.city) for one in found[:_NAMED])
        rest = f"; và {number(len(found) - _NAMED)} văn bản khác" if len(found) > _NAMED else ""
        said.append(f"Trong kỳ đã ban hành {number(len(found))} văn bản: {named}{rest}.")
    if held.tasks:
        said.append(_tasks(f, held))
    return said


def table(f: Facts) -> Table | None:
    """By unit how many documents were issued and how many tasks passed on, done, overdue; None where the
    registers hold nothing."""
    found, held = documents(f), passed_on(f)
    if not found and not held.tasks:
        return None
    tallies = {line.unit: line.tally for line in held.lines}
    issuing = {one.unit for one in f.analysis.work.directives if _in_scope(f, one.unit)}
    counted = {unit: sum(one.unit == unit for one in found) for unit in issuing}
    names = sorted((code for code in {*tallies, *counted} if _stood(code, f.day)), key=by_name)
    rows: list[Row] = []
    for group, own in _grouped(names):
        if f.city and group:
            rows.append(Row((GROUPS[group],), Stress.GROUP))
        rows += [Row(_row(full(code), counted.get(code), tallies.get(code))) for code in own]
    if f.city:
        rows.insert(0, Row(_row(full(f.view.unit), len(found), held.tally), Stress.WHOLE))
    return Table(
        "work",
        "Văn bản ban hành, nhiệm vụ giao đơn vị trực thuộc",
        (
            Column("Đơn vị", Form.TEXT, share=2.6),
            Column("Văn bản ban hành trong kỳ"),
            Column("Nhiệm vụ đã giao"),
            Column("Hoàn thành"),
            Column("Quá hạn"),
        ),
        tuple(rows),
        (
            f"Nhiệm vụ tính đến {day(f.day)}, gồm cả nhiệm vụ giao trước kỳ; chỉ tiêu địa phương.",
            "Chỉ gồm đơn vị đã gửi danh sách; đơn vị khác chưa gửi, không phải bằng 0.",
        ),
    )


def _stood(code: str, last: date) -> bool:
    """Whether a unit was there by a day: a ward since 1-7-2025 has no line in a report on the years before."""
    first = units.first_day(code)
    return first is None or first <= last


def _grouped(names: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Districts, then the units since 1-7-2025, then organisations, as in the other tables; the city itself first."""
    found: dict[str, list[str]] = {"": [], "districts": [], "communes": [], "organisations": []}
    for code in names:
        known = units.unit(code)
        level = known.level if known else "department"
        found[_GROUP.get(level, "organisations")].append(code)
    return [(group, own) for group, own in found.items() if own]


def _row(name: str, issued_by: int | None, found: Tally | None) -> tuple[Value, ...]:
    """A unit that never handed in a register has no number in it, which is no 0."""
    tasks = (found.passed_on, found.done, found.overdue) if found else (None, None, None)
    return name, issued_by, *tasks


def _named(one: Directive, *, by: bool) -> str:
    said = one.details
    issuer = said.issuer or (inside(one.unit) if by else "")
    form = f"{said.form} số " if said.form else "số "
    return (
        f"{form}{said.number} ngày {day(said.issued_on)}{f' của {issuer}' if issuer else ''} ({said.subject})"
    )


def _tasks(f: Facts, held: Register) -> str:
    found = held.tally
    text = (
        f"Đến {day(f.day)} đã giao {number(found.passed_on)} nhiệm vụ cho đơn vị trực thuộc, hoàn thành "
        f"{number(found.done)}/{number(found.passed_on)}"
    )
    if not found.overdue:
        return f"{text}, không có nhiệm vụ quá hạn."
    whose = listed([inside(code) for code, _ in held.overdue_by_unit], _NAMES)
    return f"{text}, quá hạn {number(found.overdue)}{f' (của {whose})' if f.city else ''}."


def _in_scope(f: Facts, unit: str) -> bool:
    if not f.city:
        return unit == f.view.unit
    found = units.unit(unit)
    return found is None or found.in_old_city
