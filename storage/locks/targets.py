"""Targets of periods that are locked: they may still change, since decisions come late, but never without the
document that says so.

A target is not locked as figures are. Each version stays with its decision (`program.targets.history`), so what was
reported against the former one can be told; what is asked for here is that the new one has its reason.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from program import clock, units
from program.locks.windows import QUARTERS, Lock, Said, holding
from program.locks.words import span_words
from program.vocabulary import find_indicator
from storage.locks import windows
from storage.refusals import Refused
from storage.registers import target_log
from storage.registers.target_log import Held


def refuse_unreasoned(connection: Connection, before: Held) -> None:
    """Raises Refused where a target all of whose days are locked is new, says something else than before (what
    `target_log.held` gave) or is gone, and no document says so. Taking a submission back is no change of its own."""
    words = windows.words_today(connection)
    if not words:
        return
    after = target_log.held(connection)
    for known_by in sorted(before.keys() | after.keys()):
        old, new = before.get(known_by), after.get(known_by)
        if old == new or (new is not None and new["document"]):
            continue
        indicator, unit, start, end, _ = known_by
        if _locked(words, "" if unit == units.CITY else unit, start, end):
            what = known.short_label if (known := find_indicator(indicator)) else indicator
            raise Refused(_sentence(what, unit, start, end, gone=new is None))


def _sentence(what: str, unit: str, start: date, end: date, *, gone: bool) -> str:
    name = f"“{what}” của {units.label(unit, with_type=True)}, {span_words(start, end)}"
    if gone:
        return (
            f"Mục tiêu {name} thuộc kỳ đã khóa số liệu nên không bỏ trống được. Chưa có gì được ghi. Hãy ghi mức mới kèm "
            "văn bản điều chỉnh, hoặc mở khóa kỳ đó kèm lý do rồi bỏ."
        )
    return (
        f"Mục tiêu {name} thuộc kỳ đã khóa số liệu: hãy ghi văn bản giao hoặc điều chỉnh (số, ngày). Chưa có gì được ghi. "
        "Văn bản đó đứng cạnh mục tiêu, thay cho lý do mở khóa."
    )


def _locked(words: Iterable[Said], unit: str, start: date, end: date) -> bool:
    """Whether every quarter that lies in these days is locked."""
    known, today = tuple(words), clock.today()
    inside = [q for q in QUARTERS if start <= q.end and q.start <= end]
    held = [holding(known, unit, quarter.code, today) for quarter in inside]
    return bool(held) and all(one is not None and one.lock == Lock.LOCKED for one in held)
