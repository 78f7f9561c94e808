"""The slim bar on top of a screen: that demo data is shown, what is shown in words, and the choices.

The address holds the filters, so a link is the view; the session remembers them from screen to screen.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from exports.edition.words import unit_name
from locales.forms import day
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell.choices import in_address, own_choices
from pages.parts.words import period_name, plain
from program import units
from program.filters import CITY, UNUSUAL, FilterError, Filters, Lacking, RowState, parse_filters
from program.measures.analysis import default_as_of, first_day, last_day
from program.periods import CALENDAR_LABELS, PROGRAMME_START, Calendar, meant, month_ends, periods
from program.vocabulary import AUDIENCE_LABELS, DELIVERY_LABELS, KIND_LABELS

NAMES = (
    "period", "calendar", "unit", "kind", "audience", "delivery", "as_of", "q", "size", "lacking", "since", "state", "indicator", "tier",
    "per_kind", "per_audience", "rhythm", "campaign", "deadline", "schools", "map",
)  # fmt: skip
ALL = "all"
LACKING: dict[str, str] = {
    Lacking.COUNT: "không ghi số lớp, số buổi",
    Lacking.AUDIENCE: "còn lượt chưa phân đối tượng",
}
ROW_STATES: dict[str, str] = dict(zip(RowState, ("chỉ dòng chính thức", "chỉ dòng tạm tính"), strict=True))
SIZES = {UNUSUAL: "quy mô khác thường"}
GRAINS = {
    "programme": "Cả chương trình",
    "year": "Năm",
    "half": "6 tháng",
    "quarter": "Quý",
    "month": "Tháng",
}


def address() -> dict[str, str]:
    """The filters of this view as in the address; on a new screen those of the last one."""
    asked = {name: st.query_params[name] for name in NAMES if name in st.query_params}
    kept = st.session_state.get("filters", {})
    if not asked and kept:
        st.query_params.update(kept)
        asked = dict(kept)
    st.session_state["filters"] = asked
    return asked


def asked(name: str, options: list[str], default: str) -> str:
    """A choice of the screen's own as in the address, the default where there is none."""
    value = st.session_state.get("filters", {}).get(name)
    return value if value in options else default


def put(**changes: str) -> None:
    """Change filters in the address; an empty value is the default and leaves the address. A table
    starts again at its first page, with no row open."""
    changes = {"page": "", "row": ""} | changes
    asked = st.session_state.get("filters", {}) | changes
    st.session_state["filters"] = {name: value for name, value in asked.items() if value}
    in_address.put(**changes)


def kept(**changes: str) -> dict[str, str]:
    """The view's address with changes, for a link to another screen."""
    asked = st.session_state.get("filters", {}) | changes
    return {name: value for name, value in asked.items() if value}


def choose(
    widget: Callable[..., str],
    name: str,
    label: str,
    options: list[str],
    value: str,
    names: Callable[[str], str],
    default: str,
    changed: Callable[[str], None] | None = None,
    **more: object,
) -> str:
    """A widget whose code, not its label, stands in the address. What it did not offer is the default: a page of
    an earlier release, or one that somebody changed, can send anything."""
    key = f"_{name}"
    st.session_state[key] = value

    def take() -> None:
        picked = st.session_state[key]
        picked = picked if picked in options else default
        if changed:
            changed(picked)
        else:
            put(**{name: "" if picked == default else picked})

    return widget(label, options, key=key, format_func=names, on_change=take, **more)


def filter_bar(fields: tuple[str, ...], whose: Callable[[], str] | None = None) -> Filters:
    """Draw the bar with these choices (of NAMES) and give the filters of the view. Fields that the
    screen does not have are left at "all". `whose` gives the unit of a screen that chooses it elsewhere.
    """
    asked = address()
    try:
        view = parse_filters({name: text for name, text in asked.items() if name in fields})
    except FilterError as error:
        view = Filters()
        # What else could stand there are codes, for whoever types a command.
        what = str(error).split(";")[0].removesuffix(".")
        st.warning(
            t("Đường dẫn có phần không hiểu được: {error}. Trang này hiện tất cả.", error=plain(what[:200]))
        )
    own_choices.say({name: text for name, text in asked.items() if name not in fields})
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="bar"
    ):
        words = st.container(width="content")
        with st.popover(t("Đổi phạm vi xem"), width="content"):
            _choices(fields, view)
    badge = f":orange-badge[**{t('Dữ liệu minh họa')}**] " if results.demo_present() else ""
    told = said(view.only(unit=whose()) if whose else view, fields)
    words.markdown(f"{badge}{t('Chương trình 830')} · **{told}**")
    return view


