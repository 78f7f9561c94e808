"""Tổng quan tells what changed since the reader's last look, once, and only who may keep a look."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from access import Actor, Right, local_person
from pages.parts.figures import results
from storage.database import writing
from storage.intake.submissions import withdraw
from storage.reading.looks import last
from storage.schema import event, last_look
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.storage.build import record

SESSION: dict[str, Any] = {"kind": "communication_session", "unit": "490", "title": "Buổi ở chợ"}


def long_ago() -> None:
    """Let a day go by: all that was done so far lies before it."""
    with writing(results.engine()) as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS event_no_update")
        connection.execute(update(event).values(at=datetime.now(UTC) - timedelta(days=2)))
        connection.execute(update(last_look).values(seen_at=datetime.now(UTC) - timedelta(days=1)))


def line(app: AppTest) -> str:
    return next((text for text in written(app).splitlines() if text.startswith("Từ lần xem")), "")


def test_what_came_and_went_is_told_at_the_next_visit(empty_start: Start) -> None:
    old = take(record(**SESSION), name="cũ.xlsx")
    assert not line(empty_start())
    long_ago()
    take(record(), record(title="Lớp thứ hai"), record(kind="other", title="Góc tư vấn"), name="mới.xlsx")
    withdraw(results.engine(), local_person(), old.submission.id)
    app = empty_start()
    number = old.submission.id
    assert (
        f"thêm 1 lần nộp (quận Hải Châu), rút lần nộp số {number}, **+2 lớp**, **−1 buổi**, **+1 hoạt động khác**"
        in line(app)
    )
    assert "**+60 lượt (lớp tập huấn)**" in line(app)
    assert "Xem các lần nộp" in [p.proto.label for p in app.get("page_link")]


def test_the_line_stays_until_it_is_put_away(empty_start: Start) -> None:
    empty_start()
    long_ago()
    take(record())
    app = empty_start()
    app.run()
    assert line(app)
    # The page loaded again.
    app = empty_start()
    assert line(app)
    button(app, "Đã xem").click().run()
    assert not line(app)
    assert "Đã xem" not in labels(app)
    assert not line(empty_start())


def test_nothing_is_said_where_nothing_changed(empty_start: Start) -> None:
    take(record())
    empty_start()
    long_ago()
    assert not line(empty_start())


def test_a_reader_without_the_right_leaves_no_trace(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Actor("reader", "Người xem", frozenset(Right) - {Right.REMEMBER_LOOK})
    monkeypatch.setattr(results, "local_person", lambda: reader)
    take(record())
    assert not line(empty_start())
    monkeypatch.undo()
    assert last(results.engine(), Actor("reader", "", frozenset(Right))) is None
