"""Target T1 in words: the first sentence of *Trường học*, what the figure rests on, and what to do."""

from collections.abc import Sequence
from math import ceil

from locales.forms import day, number
from locales.messages import t
from pages.parts.shell.links import PLAIN, Links
from pages.parts.words import SLOW, amount, but_without, listed, plain, unit_inside
from program import units
from program.filters import CITY
from program.schools.named_otherwise import JointSessions, Misnamed
from program.schools.reach import Reach, SchoolsView, State
from program.schools.register import PERIODIC, PERIODIC_SET_ON
from program.shares import share_in_words
from program.text import sentence
from program.vocabulary import Level, Status

# Beside the states: those never reached and those reached too long ago, together.
UNREACHED = "unreached"
STATES = {
    State.NEVER: "Chưa từng có hoạt động",
    State.LAPSED: "Từng có, nhưng không trong 12 tháng qua",
    State.RECENT: "Có hoạt động trong 12 tháng",
}


def share(reach: Reach) -> str:
    """61,7 %: never without how many of how many beside it."""
    return share_in_words(reach.recent, reach.total, 1) if reach.total else t("chưa có mẫu số")


def said(v: SchoolsView, links: Links = PLAIN) -> str:
    """How many schools were reached in time, against the target; how many never; what is needed. With `links`
    each number leads to what it is made of (Markdown)."""
    whose = "" if v.filters.unit == CITY else t(" của {unit}", unit=unit_inside(v.filters.unit))
    if not v.total.total:
        return t("Sổ trường chưa có trường nào{whose}: chưa có mẫu số để tính mục tiêu T1.", whose=whose)
    if v.t1.value is None:
        return t(
            "Đến {day} chưa có báo cáo nào{whose}; sổ trường có {n} trường.",
            day=day(v.as_of), whose=whose, n=number(v.total.total),
        )  # fmt: skip
    reached = t("{n}/{all}", n=number(v.total.recent), all=number(v.total.total))
    text = t(
        "Đến {day}, {reached} trường{whose} ({share}) có hoạt động trong 12 tháng",
        day=day(v.as_of), reached=links.schools(reached, State.RECENT), whose=whose, share=share(v.total),
    )  # fmt: skip
    return f"{text}{_against(v, links)}; {_never(v, links)}."


def lowest(parts: Sequence[tuple[str, Reach]]) -> str:
    """Which levels or units have the smallest share of schools reached in time; all that stand alike, or that all do.
    `parts`: names and what they have, each with schools."""
    least = min(reach.recent / reach.total for _, reach in parts)
    alike = [(name, reach) for name, reach in parts if reach.recent / reach.total == least]
    if len(alike) == len(parts) > 1:
        return t("Nơi nào cũng như nhau: {share} trường trong 12 tháng", share=share(alike[0][1]))
    if len(alike) > 1:
        names = listed([name if i else sentence(name) for i, (name, _) in enumerate(alike)])
        return t(
            "{units} cùng thấp nhất: {share} trường trong 12 tháng", units=names, share=share(alike[0][1])
        )
    name, reach = alike[0]
    return t(
        "{unit} thấp nhất: {n}/{all} trường trong 12 tháng",
        unit=sentence(name), n=number(reach.recent), all=number(reach.total),
    )  # fmt: skip


def _against(v: SchoolsView, links: Links) -> str:
    t1, total = v.t1, v.total
    if t1.target is None or t1.value is None:
        return ""
    target = links.plan(amount(t1.target, "%"), t1)
    if t1.status == Status.MET:
        but = but_without(t1, [(level, reach.total) for level, reach in v.levels])
        return t(", đạt mục tiêu {target}", target=target) + but
    lacking = ceil(t1.target / 100 * total.total) - total.recent
    schools = links.schools(t("{n} trường", n=number(lacking)), UNREACHED)
    if t1.status == Status.NOT_MET:
        return t(", thiếu {schools} so với mục tiêu {target}", schools=schools, target=target)
    text = ""
    gap = round(t1.expected or 0, 1) - round(t1.value, 1)
    if t1.status in SLOW and gap > 0:
        text = ", " + links.plan(t("chậm {n} điểm so với lộ trình", n=number(gap, 1)), t1)
    elif t1.status == Status.ON_TRACK:
        text = t(", đúng lộ trình")
    return text + t(
        "; cần thêm {schools} để đạt {target} vào {day}", schools=schools, target=target, day=day(t1.end)
    )


