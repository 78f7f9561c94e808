"""What columns are by the words beside them: items below any heading ("Tiêu chí"), parts of the figure before them."""

import re
from dataclasses import replace

from data_loaders.cells import words
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_heading
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from program.text import fold

_FEWEST, _HALF = 3, 2
_OF_ALL = re.compile(r"(tong|cong|toan)\b")
_PART = re.compile(r"(trong do|td|tr do)\b")


def items_by_their_words(headings: dict[int, Heading], samples: dict[int, list[Cell]]) -> dict[int, Heading]:
    """The headings, an unknown one as that of items where most of its cells count activities, people or women by their
    words, and no other column says what is counted or of whom."""
    told = {h.fields[0].partition(".")[0] for h in headings.values() if h.fields}
    if told & {
        "title",
        "indicator",
        "audience",
        "kind",
        "attendances",
        "start_date",
        "group",
        "name",
        "level",
    }:
        return headings
    found = [n for n, h in headings.items() if not h.fields and _count_by_words(samples[n])]
    return (
        {**headings, found[0]: replace(headings[found[0]], fields=("title",))}
        if len(found) == 1
        else headings
    )


def _count_by_words(cells: list[Cell]) -> bool:
    texts = [words(cell).lstrip("-+*• ") for cell in cells if isinstance(cell, str)]
    if len(texts) < _FEWEST or len(texts) < len(cells):
        return False
    counting = [t for t in texts if any(is_figure_field(f) for f in read_heading((t,)).fields[:1])]
    return len(counting) * _HALF > len(texts)


def by_the_figure_before(
    headings: dict[int, Heading], values_of: dict[int, list[Cell]]
) -> dict[int, Heading]:
    """The headings; of whom and what those are that only go on with the figure before them."""
    return _people_of_the_classes_before(_parts_of_the_figure_before(headings, values_of))


def _parts_of_the_figure_before(
    headings: dict[int, Heading], values_of: dict[int, list[Cell]]
) -> dict[int, Heading]:
    """ "Trong đó: cha mẹ" right behind a number of activities counts those for them, where their people are counted
    further right; not where they are more than the activities."""
    found = dict(headings)
    most = {
        n: max((v for v in map(read_count, values) if isinstance(v, int)), default=0)
        for n, values in values_of.items()
    }
    for number, heading in sorted(headings.items()):
        before = found.get(number - 1)
        people = [n for n, h in headings.items() if n > number and h.fields[:1] == ("attendances_total",)]
        if (
            heading.audience
            and before
            and before.fields[:1] == ("count",)
            and people
            and _PART.match(fold(heading.text))
            and most[number] <= most[number - 1]
        ):
            found[number] = replace(heading, fields=("count",))
    return found


def _people_of_the_classes_before(headings: dict[int, Heading]) -> dict[int, Heading]:
    """People right behind the classes for an audience are of it ("Số lớp cho cha mẹ | Số lượt | Số lớp cho trẻ em | Số
    lượt"), where two audiences stand so beside each other; the people of all do not."""
    pairs = [
        (n, h.audience)
        for n, h in headings.items()
        if h.audience
        and h.fields[:1] == ("count",)
        and (behind := headings.get(n + 1))
        and (
            behind.audience == h.audience
            or (behind.audience is None and behind.fields[:1] == ("attendances_total",))
        )
        and not _OF_ALL.match(fold(behind.lowest))
    ]
    found = dict(headings)
    for n, audience in pairs if len({audience for _, audience in pairs}) > 1 else ():
        if headings[n + 1].audience is None:
            found[n + 1] = replace(
                headings[n + 1], fields=(f"attendances.{audience}",), audience=audience, whole=False
            )
    return found
