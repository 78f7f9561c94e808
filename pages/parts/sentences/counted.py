"""Counts of activities and attendances in words; kinds stand side by side and are never summed."""

from collections.abc import Mapping
from datetime import datetime

from locales.forms import NO_BREAK_SPACE, day, number
from locales.messages import t
from pages.parts.words import listed
from program import clock
from program.text import lower_first
from program.vocabulary import KIND_LABELS, Audience, Kind

_COUNTED = {
    Kind.TRAINING_CLASS: "{n} lớp tập huấn",
    Kind.COMMUNICATION_SESSION: "{n} buổi truyền thông",
    Kind.CONTEST: "{n} cuộc thi",
    Kind.OTHER: "{n} hoạt động khác",
}
# An audience as it stands behind "lượt".
_SEATS_OF = {
    Audience.PARENTS: "{n} lượt cha mẹ, người chăm sóc trẻ",
    Audience.CHILDREN_OUT_OF_SCHOOL: "{n} lượt trẻ em ngoài trường học",
    Audience.CHILDREN_IN_SCHOOL: "{n} lượt trẻ em trong trường học",
    Audience.TEACHERS: "{n} lượt giáo viên, CBQL giáo dục",
    Audience.CHILD_WORKERS: "{n} lượt cán bộ làm công tác trẻ em, cộng tác viên",
    Audience.OFFICIALS: "{n} lượt CBCCVC, đoàn thể",
    Audience.OTHER: "{n} lượt đối tượng khác",
}


def activities(counts: Mapping[Kind, int]) -> str:
    """24 lớp tập huấn, 25 buổi truyền thông và 3 cuộc thi; kinds without any are left out."""
    return listed([t(_COUNTED[kind], n=number(counts[kind])) for kind in Kind if counts.get(kind)], len(Kind))


def attendances(
    seats: Mapping[Kind, int], audience: Audience | None = None, *, undivided: bool = False
) -> str:
    """lớp tập huấn 1.184 lượt tham gia; buổi truyền thông 5.123 lượt tham gia. `undivided`: those of no
    said audience."""
    words = "{n} lượt chưa phân đối tượng" if undivided else "{n} lượt tham gia"
    words = words if audience is None else _SEATS_OF[audience]
    return "; ".join(
        t("{kind} {seats}", kind=lower_first(t(KIND_LABELS[kind])), seats=t(words, n=number(seats[kind])))
        for kind in Kind
        if kind in seats
    )


def both(counts: Mapping[Kind, int], seats: Mapping[Kind, int]) -> str:
    """24 lớp tập huấn (1.184 lượt tham gia) và 3 cuộc thi; of a kind without a count its attendances alone."""
    told = []
    for kind in Kind:
        held, taken = activities({kind: counts.get(kind, 0)}), seats.get(kind)
        if held and taken:
            told.append(f"{held} ({t('{n} lượt tham gia', n=number(taken))})")
        elif held or taken:
            told.append(held or attendances({kind: taken or 0}))
    return listed(told, len(Kind))


def moment(when: datetime) -> str:
    """24-11-2026 21:25, in the time of Việt Nam; hyphens and blank do not break."""
    local = when.astimezone(clock.LOCAL_TIME)
    return f"{day(local.date())}{NO_BREAK_SPACE}{local:%H:%M}"
