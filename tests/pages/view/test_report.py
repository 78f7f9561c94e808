"""Báo cáo: the draft of a view as texts to be changed, and the three files made from it."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from access import local_person
from exports.report.document import docx
from exports.report.letterhead import letterhead
from pages.parts.conflicts import of_view as conflicts
from pages.parts.figures import results
from program.filters import parse_filters
from storage.database import reading
from storage.schema import event
from tests.exports import office
from tests.pages.conftest import Start

PAGE = "pages/view/report.py"


def test_the_draft_is_edited_and_taken_along_and_kept_for_its_view(
    demo_start: Start, handed: dict[str, Callable[[], bytes]]
) -> None:
    app = demo_start(PAGE, period="2023", unit="492")
    assert app.title[0].value.startswith("Bản thảo báo cáo năm 2023 · Quận Hải Châu: còn ")
    draft = results.report(
        parse_filters({"period": "2023", "unit": "492"}), letterhead("492").issuer, conflicts.waiting()
    )
    assert [area.value for area in app.text_area] == [part.text for part in draft.parts]
    as_drafted = docx(draft, letterhead("492"))
    assert handed["report-report"]() == as_drafted
    assert load_workbook(BytesIO(handed["report-report_figures"]())).sheetnames[0] == "Đọc trước"
    office.check_package(handed["report-slides"]())

    cause = next(area for area in app.text_area if area.label == "2. Nguyên nhân")
    cause.set_value("Do mưa bão.").run()
    assert "Do mưa bão." in office.body(handed["report-report"]())
    before = int(app.title[0].value.split("còn ")[1].split()[0])
    assert (
        before
        == sum("[" in line and "chú thích" not in line for p in draft.parts for line in p.paragraphs) - 1
    )

    app.query_params["unit"] = "497"
    app.run()
    assert "Do mưa bão." not in office.body(handed["report-report"]())
    app.query_params["unit"] = "492"
    app.run()
    assert "Do mưa bão." in office.body(handed["report-report"]())
    app.button(key="redo-III.2").click().run()
    assert handed["report-report"]() == as_drafted
    query = select(event.c.subject, event.c.after).where(event.c.action == "exported")
    with reading(results.engine()) as connection:
        noted = [tuple(row) for row in connection.execute(query)]
    assert ("export:report", {"period": "2023", "unit": "492"}) in noted
    assert {"export:report", "export:report_figures", "export:slides"} <= {subject for subject, _ in noted}


def test_a_reporter_of_the_city_is_led_to_the_report_of_its_own_unit(
    demo_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(local_person(), units=frozenset({"492"}))
    monkeypatch.setattr(results, "actor", lambda: own)
    app = demo_start(PAGE, period="2023")
    assert (
        "<p>Báo cáo riêng của đơn vị: <a href='report?period=2023&amp;unit=492' style='color:inherit'>"
        "quận Hải Châu</a>.</p>" in [one.proto.body for one in app.get("html")]
    )
    app.query_params["unit"] = "492"
    assert not [one for one in app.run().get("html") if "riêng của đơn vị" in one.proto.body]


def test_a_period_that_has_not_come_has_no_report(empty_start: Start, handed: dict[str, Any]) -> None:
    app = empty_start(PAGE, period="2030")
    assert app.title[0].value == "Chưa lập được báo cáo của kỳ này."
    assert not app.text_area
    assert "report-report" not in handed
