"""What the name of a sheet says that Excel copied ("Quận Hải Châu (2)")."""

import re

from program.text import fold

_COPY = re.compile(r"^(.+?) ?\(\d{1,2}\)$")
# Behind these the number is the name's own ("Tháng (5)").
_COUNTED = re.compile(r"(.* )?(thang|quy|ky|dot|lan|nam|tuan|bieu|mau|phu luc|pl|trang|sheet|bang)")


def own_name(sheet: str) -> str:
    """The name of a sheet without the number that tells a copy from its original."""
    found = _COPY.match(sheet.strip())
    return found[1] if found and not _COUNTED.fullmatch(fold(found[1])) else sheet
