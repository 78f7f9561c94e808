"""Attendances by audience: classes and sessions apart, priority first, nothing hidden."""

from charts.bars.audiences import AudienceRow, alt, audiences
from charts.theme import LIGHT
from tests.charts.figures import AUDIENCES, hovers, notes, traces, words


def test_classes_and_sessions_stand_in_two_panels_on_one_scale() -> None:
    figure = audiences(AUDIENCES, LIGHT)
    (classes,), (sessions,) = traces(figure, "classes"), traces(figure, "sessions")
    assert (classes["xaxis"], sessions["xaxis"]) == ("x", "x2")
    assert figure["layout"]["xaxis"]["range"] == figure["layout"]["xaxis2"]["range"]
    assert figure["layout"]["barmode"] == "overlay"
    assert not {19282 + 126024, 18672} & set(sessions["x"])


def test_priority_stands_first_and_is_blue() -> None:
    (classes,) = traces(audiences(AUDIENCES, LIGHT), "classes")
    assert classes["x"] == [18672, 19282]
    assert classes["marker"]["color"] == [LIGHT.data, LIGHT.context]
    assert classes["y"] == sorted(classes["y"], reverse=True)


def test_what_no_audience_was_given_for_is_a_row_of_its_own() -> None:
    assert "Chưa phân đối tượng" in words(audiences(AUDIENCES, LIGHT, (0, 7)))
    assert "Chưa phân đối tượng" not in words(audiences(AUDIENCES, LIGHT))
    assert traces(audiences((), LIGHT, (3, 0)), "classes")[0]["x"] == [3]


def test_the_longest_bar_leaves_room_for_its_figure() -> None:
    figure = audiences(AUDIENCES, LIGHT)
    reach = figure["layout"]["xaxis2"]["range"][1]
    assert (1 - 126024 / reach) * 340 * 0.48 >= 50


def test_a_long_name_is_not_crossed_by_the_line_of_the_next_panel() -> None:
    figure = audiences((AudienceRow("Cán bộ làm công tác trẻ em, cộng tác viên", 1, 2),), LIGHT)
    (name,) = [n["y"] for n in notes(figure) if n["text"].startswith("Cán bộ")]
    tops = [float(line["path"].split(" ")[0].split(",")[1]) for line in figure["layout"]["shapes"]]
    # Half the height of its letters, with what hangs below them.
    assert all(top <= name - 9 for top in tops)


def test_zero_is_written() -> None:
    assert words(audiences(AUDIENCES, LIGHT)).count("0") == 1


def test_hover_says_seats_and_where() -> None:
    assert "Trẻ em trong trường học 126.024 lượt trong buổi truyền thông" in hovers(
        audiences(AUDIENCES, LIGHT)
    )


def test_alt_tells_both_apart() -> None:
    said = alt(AUDIENCES, (7, 0))
    assert said.startswith("Cha mẹ, người chăm sóc trẻ: 18.672 lượt trong lớp, 0 lượt trong buổi; ")
    assert "Chưa phân đối tượng: 7 lượt trong lớp" in said
    assert alt(()) == "Chưa có số liệu"


def test_of_whom_nobody_told_how_many_there_is_no_nought() -> None:
    rows = (AudienceRow("Giáo viên", None, 12),)
    figure = audiences(rows, LIGHT, (40, 0))
    assert "chưa rõ" in words(figure)
    assert traces(figure, "classes")[0]["x"] == [0, 40]
    assert any("chưa rõ số lượt trong lớp tập huấn" in said for said in hovers(figure))
    assert alt(rows) == "Giáo viên: chưa rõ số lượt trong lớp, 12 lượt trong buổi."
