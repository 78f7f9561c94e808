"""What the decision itself asks of the city: it holds from the first start, before anybody writes it down."""

from collections.abc import Mapping
from types import MappingProxyType

from program.filters import CITY
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.targets.in_force import in_force
from program.targets.progress import TargetRow
from program.vocabulary import INDICATORS, Authority

Held = Mapping[tuple[str, str], tuple[TargetRow, ...]]

# QĐ 830/QĐ-TTg of 1-6-2021 sets 100 % for each of T1, T2 and T3 (T3: "phấn đấu"), for the whole programme.
NATIONAL: Held = MappingProxyType(
    {
        (code, CITY): (
            TargetRow(PROGRAMME_START, PROGRAMME_END, 100.0, Authority.OFFICIAL, "Quyết định 830/QĐ-TTg"),
        )
        for code, indicator in INDICATORS.items()
        if indicator.authority == Authority.OFFICIAL
    }
)


def that_hold(stated: Held) -> dict[tuple[str, str], tuple[TargetRow, ...]]:
    """The rows of each (indicator, unit) that may be summed, of rows as they were stated. A national target that
    nobody stated for the city is as the decision sets it."""
    written = {target: in_force(rows) for target, rows in stated.items() if rows}
    return dict(NATIONAL) | written
