"""What the demo leaves for a person: one event of two units, a sum that its own list does not bear out, a size
typed wrong, a total that is no longer its rows'. Everything else of the demo needs nobody.

The story goes on with it: the two files of wards wait for a reviewer, the rest is decided on the list of conflicts.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from program.periods import parse_period
from program.vocabulary import Audience, Basis, Kind
from sample_data.model import Activity
from sample_data.summaries import Tabulated

# The city's police and the ward (An Hải) both report this session; the ward counted the pupils alone.
_HELD_BY, _REPORTED_BY = "CA-TP", "20275"
_SESSION = (date(2025, 11, 21), "Trường Tiểu học Minh họa Sơn Trà 13")
_WARD_SAYS = "Truyền thông An toàn cho em trên không gian mạng"

# The commune of Hòa Vang typed one nought too many.
_MISTYPED, _DAY = "20320", date(2025, 9, 28)

# The ward of Hải Châu took a row out and left the total as it was.
_STRUCK_OUT = {"phuong-hai-chau-2025.xlsx": date(2025, 11, 22)}

# At the end of the year Thành đoàn sums up the classes that it had listed, and finds one more in summer.
_SUMMED, _MORE = "TD", {"2025-Q3": (1, 35)}
TABLE = Tabulated((_SUMMED,), "2025", (Kind.TRAINING_CLASS,), ("2025-Q2", "2025-Q3", "2025-Q4"))


def changed(activities: Sequence[Activity]) -> tuple[Activity, ...]:
    """The activities as the units wrote them down: one of them wrongly, one by two units."""
    found = [_mistyped(a) if (a.unit, a.start) == (_MISTYPED, _DAY) else a for a in activities]
    (held,) = (a for a in activities if (a.unit, a.start, a.school) == (_HELD_BY, *_SESSION))
    pupils = {Audience.CHILDREN_IN_SCHOOL: held.attendances[Audience.CHILDREN_IN_SCHOOL]}
    again = replace(
        held, unit=_REPORTED_BY, title=_WARD_SAYS, organiser=held.school, attendances=pupils,
        total=sum(pupils.values()), female=round(sum(pupils.values()) * 0.52),
    )  # fmt: skip
    return (*found, again)


def _mistyped(activity: Activity) -> Activity:
    tenfold = {audience: 10 * many for audience, many in activity.attendances.items()}
    return replace(activity, attendances=tenfold, total=sum(tenfold.values()))


def listed(name: str, activities: Sequence[Activity]) -> list[Activity]:
    """The rows that a file still has; its total row goes on counting all of them."""
    return [a for a in activities if a.start != _STRUCK_OUT.get(name)]


def summed_up(activities: Sequence[Activity]) -> list[Activity]:
    """By quarter the classes of Thành đoàn for children outside school, as it sums them up."""
    found = []
    for code in TABLE.quarters:
        period = parse_period(code)
        own = [
            a
            for a in activities
            if (a.unit, a.kind) == (_SUMMED, Kind.TRAINING_CLASS) and period.contains(a.start)
        ]
        count, seats = _MORE.get(code, (0, 0))
        seats += sum(a.attendances.get(Audience.CHILDREN_OUT_OF_SCHOOL, 0) for a in own)
        pupils = {Audience.CHILDREN_OUT_OF_SCHOOL: seats}
        days = (period.start, period.end)
        line = Activity(_SUMMED, Kind.TRAINING_CLASS, None, *days, pupils, seats, len(own) + count)
        found.append(replace(line, basis=Basis.SUMMARY))
    return found
