"""Tokens of colour and type, and the words of status. `docs/look.md` gives their contrast; a test computes it."""

from dataclasses import dataclass

from locales.messages import t
from program.vocabulary import STATUS_LABELS, STATUS_SHAPES, Status

# Streamlit ships Source Sans under this name: all Vietnamese letters and ● ◆ ▲ ▼ ○ are in it.
FONT = "Source Sans, sans-serif"
SIZE = 14
SMALL = 12.5
# From line to line of a text of several, as Plotly sets them.
LINE_HEIGHT = 1.3


@dataclass(frozen=True)
class Palette:
    """Colours of one mode. `status` and `tint` are keyed by status: a strong hue for words and marks,
    a pale one for areas; `heat` runs from few to many. `text` is readable on every tint and heat step."""

    page: str
    text: str
    muted: str
    rule: str
    track: str
    data: str
    context: str
    plan: str
    heat: tuple[str, str, str, str]
    status: dict[Status, str]
    tint: dict[Status, str]


LIGHT = Palette(
    page="#ffffff",
    text="#18212c",
    muted="#4a5663",
    rule="#d3dae2",
    track="#dde3ea",
    data="#1d4f91",
    context="#6b819d",
    plan="#18212c",
    heat=("#edf3fa", "#cfe0f2", "#acc9e8", "#84aedb"),
    status={
        Status.MET: "#00594e",
        Status.ON_TRACK: "#0b6b9a",
        Status.NEEDS_ACCELERATION: "#946000",
        Status.FAR_BEHIND: "#8f1414",
        Status.NOT_MET: "#8f1414",
        Status.NOT_ASSESSABLE: "#5f6975",
    },
    tint={
        Status.MET: "#d3e9e4",
        Status.ON_TRACK: "#e2edf4",
        Status.NEEDS_ACCELERATION: "#fcecd0",
        Status.FAR_BEHIND: "#f3c6bc",
        Status.NOT_MET: "#f3c6bc",
        Status.NOT_ASSESSABLE: "#e6e9ed",
    },
)
DARK = Palette(
    page="#10161d",
    text="#e9edf2",
    muted="#aab5c1",
    rule="#35414e",
    track="#2c3743",
    data="#6aa7ec",
    context="#73879f",
    plan="#e9edf2",
    heat=("#17222f", "#1d3450", "#254a74", "#2f6199"),
    status={
        Status.MET: "#4cc5aa",
        Status.ON_TRACK: "#6cc0f0",
        Status.NEEDS_ACCELERATION: "#f2b84b",
        Status.FAR_BEHIND: "#ff7a66",
        Status.NOT_MET: "#ff7a66",
        Status.NOT_ASSESSABLE: "#a3aebb",
    },
    tint={
        Status.MET: "#12453c",
        Status.ON_TRACK: "#1b3547",
        Status.NEEDS_ACCELERATION: "#4a3610",
        Status.FAR_BEHIND: "#571f1a",
        Status.NOT_MET: "#571f1a",
        Status.NOT_ASSESSABLE: "#262f39",
    },
)

# The same hues by the names that Markdown of the page uses (theme.*TextColor in config.toml).
MARKDOWN_HUES = {
    Status.MET: "green",
    Status.ON_TRACK: "blue",
    Status.NEEDS_ACCELERATION: "orange",
    Status.FAR_BEHIND: "red",
    Status.NOT_MET: "red",
    Status.NOT_ASSESSABLE: "gray",
}


def said(status: Status, words: str = "") -> str:
    """Shape and word of a status, never one without the other: "▲ cần tăng tốc". `words` replaces the
    word where the reason says more ("chưa có mẫu số"); a shape already there is not doubled."""
    shape = STATUS_SHAPES[status]
    word = words.removeprefix(shape).strip() or t(STATUS_LABELS[status])
    return f"{shape} {word}"


def markdown(status: Status) -> str:
    """Shape and word for the page's Markdown, in the hue of the status."""
    return f":{MARKDOWN_HUES[status]}[**{said(status)}**]"
