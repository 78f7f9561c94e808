"""The fold at the foot of a screen: what makes its numbers less sure, each with a way that leads there."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

import storage.reading.activities
from access import local_person
from pages.parts.conflicts import of_view as conflicts
from pages.parts.figures import results
from pages.parts.shell import menu
from program.conflicts.desk import Sort
from program.filters import parse_filters
from storage.intake.submissions import accept, hold
from tests.pages.conftest import Start
from tests.pages.handing_in import take
from tests.storage.build import bytes_of, error, record, report

SPAN: dict[str, Any] = {
    "basis": "summary",
    "title": None,
    "start_date": "2023-03-15",
    "end_date": "2023-06-14",
}
SCREENS = [
    None,
    "pages/view/units.py",
    "pages/view/activities.py",
    "pages/view/unit.py",
    "pages/view/about.py",
]


def opened(start: Start, page: str | None = None, /, **address: str) -> AppTest:
    app = start(page, **address, open="sure")
    assert not app.exception, app.exception
    return app


def told(app: AppTest) -> str:
    """The words of the fold, without its links."""
    (found,) = [p.proto.body for p in app.get("html") if p.proto.body.startswith("<ul")]
    return (
        re.sub(r"<[^>]+>", " ", unescape(found))
        .replace("\u2011", "-")
        .replace("\u00a0", " ")
        .replace("  ", " ")
    )


def links(app: AppTest) -> dict[str, str]:
    bodies = "".join(p.proto.body for p in app.get("html") if p.proto.body.startswith("<ul"))
    return {
        unescape(words): unescape(target)
        for target, words in re.findall(r"<a href='([^']*)'[^>]*>([^<]+)</a>", bodies)
    }


@pytest.mark.parametrize("page", SCREENS)
def test_every_screen_has_it_and_its_links_lead_somewhere(page: str | None, demo_start: Start) -> None:
    found = links(opened(demo_start, page, as_of="2024-06-30"))
    reporting = "reporting" if page == "pages/view/about.py" else "reporting?as_of=2024-06-30"
    assert reporting in found.values()
    assert {urlsplit(t).path for t in found.values()} <= {
        "reporting",
        "submit",
        "conflicts",
        "review",
        "activities",
        "schools",
        "about",
    }


def test_every_screen_says_how_fresh_and_complete_the_data_are(demo_start: Start) -> None:
    app = demo_start()
    for screen in menu.SCREENS:
        app.switch_page(screen.script).run()
        said = "\n".join(one.value for one in app.markdown)
        assert re.search(r"nhận \d+/\d+ báo cáo quý", said), screen.script
        assert re.search(r"Tệp mới nhất nhận ngày \d", said), screen.script


def test_rows_that_do_not_say_enough_are_a_click_away(empty_start: Start) -> None:
    take(record(**SPAN, count=None, attendances={"parents": 10}, attendances_total=30))
    found = links(opened(empty_start))
    for words, rows in (("1 dòng tổng hợp", 1), ("20 lượt", 20)):
        view = parse_filters(dict(parse_qsl(urlsplit(found[words]).query)))
        (total,) = storage.reading.activities.page(results.engine(), view).totals.values()
        assert total["rows"] == 1
        assert rows in (total["rows"], total["attendances"])


def test_what_waits_for_a_decision_is_counted(empty_start: Start) -> None:
    assert "Không có số liệu trùng lặp, bất thường nào chờ quyết định" in told(opened(empty_start))
    take(record(school="Trường THCS Trưng Vương"))
    twin = {"unit": "SO-GDDT", "title": "Tập huấn cha mẹ", "organiser": None, "school": "THCS Trưng Vương"}
    take(record(**twin, attendances={"parents": 33}, attendances_total=33), name="a.xlsx")
    take(
        record(**SPAN, unit="490", count=9),
        record(unit="490", start_date="2023-05-20", end_date="2023-05-20"),
        name="b.xlsx",
    )
    text = told(opened(empty_start))
    assert [one.sort for one in conflicts.waiting().waiting] == [Sort.TWIN, Sort.BASIS]
    assert "1 cặp dòng có thể trùng , đang tính cả hai; nhiều nhất 33 lượt sẽ bớt đi." in text
    assert "1 kỳ có chi tiết và tổng hợp khác nhau , đang tính theo chi tiết" in text
    elsewhere = opened(empty_start, unit="490")
    assert "có thể trùng" not in told(elsewhere)
    (target,) = [t for words, t in links(elsewhere).items() if words.startswith("1 kỳ")]
    assert target == "conflicts?unit=490&conflict=basis"


def test_files_with_rows_left_out_and_files_that_nobody_accepted(empty_start: Start) -> None:
    made = report(record(), issues=[error()], status="needs_fixes")
    accept(results.engine(), local_person(), "a.xlsx", bytes_of(made), made, sound_rows=True)
    other = report(record(unit="490"), issues=[error()], status="needs_fixes")
    hold(results.engine(), local_person(), "b.xlsx", bytes_of(other), other)
    text = told(opened(empty_start))
    assert "1 lần nộp còn dòng có lỗi chưa nhận (số 1)" in text
    assert "1 lần nộp đã kiểm tra nhưng chưa nhận (số 2)" in text


def test_words_of_a_file_are_no_markup(empty_start: Start) -> None:
    take(record(), name="<img src=x>.xlsx")
    app = opened(empty_start)
    bodies = "".join(p.proto.body for p in app.get("html"))
    assert "&lt;img src=x&gt;.xlsx" in bodies
    assert "<img" not in bodies


def test_closed_it_looks_for_nothing(demo_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conflicts, "waiting", lambda: pytest.fail("looked for"))
    demo_start()
