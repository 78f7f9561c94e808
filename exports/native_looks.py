"""Fonts and tones of native charts: on paper series differ by tone and pattern, on slides by the colours of the
screens (docs/look.md)."""

from dataclasses import dataclass

from charts.theme import LIGHT
from program.report.parts import Look

_BLACK, _WHITE = "000000", "FFFFFF"


@dataclass(frozen=True)
class Ink:
    """How the series of one look are drawn: the tone of the ground, the tone of the words on it, and whether
    the ground is hatched."""

    ground: str
    words: str
    hatched: bool = False


@dataclass(frozen=True)
class Manner:
    """Fonts and tones of one medium; sizes in points; how many names an axis of time has at most."""

    font: str
    size: float
    names: int
    text: str
    rule: str
    inks: dict[Look, Ink]


PAPER = Manner(
    "Times New Roman", 11, 12, _BLACK, "BFBFBF",
    {
        Look.MEASURED: Ink("404040", _WHITE),
        Look.PLAN: Ink(_BLACK, _BLACK, hatched=True),
        Look.CONTEXT: Ink("BFBFBF", _BLACK),
    },
)  # fmt: skip
SCREEN = Manner(
    "Arial", 18, 6, LIGHT.text[1:].upper(), LIGHT.rule[1:].upper(),
    {
        Look.MEASURED: Ink(LIGHT.data[1:].upper(), _WHITE),
        Look.PLAN: Ink(LIGHT.plan[1:].upper(), LIGHT.plan[1:].upper(), hatched=True),
        Look.CONTEXT: Ink(LIGHT.context[1:].upper(), _WHITE),
    },
)  # fmt: skip
