"""A task or a document that is written on the screen as the workbook it is kept as: made from the template, checked,
saved like any file."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from data_loaders.check import check
from data_loaders.templates import TemplateError, setting, template
from locales.messages import t
from pages.parts.figures import results
from program import units
from program.contract import IssueCode, Report, TableKind
from program.periods import programme
from program.text import fold
from program.work import directives, tasks
from program.work.tasks import STATE_LABELS, State
from storage.intake.submissions import Receipt, Refused
from storage.work.tasks import save

Said = tasks.Details | directives.Details
Row = tuple[str, Said]  # unit
_NAMES = {TableKind.TASKS: "nhiem-vu", TableKind.DIRECTIVES: "van-ban"}
_MADE: dict[TableKind, Callable[..., Said]] = {
    TableKind.TASKS: tasks.Details, TableKind.DIRECTIVES: directives.Details,
}  # fmt: skip
_DAYS = ("assigned_on", "due_date", "done_on", "issued_on")


def kind_of(said: Said) -> TableKind:
    """The kind of table that keeps it."""
    return TableKind.TASKS if isinstance(said, tasks.Details) else TableKind.DIRECTIVES


def file_name(kind: TableKind, holder: str) -> str:
    """nhiem-vu-quan-hai-chau.xlsx."""
    return f"{_NAMES[kind]}-{fold(units.label(holder, with_type=True)).replace(' ', '-')}.xlsx"


def workbook(kind: TableKind, holder: str, rows: Iterable[Row] = (), stamp: str = "") -> bytes:
    """The template of a unit (of all units: the city's) with these rows. Raises Refused for a unit that has none."""
    try:
        at = setting(kind, holder, programme())
    except TemplateError as refusal:
        raise Refused(str(refusal)) from None
    return template(at, [_cells(unit, said) for unit, said in rows], stamp)


def _cells(unit: str, said: Said) -> Mapping[str, Any]:
    name = "Thành phố Đà Nẵng" if unit == units.CITY else units.label(unit, with_type=True)
    cells = asdict(said) | {"unit": name}
    if isinstance(said, tasks.Details) and said.state is not None:
        cells["state"] = STATE_LABELS[said.state]
    return cells


def accept(unit: str, said: Said, seen: Collection[int]) -> Receipt:
    """Save what is said of one task or document of a unit; `seen`: the record that held it before the person's
    eyes, if any. Raises Refused, Denied."""
    kind = kind_of(said)
    raw = workbook(kind, unit, [(unit, said)], stamp=datetime.now(UTC).isoformat())
    name = file_name(kind, unit)
    report = check(name, raw)
    if any(issue["code"] == IssueCode.PERSONAL_DATA for issue in report["issues"]):
        raise Refused(
            t(
                "Chưa ghi được: có vẻ có tên, số điện thoại hoặc giấy tờ của một người. Hãy ghi tên đơn vị hoặc chức "
                "danh, ví dụ UBND phường Hải Châu, Trường THCS Nguyễn Huệ."
            )
        )
    if report["status"] != "ready" or _read(kind, report) != [(unit, said)]:
        raise Refused(
            t(
                "Chưa ghi được: có chỗ không đọc lại được đúng như đã ghi. Hãy viết đơn giản hơn, bỏ ký hiệu lạ."
            )
        )
    return save(results.engine(), results.actor(), name, raw, report, unit=unit, seen=seen)


def _read(kind: TableKind, report: Report) -> list[Row]:
    return [
        (record["unit"], _MADE[kind](**{name: _value(name, record[name]) for name in _MADE[kind].__dataclass_fields__}))  # type: ignore[attr-defined]
        for table in report["tables"]
        for record in table["records"]
    ]  # fmt: skip


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _DAYS:
        return date.fromisoformat(value)
    return State(value) if name == "state" else value
