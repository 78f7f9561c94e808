"""Tokens: enough contrast for words (4.5) and marks (3), and one set of colours in page and charts."""

import tomllib
from pathlib import Path

import pytest

from charts.theme import DARK, LIGHT, MARKDOWN_HUES, Palette, markdown, said
from program.vocabulary import STATUS_SHAPES, Status
from tests.charts.contrast import contrast

ROOT = Path(__file__).resolve().parents[2]
MODES = {"light": LIGHT, "dark": DARK}
both = pytest.mark.parametrize("p", MODES.values(), ids=MODES)


@both
def test_words_are_readable_on_the_page(p: Palette) -> None:
    low = {name: contrast(getattr(p, name), p.page) for name in ("text", "muted", "plan", "data")}
    low |= {status: contrast(hue, p.page) for status, hue in p.status.items()}
    assert min(low.values()) >= 4.5, low


@both
def test_marks_stand_out_on_page_and_track(p: Palette) -> None:
    for mark in (p.data, p.context, p.plan):
        assert contrast(mark, p.page) >= 3
        assert contrast(mark, p.track) >= 3


@both
def test_words_are_readable_on_areas(p: Palette) -> None:
    for status in Status:
        assert contrast(p.text, p.tint[status]) >= 4.5
        assert contrast(p.status[status], p.tint[status]) >= 4.5


@both
def test_heat_steps_carry_digits_and_grow(p: Palette) -> None:
    assert all(contrast(p.text, step) >= 4.5 for step in p.heat)
    away = [contrast(step, p.page) for step in p.heat]
    assert away == sorted(away)
    assert all(contrast(a, b) >= 1.2 for a, b in zip(p.heat, p.heat[1:], strict=False))


@both
def test_every_status_has_a_hue_and_a_tint(p: Palette) -> None:
    assert set(p.status) == set(p.tint) == set(MARKDOWN_HUES) == set(Status)


@pytest.mark.parametrize("status", Status)
def test_a_status_is_never_said_without_its_shape(status: Status) -> None:
    shape = STATUS_SHAPES[status]
    assert said(status).startswith(f"{shape} ")
    assert said(status, "chưa có mẫu số") == f"{shape} chưa có mẫu số"
    assert said(status, f"{shape} chưa có mẫu số") == f"{shape} chưa có mẫu số"
    assert shape in markdown(status)


@pytest.mark.parametrize("mode", MODES)
def test_the_page_has_the_tokens_of_the_charts(mode: str) -> None:
    p = MODES[mode]
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][mode]
    # Words on a main button (`pages.parts.shell.browser.style`).
    assert contrast(p.page, theme["primaryColor"]) >= 4.5
    assert theme["backgroundColor"] == p.page
    assert theme["textColor"] == p.text
    assert theme["borderColor"] == p.rule
    assert theme["grayTextColor"] == p.muted
    for status, name in MARKDOWN_HUES.items():
        if status != Status.NOT_ASSESSABLE:
            assert theme[f"{name}TextColor"] == p.status[status]
    assert contrast(theme["orangeTextColor"], theme["orangeBackgroundColor"]) >= 4.5
    assert contrast(theme["linkColor"], p.page) >= 4.5
    assert contrast(p.text, theme["secondaryBackgroundColor"]) >= 4.5


def test_the_server_shows_no_trace_and_serves_this_machine_only() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["showErrorLinks"] is False
    assert config["client"]["allowedOrigins"] == []
    assert config["client"]["disableDataExport"] is True
    assert config["browser"]["gatherUsageStats"] is False
    assert config["server"]["address"] == "127.0.0.1"
    assert "port" not in config["server"]
