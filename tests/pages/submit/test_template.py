"""Tải mẫu của đơn vị: unit and period are chosen on the page, the file is the command's own."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from access import Actor, Right
from data_loaders.check import check
from data_loaders.templates import setting
from pages.parts.figures import results
from pages.submit import template as part
from program.contract import TableKind
from program.periods import parse_period
from program.vocabulary import INDICATORS
from storage.intake.submissions import fingerprint_of, preview
from storage.registers import known
from tests.data_loaders.templates.filling import fill
from tests.pages.conftest import Start
from tests.pages.handing_in import written

PAGE = "pages/submit/upload.py"


def period(app: AppTest) -> list[str]:
    (found,) = [b for b in app.selectbox if b.label == "Kỳ báo cáo"]
    return [o.replace("\u2011", "-") for o in found.options]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What the download button would hand out, by its own function."""
    handed: list[bytes] = []
    real = part.st.download_button

    def button(label: str, data: object, **more: object) -> bool:
        handed.append(data())  # type: ignore[operator]
        return bool(real(label, data, **more))  # type: ignore[arg-type]

    monkeypatch.setattr(part.st, "download_button", button)
    return handed


def test_the_template_of_a_unit_and_period_is_offered_before_a_file_is_chosen(
    empty_start: Start, made: list[bytes]
) -> None:
    app = empty_start(PAGE)
    assert "Tải mẫu của đơn vị" in [e.label for e in app.expander]
    units = app.selectbox(key="template-unit-True")
    assert {"Quận Hải Châu", "Phường Hải Châu", "Sở Y tế"} <= set(units.options)
    assert "Thành phố Đà Nẵng" not in units.options
    units.set_value("492").run()
    app.selectbox(key="template-grain-True").set_value("quarter").run()
    assert period(app)[0] == "quý III/2025 (15-6-2025 đến 30-6-2025)"
    app.selectbox(key="template-period-492-quarter").set_value("2023-Q2").run()
    assert not app.exception
    sheet = openpyxl.load_workbook(io.BytesIO(made[-1]))["Số liệu"]
    assert sheet["A2"].value == "Đơn vị báo cáo: Quận Hải Châu"
    assert sheet["A3"].value == "Kỳ báo cáo: quý II/2023 (từ 15-3-2023 đến 14-6-2023)"
    (button,) = [b for b in app.get("download_button") if b.label == "Tải mẫu này"]
    assert not button.disabled


@pytest.mark.parametrize(
    ("kind", "unit", "row"),
    [
        ("activities", "492", {"kind": "Lớp tập huấn", "title": "An toàn mạng", "start_date": date(2025, 6, 20), "attendances_total": 30}),
        ("participation", "SO-YT", {"kind": "Buổi truyền thông", "count": 3, "attendances_total": 300}),
        ("targets", "48", {"indicator": INDICATORS["T1"].label, "unit": "Thành phố Đà Nẵng", "value": 100}),
        ("schools", "SO-GDDT", {"name": "Trường Tiểu học Hoa Mai", "level": "Tiểu học", "unit": "Quận Hải Châu"}),
        ("population", "20242", {"group": "Dân số", "year": 2025, "value": 9000}),
        ("focal_points", "SO-YT", {"name": "Nguyễn Thị Minh", "position": "Chuyên viên"}),
    ],
)  # fmt: skip
def test_every_kind_is_offered_and_a_filled_one_loads_clean(
    empty_start: Start, made: list[bytes], kind: str, unit: str, row: dict[str, Any]
) -> None:
    app = empty_start(PAGE)
    app.radio(key="template-kind").set_value(kind).run()
    counted = kind in ("activities", "participation")
    app.selectbox(key=f"template-unit-{counted}").set_value(unit).run()
    assert not app.exception
    book = openpyxl.load_workbook(io.BytesIO(made[-1]))
    told = {p.name: p.value for p in book.custom_doc_props.props}
    assert (told["template_kind"], told["template_unit"]) == (kind, unit)
    at = setting(TableKind(kind), unit, parse_period(told["template_period"]))
    found = check("tep.xlsx", fill(at, [row]))
    assert (found["status"], found["issues"]) == ("ready", [])
    assert [(t["kind"], len(t["records"])) for t in found["tables"]] == [(kind, 1)]


def test_all_kinds_of_the_command_are_on_the_page_with_words_when_to_use_each(empty_start: Start) -> None:
    app = empty_start(PAGE)
    radio = app.radio(key="template-kind")
    assert set(part._KINDS) == set(TableKind)
    assert len(radio.options) == len(TableKind)
    for kind, (_, when) in part._KINDS.items():
        app.radio(key="template-kind").set_value(kind).run()
        assert when in written(app)


def test_who_may_not_hand_in_a_register_is_told_before_filling_it_in(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = empty_start(PAGE)
    app.radio(key="template-kind").set_value("targets").run()
    assert "chưa được giao quyền" not in written(app)
    monkeypatch.setattr(results, "actor", lambda: Actor("x", "Bình", frozenset({Right.READ, Right.SUBMIT})))
    app.run()
    assert "chưa được giao quyền" in written(app)
    app.radio(key="template-kind").set_value("activities").run()
    assert "chưa được giao quyền" not in written(app)


@pytest.mark.parametrize("grain", ["quarter", "half", "year", "month", "school_year"])
def test_a_new_ward_has_the_periods_since_its_first_day(empty_start: Start, grain: str) -> None:
    app = empty_start(PAGE)
    app.selectbox(key="template-unit-True").set_value("20242").run()
    app.selectbox(key="template-grain-True").set_value(grain).run()
    assert not app.exception
    offered = part.periods_of(TableKind.ACTIVITIES, "20242", grain)
    assert offered
    assert len(period(app)) == len(offered)
    assert min(p.end for p in offered).isoformat() >= "2025-07-01"


def test_a_chosen_file_hides_the_template(empty_start: Start) -> None:
    app = empty_start(PAGE)
    app.file_uploader[0].upload("tep.xlsx", b"raw", "application/octet-stream").run()
    assert "Tải mẫu của đơn vị" not in [e.label for e in app.expander]


@pytest.mark.parametrize("kind", ["schools", "population"])
def test_a_register_comes_with_what_is_known(demo_start: Start, made: list[bytes], kind: str) -> None:
    app = demo_start(PAGE)
    app.radio(key="template-kind").set_value(kind).run()
    app.selectbox(key="template-unit-False").set_value("492").run()
    assert not app.exception
    read = known.schools if kind == "schools" else known.inhabitants
    held = read(results.engine(), ("492",))
    found = check("mau.xlsx", made[-1])
    assert (found["status"], found["issues"]) == ("ready", [])
    assert sum(len(table["records"]) for table in found["tables"]) == len(held) > 0
    look = preview(results.engine(), results.actor(), found, fingerprint_of(made[-1]))
    assert (look.new, look.changed, look.unchanged) == (0, 0, len(held))
