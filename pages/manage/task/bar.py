"""What of the tasks is shown: a unit, where they stand, a day. It stands in the address, so a link is the view."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from access import Actor
from locales.forms import day
from locales.messages import t
from pages.manage.task import words as task_words
from pages.parts.figures import results
from pages.parts.shell.choices import bar
from pages.parts.shell.choices.in_address import number, put
from pages.parts.words import plain
from program import clock, units
from program.text import lower_first
from program.work.tasks import Standing

ALL = "all"
# Where what is opened stands: the key of its part of the page.
OPENED = "opened"
_EARLIEST, _LATEST = date(2015, 1, 1), date(2035, 12, 31)


@dataclass(frozen=True)
class Asked:
    """A view: of one unit ("" for all), of one standing (None for all), on a day; and the task or the document that is
    opened."""

    unit: str
    standing: Standing | None
    day: date
    task: int | None
    document: int | None = None

    @property
    def address(self) -> dict[str, str]:
        """The view as in the address, without what is opened; the filters of a file that is taken along."""
        found = {"unit": self.unit or ALL, "state": self.standing or "", "as_of": self.day.isoformat()}
        return {name: value for name, value in found.items() if value}


def link(asked: Asked, **opened: int) -> str:
    """The address of a `task` or a `document` within a view."""
    parts = asked.address | {name: str(number) for name, number in opened.items()}
    return "?" + "&".join(f"{name}={value}" for name, value in parts.items())


def asked(who: Actor) -> Asked:
    """What the address asks for; whoever hands in for one unit sees that one first."""
    given = st.query_params
    own = next(iter(who.units)) if who.units is not None and len(who.units) == 1 else ""
    unit = given.get("unit", own)
    states = {str(one): one for one in Standing}
    return Asked(
        "" if unit == ALL or not _known(unit) else unit,
        states.get(given.get("state", "")),
        _day(given.get("as_of", "")) or clock.today(),
        number("task"),
        number("document"),
    )


def _known(unit: str) -> bool:
    return unit == units.CITY or units.unit(unit) is not None


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if _EARLIEST <= found <= _LATEST else None


def draw(view: Asked, heard: Iterable[str]) -> None:
    """The slim bar: what is shown in words, and the three choices. `heard` are the units there is anything of, or
    that should hand in."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="bar"
    ):
        badge = f":orange-badge[**{t('Dữ liệu minh họa')}**] " if results.demo_present() else ""
        st.markdown(f"{badge}{t('Văn bản, nhiệm vụ')} · **{_said(view)}**", width="content")
        with st.popover(t("Đổi phạm vi xem"), width="content"):
            _choices(view, heard)


def _said(view: Asked) -> str:
    parts = [plain(_unit_name(view.unit or ALL)), t("tính đến {day}", day=day(view.day))]
    if view.standing:
        parts.append(lower_first(t(task_words.STANDINGS[view.standing])))
    return " · ".join(parts)


def _choices(view: Asked, heard: Iterable[str]) -> None:
    offered = [ALL, *heard]
    chosen = view.unit or ALL
    if chosen not in offered:
        offered.append(chosen)
    _choice("unit", t("Đơn vị"), offered, chosen, _unit_name, keep=True)
    _choice(
        "state", t("Tình trạng"), [ALL, *map(str, Standing)], str(view.standing or ALL),
        lambda code: t("Mọi nhiệm vụ") if code == ALL else t(task_words.STANDINGS[Standing(code)]),
    )  # fmt: skip
    key = "_tasks_day"
    st.session_state[key] = view.day

    def take() -> None:
        picked = st.session_state[key]
        put(as_of="" if not picked or picked == clock.today() else picked.isoformat())

    st.date_input(
        t("Tính đến ngày"),
        key=key,
        format="DD-MM-YYYY",
        min_value=_EARLIEST,
        max_value=_LATEST,
        on_change=take,
    )


def _unit_name(code: str) -> str:
    return (
        t("Mọi đơn vị")
        if code == ALL
        else t("Thành phố Đà Nẵng")
        if code == units.CITY
        else bar.dated_name(code)
    )


def _choice(
    name: str,
    label: str,
    options: list[str],
    value: str,
    names: Callable[[str], str],
    keep: bool = False,
) -> None:
    """`keep`: the choice of everything stands in the address too, since a reporter's view begins elsewhere."""
    key = f"_tasks_{name}"
    st.session_state[key] = value

    def take() -> None:
        picked = st.session_state[key]
        put(**{name: picked if picked != ALL or keep else "", "task": "", "document": ""})

    st.selectbox(label, options, key=key, format_func=names, on_change=take)
