"""Words into a Word paragraph: prompts in their own style, notes as footnotes, hyphens that do not break."""

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from exports.office_words import one_line
from exports.report.footnotes import Footnotes
from exports.report.styles import FILL_IN, ITEM
from locales.forms import NO_BREAK_HYPHEN, NO_BREAK_SPACE
from program.report.parts import NOTE_MARK, PROMPT

_PIECES = re.compile(rf"(\s*{NOTE_MARK.pattern}|{PROMPT.pattern})")


def run(paragraph: Any, text: str, style: str | None = None, **font: Any) -> Any:
    """A run of words; `font` sets properties such as bold, italic, size."""
    made = paragraph.add_run(style=style)
    pieces = one_line(text).split(NO_BREAK_HYPHEN)
    for place, piece in enumerate(pieces):
        if place:
            made.element.append(OxmlElement("w:noBreakHyphen"))
        if piece:
            made.add_text(piece)
    for name, value in font.items():
        setattr(made.font, name, value)
    return made


def bound(words: str, most: int = 24) -> str:
    """Words between which no line ends; of more letters than `most` only the last two words. A dash between years
    becomes a hyphen, after which no line ends either."""
    words = words.replace("–", NO_BREAK_HYPHEN)
    if len(words) <= most:
        return words.replace(" ", NO_BREAK_SPACE)
    return NO_BREAK_SPACE.join(words.rsplit(" ", 1))


def body(document: Any, text: str, notes: Footnotes) -> Any:
    """A paragraph of the text. One that begins with "- " is an item of a list, written with its dash as offices
    do; what is in brackets is for the officer."""
    paragraph = document.add_paragraph(style=ITEM if text.startswith("- ") else "Normal")
    rich(paragraph, text, notes)
    if text.endswith(":"):  # what it announces is on its page
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def rich(paragraph: Any, text: str, notes: Footnotes) -> None:
    """Words, prompts and references to notes, in their order."""
    place, noted = 0, -1
    for found in _PIECES.finditer(text):
        if found.start() > place:
            run(paragraph, text[place : found.start()])
        number = found.group(2)
        if number:
            notes.refer(paragraph, int(number), after_another=noted == found.start())
            noted = found.end()
        else:
            run(paragraph, found.group(0), FILL_IN)
        place = found.end()
    if place < len(text):
        run(paragraph, text[place:])


def field(paragraph: Any, code: str, shown: str) -> None:
    """A field such as PAGE or SEQ, with what it shows until Word counts it."""
    for kind in ("begin", "separate", "end"):
        made = paragraph.add_run()
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "begin":
            made.element.append(mark)
            told = paragraph.add_run()
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {code} "
            told.element.append(instruction)
        elif kind == "separate":
            made.element.append(mark)
            paragraph.add_run(shown)
        else:
            made.element.append(mark)


def rule(paragraph: Any, width: float, room: float) -> None:
    """A line of `width` mm in the middle of `room` mm, below a paragraph."""
    properties = paragraph.paragraph_format.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )
    side = max((room - width) / 2, 0)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
