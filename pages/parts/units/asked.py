"""What is asked of a unit now, or what it lacked at its end."""

import streamlit as st

from access import Right
from locales.forms import day, number
from locales.messages import t
from pages.parts import words
from pages.parts.schools.words import misnamed_line
from pages.parts.sentences import plan as plan_words
from pages.parts.shell.visit import permission
from program.measures.figures import Progress
from program.views.cases import Case
from program.views.one_unit import Asked, UnitPage
from program.vocabulary import Status


def draw(page: UnitPage) -> None:
    """A list, most pressing first, with the way to hand in what is missing; nothing of a unit that owes no reports
    and has no target, since nothing is asked of it."""
    asked = page.asked
    if asked.nothing and not asked.missing.due and page.headline.case == Case.NO_TARGET:
        return
    with st.container(gap="xxsmall"):
        st.header(t("Còn thiếu khi kết thúc") if asked.over else t("Việc cần làm"), anchor=False)
        if asked.nothing:
            st.markdown(
                t("Chưa có việc nào đến hạn.")
                if page.headline.case == Case.SILENT
                else t("Chưa có chỉ tiêu nên không tính còn thiếu.")
                if asked.over and page.headline.case == Case.NO_TARGET
                else t("Không thiếu gì.")
                if asked.over
                else t("Không còn việc nào.")
            )
            return
        st.markdown("\n".join(f"- {line}" for line in lines(asked)))
        if asked.missing.gaps or asked.names:
            permission.link(Right.SUBMIT, "pages/submit/upload.py", t("Nộp báo cáo"))


def lines(asked: Asked) -> list[str]:
    """Each thing owed as a line (Markdown)."""
    found = []
    missing = asked.missing.due - asked.missing.reports
    if missing:
        quarters = [words.period_name(q) for _, q in asked.missing.gaps]
        found.append(
            t(
                "Nộp **{n} báo cáo quý**: {which}.",
                n=number(missing),
                which=words.listed(quarters, 6, words.MORE_QUARTERS),
            )
        )
    found += [_behind(p) for p in asked.behind]
    if asked.schools:
        found.append(t("Đến **{n} trường** chưa từng có hoạt động.", n=number(asked.schools)))
    if asked.wards:
        found.append(t("Đến **{n} phường, xã** chưa có hoạt động trong kỳ.", n=number(asked.wards)))
    if asked.names:
        found.append(
            t("Sửa **{n} tên** trường, phường, xã mà hệ thống không nhận ra.", n=number(asked.names))
        )
    if asked.waiting:
        found.append(
            t("Quyết định về **{n} kỳ** có số tổng hợp khác danh sách chi tiết.", n=number(asked.waiting))
        )
    return found


def _behind(p: Progress) -> str:
    name = words.name_of(p)
    if p.value is None or p.target is None:
        return name
    if p.status == Status.NOT_MET:
        return t("{name}: thiếu **{gap}**.", name=name, gap=plan_words.lacking(p))
    return t(
        "{name}: còn **{gap}** đến {day}; {pace}.",
        name=name, gap=plan_words.lacking(p), day=day(p.end), pace=plan_words.pace_words(p),
    )  # fmt: skip


def names_to_mend(page: UnitPage) -> None:
    """Words of the unit's activities that name no ward or no school."""
    if not page.ward_words and not page.school_names:
        return
    with st.expander(t("Tên không nhận ra: {n}", n=number(page.asked.names))):
        st.markdown(t("Sửa trong tệp rồi nộp lại; trường có thật mà thiếu thì bổ sung vào sổ trường."))
        told = [f"- {misnamed_line(one)}" for one in page.school_names[:50]]
        told += [
            t(
                "- Phường, xã **{words}**: {n} dòng",
                words=words.plain(one.words),
                n=number(one.activities),
            )
            for one in page.ward_words[:50]
        ]
        st.markdown("\n".join(told))
