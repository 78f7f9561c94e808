"""What waits for a person's decision about a view, of what its figures know by themselves: summaries that differ from
their list, rows of unusual size, files that are not official yet. Rows that may be doubles are compared on their own
screen; to look for them here would cost every change of filter seconds."""

from collections.abc import Iterable
from html import escape

from access import Right
from locales.forms import number
from locales.messages import t
from pages.parts.conflicts.words import COUNTED
from pages.parts.figures import results
from pages.parts.listing import drill
from program.conflicts.desk import Sort
from program.filters import Filters, address
from program.measures.sizes import PLAUSIBLE


def line(view: Filters) -> str:
    """HTML: "Chờ quyết định: 1 kỳ có chi tiết và tổng hợp khác nhau; 2 tệp chờ duyệt", each with its way; empty where
    nothing waits."""
    parts = list(_parts(view))
    return f"<strong>{escape(t('Chờ quyết định'))}</strong>: {'; '.join(parts)}." if parts else ""


def _parts(view: Filters) -> Iterable[str]:
    asked = address(Filters(period=view.period, unit=view.unit, as_of=view.as_of))
    decides = Right.DECIDE in results.actor().rights
    sizes = [results.beside(view).sizes.get(kind) for kind in PLAUSIBLE]
    unusual = sum((found.unusual or 0) - found.confirmed for found in sizes if found)
    for sort, n in ((Sort.BASIS, len(results.doubts(view).overlaps)), (Sort.SIZE, unusual)):
        if n > 0:
            said = t(COUNTED[sort], n=number(n))
            yield drill.link(said, "conflicts", asked | {"conflict": sort.value}) if decides else escape(said)
    if files := results.unsettled(view).files:
        said = t("{n} tệp chờ duyệt hoặc đã trả lại", n=number(files))
        yield drill.link(said, "review") if decides else escape(said)
