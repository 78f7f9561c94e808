"""Parts of a year that words join: "Quý III và tháng 10 năm 2025", "6 tháng cuối năm và quý I/2026", "quý II, III, IV"."""

import re

_Months = tuple[int, int, int | None]
_MONTHS = 12
ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4,
}  # fmt: skip
NTH = r"(iv|i{1,3}|0?[1-4]|mot|hai|ba|bon|tu(?! ngay| thang| van|\s*\d))"
# "Q. Hải Châu" and "Q. Ba Đình" are no quarters.
QUARTER = r"\b(?:bc ?)?(?:qu[yi](?: thu)?|q(?!\s*[.:]?\s*(?:mot|hai|ba|bon|tu)\b))"
YEAR = r"(?:\s*[/\-.,]?\s*(?:nam)?\s*(20\d\d))?"
_PART = re.compile(
    rf"(?:{QUARTER}\s*[.:]?\s*{NTH}\b|\b(?:6|06|sau)\s*(?:t\b|thang)[\s.]*(dau|cuoi|dn\b|cn\b)(?:\s*nam\b)?"
    rf"|\b(?:9|09|chin)\s*(?:t\b|thang)\s*(dau)(?:\s*nam\b)?|\b(?:thang|t)\s*(0?[1-9]|1[0-2])\b(?!\s*[/.-]\s*\d\d?\b)){YEAR}"
)
_RANGE = re.compile(r"-|–|den(?: het)?")
_JOIN = re.compile(r"\s*(?:,? \bva\b|-|–|[,;+&]|\bden(?: het)?\b)\s*")
# What a quarter or a month before it says already: "quý II, III", "tháng 7, 8".
_ALONE = r"(?=\s*(?:$|[,;+&)/]|va\b|nam\b))"
_NEXT_QUARTER = re.compile(rf"(iv\b|i{{1,3}}\b|0?[1-4]\b{_ALONE}){YEAR}")
_NEXT_MONTH = re.compile(rf"(0?[1-9]|1[0-2])\b{_ALONE}{YEAR}")


def joined(plain: str) -> _Months | None:
    """The first and the last month, and the year of the first, of parts of a year that folded words join and that touch;
    a month of the next year is one after the twelfth. None where they join none, or where one lies in another."""
    found = _parts(plain)
    return _together(*found) if found else None


def stand_apart(plain: str) -> bool:
    """Whether folded words join parts of a year between which others lie ("quý I và tháng 10")."""
    if (found := _parts(plain)) is None:
        return False
    parts, ranges = found
    return _together(parts, ranges) is None and _together(parts, [True] * len(ranges)) is not None


def _parts(plain: str) -> tuple[list[_Months], list[bool]] | None:
    """The first parts of a year that words join, and which of them from the one to the other."""
    for opening in _PART.finditer(plain):
        parts, ranges, part = [_months(opening)], [], opening
        while link := _JOIN.match(plain, part.end()):
            following = _following(plain, link.end(), part)
            if following is None:
                break
            parts.append(_months(following))
            ranges.append(bool(_RANGE.fullmatch(link[0].strip())))
            part = following
        if len(parts) > 1:
            return parts, ranges
    return None


def _following(plain: str, at: int, before: re.Match[str]) -> re.Match[str] | None:
    if found := _PART.match(plain, at):
        return found
    if before.re is _NEXT_QUARTER or (before.re is _PART and before[1]):
        return _NEXT_QUARTER.match(plain, at)
    if before.re is _NEXT_MONTH or (before.re is _PART and before[4]):
        return _NEXT_MONTH.match(plain, at)
    return None


def _months(found: re.Match[str]) -> _Months:
    """The months of one part, and its year."""
    year = int(found[found.re.groups]) if found[found.re.groups] else None
    if found.re is _NEXT_MONTH or (found.re is _PART and found[4]):
        month = int(found[1] if found.re is _NEXT_MONTH else found[4])
        return month, month, year
    if found[1]:
        return ROMAN[found[1]] * 3 - 2, ROMAN[found[1]] * 3, year
    if found[3]:
        return 1, 9, year
    return (7, 12, year) if found[2] in ("cuoi", "cn") else (1, 6, year)


def _together(parts: list[_Months], ranges: list[bool]) -> _Months | None:
    """All parts as one, from the last back: one without a year is of the year of the next, or of the year before where it
    would lie behind it. `ranges`: whether what lies between one part and the next is meant too ("… đến …")."""
    first, last, year = parts[-1]
    for (begins, ends, own), between in zip(reversed(parts[:-1]), reversed(ranges), strict=True):
        later = _MONTHS * ((year - own) if own and year else (begins > first and bool(own or year)))
        first, last = first + later, last + later
        if begins >= first or ends >= last or (ends + 1 < first and not between):
            return None
        first, year = begins, own or (year - later // _MONTHS if year else None)
    return (first, last, year) if last <= 2 * _MONTHS else None
