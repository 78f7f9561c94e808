"""Something of everything that a write can change, and everybody who might try: for the matrix of writes.

The letters: V viewer, R reporter of the unit (Hải Châu), S reporter of another (Sơn Trà), C coordinator,
A administrator, E whose roles ended while the page was open, G a guest where everybody reads, N nobody, L the one
person of an installation without sign-in.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Engine

from access import RIGHTS, Actor, Role, anonymous, local_person, nobody
from program.conflicts.overlaps import BasisDecision
from program.editions.issued import KINDS
from program.editions.issued import Asked as Issued
from program.filters import parse_filters
from program.reporting.campaigns import action_month
from program.submissions.mending import Answer, Question
from storage.access import accounts
from storage.access.people import Asked
from storage.conflicts import decisions
from storage.editions import issued
from storage.intake import answers
from storage.intake.accepting import accept
from storage.locks import rules as lock_rules
from storage.locks import windows
from storage.reading.analysis import data_version
from storage.registers import campaigns, supplied
from storage.reviewing import review
from tests.people import ADMINISTRATOR, COORDINATOR, EVERYBODY, REPORTER, VIEWER, Person, end, enter
from tests.storage.build import bytes_of, error, record, report

SON_TRA = Person("son.tra@danang.gov.vn", "Đỗ Văn Em", (Asked(Role.REPORTER, ("493",)),))
GONE = Person("da.nghi@danang.gov.vn", "Vũ Thị Giang", (Asked(Role.COORDINATOR), Asked(Role.ADMINISTRATOR)))
ACCOUNTS = {"V": VIEWER, "R": REPORTER, "S": SON_TRA, "C": COORDINATOR, "A": ADMINISTRATOR, "E": GONE}
ALL = "VRSCAEGNL"

SCHOOL = "THCS Nguyễn Huệ"
SUMMARY = record(
    title=None, organiser=None, basis="summary", count=4, attendances={"parents": 100}, attendances_total=100,
    start_date="2023-03-15", end_date="2023-06-14",
)  # fmt: skip
TARGET = {
    "indicator": "L-parents", "unit": "492", "start_date": "2021-06-01", "end_date": "2025-12-31", "value": 20.0,
    "authority": "local", "document": "Kế hoạch 1", "source": {"sheet": "Mục tiêu", "row": 3},
}  # fmt: skip
KIND = Answer(Question.KIND, "hội thảo", "contest")

TASK = {
    "unit": "492", "assignee": "UBND các phường", "duty": "Rà soát", "document": None, "assigned_on": None,
    "due_date": None, "state": None, "done_on": None, "result": None, "proof": None,
    "source": {"sheet": "Nhiệm vụ", "row": 3},
}  # fmt: skip


def lay(engine: Engine) -> None:
    """Puts into an empty database the people, and something of everything that a write can change: submissions 1 (of Hải
    Châu, with rows left out), 2 (Sơn Trà), 3 (Hải Châu), 4 (targets) and 5 (demo, of unusual size); figure, campaign, answers, decision; editions 1 (of the city) and 2 (of Hải Châu, taken back); 2 was returned, a quarter is locked; 6 (tasks of both)."""
    whole = local_person()
    enter(engine, *EVERYBODY, SON_TRA, GONE)
    end(engine, GONE)
    first = report(record(title="Lớp một"), status="needs_fixes", issues=[error()])
    take(engine, whole, first, sound_rows=True)
    take(engine, whole, report(record(unit="493", title="An toàn", school=SCHOOL)))
    take(engine, whole, report(record(title="An toàn mạng", school=SCHOOL), SUMMARY))
    take(engine, whole, report(TARGET, kind="targets"))
    large = {"attendances": {"parents": 400}, "attendances_total": 400}
    take(engine, whole, report(record(unit="490", title="Minh họa", **large)), demo=True)
    supplied.supply(engine, whole, "T2", date(2024, 6, 30), 1, 2, "Sở Y tế")
    campaigns.save(engine, whole, action_month(2024), None)
    answers.remember(engine, whole, "492", [KIND])
    answers.remember(engine, whole, None, [KIND])
    decisions.decide(engine, whole, [basis("detail")])
    review.send_back(engine, whole, 2, "Xem lại số lượt")
    windows.lock(engine, whole, "2022-Q1", seen=None)
    # Ended on the day it was set, the rule has locked nothing.
    lock_rules.put(engine, whole, "year", 366, seen=None)
    lock_rules.put(engine, whole, "year", None, "còn nhập năm cũ", seen=1)
    issued.issue(engine, whole, edition(engine, "city"))
    issued.issue(engine, whole, edition(engine, "492"))
    issued.take_back(engine, whole, 2, "sai tên")
    take(engine, whole, report(TASK, TASK | {"unit": "493"}, kind="tasks"))


def take(engine: Engine, actor: Actor, made: Any, **options: Any) -> None:
    accept(engine, actor, "tep.xlsx", bytes_of(made), made, **options)


def edition(engine: Engine, unit: str) -> Issued:
    """A report to be issued, with files that nobody could open."""
    view = parse_filters({"period": "2023", "unit": "" if unit == "city" else unit})
    return Issued(
        "Báo cáo năm 2023", "", view, date(2023, 12, 14), data_version(engine), False, "c" * 64, (), {}, (),
        dict.fromkeys(KINDS, b"x"),
    )  # fmt: skip


def basis(verdict: Any) -> BasisDecision:
    days = (date(2023, 3, 15), date(2023, 6, 14))
    return BasisDecision("492", "training_class", *days, verdict, "đã hỏi đơn vị")


def person(engine: Engine, letter: str) -> Actor:
    """Somebody as the page knows them; whose roles ended as it knew them a moment before."""
    others = {"G": anonymous(), "N": nobody(), "L": local_person()}
    if letter in others:
        return others[letter]
    who = ACCOUNTS[letter]
    if letter == "E":
        rights = RIGHTS[Role.COORDINATOR] | RIGHTS[Role.ADMINISTRATOR]
        return replace(local_person(), id=who.login, name=who.name, rights=rights, account=True)
    found = accounts.actor_of(engine, who.login)
    assert found is not None
    return found
