"""Words of a chart: those at places of its axes are texts of a trace, those that need more stay annotations."""

from typing import Any

import pytest

from charts.base import axis, figure, note, pixels
from charts.theme import LIGHT
from tests.charts.figures import notes, traces


def drawn(*annotations: dict[str, Any]) -> dict[str, Any]:
    return figure([], LIGHT, 50, annotations=list(annotations), xaxis=axis(range=[-0.5, 3]), yaxis=pixels(50))


def test_words_at_places_are_texts_of_one_trace_an_axis() -> None:
    made = drawn(
        note(1, -10, "một", LIGHT, "center", 12.5),
        note(0, -20, "hai", LIGHT, xref="paper"),
        note(2, -30, "ba", LIGHT, "right", color=LIGHT.plan),
        note(4, -40, "bốn", LIGHT, xref="x2", xshift=5),
        note(4, -50, "năm", LIGHT, "right", xref="x2", xshift=-8),
    )
    first, second = traces(made, "words")
    assert (first["x"], first["y"], first["text"]) == ([1, -0.5, 2], [-10, -20, -30], ["một", "hai", "ba"])
    assert first["textposition"] == ["middle center", "middle right", "middle left"]
    assert first["textfont"] == {"size": [12.5, 14, 14], "color": [LIGHT.muted, LIGHT.text, LIGHT.plan]}
    assert (second["xaxis"], second["x"]) == ("x2", [4, 4])
    assert second["text"] == ["\u00a0\u00a0bốn", "năm\u00a0\u00a0\u00a0"], "words beside a mark keep off it"
    assert not made["layout"]["annotations"]
    assert len(notes(made)) == 5


@pytest.mark.parametrize(
    "more",
    [
        {"xref": "paper", "xshift": 5},
        {"xshift": -12},
        {"xshift": 5},
        {"yshift": 30},
        {"yref": "paper"},
        {"bgcolor": LIGHT.page},
        {"hovertext": "cả câu"},
    ],
    ids=str,
)
def test_what_a_text_of_a_trace_cannot_do_stays_an_annotation(more: dict[str, Any]) -> None:
    words = note(1, -10, "một", LIGHT, "right", **more)
    made = drawn(words)
    assert made["layout"]["annotations"] == [words]
    assert not traces(made, "words")


def test_shifts_and_anchors_are_places_where_a_pixel_is_known() -> None:
    made = drawn(
        note(1, -10, "một", LIGHT, yshift=3),
        note(1, -10, "hai", LIGHT, size=10, yanchor="top"),
        note(1, -30, "ba<br>bốn", LIGHT, size=10, yanchor="bottom"),
        note(1, -10, "năm", LIGHT, "right", xref="paper"),
    )
    assert not made["layout"]["annotations"]
    (texts,) = traces(made, "words")
    assert texts["y"] == pytest.approx([-7, -10 - 12.57 / 2, -30 + (12.57 + 13) / 2, -10])
    assert texts["x"] == [1, 1, 1, 3]
    free = figure(
        [], LIGHT, 50, annotations=[note(1, -10, "một", LIGHT, yshift=3)], yaxis=axis(scaleanchor="x")
    )
    assert free["layout"]["annotations"], "the height of a pixel is not known"
