"""What each unit or period has of a line of a report form ("- Quận Hải Châu" below "1. Số lớp tập huấn")."""

from data_loaders.layout.forms.slot import TOTAL, Above, Slot
from data_loaders.layout.forms.words import MEN, PEOPLE, WOMEN

SUM = "Tổng cộng"


def of_place(here: Above, over: Above | None, new: Slot, found: list[Slot]) -> None:
    """Put a line of one unit or period into its slot among `found`, else into `new`, which is the last of them; `over`
    is the line of all of them above."""
    whole, line = over.slot if over else None, here.line
    if whole is not None:
        new.kind, new.audiences, new.delivery = whole.kind, whole.audiences, whole.delivery
    new.unit, new.period, new.placed = line.unit or new.unit, line.period_text or new.period, True
    key = (over.key if over and over.slot else "") or (TOTAL if here.measure == PEOPLE else str(here.measure))
    same = [s for s in found[:-1] if s.placed and _place(s) == _place(new) and key not in s.rows]
    own = same[-1] if same else new
    if own is not new:
        found.pop()
    own.rows[key] = here.row
    own.of = own.of or whole
    if whole is not None:
        whole.divided.add(key)
    here.slot, here.key = own, key


def _place(slot: Slot) -> tuple[object, ...]:
    return slot.unit, slot.period, slot.kind, slot.audiences, slot.delivery


def summed(slots: list[Slot]) -> list[Slot]:
    """The slots with a sum of units or periods behind those that it sums; where not all of its figures are told for
    each of them, the sum alone stands."""
    found: list[Slot] = []
    for slot in slots:
        if slot.of is None:
            parts = [s for s in slots if s.of is slot]
            if parts and not set(slot.rows) - {WOMEN, MEN} <= slot.divided:
                parts = []
            slot.unit = SUM if parts else slot.unit
            found += [*parts, slot]
    return found
