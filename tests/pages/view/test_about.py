"""Về dữ liệu: freshness by unit, rules as they are computed, attribution, removal of demo data."""

import re
from pathlib import Path

import storage.demo
from locales.messages import catalogue
from pages.parts.figures import results
from pages.parts.shell.attribution import OUTLINES
from storage.intake.submissions import history
from tests.pages.conftest import Start
from tests.pages.handing_in import button, take, written
from tests.pages.said import tables
from tests.storage.build import record

PAGE = "pages/view/about.py"
SOURCES = Path(__file__).resolve().parents[3] / "reference" / "SOURCES.md"


def test_an_empty_house_says_that_nothing_came(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert app.title[0].value == "Chưa có tệp nào được nhận."
    assert {line["Tệp gần nhất"] for line in tables(app)[0]} == {"chưa có tệp"}
    assert "Xóa dữ liệu minh họa" not in [b.label for b in app.button]


def test_the_newest_report_of_each_unit(empty_start: Start) -> None:
    take(record(), name="cu.xlsx")
    take(
        record(title="B"),
        record(title="C", start_date="2025-09-02", end_date="2025-09-02", unit="20242"),
        name="moi.xlsx",
    )
    app = empty_start(PAGE)
    assert app.title[0].value.startswith("Số liệu của 2 đơn vị;")
    table = {line["Đơn vị"]: line for line in tables(app)[0]}
    assert table["Quận Hải Châu"]["Tệp gần nhất"] == "moi.xlsx"
    assert table["Quận Hải Châu"]["Báo cáo quý đã nhận"] == "1/16"
    assert table["Phường Hải Châu"]["Tệp gần nhất"] == "moi.xlsx"
    assert table["Huyện Hòa Vang"]["Tệp gần nhất"] == "chưa có tệp"


def test_a_file_of_targets_is_no_report_of_a_unit(empty_start: Start) -> None:
    target = {"indicator": "L-sessions", "unit": "497", "start_date": "2023-01-01", "end_date": "2023-12-31"}
    target |= {
        "value": 10,
        "authority": "local",
        "document": "Kế hoạch *12*",
        "source": {"sheet": "A", "row": 2},
    }
    take(target, kind="targets")
    app = empty_start(PAGE)
    assert app.title[0].value == "Chưa có tệp nào được nhận."
    assert r"Văn bản: Kế hoạch \*12\*." in written(app)


def test_the_rules_and_what_is_not_known(empty_start: Start) -> None:
    text = written(empty_start(PAGE))
    for said in (
        "không phải số người",
        "từ 95 % kế hoạch trở lên",
        "từ 60 % đến dưới 95 %",
        "trong 365 ngày gần nhất",
        "Chưa đọc được toàn văn phần mục tiêu của Quyết định",
        "Không báo cáo thì để trống, không tính là 0.",
    ):
        assert said in text


def test_attribution_in_the_words_the_licence_asks_for(empty_start: Start) -> None:
    (asked,) = re.findall(r'Attribution: "([^"]+)"', SOURCES.read_text("utf-8"))
    assert catalogue()[OUTLINES] == asked
    text = written(empty_start(PAGE)).replace("\\", "").replace("\u2060", "")
    assert OUTLINES in text
    assert "1659/NQ-UBTVQH15" in text


def test_demo_data_goes_at_one_click_after_a_question(demo_start: Start) -> None:
    real = take(record(title="Lớp thật"), name="that.xlsx").submission.id
    app = demo_start(PAGE)
    assert ":orange-badge[**Dữ liệu minh họa**]" in written(app)
    button(app, "Xóa dữ liệu minh họa").click().run()
    assert "không lấy lại được" in written(app)
    assert storage.demo.present(results.engine())
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert re.search(r"Đã xóa dữ liệu minh họa: \d+ tệp\.", written(app))
    assert ":orange-badge" not in written(app)
    assert [s.id for s in history(results.engine())] == [real]
    assert app.title[0].value.startswith("Số liệu của 1 đơn vị;")
