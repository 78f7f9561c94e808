"""Somebody looks at what a file would change, and meanwhile others change just those rows: then accepting it would do
something else than what was seen, and is refused until it is looked at anew."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select

from program.contract import Report
from storage.conflicts.subjects import Decision, latest, subject_of
from storage.journal import log, names
from storage.records.comparison import Comparison
from storage.records.rows import units_of
from storage.refusals import Refused
from storage.schema import event, submission, submission_unit, user_account

_DONE = {log.ACCEPTED: "đã nhận", log.WITHDRAWN: "đã rút"}


class Overtaken(Refused):
    """The rows that a file speaks of are not those that its preview showed."""


@dataclass(frozen=True)
class Seen:
    """What a preview was made of: the stored rows that the file speaks of (`Comparison.met`), and the last entry of
    the log by then."""

    met: str
    entry: int


def seen(connection: Connection, comparison: Comparison) -> Seen:
    """What is seen now, once the whole file was compared."""
    return Seen(comparison.met, connection.scalar(select(func.max(event.c.id))) or 0)


def refuse(connection: Connection, report: Report, comparison: Comparison, before: Seen | None) -> None:
    """Raises Overtaken where the file meets other rows than what was seen `before` (None: nobody looked)."""
    if before is None or before.met == comparison.met:
        return
    who = _who(connection, comparison.in_common, units_of(report), before.entry)
    raise Overtaken(
        f"Chưa nhận tệp này: trong lúc xem, {who or 'số liệu của những dòng này vừa được người khác thay đổi'}. "
        "Phần “Sẽ được tính” ở trên đã tính lại; hãy xem lại rồi bấm nhận."
    )


def refuse_decided(connection: Connection, decided: Iterable[Decision], before: Seen | None) -> None:
    """Raises Overtaken where somebody decided since what is now to be decided otherwise."""
    if before is None:
        return
    query = select(event.c.detail).where(event.c.id > before.entry, event.c.action == log.DECIDED)
    made = {pair for detail in connection.scalars(query) for pair in detail.items()}
    for decision in decided if made else ():
        subject = subject_of(decision)
        found = latest(connection, subject, vars(decision))
        if found and (f"{subject}_decision", found["id"]) in made and found["verdict"] != decision.verdict:
            raise Overtaken(
                f"Chưa nhận tệp này: trong lúc xem, {found['decided_by']} đã quyết định khác về số liệu trùng, với lý do "
                f"“{found['reason']}”. Phần ở trên đã tính lại; hãy xem lại rồi bấm nhận."
            )


def _who(connection: Connection, alike: Collection[int], units: Collection[str], entry: int) -> str:
    """Who did what since that entry of the log, with a file that shares rows or units; empty where nobody did."""
    of_units = select(submission_unit.c.submission_id).where(submission_unit.c.unit.in_(units))
    query = (
        select(event.c.actor, user_account.c.name, event.c.action, submission.c.id, submission.c.file_name)
        .join(submission, submission.c.id == event.c.submission_id)
        .join(user_account, user_account.c.login == event.c.actor, isouter=True)
        .where(event.c.id > entry, event.c.action.in_(_DONE))
        .where(or_(submission.c.id.in_(alike), submission.c.id.in_(of_units)))
        .order_by(submission.c.id.in_(alike).desc(), event.c.id.desc())
    )
    found = connection.execute(query.limit(1)).first()
    if found is None:
        return ""
    login, account, action, number, file = found
    return f"{names.name(login, account)} {_DONE[action]} tệp {file} (lần nộp số {number})"
