"""One period named in several wordings ("Số buổi Quý I/2024", "Số học sinh Quý I/2024") is one."""

from dataclasses import replace

from data_loaders.columns.words.heading import Heading
from data_loaders.values.days.periods import Words, find_period


def periods_alike(headings: dict[int, Heading]) -> dict[int, Heading]:
    """The headings, where all that name the same period hold the words of the first of them for it."""
    first: dict[Words, str] = {}
    found = dict(headings)
    for number, heading in headings.items():
        if heading.period and (words := find_period(heading.period)):
            found[number] = replace(heading, period=first.setdefault(words, heading.period))
    return found
