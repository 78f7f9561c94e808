"""Results of a summary written as sentences in one column ("02 lớp, 96 lượt; 03 buổi, 150 lượt"), set apart into a column
for each number, whose cells remember where they stand."""

from collections.abc import Iterable
from dataclasses import replace

from data_loaders import time_limit
from data_loaders.columns.words.headings import read_heading
from data_loaders.layout.forms.plain import AUDIENCE_HEADINGS
from data_loaders.layout.forms.told import Told, told_in
from data_loaders.layout.forms.words import COUNT, PEOPLE, WOMEN
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.sentences import is_sentence
from data_loaders.reading.grid import Cell
from data_loaders.values.silence import says_nothing_happened
from program.vocabulary import Kind

Paths = dict[int, tuple[str, ...]]
# What a number counts: activities of a kind, or people at them.
_Key = tuple[Kind, str]
_KINDS = {
    Kind.TRAINING_CLASS: ("Lớp tập huấn", "Số lớp"),
    Kind.COMMUNICATION_SESSION: ("Buổi truyền thông", "Số buổi"),
    Kind.CONTEST: ("Hội thi, cuộc thi", "Số cuộc"),
}
_HEADINGS = {
    PEOPLE: "Lượt người tham gia",
    **{audience.value: text for audience, text in AUDIENCE_HEADINGS.items()},
    WOMEN: "Trong đó: nữ",
}
_ORDER = (COUNT, *_HEADINGS)
# So many rows are looked at; two numbers in a cell (classes and their people) are read where they stand.
_MOST_ROWS, _TWO = 1500, 2
# What may stand beside sentences in a summary: other figures would be counted twice.
_BESIDE = frozenset(["ordinal", "unit", "organiser", "ward", "school", "period", "unused"])


def sentences_apart(view: GridView, paths: Paths, header: int, last: int) -> tuple[GridView, Paths]:
    """The view and the headings of a table whose rows begin below `header`, with the numbers of its one column of
    sentences in columns of their own; both as they are where there is none, or a sentence is not plain."""
    counting = [number for number, path in paths.items() if _counts(path)]
    if last - header > _MOST_ROWS or len(counting) > 1:
        return view, paths
    time_limit.look()
    told = {number: _told(view.column(number, header + 1, last)) for number in counting or paths}
    found = [(number, facts) for number, facts in told.items() if facts]
    return _apart(view, paths, header, *found[0]) if len(found) == 1 else (view, paths)


def _counts(path: tuple[str, ...]) -> bool:
    """Whether a heading is of figures, days or names of activities."""
    heading = read_heading(path)
    return bool(heading.audience or heading.kind or set(heading.fields[:1]) - _BESIDE)


def _told(cells: Iterable[Cell]) -> list[dict[_Key, Cell]]:
    """What each cell of a column tells, up to the last sentence; empty where one is not plain or none is a sentence of
    more than two numbers."""
    cells = list(cells)
    sentences = [i for i, c in enumerate(cells) if is_sentence(c)]
    rows: list[dict[_Key, Cell]] = []
    for cell in cells[: sentences[-1] + 1] if sentences else ():
        if cell is None or (isinstance(cell, str) and says_nothing_happened(cell)):
            rows.append({})
            continue
        facts = _facts(told_in(cell)) if isinstance(cell, str) else {}
        if not facts:
            return []
        rows.append(facts)
    return rows if any(len(facts) > _TWO for facts in rows) else []


def _facts(told: list[Told]) -> dict[_Key, Cell]:
    """The numbers of a cell by what they count: people are those of the activities before them; none where one is of
    no kind, or two count the same."""
    found: dict[_Key, Cell] = {}
    kind: Kind | None = None
    for fact in told:
        line = fact.line
        kind = line.kind if line.measure == COUNT else kind
        of_one = len(line.audiences) == 1 and line.measure != COUNT
        role = line.audiences[0].value if of_one else line.measure
        if (
            kind not in _KINDS
            or role not in _ORDER
            or (line.audiences and not of_one)
            or (kind, role) in found
        ):
            return {}
        found[kind, role] = fact.at
    return found


def _apart(
    view: GridView, paths: Paths, header: int, column: int, rows: list[dict[_Key, Cell]]
) -> tuple[GridView, Paths]:
    """The first of the numbers stands in place of the sentences, the others behind the last column."""
    keys = dict.fromkeys(key for facts in rows for key in facts)
    order = sorted(keys, key=lambda key: (list(_KINDS).index(key[0]), _ORDER.index(key[1])))
    at = {key: column if not i else view.last_column + i for i, key in enumerate(order)}
    width = view.last_column - view.first_column + len(order)
    cells = [[*row, *[None] * (width - len(row))] for row in view.sheet.rows]
    places = dict(view.places)
    for row, facts in enumerate(rows, header + 1):
        line = cells[row - view.first_row]
        said = line[column - view.first_column]
        for key, number in at.items():
            # "Không phát sinh" stays where it was.
            alone = said if number == column and not facts else None
            line[number - view.first_column] = facts.get(key, alone)
            places[row, number] = view.places.get((row, column), (row, column))
    places |= {
        (header, number): view.places.get((header, column), (header, column)) for number in at.values()
    }
    headings = {
        number: (_KINDS[kind][0], _KINDS[kind][1] if role == COUNT else _HEADINGS[role])
        for (kind, role), number in at.items()
    }
    return GridView(replace(view.sheet, rows=cells), places=places, unread=view.unread), {**paths, **headings}
