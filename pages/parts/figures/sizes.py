"""How large one class or session is: the middle size beside totals, and the unusual ones with their rows."""

from locales.forms import number
from locales.messages import t
from pages.parts.listing import drill
from program.filters import Filters
from program.measures.sizes import PLAUSIBLE, Size
from program.vocabulary import KIND_COUNTERS, Kind


def usual() -> str:
    """What is taken for usual, in words."""
    return "; ".join(map(usual_of, PLAUSIBLE))


def usual_of(kind: Kind) -> str:
    """một lớp thường có 20 đến 150 lượt."""
    least, most = PLAUSIBLE[kind]
    return t(
        "một {counter} thường có {least} đến {most} lượt",
        counter=t(KIND_COUNTERS[kind], n="1"), least=number(least), most=number(most),
    )  # fmt: skip


def middle(found: Size | None, kind: Kind) -> str:
    """ "Trung vị 42 lượt một lớp"; empty where no size is known."""
    if found is None or found.median is None:
        return ""
    told = number(found.median, 0 if found.median.is_integer() else 1)
    return t("trung vị {n} lượt một {counter}", n=told, counter=t(KIND_COUNTERS[kind], n="1"))


def unusual(found: Size | None, kind: Kind, view: Filters) -> tuple[str, Filters] | None:
    """The rows of unusual size, with words that say how many they are, and how many somebody said to be right;
    None where there are none."""
    if found is None or not found.unusual:
        return None
    said = t("Xem {n} dòng có quy mô khác thường", n=number(found.unusual))
    if found.confirmed:
        said += t(" ({n} đã xác nhận)", n=number(found.confirmed))
    return said, view.only(kind=kind, audience=None, delivery=None, text="", unusual=True)


def to_unusual(found: Size | None, kind: Kind, view: Filters) -> None:
    """A link to the rows of unusual size; nothing where there are none."""
    if told := unusual(found, kind, view):
        drill.to_rows(*told)
