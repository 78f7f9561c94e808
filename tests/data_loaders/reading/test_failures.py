"""Want of memory is told as such under whatever name a library tells it; all else is a damaged file."""

import errno
import sys
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

import pytest

from data_loaders import check as checking
from data_loaders.check import check
from data_loaders.reading import Limits, read, separate
from data_loaders.reading.failures import damaged
from data_loaders.reading.grid import Unreadable
from program.contract import IssueCode
from sample_data import FOLDER

PROJECT = Path(__file__).resolve().parents[3]
WORKBOOK = FOLDER / "quan-hai-chau-2023.xlsx"


def _expat(code: int) -> expat.ExpatError:
    error = expat.ExpatError()
    error.code = code
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), IssueCode.TOO_LARGE),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), IssueCode.TOO_LARGE),
        (zlib.error("Error -4 while decompressing data"), IssueCode.TOO_LARGE),
        (_expat(1), IssueCode.TOO_LARGE),
        (OSError(errno.EIO, "Input/output error"), IssueCode.NOT_A_WORKBOOK),
        (zlib.error("Error -3 while decompressing data: invalid code lengths set"), IssueCode.NOT_A_WORKBOOK),
        (_expat(3), IssueCode.NOT_A_WORKBOOK),
        (ValueError("-4"), IssueCode.NOT_A_WORKBOOK),
    ],
)
def test_want_of_memory_is_no_damage(error: Exception, code: IssueCode) -> None:
    assert damaged(error).code == code


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("raise MemoryError", IssueCode.TOO_LARGE),
        ("raise OSError(errno.ENOMEM, '')", IssueCode.TOO_LARGE),
        ("signal.raise_signal(signal.SIGABRT)", IssueCode.TOO_LARGE),
        ("signal.raise_signal(signal.SIGXCPU)", IssueCode.TOO_LARGE),
        ("signal.raise_signal(signal.SIGSEGV)", IssueCode.NOT_A_WORKBOOK),
        ("raise ValueError", IssueCode.NOT_A_WORKBOOK),
    ],
)
def test_how_a_reading_process_ends(
    ending: str, code: IssueCode, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "python"
    lines = f"import errno, signal\nfrom data_loaders.reading import failures\nwith failures.told_by_status():\n    {ending}"
    program.write_text(f'#!/bin/sh\nulimit -c 0\ncd "{PROJECT}"\nexec "{sys.executable}" -c "{lines}"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(Unreadable) as refusal:
        separate.read(b"", Limits())
    assert refusal.value.code == code
    assert refusal.value.message.endswith(".")


def test_memory_that_ends_while_a_part_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> bytes:
        raise zlib.error("Error -4 while decompressing data")

    monkeypatch.setattr(zipfile.ZipFile, "read", no_memory)
    with pytest.raises(Unreadable) as refusal:
        read(WORKBOOK.name, WORKBOOK.read_bytes())
    assert refusal.value.code == IssueCode.TOO_LARGE


def test_memory_that_ends_after_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(checking, "find_blocks", no_memory)
    found = check(WORKBOOK.name, WORKBOOK.read_bytes())
    assert (found["status"], [each["code"] for each in found["issues"]]) == (
        "rejected",
        [IssueCode.TOO_LARGE],
    )
