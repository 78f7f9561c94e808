"""What a person adds to a file that was read: answers to its questions, and cells corrected in place.

The file itself is never changed. The same bytes with the same mending are read the same way again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from json import dumps
from typing import Any

from program.text import key


class Question(StrEnum):
    """What a file may leave open."""

    HEADING = "heading"  # what a column holds; the answer is a field of the contract, or NOT_USED
    UNIT = "unit"  # which unit a name means, or without words whose the file is; the answer is its code
    KIND = "kind"  # which kind of activity words mean; the answer is its code
    AUDIENCE = "audience"  # which audience words mean; the answer is its code
    DATE_ORDER = "date_order"  # whether days or months stand first; no words, one answer for the file


NOT_USED = "not_used"
DAY_FIRST, MONTH_FIRST = "day_first", "month_first"


@dataclass(frozen=True, order=True)
class Answer:
    """One answer: wherever the file has these words (`program.text.key` of them), they mean `value`."""

    question: Question
    words: str
    value: str


@dataclass(frozen=True, order=True)
class Correction:
    """What a person typed in place of a cell's content; empty text blanks the cell. `cell` as in Excel (D9)."""

    sheet: str
    cell: str
    text: str


@dataclass(frozen=True)
class Asked:
    """A question that a file raises: its words as they stand there, the cells that wait for the answer,
    and what the answer probably is: `candidates` to choose from first (may be empty)."""

    question: Question
    words: str
    cells: tuple[tuple[str, str], ...]
    candidates: tuple[str, ...] = ()

    def answered(self, value: str) -> Answer:
        """This question with an answer."""
        return Answer(self.question, key(self.words), value)


@dataclass(frozen=True)
class Mending:
    """Answers and corrections together; at most one answer to a question and one correction of a cell."""

    answers: frozenset[Answer] = frozenset()
    corrections: frozenset[Correction] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.answers or self.corrections)

    @property
    def digest(self) -> str:
        """The same for equal mendings only; the empty text where there is none."""
        return sha256(dumps(self.as_json(), ensure_ascii=False).encode()).hexdigest() if self else ""

    def answer(self, question: Question, words: str) -> str | None:
        """The answer to a question about these words, in any writing of `program.text.key`."""
        asked = key(words)
        return next((a.value for a in self.answers if a.question == question and a.words == asked), None)

    def with_answers(self, answers: Iterable[Answer]) -> "Mending":
        """Later answers take the place of earlier ones to the same question."""
        kept = {(a.question, a.words): a for a in (*self.answers, *answers)}
        return Mending(frozenset(kept.values()), self.corrections)

    def with_corrections(self, corrections: Iterable[Correction]) -> "Mending":
        """Later corrections take the place of earlier ones of the same cell."""
        kept = {(c.sheet, c.cell): c for c in (*self.corrections, *corrections)}
        return Mending(self.answers, frozenset(kept.values()))

    def as_json(self) -> dict[str, Any]:
        """Plain lists in a fixed order, for a file or a database."""
        return {
            "answers": [[a.question.value, a.words, a.value] for a in sorted(self.answers)],
            "corrections": [[c.sheet, c.cell, c.text] for c in sorted(self.corrections)],
        }

    @classmethod
    def from_json(cls, found: Mapping[str, Sequence[Sequence[str]]]) -> "Mending":
        """The reverse of `as_json`. Raises ValueError for a question that does not exist."""
        answers = (Answer(Question(q), words, value) for q, words, value in found.get("answers", ()))
        return cls(
            frozenset(answers),
            frozenset(Correction(*correction) for correction in found.get("corrections", ())),
        )


NO_MENDING = Mending()


@dataclass(frozen=True)
class Remembered:
    """An answer kept for a unit (None: given for a file of several units)."""

    unit: str | None
    answer: Answer


def recalled(
    asked: Sequence[Asked], remembered: Sequence[Remembered], spoken_of: Iterable[str]
) -> frozenset[Answer]:
    """The kept answers to what a file asks: those of the units that it speaks of, and those given for
    files of several units. What a unit's name means is known whoever said it, since a file may name
    its sender in no other way. Two answers that differ are none."""
    own = set(spoken_of)
    found = set()
    for question in asked:
        same = [
            r
            for r in remembered
            if (r.answer.question, r.answer.words) == (question.question, key(question.words))
        ]
        near = [r for r in same if r.unit in own]
        wide = [r for r in same if r.unit is None or question.question == Question.UNIT]
        values = {r.answer.value for r in near or wide}
        if len(values) == 1:
            found.add(question.answered(values.pop()))
    return frozenset(found)
