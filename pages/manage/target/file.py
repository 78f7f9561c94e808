"""A change of targets as the workbook it is kept as: made from the template, checked, saved like any file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from data_loaders.check import check
from data_loaders.templates import setting, template
from locales.messages import t
from pages.parts.figures import results
from program import units
from program.contract import Report, TableKind
from program.filters import CITY
from program.periods import programme
from program.targets.progress import TargetRow
from program.targets.view import Change
from program.text import fold
from program.vocabulary import AUTHORITY_LABELS, INDICATORS, Authority
from storage.intake.submissions import Receipt, Refused
from storage.registers.targets import RowKey, save

_Stated = tuple[str, str, TargetRow]  # indicator, unit, row


@dataclass(frozen=True)
class TargetFile:
    """The workbook of a change, its check, what was seen of the rows, and what goes."""

    name: str
    raw: bytes
    report: Report
    seen: dict[RowKey, float | None]
    removed: tuple[RowKey, ...]


def workbook(stated: Iterable[_Stated], stamp: str = "") -> bytes:
    """The template of the city's targets with these rows."""
    rows = [
        {
            "indicator": INDICATORS[code].label,
            "unit": _name(unit, row.end),
            "start_date": row.start,
            "end_date": row.end,
            "value": int(row.value) if row.value.is_integer() else row.value,
            "authority": AUTHORITY_LABELS[Authority(row.authority)],
            "document": row.document,
        }
        for code, unit, row in stated
    ]
    return template(setting(TableKind.TARGETS, units.CITY, programme()), rows, stamp)


def made(indicator: str, changes: Sequence[Change]) -> TargetFile:
    """The file of a change. One that only takes rows away states another target again, since a file without
    a row says nothing. Raises Refused where the file would not say what was meant."""
    told: list[_Stated] = [(indicator, c.unit, c.new) for c in changes if c.new]
    gone = {(indicator, c.unit, c.old) for c in changes if c.old and not c.new}
    if not told:
        stated = results.analysis().stated
        rest = [(code, unit, row) for (code, unit), rows in stated.items() for row in rows]
        told = [one for one in rest if one not in gone][:1]
        if not told:
            raise Refused(
                t("Đây là mục tiêu duy nhất nên không bỏ riêng được. Hãy rút lần nộp đã ghi mục tiêu này.")
            )
    raw = workbook(told, stamp=datetime.now(UTC).isoformat())
    name = f"muc-tieu-{fold(INDICATORS[indicator].short_label).replace(' ', '-')}.xlsx"
    report = check(name, raw)
    _same(report, told)
    seen: dict[RowKey, float | None] = {_key(code, unit, row): row.value for code, unit, row in told}
    seen |= {_key(indicator, c.unit, c.old or c.new): c.old.value if c.old else None for c in changes}
    removed = tuple(_key(code, unit, row) for code, unit, row in gone)
    return TargetFile(name, raw, report, seen, removed)


def accept(file: TargetFile) -> Receipt:
    """Save it. Raises Refused, Denied."""
    return save(
        results.engine(), results.actor(), file.name, file.raw, file.report, seen=file.seen, removed=file.removed
    )  # fmt: skip


def _name(unit: str, on: date) -> str:
    """A unit's name as files have it."""
    found = units.unit(unit, on)
    return found.name if found else setting(TableKind.TARGETS, units.CITY, programme()).unit_name


def _key(indicator: str, unit: str, row: TargetRow | None) -> RowKey:
    assert row  # noqa: S101 (a change has an old row or a new one)
    return RowKey(indicator, units.CITY if unit == CITY else unit, row.start, row.end, row.authority)


def _same(report: Report, told: Sequence[_Stated]) -> None:
    """What the check read must be what was meant."""
    for issue in report["issues"]:
        if issue["severity"] == "error":
            raise Refused(f"{issue['message']} {issue['fix']}")
    read = [_read(record) for table in report["tables"] for record in table["records"]]
    meant = [
        (code, units.CITY if unit == CITY else unit, row.start.isoformat(), row.end.isoformat(), row.value)
        for code, unit, row in told
    ]
    if report["status"] != "ready" or read != meant:
        raise Refused(t("Chưa lưu được: có giá trị không đọc lại được đúng như đã ghi. Hãy kiểm tra các số."))


def _read(record: dict[str, Any]) -> tuple[str, str, str, str, float]:
    return (
        record["indicator"], record["unit"], record["start_date"], record["end_date"], float(record["value"])
    )  # fmt: skip
