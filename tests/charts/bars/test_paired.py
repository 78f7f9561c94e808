"""This year and last year as pairs of bars on one scale."""

from charts.bars.paired import PairedRow, alt, paired
from charts.theme import LIGHT
from tests.charts.figures import hovers, traces, words

YEARS = ("năm 2024", "năm 2023")
ROWS = (
    PairedRow("Quận Hải Châu", 10, 9, "tăng 1 lớp"),
    PairedRow("Quận Thanh Khê", None, 4),
    PairedRow("Huyện Hòa Vang", 0, 5, "giảm 5 lớp"),
)


def test_this_year_is_blue_and_last_year_grey_on_one_scale() -> None:
    figure = paired(ROWS, YEARS, LIGHT)
    (now,), (before,) = traces(figure, "now"), traces(figure, "before")
    assert (now["x"], now["marker"]["color"]) == ([10, 0], LIGHT.data)
    assert (before["x"], before["marker"]["color"]) == ([9, 4, 5], LIGHT.context)
    assert now["y"][0] > before["y"][0] > now["y"][1]


def test_what_is_not_known_is_hatched_and_is_no_zero() -> None:
    figure = paired(ROWS, YEARS, LIGHT)
    (unknown,) = traces(figure, "unknown")
    assert len(unknown["y"]) == 1
    assert words(figure).count("chưa báo cáo") == 1
    assert words(figure).count("0") == 1
    assert not traces(paired(ROWS[:1], YEARS, LIGHT), "unknown")


def test_the_years_are_named_once_at_the_first_pair() -> None:
    said = words(paired(ROWS, YEARS, LIGHT))
    assert [w for w in said if "năm 20" in w] == ["10 (năm 2024)", "9 (năm 2023)"]
    assert "chưa báo cáo · năm 2024" in words(paired(ROWS[1:], YEARS, LIGHT))


def test_hover_and_alt_tell_both_years() -> None:
    assert "Quận Thanh Khê năm 2024: chưa báo cáo năm 2023: 4" in hovers(paired(ROWS, YEARS, LIGHT))
    assert alt(ROWS, YEARS).startswith("Quận Hải Châu: năm 2024: 10, năm 2023: 9, tăng 1 lớp; ")
    assert alt((), YEARS) == "Chưa có số liệu"
