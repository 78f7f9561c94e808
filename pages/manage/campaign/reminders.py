"""Nhắc nộp: a text for each unit that owes something, ready to paste, with whom to call; and all of them as a file."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from urllib.parse import quote, urlsplit

import streamlit as st

import settings
import storage.registers.campaigns
import storage.registers.contacts
from access import Actor, Right
from exports.reminders_xlsx import reminders_xlsx
from locales.forms import day, number
from locales.messages import t
from pages.manage.campaign import words as campaign_words
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.listing.paging import page_of
from pages.parts.sentences.reporting import campaign_name, file_code, noted
from pages.parts.shell import frame
from pages.parts.words import plain
from program import clock, units
from program.contacts.contact import Details, Tenure
from program.contacts.faults import dialled, mailed
from program.reporting.reminders import Reminder, reminders, whom_to_ask
from program.reporting.timeliness import Campaign
from program.reporting.view import ReportingView
from storage.database import Engine


def draw(view: ReportingView) -> None:
    """The fold of reminders for the campaign shown; for who sets campaigns."""
    who = results.actor()
    if view.shown is None or Right.MANAGE_TARGETS not in who.rights:
        return
    waiting = storage.registers.campaigns.waiting(results.engine(), who)
    found = reminders(view.rows, waiting, view.as_of, address(st.context.url))
    # On paper it stands only with its texts (`pages.parts.shell.browser.printing`).
    with st.container(key="reminders"):
        _offered(view, view.shown, who, found)


def _offered(view: ReportingView, shown: Campaign, who: Actor, found: tuple[Reminder, ...]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        with st.container(width="content"):
            frame.head(
                campaign_words.whom(found),
                t("Tin nhắc {period}, tính đến {day}; chép để gửi qua Zalo hoặc thư", period=campaign_name(shown), day=day(view.as_of)),
            )  # fmt: skip
        if found:
            download.button(
                t("Tải tất cả tin nhắc ({n} đơn vị)", n=number(len(found))),
                partial(workbook, results.engine(), who, found), file_name=f"nhac-nop-{file_code(shown)}.xlsx", mime=download.XLSX,
                key="reminders-xlsx", what="reminders",
                view={"campaign": noted(shown), "as_of": view.as_of.isoformat()},
            )  # fmt: skip
    if later := sum(cell.came_later for cell in view.rows):
        frame.note(t("{n} đơn vị đã nộp sau ngày này nên không nhắc.", n=number(later)))
    if not found:
        return
    with st.expander(t("Xem và chép từng tin nhắc")):
        contacts = known(results.engine(), who)
        ask = whom_to_ask(_details(contacts or {}), settings.current().report_agency)
        for one in page_of(found, "reminders"):
            _one(one.asking(ask), contacts)


def address(url: str | None) -> str | None:
    """The address of the product from that of the screen; None where nobody else could open it."""
    parts = urlsplit(url or "")
    if not parts.netloc or parts.hostname in ("127.0.0.1", "::1", "localhost"):
        return None
    path = parts.path.rstrip("/").removesuffix("/reporting")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def known(engine: Engine, who: Actor) -> Mapping[str, tuple[Tenure, ...]] | None:
    """The contacts of today, for who may read those of all units; None for others. Raises Denied where the right
    ended meanwhile."""
    if who.units is not None or Right.READ_CONTACTS not in who.rights:
        return None
    return storage.registers.contacts.contacts(engine, who, clock.today())


def workbook(engine: Engine, who: Actor, found: tuple[Reminder, ...]) -> bytes:
    """All reminders, with the contacts as they may be read now. Raises Denied."""
    contacts = known(engine, who)
    if contacts is None:
        return reminders_xlsx(found)
    details = _details(contacts)
    ask = whom_to_ask(details, settings.current().report_agency)
    return reminders_xlsx([one.asking(ask) for one in found], details)


def _details(contacts: Mapping[str, tuple[Tenure, ...]]) -> dict[str, list[Details]]:
    return {unit: [one.details for one in own] for unit, own in contacts.items()}


def _one(one: Reminder, contacts: Mapping[str, tuple[Tenure, ...]] | None) -> None:
    name = plain(units.label(one.unit, with_type=True))
    with st.container(gap="xxsmall"):
        st.markdown(f"**{name}** · {campaign_words.state(one)}")
        if one.ended:
            frame.note(_ended(one.ended))
        if contacts is not None:
            st.markdown(_call(contacts.get(one.unit, ()), one))
        st.code(one.text, language=None, wrap_lines=True)


def _ended(last: date) -> str:
    return t(
        "Đơn vị đã kết thúc hoạt động ngày {day}; hãy hỏi nơi tiếp nhận hồ sơ của đơn vị.", day=day(last)
    )


def _call(own: tuple[Tenure, ...], one: Reminder) -> str:
    if not own:
        return t("Chưa có đầu mối của đơn vị này.")
    return "  \n".join(t("Liên hệ: {who}", who=_reached(tenure.details, one)) for tenure in own)


def _reached(said: Details, one: Reminder) -> str:
    """Name, position, and the ways that a touch opens; the letter has its subject."""
    parts = [f"**{plain(said.name)}**", plain(said.position or "")]
    number_, letter = dialled(said.phone), mailed(said.email)
    if said.phone:
        parts.append(f"[{plain(said.phone)}](tel:{number_})" if number_ else plain(said.phone))
    if said.email:
        link = f"mailto:{quote(letter or '', safe='@')}?subject={quote(one.subject)}"
        parts.append(f"[{plain(said.email)}]({link})" if letter else plain(said.email))
    return ", ".join(filter(None, parts))
