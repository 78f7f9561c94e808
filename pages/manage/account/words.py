"""People and their roles in words."""

from collections.abc import Sequence
from datetime import date

from access import ROLE_LABELS, Role
from locales.forms import day, number
from locales.messages import t
from pages.parts.sentences.counted import moment
from pages.parts.words import listed, plain, unit_inside
from program import units
from program.measures.analysis import default_as_of
from program.text import lower_first
from storage.access.roster import Account, Grant, last_administered

# What a role may do, for whoever gives it.
ROLE_MEANS = {
    Role.VIEWER: "Xem mọi trang, tải bảng số liệu; không nộp và không sửa gì.",
    Role.REPORTER: "Như người xem; nộp, sửa, rút báo cáo, tải tệp gốc và phát hành báo cáo của các đơn vị được giao.",
    Role.COORDINATOR: "Như người xem; nộp và rút báo cáo của mọi đơn vị, duyệt và khóa số liệu, quyết định số liệu trùng, "
    "cập nhật mục tiêu, danh sách trường, xem liên hệ của đầu mối, phát hành báo cáo.",
    Role.ADMINISTRATOR: "Như người xem; quản lý tài khoản, xem nhật ký, xóa dữ liệu minh họa. Không nộp báo cáo.",
}


def finding(people: Sequence[Account], on: date) -> str:
    """How many may enter, who may not, and how many units nobody reports for."""
    if not people:
        return t("Chưa có tài khoản nào")
    without = [one for one in people if not one.in_force(on)]
    parts = [t("{n} tài khoản được vào", n=number(len(people) - len(without)))]
    if without:
        parts.append(t("{n} tài khoản không có vai trò", n=number(len(without))))
    silent = unreported(people, on)
    if silent:
        parts.append(t("{n} đơn vị chưa có người nộp báo cáo", n=number(len(silent))))
    return "; ".join(parts)


def unreported(people: Sequence[Account], on: date) -> list[str]:
    """The units that are to report now and for which nobody has the role of a reporter."""
    covered = {given.unit for one in people for given in one.in_force(on)}
    return [u.code for u in units.reporting_units(default_as_of()) if u.code not in covered]


def lacking(people: Sequence[Account], on: date) -> list[str]:
    """Sentences that name who has no role, say when nobody would be left to manage accounts, and name the units
    without a reporter (Markdown)."""
    told = []
    without = [one.name for one in people if not one.in_force(on)]
    if without:
        told.append(t("Không có vai trò nên chưa vào được: {who}.", who=plain(listed(without, 8))))
    last = last_administered(people, on)
    if people and last < on:
        told.append(t("**Chưa ai có vai trò Quản trị**; hãy giao vai trò đó cho một người."))
    elif on <= last < date.max:
        told.append(
            t(
                "**Sau ngày {day} không còn ai là Quản trị**; hãy giao vai trò đó thêm trước ngày này.",
                day=day(last),
            )
        )
    silent = unreported(people, on)
    if people and silent:
        names = listed([unit_inside(code) for code in silent], 8)
        told.append(t("Chưa có người nộp báo cáo: {units}.", units=names))
    return told


def role(given: Grant) -> str:
    """Người nộp báo cáo, Quận Hải Châu."""
    name = t(ROLE_LABELS[given.role])
    return f"{name}, {units.label(given.unit, with_type=True)}" if given.unit else name


def days(given: Grant) -> str:
    """từ 1-1-2026 đến 31-12-2026."""
    if given.valid_to is None:
        return t("từ {start}", start=day(given.valid_from))
    return t("từ {start} đến {end}", start=day(given.valid_from), end=day(given.valid_to))


def state(given: Grant, on: date) -> str:
    """What its days and its end make of it; nothing while it counts."""
    if given.ended_at is not None:
        return t("đã kết thúc lúc {when}", when=moment(given.ended_at))
    if given.past(on):
        return t("đã hết hạn")
    return "" if given.in_force(on) else t("chưa đến ngày")


def in_full(given: Grant, on: date) -> str:
    """The role with its days and its state."""
    return ", ".join(filter(None, (role(given), days(given), state(given, on))))


def roles(account: Account, on: date) -> str:
    """What the person holds and will hold; who reports for several units has them listed together."""
    held = [given for given in account.grants if not given.past(on)]
    if not held:
        return t("không có vai trò nào")
    spans: dict[tuple[Role, str], list[str]] = {}
    for given in held:
        span = ", ".join(filter(None, (days(given), state(given, on))))
        spans.setdefault((given.role, span), []).append(unit_inside(given.unit) if given.unit else "")
    told = []
    for (kind, span), whose in spans.items():
        named = listed([one for one in whose if one], 5)
        told.append(f"{t(ROLE_LABELS[kind])}{': ' + named if named else ''} ({span})")
    return "; ".join([told[0], *map(lower_first, told[1:])])
