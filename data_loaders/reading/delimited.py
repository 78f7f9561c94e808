"""Reading .csv: encoding and separator are found from the content; every cell is text or None."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from data_loaders.reading import layout, references, refusals, sheets
from data_loaders.reading.facts import Facts
from data_loaders.reading.grid import Cell, Limits, Workbook

_SEPARATORS = (",", ";", "\t", "|")
# Excel's own first line that names the separator; Excel does not show it as a row.
_TOLD = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x19]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19]")
_SAMPLE_ROWS = 200
_SAMPLE_SIGNS = 200_000


def read(name: str, raw: bytes, limits: Limits) -> Workbook:
    """One sheet called `name` whose rows are the records of the file (a quoted line break stays
    within its cell), numbered as Excel shows them. Raises Unreadable."""
    text = _text(raw)
    told = _TOLD.match(text)
    separator = told[1] if told else _separator(text)
    text = text[told.end() :] if told else text
    if text.count(separator) + text.count("\n") > limits.cells:
        raise refusals.wide_sheet(name, None)
    grid = layout.lay_out(name, dict(enumerate(_rows(name, text, separator), 1)), limits)
    return Workbook((sheets.sheet(name, grid, Facts(), limits),))


_MARKED = re.compile(r"[aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ][\u0300\u0301\u0303\u0309\u0323]")
_FOREIGN = re.compile(r"[¡-¬®-¾ÄÅÆÇËÏÑÖØÜßäåæçëîïñöøûüÿ\u00ad]")


def _text(raw: bytes) -> str:
    """UTF-8 and UTF-16 with or without their mark, else Windows' Vietnamese code page 1258."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif raw[1:200:2].count(0) > len(raw[1:200:2]) // 2:
        encodings = ["utf-16-le"]
    elif raw[0:200:2].count(0) > len(raw[0:200:2]) // 2:
        encodings = ["utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1258"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return _of_old_fonts(raw) if encoding == "cp1258" and _misread(text) else text
    raise refusals.other_kind("tệp loại khác") if _BINARY.search(raw) else refusals.unknown_letters()


def _misread(text: str) -> bool:
    """Whether signs that no Vietnamese word has outnumber tone marks on vowels: the bytes are those of an old
    font (TCVN3, VNI), whose codes are Latin-1's."""
    return len(_FOREIGN.findall(text)) > len(_MARKED.findall(text))


def _of_old_fonts(raw: bytes) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _separator(text: str) -> str:
    """The sign that splits the most cells off in rows of one width. A comma counts half, since words have it
    too, and a sign that does not fit the quotation marks a quarter."""
    sample = text[:_SAMPLE_SIGNS]
    best = (0, 0, 0)
    for place, sign in enumerate(_SEPARATORS):
        for strict in (True, False):
            widths = _widths(sample, sign, strict)
            if widths is not None:
                width, rows = max(widths.items(), key=lambda item: item[1] * (item[0] - 1), default=(1, 0))
                weight = (1 if sign == "," else 2) * (4 if strict else 1)
                best = max(best, (rows * (width - 1) * weight, rows, -place))
                break
    return _SEPARATORS[-best[2]]


def _widths(sample: str, sign: str, strict: bool) -> Counter[int] | None:
    """How many of the first rows have how many fields; None where the quotation marks do not fit."""
    widths: Counter[int] = Counter()
    try:
        for row in islice(
            csv.reader(io.StringIO(sample, newline=""), delimiter=sign, strict=strict), _SAMPLE_ROWS
        ):
            widths[len(row)] += len(row) > 1
    except csv.Error as error:
        return widths if "unexpected end" in str(error) else None
    return widths


def _rows(name: str, text: str, separator: str) -> list[list[Cell]]:
    """All records, quoted by the rules; where the marks in the words break these, by Excel's leave."""
    for strict in (True, False):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
        rows: list[list[Cell]] = []
        try:
            for row in reader:
                rows.append([None if not cell or cell.isspace() else cell for cell in row])
        except csv.Error as error:
            if "field larger" in str(error) and '"' not in text:
                raise refusals.long_text(name, _longest(text, separator)) from error
            if not strict or "unexpected end" in str(error) or "field larger" in str(error):
                raise refusals.open_quote(len(rows) + 1) from error
            continue
        break
    return rows


def _longest(text: str, separator: str) -> str:
    """The cell with the longest words of a text without quotation marks."""
    rows = [line.split(separator) for line in text.split("\n")]
    _, row, column = max(
        (len(cell), -r, -c) for r, cells in enumerate(rows, 1) for c, cell in enumerate(cells, 1)
    )
    return references.name(-row, -column)
