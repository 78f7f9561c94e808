"""From a figure to its rows: the address of Hoạt động whose rows make exactly this figure."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from locales.messages import language
from program.filters import Filters, Lacking, RowState, address
from program.measures.analysis import span
from program.measures.figures import Progress
from program.periods import Period
from program.vocabulary import Audience, Indicator, Kind

_SCREEN = "pages/view/activities.py"


def of_kind(view: Filters, kind: Kind, audience: Audience | None = None) -> Filters:
    """The rows of one kind in a view, of all audiences or one."""
    return view.only(kind=kind, audience=audience)


def undivided(view: Filters, kind: Kind) -> Filters:
    """The rows of a kind with attendances of no said audience."""
    return view.only(kind=kind, audience=None, lacking=Lacking.AUDIENCE)


def uncounted(view: Filters) -> Filters:
    """The rows that do not say how many activities they are."""
    return view.only(kind=None, audience=None, lacking=Lacking.COUNT)


def provisional(view: Filters) -> Filters:
    """The rows that are not official yet."""
    return view.only(kind=None, audience=None, delivery=None, state=RowState.PROVISIONAL)


def of_progress(p: Progress, view: Filters) -> Filters | None:
    """The rows that an indicator's value counts; None where it counts no rows (T1 counts schools, T2 and T3
    are supplied). A plan that ends before the view does is counted to its own end."""
    if p.indicator.kind is None or p.value is None:
        return None
    as_of = view.as_of if p.as_of == span(view)[1] else p.as_of
    return view.only(
        unit=p.unit, kind=p.indicator.kind, audience=p.indicator.audience, delivery=None, text="", as_of=as_of
    )


def of_quarter(view: Filters, unit: str, indicator: Indicator, quarter: Period) -> Filters:
    """The rows of one unit and one quarter of the report calendar."""
    return view.only(
        period=quarter, unit=unit, kind=indicator.kind, audience=indicator.audience, delivery=None, text=""
    )


def to_rows(label: str, rows: Filters) -> None:
    """A link within the page; its address can be kept and sent on."""
    st.page_link(_SCREEN, label=label, query_params=address(rows))


def href(page: str, asked: dict[str, str]) -> str:
    """The address of a screen from another one, wherever the product is served; the language is kept."""
    if language() == "en":
        asked = asked | {"lang": "en"}
    return f"{page}?{urlencode(asked)}" if asked else page


def anchor(words: str, rows: Filters | None) -> str:
    """HTML of words that lead to rows; the words alone where there are none."""
    if rows is None:
        return escape(words)
    return link(words, "activities", address(rows))


def link(words: str, page: str, asked: dict[str, str] | None = None) -> str:
    """HTML of words that lead to a screen, in the colour of the text around them and underlined."""
    return f"<a href='{escape(href(page, asked or {}))}' style='color:inherit'>{escape(words)}</a>"
