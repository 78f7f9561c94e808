"""T2, T3: city totals that their agency supplies, typed in with their source, and taken back."""

from datetime import date

import streamlit as st

import storage.registers.supplied
from access import Right
from data_loaders.persons.names import looks_like_name
from data_loaders.persons.told_by_words import personal_words
from locales.forms import day, number
from locales.messages import t
from pages.parts import whole_number
from pages.parts.acts import asking, telling
from pages.parts.figures import results
from pages.parts.sentences.counted import moment
from pages.parts.shell.frame import note
from pages.parts.shell.visit import permission
from pages.parts.words import amount, plain
from program import clock
from program.periods import PROGRAMME_START
from program.targets.supplied import Supplied
from program.vocabulary import INDICATORS

_CODES = tuple(i.code for i in INDICATORS.values() if i.measure == "supplied")
_PLACE = "supplied"


def draw() -> None:
    """What was supplied, and the form."""
    given = results.analysis().supplied
    st.subheader(_said(given), anchor=False)
    note(
        t(
            "Chỉ ghi tổng số của toàn thành phố do cơ quan chức năng cung cấp; không ghi theo quận, huyện, phường, "
            "xã, trường, không ghi vụ việc hay tên người."
        )
    )
    if given:
        st.table([_line(s) for s in reversed(given)], border="horizontal", hide_index=True)
    telling.answer(_PLACE)
    if Right.MANAGE_TARGETS not in results.actor().rights:
        return
    with st.expander(t("Ghi số liệu T2, T3 được cung cấp")):
        _form()
    _taking_back(given)


def _said(given: tuple[Supplied, ...]) -> str:
    known = sorted({s.indicator for s in given if not s.withdrawn})
    lacking = [code for code in _CODES if code not in known]
    if not known:
        return t("T2, T3 chưa có số liệu")
    if lacking:
        return t(
            "{known} đã có số liệu, {lacking} chưa có", known=", ".join(known), lacking=", ".join(lacking)
        )
    return t("T2, T3 đã có số liệu của cơ quan chức năng")


def _line(s: Supplied) -> dict[str, str]:
    share = t("chưa tính được tỷ lệ") if s.value is None else amount(s.value, "%")
    cases = t("{n}/{all} trường hợp", n=number(s.numerator), all=number(s.denominator))
    words = f"{plain(s.agency)}{', ' + plain(s.document) if s.document else ''} · {plain(permission.person(s.by))}, {moment(s.at)}"
    return {
        t("Mục tiêu"): s.indicator,
        t("Tính đến"): day(s.as_of),
        t("Số liệu"): f"~~{share} ({cases})~~ {t('đã rút')}" if s.withdrawn else f"**{share}** ({cases})",
        t("Cơ quan cung cấp, người ghi"): words,
    }


def _form() -> None:
    with st.form("supplied", border=False):
        code = st.selectbox(
            t("Mục tiêu"), _CODES, format_func=lambda c: f"{c}: {t(INDICATORS[c].label)}", key="supplied-code"
        )
        as_of = st.date_input(
            t("Tính đến ngày"), value=None, format="DD-MM-YYYY", key="supplied-day", width=200,
            min_value=PROGRAMME_START, max_value=clock.today(),
        )  # fmt: skip
        with st.container(horizontal=True):
            over = whole_number.field(
                t("Số trường hợp đã được hỗ trợ, xử lý (tử số)"), 0, None, None, key="supplied-numerator", width=300
            )  # fmt: skip
            under = whole_number.field(
                t("Tổng số trường hợp (mẫu số)"), 0, None, None, key="supplied-denominator",
                width=300, help=t("Ghi 0 nếu không có trường hợp nào; khi đó không tính tỷ lệ."),
            )  # fmt: skip
        with st.container(horizontal=True):
            agency = st.text_input(t("Cơ quan cung cấp"), max_chars=200, key="supplied-agency", width=300)
            paper = st.text_input(t("Văn bản"), max_chars=200, key="supplied-paper", width=300)
        if st.form_submit_button(t("Ghi số liệu")):
            _enter(code, as_of, over, under, agency, paper)


def _enter(
    code: str, as_of: date | None, over: int | None, under: int | None, agency: str, paper: str
) -> None:
    if as_of is None or over is None or under is None:
        st.error(t("Hãy ghi đủ ngày, tử số và mẫu số."))
        return
    if any(personal_words(text) or looks_like_name(text) for text in (agency, paper)):
        st.error(
            t("Không ghi tên người, số điện thoại, ngày sinh hay số giấy tờ. Chỉ ghi tên cơ quan và văn bản.")
        )
        return
    telling.tell(
        lambda: storage.registers.supplied.supply(
            results.engine(), results.actor(), code, as_of, over, under, agency, paper
        ),
        t("Đã ghi số liệu {code} tính đến {day}.", code=code, day=day(as_of)),
        _PLACE,
    )


def _taking_back(given: tuple[Supplied, ...]) -> None:
    """A way back for the latest of each."""
    for code in _CODES:
        last = next((s for s in reversed(given) if s.indicator == code and not s.withdrawn), None)
        if last is None:
            continue
        name = f"supplied-{last.id}"
        words = t("Rút số liệu {code} tính đến {day}", code=code, day=day(last.as_of))
        asking.button(words, name)

        def take_back(number: int = last.id, words: str = words) -> str:
            storage.registers.supplied.take_back(results.engine(), results.actor(), number)
            return t("Đã rút: {what}.", what=words)

        asking.question(
            name, f"{words}?", t("Số liệu này thôi được tính; số liệu trước đó, nếu có, được tính trở lại."),
            words, t("Giữ nguyên"), take_back,
        )  # fmt: skip
