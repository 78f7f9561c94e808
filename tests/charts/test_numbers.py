"""A chart's table tells what the chart draws: every row, nothing invented, the unknown empty."""

from collections.abc import Callable
from datetime import date

import pytest

from charts import numbers
from charts.numbers import Cell, Numbers
from charts.theme import LIGHT
from exports.as_csv.table import table_csv
from tests.charts.figures import (
    COMMUNE,
    COUNTS,
    DISTRICT,
    MAKERS,
    NEW,
    NO_SHARES,
    OLD,
    PAIRED,
    RANKED,
    ROWS,
    SHARES,
    SMALL,
    YEARS,
    curve,
    traces,
)

TABLES: dict[str, Callable[[], Numbers]] = {
    "bullets": lambda: numbers.of_bullets(ROWS),
    "curve": lambda: numbers.of_curve(curve()),
    "curve that replaced a plan": lambda: numbers.of_curve(
        curve(former=((date(2021, 6, 1), 0.0), (date(2025, 12, 31), 900.0)), changed=date(2024, 1, 1))
    ),
    "areas": lambda: numbers.of_areas(COUNTS),
    "calendar": lambda: numbers.of_calendar(OLD, (DISTRICT,)),
    "calendar of new units": lambda: numbers.of_calendar(NEW, (COMMUNE,)),
    "paired": lambda: numbers.of_paired(PAIRED, YEARS),
    "ranked": lambda: numbers.of_ranked(RANKED),
    "shares": lambda: numbers.of_shares(SHARES, NO_SHARES),
    "small multiples": lambda: numbers.of_small(SMALL, "lớp"),
}


@pytest.fixture(params=TABLES)
def table(request: pytest.FixtureRequest) -> Numbers:
    return TABLES[request.param]()


def test_each_line_has_a_cell_a_heading_and_a_name(table: Numbers) -> None:
    assert len(set(table.heads)) == len(table.heads)
    assert table.lines
    assert all(len(line) == len(table.heads) for line in table.lines)
    assert all(line[0] for line in table.lines)


def test_the_file_holds_the_table_cell_for_cell(table: Numbers) -> None:
    raw = table_csv(dict(zip(table.heads, line, strict=True)) for line in table.lines)
    assert len(raw.decode("utf-8-sig").splitlines()) == len(table.lines) + 1


def column(table: Numbers, place: int) -> list[Cell]:
    return [line[place] for line in table.lines]


def test_bullets_give_the_shares_of_their_bars() -> None:
    table = TABLES["bullets"]()
    drawn = traces(MAKERS["bullets"](LIGHT), "share")[0]["x"]
    # A bar is cut beyond the scale; the table has the whole.
    assert column(table, 2) == [64.8, 0.0, 126.0, None]
    assert drawn[:2] == [0.648, 0.0]
    assert column(table, 1)[3] == ""
    assert column(table, 4)[3] == "○ chưa có mẫu số"


def test_a_curve_gives_its_points_with_the_plan_of_the_day() -> None:
    table = TABLES["curve"]()
    drawn = [
        (day, value)
        for line in traces(MAKERS["curve of the city"](LIGHT), "actual")
        for day, value in zip(line["x"], line["y"], strict=True)
    ]
    assert [(str(line[0]), line[1]) for line in table.lines] == drawn
    assert table.lines[-1] == (date(2025, 12, 31), 1100, 1200)


def test_a_curve_gives_the_plan_that_was_replaced() -> None:
    table = TABLES["curve that replaced a plan"]()
    assert table.heads[-1] == "Kế hoạch cũ"
    assert table.lines[-1][-1] == 900


def test_a_district_has_no_line_after_the_break() -> None:
    days = [line[0] for line in numbers.of_curve(curve(tier="old")).lines]
    assert max(day for day in days if isinstance(day, date)) < date(2025, 7, 1)


def test_silence_is_no_number() -> None:
    assert TABLES["paired"]().lines[1][1:3] == (None, 4)
    assert TABLES["small multiples"]().lines[-1] == ("Thanh Khê", None, None, "○ chưa báo cáo")


def test_a_map_gives_its_rates_and_counts_and_names_hoang_sa() -> None:
    assert TABLES["areas"]().lines == (
        ("Hòa Vang", "18 lớp", 57.0, "▼ chậm"),
        ("Cẩm Lệ", "72 lớp", 104.0, "◆ đúng tiến độ"),
        ("Liên Chiểu", "0 lớp", 0.0, "▼ chậm"),
        ("Thanh Khê", "", None, "○ chưa báo cáo"),
        ("Quần đảo Hoàng Sa", "", None, "○ không có số liệu"),
    )


def test_a_report_is_told_with_its_days() -> None:
    (old,) = TABLES["calendar"]().lines
    assert old[3:] == ("▲ nộp muộn 12 ngày; không phát sinh", "▲ nộp muộn 9 ngày", 4, 4)
    assert TABLES["calendar of new units"]().lines == (("Xã Bà Nà", "× chưa nộp, quá hạn 337 ngày", 0, 1),)


def test_classes_and_sessions_stand_in_lines_of_their_own() -> None:
    assert [(line[1], line[2]) for line in TABLES["shares"]().lines] == [
        ("Lớp tập huấn", 10.4),
        ("Lớp tập huấn", 100.0),
        ("Buổi truyền thông", None),
    ]
