"""The form of the log lines, and that no word of a person gets into them."""

import json
import logging
import re
import sys
import warnings
from collections.abc import Iterator

import pytest
from google.protobuf.message import DecodeError
from streamlit.error_util import handle_uncaught_app_exception
from streamlit.proto.BackMsg_pb2 import BackMsg

from access import Denied
from serving import log
from settings import LogForm, journal

Capture = pytest.CaptureFixture[str]
CELL = "Nguyễn Văn Ả, 0900000000"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Everything is as before at the end."""
    made, handlers = logging.getLogRecordFactory(), list(journal.LOGGER.handlers)
    level, passed_on = journal.LOGGER.level, journal.LOGGER.propagate
    shown = warnings.showwarning
    yield
    warnings.showwarning = shown
    logging.setLogRecordFactory(made)
    journal.LOGGER.handlers[:] = handlers
    journal.LOGGER.setLevel(level)
    journal.LOGGER.propagate = passed_on


def test_a_line_is_one_object(capsys: Capture) -> None:
    log.set_up(LogForm.JSON)
    journal.note("accepted", actor="account:3", submission=7, seconds=0.25, unit=None)
    (line,) = capsys.readouterr().err.splitlines()
    said = json.loads(line)
    assert said.pop("time").endswith("Z")
    assert said == {
        "level": "info", "event": "accepted", "actor": "account:3", "submission": 7, "seconds": 0.25
    }  # fmt: skip


def test_a_plain_line(capsys: Capture) -> None:
    log.set_up(LogForm.PLAIN)
    journal.note("store_gone", logging.ERROR, kind="OperationalError")
    assert capsys.readouterr().err.split(" ", 1)[1] == "ERROR store_gone kind=OperationalError\n"


def test_set_up_twice_is_one_line(capsys: Capture) -> None:
    log.set_up(LogForm.PLAIN)
    log.set_up(LogForm.JSON)
    journal.note("started")
    assert json.loads(capsys.readouterr().err)["event"] == "started"


def _failing() -> None:
    try:
        int(CELL)
    except ValueError as error:
        raise RuntimeError(f"không hiểu {CELL}") from error


def test_an_exception_of_a_screen_keeps_kind_and_place_alone(capsys: Capture) -> None:
    """What Streamlit itself logs of a screen that fails."""
    log.set_up(LogForm.JSON)
    stream = logging.StreamHandler(sys.stderr)
    theirs = logging.getLogger("streamlit.error_util")
    theirs.addHandler(stream)
    try:
        _failing()
    except RuntimeError as error:
        handle_uncaught_app_exception(error)
    finally:
        theirs.removeHandler(stream)
    said = capsys.readouterr().err
    assert "0900000000" not in said
    assert "Nguyễn" not in said
    assert "Traceback" not in said
    ours = next(json.loads(line) for line in said.splitlines() if line.startswith("{"))
    assert (ours["event"], ours["kind"]) == ("failed", "RuntimeError < ValueError")
    assert ours["place"].startswith("tests/serving/test_log.py:")
    assert "RuntimeError < ValueError (tests/serving/test_log.py:" in said


def test_the_message_made_of_an_exception_goes_too(capsys: Capture) -> None:
    log.set_up(LogForm.PLAIN)
    record: list[logging.LogRecord] = []
    theirs = logging.getLogger("another.package")
    handler = logging.Handler()
    handler.emit = record.append  # type: ignore[method-assign]
    theirs.addHandler(handler)
    try:
        _failing()
    except RuntimeError as error:
        theirs.exception("failed with %s", error)
    theirs.removeHandler(handler)
    assert record[0].getMessage().startswith("RuntimeError < ValueError (")
    assert (record[0].exc_info, record[0].exc_text, record[0].stack_info) == (None, None, None)
    assert CELL not in capsys.readouterr().err


def test_the_place_is_ours_where_a_package_raises() -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads("{")
    assert re.fullmatch(r"tests/serving/test_log\.py:\d+", str(journal.place(raised.value)))


def test_a_refusal_is_no_failure(capsys: Capture) -> None:
    """A download asked for after the account was ended: Streamlit tells it as an error of its own."""
    log.set_up(LogForm.PLAIN)
    theirs = logging.getLogger("another.package")
    try:
        try:
            raise Denied("Tài khoản “Nguyễn Văn An” không còn hiệu lực.")
        except Denied as denied:
            raise RuntimeError(f"could not: {denied}") from denied
    except RuntimeError:
        theirs.exception("Error")
    told = capsys.readouterr().err
    assert " WARNING denied kind=RuntimeError < Denied " in told
    assert "failed" not in told
    assert "Nguyễn" not in told


def test_what_is_no_message_of_the_page_is_no_failure(capsys: Capture) -> None:
    log.set_up(LogForm.PLAIN)
    try:
        BackMsg.FromString(b"\xff\xff\xff")
    except DecodeError as broken:
        logging.getLogger("another.package").warning("Error", exc_info=broken)
    told = capsys.readouterr().err
    assert " INFO client_gone kind=DecodeError " in told
    assert "failed" not in told


def test_what_a_package_says_to_programmers_is_a_line_like_others(capsys: Capture) -> None:
    log.set_up(LogForm.JSON)
    warnings.showwarning(DeprecationWarning(CELL), DeprecationWarning, "/packages/authlib/client.py", 5)
    (line,) = capsys.readouterr().err.splitlines()
    said = json.loads(line)
    assert (said["event"], said["kind"], said["place"]) == (
        "package_warned",
        "DeprecationWarning",
        "client.py:5",
    )
    assert CELL not in line
