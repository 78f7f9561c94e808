"""An .xls opened by xlrd, with the forms of its cells."""

import struct
from io import TextIOBase

import xlrd

_HEADER = struct.Struct("<HH")
# Names, comments, drawings, links and forms that depend on values: xlrd takes them to pieces, and gives the whole file
# up where it cannot; here they are read otherwise or not at all.
_ASIDE = frozenset((0x0018, 0x001C, 0x005D, 0x00EC, 0x01B0, 0x01B1, 0x01B6, 0x01B8, 0x0800, 0x0872))
_NOTHING = 0x0FFF


class _Nowhere(TextIOBase):
    """Where xlrd's remarks go: not into what this process says."""

    def write(self, text: str, /) -> int:
        return len(text)


def opened(stream: bytes) -> xlrd.Book:
    """The workbook in these records. Raises whatever xlrd may raise."""
    return xlrd.open_workbook(
        file_contents=_without_asides(stream), formatting_info=True, ragged_rows=True, logfile=_Nowhere()
    )


def _without_asides(stream: bytes) -> bytes:
    kept = bytearray(stream)
    offset = 0
    while offset + 4 <= len(kept):
        kind, size = _HEADER.unpack_from(kept, offset)
        if kind in _ASIDE:
            _HEADER.pack_into(kept, offset, _NOTHING, size)
        offset += 4 + size
    return bytes(kept)
