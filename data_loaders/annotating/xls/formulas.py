"""The formulas of the cells of an .xls: of one cell, shared by several, and of arrays."""

from openpyxl.worksheet.formula import ArrayFormula

from data_loaders.annotating.xls import tokens
from data_loaders.annotating.xls.functions import Untold
from data_loaders.annotating.xls.records import Place, Told
from data_loaders.annotating.xls.tokens import Around
from data_loaders.reading import references

# The token that says: the formula stands elsewhere, at the cell that follows.
_ELSEWHERE = b"\x01"
# So many bytes of tokens are turned into text: cells that share a long formula would take all the time there is.
_ROOM = 6_000_000


class Formulas:
    """Gives formulas as text; `lost` counts those of which only the value is kept."""

    def __init__(self, around: Around | None) -> None:
        """`around` is None where formulas are of a kind that is not known."""
        self._around = around
        self._room = _ROOM
        self.lost = 0

    def of(self, place: Place, told: Told) -> str | ArrayFormula | None:
        """The formula of a cell; None where its value is to be kept instead."""
        raw, extra = told.formulas[place]
        try:
            if raw[:1] != _ELSEWHERE:
                return self._text(raw, extra)
            at = int.from_bytes(raw[1:3], "little"), int.from_bytes(raw[3:5], "little")
            if at in told.arrays:
                area = told.arrays[at]
                if place != at:
                    # A part of the result of a formula that stands in another cell: no loss.
                    return None
                start = references.name(area.top + 1, area.left + 1)
                reach = f"{start}:{references.name(area.bottom + 1, area.right + 1)}"
                if (area.top, area.left) != at:
                    raise Untold
                return ArrayFormula(reach, self._text(area.tokens, area.extra))
            shared = told.shared.get(at)
            if shared is None or not shared.holds(place):
                raise Untold
            return self._text(shared.tokens, shared.extra, place)
        except Untold:
            self.lost += 1
            return None

    def _text(self, raw: bytes, extra: bytes, place: Place | None = None) -> str:
        self._room -= len(raw)
        if self._around is None or self._room < 0:
            raise Untold
        return f"={tokens.text(raw, extra, self._around, place)}"
