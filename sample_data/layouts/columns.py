"""The columns of activity tables: headings in an office's words, and the cell of each activity."""

from collections.abc import Callable
from dataclasses import dataclass

from program import units
from program.vocabulary import AUDIENCE_LABELS, Audience, Basis
from sample_data.hand import Hand
from sample_data.model import Activity, Cell

A = Audience
AUDIENCES = (
    A.CHILDREN_IN_SCHOOL,
    A.CHILDREN_OUT_OF_SCHOOL,
    A.PARENTS,
    A.TEACHERS,
    A.CHILD_WORKERS,
    A.OFFICIALS,
    A.OTHER,
)
FULL_WORDS = {a: AUDIENCE_LABELS[a] for a in AUDIENCES}
SHORT_WORDS = dict(
    zip(
        AUDIENCES,
        (
            "Trẻ em trong trường học",
            "Trẻ em ngoài trường học",
            "Cha mẹ, người chăm sóc",
            "Giáo viên, CBQL",
            "Cán bộ trẻ em, CTV",
            "CBCCVC, đoàn thể",
            "Khác",
        ),
        strict=True,
    )
)


@dataclass(frozen=True)
class Column:
    """A heading, the cell of an activity, and the width.

    `summed` gives what a total row adds up; `in_zero`: filled in a declaration of zero too."""

    heading: str
    cell: Callable[[Activity, Hand], Cell]
    width: float = 12
    summed: Callable[[Activity], int] | None = None
    in_zero: bool = False


def _female(a: Activity) -> int:
    return a.female or 0


def unit_name(code: str) -> str:
    """The unit as a district writes it: Quận Hải Châu, Phường Hòa Xuân, Sở Khoa học và Công nghệ."""
    return units.label(code, with_type=True)


NUMBER = Column("STT", lambda _activity, _hand: Cell(None), 5, in_zero=True)
UNIT = Column("Đơn vị", lambda a, h: h.text(unit_name(a.unit)), 18, in_zero=True)
KIND = Column("Loại hoạt động", lambda a, h: h.kind(a.kind), 18)
DELIVERY = Column("Hình thức", lambda a, h: h.delivery(a.delivery), 13)
COUNT = Column("Số lớp/buổi", lambda a, h: h.number(a.count), 8, lambda a: a.count)
NOTE = Column("Ghi chú", lambda _activity, _hand: Cell(None), 14)
FEMALE = Column("Trong đó nữ", lambda a, h: h.number(a.female), 9, _female)


def start(heading: str) -> Column:
    """The first day."""
    return Column(heading, lambda a, h: h.day(a.start), 12, in_zero=True)


def end(heading: str) -> Column:
    """The last day."""
    return Column(heading, lambda a, h: h.day(a.end), 12, in_zero=True)


def title(heading: str) -> Column:
    """The words of the activity."""
    return Column(heading, lambda a, h: h.text(a.title), 48, in_zero=True)


def organiser(heading: str) -> Column:
    """Who held it."""
    return Column(heading, lambda a, h: h.text(a.organiser), 30)


def ward(heading: str) -> Column:
    """The ward or commune."""
    return Column(heading, lambda a, h: h.ward(a.ward), 18)


def school(heading: str) -> Column:
    """The school or facility."""
    return Column(heading, lambda a, h: h.text(a.school), 32)


def attendances(audience: Audience, heading: str) -> Column:
    """Attendances of one audience; blank where it was not there."""

    def sum_of(a: Activity) -> int:
        return a.attendances.get(audience, 0)

    return Column(heading, lambda a, h: h.number(a.attendances.get(audience)), 10, sum_of)


def total(heading: str) -> Column:
    """All attendances of the activity."""
    return Column(heading, lambda a, h: h.number(a.total), 10, lambda a: a.total)


def row(columns: list[Column], activity: Activity, hand: Hand, number: int) -> list[Cell]:
    """An activity's row with its number in the table; a declaration of zero shows its words and days."""
    declared = activity.basis == Basis.DECLARED_ZERO

    def cell(column: Column) -> Cell:
        if column is NUMBER:
            return Cell(number, "center")
        return Cell(None) if declared and not column.in_zero else column.cell(activity, hand)

    return [cell(column) for column in columns]
