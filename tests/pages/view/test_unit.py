"""Từng đơn vị: wards and schools reached and not, what is asked, units like it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from locales.forms import day
from locales.messages import use
from pages.parts.figures import results
from pages.parts.units import asked as unit_asked
from pages.parts.units import similar as unit_similar
from program.filters import Filters, parse_filters
from program.views.all_units import unit_in_depth
from program.views.one_unit import Likeness, unit_page
from storage.reading.activities import stream
from tests.pages.conftest import Start
from tests.pages.handing_in import written
from tests.pages.said import spoken
from tests.pages.view.test_overview import START, counted, figure, plain_key, sheet_rows
from tests.pages.view.test_overview import words as chart_words
from tests.program.frames import built, record, school, target
from tests.program.views.test_headline import plan

PAGE = "pages/view/unit.py"
DAY = date(2024, 6, 30)


def text_of(app) -> str:
    return spoken(" ".join(m.value for m in app.markdown)).replace("\\", "")


def test_wards_reached_are_those_of_the_rows(demo_start: Start) -> None:
    text = text_of(demo_start(PAGE, as_of=DAY.isoformat(), unit="494"))
    latest: dict[str, date] = {}
    for frame in stream(results.engine(), Filters(as_of=DAY)):
        columns = (frame[name] for name in ("ward", "unit", "count", "start_date"))
        for ward, unit, count, held in zip(*columns, strict=True):
            if isinstance(ward, str) and not unit.startswith("2") and count != 0:
                name = ward.replace("P. ", "Phường ").replace("Hoà", "Hòa")
                latest[name] = max(latest.get(name, START), pd.Timestamp(held).date())
    for name in ("Phường Mỹ An", "Phường Khuê Mỹ", "Phường Hòa Quý", "Phường Hòa Hải"):
        assert f"{name}: {day(latest[name])}" in text


def test_of_a_silent_unit_no_ward_is_said_to_be_without(empty_start: Start) -> None:
    """Nothing was reported: where activities took place is not known."""
    text = text_of(empty_start(PAGE, unit="492"))
    assert "Nộp **16 báo cáo quý**" in text
    assert "phường, xã** chưa có" not in text
    assert "Chưa ghi nhận hoạt động" in text


def test_schools_of_the_unit_are_named(demo_start: Start) -> None:
    day = date(2022, 12, 31)
    text = text_of(demo_start(PAGE, as_of=day.isoformat(), unit="493"))
    held = {plain_key(line.school) for line in counted("city", START, day) if line.school and line.count}
    of_unit = [
        r["Tên trường"]
        for r in sheet_rows("so-truong.xlsx", "Cấp học")
        if r["Đơn vị"] == "Quận Sơn Trà" and r["Cấp học"] in ("Tiểu học", "Trung học cơ sở", "Trung học phổ thông")
        and r["Hoạt động từ ngày"].date() <= day
    ]  # fmt: skip
    never = [name for name in of_unit if plain_key(name) not in held]
    assert all(name in text for name in never)
    assert f"Đến **{len(never)} trường** chưa từng có" in text or not never


def test_what_is_asked_of_a_silent_unit(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit="20308")
    assert "Nộp **2 báo cáo quý**" in text_of(app)
    assert "xã Bà Nà chưa có báo cáo nào" in spoken(app.title[0].value)


def test_a_unit_that_ended_is_asked_nothing_anew(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit="497")
    assert any(h.value == "Còn thiếu khi kết thúc" for h in app.header)
    assert spoken(app.title[0].value).startswith("Đến 30‑6‑2025 huyện Hòa Vang")


@pytest.mark.parametrize("unit", ["HLHPN", "20242", "492"])
def test_every_kind_of_unit_has_a_page(demo_start: Start, unit: str) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit=unit)
    assert app.title
    # An organisation has no schools and no plan to draw: its quarters and its own year before stand there.
    assert len(app.get("plotly_chart")) == 4


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("492", "do phường Hải Châu và phường Hòa Cường báo cáo"),
        ("20197", "phường Hòa Khánh Bắc (quận Liên Chiểu); một phần xã Hòa Liên (huyện Hòa Vang)"),
    ],
)
def test_the_other_side_of_the_break_is_said(demo_start: Start, unit: str, told: str) -> None:
    text = text_of(demo_start(PAGE, as_of="2025-12-31", unit=unit))
    assert told in text
    # The bar names days on which the unit stood.
    assert ("1-6-2021 đến 30-6-2025" if unit == "492" else "1-7-2025 đến 31-12-2025") in text.replace(
        "\u2011", "-"
    )


def test_an_empty_house(empty_start: Start) -> None:
    app = empty_start(PAGE, as_of=DAY.isoformat(), unit="492")
    assert "chưa có báo cáo nào" in spoken(app.title[0].value)
    assert "Chưa có lần nộp nào" in text_of(app)


def page_of(rows, targets=(), schools=(), unit="492", as_of="2024-06-30"):
    analysis, view = built(rows, targets, schools), parse_filters({"as_of": as_of})
    one = unit_in_depth(analysis, unit, "L-classes-parents", view)
    return unit_page(analysis, one, view)


def test_each_thing_owed_is_one_line() -> None:
    rows = [record("492", date(2024, 3, 1), ward="Phường Lạ", school="Trường lạ", seats={"parents": 5})]
    found = page_of(rows, [plan("492", 60)], [school("Trường Tiểu học A", "492")])
    lines = [line.replace("\u00a0", " ").replace("\u2011", "-") for line in unit_asked.lines(found.asked)]
    assert lines == [
        "Nộp **11 báo cáo quý**: quý III/2021, quý IV/2021, quý I/2022, quý II/2022, quý III/2022, quý IV/2022 và 5 quý khác.",
        "Lớp cho cha mẹ: còn **52 lớp** đến 30-6-2025; cần 4,4 lớp mỗi tháng, 12 tháng qua bình quân 0,1 lớp.",
        "Đến **1 trường** chưa từng có hoạt động.",
        "Đến **13 phường, xã** chưa có hoạt động trong kỳ.",
        "Sửa **2 tên** trường, phường, xã mà hệ thống không nhận ra.",
    ]
    use("en")
    try:
        assert "Reach **1 school** that never held an activity." in unit_asked.lines(found.asked)
    finally:
        use("vi")


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((1, 3), "cao nhất"),
        ((5, None), "thấp nhất trong 2"),
        ((5, 1), "thứ 2 trong 3"),
        ((None, None), "Bên cạnh 2 đơn vị"),
        ((3.04, None), "thấp nhất trong 2"),
    ],
)
def test_where_a_unit_stands_among_those_like_it(others: tuple[int | None, ...], said: str) -> None:
    """What is not known is no rank; who is as good as the best is the best."""
    rows = [record("492", date(2024, 3, i + 1), seats={"parents": 5}) for i in range(3)]
    own = page_of(rows, [plan("492", 10)]).likeness.own
    beside = tuple(
        replace(own, progress=replace(own.progress, value=None if n is None else float(n))) for n in others
    )
    assert said in unit_similar.place(Likeness(own, beside, "population"))


def test_nothing_is_owed_by_an_organisation_without_targets() -> None:
    assert page_of([record("HLHPN", date(2024, 3, 1))], unit="HLHPN").asked.nothing


def test_similar_units_are_the_nearest_in_people(demo_start: Start) -> None:
    """Children are published of two districts only, so the whole population decides."""
    people = {
        r["Đơn vị"]: r["Số người"] for r in sheet_rows("mau-so-tre-em.xlsx", "Nhóm") if r["Nhóm"] == "Dân số"
    }
    own = people.pop("Quận Sơn Trà")
    people.pop("Thành phố Đà Nẵng")
    near = sorted(people, key=lambda name: abs(people[name] - own))[:3]
    app = demo_start(PAGE, as_of=DAY.isoformat(), unit="493")
    (text,) = [part.proto.body for part in app.get("html") if "<th scope='col'" in part.proto.body]
    told = re.sub(r"(?:<[^>]*>)+", "|", text)
    places = [told.index(f"|{name}|{people[name]:,}|".replace(",", ".")) for name in near]
    assert places == sorted(places)
    assert told.index("|Quận Sơn Trà|157.415|") < places[0]


def test_without_a_number_of_children_no_unit_is_called_similar() -> None:
    assert page_of([], [target("L-classes-parents", "492", START, DAY, 5)]).likeness.others == ()


def test_a_link_to_a_unit_that_never_reported_shows_it_and_to_none_says_so(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit="SO-YT")
    assert "Sở Y tế chưa có báo cáo nào" in spoken(app.title[0].value)
    assert not app.warning
    app = demo_start(PAGE, as_of="2025-12-31", unit="<b>zz")
    assert "Không có đơn vị nào mang mã “\\<b\\>zz”. Trang này hiện quận Cẩm Lệ." in app.warning[0].value
    assert "quận Cẩm Lệ" in spoken(app.title[0].value)


def test_without_a_target_nothing_is_said_to_be_complete(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit="SO-GDDT")
    assert "chưa có chỉ tiêu để so sánh" in spoken(app.title[0].value)
    assert "Không thiếu gì." not in written(app)
    assert not app.header


def test_of_a_silent_unit_with_targets_nothing_is_judged_and_the_targets_are_not_denied(
    demo_start: Start,
) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit="20308")
    heads = " ".join(e.proto.body for e in app.get("html"))
    assert "Đã có chỉ tiêu địa phương, chưa có gì để so sánh" in heads
    assert "Chưa có chỉ tiêu địa phương" not in heads
    schools = chart_words(figure(app, "unit-schools"))
    assert "Tiểu học" not in schools
    assert any("chưa báo cáo" in line for line in schools)
    assert "0 trường chỉ có trước đó" not in heads


def test_the_foot_of_a_unit_that_reported_all_names_no_gap(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31", unit="492", open="sure")
    assert "nhận 16/16 báo cáo quý." in written(app)
    assert "chưa báo cáo" not in written(app)
    assert "<li>Đã nhận đủ" in " ".join(e.proto.body for e in app.get("html"))


def test_a_body_without_a_target_sees_what_it_did_and_where(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2023-12-14", unit="CA-TP")
    held = [
        line for line in counted("CA-TP", START, date(2023, 12, 14)) if line.kind == "communication_session"
    ]
    shown = chart_words(figure(app, "own-quarters"))
    assert f"{sum(line.count for line in held)}" in shown
    heads = " ".join(e.proto.body for e in app.get("html"))
    assert "Có báo cáo của 4 trong 10 quý" in heads
    assert "Phần trăm chỉ tiêu riêng của đơn vị" not in heads
    # The chosen measure is one that it works for.
    assert next(box.value for box in app.selectbox if box.label == "Chỉ tiêu") == "L-sessions"
    day = date(2023, 12, 14)
    wards: Counter[str] = Counter()
    for frame in stream(results.engine(), Filters(unit="CA-TP", as_of=day)):
        wards.update(w for w in frame["ward"] if isinstance(w, str))
    (ward, n), *_ = wards.most_common()
    assert f"{ward} ({n})" in text_of(app)
