"""Tải mẫu của đơn vị: unit and period are chosen on the page, the file is the command's own."""

import io

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from pages.submit import template as part
from program.periods import parse_period
from tests.pages.conftest import Start

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
    units = app.selectbox(key="template-unit")
    assert {"Quận Hải Châu", "Phường Hải Châu", "Sở Y tế"} <= set(units.options)
    units.set_value("492").run()
    app.selectbox(key="template-grain").set_value("quarter").run()
    assert period(app)[0] == "quý III/2025 (15-6-2025 đến 14-9-2025)"
    app.selectbox(key="template-period-492-quarter").set_value("2023-Q2").run()
    assert not app.exception
    sheet = openpyxl.load_workbook(io.BytesIO(made[-1]))["Số liệu"]
    assert sheet["A2"].value == "Đơn vị báo cáo: Quận Hải Châu"
    assert sheet["A3"].value == "Kỳ báo cáo: quý II/2023 (từ 15-3-2023 đến 14-6-2023)"
    (button,) = [b for b in app.get("download_button") if b.label == "Tải mẫu báo cáo hoạt động"]
    assert not button.disabled


@pytest.mark.parametrize("grain", ["quarter", "half", "year", "month"])
def test_a_new_ward_has_the_periods_since_its_first_day(empty_start: Start, grain: str) -> None:
    app = empty_start(PAGE)
    app.selectbox(key="template-unit").set_value("20242").run()
    app.selectbox(key="template-grain").set_value(grain).run()
    assert not app.exception
    codes = [p.code for p in part._periods("20242", grain)]
    assert codes
    assert len(period(app)) == len(codes)
    assert min(parse_period(code).end for code in codes).isoformat() >= "2025-07-01"


def test_a_chosen_file_hides_the_template(empty_start: Start) -> None:
    app = empty_start(PAGE)
    app.file_uploader[0].upload("tep.xlsx", b"raw", "application/octet-stream").run()
    assert "Tải mẫu của đơn vị" not in [e.label for e in app.expander]
