"""A list of two columns that fits a telephone: long words break, nothing goes sideways, every word is plain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from pages.parts.shell import markup

# Blanks that do not break ("42 %") stay as they are.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_RULE = "border:0;border-bottom:1px solid color-mix(in srgb, currentColor 18%, transparent)"
_CELL = f"padding:7px 14px 7px 0;text-align:left;vertical-align:top;overflow-wrap:anywhere;{_RULE}"
# As high as a finger needs, also one below the other.
_LINK = "color:inherit;display:inline-block;padding:2px 0"
_TABLE = "width:100%;table-layout:fixed;border-collapse:collapse;font-size:14px;line-height:1.45;margin:0"


@dataclass(frozen=True)
class Link:
    """Words that lead to another screen, or call or write to somebody: `address` is a tel: or mailto: one. `to` names
    the part of this screen that opens by it (`pages.parts.shell.in_place`)."""

    words: str
    address: str
    to: str = ""


Part = str | Link


def draw(heads: tuple[str, str], lines: Iterable[tuple[Sequence[Part], Sequence[Part]]], first: int) -> None:
    """Draw it. A line has for each column what stands one below the other there, the first part in bold;
    empty parts are left out. `first` is the width of the first column in per cent."""
    head = "".join(
        f"<th scope='col' style='{_CELL};width:{width}%;font-weight:400'>{escape(name)}</th>"
        for name, width in zip(heads, (first, 100 - first), strict=True)
    )
    body = "".join(
        f"<tr>{''.join(f'<td style={_CELL!r}>{_words(cell)}</td>' for cell in line)}</tr>" for line in lines
    )
    markup.put(f"<table style='{_TABLE}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def _words(cell: Sequence[Part]) -> str:
    head, *rest = map(_part, cell)
    return "<br>".join(filter(None, (f"<b>{head}</b>" if head else "", *rest)))


def _part(part: Part) -> str:
    if isinstance(part, Link):
        to = f" data-to='{escape(part.to)}'" if part.to else ""
        return f"<a href='{escape(part.address)}' style='{_LINK}'{to}>{escape(part.words)}</a>"
    return escape(_BLANKS.sub(" ", part).strip())
