"""What a report said at two moments, issued or not: figures, texts and settings side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from program.editions.causes import Cause
from program.editions.compare import Days, Difference, compare
from program.editions.issued import Figure, Kept, Text
from program.filters import Filters

# The day on which a draft was told is no setting.
_NO_SETTING = frozenset({"today"})


@dataclass(frozen=True)
class State:
    """What a report said at one moment, issued or not: its figures, texts, settings, the day it counted up to."""

    figures: tuple[Figure, ...]
    texts: tuple[Text, ...]
    settings: Mapping[str, Any]
    as_of: date


@dataclass(frozen=True)
class Reworded:
    """A part of the text that differs: its lines that only the one and only the other has; none where that has no
    such part."""

    section: str
    heading: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """All in which two states of a report differ; `settings` names what differs with both values. `provisional`
    is how many figures of each rest in part on files that nobody had reviewed: no difference by itself."""

    differences: tuple[Difference, ...]
    provisional: tuple[int, int]
    reworded: tuple[Reworded, ...]
    settings: Mapping[str, tuple[Any, Any]]

    def __bool__(self) -> bool:
        return bool(self.differences or self.reworded or self.settings)


def state_of(kept: Kept) -> State:
    """What an edition said."""
    return State(kept.figures, kept.texts, kept.settings, kept.edition.as_of)


def comparison(view: Filters, old: State, new: State, causes: Sequence[Cause]) -> Comparison:
    """Two states of the report of a view, and what of that the causes explain."""
    return Comparison(
        compare(old.figures, new.figures, causes, Days(view, old.as_of, new.as_of)),
        (_provisional(old.figures), _provisional(new.figures)),
        _reworded(old.texts, new.texts),
        {
            name: (old.settings.get(name), new.settings.get(name))
            for name in dict.fromkeys((*old.settings, *new.settings))
            if name not in _NO_SETTING and old.settings.get(name) != new.settings.get(name)
        },
    )


def _provisional(figures: Iterable[Figure]) -> int:
    return sum(bool(one.get("provisional")) for one in figures)


def _reworded(old: Iterable[Text], new: Iterable[Text]) -> tuple[Reworded, ...]:
    before, after = ({part.code: part for part in texts} for texts in (old, new))
    found = []
    for code in dict.fromkeys((*after, *before)):
        was, now = before.get(code), after.get(code)
        shown = now or was
        lines = [part.text.splitlines() if part else [] for part in (was, now)]
        if shown is not None and lines[0] != lines[1]:
            only = (tuple(one for one in a if one not in b) for a, b in (lines, lines[::-1]))
            found.append(Reworded(shown.section, shown.heading, *only))
    return tuple(found)
