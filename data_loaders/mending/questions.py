"""The questions that a checked file leaves open, from its findings: one answer each mends all their cells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from data_loaders.columns.words.fields import FIELDS_OF, HEADING_OF
from data_loaders.columns.words.heading import apart
from data_loaders.columns.words.headings import read_heading
from data_loaders.names.units import Era, resolve
from data_loaders.tables.whose.unit_findings import asks_whose
from program import units
from program.contract import Issue, IssueCode, Report
from program.submissions.mending import NOT_USED, Asked, Question
from program.text import fold, key
from program.vocabulary import AUDIENCE_LABELS, KIND_LABELS

__all__ = ["FIELDS_OF", "asked"]

_QUESTIONS = {
    IssueCode.UNUSED_COLUMN: Question.HEADING,
    IssueCode.PLACE_OR_UNIT: Question.HEADING,
    IssueCode.UNIT_UNKNOWN: Question.UNIT,
    IssueCode.UNIT_AMBIGUOUS: Question.UNIT,
    IssueCode.KIND_UNKNOWN: Question.KIND,
    IssueCode.AUDIENCE_UNKNOWN: Question.AUDIENCE,
    IssueCode.DATE_AMBIGUOUS: Question.DATE_ORDER,
}
_FIELD_OF = {heading: name for name, heading in HEADING_OF.items()}
_QUOTED = re.compile("“([^”]+)”")
# How the finding of a day in text asks for the one that it is with the month first.
_TURNED = re.compile(r"có phải là \d\d/\d\d/\d{4}\?")
_NEAR = 60
_MOST = 3


@dataclass
class _Open:
    """One question while its cells are gathered."""

    words: str
    first: Issue
    cells: list[tuple[str, str]] = field(default_factory=list)


def asked(report: Report) -> list[Asked]:
    """What a person may answer about a file, in the order of its findings.

    A name, a word or a heading that occurs often is one question, however it is written
    (`program.text.key`). `candidates` are the likeliest answers, best first; none where nothing is near.
    Where nothing names the unit of some rows, the file as a whole is asked for it: a question without words.
    Where days are in doubt, the days that only the other order makes readable wait for its answer too.
    """
    found: dict[tuple[Question, str], _Open] = {}
    turned: list[tuple[str, str]] = []
    for issue in report["issues"]:
        if issue["sheet"] is None or issue["cell"] is None:
            continue
        place = (issue["sheet"], issue["cell"])
        whose = asks_whose(issue["fix"])
        question = Question.UNIT if whose else _QUESTIONS.get(IssueCode(issue["code"]))
        if issue["code"] == IssueCode.PLACE_OR_UNIT and not issue["message"].startswith("Cột"):
            # The heading of a group is no column: the title tells whose it is.
            continue
        words = "" if question == Question.DATE_ORDER or whose else issue["found"] or ""
        if question and (words or whose or question == Question.DATE_ORDER):
            found.setdefault((question, key(words)), _Open(words, issue)).cells.append(place)
        elif issue["code"] == IssueCode.DATE_UNREADABLE and _TURNED.search(issue["message"]):
            turned.append(place)
    if order := found.get((Question.DATE_ORDER, "")):
        order.cells += turned
    return [
        Asked(question, one.words, tuple(one.cells), _candidates(question, one))
        for (question, _), one in found.items()
    ]


def _candidates(question: Question, one: _Open) -> tuple[str, ...]:
    if question == Question.UNIT:
        return _units(one.words) if one.words else ()
    if question == Question.KIND:
        return _nearest(one.words, KIND_LABELS.items())
    if question == Question.AUDIENCE:
        return _nearest(one.words, AUDIENCE_LABELS.items())
    return _fields(one.first) if question == Question.HEADING else ()


def _units(words: str) -> tuple[str, ...]:
    found = resolve(words, Era.UNKNOWN)
    if found.code:
        return (found.code,)
    named = [u.code for u in units.all_units() if units.reports(u) and u.name == found.suggestion]
    return found.candidates or tuple(dict.fromkeys(named))


def _nearest(words: str, labels: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Codes whose labels share words with these."""
    pool = {str(code): fold(label) for code, label in labels}
    ranked = process.extract(fold(words), pool, scorer=fuzz.token_set_ratio, limit=_MOST, score_cutoff=_NEAR)
    return tuple(code for _, _, code in ranked)


def _fields(unused: Issue) -> tuple[str, ...]:
    """What an unused column holds by its finding, which names the headings that would fit its cells."""
    if unused["code"] == IssueCode.PLACE_OR_UNIT:
        return "unit", "organiser" if "bên phối hợp" in unused["message"] else "ward"
    offered = tuple(_FIELD_OF[name] for name in _QUOTED.findall(unused["fix"]) if name in _FIELD_OF)
    known = read_heading(tuple(apart(unused["found"] or ""))).fields == ("unused",)
    return offered or ((NOT_USED,) if known else ())
