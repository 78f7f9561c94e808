"""What a report is made of, before anybody draws it: text, tables and charts as values.

The Word document, the workbook, the slides and the page draw the same parts. Texts are Vietnamese whatever
the language of the screen: the report goes to a Vietnamese authority. In a text `[chú thích 2]` stands for the
note of that number; other square brackets ask the officer to fill something in.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from program.filters import Filters
from program.measures.completeness import Completeness

Value = str | int | float | date | None

NOTE_MARK: Final = re.compile(r"\[chú thích (\d+)\]")
PROMPT: Final = re.compile(r"\[(?!chú thích \d+\])[^\[\]]+\]")


class Form(StrEnum):
    """How the values of a column are written: words, whole numbers, `12,3 %` (the value is the percentage),
    numbers with one decimal, days."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    DAY = "day"


class Stress(StrEnum):
    """What a row of a table is: one of many, their whole, or the heading of those below it."""

    PLAIN = "plain"
    WHOLE = "whole"
    GROUP = "group"


class Look(StrEnum):
    """What a series is: what was measured, what was planned, or what stands beside."""

    MEASURED = "measured"
    PLAN = "plan"
    CONTEXT = "context"


class Draw(StrEnum):
    """How a chart is drawn. `bars` and `stacked` lie, `lines` run over months."""

    BARS = "bars"
    STACKED = "stacked"
    LINES = "lines"


@dataclass(frozen=True)
class Column:
    """A column; columns side by side with the same `group` stand under it. `share` is its part of the width."""

    heading: str
    form: Form = Form.COUNT
    group: str = ""
    share: float = 1.0


@dataclass(frozen=True)
class Row:
    """The values of a row in the order of the columns; a group has one, its heading. None is unknown."""

    values: tuple[Value, ...]
    stress: Stress = Stress.PLAIN


@dataclass(frozen=True)
class Table:
    """A table of the annex. `wide` wants the paper across; `foot` stands below it."""

    code: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: tuple[str, ...] = ()
    wide: bool = False


@dataclass(frozen=True)
class Series:
    """One series; None is a gap."""

    name: str
    values: tuple[float | None, ...]
    look: Look


@dataclass(frozen=True)
class Chart:
    """A chart. `title` is its finding, `subtitle` what is measured; `counter` the unit of its axis, "%" for
    percentages."""

    code: str
    title: str
    subtitle: str
    draw: Draw
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    counter: str


@dataclass(frozen=True)
class Part:
    """A piece of a section that is edited as one text: paragraphs, then charts. A paragraph that begins with
    "- " is an item of a list."""

    code: str
    heading: str
    paragraphs: tuple[str, ...]
    charts: tuple[Chart, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs as the officer edits them, a line each."""
        return "\n".join(self.paragraphs)

    def edited(self, text: str) -> "Part":
        """The part with another text; empty lines are dropped."""
        lines = (" ".join(line.split()) for line in text.splitlines())
        return replace(self, paragraphs=tuple(line for line in lines if line))


@dataclass(frozen=True)
class Section:
    """I to V."""

    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Slide:
    """One slide: the question it answers, the finding as its title, a chart or none, and points."""

    question: str
    title: str
    points: tuple[str, ...]
    chart: Chart | None = None


@dataclass(frozen=True)
class Report:
    """The whole. `subject` is the trích yếu, `scope` whose report it is, `about` lines of (name, value) on what
    it rests: filters, days, completeness, definitions; `notes` are numbered from 1 in their order."""

    filters: Filters
    subject: str
    scope: str
    period: str
    opening: str
    sections: tuple[Section, ...]
    closing: str
    annexes: tuple[Table, ...]
    notes: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    slides: tuple[Slide, ...]
    foot: str
    done: Completeness
    as_of: date
    demo: bool

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all sections, in order."""
        return tuple(part for section in self.sections for part in section.parts)

    def edited(self, texts: dict[str, str]) -> "Report":
        """The report with the texts that an officer gave some parts, by the parts' codes."""
        return replace(
            self,
            sections=tuple(
                replace(
                    section,
                    parts=tuple(
                        part.edited(texts[part.code]) if part.code in texts else part
                        for part in section.parts
                    ),
                )
                for section in self.sections
            ),
        )


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass
class Notes:
    """Collects the notes of a report while it is written, and knows its annexes; what was noted once is not
    marked again."""

    annexes: tuple[Table, ...] = ()
    said: list[str] = field(default_factory=list)

    def annex(self, code: str) -> str:
        """How the text refers to an annex: "Phụ lục II"; "Phụ lục" where there is only one, or none of the code."""
        codes = [table.code for table in self.annexes]
        if code not in codes or len(codes) == 1:
            return "Phụ lục"
        return f"Phụ lục {ROMAN[codes.index(code)]}"

    def mark(self, text: str) -> str:
        """The mark of a note, with a blank before it; nothing for an empty note or one that has its mark."""
        if not text or text in self.said:
            return ""
        self.said.append(text)
        return f" [chú thích {len(self.said)}]"
