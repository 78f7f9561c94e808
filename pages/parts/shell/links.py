"""The numbers of a sentence lead to what they are made of."""

from pages.parts.listing import drill
from pages.parts.shell.choices import bar
from program.filters import Filters, address
from program.measures.figures import Progress, recent_since
from program.periods import programme
from program.vocabulary import Kind


class Links:
    """Words of a view as Markdown, each a link to the screen that holds what it is made of. Without a view
    the words alone, for whatever cannot be followed."""

    def __init__(self, view: Filters | None) -> None:
        self._view = view

    def rows(self, words: str, p: Progress) -> str:
        """The rows that an indicator's value counts; for T1 the schools, for T2 and T3 the statement."""
        if self._view is None:
            return words
        if p.indicator.measure == "schools_share":
            return self._to(words, "schools", address(self._view.only(unit=p.unit)) | {"schools": "recent"})
        rows = drill.of_progress(p, self._view)
        return self._to(words, "activities", address(rows)) if rows else self.plan(words, p)

    def recent(self, words: str, p: Progress) -> str:
        """The rows behind the rate of the last twelve months."""
        rows = drill.of_progress(p, self._view) if self._view else None
        if rows is None:
            return words
        since = recent_since(p.unit, p.as_of)
        rows = rows.only(period=programme(rows.calendar), as_of=p.as_of, since=since)
        return self._to(words, "activities", address(rows))

    def plan(self, words: str, p: Progress) -> str:
        """What is set for an indicator: the source of whatever is due, needed or lacking."""
        return self._to(words, "targets", {"indicator": p.indicator.code})

    def plans(self, words: str) -> str:
        """All that is set."""
        return self._to(words, "targets", {})

    def kind(self, words: str, kind: Kind) -> str:
        """The rows of one kind."""
        asked = address(self._view.only(kind=kind, audience=None)) if self._view else {}
        return self._to(words, "activities", asked)

    def reports(self, words: str) -> str:
        """Who has reported and who has not."""
        return self._to(words, "reporting", self._kept("as_of"))

    def schools(self, words: str, state: str, unit: str = "") -> str:
        """The schools of one state, of the view's unit or another."""
        asked = self._kept("unit", "as_of") | {"schools": state} | ({"unit": unit} if unit else {})
        return self._to(words, "schools", asked)

    def unit(self, words: str, code: str) -> str:
        """A unit's own page."""
        return self._to(words, "unit", self._kept("period", "calendar", "as_of") | {"unit": code})

    def units(self, words: str, p: Progress | None = None) -> str:
        """The units side by side in the indicator of `p` (none: the one being looked at), with their table open."""
        asked = {"indicator": p.indicator.code} if p else {}
        return self._to(words, "units", bar.kept(open="unit-figures", **asked))

    def _kept(self, *names: str) -> dict[str, str]:
        asked = address(self._view) if self._view else {}
        return {name: value for name, value in asked.items() if name in names}

    def _to(self, words: str, page: str, asked: dict[str, str]) -> str:
        return f"[{words}]({drill.href(page, asked)})" if self._view else words


PLAIN = Links(None)
