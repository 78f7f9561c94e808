"""The year before, the middle size and the children beside the figures, counted again from the workbooks."""

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from access import local_person
from storage.database import connect
from storage.intake.submissions import accept
from tests.pages.conftest import Start
from tests.pages.handing_in import take
from tests.pages.said import tables
from tests.pages.view.test_overview import DISTRICTS, counted, figure, value_of, vi, words
from tests.pages.view.test_units import NAMES
from tests.storage.build import bytes_of, record, report

UNITS, UNIT = "pages/view/units.py", "pages/view/unit.py"
THIS_YEAR = (date(2023, 12, 15), date(2024, 6, 30))
LAST_YEAR = (date(2022, 12, 15), date(2023, 6, 30))
KINDS = {"training_class": "lớp", "communication_session": "buổi"}


def said(app: Any) -> str:
    """All Markdown and HTML of the page, with plain blanks and hyphens."""
    texts = [m.value for m in app.markdown] + [h.proto.body for h in app.get("html")]
    return re.sub(r"\s+", " ", " ".join(texts)).replace("\u2011", "-")


def count(kind: str, unit: str, days: tuple[date, date]) -> int:
    return sum(line.count for line in counted(unit, *days) if line.kind == kind)


@pytest.mark.parametrize("unit", ["city", "491", "492"])
def test_a_card_says_the_running_year_and_the_same_days_before(demo_start: Start, unit: str) -> None:
    app = demo_start(as_of="2024-06-30", **({} if unit == "city" else {"unit": unit}))
    for kind, counter in KINDS.items():
        now, before = count(kind, unit, THIS_YEAR), count(kind, unit, LAST_YEAR)
        change = "tăng" if now > before else "giảm"
        words = f"{change} {abs(now - before)} so với" if now != before else "bằng"
        assert f"Năm 2024: {now} {counter}, {words} cùng kỳ năm 2023 ({before})" in said(app)
        single = [
            line.total
            for line in counted(unit, date(2021, 6, 1), date(2024, 6, 30))
            if line.kind == kind and line.basis == "detail" and line.count == 1
        ]
        middle = vi(median(single)) if median(single) % 1 == 0 else f"{median(single):.1f}".replace(".", ",")
        assert f"Trung vị {middle} lượt một {counter}" in said(app)
    assert "So cùng kỳ: 15-12-2023 đến 30-6-2024 với 15-12-2022 đến 30-6-2023" in said(app)


def test_a_full_year_is_held_against_the_full_year_before(demo_start: Start) -> None:
    app = demo_start(as_of="2025-12-31", period="2023", unit="492")
    now = count("training_class", "492", (date(2022, 12, 15), date(2023, 12, 14)))
    before = count("training_class", "492", (date(2021, 12, 15), date(2022, 12, 14)))
    change = f"{'Tăng' if now > before else 'Giảm'} {abs(now - before)} so với" if now != before else "Bằng"
    assert f"{change} năm 2022 ({before})" in said(app)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ({"period": "2022", "as_of": "2025-12-31"}, "Chương trình bắt đầu ngày 1-6-2021"),
        ({"unit": "20242", "as_of": "2025-12-31"}, "phường, xã, đặc khu mới hoạt động từ 1-7-2025"),
    ],
)
def test_why_nothing_is_compared_is_said_once(demo_start: Start, address: dict[str, str], why: str) -> None:
    text = said(demo_start(**address))
    assert text.count("Chưa so sánh được với năm trước") == 1
    assert why in text
    assert "so với cùng kỳ" not in text


def test_across_the_break_the_other_reporters_are_said(demo_start: Start) -> None:
    assert "Từ 1-7-2025 do phường, xã mới" in said(demo_start(as_of="2025-12-31"))
    assert "Từ 1-7-2025 do phường, xã mới" not in said(demo_start(as_of="2025-06-30"))


def test_an_empty_house_compares_nothing(empty_start: Start) -> None:
    text = said(empty_start(as_of="2024-06-30"))
    assert "cùng kỳ" not in text
    assert "trung vị" not in text.lower()


def test_every_district_stands_against_its_own_year_before(demo_start: Start) -> None:
    app = demo_start(UNITS, as_of="2024-06-30", indicator="L-classes-parents")
    pairs = {
        code: tuple(value_of("L-classes-parents", code, *days) for days in (THIS_YEAR, LAST_YEAR))
        for code in DISTRICTS
    }
    drawn = figure(app, "last-year")
    now, before = (next(d["x"] for d in drawn["data"] if d.get("meta") == m) for m in ("now", "before"))
    assert sorted(zip(now, before, strict=True)) == sorted(pairs.values())
    assert [a - b for a, b in zip(now, before, strict=True)] == sorted(a - b for a, b in pairs.values())
    up, down = (sum((a - b) * sign > 0 for a, b in pairs.values()) for sign in (1, -1))
    assert f"{up} đơn vị tăng, {down} giảm so với cùng kỳ năm trước" in said(app)
    # Thanh Khê sent one report less than the year before.
    assert any("báo cáo 1/2, trước 2/2" in text for text in words(drawn))


def test_new_units_have_no_year_before(demo_start: Start) -> None:
    app = demo_start(UNITS, as_of="2025-12-31", tier="communes")
    assert "phường, xã, đặc khu mới hoạt động từ 1-7-2025" in said(app)
    assert not [e for e in app.get("plotly_chart") if "last-year" in e.proto.id]


