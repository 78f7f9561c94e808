"""Any sequence of accepting, removing, replacing, reading again and withdrawing against a model of a few lines."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from access import Actor
from program.submissions.mending import Answer, Mending, Question
from storage.database import reading
from storage.intake.submissions import accept, withdraw, withdrawal
from storage.reading import analysis
from tests.storage.build import active, bytes_of, drawn, emptied, record, report

TITLES = ("A", "B", "C")
UNITS = ("492", "493")
MENDINGS = (Mending(), Mending(frozenset({Answer(Question.KIND, "hội thảo", "other")})))

Key = tuple[str, str]


@dataclass(frozen=True)
class Entry:
    """An accepted submission: what its file says, whom it replaced, and for each key that it says is gone
    the number of the submission whose row is gone with all before it."""

    number: int
    said: dict[Key, int]
    file: tuple[bytes, Mending]
    replaced: tuple[int, ...] = ()
    gone: dict[Key, int] = field(default_factory=dict)


class Model:
    """What is in force, in the order of accepting."""

    def __init__(self) -> None:
        self.accepted: list[Entry] = []

    def in_force(self) -> list[Entry]:
        replaced = {number for entry in self.accepted for number in entry.replaced}
        return [entry for entry in self.accepted if entry.number not in replaced]

    def holders(self) -> dict[Key, Entry]:
        """The later of two files holds a key, unless another file says that its row is gone."""
        standing = self.in_force()
        holding = {key: entry for entry in standing for key in entry.said}
        for entry in standing:
            for key, last in entry.gone.items():
                if key in holding and holding[key].number <= last:
                    del holding[key]
        return holding

    def figures(self) -> list[tuple[str, int]]:
        return sorted((key[0], entry.said[key]) for key, entry in self.holders().items())

    def accept(self, entry: Entry, removing: int | None) -> None:
        """Replaced submissions leave what they removed; what the named one holds and the file lacks goes."""
        gone: dict[Key, int] = {}
        for earlier in self.accepted:
            if earlier.number in entry.replaced:
                gone |= {key: max(last, gone.get(key, 0)) for key, last in earlier.gone.items()}
        self.accepted.append(replace(entry, gone=gone))
        units = {unit for unit, _ in entry.said}
        for key, holder in self.holders().items():
            if holder.number == removing and (len(units) > 1 or key[0] in units):
                gone[key] = holder.number


@dataclass(frozen=True)
class Accepting:
    """A file: what it says; which bytes it is (None: its own); how it was mended; whether it replaces, and
    which of those in force it removes rows from; whether it is taken back at once."""

    said: dict[Key, int]
    raw: bytes | None
    mending: Mending
    replacing: bool
    removing: int | None
    fleeting: bool


def _figures(engine: Engine) -> tuple[list[tuple[str, int]], set[tuple[str, int]]]:
    """What the figures of activities and the files behind them rest on; all else that they rest on is not read."""
    with reading(engine) as connection:
        activities, _ = analysis._both(connection, None)
        found = analysis._sources(connection, None)
    rows = activities[["unit", "att_parents"]].astype({"unit": "str", "att_parents": "int64"})
    sources = found[["unit", "submission_id"]]
    return sorted(rows.itertuples(index=False, name=None)), set(sources.itertuples(index=False, name=None))


def _take(engine: Engine, actor: Actor, model: Model, step: Accepting) -> None:
    standing = model.in_force()
    made = report(*(record(unit=u, title=t, attendances={"parents": n}) for (u, t), n in step.said.items()))
    file = (step.raw or bytes_of(made), step.mending)
    named = [standing[-1].number] if step.replacing and standing else []
    removing = (
        standing[step.removing % len(standing)].number if standing and step.removing is not None else None
    )
    before = active(engine)
    receipt = accept(
        engine, actor, "tep.xlsx", file[0], made, mending=file[1], replaces=named,
        remove_from=[] if removing is None else [removing],
    )  # fmt: skip
    if any(entry.file == file for entry in standing):
        assert receipt.outcome == "unchanged"
        assert active(engine) == before
        return
    reread = [entry.number for entry in standing if entry.file[0] == file[0]]
    replaced = tuple(dict.fromkeys([*named, *reread]))
    held = model.holders()
    assert receipt.new == len(step.said.keys() - held.keys())
    assert receipt.new + receipt.changed + receipt.unchanged == len(step.said)
    model.accept(Entry(receipt.submission.id, step.said, file, replaced), removing)
    now = model.holders()
    assert receipt.removed == len(held.keys() - now.keys())
    assert receipt.restored == sum(now[key] not in (held.get(key), model.accepted[-1]) for key in now)
    if step.fleeting:
        _withdraw(engine, actor, model, model.accepted[-1])
        assert active(engine) == before


def _withdraw(engine: Engine, actor: Actor, model: Model, gone: Entry) -> None:
    held = [key for key, holder in model.holders().items() if holder is gone]
    foreseen = withdrawal(engine, gone.number)
    receipt = withdraw(engine, actor, gone.number)
    assert (receipt.removed, receipt.restored, receipt.kept) == (
        foreseen.stops,
        foreseen.restored,
        foreseen.kept,
    )
    assert receipt.removed == len(held)
    model.accepted.remove(gone)


_files = st.dictionaries(
    st.tuples(st.sampled_from(UNITS), st.sampled_from(TITLES)), st.integers(0, 3), min_size=1, max_size=4
)
_accepting = st.builds(
    Accepting,
    _files,
    st.sampled_from([None, None, b"one file", b"another file"]),
    st.sampled_from(MENDINGS),
    st.booleans(),
    st.none() | st.integers(0, 5),
    st.booleans(),
)
_steps = st.lists(_accepting | st.integers(0, 5), max_size=6)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@drawn(15)
@given(steps=_steps)
def test_figures_are_those_of_the_files_in_force(
    engine: Engine, actor: Actor, steps: list[Accepting | int]
) -> None:
    _as_the_model_says(engine, actor, steps)


@pytest.mark.postgres
@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
@drawn(5)
@given(steps=_steps)
def test_the_other_database_gives_them_too(
    engine: Engine, actor: Actor, steps: list[Accepting | int]
) -> None:
    _as_the_model_says(engine, actor, steps)


def _as_the_model_says(engine: Engine, actor: Actor, steps: list[Accepting | int]) -> None:
    emptied(engine)
    model = Model()
    for step in steps:
        standing = model.in_force()
        if isinstance(step, Accepting):
            _take(engine, actor, model, step)
        elif standing:
            _withdraw(engine, actor, model, standing[step % len(standing)])
        figures, sources = _figures(engine)
        assert figures == model.figures()
        assert sources == {
            (unit, entry.number)
            for unit, entry in {unit: entry for entry in model.in_force() for unit, _ in entry.said}.items()
        }
    while standing := model.in_force():
        _withdraw(engine, actor, model, standing[0])
    assert active(engine) == []
