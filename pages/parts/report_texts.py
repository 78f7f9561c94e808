"""The texts of a report that its reader changed: kept for the session, by view and part."""

from collections.abc import MutableMapping

import streamlit as st

from locales.messages import t
from program.filters import Filters, address
from program.report.parts import Part

# Letters of one part; more than this is no part of a report.
_MOST = 20_000


def kept(view: Filters) -> MutableMapping[str, str]:
    """The changed texts of a view's report, by the parts' codes."""
    key = "&".join(f"{name}={value}" for name, value in sorted(address(view).items()))
    every: dict[str, dict[str, str]] = st.session_state.setdefault("report_texts", {})
    return every.setdefault(key, {})


def field(part: Part, section: str, texts: MutableMapping[str, str]) -> None:
    """A part as a text to be changed, named by its heading or else by its section's, which stands above. One that was changed no longer follows the figures, says so, and can be
    given back to them."""
    key = f"_report_{part.code}"
    st.session_state[key] = texts.get(part.code, part.text)

    def take() -> None:
        written = st.session_state[key]
        if written.strip() == part.text:
            texts.pop(part.code, None)
        else:
            texts[part.code] = written

    def give_back() -> None:
        texts.pop(part.code, None)

    st.text_area(
        part.heading or section, key=key, on_change=take, height="content", max_chars=_MOST,
        label_visibility="visible" if part.heading else "collapsed",
    )  # fmt: skip
    if part.code in texts:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f":gray[:small[{t('Đã sửa tay: phần này không đổi theo số liệu mới.')}]]", width="content"
            )
            st.button(
                t("Lấy lại bản thảo"), key=f"redo-{part.code}", type="tertiary",
                on_click=give_back,
            )  # fmt: skip
