"""Columns that count children of whom nothing says whether they go to school ("Lượt trẻ em", "Số trẻ tham gia").

They are of an audience that is to be asked: neither all people of a row nor a column that nobody needs.
"""

import re
from dataclasses import replace

from data_loaders.columns.words.heading import Heading
from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import read_count
from data_loaders.values.people.age_groups import find_group
from data_loaders.values.people.children import CHILDREN, OF_CHILDREN
from program.text import fold
from program.vocabulary import Audience

_ASKED = ("attendances.?",)
_TOTAL = ("attendances_total",)
# Where a heading of several header cells is told, they stand so.
_COUNTED = re.compile(
    r"(tong |so |so luong |sl |luot |so luot )*(tre( em)?|thieu (nhi|nien)|cac (em|chau)|chau)"
    r"( (tham (gia|du)|du|duoc (tiep can|truyen thong|tap huan|huong loi)))*"
)
_AGES = re.compile(r"under_(\d|1[0-6])|children_\d+_1?\d")
# All children, beside those at school and those outside.
_ALL = re.compile(r"(tong|cong)\b")


def children_counted(
    headings: dict[int, Heading], samples: dict[int, list[Cell]], around: Audience | None = None
) -> dict[int, Heading]:
    """The headings, with those of children asked about, unless the words `around` the table say which children they
    are, of whatever age ("6 - 10 tuổi"). "Lượt trẻ em" as the one column of people of a table is all of them."""
    people = [n for n, h in headings.items() if h.fields[:1] == _TOTAL or (h.audience and h.fields)]
    audiences = {h.audience for h in headings.values() if h.audience}
    if audiences.intersection(OF_CHILDREN):
        around = None
    found = dict(headings)
    all_apart = audiences == set(OF_CHILDREN) and not any(h.fields == _TOTAL for h in headings.values())
    for number, heading in headings.items():
        unsaid = heading.fields[:1] in ((), _TOTAL)
        if all_apart and not heading.answered and _counts_all(heading, samples[number]):
            found[number] = replace(heading, fields=_TOTAL)
            continue
        if heading.audience or heading.answered or not (unsaid or (around and _ASKED[0] in heading.fields)):
            continue
        before = headings.get(number - 1)
        if before and before.audience and before.fields[:1] == ("count",):
            continue  # the people of the classes that stand before it
        folded = fold(heading.lowest)
        of_age = around and "tuoi" in folded and _AGES.fullmatch(find_group(heading.lowest) or "")
        children = of_age or (CHILDREN.search(folded) and _COUNTED.fullmatch(folded))
        counted = children and _all_counts(samples[number])
        if counted and around:
            found[number] = replace(heading, audience=around, fields=(f"attendances.{around}",))
        elif counted and (not heading.fields or len(people) > 1):
            found[number] = replace(heading, fields=_ASKED)
    return found


def _counts_all(heading: Heading, cells: list[Cell]) -> bool:
    folded = fold(heading.lowest)
    return bool(_ALL.match(folded) and _COUNTED.fullmatch(folded)) and _all_counts(cells)


def _all_counts(cells: list[Cell]) -> bool:
    return bool(cells) and all(read_count(cell) is not None for cell in cells)
