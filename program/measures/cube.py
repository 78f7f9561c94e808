"""The cube: sums of every measure by unit, half-month, kind and delivery.

Half-months split at the 1st and the 15th, so every period of every calendar is a whole number of
them. The size depends on units and months, not on rows: a figure over a million activities costs
what it costs over a thousand.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from program.measures.sizes import fixed
from program.vocabulary import Audience, Delivery, Kind

KINDS = tuple(Kind)
AUDIENCES = tuple(Audience)
# The last place of the axes of kinds and deliveries holds records that do not say (a declaration of
# zero need not name a kind).
DELIVERIES = tuple(Delivery)

# Places on the measure axis: records, activities, women; records that give each of these two and any
# attendances; seats by audience (the last one not divided by audience; `PARTS` are the others), activities that had it.
RECORDS, ACTIVITIES, FEMALE, GIVE_ACTIVITIES, GIVE_FEMALE, GIVE_SEATS = range(6)
SEATS = slice(6, 6 + len(AUDIENCES) + 1)
PARTS = slice(SEATS.start, SEATS.stop - 1)
HAVING = slice(SEATS.stop, SEATS.stop + len(AUDIENCES))
MEASURES = HAVING.stop

_EPOCH, _DAY = date(1970, 1, 1).toordinal(), timedelta(days=1)
# So many sums over days are kept: those of the views that a few readers have open.
_KEPT = 32


def half_month(day: date) -> int:
    """The running number of the half-month a day lies in."""
    return (day.year * 12 + day.month - 1) * 2 + (day.day >= 15)


def half_month_start(number: int) -> date:
    """The first day of a half-month."""
    month, second = divmod(number, 2)
    return date(month // 12, month % 12 + 1, 15 if second else 1)


@dataclass(frozen=True, eq=False)
class Values:
    """The measures of single rows, a column each in the narrowest type that holds it: nearly all are small, and
    a million rows weigh a quarter of what they otherwise would."""

    columns: tuple[np.ndarray, ...]

    def added(self, places: np.ndarray, low: int, high: int, size: int) -> np.ndarray:
        """Sums of the rows from `low` up to `high` by their places, of which there are so many: (size, measures)."""
        found, at = np.zeros((size, MEASURES), dtype=np.int64), places[low:high]
        for measure, column in enumerate(self.columns):
            of_rows = column[low:high]
            if of_rows.any():
                found[:, measure] = np.bincount(at, weights=of_rows, minlength=size).round()
        return found


@dataclass(frozen=True)
class Cube:
    """Running sums over half-months, shape (units, half-months + 1, kinds + 1, deliveries + 1, measures),
    and the single rows in order of day, for spans that cut a half-month."""

    units: tuple[str, ...]
    first: int
    running: np.ndarray
    days: np.ndarray
    places: np.ndarray
    values: Values
    _kept: dict[tuple[date, date], np.ndarray] = field(default_factory=dict, init=False, compare=False)

    def sums(self, start: date, end: date) -> np.ndarray:
        """Sums over the days from start to end, both included: (units, kinds + 1, deliveries + 1, measures).
        Kept for a while: a page asks for the same days again and again."""
        if (found := self._kept.get((start, end))) is None:
            first = self._until(start.toordinal())
            found = fixed(first * 0 if end < start else self._until(end.toordinal() + 1) - first)
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[start, end] = found
        return found

    def until(self, days: list[date], rows: np.ndarray, kind: int) -> np.ndarray:
        """Sums of some units and one kind (their places) over everything up to each of the days, included:
        (days, rows, deliveries + 1, measures)."""
        last = self.running.shape[1] - 1
        wholes = [min(max(half_month(day + _DAY) - self.first, 0), last) for day in days]
        found = self.running[rows, np.array(wholes, dtype=np.int64)[:, None], kind]
        for place, day in enumerate(days):
            if (day + _DAY).day not in (1, 15):  # within a half-month
                found[place] = self._until(day.toordinal() + 1)[rows, kind]
        return found

    def _until(self, ordinal: int) -> np.ndarray:
        """Sums over everything before a day."""
        day = date.fromordinal(ordinal)
        last = self.running.shape[1] - 1
        whole = half_month(day) - self.first
        if whole < 0:
            return self.running[:, 0]
        if whole >= last:
            return self.running[:, last]
        sums = self.running[:, whole]
        begin = half_month_start(whole + self.first).toordinal()
        if begin == ordinal:
            return sums
        low, high = np.searchsorted(self.days, [begin - _EPOCH, ordinal - _EPOCH])
        if low == high:
            return sums
        part = self.values.added(self.places, int(low), int(high), sums.size // MEASURES)
        return sums + part.reshape(sums.shape)


def build_cube(activities: pd.DataFrame, start: date, end: date) -> Cube:
    """The cube of the active records (columns: `unit`, `kind`, `delivery`, `counted_on`, `count`,
    `female`, `attendances_total`, `att_<audience>`; a missing number is NaN) between two days.

    Rows outside the days are left out; the loaders refuse them.
    """
    unit_codes = activities["unit"].astype("category")
    units = tuple(str(u) for u in unit_codes.cat.categories)
    first, last = half_month(start), half_month(end)
    _, day, unit, kind, delivery, values = _rows(activities, unit_codes, start, end)

    shape = (max(len(units), 1), last - first + 1, len(KINDS) + 1, len(DELIVERIES) + 1)
    months = day.astype("datetime64[D]").astype("datetime64[M]")
    half = (months.astype(np.int64) + 1970 * 12) * 2 + (
        (day - months.astype("datetime64[D]").astype(np.int64)) >= 14
    )
    flat = (
        np.ravel_multi_index((unit, half - first, kind, delivery), shape)
        if len(day)
        else np.zeros(0, np.int64)
    )
    running = np.zeros((shape[0], shape[1] + 1, *shape[2:], MEASURES), dtype=np.int64)
    size = int(np.prod(shape))
    for m, column in enumerate(values.columns):
        sums = np.bincount(flat, weights=column, minlength=size).round().astype(np.int64)
        running[:, 1:, ..., m] = np.cumsum(sums.reshape(shape), axis=1)
    places = np.ravel_multi_index((unit, kind, delivery), (shape[0], *shape[2:])) if len(day) else flat
    return Cube(units, first, fixed(running), fixed(day), fixed(places.astype(np.int32)), values)


@dataclass(frozen=True)
class Rows:
    """Single rows in order of day, laid on the unit axis of a cube: `days` count from 1970, `places` are flat in
    `shape` (units, kinds + 1, deliveries + 1)."""

    days: np.ndarray
    places: np.ndarray
    values: Values
    shape: tuple[int, int, int]

    def sums(self, start: date, end: date) -> np.ndarray:
        """Sums over the days from start to end, both included: (units, kinds + 1, deliveries + 1, measures)."""
        low, high = self.between(start, end)
        part = self.values.added(self.places, low, high, int(np.prod(self.shape)))
        return part.reshape((*self.shape, MEASURES))

    def between(self, start: date, end: date) -> tuple[int, int]:
        """The places of the first row of the days from start to end, and of the first after them."""
        first, after = start.toordinal() - _EPOCH, end.toordinal() + 1 - _EPOCH
        low, high = np.searchsorted(self.days, [first, max(first, after)])
        return int(low), int(high)


@dataclass(frozen=True)
class Provisional:
    """The rows of files whose review is not done, and the number of the file that each comes from."""

    rows: Rows
    files: np.ndarray


def provisional_rows(records: pd.DataFrame | None, cube: Cube, start: date, end: date) -> Provisional:
    """The records (columns as of `build_cube`, and `submission_id`) of the units of a cube between two days;
    None are none."""
    shape = (max(len(cube.units), 1), len(KINDS) + 1, len(DELIVERIES) + 1)
    if records is None or not len(records):
        nothing = np.zeros(0, np.int64)
        return Provisional(Rows(nothing, nothing, Values((nothing,) * MEASURES), shape), nothing)
    # Not by astype: to pandas, categories in another order are the same type, and the codes would stay.
    codes = records["unit"].astype("category").cat.set_categories(list(cube.units))
    order, day, unit, kind, delivery, values = _rows(records, codes, start, end)
    files = records["submission_id"].to_numpy()[order]
    if len(day) == len(cube.days):  # every row waits, so they are those of the cube, and kept once
        return Provisional(Rows(cube.days, cube.places, cube.values, shape), fixed(files))
    places = np.ravel_multi_index((unit, kind, delivery), shape).astype(np.int32)
    return Provisional(Rows(fixed(day), fixed(places), values, shape), fixed(files))


def _rows(
    activities: pd.DataFrame, units: "pd.Series[Any]", start: date, end: date
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, Values]:
    """Places in the frame, days, places of unit, kind and delivery, values: in order of day."""
    day = activities["counted_on"].to_numpy().astype("datetime64[D]").astype(np.int64)
    order = np.argsort(day, kind="stable")
    order = order[(day[order] >= start.toordinal() - _EPOCH) & (day[order] <= end.toordinal() - _EPOCH)]
    return (
        order,
        day[order],
        units.cat.codes.to_numpy().astype(np.int64)[order],
        _places(activities["kind"], KINDS)[order],
        _places(activities["delivery"], DELIVERIES)[order],
        _values(activities, order),
    )


def _places(column: pd.Series, words: tuple[str, ...]) -> np.ndarray:
    """The place of each value among the words; a missing value takes the place after the last."""
    codes = pd.Categorical(column, categories=[str(w) for w in words]).codes.astype(np.int64)
    return np.where(codes < 0, len(words), codes)


def _values(activities: pd.DataFrame, order: np.ndarray) -> Values:
    def column(name: str) -> tuple[np.ndarray, np.ndarray]:
        numbers = activities[name].to_numpy(dtype=np.float64, na_value=np.nan)[order]
        given = ~np.isnan(numbers)
        return np.where(given, numbers, 0), given

    (count, counted), (female, told), (rest, seated) = map(column, ("count", "female", "attendances_total"))
    values = {
        RECORDS: np.ones(len(order)),
        ACTIVITIES: count,
        FEMALE: female,
        GIVE_ACTIVITIES: counted,
        GIVE_FEMALE: told,
        GIVE_SEATS: seated,
    }
    for i, audience in enumerate(AUDIENCES):
        seats, given = column(f"att_{audience}")
        values[SEATS.start + i] = _narrow(seats)
        values[HAVING.start + i] = _narrow(np.where(seats > 0, count, 0))
        rest = rest - seats
        seated |= given
    values[SEATS.stop - 1] = np.maximum(rest, 0)
    return Values(tuple(fixed(_narrow(values[measure])) for measure in range(MEASURES)))


def _narrow(column: np.ndarray) -> np.ndarray:
    """Whole numbers in the narrowest type that holds them."""
    whole = column.astype(np.int32)
    least, most = int(whole.min(initial=0)), int(whole.max(initial=0))
    return whole.astype(np.promote_types(np.min_scalar_type(least), np.min_scalar_type(most)))
