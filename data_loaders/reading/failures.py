"""Whatever fails while a file is read ends as a refusal that a person can act on."""

import errno
import logging
import os
import signal
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat

from python_calamine import CalamineError

from data_loaders.reading import refusals
from data_loaders.reading.grid import Unreadable

_log = logging.getLogger(__name__)
# How a process ends that reads a file: by its own word, or by the system at a bound (killed, out of its time;
# aborted, which is how a reader without an exception for it runs out of memory). Windows knows none of these.
_NO_MEMORY = errno.ENOMEM
_AT_A_BOUND = frozenset(
    -getattr(signal, name) for name in ("SIGKILL", "SIGXCPU", "SIGABRT") if hasattr(signal, name)
)


def damaged(error: BaseException, where: str | None = None) -> Unreadable:
    """The refusal for a part that could not be read: too_large where memory ran out, under whatever name the
    library tells it, else corrupt; `where` names the part if it is known."""
    return refusals.heavy_contents() if _out_of_memory(error) else refusals.corrupt(where)


def _out_of_memory(error: BaseException) -> bool:
    if isinstance(error, expat.ExpatError):
        return error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]
    if isinstance(error, zlib.error):
        return str(error).startswith("Error -4 ")  # Z_MEM_ERROR
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM)


@contextmanager
def told_by_status() -> Iterator[None]:
    """For the process that reads a file: where memory runs out within the block, it ends with a status that
    `of_process` knows."""
    try:
        yield
    except BaseException as error:
        if _out_of_memory(error):
            os._exit(_NO_MEMORY)
        raise


def of_process(status: int) -> Unreadable:
    """The refusal for a file at which the process that read it ended with this status and nothing else."""
    return refusals.heavy_contents() if status in {_NO_MEMORY, *_AT_A_BOUND} else refusals.unread()


@contextmanager
def refused() -> Iterator[None]:
    """Turns failures within the block into Unreadable: too_large for want of memory, else corrupt.

    What neither calamine nor our own checks foresaw is logged for the operator, too.
    """
    try:
        yield
    except Unreadable:
        raise
    except (CalamineError, MemoryError) as error:
        raise damaged(error) from error
    except Exception as error:
        _log.exception("unforeseen failure while reading a file")
        raise damaged(error) from error
    except BaseException as error:
        # A panic of calamine's Rust code is no Exception; a person's Ctrl-C is none either.
        if type(error).__name__ == "PanicException":
            raise refusals.corrupt() from error
        raise
