"""What the address may say of the choices that a screen has of its own: a value that means nothing is said to be so,
as the filters' are, instead of being passed over."""

from collections.abc import Container, Mapping

import streamlit as st

from locales.messages import t
from pages.parts.words import plain
from program.reporting.campaigns import OWN, is_own
from program.reporting.timeliness import DEADLINE_CHOICES, GRAINS, campaigns
from program.schools.reach import State
from program.vocabulary import Audience, Kind, find_indicator

_ALL = "all"
# Name in the address → what it chooses, and what it may say.
_KNOWN: dict[str, tuple[str, frozenset[str]]] = {
    "tier": ("cấp đơn vị", frozenset(("districts", "communes"))),
    "map": ("cách vẽ bản đồ", frozenset(("rate", "count"))),
    "rhythm": ("nhịp báo cáo", frozenset((*GRAINS, OWN))),
    "deadline": ("hạn nộp", frozenset(map(str, DEADLINE_CHOICES))),
    "schools": ("tình trạng trường", frozenset((*map(str, State), "unreached", _ALL))),
    "per_kind": ("loại hoạt động", frozenset(map(str, Kind))),
    "per_audience": ("đối tượng", frozenset((*map(str, Audience), _ALL))),
}


def say(asked: Mapping[str, str]) -> None:
    """Values that mean nothing are told on this screen, and not taken on to the next one."""
    if found := unknown(asked):
        what = plain("; ".join(found.values()))
        st.warning(t("Đường dẫn có phần không hiểu được: {error}. Phần đó được bỏ qua.", error=what))
        kept = st.session_state["filters"]
        st.session_state["filters"] = {name: text for name, text in kept.items() if name not in found}


def passed_over(name: str, what: str, known: Container[str]) -> None:
    """Says that a value in the address is none of those known, where a screen without the bar chooses by it; `what` it
    chooses is a text to translate."""
    value = st.query_params.get(name, "")
    if value and value not in known:
        error = plain(t("không có {what} “{value}”", what=t(what), value=value[:60]))
        st.warning(t("Đường dẫn có phần không hiểu được: {error}. Phần đó được bỏ qua.", error=error))


def unknown(asked: Mapping[str, str]) -> dict[str, str]:
    """Name in the address → what is not known of it, in words that are not yet Markdown."""
    found = {
        name: t("không có {what} “{value}”", what=t(what), value=asked[name][:60])
        for name, (what, known) in _KNOWN.items()
        if asked.get(name) and asked[name] not in known
    }
    if (code := asked.get("indicator")) and find_indicator(code) is None:
        found["indicator"] = t("không có {what} “{value}”", what=t("chỉ tiêu"), value=code[:60])
    window = asked.get("campaign")
    if window and not is_own(window) and not any(_named(window, grain) for grain in GRAINS):
        found["campaign"] = t("không có {what} “{value}”", what=t("kỳ báo cáo"), value=window[:60])
    return found


def _named(window: str, grain: str) -> bool:
    return any(one.window.code == window for one in campaigns(grain))
