"""Which indicators stand on the screens and in the report, beside those that always do."""

from program.filters import CITY
from program.measures.analysis import Analysis
from program.text import collation_key
from program.vocabulary import INDICATORS, OFTEN, Authority, Indicator


def local_indicators(analysis: Analysis, unit: str = "") -> tuple[Indicator, ...]:
    """The local indicators of the catalogue, then the others that are measured (a count of one kind: kinds are
    never summed) and for which a target was stated, whenever, for this unit or (none named) for whomever, by name."""
    catalogue = [i for i in INDICATORS.values() if i.authority == Authority.LOCAL]
    return (*catalogue, *(i for i in stated_besides(analysis, unit) if i.kind))


def first_for_units(analysis: Analysis) -> str:
    """The code that units are set side by side in until one is chosen: the first for which any unit has a target
    (the catalogue's first where none has)."""
    having = {code for code, unit in analysis.targets if unit != CITY}
    codes = [i.code for i in local_indicators(analysis)]
    return next((code for code in codes if code in having), codes[0])


def stated_besides(analysis: Analysis, unit: str = "") -> tuple[Indicator, ...]:
    """The indicators outside the catalogue for which a target was stated, measured or not, by name."""
    codes = {
        code
        for (code, of), rows in analysis.stated.items()
        if rows and code not in INDICATORS and unit in ("", of)
    }
    return tuple(sorted((INDICATORS[code] for code in codes), key=lambda i: collation_key(i.label)))


def offered(analysis: Analysis) -> tuple[Indicator, ...]:
    """The indicators to choose from where targets are set: the catalogue's local ones, those that offices set
    targets for most, what has one besides; then the official ones."""
    local = [i for i in INDICATORS.values() if i.authority == Authority.LOCAL]
    besides = dict.fromkeys((*(INDICATORS[code] for code in OFTEN), *stated_besides(analysis)))
    return (*local, *besides, *(i for i in INDICATORS.values() if i.authority == Authority.OFFICIAL))


def first_stated(analysis: Analysis) -> str:
    """The code that a choice of `offered` begins with: the first for which a target is stated (the first of all where
    none is)."""
    codes = [i.code for i in offered(analysis)]
    having = {code for (code, _), rows in analysis.stated.items() if rows}
    return next((code for code in codes if code in having), codes[0])
