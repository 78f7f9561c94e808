"""The groups of people of whom figures of inhabitants are."""

import re

from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import find_level
from data_loaders.values.people.audiences import find_audience
from program.vocabulary import Audience

# "Cha mẹ có con dưới 16 tuổi" are no children.
_ADULTS = (Audience.PARENTS, Audience.TEACHERS, Audience.CHILD_WORKERS, Audience.OFFICIALS)
# The year of a heading's figures ("Số trẻ em năm 2023", "Số trẻ em (2023)", "2023: Số trẻ em").
_OF_YEAR = re.compile(r"(?<=\w)(?: |[ ,:–-]*\(?)(?:nam )?20\d\d\)?$|^(?:nam )?20\d\d ?[:–-] ?")


def find_group(text: str) -> str | None:
    """The code of the age group that words name."""
    plain = _OF_YEAR.sub("", bare(text).strip(" -+•*:;.,"))
    if (adults := find_audience(text)) in _ADULTS:
        return adults.value if adults else None
    if found := re.search(
        r"(?<!\d)(\d{1,2})\s*(?:tuoi)?\s*(?:-|–|den)\s*(duoi\s*)?(\d{1,2})(?![\d/])", plain
    ):
        low, high = int(found[1]), int(found[3]) - (1 if found[2] else 0)
        return f"under_{high + 1}" if low == 0 else f"children_{low}_{high}"
    if found := re.fullmatch(r"(?:so |tong |tre |em |te )*(\d{1,2}) ?tuoi", plain):
        year = int(found[1])
        return f"children_{year}_{year}" if year else "under_1"
    if found := re.search(r"(?:duoi|<)\s*(\d{1,2})", plain):
        return f"under_{int(found[1])}"
    if (level := find_level(text)) and re.search(r"\b(hoc sinh|hs|tre|chau)\b", plain):
        # Pupils of one level are a part of all pupils.
        return f"pupils_{level.value}"
    if re.search(r"\bdan so (la )?tre em\b", plain):
        return "under_16"
    if re.search(r"dan so|tong so dan|nhan khau|population", plain):
        return "population"
    if re.fullmatch(r"(tong )?(so )?(tre( em)?|te)", plain):
        return "under_16"
    if re.fullmatch(r"under_\d+|children_\d+_\d+|pupils_\w+", plain):
        return plain
    audience = find_audience(text)
    return audience.value if audience else None
