from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.conflicts import resemblance
from program.conflicts.traits import TraitsOf
from program.conflicts.twins import Reason, TwinDecision, likely, not_counted
from program.vocabulary import Audience

DAY = date(2023, 5, 12)
PARTS = tuple(f"att_{audience}" for audience in Audience)


def row(**said: Any) -> dict[str, Any]:
    """A class for 30 parents in a school of Hải Châu, in a file of its own."""
    whole: dict[str, Any] = {
        "file": 1,
        "unit": "492",
        "kind": "training_class",
        "title": "Lớp tập huấn an toàn mạng cho cha mẹ học sinh",
        "start_date": DAY,
        "organiser": "UBND quận Hải Châu",
        "ward": None,
        "school": "Trường THCS Trưng Vương",
        "parts": {"parents": 30},
    } | said
    parts = whole.pop("parts")
    whole |= {name: parts.get(name.removeprefix("att_")) for name in PARTS}
    return {"end_date": whole["start_date"], "seats": sum(parts.values())} | whole


def found(rows: Sequence[dict[str, Any]], new: Sequence[bool] | None = None, **said: Any) -> Any:
    gathered = TraitsOf()
    for one in rows:
        gathered.add({name: [value] for name, value in one.items()})
    keys = [bytes([place]) for place in range(len(rows))]
    return likely(gathered.all(), np.array(new or [True] * len(rows)), keys, **said)


ELSEWHERE: dict[str, Any] = {"unit": "SO-GDDT", "file": 2}
AGAIN: dict[str, Any] = {"file": 2}
LIKE = "Lớp tập huấn an toàn mạng cho cha mẹ hoc sinh"
OTHER = "Truyền thông phòng chống lừa đảo"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"title": LIKE} | AGAIN, id="a letter of the title was mended"),
        pytest.param({"title": OTHER} | AGAIN, id="another title, the same school and number"),
        pytest.param({"title": None} | AGAIN, id="the title was left out"),
        pytest.param({"school": None, "organiser": "Hội LHPN", "title": LIKE} | AGAIN, id="no school"),
        pytest.param({"parts": {"parents": 33}, "title": LIKE} | AGAIN, id="the number was mended"),
        pytest.param(
            {"title": OTHER, "organiser": None, "parts": {"parents": 31}} | ELSEWHERE, id="two units"
        ),
        pytest.param(
            {"school": "THCS TRƯNG VƯƠNG", "title": OTHER} | ELSEWHERE, id="the school spelled otherwise"
        ),
        pytest.param({"school": None, "title": LIKE} | ELSEWHERE, id="one organiser"),
        pytest.param({"school": None, "organiser": None} | ELSEWHERE, id="one number of the one audience"),
        pytest.param({"title": LIKE, "end_date": date(2023, 5, 13)} | AGAIN, id="a day longer"),
        pytest.param({"title": LIKE}, id="in one file, but for a letter"),
        pytest.param(
            {"title": "Về an toàn mạng cho cha mẹ học sinh", "school": None, "organiser": None} | ELSEWHERE,
            id="the kind in front of the title",
        ),
    ],
)
def test_two_rows_of_one_activity(other: dict[str, Any]) -> None:
    pairs, more = found([row(), row(**other)])
    assert [(p.first, p.second) for p in pairs] == [(0, 1)]
    assert more == 0


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"kind": "communication_session"} | AGAIN, id="another kind"),
        pytest.param({"start_date": date(2023, 5, 13), "title": LIKE} | AGAIN, id="the next day"),
        pytest.param({"school": "Trường THCS Tây Sơn"} | ELSEWHERE, id="two schools"),
        pytest.param({"parts": {"teachers": 30}, "title": LIKE} | ELSEWHERE, id="other people"),
        pytest.param(
            {"school": None, "organiser": None, "parts": {"parents": 31}} | ELSEWHERE, id="only a usual title"
        ),
        pytest.param(
            {"school": None, "organiser": None, "parts": {"parents": 20, "teachers": 10}} | ELSEWHERE,
            id="a usual title and a round sum",
        ),
        pytest.param(
            {"school": None, "title": OTHER, "parts": {"parents": 31}} | ELSEWHERE, id="only the organiser"
        ),
        pytest.param(
            {"title": OTHER, "parts": {"parents": 31}} | AGAIN, id="a unit's second activity in the school"
        ),
        pytest.param({"title": OTHER}, id="the list has two in the school"),
        pytest.param({}, id="an exact repeat within the file"),
        pytest.param({"parts": {"parents": 45}}, id="morning and afternoon"),
    ],
)
def test_two_activities(other: dict[str, Any]) -> None:
    assert found([row(), row(**other)]) == ([], 0)


def test_titles_that_differ_in_their_numbers_are_two_activities() -> None:
    rows = [row(title=f"Lớp tập huấn an toàn mạng cho cha mẹ đợt {n}", file=n) for n in (1, 2)]
    assert found(rows) == ([], 0)
    # Each unit numbers in its own way.
    assert len(found([rows[0], rows[1] | {"unit": "SO-GDDT"}])[0]) == 1


def test_wards_that_differ_are_two_activities_however_they_are_abbreviated() -> None:
    rows = [row(school=None, ward="Phường Thạch Thang"), row(school=None, ward="P. Thạch Thang", **ELSEWHERE)]
    assert len(found(rows)[0]) == 1
    assert found([rows[0], rows[1] | {"ward": "Phường Hải Châu I"}]) == ([], 0)


