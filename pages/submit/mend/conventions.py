"""Conventions: answers that were kept for later files. Which of them were applied, all there are, forgetting."""

from collections.abc import Sequence

import streamlit as st

import storage.intake.answers
from locales.forms import number
from locales.messages import t
from pages.parts.acts import asking
from pages.parts.figures import results
from pages.parts.sentences import counted
from pages.parts.shell.frame import note
from pages.parts.submission_words import unit_or_several
from pages.parts.words import plain, unit_inside
from pages.submit.checked import Checked
from pages.submit.mend import questions
from pages.submit.mend.mending import Work
from program.submissions.mending import Question
from program.units import CITY
from storage.intake.answers import KeptAnswer


def applied(work: Work, found: Checked) -> None:
    """The conventions that this file was read with, and those that do not hold for it."""
    if found.recalled:
        _in_use(work, found)
    for answer in sorted(work.aside):
        with st.container(horizontal=True, vertical_alignment="center"):
            note(t("Không dùng cho tệp này: {said}", said=questions.said(answer, work.words.get(answer))))
            st.button(
                t("Dùng lại quy ước"), key=f"use-{answer.question}-{answer.words}", type="tertiary",
                on_click=work.use_again, args=(answer,),
            )  # fmt: skip


def _in_use(work: Work, found: Checked) -> None:
    wanted = {(a.question, a.words, a.value) for a in found.recalled}
    kept = [
        k for k in storage.intake.answers.kept(results.engine())
        if (k.answer.question, k.answer.words, k.answer.value) in wanted
    ]  # fmt: skip
    with st.expander(t("Đã áp dụng {n} quy ước đã nhớ", n=number(len(found.recalled)))):
        _lines(kept, "applied", work)


def offer(work: Work, fingerprint: str, found: Checked) -> None:
    """Whether the answers are kept for later files once this one is accepted."""
    if not work.lasting:
        return

    def choose() -> None:
        work.remember = st.session_state[key]

    key = f"remember-{fingerprint[:12]}"
    label = t("Nhớ các câu trả lời cho các lần sau của {unit}", unit=plain(_whose(found)))
    st.checkbox(
        label, value=work.remember, key=key, on_change=choose,
        help=t("Lần sau, tệp ghi như vậy được đọc ngay, không phải trả lời lại. Xem và bỏ quy ước ở cuối trang."),
    )  # fmt: skip


def _whose(found: Checked) -> str:
    return unit_inside(found.units[0]) if len(found.units) == 1 else t("các tệp nhiều đơn vị")


def remember(work: Work, found: Checked) -> None:
    """Keep the answers of an accepted file, unless this person does not want it; those of a file of several
    units for each of them where the person reaches some units only."""
    if not work.remember or not work.lasting:
        return
    who = results.actor()
    whose: Sequence[str | None] = found.units if len(found.units) == 1 or who.units is not None else [None]
    given = [a for a in work.lasting if a.question != Question.UNIT or who.reaches(a.value)]
    for unit in whose:
        storage.intake.answers.remember(results.engine(), who, unit, given, work.words)


def every_one() -> None:
    """All conventions that the person may forget, folded away."""
    kept = [k for k in storage.intake.answers.kept(results.engine()) if _own(k)]
    if not kept:
        return
    with st.expander(t("Quy ước đã nhớ ({n})", n=number(len(kept)))):
        note(
            t(
                "Mỗi quy ước là một câu trả lời đã cho ở lần nộp trước. Quên một quy ước thì lần sau trang này "
                "hỏi lại; số liệu đã nhận không đổi."
            )
        )
        by_unit: dict[str | None, list[KeptAnswer]] = {}
        for k in kept:
            by_unit.setdefault(k.unit, []).append(k)
        for unit, ones in by_unit.items():
            st.markdown(f"**{plain(unit_or_several(unit))}**")
            _lines(ones, "all")


def _lines(kept: Sequence[KeptAnswer], place: str, work: Work | None = None) -> None:
    for k in kept:
        with st.container(horizontal=True, vertical_alignment="center"):
            since = t("{who} trả lời lúc {when}", who=plain(k.given_by), when=counted.moment(k.given_at))
            st.markdown(f"{questions.said(k.answer, k.words)} :gray[:small[· {since}]]", width="content")
            if work is not None:
                st.button(
                    t("Không dùng cho tệp này"), key=f"aside-{k.id}", type="tertiary",
                    on_click=work.set_aside, args=(k.answer, k.words),
                )  # fmt: skip
            if _own(k):
                asking.button(t("Quên"), f"forget-{place}-{k.id}")
        if _own(k):
            _forgetting(k, f"forget-{place}-{k.id}")


def _own(k: KeptAnswer) -> bool:
    return results.actor().reaches(k.unit or CITY)


def _forgetting(k: KeptAnswer, name: str) -> None:
    def forget() -> str:
        storage.intake.answers.forget(results.engine(), results.actor(), [k.id])
        return t("Đã quên quy ước; lần sau trang này sẽ hỏi lại.")

    said = questions.said(k.answer, k.words)
    asking.question(
        name, t("Quên quy ước này?"),
        t("{said}. Lần sau, tệp ghi như vậy sẽ được hỏi lại; số liệu đã nhận không đổi.", said=said),
        t("Quên quy ước"), t("Vẫn nhớ"), forget,
    )  # fmt: skip
