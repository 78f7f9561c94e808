"""What a screen says, as the reader sees it: words, the links among them, the first figures."""

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
    """The first figures by name: the value, then what stands beside it."""
    body = next(e.proto.body for e in app.get("html") if "data-testid='cards'" in e.proto.body)
    found = re.findall(r"<dt[^>]*>(.*?)</dt>(.*?)</div>", body)
    return {
        html.unescape(name): [
            html.unescape(re.sub("<[^>]+>", "", text)) for text in re.findall(r"<dd[^>]*>(.*?)</dd>", rest)
        ]
        for name, rest in found
    }
