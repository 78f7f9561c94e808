"""Reading the settings from the environment, and the sentences about wrong ones."""

import os
from difflib import get_close_matches
from functools import lru_cache

from pydantic import ValidationError

from settings.values import Incomplete, Settings, variable


class InvalidSettings(ValueError):
    """The environment does not make settings; `problems` are Vietnamese sentences, one for each variable.
    A sentence never repeats a value: it may be a secret."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def current() -> Settings:
    """The settings of the environment as it is now. Raises InvalidSettings."""
    return _read(tuple(os.environ.get(name) for name in _VARIABLES))


_FIELDS = {variable(name): field for name, field in Settings.model_fields.items()}
_VARIABLES = tuple(_FIELDS)
_OURS = "DASHBOARD_"


@lru_cache(maxsize=8)
def _read(_values: tuple[str | None, ...]) -> Settings:
    problems = _unknown()
    try:
        found = Settings()  # type: ignore[call-arg]
    except Incomplete as lacking:
        problems += [
            f"Thiếu biến {name} (cần có khi DASHBOARD_ACCESS={lacking.access}): {_FIELDS[name].description}."
            for name in lacking.variables
        ]
    except ValidationError as wrong:
        names = dict.fromkeys(str(one["loc"][0]) for one in wrong.errors(include_input=False))
        problems += [f"Biến {name} chưa đúng; cần {_FIELDS[name].description}." for name in names]
    if problems:
        raise InvalidSettings(problems) from None
    return found


def _unknown() -> list[str]:
    """A sentence for each variable that would be ours and is none: a name typed wrongly would else leave the setting
    as it is without it, and nobody would know."""
    told = []
    for name in sorted(os.environ):
        if name.startswith(_OURS) and name not in _FIELDS and os.environ[name]:
            meant = get_close_matches(name, _VARIABLES, 1, 0.8)
            told.append(f"Không có biến {name}; " + (f"có phải {meant[0]}?" if meant else "hãy bỏ dòng đó."))
    return told
