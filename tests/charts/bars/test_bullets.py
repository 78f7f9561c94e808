"""Value against target: what is known, what is not, what is beyond."""

from dataclasses import replace

import pytest

from charts.bars.bullets import BulletRow, alt, bullets
from charts.theme import DARK, LIGHT
from program.vocabulary import Status
from tests.charts.figures import LONG, ROWS, hovers, notes, traces, words


def ticks(figure: dict) -> list[float]:
    lines = [s for s in figure["layout"].get("shapes", ()) if s["x0"] == s["x1"]]
    return [s["x0"] for s in lines]


def test_an_unknown_share_is_hatched_and_never_a_bar() -> None:
    figure = bullets(ROWS, LIGHT)
    (unknown,) = traces(figure, "unknown")
    (share,) = traces(figure, "share")
    assert len(unknown["y"]) == 1
    assert unknown["marker"]["pattern"]["shape"] == "/"
    assert unknown["y"][0] not in share["y"]
    assert share["x"] == [0.648, 0.0, 1.12]


def test_a_zero_is_a_bar_of_no_length_on_its_track() -> None:
    figure = bullets(ROWS[1:2], LIGHT)
    assert traces(figure, "share")[0]["x"] == [0.0]
    assert traces(figure, "track")[0]["x"] == [1]
    assert not traces(figure, "unknown")


def test_beyond_the_scale_the_bar_is_cut_and_the_figure_printed() -> None:
    figure = bullets(ROWS[2:3], LIGHT)
    assert any(line.endswith(" 126.024/100.000 lượt") for line in words(figure))
    cut = [s for s in figure["layout"]["shapes"] if s["x0"] != s["x1"]]
    assert len(cut) == 1
    assert cut[0]["line"]["color"] == LIGHT.page


def test_blue_is_for_what_can_be_judged_and_grey_for_parts() -> None:
    unjudged = BulletRow("Thanh Khê", "58/102 lớp", 0.57, None, Status.NOT_ASSESSABLE)
    (share,) = traces(bullets((*ROWS[:2], unjudged), DARK), "share")
    assert share["marker"]["color"] == [DARK.data, DARK.context, DARK.context]


def test_each_row_has_its_own_tick_and_one_explanation() -> None:
    figure = bullets(ROWS, LIGHT)
    assert ticks(figure) == [0.67, 0.5, 0.67]
    assert [w for w in words(figure) if w.startswith("kế hoạch")] == ["kế hoạch đến nay"]
    same = bullets((ROWS[0], ROWS[2]), LIGHT)
    assert "kế hoạch đến nay 67\u00a0%" in words(same)


def test_after_the_end_the_tick_is_the_target() -> None:
    said = words(bullets((replace(ROWS[0], expected=1.0, status=Status.NOT_MET),), LIGHT))
    assert "mục tiêu" in said
    assert not [w for w in said if w.startswith("kế hoạch")]


@pytest.mark.parametrize("due", [0.02, 0.2, 0.34, 0.5, 0.65, 0.7, 0.99])
def test_the_explanation_of_the_tick_stays_within_a_narrow_chart(due: float) -> None:
    figure = bullets((replace(ROWS[0], expected=due),), LIGHT)
    (key,) = [a for a in notes(figure) if a["text"].startswith("kế hoạch")]
    room = (340 - figure["layout"]["margin"]["r"]) / 1.12
    left = due * room - {"left": 0, "center": 65, "right": 130}[key["xanchor"]]
    assert left >= 0
    assert left + 130 <= room + 4


def test_long_names_break_and_their_row_grows() -> None:
    short, long = bullets(ROWS[:1], LIGHT), bullets((replace(ROWS[0], name=f"{LONG} Đà Nẵng"),), LIGHT)
    assert long["layout"]["height"] - short["layout"]["height"] in (18, 19)


def test_status_words_have_shape_and_hue() -> None:
    (beside,) = bullets(ROWS, LIGHT)["layout"]["annotations"]
    lines = beside["text"].split("<br>")
    assert f"<b><span style='color:{LIGHT.status[Status.FAR_BEHIND]}'>▼ chậm</span></b>" in "".join(lines)
    assert any("○ chưa có mẫu số" in line for line in lines)


def test_words_beside_a_bar_stand_at_the_height_of_its_name() -> None:
    """A long name above and the plan's key below move all that follows; the lines of the one note keep up."""
    rows = (replace(ROWS[0], name=f"{LONG} Đà Nẵng"), *ROWS)
    figure = bullets(rows, LIGHT)
    (beside,) = figure["layout"]["annotations"]
    lines, line = beside["text"].split("<br>"), beside["font"]["size"] * 1.3
    statuses = [i for i, text in enumerate(lines) if any(shape in text for shape in "●◆▲▼○")]
    (names,) = ([n for n in notes(figure) if n["xref"] == "x" and n["x"] == 0 and n["size"] == 14],)
    lowest = [n["y"] - n["text"].count("<br>") * 18.4 / 2 for n in names]
    assert len(statuses) == len(rows) == len(lowest)
    assert [beside["y"] - 11 - i * line for i in statuses] == pytest.approx(lowest, abs=1)


def test_hover_says_share_plan_and_status() -> None:
    assert hovers(bullets(ROWS[:1], LIGHT)) == [
        "Lớp cho cha mẹ 389/600 lớp đạt 65\u00a0% mục tiêu kế hoạch đến nay 67\u00a0% ◆ đúng tiến độ"
    ]


def test_alt_tells_the_rows() -> None:
    said = alt(ROWS)
    assert "Lớp cho cha mẹ: 389/600 lớp, đúng tiến độ, đạt 65\u00a0%, kế hoạch 67\u00a0%" in said
    assert "Sở KH&CN: chưa có mẫu số" in said
    assert "0\u00a0%" not in alt(ROWS[3:])
    assert alt(()) == "Chưa có số liệu"
