"""Tasks passed on (nhiệm vụ đã giao): what was said of each, and where it stands on a day.

Công văn 2523/UBND-KGVX asks every unit to pass tasks on to its subordinate units and to follow the guidance of
its line ministry. Whether a task is overdue is asked of a day, never stored. A task that is done counts as done
from the day that its row gives; where the row gives none, on every day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from program.work import history as work_history

# Days that "due soon" looks ahead.
SOON = 30


class State(StrEnum):
    """How far a task is, as its unit says; a row may say nothing of it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


STATE_LABELS = {
    State.NOT_STARTED: "Chưa thực hiện",
    State.IN_PROGRESS: "Đang thực hiện",
    State.DONE: "Hoàn thành",
}


class Standing(StrEnum):
    """Where a task stands on a day: what its state, its due day and that day make together."""

    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True)
class Details:
    """What is said of one task: to whom it was passed on, what is to be done, the document it rests on, …"""

    assignee: str
    duty: str
    document: str | None = None
    assigned_on: date | None = None
    due_date: date | None = None
    state: State | None = None
    done_on: date | None = None
    result: str | None = None
    proof: str | None = None


Statement = work_history.Statement[Details]


@dataclass(frozen=True)
class Task:
    """One task of a unit that counts, with all that was ever said of it in order; the held word is the last
    that counts."""

    said: Statement
    statements: tuple[Statement, ...]

    @property
    def unit(self) -> str:
        """Who passed it on."""
        return self.said.unit

    @property
    def details(self) -> Details:
        """What counts of it now."""
        return self.said.details

    @property
    def id(self) -> int:
        """What an address names it by, as long as it counts: the number of its first record."""
        return self.statements[0].record

    def begun_by(self, day: date) -> bool:
        """Whether it had been passed on by then; one whose row gives no day always had."""
        return self.details.assigned_on is None or self.details.assigned_on <= day

    def done_by(self, day: date) -> bool:
        """Whether it was done by then."""
        said = self.details
        return said.state == State.DONE and (said.done_on is None or said.done_on <= day)

    def standing(self, day: date) -> Standing:
        """Where it stands on a day. The due day itself is still in time."""
        if self.done_by(day):
            return Standing.DONE
        due = self.details.due_date
        if due is None:
            return Standing.OPEN
        if due < day:
            return Standing.OVERDUE
        return Standing.SOON if due <= day + timedelta(days=SOON) else Standing.OPEN

    def days_over(self, day: date) -> int:
        """By how many days it is overdue; 0 where it is not."""
        due = self.details.due_date
        return (day - due).days if due is not None and self.standing(day) == Standing.OVERDUE else 0

    @property
    def late(self) -> bool | None:
        """Whether it was done after its due day; None where it is not done or a day is not given."""
        said = self.details
        if said.state != State.DONE or said.done_on is None or said.due_date is None:
            return None
        return said.done_on > said.due_date

    @property
    def day(self) -> date | None:
        """The day that decides of which period it is: when it was passed on, else when it is due."""
        return self.details.assigned_on or self.details.due_date


def tasks(statements: Iterable[Statement]) -> tuple[Task, ...]:
    """The tasks that count, in the order in which they were first handed in."""
    return tuple(Task(held, said) for held, said in work_history.histories(statements))
