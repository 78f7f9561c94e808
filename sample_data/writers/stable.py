"""Zip containers without the clock: fixed dates of entries and of the document's properties."""

import io
import re
import zipfile
from datetime import datetime

# Stands in place of the day and hour of writing.
WRITTEN = datetime(2026, 1, 5, 8, 0, 0)  # noqa: DTZ001 - a file property, without a zone by its format
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def stable(raw: bytes) -> bytes:
    """The same archive with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2026-01-05T08:00:00Z\g<3>", content)
            fixed = zipfile.ZipInfo(entry.filename, WRITTEN.timetuple()[:6])
            fixed.compress_type = entry.compress_type
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, content, compresslevel=9)
    return out.getvalue()
