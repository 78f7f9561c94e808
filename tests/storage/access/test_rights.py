"""Who reaches some units only: what such an account may write, and what it may read of files."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, select

from access import RIGHTS, Actor, Denied, Right, Role, local_person
from program.conflicts.twins import TwinDecision, ordered
from program.submissions import own_rows
from program.submissions.mending import Answer, Mending, Question
from storage import schema
from storage.access import accounts, people
from storage.access.people import Asked
from storage.conflicts import decisions
from storage.intake import account, answers, submissions
from storage.intake.accepting import accept
from storage.intake.submissions import Receipt, drop_rest, fingerprint_of, hold, preview, withdraw
from storage.registers import supplied, targets
from tests.people import COORDINATOR, REPORTER, VIEWER, Person, end, enter
from tests.storage.build import active, bytes_of, error, everything, record, report
from tests.waiting import decide_one, open_twins

OWN, OTHER = record(), record(unit="493", title="Lớp của Sơn Trà", source={"sheet": "Tháng 5", "row": 7})
BOTH = report(OWN, OTHER, file="hai-don-vi.xlsx")
TARGET = {
    "indicator": "L-parents", "unit": "492", "start_date": "2021-06-01", "end_date": "2025-12-31", "value": 20,
    "authority": "local", "document": "Kế hoạch 1", "source": {"sheet": "Mục tiêu", "row": 3},
}  # fmt: skip
CONTACT = {
    "unit": "492", "name": "Nguyễn Thị Minh", "position": "Chuyên viên", "phone": "0236 3822 111",
    "email": "minh@danang.gov.vn", "valid_from": None, "document": None, "source": {"sheet": "Đầu mối", "row": 3},
}  # fmt: skip
SON_TRA = Person("son.tra@danang.gov.vn", "Đỗ Văn Em", (Asked(Role.REPORTER, ("493",)),))


def known(engine: Engine, person: Person) -> Actor:
    """A person with their account, as the page would see them."""
    enter(engine, person)
    found = accounts.actor_of(engine, person.login)
    assert found is not None
    return found


def take(engine: Engine, actor: Actor, made: Any, **options: Any) -> Receipt:
    return accept(engine, actor, made["file"], bytes_of(made), made, **options)


def log(engine: Engine, *names: str) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        columns = [schema.event.c[name] for name in names]
        return [tuple(row) for row in connection.execute(select(*columns).order_by(schema.event.c.id))]


def test_a_file_that_speaks_of_others_is_refused_and_its_own_rows_are_taken(engine: Engine) -> None:
    who = known(engine, REPORTER)
    before = everything(engine)
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        take(engine, who, BOTH)
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        hold(engine, who, "tep.xlsx", b"x", BOTH)
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        preview(engine, who, BOTH, "x")
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        submissions.rehearse(engine, who, "tep.xlsx", b"x", BOTH)
    assert everything(engine) == before
    kept = own_rows.keep(BOTH, who.units)
    receipt = accept(engine, who, "tep.xlsx", bytes_of(BOTH), kept, sound_rows=True)
    assert (receipt.new, receipt.submission.unit, receipt.submission.rest) == (1, "492", "open")
    assert len(active(engine)) == 1


def test_the_rest_of_a_file_is_taken_by_whoever_reaches_it(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    raw, kept = bytes_of(BOTH), own_rows.keep(BOTH, who.units)
    first = accept(engine, who, "tep.xlsx", raw, kept, sound_rows=True)
    whole = accept(engine, actor, "tep.xlsx", raw, BOTH)
    assert (whole.outcome, whole.new, whole.unchanged) == ("accepted", 1, 1)
    assert preview(engine, actor, BOTH, fingerprint_of(raw)).same_file == whole.submission
    # The reporter's word on their part is in it: nothing is left to take.
    again = accept(engine, who, "tep.xlsx", raw, kept, sound_rows=True)
    assert (again.outcome, again.submission.id) == ("unchanged", whole.submission.id)
    # It took the place of the reporter's, which comes back; the reporter cannot take the whole back.
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        withdraw(engine, who, whole.submission.id)
    withdraw(engine, actor, whole.submission.id)
    found = submissions.get(engine, first.submission.id)
    assert found is not None
    assert found.state == "accepted"


def test_the_tables_that_a_reporter_may_not_hand_in_are_taken_later(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    whole = report(OWN)
    whole["tables"] += report(TARGET, kind="targets")["tables"]
    raw = bytes_of(whole)
    kept = own_rows.keep(whole, who.units, manages=False)
    first = accept(engine, who, "tep.xlsx", raw, kept, sound_rows=True)
    assert (first.new, first.submission.counts) == (1, {"activities": 1, "targets": 0})
    rest = accept(engine, actor, "tep.xlsx", raw, whole)
    assert (rest.outcome, rest.new, rest.unchanged) == ("accepted", 1, 1)
    assert accept(engine, who, "tep.xlsx", raw, kept, sound_rows=True).outcome == "unchanged"


def test_what_others_said_is_neither_replaced_nor_reread_nor_thinned_out(
    engine: Engine, actor: Actor
) -> None:
    who = known(engine, REPORTER)
    whole = take(engine, actor, BOTH).submission
    theirs = take(engine, actor, report(OTHER | {"title": "B"})).submission
    mended = Mending(frozenset({Answer(Question.KIND, "lớp", "contest")}))
    kept = own_rows.keep(BOTH, who.units)
    before = everything(engine)
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        accept(engine, who, "tep.xlsx", bytes_of(BOTH), kept, mending=mended, sound_rows=True)
    for number in (whole.id, theirs.id):
        with pytest.raises(Denied, match="Quận Sơn Trà"):
            take(engine, who, report(record(title="C")), replaces=[number])
        with pytest.raises(Denied):
            withdraw(engine, who, number)
        with pytest.raises(Denied):
            drop_rest(engine, who, number)
    assert everything(engine) == before
    # Of a file of several units a unit's own file takes its own rows away, and no other.
    made = report(record(title="C"))
    take(engine, who, made, remove_from=[whole.id])
    units = [dict(row[1:])["unit"] for row in active(engine)]
    assert sorted(units) == ["492", "493", "493"]


def test_a_file_of_several_of_ones_units_takes_nothing_from_a_third(engine: Engine, actor: Actor) -> None:
    two = known(engine, Person("hai@danang.gov.vn", "Hai", (Asked(Role.REPORTER, ("490", "492")),)))
    third = take(engine, actor, report(OWN, OTHER, record(unit="490"), file="ba.xlsx")).submission
    made = report(OWN, record(unit="490"), file="ba.xlsx")
    assert preview(engine, actor, made, "x").corrects[0].submission == third
    assert preview(engine, two, made, "x").corrects == ()
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        take(engine, two, made, remove_from=[third.id])


def test_withdrawing_asks_for_what_comes_back_too(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    theirs = take(engine, actor, report(OTHER)).submission
    own = take(engine, actor, report(OWN), replaces=[theirs.id]).submission
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        withdraw(engine, who, own.id)
    plain = take(engine, who, report(record(title="D"))).submission
    assert withdraw(engine, who, plain.id).outcome == "withdrawn"


def test_an_upload_that_waits_for_others_stays_theirs(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    raw, kept = bytes_of(BOTH), own_rows.keep(BOTH, who.units)
    waiting = hold(engine, actor, "tep.xlsx", raw, BOTH)
    own = hold(engine, who, "tep.xlsx", raw, kept)
    assert (own.id != waiting.id, own.unit, own.uploaded_by) == (True, "492", who.name)
    assert hold(engine, who, "tep.xlsx", raw, kept) == own
    done = accept(engine, who, "tep.xlsx", raw, kept, sound_rows=True).submission
    found = submissions.get(engine, waiting.id)
    assert found == waiting
    assert (done.id, done.uploaded_by) == (own.id, who.name)
    assert [s.id for s in submissions.history(engine, within=who.units)] == [own.id]
    assert [s.id for s in submissions.history(engine)] == [own.id, waiting.id]
    assert submissions.history(engine, within=frozenset()) == []


def test_targets_of_ones_own_unit_need_their_right_by_every_way(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    given = report(TARGET, kind="targets")
    stored = take(engine, actor, given).submission
    before = everything(engine)
    for act in (
        lambda: take(engine, who, report(TARGET | {"value": 9}, kind="targets")),
        lambda: take(engine, who, report(OWN), replaces=[stored.id]),
        lambda: take(engine, who, report(OWN), remove_targets=[1]),
        lambda: withdraw(engine, who, stored.id),
    ):
        with pytest.raises(Denied, match="cập nhật mục tiêu"):
            act()
    assert everything(engine) == before


def test_another_units_row_is_not_set_aside_by_a_reporter(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    school = "THCS Nguyễn Huệ"
    take(engine, actor, report(OTHER | {"title": "An toàn", "school": school}))
    made = report(OWN | {"title": "An toàn mạng", "school": school})
    (twin,) = preview(engine, who, made, "x").twins
    first = ordered(twin.first_key, twin.second_key)[0]
    assert first == twin.first_key
    theirs = "first" if twin.first["unit"] == "493" else "second"
    own = "second" if theirs == "first" else "first"
    with pytest.raises(Denied, match="quyết định về số liệu"):
        take(engine, who, made, twins=[TwinDecision(twin.first_key, twin.second_key, own, "một lớp")])  # type: ignore[arg-type]
    take(engine, who, made, twins=[TwinDecision(twin.first_key, twin.second_key, theirs, "một lớp")])  # type: ignore[arg-type]
    assert [dict(row[1:])["unit"] for row in active(engine)] == ["493"]


def test_two_rows_of_others_are_not_made_one_by_way_of_ones_own(engine: Engine, actor: Actor) -> None:
    """Each of the two decisions leaves the other unit's row counting; together they would set one aside."""
    who = known(engine, REPORTER)
    school = "THCS Nguyễn Huệ"
    places = [{"sheet": "Tháng 5", "row": n} for n in (7, 8)]
    theirs = (OTHER | {"title": f"An toàn {p['row']}", "school": school, "source": p} for p in places)
    take(engine, actor, report(*theirs))
    made = report(OWN | {"title": "An toàn mạng", "school": school})
    twins = [t for t in preview(engine, who, made, "x").twins if "492" in (t.first["unit"], t.second["unit"])]
    assert len(twins) == 2
    told = [
        TwinDecision(t.first_key, t.second_key, "first" if t.first["unit"] == "493" else "second", "một lớp")
        for t in twins
    ]
    with pytest.raises(Denied, match="quyết định về số liệu"):
        take(engine, who, made, twins=told)
    take(engine, who, made, twins=told[:1])
    with pytest.raises(Denied, match="quyết định về số liệu"):
        take(engine, who, made | {"file": "khac.xlsx"}, twins=told[1:])
    assert [dict(row[1:])["unit"] for row in active(engine)] == ["493", "493"]


