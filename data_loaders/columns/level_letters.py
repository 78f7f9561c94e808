"""Levels of schools by their letters in headings: "TH" beside "THCS" and "THPT"."""

import re

from program.text import clean, fold

_ABOVE_PRIMARY = re.compile(r"(?:(?:cap|khoi|truong|hs|hoc sinh|gv|giao vien) )?(?:thcs|thpt)")
_PRIMARY = re.compile(r"((?:cấp|khối|trường|HS|học sinh|GV|giáo viên)\s+)?TH", re.IGNORECASE)


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
