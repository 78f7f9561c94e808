"""Unit × period: value, declared zero, silence and not due look different."""

from dataclasses import replace

import pytest

from charts.grids.heat import FROM, HeatRow, alt, heat, key
from charts.theme import DARK, LIGHT
from pages.parts.shell.browser.style import SCREEN
from program.views.by_quarter import NoNumber
from tests.charts.figures import COLUMNS, HEAT, hovers, marks, notes, traces, words


def test_each_kind_of_cell_has_its_own_sign() -> None:
    figure = heat(COLUMNS, HEAT, LIGHT, "lớp")
    (value,), (zero,), (silent,) = (traces(figure, m) for m in ("value", "zero", "silent"))
    assert (value["x"], zero["x"], silent["x"]) == ([0], [2], [1])
    assert {(n["x"], n["text"]) for n in notes(figure)} >= {(0, "1.234"), (2, "0")}
    assert zero["marker"]["line"]["width"] == 1
    assert silent["marker"]["pattern"]["shape"] == "/"
    assert not [n for n in notes(figure) if n["x"] == 1 and n["y"] == silent["base"][0] + silent["y"][0] / 2]


def test_what_is_not_due_stays_blank() -> None:
    drawn = [
        (x, y)
        for t in marks(heat(COLUMNS, HEAT, LIGHT, "lớp"))
        for x, y in zip(t["x"], t["base"], strict=True)
    ]
    assert len(drawn) == 3


def test_silence_alone_draws_no_value_and_no_zero() -> None:
    figure = heat(COLUMNS, (HeatRow("A", (NoNumber.SILENT,) * 3, 0, 3),), LIGHT, "lớp")
    assert [t["meta"] for t in marks(figure)] == ["silent"]
    assert "0/3" in words(figure)


def test_shades_grow_with_the_value() -> None:
    row = HeatRow("A", (1, 50, 100), 3, 3)
    (value,) = traces(heat(COLUMNS, (row,), DARK, "lớp"), "value")
    assert value["marker"]["color"] == [DARK.heat[0], DARK.heat[2], DARK.heat[3]]


def test_the_last_column_is_completeness() -> None:
    figure = heat(COLUMNS, HEAT, LIGHT, "lớp")
    found = {a["text"]: a for a in notes(figure)}
    _, high = figure["layout"]["xaxis"]["range"]
    assert found["1/2"]["x"] == found["báo cáo"]["x"] == high
    assert found["1/2"]["xanchor"] == "left"


@pytest.mark.parametrize(("columns", "beside"), [(1, True), (4, True), (6, False), (18, False)])
def test_names_stand_left_of_few_periods_and_above_many(columns: int, beside: bool) -> None:
    row = HeatRow("Phường Hòa Cường", (1,) * columns, 1, 1)
    figure = heat(COLUMNS[:1] * columns, (row,), LIGHT, "lớp")
    (name,), (value,) = [n for n in notes(figure) if n["text"] == row.name], traces(figure, "value")
    middle = value["base"][0] + value["y"][0] / 2
    assert (name["y"] == middle) == beside
    assert (figure["layout"]["margin"]["l"] > 0) == beside


def test_names_that_leave_no_room_for_their_cells_stand_above_them() -> None:
    row = HeatRow("Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", (1, 2, 3, 4), 1, 1)
    assert heat(COLUMNS[:1] * 4, (row,), LIGHT, "lớp")["layout"]["margin"]["l"] == 0


def test_the_break_stands_before_the_first_period_of_the_new_units() -> None:
    figure = heat(COLUMNS, HEAT, LIGHT, "lớp")
    (line,) = figure["layout"]["shapes"]
    assert line["x0"] == line["x1"] == 1.5
    assert "từ 1‑7‑2025: phường, xã, đặc khu mới" in words(figure)


@pytest.mark.parametrize("columns", [COLUMNS[:2], COLUMNS[2:]], ids=["before", "after"])
def test_no_break_where_all_periods_are_on_one_side(columns: tuple) -> None:
    rows = tuple(replace(r, cells=r.cells[: len(columns)]) for r in HEAT)
    assert not heat(columns, rows, LIGHT, "lớp")["layout"]["shapes"]


