"""The contacts of units for the focal agency, a line a contact; the only export that holds any. Form:
`exports.as_csv.activities`."""

import csv
from collections.abc import Iterable
from io import StringIO

from exports.as_csv.activities import BYTE_ORDER_MARK, harmless
from program.contacts.contact import Details, Tenure
from program.contacts.register import Line
from program.units import label

_HEADINGS = (
    "Đơn vị", "Tình trạng", "Họ và tên", "Chức vụ", "Điện thoại", "Thư điện tử", "Từ ngày", "Văn bản",
    "Cập nhật gần nhất",
)  # fmt: skip


def contacts_csv(lines: Iterable[Line]) -> bytes:
    """The units in the order given; one without a contact has a line that says so, if it must name one."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    for line in lines:
        name = label(line.unit, with_type=True)
        if line.missing:
            writer.writerow([harmless(name), "chưa có đầu mối", *[""] * 7])
        for one in line.current:
            writer.writerow([harmless(name), _state(line), *_said(one)])
    return BYTE_ORDER_MARK + out.getvalue().encode()


def _state(line: Line) -> str:
    if not line.stands:
        return "đơn vị đã kết thúc hoạt động"
    return "đã cũ" if line.stale else "đang làm đầu mối"


def _said(one: Tenure) -> list[str]:
    said: Details = one.details
    words = (said.name, said.position, _phone(said.phone), said.email)
    return [
        *(harmless(word or "") for word in words), one.since.isoformat(), harmless(said.document or ""),
        one.said.day.isoformat(),
    ]  # fmt: skip


def _phone(text: str | None) -> str | None:
    """Digits in a row with a blank among them, so that no spreadsheet takes the leading zero away."""
    return f"{text[:4]} {text[4:7]} {text[7:]}" if text and text.isdecimal() and len(text) > 7 else text
