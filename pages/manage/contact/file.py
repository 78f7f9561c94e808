"""A contact that is written on the screen as the workbook it is kept as: made from the template, checked,
saved like any file. Its name and the words of a refusal hold nothing of a person."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from access import Actor
from data_loaders.check import check
from data_loaders.templates import TemplateError, setting, template
from exports.as_csv.contacts import contacts_csv
from locales.messages import t
from pages.parts.figures import results
from program import clock, units
from program.contacts.contact import Details, tenures
from program.contacts.register import register
from program.contract import Report, TableKind
from program.periods import programme
from program.text import fold
from storage.database import Engine
from storage.intake.submissions import Receipt, Refused
from storage.registers.contacts import read, save

Row = tuple[str, Details]  # unit
_WORDS = ("name", "position", "phone", "email", "document")


def workbook(holder: str, rows: Iterable[Row] = (), stamp: str = "") -> bytes:
    """The template of a unit's contacts (of all units: the city's) with these rows. Raises Refused for a unit
    that has none."""
    try:
        at = setting(TableKind.FOCAL_POINTS, holder, programme())
    except TemplateError as refusal:
        raise Refused(str(refusal)) from None
    cells = [
        {name: getattr(said, name) for name in (*_WORDS, "valid_from")}
        | {"unit": units.label(unit, with_type=True)}
        for unit, said in rows
    ]
    return template(at, cells, stamp)


def accept(unit: str, said: Details, seen: Collection[int]) -> Receipt:
    """Save what is said of one contact of a unit; `seen` are the records of the unit that the person saw.
    Raises Refused, Denied."""
    raw = workbook(unit, [(unit, said)], stamp=datetime.now(UTC).isoformat())
    name = f"dau-moi-{fold(units.label(unit, with_type=True)).replace(' ', '-')}.xlsx"
    report = check(name, raw)
    if report["status"] != "ready" or _read(report) != [(unit, said)]:
        raise Refused(
            t(
                "Chưa ghi được: có chỗ không đọc lại được đúng như đã ghi. Hãy viết đơn giản hơn, bỏ ký hiệu lạ."
            )
        )
    return save(results.engine(), results.actor(), name, raw, report, unit=unit, seen=seen)


def _read(report: Report) -> list[Row]:
    found = []
    for table in report["tables"]:
        for record in table["records"]:
            since = record["valid_from"]
            day = datetime.fromisoformat(since).date() if since else None
            found.append((record["unit"], Details(**{n: record[n] for n in _WORDS}, valid_from=day)))
    return found


def csv_of(engine: Engine, who: Actor, months: int) -> bytes:
    """The list as CSV, as far as it may be read now. Raises Denied."""
    found = tenures(read(engine, who))
    return contacts_csv(register(found, clock.today(), months, who.units))


def workbook_of(engine: Engine, who: Actor, holder: str) -> bytes:
    """The contacts of a unit (of all: the city's) as the workbook that is handed in. Raises Denied."""
    found = tenures(read(engine, who))
    rows = [
        (one.unit, one.details)
        for line in register(found, clock.today(), 1, who.units)
        if holder in (units.CITY, line.unit)
        for one in (*line.current, *line.coming)
    ]
    return workbook(holder, rows)