def said(view: Filters, fields: tuple[str, ...]) -> str:
    """The view in words: "Toàn thành phố · 1-6-2021 đến 30-6-2024 · mọi đối tượng"."""
    start, end = first_day(view), last_day(view)
    parts = [unit_name(view.unit)]
    if end < start:
        parts.append(t("{period}, chưa đến kỳ vào {day}", period=period_name(view.period), day=day(end)))
    else:
        parts.append(t("{start} đến {end}", start=day(start), end=day(end)))
    if "kind" in fields:
        parts.append(t(KIND_LABELS[view.kind]) if view.kind else t("mọi loại hoạt động"))
    if "audience" in fields:
        parts.append(t(AUDIENCE_LABELS[view.audience]) if view.audience else t("mọi đối tượng"))
    if "delivery" in fields:
        parts.append(t(DELIVERY_LABELS[view.delivery]) if view.delivery else t("mọi hình thức"))
    if view.unusual:
        parts.append(t("quy mô khác thường"))
    chosen = ((view.lacking, LACKING), (view.state, ROW_STATES))
    parts += [t(words[one]) for one, words in chosen if one]
    if view.since and "since" in fields:
        parts.append(t("chỉ từ {day}", day=day(view.since)))
    return " · ".join(parts)


def _choices(fields: tuple[str, ...], view: Filters) -> None:
    if "period" in fields:
        _period(view)
    if "unit" in fields:
        options = [CITY, *unit_options()]
        if view.unit not in options:
            options.append(view.unit)
        choose(st.selectbox, "unit", t("Đơn vị"), options, view.unit, dated_name, CITY)
    for name, label, words, value, everything in (
        ("kind", "Loại hoạt động", KIND_LABELS, view.kind, "mọi loại hoạt động"),
        ("audience", "Đối tượng", AUDIENCE_LABELS, view.audience, "mọi đối tượng"),
        ("delivery", "Hình thức", DELIVERY_LABELS, view.delivery, "mọi hình thức"),
        ("size", "Quy mô một lớp, một buổi", SIZES, UNUSUAL if view.unusual else None, "mọi quy mô"),
        ("lacking", "Các dòng chưa ghi đủ", LACKING, view.lacking, "mọi dòng"),
        ("state", "Tình trạng duyệt", ROW_STATES, view.state, "chính thức và tạm tính"),
    ):
        if name in fields:
            _words(name, label, words, value, everything)
    if "since" in fields and view.since:
        first = view.since.isoformat()
        choose(
            st.selectbox, "since", t("Chỉ từ ngày"), [ALL, first], first,
            lambda code: t("mọi ngày trong kỳ") if code == ALL else day(date.fromisoformat(code)), ALL,
        )  # fmt: skip
    if "as_of" in fields:
        latest = default_as_of()
        shown = (view.as_of or latest).isoformat()
        days = {d.isoformat() for d in month_ends(PROGRAMME_START, latest)} | {shown}
        choose(
            st.selectbox, "as_of", t("Tính đến ngày"), sorted(days, reverse=True), shown,
            lambda d: day(date.fromisoformat(d)), latest.isoformat(),
        )  # fmt: skip


def _words(
    name: str,
    label: str,
    words: Mapping[Any, str],
    value: str | None,
    everything: str,
) -> None:
    labels = {str(code): text for code, text in words.items()}
    choose(
        st.selectbox, name, t(label), [ALL, *labels], str(value) if value else ALL,
        lambda code: t(labels.get(code, everything)), ALL,
    )  # fmt: skip


def _period(view: Filters) -> None:
    def by_grain(grain: str) -> None:
        if grain == "programme":
            put(period="")
            return
        end = min(view.period.end, view.as_of or default_as_of())
        put(period=meant(max(end, PROGRAMME_START), grain, view.calendar).code)

    def by_calendar(calendar: str) -> None:
        put(calendar="" if calendar == Calendar.REPORT else calendar)

    choose(
        st.selectbox, "grain", t("Xem theo"), list(GRAINS), view.period.grain,
        lambda g: t(GRAINS[g]), "programme", by_grain,
    )  # fmt: skip
    if view.period.grain != "programme":
        options = {p.code: p for p in reversed(periods(view.period.grain, view.calendar))}
        options.setdefault(view.period.code, view.period)
        choose(
            st.selectbox, "period", t("Kỳ"), list(options), view.period.code,
            lambda code: period_name(options[code]), ALL,
        )  # fmt: skip
        choose(
            st.selectbox, "calendar", t("Lịch"), [str(c) for c in Calendar], str(view.calendar),
            lambda c: t(CALENDAR_LABELS[Calendar(c)]), str(Calendar.REPORT), by_calendar,
        )  # fmt: skip


def unit_options() -> list[str]:
    """Units to choose from: territory expected in the programme, then organisations and others heard from."""
    territory = [u.code for d in (PROGRAMME_START, default_as_of()) for u in units.reporting_units(d)]
    return territory + [code for code in results.analysis().cube.units if code not in territory]


def dated_name(code: str) -> str:
    """A unit's name where both tiers stand in one list: with the day on which they part."""
    found, name = units.unit(code), unit_name(code)
    if found and found.valid_to == units.DISTRICTS_END:
        return t("{unit} (đến {day})", unit=name, day=day(found.valid_to))
    began = units.first_day(code)
    return t("{unit} (từ {day})", unit=name, day=day(began)) if began == units.BREAK else name
