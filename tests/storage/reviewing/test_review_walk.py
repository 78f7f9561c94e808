"""Random walks through sending, returning, accepting, withdrawing, locking and opening: after each step the desk and
the rows say what a plain model says, at the end the figures, CSV and report too, and all agree on what is provisional."""

import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from access import local_person
from exports.as_csv.activities import csv_bytes
from program.filters import Filters, RowState
from program.measures.analysis import build
from program.measures.figure_list import figures
from program.periods import parse_period
from program.report.draft import report as drafted
from program.reviewing.review import QuotedCell, Verdict
from storage.database import connect
from storage.intake.submissions import Refused, accept, withdraw
from storage.locks import windows
from storage.reading.activities import page, stream
from storage.reading.analysis import load
from storage.reviewing import review
from tests.storage.build import bytes_of, error, record, report

ME = local_person()
QUARTER = "2023-Q2"
VIEW = Filters(unit="492", period=parse_period(QUARTER))
LOOSE = VIEW.only(state=RowState.PROVISIONAL)
ROWS = range(3)
STEPS = st.tuples(
    st.sampled_from(["send", "send", "flagged", "flagged", "return", "return", "accept", "undo", "withdraw", "lock", "open"]),
    st.sets(st.sampled_from(ROWS), min_size=1),
    st.integers(0, 9),
)  # fmt: skip


@dataclass
class File:
    """A file that was accepted: the attendances of its rows, the rows its check found too large, what was said."""

    number: int
    seats: dict[int, int]
    flagged: set[int]
    words: list[tuple[int, str, set[int]]] = field(default_factory=list)


@dataclass
class Model:
    """What counts, told from the latest files alone."""

    files: list[File] = field(default_factory=list)
    locked: bool = False
    opened: bool = False
    late: bool = False
    sent: int = 0

    def held(self) -> dict[int, File]:
        return {row: one for one in self.files for row in one.seats}

    def state(self, one: File) -> str:
        own = {row for row, holder in self.held().items() if holder is one}
        said, quoted = one.words[-1][1:] if one.words else ("", set())
        gone = one.seats.keys() - own
        if not own or said == "accepted":
            return "official"
        if said == "returned" and not (gone and quoted <= gone):
            return "returned"
        return "in_review" if one.flagged & own else "official"

    def seats(self, *states: str) -> list[int]:
        """Attendances of each row that counts, of files in these states (none: in any)."""
        return [o.seats[r] for r, o in self.held().items() if not states or self.state(o) in states]


def step(engine: Engine, model: Model, what: str, rows: set[int], pick: int) -> None:
    """Take one step in the store and in the model; a locked quarter refuses what would move it."""
    one = model.files[pick % len(model.files)] if model.files else None
    if what in ("send", "flagged"):
        model.sent += 1
        seats = {row: 100 * model.sent + row for row in rows}
        flagged = {min(rows)} if what == "flagged" else set()
        made = report(
            *(
                record(title=f"Lớp {r}", attendances={"parents": n}, attendances_total=n, source={"sheet": "Q", "row": r + 6})
                for r, n in seats.items()
            ),
            issues=[error(f"H{r + 6}") | {"severity": "warning", "code": "implausible_size", "sheet": "Q"} for r in flagged],
        )  # fmt: skip
        try:
            done = accept(engine, ME, "tep.xlsx", bytes_of(made), made)
        except Refused:
            assert model.locked
            return
        assert not model.locked
        model.files.append(File(done.submission.id, seats, flagged))
        model.late |= model.opened
    elif what in ("lock", "open"):
        last = max((word.id for word in windows.known(engine).said if word.code == QUARTER), default=None)
        with suppress(Refused):
            if what == "lock":
                windows.lock(engine, ME, QUARTER, seen=last)
                model.locked, model.opened = True, False
            elif model.locked:
                windows.unlock(engine, ME, QUARTER, [], "bổ sung", seen=last)
                model.locked, model.opened = False, True
    elif one is None:
        return
    elif what == "withdraw":
        moves = any(holder is one for holder in model.held().values())
        try:
            withdraw(engine, ME, one.number)
        except Refused:
            assert model.locked
            assert moves
            return
        assert not (model.locked and moves)
        model.files.remove(one)
        model.late |= model.opened and moves
    elif what == "undo" and one.words:
        review.undo(engine, ME, [one.words.pop()[0]])
    elif what in ("return", "accept"):
        quoted = rows & one.seats.keys() if what == "return" else set()
        cells = [QuotedCell("Q", f"H{row + 6}", "500", "lớn") for row in sorted(quoted)]
        verdict = Verdict.RETURNED if what == "return" else Verdict.ACCEPTED
        seen = one.words[-1][0] if one.words else None
        number = review.say(engine, ME, one.number, verdict, "Xem lại", cells, seen)
        one.words.append((number, verdict.value, quoted))


def agree(engine: Engine, model: Model) -> None:
    """Desk and rows against the model."""
    waiting = {one.number: model.state(one) for one in model.files if model.state(one) != "official"}
    assert {w.submission.id: w.state.value for w in review.queue(engine)} == waiting
    every, loose = model.seats(), model.seats("in_review", "returned")
    for view, wanted in ((VIEW, every), (LOOSE, loose)):
        shown = page(engine, view)
        assert sorted(row["attendances_total"] for row in shown.rows) == sorted(wanted)
        assert sum(one["attendances"] for one in shown.totals.values()) == sum(wanted)


def agree_in_all(engine: Engine, model: Model) -> None:
    """Figures, CSV and report against the model."""
    every, loose = model.seats(), model.seats("in_review", "returned")
    found = build(**vars(load(engine)))
    told = {(f["measure"], f["kind"], f["audience"]): f for f in figures(found, VIEW)}
    figure = told["attendances", "training_class", "parents"]
    assert (figure["value"] or 0, figure["provisional"] or 0) == (sum(every), sum(loose))
    for view, wanted in ((VIEW, every), (LOOSE, loose)):
        lines = csv_bytes(stream(engine, view)).decode("utf-8-sig").splitlines()[1:]
        assert len(lines) == len(wanted)
        assert sum("tạm tính" in line for line in lines) == len(loose)
    draft = drafted(found, VIEW)
    (annex,) = (table for table in draft.annexes if table.code == "audiences")
    (parents,) = (row for row in annex.rows if str(row.values[0]).startswith("Cha mẹ"))
    assert parents.values[1] == (sum(every) if every else None)
    notes, files = " ".join(draft.notes), len(review.queue(engine))
    assert (f"tạm tính của {files} tệp" in notes) == bool(loose)
    assert ("mở khóa" in notes) == (model.late and bool(every))


# Walks are short: made shorter they would take minutes to say little more.
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(STEPS, min_size=3, max_size=9))
def test_every_state_of_the_review_says_the_same_everywhere(
    migrated_sqlite: Path, steps: list[tuple[str, set[int], int]]
) -> None:
    model = Model()
    with TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{Path(shutil.copy(migrated_sqlite, folder))}")
        try:
            for taken in steps:
                step(engine, model, *taken)
                agree(engine, model)
            agree_in_all(engine, model)
        finally:
            engine.dispose()
