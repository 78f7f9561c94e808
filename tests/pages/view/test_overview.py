"""Every figure of Tổng quan, counted again from the demo workbooks by plain loops.

`tests.sample_data.recount` reads the units' files with openpyxl and calamine; targets and schools
are read here the same way. Nothing of `data_loaders`, `storage` or `program` is used to count.
"""

import json
import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from sample_data import DEMO_FILES, FOLDER, REGISTERS
from tests.charts import figures
from tests.pages.conftest import Start
from tests.pages.handing_in import take
from tests.pages.said import cards, spoken
from tests.sample_data import recount
from tests.storage.build import record

START = date(2021, 6, 1)
DISTRICTS = ("490", "491", "492", "493", "494", "495", "497")
NEW_UNITS = (
    "20194", "20197", "20200", "20209", "20242", "20257", "20260", "20263",
    "20275", "20285", "20305", "20308", "20314", "20320", "20332",
)  # fmt: skip
LOCAL = {
    "L-classes-parents": ("training_class", "parents", "count"),
    "L-classes-out-of-school": ("training_class", "children_out_of_school", "count"),
    "L-sessions": ("communication_session", None, "count"),
    "L-parents": ("training_class", "parents", "seats"),
}
NAMES = {
    "L-classes-parents": "Lớp cho cha mẹ",
    "L-classes-out-of-school": "Lớp cho trẻ em ngoài trường học",
    "L-sessions": "Buổi truyền thông",
    "L-parents": "Lượt cha mẹ dự lớp",
}


@cache
def lines() -> tuple[recount.Line, ...]:
    return tuple(
        recount.counting(line for path in DEMO_FILES[len(REGISTERS) :] for line in recount.lines(path))
    )


@cache
def sheet_rows(name: str, first: str) -> list[dict[str, Any]]:
    """The rows below the heading row that begins with a word."""
    sheet = openpyxl.load_workbook(FOLDER / name).worksheets[0]
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    top = next(i for i, row in enumerate(rows) if first in row)
    heads = [str(h or "") for h in rows[top]]
    return [
        dict(zip(heads, row, strict=True)) for row in rows[top + 1 :] if sum(v is not None for v in row) > 3
    ]


def day_of(value: Any) -> date:
    if isinstance(value, str):
        d, m, y = map(int, re.split(r"[/-]", value))
        return date(y, m, d)
    return date(value.year, value.month, value.day)


def counted(unit: str, start: date, end: date) -> list[recount.Line]:
    return [line for line in lines() if start <= line.day <= end and unit in ("city", line.unit)]


def value_of(code: str, unit: str, start: date, end: date) -> int:
    kind, audience, what = LOCAL[code]
    total = 0
    for line in counted(unit, start, end):
        if line.kind != kind or (audience and not line.attendances.get(audience)):
            continue
        total += line.count if what == "count" else line.attendances[audience]
    return total


def target_lines(code: str, unit_names: set[str]) -> list[tuple[date, date, float]]:
    found = []
    for row in sheet_rows("chi-tieu.xlsx", "Mã chỉ tiêu"):
        if row["Mã chỉ tiêu"] == code and row["Đơn vị"] in unit_names:
            found.append((day_of(row["Từ ngày"]), day_of(row["Đến ngày"]), float(row["Mục tiêu"])))
    return found


def planned(rows: list[tuple[date, date, float]], start: date, end: date) -> float:
    """The plan between two days, day by day."""
    total = 0.0
    for first, last, value in rows:
        days = (last - first).days + 1
        inside = (min(last, end) - max(first, start)).days + 1
        total += value * max(inside, 0) / days
    return total


def quarters(start: date, end: date) -> list[tuple[date, date]]:
    """Report quarters that lie within the programme and end within the days."""
    found = []
    for year in range(2021, 2026):
        for first, last in (
            (date(year - 1, 12, 15), date(year, 3, 14)),
            (date(year, 3, 15), date(year, 6, 14)),
            (date(year, 6, 15), date(year, 9, 14)),
            (date(year, 9, 15), date(year, 12, 14)),
        ):
            if first >= START and start <= last <= end:
                found.append((first, last))
    return found


def reports(start: date, end: date) -> tuple[int, int]:
    """Quarterly reports received and due."""
    have = due = 0
    for first, last in quarters(start, end):
        middle = first + (last - first) // 2
        for unit in DISTRICTS if last < date(2025, 7, 1) else NEW_UNITS:
            due += 1
            have += any(
                line.unit == unit
                and (
                    first <= line.day <= last or (line.basis != "detail" and line.start <= middle <= line.end)
                )
                for line in lines()
            )
    return have, due


def plain_key(name: str) -> str:
    words = " ".join(unicodedata.normalize("NFC", name).split()).casefold().replace("hoà", "hòa")
    for short, full in (("th", "tiểu học"), ("thcs", "trung học cơ sở"), ("thpt", "trung học phổ thông")):
        words = re.sub(rf"\b{short}\b", full, words)
    return words.removeprefix("trường ")


