"""Where a supplied figure comes from, in words."""

from locales.forms import day, number
from locales.messages import t
from pages.parts.words import plain
from program.measures.figures import Progress


def origin(p: Progress) -> str:
    """T2: 18/20 trường hợp tính đến 31-12-2023, Công an thành phố cung cấp (Markdown); empty without one."""
    s = p.source
    if s is None:
        return ""
    words = t(
        "{code}: {n}/{all} trường hợp tính đến {day}, {agency} cung cấp",
        code=s.indicator, n=number(s.numerator), all=number(s.denominator), day=day(s.as_of),
        agency=plain(s.agency),
    )  # fmt: skip
    return f"{words} ({plain(s.document)})" if s.document else words
