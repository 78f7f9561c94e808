"""Targets as words: the sentence of the screen, days, sources, the tables."""

from datetime import date
from itertools import pairwise

import streamlit as st

import storage.reading.analysis
import storage.registers.targets
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.sentences.counted import moment
from pages.parts.shell.choices import bar
from pages.parts.shell.frame import note
from pages.parts.shell.visit import permission
from pages.parts.words import MORE_UNITS, amount, listed, period_name, plain, unit_inside
from program.filters import CITY
from program.periods import PROGRAMME_END, PROGRAMME_START, Calendar, periods
from program.targets.history import Statement, TargetVersion, setters
from program.targets.in_force import Gap
from program.targets.progress import TargetRow
from program.targets.view import TargetsView
from program.text import lower_first, sentence
from program.vocabulary import Indicator

HISTORY_SHOWN = 60


def set_by() -> tuple[Statement, ...]:
    """Of every target that holds, who gave it its value."""
    return _set_by(results.data_version())


@st.cache_resource(max_entries=2, show_spinner=False)
def _set_by(version: int) -> tuple[Statement, ...]:  # noqa: ARG001 (the key of the cache)
    return tuple(setters(storage.registers.targets.read(results.engine())).values())


def said(view: TargetsView, indicator: Indicator) -> str:
    """The state as one sentence: "5 chỉ tiêu có mục tiêu; 2 đơn vị chưa được giao; lớp cho cha mẹ: tổng giao …"."""
    if not view.indicators:
        return t("Chưa ghi chỉ tiêu địa phương nào; ba mục tiêu quốc gia theo Quyết định 830/QĐ-TTg")
    parts = [t("{n} chỉ tiêu có mục tiêu", n=number(view.indicators))]
    if view.ungiven:
        parts.append(t("{n} đơn vị chưa được giao", n=number(len(view.ungiven))))
    else:
        parts.append(t("đơn vị nào cũng được giao"))
    if view.gap:
        parts.append(f"{lower_first(t(indicator.short_label))}: {beside(view.gap, indicator.counter)}")
    return "; ".join(parts) + "."


def beside(gap: Gap, counter: str) -> str:
    """The units' sum beside the city's target."""
    if not gap.count:
        return t("mục tiêu thành phố chưa giao cho đơn vị nào")
    left = gap.whole - gap.parts
    if abs(left) < 0.5:
        return t("tổng giao cho đơn vị bằng mục tiêu thành phố")
    words = "tổng giao cho đơn vị thấp hơn mục tiêu thành phố {gap}"
    if left < 0:
        words = "tổng giao cho đơn vị cao hơn mục tiêu thành phố {gap}"
    return t(words, gap=amount(abs(left), counter))


def days(start: date, end: date) -> str:
    """The days of a target: "năm 2023 (15-12-2022 đến 14-12-2023)"."""
    within = t("{start} đến {end}", start=day(start), end=day(end))
    if (start, end) == (PROGRAMME_START, PROGRAMME_END):
        return t("Cả Chương trình ({days})", days=within)
    for year in periods("year", Calendar.REPORT):
        if (max(year.start, PROGRAMME_START), year.end) == (start, end):
            return f"{sentence(period_name(year))} ({within})"
    return within


def table(view: TargetsView, indicator: Indicator) -> None:
    """Who was given what, by which document, entered by whom; a source that all share is said once."""
    shown = [line for line in view.lines if line.row or line.unit in (*view.ungiven, CITY)]
    sources = {source(line.row, line.set_by) for line in shown if line.row}
    lines = []
    for line in shown:
        name = plain(bar.unit_name(line.unit))
        cells = {
            t("Đơn vị"): f"**{name}**" if line.unit == CITY else name,
            t("Mục tiêu"): amount(line.row.value, indicator.counter) if line.row else t("chưa giao"),
        }
        if len(sources) > 1:
            cells[t("Văn bản, người ghi")] = source(line.row, line.set_by)
        lines.append(cells)
    if len(sources) == 1:
        note(t("Tất cả theo: {source}.", source=sources.pop()))
    st.table(lines, border="horizontal", hide_index=True, width="stretch" if len(sources) > 1 else "content")


def source(row: TargetRow | None, by: Statement | None) -> str:
    """By which document, entered by whom and when (Markdown)."""
    if row is None:
        return ""
    words = plain(row.document) if row.document else t("chưa ghi văn bản")
    if by is None:
        return words
    return f"{words} · {plain(permission.person(by.by))}, {moment(by.at)}"


def doubts(view: TargetsView, indicator: Indicator) -> None:
    """What does not fit: parts that do not make the whole, rows that share days, units without a target; where nobody
    has one, how to set it."""
    lines = []
    if view.gap and view.gap.count:
        lines.append(
            t(
                "Mục tiêu thành phố {whole}; {n} đơn vị được giao cộng lại {parts}.",
                whole=amount(view.gap.whole, indicator.counter),
                n=number(view.gap.count),
                parts=amount(view.gap.parts, indicator.counter),
            )
        )
    if not any(line.row for line in view.lines):
        # The table has said that nobody was given one.
        lines.append(
            t(
                "Cơ quan đầu mối giao ở mục *Giao hoặc sửa mục tiêu* dưới đây, hoặc nộp bảng mục tiêu; có mục tiêu thì "
                "các trang cho biết đơn vị nào chậm."
            )
        )
    elif view.ungiven:
        names = listed([unit_inside(code) for code in view.ungiven], 8, MORE_UNITS)
        lines.append(t("Chưa được giao chỉ tiêu nào trong kỳ: {units}.", units=plain(names)))
    for unit, row, gap in view.milestones[:5]:
        lines.append(
            t(
                "{unit}: các năm cộng lại {parts}, mục tiêu {days} là {whole}; lộ trình tính theo {whole}.",
                unit=plain(bar.unit_name(unit)),
                parts=amount(gap.parts, indicator.counter),
                days=days(row.start, row.end),
                whole=amount(gap.whole, indicator.counter),
            )
        )
    for unit, first, second in view.doubled[:5]:
        lines.append(
            t(
                "{unit}: hai mục tiêu trùng một phần ngày, {first} và {second}; những ngày đó được cộng cả hai.",
                unit=plain(bar.unit_name(unit)),
                first=days(first.start, first.end),
                second=days(second.start, second.end),
            )
        )
    if lines:
        note("  \n".join(lines))


def changes(indicator: Indicator) -> list[str]:
    """Every change of an indicator's targets, the latest first (Markdown)."""
    found = []
    for (code, unit), versions in results.analysis().target_history.items():
        if code == indicator.code:
            for before, after in pairwise(versions):
                found.append((after.at, _changed(unit, before, after, indicator)))
    return [words for _, words in sorted(found, reverse=True)]


def _changed(unit: str, before: TargetVersion, after: TargetVersion, indicator: Indicator) -> str:
    old = {(r.start, r.end, r.authority): r for r in before.rows}
    new = {(r.start, r.end, r.authority): r for r in after.rows}
    steps = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if was != now:
            first, last = (amount(r.value, indicator.counter) if r else t("không có") for r in (was, now))
            steps.append(f"{days(key[0], key[1])}: {first} → **{last}**")
    words = f"**{plain(bar.unit_name(unit))}** · {'; '.join(steps)}. "
    if after.document:
        words += t("Theo {document}.", document=plain(after.document)) + " "
    else:
        words += t("Chưa ghi văn bản.") + " "
    return words + t(
        "{who} ghi lúc {when}.", who=sentence(plain(permission.person(after.by))), when=moment(after.at)
    )
