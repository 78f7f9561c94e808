"""Whatever fails while a file is read ends as a refusal that a person can act on."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from python_calamine import CalamineError

from data_loaders.reading import refusals
from data_loaders.reading.grid import Unreadable

_log = logging.getLogger(__name__)


@contextmanager
def refused() -> Iterator[None]:
    """Turns failures within the block into Unreadable: too_large for want of memory, else corrupt.

    What neither calamine nor our own checks foresaw is logged for the operator, too.
    """
    try:
        yield
    except Unreadable:
        raise
    except CalamineError as error:
        raise refusals.corrupt() from error
    except MemoryError as error:
        raise refusals.heavy_contents() from error
    except Exception as error:
        _log.exception("unforeseen failure while reading a file")
        raise refusals.corrupt() from error
    except BaseException as error:
        # A panic of calamine's Rust code is no Exception; a person's Ctrl-C is none either.
        if type(error).__name__ == "PanicException":
            raise refusals.corrupt() from error
        raise
