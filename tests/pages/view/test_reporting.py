"""Tình hình nộp: the sentence, the calendar, the table and its file say the same as the story of the demo."""

import csv
import re
from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
from streamlit.testing.v1 import AppTest

from exports.as_csv.table import table_csv
from locales.forms import day
from pages.parts.figures import results
from pages.parts.sentences import reporting as reporting_words
from pages.parts.shell.choices import own_choices
from pages.parts.words import plain
from program.reporting.quarters import QUARTERS
from program.reporting.timeliness import Received
from sample_data import story
from tests.pages.conftest import Start
from tests.pages.handing_in import take, written
from tests.pages.said import tables
from tests.pages.view.test_overview import figure, words
from tests.storage.build import record

PAGE = "pages/view/reporting.py"
LATER = "2025-12-31"


def title(app: AppTest) -> str:
    return app.title[0].value.replace("\u2011", "-").replace("\u00a0", " ")


def table(app: AppTest) -> list[dict[str, str]]:
    return tables(app)[0]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            {"as_of": "2024-07-31"},
            (
                "Quý II/2024: 6 trong 7 đơn vị đã nộp, 2 nộp muộn, lâu nhất 31 ngày; quận Thanh Khê chưa nộp, quá hạn "
                "37 ngày."
            ),
        ),
        (
            {"as_of": "2024-06-30"},
            (
                "Quý II/2024: 4 trong 7 đơn vị đã nộp; huyện Hòa Vang, quận Liên Chiểu và quận Thanh Khê chưa nộp, quá "
                "hạn 6 ngày."
            ),
        ),
        (
            {"as_of": "2024-07-31", "deadline": "30"},
            "Quý II/2024: 6 trong 7 đơn vị đã nộp, 1 nộp muộn 11 ngày; quận Thanh Khê chưa nộp, quá hạn 17 ngày.",
        ),
        ({"as_of": LATER, "campaign": "2022-Q1"}, "Quý I/2022: cả 7 đơn vị đã nộp."),
        (
            {"as_of": LATER, "campaign": "2021-Q3"},
            "Quý III/2021: cả 7 đơn vị đã nộp, 2 không rõ ngày nhận.",
        ),
        (
            {"as_of": LATER, "campaign": "2024-H1", "rhythm": "half"},
            (
                "6 tháng đầu năm 2024: 6 trong 7 đơn vị đã nộp, 2 nộp muộn, lâu nhất 31 ngày; quận Thanh Khê chưa nộp, "
                "quá hạn 555 ngày."
            ),
        ),
        ({"as_of": "2021-06-30"}, "Chưa có kỳ báo cáo nào kết thúc tính đến 30-6-2021."),
    ],
)
def test_the_sentence(demo_start: Start, address: dict[str, str], said: str) -> None:
    assert title(demo_start(PAGE, **address)) == said


