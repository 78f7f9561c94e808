"""What every command does around its work on the store: open it, bring the schema up to date, say in a
sentence what keeps it from that, and close it."""

import sys
from collections.abc import Callable

from sqlalchemy import Engine

from locales.command_line import Parser
from storage.database import NewerSchema, connect, migrate
from storage.faults import StoreFault

REFUSED = 1


def with_store(parser: Parser, work: Callable[[Engine], int], *, migrates: bool = True) -> int:
    """The exit code of the work; 1, with a sentence, where the store does not answer or is of a newer
    release. A `DATABASE_URL` that names no database of ours ends as wrong usage."""
    try:
        engine = connect()
    except ValueError as error:
        parser.stop(str(error).removesuffix("."))
    except StoreFault as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    try:
        if migrates:
            migrate(engine)
        return work(engine)
    except (NewerSchema, StoreFault) as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    finally:
        engine.dispose()
