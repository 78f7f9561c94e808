"""One figure a row, the largest first, the city in grey for comparison."""

from charts.bars.ranking import RankedRow, alt, ranked
from charts.theme import LIGHT
from tests.charts.figures import hovers, traces, words

ROWS = (
    RankedRow("Toàn thành phố", 4.5, "4,5 lượt", "329.700 trẻ em, 2024", context=True),
    RankedRow("Quận Sơn Trà", 105.2, "105,2 lượt", "40.000 trẻ em, 2024"),
    RankedRow("Quận Thanh Khê", 4.0, "4,0 lượt"),
)


def test_units_are_blue_and_the_city_grey_with_a_line_through_the_rows() -> None:
    figure = ranked(ROWS, LIGHT)
    (values,) = traces(figure, "value")
    assert values["x"] == [4.5, 105.2, 4.0]
    assert values["marker"]["color"] == [LIGHT.context, LIGHT.data, LIGHT.data]
    assert [line["x0"] for line in figure["layout"]["shapes"]] == [4.5]
    assert not ranked(ROWS[1:], LIGHT)["layout"]["shapes"]


def test_the_scale_goes_on_past_a_hundred_and_leaves_room_for_the_figure() -> None:
    reach = ranked(ROWS, LIGHT)["layout"]["xaxis"]["range"][1]
    assert (1 - 105.2 / reach) * 340 >= 60


def test_what_a_figure_rests_on_is_said() -> None:
    figure = ranked(ROWS, LIGHT)
    assert "40.000 trẻ em, 2024" in words(figure)
    assert "Quận Sơn Trà 105,2 lượt 40.000 trẻ em, 2024" in hovers(figure)
    assert alt(ROWS) == (
        "Toàn thành phố: 4,5 lượt (329.700 trẻ em, 2024); Quận Sơn Trà: 105,2 lượt (40.000 trẻ em, 2024); "
        "Quận Thanh Khê: 4,0 lượt."
    )
    assert alt(()) == "Chưa có số liệu"


def test_all_zero_is_drawn() -> None:
    assert traces(ranked((RankedRow("A", 0.0, "0,0 lượt"),), LIGHT), "value")[0]["x"] == [0.0]
