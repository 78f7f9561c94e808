"""One decision: what is chosen, and why. Nothing is decided without a reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from data_loaders.persons.told_by_words import personal_words
from locales.messages import t

LATER = "later"
_SHORTEST = 3


@dataclass(frozen=True)
class Verdict:
    """What the person chose (`later`: nothing yet) and the reason as typed."""

    value: str
    reason: str

    @property
    def state(self) -> Literal["open", "unfinished", "made"]:
        """Whether something is decided; `unfinished` lacks its reason, or has one that may not be kept."""
        if self.value == LATER:
            return "open"
        return "made" if len(self.reason) >= _SHORTEST and not self.personal else "unfinished"

    @property
    def personal(self) -> bool:
        """Whether the reason names a person's telephone, birth date, papers or a child: readers will see it."""
        return personal_words(self.reason) is not None


def draw(key: str, question: str, choices: Mapping[str, str], told: Collection[str] = ()) -> Verdict:
    """The choice, "Để xem sau" first, and the reason where something is chosen, but for choices in `told`, whose
    words are asked for elsewhere. Kept while the person stays on the page, also when it is not shown for a
    while."""
    options = {LATER: t("Để xem sau"), **choices}
    st.session_state[_offered(key)] = frozenset(options)
    st.radio(
        question, list(options), key=_choice(key), format_func=lambda code: options.get(code, code),
        persist_state="page",
    )  # fmt: skip
    found = read(key)
    if found.state != "open" and found.value not in told:
        st.text_input(
            t("Lý do"), key=_reason(key), max_chars=300, persist_state="page", width=640,
            placeholder=t("Ví dụ: quận và trường cùng báo một buổi"),
        )  # fmt: skip
        if found.personal:
            words = t("Lý do không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào.")
            st.markdown(f":red[{words}]")
        elif found.state == "unfinished":
            st.markdown(f":red[{t('Hãy ghi lý do; chưa có lý do thì quyết định này chưa được lưu.')}]")
    return found


def read(key: str) -> Verdict:
    """What was chosen before, whether shown now or not; what was never offered is no choice."""
    value = st.session_state.get(_choice(key))
    value = value if value in st.session_state.get(_offered(key), ()) else LATER
    reason = st.session_state.get(_reason(key)) or ""
    return Verdict(str(value), " ".join(str(reason).split()))


def forget(*keys: str) -> None:
    """Nothing is chosen any more; for a callback, before the choices are drawn."""
    for key in keys:
        st.session_state.pop(_choice(key), None)
        st.session_state.pop(_reason(key), None)


def _offered(key: str) -> str:
    return f"offered-{key}"


def _choice(key: str) -> str:
    return f"verdict-{key}"


def _reason(key: str) -> str:
    return f"reason-{key}"
