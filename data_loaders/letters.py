"""Cells of a sheet as they were meant: parted accents composed, old fonts turned into Unicode, numbers kept as words into
numbers; broken text found and said."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from unicodedata import normalize

from data_loaders.columns.choice import Understood
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.tables.findings import Findings
from data_loaders.values.old_fonts import from_tcvn3, from_vni, in_unicode
from program.contract import IssueCode
from program.text import fold

# UTF-8 taken for a one-byte code page (áº¡, Ä‘, Æ°), or letters lost for good (Qu?n, �).
_BROKEN = re.compile(
    r"áº[\u0080-\u00bf\u0152-\u2122]|á»[\u0080-\u00bf\u0152-\u2122]|Ä[‘\u0091\u0090]|Æ[°¡]|Ã[\u0080-\u00bf\u0152-\u2122]|\ufffd"
    r"|[^\W\d_]\?[^\W\d_]"
)
# Any broken text has one of these: looking for them first is much quicker in a long column.
_SIGNS = ("áº", "á»", "Ä", "Æ", "Ã", "\ufffd", "?")
_ORDINARY = re.compile(
    r"\b(don vi|hoat dong|tap huan|truyen thong|ngay|so luong|tong|cha me|tre em|giao vien|quan|huyen|phuong|bao cao|ghi chu|noi dung|quy|thang|nam|luot|nguoi|buoi|lop|truong|hoc sinh|ket qua|thuc hien|to chuc)\b"
)


# Signs of the old fonts within words of which no Vietnamese letter is one.
_STRANGE = "[µ¶·¸¹¨©ª«¬\u00ad®¡¢£¤¥¦§ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ]"
_FOREIGN = re.compile(rf"[A-Za-z]{_STRANGE}|{_STRANGE}[A-Za-z]")


_NO_SIGNS = str.maketrans("", "", "“”‘’„–—…•")
_KEPT_WORDS = frozenset({"title", "organiser", "ward", "school", "name", "document", "position", "origin"})


def is_broken(text: str) -> bool:
    """Whether words show letters of a wrong encoding."""
    return bool(_BROKEN.search(text)) and "://" not in text


# Accents that stand as signs of their own behind a letter (text of macOS, cp1258), and the blank that breaks no line.
_PARTED = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "\u0302", "\u0306", "\u031b", "\u00a0", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")  # fmt: skip
# Blanks of no width, of web pages and chats.
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")
_AT_ONCE = 1000


_FIGURES = re.compile(r"0|[1-9][0-9]{0,5}")

# Behind "Ã" it is half of a broken "à", but for "XÃ HÒA VANG" and words with letters that no broken text has.
_FIRM_BLANK = re.compile("(?<!Ã)\u00a0|\u00a0(?=[A-ZÀ-ÖØ-ÝĐ\\d])")
_SOUND = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")


def composed(text: str) -> str:
    """Text with its letters composed and its blanks plain; lines stay."""
    text = _UNSEEN.sub(" ", normalize("NFC", text))
    return text.replace("\u00a0", " ") if _SOUND.search(text) else _FIRM_BLANK.sub(" ", text)


def restored(sheet: Sheet) -> Sheet:
    """The sheet with composed letters and the text of old fonts in Unicode."""
    remarks = {place: composed(words) for place, words in sheet.comments.items()}
    return _of_old_fonts(replace(sheet, rows=_composed(sheet.rows), comments=remarks))


def _in_figures(text: str) -> Cell:
    """A whole number that a .csv, a program or an apostrophe before it made words; a telephone or "01" is none."""
    figures = text.strip()
    return int(figures) if _FIGURES.fullmatch(figures) else text


def _composed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Rows with their words composed, and numbers kept as words turned into numbers. Where there is none, which is seen of
    many rows at once, they stay as they are."""
    found: list[list[Cell]] = []
    for start in range(0, len(rows), _AT_ONCE):
        piece = rows[start : start + _AT_ONCE]
        words = [c for c in set(chain.from_iterable(piece)) if isinstance(c, str)]
        joined = "".join(words)
        if any(sign in joined for sign in _PARTED):
            piece = [[composed(cell) if isinstance(cell, str) else cell for cell in row] for row in piece]
        if any(map(str.isdecimal, map(str.strip, words))):
            piece = [[_in_figures(cell) if isinstance(cell, str) else cell for cell in row] for row in piece]
        found += piece
    return found


