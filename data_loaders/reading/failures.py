"""Whatever fails while a file is read ends as a refusal that a person can act on."""

import errno
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat

from python_calamine import CalamineError

from data_loaders.reading import refusals
from data_loaders.reading.grid import Unreadable

_log = logging.getLogger(__name__)


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
