"""What the words at the side of a summary row say, and where its numbers go."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data_loaders.columns.cells.counted_rows import measured_in
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column
from data_loaders.columns.words.bare_words import unnumbered
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_heading
from data_loaders.columns.words.wordings import UNIT_OF_MEASURE
from data_loaders.layout.below.row import Row
from data_loaders.layout.below.row_labels import named_by
from data_loaders.mending.answers import following, meaning
from data_loaders.reading.grid import Cell
from data_loaders.tables import common
from data_loaders.tables.figures import Figures
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.kinds import find_kind, names_only_kind
from data_loaders.values.people.audiences import read_audiences
from program.submissions.mending import Question
from program.text import fold
from program.vocabulary import Audience, Kind

WOMEN = "female"
# Words that count; others ("Tập huấn cho cha mẹ") are the title of what was held.
_COUNTED = re.compile(r"(\W*(tong|so|luot|sl|trong do|-)\b)")
_BEHIND = re.compile(r"[(\[,–-]\s*([^()\[\],]+?)\s*[)\]]?\s*$")
_FOR = re.compile(r" (?:danh )?cho ")
_FOR_WHOM = re.compile(r"(?i)\s+(?:dành cho|cho|đối với)\s+")
# What is posted and seen on the net has nobody who came.
_POSTED = r"tin|bai|tin bai|bai tin|(tin )?bai (viet|dang)|luot (nguoi )?(xem|tiep can|tuong tac|theo doi|chia se|truy cap|thich|like|share)( .*)?"
# Units of measure in which neither activities nor people are counted.
_OTHER_UNITS = re.compile(
    rf"({_POSTED}|to|cai|chiec|tam|bo|cuon|quyen|ban|video|clip|chuyen muc|truong|phuong|xa|phuong xa|co so|ho|ho gia dinh|cau lac bo|clb|mo hinh|van ban|ke hoach|gio|tiet|ngay|bang ron|pa no|pano|ap phich|khau hieu|poster|phong su|(trieu |nghin )?dong|trd|ty le|%)"
)


@dataclass(frozen=True)
class Side:
    """What the words at the side of a row say of all its figures; numbers of people listed below a
    number of classes are of those classes."""

    audience: str | None = None
    measure: str | None = None
    kind: Kind | None = None
    # Whether the words are the title of what was held, too ("Tập huấn cho cha mẹ").
    titled: bool = False
    # The kind that a unit of measure alone ("buổi") names, where no other words do.
    unit_kind: Kind | None = None

    @property
    def counted(self) -> bool:
        """Whether the words count, and so are no title."""
        return bool(self.measure or (self.audience and not self.titled))


def side_of(heading: Heading, of_audiences: bool = False) -> Side | None:
    """What the words at a row's side mean, if they name an audience or a measure; `of_audiences`: they stand in
    a column of audiences, where "Khác" is one and no kind of activity."""
    first = heading.fields[0] if heading.fields else ""
    if of_audiences and heading.audience and first in ("", f"attendances.{heading.audience}"):
        return Side(
            heading.audience.value, None, heading.kind if heading.audience != Audience.OTHER else None
        )
    if heading.audience and meaning(Question.AUDIENCE, heading.text):
        return Side(heading.audience.value, None, heading.kind)
    counted = _COUNTED.match(fold(unnumbered(heading.text)))
    if not counted and (heading.kind or _titles(heading.text)):
        return None
    if first.startswith("attendances.") and heading.audience:
        return Side(heading.audience.value, None, heading.kind)
    if first in ("count", "female", "attendances_total"):
        return Side(None, first, heading.kind)
    return None


def _titles(text: str) -> bool:
    """Whether words tell of what something was before they say for whom ("Đồng hành cùng con cho cha mẹ")."""
    before = _FOR.split(fold(text), maxsplit=1)
    return len(before) > 1 and len(before[0].split()) > 1 and not named_by(before[0]).audience


def side_of_audiences(text: str) -> Side | None:
    """Whose the figures of a row are by a cell of audiences; of several it tells no numbers."""
    if len(read_audiences(text) or ()) > 1:
        return Side()
    return side_of(read_heading((text,)), of_audiences=True)


def beside_audiences(side: Side, title: str | None) -> Side:
    """What the words beside a cell of audiences say of the same figures ("Số lượt dự lớp tập huấn" | "Cha mẹ")."""
    if title is None:
        return side
    named = read_heading((title,))
    told = side_of(replace(named, audience=None))
    measure = side.measure or (told.measure if told else None)
    return replace(side, measure=measure, kind=side.kind or named.kind)


def unit_of_measure_at(headings: Mapping[int, Heading], offset: int) -> int | None:
    """The index of the column that tells in what its rows are counted ("ĐVT")."""
    return next((n - offset for n, h in headings.items() if UNIT_OF_MEASURE.fullmatch(fold(h.text))), None)


def counts_others(unit: str) -> bool:
    """Whether a unit of measure is that of neither activities nor people ("bài", "tờ", "triệu đồng")."""
    return bool(_OTHER_UNITS.fullmatch(fold(unit) or unit.strip()))


def counts_posts(title: str) -> bool:
    """Whether words have a unit of measure in brackets behind them that counts what is posted ("Truyền thông (bài)")."""
    behind = _BEHIND.search(title)
    return bool(behind and re.fullmatch(_POSTED, fold(behind[1])))


def counted_in(unit: str, named: Heading | None) -> Side:
    """What a row counts by its unit of measure, where its own words ("Tập huấn cho cha mẹ" | "lớp") do not say it; the
    unit may stand in brackets behind them ("Tập huấn (lớp)")."""
    behind = _BEHIND.search(named.text) if named and not unit else None
    unit = fold(behind[1] if behind else unit).removeprefix("so ").removeprefix("dvt ")
    measure = measured_in(unit)
    of_unit = find_kind(unit) if measure == "count" else None
    return Side(None, measure, named.kind if named and measure else None, unit_kind=of_unit)


def held_for(title: str, side: Side) -> Side | None:
    """The side of a row whose title names the one audience that it is for ("Tập huấn cho cha mẹ") beside the number of
    classes and of people; None for others."""
    audience = None if side.measure or side.audience else _audience_of(title)
    if audience is None:
        return None
    return replace(side, audience=audience.value, kind=side.kind or find_kind(title), titled=True)


@following
def _audience_of(title: str) -> Audience | None:
    """The one audience that a title names, or that each "cho …" of a long one names."""
    told = {one for part in _FOR_WHOM.split(title)[1:] for one in read_audiences(part) or ()}
    return named_by(title).audience or (told.pop() if len(told) == 1 else None)


def put_parts(
    figures: Figures, told: Iterable[tuple[str, Row]], columns: Iterable[Column], offset: int
) -> None:
    """The numbers of audiences, or of women, that stand in rows of their own below all people."""
    for audience, part in told:
        for column in columns:
            at = column.number - offset
            value = read_count(part.cells[at]) if at < len(part.cells) else None
            if isinstance(value, int) and audience == WOMEN:
                figures.female = value
                figures.columns.setdefault("female", column.number)
            elif isinstance(value, int):
                put(figures, "attendances_total", value, column.number, Side(audience))


def put(figures: Figures, field: str, value: int, column: int, side: Side) -> None:
    """A number of people: of one audience, or of all."""
    if field == "attendances_total":
        if side.audience:
            figures.attendances[side.audience] = figures.attendances.get(side.audience, 0) + value
            figures.columns.setdefault("parts", column)
        elif figures.total is None:
            figures.total = value
            figures.columns["total"] = column
        return
    audience = side.audience or field.split(".", 1)[1]
    figures.attendances[audience] = figures.attendances.get(audience, 0) + value
    figures.columns.setdefault("parts", column)


def put_people(
    figures: Figures,
    field: str,
    value: int,
    column: Column,
    side: Side,
    parts_of_women: bool,
    of_sexes: set[int],
) -> None:
    """A number of people of one cell. `parts_of_women`: all women stand in a column of their own; `of_sexes`: the
    columns of men and women of an audience that stand in place of their sum."""
    sexes = column.number in of_sexes
    if sexes:
        put(figures, f"attendances.{column.heading.audience}", value, column.number, side)
    if field == "female":
        if column.heading.audience is None or not parts_of_women:
            figures.female = (figures.female or 0) + value
            figures.columns["female"] = column.number
    elif field == "male":
        if not sexes:
            figures.male = (figures.male or 0) + value
            figures.men_of_one |= column.heading.audience is not None
    elif field == "attendances_total" and column.heading.delivery and not side.audience:
        figures.total = (figures.total or 0) + value
        figures.columns["total"] = column.number
    else:
        put(figures, field, value, column.number, side)


def named_at(table: Understood, cells: list[Cell], side: Side) -> str | None:
    """What a row is called, where its words do not say what it counts."""
    return None if side.counted else common.field_text(table, cells, "title")


def title_at(table: Understood, cells: list[Cell], side: Side) -> str | None:
    """What a row is called, where that is more than its kind or the heading asks for a name ("Tên hoạt động")."""
    title, column = named_at(table, cells, side), table.column("title")
    named = column and fold(column.heading.lowest).startswith("ten ")
    return None if title and names_only_kind(title) and not named else title