def _of_old_fonts(sheet: Sheet) -> Sheet:
    """The sheet with the text of old fonts in Unicode; where the file does not name the fonts, a
    sheet that reads as Vietnamese only after the turn is turned as a whole."""
    if sheet.legacy_fonts:
        return _by_fonts(sheet)
    texts = Counter(c for row in sheet.rows[:200] for c in row if isinstance(c, str) and _one_byte(c))
    plain = _ordinary(texts, str)
    gain, left, turn = max(
        (
            (_ordinary(texts, turn) - plain, -_foreign(Counter(map(turn, texts))), turn)
            for turn in (from_tcvn3, from_vni)
        ),
        key=lambda told: told[:2],
    )
    # Letters that no Vietnamese word has, all of them gone after the turn, say it where few words are known.
    foreign, many = _foreign(texts), sum(n for text, n in texts.items() if not text.isascii())
    healed = not left and foreign > 2 and foreign * 2 > many
    if gain > 2 or (healed and gain >= 0):
        rows = [[turn(c) if isinstance(c, str) and _one_byte(c) else c for c in row] for row in sheet.rows]
        # The names of sheets are drawn in the system's own font.
        name = turn(sheet.name) if _FOREIGN.search(sheet.name) else sheet.name
        return replace(sheet, rows=rows, name=name)
    return sheet


def _one_byte(text: str) -> bool:
    """Whether text could be of an old font: its letters are those of one byte; a program may have made signs of
    another alphabet of its quotes and dashes."""
    return max(text.translate(_NO_SIGNS), default="") < "\u0100"


def _foreign(texts: Counter[str]) -> int:
    return sum(many for text, many in texts.items() if _FOREIGN.search(text))


def _ordinary(texts: Counter[str], turn: Callable[[str], str]) -> int:
    return sum(many for text, many in texts.items() if _is_ordinary(turn(text)))


@lru_cache(maxsize=20000)
def _is_ordinary(text: str) -> bool:
    """Whether a text has words that any report has; sheets of one file repeat theirs."""
    return bool(_ORDINARY.search(fold(text)))


def _by_fonts(sheet: Sheet) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    for (row, column), font in sheet.legacy_fonts.items():
        r, c = row - sheet.first_row, column - sheet.first_column
        if 0 <= r < len(rows) and 0 <= c < len(rows[r]):
            cell: Cell = rows[r][c]
            if isinstance(cell, str):
                rows[r][c] = in_unicode(cell, font)
    return replace(sheet, rows=rows)


def broken_sheet(sheet: Sheet) -> bool:
    """Whether much of a sheet's text is broken: then none of it can be matched."""
    texts = [cell for row in sheet.rows[:200] for cell in row if isinstance(cell, str) and not cell.isascii()]
    broken = sum(is_broken(text) for text in texts)
    plain = [cell for row in sheet.rows[:200] for cell in row if isinstance(cell, str) and cell.isascii()]
    lost = sum(is_broken(text) for text in plain)
    # A few patterns or addresses ("t?p") among sound words are no lost letters.
    return broken * 3 > len(texts) > 0 or (lost > 3 and lost * 5 > len(plain))


def broken_rows(table: Understood, findings: Findings) -> set[int]:
    """Rows with broken words in a column that is kept; each cell is written down."""
    rows: set[int] = set()
    for number, row in _broken_cells(table):
        findings.add(IssueCode.TEXT_GARBLED, row, number, what="ô này")
        rows.add(row)
    return rows


def _broken_cells(table: Understood) -> Iterator[tuple[int, int]]:
    block = table.block
    for column in table.columns:
        if column.field in _KEPT_WORDS:
            cells = block.view.column(column.number, block.first, block.last)
            texts = {text for text in set(cells) if isinstance(text, str)}
            joined = "\n".join(texts)
            broken = {t for t in texts if is_broken(t)} if any(s in joined for s in _SIGNS) else set()
            if broken:
                yield from ((column.number, block.first + i) for i, c in enumerate(cells) if c in broken)
