"""The session's leave to send files, and the memory that they take."""

from typing import Any

from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

from access import Right
from pages.parts.figures import results
from serving import uploads


def offered() -> None:
    """Beside the chooser of files: from now on the server takes files of this session, if whoever is there
    may hand in."""
    run, actor = get_script_run_ctx(), results.actor()
    if run is not None and Right.SUBMIT in actor.rights:
        uploads.offer(run.session_id, actor.id)


def kept(session: str) -> int:
    """How many files of a session lie in memory."""
    stored: dict[str, dict[str, Any]] = getattr(get_instance().uploaded_file_mgr, "file_storage", {})
    return len(stored.get(session, ()))


def emptied() -> None:
    """Files of a chooser that is put away leave the memory; Streamlit would keep them until the session
    ends."""
    run = get_script_run_ctx()
    if run is not None:
        run.uploaded_file_mgr.remove_session_files(run.session_id)
