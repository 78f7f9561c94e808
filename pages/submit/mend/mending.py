"""What the person adds to a file in hand, kept in the session until the file is accepted or put away."""

from dataclasses import dataclass, field

import streamlit as st

from program.submissions.mending import Answer, Asked, Mending, Question

_KEPT = "mending"


@dataclass(frozen=True)
class Standing:
    """How far a file can be read: its sound rows and its errors."""

    rows: int
    errors: int


@dataclass(frozen=True)
class Cell:
    """One cell of the table of corrections: where it stands and what it held when it was listed."""

    sheet: str
    cell: str
    found: str


@dataclass
class Work:
    """The mending of one file. `given` is what this person added; `before` what it was until the last
    change, and `since` how the file stood then; `refused` says that the last change was taken back,
    since it would have brought in what concerns persons; `again` that it began with an earlier mending of
    the same bytes; `kept` are the mendings that the database holds already; `cells`, the answers they were `listed_with` and
    `turn` belong to the table of corrections; `held` is what corrected cells hold in the file, `words`
    are those of answered questions as the file writes them; `aside` are the conventions that do not hold for
    this file; `short` is what the list of several files
    says of it, and what that depends on."""

    given: Mending = field(default_factory=Mending)
    before: Mending = field(default_factory=Mending)
    standing: Standing | None = None
    since: Standing | None = None
    refused: bool = False
    again: bool = False
    remember: bool = True
    kept: set[str] = field(default_factory=set)
    cells: list[Cell] = field(default_factory=list)
    listed_with: frozenset[Answer] = frozenset()
    held: dict[tuple[str, str], str] = field(default_factory=dict)
    turn: int = 0
    short: tuple[tuple[object, ...], str, bool, bool] | None = None
    words: dict[Answer, str] = field(default_factory=dict)
    aside: frozenset[Answer] = frozenset()

    def change(self, mending: Mending) -> None:
        """Take a new mending in place of the one before."""
        if mending != self.given:
            self.before, self.given = self.given, mending
            self.since, self.refused = self.standing, False

    def answer(self, asked: Asked, value: str) -> None:
        """An answer to a question of the file."""
        given = asked.answered(value)
        self.words[given] = asked.words
        self.change(self.given.with_answers([given]))

    def take_back(self, answer: Answer) -> None:
        """The question is open again."""
        self.change(Mending(self.given.answers - {answer}, self.given.corrections))

    def set_aside(self, answer: Answer, words: str) -> None:
        """A convention does not hold for this file: its question, of these words, is open, whatever was answered to
        it."""
        self.aside |= {answer}
        self.words[answer] = words
        self.take_back(answer)

    def use_again(self, answer: Answer) -> None:
        """A convention holds for this file after all, in place of what was answered to its question."""
        self.aside -= {answer}
        same = {a for a in self.given.answers if (a.question, a.words) == (answer.question, answer.words)}
        self.change(Mending(self.given.answers - same, self.given.corrections))

    @property
    def lasting(self) -> list[Answer]:
        """The answers that may be kept for later files: not those of this file alone."""
        alone = {(a.question, a.words) for a in self.aside} | {(Question.UNIT, "")}
        return [a for a in self.given.answers if (a.question, a.words) not in alone]

    def restore(self, cells: set[tuple[str, str]]) -> None:
        """These cells are read as they stand in the file again."""
        kept = frozenset(c for c in self.given.corrections if (c.sheet, c.cell) not in cells)
        self.change(Mending(self.given.answers, kept))
        self.list_anew()

    def list_anew(self) -> None:
        """The table of corrections begins again with what is wrong then."""
        self.cells = []

    def accepted(self) -> None:
        """What the last change did has been told; whoever takes the file back later is told that alone."""
        self.since = None

    def refuse(self) -> None:
        """Take the last change back: nothing of it is kept."""
        self.given, self.since, self.refused = self.before, None, True
        self.list_anew()


def work(fingerprint: str) -> Work:
    """The work on the file of this fingerprint; begun without any mending."""
    kept: dict[str, Work] = st.session_state.setdefault(_KEPT, {})
    return kept.setdefault(fingerprint, Work())


def begun(fingerprint: str) -> bool:
    """Whether this session has the file in hand already."""
    return fingerprint in st.session_state.get(_KEPT, {})


def forget() -> None:
    """The files in hand are put away."""
    st.session_state.pop(_KEPT, None)
