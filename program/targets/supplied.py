"""City totals that only their agency can count (T2, T3), as it supplied them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Supplied:
    """One statement of an agency: of `denominator` cases in the whole city up to `as_of` (from the start of
    the programme), `numerator` were as the indicator asks. `by` and `at` say who typed it when;
    `withdrawn` that it was taken back."""

    id: int
    indicator: str
    as_of: date
    numerator: int
    denominator: int
    agency: str
    document: str | None
    by: str
    at: datetime
    withdrawn: bool = False

    @property
    def value(self) -> float | None:
        """Per cent; None where there was no case."""
        return 100 * self.numerator / self.denominator if self.denominator else None


def latest(supplied: Iterable[Supplied], indicator: str, day: date) -> Supplied | None:
    """The statement of an indicator that holds on a day: the latest of those up to it that were not taken
    back; of two for the same day the one that came last."""
    own = [s for s in supplied if s.indicator == indicator and s.as_of <= day and not s.withdrawn]
    return max(own, key=lambda s: (s.as_of, s.id), default=None)
