"""Units like the one of the page, by their number of people, in the same measure."""

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts import frame, words
from program.children import CHILDREN
from program.unit_page import EVERYBODY, Similar, UnitPage

PEOPLE = {CHILDREN: "Trẻ em dưới 16 tuổi", EVERYBODY: "Dân số"}


def draw(page: UnitPage) -> None:
    """The unit itself first; a silent unit is said to be silent."""
    found = page.likeness
    p = found.own.progress
    if found.group is None:
        frame.head(
            t("Đơn vị tương tự"),
            t("Chưa có số trẻ em hoặc dân số của đủ đơn vị cùng cấp nên chưa chọn được"),
            inner=True,
        )
        return
    people, years = t(PEOPLE[found.group]), {s.people.year for s in (found.own, *found.others) if s.people}
    frame.head(
        t("Bên cạnh {n} đơn vị cùng cấp có quy mô gần nhất", n=number(len(found.others))),
        t(
            "{name} · phần trăm chỉ tiêu riêng của từng đơn vị · quy mô theo {people}, {years}",
            name=words.name_of(p), people=words.lower_first(people), years=", ".join(map(str, sorted(years))),
        ),
        inner=True,
    )  # fmt: skip
    heads = (t("Đơn vị"), people, t("Thực hiện"), t("Tình trạng"))
    lines = [heads, ("---", "--:", "--:", "---")]
    lines += [_line(one) for one in (found.own, *found.others)]
    st.markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _line(one: Similar) -> tuple[str, str, str, str]:
    p = one.progress
    done = t("chưa báo cáo")
    if p.value is not None:
        done = number(p.value)
        if p.target:
            done = f"{done}/{words.amount(p.target, p.indicator.counter)}, {words.share_of(p)}"
    return (
        words.sentence(words.unit_inside(p.unit)),
        number(one.people.value) if one.people else "",
        done,
        words.status_words(p.status),
    )
