"""What was done, as the person who did it is told."""

from dataclasses import dataclass
from typing import Literal

from storage.intake.history import Submission


@dataclass(frozen=True)
class Kept:
    """Rows of a withdrawn submission that stay as a later submission says them, and how many."""

    submission: Submission
    count: int


@dataclass(frozen=True)
class Receipt:
    """What was done. `restored` counts earlier records that count again; `removed` earlier records that
    no longer count and in whose place nothing came (withdrawing: the submission's own records that no
    longer count); `kept` the rows that stay with later submissions; `data_version` is the version that
    shows the result."""

    submission: Submission
    outcome: Literal["accepted", "unchanged", "withdrawn"]
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    restored: int = 0
    data_version: int = 0
    removed: int = 0
    kept: tuple[Kept, ...] = ()
