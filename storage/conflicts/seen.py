"""Whether the entries of the desk still are what a person saw when deciding about them."""

from collections.abc import Sequence

from sqlalchemy import Connection

from program.conflicts.desk import Conflict
from storage.conflicts.desk import as_seen
from storage.conflicts.subjects import ABOUT, Subject, latest
from storage.refusals import Refused

_CHANGED = (
    "Số liệu của mục này vừa được người khác thay đổi nên chưa lưu quyết định. Hãy xem lại rồi quyết định."
)
_UNDONE = (
    "Quyết định trước về mục này vừa được người khác hủy nên chưa lưu quyết định. Hãy xem lại rồi quyết định."
)


def refuse_changed(connection: Connection, seen: Sequence[Conflict]) -> None:
    """Raises Refused where somebody decided about one of the entries since it was listed, or changed its rows."""
    for entry in seen:
        _refuse_decided(connection, entry)
        if not as_seen(connection, entry):
            raise Refused(_CHANGED)


def _refuse_decided(connection: Connection, entry: Conflict) -> None:
    subject: Subject = entry.sort.value
    found = latest(connection, subject, dict(zip(ABOUT[subject], entry.about, strict=True)))
    if (None if found is None else found["id"]) == entry.before:
        return
    if found is None:
        raise Refused(_UNDONE)
    raise Refused(
        f"{found['decided_by']} vừa quyết định về mục này, với lý do “{found['reason']}”, nên quyết định lần này chưa được "
        "lưu. Nếu thấy chưa đúng, hãy hoàn tác ở phần Đã quyết định rồi quyết định lại."
    )
