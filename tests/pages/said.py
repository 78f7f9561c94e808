"""What a screen says, as the reader sees it: words, the links among them, the first figures, the tables."""

import html
import re

from streamlit.testing.v1 import AppTest

_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")


def spoken(markdown: str) -> str:
    """The words without what a link leads to."""
    return _LINK.sub(r"\1", markdown)


def links(markdown: str) -> list[tuple[str, str]]:
    """The words of each link, with blanks that break, and its address."""
    return [(found.replace("\u00a0", " "), target) for found, target in _LINK.findall(markdown)]


def cards(app: AppTest) -> dict[str, list[str]]:
    """The first figures by name: the value, then what stands beside it, with blanks that break."""
    body = next(e.proto.body for e in app.get("html") if "data-testid='cards'" in e.proto.body)
    found = re.findall(r"<dt[^>]*>(.*?)</dt>(.*?)</div>", body)
    return {
        html.unescape(name): [
            html.unescape(re.sub("<[^>]+>", "", text)).replace("\u00a0", " ")
            for text in re.findall(r"<dd[^>]*>(.*?)</dd>", rest)
        ]
        for name, rest in found
    }


def tables(app: AppTest) -> list[list[dict[str, str]]]:
    """The tables of the screen, each line by heading: the words of a cell, what stands small below them on a line
    of its own, with blanks and hyphens that break."""
    bodies = [e.proto.body for e in app.get("html") if "data-testid='table'" in e.proto.body]
    return [_lines(body) for body in bodies]


def _lines(body: str) -> list[dict[str, str]]:
    heads, *lines = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall("<tr>(.*?)</tr>", body)
    ]
    return [dict(zip(map(_said, heads), map(_said, line), strict=True)) for line in lines]


def _said(cell: str) -> str:
    text = html.unescape(re.sub("<[^>]+>", "", cell.replace("<small>", "\n")))
    return re.sub(" [▲▼]$", "", text.translate({0xA0: " ", 0x2011: "-"}).strip())