def test_digits_that_may_not_fit_are_all_shown_or_all_hidden() -> None:
    columns = COLUMNS[:1] * 18
    few, many = HeatRow("A", (7,) * 18, 18, 18), HeatRow("A", (1234, *(7,) * 17), 18, 18)
    assert not [t for t in heat(columns, (few,), LIGHT, "lớp")["data"] if "uid" in t]
    (apart,) = [t for t in heat(columns, (many,), LIGHT, "lượt")["data"] if "uid" in t]
    assert apart["text"] == ["1.234", *["7"] * 17]
    # 18 numbers of 31 pixels, and the reports beside them.
    assert apart["uid"] == FROM.format(650)
    assert f"@media (max-width: 681px) {{ .trace{FROM.format(650)} {{ display: none; }} }}" in SCREEN


def test_noughts_and_question_marks_are_shown_on_any_screen() -> None:
    figure = heat(
        COLUMNS[:1] * 18, (HeatRow("A", (1234, 0, NoNumber.UNTOLD, *(7,) * 15), 18, 18),), LIGHT, "lượt"
    )
    (plain,) = [t for t in traces(figure, "words") if "uid" not in t]
    assert {"0", "?"} <= set(plain["text"])
    assert "7" not in plain["text"]


def test_each_group_of_periods_is_named_once() -> None:
    assert words(heat(COLUMNS, HEAT, LIGHT, "lớp")).count("2025") == 1


def test_hover_says_what_stands_in_the_cell() -> None:
    assert hovers(heat(COLUMNS, HEAT, LIGHT, "lớp")) == [
        "Hải Châu quý I/2025: 1.234 lớp",
        "Hòa Cường quý III/2025: có báo cáo, không phát sinh",
        "Hải Châu quý II/2025: chưa báo cáo",
    ]


def test_a_row_must_have_a_cell_for_each_period() -> None:
    with pytest.raises(ValueError):
        heat(COLUMNS, (HeatRow("A", (1,), 1, 1),), LIGHT, "lớp")


def test_a_number_that_nobody_told_is_a_question_mark_and_no_nought() -> None:
    rows = (HeatRow("A", (NoNumber.UNTOLD, 0, NoNumber.SILENT), 2, 3),)
    figure = heat(COLUMNS, rows, LIGHT, "lớp")
    (untold,) = traces(figure, "untold")
    assert untold["x"] == [0]
    assert (0, "?") in {(n["x"], n["text"]) for n in notes(figure)}
    assert untold["hovertext"][0].endswith("có báo cáo, chưa rõ số lớp")
    assert "?: có báo cáo, chưa rõ số lớp" in key(rows, LIGHT, "lớp")


def test_key_and_alt_are_in_words() -> None:
    assert "chưa báo cáo" in key(HEAT, LIGHT, "lớp")
    assert LIGHT.heat[3] in key(HEAT, LIGHT, "lớp")
    assert "?" not in key(HEAT, LIGHT, "lớp")
    assert alt(HEAT) == "Hải Châu: 1/2 báo cáo; Hòa Cường: 1/1 báo cáo."


def test_of_one_unit_a_row_is_a_kind_with_its_own_word_and_sum() -> None:
    rows = (
        HeatRow("Lớp tập huấn", (4, NoNumber.NOT_DUE, 0), total=4, counter="lớp"),
        HeatRow("Buổi truyền thông", (1, NoNumber.NOT_DUE, 2), total=3, counter="buổi"),
    )
    figure = heat(COLUMNS, rows, LIGHT, "lớp, buổi")
    assert {"cộng", "4", "3"} <= set(words(figure))
    assert "báo cáo" not in words(figure)
    assert any("1 buổi" in text for text in hovers(figure))
    assert alt(rows) == "Lớp tập huấn: 4 lớp; Buổi truyền thông: 3 buổi."
    signs = key(rows, LIGHT, "lớp, buổi")
    assert "để trống: không có báo cáo" in signs
    assert "chưa báo cáo" not in signs
