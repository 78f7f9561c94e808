"""Every figure leads to rows that add up to it: the links of the screens are followed and summed."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

import storage.reading.activities
from pages.parts.figures import results
from pages.parts.listing import drill
from pages.parts.shell import menu
from program.filters import Filters, parse_filters
from program.measures.analysis import span
from program.measures.figures import progress
from program.shares import shown_share
from program.targets.progress import DAYS_PER_MONTH
from program.views.overview import Seats
from program.vocabulary import INDICATORS, Indicator, Kind
from tests.pages.conftest import Start
from tests.pages.said import links

FOLDS = {
    "pages/view/overview.py": ("local-figures", "pressed-figures", "audience-figures"),
    "pages/view/units.py": ("unit-figures", "quarter-figures", "what-if-children"),
    "pages/view/unit.py": ("unit-audience-figures", "unit-local-figures"),
}
VIEWS: list[dict[str, str]] = [
    {},
    {"as_of": "2024-06-30"},
    {"period": "2023", "as_of": "2023-08-20"},
    {"period": "2025-H2", "as_of": "2025-12-31", "tier": "communes"},
    {"period": "2022", "calendar": "civil", "indicator": "L-sessions"},
    {"period": "2023", "calendar": "school", "indicator": "L-parents"},
]
_LINK = re.compile(r"<a href='(activities[^']*)'[^>]*>([^<]+)</a>")


def opened(start: Start, page: str, address: dict[str, str]) -> AppTest:
    """A screen with all its tables of numbers unfolded."""
    app = start(page, **address, open=",".join(FOLDS[page]))
    assert not app.exception, app.exception
    assert tables(app) == files(app)
    return app


def tables(app: AppTest) -> list[int]:
    """How many lines each table of a screen has, without its head."""
    bodies = [part.proto.body for part in app.get("html")]
    return [body.count("<tr>") - 1 for body in bodies if "<table" in body]


def files(app: AppTest) -> list[int]:
    """How many lines each file of a screen says that it has."""
    labels = [button.proto.label for button in app.get("download_button")]
    return [int(found[1]) for label in labels if (found := re.fullmatch(r"Tải CSV \((\d+) dòng\)", label))]


def followed(app: AppTest) -> list[tuple[Filters, int, str]]:
    """The links in the tables: the rows they lead to, and the figure with its unit of measure."""
    found = []
    for part in (one for one in app.get("html") if "<table" in one.proto.body):
        for target, words in _LINK.findall(part.proto.body):
            figure, counter = unescape(words).replace("\u00a0", " ").rsplit(" ", 1)
            asked = dict(parse_qsl(urlsplit(unescape(target)).query))
            found.append((parse_filters(asked), int(figure.replace(".", "")), counter))
    return found


def total(rows: Filters, counter: str) -> int:
    """What the rows of a view add up to, of their one kind."""
    totals = storage.reading.activities.page(results.engine(), rows, limit=1).totals
    measure = "attendances" if counter == "lượt" else "count"
    return sum(kind[measure] for kind in totals.values())


@pytest.mark.parametrize("address", VIEWS, ids=str)
@pytest.mark.parametrize("page", FOLDS)
def test_the_rows_behind_every_figure_of_a_table_add_up_to_it(
    page: str, address: dict[str, str], demo_start: Start
) -> None:
    links = followed(opened(demo_start, page, address))
    assert len(links) > 5
    for rows, figure, counter in links:
        assert rows.kind is not None
        assert total(rows, counter) == figure, rows


@pytest.mark.parametrize("address", [*VIEWS, {"unit": "492"}, {"unit": "HLHPN", "period": "2023"}], ids=str)
def test_a_card_leads_to_its_rows(address: dict[str, str], demo_start: Start) -> None:
    app = demo_start(**address)
    seats = results.overview(parse_filters(without_choices(address))).seats
    for kind, rows in zip((Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION), card_links(app), strict=True):
        assert rows == parse_filters(without_choices(address) | {"kind": kind})
        assert_adds_up(rows, seats[kind])


SAID: list[tuple[str | None, dict[str, str]]] = [
    (None, {"as_of": "2024-06-30"}),
    (None, {"period": "2023", "as_of": "2023-08-20"}),
    (None, {"as_of": "2025-12-31", "unit": "492"}),
    ("pages/view/units.py", {"as_of": "2024-06-30"}),
    ("pages/view/units.py", {"as_of": "2025-12-31", "tier": "communes"}),
    ("pages/view/unit.py", {"as_of": "2024-06-30", "unit": "497"}),
    ("pages/view/schools.py", {"as_of": "2024-06-30"}),
]


@pytest.mark.parametrize(("page", "address"), SAID, ids=str)
def test_each_number_of_the_sentence_leads_to_what_it_is_made_of(
    page: str | None, address: dict[str, str], demo_start: Start
) -> None:
    """Shares and rates are computed anew from the rows that the link keeps and the target of the figure."""
    app = demo_start(page, **address)
    titles, ledes = [one.value for one in app.title], [one.value for one in app.markdown]
    told = [*titles[:1], *(text for text in ledes if links(text))]
    assert not re.search(r"\d", without_dates(LINKED.sub("", told[0]))), told[0]
    seen = set()
    for words_of, target in (link for text in told for link in links(text)):
        screen, asked = urlsplit(target).path, dict(parse_qsl(urlsplit(target).query))
        seen.add(screen)
        if screen != "activities":
            continue
        rows = parse_filters(asked)
        assert rows.kind is not None
        value = total(rows, counter_of(rows))
        number_said = float(re.sub(r"[^\d,]", "", words_of).replace(",", "."))
        if rows.since is not None:
            days = (span(rows)[1] - rows.since).days + 1
            assert number_said == pytest.approx(value / max(days / DAYS_PER_MONTH, 1), abs=0.051)
        elif "%" in words_of:
            p = progress(results.analysis(), indicator_of(rows), rows)
            assert number_said in (shown_share(p.value, p.target), shown_share(p.value, p.expected))
            assert value == p.value
        else:
            assert value == number_said
    assert seen <= {one.address for one in menu.SCREENS}
    assert len(seen) > (page != "pages/view/schools.py")


LINKED = re.compile(r"\[[^\]]*\]\([^)]*\)")


def without_dates(text: str) -> str:
    """The words left of a sentence once what is no figure is taken away: days, periods, "12 tháng", and the
    share and the count beside the linked one."""
    return re.sub(
        r"\d+‑\d+‑\d+|\d+/20\d\d|năm \d+|12 tháng|\([\d,]+\u00a0%\)|cần thêm \d+ trường|\d+/\d+ (?:quận|phường)",
        "",
        text,
    )


def counter_of(rows: Filters) -> str:
    """Which sum the figure of a link is: no indicator of attendances is without an audience of classes."""
    return indicator_of(rows).counter


def indicator_of(rows: Filters) -> Indicator:
    """The local indicator whose rows these are; the first where one of counts and one of seats share them."""
    return next(
        i for i in INDICATORS.values() if i.kind and (i.kind, i.audience) == (rows.kind, rows.audience)
    )


def without_choices(address: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in address.items() if name not in ("tier", "indicator")}


def card_links(app: AppTest) -> list[Filters]:
    found = [link for part in app.get("html") for link in _LINK.findall(part.proto.body)]
    targets = [unescape(target) for target, words in found if words == "Xem từng dòng"]
    return [parse_filters(dict(parse_qsl(urlsplit(target).query))) for target in targets]


def assert_adds_up(rows: Filters, seats: Seats) -> None:
    assert total(rows, "lượt") == seats.total
    assert total(rows, "lớp") == (seats.activities or 0)


def test_a_link_keeps_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drill, "language", lambda: "en")
    assert drill.href("activities", {"unit": "492"}) == "activities?unit=492&lang=en"


def test_words_of_a_link_are_no_markup() -> None:
    assert drill.anchor("<b>", Filters()) == "<a href='activities' style='color:inherit'>&lt;b&gt;</a>"
    assert drill.anchor("<b>", None) == "&lt;b&gt;"
