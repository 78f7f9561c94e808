"""Which lines of a report form make one record: classes in one, the people of them in those below, parts and women."""

from data_loaders.layout.forms.depth import depth_of, headed, measured_beside
from data_loaders.layout.forms.divided import of_place, summed
from data_loaders.layout.forms.slot import TOTAL, Above, Row, Slot, Unclear, in_other_measure, told_before
from data_loaders.layout.forms.words import COUNT, DEEPEST, MEN, OTHER, PEOPLE, WOMEN
from program.text import fold
from program.vocabulary import Audience, Delivery, Kind


class Slots:
    """Goes through the lines of a form from top to bottom."""

    def __init__(self, audiences: tuple[Audience, ...] = (), kind: Kind | None = None) -> None:
        """`audiences`, `kind`: what the words right above the form say of all of it."""
        self.found: list[Slot] = []
        # Lines with results of which nothing is known, among others that are: of all, and of some only.
        self.unclear: list[Row] = []
        self.aside: list[Row] = []
        self._audiences = audiences
        self._kind = kind
        self._above: list[Above] = []
        self._last: Above | None = None

    def read(self, rows: list[Row]) -> list[Slot]:
        """The slots of all lines; raises Unclear."""
        for row in headed(rows):
            try:
                self._row(row)
            except Unclear:
                if not any(COUNT in slot.rows for slot in self.found):
                    raise
                some = row.line.of_some and row.line.measure in (PEOPLE, None) and not row.line.kind
                (self.aside if some else self.unclear).append(row)
        for slot in self.found:
            slot.settle()
        return summed([slot for slot in self.found if slot.rows])

    def _row(self, row: Row) -> None:
        line = row.line
        if row.filled and not (line.measure or line.kind or line.audiences or line.delivery or line.total):
            raise Unclear(line.text)
        if not row.filled and line.measure is None and line.part and not (line.audiences or line.kind):
            # "Trong đó:" leads over to the lines below; with a mark of its own it is no line of the one above.
            while line.level < DEEPEST and self._above and self._above[-1].level >= line.level:
                self._above.pop()
            return
        level = depth_of(line, self._last)
        while self._above and self._above[-1].level >= level:
            self._above.pop()
        if line.measure == OTHER or not row.filled:
            other = line.measure == OTHER
            self.aside += [row] * (row.filled and line.of_some)
            measure = line.measure if line.counted or other else None
            self._above.append(Above(level, line, row.number, measure, heading=not other))
            self._last = None
            return
        over = next((a for a in reversed(self._above) if a.measure), None)
        if line.total and not (over and over.heading):
            # A sum of lines above.
            return
        measure = line.measure or (over.measure if over else None) or measured_beside(self._last, line)
        if measure == OTHER or (over and over.measure == OTHER and over.level < level):
            return
        if measure is None:
            raise Unclear(line.text)
        here = Above(level, line, row.number, measure)
        if (line.unit or line.period) and measure != MEN:
            of_place(here, over, self._new(here, *self._told(here)), self.found)
        else:
            {COUNT: self._count, PEOPLE: self._people, WOMEN: self._sex, MEN: self._sex}[measure](here)
        self._above.append(here)
        self._last = here

    def _scope(self) -> tuple[int, ...]:
        return tuple(a.row for a in self._above if a.heading and a.measure is None)

    def _of(self, here: Above) -> tuple[Kind | None, bool, tuple[Audience, ...], Delivery | None]:
        """The kind of a line and whether it is named, its audiences and form, by its own words and those above it."""
        line = here.line
        kind, named = (line.kind, line.own_kind) if not line.mixed else (None, False)
        audiences, delivery = line.audiences, line.delivery
        if not named:
            over = next((a.line.kind for a in reversed(self._above) if a.line.kind), None) or self._kind
            kind = over or kind
        for above in reversed(self._above):
            audiences = audiences or above.line.audiences
            delivery = delivery or above.line.delivery
        return kind, named, audiences or self._audiences, delivery

    def _told(self, here: Above) -> tuple[Kind | None, tuple[Audience, ...], Delivery | None]:
        kind, _, audiences, delivery = self._of(here)
        return kind, audiences, delivery

    def _new(
        self, here: Above, kind: Kind | None, audiences: tuple[Audience, ...], delivery: Delivery | None
    ) -> Slot:
        slot = Slot(self._scope(), kind, audiences, delivery, level=here.level)
        for above in self._above:
            slot.unit = above.line.unit or slot.unit
            slot.period = above.line.period_text or slot.period
        self.found.append(slot)
        return slot

    def _count(self, here: Above) -> None:
        kind, _, audiences, delivery = self._of(here)
        if here.line.mixed:
            # A sum of several kinds tells of none.
            here.measure = OTHER
            return
        over = next((a for a in reversed(self._above) if a.measure == COUNT and a.slot), None)
        whole = over.slot if over and over.slot and over.slot.kind == kind else None
        slot = None
        if whole is None:
            slot = next(
                (
                    s
                    for s in reversed(self.found)
                    if not s.placed and COUNT not in s.rows and s.people and s.scope == self._scope() and s.kind in (kind, None)
                    and s.audiences == audiences and s.delivery == delivery
                ),
                None,
            )  # fmt: skip
        if slot is None:
            slot = self._new(here, kind, audiences, delivery)
        slot.kind = kind
        slot.whole = whole
        slot.rows[COUNT] = here.row
        here.slot, here.key = slot, COUNT

    def _people(self, here: Above) -> None:
        kind, named, audiences, delivery = self._of(here)
        line = here.line
        over = next((a for a in reversed(self._above) if a.measure == PEOPLE), None)
        if over and over.slot and not named and not line.mixed:
            self._part(here, over.slot)
            return
        slot = self._fitting(here, kind, named, delivery)
        single = line.audiences or (slot.audiences if slot else audiences)
        key, seats = single[0].value if len(single) == 1 else TOTAL, "luot" in fold(line.text)
        if slot is None:
            again = told_before(self.found, self._scope(), key, line.text)
            if again or (kind is None and not audiences and line.of_some):
                raise Unclear(line.text)
            like = Slot(self._scope(), kind, audiences, delivery)
            slot = in_other_measure(self.found, like, key, seats)
            if slot and not seats:
                here.measure = OTHER
                return
            slot = slot or self._new(here, kind, audiences, delivery)
        elif slot.kind is None:
            slot.kind = kind
        if key in slot.rows and (key in slot.seats or not seats):
            raise Unclear(line.text)
        slot.rows[key], slot.words[key] = here.row, fold(line.text)
        slot.seats |= {key} if seats else set()
        here.slot, here.key = slot, key

    def _fitting(self, here: Above, kind: Kind | None, named: bool, delivery: Delivery | None) -> Slot | None:
        """The slot whose people a line tells: the latest that is of the same kind, audience and form and lacks them."""
        line, scope = here.line, self._scope()
        told = line.audiences
        fits = [
            s
            for s in self.found
            if not s.placed
            and (
                s.kind == kind
                or kind is None
                or s.kind is None
                or not (named or any(a.line.kind for a in self._above))
            )
            and (s.scope == scope or (named and s.kind == kind))
            and (s.delivery == delivery or not line.delivery or not (s.delivery or s.people))
            and not (told and s.audiences and s.audiences != told)
            and not (told and len(told) == 1 and told[0].value in s.rows)
            and not (not told and s.people)
            and not (told and TOTAL in s.rows and s.audiences)
        ]
        if not fits:
            return None
        same = [s for s in fits if told and s.audiences == told]
        open_ones = [s for s in same or fits if not s.people or told]
        if not open_ones:
            return None
        if not (named or any(a.line.kind for a in self._above)) and self._of_several_kinds(open_ones):
            # Of which kind these people are is asked.
            return None
        return self._nearest(here, open_ones, same)

    def _nearest(self, here: Above, open_ones: list[Slot], same: list[Slot]) -> Slot:
        """The slot of a line above, else of the same audience, else the latest: a line as deep as a sum tells of the
        sum, not of its last part."""
        above = (a.slot for a in reversed(self._above) if a.measure == COUNT and a.slot in open_ones)
        if (over := next(above, None)) is not None:
            return over
        if same:
            return same[-1] if here.level <= min(s.level for s in open_ones) else open_ones[-1]
        wholes = [s for s in open_ones if s.whole is None]
        return ([s for s in wholes if s.level >= here.level] or wholes or open_ones)[-1]

    def _of_several_kinds(self, open_ones: list[Slot]) -> bool:
        """Whether two kinds wait for people one after the other, so that it is unknown whose they are."""
        waiting = [s for s in open_ones if COUNT in s.rows and not s.people and s.whole is None]
        return len({s.kind for s in waiting}) > 1 and self._last is not None and self._last.slot in waiting

    def _part(self, here: Above, slot: Slot) -> None:
        """A part of the people of a line above."""
        line = here.line
        if not line.audiences:
            if line.delivery or (line.measure == PEOPLE and not line.part and not line.of_some):
                here.measure = OTHER
                return
            if line.part and line.measure is None:
                here.measure = OTHER
                return
            raise Unclear(line.text)
        here.slot = slot
        if len(line.audiences) > 1:
            here.key = ""
            return
        key = line.audiences[0].value
        if key in slot.rows:
            if any(a.key == key for a in self._above):
                # Part of a part ("Trong đó: cha mẹ có con nhỏ").
                here.key = ""
                return
            raise Unclear(line.text)
        slot.rows[key] = here.row
        here.key = key

    def _sex(self, here: Above) -> None:
        over = next((a for a in reversed(self._above) if a.slot and a.measure == PEOPLE), None)
        slot = over.slot if over else next((s for s in reversed(self.found) if s.people), None)
        if slot is None:
            raise Unclear(here.line.text)
        here.slot = slot
        if here.measure == MEN:
            # All people and the women are kept.
            return
        if (
            over
            and over.key not in (TOTAL, "")
            and (TOTAL in slot.rows or len(slot.rows) > 2 or slot.women_of)
        ):
            slot.women_of[over.key] = here.row
        elif WOMEN not in slot.rows:
            slot.rows[WOMEN] = here.row
