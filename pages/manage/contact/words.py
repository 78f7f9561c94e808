"""Contacts in words: the sentence of the screen, the lines of the list, the history of a unit."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from urllib.parse import quote

from locales.forms import day, number
from locales.messages import t
from pages.manage.list_table import Link, Part
from pages.parts.listing import drill
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.words import MORE_UNITS, listed, plain, unit_inside
from program import units
from program.contacts.contact import Details, Statement, Tenure
from program.contacts.faults import Fault, dialled, mailed
from program.contacts.register import LATELY, Change, Line
from program.text import sentence

# So many units are named in the title, so many in a sentence below it.
_NAMED_ABOVE, _NAMED = 3, 8
# The most urgent first.
_CHANGES = {
    Change.ENDED: "Thôi làm trong {n} ngày qua, chưa có người thay: {units}.",
    Change.NEW: "Ghi người mới trong {n} ngày qua: {units}.",
    Change.DETAILS: "Sửa thông tin trong {n} ngày qua: {units}.",
}
_FIELDS = {
    "position": "chức vụ",
    "phone": "điện thoại",
    "email": "thư điện tử",
    "valid_from": "từ ngày",
    "document": "văn bản",
}
FAULTS = {
    Fault.NAME: "Hãy ghi họ và tên người làm đầu mối, chỉ gồm chữ.",
    Fault.REACH: "Hãy ghi ít nhất số điện thoại hoặc thư điện tử, để liên hệ được.",
    Fault.PHONE: "Số điện thoại chưa đúng; ghi một số gồm 8 đến 12 chữ số, ví dụ 0236 3822 111.",
    Fault.EMAIL: "Thư điện tử chưa đúng; ghi một địa chỉ, ví dụ phongvanhoa@danang.gov.vn.",
    Fault.BEFORE_UNIT: "Ngày bắt đầu sớm hơn ngày đơn vị được thành lập; hãy ghi lại ngày.",
    Fault.AFTER_UNIT: "Đơn vị đã kết thúc hoạt động trước ngày bắt đầu này; hãy ghi đầu mối cho phường, xã tiếp nhận.",
}


def finding(lines: Sequence[Line], whole: bool) -> str:
    """How many of the units that must name a contact have one, and who lacks one; not yet Markdown."""
    if not whole and len(lines) == 1:
        return _own(lines[0])
    due = [one for one in lines if one.owes] if whole else list(lines)
    lacking = [one.unit for one in due if not one.current]
    have = len(due) - len(lacking)
    if not have:
        return t("Chưa đơn vị nào có đầu mối; cần có ở {n} đơn vị", n=number(len(due)))
    if not lacking:
        return t("Cả {n} đơn vị phải báo cáo đã có đầu mối", n=number(have))
    return t(
        "{have}/{n} đơn vị phải báo cáo đã có đầu mối; còn thiếu {units}",
        have=number(have), n=number(len(due)), units=_listed(lacking, _NAMED_ABOVE),
    )  # fmt: skip


def _own(line: Line) -> str:
    unit = unit_inside(line.unit)
    if not line.current and not line.stands:
        return t("{unit} đã kết thúc hoạt động; đầu mối nay ghi ở phường, xã tiếp nhận", unit=sentence(unit))
    if not line.current:
        return t("Chưa có đầu mối của {unit}", unit=unit)
    names = listed([one.details.name for one in line.current])
    return t("Đầu mối của {unit}: {names}", unit=unit, names=names)


def more(lines: Sequence[Line], months: int) -> Iterator[str]:
    """What else to know: sentences (Markdown), the most urgent first."""
    lacking = [one.unit for one in lines if one.missing]
    if _NAMED_ABOVE < len(lacking) < sum(one.owes for one in lines):
        yield t("Chưa có đầu mối: {units}.", units=_listed(lacking, 30))
    old = [one.unit for one in lines if one.stale and one.stands]
    if old:
        yield t(
            "Đã cũ, quá {n} tháng chưa cập nhật; hãy gọi hỏi lại: {units}.",
            n=number(months), units=_listed(old),
        )  # fmt: skip
    for change, words in _CHANGES.items():
        if changed := [one.unit for one in lines if one.changed == change]:
            yield t(words, n=number(LATELY), units=_listed(changed))
    ended = [one.unit for one in lines if one.current and not one.stands]
    if ended:
        yield t("Đơn vị đã kết thúc hoạt động nhưng còn ghi đầu mối: {units}.", units=_listed(ended))
    without = sum(not one.owes and one.stands and not one.current for one in lines)
    if without:
        yield t(
            "{n} sở, ngành, đoàn thể chưa có đầu mối (không tính vào con số trên vì chưa có văn bản nêu danh sách "
            "phải báo cáo).",
            n=number(without),
        )


def _listed(codes: Iterable[str], limit: int = _NAMED) -> str:
    return listed([unit_inside(code) for code in codes], limit, MORE_UNITS)


# Where the contact of one unit is opened: the key of its part of the page.
OPENED = "contact"


def rows(lines: Iterable[Line]) -> Iterator[tuple[Sequence[Part], ...]]:
    """The list: a row for each contact, one for a unit that has none: unit, person, how to reach, since when."""
    for line in lines:
        address = drill.href("contacts", {"unit": line.unit})
        name = Link(units.label(line.unit, with_type=True), address, OPENED)
        if not line.current:
            yield (name, *_coming(line)), ("", t("○ chưa có đầu mối")), (), ()
        for place, one in enumerate(line.current):
            unit: list[Part] = [name, state(line)] if not place else []
            said = one.details
            person = [said.name, said.position or ""]
            yield (*unit, *(_coming(line) if unit else [])), person, ("", *_ways(said)), ("", *since(one))


def state(line: Line) -> str:
    """Whether the contact can be relied on."""
    if not line.stands:
        return t("▲ đơn vị đã kết thúc hoạt động")
    return t("▲ đã cũ") if line.stale else ""


def _coming(line: Line) -> list[str]:
    return [t("từ {day}: {name}", day=day(one.since), name=one.details.name) for one in line.coming]


def since(one: Tenure) -> list[str]:
    """Since when somebody is the contact, by which document, and the last word."""
    words = t("từ {day}", day=day(one.since))
    return [
        f"{words}, {one.details.document}" if one.details.document else words,
        t("cập nhật {day}", day=day(one.said.day)),
    ]


def reached(said: Details) -> list[Part]:
    """Name, position, telephone and mail, those that can be reached by a touch as links."""
    return [one for one in (said.name, said.position or "", *_ways(said)) if one]


def _ways(said: Details) -> list[Part]:
    parts: list[Part] = []
    number, address = dialled(said.phone), mailed(said.email)
    if said.phone:
        parts.append(Link(said.phone, f"tel:{number}") if number else said.phone)
    if said.email:
        parts.append(Link(said.email, f"mailto:{quote(address, safe='@')}") if address else said.email)
    return parts


def history(own: Iterable[Tenure]) -> list[str]:
    """Everybody who was, is or will be the contact, the latest first, with what was said when and by whom
    (Markdown)."""
    return [line for one in own for line in _told(one)]


def _told(one: Tenure) -> Iterator[str]:
    who = ", ".join(filter(None, (one.details.name, one.details.position)))
    span = t("từ {start}", start=day(one.since))
    if one.end is not None:
        span = t("từ {start} đến {end}", start=day(one.since), end=day(one.end))
    document = f" ({plain(one.details.document)})" if one.details.document else ""
    yield f"- **{plain(who)}**, {span}{document}"
    yield f"    - {t('Ghi lần đầu')}: {_entered(one.statements[0])}"
    for earlier, later in pairwise(one.statements):
        changed = [
            t(w) for n, w in _FIELDS.items() if getattr(earlier.details, n) != getattr(later.details, n)
        ]
        what = t("Sửa {fields}", fields=", ".join(changed)) if changed else t("Xác nhận vẫn đúng")
        yield f"    - {what}: {_entered(later)}"


def _entered(said: Statement) -> str:
    return t(
        "{who}, {when}, lần nộp số {n}",
        who=plain(permission.person(said.by)), when=moment(said.at), n=number(said.submission),
    )  # fmt: skip
