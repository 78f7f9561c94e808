"""The append-only log of what was done, by whom and when; never the words of a cell."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from access import Actor
from storage.schema import event, user_account

ACCEPTED = "accepted"
HELD = "held"
WITHDRAWN = "withdrawn"
REST_DROPPED = "rest_dropped"
RECEIPT_CORRECTED = "receipt_corrected"
ANSWERS_KEPT = "answers_kept"
ANSWERS_FORGOTTEN = "answers_forgotten"
DECIDED = "decided"
DECISION_UNDONE = "decision_undone"
FIGURE_SUPPLIED = "figure_supplied"
FIGURE_TAKEN_BACK = "figure_taken_back"
TARGET_CHANGED = "target_changed"
WORK_CORRECTED = "work_corrected"
CAMPAIGN_SET = "campaign_set"
CAMPAIGN_ENDED = "campaign_ended"
CAMPAIGN_UNDONE = "campaign_undone"
REVIEW_ACCEPTED = "review_accepted"
REVIEW_RETURNED = "review_returned"
REVIEW_UNDONE = "review_undone"
PERIOD_LOCKED = "period_locked"
PERIOD_OPENED = "period_opened"
LOCK_UNDONE = "lock_undone"
LOCK_RULE_SET = "lock_rule_set"
LOCK_RULE_UNDONE = "lock_rule_undone"
EDITION_ISSUED = "edition_issued"
EDITION_NUMBERED = "edition_numbered"
EDITION_WITHDRAWN = "edition_withdrawn"
EDITION_RESTORED = "edition_restored"
DEMO_LOADED = "demo_loaded"
DEMO_REMOVED = "demo_removed"
BACKED_UP = "backed_up"
RESTORED = "restored"
FILES_EXPIRED = "files_expired"
SETTLED_ANEW = "settled_anew"
RUN_BROKEN = "run_broken"
SIGNED_IN = "signed_in"
SIGNED_OUT = "signed_out"
SIGN_IN_REFUSED = "sign_in_refused"
EXPORTED = "exported"
USER_ADDED = "user_added"
USER_RENAMED = "user_renamed"
ROLE_GRANTED = "role_granted"
ROLE_ENDED = "role_ended"


def record(
    connection: Connection,
    actor: Actor,
    action: str,
    submission_id: int | None = None,
    detail: Mapping[str, int] | None = None,
    *,
    subject: str | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Add one entry within the caller's transaction; `detail` holds numbers only. `subject` is what was
    acted on, where it is no submission (`user:…`, `unit:…`, `export:…`); `before` and `after` its state,
    without anybody's contacts. The operator's log gets the numbers alone."""
    connection.execute(
        insert(event).values(
            at=datetime.now(UTC),
            actor=actor.id,
            action=action,
            submission_id=submission_id,
            detail=dict(detail or {}),
            subject=subject,
            before=None if before is None else dict(before),
            after=None if after is None else dict(after),
        )
    )
    noted = connection.get_execution_options().get("noted")
    if noted is not None:
        who = _told_as(connection, actor)
        noted.append({"event": action, "actor": who, "submission": submission_id, **(detail or {})})


def _told_as(connection: Connection, actor: Actor) -> str:
    """Who it was, for the operator's log: a login may be somebody's address, so an account has a number."""
    if not actor.account:
        return actor.id
    number = connection.scalar(select(user_account.c.id).where(user_account.c.login == actor.id))
    return f"account:{number}"
