"""What may have changed a figure between two moments of the store: which words were said, of what they speak."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

# What a figure is of: measure, kind, audience, unit.
Key = tuple[str, str | None, str | None, str]


class Why(StrEnum):
    """The kind of a cause."""

    LATE = "late"
    ADDED = "added"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    TARGET = "target"
    DECISION = "decision"
    SCHOOLS = "schools"
    TASKS = "tasks"
    SUPPLIED = "supplied"
    DEMO = "demo"
    DECREE = "decree"
    DAY = "day"


# How a sentence calls them.
WHY_LABELS = {
    Why.LATE: "nộp muộn",
    Why.ADDED: "nộp bổ sung",
    Why.CORRECTED: "sửa báo cáo đã nộp",
    Why.WITHDRAWN: "rút báo cáo",
    Why.TARGET: "sửa mục tiêu",
    Why.DECISION: "quyết định về số liệu trùng",
    Why.SCHOOLS: "danh sách trường thay đổi",
    Why.TASKS: "danh sách nhiệm vụ thay đổi",
    Why.SUPPLIED: "số liệu được cung cấp thay đổi",
    Why.DEMO: "gỡ dữ liệu minh họa",
    Why.DECREE: "mục tiêu của Quyết định 830 được tính sẵn",
    Why.DAY: "khác ngày chốt số liệu",
}


@dataclass(frozen=True)
class Touch:
    """What rows of a unit changed: their kind (None: rows of no kind) and days, and in which `measures`:
    "activities", "attendances", "female", "schools", "tasks", "reported", the first two also by audience
    ("attendances:parents"); empty: it may be any."""

    unit: str
    kind: str | None
    first: date
    last: date
    measures: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Cause:
    """One thing that happened: the entry of the log that tells of it (0: no entry: another day, or a target that the decision sets), when, and what it is
    known by.

    Of a submission its number, file, units and report quarters; of a target or a supplied figure its `indicator`
    and unit with the value `before` and `after`, of a target also its `days`; of a register of schools the names that
    `entered` it, `left` it, or stand there with other words (`reworded`); `document` or `reason` in the words of who
    did it. `touches` is what it changed in rows, `moved` by how much the counts of units (no city) are higher for
    it."""

    why: Why
    entry: int
    at: datetime | None
    submission: int | None = None
    file_name: str | None = None
    units: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    indicator: str | None = None
    before: float | None = None
    after: float | None = None
    document: str | None = None
    reason: str | None = None
    days: tuple[date, date] | None = None
    entered: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    touches: frozenset[Touch] = frozenset()
    moved: Mapping[Key, int] = field(default_factory=dict, compare=False)
