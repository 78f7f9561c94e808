"""Whoever does not see a chart is told the same: first its finding, then its rows; its numbers stand below it."""

import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Start

# The screens with charts, and how many charts have one table together.
SCREENS = [
    ("pages/view/overview.py", {}, 0),
    ("pages/view/units.py", {"as_of": "2024-06-30"}, 0),
    ("pages/view/units.py", {"as_of": "2024-06-30", "map": "count"}, 0),
    ("pages/view/units.py", {"tier": "communes"}, 0),
    ("pages/view/unit.py", {"unit": "492"}, 0),
    ("pages/view/reporting.py", {"as_of": "2024-06-30"}, 0),
    # By level and by unit.
    ("pages/view/schools.py", {"as_of": "2024-06-30"}, 1),
]


def findings(app: AppTest) -> set[str]:
    """The titles of the charts and tables of a screen."""
    bodies = " ".join(e.proto.body for e in app.get("html"))
    return {unescape(found) for found in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", bodies)}


@pytest.mark.parametrize(("page", "asked", "together"), SCREENS)
def test_a_chart_is_told_by_its_finding_and_has_its_numbers(demo_start: Start, page, asked, together) -> None:
    app = demo_start(page, **asked)
    told = [e.proto.alt for e in app.get("plotly_chart")]
    assert told
    said = findings(app)
    for alt in told:
        assert any(alt.startswith(f"{finding}. ") for finding in said), alt
    tables = [
        e for e in app.get("html") if "dashboard-fold" in e.proto.body and "Bảng số liệu" in e.proto.body
    ]
    assert len(tables) >= len(told) - together
