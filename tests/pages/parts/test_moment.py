"""A run asks the database once for what it needs again and again, and still sees what was just written."""

import pytest

import storage.reading.analysis
from access import local_person
from pages.parts.figures import results
from pages.parts.shell.visit import moment
from storage.intake.submissions import withdraw
from tests.pages.conftest import Start
from tests.pages.handing_in import take
from tests.storage.build import record


def test_a_run_asks_once_for_the_data_version(demo_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    app, asked = demo_start(), []
    ask = storage.reading.analysis.data_version
    monkeypatch.setattr(
        storage.reading.analysis, "data_version", lambda source: asked.append(1) or ask(source)
    )
    app.run()
    assert len(asked) == 1
    app.run()
    assert len(asked) == 2


def test_a_run_keeps_its_set_until_it_writes_itself(empty_start: Start) -> None:
    empty_start()
    with moment.one_run():
        before = results.analysis()
        kept = take(record())
        after = results.analysis()
        assert results.analysis() is after
        withdraw(results.engine(), local_person(), kept.submission.id)
        assert results.data_version() == after.version + 1
    assert after.version == before.version + 1


def test_outside_a_run_every_question_is_asked_anew() -> None:
    answers = iter(range(9))
    assert [moment.kept("x", lambda: next(answers)) for _ in range(2)] == [0, 1]
    with moment.one_run():
        assert [moment.kept("x", lambda: next(answers)) for _ in range(2)] == [2, 2]
    with moment.one_run():
        assert moment.kept("x", lambda: next(answers)) == 3
    assert moment.kept("x", lambda: next(answers)) == 4
