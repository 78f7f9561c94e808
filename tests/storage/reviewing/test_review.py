"""Review of accepted files: what waits, what a word changes, and that no figure ever moves."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import Actor
from program.conflicts.desk import Sort
from program.filters import Filters, RowState
from program.measures import analysis as program_analysis
from program.measures.figure_list import figures
from program.measures.provisional import sums as provisional_sums
from program.measures.provisional import unsettled
from program.measures.sizes import SizeDecision
from program.measures.sums import sums
from program.periods import parse_period
from program.reviewing.review import QuotedCell, State, Verdict
from storage import demo
from storage.conflicts import decisions
from storage.conflicts.subjects import about_entry
from storage.intake.submissions import Refused, accept, drop_rest, withdraw
from storage.journal import log
from storage.reading.activities import page, stream
from storage.reading.analysis import data_version, load
from storage.reviewing import review
from storage.reviewing.reading import said_of
from storage.schema import activity, event
from storage.schema import review as review_table
from tests.storage.build import active, bytes_of, error, record, report
from tests.storage.full import TARGET
from tests.waiting import waiting

ALL = Filters()


def warning(code: str = "implausible_size", cell: str | None = "H6") -> dict[str, Any]:
    return error() | {"severity": "warning", "code": code, "cell": cell, "found": "500"}


def line(row: int, **said: Any) -> dict[str, Any]:
    return record(title=f"Lớp {row}", source={"sheet": "Tháng 5", "row": row}, **said)


def take(engine: Engine, actor: Actor, *records: dict[str, Any], found: Any = (), **options: Any) -> int:
    status = "needs_fixes" if any(one["severity"] == "error" for one in found) else "ready"
    made = report(*records, issues=list(found), status=status)
    given = {"sound_rows": True} | options
    return accept(engine, actor, "tep.xlsx", bytes_of(made), made, **given).submission.id


def states(engine: Engine) -> dict[int, str]:
    return {one.submission.id: one.state.value for one in review.queue(engine)}


def test_only_what_the_checks_flagged_waits_and_why_is_counted(engine: Engine, actor: Actor) -> None:
    take(engine, actor, line(6))
    take(engine, actor, line(7), found=[warning("unused_column", None)])
    flagged = take(engine, actor, line(8), line(9), found=[warning(), warning(), warning("duplicate_row")])
    left_out = take(engine, actor, line(10, unit="493"), found=[error()])
    # A list of targets is no report of activities: whoever may hand it in decides about it.
    targets = report(TARGET, kind="targets", issues=[error()], status="needs_fixes")
    accept(engine, actor, "muc-tieu.xlsx", bytes_of(targets), targets, sound_rows=True)
    first, second = review.queue(engine)
    assert (first.submission.id, first.units, first.state) == (flagged, ("492",), State.IN_REVIEW)
    assert dict(first.reasons) == {"implausible_size": 2, "duplicate_row": 1}
    assert (first.activities, first.attendances) == ({"training_class": 2}, {"training_class": 60})
    assert (second.submission.id, dict(second.reasons)) == (left_out, {"rows_left_out": 1})
    # Said by the unit to come no more: a person should still know.
    drop_rest(engine, actor, left_out)
    assert set(states(engine)) == {flagged, left_out}


def test_a_word_moves_no_figure_only_whether_it_is_provisional(engine: Engine, actor: Actor) -> None:
    take(engine, actor, line(6))
    number = take(engine, actor, line(8), line(9), found=[warning()])
    rows, version = active(engine), data_version(engine)

    def provisional() -> tuple[int, int, int]:
        found = unsettled(program_analysis.build(**vars(load(engine))), ALL)
        return sum(found.activities.values()), sum(found.attendances.values()), found.files

    assert provisional() == (2, 60, 1)
    said = review.say(engine, actor, number, Verdict.ACCEPTED, "đã hỏi đơn vị", (), None)
    assert (provisional(), states(engine), data_version(engine)) == ((0, 0, 0), {}, version + 1)
    back = review.say(
        engine, actor, number, Verdict.RETURNED, "Sửa ô H6", [QuotedCell("Tháng 5", "H6", "500", "lớn")], said
    )
    assert (provisional(), states(engine)) == ((2, 60, 1), {number: "returned"})
    review.undo(engine, actor, [back])
    assert states(engine) == {}
    review.undo(engine, actor, [said])
    assert states(engine) == {number: "in_review"}
    assert active(engine) == rows
    with engine.connect() as connection:
        told = connection.execute(
            select(event.c.action, event.c.before, event.c.after).order_by(event.c.id)
        ).all()
    assert [one.action for one in told[-4:]] == [
        log.REVIEW_ACCEPTED, log.REVIEW_RETURNED, log.REVIEW_UNDONE, log.REVIEW_UNDONE,
    ]  # fmt: skip
    assert told[-3].before == {"review": "accepted", "reason": "đã hỏi đơn vị"}
    assert told[-1].after is None
    # The words of a cell, which a message to the unit quotes, stand in no entry.
    assert told[-3].after == {"review": "returned"}


def test_the_provisional_part_is_that_of_the_rows_of_waiting_files(engine: Engine, actor: Actor) -> None:
    """All of it, in every measure, where every file waits; the other part where one was accepted."""
    ward = {"unit": "20227", "start_date": "2025-08-01", "end_date": "2025-08-01"}
    first = take(
        engine,
        actor,
        line(6, female=4),
        line(7, kind="contest", attendances={}, attendances_total=90),
        found=[warning()],
    )
    second = take(
        engine,
        actor,
        line(8, **ward),
        line(9, start_date="2024-01-01", end_date="2024-01-01", count=None, basis="summary"),
        found=[warning()],
    )
    found = program_analysis.build(**vars(load(engine)))
    views = [
        replace(ALL, period=parse_period(p), unit=u)
        for p in ("all", "2023", "2023-05", "2025-H2")
        for u in ("city", "492", "20227")
    ]
    for view in views:
        assert (sums(found, view) == provisional_sums(found, view)).all(), view
    review.say(engine, actor, first, Verdict.ACCEPTED, "", (), None)
    found = program_analysis.build(**vars(load(engine)))
    for view in views:
        left = (sums(found, view) - provisional_sums(found, view))[..., :1].sum()
        assert left == (2 if view.period.code != "2025-H2" and view.unit != "20227" else 0), view
    one = unsettled(found, replace(ALL, unit="492"))
    assert (one.files, one.activities) == (1, {})
    assert unsettled(found, replace(ALL, unit="493")).files == 0
    # The same in the rows, their CSV and the figures of the command.
    marked = sorted((row["submission_id"], row["review"]) for row in page(engine, ALL).rows)
    for state in RowState:
        shown = page(engine, Filters(state=state))
        wanted = [number for number, told in marked if told == state.value]
        assert wanted
        assert sorted(row["submission_id"] for row in shown.rows) == wanted
        assert sum(total["rows"] for total in shown.totals.values()) == shown.total_rows == len(wanted)
        assert sum(map(len, stream(engine, Filters(state=state)))) == len(wanted)
    assert set(marked) == {(first, "official"), (second, "provisional")}
    told = {
        (f["measure"], f["unit"]): f["provisional"]
        for f in figures(found, ALL)
        if not f["audience"] and f["kind"] == "training_class"
    }
    assert (told["attendances", "492"], told["attendances", "20227"], told["activities", "20227"]) == (
        30,
        30,
        1,
    )


def test_a_corrected_file_ends_what_it_says_anew(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, line(8), line(9), found=[warning(cell="H8"), warning(cell="H9")])
    review.send_back(
        engine,
        actor,
        number,
        "Sửa hai ô",
        [QuotedCell("Tháng 5", "H8", "500", ""), QuotedCell("Tháng 5", "H9", "500", "")],
    )
    first = take(engine, actor, line(8, female=1))
    assert states(engine) == {number: "returned"}
    assert dict(review.queue(engine)[0].reasons) == {"implausible_size": 1}
    take(engine, actor, line(9, female=1))
    assert states(engine) == {}
    withdraw(engine, actor, first)
    assert states(engine) == {number: "returned"}
    # In the place of the whole file: nothing of it counts.
    take(engine, actor, line(20), replaces=[number])
    assert states(engine) == {}


def test_a_size_that_was_decided_to_be_right_waits_no_more(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, line(8, attendances={}, attendances_total=900), found=[warning(cell="H8")])
    other = take(engine, actor, line(9, attendances={}, attendances_total=800), found=[warning(cell="H9")])
    with engine.connect() as connection:
        (key,) = connection.scalars(select(activity.c.natural_key).where(activity.c.submission_id == number))
    (decided,) = decisions.decide(engine, actor, [SizeDecision(key, 1, 900, "plausible", "cả trường dự")])
    assert states(engine) == {other: "in_review"}
    decisions.undo(engine, actor, "size", decided)
    assert set(states(engine)) == {number, other}


def test_accepting_confirms_the_sizes_that_were_shown_and_undo_takes_both_back(
    engine: Engine, actor: Actor
) -> None:
    """Not those that the check had not found, nor those of another file; what was confirmed before stays so."""

    def large(row: int) -> dict[str, Any]:
        return line(row, attendances={}, attendances_total=100 * row)

    number = take(
        engine, actor, large(8), large(9), large(10), found=[warning(cell="H8"), warning(cell="H10")]
    )
    other = take(engine, actor, large(11), found=[warning(cell="H11"), warning("hidden_rows", None)])

    def waits() -> set[int]:
        return {one.seats // 100 for one in waiting(engine, Sort.SIZE)}

    (ten,) = (one for one in waiting(engine, Sort.SIZE) if one.seats == 1000)
    decisions.decide(engine, actor, [about_entry(ten, "plausible", "cả trường")], [ten])
    said = review.say(engine, actor, number, Verdict.ACCEPTED, "", (), None)
    assert (waits(), states(engine)) == ({9, 11}, {other: "in_review"})
    reasons = {one.decision.reason for one in decisions.decided(engine)}
    assert reasons == {"cả trường", f"Chấp nhận khi duyệt lần nộp số {number}"}
    review.undo(engine, actor, [said])
    assert (waits(), set(states(engine))) == ({8, 9, 11}, {number, other})
    both = review.accept_all(engine, actor, {number: None, other: None}, "đã đối chiếu")
    assert (waits(), states(engine)) == ({9}, {})
    (desk,) = (one for one in decisions.decided(engine) if one.rows[0] and one.rows[0]["row"] == 11)
    decisions.undo(engine, actor, "size", desk.id)
    assert (waits(), states(engine)) == ({9, 11}, {})
    review.undo(engine, actor, both)
    assert (waits(), set(states(engine))) == ({8, 9, 11}, {number, other})
    review.say(engine, actor, number, Verdict.RETURNED, "Xem lại", (), None)
    assert waits() == {8, 9, 11}
    with engine.connect() as connection:
        told = connection.execute(
            select(event.c.action).where(event.c.action.in_([log.DECIDED, log.DECISION_UNDONE]))
        )
        actions = [row.action for row in told]
    assert (actions.count(log.DECIDED), actions.count(log.DECISION_UNDONE)) == (4, 3)


def test_what_nobody_saw_or_may_not_be_said_is_refused(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, line(8), found=[warning()])
    other = take(engine, actor, line(9), found=[warning()])
    said = review.say(engine, actor, number, Verdict.ACCEPTED, "", (), None)
    refused = [
        (lambda: review.say(engine, actor, number, Verdict.RETURNED, "x", (), None), "vừa được người khác"),
        (lambda: review.accept_all(engine, actor, {other: None, number: None}, "đã xem"), "vừa được người khác"),
        (lambda: review.accept_all(engine, actor, {other: None}, "  "), "lý do"),
        (lambda: review.send_back(engine, actor, other, "  "), "điều đơn vị cần sửa"),
        (lambda: review.send_back(engine, actor, 99, "x"), "không được tính"),
        (lambda: review.undo(engine, actor, [said, 99]), "vừa được người khác"),
    ]  # fmt: skip
    for act, words in refused:
        with pytest.raises(Refused, match=words):
            act()
    assert states(engine) == {other: "in_review"}
    assert len(review.accept_all(engine, actor, {other: None}, "đã xem cả tệp")) == 1
    assert states(engine) == {}


def test_what_counted_before_there_was_a_review_is_official_until_somebody_says_so(
    engine: Engine, actor: Actor
) -> None:
    number = take(engine, actor, line(8), found=[warning()])
    earlier = {
        "submission_id": number,
        "verdict": "earlier",
        "message": "",
        "cells": [],
        "actor_id": "server",
        "said_by": "",
    }
    with engine.begin() as connection:
        submitted = review.find(connection, number)
        assert submitted is not None
        connection.execute(review_table.insert().values(**earlier, said_at=submitted.uploaded_at))
    assert states(engine) == {}
    assert said_of(engine, actor, number) == (State.OFFICIAL, ())
    with pytest.raises(Refused):
        review.undo(engine, actor, [1])
    review.say(engine, actor, number, Verdict.RETURNED, "Sửa", (), 1)
    assert states(engine) == {number: "returned"}


def test_demo_files_go_with_what_was_said_of_them(engine: Engine, actor: Actor) -> None:
    number = take(engine, actor, line(8), found=[warning()], demo=True)
    review.send_back(engine, actor, number, "Sửa")
    demo.remove(engine, actor)
    assert states(engine) == {}
