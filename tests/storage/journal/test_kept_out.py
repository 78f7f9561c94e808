"""Refused sign-ins: who, from where, why, and never so many entries that a flood fills the disk."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from access import local_person
from storage.journal import audit, kept_out, log
from storage.journal.audit import Chosen
from storage.journal.kept_out import Book, Refusal, Why
from tests import people


def refusal(login: str = "la@danang.example", why: Why = Why.NO_ROLE, origin: str = "10.0.0.5") -> Refusal:
    return Refusal(login, why, "oidc", origin)


class Clocked:
    """A book whose minutes end when told, and what it wrote."""

    def __init__(self) -> None:
        self.now = 0.0
        self.written: list[tuple[Refusal, int]] = []
        self.waiting: list[Callable[[], None]] = []
        self.book = Book(
            lambda one, times: self.written.append((one, times)),
            lambda _seconds, then: self.waiting.append(then),
            lambda: self.now,
        )

    def minute_ends(self) -> None:
        self.now += 60
        assert len(self.waiting) <= 1
        for then in self.waiting[:]:
            self.waiting.remove(then)
            then()


def test_the_same_within_a_minute_is_counted() -> None:
    told = Clocked()
    for _ in range(40):
        told.book.note(refusal())
    told.book.note(refusal("khac@danang.example"))
    assert told.written == [(refusal(), 1), (refusal("khac@danang.example"), 1)]
    told.minute_ends()
    assert told.written[2:] == [(refusal(), 39)]
    told.book.note(refusal())
    told.minute_ends()
    assert told.written[3:] == [(refusal(), 1)]


@given(st.lists(st.lists(st.integers(0, 30), max_size=60), min_size=1, max_size=90))
def test_none_is_lost_and_few_are_written(minutes: list[list[int]]) -> None:
    told = Clocked()
    for logins in minutes:
        before = len(told.written)
        for number in logins:
            told.book.note(refusal(str(number)))
        told.minute_ends()
        assert len(told.written) - before <= 21
    assert sum(times for _, times in told.written) == sum(map(len, minutes))


def test_a_flood_of_ever_new_names_stays_small() -> None:
    told = Clocked()
    for number in range(60 * 100):
        told.book.note(refusal(str(number)))
        if number % 100 == 99:
            told.minute_ends()
    singly = [one for one, _ in told.written if one.why != Why.MANY]
    assert (len(singly), len(told.written)) == (100, 160)
    assert sum(times for _, times in told.written) == 6000
    # After the hour they are told one by one again.
    told.book.note(refusal("later"))
    assert told.written[-1] == (refusal("later"), 1)


def test_what_was_claimed_is_trimmed() -> None:
    told = Clocked()
    told.book.note(refusal("x" * 5000 + "\n", origin="1\x00" * 5000))
    ((one, _),) = told.written
    assert (one.login, one.origin) == ("x" * 100, "1" * 100)


def test_the_log_has_who_from_where_and_why(engine: Engine) -> None:
    people.enter(engine, people.VIEWER)
    people.end(engine, people.VIEWER)
    for login in (" La@danang.example ", people.VIEWER.login.upper()):
        kept_out.note(engine, refusal(login))
    for _ in range(3):
        kept_out.note(engine, Refusal("", Why.PROVIDER, "oidc", ""))
    kept_out.finish()
    chosen = Chosen(actions=(log.SIGN_IN_REFUSED,))
    found = [(e.actor, e.subject, e.after, e.detail) for e in audit.stream(engine, local_person(), chosen)]
    assert found[::-1] == [
        ("nobody", "user:la@danang.example", {"why": "no_role", "way": "oidc", "origin": "10.0.0.5"}, {}),
        (
            "nobody",
            f"user:{people.VIEWER.login}",
            {"why": "role_ended", "way": "oidc", "origin": "10.0.0.5"},
            {},
        ),
        ("nobody", None, {"why": "provider", "way": "oidc"}, {}),
        ("nobody", None, {"why": "provider", "way": "oidc"}, {"times": 2}),
    ]
