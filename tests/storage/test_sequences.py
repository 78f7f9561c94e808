"""Any sequence of accepting, replacing and withdrawing against a model of a few lines."""

from dataclasses import dataclass, field
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, update

from access import Actor
from storage import analysis, schema
from storage.submissions import accept, withdraw
from tests.storage.build import bytes_of, record, report

TITLES = ("A", "B", "C")
UNITS = ("492", "493")


@dataclass
class Model:
    """What is in force: each entry is a submission's number, what its file says, and whom it replaced."""

    accepted: list[tuple[int, dict[tuple[str, str], int], tuple[int, ...]]] = field(default_factory=list)

    def in_force(self) -> list[tuple[int, dict[tuple[str, str], int], tuple[int, ...]]]:
        replaced = {number for entry in self.accepted for number in entry[2]}
        return [entry for entry in self.accepted if entry[0] not in replaced]

    def figures(self) -> list[tuple[str, int]]:
        """What each key counts: the later of two files wins."""
        winning: dict[tuple[str, str], int] = {}
        for _, said, _ in self.in_force():
            winning |= said
        return sorted((unit, seats) for (unit, _), seats in winning.items())


def _empty(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in reversed(schema.metadata.sorted_tables):
            if table is not schema.data_version:
                connection.execute(delete(table))
        connection.execute(update(schema.data_version).values(version=0))


def _figures(engine: Engine) -> tuple[list[tuple[str, int]], set[tuple[str, int]]]:
    active = analysis.load(engine)
    rows = active.activities[["unit", "att_parents"]].astype({"unit": "str", "att_parents": "int64"})
    sources = active.sources[["unit", "submission_id"]]
    return sorted(rows.itertuples(index=False, name=None)), set(sources.itertuples(index=False, name=None))


_files = st.dictionaries(
    st.tuples(st.sampled_from(UNITS), st.sampled_from(TITLES)), st.integers(0, 3), min_size=1, max_size=4
)
_steps = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), _files, st.booleans()),
        st.tuples(st.just("withdraw"), st.integers(0, 5), st.just(False)),
    ),
    max_size=8,
)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=_steps)
def test_figures_are_those_of_the_files_in_force(
    engine: Engine, actor: Actor, steps: list[tuple[str, Any, bool]]
) -> None:
    _empty(engine)
    model = Model()
    for step, said, replacing in steps:
        standing = model.in_force()
        if step == "accept":
            made = report(
                *(record(unit=u, title=t, attendances={"parents": n}) for (u, t), n in said.items())
            )
            replaces = (standing[-1][0],) if replacing and standing else ()
            before = _figures(engine)
            receipt = accept(engine, actor, "tep.xlsx", bytes_of(made), made, replaces=replaces)
            if any(entry[1] == said and list(entry[1]) == list(said) for entry in standing):
                assert receipt.outcome == "unchanged"
                assert _figures(engine) == before
                continue
            assert receipt.new + receipt.changed + receipt.unchanged == len(said)
            model.accepted.append((receipt.submission.id, said, replaces))
        elif standing:
            gone = standing[said % len(standing)]
            withdraw(engine, actor, gone[0])
            model.accepted.remove(gone)
        figures, sources = _figures(engine)
        assert figures == model.figures()
        last = {unit: number for number, content, _ in model.in_force() for unit, _ in content}
        assert sources == set(last.items())
