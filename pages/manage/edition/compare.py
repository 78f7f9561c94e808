"""An edition beside another one or beside today: what differs, grouped by unit, and why."""

from collections.abc import Mapping, Sequence
from contextvars import copy_context
from functools import lru_cache
from typing import Any

import streamlit as st

import storage.editions.events
import storage.editions.issued
from access import Right
from exports.as_csv.editions import differences_csv
from exports.edition import cause_words
from exports.edition import words as edition_words
from exports.edition.settings import said, setting, settings_of
from exports.report.letterhead import letterhead
from locales.forms import number
from locales.messages import t
from pages.manage import list_table
from pages.parts.conflicts import of_view as conflicts
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.listing import drill
from pages.parts.shell import frame
from pages.parts.words import listed, plain
from program.editions.causes import Cause, Why
from program.editions.compare import Difference, by_unit
from program.editions.issued import Edition, Kept, figures_of, texts_of
from program.editions.states import Comparison, Reworded, State, comparison, state_of
from program.filters import Filters
from program.report.draft import NothingToReport
from storage.database import Engine

TODAY = "today"
_SHOWN = 12
_PARTS = 6
_FOLDS = 8


def choices(one: Edition, every: Sequence[Edition]) -> list[str]:
    """What an edition can be held against: today, and the others of its scope and period, the newest first."""
    return [TODAY, *(str(other.id) for other in every if other.id != one.id and other.about(one.filters))]


def draw(kept: Kept, other: Kept | None) -> None:
    """The comparison of an edition with another one, or with the data of today; the older one comes first."""
    one = kept.edition
    if other is None:
        old, new, against = kept, None, t("bản số {n}", n=number(one.id))
    else:
        old, new = sorted((kept, other), key=lambda side: side.edition.id)
        against = t("bản số {n}", n=number(old.edition.id))
    with st.spinner(t("Đang so sánh và tìm nguyên nhân…")):
        found = compared(old, new)
    st.markdown(f"**{plain(edition_words.headline(found.differences, against))}.**")
    if new is None:
        frame.note(_rebuilt(found))
    if any(found.provisional):
        before, after = map(number, found.provisional)
        told = t(
            "Số có phần tạm tính (tệp chờ duyệt): trước {before}, sau {after}.", before=before, after=after
        )
        frame.note(told)
    _causes(found.differences)
    _units(found.differences)
    _reworded(found.reworded)
    _settings(found.settings)
    _to_file(found.differences, old.edition, new.edition if new else None)


def compared(old: Kept, new: Kept | None) -> Comparison:
    """The comparison itself; without a newer edition with what would be issued now."""
    until = new.edition.last_event if new else None
    view = old.edition.then
    engine = results.engine()
    found = _happened(engine, results.data_version(), view, old.edition.last_event, until)
    return comparison(view, state_of(old), state_of(new) if new else today(old), found)


@lru_cache(maxsize=16)
def _happened(
    engine: Engine, _version: int, view: Filters, after: int, until: int | None
) -> tuple[Cause, ...]:  # fmt: skip
    """Whatever is a cause moves the data version on."""
    return storage.editions.events.causes(engine, view, after, until)


def today(kept: Kept) -> State:
    """What the edition would say if it were issued now, with the texts that its officer wrote: figures for the
    same day, words and settings as they are."""
    one = kept.edition
    head = letterhead(one.unit)
    numbers = tuple(figures_of(results.analysis(), one.then))
    try:
        draft = results.report(one.filters, head.issuer, conflicts.waiting()).edited(kept.written)
        texts = texts_of(draft, kept.written.keys())
    except NothingToReport:
        texts = ()
    return State(numbers, texts, settings_of(head), one.as_of)


def _rebuilt(found: Comparison) -> str:
    """What a report of the same scope and period would be today."""
    if not found:
        return t("Lập lại hôm nay với lời văn đã sửa sẽ cho báo cáo như bản này.")
    parts = [
        t("{n} số", n=number(len(found.differences))) if found.differences else "",
        t("{n} phần lời văn", n=number(len(found.reworded))) if found.reworded else "",
        t("{n} thiết lập", n=number(len(found.settings))) if found.settings else "",
    ]
    return t("Lập lại hôm nay sẽ khác bản này ở {what}.", what=listed([part for part in parts if part]))


