"""Start of the dashboard: database, language, navigation. Nothing else happens here."""

from pathlib import Path

import streamlit as st

TITLE = "Chương trình 830 · Đà Nẵng"
st.set_page_config(
    page_title=TITLE,
    page_icon=str(Path(__file__).parent / "pages" / "parts" / "icon.svg"),
    layout="wide",
    initial_sidebar_state="collapsed",
)

from locales.messages import t  # noqa: E402
from pages.parts import language, printing, start  # noqa: E402

language.choose()
st.set_page_config(page_title=t(TITLE))
pages = [
    st.Page("pages/view/overview.py", title=t("Tổng quan"), default=True),
    st.Page("pages/view/units.py", title=t("Đơn vị"), url_path="units"),
    st.Page("pages/view/unit.py", title=t("Từng đơn vị"), url_path="unit"),
    st.Page("pages/view/schools.py", title=t("Trường học"), url_path="schools"),
    st.Page("pages/view/activities.py", title=t("Hoạt động"), url_path="activities"),
    st.Page("pages/view/reporting.py", title=t("Tình hình nộp"), url_path="reporting"),
    st.Page("pages/submit/upload.py", title=t("Nộp báo cáo"), url_path="submit"),
    st.Page("pages/manage/targets.py", title=t("Mục tiêu"), url_path="targets"),
    st.Page("pages/view/about.py", title=t("Về dữ liệu"), url_path="about"),
]
page = st.navigation(pages, position="top")
language.translate_framework(tuple(p.url_path for p in pages))
start.ready()
with st.container(horizontal=True, horizontal_alignment="center"), st.container(width=1200):
    page.run()
    printing.rules()
    language.switch()