def _never(v: SchoolsView, links: Links) -> str:
    if not v.total.never:
        return t("trường nào cũng từng có hoạt động")
    text = links.schools(t("{n} trường chưa từng có hoạt động", n=number(v.total.never)), State.NEVER)
    if v.filters.unit == CITY and len(v.units) > 1:
        unit, reach = v.units[0]
        text += t(
            ", nhiều nhất ở {unit} ({k})", unit=links.unit(unit_inside(unit), unit),
            k=links.schools(number(reach.never), State.NEVER, unit),
        )  # fmt: skip
    return text


def periodic(v: SchoolsView) -> str:
    """What "định kỳ" is taken to mean, and since when (Markdown)."""
    days = t("{start} đến {end}", start=day(v.since), end=day(v.as_of)) if v.since <= v.as_of else ""
    return t(
        "**“Định kỳ”** ở đây là ít nhất một hoạt động trong {n} ngày{days}. Quyết định 830 không giải thích từ này và "
        "chưa thấy văn bản của thành phố quy định; đây là thiết lập của hệ thống ngày {set}.",
        n=number(PERIODIC.days), days=f" ({days})" if days else "", set=day(PERIODIC_SET_ON),
    )  # fmt: skip


def rests_on(v: SchoolsView) -> list[str]:
    """What else the figure rests on, a line each (Markdown)."""
    lines = []
    if v.several_levels:
        lines.append(
            t(
                "**{n} trường nhiều cấp học** được tính một lần, ở dòng riêng, không cộng vào từng cấp.",
                n=number(v.several_levels),
            )
        )
    if not dict(v.levels)[Level.FACILITY].total:
        lines.append(
            t(
                "**Cơ sở bảo vệ, nuôi dưỡng trẻ em** cũng thuộc T1 nhưng sổ trường chưa có cơ sở nào: chưa có mẫu số, "
                "chưa tính được. Bổ sung vào sổ trường rồi nộp lại."
            )
        )
    lines.append(t("Trường mầm non và trung tâm giáo dục thường xuyên không thuộc T1 nên không tính."))
    if v.as_of >= units.BREAK:
        lines.append(
            t(
                "Từ {day} trường được xếp theo **phường, xã mới**, qua phường, xã cũ ghi trong sổ; trước đó theo quận, huyện.",
                day=day(units.BREAK),
            )
        )
    if v.undecided:
        lines.append(
            t(
                "{n} trường chưa rõ thuộc phường, xã mới nào (sổ không ghi phường, xã cũ, hoặc xã cũ đã chia hai) nên còn "
                "xếp theo quận, huyện cũ.",
                n=number(v.undecided),
            )
        )
    if v.joint:
        lines.append(
            t(
                "**{n} buổi chung** của nhiều trường được tính cho từng trường có tên; một buổi vẫn là một buổi khi đếm hoạt động.",
                n=number(sum(one.activities for one in v.joint)),
            )
        )
    return lines


def misnamed_line(one: Misnamed) -> str:
    """A name that the register lacks, and what it may mean (Markdown)."""
    text = t(
        "**{name}** ({unit}, {n} hoạt động)",
        name=plain(one.name), unit=unit_inside(one.unit), n=number(one.activities),
    )  # fmt: skip
    if one.near:
        text += ": " + t("có phải {names}?", names=t(" hoặc ").join(plain(name) for name in one.near))
    return text


def joint_line(one: JointSessions) -> str:
    """A joint session: its words, and for how many schools it counts (Markdown)."""
    text = t(
        "{name} ({unit}): {n} buổi, tính cho {k} trường",
        name=plain(one.name), unit=unit_inside(one.unit), n=number(one.activities), k=number(one.schools),
    )  # fmt: skip
    return text + t("; {n} tên không có trong sổ", n=number(one.lacking)) if one.lacking else text
