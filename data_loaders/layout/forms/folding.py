"""Activities of one audience that a sum above them counts too: one record, with the people of each."""

from collections.abc import Callable

from data_loaders.layout.forms.columns import ALL, Columns
from data_loaders.layout.forms.slot import TOTAL, Slot
from data_loaders.layout.forms.words import COUNT, WOMEN


def folded(
    columns: Columns, slots: list[Slot], number: Callable[[int | None, int], int | None]
) -> list[Slot]:
    """Without the activities of one audience or form that a slot of all counts too: their people go into that."""
    kept = [slot for slot in slots if not _sums_kinds(columns, slot, slots, number)]
    for whole in kept[:]:
        parts = [s for s in slots if s.whole is whole]
        if not parts:
            # Sections below a sum of them ("Tổng số lớp", then by audience).
            later = slots[slots.index(whole) + 1 :]
            parts = [
                s
                for s in later
                if s.kind == whole.kind and s.audiences and not s.whole and s.unit == whole.unit
            ]
            summed = (
                len(parts) > 1 and not whole.audiences and COUNT in whole.rows
                and all(
                    number(whole.rows[COUNT], r.number)
                    == sum(number(s.rows.get(COUNT), r.number) or 0 for s in parts)
                    for r in columns.results
                    if r.role == ALL
                )
            )  # fmt: skip
            if not summed:
                continue
        if not whole.people and all(s.people for s in parts) and any(len(s.audiences) != 1 for s in parts):
            kept.remove(whole)
            continue
        for part in parts:
            for key, row in part.rows.items():
                if key not in (COUNT, WOMEN, TOTAL):
                    whole.rows.setdefault(key, row)
                elif key == WOMEN and len(part.audiences) == 1:
                    whole.women_of[part.audiences[0].value] = row
            if part in kept:
                kept.remove(part)
    return kept


def _sums_kinds(
    columns: Columns, whole: Slot, slots: list[Slot], number: Callable[[int | None, int], int | None]
) -> bool:
    """Whether a slot of no kind only sums up those of several kinds ("Tổng số hoạt động")."""
    parts = [s for s in slots if s.kind and s.unit == whole.unit and s.period == whole.period]
    return whole.kind is None and len(parts) > 1 and all(
        number(row, r.number) == sum(number(s.rows.get(key), r.number) or 0 for s in parts)
        for key, row in whole.rows.items()
        for r in columns.results
        if r.role == ALL
    )  # fmt: skip
