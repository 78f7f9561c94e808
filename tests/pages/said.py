"""What a screen says in Markdown, as the reader sees it: words, and the links among them."""

import re

_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")


def spoken(markdown: str) -> str:
    """The words without what a link leads to."""
    return _LINK.sub(r"\1", markdown)


def links(markdown: str) -> list[tuple[str, str]]:
    """The words of each link, with blanks that break, and its address."""
    return [(found.replace("\u00a0", " "), target) for found, target in _LINK.findall(markdown)]
