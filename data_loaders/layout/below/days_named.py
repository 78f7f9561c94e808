"""Labels that are a day and nothing more, as headings of groups of rows are."""

import re

from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.days.in_calendar import in_calendar
from data_loaders.values.days.periods import UNREAD, Span, Words

# "Ngày 12/5/2023", "Thứ Hai, ngày 12 tháng 5 năm 2023", "Sáng 12/5": the day of the rows below.
_ONE_DAY = re.compile(
    r"(?:(?:th[ứu]|ch[ủu]) \w+,? )?(?:(?:bu[ổo]i )?(?:s[áa]ng|chi[ềe]u|t[ốo]i),? )?(?:ng[àa]y:? )?"
    r"(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} th[áa]ng \d{1,2} n[ăa]m \d{4}|(\d{1,2})(?: ?/ ?| th[áa]ng )(\d{1,2}))",
    re.IGNORECASE,
)
_LEAP_YEAR = 2024


def day_named(text: str) -> Words | None:
    """The one day that a label names and nothing else ("Ngày 12/5/2023"), also where there is no such day
    ("31/02/2023"); None for others. A day may leave its year to the sheet ("Ngày 12/5")."""
    found = _ONE_DAY.fullmatch(text)
    if found is None:
        return None
    if found[2] and in_calendar(_LEAP_YEAR, int(found[3]), int(found[2])):
        return Words("day", f"-{int(found[3]):02d}-{int(found[2]):02d}", None)
    span = read_span(found[1], Near())
    if not isinstance(span, Span):
        return Words(UNREAD, text, None)
    return Words("range", "", span.start.year, days=(span.start, span.end))
