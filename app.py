"""Start of the dashboard: database, language, navigation. Nothing else happens here."""

from pathlib import Path

import streamlit as st

st.set_page_config(
    page_title="Chương trình 830 · Đà Nẵng",
    page_icon=str(Path(__file__).parent / "pages" / "parts" / "icon.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
)

from locales.messages import t  # noqa: E402
from pages.parts import language, start  # noqa: E402

language.choose()
language.translate_framework()
start.ready()

page = st.navigation(
    [
        st.Page("pages/view/overview.py", title=t("Tổng quan"), default=True),
        st.Page("pages/view/units.py", title=t("Đơn vị"), url_path="units"),
        st.Page("pages/view/activities.py", title=t("Hoạt động"), url_path="activities"),
        st.Page("pages/submit/upload.py", title=t("Nộp báo cáo"), url_path="submit"),
        st.Page("pages/view/about.py", title=t("Về dữ liệu"), url_path="about"),
    ],
    position="top",
)
with st.container(horizontal=True, horizontal_alignment="center"), st.container(width=1200):
    page.run()
