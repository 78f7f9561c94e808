"""One invented activity: its audience, size, place, delivery and words."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from program.periods import PROGRAMME_END
from program.vocabulary import Audience, Delivery, Kind
from sample_data import wording
from sample_data.days import distancing
from sample_data.model import Activity

A = Audience


@dataclass(frozen=True, eq=False)
class Sort:
    """A sort of activity: kind, titles, and for each audience the chance to be there and the range
    of its size (lowest, highest, usual). `unsplit` is the size where nobody counted by audience."""

    kind: Kind
    titles: tuple[str, ...]
    audiences: dict[Audience, tuple[float, int, int, int]]
    unsplit: tuple[int, int, int] | None = None
    host: wording.Host = "any"


PARENTS_CLASS = Sort(
    Kind.TRAINING_CLASS,
    wording.PARENTS_CLASS,
    {
        A.PARENTS: (1, 26, 98, 50),
        A.CHILD_WORKERS: (0.3, 2, 9, 4),
        A.CHILDREN_OUT_OF_SCHOOL: (0.06, 12, 30, 18),
    },
)
OUT_OF_SCHOOL_CLASS = Sort(
    Kind.TRAINING_CLASS,
    wording.OUT_OF_SCHOOL_CLASS,
    {A.CHILDREN_OUT_OF_SCHOOL: (1, 22, 72, 36), A.CHILD_WORKERS: (0.4, 2, 6, 3), A.PARENTS: (0.1, 8, 25, 14)},
)
TEACHERS_CLASS = Sort(
    Kind.TRAINING_CLASS, wording.TEACHERS_CLASS, {A.TEACHERS: (1, 28, 110, 48)}, host="education"
)
WORKERS_CLASS = Sort(
    Kind.TRAINING_CLASS,
    wording.WORKERS_CLASS,
    {A.CHILD_WORKERS: (1, 24, 75, 40), A.OFFICIALS: (0.5, 3, 20, 8)},
    host="social",
)
OFFICIALS_CLASS = Sort(
    Kind.TRAINING_CLASS, wording.OFFICIALS_CLASS, {A.OFFICIALS: (1, 30, 120, 60)}, host="social"
)
SCHOOL_SESSION = Sort(
    Kind.COMMUNICATION_SESSION,
    wording.SCHOOL_SESSION,
    {
        A.CHILDREN_IN_SCHOOL: (1, 180, 1250, 430),
        A.TEACHERS: (0.75, 8, 46, 18),
        A.PARENTS: (0.25, 20, 140, 50),
    },
)
COMMUNITY_SESSION = Sort(
    Kind.COMMUNICATION_SESSION,
    wording.COMMUNITY_SESSION,
    {
        A.PARENTS: (0.95, 42, 190, 80),
        A.CHILDREN_OUT_OF_SCHOOL: (0.5, 15, 110, 40),
        A.OFFICIALS: (0.35, 6, 30, 14),
        A.OTHER: (0.25, 10, 60, 25),
    },
)
CONTEST = Sort(
    Kind.CONTEST,
    wording.CONTEST,
    {A.CHILDREN_IN_SCHOOL: (1, 110, 520, 240), A.CHILDREN_OUT_OF_SCHOOL: (0.25, 12, 40, 20)},
)
PUPILS_CONTEST = Sort(Kind.CONTEST, wording.CONTEST, {A.CHILDREN_IN_SCHOOL: (1, 150, 640, 300)})
PUPILS_SESSION = Sort(
    Kind.COMMUNICATION_SESSION, wording.SCHOOL_SESSION, {A.CHILDREN_IN_SCHOOL: (1, 220, 1480, 520)}
)
BROADCAST = Sort(Kind.COMMUNICATION_SESSION, wording.BROADCAST, {}, unsplit=(180, 900, 350))
OTHER = Sort(Kind.OTHER, wording.OTHER, {A.PARENTS: (0.7, 40, 260, 110), A.OTHER: (0.4, 20, 120, 50)})


def draft(
    chance: random.Random,
    unit: str,
    sort: Sort,
    day: date,
    organiser: str | None,
    ward: str | None,
    school: str | None,
    last: date = PROGRAMME_END,
) -> Activity:
    """One activity of this sort from this day on, at most until `last`."""
    attendances = {
        audience: round(chance.triangular(low, high, usual))
        for audience, (likely, low, high, usual) in sort.audiences.items()
        if chance.random() < likely
    }
    total = sum(attendances.values())
    if sort.unsplit:
        total = round(chance.triangular(*sort.unsplit))
    elif total < 50 and sort.kind in (Kind.COMMUNICATION_SESSION, Kind.OTHER):
        attendances[A.PARENTS] = attendances.get(A.PARENTS, 0) + 50 - total
        total = 50
    return Activity(
        unit=unit,
        kind=sort.kind,
        title=wording.with_place(chance, chance.choice(sort.titles), _neighbourhood(sort, ward, school), day),
        start=day,
        end=min(day + timedelta(days=_lasting(chance, sort.kind)), last),
        attendances=attendances,
        total=total,
        delivery=_delivery(chance, day, school),
        organiser=organiser,
        ward=ward,
        school=school,
        female=round(total * chance.triangular(0.42, 0.78, 0.55)),
    )


def _neighbourhood(sort: Sort, ward: str | None, school: str | None) -> str | None:
    """What a neighbourhood is called where the activity is held in one; None elsewhere."""
    if school or not ward or sort.host != "any" or sort.kind == Kind.CONTEST:
        return None
    return "thôn" if ward.startswith("Xã") else "tổ dân phố"


def _lasting(chance: random.Random, kind: Kind) -> int:
    """How many days after the first an activity ends."""
    if kind == Kind.CONTEST:
        return chance.choice((0, 1, 5, 12))
    if kind == Kind.TRAINING_CLASS:
        return chance.choice((0, 0, 0, 0, 1))
    return 0


def _delivery(chance: random.Random, day: date, school: str | None) -> Delivery:
    online, hybrid = (0.08, 0.07)
    if distancing(day):
        return Delivery.ONLINE
    if day < date(2022, 2, 7):
        online, hybrid = (0.7, 0.15) if school else (0.35, 0.2)
    roll = chance.random()
    if roll < online:
        return Delivery.ONLINE
    return Delivery.HYBRID if roll < online + hybrid else Delivery.IN_PERSON
