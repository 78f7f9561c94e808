"""The lines of words above a table, which tell its unit, its period and its kind."""

import re

from data_loaders.cells import words
from data_loaders.columns.words.headings import read_part
from data_loaders.layout.around.label_lines import in_pairs, labels_and_values
from data_loaders.layout.grid_view import GridView
from data_loaders.layout.head.header import is_figure
from data_loaders.names.units import Era, Found, resolve
from data_loaders.values.days.periods import find_period
from program.text import clean, fold

_TYPE = re.compile(
    r"(ubnd |uy ban nhan dan )?(quan|huyen|phuong|xa|so|hoi|lien doan|uy ban|cong an|thanh doan)\b"
)

# The type of a unit near the end of a line ("PHÒNG VHTT QUẬN SƠN", "b) Phường Khuê").
_TYPE_AT_END = re.compile(r"(?i)\b(?:quận|huyện|phường|xã|quan|huyen|phuong|xa)(?: \w+){0,2}$")
# What begins no line of its own.
_PART_OF_YEAR = re.compile(r"(dau|cuoi) nam\b")


def captions_above(view: GridView, first: int, last: int, near: bool) -> tuple[str, ...]:
    """The lines of words above a header; `near`: only those next to it, below another table."""
    lines: list[str] = []
    for row in range(last, max(first, last - (6 if near else 60)) - 1, -1):
        filled = view.told(row)
        if near and any(is_figure(cell) for cell in filled):
            break
        above = _values_below(view, row - 1) if row > first else {}
        filled = [c for i, c in enumerate(view.cells(row)) if c is not None and i not in above]
        texts = [words(cell) for cell in filled if words(cell)]
        if len(texts) > _PAIR and (said := " ".join(texts)) and len(said) < _SHORT and _dated(said):
            texts = [said]
        if _labelled(texts):
            texts = [f"{label.rstrip(' :')}: {texts[i + 1]}" for i, label in enumerate(texts) if not i % 2]
        if row < last:
            labels = {words(view.cells(row)[i]): text for i, text in _values_below(view, row).items()}
            texts = [f"{text} {labels[text]}" if text in labels else text for text in texts]
        lines[:0] = [line for text in texts for line in _lines(text)]
    return tuple(lines)


def _lines(text: str) -> list[str]:
    """The lines of a cell; one that begins with a small letter goes on with the line above it
    ("… 6", "tháng đầu năm 2024"), and one that ends the name of a unit ("QUẬN", "HẢI CHÂU") or a part of a year ("6
    THÁNG", "CUỐI NĂM 2022")."""
    found: list[str] = []
    for line in filter(clean, text.splitlines()):
        small = clean(line)[:1].islower() and found and clean(found[-1])[-1:] not in (":", ";", ".")
        if small or (
            found and (_ends_unit(clean(found[-1]), clean(line)) or _PART_OF_YEAR.match(fold(line)))
        ):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _ends_unit(line: str, after: str) -> bool:
    """Whether a line that begins, or ends, with the type of a unit names it only with the next one."""
    at_end = _TYPE_AT_END.search(line)
    told = line if _TYPE.match(fold(line)) else at_end[0] if at_end else ""
    alone, whole = (resolve(words, Era.UNKNOWN) for words in (told, f"{told} {after}"))
    return bool(told) and not _named(alone) and _named(whole)


def _named(found: Found) -> bool:
    return found.code is not None or found.ambiguous


# "Quý: | II | Năm: | 2023" is longer than a label with its value, and short.
_PAIR, _SHORT = 2, 40


def _dated(line: str) -> bool:
    """Whether the cells of a row together name a part of a year, and the year."""
    found = find_period(line)
    return bool(found and found.year and found.part)


def _labelled(texts: list[str]) -> bool:
    """Whether a line holds labels, each with its value beside it."""
    if len(texts) == 2:
        return texts[0].rstrip().endswith(":") or read_part(texts[0]).strong
    return in_pairs(texts) or labels_and_values([read_part(text) for text in texts])


def _values_below(view: GridView, row: int) -> dict[int, str]:
    """The words that stand below the labels of a row ("Đơn vị báo cáo:") with nothing beside them, by place."""
    upper, lower = view.cells(row), view.cells(row + 1)
    return {
        i: words(lower[i])
        for i, cell in enumerate(upper)
        if isinstance(cell, str)
        and cell.rstrip().endswith(":")
        and not any(upper[i + 1 :])
        and i < len(lower)
        and isinstance(lower[i], str)
        and not words(lower[i]).rstrip().endswith(":")
    }