def test_units_with_children_are_ranked_and_the_others_named_apart(demo_start: Start) -> None:
    app = demo_start(UNITS, as_of="2024-06-30", indicator="L-classes-parents")
    end = date(2024, 6, 30)
    drawn = figure(app, "per-children")
    (values,) = (d["x"] for d in drawn["data"] if d.get("meta") == "value")
    seats = {code: value_of("L-parents", code, date(2021, 6, 1), end) for code in ("city", *DISTRICTS)}
    want = [("city", 329_700), ("493", 40_000), ("491", 49_000)]
    assert values == pytest.approx([100 * seats[code] / of for code, of in want])
    text = said(app)
    assert "không phải độ bao phủ" in text
    assert "năm 2024 (Báo Đà Nẵng, tháng 9-2024)" in text
    assert "địa giới quận, huyện đến 30-6-2025" in text
    apart = text.split("Chưa có mẫu số nên không xếp: ")[1]
    for code in set(DISTRICTS) - {"491", "493"}:
        assert f"{NAMES[code][0].lower()}{NAMES[code][1:]} ({vi(seats[code])} lượt)" in apart


def test_kind_and_audience_of_the_ranking_are_chosen_in_the_address(demo_start: Start) -> None:
    app = demo_start(
        UNITS, as_of="2024-06-30", per_kind="communication_session", per_audience="children_in_school"
    )
    (values,) = (d["x"] for d in figure(app, "per-children")["data"] if d.get("meta") == "value")
    seats = sum(
        line.attendances.get("children_in_school", 0)
        for line in counted("491", date(2021, 6, 1), date(2024, 6, 30))
        if line.kind == "communication_session"
    )
    assert 100 * seats / 49_000 == pytest.approx(min(values[1:]))


def test_a_silent_unit_is_no_zero(empty_start: Start) -> None:
    take(record(unit="492"))
    text = said(empty_start(UNITS, as_of="2024-06-30"))
    assert "Chưa có báo cáo hoặc chưa ghi số lượt, không phải bằng 0: " in text
    assert "quận Hải Châu (30 lượt)" in text.split("Chưa có mẫu số nên không xếp: ")[1]


def unusual_links(app: AppTest) -> list[tuple[str, str]]:
    """The ways to rows of unusual size: their words, what they ask for."""
    found = [(e.proto.label, e.proto.query_string) for e in app.get("page_link")]
    for e in app.get("html"):
        found += [
            (w, unescape(q))
            for q, w in re.findall(r"<a href='activities\?([^']*)'[^>]*>([^<]*)<", e.proto.body)
        ]
    return [(unescape(w).replace("\xa0", " "), q) for w, q in found if "khác thường" in w]


def test_unusual_sizes_lead_to_their_rows(
    demo_database: Path, demo_start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "more.sqlite3"
    shutil.copy(demo_database, own)
    engine = connect(f"sqlite:///{own.as_posix()}")
    made = report(record(attendances_total=2000, attendances={}))
    accept(engine, local_person(), "them.xlsx", bytes_of(made), made)
    engine.dispose()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{own.as_posix()}")
    for page, address in ((None, {}), (UNIT, {"unit": "492"})):
        app = demo_start(page, as_of="2024-06-30", **address)
        ((words, query),) = unusual_links(app)
        assert words == "Xem 1 dòng có quy mô khác thường"
        asked = dict(parse_qsl(query))
        assert asked == {"kind": "training_class", "as_of": "2024-06-30", "size": "unusual", **address}
        rows = demo_start("pages/view/activities.py", **asked)
        assert [line["Lượt tham gia"] for line in tables(rows)[0]] == ["2.000"]


def test_without_an_unusual_size_no_link_is_offered(demo_start: Start) -> None:
    app = demo_start(as_of="2024-06-30")
    assert not unusual_links(app)


def test_a_units_own_page_says_both(demo_start: Start) -> None:
    text = said(demo_start(UNIT, unit="492", as_of="2024-06-30"))
    now, before = count("training_class", "492", THIS_YEAR), count("training_class", "492", LAST_YEAR)
    assert f"năm 2024: {now} lớp, tăng {now - before} so với cùng kỳ năm 2023 ({before})" in text
    assert "Lớp tập huấn: trung vị" in text


def test_the_priority_share_of_each_year(demo_start: Start) -> None:
    app = demo_start(as_of="2025-12-31")
    drawn = figure(app, "priority")
    for name, kind in (("classes", "training_class"), ("sessions", "communication_session")):
        (heights,) = (d["y"] for d in drawn["data"] if d.get("meta") == name)
        want = []
        for year in range(2021, 2026):
            held = [
                line
                for line in counted("city", date(2021, 6, 1), date(2025, 12, 31))
                if line.kind == kind and line.year == year
            ]
            first = sum(
                line.attendances.get(a, 0) for line in held for a in ("parents", "children_out_of_school")
            )
            want.append(first / sum(line.total for line in held))
        assert [h / heights[0] for h in heights] == pytest.approx([w / want[0] for w in want])
        assert all(f"{w:.0%}".replace("%", " %") in words(drawn) for w in want)
    assert not [
        e
        for e in demo_start(as_of="2025-12-31", period="2023").get("plotly_chart")
        if "priority" in e.proto.id
    ]