def test_the_day_before_a_deadline_says_until_when(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2024-06-15", campaign="2024-Q2")
    assert "chưa nộp, hạn 24-6-2024" in title(app)
    assert "quá hạn" not in title(app)


def test_the_calendar_is_that_of_the_story(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=LATER)
    old, new = (figure(app, f"calendar-{tier}") for tier in ("district", "commune"))
    found = Counter[str]()
    for trace in (*old["data"], *new["data"]):
        found[trace["meta"]] += len(trace["x"])
    expected = {
        (u, q.code)
        for q in QUARTERS
        for u in (story.DISTRICTS if q.end < date(2025, 7, 1) else story.COMMUNES)
    }
    silent = {(unit, q.code) for unit, q in story.SILENT}
    zero = {(unit, q.code) for unit, q in story.ZERO}
    late = story.LATE.keys() - silent
    undated = {(u, q) for u, q in expected if (u, q[:4]) in story.UNDATED}
    assert silent < expected
    assert found["missing"] == len(silent)
    assert found["zero"] == len(zero)
    assert found["late"] == len(late - zero)
    assert found["unknown"] == len(undated)
    assert found["on-time"] == len(expected - silent - zero - late - undated)
    assert {"từ 1‑7‑2025: phường, xã, đặc khu mới", "Phường Thanh Khê"} <= set(words(new))
    assert "Quận Thanh Khê" in words(old)
    received = len(expected) - len(silent)
    assert f"nhận **{received}/{len(expected)} báo cáo**" in written(app)
    assert f"nhận {received}/{len(expected)} báo cáo quý" in written(app)


def test_what_came_after_the_as_of_day_makes_up_the_difference_to_completeness(demo_start: Start) -> None:
    text = written(demo_start(PAGE, as_of="2024-06-30"))
    assert "nhận **79/84 báo cáo**" in text
    assert "2 báo cáo nữa đến sau ngày này." in text
    assert "nhận 81/84 báo cáo quý" in text


def test_new_units_are_not_shown_before_they_owe_anything(demo_start: Start) -> None:
    texts = words(figure(demo_start(PAGE, as_of="2024-06-30"), "calendar"))
    assert "Quận Thanh Khê" in texts
    assert "Phường An Hải" not in texts


def test_the_table_gives_first_receipt_file_and_days_the_worst_first(demo_start: Start) -> None:
    lines = table(demo_start(PAGE, as_of="2024-07-31"))
    assert [line["Tình trạng"] for line in lines[:3]] == [
        "× chưa nộp, quá hạn 37 ngày",
        "▲ nộp muộn 31 ngày",
        "▲ nộp muộn 12 ngày",
    ]
    assert [line["Đơn vị"] for line in lines[:3]] == ["Quận Thanh Khê", "Huyện Hòa Vang", "Quận Liên Chiểu"]
    assert lines[1]["Nhận đủ lần đầu"] == "25-7-2024"
    assert lines[1]["Tệp nhận lần đầu"] == "huyen-hoa-vang-2024.xlsx"
    assert lines[1]["Tệp gần nhất"] == "huyen-hoa-vang-2025.xlsx"


def test_a_phone_shows_the_file_that_answered_and_not_the_newest_of_any_campaign(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=LATER)
    body = next(e.proto.body for e in app.get("html") if "data-testid='table'" in e.proto.body)
    shown = re.findall(r"<td(?![^>]*spare)[^>]*data-of='(Tệp[^']*)'", body)
    assert set(shown) == {"Tệp nhận lần đầu"}


def test_who_came_on_time_is_one_press_away(demo_start: Start) -> None:
    shown = table(demo_start(PAGE, as_of=LATER))
    assert [line["Tình trạng"][0] for line in shown] == ["×"] * 3 + ["▲"]
    app = demo_start(PAGE, as_of=LATER, open="prompt")
    rest = tables(app)[1]
    assert {line["Tình trạng"] for line in rest} == {"● đúng hạn"}
    assert f"({len(shown) + len(rest)} dòng)" in next(
        b.label for b in app.get("download_button") if b.key == "reporting-csv"
    )


def test_a_half_year_says_which_quarter_is_lacking(demo_start: Start) -> None:
    lines = table(demo_start(PAGE, as_of=LATER, rhythm="half", campaign="2024-H1"))
    assert lines[0]["Tình trạng"] == "× chưa nộp, quá hạn 555 ngày; còn thiếu quý II/2024"


def test_the_file_holds_exactly_the_table(demo_start: Start) -> None:
    shown = table(demo_start(PAGE, as_of="2024-07-31"))
    view = results.reporting("quarter", "", date(2024, 7, 31), 10)
    read = list(csv.DictReader(StringIO(table_csv(reporting_words.lines(view)).decode("utf-8-sig"))))
    assert len(read) == len(shown) == 7
    for line, wanted in zip(read, shown, strict=True):
        assert list(line) == list(wanted)
        assert line["Tình trạng"] == wanted["Tình trạng"]
        assert day(date.fromisoformat(line["Hạn nộp"])).replace("\u2011", "-") == wanted["Hạn nộp"]


def test_organisations_stand_apart_and_are_never_missing(demo_start: Start) -> None:
    assert len(tables(demo_start(PAGE, as_of=LATER))) == 1, "folded away until they are asked for"
    app = demo_start(PAGE, as_of=LATER, open="organisations")
    apart = tables(app)[1]
    units = {line["Đơn vị"] for line in apart}
    assert "Sở Giáo dục và Đào tạo" in units
    assert "Tình trạng" not in apart[0]
    assert not units & {line["Đơn vị"] for line in table(app)}


def test_choices_stand_in_the_address(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2024-07-31")
    app.selectbox(key="_rhythm").select("year").run()
    assert title(app).startswith("Năm 2023: 6 trong 7 đơn vị đã nộp")
    app.selectbox(key="_campaign").select("2022").run()
    app.selectbox(key="_deadline").select("30").run()
    assert not app.exception
    assert title(app).startswith("Năm 2022:")
    found = {name: app.query_params[name] for name in ("rhythm", "campaign", "deadline")}
    assert {name: value[0] if isinstance(value, list) else value for name, value in found.items()} == {
        "rhythm": "year",
        "campaign": "2022",
        "deadline": "30",
    }


def test_an_empty_house_expects_reports_all_the_same(empty_start: Start) -> None:
    app = empty_start(PAGE, as_of="2024-07-31")
    # Who begins lacks everything, and is not told to be late with it.
    assert title(app) == "Quý II/2024: chưa đơn vị nào trong 7 đơn vị nộp."


def test_an_old_file_handed_in_now_is_received_on_a_day_not_known(empty_start: Start) -> None:
    empty_start(PAGE, as_of=LATER)
    take(record(start_date="2024-05-02", end_date="2024-05-02"))
    app = empty_start(PAGE, campaign="2024-Q2")
    assert title(app).startswith("Quý II/2024: 1 trong 7 đơn vị đã nộp, 1 không rõ ngày nhận;")


def test_a_stated_day_makes_it_on_time(empty_start: Start) -> None:
    empty_start(PAGE, as_of=LATER)
    last = date(2024, 6, 24)
    for unit, days in (("492", 0), ("493", 3)):
        said = Received(last + timedelta(days=days))
        take(
            record(unit=unit, start_date="2024-05-02", end_date="2024-05-02"),
            name=f"{unit}.xlsx",
            received=said,
        )
    app = empty_start(PAGE, campaign="2024-Q2")
    assert title(app).startswith("Quý II/2024: 2 trong 7 đơn vị đã nộp, 1 nộp muộn 3 ngày;")


def test_what_the_address_says_of_the_screens_own_choices_and_means_nothing_is_told(
    demo_start: Start,
) -> None:
    wrong = {"rhythm": "weekly", "deadline": "11", "campaign": "2030-Q9", "tier": "<b>x</b>", "map": "globe"}
    app = demo_start(PAGE, as_of="2024-07-31", **wrong)
    (said,) = (one.value for one in app.warning)
    for value in wrong.values():
        assert plain(value) in said
    assert title(app).startswith("Quý II/2024")
    assert app.session_state["filters"] == {"as_of": "2024-07-31"}
    known = {
        "rhythm": "half",
        "deadline": "30",
        "campaign": "2024-H1",
        "tier": "communes",
        "map": "count",
        "unit": "492",
    }
    assert not own_choices.unknown(known)


def test_a_column_that_no_line_has_anything_in_is_left_out(empty_start: Start) -> None:
    heads = set(table(empty_start(PAGE, as_of="2024-07-31"))[0])
    assert heads == {"Đơn vị", "Tình trạng", "Hạn nộp", "Số ngày"}
