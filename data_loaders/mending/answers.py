"""The answers in force while a file is checked: what its words mean because a person said so.

Words are looked up in many places (cells, headings, titles, names of sheets), all of which must follow
an answer. So the check puts the answers in force around all of its work, and the readers of names,
kinds, audiences and headings ask here first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from data_loaders.columns.words.fields import FIELDS_OF
from program import units
from program.submissions.mending import DAY_FIRST, MONTH_FIRST, NOT_USED, Mending, Question
from program.text import key
from program.units import CITY
from program.vocabulary import Audience, Kind

_P = ParamSpec("_P")
_T = TypeVar("_T")
_FIELDS = frozenset(name for names in FIELDS_OF.values() for name in names) | {NOT_USED}


class _Meanings(dict[tuple[Question, str], str]):
    """Answers by question and words; one such object is equal to itself alone."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other


_IN_FORCE: ContextVar[_Meanings | None] = ContextVar("answers", default=None)


@contextmanager
def in_force(mending: Mending) -> Iterator[None]:
    """Within it, words mean what the answers say; an answer with a code that does not exist says nothing."""
    told = {(a.question, a.words): a.value for a in mending.answers if _SENSIBLE[a.question](a.value)}
    token = _IN_FORCE.set(_Meanings(told) if told else None)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def meaning(question: Question, words: str) -> str | None:
    """The answer in force to a question about these words."""
    told = _IN_FORCE.get()
    return told.get((question, key(words))) if told else None


def following(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """`lru_cache` for a reader of words that follows the answers in force."""

    @lru_cache(maxsize=20000)
    def kept(_answers: _Meanings | None, *words: _P.args, **named: _P.kwargs) -> _T:
        return read(*words, **named)

    @wraps(read)
    def look_up(*words: _P.args, **named: _P.kwargs) -> _T:
        return kept(_IN_FORCE.get(), *words, **named)  # type: ignore[arg-type]

    return look_up


def _is_unit(code: str) -> bool:
    known = units.unit(code)
    return known is not None and (code == CITY or units.reports(known))


_SENSIBLE: dict[Question, Callable[[str], bool]] = {
    Question.HEADING: _FIELDS.__contains__,
    Question.UNIT: _is_unit,
    Question.KIND: set(Kind).__contains__,
    Question.AUDIENCE: set(Audience).__contains__,
    Question.DATE_ORDER: {DAY_FIRST, MONTH_FIRST}.__contains__,
}
