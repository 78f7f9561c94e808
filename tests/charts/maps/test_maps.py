"""Map and tiles: fills by status, silence hatched, Hoàng Sa always there."""

from itertools import pairwise

import pytest

from charts.bars import bullets
from charts.bars.bullets import BulletRow
from charts.maps import district_map as by_district
from charts.maps import tiles as by_tile
from charts.maps.areas import AreaRow, share_text
from charts.maps.district_map import counts_alt
from charts.maps.outlines import districts, hoang_sa, tiles
from charts.theme import LIGHT
from program.units import reporting_units
from program.vocabulary import Status
from tests.charts.figures import AREAS, COUNTS, END, MAKERS, TILES, hovers, traces, words

DRAWN = {
    "map": (by_district.district_map, AREAS, "(huyện Hoàng Sa, TP Đà Nẵng)"),
    "tiles": (by_tile.tile_map, TILES, "(đặc khu Hoàng Sa, TP Đà Nẵng)"),
}
drawn = pytest.mark.parametrize(("draw", "rows", "office"), DRAWN.values(), ids=DRAWN)


@drawn
@pytest.mark.parametrize("empty", [False, True])
def test_hoang_sa_stands_in_its_framed_box(draw, rows, office, empty) -> None:
    figure = draw(() if empty else rows, LIGHT)
    (islands,) = traces(figure, "hoang_sa")
    assert len(islands["x"]) == len(hoang_sa()) == 14
    assert (islands["xaxis"], islands["yaxis"]) == ("x2", "y2")
    layout = figure["layout"]
    assert all(layout["xaxis2"]["range"][0] < x < layout["xaxis2"]["range"][1] for x in islands["x"])
    assert all(layout["yaxis2"]["range"][0] < y < layout["yaxis2"]["range"][1] for y in islands["y"])
    frame = layout["shapes"][0]
    assert (frame["type"], frame["x1"], frame["y0"]) == ("rect", 1, 0)
    assert f"Quần đảo Hoàng Sa {office} không có số liệu" in words(figure)


@drawn
def test_fill_is_status_and_silence_is_hatched(draw, rows, office) -> None:
    figure = draw(rows, LIGHT)
    judged, silent = (traces(figure, row.code)[0] for row in rows)
    assert judged["fillcolor"] == LIGHT.tint[rows[0].status]
    assert "fillpattern" not in judged
    assert silent["fillpattern"]["shape"] == "/"
    assert "fillcolor" not in silent


@drawn
def test_every_unit_is_drawn_also_without_a_row(draw, rows, office) -> None:
    figure = draw((), LIGHT)
    areas = [t for t in figure["data"] if t.get("fill")]
    assert len(areas) == (7 if draw is by_district.district_map else 15)
    assert all(t["fillpattern"]["shape"] == "/" for t in areas)
    assert not any("%" in text for text in words(figure) + hovers(figure))


def test_outlines_and_tiles_are_those_of_the_units_that_report() -> None:
    before, after = ({u.code for u in reporting_units(day)} for day in (END.replace(month=6, day=30), END))
    assert {o.code for o in districts()} == before
    assert {tile.code for tile in tiles()} == after
    assert len({(tile.column, tile.row) for tile in tiles()}) == 15


def test_every_tile_stands_once_under_the_former_district_of_most_of_its_wards() -> None:
    placed = {code: group.district for group in by_tile.groups() for code in group.codes}
    assert set(placed) == {tile.code for tile in tiles()}
    assert sum(len(group.codes) for group in by_tile.groups()) == 15
    # Hải Vân, Hòa Xuân (two communes of Hòa Vang, one ward of Cẩm Lệ), An Khê, Hải Châu, Hòa Vang.
    asked = ("20194", "20314", "20305", "20242", "20320")
    assert [placed[code] for code in asked] == ["490", "497", "495", "492", "497"]
    bounds = sorted((g.row, g.column, g.column + len(g.codes)) for g in by_tile.groups())
    assert all(right <= 8 for _, _, right in bounds)
    assert all(a[0] < b[0] or a[2] < b[1] for a, b in pairwise(bounds))
    assert bounds[-1][2] < 8 * by_tile._BOX


