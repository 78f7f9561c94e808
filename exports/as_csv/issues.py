"""What is to be mended in one file, a line a cell, for the person who mends it. Form: `exports.as_csv.activities`."""

import csv
from collections.abc import Iterable
from io import StringIO

from exports.as_csv.activities import BYTE_ORDER_MARK, harmless
from program.contract import Issue

_HEADINGS = ("Trang tính", "Ô", "Giá trị trong tệp", "Vấn đề", "Cách sửa", "Mức")
_SEVERITIES = {"error": "Phải sửa", "warning": "Nên xem lại"}


def issues_csv(issues: Iterable[Issue]) -> bytes:
    """Every finding of a check, in its order."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_HEADINGS)
    for issue in issues:
        cells = (issue["sheet"], issue["cell"], issue["found"], issue["message"], issue["fix"])
        writer.writerow([*(harmless(cell or "") for cell in cells), _SEVERITIES[issue["severity"]]])
    return BYTE_ORDER_MARK + out.getvalue().encode()
