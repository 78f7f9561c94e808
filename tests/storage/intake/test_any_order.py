"""From workbooks to figures: the order of rows, sheets and files changes nothing; what was read is what counts."""

import datetime
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from access import local_person
from data_loaders.check import check
from program.filters import Filters
from program.measures.analysis import build
from program.measures.figure_list import figures
from program.periods import parse_period
from storage.database import connect
from storage.intake.submissions import accept, withdraw
from storage.reading import analysis
from tests.data_loaders.sheets import xlsx

UNITS = {"492": "Quận Hải Châu", "497": "Huyện Hòa Vang", "HLHPN": "Hội LHPN thành phố"}
KINDS = {"training_class": "Lớp tập huấn", "communication_session": "Buổi truyền thông"}
HEAD = ["STT", "Đơn vị", "Loại hoạt động", "Tên hoạt động", "Ngày", "Cha mẹ", "Trẻ em ngoài trường học"]


@dataclass(frozen=True)
class Act:
    unit: str
    kind: str
    title: str
    day: datetime.date
    parents: int
    outside: int

    def row(self, number: int) -> list[Any]:
        names = (UNITS[self.unit], KINDS[self.kind], self.title)
        return [number, *names, self.day.strftime("%d/%m/%Y"), self.parents, self.outside]


ACTS = st.lists(
    st.builds(
        Act,
        st.sampled_from(list(UNITS)),
        st.sampled_from(list(KINDS)),
        st.sampled_from(["Kỹ năng số", "An toàn mạng", "Em và internet"]),
        st.dates(datetime.date(2021, 6, 1), datetime.date(2025, 6, 30)),
        st.integers(0, 400),
        st.integers(0, 400),
    ),
    min_size=1,
    max_size=10,
    # A later file is the newer word on the same activity, so files are drawn that do not contradict.
    unique_by=lambda a: (a.unit, a.kind, a.title, a.day),
)


def workbook(sheets: list[list[Act]]) -> bytes:
    made = {
        f"Trang {n}": [HEAD, *(act.row(i) for i, act in enumerate(acts, 1))]
        for n, acts in enumerate(sheets, 1)
    }
    return xlsx(made)


def dealt(acts: list[Act], hands: int) -> list[list[Act]]:
    return [hand for n in range(hands) if (hand := acts[n::hands])]


def told(store: Path, files: list[bytes], undo: bytes | None = None) -> list[dict[str, Any]]:
    """All figures of two views after these files; with `undo` that one was accepted too and withdrawn. What of
    them is provisional is no matter of rows: a file waits for its reviewer as a whole."""
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copy(store, folder))
        engine = connect(f"sqlite:///{copy}")
        try:
            for n, raw in enumerate(files):
                accept(engine, local_person(), f"tep-{n}.xlsx", raw, check(f"tep-{n}.xlsx", raw))
            if undo is not None:
                done = accept(engine, local_person(), "sau.xlsx", undo, check("sau.xlsx", undo))
                if done.outcome == "accepted":
                    withdraw(engine, local_person(), done.submission.id)
            found = build(**vars(analysis.load(engine)))
        finally:
            engine.dispose()
    views = (Filters(), Filters(period=parse_period("2023")))
    return [figure | {"provisional": None} for view in views for figure in figures(found, view)]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS, st.data())
def test_order_of_rows_sheets_and_files_does_not_matter(
    migrated_sqlite: Path, acts: list[Act], data: st.DataObject
) -> None:
    plain = told(migrated_sqlite, [workbook([acts])])
    mixed = data.draw(st.permutations(acts))
    sheets = data.draw(st.permutations(dealt(mixed, 3)))
    assert told(migrated_sqlite, [workbook(sheets)]) == plain
    files = data.draw(st.permutations([workbook([hand]) for hand in dealt(mixed, 3)]))
    assert told(migrated_sqlite, list(files)) == plain
    # Handing in twice and undoing change nothing either.
    assert told(migrated_sqlite, [*files, *files]) == plain
    other = [Act(a.unit, a.kind, a.title, a.day, a.parents + 7, 0) for a in mixed[::2]]
    assert told(migrated_sqlite, list(files), undo=workbook([other])) == plain


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_what_the_rows_say_is_what_the_city_counts(migrated_sqlite: Path, acts: list[Act]) -> None:
    seats: Counter[tuple[str, str]] = Counter()
    activities: Counter[str] = Counter()
    for act in acts:
        activities[act.kind] += 1
        seats[act.kind, "parents"] += act.parents
        seats[act.kind, "children_out_of_school"] += act.outside
    found = {
        (f["measure"], f["kind"], f["audience"]): f["value"]
        for f in told(migrated_sqlite, [workbook([acts])])
        if f["unit"] == "city" and f["period"] == "all"
    }
    for kind in KINDS:
        assert found["activities", kind, None] == activities[kind]
        for audience in ("parents", "children_out_of_school"):
            assert found["attendances", kind, audience] == seats[kind, audience]
