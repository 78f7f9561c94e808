"""From the name of a unit as an office writes it to the code of the unit that reports.

Accents decide first. A name typed without any accents is looked up by its folded form; a name with
wrong accents is only suggested. A bare name that was a quận and is now a phường is decided by the
date, else it is asked for. An old ward belongs to its district until 30-6-2025.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from data_loaders.mending.answers import following, meaning
from data_loaders.names.longer_names import is_longer
from data_loaders.names.mentions import bare_letters, by_name, mentions_in
from data_loaders.names.nearest_unit import nearest
from data_loaders.names.organisations import find_organisation
from data_loaders.names.taken_in import taken_in_by
from data_loaders.names.told_eras import told_era
from program import units
from program.submissions.mending import Question
from program.text import clean, fold
from program.units import BREAK, CITY, Unit

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


_PREFIX = re.compile(
    r"^(ubnd|uy ban nhan dan|uỷ ban nhân dân|ủy ban nhân dân|đơn vị|don vi|toàn|toan)\s+", re.IGNORECASE
)
# "Hòa Vang (xã)".
_TYPE_BEHIND = re.compile(r"^(\D{3,30}?) ?\((quận|huyện|phường|xã)\)$", re.IGNORECASE)


def _of_letters(name: str) -> str:
    """The name of a district that is written by its letters."""
    if short := _SHORT.fullmatch(fold(name)):
        return f"{'Huyện' if short[0][0] == 'h' else 'Quận'} {_SHORTENED[short[2] or short[3]]}"
    return name


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
    name = name if era is Era.COMMUNES else _of_letters(name)
    mentions = mentions_in(name)
    typed = [m for m in mentions if m[0]]
    # "Tư" and "Ba" are communes too, and common words.
    whole = [m for m in mentions if m[2] and (m[0] or len(m[1]) >= _SYLLABLE)]
    if not whole and len(several := _several(typed, bare_letters(name), era)) > 1:
        return Found(candidates=several)
    if not whole and is_longer(name, [m[1] for m in mentions]):
        return Found(suggestion=nearest(name, _LAST_DAYS.get(era)))
    if typed or whole:
        return _choose((typed or whole)[-1] if not whole else whole[0], bare_letters(name), era)
    organisation = find_organisation(name)
    if organisation:
        return Found(organisation)
    if names_city(name):
        return Found(CITY)
    mentions = [m for m in mentions if " " in m[1] or len(m[1]) > _SYLLABLE]
    if mentions and not re.match(r"(truong|trung tam|nha|cong ty|th|thcs|thpt)\b", fold(name)):
        return _choose(mentions[-1], bare_letters(name), era)
    return Found(suggestion=nearest(name, _LAST_DAYS.get(era)))


def is_whole_name(text: str) -> bool:
    """Whether words are the name of a unit and nothing more ("Phường Điện Bàn Đông"), of whichever era: with its type,
    or, by its accents, in more words than one."""
    bare = bare_letters(text)
    return any(whole and (kind or (" " in name and not bare)) for kind, name, whole in mentions_in(text))


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
    named = by_name()[1 if bare else 0].get(name, [])
    typed = [u for u in named if kind is None or u.name.startswith(kind)]
    if any(u.in_old_city for u in typed):
        typed = [u for u in typed if u.in_old_city or (u.valid_from and u.valid_from >= BREAK)]
    if not typed:
        return Found(suggestion=next((u.name for u in named if _of_the_city(u, era)), ""))
    codes = _codes(typed, era)
    if len(codes) == 1:
        return Found(codes[0])
    if not codes:
        since = era in (Era.COMMUNES, Era.MOSTLY_COMMUNES)
        codes = taken_in_by(typed) if since else _codes([u for u in typed if not _is_new(u)], Era.UNKNOWN)
        return Found(candidates=codes or tuple(dict.fromkeys(u.code for u in typed)))
    return Found(candidates=codes)


def _is_new(unit: Unit) -> bool:
    return unit.valid_from is not None and unit.valid_from >= BREAK


def _of_the_city(unit: Unit, era: Era) -> bool:
    """Whether a unit lay in the city on the days of an era: until 30-6-2025 those of the old city alone."""
    new = _is_new(unit)
    return era not in _LAST_DAYS or (new if era is Era.COMMUNES else unit.in_old_city and not new)


def _codes(named: list[Unit], era: Era) -> tuple[str, ...]:
    """Codes of the reporting units behind these rows in the era: an old ward stands for its district. A ward that
    lay outside the city until 30-6-2025 is likelier one of the city's, misspelt; a district's name says which it is."""
    found: list[str] = []
    if era == Era.MOSTLY_COMMUNES:
        # A ward of before is asked about, as in any later period: its district reports no more.
        return _codes(named, Era.COMMUNES) or _codes(
            [u for u in named if u.level == "district"], Era.DISTRICTS
        )
    for unit in named:
        new = _is_new(unit)
        if (era == Era.DISTRICTS and new) or (era == Era.COMMUNES and not new):
            continue
        if new or unit.level == "district":
            found.append(unit.code)
        elif unit.in_old_city or era == Era.UNKNOWN:
            found.append(unit.parent)
    return tuple(dict.fromkeys(found))
