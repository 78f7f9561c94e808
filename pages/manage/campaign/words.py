"""Campaigns and their reminders in words."""

from locales.forms import day, number
from locales.messages import t
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.words import listed, period_name, plain
from program import units
from program.periods import parse_period
from program.reporting.campaigns import Asked, Stated, is_own
from program.reporting.reminders import Reminder
from program.reporting.timeliness import Sent
from program.text import sentence

_NAMED = 6


def name_of(asked: Asked) -> str:
    """A campaign's name; not yet Markdown."""
    return asked.name if is_own(asked.code) else period_name(parse_period(asked.code))


def set_line(one: Stated) -> str:
    """What was said of a campaign, when and by whom (Markdown)."""
    asked, who = one.asked, t("{who}, {at}", who=plain(permission.person(one.by)), at=moment(one.at))
    name = f"**{plain(sentence(name_of(asked)))}**"
    if one.ended:
        done = t("bỏ kỳ này") if is_own(asked.code) else t("bỏ hạn riêng")
        return f"{name}: {done} · {who}"
    parts = []
    if is_own(asked.code):
        parts.append(t("số liệu {start} đến {end}", start=day(asked.first), end=day(asked.last)))
    parts.append(t("hạn nộp {day}", day=day(asked.due)))
    if asked.units is not None:
        parts.append(listed([units.label(code, with_type=True) for code in asked.units], _NAMED))
    if asked.document:
        parts.append(plain(asked.document))
    return f"{name}: {'; '.join(parts)} · {who}"


def whom(found: tuple[Reminder, ...]) -> str:
    """Who is to be reminded, as a sentence."""
    owing = sum(one.owes for one in found)
    if not found:
        return t("Không có đơn vị nào cần nhắc")
    if owing == len(found):
        return t("{n} đơn vị cần nhắc nộp", n=number(owing))
    if not owing:
        return t("{n} đơn vị cần nhắc sửa dòng lỗi", n=number(len(found)))
    return t(
        "{n} đơn vị cần nhắc nộp, {m} đơn vị cần nhắc sửa dòng lỗi",
        n=number(owing), m=number(len(found) - owing),
    )  # fmt: skip


def state(one: Reminder) -> str:
    """What a unit owes, in a few words."""
    cell = one.cell
    if one.waiting is not None and one.waiting.returned_on is not None and not one.owes:
        return t("đã nộp, tệp được trả lại để sửa ngày {day}", day=day(one.waiting.returned_on))
    if not one.owes:
        return t("đã nộp, còn {n} lỗi chờ sửa", n=number(one.waiting.errors if one.waiting else 0))
    if cell.sent == Sent.MISSING:
        return t("quá hạn {n} ngày", n=number(cell.days or 0))
    return t("hạn nộp {day}", day=day(cell.deadline))
