"""The first figures of a screen: each with what it is, its value, what stands beside it and where it leads. All of
them are one element of the page, since each costs the reader's browser time at every change of filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from pages.parts.listing import drill
from pages.parts.shell import markup
from pages.parts.shell.frame import MUTED


@dataclass(frozen=True)
class Way:
    """Words that lead to a screen, and what is asked of it."""

    words: str
    page: str
    asked: dict[str, str]


@dataclass(frozen=True)
class Card:
    """A figure: its name, its value with its unit, or in its place why there is none, sentences beside it and ways
    from it; plain words, no Markdown."""

    label: str
    value: str
    notes: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()


# Four beside each other where there is room, two and two on a phone.
_GRID = "display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:16px 24px;margin:12px 0 0;padding:0"
_VALUE = "font-size:2rem;font-weight:600;line-height:43px;margin:0;padding:0"
# A word in a figure's place, as high as the figures beside it: what stands large on a screen is a number.
_WORD = f"{MUTED};font-size:18px;line-height:43px;margin:0;padding:0"
_WAY = "font-size:14px;line-height:1.4;margin:6px 0 0"


def draw(cards: Iterable[Card], note: str = "") -> None:
    """The cards in a row, as a list of terms and what is said of each, and below them what is said of all."""
    below = f"<p style='{MUTED};margin:16px 0 12px'>{escape(note)}</p>" if note else ""
    markup.put(f"<dl data-testid='cards' style='{_GRID}'>{''.join(map(_card, cards))}</dl>{below}")


def _card(card: Card) -> str:
    notes = "".join(f"<dd style='{MUTED};margin:0'>{escape(note)}</dd>" for note in card.notes)
    ways = "".join(
        f"<dd style='{_WAY}'>{drill.link(way.words, way.page, way.asked)}</dd>" for way in card.ways
    )
    look = _VALUE if any(map(str.isdigit, card.value)) else _WORD
    return (
        f"<div style='min-width:0'><dt style='font-size:14px;margin:0'>{escape(card.label)}</dt>"
        f"<dd style='{look}'>{escape(card.value)}</dd>{notes}{ways}</div>"
    )
