"""How deep the lines of a report form stand, and what one counts that does not say so itself."""

from dataclasses import replace

from data_loaders.layout.forms.slot import Above, Row
from data_loaders.layout.forms.words import COUNT, DEEPEST, MEN, OTHER, PEOPLE, WOMEN, Line


def measured_beside(last: Above | None, line: Line) -> str | None:
    """What a line counts that stands beside another, not below it: of an audience people, as those before it; of another
    kind what that one does."""
    if last is None:
        return None
    if line.kind and not line.audiences and line.kind != last.line.kind:
        return last.measure
    return PEOPLE if last.measure == COUNT and last.line.measure else last.measure


def depth_of(line: Line, last: Above | None) -> float:
    """How deep a line stands; one without a mark stands below what it is a part of, else where the one before did."""
    if line.level < DEEPEST or last is None:
        return line.level
    if line.measure and (line.unit or line.period):
        return DEEPEST + 1
    own = last.measure if last.measure in (COUNT, PEOPLE) else None
    if line.part or line.measure in (WOMEN, MEN):
        return DEEPEST + 1 if last.level <= DEEPEST else last.level
    if line.measure is None and own and last.level >= DEEPEST:
        beside = last.line.measure is None or last.line.part or own == COUNT
        return last.level if beside else last.level + 1
    return DEEPEST


# Bullets of parts; lines of numbers without a mark stand above them.
_BULLETS, _ABOVE_BULLETS = (7, 8), 6.5


def headed(rows: list[Row]) -> list[Row]:
    """The lines, where one without results and without a mark stands above the lines that follow it, whatever marks
    they have ("Đối với cha mẹ" above 1, 2, 3), and numbers without a mark above parts with bullets."""
    bullets = any(row.filled and row.line.level in _BULLETS and not row.line.counted for row in rows)
    found: list[Row] = []
    below: float = DEEPEST
    for row in reversed(rows):
        line = row.line
        marked = line.level < DEEPEST or line.part
        number = line.measure in (COUNT, PEOPLE) and (line.counted or line.kind)
        if bullets and row.filled and not marked and number:
            line = replace(line, level=_ABOVE_BULLETS)
        if row.filled or marked:
            below = line.level
        elif line.measure != OTHER:
            below -= 0.5
            line = replace(line, level=below)
        found.append(replace(row, line=line))
    return found[::-1]
