"""What charts that several screens show have found, in words: the heads above them."""

from collections.abc import Mapping, Sequence

from locales.forms import number
from locales.messages import t
from pages.parts import words
from pages.parts.listing import rows
from program.measures.figures import Progress
from program.shares import share_in_words
from program.views.overview import LevelReach, Seats
from program.vocabulary import Kind, Status


def of_targets(found: Sequence[Progress]) -> str | None:
    """How many of these targets are behind, or that all are kept; None where none can be judged."""
    assessed = [p for p in found if p.status != Status.NOT_ASSESSABLE]
    slow = [p for p in assessed if p.status in words.SLOW]
    if not assessed:
        return None
    if not slow:
        if all(p.status == Status.MET for p in assessed):
            return t("Đã đạt cả {n} chỉ tiêu", n=len(assessed))
        return t("Cả {n} chỉ tiêu theo kịp kế hoạch", n=len(assessed))
    if len(slow) == len(assessed) > 1:
        said = (
            "Cả {n} chỉ tiêu đều chưa đạt"
            if all(p.ended for p in slow)
            else "Cả {n} chỉ tiêu đều chậm hơn kế hoạch"
        )
        return t(said, n=len(slow))
    if all(p.ended for p in slow):
        return t("{n} trong {all} chỉ tiêu chưa đạt", n=len(slow), all=len(assessed))
    return t("{n} trong {all} chỉ tiêu chậm hơn kế hoạch", n=len(slow), all=len(assessed))


def no_target_judged(found: Sequence[Progress]) -> str:
    """Why none of these targets can be judged."""
    if any(p.target for p in found):
        return t("Đã có chỉ tiêu địa phương, chưa có gì để so sánh")
    return t("Chưa có chỉ tiêu địa phương để so sánh")


def unjudged(found: Sequence[Progress]) -> str:
    """Why none of these units can be judged."""
    if all(p.value is None and not p.heard for p in found):
        return t("Chưa đơn vị nào báo cáo")
    if not any(p.target for p in found):
        return t("Chưa giao chỉ tiêu cho đơn vị nào")
    return t("Chưa đơn vị nào đánh giá được")


def of_units(found: Sequence[Progress]) -> str:
    """How many units are behind, how many keep up with their plan."""
    slow = [p for p in found if p.status in words.SLOW]
    kept = sum(p.status in (Status.MET, Status.ON_TRACK) for p in found)
    if not slow:
        return t("Không đơn vị nào chậm hơn kế hoạch, {m} theo kịp", m=kept) if kept else unjudged(found)
    if not kept:
        said = (
            "{n} đơn vị chưa đạt, không đơn vị nào đạt"
            if all(p.ended for p in slow)
            else "{n} đơn vị chậm hơn kế hoạch, không đơn vị nào theo kịp"
        )
        return t(said, n=len(slow))
    if all(p.ended for p in slow):
        return t("{n} đơn vị chưa đạt, {m} đạt", n=len(slow), m=kept)
    return t("{n} đơn vị chậm hơn kế hoạch, {m} theo kịp", n=len(slow), m=kept)


def of_t1(t1: Progress, levels: Sequence[LevelReach]) -> str:
    """How T1 stands, met without which levels that have no register; or why that is not known."""
    if t1.value is None:
        return t("T1 {why}", why=rows.why_not(t1))
    but = words.but_without(t1, [(r.level, r.total) for r in levels])
    return f"T1: {words.status_words(t1.status)[2:]}{but}"


def of_priority(seats: Mapping[Kind, Seats]) -> str:
    """Which share of the attendances the two groups have that the city puts first, in classes and in sessions."""
    came = [
        held for kind in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION) if (held := seats[kind]).total != 0
    ]
    if came and all(held.priority is None for held in came):
        return t("Chưa rõ bao nhiêu lượt của hai nhóm ưu tiên: báo cáo không ghi đối tượng")
    if not any(held.total for held in came):
        return t("Chưa có lượt tham gia nào được báo cáo")
    if not any(held.priority != 0 for held in came):
        return t("Hai nhóm ưu tiên chưa có lượt nào")
    classes, sessions = (_share(seats[kind]) for kind in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION))
    if not classes:
        return t("Hai nhóm ưu tiên chiếm {share} lượt của buổi; lớp chưa có lượt nào", share=sessions)
    if not sessions:
        return t("Hai nhóm ưu tiên chiếm {share} lượt của lớp; buổi chưa có lượt nào", share=classes)
    return t(
        "Hai nhóm ưu tiên chiếm {classes} lượt của lớp, {sessions} lượt của buổi",
        classes=classes, sessions=sessions,
    )  # fmt: skip


def _share(seats: Seats) -> str:
    if seats.total and seats.priority is None:
        return t("một phần chưa rõ trong")
    return share_in_words(seats.priority or 0, seats.total)


def of_schools(p: Progress, levels: Sequence[LevelReach]) -> str:
    """T1 of one unit, with what it is a share of."""
    if p.value is None:
        return of_t1(p, levels)
    return t(
        "{state}, {n}/{all} trường",
        state=of_t1(p, levels),
        n=number(p.numerator or 0),
        all=number(p.denominator or 0),
    )
