"""Schools of the register in activities: joint sessions, unknown names, states, levels."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.filters import parse_filters
from program.schools.names import several
from program.schools.reach import Reach, State, schools_view
from program.views.overview import by_state_and_unit, level_reach, overview
from program.vocabulary import Level
from tests.program.frames import built, record, school

REGISTER = (
    school("Trường Tiểu học An Bình", "492"),
    school("Trường THCS Lê Lợi", "492", "lower_secondary"),
    school("Trường THCS Lê Lợi", "490", "lower_secondary"),
    school("Trường TH và THCS Bắc Sơn", "497", "primary_lower_secondary"),
    school("Trường Mầm non Hoa Hồng", "492", "preschool"),
)
DAY = date(2024, 3, 1)


def shown(rows, as_of: str = "2024-06-30", register=REGISTER, **asked: str):
    return schools_view(built(rows, (), register), parse_filters({"as_of": as_of} | asked))


def states(rows, **asked: str) -> dict[tuple[str, str], State]:
    return {(s.unit, s.name): s.state for s in shown(rows, **asked).schools}


def test_a_school_is_reached_in_time_before_it_or_never() -> None:
    rows = [
        record("492", DAY, school="TH An Bình"),
        record("492", date(2023, 6, 30), school="THCS Lê Lợi"),
        record("490", date(2023, 7, 2), school="THCS Lê Lợi"),
    ]
    found = states(rows)
    assert found["492", "Trường Tiểu học An Bình"] == State.RECENT
    assert found["492", "Trường THCS Lê Lợi"] == State.LAPSED
    assert found["490", "Trường THCS Lê Lợi"] == State.RECENT
    assert found["497", "Trường TH và THCS Bắc Sơn"] == State.NEVER
    assert len(found) == 4


def test_the_last_activity_is_that_up_to_the_day() -> None:
    rows = [record("492", day, school="TH An Bình") for day in (date(2022, 5, 5), DAY, date(2024, 9, 9))]
    by_name = {s.name: s.last for s in shown(rows).schools}
    assert by_name["Trường Tiểu học An Bình"] == DAY
    assert by_name["Trường TH và THCS Bắc Sơn"] is None


@pytest.mark.parametrize(
    "cell",
    ["TH An Bình; THCS Lê Lợi", "TH An Bình, THCS Lê Lợi", "TH An Bình và THCS Lê Lợi", "TH An Bình + THCS Lê Lợi",
     "TH An Bình & THCS Lê Lợi", "TH An Bình\nTHCS Lê Lợi"],
)  # fmt: skip
def test_a_joint_session_counts_for_each_school(cell: str) -> None:
    view = shown([record("492", DAY, school=cell)])
    assert {s.name for s in view.of(State.RECENT)} == {"Trường Tiểu học An Bình", "Trường THCS Lê Lợi"}
    assert [s.unit for s in view.of(State.RECENT)] == ["492", "492"]
    assert [(j.schools, j.activities, j.lacking) for j in view.joint] == [(2, 1, 0)]
    assert not view.misnamed


def test_a_school_of_two_levels_is_one_school_not_a_joint_session() -> None:
    view = shown([record("497", DAY, school="TH và THCS Bắc Sơn")])
    assert [s.name for s in view.of(State.RECENT)] == ["Trường TH và THCS Bắc Sơn"]
    assert not view.joint
    assert view.several_levels == 1
    assert dict(view.levels)[Level.PRIMARY_LOWER_SECONDARY] == Reach(1, 1, 1)
    assert view.total.total == sum(r.total for _, r in view.levels) == sum(r.total for _, r in view.units)


@pytest.mark.parametrize(
    ("cell", "reached", "lacking"),
    [
        ("TH An Bình; TH và THCS Bắc Sơn", {"TH An Bình", "TH và THCS Bắc Sơn"}, []),
        ("TH và THCS Bắc Sơn và TH An Bình", {"TH An Bình", "TH và THCS Bắc Sơn"}, []),
        (
            "TH, THCS và THPT Hoàng Sa, TH và THCS Bắc Sơn",
            {"TH, THCS và THPT Hoàng Sa", "TH và THCS Bắc Sơn"},
            [],
        ),
        ("TH An Bình, TH, THCS và THPT Hoàng Sa", {"TH An Bình", "TH, THCS và THPT Hoàng Sa"}, []),
        ("TH và THCS Bắc Sơn; Trường Quốc tế", {"TH và THCS Bắc Sơn"}, ["Trường Quốc tế"]),
    ],
)
def test_a_school_of_several_levels_is_found_in_a_joint_session(
    cell: str, reached: set[str], lacking: list[str]
) -> None:
    register = [
        school("TH An Bình", "497"),
        school("TH và THCS Bắc Sơn", "497", "primary_lower_secondary"),
        school("TH, THCS và THPT Hoàng Sa", "497", "primary_to_upper_secondary"),
    ]
    view = shown([record("497", DAY, school=cell)], register=register)
    assert {s.name for s in view.of(State.RECENT)} == reached
    assert [m.name for m in view.misnamed] == lacking
    assert [(j.schools, j.lacking) for j in view.joint] == [(len(reached), len(lacking))]


def test_unknown_names_are_listed_with_what_they_may_mean() -> None:
    rows = [record("492", DAY, school="TH An Bìn"), record("492", DAY, school="TH An Bìn"),
            record("490", DAY, school="Trường Quốc tế"), record("492", date(2024, 9, 9), school="Sau ngày")]  # fmt: skip
    view = shown(rows)
    assert [(m.name, m.unit, m.activities) for m in view.misnamed] == [
        ("TH An Bìn", "492", 2), ("Trường Quốc tế", "490", 1),
    ]  # fmt: skip
    assert view.misnamed[0].near == ("Trường Tiểu học An Bình",)
    assert view.misnamed[1].near == ()
    assert view.total.recent == 0


def test_a_part_of_a_joint_session_that_the_register_lacks_is_unknown() -> None:
    view = shown([record("492", DAY, school="TH An Bình; Trường Quốc tế Hải Châu")])
    assert [m.name for m in view.misnamed] == ["Trường Quốc tế Hải Châu"]
    assert [(j.schools, j.lacking) for j in view.joint] == [(1, 1)]


def test_a_name_that_two_units_have_is_not_guessed() -> None:
    view = shown([record("HLHPN", DAY, school="THCS Lê Lợi")])
    assert [m.name for m in view.misnamed] == ["THCS Lê Lợi"]
    assert view.total.recent == 0


def test_a_session_that_was_not_held_reaches_nobody() -> None:
    assert shown([record("492", DAY, school="TH An Bình", count=0)]).total.ever == 0


def test_facilities_without_a_register_have_no_denominator() -> None:
    assert dict(shown([]).levels)[Level.FACILITY] == Reach(0, 0, 0)


def test_of_one_unit() -> None:
    view = shown(
        [record("490", DAY, school="Trường lạ"), record("492", DAY, school="TH An Bình")], unit="492"
    )
    assert (view.total, view.misnamed) == (Reach(2, 1, 1), ())


def test_levels_agree_with_the_overview() -> None:
    analysis = built([record("492", DAY, school="TH An Bình; THCS Lê Lợi")], (), REGISTER)
    view = schools_view(analysis, parse_filters({"as_of": "2024-06-30"}))
    assert [(r.level, r.reached, r.total) for r in level_reach(analysis, "city", date(2024, 6, 30))] == [
        (level, reach.recent, reach.total) for level, reach in view.levels
    ]


@given(st.text(alphabet="ab ,;&+/\nvà", max_size=30))
def test_any_cell_can_be_split(text: str) -> None:
    assert all(part.strip() for part in several(text))


def test_after_the_break_schools_stand_under_the_new_units() -> None:
    register = [
        school("Trường A", "492", ward="Phường Hải Châu I"),
        school("Trường B", "497", ward="Xã Hòa Liên"),
        school("Trường C", "497", ward="Xã Hòa Ninh"),
        school("Trường D", "492"),
    ]
    view = shown([], "2025-12-31", register)
    assert [code for code, _ in view.units] == ["20242", "20308", "492", "497"]
    assert (view.undecided, view.total.total) == (2, 4)
    # Nobody answers for what stands under a district that has ended: it is not compared with the others.
    assert [code for code, _ in view.standing()] == ["20242", "20308"]
    assert [code for code, _ in shown([], "2025-06-30", register).standing()] == ["492", "497"]
    assert [code for code, _ in shown([], "2025-12-31", register[3:]).standing()] == ["492"]
    assert shown([], "2025-12-31", register, unit="20242").total.total == 1
    assert shown([], "2025-06-30", register, unit="20242").total.total == 0
    before = shown([], "2025-12-31", register, unit="492")
    assert (before.as_of, before.total.total) == (date(2025, 6, 30), 2)
    assert (shown([], "2025-06-30", register).undecided, shown([], "2025-06-30", register).total.total) == (
        0,
        4,
    )


def test_schools_that_t1_lacks_are_named() -> None:
    register = [school(f"Trường Tiểu học {name}", "492") for name in ("Bình An", "An Bình", "Đông Hải")]
    rows = [
        record("492", date(2024, 3, 1), school="TH An Bình"),
        record("492", date(2022, 3, 1), school="TH Bình An"),
    ]
    found = overview(built(rows, schools=register), parse_filters({"as_of": "2024-06-30"})).unreached
    assert [(s.name, s.ever) for s in found] == [
        ("Trường Tiểu học Đông Hải", False),
        ("Trường Tiểu học Bình An", True),
    ]
    assert by_state_and_unit(found) == (
        (False, (("492", ("Trường Tiểu học Đông Hải",)),)),
        (True, (("492", ("Trường Tiểu học Bình An",)),)),
    )
