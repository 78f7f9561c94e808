"""The figures of one record: parts by audience, total, women, and whether they agree."""

from dataclasses import dataclass, field
from typing import Any

from data_loaders.reading.grid import Cell
from data_loaders.tables.findings import Findings
from data_loaders.tables.two_audiences import people_of_two
from data_loaders.values.amounts.two_numbers import read_activities_and_people, read_two, read_with_women
from program.contract import IssueCode
from program.measures.sizes import PLAUSIBLE
from program.text import grouped, key
from program.vocabulary import Kind

_WORDS = frozenset(("title", "organiser", "ward", "school"))
_COUNTERS = {Kind.TRAINING_CLASS: "lớp", Kind.COMMUNICATION_SESSION: "buổi"}

_OF_SEXES = {"of": "nam và nữ", "rest": "hệ thống dùng tổng số", "lacking": "xem lại số nam, số nữ"}


@dataclass
class Figures:
    """Figures as read; `columns` remembers where each stands: total, female, and the first part."""

    attendances: dict[str, int] = field(default_factory=dict)
    activities: int | None = None
    total: int | None = None
    female: int | None = None
    male: int | None = None
    # The men are those of one audience, maybe not of all.
    men_of_one: bool = False
    columns: dict[str, int] = field(default_factory=dict)
    # Whether the number of an audience is said to be unknown, or the audience of a number is: the others are not all.
    partial: bool = False

    @property
    def empty(self) -> bool:
        """Whether no figure of people was read."""
        return not self.attendances and self.total is None and self.female is None

    @property
    def nothing(self) -> bool:
        """Whether no figure of people is more than 0."""
        return not (any(self.attendances.values()) or self.total or self.female)

    def people_with_more(
        self, cell: Cell, women: bool, activities: bool, told: bool = False, counted: bool = False
    ) -> int | None:
        """The people of a cell that tells how many of them are women, or the activities too, where no column does
        ("45 (nữ 20)", "02 lớp/90 lượt người"); what else it tells is kept. `told`: the heading says women too;
        `counted`: activities, before the people."""
        if women and (both := read_with_women(cell, told)):
            self.female = (self.female or 0) + both[1]
            return both[0]
        if activities and (both := (counted and read_two(cell)) or read_activities_and_people(cell)):
            self.activities = (self.activities or 0) + both[0]
            return both[1]
        return None

    def people_of_two(self, cell: Cell, audiences: tuple[str, str] | None) -> int | None:
        """All people of a cell that tells those of two audiences in the order of its heading, which are kept."""
        told = people_of_two(cell, audiences)
        for audience, people in told.items():
            self.attendances[audience] = self.attendances.get(audience, 0) + people
        return sum(told.values()) if told else None

    def all_of(self, audiences: list[str]) -> None:
        """The people of a row are all of the one audience that it marks; of several it tells no numbers."""
        self._sum_of_sexes()
        if len(audiences) == 1 and self.total is not None:
            self.attendances[audiences[0]] = self.total

    def settle(self, row: int, findings: Findings) -> bool:
        """Fill in the total from the parts and compare; False where the figures contradict each other."""
        self._sum_of_sexes()
        parts = sum(self.attendances.values())
        first = self.columns.get("parts", self.columns.get("total", 1))
        at = self.columns.get("total", first)
        if self.total is None:
            self.total = parts if self.attendances and not self.partial else None
        elif self.attendances and parts > self.total:
            findings.add(
                IssueCode.PARTS_EXCEED_TOTAL,
                row,
                at,
                self.total,
                parts=f"Cộng các đối tượng được {parts}",
                total=self.total,
            )
            return False
        elif self.attendances and parts < self.total and not self.partial:
            findings.add(IssueCode.TOTAL_MISMATCH, row, at, self.total, total=parts)
        if self.female is not None and self.total is not None and self.female > self.total:
            findings.add(
                IssueCode.PARTS_EXCEED_TOTAL,
                row,
                self.columns.get("female", at),
                self.female,
                parts=f"Số nữ là {self.female}",
                total=self.total,
                wrong="số nữ hoặc tổng số",
            )
            return False
        if self.men_of_one and len(self.attendances) > 1:
            return True
        both = (self.male or 0) + (self.female or 0)
        if self.male is not None and self.total is not None and both > self.total:
            told = f"Cộng nam và nữ được {both}"
            findings.add(IssueCode.PARTS_EXCEED_TOTAL, row, at, self.total, parts=told, total=self.total)
            return False
        if self.male is not None and self.female is not None and self.total is not None and both < self.total:
            findings.add(IssueCode.TOTAL_MISMATCH, row, at, self.total, total=both, **_OF_SEXES)
        return True

    def _sum_of_sexes(self) -> None:
        if self.total is None and not self.attendances and self.male is not None:
            self.total = self.male + (self.female or 0)

    def size(self, kind: str | None, count: int | None, row: int, findings: Findings) -> None:
        """Ask about a size that is unusual for one class or session."""
        if self.total is None or not count or kind not in PLAUSIBLE:
            return
        low, high = PLAUSIBLE[Kind(kind)]
        each = self.total / count
        if not low <= each <= high:
            at = self.columns.get("total", self.columns.get("parts", 1))
            findings.add(
                IssueCode.IMPLAUSIBLE_SIZE,
                row,
                at,
                self.total,
                each=grouped(round(each)),
                counter=_COUNTERS[Kind(kind)],
                low=grouped(low),
                high=grouped(high),
            )


def rough_key(record: dict[str, Any]) -> tuple[Any, ...]:
    """What rows of one `duplicate_key` share, and few others: quicker to compare."""
    return record["unit"], len(record["title"] or ""), record["start_date"], record["attendances_total"]


def duplicate_key(record: dict[str, Any]) -> tuple[Any, ...]:
    """What two rows of a table must share to be equal: everything but their place, words without regard to case
    and tone placement, a school with or without the word before its name."""
    return tuple(
        [
            tuple(v.items()) if v.__class__ is dict else likeness(name, v) if name in _WORDS and v else v
            for name, v in record.items()
            if name != "source"
        ]
    )


def likeness(name: str, words: str) -> str:
    """What the words of a field have in common with those that say the same."""
    return key(words).removeprefix("trường ") if name == "school" else key(words)
