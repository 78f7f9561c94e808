"""Headings that count people in words that no audience is known by, beside others that name theirs."""

import re
from dataclasses import replace

from data_loaders.columns.words.below_people import below_people
from data_loaders.columns.words.grammar import unasked
from data_loaders.columns.words.heading import Heading
from data_loaders.columns.words.headings import read_part
from program.text import fold

_COUNTED = re.compile(r"(tong )?(so |sl )*(luot|nguoi)\b ?")


def settled_people(headings: dict[int, Heading], paths: dict[int, tuple[str, ...]]) -> dict[int, Heading]:
    """The headings, with those of unknown people as audiences that are to be asked."""
    return people_unknown(groups_unknown(women_between_groups(headings), paths))


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


_ASKED = ("attendances.?",)
_WOMEN = re.compile(r"(so |sl |so luong |luot )*phu nu")
_OTHERS = re.compile(
    r"(so |sl |so luong |luot )*(thanh nien|nong dan|cuu chien binh|ccb|nguoi (cao tuoi|dan|lao dong)|cong nhan|doan vien|hoi vien)\b"
)


def women_between_groups(headings: dict[int, Heading]) -> dict[int, Heading]:
    """ "Phụ nữ" between groups of people, without all of them ("Cha mẹ | Phụ nữ | Thanh niên"), is a group like them, not the
    women among the one before it; so is the one behind it. Whose they are is to be asked."""
    if any(h.fields[:1] == ("attendances_total",) for h in headings.values()):
        return headings
    found = dict(headings)
    for number, heading in headings.items():
        if heading.fields != ("female",) or not _WOMEN.fullmatch(fold(heading.lowest)):
            continue
        before, behind = headings.get(number - 1), headings.get(number + 1)
        if not (before and _counts(before) and behind and _OTHERS.match(fold(behind.lowest))):
            continue
        # Only an answer names an audience for the words themselves.
        own = read_part(heading.lowest).audience
        if own == heading.audience and (behind.fields in ((), _ASKED) or _counts(behind)):
            fields = (f"attendances.{own}",) if own else _ASKED
            found[number] = replace(heading, fields=fields)
            found[number + 1] = behind if _counts(behind) else replace(behind, fields=_ASKED)
    return found


def _counts(heading: Heading) -> bool:
    """Whether a heading counts the people of the audience that it names."""
    return heading.audience is not None and heading.fields[:1] == (f"attendances.{heading.audience}",)


def _unknown(heading: Heading) -> str:
    """The words behind "Lượt", "Số người" of whom nobody knows who they are; empty for others."""
    told = unasked(heading.lowest)
    counted = _COUNTED.match(told)
    named = heading.audience or heading.kind or heading.period or heading.unit or heading.delivery
    return told[counted.end() :] if counted and not named and not read_part(heading.lowest).known else ""
