"""How sure is this number: what is missing, not said, not decided and how old it is, each with its way."""

from collections.abc import Iterable
from html import escape

import streamlit as st

import storage.intake.submissions
from access import Right
from locales.forms import day, number
from locales.messages import t
from pages.parts import html_table
from pages.parts.conflicts import of_view as conflicts
from pages.parts.conflicts.words import COUNTED, NOW
from pages.parts.figures import results
from pages.parts.listing import drill
from pages.parts.sentences import provisional as provisional_words
from pages.parts.shell import markup
from pages.parts.shell.folds import opened
from pages.parts.words import MORE_UNITS, gap_words, listed, unit_inside
from program import units
from program.conflicts.desk import Sort, at_stake
from program.filters import CITY, Filters, address
from program.measures.analysis import span
from program.text import lower_first
from program.views.doubts import Doubts
from program.vocabulary import KIND_LABELS

_FILES_LOOKED_AT = 500
_LIST = "font-size:14px;line-height:1.55;margin:0;padding-left:1.2em"


def fold(view: Filters) -> None:
    """A fold at the foot of a screen; what it tells is looked for when it is opened."""
    box = opened(t("Số liệu này chắc đến đâu"), "sure")
    if box is None:
        return
    found = results.doubts(view)
    with box:
        with st.spinner(t("Đang tìm số liệu có thể trùng…")):
            lines = [
                *_reports(found, view),
                *provisional_words.list_items(view),
                *_conflicts(view),
                *_unsaid(found, view),
                *_left_out(view),
            ]
        lines += _denominators(found, view)
        items = "".join(f"<li>{line}</li>" for line in lines)
        markup.put(f"<ul style='{_LIST}'>{items}</ul>")
        if found.files:
            _files(found)


def _reports(found: Doubts, view: Filters) -> Iterable[str]:
    """Reports received of those due, and how old the files are."""
    done = found.done
    if done.due:
        asked = {"as_of": view.as_of.isoformat()} if view.as_of else {}
        have = t("{have}/{due} báo cáo quý", have=number(done.reports), due=number(done.due))
        reports = drill.link(have, "reporting", asked)
        yield (
            t("Đã nhận {reports}; chưa báo cáo: {gaps}.", reports=reports, gaps=escape(gap_words(done.gaps)))
            if done.gaps
            else t("Đã nhận đủ {reports}.", reports=reports)
        )
    if found.files:
        newest = found.files[-1][1].day
        said = t("Tệp mới nhất nhận ngày {day}.", day=day(newest))
        oldest = next(((code, f.day) for code, f in found.files if _stands(code, view)), None)
        if oldest is not None and oldest[1] < newest:
            said += " " + t(
                "Lâu nhất chưa gửi thêm: {unit}, từ {day}.", unit=unit_inside(oldest[0]), day=day(oldest[1])
            )
        yield escape(said)
    if found.silent:
        names = listed([unit_inside(code) for code in found.silent], 6, MORE_UNITS)
        yield escape(t("Chưa từng gửi báo cáo: {units}.", units=names))


def _stands(code: str, view: Filters) -> bool:
    """Whether more can be expected of a unit on the view's last day: a district's last report is its last."""
    found = units.unit(code)
    return found is not None and found.valid_on(span(view)[1])


def _conflicts(view: Filters) -> Iterable[str]:
    """What waits for a decision about the view, as the desk counts it, with the way there for who decides."""
    found, desk = conflicts.of(view), conflicts.waiting()
    for sort in Sort:
        many = [one for one in found if one.sort == sort]
        if many:
            said = _to_desk(t(COUNTED[sort], n=number(len(many))), sort, view)
            yield t(NOW[sort], conflicts=said, seats=number(at_stake(many)))
    if desk.more:
        yield escape(t("Còn {n} cặp dòng gần giống nữa chưa kể ở trên.", n=number(desk.more)))
    if not desk.complete:
        yield escape(t("Mới so các dòng gần đây nhất với nhau."))
    if not found:
        yield escape(t("Không có số liệu trùng lặp, bất thường nào chờ quyết định."))


def _to_desk(words: str, sort: Sort, view: Filters) -> str:
    if Right.DECIDE not in results.actor().rights:
        return escape(words)
    shown = Filters(period=view.period, unit=view.unit, as_of=view.as_of)
    return drill.link(words, "conflicts", address(shown) | {"conflict": sort.value})


def _unsaid(found: Doubts, view: Filters) -> Iterable[str]:
    """What rows do not say."""
    if found.uncounted:
        some = t("{n} dòng tổng hợp", n=number(found.uncounted))
        yield t(
            "{rows} không ghi số lớp, số buổi: số hoạt động có thể cao hơn.",
            rows=drill.anchor(some, drill.uncounted(view)),
        )
    for kind, seats in found.undivided.items():
        some = t("{n} lượt", n=number(seats))
        yield t(
            "{seats} chưa phân đối tượng ({kind}).",
            seats=drill.anchor(some, drill.undivided(view, kind)), kind=escape(lower_first(t(KIND_LABELS[kind]))),
        )  # fmt: skip


def _left_out(view: Filters) -> Iterable[str]:
    """Rows with errors that wait to be mended, and files that nobody has accepted."""
    own = None if view.unit == CITY else view.unit
    kept = storage.intake.submissions.history(results.engine(), limit=_FILES_LOOKED_AT, unit=own)
    for words, numbers in (
        ("{files} còn dòng có lỗi chưa nhận (số {numbers}).", [s.id for s in kept if s.rest == "open"]),
        ("{files} đã kiểm tra nhưng chưa nhận (số {numbers}).", [s.id for s in kept if s.state == "checked"]),
    ):
        if numbers:
            files = drill.link(t("{n} lần nộp", n=number(len(numbers))), "submit")
            yield t(words, files=files, numbers=escape(listed([number(n) for n in numbers], 6)))


def _denominators(found: Doubts, view: Filters) -> Iterable[str]:
    """What shares and rates are of: year and source."""
    if found.schools is None:
        yield escape(t("Chưa có sổ trường: chưa tính được T1."))
    else:
        many = t("{n} trường và cơ sở", n=number(found.schools))
        yield t(
            "Mẫu số T1: {schools} trong sổ, hoạt động vào {day}.",
            schools=drill.link(many, "schools"), day=escape(day(span(view)[1])),
        )  # fmt: skip
    base = found.children
    if base is None:
        yield escape(t("Chưa có số trẻ em: không tính được số lượt trên 100 trẻ."))
    else:
        many = t("{n} trẻ em dưới 16 tuổi", n=number(base.value))
        origin = escape(base.origin or t("không ghi nguồn"))
        yield t(
            "Mẫu số của số lượt trên 100 trẻ: {children} (năm {year}; {origin}).",
            children=drill.link(many, "about"), year=str(base.year), origin=origin,
        )  # fmt: skip


def _files(found: Doubts) -> None:
    """The last report of each unit, the oldest first."""
    heads = (t("Đơn vị"), t("Nhận ngày"), t("Lần nộp số"), t("Tệp gần nhất"))
    told = html_table.told
    lines = (
        (told(units.label(code, with_type=True)), told(f.day), told(f.submission_id), told(f.file_name))
        for code, f in found.files
    )
    html_table.draw(t("tệp gần nhất của từng đơn vị"), heads, lines, "sure-files", look="cards")
