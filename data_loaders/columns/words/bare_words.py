"""The words of a heading that say what it means: without its number, its English, its remarks and its stops."""

import re

from data_loaders.columns.words.grammar import BRACKETS
from data_loaders.columns.words.wordings import role, words_apart
from data_loaders.values.days.month_names import may_in_figures
from program.text import clean, fold

_ENGLISH = (
    r"(?:title|event|activit(?:y|ies)|date|day|time|total|venue|place|location|parents?|children|pupils?|students?|teachers?|female|women"
    r"|type|kind|organi[sz]er|ward|school|notes?|no)"
)
# "Event/Hoạt động": the Vietnamese half says it.
_ENGLISH_BESIDE = re.compile(rf"^{_ENGLISH}\s*[/|]\s*(?=\w)|(?<=\w)\s*[/|]\s*{_ENGLISH}$", re.IGNORECASE)
# "Số người/nữ": people, and the women among them.
_WITH_WOMEN = re.compile(r"(?<=\w)\s*/\s*(?:(?:trong đó|trđ|số)\s+)*nữ$", re.IGNORECASE)
# A "T." is no mark, it shortens ("T. số").
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[ivx]{1,4}[.)]|[a-su-z][.)])\s+", re.IGNORECASE)
# Signs behind a heading that say nothing ("STT :", "Số lớp -").
_STOPS = " :*.,;-–—"
_INHABITANTS = ("value", "attendances.?")
_YEAR = re.compile(
    r"(?:(?:năm )?(20\d\d)\s*[:–-]\s*)?(\S.*?)(?:(?:\s*[,:–-])?\s*[(\[]?(?:năm )?(20\d\d)[)\]]?)?",
    re.IGNORECASE,
)


def bare_words(text: str) -> str:
    """What a header cell says; the year of inhabitants stands behind them, however it is written ("Số trẻ em (2021)")."""
    told = _stripped(BRACKETS.sub(" ", _with_year(_stripped(text)))) or clean(text)
    inner = unnumbered(may_in_figures(told)).rstrip(_STOPS)
    return words_apart(_ENGLISH_BESIDE.sub("", _WITH_WOMEN.sub("", inner)))


def unnumbered(text: str) -> str:
    """Words without the number that they begin with ("1. Số lớp tập huấn")."""
    return _NUMBERING.sub("", text)


def _stripped(text: str) -> str:
    return clean(text).lstrip(" :*.").rstrip(_STOPS)


def _with_year(text: str) -> str:
    """The words of inhabitants with the year that stands in brackets, behind a sign or before them; others as they are."""
    found = _YEAR.fullmatch(text)
    year = found and (found[1] or found[3])
    return f"{found[2]} năm {year}" if found and year and role(fold(found[2])) == _INHABITANTS else text
