"""One step of the report or of issued editions, in a process of its own: prints its wall and CPU seconds and by how
much the process grew at most while it was done, after the figures lay in memory as they do in an idle server.

`report URL PERIOD`: draft, Word, Excel, slides · `figures URL PERIOD`: all figures of an edition, once · `compare URL`:
the first edition held against today, with the causes of every difference.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from benchmarks.process import peak_mb, resident_mb
from exports.edition.made import prepared
from exports.edition.settings import settings_of
from exports.report.letterhead import letterhead
from program.editions.issued import Asked, Kept, figures_of, texts_of
from program.editions.states import State, comparison, state_of
from program.filters import Filters, parse_filters
from program.measures.analysis import Analysis, build
from storage.commands.drafting import draft
from storage.database import connect
from storage.editions import events, issued
from storage.reading.analysis import load

Step = Callable[[], object]


def asked(engine: Engine, analysis: Analysis, view: Filters) -> Asked:
    """The report of a view with its three files, ready to be issued."""
    head = letterhead(view.unit)
    made = draft(engine, analysis, view, head.issuer)
    return prepared(analysis, view, made, {}, head, name="Báo cáo", today=date(2026, 1, 5))


def compared(engine: Engine, analysis: Analysis, kept: Kept) -> object:
    """The edition held against today, as the screen does."""
    one = kept.edition
    head = letterhead(one.unit)
    causes = events.causes(engine, one.then, one.last_event)
    made = draft(engine, analysis, one.filters, head.issuer)
    now = State(tuple(figures_of(analysis, one.then)), texts_of(made, ()), settings_of(head), one.as_of)
    return comparison(one.then, state_of(kept), now, causes)


def main() -> None:
    """Do the step that the arguments name."""
    name, url, *rest = sys.argv[1:]
    engine = connect(url)
    analysis = build(**vars(load(engine)))
    view = parse_filters({"period": rest[0] if rest else "2023"})
    steps: dict[str, Step] = {
        "report": lambda: asked(engine, analysis, view),
        "figures": lambda: figures_of(analysis, view),
        "compare": lambda: compared(engine, analysis, issued.kept(engine, 1)),  # type: ignore[arg-type]
    }
    # A server that has just loaded its figures still holds what loading them took.
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    before = resident_mb(os.getpid())
    wall, cpu = time.perf_counter(), time.process_time()
    result = steps[name]()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    told = {"wall": wall, "cpu": cpu, "growth": peak_mb(os.getpid()) - before}
    differences = getattr(result, "differences", ())
    told |= {"differences": len(differences), "unexplained": sum(not one.causes for one in differences)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
