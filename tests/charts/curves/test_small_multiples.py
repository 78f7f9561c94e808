"""Units side by side on one scale."""

from datetime import date

from charts.curves.small_multiples import SmallRow, alt, small_multiples
from charts.theme import LIGHT
from program.units import BREAK
from program.vocabulary import Status
from tests.charts.figures import END, POINTS, SMALL, START, hovers, notes, plain, traces, words


def pieces(trace: dict) -> list[list[tuple[str, float]]]:
    found: list[list[tuple[str, float]]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None:
            found.append([])
        else:
            found[-1].append((x, y))
    return found


def test_no_piece_of_line_crosses_the_break() -> None:
    figure = small_multiples(SMALL, START, END, LIGHT, "lớp")
    for trace in traces(figure, "actual"):
        assert trace["connectgaps"] is False
        for piece in pieces(trace):
            assert piece[-1][0] < str(BREAK) or piece[0][0] >= str(BREAK)


def test_all_panels_share_one_scale() -> None:
    figure = small_multiples(SMALL, START, END, LIGHT, "lớp")
    rises = {round(p[-1][1] - p[0][1], 6) for t in traces(figure, "plan") for p in pieces(t)}
    assert len(rises) == 1
    assert figure["layout"]["xaxis"]["range"] == figure["layout"]["xaxis2"]["range"]


def test_a_plan_that_began_before_the_axis_is_drawn_from_its_first_day() -> None:
    row = SmallRow(
        "Hải Vân",
        ((date(2025, 6, 30), 0.0), (date(2025, 7, 31), 1.0), (END, 2.0)),
        ((date(2025, 6, 30), 0.0), (END, 4.0)),
        4,
        Status.NOT_MET,
    )
    figure = small_multiples([row], BREAK, END, LIGHT, "lớp")
    (plan,), (done,) = (pieces(traces(figure, name)[0]) for name in ("plan", "actual"))
    assert [plan[0][0], plan[-1][0]] == [done[0][0], done[-1][0]] == [str(BREAK), str(END)]
    assert plan[-1][1] - done[0][1] == 76  # the plan's end is the top of the scale
    assert done[0][1] == done[1][1] - 76 / 4


def test_the_largest_gap_comes_first_and_silence_last() -> None:
    drawn = notes(small_multiples(SMALL, START, END, LIGHT, "lớp"))
    told = [plain(one["text"]) for one in sorted(drawn, key=lambda one: (-one["y"], one["xref"]))]
    assert [words for words in told if words in {row.name for row in SMALL}] == [
        "Hòa Vang",
        "Hải Châu",
        "Thanh Khê",
    ]


def test_a_silent_unit_has_no_line_and_no_number() -> None:
    figure = small_multiples(SMALL[1:2], START, END, LIGHT, "lớp")
    assert not traces(figure, "actual")
    assert "○ chưa báo cáo" in [w.strip() for w in words(figure)]


def test_hover_and_alt() -> None:
    assert "Hòa Vang đến 30‑6‑2025: 1.034 lớp" in hovers(small_multiples(SMALL, START, END, LIGHT, "lớp"))
    assert alt(SMALL, "lớp").startswith("Hòa Vang: 1.100 lớp, chậm; ")
    assert POINTS[-1][1] == 1100
