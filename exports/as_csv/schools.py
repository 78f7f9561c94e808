"""The institutions of T1 and how each stands, a line a school. Form: `exports.as_csv.activities`."""

import csv
from collections.abc import Iterable
from datetime import date
from io import StringIO

from exports.as_csv.activities import BYTE_ORDER_MARK, harmless
from program.schools.reach import School, State
from program.units import label
from program.vocabulary import LEVEL_LABELS

_HEADINGS = (
    "Đơn vị",
    "Phường/xã",
    "Tên trường",
    "Cấp học",
    "Tình trạng",
    "Hoạt động gần nhất",
    "Tính đến ngày",
)
STATE_LABELS = {
    State.RECENT: "Có hoạt động trong 12 tháng",
    State.LAPSED: "Từng có, nhưng không trong 12 tháng qua",
    State.NEVER: "Chưa từng có",
}


def schools_csv(schools: Iterable[School], as_of: date) -> bytes:
    """Schools in the order given, as they stood on a day."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    for s in schools:
        cells = (label(s.unit, with_type=True), s.ward, s.name, LEVEL_LABELS[s.level], STATE_LABELS[s.state])
        writer.writerow([*map(harmless, cells), s.last.isoformat() if s.last else "", as_of.isoformat()])
    return BYTE_ORDER_MARK + out.getvalue().encode()
