"""Where the fields of an activity table stand in its rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from data_loaders.columns.cells.marks import marks
from data_loaders.columns.choice import Understood
from data_loaders.columns.column import Column, is_figure_field
from data_loaders.columns.neighbours.whole_people import Part, all_people
from data_loaders.reading.grid import Cell
from data_loaders.tables.activity.people_by_form import forms_of_parts
from data_loaders.values.amounts.numbers import bare, read_count
from data_loaders.values.kinds import find_kind, kind_of_title
from program.text import fold
from program.vocabulary import Kind


@dataclass
class Columns:
    """Places of the fields in the cells of a row."""

    title: int | None = None
    kind: int | None = None
    delivery: int | None = None
    organiser: int | None = None
    ward: int | None = None
    school: int | None = None
    unit: int | None = None
    audience: int | None = None
    # One that counts the activities, or several that do together ("Số lớp TH | Số lớp THCS").
    counts: list[int] = field(default_factory=list)
    total: int | None = None
    parts: list[tuple[int, str]] = field(default_factory=list)
    female: list[int] = field(default_factory=list)
    male: int | None = None
    # People and the women among them in one cell.
    with_women: set[int] = field(default_factory=set)
    # Whether men and women of an audience stand beside each other in place of their sum.
    sexes: bool = False
    kinds: list[tuple[int, Kind]] = field(default_factory=list)
    forms: list[tuple[int, str]] = field(default_factory=list)
    # Audiences marked with a cross, whose number stands in the column of all people.
    ticked: list[tuple[int, str]] = field(default_factory=list)
    # Columns of parts of all people: of one form each ("Số lượt trực tiếp", "Số lượt trực tuyến"), or of one turn.
    people_apart: list[Part] = field(default_factory=list)
    # The words that begin with a number of activities, where no column counts them.
    spoken: int | None = None

    @property
    def count(self) -> int | None:
        """The first of the columns that count the activities."""
        return self.counts[0] if self.counts else None

    @property
    def in_words(self) -> bool:
        """Whether the audiences are told in the cells of one column alone."""
        return self.audience is not None and not self.parts

    def figures(self, offset: int) -> dict[str, int]:
        """The numbers of the columns at which findings about figures are shown."""
        places = {
            "parts": self.parts[0][0] if self.parts else None,
            "total": self.total,
            "female": self.female[0] if self.female else None,
        }
        return {name: at + offset for name, at in places.items() if at is not None}

    def marked(self, cells: list[Cell]) -> list[str]:
        """The audiences that a row marks."""
        return [name for index, name in self.ticked if marks(cells[index])]

    def counted(self, cells: list[Cell]) -> int:
        """The number that a row writes below the one kind it marks, or before its kind in words ("02 buổi tuyên
        truyền"); 1 where it writes none."""
        if self.spoken is not None:
            return spoken_count(cells[self.spoken]) or 1
        told = [n for index, _ in self.kinds if isinstance(n := read_count(cells[index]), int) and n]
        return told[0] if len(told) == 1 else 1


_SPOKEN = re.compile(
    r"(?:(?:to chuc|mo|da to chuc|thuc hien|trien khai) )?(\d{1,3}) (?:lop|buoi|cuoc|khoa|hoi (?:nghi|thi))\b"
)


def spoken_count(cell: Cell) -> int | None:
    """How many activities words begin with ("Tổ chức 02 lớp tập huấn…"), if they do."""
    found = _SPOKEN.match(bare(cell)) if isinstance(cell, str) else None
    return int(found[1]) or None if found else None


def _speaks(table: Understood, at: Columns) -> int | None:
    """The column of kinds or titles whose words tell numbers of activities, where no column counts them."""
    if at.count is not None or at.kinds:
        return None
    offset, block = table.block.view.first_column, table.block
    for column in (at.kind, at.title):
        if column is not None:
            cells = set(block.view.column(column + offset, block.first, block.last))
            said = [cell for cell in cells if isinstance(cell, str)]
            if _MAYBE_SPOKEN.search("\0" + "\0".join(said)) and any(map(spoken_count, said)):
                return column
    return None


# A number of activities stands among the first signs.
_MAYBE_SPOKEN = re.compile(r"\0[^\d\0]{0,15}\d{1,3}\s+[LlBbCcKkHh]")


_OF_ONE = frozenset(["title", "kind", "delivery", "organiser", "ward", "school", "unit", "audience", "male"])


def place(table: Understood) -> Columns:
    """The places of all fields of a table; a column of kinds that holds nothing is none."""
    columns, offset = table.columns, table.block.view.first_column
    at = Columns()
    for column in columns:
        index, name = column.number - offset, column.field
        if name.startswith("attendances."):
            at.parts.append((index, name.split(".", 1)[1]))
        elif name.startswith("audience."):
            at.ticked.append((index, name.split(".", 1)[1]))
        elif name == "count":
            at.counts.append(index)
        elif name == "female":
            at.female.append(index)
        elif name.startswith("delivery."):
            at.forms.append((index, name.split(".", 1)[1]))
        elif name.startswith("kind."):
            at.kinds.append((index, Kind(name.split(".", 1)[1])))
        elif name in _OF_ONE and getattr(at, name) is None:
            setattr(at, name, index)
    at.forms += forms_of_parts(columns, offset) if at.delivery is None else []
    at.total, at.people_apart = all_people(columns, offset)
    for column in sexes_of(columns):
        at.sexes = True
        at.parts.append((column.number - offset, str(column.heading.audience)))
    if at.sexes or (len(at.parts) > 1 and any(c.field == "male" and c.heading.audience for c in columns)):
        # The men of one audience are not those of all.
        at.male = None
    if at.kind is not None and not _told(table, at.kind + offset):
        at.kind = None
    at.kind, at.delivery = _both_told(table, at)
    at.female = _women(table, at)
    at.with_women = {number - offset for number in with_women(table.columns)}
    at.spoken = _speaks(table, at)
    return at


def _women(table: Understood, at: Columns) -> list[int]:
    """The columns of women that count: that of all people, or those beside each audience."""
    offset = table.block.view.first_column
    overall = [c.number - offset for c in table.columns if c.field == "female" and c.heading.audience is None]
    if not overall:
        return at.female
    beside = {index + 1 for index, _ in at.parts}
    of_all = [index for index in overall if index not in beside or len(overall) == 1]
    return of_all[:1] or overall


_BESIDE = re.compile(r"[(/].{0,16}\bnu\b")


def with_women(columns: Iterable[Column]) -> set[int]:
    """The columns whose headings say that their cells tell the women as well ("Số người (nữ)", "Tổng số/nữ")."""
    return {c.number for c in columns if is_figure_field(c.field) and _BESIDE.search(bare(c.heading.text))}


def sexes_of(columns: Iterable[Column]) -> list[Column]:
    """The columns of men and of women below an audience that has no column of its own: together they are its
    attendances."""
    kept = list(columns)
    told = {c.field for c in kept}
    both = [c for c in kept if c.heading.audience and f"attendances.{c.heading.audience}" not in told]
    men = {c.heading.audience for c in both if c.field == "male"}
    women = {c.heading.audience for c in both if c.field == "female"}
    return [c for c in both if c.field in ("male", "female") and c.heading.audience in men & women]


def _told(table: Understood, column: int) -> bool:
    """Whether a column holds anything."""
    return any(
        cell is not None for cell in table.block.view.column(column, table.block.first, table.block.last)
    )


def _both_told(table: Understood, at: Columns) -> tuple[int | None, int | None]:
    """The columns of kinds and of forms: one that tells both serves for the one that lacks, a form as the kind only
    where nothing else names it ("Gặp mặt trực tiếp")."""
    told = [column for column in (at.kind, at.delivery) if column is not None]
    if at.kind is None and (table.context.any_kind or _kinds_in_titles(table, at)):
        return None, at.delivery
    if len(told) == 1 and _tells_both(table, told[0] + table.block.view.first_column):
        return told[0], told[0]
    return at.kind, at.delivery


def _kinds_in_titles(table: Understood, at: Columns) -> bool:
    """Whether the first titles of a table name kinds."""
    first, offset = table.block.first, table.block.view.first_column
    if at.title is None:
        return False
    cells = table.block.view.column(at.title + offset, first, min(table.block.last, first + _LOOKED_AT))
    said = [cell for cell in cells if isinstance(cell, str)]
    return sum(kind_of_title(cell) is not None for cell in said) * 2 > len(said)


def _tells_both(table: Understood, column: int) -> bool:
    """Whether the cells of a column each name a kind and how it was held ("Tập huấn trực tuyến")."""
    first = table.block.first
    cells = table.block.view.column(column, first, min(table.block.last, first + _LOOKED_AT))
    said = [cell for cell in cells if isinstance(cell, str)]
    return bool(said) and all(find_kind(cell) and _FORM.search(fold(cell)) for cell in said)


_FORM = re.compile(r"\b(truc tiep|truc tuyen|online|tap trung|qua zoom)\b")
_LOOKED_AT = 40
# "Chuyên đề" alone heads what classes and sessions are about.
_TELLING = re.compile(r"\b(lop|tap huan|buoi|truyen thong|tuyen truyen|hoi thi|cuoc thi)\b")


def heading_kind(table: Understood) -> Kind | None:
    """The kind that the headings themselves say ("Tên lớp tập huấn", "Số buổi"); that of days ("Ngày mở lớp")
    only where the titles tell none."""
    title = table.column("title")
    titles = table.block.view.column(title.number, table.block.first, table.block.last) if title else ()
    told = any(kind_of_title(text) for text in titles[:_LOOKED_AT] if isinstance(text, str))
    kinds = {
        c.heading.kind
        for c in table.columns
        if c.field in ("title", "count", *(() if told else ("start_date",)))
        and c.heading.kind
        and _TELLING.search(fold(c.heading.text))
    }
    lists = [
        c
        for c in table.columns
        if c.field in ("title", "count") and ("/" in c.heading.text or "," in c.heading.text)
    ]
    return kinds.pop() if len(kinds) == 1 and not lists else None
