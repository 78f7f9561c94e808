"""How large one class or session is: the middle size beside totals, and the unusual ones with their rows."""

from locales.forms import number
from locales.messages import t
from pages.parts import drill
from program.filters import Filters, address
from program.sizes import PLAUSIBLE, Size
from program.vocabulary import KIND_COUNTERS, Kind


def usual() -> str:
    """What is taken for usual, in words."""
    return "; ".join(
        t(
            "một {counter} thường có {least} đến {most} lượt",
            counter=t(KIND_COUNTERS[kind]),
            least=number(least),
            most=number(most),
        )
        for kind, (least, most) in PLAUSIBLE.items()
    )


def said(found: Size | None, kind: Kind, view: Filters) -> str:
    """ "Trung vị 42 lượt một lớp; 3 dòng khác thường", the latter as a link to these rows (Markdown); empty
    where no size is known."""
    if found is None:
        return ""
    parts = []
    if found.median is not None:
        middle = number(found.median, 0 if found.median.is_integer() else 1)
        parts.append(t("trung vị {n} lượt một {counter}", n=middle, counter=t(KIND_COUNTERS[kind])))
    if found.unusual:
        words = t("{n} dòng có quy mô khác thường", n=number(found.unusual))
        parts.append(f"[{words}]({link(kind, view)})")
    return "; ".join(parts)


def link(kind: Kind, view: Filters) -> str:
    """The address of the unusual rows of a kind in a view."""
    rows = view.only(kind=kind, audience=None, delivery=None, text="", unusual=True)
    return drill.href("activities", address(rows))
