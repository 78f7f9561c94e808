"""A list that fits a telephone: long words break, nothing goes sideways, every word is plain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from pages.parts.shell import markup

# Blanks that do not break ("42 %") stay as they are.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_HINT, _NOT_PRINTED = re.compile(r"( \(.+\))$"), r"<span class='hint'>\1</span>"


@dataclass(frozen=True)
class Link:
    """Words that lead to another screen, or call or write to somebody: `address` is a tel: or mailto: one. `to` names
    the part of this screen that opens by it (`pages.parts.shell.browser.in_place`)."""

    words: str
    address: str
    to: str = ""


Part = str | Link


def draw(heads: Sequence[str], lines: Iterable[Sequence[Sequence[Part]]], *widths: int) -> None:
    """Draw it. A line has for each column what stands one below the other there, the first part in bold;
    empty parts are left out. What a heading has in brackets tells what can be pressed, and is not printed. `widths`: of
    every column but the last, in per cent. On a phone two columns stay side
    by side; of more each line has two rows (`pages.parts.shell.browser.style`)."""
    shares = (*widths, 100 - sum(widths))
    head = "".join(
        f"<th scope='col' style='width:{width}%'>{_HINT.sub(_NOT_PRINTED, escape(name))}</th>"
        for name, width in zip(heads, shares, strict=True)
    )
    body = "".join(f"<tr>{''.join(f'<td>{_words(cell)}</td>' for cell in line)}</tr>" for line in lines)
    many = " stacks" if len(heads) > 2 else ""
    markup.put(
        f"<table class='dashboard-list{many}'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _words(cell: Sequence[Part]) -> str:
    head, *rest = map(_part, cell or ("",))
    return "<br>".join(filter(None, (f"<b>{head}</b>" if head else "", *rest)))


def _part(part: Part) -> str:
    if isinstance(part, Link):
        to = f" data-to='{escape(part.to)}'" if part.to else ""
        return f"<a href='{escape(part.address)}'{to}>{escape(part.words)}</a>"
    return escape(_BLANKS.sub(" ", part).strip())
