"""People who change filters: which changes they make, and how long each takes."""

import asyncio
import random
import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from benchmarks.load.client import TROUBLE, Visitor

SCREENS = ("", "units")
# Days on which much is to be drawn, so that no visitor looks at a period that has not begun.
_FIRST = "as_of=2024-06-30"
_PERIODS = ("2022", "2022-H1", "2022-Q3", "2022-05")
_LATE = re.compile(r"20(23|24)$")
_EARLY = re.compile(r"20(21|22)$")
_AFTER_BREAK = re.compile(r"\(từ ")
# The boxes that change what is shown; each is left out where a screen lacks it.
_BOXES = ("_as_of", "_unit", "_period", "_indicator")
_TRIES = 40

View = tuple[str, ...]


@dataclass
class Changes:
    """What was measured: seconds of each change, how many showed what nobody had looked at before, how
    long it took in all, and what went wrong."""

    times: list[float] = field(default_factory=list)
    fresh: int = 0
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)

    def rate(self) -> float:
        """Changes in a second."""
        return len(self.times) / self.seconds


class Person:
    """Somebody at one screen who changes one filter after another; same number, same changes. `seen` is
    shared by all."""

    def __init__(self, visitor: Visitor, number: int, seen: set[View]) -> None:
        self.visitor, self.number = visitor, number
        self._screen = SCREENS[number % len(SCREENS)]
        self._draw, self._seen = random.Random(number), seen

    async def arrive(self) -> None:
        """Open the screen; every second person looks at a part of the programme."""
        period = f"&period={self._draw.choice(_PERIODS)}" if self._draw.random() < 0.5 else ""
        await self.visitor.open(self._screen, _FIRST + period)

    async def change(self, found: Changes) -> None:
        """Change one filter, if possible to what nobody has looked at."""
        box, option, view = self._choice()
        found.times.append(await self.visitor.choose(box, option))
        found.fresh += view not in self._seen
        self._seen.add(view)

    def _choice(self) -> tuple[str, str, View]:
        boxes = self.visitor.boxes
        offered = [
            (name, option)
            for name in _BOXES
            if name in boxes
            for option in boxes[name].options
            if option != boxes[name].raw_value and _sensible(name, option)
        ]
        for _ in range(_TRIES):
            name, option = self._draw.choice(offered)
            view = self._view(name, option)
            if view not in self._seen:
                break
        return name, option, view

    def _view(self, changed: str, option: str) -> View:
        boxes = self.visitor.boxes
        return (
            self._screen,
            *(option if name == changed else boxes[name].raw_value for name in sorted(boxes)),
        )


def _sensible(name: str, option: str) -> bool:
    if name == "_as_of":
        return bool(_LATE.search(option))
    if name == "_period":
        return bool(_EARLY.search(option))
    return not _AFTER_BREAK.search(option)


Crowd = list[Person]


@asynccontextmanager
async def crowd(url: str, people: int, cookies: Sequence[Mapping[str, str]] = ({},)) -> AsyncIterator[Crowd]:
    """So many people before their screens, half at each screen. They take the sets of cookies in turn."""
    seen: set[View] = set()
    async with AsyncExitStack() as links:
        found = [
            Person(await links.enter_async_context(Visitor(url, cookies[i // 2 % len(cookies)])), i, seen)
            for i in range(people)
        ]
        for person in found:
            await person.arrive()
        yield found


async def work(people: Crowd, seconds: float, think: float, until: asyncio.Event | None = None) -> Changes:
    """Each changes a filter every `think` seconds (0: at once after the last), so long or `until` that
    happens. Who meets an error stops."""
    found = Changes()
    begun = time.monotonic()
    ends = _Ends(begun + seconds, until)
    await asyncio.gather(*(_at_work(p, found, ends, think, i / len(people)) for i, p in enumerate(people)))
    found.seconds = time.monotonic() - begun
    return found


@dataclass(frozen=True)
class _Ends:
    at: float
    when: asyncio.Event | None

    def reached(self, moment: float) -> bool:
        return moment >= self.at or (self.when is not None and self.when.is_set())


async def _at_work(person: Person, found: Changes, ends: _Ends, think: float, offset: float) -> None:
    # Spread over one round of thinking, so that they do not all click at once.
    due = time.monotonic() + offset * think
    while not ends.reached(due if think else time.monotonic()):
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        try:
            await person.change(found)
        except TROUBLE as error:
            found.errors.append(repr(error))
            return
        due += think
