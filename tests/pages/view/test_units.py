"""Đơn vị: the order of units, silence apart, one unit in depth."""

import re
from datetime import date

from tests.pages.conftest import Start
from tests.pages.handing_in import take, written
from tests.pages.said import links, spoken
from tests.pages.view.test_overview import START, figure, planned, target_lines, value_of, vi, words
from tests.storage.build import record

PAGE = "pages/view/units.py"
NAMES = {
    "490": "Quận Liên Chiểu",
    "491": "Quận Thanh Khê",
    "492": "Quận Hải Châu",
    "493": "Quận Sơn Trà",
    "494": "Quận Ngũ Hành Sơn",
    "495": "Quận Cẩm Lệ",
    "497": "Huyện Hòa Vang",
}


def test_units_stand_by_their_gap_and_say_their_own_figures(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2024-06-30", indicator="L-classes-out-of-school")
    end = date(2024, 6, 30)
    paces, met = {}, set()
    for code, name in NAMES.items():
        rows = target_lines("L-classes-out-of-school", {name})
        value = value_of("L-classes-out-of-school", code, START, end)
        paces[code] = value / planned(rows, START, end)
        target = planned(rows, START, date(2025, 12, 31))
        assert f"{vi(value)}/{vi(target)} lớp" in words(figure(app, "units"))
        met |= {code} if value >= target else set()
    shown = [w.split(" · ")[0] for w in words(figure(app, "units")) if w.split(" · ")[0] in NAMES.values()]
    want = [NAMES[code] for code in sorted(paces, key=lambda c: (c in met, paces[c]))]
    assert shown == want
    worst = min(paces, key=lambda c: paces[c])
    assert f"{NAMES[worst][0].lower()}{NAMES[worst][1:]} chậm nhất" in spoken(app.title[0].value)
    # What the ranking far below says stands in a line at the top, with the way to the numbers of children.
    rate = next(text.split(" ")[0] for text in words(figure(app, "per-children")) if text.endswith(" lượt"))
    line = next(e.proto.body for e in app.get("html") if "Lượt trên 100 trẻ em" in e.proto.body)
    assert f"<strong>{rate}</strong>" in line
    assert "open=what-if-children' data-to='what-if-children'" in line
    assert "5 đơn vị chưa có" in line.replace("\u00a0", " ")


def test_a_silent_unit_is_apart_and_without_a_figure(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", tier="communes", indicator="L-sessions")
    texts = words(figure(app, "units"))
    # The names stand in the order of what is said of them; those that are silent last.
    assert texts.index("Xã Bà Nà") + 1 == texts.index("Phường Hòa Xuân")
    assert [text for text in texts if text.startswith(("○", "◆", "▲", "▼", "●"))][-2:] == [
        "○ chưa báo cáo"
    ] * 2
    assert not any(re.match(r"0/", text) for text in texts)
    assert "xã Bà Nà" in spoken(app.title[0].value)


def test_one_unit_in_depth(demo_start: Start) -> None:
    app = demo_start("pages/view/unit.py", as_of="2024-06-30", unit="494")
    assert "quận Ngũ Hành Sơn" in spoken(app.title[0].value)
    value = value_of("L-sessions", "494", START, date(2024, 6, 30))
    assert any(w.startswith(f"{vi(value)}/") for w in words(figure(app, "unit-local")))


def test_the_calendar_of_reports_counts_what_was_received(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-06-30")
    texts = words(figure(app, "heat"))
    assert "15/16" in texts
    assert "16/16" in texts


def test_an_empty_house(empty_start: Start) -> None:
    app = empty_start(PAGE, as_of="2024-06-30")
    assert "chưa đơn vị nào báo cáo" in spoken(app.title[0].value)
    # Silence is no zero, and nobody is told to be in time.
    heads = " ".join(e.proto.body for e in app.get("html"))
    assert "Chưa đơn vị nào đánh giá được" not in heads
    assert "Chưa đơn vị nào báo cáo" in heads
    assert ("Nộp báo cáo", "submit") in links(written(app))
    assert "Chưa nơi nào đánh giá được" in heads
    assert "Chưa đơn vị nào so được" in heads
    assert "small-multiples" not in str(app.get("plotly_chart"))
    unit = empty_start("pages/view/unit.py", unit="497")
    for key in ("unit-curve", "unit-audiences"):
        assert words(figure(unit, key)) == ["Chưa có số liệu"]


def test_a_store_of_wards_alone_opens_on_them(empty_start: Start) -> None:
    empty_start()
    take(record(unit="20242", start_date="2025-07-10", end_date="2025-07-10"))
    app = empty_start("pages/view/units.py")
    assert app.selectbox(key="_tier").value == "communes"
    assert "tier" not in app.query_params, "what stands without being asked for is not in the address"
    assert "Phường Hải Châu · 1/2 báo cáo" in words(figure(app, "units"))
    # What is known is said, and what has to be done before units can be judged.
    heads = " ".join(e.proto.body for e in app.get("html"))
    assert "Chưa giao chỉ tiêu cho đơn vị nào" in heads
    assert "Phường Hải Châu làm nhiều nhất: 1\u00a0lớp" in heads
    assert any(words == "Mục tiêu" and way.startswith("targets?") for words, way in links(written(app)))
    assert empty_start("pages/view/unit.py").selectbox(key="_unit").value == "20242"
    # Before the first day there is nothing to draw.
    early = empty_start("pages/view/units.py", as_of="2021-05-01")
    assert "Hãy chọn ngày muộn hơn" in written(early)
    assert not early.get("plotly_chart")


def test_every_units_curve_stands_on_one_scale(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2024-06-30", indicator="L-classes-out-of-school")
    texts = words(figure(app, "small-multiples"))
    for code, name in NAMES.items():
        value = value_of("L-classes-out-of-school", code, START, date(2024, 6, 30))
        assert name in texts
        assert any(text.endswith(f"{vi(value)} lớp") for text in texts)


def test_where_no_unit_has_a_number_of_children_the_city_alone_is_not_drawn(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", tier="communes")
    assert not [chart for chart in app.get("plotly_chart") if "per-children" in chart.proto.id]
    assert "Toàn thành phố 7,5 lượt trên 100 trẻ em" in " ".join(e.proto.body for e in app.get("html"))
