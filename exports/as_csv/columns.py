"""The columns of the rows as a reader of the file sees them: headings and labels instead of codes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from program.conflicts.running import RUNNING, RUNNING_LABEL
from program.vocabulary import AUDIENCE_LABELS, BASIS_LABELS, DELIVERY_LABELS, KIND_LABELS

# Whether the file of a row waits for a reviewer.
REVIEW_LABELS = {"official": "chính thức", "provisional": "tạm tính"}


@dataclass(frozen=True)
class Column:
    """One column of the file. `name` is the column of `storage.reading.activities`; `form` is `text` (made
    harmless), `number`, `date` or `moment`; `label` gives the words of a code. `person`: it names somebody."""

    name: str
    heading: str
    form: str = "text"
    label: Callable[[str], str] | None = None
    person: bool = False


def _words(labels: Mapping[Any, str]) -> Callable[[str], str]:
    by_code = {str(code): text for code, text in labels.items()}
    return lambda code: by_code.get(code, code)


COLUMNS: tuple[Column, ...] = (
    Column("unit_name", "Đơn vị"),
    Column("kind", "Loại hoạt động", label=_words(KIND_LABELS)),
    Column("title", "Tên hoạt động"),
    Column("start_date", "Ngày bắt đầu", "date"),
    Column("end_date", "Ngày kết thúc", "date"),
    Column("counted_on", "Tính vào ngày", "date"),
    Column("count", "Số lớp, buổi", "number"),
    Column("delivery", "Hình thức", label=_words(DELIVERY_LABELS)),
    Column("organiser", "Đơn vị chủ trì"),
    Column("ward", "Phường, xã"),
    Column("school", "Trường, cơ sở"),
    *(Column(f"att_{code}", f"Lượt: {label}", "number") for code, label in AUDIENCE_LABELS.items()),
    Column("attendances_total", "Tổng lượt tham gia", "number"),
    Column("female", "Trong đó lượt nữ", "number"),
    Column("basis", "Cách ghi", label=_words({**BASIS_LABELS, RUNNING: RUNNING_LABEL})),
    Column("file_name", "Tệp"),
    Column("sheet", "Trang tính"),
    Column("row", "Dòng", "number"),
    Column("uploaded_by", "Người nộp", person=True),
    Column("uploaded_at", "Nộp lúc", "moment"),
    Column("review", "Tình trạng duyệt", label=_words(REVIEW_LABELS)),
    Column("size_reason", "Xác nhận quy mô"),
)