def schools(day: date) -> dict[str, tuple[int, int]]:
    """Level → (institutions with an activity in the twelve months, all), counted from the register."""

    begin = day - timedelta(days=364)
    held = {plain_key(line.school) for line in counted("city", begin, day) if line.school and line.count}
    found: dict[str, list[int]] = {}
    for row in sheet_rows("so-truong.xlsx", "Cấp học"):
        name = next(v for h, v in row.items() if h.startswith("Tên"))
        opened = row["Hoạt động từ ngày"]
        if opened and day_of(opened) > day:
            continue
        if row["Cấp học"] in ("Tiểu học", "THCS", "THPT", "Trung học cơ sở", "Trung học phổ thông"):
            pair = found.setdefault(row["Cấp học"], [0, 0])
            pair[1] += 1
            pair[0] += plain_key(name) in held
    return {level: (n, total) for level, (n, total) in found.items()}


def vi(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")


def figure(app: AppTest, key: str) -> dict[str, Any]:
    """The specification of a chart, by the key of its element."""
    found = [e for e in app.get("plotly_chart") if key in e.proto.id]
    assert len(found) == 1, [e.proto.id for e in app.get("plotly_chart")]
    spec: dict[str, Any] = json.loads(found[0].proto.spec)
    return spec


def words(spec: dict[str, Any]) -> list[str]:
    lines = (line for note in figures.notes(spec) for line in note["text"].split("<br>"))
    return [" ".join(figures.plain(line).split()) for line in lines]


VIEWS = [
    ({"as_of": "2024-06-30"}, "city", START, date(2024, 6, 30)),
    ({"as_of": "2025-12-31"}, "city", START, date(2025, 12, 31)),
    ({"as_of": "2025-12-31", "period": "2023"}, "city", date(2022, 12, 15), date(2023, 12, 14)),
    (
        {"as_of": "2025-12-31", "period": "2022-Q2", "calendar": "civil"},
        "city",
        date(2022, 4, 1),
        date(2022, 6, 30),
    ),
    ({"as_of": "2024-06-20", "unit": "492"}, "492", START, date(2024, 6, 20)),
]


@pytest.mark.parametrize(("address", "unit", "start", "end"), VIEWS, ids=str)
def test_every_figure_is_that_of_the_workbooks(
    demo_start: Start, address: dict[str, str], unit: str, start: date, end: date
) -> None:
    app = demo_start(**address)
    shown = {name: told[0] for name, told in cards(app).items()}

    for kind, label, counter in (
        ("training_class", "Lớp tập huấn", "lớp"),
        ("communication_session", "Buổi truyền thông", "buổi"),
    ):
        held = [line for line in counted(unit, start, end) if line.kind == kind]
        assert shown[label] == f"{vi(sum(line.count for line in held))} {counter}"
        assert f"{vi(sum(line.total for line in held))} lượt tham gia" in cards(app)[label]

    local = words(figure(app, "local"))
    names = {"city": {"Thành phố Đà Nẵng", "Toàn thành phố"}, "492": {"Quận Hải Châu", "Hải Châu"}}[unit]
    for code, name in NAMES.items():
        rows = target_lines(code, names)
        target = planned(rows, start, date(2025, 12, 31) if "period" not in address else end)
        value = value_of(code, unit, start, min(end, max(last for _, last, _ in rows)))
        text = next(w for w in local if w.startswith(f"{vi(value)}/"))
        assert re.match(rf"{re.escape(vi(value))}/{re.escape(vi(target))} (lớp|buổi|lượt)", text), (
            name,
            local,
        )

    seats = figure(app, "audiences")
    for kind, panel in (("training_class", 0), ("communication_session", 1)):
        held = [line for line in counted(unit, start, end) if line.kind == kind]
        want = {
            sum(line.attendances.get(audience, 0) for line in held)
            for audience in ("parents", "children_out_of_school", "children_in_school", "teachers",
                             "child_workers", "officials", "other")
        }  # fmt: skip
        rest = sum(line.total - sum(line.attendances.values()) for line in held)
        texts = words(seats)
        for value in want | ({rest} if rest else set()):
            assert vi(value) in texts, (panel, value, texts)

    if unit == "city":
        have, due = reports(start, end)
        if due:
            assert shown["Báo cáo quý đã nhận"] == f"{vi(have)}/{vi(due)}"
        reached = schools(end)
        total = sum(n for n, _ in reached.values())
        assert shown["Trường có hoạt động"] == f"{vi(total)} trường"
        official = words(figure(app, "official"))
        for n, of in (*reached.values(), (total, sum(of for _, of in reached.values()))):
            assert f"{vi(n)}/{vi(of)} trường" in official


def test_the_curve_ends_at_the_value_of_the_headline(demo_start: Start) -> None:
    app = demo_start(as_of="2024-06-30")
    curve = figure(app, "curve")
    lede = spoken(" ".join(m.value for m in app.markdown))
    ends = next(d for d in curve["data"] if d.get("meta") == "ends")
    y = ends["y"]
    last = y[-1] if isinstance(y, list) else None
    assert last is not None
    assert re.search(rf": {re.escape(vi(last))}\u00a0lớp, kế hoạch đến nay", lede)


def test_an_empty_house_says_what_to_do(empty_start: Start) -> None:
    app = empty_start(as_of="2024-06-30")
    assert "chưa có báo cáo nào" in spoken(app.title[0].value)
    assert any("Nộp báo cáo" in m.value for m in app.markdown)
    assert not any(re.search(r"\b0 (lớp|buổi)\b|\b0 ?%|100 ?%", told[0]) for told in cards(app).values())


def test_only_a_number_stands_large_in_a_card(demo_start: Start) -> None:
    app = demo_start(unit="HLHPN", as_of="2023-06-30")
    body = next(e.proto.body for e in app.get("html") if "data-testid='cards'" in e.proto.body)
    values = re.findall(r"</dt><dd style='([^']*)'>(.*?)</dd>", body)
    assert len(values) == 4
    large = [value for style, value in values if "2rem" in style]
    assert [value for _, value in values if value not in large] == ["chưa ghi", "không tính"]
    assert all(re.match(r"\d", value) for value in large)


def test_a_zero_is_no_result_while_reports_are_missing(empty_start: Start) -> None:
    empty_start()
    take(record(start_date="2024-05-10", end_date="2024-05-10"))
    told = cards(empty_start(as_of="2024-06-30"))
    assert told["Lớp tập huấn"][0] == "1 lớp"
    assert told["Buổi truyền thông"] == ["chưa có", "trong 1/84 báo cáo quý đã nhận"]
    # Of a unit whose every report due was received it is one.
    told = cards(empty_start(as_of="2024-06-30", unit="492", period="2024-Q2"))
    assert told["Buổi truyền thông"][0] == "0 buổi"
    assert told["Báo cáo quý đã nhận"][:2] == ["1/1", "đã nhận đủ"]


def test_demo_data_is_marked_and_what_waits_for_a_decision_is_led_to(demo_start: Start) -> None:
    app = demo_start()
    assert any("Dữ liệu minh họa" in m.value for m in app.markdown)
    waits = next(e.proto.body for e in app.get("html") if "Chờ quyết định" in e.proto.body)
    for way in ("conflicts?conflict=basis", "conflicts?conflict=size", "review'"):
        assert f"<a href='{way}" in waits


def test_no_mark_without_demo_data(empty_start: Start) -> None:
    assert not any("Dữ liệu minh họa" in m.value for m in empty_start().markdown)


def test_a_broken_address_shows_everything_and_says_so(demo_start: Start) -> None:
    app = demo_start(period="2023-Q9")
    assert any("“2023\\-Q9”. Trang này" in w.value for w in app.warning)
    assert cards(app)


def test_in_english_the_first_sentence_has_english_dates(demo_start: Start) -> None:
    app = demo_start(lang="en", as_of="2024-06-30")
    assert "30 Jun 2024" in spoken(app.title[0].value).replace("\u00a0", " ")


def test_without_a_target_the_years_stand_where_the_curve_would(demo_start: Start) -> None:
    for unit, keys in (("492", []), ("HLHPN", ["priority"])):
        app = demo_start(as_of="2024-06-30", unit=unit)
        beside = [e.proto.id for e in app.columns[3].get("plotly_chart")]
        assert [key for key in ("priority",) if any(key in one for one in beside)] == keys
        assert len([e for e in app.get("plotly_chart") if "priority" in e.proto.id]) == 1


def test_years_without_any_of_the_priority_groups_are_not_drawn(demo_start: Start) -> None:
    app = demo_start(as_of="2024-06-30", unit="SO-GDDT")
    assert not [e for e in app.get("plotly_chart") if "priority" in e.proto.id]


def test_a_body_has_its_quarters_instead_of_a_target_of_schools(demo_start: Start) -> None:
    for unit, drawn in (("HLHPN", "own-quarters"), ("492", "official")):
        ids = [e.proto.id for e in demo_start(as_of="2024-06-30", unit=unit).get("plotly_chart")]
        assert [key for key in ("own-quarters", "official") if any(key in one for one in ids)] == [drawn]


def test_a_body_tells_where_it_was_instead_of_schools(empty_start: Start) -> None:
    empty_start()
    take(
        record(unit="SO-GDDT", start_date="2024-05-10", end_date="2024-05-10", ward="Phường Thạch Thang"),
        record(unit="SO-GDDT", start_date="2024-05-11", end_date="2024-05-11", ward="Phường Mỹ An"),
    )
    told = cards(empty_start(as_of="2024-06-30", unit="SO-GDDT"))
    assert "Trường có hoạt động" not in told
    assert told["Phường, xã đã đến"][0] == "2"
