"""From the name of a unit as an office writes it to the code of the unit that reports.

Accents decide first. A name typed without any accents is looked up by its folded form; a name with
wrong accents is only suggested. A bare name that was a quận and is now a phường is decided by the
date, else it is asked for. An old ward belongs to its district until 30-6-2025.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from data_loaders.mending.answers import following, meaning
from data_loaders.names.nearest_unit import nearest
from data_loaders.names.organisations import find_organisation
from data_loaders.names.taken_in import taken_in_by
from data_loaders.names.told_eras import told_era
from program import units
from program.submissions.mending import Question
from program.text import clean, fold, key
from program.units import BREAK, CITY, Unit

_TYPES = {
    "quận": "Quận", "q": "Quận", "huyện": "Huyện", "h": "Huyện", "thị xã": "Thị xã", "tx": "Thị xã",
    "thành phố": "Thành phố", "tp": "Thành phố", "phường": "Phường", "p": "Phường", "xã": "Xã", "x": "Xã",
    "thị trấn": "Thị trấn", "tt": "Thị trấn", "đặc khu": "Đặc khu",
    "quận đoàn": "Quận", "huyện đoàn": "Huyện", "phường đoàn": "Phường", "xã đoàn": "Xã",
}  # fmt: skip
_FOLDED_TYPES = {fold(words): kind for words, kind in _TYPES.items()}
_ALSO_WRITTEN = {"Avương": "A Vương", "La Êê": "La Ê Ê", "La Dêê": "La Dê Ê"}
_ROMAN = {"1": "i", "2": "ii", "3": "iii"}
_MAX_WORDS = 4
_SYLLABLE = 4
_LAST_OPENING = date(2025, 6, 15)


class Era(Enum):
    """Which government stood over the days in question: to 30-6-2025, from 1-7-2025, both, or not known.

    `MOSTLY_COMMUNES`: both, and a name of both is the commune's.
    """

    DISTRICTS = "districts"
    COMMUNES = "communes"
    BOTH = "both"
    MOSTLY_COMMUNES = "mostly_communes"
    UNKNOWN = "unknown"


_LAST_DAYS = {Era.DISTRICTS: date(2025, 6, 30), Era.COMMUNES: BREAK}


def era_of(start: date, end: date) -> Era:
    """The era of a span of days.

    July, quarter III and the second half of 2025 open on 15-6-2025: the communes report on them.
    """
    if end < BREAK:
        return Era.DISTRICTS
    if start >= BREAK:
        return Era.COMMUNES
    return Era.MOSTLY_COMMUNES if start == _LAST_OPENING else Era.BOTH


@dataclass(frozen=True)
class Found:
    """What a name says: one code; or several codes to choose from; or none, with the nearest name."""

    code: str | None = None
    candidates: tuple[str, ...] = ()
    suggestion: str = ""

    @property
    def ambiguous(self) -> bool:
        return bool(self.candidates)


_CITY = re.compile(
    r"(ubnd |uy ban nhan dan )?((toan )?(thanh pho|tp)( da nang)?|da nang|toan thanh pho|cap thanh pho)"
)

# A district by its letters, after its type ("Q. HC"); alone two of them may be anything.
_SHORTENED = {"hc": "Hải Châu", "tk": "Thanh Khê", "st": "Sơn Trà", "nhs": "Ngũ Hành Sơn", "lc": "Liên Chiểu", "cl": "Cẩm Lệ", "hv": "Hòa Vang"}  # fmt: skip
_SHORT = re.compile(rf"(q|quan|h|huyen) ?({'|'.join(_SHORTENED)})|(nhs)")


@cache
def _by_name() -> tuple[dict[str, list[Unit]], dict[str, list[Unit]]]:
    exact: dict[str, list[Unit]] = {}
    folded: dict[str, list[Unit]] = {}
    for unit in units.all_units():
        if unit.level in ("district", "commune"):
            for name in {unit.short_name, _ALSO_WRITTEN.get(unit.short_name, unit.short_name)}:
                exact.setdefault(key(name), []).append(unit)
                folded.setdefault(fold(name), []).append(unit)
    return exact, folded


def _bare_letters(text: str) -> bool:
    return clean(text).isascii()


def _tokens(text: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-zà-ỹđ])\.", " ", key(text))
    return [t for t in re.split(r"[\s.,;:()\-–—/\"“”]+", spaced) if t]


def _mentions(text: str) -> list[tuple[str | None, str, bool]]:
    """Names of territory in the words: (type or None, name key, the whole text?), longest names first."""
    bare = _bare_letters(text)
    index = _by_name()[1 if bare else 0]
    types = _FOLDED_TYPES if bare else _TYPES
    tokens = _tokens(text)
    found: list[tuple[str | None, str, bool]] = []
    at = 0
    while at < len(tokens):
        for length in range(min(_MAX_WORDS, len(tokens) - at), 0, -1):
            name = " ".join(tokens[at : at + length])
            last = name.rsplit(" ", 1)
            if name not in index and last[-1] in _ROMAN and len(last) == 2:
                name = f"{last[0]} {_ROMAN[last[1]]}"
            if name in index:
                kind, before = _type_before(tokens, at, types)
                found.append((kind, name, before == 0 and at + length == len(tokens)))
                at += length - 1
                break
        at += 1
    return found


def _type_before(tokens: list[str], at: int, types: dict[str, str]) -> tuple[str | None, int]:
    """The type word before a name, and how many words stand before both."""
    two, one = " ".join(tokens[max(at - 2, 0) : at]), tokens[at - 1] if at else ""
    if at >= 2 and two in types:
        return types[two], at - 2
    if one in types:
        return types[one], at - 1
    return None, at


_PREFIX = re.compile(
    r"^(ubnd|uy ban nhan dan|uỷ ban nhân dân|ủy ban nhân dân|đơn vị|don vi|toàn|toan)\s+", re.IGNORECASE
)
# "Hòa Vang (xã)".
_TYPE_BEHIND = re.compile(r"^(\D{3,30}?) ?\((quận|huyện|phường|xã)\)$", re.IGNORECASE)


@following
def resolve(text: str, era: Era) -> Found:
    """The unit that reports under this name in this era.

    A name with no match gives a Found with a suggestion (possibly empty); a name with more than one
    reading, or one whose type contradicts the era, gives the candidates. What a person answered about
    the name goes first.
    """
    if told := meaning(Question.UNIT, text):
        return Found(told)
    text, new = told_era(text)
    if new is not None:
        found = resolve(text, own := Era.COMMUNES if new else Era.DISTRICTS)
        if found.code and era in _LAST_DAYS and era is not own:
            return Found(candidates=(found.code,))
        return found
    name = _TYPE_BEHIND.sub(r"\2 \1", _PREFIX.sub("", clean(text)).strip(" .:;,-–*¹²³"))
    if not name:
        return Found()
    code = name.upper()
    if (known := units.unit(code)) is not None and (code == CITY or units.reports(known)):
        return Found(known.code)
    if (short := _SHORT.fullmatch(fold(name))) and era is not Era.COMMUNES:
        name = f"{'Huyện' if short[0][0] == 'h' else 'Quận'} {_SHORTENED[short[2] or short[3]]}"
    mentions = _mentions(name)
    typed = [m for m in mentions if m[0]]
    # "Tư" and "Ba" are communes too, and common words.
    whole = [m for m in mentions if m[2] and (m[0] or len(m[1]) >= _SYLLABLE)]
    if not whole and len(several := _several(typed, _bare_letters(name), era)) > 1:
        return Found(candidates=several)
    if typed or whole:
        return _choose((typed or whole)[-1] if not whole else whole[0], _bare_letters(name), era)
    organisation = find_organisation(name)
    if organisation:
        return Found(organisation)
    if names_city(name):
        return Found(CITY)
    mentions = [m for m in mentions if " " in m[1] or len(m[1]) > _SYLLABLE]
    if mentions and not re.match(r"(truong|trung tam|nha|cong ty|th|thcs|thpt)\b", fold(name)):
        return _choose(mentions[-1], _bare_letters(name), era)
    return Found(suggestion=nearest(name, _LAST_DAYS.get(era)))


def is_whole_name(text: str) -> bool:
    """Whether words are the name of a unit and nothing more ("Phường Điện Bàn Đông"), of whichever era: with its type,
    or, by its accents, in more words than one."""
    bare = _bare_letters(text)
    return any(whole and (kind or (" " in name and not bare)) for kind, name, whole in _mentions(text))


def _several(mentions: list[tuple[str | None, str, bool]], bare: bool, era: Era) -> tuple[str, ...]:
    """The different units that words name with their types ("Quận Hải Châu và quận Sơn Trà")."""
    if len(mentions) < 2:
        return ()
    return tuple(dict.fromkeys(code for m in mentions if (code := _choose(m, bare, era).code)))


def names_city(text: str) -> bool:
    """Whether words name the whole city ("Toàn thành phố", "TP Đà Nẵng")."""
    return bool(_CITY.fullmatch(fold(text)))


def _choose(mention: tuple[str | None, str, bool], bare: bool, era: Era) -> Found:
    kind, name, _ = mention
    named = _by_name()[1 if bare else 0].get(name, [])
    typed = [u for u in named if kind is None or u.name.startswith(kind)]
    if any(u.in_old_city for u in typed):
        typed = [u for u in typed if u.in_old_city or (u.valid_from and u.valid_from >= BREAK)]
    if not typed:
        return Found(suggestion=next((u.name for u in named if _of_the_city(u, era)), ""))
    codes = _codes(typed, era)
    if len(codes) == 1:
        return Found(codes[0])
    if not codes:
        return Found(candidates=taken_in_by(typed) or tuple(dict.fromkeys(u.code for u in typed)))
    return Found(candidates=codes)


def _of_the_city(unit: Unit, era: Era) -> bool:
    """Whether a unit lay in the city on the days of an era: until 30-6-2025 those of the old city alone."""
    new = unit.valid_from is not None and unit.valid_from >= BREAK
    return era not in _LAST_DAYS or (new if era is Era.COMMUNES else unit.in_old_city and not new)


def _codes(named: list[Unit], era: Era) -> tuple[str, ...]:
    """Codes of the reporting units behind these rows in the era: an old ward stands for its district."""
    found: list[str] = []
    if era == Era.MOSTLY_COMMUNES:
        return _codes(named, Era.COMMUNES) or _codes(named, Era.DISTRICTS)
    for unit in named:
        new = unit.valid_from is not None and unit.valid_from >= BREAK
        if (era == Era.DISTRICTS and new) or (era == Era.COMMUNES and not new):
            continue
        if new or unit.level == "district":
            found.append(unit.code)
        else:
            found.append(unit.parent)
    return tuple(dict.fromkeys(found))
