"""Where a unit was and was not: its wards and communes, and its schools."""

import streamlit as st

from locales.forms import day, number
from locales.messages import t
from pages.parts import words
from pages.parts.schools.words import STATES
from pages.parts.shell import frame
from pages.parts.shell.choices import bar
from program import units
from program.schools.reach import School, State
from program.text import lower_first
from program.views.one_unit import UnitPage
from program.wards import WardReach, origins


def wards(page: UnitPage) -> None:
    """The wards of a district (there are some), those not reached first."""
    found = page.wards
    reached = [w for w in found if w.activities]
    frame.head(
        t("{n}/{all} phường, xã có hoạt động", n=number(len(reached)), all=number(len(found)))
        if reached
        else t("Chưa ghi nhận hoạt động ở phường, xã nào"),
        t(
            "Phường, xã của quận, huyện vào ngày {day}, theo địa bàn ghi trong từng hoạt động, của mọi đơn vị tổ chức",
            day=day(min(page.headline.day, units.DISTRICTS_END)),
        ),
        inner=True,
    )
    told = []
    missing = [w for w in found if not w.activities]
    if missing:
        names = "; ".join(_ward(w) for w in missing)
        told.append(f"**{t('Chưa ghi nhận hoạt động')}**: {names}")
    if reached:
        names = "; ".join(f"{_ward(w)}: {day(w.last)}" for w in reached if w.last)
        told.append(f"**{t('Có hoạt động, kèm ngày gần nhất')}**: {names}")
    st.markdown("\n\n".join(told))


def across_break(code: str) -> None:
    """What the unit's territory became, or was, on the other side of 1-7-2025."""
    found = units.unit(code)
    if found is None or found.level not in ("district", "commune"):
        return
    if found.level == "district":
        new = [words.plain(words.unit_inside(u)) for u in units.successors(code)]
        frame.note(
            t(
                "Từ {day} địa bàn này do {units} báo cáo; hai chuỗi số liệu không nối và không so sánh với nhau.",
                day=day(units.BREAK), units=words.listed(new, 12),
            )
        )  # fmt: skip
        return
    told = []
    for district, own in origins(code):
        names = [
            name if o.whole else t("một phần {ward}", ward=name)
            for o in own
            if (name := words.plain(lower_first(o.name)))
        ]
        told.append(f"{words.listed(names, 20)} ({words.unit_inside(district)})")
    if told:
        frame.note(
            t(
                "Trước {day} địa bàn này là {wards}; số liệu của quận, huyện cũ không nối và không so sánh với đơn vị này.",
                day=day(units.BREAK), wards="; ".join(told),
            )
        )  # fmt: skip


def _ward(w: WardReach) -> str:
    name = words.plain(w.ward.name)
    if w.ward.former:
        name += t(" (gồm {names})", names=words.listed([words.plain(n) for n in w.ward.former], 5))
    return name


def schools(page: UnitPage) -> None:
    """The schools of T1 by state; those never reached by name."""
    found = page.schools
    if not found:
        frame.head(t("Trường học"), t("Sổ trường chưa ghi trường nào của đơn vị này"), inner=True)
        return
    of = {state: [s for s in found if s.state == state] for state in State}
    never = len(of[State.NEVER])
    held = "{n} trường có hoạt động trong 12 tháng qua"
    if of[State.LAPSED]:
        held = "{n} trường có hoạt động trong 12 tháng qua, {m} trường chỉ có trước đó"
    frame.head(
        t("{n}/{all} trường chưa từng có hoạt động", n=number(never), all=number(len(found)))
        if never
        else t("Cả {n} trường đều từng có hoạt động", n=number(len(found))),
        t(held, n=number(len(of[State.RECENT])), m=number(len(of[State.LAPSED]))),
        inner=True,
    )  # fmt: skip
    told = [
        f"**{t(STATES[state])}**: {_named(of[state])}" for state in (State.NEVER, State.LAPSED) if of[state]
    ]
    if told:
        st.markdown("\n\n".join(told))
    st.page_link(
        "pages/view/schools.py", label=t("Danh sách trường của đơn vị"),
        query_params=bar.kept(unit=page.headline.unit),
    )  # fmt: skip


def _named(schools: list[School]) -> str:
    return "; ".join(words.plain(s.name) for s in schools[:60]) + (
        t(" và {n} nữa", n=number(len(schools) - 60)) if len(schools) > 60 else ""
    )
