"""Want of memory is told as such under whatever name a library tells it; all else is a damaged file."""

import errno
import zipfile
import zlib
from xml.parsers import expat

import pytest

from data_loaders import check as checking
from data_loaders.check import check
from data_loaders.reading import read
from data_loaders.reading.failures import damaged
from data_loaders.reading.grid import Unreadable
from program.contract import IssueCode
from sample_data import FOLDER

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
