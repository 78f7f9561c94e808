"""Reading the settings from the environment, and the sentences about wrong ones."""

import os
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


@lru_cache(maxsize=8)
def _read(_values: tuple[str | None, ...]) -> Settings:
    try:
        return Settings()  # type: ignore[call-arg]
    except Incomplete as lacking:
        raise InvalidSettings(
            [
                f"Thiếu biến {name} (cần có khi DASHBOARD_ACCESS={lacking.access}): "
                f"{_FIELDS[name].description}."
                for name in lacking.variables
            ]
        ) from None
    except ValidationError as wrong:
        names = dict.fromkeys(str(one["loc"][0]) for one in wrong.errors(include_input=False))
        raise InvalidSettings(
            [f"Biến {name} chưa đúng; cần {_FIELDS[name].description}." for name in names]
        ) from None
