"""The editions as a list: what each is called, what it reports on, since when, and whether it holds."""

from collections.abc import Iterable

from locales.forms import day, number
from locales.messages import language, t
from pages.manage import list_table
from pages.parts.listing import drill
from pages.parts.sentences.counted import moment
from pages.parts.shell.choices import bar
from pages.parts.shell.visit import permission
from pages.parts.words import period_name, unit_inside
from program.editions.issued import Edition
from program.filters import CITY
from program.text import sentence

# The part of the screen that shows one of them.
OPENED = "edition-opened"


def named(one: Edition) -> str:
    """bản số 3 (Báo cáo năm 2023, lần 2); not yet Markdown."""
    return t("bản số {n} ({name})", n=number(one.id), name=one.name)


def scope(one: Edition) -> str:
    """Toàn thành phố, năm 2023."""
    where = bar.unit_name(one.unit) if one.unit == CITY else sentence(unit_inside(one.unit))
    period = one.filters.period
    return f"{where}, {period.code if language() == 'en' else period_name(period)}"


def state(one: Edition) -> str:
    """Whether it holds, and why not."""
    back = one.taken_back
    if back is None:
        return t("đang có hiệu lực")
    return t(
        "đã thu hồi lúc {when} ({who}): {why}",
        when=moment(back.at),
        who=permission.person(back.by),
        why=back.why,
    )


def finding(found: tuple[Edition, ...]) -> str:
    """How many there are, and the newest that holds; not yet Markdown."""
    in_force = [one for one in found if one.taken_back is None]
    told = t("{n} bản báo cáo đã phát hành", n=number(len(found)))
    if len(in_force) < len(found):
        told += ", " + t("{n} bản đã thu hồi", n=number(len(found) - len(in_force)))
    if in_force:
        told += "; " + t("mới nhất: {name} ({day})", name=in_force[0].name, day=day(in_force[0].day))
    return told


def draw(found: Iterable[Edition]) -> None:
    """The list, newest first."""
    lines = (
        (
            (
                list_table.Link(
                    t("Số {n}: {name}", n=number(one.id), name=one.name),
                    drill.href("editions", {"edition": str(one.id)}),
                    OPENED,
                ),
                scope(one),
                one.document or "",
            ),
            (
                sentence(state(one)) if one.taken_back else "",
                t("số liệu đến {day}, phiên bản {n}", day=day(one.as_of), n=number(one.data_version)),
                t("{when}, {who}", when=moment(one.issued_at), who=permission.person(one.issued_by)),
                t("dữ liệu minh họa") if one.demo else "",
            ),
        )
        for one in found
    )
    list_table.draw((t("Bản phát hành"), t("Số liệu, lúc phát hành")), lines, 52)