def _causes(differences: Sequence[Difference]) -> None:
    """Every cause once, with how many figures it moved."""
    found = edition_words.reasons(differences)
    unexplained = sum(not one.causes for one in differences)
    lines = [
        f"- {plain(cause_words.cause(each))}: **{t('{n} số', n=number(moved))}**"
        for each, moved in found.items()
    ]
    if unexplained:
        told = t(
            "Chưa rõ nguyên nhân: không có lần nộp, mục tiêu hay quyết định nào được ghi lại ở giữa giải thích được"
        )
        lines.append(f"- {told}: **{t('{n} số', n=number(unexplained))}**")
    shown, more = lines[:_SHOWN], lines[_SHOWN:]
    if shown:
        st.markdown("\n".join(shown))
    if more:
        with st.expander(t("{n} nguyên nhân khác", n=number(len(more)))):
            st.markdown("\n".join(more))


def _units(differences: Sequence[Difference]) -> None:
    """The figures that differ, in folds; the first is open."""
    for place, (name, some) in enumerate(folded(differences)):
        label = t("{unit}: {n} số thay đổi", unit=plain(name), n=number(len(some)))
        with st.expander(label, expanded=place == 0):
            lines = (
                ((f"{unit}{edition_words.figure_name(one)}", edition_words.change(one)), ("", *_parts(one)))
                for unit, one in some
            )
            list_table.draw((t("Số liệu: trước → sau"), t("Chênh lệch gồm")), lines, 55)


def folded(differences: Sequence[Difference]) -> list[tuple[str, list[tuple[str, Difference]]]]:
    """What each fold is called, and its figures with what stands before their names. A unit has a fold of its own;
    where many units changed, those after the first few stand in one, each figure with its unit."""
    found = [
        (edition_words.unit_name(code), [("", one) for one in some])
        for code, some in by_unit(differences).items()
    ]
    if len(found) > _FOLDS:
        rest = found[_FOLDS - 1 :]
        every = [(f"{unit} · ", one) for unit, some in rest for _, one in some]
        found[_FOLDS - 1 :] = [(t("{n} đơn vị khác", n=number(len(rest))), every)]
    return found


def _parts(one: Difference) -> list[list_table.Part]:
    """What a difference is made of, each part with the way to its submission or decision for who may go there."""
    told = edition_words.parts(one)
    if not told:
        return [edition_words.why(one.why)]
    lines = [list_table.Link(words, way) if (way := _way(cause)) else words for words, cause in told[:_PARTS]]
    rest = one.parts[_PARTS:]
    if rest:
        amount = edition_words.signed(sum(part.amount for part in rest))
        lines.append(t("{amount}: {n} nguyên nhân khác", amount=amount, n=number(len(rest))))
    return lines


def _way(cause: Cause | None) -> str | None:
    """The address of what a cause tells of."""
    rights = results.actor().rights
    if cause is None:
        return None
    if cause.why == Why.DECISION:
        return drill.href("conflicts", {}) if Right.DECIDE in rights else None
    known = cause.submission is not None and Right.SUBMIT in rights
    return drill.href("submit", {"submission": str(cause.submission)}) if known else None


def _reworded(found: Sequence[Reworded]) -> None:
    if not found:
        return
    with st.expander(t("Lời văn khác nhau ở {n} phần", n=number(len(found)))):
        lines = (
            (
                (
                    " · ".join(filter(None, (one.section, one.heading))),
                    *(one.old or [t("không có dòng này")]),
                ),
                ("", *(one.new or [t("không có dòng này")])),
            )
            for one in found
        )
        list_table.draw((t("Phần, lời văn trước"), t("Lời văn sau")), lines, 50)


def _settings(found: Mapping[str, tuple[Any, Any]]) -> None:
    if not found:
        return
    with st.expander(t("Thiết lập khác nhau: {n}", n=number(len(found)))):
        list_table.draw(
            (t("Thiết lập, trước"), t("Sau")),
            (((setting(name), said(old)), ("", said(new))) for name, (old, new) in found.items()),
            50,
        )


def _to_file(differences: Sequence[Difference], old: Edition, new: Edition | None) -> None:
    if not differences:
        return
    after = str(new.id) if new else t("hôm nay")

    def made() -> bytes:
        return differences_csv(differences, old.then)

    download.button(
        t("Tải CSV ({n} dòng)", n=number(len(differences))), lambda: copy_context().run(made),
        file_name=f"so-sanh-ban-{old.id}-{new.id if new else 'hom-nay'}.csv", mime="text/csv", key="edition-csv",
        what="edition_changes", view={"edition": old.id, "with": after},
    )  # fmt: skip
