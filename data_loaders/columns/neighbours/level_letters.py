"""Levels and grades of pupils in headings that would say something else alone: "TH" beside "THCS", "Lớp 6" beside
"Lớp 7"."""

import re

from data_loaders.values.kinds import names_only_level
from program.text import clean, fold

_ABOVE_PRIMARY = re.compile(r"(?:(?:cap|khoi|truong|hs|hoc sinh|gv|giao vien) )?(?:thcs|thpt)")
_GRADE = re.compile(r"lớp\s*(\d{1,2})", re.IGNORECASE)
_PRIMARY = re.compile(r"((?:cấp|khối|trường|HS|học sinh|GV|giáo viên)\s+)?TH", re.IGNORECASE)
# A title that counts pupils, not those who came to something nor the schools beside them.
_PUPILS = re.compile(r"\bso (luong )?hoc sinh\b")
_OTHERS = re.compile(
    r"\b(tham (gia|du)|luot|tap huan|truyen thong|tuyen truyen|danh sach|mang luoi|truong,? lop)\b"
)


def levels_spelled_out(paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """ "TH" beside "THCS" or "THPT" is a level of schools, no training class and nothing carried out."""
    beside = {
        path[:i]
        for path in paths.values()
        for i, part in enumerate(path)
        if _ABOVE_PRIMARY.fullmatch(fold(part))
    }
    return {
        number: tuple(
            f"{told[1] or ''}Tiểu học"
            if path[:i] in beside and (told := _PRIMARY.fullmatch(clean(part)))
            else part
            for i, part in enumerate(path)
        )
        for number, path in paths.items()
    }


def grades_spelled_out(paths: dict[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """ "Lớp 6" beside "Lớp 7" counts the pupils of a grade and is no child's own class."""
    graded = {n: found[1] for n, path in paths.items() if (found := _GRADE.fullmatch(clean(path[-1])))}
    above = [paths[n][:-1] for n in graded]
    return {
        n: (*path[:-1], f"Khối {graded[n]}") if n in graded and above.count(path[:-1]) > 1 else path
        for n, path in paths.items()
    }


def pupils_spelled_out(paths: dict[int, tuple[str, ...]], around: str) -> dict[int, tuple[str, ...]]:
    """ "Tiểu học" beside "THCS" counts pupils where the words `around` say nothing but how many there are."""
    levels = [n for n, path in paths.items() if names_only_level(path[-1])]
    folded = fold(around)
    if len(levels) < 2 or not _PUPILS.search(folded) or _OTHERS.search(folded):
        return paths
    return {n: (*p[:-1], f"Học sinh {p[-1]}") if n in levels else p for n, p in paths.items()}