def test_why_they_look_alike() -> None:
    (pair,), _ = found([row(), row(title=LIKE, unit="SO-GDDT", file=2)])
    assert pair.reasons == (
        Reason.SAME_DAY,
        Reason.SAME_SCHOOL,
        Reason.SAME_ORGANISER,
        Reason.SAME_ATTENDANCES,
        Reason.SAME_TITLE,
    )
    (pair,), _ = found(
        [row(ward="P1"), row(ward="P1", title=LIKE + " ạ", end_date=date(2023, 5, 13), file=2)]
    )
    assert {Reason.OVERLAPPING_DAYS, Reason.SAME_WARD, Reason.SIMILAR_TITLE} <= set(pair.reasons)


def test_pairs_of_stored_rows_and_decided_pairs_are_left_out() -> None:
    rows = [row(file=n, title=f"{LIKE} {'ạ' * n}") for n in range(3)]
    assert len(found(rows)[0]) == 3
    pairs, _ = found(rows, new=[True, False, False])
    assert {(p.first, p.second) for p in pairs} == {(0, 1), (0, 2)}
    pairs, _ = found(rows, decided={(bytes([0]), bytes([2]))})
    assert {(p.first, p.second) for p in pairs} == {(0, 1), (1, 2)}


def test_pairs_looked_at_in_portions_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row(file=n, title=f"{LIKE} {'ạ' * (n % 3)}") for n in range(6)]
    whole = found(rows)
    assert len(whole[0]) > 5
    monkeypatch.setattr(resemblance, "_AT_ONCE", 2)
    assert found(rows) == whole


def test_those_that_share_most_are_shown_and_the_others_counted() -> None:
    far = [row(file=1, school=None, organiser=None), row(**ELSEWHERE, school=None, organiser=None)]
    near = [row(file=n, start_date=date(2023, 6, 1)) for n in (1, 2)]
    pairs, more = found([*far, *near], shown=1)
    assert [(p.first, p.second) for p in pairs] == [(2, 3)]
    assert more == 1


KEYS = [bytes([n]) for n in range(5)]
DECISIONS = st.lists(
    st.builds(
        lambda pair, verdict: TwinDecision(min(pair), max(pair), verdict, "vì"),
        st.lists(st.sampled_from(KEYS), min_size=2, max_size=2, unique=True),
        st.sampled_from(["first", "second", "different"]),
    ),
    max_size=8,
)


def _same(a: bytes, b: bytes, winner: bytes) -> TwinDecision:
    first, second = sorted((a, b))
    return TwinDecision(first, second, "first" if winner == first else "second", "vì")


def test_of_two_that_are_one_the_chosen_row_counts() -> None:
    a, b, c = KEYS[:3]
    assert not_counted([_same(a, b, winner=a)], KEYS) == {b}
    assert not_counted([_same(a, b, winner=b)], KEYS) == {a}
    assert not_counted([TwinDecision(a, b, "different", "vì")], KEYS) == set()
    assert not_counted([_same(a, b, winner=a), _same(b, c, winner=b)], KEYS) == {b, c}


def test_the_later_decision_about_a_pair_prevails() -> None:
    a, b, c = KEYS[:3]
    assert not_counted([_same(a, b, winner=a), _same(a, b, winner=b)], KEYS) == {a}
    assert not_counted([_same(a, b, winner=a), TwinDecision(a, b, "different", "vì")], KEYS) == set()
    # Round in a circle: what was said last holds, and one still counts.
    circle = [_same(a, b, winner=a), _same(b, c, winner=b), _same(a, c, winner=c)]
    assert not_counted(circle, KEYS) == {a, b}


def test_a_decision_sleeps_while_a_row_is_gone() -> None:
    a, b, c = KEYS[:3]
    chain = [_same(a, b, winner=a), _same(b, c, winner=b)]
    assert not_counted(chain, {b, c}) == {c}
    assert not_counted(chain, {a, c}) == set()


@given(DECISIONS, st.sets(st.sampled_from(KEYS)))
def test_of_one_activity_exactly_one_row_counts(decisions: list[TwinDecision], held: set[bytes]) -> None:
    lost = not_counted(decisions, held)
    latest = {(d.first_key, d.second_key): d for d in decisions if {d.first_key, d.second_key} <= held}
    groups = {key: {key} for key in held}
    for d in latest.values():
        if d.verdict != "different":
            joined = groups[d.first_key] | groups[d.second_key]
            groups |= dict.fromkeys(joined, joined)
    for group in groups.values():
        assert len(group - lost) == 1
    said_last = next((d for d in reversed(decisions) if d in latest.values()), None)
    if said_last and said_last.verdict != "different":
        loser = said_last.second_key if said_last.verdict == "first" else said_last.first_key
        assert loser in lost


@given(st.permutations(range(6)), st.integers(0, 2**32))
def test_the_order_of_rows_does_not_matter(order: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = [
        row(
            file=int(draw.integers(3)),
            unit=str(draw.choice(["492", "SO-GDDT"])),
            title=str(draw.choice([LIKE, OTHER])),
            school=str(draw.choice(["THCS A", "THCS B"])) if draw.random() < 0.7 else None,
            parts={"parents": int(draw.integers(1, 3))},
        )
        for _ in range(6)
    ]
    straight = {(p.first, p.second, p.reasons) for p in found(rows)[0]}
    mixed = {
        (*sorted((order[p.first], order[p.second])), p.reasons) for p in found([rows[i] for i in order])[0]
    }
    assert straight == mixed


def test_in_a_crowd_those_of_like_titles_are_compared() -> None:
    """All of one day, school and unit."""
    titles = [f"{'abcdefghij'[n // 10] * 9}{'abcdefghij'[n % 10] * 9}" for n in range(100)]
    rows = [row(file=n, title=title, parts={"parents": n + 1}) for n, title in enumerate(titles)]
    assert found(rows) == ([], 0)
    (pair,), more = found([*rows, row(file=200, title=titles[40] + "j", parts={"parents": 999})])
    assert ((pair.first, pair.second), more) == ((40, 100), 0)
