"""Before a file is accepted: what the desk would list through it, both sources, and the decision that goes along."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from access import Actor, Denied, Right
from program.conflicts.crossings import CrossingDecision
from program.conflicts.desk import Conflict, Sort
from program.conflicts.repeats import RepeatDecision
from storage.conflicts import decisions
from storage.conflicts import desk as conflicts
from storage.conflicts.desk import Source
from storage.conflicts.near import NEW_FILE
from storage.conflicts.subjects import about_entry
from storage.intake.account import decided_with
from storage.intake.submissions import Foreseen, accept, preview, rehearse, withdraw
from tests.storage.build import bytes_of, record, report
from tests.storage.conflicts.test_conflicts import HALVES, seats, summaries, year


def files(sort: Sort) -> tuple[Any, Any]:
    """A file that is stored, and one that comes; what else both say about the unit is nobody's question."""
    if sort == Sort.CROSSING:
        other = record(unit="490", start_date="2021-09-01", end_date="2021-09-01")
        return report(HALVES[0], other, file="a.xlsx"), report(other, HALVES[1], file="b.xlsx")
    own = record(unit="494", title="Hội thảo", start_date="2024-09-01", end_date="2024-09-01")
    before = report(*year(2023), *summaries(2023), file="a.xlsx")
    return before, report(own, *year(2024), *summaries(2024), file="b.xlsx")


def take(engine: Engine, actor: Actor, made: Any, **options: Any) -> int:
    return accept(engine, actor, made["file"], bytes_of(made), made, **options).submission.id


def foreseen(engine: Engine, actor: Actor, made: Any) -> Foreseen:
    (found,) = preview(engine, actor, made, "x").foreseen
    return found


def told(entry: Conflict, own: int) -> tuple[Any, ...]:
    """What an entry says, the file in hand by the number that it got; `first` and `second` as they stand."""
    about = tuple(own if value == NEW_FILE and type(value) is int else value for value in entry.about)
    sides = [[own if n == NEW_FILE else n for n in side.files] for side in (entry.first, entry.second)]
    return (entry.sort, about, entry.units, entry.start, entry.end, entry.seats, entry.told, sides)


@pytest.mark.parametrize("sort", [Sort.CROSSING, Sort.REPEAT])
def test_it_is_what_the_desk_lists_afterwards(engine: Engine, actor: Actor, sort: Sort) -> None:
    stored, made = files(sort)
    first = take(engine, actor, stored)
    found = foreseen(engine, actor, made)
    number = take(engine, actor, made)
    (entry,) = conflicts.waiting(engine).waiting
    assert told(found.entry, number) == told(entry, number)
    (sides,) = conflicts.sources(engine, [entry]).values()
    for mine, theirs in zip(found.sides, sides, strict=True):
        assert shown(mine) == shown(theirs)
    again = foreseen(engine, actor, made | {"file": "c.xlsx"})
    assert NEW_FILE in again.entry.files
    assert first in again.entry.files


def shown(side: Source) -> tuple[Any, ...]:
    rows = [(row["title"], row["attendances_total"], row["sheet"], row["row"]) for row in side.rows]
    return rows, side.total, [file["file_name"] for file in side.files]


@pytest.mark.parametrize("sort", [Sort.CROSSING, Sort.REPEAT])
def test_the_decision_goes_along_and_is_taken_back_on_the_desk(
    engine: Engine, actor: Actor, sort: Sort
) -> None:
    stored, made = files(sort)
    take(engine, actor, stored)
    reporter = Actor("an", "An", frozenset({Right.SUBMIT}), frozenset({"490", "494"}))
    found = foreseen(engine, reporter, made)
    verdict = "second" if sort == Sort.CROSSING else "plausible"
    decision = about_entry(found.entry, verdict, "đã hỏi đơn vị")
    given: Any = {"crossings" if sort == Sort.CROSSING else "repeats": [decision]}
    before = seats(engine)
    rehearse(engine, reporter, "b.xlsx", bytes_of(made), made, **given)
    assert decisions.count(engine) == 0
    number = take(engine, reporter, made, **given)
    assert conflicts.waiting(engine).waiting == ()
    (kept,) = decided_with(engine, number)
    assert kept.decided_by == "An"
    if sort == Sort.CROSSING:
        assert seats(engine) == before
    else:
        assert kept.files == ("a.xlsx", "b.xlsx")
    decisions.undo(engine, actor, kept.subject, kept.id)
    assert [c.sort for c in conflicts.waiting(engine).waiting] == [sort]


@pytest.mark.parametrize("sort", [Sort.CROSSING, Sort.REPEAT])
def test_about_others_units_files_and_against_others_words_only_who_decides(
    engine: Engine, actor: Actor, sort: Sort
) -> None:
    stored, made = files(sort)
    take(engine, actor, stored)
    reporter = Actor("an", "An", frozenset({Right.SUBMIT}), frozenset({"490", "494"}))
    entry = foreseen(engine, reporter, made).entry
    decision = about_entry(entry, "both" if sort == Sort.CROSSING else "plausible", "đã hỏi")
    wrong: list[Any] = [replace(decision, unit="493")]
    if isinstance(decision, RepeatDecision):
        wrong.append(replace(decision, second_submission=decision.first_submission))
    for one in wrong:
        with pytest.raises(Denied, match="quyết định về số liệu"):
            _with(engine, reporter, made, one)
    assert decisions.count(engine) == 0
    number = _with(engine, reporter, made, decision)
    withdraw(engine, actor, number)
    if isinstance(decision, CrossingDecision):
        take(engine, actor, made | {"file": "c.xlsx"}, crossings=[replace(decision, verdict="first")])
        with pytest.raises(Denied, match="quyết định về số liệu"):
            _with(engine, reporter, made | {"file": "d.xlsx"}, decision)


def _with(engine: Engine, actor: Actor, made: Any, decision: Any) -> int:
    given: Any = {"crossings" if isinstance(decision, CrossingDecision) else "repeats": [decision]}
    return take(engine, actor, made, **given)


def test_what_is_no_question_is_not_foreseen(engine: Engine, actor: Actor) -> None:
    """The years the other way round, another unit, what crosses without the file, what was said to be right."""
    take(engine, actor, report(*year(2024), *HALVES, file="a.xlsx"))
    assert (
        preview(engine, actor, report(*year(2023), record(unit="490", title="Một lớp")), "x").foreseen == ()
    )
    other = [row | {"unit": "493"} for row in year(2025)]
    assert preview(engine, actor, report(*other), "x").foreseen == ()
    again = report(*HALVES, file="b.xlsx")
    entry = foreseen(engine, actor, again).entry
    _with(engine, actor, again, about_entry(entry, "both", "hai cách chia kỳ"))
    assert preview(engine, actor, report(*HALVES, record(unit="490")), "x").foreseen == ()
