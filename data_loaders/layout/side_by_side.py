"""Tables that stand beside each other on a sheet: where one ends and the next begins."""

from collections.abc import Callable
from itertools import pairwise

from data_loaders.columns.words.headings import read_heading

# Fields that a table has once: where they come again, another table begins.
_LEAST = 2
_ONCE = frozenset(["ordinal", "title", "start_date", "unit", "indicator"])


def parts_of(paths: dict[int, tuple[str, ...]]) -> list[tuple[int, int]]:
    """First and last column of each table under one row of headings; one pair where it is one table.

    A new table begins after a column without a heading, or where the first heading comes again; each must
    have a heading of rows (number, title, day, unit) that the first one has too, or number its rows anew.
    """
    numbers = sorted(paths)
    if len(numbers) < 4:
        return [(numbers[0], numbers[-1])] if numbers else []
    opening = paths[numbers[0]][-1]
    starts = [numbers[0]]
    for before, number in pairwise(numbers):
        if number > before + 1 or paths[number][-1] == opening:
            starts.append(number)
    if len(starts) == 1:
        return [(numbers[0], numbers[-1])]
    parts = [(start, after - 1) for start, after in zip(starts, [*starts[1:], numbers[-1] + 1], strict=True)]
    keys = [_keys(paths, first, last) for first, last in parts]
    subjects = [subject(paths, first, last) for first, last in parts]
    if all(subjects) and len(set(subjects)) == len(subjects) and all(f - 1 not in paths for f, _ in parts):
        return parts
    # Where every part opens with the same heading behind a gap, that one is enough.
    alike = all(paths[first][-1] == opening and first - 1 not in paths for first, _ in parts)
    if any(len(own) < (1 if alike else 2) or not own & keys[0] for own in keys):
        return _numbered_anew(paths, [first for first, _ in parts])
    return parts


def _numbered_anew(paths: dict[int, tuple[str, ...]], starts: list[int]) -> list[tuple[int, int]]:
    """First and last column of what begins behind a column without a heading to number its rows; blank columns part no
    other tables."""
    anew = [first for first in starts[1:] if first - 1 not in paths and _numbers_rows(paths, first)]
    bounds = [starts[0], *anew, max(paths) + 1]
    parts = [(first, after - 1) for first, after in pairwise(bounds)]
    return parts if starts[0] + 1 < bounds[1] else [(starts[0], max(paths))]


def parted_by_gaps(paths: dict[int, tuple[str, ...]], blank: Callable[[int], bool]) -> list[tuple[int, int]]:
    """First and last column of what stands between columns that have neither headings nor cells."""
    numbers = sorted(paths)
    ends = [a for a, b in pairwise(numbers) if any(map(blank, range(a + 1, b)))]
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if a in ends)] if numbers else []
    return list(zip(starts, [*(b - 1 for b in starts[1:]), *numbers[-1:]], strict=True))


def are_tables(parts: list[dict[int, tuple[str, ...]]]) -> bool:
    """Whether each of several headers tells the rows of a table of its own, by two headings at least that a table has
    once and one that the first has too, or by numbering them anew."""
    if all(_numbers_rows(paths, min(paths)) for paths in parts[1:]) and len(parts[0]) >= _LEAST:
        return True
    keys = [_keys(paths, min(paths), max(paths)) for paths in parts]
    return all(len(own) >= _LEAST and own & keys[0] for own in keys)


def _numbers_rows(paths: dict[int, tuple[str, ...]], first: int) -> bool:
    """Whether the headings from a column on begin with that of a number ("STT") and go on."""
    return read_heading(paths[first]).fields[:1] == ("ordinal",) and first + 1 in paths


def subject(paths: dict[int, tuple[str, ...]], first: int, last: int) -> str:
    """What the rows of a part are of, if its figures are its own: indicators, groups of inhabitants, schools, contacts."""
    told = [read_heading(path) for number, path in paths.items() if first <= number <= last]
    fields = {heading.fields[0] for heading in told if heading.fields}
    # "Mục tiêu" beside "Chỉ tiêu" is the value.
    several = sum("value" in heading.fields for heading in told) > 1
    if not (several or fields & {"value", "attendances_total", "level", "phone"}) or len(told) < _LEAST:
        return ""
    return next((field for field in ("indicator", "group", "school", "name") if field in fields), "")


def _keys(paths: dict[int, tuple[str, ...]], first: int, last: int) -> set[str]:
    """The fields of rows that a part of the headings has; "Tập huấn" may be a kind to be ticked as well as a name."""
    headings = (read_heading(path) for number, path in paths.items() if first <= number <= last)
    told = (heading.fields for heading in headings if not (heading.kind and "count" in heading.fields))
    return {fields[0] for fields in told if fields} & _ONCE
