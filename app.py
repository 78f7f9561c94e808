"""Start of the dashboard: language, who is there, navigation, database. Nothing else happens here."""

from pathlib import Path

import streamlit as st

TITLE = "Chương trình 830 · Đà Nẵng"
st.set_page_config(
    page_title=TITLE,
    page_icon=str(Path(__file__).parent / "pages" / "parts" / "icon.svg"),
    layout="wide",
)

from access import nobody  # noqa: E402
from locales.messages import t  # noqa: E402
from pages.parts.figures import results  # noqa: E402
from pages.parts.shell import menu, menu_bar  # noqa: E402
from pages.parts.shell.browser import in_place, language, printing  # noqa: E402
from pages.parts.shell.visit import moment, permission, premises, sign_in, start, trouble  # noqa: E402

language.choose()
if (title := t(TITLE)) != TITLE:
    st.set_page_config(page_title=title)
with moment.one_run(), trouble.told():
    hindrance = premises.hindrance()
    who = nobody() if hindrance else results.actor()
    reading = sign_in.reads(who)
    page = st.navigation(menu.pages(who), position="hidden")
    bar = menu_bar.markup(who, page.url_path) if reading else ""
    language.translate_framework(menu.ADDRESSES, also=in_place.SCRIPT, beside=bar)
    with st.container(horizontal=True, horizontal_alignment="center"), st.container(width=1200):
        if hindrance:
            premises.draw(hindrance)
        elif reading:
            start.ready()
            with permission.asked():
                page.run()
            printing.rules()
        else:
            sign_in.draw()
        with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="foot"):
            if reading:
                menu.signed_in(who)
            language.switch()
