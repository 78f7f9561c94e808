"""Two sources side by side, also on a telephone: what they say otherwise is marked by a word, not by colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from locales.messages import t
from pages.parts.shell import markup

_RULE = "border:0;border-bottom:1px solid color-mix(in srgb, currentColor 18%, transparent)"
_CELL = f"padding:6px 12px 6px 0;text-align:left;vertical-align:top;overflow-wrap:anywhere;{_RULE}"
_TABLE = "width:100%;table-layout:fixed;border-collapse:collapse;font-size:14px;line-height:1.45;margin:0"
_WIDTHS = (22, 39, 39)
_MARK = "font-size:12.5px;border:1px solid currentColor;border-radius:3px;padding:0 4px;white-space:nowrap"


@dataclass(frozen=True)
class Line:
    """One thing that both sources tell, each with what stands one below the other; `differs` marks it."""

    name: str
    first: Sequence[str]
    second: Sequence[str]
    differs: bool = False


def draw(heads: tuple[str, str], lines: Sequence[Line]) -> None:
    """Draw them; every word is plain."""
    names = ("", *heads)
    head = "".join(
        f"<th scope='col' style='{_CELL};width:{width}%;font-weight:600'>{escape(name)}</th>"
        for name, width in zip(names, _WIDTHS, strict=True)
    )
    body = "".join(map(_row, lines))
    markup.put(f"<table style='{_TABLE}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def _row(line: Line) -> str:
    # Beside the name where there is room.
    mark = f" <span style='{_MARK}'>{escape(t('khác nhau'))}</span>" if line.differs else ""
    cells = (_words(side, line.differs) for side in (line.first, line.second))
    name = f"<th scope='row' style='{_CELL};font-weight:400'>{escape(line.name)}{mark}</th>"
    return f"<tr>{name}{''.join(f'<td style={_CELL!r}>{words}</td>' for words in cells)}</tr>"


def _words(side: Sequence[str], bold: bool) -> str:
    words = "<br>".join(escape(" ".join(part.split())) for part in side if part)
    return f"<b>{words}</b>" if bold and words else words