def test_a_tile_names_its_district_above_and_the_others_at_a_touch() -> None:
    figure = by_tile.tile_map(TILES, LIGHT)
    assert {"Hòa Vang", "Sơn Trà", "Thanh Khê"} <= set(words(figure))
    (an_khe,) = traces(figure, "20305")
    assert an_khe["text"].endswith("có cả phần của quận Thanh Khê cũ")
    (hai_chau,) = traces(figure, "20242")
    assert "cũ" not in hai_chau["text"]


def test_words_have_shape_percentage_and_vietnamese_form() -> None:
    assert "Hòa Vang ▼ 57\u00a0%" in words(by_district.district_map(AREAS, LIGHT))
    assert "● 112\u00a0%" in words(by_tile.tile_map(TILES, LIGHT))
    assert "Hòa Vang đạt 57\u00a0% kế hoạch đến nay ▼ chậm" in hovers(by_district.district_map(AREAS, LIGHT))
    assert "Thanh Khê ○ chưa báo cáo" in hovers(by_district.district_map(AREAS, LIGHT))


def test_a_status_that_cannot_be_judged_hides_its_share() -> None:
    row = AreaRow("497", "Hòa Vang", 0.0, Status.NOT_ASSESSABLE)
    assert not any("%" in text for text in words(by_district.district_map((row,), LIGHT)))


def test_very_large_shares_stay_short() -> None:
    assert share_text(9.99) == "999\u00a0%"
    assert share_text(13) == "> 999\u00a0%"


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "0"), (0.001, "0,1"), (0.0001, "0,1"), (0.73, "73"), (0.996, "99,6"), (1, "100"), (1.004, "100")],
)
def test_something_is_not_nothing_and_nearly_all_is_not_all(share: float, text: str) -> None:
    assert share_text(share) == f"{text}\u00a0%"
    row = BulletRow("Lớp cho cha mẹ", "1/1 lớp", share, 1.0, Status.NOT_MET)
    assert f"đạt {text}\u00a0%" in bullets.alt([row])


@pytest.mark.parametrize("alt", [by_district.alt, by_tile.alt])
def test_alt_tells_units_and_hoang_sa(alt) -> None:
    assert alt(AREAS) == (
        "Hòa Vang: 57\u00a0%, chậm; Thanh Khê: chưa báo cáo; Quần đảo Hoàng Sa: không có số liệu."
    )


def test_circles_have_the_area_of_the_count_and_silence_has_none() -> None:
    figure = MAKERS["map of counts"](LIGHT)
    [circles] = traces(figure, "counts")
    small, large = sorted(circles["marker"]["size"])
    assert (large / small) ** 2 == pytest.approx(72 / 18)
    said = words(figure)
    assert {"Hòa Vang 18 lớp", "Liên Chiểu 0 lớp", "Thanh Khê ○ chưa báo cáo"} <= set(said)
    # A reported zero is a zero; who was silent is hatched.
    [zero], [silent] = traces(figure, "490"), traces(figure, "491")
    assert "fillpattern" in silent
    assert "fillpattern" not in zero


def test_the_map_of_counts_has_hoang_sa_too() -> None:
    figure = MAKERS["map of counts, none"](LIGHT)
    assert traces(figure, "hoang_sa")
    assert any("Quần đảo Hoàng Sa" in text for text in words(figure))


def test_the_map_of_counts_in_words() -> None:
    assert counts_alt(COUNTS[:1]) == "Hòa Vang: 18 lớp; Quần đảo Hoàng Sa: không có số liệu."


@pytest.mark.parametrize("draw", [by_district.district_map, by_district.district_counts])
def test_what_holds_for_every_district_is_said_once(draw) -> None:
    codes = [outline.code for outline in districts()]
    silent = [AreaRow(code, code, None, Status.NOT_ASSESSABLE, "chưa có chỉ tiêu") for code in codes]
    assert sum("○ chưa có chỉ tiêu" in text for text in words(draw(silent, LIGHT))) == 1
    other = [AreaRow(codes[0], "A", None, Status.NOT_ASSESSABLE, "chưa báo cáo"), *silent[1:]]
    assert sum("○ chưa có chỉ tiêu" in text for text in words(draw(other, LIGHT))) == len(codes) - 1
