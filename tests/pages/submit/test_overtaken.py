"""Somebody else changes the rows of a file while it is looked at: the press does not accept what was not seen."""

import json
from typing import Any

import pytest

from pages.parts.figures import results
from pages.submit import checked as checking
from program.contract import Report
from program.submissions.mending import Mending
from storage.intake.submissions import history, withdraw
from tests.pages.conftest import Start
from tests.pages.handing_in import button, take, written
from tests.storage.build import record, report

PAGE = "pages/submit/upload.py"
OURS = report(record(title="Lớp A", female=9), record(title="Lớp B", female=9))


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check says what the bytes of the file say."""

    def look(name: str, raw: bytes, _mending: Mending) -> tuple[Report, frozenset[str]]:
        return json.loads(raw) | {"file": name}, frozenset()

    monkeypatch.setattr(checking, "look_apart", look)


def headings(app: Any) -> list[str]:
    return [h.value for h in app.header]


@pytest.mark.usefixtures("check")
def test_the_preview_is_made_anew_before_the_file_is_accepted(empty_start: Start) -> None:
    take(record(title="Lớp A"))
    app = empty_start(PAGE)
    app.file_uploader[0].upload("tep.xlsx", json.dumps(OURS).encode(), "application/octet-stream").run()
    assert "Sẽ được tính: 1 dòng mới, 1 dòng thay đổi" in headings(app)
    other = take(record(title="Lớp B", female=1), name="cua-nguoi-khac.xlsx")
    button(app, "Nhận 2 hoạt động").click().run()
    assert not app.exception
    told = written(app).replace("\\", "")
    assert "đã nhận tệp cua-nguoi-khac.xlsx (lần nộp số 3)" in told
    assert "Sẽ được tính: 2 dòng thay đổi" in headings(app)
    assert [(s.id, s.state) for s in history(results.engine())] == [
        (3, "accepted"), (2, "checked"), (1, "accepted"),
    ]  # fmt: skip

    # What is told is told once; taken back again meanwhile is told anew.
    withdraw(results.engine(), results.actor(), other.submission.id)
    button(app, "Nhận 2 hoạt động").click().run()
    assert "đã rút tệp cua-nguoi-khac.xlsx (lần nộp số 3)" in written(app).replace("\\", "")
    button(app, "Nhận 2 hoạt động").click().run()
    assert "Kết quả: **1 dòng mới, 1 dòng thay đổi, 0 dòng giữ nguyên**" in written(app)
