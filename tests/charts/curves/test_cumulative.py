"""The cumulative curve: the two tiers stay apart, the future is blank, the gap is what is missing."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.curves.cumulative import alt, cumulative
from charts.curves.timeline import date_ticks, value_on
from charts.theme import LIGHT
from locales.forms import day
from program.units import BREAK, DISTRICTS_END
from program.vocabulary import Status
from tests.charts.figures import END, PATH, POINTS, START, curve, hovers, notes, traces, words

TURN = str(BREAK)
FORMER = ((START, 0.0), (END, 900.0))


def brackets(figure: dict) -> list[dict]:
    return [s for s in figure["layout"]["shapes"] if s["type"] == "path"]


@pytest.mark.parametrize("tier", ["old", "new", "both"])
def test_no_line_joins_the_two_sides_of_the_break(tier: str) -> None:
    for trace in traces(cumulative(curve(tier=tier), LIGHT), "actual"):
        assert max(trace["x"]) < TURN or min(trace["x"]) >= TURN


def test_the_city_goes_on_in_a_second_line_opened_by_a_ring() -> None:
    figure = cumulative(curve(), LIGHT)
    before, after = traces(figure, "actual")
    assert before["x"][-1] == "2025-06-30"
    assert after["x"][0] == "2025-07-31"
    (ends,) = traces(figure, "ends")
    assert ends["x"] == ["2025-06-30", "2025-07-31", str(END)]
    assert ends["marker"]["color"] == [LIGHT.page, LIGHT.page, LIGHT.data]


def test_a_district_ends_at_the_break_and_a_new_unit_begins_there() -> None:
    """Its plan too, though its target was set for days after it; the axis ends with the line of the break and its words."""
    figure = cumulative(curve(tier="old", former=FORMER, changed=date(2023, 3, 5)), LIGHT)
    for name in ("actual", "plan", "former"):
        assert traces(figure, name)[0]["x"][-1] == "2025-06-30", name
    assert traces(figure, "plan")[0]["y"][-1] == value_on(PATH, DISTRICTS_END)
    assert figure["layout"]["xaxis"]["ticktext"][-1] == "1‑7‑2025"
    assert figure["layout"]["xaxis"]["range"][1] < "2025-08-01"
    assert "từ 1‑7‑2025: phường, xã, đặc khu mới" in words(figure)
    assert not [s for s in figure["layout"]["shapes"] if s["type"] == "rect"]
    figure = cumulative(curve(tier="new"), LIGHT)
    (new,) = traces(figure, "actual")
    assert new["x"][0] == TURN
    assert new["y"][0] == 0
    assert figure["layout"]["xaxis"]["range"][0] == TURN


def test_the_break_is_drawn_with_its_words_and_its_date() -> None:
    figure = cumulative(curve(points=POINTS[:2], expected=560.0), LIGHT)
    lines = [s for s in figure["layout"]["shapes"] if s["type"] == "line" and s["x0"] == s["x1"] == TURN]
    assert len(lines) == 1
    assert "từ 1‑7‑2025: phường, xã, đặc khu mới" in words(figure)
    assert "1‑7‑2025" in figure["layout"]["xaxis"]["ticktext"]


def test_a_break_outside_the_period_neither_shows_nor_widens_the_axis() -> None:
    figure = cumulative(curve(start=date(2023, 12, 15), end=date(2024, 12, 14)), LIGHT)
    assert not [w for w in words(figure) if "phường" in w]
    assert figure["layout"]["xaxis"]["range"] == ["2023-12-15", "2024-12-18"]
    assert all(x <= "2024-12-14" for t in figure["data"] for x in t["x"])


def test_the_future_is_blank() -> None:
    figure = cumulative(curve(points=POINTS[:2], expected=560.0), LIGHT)
    assert [t["x"][-1] for t in traces(figure, "actual")] == ["2024-06-30"]
    assert traces(figure, "plan")[0]["x"][-1] == str(END)


def test_the_path_runs_through_its_milestones() -> None:
    (plan,) = traces(cumulative(curve(), LIGHT), "plan")
    assert list(zip(plan["x"], plan["y"], strict=True)) == [(str(d), v) for d, v in PATH]


@pytest.mark.parametrize(
    ("expected", "verdict"),
    [(560.0, "thiếu 80"), (400.0, "vượt 80"), (480.3, "đúng kế hoạch"), (None, "")],
)
def test_the_gap_in_words_and_as_a_bracket(expected: float | None, verdict: str) -> None:
    figure = cumulative(curve(points=POINTS[:2], expected=expected, status=Status.NEEDS_ACCELERATION), LIGHT)
    assert f"480 lớp {verdict}".strip() in words(figure)
    drawn = brackets(figure)
    assert len(drawn) == ("thiếu" in verdict or "vượt" in verdict)
    for bracket in drawn:
        assert bracket["xanchor"] == "2024-06-30"
        assert f"0,{expected} L 0,480.0" in bracket["path"]
        assert bracket["line"]["color"] == LIGHT.status[Status.NEEDS_ACCELERATION]


def test_at_the_end_the_margin_lists_what_was_done_the_verdict_and_the_target() -> None:
    figure = cumulative(curve(), LIGHT)
    assert "1.100 lớp thiếu 100 mục tiêu 1.200" in words(figure)
    assert figure["layout"]["margin"]["r"] > 80


def test_silence_shows_the_plan_and_says_so() -> None:
    figure = cumulative(curve(points=()), LIGHT)
    assert not traces(figure, "actual")
    assert "Chưa có số liệu" in words(figure)
    # In the corner below the end of the path, not upon it.
    (said,) = (one for one in figure["layout"]["annotations"] if "Chưa có số liệu" in one["text"])
    assert (said["x"], said["y"], said["xanchor"], said["yanchor"]) == (1, 0, "right", "bottom")
    assert not brackets(figure)


def test_hover_has_vietnamese_numbers_and_months() -> None:
    assert "đến 30‑6‑2025: 1.034 lớp kế hoạch 1.003" in hovers(cumulative(curve(), LIGHT))


def test_alt_tells_value_plan_and_target() -> None:
    assert alt(curve()) == ("Cộng dồn đến 31‑12‑2025: 1.100 lớp, kế hoạch đến nay 1.200, mục tiêu 1.200.")
    assert alt(curve(points=())) == "Chưa có số liệu"


def test_value_on_a_path() -> None:
    assert value_on(PATH, START) == 0
    assert value_on(PATH, date(2023, 12, 14)) == 400
    assert value_on(PATH, date(2021, 5, 31)) is None
    assert value_on((), START) is None


@given(
    st.dates(date(2021, 6, 1), date(2025, 12, 1)),
    st.integers(20, 1700),
    st.sampled_from([180.0, 300.0, 540.0]),
)
def test_dates_below_the_axis_do_not_touch(start: date, days: int, room: float) -> None:
    end = start + timedelta(days=days)
    named = date_ticks(start, end, room)
    ticks = sorted(named)
    assert all(start <= tick <= end for tick in ticks)
    # An axis that begins on the day of the break names its month, as any first day of a month.
    assert (named.get(BREAK) == day(BREAK)) == (start < BREAK <= end)
    assert all((b - a).days / days * room >= 36 for a, b in pairwise(ticks))


def test_the_plan_that_was_replaced_stands_in_grey_with_the_day_of_the_change() -> None:
    changed = curve(former=FORMER, changed=date(2023, 3, 5))
    figure = cumulative(changed, LIGHT)
    [line] = traces(figure, "former")
    assert (line["x"][0], line["x"][-1], line["y"][-1]) == (str(START), str(END), 900)
    assert line["line"]["color"] == LIGHT.context
    assert any(text.endswith("kế hoạch cũ, đến 5‑3‑2023") for text in words(figure))
    assert "kế hoạch cũ, đến 5‑3‑2023: 900" in alt(changed)
    assert not traces(cumulative(curve(), LIGHT), "former")


@pytest.mark.parametrize(("high", "side"), [(900.0, "top"), (2000.0, "bottom")])
def test_the_words_of_the_former_plan_stand_away_from_the_plan_in_force(high: float, side: str) -> None:
    figure = cumulative(curve(former=((START, 0.0), (END, high)), changed=date(2023, 3, 5)), LIGHT)
    [note] = [n for n in notes(figure) if "kế hoạch cũ" in n["text"]]
    assert note["yanchor"] == side
    assert figure["layout"]["yaxis"]["range"][1] >= high


@pytest.mark.parametrize(("done", "corner"), [(0.9, True), (0.2, False)])
def test_the_words_of_the_former_plan_hide_nothing_that_was_done(done: float, corner: bool) -> None:
    """Just below the former path lies what was done: a label there would cover it."""
    days = [START + (END - START) * (k / 40) for k in range(28)]
    points = tuple((d, 900.0 * done * k / 40) for k, d in enumerate(days))
    figure = cumulative(
        curve(points=points, former=((START, 0.0), (END, 900.0)), changed=date(2023, 3, 5)), LIGHT
    )
    [note] = [n for n in notes(figure) if "kế hoạch cũ" in n["text"]]
    assert ((note["x"], note["y"], note.get("yref")) == (0, 1, "paper")) == corner
