"""The value of one cell of an .ods file (OpenDocument 1.3, part 3, 19.385 and following)."""

import datetime
import re

from data_loaders.reading import values
from data_loaders.reading.grid import Cell, CellError

_TIME = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,](\d+))?S)?")
# "05/2023", "Tháng 5/2023", "Thg5 23": no day is shown.
_MONTH_SHOWN = re.compile(r"(?:\D{0,12}\d{1,2}[/.-]\d{4}|[^\W\d]{3,}\D?\d{0,2}\W{1,2}\d{2,4})")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3}")


def value(said: dict[str, str], shown: str) -> Cell:
    """The value by the cell's attributes; the text that is shown where the value is not of its type."""
    kind = said.get("office:value-type")
    if kind is None or kind == "string":
        if said.get("calcext:value-type") == "error" or ("table:formula" in said and _ERROR.fullmatch(shown)):
            return CellError(shown)
        text = said.get("office:string-value", shown)
        return None if not text or text.isspace() else text
    try:
        typed = _typed(kind, said)
        return values.month_alone(typed) if _MONTH_SHOWN.fullmatch(shown) else typed
    except (KeyError, ValueError, OverflowError):
        return values.cell(shown)


def _typed(kind: str, said: dict[str, str]) -> Cell:
    if kind in ("float", "percentage", "currency"):
        return values.cell(float(said["office:value"]))
    if kind == "date":
        text = said["office:date-value"]
        whole = datetime.datetime.fromisoformat(text)
        return whole.replace(tzinfo=None) if "T" in text else whole.date()
    if kind == "time":
        return _time(said["office:time-value"])
    if kind == "boolean":
        return said["office:boolean-value"] == "true"
    raise ValueError(kind)


def _time(text: str) -> Cell:
    match = _TIME.fullmatch(text)
    if not match:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[:3])
    micro = int((match[4] or "0")[:6].ljust(6, "0"))
    span = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
    return values.cell(span)
