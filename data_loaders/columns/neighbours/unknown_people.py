"""Headings that count people in words that no audience is known by, beside others that name theirs."""

import re
from dataclasses import replace

from data_loaders.columns.words.below_people import below_people
from data_loaders.columns.words.grammar import unasked
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_part
from program.text import fold

_COUNTED = re.compile(r"(tong )?(so |sl )*(luot|nguoi)\b ?")


def groups_unknown(headings: dict[int, Heading], paths: dict[int, tuple[str, ...]]) -> dict[int, Heading]:
    """ "Tổng" below a group of unknown words, beside groups of audiences, counts an audience that is to be asked."""
    sums = {n for n, h in headings.items() if h.fields[:1] == ("attendances_total",) and len(paths[n]) > 1}
    alike = {fold(paths[n][-1]) for n, h in headings.items() if h.audience and len(paths[n]) > 1}
    unknown = [n for n in sums if fold(paths[n][-1]) in alike and not read_part(paths[n][0]).known]
    return {n: replace(h, fields=("attendances.?",)) if n in unknown else h for n, h in headings.items()}


def people_unknown(headings: dict[int, Heading]) -> dict[int, Heading]:
    """ "Lượt tín đồ" beside columns of audiences, and none of all people, is not all of them but an audience that is to be
    asked, or some of all audiences."""
    sums = {n: _unknown(h) for n, h in headings.items() if h.fields == ("attendances_total",)}
    parted = any(h.fields and h.fields[0].startswith("attendances.") for h in headings.values())
    if not parted or not all(sums.values()):
        return headings
    return {n: replace(h, fields=below_people(sums[n])) if n in sums else h for n, h in headings.items()}


def _unknown(heading: Heading) -> str:
    """The words behind "Lượt", "Số người" of whom nobody knows who they are; empty for others."""
    told = unasked(heading.lowest)
    counted = _COUNTED.match(told)
    named = heading.audience or heading.kind or heading.period or heading.unit or heading.delivery
    return told[counted.end() :] if counted and not named and not read_part(heading.lowest).known else ""
