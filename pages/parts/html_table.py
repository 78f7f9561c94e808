"""A table of a screen: cells with the value for a file, the words for the reader, and where they lead. Its
CSV is made of the very cells that are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal

from charts.numbers import Cell, Numbers
from exports.as_csv.table import table_csv
from locales.forms import day, number
from locales.messages import t
from pages.parts.files import download
from pages.parts.shell import markup
from pages.parts.shell.choices import bar
from program.text import fold


@dataclass(frozen=True)
class Told:
    """A cell: its value for a file, and the HTML that is shown for it."""

    value: Cell
    html: str


@dataclass(frozen=True)
class Order:
    """A heading that orders the table: its words, the address of the table in the other order, and how it is
    ordered by it now: "ascending", "descending", or "" for not."""

    words: str
    address: str
    now: str = ""


Look = Literal["", "cards", "wide"]
_CLASSES = {"": "slides", "cards": "cards", "wide": "cards wide"}
_SIGNS = {"ascending": " ▲", "descending": " ▼", "": ""}


def told(cell: Cell) -> Told:
    """A cell that leads nowhere."""
    return Told(cell, escape(shown(cell)))


def shown(cell: Cell) -> str:
    """A cell in words: 1.234 · 12,3 · 30-6-2024; nothing for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return day(cell)
    if isinstance(cell, str):
        return cell
    return number(cell, 0 if isinstance(cell, int) else 1)


def draw(name: str, heads: Sequence[str], lines: Iterable[Iterable[Told]], key: str, look: Look = "") -> None:
    """The table and the button that takes it; `name` says in the file's name what it is of."""
    kept = [tuple(line) for line in lines]
    markup.put(table(heads, kept, name, look))
    to_file(Numbers(name, tuple(heads), tuple(tuple(c.value for c in line) for line in kept)), key)


def to_file(numbers: Numbers, key: str) -> None:
    """A button that takes exactly the table shown."""
    download.button(
        t("Tải CSV ({n} dòng)", n=number(len(numbers.lines))),
        lambda: table_csv(dict(zip(numbers.heads, line, strict=True)) for line in numbers.lines),
        file_name=f"{fold(t('bảng số liệu {what}', what=numbers.name)).replace(' ', '-')}.csv",
        mime="text/csv", key=f"{key}-csv", disabled=not numbers.lines,
        what="table", view={"table": numbers.name, **bar.kept()},
    )  # fmt: skip


def table(
    heads: Sequence[str | Order],
    lines: Sequence[Sequence[Told]],
    name: str,
    look: Look = "",
    spare: Sequence[str] = (),
    bare: Sequence[str] = (),
) -> str:
    """A table as HTML. The first cell of a line is its name; numbers stand right, all else left. On a phone each
    line of `cards` is one; so it is of what is `wide`, which elsewhere takes the width there is. Any other slides
    within itself, by keyboard too: the page never goes sideways. `spare`: headings whose cells a phone can do without,
    and the paper of some screens, since something else on the screen says the same (of one cell: HTML of that class); `bare`: headings that a card
    need not name, since what stands below them says what it is. A column that no line has anything in is left out; a
    file of the table has it."""
    filled = [i for i in range(len(heads)) if not i or not lines or any(line[i].html for line in lines)]
    heads, lines = [heads[i] for i in filled], [[line[i] for i in filled] for line in lines]
    signs = [_sign([line[i].value for line in lines]) for i in range(len(heads))]
    signs = [
        f"{sign} spare".strip() if head in spare else sign for head, sign in zip(heads, signs, strict=True)
    ]
    top = "".join(map(_head, heads, signs))
    of = [_of(head) if look and i and _words(head) not in bare else "" for i, head in enumerate(heads)]
    first, *rest = [_opened("td" if i else "th scope='row'", signs[i], of[i]) for i in range(len(heads))]
    body = "".join(
        f"<tr>{first}{line[0].html}</th>"
        + "".join(f"{opened}{cell.html}</td>" for opened, cell in zip(rest, line[1:], strict=True))
        + "</tr>"
        for line in lines
    )
    label = f"aria-label='{escape(name, quote=True)}'"
    slides = "" if look else f" tabindex='0' role='region' {label}"
    return (
        f"<div class='dashboard-table {_CLASSES[look]}' data-testid='table'{slides}>"
        f"<table {label}><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _sign(column: Sequence[Cell]) -> str:
    """How a column stands: numbers right, days on one line."""
    if any(isinstance(value, int | float) for value in column):
        return "n"
    return "d" if any(isinstance(value, date) for value in column) else ""


def _opened(tag: str, sign: str, of: str) -> str:
    of_class = f" class='{sign}'" if sign else ""
    return f"<{tag}{of_class}{of}>"


def _words(head: str | Order) -> str:
    return head if isinstance(head, str) else head.words


def _of(head: str | Order) -> str:
    return f" data-of='{escape(_words(head), quote=True)}'"


def _head(head: str | Order, sign: str) -> str:
    # The heading of a column of days may break.
    opened = _opened("th scope='col'", sign.removeprefix("d").strip(), "")[:-1]
    if isinstance(head, str):
        return f"{opened}>{escape(head)}</th>"
    now = f" aria-sort='{head.now}'" if head.now else ""
    link = f"<a href='{escape(head.address, quote=True)}'>{escape(head.words)}</a>"
    return f"{opened}{now}>{link}{_SIGNS[head.now]}</th>"
