"""What is kept of an issued report, and when two reports say the same."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from program.editions.issued import content_of, figures_of, pack, texts_of, unpack
from program.filters import Filters, parse_filters
from program.measures.analysis import Analysis
from program.measures.figure_list import figures
from program.report.draft import report
from program.report.parts import Report
from tests.program.frames import built, record, target

TODAY, YEAR = date(2026, 11, 26), parse_filters({"period": "2023", "unit": "492"})
CLASS = record("492", date(2023, 2, 1), seats={"parents": 20})


def drafted(analysis: Analysis, view: Filters = YEAR) -> Report:
    return report(analysis, view, today=TODAY)


def test_the_same_words_and_figures_are_the_same_whatever_the_store_counted() -> None:
    house = built([CLASS])
    head = {"to": "Bộ"}
    same = content_of(drafted(house), head)
    assert content_of(drafted(replace(house, version=house.version + 7)), head) == same
    assert content_of(drafted(house, YEAR.only(as_of=date(2023, 12, 14))), head) == same
    others = [
        content_of(drafted(house).edited({"III.2": "Do mưa bão."}), head),
        content_of(drafted(house), {"to": "Sở"}),
        content_of(drafted(built([CLASS, record("492", date(2023, 3, 1))])), head),
        content_of(drafted(house, YEAR.only(as_of=date(2023, 6, 30))), head),
        content_of(replace(drafted(house), demo=True), head),
    ]
    assert len({same, *others}) == 6


def test_texts_say_which_an_officer_wrote() -> None:
    draft = drafted(built([CLASS]))
    found = texts_of(draft.edited({"III.2": "Do mưa bão."}), {"III.2"})
    assert [part.code for part in found if part.edited] == ["III.2"]
    assert [(part.section, part.text) for part in found if part.edited] == [
        (next(s.heading for s in draft.sections if s.heading.startswith("III")), "Do mưa bão.")
    ]
    assert [part.code for part in found] == [part.code for part in draft.parts]


def test_the_figures_that_are_kept_are_those_of_the_contract_and_come_back_the_same() -> None:
    house = built([CLASS], [target("L-classes-parents", "492", date(2022, 12, 15), date(2023, 12, 14), 4)])
    kept = figures_of(house, YEAR)
    assert kept == figures(house, YEAR)
    assert list(unpack(pack(kept))) == kept
    assert len(pack(kept)) < 2_000


VALUES = some.none() | some.integers(0, 10**9) | some.floats(0, 100, allow_nan=False) | some.text(max_size=5)


@settings(max_examples=30)
@given(
    some.lists(some.dictionaries(some.sampled_from(["measure", "unit", "value", "kind"]), VALUES), max_size=4)
)
def test_what_is_packed_is_unpacked(kept: list[dict[str, Any]]) -> None:
    assert list(unpack(pack(kept))) == kept
