"""What each column of the sheet is read as, by its letter."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.reading.references import letters


def columns_named(understood: Understood, shown: Mapping[int, str]) -> dict[str, str]:
    """The fields by the letters of their columns. `shown`: the field of each column of the table as it is read. A
    column of a report form holds what its lines count: the most frequent of it. A table on its side has none."""
    view = understood.block.view
    if view.turned:
        return {}
    if not view.places:
        return {letters(number): field for number, field in shown.items()}
    told: dict[int, Counter[str]] = defaultdict(Counter)
    for number, field in shown.items():
        for row in range(understood.block.first, understood.block.last + 1) if is_figure_field(field) else ():
            if view.cell(row, number) is not None:
                told[view.places.get((row, number), (row, number))[1]][field] += 1
    return {letters(number): fields.most_common(1)[0][0] for number, fields in sorted(told.items())}
