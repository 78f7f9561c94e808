"""Figures are made anew in the transaction that changes them: nobody at another screen waits for it."""

import pytest

import storage.reading.analysis
from access import local_person
from pages.parts.figures import results
from program.filters import Filters
from program.vocabulary import Kind
from storage.intake.submissions import Refused, withdraw
from tests.pages.conftest import Start
from tests.pages.handing_in import take
from tests.storage.build import record


def classes() -> int | None:
    return results.overview(Filters()).seats[Kind.TRAINING_CLASS].activities


def test_what_was_written_here_is_not_read_again(empty_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_start()
    kept = take(record())
    monkeypatch.setattr(storage.reading.analysis, "load", lambda *_: pytest.fail("read again"))
    assert classes() == 1
    monkeypatch.undo()
    withdraw(results.engine(), local_person(), kept.submission.id)
    monkeypatch.setattr(storage.reading.analysis, "load", lambda *_: pytest.fail("read again"))
    assert classes() == 0


def test_what_was_undone_is_in_no_figure(empty_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_start()
    take(record())
    renew = results._renew
    monkeypatch.setattr(results, "_renew", lambda connection: _undone(renew(connection)))
    results._analysis.clear()
    assert classes() == 1
    with pytest.raises(Refused):
        take(record(title="Lớp thứ hai"))
    # The next write gives the same number to a version with other rows.
    monkeypatch.undo()
    results._analysis.clear()
    assert classes() == 1
    take(record(title="Lớp thứ ba"), record(title="Lớp thứ tư"))
    assert classes() == 3


def _undone(put_in_place: object) -> object:
    assert callable(put_in_place)
    raise Refused("không ghi được")
