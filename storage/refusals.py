"""When a file or a request is not taken, and the sentence that says so."""

from collections.abc import Sequence

from sqlalchemy import Connection

from access.actors import few_of
from program import units
from program.contract import Report
from storage.intake.history import Submission, find
from storage.records.rows import units_of


class Refused(Exception):
    """The file or the request cannot be taken; the message is a Vietnamese sentence for the person."""


def refuse_unfit(report: Report, unit: str | None = None, sound_rows: bool = False) -> None:
    """Raises Refused where `accept` would, whatever is in the database."""
    if report["status"] == "rejected":
        raise Refused("Chưa nhận được tệp này. Hãy sửa theo các lỗi đã nêu rồi nộp lại.")
    if report["status"] == "needs_fixes" and not sound_rows:
        errors = sum(issue["severity"] == "error" for issue in report["issues"])
        raise Refused(
            f"Tệp còn {errors} lỗi. Hãy sửa các ô đã nêu rồi nộp lại, hoặc chọn chỉ nhận những dòng đúng."
        )
    spoken_of = set(units_of(report))
    if not spoken_of:
        raise Refused("Tệp không có dòng nào để nhận.")
    others = sorted(spoken_of - {unit})
    if unit is not None and others:
        raise Refused(
            f"Tệp có số liệu của {few_of(others)}, trong khi đơn vị nộp là "
            f"{units.label(unit, with_type=True)}. Hãy bỏ các dòng đó hoặc chọn đúng đơn vị."
        )


def refuse_uncounted(connection: Connection, numbers: Sequence[int], verb: str) -> None:
    """Raises Refused unless every submission counts now; `verb` says what was to be done to it."""
    for number in numbers:
        found = find(connection, number)
        if found is None or found.state != "accepted":
            raise Refused(f"Lần nộp số {number} hiện không được tính nên không thể {verb}.")


def refuse_withdrawing(found: Submission | None, number: int) -> Submission:
    """The submission, if it can be withdrawn. Raises Refused."""
    if found is None:
        raise Refused(f"Không có lần nộp số {number}.")
    if found.state == "withdrawn":
        raise Refused(f"Lần nộp số {number} đã được rút trước đó.")
    if found.state == "superseded":
        raise Refused(f"Lần nộp số {number} đã được một lần nộp sau thay thế; hãy rút lần nộp sau trước.")
    return found


def refuse_without_rest(connection: Connection, number: int) -> None:
    """Raises Refused unless rows of the submission wait to be mended."""
    found = find(connection, number)
    if found is None or found.rest != "open":
        raise Refused(f"Lần nộp số {number} không có dòng nào đang chờ sửa.")
