"""What was said of documents and tasks through time: by which file or screen, and what became of what they are
known by.

A task is known by unit, words and day, a document by unit, number and day. A submission that says one such row and
takes one away corrected it: both are one thing, whose history goes on under the new number or words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

D = TypeVar("D")


@dataclass(frozen=True)
class Source:
    """Where words come from: the submission, who handed it in and when, its file, the sheet and the row."""

    submission: int
    by: str
    at: datetime
    file_name: str
    sheet: str
    row: int


@dataclass(frozen=True)
class Statement(Generic[D]):
    """What one submission says of one row, or (`removes`) that it is gone. `key` is what the register knows it by,
    `record` orders what is said; `held`: no later word on the same row counts."""

    unit: str
    details: D
    key: bytes
    record: int
    source: Source
    removes: bool = False
    held: bool = False


def histories(statements: Iterable[Statement[D]]) -> list[tuple[Statement[D], tuple[Statement[D], ...]]]:
    """The rows that count, each with all that was ever said of it in order, also under what it was known by
    before a correction; in the order in which they were first handed in."""
    known = sorted(statements, key=lambda s: (s.record, s.source.submission))
    by_key: dict[bytes, list[Statement[D]]] = defaultdict(list)
    for one in known:
        by_key[one.key].append(one)
    before = _corrected(known)
    found = []
    for key, said in by_key.items():
        held = next((one for one in said if one.held and not one.removes), None)
        if held is not None:
            found.append((held, tuple(_whole(by_key, before, key))))
    return sorted(found, key=lambda pair: pair[1][0].record)


def _corrected(known: Sequence[Statement[D]]) -> dict[int, bytes]:
    """By submission that corrected what a row is known by: the key it had before."""
    stated: dict[int, list[bytes]] = defaultdict(list)
    gone: dict[int, list[bytes]] = defaultdict(list)
    for one in known:
        (gone if one.removes else stated)[one.source.submission].append(one.key)
    return {
        number: keys[0]
        for number, keys in gone.items()
        if len(keys) == 1 and len(stated[number]) == 1 and stated[number] != keys
    }


def _whole(
    by_key: Mapping[bytes, Sequence[Statement[D]]], before: Mapping[int, bytes], key: bytes
) -> Iterator[Statement[D]]:
    """All that was said under a key and, until each correction, under the one it had before."""
    parts, seen = [(key, float("inf"))], {key}
    found: list[Statement[D]] = []
    while parts:
        key, until = parts.pop()
        said = [one for one in by_key[key] if one.record < until]
        # That the row is gone is told by the correction itself.
        found += [one for one in said if not (one.removes and one.source.submission in before)]
        for one in said:
            earlier = before.get(one.source.submission) if not one.removes else None
            if earlier is not None and earlier not in seen:
                seen.add(earlier)
                parts.append((earlier, one.record))
    yield from sorted(found, key=lambda s: (s.record, s.source.submission))
