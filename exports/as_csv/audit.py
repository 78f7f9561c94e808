"""The log as the administrator chose it, a line an entry, in the words of the screen. Form: `exports.as_csv.activities`."""

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import datetime
from io import StringIO

from exports.as_csv.activities import BYTE_ORDER_MARK, harmless
from program import clock

_HEADINGS = ("Lúc", "Tên đăng nhập", "Người làm", "Việc", "Về", "Trước", "Sau")


@dataclass(frozen=True)
class Line:
    """One entry in words, as it stands on the screen."""

    at: datetime
    login: str
    who: str
    what: str
    about: str
    before: str
    after: str


def audit_csv(lines: Iterable[Line]) -> bytes:
    """The entries in the order given."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    for line in lines:
        at, *words = astuple(line)
        writer.writerow([f"{at.astimezone(clock.LOCAL_TIME):%Y-%m-%d %H:%M:%S}", *map(harmless, words)])
    return BYTE_ORDER_MARK + out.getvalue().encode()
