"""What holds for every chart, in both palettes and both languages."""

import json
import re
import unicodedata
from collections.abc import Iterator

import plotly.graph_objects as go
import pytest

from charts.base import CONFIG, Figure
from charts.theme import DARK, LIGHT, Palette
from locales import messages
from tests.charts.figures import MAKERS, hovers, notes, plain, words

PALETTES = {"light": LIGHT, "dark": DARK}


@pytest.fixture(params=PALETTES)
def palette(request: pytest.FixtureRequest) -> Palette:
    return PALETTES[request.param]


@pytest.fixture(params=MAKERS)
def figure(request: pytest.FixtureRequest, palette: Palette) -> Figure:
    return MAKERS[request.param](palette)


@pytest.fixture
def english() -> Iterator[None]:
    messages.use("en")
    yield
    messages.use("vi")


def test_plotly_accepts_it(figure: Figure) -> None:
    assert set(figure) == {"data", "layout"}
    go.Figure(figure)


def test_it_is_plain_and_travels_as_json(figure: Figure) -> None:
    assert json.loads(json.dumps(figure, allow_nan=False))["layout"] is not None


def test_its_frame_is_fixed_and_nothing_can_be_grabbed(figure: Figure) -> None:
    layout = figure["layout"]
    assert layout["height"] > 0
    assert "width" not in layout
    assert set(layout["margin"]) == {"l", "r", "t", "b", "pad"}
    assert layout["showlegend"] is False
    assert layout["dragmode"] is False
    assert all(part["fixedrange"] for name, part in layout.items() if name[1:5] == "axis")
    assert CONFIG["displayModeBar"] is False


def test_nothing_is_smaller_than_the_smallest_size(figure: Figure) -> None:
    within = re.findall(r"font-size:([\d.]+)", json.dumps(figure))
    # Of a note whose lines each have a size of their own, its own only spaces them.
    own = re.compile(r"(<span style='font-size:.*</span>)?")
    spaced = [one for one in notes(figure) if all(own.fullmatch(line) for line in one["text"].split("<br>"))]
    assert min(one["size"] for one in notes(figure) if one not in spaced) >= 12.5
    assert all(float(size) >= 12.5 for size in within)


def test_every_colour_is_of_the_palette(figure: Figure, palette: Palette) -> None:
    tokens = set(re.findall(r"#[0-9a-f]{6}", str(palette)))
    assert set(re.findall(r"#[0-9a-fA-F]{6}", json.dumps(figure))) <= tokens


def test_only_what_says_so_answers_a_pointer_and_never_with_names_of_ours(figure: Figure) -> None:
    assert {trace["hoverinfo"] for trace in figure["data"]} <= {"skip", "text"}
    assert not any("name" in trace or "hovertemplate" in trace for trace in figure["data"])


def test_words_are_composed_vietnamese_without_english_months(figure: Figure) -> None:
    said = " ".join(words(figure) + hovers(figure))
    assert said == unicodedata.normalize("NFC", said)
    assert not re.search(r"\b(Jan|Feb|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\d,\d{3}\b|None|nan", said)
    for name, part in figure["layout"].items():
        if name.startswith("xaxis") and part.get("type") == "date" and part["visible"]:
            assert all(re.fullmatch(r"\d+/\d{4}|\d+‑\d+‑\d{4}", text) for text in part["ticktext"])


@pytest.mark.parametrize("name", [name for name in MAKERS if "none" in name or "nothing" in name])
def test_no_rows_say_so(name: str) -> None:
    said = words(MAKERS[name](LIGHT))
    assert any("hưa có số liệu" in text for text in said)


@pytest.mark.usefixtures("english")
def test_english_writes_numbers_the_english_way() -> None:
    figure = MAKERS["audiences"](LIGHT)
    assert figure["layout"]["separators"] == ".,"
    assert "126,024" in words(figure)
    assert MAKERS["curve of the city"](LIGHT)["layout"]["yaxis"]["ticktext"][-1] == "1,250"


def test_vietnamese_separators_by_default() -> None:
    figure = MAKERS["audiences"](LIGHT)
    assert figure["layout"]["separators"] == ",."
    assert "126.024" in words(figure)


def test_names_with_signs_of_html_are_shown_letter_for_letter() -> None:
    figure = MAKERS["bullets"](LIGHT)
    assert "<b>Sở KH&amp;CN</b>" in [a["text"] for a in notes(figure)]
    assert "Sở KH&amp;CN ○ chưa có mẫu số" in [plain(text) for text in hovers(figure)]
