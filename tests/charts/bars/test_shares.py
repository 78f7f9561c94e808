"""A share year by year, classes apart from sessions."""

import pytest

from charts.bars.shares import YearShare, alt, shares
from charts.theme import LIGHT
from tests.charts.figures import NO_SHARES, SHARES, hovers, traces, words


def test_both_kinds_have_one_scale_and_a_panel_each() -> None:
    figure = shares(SHARES, SHARES, LIGHT)
    (classes,), (sessions,) = traces(figure, "classes"), traces(figure, "sessions")
    assert (classes["xaxis"], sessions["xaxis"]) == ("x", "x2")
    assert classes["y"] == sessions["y"]
    assert classes["y"][0] / classes["y"][1] == pytest.approx(0.104)


def test_the_turn_of_the_units_parts_its_column_only_and_stands_below_a_low_one_too() -> None:
    turns = [s for s in shares(SHARES, NO_SHARES, LIGHT)["layout"]["shapes"] if s["x0"] == s["x1"]]
    assert [s["xref"] for s in turns] == ["x", "x"]
    assert all(0.69 < s["x0"] < 1.31 for s in turns)
    through, foot = turns
    assert through["line"]["color"] == LIGHT.page
    assert foot["line"]["color"] == LIGHT.muted
    assert foot["y0"] < through["y0"] < foot["y1"] < through["y1"]


def test_what_is_not_known_is_no_zero() -> None:
    figure = shares(SHARES, NO_SHARES, LIGHT)
    assert traces(figure, "sessions")[0]["x"] == []
    assert "–" in words(figure)
    assert not [w for w in words(figure) if w.replace("\u00a0", " ") == "0 %"]


def test_hover_and_alt_say_part_and_whole() -> None:
    assert "năm 2024 10,4\u00a0%: 9.730 trên 93.230 lượt" in hovers(shares(SHARES, NO_SHARES, LIGHT))
    said = alt(SHARES, NO_SHARES).replace("\u00a0", " ")
    assert said == "Lớp tập huấn: năm 2024 10,4 %, năm 2025 100 %; Buổi truyền thông: chưa có số liệu."
    assert alt((), (YearShare("2021", "năm 2021", None, ""),)) == "Chưa có số liệu"


def test_a_little_is_not_nothing_and_nearly_all_not_all() -> None:
    years = tuple(
        YearShare(str(2021 + i), f"năm {2021 + i}", share, "")
        for i, share in enumerate((0.001, 0.999, 0.0, 1.0))
    )
    told = [w.replace("\u00a0", " ") for w in words(shares(years, NO_SHARES, LIGHT)) if "%" in w]
    assert told == ["0,1 %", "99,9 %", "0 %", "100 %"]
