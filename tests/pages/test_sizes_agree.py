"""One count of unusual sizes: the figure, the rows of *Hoạt động* and their CSV agree."""

import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pytest

import storage.reading.analysis
from access import local_person
from exports.as_csv.activities import csv_bytes
from program.filters import Filters
from program.measures.analysis import build
from program.measures.sizes import PLAUSIBLE, size
from program.periods import parse_period
from program.vocabulary import Kind
from storage.database import connect
from storage.intake.submissions import accept
from storage.reading.activities import page, stream
from tests.pages.conftest import Start
from tests.pages.handing_in import take
from tests.pages.said import tables
from tests.storage.build import bytes_of, record, report

LAST = date(2025, 12, 31)
CLASSES, SESSIONS = Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION


def _class(day: str, seats: int, **changes: object) -> dict[str, object]:
    return record(title=f"Lớp {day} {seats}", start_date=day, end_date=day, attendances_total=seats,
                  attendances={"parents": min(seats, 20)}, **changes)  # fmt: skip


# Beside the demo data, which has one class of unusual size (a ward, autumn 2025).
ADDED = report(
    _class("2023-05-01", 2000),
    _class("2023-12-20", 8),
    _class("2023-06-01", 60),
    _class("2023-06-02", 1000, count=5),
    _class("2024-07-01", 300, unit="493"),
    _class("2024-06-20", 30, unit="493", kind="communication_session"),
    _class("2023-07-01", 3000, unit="502"),  # no unit of the old city
    kind="activities",
)


@pytest.fixture
def database(demo_database: Path, tmp_path: Path) -> Path:
    own = tmp_path / "own.sqlite3"
    shutil.copy(demo_database, own)
    engine = connect(f"sqlite:///{own.as_posix()}")
    accept(engine, local_person(), "them.xlsx", bytes_of(ADDED), ADDED)
    engine.dispose()
    return own


def test_figure_rows_and_csv_agree(database: Path) -> None:
    engine = connect(f"sqlite:///{database.as_posix()}")
    analysis = build(**vars(storage.reading.analysis.load(engine)))
    for view, classes, sessions in (
        (Filters(as_of=LAST), 5, 1),
        (Filters(as_of=date(2024, 6, 20)), 3, 1),
        (Filters(as_of=date(2024, 6, 19)), 3, 0),
        (Filters(period=parse_period("2023"), as_of=LAST), 2, 0),
        (Filters(unit="492", as_of=LAST), 3, 0),
        (Filters(unit="493", as_of=LAST), 1, 1),
        (Filters(unit="502", as_of=LAST), 1, 0),
        (Filters(unit="497", as_of=LAST), 0, 0),
    ):
        start, end = view.period.start, min(view.period.end, view.as_of or LAST)
        for kind, unusual in ((CLASSES, classes), (SESSIONS, sessions)):
            told = size(analysis.sizes, kind, view.unit, start, end)
            asked = view.only(kind=kind, unusual=True)
            raw = csv_bytes(stream(engine, asked)).decode("utf-8-sig")
            lines = list(csv.DictReader(io.StringIO(raw)))
            counted = told.unusual if told else 0
            assert (counted, page(engine, asked).total_rows, len(lines)) == (unusual,) * 3, (view, kind)
    engine.dispose()


def test_the_rows_stand_on_the_screen_and_the_view_says_so(empty_start: Start) -> None:
    least, most = PLAUSIBLE[CLASSES]
    take(_class("2023-05-01", most), _class("2023-05-02", most + 1), _class("2023-05-03", least - 1))
    app = empty_start("pages/view/activities.py", size="unusual")
    assert [line["Lượt tham gia"] for line in tables(app)[0]] == [str(least - 1), str(most + 1)]
    assert any("quy mô khác thường" in m.value for m in app.markdown)
    app = empty_start("pages/view/activities.py")
    assert len(tables(app)[0]) == 3
    assert not any("quy mô khác thường" in m.value for m in app.markdown)
