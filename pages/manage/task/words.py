"""Tasks and documents in words: the sentence of the screen, the lines of the lists."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from locales.forms import day, number
from locales.messages import t
from pages.manage.list_table import Link, Part
from pages.parts import html_table
from pages.parts.html_table import Told
from pages.parts.sentences.counted import moment
from pages.parts.words import MORE_UNITS, dated, listed, unit_inside
from program import units
from program.shares import share_in_words
from program.text import lower_first
from program.work.directives import Directive
from program.work.task_register import Line, Register, Tally
from program.work.tasks import STATE_LABELS, Standing, State, Task

NAMED = 3
STANDINGS = {
    Standing.OVERDUE: "Quá hạn",
    Standing.SOON: "Đến hạn trong 30 ngày",
    Standing.OPEN: "Còn hạn hoặc không ghi hạn",
    Standing.DONE: "Đã hoàn thành",
}
MARKS = {Standing.OVERDUE: "▼", Standing.SOON: "▲", Standing.OPEN: "○", Standing.DONE: "●"}


def finding(found: Register, documents: int, unit: str) -> str:
    """What is overdue and whose; not yet Markdown. `unit`: of this one alone; "" for all."""
    said = _said(found, documents, bool(unit))
    return f"{units.label(unit, with_type=True)}: {lower_first(said)}" if unit else said


def _said(found: Register, documents: int, of_one: bool) -> str:
    counted = found.tally
    if not counted.passed_on:
        return _nothing(documents, of_one)
    if counted.overdue:
        if of_one:
            return t("{n} nhiệm vụ quá hạn", n=number(counted.overdue))
        worst = [t("{unit} ({n})", unit=unit_inside(code), n=number(n)) for code, n in found.overdue_by_unit]
        return t(
            "{n} nhiệm vụ quá hạn: {units}", n=number(counted.overdue), units=listed(worst, NAMED, MORE_UNITS)
        )
    if counted.soon:
        return t("Không có nhiệm vụ quá hạn; {n} nhiệm vụ đến hạn trong 30 ngày tới", n=number(counted.soon))
    if counted.open:
        return t("Không có nhiệm vụ quá hạn hay sắp đến hạn")
    return t("Đã hoàn thành cả {n} nhiệm vụ", n=number(counted.done))


def _nothing(documents: int, of_one: bool) -> str:
    if documents:
        return t("Chưa có nhiệm vụ nào được ghi; đã có {n} văn bản", n=number(documents))
    return t("Chưa gửi văn bản, nhiệm vụ nào") if of_one else t("Chưa đơn vị nào gửi văn bản, nhiệm vụ")


def counted(found: Tally) -> str:
    """The tasks by where they stand, in one line (Markdown)."""
    parts = [
        t("**{n}** nhiệm vụ đã giao", n=number(found.passed_on)),
        t("hoàn thành **{share}**", share=share(found)),
        t("quá hạn **{n}**", n=number(found.overdue)),
        t("đến hạn trong 30 ngày **{n}**", n=number(found.soon)),
        t("còn lại **{n}**", n=number(found.open)),
    ]
    return " · ".join(parts)


def share(found: Tally) -> str:
    """Done of passed on: "5/12 (42 %)"."""
    if not found.passed_on:
        return ""
    return f"{number(found.done)}/{number(found.passed_on)} ({share_in_words(found.done, found.passed_on)})"


def rests_on(found: Register) -> Iterator[str]:
    """What the figures rest on: sentences (Markdown)."""
    have, owing = found.handed_in
    if owing:
        yield t(
            "{have}/{all} đơn vị phải báo cáo đã gửi nhiệm vụ. Đơn vị chưa gửi không được tính là 0.",
            have=number(have), all=number(owing),
        )  # fmt: skip
    yield t(
        "Tỷ lệ hoàn thành là chỉ tiêu địa phương: số nhiệm vụ đã hoàn thành trên số nhiệm vụ đã giao; Quyết định 830 "
        "không đặt con số cho việc này."
    )
    if found.tasks:
        yield t("Lần ghi gần nhất: {when}.", when=moment(max(one.said.source.at for one in found.tasks)))
    if found.undated:
        yield t(
            "{n} nhiệm vụ hoàn thành không ghi ngày, được tính là đã xong vào mọi ngày.",
            n=number(found.undated),
        )


def row(one: Task, on: date, address: str, to: str) -> tuple[Sequence[Part], ...]:
    """One task in the list: what, leading to it; by whom and to whom; where it stands."""
    said = one.details
    given = t("{unit} giao", unit=dated(one.unit, on))
    if said.assigned_on:
        given = t("{unit} giao ngày {day}", unit=dated(one.unit, on), day=day(said.assigned_on))
    what: list[Part] = [Link(said.duty, address, to)]
    if said.document:
        what.append(t("Căn cứ: {document}", document=said.document))
    first, *more = standing(one, on)
    where = [first, ", ".join(more)]
    if said.result:
        where.append(t("Kết quả: {result}", result=said.result))
    if said.proof:
        where.append(t("Minh chứng: {proof}", proof=said.proof))
    return what, ("", given, t("Giao cho: {who}", who=said.assignee)), where


def standing(one: Task, on: date) -> list[str]:
    """Where a task stands on a day, with shape and word; its due day; its state as its unit says."""
    said, where = one.details, one.standing(on)
    shape = MARKS[where]
    if where == Standing.DONE:
        told = [
            f"{shape} {t('hoàn thành {day}', day=day(said.done_on)) if said.done_on else t('hoàn thành')}"
        ]
        if one.late is not None and said.due_date and said.done_on:
            over = (said.done_on - said.due_date).days
            told.append(t("trễ hạn {n} ngày", n=number(over)) if one.late else t("đúng hạn"))
        return told + ([t("hạn {day}", day=day(said.due_date))] if said.due_date else [])
    if where == Standing.OVERDUE:
        first = t("quá hạn {n} ngày", n=number(one.days_over(on)))
    elif said.due_date is None:
        first = t("không ghi hạn")
    else:
        left = (said.due_date - on).days
        first = t("còn {n} ngày", n=number(left)) if left else t("đến hạn đúng ngày này")
    due = [t("hạn {day}", day=day(said.due_date))] if said.due_date else []
    return [f"{shape} {first}", *due, state(said.state) if not said.done_on else t("hoàn thành sau đó, ngày {day}", day=day(said.done_on))]  # fmt: skip


def state(found: State | None) -> str:
    """The state as the unit says it."""
    return lower_first(t(STATE_LABELS[found])) if found else t("chưa ghi tình trạng")


def unit_row(line: Line, on: date, address: str) -> tuple[Told, ...]:
    """One unit: how much it passed on, how much of it is done; its name leads to its tasks at `address`. Of a unit that
    is silent nothing is known."""
    name, found = dated(line.unit, on), line.tally
    if found is None:
        return tuple(map(html_table.told, (name, None, None, None, t("○ chưa gửi"))))
    link = Told(name, f"<a href='{escape(address)}' data-to='bar'>{escape(name)}</a>")
    late = t("▼ quá hạn {n}", n=number(found.overdue)) if found.overdue else None
    return link, *map(html_table.told, (found.passed_on, found.done, found.per_cent, late))


def document_row(one: Directive, on: date, address: str, to: str) -> tuple[Sequence[Part], Sequence[Part]]:
    """One document: number and day, leading to it, and what it says; who issued it and where that stands."""
    said = one.details
    who = [said.issuer, dated(one.unit, on)] if said.issuer else [dated(one.unit, on)]
    source = t(
        "Nguồn: tệp {file}, trang {sheet}, dòng {row}, lần nộp số {n}", file=one.source.file_name,
        sheet=one.source.sheet, row=number(one.source.row), n=number(one.source.submission),
    )  # fmt: skip
    name = Link(t("{number} ngày {day}", number=said.number, day=day(said.issued_on)), address, to)
    return (name, said.subject), (*who, *filter(None, (said.form, said.part)), source)
