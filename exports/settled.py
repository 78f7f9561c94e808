"""The same contents give the same bytes: packages of Office hold the moment they were zipped, and the charts'
own workbooks the moment they were made."""

import re
import zipfile
from datetime import datetime
from io import BytesIO

# The earliest day that a zip can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# When a report was made is no part of it: the properties of the file name the first day of the programme.
NO_MOMENT = datetime(2021, 6, 1)  # noqa: DTZ001 (a property without a zone)
_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def settled(raw: bytes, *, undated: bool = False) -> bytes:
    """A package with its parts in the same order and words, without the moment of its zipping; so the
    workbooks inside it. `undated` also takes the days out of its own properties."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            content = made.read(name)
            if name.endswith(".xlsx"):
                content = settled(content, undated=True)
            elif undated and name == "docProps/core.xml":
                content = _MADE.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            kept.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
