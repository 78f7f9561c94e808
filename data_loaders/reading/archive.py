"""The zip archive inside .xlsx, .xlsb and .ods files, examined before anything is unpacked."""

import io
import re
import zipfile
import zlib

from data_loaders.reading import failures, refusals
from data_loaders.reading.grid import Limits

# Deflate cannot shrink real sheets further than this; small parts of equal rows may.
_RATIO_COUNTS_FROM = 1_000_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODING = re.compile(r"""\sencoding=["'][^"']*["']""")


class Archive:
    """The parts of one archive, by name without regard to case. Nothing is written to disk."""

    def __init__(self, raw: bytes, limits: Limits) -> None:
        """Raises Unreadable: corrupt, encrypted, or unsafe (bombs, paths that lead out, equal names)."""
        if raw.count(b"PK\x01\x02") > 2 * limits.parts:
            raise refusals.unsafe("số thành phần")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise failures.damaged(error) from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        self._parts = {_path(entry.orig_filename): entry for entry in entries}
        if len(self._parts) != len(entries) or len(entries) > limits.parts:
            raise refusals.unsafe("số thành phần")
        for entry in entries:
            _examine(entry, limits)
        total = sum(entry.file_size for entry in entries)
        if total > limits.unpacked_bytes:
            raise refusals.unsafe("bom nén") if total > 100 * len(raw) else refusals.heavy_contents()

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    def names(self) -> list[str]:
        """All part names as written."""
        return [entry.filename for entry in self._parts.values()]

    def read(self, name: str) -> bytes:
        """A part's bytes; UTF-16 text comes as UTF-8. Raises Unreadable: corrupt if it is missing, damaged or
        mis-stated, too_large if memory runs out."""
        entry = self._parts.get(name.casefold())
        if entry is None:
            raise refusals.corrupt(name)
        try:
            raw = self._zip.read(entry)
            if raw[:2] in _UTF16:
                raw = _ENCODING.sub("", raw.decode("utf-16"), count=1).encode()
            return raw
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise failures.damaged(error, name) from error


def _path(name: str) -> str:
    path = name.replace("\\", "/").casefold()
    steps = path.split("/")
    if path.startswith("/") or ".." in steps or ":" in steps[0] or "\0" in path:
        raise refusals.unsafe(name[:80])
    return path


def _examine(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & 0x1:
        raise refusals.encrypted()
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refusals.unsafe(entry.filename[:80])
    if entry.file_size > max(_RATIO_COUNTS_FROM, limits.part_ratio * max(entry.compress_size, 1)):
        raise refusals.unsafe(entry.filename[:80])


def pack(parts: dict[str, bytes]) -> io.BytesIO:
    """A new archive of these parts, not compressed: what a reader then sees is only what was examined."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for name, raw in parts.items():
            made.writestr(name, raw)
    target.seek(0)
    return target