def test_anothers_decision_stands_against_a_reporter(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    take(engine, actor, report(OTHER | {"title": "An toàn", "school": "THCS Nguyễn Huệ"}))
    made = report(OWN | {"title": "An toàn mạng", "school": "THCS Nguyễn Huệ"})
    (twin,) = preview(engine, who, made, "x").twins
    different = TwinDecision(twin.first_key, twin.second_key, "different", "hai lớp")
    own = take(engine, who, made, twins=[different]).submission
    take(engine, who, made | {"file": "lai.xlsx"}, twins=[different])
    theirs = "first" if twin.first["unit"] == "493" else "second"
    decide_one(engine, actor, TwinDecision(twin.first_key, twin.second_key, theirs, "một lớp"))  # type: ignore[arg-type]
    withdraw(engine, who, own.id)
    with pytest.raises(Denied, match="quyết định về số liệu"):
        take(engine, who, made | {"file": "nua.xlsx"}, twins=[different])


def test_answers_are_remembered_for_ones_own_units(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    kind, name, foreign = (
        Answer(Question.KIND, "hội thảo", "contest"),
        Answer(Question.UNIT, "q. hc", "492"),
        Answer(Question.UNIT, "q. st", "493"),
    )
    answers.remember(engine, who, "492", [kind, name])
    answers.remember(engine, actor, "493", [kind])
    answers.remember(engine, actor, None, [kind])
    before = everything(engine)
    for unit, given in (("493", kind), (None, kind), ("492", foreign)):
        with pytest.raises(Denied):
            answers.remember(engine, who, unit, [given])
    kept = {one.unit: one.id for one in answers.kept(engine) if one.answer == kind}
    for unit in ("493", None):
        with pytest.raises(Denied):
            answers.forget(engine, who, [kept["492"], kept[unit]])
    assert everything(engine) == before
    answers.forget(engine, who, [kept["492"]])
    assert {one.unit for one in answers.kept(engine) if one.answer == kind} == {"493", None}


def test_files_and_findings_are_read_within_reach(engine: Engine, actor: Actor) -> None:
    who, other, viewer, whole = (known(engine, p) for p in (REPORTER, SON_TRA, VIEWER, COORDINATOR))
    made = report(OWN, status="needs_fixes", issues=[error()])
    own = take(engine, actor, made, sound_rows=True).submission
    both = take(engine, actor, BOTH).submission
    reads = (
        submissions.raw_file,
        submissions.issues,
        submissions.mending_of,
        account.removed_rows,
    )
    allowed = {own.id: {who.id, whole.id, "local"}, both.id: {whole.id, "local"}}
    operator = Actor("x", "X", RIGHTS[Role.ADMINISTRATOR], frozenset())
    for number, readers in allowed.items():
        for reader in (who, other, viewer, whole, actor, operator):
            assert submissions.readable(engine, reader, number) is (reader.id in readers), (number, reader)
            for read in reads:
                if reader.id in readers:
                    read(engine, reader, number)
                else:
                    with pytest.raises(Denied):
                        read(engine, reader, number)
    # A role that ended a moment ago reads nothing more.
    end(engine, REPORTER)
    with pytest.raises(Denied, match="không còn hiệu lực"):
        submissions.raw_file(engine, who, own.id)


def test_contacts_are_for_those_who_need_them_and_the_units_own(engine: Engine, actor: Actor) -> None:
    who, other, whole = (known(engine, p) for p in (REPORTER, SON_TRA, COORDINATOR))
    given = report(CONTACT, kind="focal_points", file="dau-moi.xlsx")
    number = take(engine, who, given).submission.id
    changed = report(CONTACT | {"phone": "0236 3822 222"}, kind="focal_points", file="dau-moi.xlsx")
    for reader in (who, whole, actor):
        assert submissions.readable(engine, reader, number)
        ((old, new),) = preview(engine, reader, changed, "x").changed_rows
        assert (old["phone"], new["phone"]) == ("0236 3822 111", "0236 3822 222")
    no_contacts = Actor("x", "X", frozenset({Right.READ_FILES}))
    for reader in (other, no_contacts):
        assert not submissions.readable(engine, reader, number)
    with pytest.raises(Denied):
        preview(engine, other, changed, "x")
    # Nothing of them in the log, nor in what is counted.
    take(engine, who, changed)
    withdraw(engine, who, number + 1)
    told = str(everything(engine)["event"]) + str(account.counted(engine, number))
    for word in ("Minh", "0236 3822", "minh@"):
        assert word not in told


def test_removed_contacts_of_another_unit_are_not_told(engine: Engine, actor: Actor) -> None:
    who = known(engine, REPORTER)
    theirs = CONTACT | {"unit": "493", "name": "Lê Thị Hoa"}
    both = take(engine, actor, report(CONTACT, theirs, kind="focal_points")).submission
    other = CONTACT | {"name": "Trần Văn Nam"}
    gone = take(
        engine, actor, report(other, other | {"unit": "490"}, kind="focal_points"), remove_from=[both.id]
    )
    assert {row["name"] for row in account.removed_rows(engine, actor, gone.submission.id)} == {
        "Nguyễn Thị Minh", "Lê Thị Hoa",
    }  # fmt: skip
    two = known(engine, Person("hai@danang.gov.vn", "Hai", (Asked(Role.REPORTER, ("490", "492")),)))
    assert [row["name"] for row in account.removed_rows(engine, two, gone.submission.id)] == [
        "Nguyễn Thị Minh"
    ]
    with pytest.raises(Denied):
        account.removed_rows(engine, who, gone.submission.id)
    # Taking that file back would bring the other unit's contact back.
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        withdraw(engine, two, gone.submission.id)


def test_targets_stand_in_the_log_with_before_and_after(engine: Engine, actor: Actor) -> None:
    take(engine, actor, report(TARGET, kind="targets"))
    more = report(TARGET | {"value": 30, "document": "Kế hoạch 2"}, TARGET | {"unit": "493"}, kind="targets")
    second = take(engine, actor, more).submission
    withdraw(engine, actor, second.id)
    take(engine, actor, report(OWN))
    of = "target:L-parents:{}:2021-06-01:2025-12-31:local"
    old, new = {"value": 20.0, "document": "Kế hoạch 1"}, {"value": 30.0, "document": "Kế hoạch 2"}
    found = [row for row in log(engine, "action", "submission_id", "subject", "before", "after") if row[2]]
    assert found == [
        ("target_changed", 1, of.format("492"), None, old),
        ("target_changed", second.id, of.format("492"), old, new),
        ("target_changed", second.id, of.format("493"), None, old),
        ("target_changed", second.id, of.format("492"), new, old),
        ("target_changed", second.id, of.format("493"), old, None),
    ]


def test_figures_and_decisions_stand_in_the_log_with_before_and_after(engine: Engine, actor: Actor) -> None:
    first = supplied.supply(engine, actor, "T2", date(2024, 6, 30), 1, 2, "Sở Y tế", "Công văn 1")
    second = supplied.supply(engine, actor, "T2", date(2024, 12, 31), 3, 4, "Sở Y tế")
    supplied.take_back(engine, actor, second.id)
    school = "THCS Nguyễn Huệ"
    take(engine, actor, report(OWN | {"school": school, "title": "An toàn"}))
    take(engine, actor, report(OTHER | {"school": school, "title": "An toàn mạng"}))
    (twin,) = open_twins(engine)
    keys = (twin.first_key, twin.second_key)
    decide_one(engine, actor, TwinDecision(*keys, "different", "hai lớp"))
    last = decide_one(engine, actor, TwinDecision(*keys, "first", "một lớp"))
    decisions.undo(engine, actor, "twin", last)
    told = [
        {"as_of": s.as_of.isoformat(), "numerator": s.numerator, "denominator": s.denominator,
         "agency": s.agency, "document": s.document}
        for s in (first, second)
    ]  # fmt: skip
    different, one = (
        {"verdict": v, "reason": r} for v, r in (("different", "hai lớp"), ("first", "một lớp"))
    )
    found = [row for row in log(engine, "action", "before", "after") if row[0] != "accepted"]
    assert found == [
        ("figure_supplied", None, told[0]),
        ("figure_supplied", told[0], told[1]),
        ("figure_taken_back", told[1], told[0]),
        ("decided", None, different),
        ("decided", different, one),
        ("decision_undone", one, different),
    ]


def test_a_role_that_ends_while_the_page_is_open_writes_nothing_more(engine: Engine) -> None:
    who = known(engine, COORDINATOR)
    end(engine, COORDINATOR)
    before = everything(engine)
    for act in (
        lambda: take(engine, who, report(OWN)),
        lambda: targets.save(engine, who, "m.xlsx", b"x", report(TARGET, kind="targets"), seen={}),
    ):
        with pytest.raises(Denied, match="không còn hiệu lực"):
            act()
    assert everything(engine) == before
    # Made a reporter instead, the same open page writes within the new reach only.
    people.grant(engine, local_person(), COORDINATOR.login, Asked(Role.REPORTER, ("492",)))
    with pytest.raises(Denied, match="Quận Sơn Trà"):
        take(engine, who, BOTH)
    with pytest.raises(Denied, match="cập nhật mục tiêu"):
        take(engine, who, report(TARGET, kind="targets"))
    assert take(engine, who, report(OWN)).new == 1
