"""What a file is, by its first bytes; its name is never asked."""

import re
import zlib
from enum import Enum, auto

from data_loaders.reading import refusals
from data_loaders.reading.archive import Archive


class Kind(Enum):
    """The ways in which a file can be read."""

    ZIP = auto()
    COMPOUND = auto()
    TEXT = auto()


_PDF, _GZIP = b"%PDF", b"\x1f\x8b"
_OTHERS = (
    (_PDF, "tệp PDF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"II*\0", "ảnh TIFF"),
    (b"MM\0*", "ảnh TIFF"),
    (b"RIFF", "tệp âm thanh, hình ảnh hoặc phim"),
    (b"ID3", "tệp âm thanh"),
    (b"MZ", "chương trình máy tính"),
    (b"\x7fELF", "chương trình máy tính"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (_GZIP, "tệp nén GZ"),
    (b"SQLite format 3", "cơ sở dữ liệu"),
)
_GNUMERIC = re.compile(rb"<g[nm][mr]:Workbook")
_BINARY_SIGNS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP = (
    (re.compile(rb"\{\\rtf"), "văn bản RTF", False),
    (re.compile(rb"MIME-Version:", re.IGNORECASE), "trang web lưu dạng một tệp (MHT)", True),
    (
        re.compile(rb"<!doctype html|<html|<table|<head|<body|<meta|<style", re.IGNORECASE),
        "trang web (HTML)",
        True,
    ),
    (
        re.compile(rb"<\?xml.{0,2000}?schemas-microsoft-com:office:spreadsheet", re.DOTALL),
        "bảng tính XML 2003",
        True,
    ),
    (
        re.compile(
            rb"(?:<\?xml.{0,2000}?)?<office:document\b.{0,20000}?opendocument\.spreadsheet", re.DOTALL
        ),
        "bảng tính OpenDocument viết thành một tệp XML (.fods)",
        True,
    ),
    (re.compile(rb"<\?xml|<svg"), "tệp XML", False),
    (re.compile(rb"ID;P\w*(?:;[A-Z])*\r?\n[BCEFP];[A-Z]"), "bảng tính SYLK (.slk)", True),
    (re.compile(rb"TABLE\r?\n0,1\r?\n"), "bảng tính DIF", True),
)
# What a file begins with that no text and no archive does.
_OLD_SPREADSHEETS = (
    (
        re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00"),
        "bảng tính Excel đời đầu (trước năm 1993)",
    ),
    (re.compile(rb"\x00\x00(?:\x02\x00[\x04-\x06]\x04|\x1a\x00.\x10)", re.DOTALL), "bảng tính Lotus 1-2-3"),
    (re.compile(rb"[\x03\x83\x8b\xf5\x30\x31].[\x01-\x0c][\x01-\x1f].{4}..", re.DOTALL), "bảng dBase (.dbf)"),
)
# In the order in which they are looked for; the first name that the archive holds decides.
_ARCHIVES = (
    ("word/document.xml", "tệp Word"),
    ("ppt/presentation.xml", "tệp trình chiếu PowerPoint"),
    ("androidmanifest.xml", "ứng dụng điện thoại"),
    ("meta-inf/manifest.mf", "chương trình Java"),
)
_APPLE = ("index/document.iwa", "buildversionhistory.plist")
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
ODS_MIME = f"{_OPEN_DOCUMENT}spreadsheet"
_OPEN_DOCUMENTS = {"text": "tệp văn bản OpenDocument", "presentation": "tệp trình chiếu OpenDocument"}


def kind(raw: bytes) -> Kind:
    """How to read these bytes. Raises Unreadable with the name of what they are instead."""
    if not raw:
        raise refusals.empty_file()
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return Kind.ZIP
    if raw.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.COMPOUND
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind.TEXT
    head = raw[:4096]
    _refuse_binary(head)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, what, opens_in_excel in _MARKUP:
        if pattern.match(text):
            raise refusals.saved_as(what) if opens_in_excel else refusals.other_kind(what)
    if not text and not raw.removeprefix(b"\xef\xbb\xbf").strip():
        raise refusals.empty_file()
    return Kind.TEXT


def _refuse_binary(head: bytes) -> None:
    """Raises Unreadable for what begins as no text does."""
    if head.startswith(_GZIP) and _GNUMERIC.search(_first_unpacked(head)):
        raise refusals.saved_as("bảng tính Gnumeric")
    binary = _BINARY_SIGNS.search(head)
    for start, what in _OTHERS:
        if head.startswith(start) and (start == _PDF or binary):
            raise refusals.other_kind(what)
    for pattern, what in _OLD_SPREADSHEETS:
        if binary and pattern.match(head):
            raise refusals.saved_as(what)


def _first_unpacked(head: bytes) -> bytes:
    """What the beginning of a GZ file unpacks to, at most as much again."""
    try:
        return zlib.decompressobj(31).decompress(head, len(head))
    except zlib.error:
        return b""


def other_archive(archive: Archive) -> Exception:
    """The refusal for an archive that holds no workbook, naming what it is."""
    for part, what in _ARCHIVES:
        if part in archive:
            return refusals.other_kind(what)
    if any(part in archive for part in _APPLE):
        return refusals.of_apple()
    if "mimetype" in archive:
        mime = archive.read("mimetype")[:200].decode("ascii", "replace").removeprefix(_OPEN_DOCUMENT)
        return refusals.other_kind(_OPEN_DOCUMENTS.get(mime, "tệp loại khác"))
    return refusals.other_kind("tệp nén ZIP")


def is_ods(archive: Archive) -> bool:
    """Whether it is an OpenDocument spreadsheet, or a template for one."""
    mime = archive.read("mimetype")[:200] if "mimetype" in archive else b""
    return mime.strip().startswith(ODS_MIME.encode())
