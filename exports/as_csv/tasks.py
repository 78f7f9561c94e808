"""Tasks, documents and the share done by unit as CSV, a line for each that the screen shows. Form: `exports.as_csv.table`."""

from collections.abc import Iterable

from exports.as_csv.table import Cell, table_csv
from program.units import label
from program.work.directives import Directive
from program.work.history import Source
from program.work.task_register import Line, Register
from program.work.tasks import STATE_LABELS, Standing, Task

STANDING_WORDS = {
    Standing.OVERDUE: "quá hạn",
    Standing.SOON: "đến hạn trong 30 ngày",
    Standing.OPEN: "còn hạn hoặc không ghi hạn",
    Standing.DONE: "đã hoàn thành",
}


def tasks_csv(found: Register, shown: Iterable[Task]) -> bytes:
    """The tasks that are shown, in their order, as they stand on the register's day."""
    return table_csv(_task(one, found) for one in shown)


def _task(one: Task, found: Register) -> dict[str, Cell]:
    said = one.details
    return {
        "Đơn vị giao": label(one.unit, with_type=True),
        "Nội dung nhiệm vụ": said.duty,
        "Giao cho": said.assignee,
        "Văn bản": said.document,
        "Ngày giao": said.assigned_on,
        "Hạn hoàn thành": said.due_date,
        "Tình trạng": STATE_LABELS[said.state] if said.state else None,
        "Tính đến ngày": found.day,
        "Vào ngày đó": STANDING_WORDS[one.standing(found.day)],
        "Số ngày quá hạn": one.days_over(found.day) or None,
        "Ngày hoàn thành": said.done_on,
        "Kết quả": said.result,
        "Văn bản minh chứng": said.proof,
        **_source(one.said.source),
    }


def units_csv(found: Register) -> bytes:
    """Every unit that is shown: tasks passed on, done, overdue; a unit that handed in none has empty cells."""
    return table_csv(_unit(line, found) for line in found.lines)


def _unit(line: Line, found: Register) -> dict[str, Cell]:
    known = line.tally
    return {
        "Đơn vị": label(line.unit, with_type=True),
        "Tính đến ngày": found.day,
        "Tình hình": "chưa gửi" if known is None else "đã gửi",
        "Nhiệm vụ đã giao": known.passed_on if known else None,
        "Đã hoàn thành": known.done if known else None,
        "Quá hạn": known.overdue if known else None,
        "Đến hạn trong 30 ngày": known.soon if known else None,
        "Còn lại": known.open if known else None,
        # As text it would be a date in many spreadsheets; the two numbers stand beside it.
        "Tỷ lệ hoàn thành (%), chỉ tiêu địa phương": known.per_cent if known else None,
    }


def directives_csv(found: Iterable[Directive]) -> bytes:
    """The documents that are shown, in their order."""
    return table_csv(
        {
            "Đơn vị": label(one.unit, with_type=True),
            "Số, ký hiệu": one.details.number,
            "Ngày ban hành": one.details.issued_on,
            "Cơ quan ban hành": one.details.issuer or label(one.unit, with_type=True),
            "Loại văn bản": one.details.form,
            "Trích yếu": one.details.subject,
            "Phần của Chương trình": one.details.part,
            **_source(one.source),
        }
        for one in found
    )


def _source(source: Source) -> dict[str, Cell]:
    return {
        "Tệp": source.file_name,
        "Trang tính": source.sheet,
        "Dòng": source.row,
        "Lần nộp số": source.submission,
    }
