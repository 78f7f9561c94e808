"""What stands beside the counts of classes and sessions: the year before, the middle size, unusual sizes."""

from locales.messages import t
from pages.parts.figures import compared, results, sizes
from pages.parts.shell import frame
from program.filters import Filters
from program.text import sentence
from program.vocabulary import KIND_LABELS, Kind


def lines(view: Filters) -> dict[Kind, tuple[str, ...]]:
    """By kind the sentences below its count: the middle size, the year before."""
    return {kind: tuple(map(sentence, parts)) for kind, parts in _parts(view).items()}


def once(view: Filters) -> str:
    """Said once below all counts: which days are compared on how many reports, or why none are."""
    return compared.once(results.beside(view).last_year.values())


def of_unit(view: Filters) -> None:
    """The same for one unit's own page, where no cards stand."""
    told = {kind: "; ".join(parts) for kind, parts in _parts(view).items() if parts}
    kinds = [f"{t(KIND_LABELS[kind])}: {text}" for kind, text in told.items()]
    frame.note("  \n".join([*kinds, once(view)]))
    for kind in told:
        sizes.to_unusual(results.beside(view).sizes[kind], kind, view)


def unusual(view: Filters, kind: Kind) -> tuple[str, Filters] | None:
    """The rows of unusual size of a kind, with words; None where there are none."""
    return sizes.unusual(results.beside(view).sizes[kind], kind, view)


def _parts(view: Filters) -> dict[Kind, list[str]]:
    found = results.beside(view)
    return {
        kind: [
            part
            for part in (
                sizes.middle(found.sizes[kind], kind),
                compared.on_card(last_year, kind, view),
            )
            if part
        ]
        for kind, last_year in found.last_year.items()
    }
