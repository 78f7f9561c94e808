"""How a target came to be what it is: every plan that was in force, by which decision, who entered it, when."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from program import clock
from program.targets.in_force import in_force
from program.targets.progress import TargetRow, milestones, planned_within
from program.text import written_day

_DAY = re.compile(
    r"\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})\b|\b(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\b",
    re.IGNORECASE,
)
_Key = tuple[str, str, date, date, str]


@dataclass(frozen=True)
class Statement:
    """What one submission says of one row of a target: that it holds, or (`removes`) that it is gone.

    `record` orders what is said of the same row (a removal carries the number of the record that it
    removes); `at` is when the submission was accepted, `until` when another one took its place as a whole.
    """

    indicator: str
    unit: str
    row: TargetRow
    record: int
    submission: int
    by: str
    at: datetime
    until: datetime | None = None
    removes: bool = False

    @property
    def key(self) -> _Key:
        """What the row is known by, whatever its value."""
        return (self.indicator, self.unit, self.row.start, self.row.end, self.row.authority)


@dataclass(frozen=True)
class TargetVersion:
    """The rows of a target while they held. `document` and `decided_on` (the day written in it) are those
    of the decision that made this version, `by` and `at` who entered it when and `submission` in which
    file; it holds until the next version came. Rows may be none: taken away."""

    rows: tuple[TargetRow, ...]
    decided_on: date | None
    document: str | None
    by: str
    at: datetime
    submission: int

    @property
    def day(self) -> date:
        """The day of the decision; where no document tells it, the day of entry in Việt Nam."""
        return self.decided_on or clock.day_of(self.at)


@dataclass(frozen=True)
class FormerPlan:
    """The plan that was last replaced by another: the rows that counted, and the day they stopped."""

    rows: tuple[TargetRow, ...]
    until: date


def history(statements: Iterable[Statement]) -> dict[tuple[str, str], tuple[TargetVersion, ...]]:
    """The versions of every (indicator, unit), the oldest first, the last one in force.

    Rows that are only added (the next year's) extend a version; a row that changes or goes makes a new one, and so
    does one that is added over days already planned and changes their path (a whole set over its years).
    """
    given: dict[tuple[str, str], list[Statement]] = {}
    for one in statements:
        given.setdefault((one.indicator, one.unit), []).append(one)
    return {target: found for target, said in given.items() if (found := _versions(said))}


def setters(statements: Iterable[Statement]) -> dict[_Key, Statement]:
    """Of every row that holds now, the statement that gave it its value and document; files that only say
    the same again do not count."""
    said: dict[_Key, list[Statement]] = {}
    for one in statements:
        said.setdefault(one.key, []).append(one)
    found = {}
    for key, lines in said.items():
        rows = [s for s in sorted(lines, key=lambda s: s.record) if s.until is None]
        gone = max((s.record for s in rows if s.removes), default=-1)
        held = [s for s in rows if not s.removes and s.record > gone]
        if held:
            first = held[-1]
            for earlier in reversed(held):
                if earlier.row != first.row:
                    break
                first = earlier
            found[key] = first
    return found


def former_plans(
    versions: Mapping[tuple[str, str], Sequence[TargetVersion]],
) -> dict[tuple[str, str], FormerPlan]:
    """Of every target whose path was changed, the plan before the last change."""
    found = {}
    for target, own in versions.items():
        now = in_force(own[-1].rows)
        for earlier, later in zip(reversed(own[:-1]), reversed(own[1:]), strict=False):
            plan = in_force(earlier.rows)
            if plan and now and not _same_path(plan, now):
                found[target] = FormerPlan(plan, later.day)
                break
    return found


def document_day(document: str | None) -> date | None:
    """The last day that is written in the words of a document ("Kế hoạch 12/KH-UBND ngày 5-3-2023")."""
    found = None
    for groups in _DAY.findall(document or ""):
        day, month, year = (int(part) for part in groups if part)
        try:
            found = date(year, month, day)
        except ValueError:
            continue
    return found


def document_words(paper: str, dated: date | None) -> str | None:
    """A document as its number and its day: "Kế hoạch 12/KH-UBND ngày 5-3-2023"; None without either."""
    words = " ".join(paper.split())
    if dated is None:
        return words or None
    return f"{words or 'Văn bản'} ngày {written_day(dated)}"


def _versions(said: list[Statement]) -> tuple[TargetVersion, ...]:
    moments = sorted({s.at for s in said} | {s.until for s in said if s.until is not None})
    found: list[TargetVersion] = []
    for moment in moments:
        held = _held(said, moment)
        rows = tuple(sorted((s.row for s in held), key=_order))
        before = found[-1] if found else None
        if before and before.rows and set(before.rows) <= set(rows) and _goes_on(before.rows, rows):
            found[-1] = TargetVersion(**vars(before) | {"rows": rows})
            continue
        if not before and not rows:
            continue
        new = [s for s in held if not before or s.row not in before.rows]
        here = [s for s in said if s.at == moment]
        maker = (new or here or held or said)[-1]
        documents = list(dict.fromkeys(s.row.document for s in new if s.row.document))
        days = [day for words in documents if (day := document_day(words))]
        found.append(
            TargetVersion(
                rows,
                max(days, default=None),
                "; ".join(documents) or None,
                maker.by,
                moment,
                maker.submission,
            )
        )
    return tuple(found)


def _held(said: Sequence[Statement], moment: datetime) -> list[Statement]:
    """The statements that hold at a moment: of every row the last one, unless it was removed."""
    counting = [s for s in said if s.at <= moment and (s.until is None or s.until > moment)]
    last: dict[_Key, Statement] = {}
    gone: dict[_Key, int] = {}
    for s in sorted(counting, key=lambda s: s.record):
        if s.removes:
            gone[s.key] = s.record
        else:
            last[s.key] = s
    return [s for key, s in last.items() if s.record > gone.get(key, -1)]


def _order(row: TargetRow) -> tuple[date, date, str, float, str]:
    return (row.start, row.end, row.authority, row.value, row.document or "")


def _goes_on(before: tuple[TargetRow, ...], rows: tuple[TargetRow, ...]) -> bool:
    return _same_path(in_force(before), in_force(rows))


def _same_path(former: tuple[TargetRow, ...], now: tuple[TargetRow, ...]) -> bool:
    """Whether a plan goes on unchanged over its own days, whatever was added before and after them."""
    start, end = min(r.start for r in former), max(r.end for r in former)
    corners = {day for rows in (former, now) for day, _ in milestones(rows, start, end)}
    gaps = (planned_within(former, start, day) - planned_within(now, start, day) for day in corners)
    return all(abs(gap) < 1e-6 for gap in gaps)
