"""Target T1 as the rows that charts draw: by level of school and by unit."""

from charts.bars.bullets import BulletRow
from locales.forms import number
from locales.messages import t
from pages.parts.listing.rows import level_rows, level_status
from pages.parts.words import dated
from program.schools.reach import SchoolsView
from program.views.overview import LevelReach
from program.vocabulary import Status


def school_levels(v: SchoolsView) -> list[BulletRow]:
    """T1 by level, of the view of schools."""
    return level_rows(tuple(LevelReach(level, r.recent, r.total) for level, r in v.levels), v.t1)


def school_units(v: SchoolsView) -> list[BulletRow]:
    """T1 by the unit that the register names, against the city's path."""
    expected = v.t1.expected / 100 if v.t1.expected is not None else None
    found = []
    for code, r in v.units:
        text = t("{n}/{all} trường", n=number(r.recent), all=number(r.total))
        if r.never:
            text += t(", {n} chưa từng", n=number(r.never))
        status = level_status(r.recent / r.total, v.t1) if v.t1.value is not None else Status.NOT_ASSESSABLE
        found.append(BulletRow(dated(code, v.as_of), text, r.recent / r.total, expected, status))
    return found
