"""The paper receipt of a submission that was accepted: its button, and all that stands on it."""

from contextvars import copy_context
from datetime import UTC, datetime

import storage.intake.account
import storage.intake.submissions
from access import Actor
from exports.receipt import PaperReceipt, file_name, receipt_html
from locales import messages
from locales.messages import t
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.submission_words import rows
from pages.submit.handed_in import accepted_with
from program import units
from storage.database import Engine
from storage.intake.submissions import Submission


def button(s: Submission, key: str) -> None:
    """The button that takes the receipt along; it is made when pressed."""
    engine, actor = results.engine(), results.actor()
    download.button(
        t("Tải biên nhận để in"), lambda: paper(engine, actor, s.id), file_name=file_name(s.id), mime="text/html",
        key=key, what="receipt", view={"submission": s.id},
    )  # fmt: skip


def paper(engine: Engine, actor: Actor, submission_id: int) -> bytes:
    """The receipt as it stands now, in Vietnamese whatever the language of the page. Raises LookupError
    for a submission that was never accepted, Denied."""
    return copy_context().run(_paper, engine, actor, submission_id)


def _paper(engine: Engine, actor: Actor, submission_id: int) -> bytes:
    messages.use("vi")
    s = storage.intake.submissions.get(engine, submission_id)
    outcome = storage.intake.account.outcome(engine, submission_id)
    if s is None or outcome is None:
        raise LookupError(submission_id)
    counted = storage.intake.account.counted(engine, submission_id)
    given = storage.intake.submissions.mending_of(engine, actor, submission_id)
    found = storage.intake.submissions.issues(engine, actor, submission_id) if s.error_count else []
    receipt = PaperReceipt(
        submission=s.id,
        state=s.state,
        demo=s.demo,
        file_name=s.file_name,
        size=s.size,
        fingerprint=s.fingerprint,
        submitted_by=s.uploaded_by,
        submitted_at=s.uploaded_at,
        accepted_by=outcome.by,
        accepted_at=outcome.at,
        units=[
            units.label(code, with_type=True)
            for code in storage.intake.account.units_of(engine, submission_id)
        ],
        rows=[rows(kind, count) for kind, count in s.counts.items() if count],
        new=outcome.new,
        changed=outcome.changed,
        unchanged=outcome.unchanged,
        removed=outcome.removed,
        data_version=outcome.data_version,
        counted=counted,
        answers=accepted_with.answers(given),
        corrections=sorted(given.corrections),
        decisions=accepted_with.decisions(engine, s),
        left_out=[issue for issue in found if issue["severity"] == "error"],
        rest=s.rest,
    )
    return receipt_html(receipt, datetime.now(UTC))
