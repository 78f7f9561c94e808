"""How an office writes: its dates, numbers, abbreviations, letters. The mess that must load clean."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from program.vocabulary import Delivery, Kind
from sample_data.model import Cell
from sample_data.wording import KIND_WORDS

_DELIVERY = {
    Delivery.IN_PERSON: ("Trực tiếp", "trực tiếp"),
    Delivery.ONLINE: ("Trực tuyến", "online"),
    Delivery.HYBRID: ("Kết hợp", "Trực tiếp kết hợp trực tuyến"),
}


@dataclass(frozen=True)
class Hand:
    """The habits of one office. `kind_words` chooses among the wordings of kinds; `old_tone` writes
    Hoà for Hòa; `decomposed` writes letters and marks apart (NFD), as some keyboards do."""

    text_dates: bool = False
    text_thousands: bool = False
    kind_words: int = 0
    abbreviates: bool = False
    upper_headings: bool = False
    old_tone: bool = False
    decomposed: bool = False
    blank_rows: bool = False

    def words(self, text: str | None) -> str | None:
        """A text as this office types it."""
        if text is None:
            return None
        if self.abbreviates:
            text = text.replace("Trường Tiểu học ", "Trường TH ")
        if self.old_tone:
            text = text.replace("Hòa", "Hoà").replace("hòa", "hoà")
        return unicodedata.normalize("NFD", text) if self.decomposed else text

    def text(self, text: str | None, style: str = "body") -> Cell:
        """A cell of words."""
        return Cell(self.words(text), style)

    def heading(self, text: str) -> Cell:
        """A cell of a table's head."""
        return Cell(self.words(text.upper() if self.upper_headings else text), "head")

    def ward(self, name: str | None) -> Cell:
        """Phường Hải Châu I, or P. Hải Châu I."""
        if name and self.abbreviates:
            name = name.replace("Phường ", "P. ").replace("Xã ", "X. ")
        return self.text(name)

    def kind(self, kind: Kind | None) -> Cell:
        """The kind in this office's words."""
        return self.text(KIND_WORDS[kind][self.kind_words] if kind else None)

    def delivery(self, delivery: Delivery | None) -> Cell:
        """The delivery in this office's words."""
        return self.text(_DELIVERY[delivery][self.kind_words % 2] if delivery else None)

    def day(self, day: date | None) -> Cell:
        """A real date, or dd/mm/yyyy typed as text."""
        if day is None:
            return Cell(None, "date")
        return Cell(f"{day:%d/%m/%Y}", "center") if self.text_dates else Cell(day, "date")

    def number(self, number: int | None, style: str = "number") -> Cell:
        """A number, or from a thousand on the text 1.234."""
        if number is not None and number >= 1000 and self.text_thousands:
            return Cell(f"{number:,}".replace(",", "."), style)
        return Cell(number, style)
