"""What moves if another denominator is chosen, side by side with the one in use; nothing is stored."""

from collections.abc import Callable
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from locales.forms import day, number
from locales.messages import t
from pages.parts import html_table
from pages.parts.figures import results
from pages.parts.listing import drill
from pages.parts.shell import folds
from pages.parts.shell.choices import bar
from pages.parts.words import amount, unit_inside
from program import units
from program.filters import CITY, Filters
from program.per_children.denominators import (
    Moved,
    Share,
    Source,
    intensities,
    register_days,
    school_shares,
    sources,
)
from program.text import sentence
from program.vocabulary import Audience, Kind

_CHILDREN = "what-if-children"


def link(words: str) -> str:
    """HTML of words that open the fold of `children` and lead to it."""
    if not sources(results.analysis().children):
        return escape(words)
    address = escape(drill.href("units", bar.kept(open=_CHILDREN)), quote=True)
    return f"<a href='{address}' data-to='{_CHILDREN}' style='color:inherit'>{escape(words)}</a>"


def children(kind: Kind, audience: Audience | None, codes: list[str], view: Filters) -> None:
    """Attendances for each 100 children by another year or source of their number."""
    offered = sources(results.analysis().children)
    box = _fold(bool(offered), t("Nếu dùng số trẻ em khác"), _CHILDREN)
    if box is None:
        return
    with box:
        chosen = st.selectbox(
            t("Số trẻ em dưới 16 tuổi"), offered, key="_what-if-children", format_func=_source, width=420
        )
        found = intensities(results.analysis(), kind, audience, view, codes, chosen)
        _draw(
            found,
            _finding(found, lambda value: t("{n} lượt", n=number(value, 1))),
            (t("Lượt tham gia"), t("Trẻ em"), t("Trên 100 trẻ")),
            t("trên 100 trẻ em nếu dùng số trẻ em khác"),
            _CHILDREN,
        )


def schools(view: Filters) -> None:
    """T1 by the register of schools as it stood on another day."""
    offered = register_days(results.analysis())
    box = _fold(bool(offered), t("Nếu dùng sổ trường của ngày khác"), "what-if-schools")
    if box is None:
        return
    with box:
        chosen = st.selectbox(
            t("Sổ trường như vào ngày"), offered, key="_what-if-schools", format_func=day, width=260
        )
        found = school_shares(results.analysis(), view, chosen)
        _draw(
            found,
            _finding(found, lambda value: amount(value, "%")),
            (t("Trường có hoạt động"), t("Trường trong sổ"), t("Tỷ lệ (%)")),
            t("mục tiêu T1 nếu dùng sổ trường khác"),
            "what-if-schools",
        )


def _fold(offered: bool, label: str, key: str) -> DeltaGenerator | None:
    """The fold, if there is anything to choose and the reader opened it."""
    if not offered:
        return None
    return folds.opened(label, key)


def _draw(found: tuple[Moved, ...], finding: str, heads: tuple[str, str, str], name: str, key: str) -> None:
    part, whole, value = heads
    now, other = t("đang dùng"), t("nếu đổi")
    # The same attendances stand on both numbers of children; another register has other schools reached.
    parts = any(m.now.part != m.other.part for m in found)
    of_all = (
        t("Đơn vị"), f"{part}, {now}" if parts else part, f"{whole}, {now}", f"{value}, {now}",
        *([f"{part}, {other}"] if parts else []), f"{whole}, {other}", f"{value}, {other}", t("Chênh lệch"),
    )  # fmt: skip
    lines = (
        map(
            html_table.told,
            (_name(m.unit), *_cells(m.now), *_cells(m.other)[not parts :], _rounded(m.difference)),
        )
        for m in found
    )
    st.markdown(f"**{finding}** {t('Chỉ để so sánh: không lưu gì, các con số khác trên trang không đổi.')}")
    html_table.draw(name, of_all, lines, key, look="cards")


def _finding(found: tuple[Moved, ...], said: Callable[[float], str]) -> str:
    """How many figures move, and which most; how many the other denominator leaves without one."""
    moved = [m for m in found if _rounded(m.difference)]
    lost = sum(m.now.value is not None and m.other.value is None for m in found)
    text = _most(moved, said) if moved else t("Không con số nào đổi.")
    if lost:
        text += " " + t("{n} con số không tính được vì nguồn này không có mẫu số.", n=number(lost))
    return text


def _most(moved: list[Moved], said: Callable[[float], str]) -> str:
    most = max(moved, key=lambda m: abs(m.difference or 0))
    return t(
        "{n} con số đổi; nhiều nhất là {unit}, từ {now} thành {other}.",
        n=number(len(moved)), unit=t("toàn thành phố") if most.unit == CITY else unit_inside(most.unit),
        now=said(most.now.value or 0), other=said(most.other.value or 0),
    )  # fmt: skip


def _cells(share: Share) -> tuple[int | None, str | int | None, float | None]:
    """Part, denominator with the year that it is of, figure."""
    whole: str | int | None = share.whole
    if share.basis is not None:
        whole = t("{n} (năm {year})", n=number(share.basis.value), year=share.basis.year)
    return share.part, whole, _rounded(share.value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _name(unit: str) -> str:
    return t("Toàn thành phố (địa bàn cũ)") if unit == CITY else units.label(unit, with_type=True)


def _source(source: Source) -> str:
    return sentence(
        t("năm {year} ({origin})", year=source.year, origin=source.origin or t("không ghi nguồn"))
    )
