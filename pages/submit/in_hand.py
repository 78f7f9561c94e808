"""The files in hand: from the chooser or the list of submissions, read with their mending, kept from the
first sight on so that nothing is lost when the browser closes, and accepted."""

from hashlib import sha256

import streamlit as st

import storage.intake.submissions
from access import Denied
from locales.forms import day
from locales.messages import t
from pages.parts.figures import results
from pages.submit import chooser
from pages.submit.checked import Checked, Upload, checked
from pages.submit.decide.choices import Choices
from pages.submit.handed_in import receipt
from pages.submit.mend import conventions, corrections, mending
from pages.submit.mend.mending import Work
from program.reporting.timeliness import NOT_SAID, Received
from storage import memory
from storage.faults import StoreFault
from storage.intake.submissions import Receipt, Seen

FORMATS = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv"]
_SEARCHED = 500
NO_CHOICES = Choices()


def another() -> None:
    """Put the files away, so that another can be handed in."""
    st.session_state["upload-turn"] = st.session_state.get("upload-turn", 0) + 1
    st.session_state.pop("resumed", None)
    chooser.emptied()
    receipt.forget()
    mending.forget()


def resume(submission: int) -> None:
    """Take a kept file up again, with what was answered and corrected in it."""
    another()
    st.session_state["resumed"] = submission


def files() -> list[Upload]:
    """The files of the chooser, or the one that was taken up again; the same bytes once."""
    turn = st.session_state.get("upload-turn", 0)
    chooser.offered()
    chosen = st.file_uploader(
        t("Chọn tệp báo cáo"), type=FORMATS, key=f"upload-{turn}", accept_multiple_files=True
    )
    given = [(file.name, file.getvalue()) for file in chosen]
    if given:
        st.session_state.pop("resumed", None)
    elif "resumed" in st.session_state:
        given = _resumed(st.session_state["resumed"])
    found = [Upload(name, raw, sha256(raw).hexdigest()) for name, raw in given]
    return list({upload.fingerprint: upload for upload in found}.values())


def _resumed(submission: int) -> list[tuple[str, bytes]]:
    """The file of a submission, while the person may read it and its bytes are kept."""
    try:
        return [storage.intake.submissions.raw_file(results.engine(), results.actor(), submission)]
    except storage.intake.submissions.NotKept as gone:
        st.session_state.pop("resumed", None)
        st.warning(
            t(
                "Tệp gốc đã hết hạn lưu ngày {day}. Để sửa tiếp, hãy nộp lại tệp từ máy của đơn vị.",
                day=day(gone.removed_on),
            )
        )
        return []
    except (Denied, LookupError):
        st.session_state.pop("resumed", None)
        return []


def begin(upload: Upload) -> Work:
    """The work on a file, with what was typed into its table of corrections. One that was handed in before
    begins with the mending that it had."""
    if not mending.begun(upload.fingerprint):
        work = mending.work(upload.fingerprint)
        before = st.session_state.get("resumed", _handed_in(upload))
        if before is not None:
            work.given = work.before = storage.intake.submissions.mending_of(
                results.engine(), results.actor(), before
            )
            work.again = bool(work.given)
    work = mending.work(upload.fingerprint)
    corrections.typed(work, upload.fingerprint)
    return work


def _handed_in(upload: Upload) -> int | None:
    """The newest submission of these bytes that counts or waits, of those within the person's reach."""
    known = storage.intake.submissions.history(
        results.engine(), limit=_SEARCHED, within=results.actor().units
    )
    same = (s.id for s in known if s.fingerprint == upload.fingerprint and s.state in ("accepted", "checked"))
    return next(same, None)


def look(upload: Upload) -> Checked:
    """Read a file with the mending of this session; it is kept from then on, unless it is refused."""
    work = begin(upload)
    found = checked(upload, work.given, work.aside)
    if found.personal and work.given != work.before:
        work.refuse()
        found = checked(upload, work.given, work.aside)
    _keep(upload, work, found)
    work.standing = mending.Standing(found.rows, found.errors)
    return found


def _keep(upload: Upload, work: Work, found: Checked) -> None:
    if found.report["status"] == "rejected" or found.applied.digest in work.kept:
        return
    try:
        storage.intake.submissions.hold(
            results.engine(), results.actor(), upload.name, upload.raw, found.report, mending=found.applied
        )
    except Denied:
        return  # who may not hand in is told so at the button
    memory.trim(found.rows)
    work.kept.add(found.applied.digest)


def accept(
    upload: Upload, found: Checked, choices: Choices = NO_CHOICES, received: Received = NOT_SAID,
    seen: Seen | None = None,
) -> Receipt:  # fmt: skip
    """Accept the sound rows of a file and keep its answers for later files; `seen` is what a person looked at
    before. Raises Refused (Overtaken where that does not hold any more), Denied."""
    done = storage.intake.submissions.accept(
        results.engine(), results.actor(), upload.name, upload.raw, found.report, mending=found.applied,
        sound_rows=found.report["status"] == "needs_fixes", remove_from=choices.remove_from,
        twins=choices.twins, bases=choices.bases, crossings=choices.crossings, repeats=choices.repeats, received=received,
        seen=seen,
    )  # fmt: skip
    memory.give_back(found.rows)
    try:
        conventions.remember(mending.work(upload.fingerprint), found)
    except StoreFault:  # the file counts, and that must be said
        st.toast(t("Tệp đã được nhận, nhưng chưa nhớ được quy ước đọc tệp vì kho số liệu đang bận."))
    return done
