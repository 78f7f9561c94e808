"""Whether the days of a table are those of single activities or of periods that are reported as a whole."""

from data_loaders.columns.samples import SAMPLE
from data_loaders.layout.blocks import Block
from data_loaders.values.dates import Near, read_span
from data_loaders.values.periods import Span

_DAYS = ("start_date", "end_date")
# The shortest month, from its first day to its last.
_MONTH = 27


def over_months(block: Block, at: dict[str, int]) -> bool:
    """Whether most rows reach over a month or more, from the day in one column to that in another or in one cell."""
    cells = [block.view.column(at[f], block.first, block.last)[:SAMPLE] for f in _DAYS if f in at]
    spans = []
    for days in zip(*cells, strict=False):
        read = [read_span(day, Near()) for day in days if day is not None]
        found = [span for span in read if isinstance(span, Span)]
        if found:
            spans.append((found[-1].end - found[0].start).days)
    return bool(spans) and 2 * sum(days >= _MONTH for days in spans) > len(spans)
