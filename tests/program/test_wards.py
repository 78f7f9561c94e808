"""Old wards named in activities: which were reached, and where their territory went."""

from datetime import date

import pytest

from program.wards import build_wards, new_unit, plain, wards_of
from tests.program.frames import activities, record

DISTRICTS = ("490", "491", "492", "493", "494", "495", "497")
START, DAY = date(2021, 6, 1), date(2024, 6, 30)


def visits(*rows):
    return build_wards(activities(rows))


def named(reached) -> dict[str, int]:
    return {r.ward.name: r.activities for r in reached}


@pytest.mark.parametrize(
    ("day", "wards"), [(date(2024, 12, 31), 56), (date(2025, 1, 1), 47), (date(2025, 12, 1), 47)]
)
def test_how_many_there_were(day: date, wards: int) -> None:
    assert sum(len(wards_of(code, day)) for code in DISTRICTS) == wards


@pytest.mark.parametrize("words", ["P. Hòa Cường Bắc", "phường Hoà Cường Bắc", "HÒA CƯỜNG BẮC", "P.Hòa Cường Bắc",
                                   "Hoa Cuong Bac"])  # fmt: skip
def test_a_ward_is_known_by_its_words(words: str) -> None:
    found = named(visits(record("492", date(2024, 3, 1), ward=words)).reached("492", START, DAY))
    assert [name for name, n in found.items() if n] == ["Phường Hòa Cường Bắc"]


def test_those_not_reached_stand_first() -> None:
    reached = visits(record("492", date(2024, 3, 1), ward="Bình Hiên")).reached("492", START, DAY)
    assert len(reached) == 13
    assert [r.activities > 0 for r in reached] == [False] * 12 + [True]
    assert reached[-1].last == date(2024, 3, 1)


def test_only_the_days_of_the_view_count() -> None:
    rows = [
        record("492", day, ward="Bình Hiên") for day in (date(2021, 7, 1), date(2024, 3, 1), date(2024, 9, 1))
    ]
    assert named(visits(*rows).reached("492", date(2022, 1, 1), DAY))["Phường Bình Hiên"] == 1


def test_merged_wards_are_reached_by_the_names_they_had() -> None:
    rows = [
        record("492", date(2024, 3, 1), ward="Hải Châu I"),
        record("492", date(2024, 4, 1), ward="Hải Châu II"),
    ]
    found = visits(*rows)
    assert named(found.reached("492", START, DAY))["Phường Hải Châu I"] == 1
    assert named(found.reached("492", START, date(2025, 3, 1)))["Phường Hải Châu"] == 2


def test_a_part_that_moved_is_not_the_whole() -> None:
    """A part of Hòa Minh went to Thanh Khê Tây on 1-1-2025; activities there reached only Hòa Minh."""
    found = visits(record("490", date(2024, 3, 1), ward="Hòa Minh"))
    assert named(found.reached("491", START, date(2025, 3, 1)))["Phường Thanh Khê Tây"] == 0
    assert named(found.reached("490", START, date(2025, 3, 1)))["Phường Hòa Minh"] == 1


def test_a_part_that_moved_within_a_district_is_not_the_whole_either() -> None:
    """A part of Thuận Phước went to Thanh Bình on 1-1-2025."""
    found = named(
        visits(record("492", date(2024, 3, 1), ward="Thuận Phước")).reached("492", START, date(2025, 3, 1))
    )
    assert (found["Phường Thanh Bình"], found["Phường Thuận Phước"]) == (0, 1)


def test_words_that_name_no_ward_of_the_district_are_listed() -> None:
    rows = [record("492", date(2024, 3, 1), ward="Phường Lạ"), record("492", date(2024, 3, 1), ward="Phường Mỹ An"),
            record("492", date(2024, 3, 1), ward="Phường Hải Châu")]  # fmt: skip
    found = visits(*rows).misnamed("492", START, DAY)
    assert sorted((w.words, w.activities) for w in found) == [
        ("Phường Lạ", 1), ("Phường Mỹ An", 1), ("hải châu", 1),
    ]  # fmt: skip


def test_an_organisation_reaches_the_ward_that_only_one_district_has() -> None:
    found = visits(
        record("HLHPN", date(2024, 3, 1), ward="Phường Mỹ An"), record("HLHPN", date(2024, 3, 1), ward="Lạ")
    )
    assert named(found.reached("494", START, DAY))["Phường Mỹ An"] == 1
    assert all(not found.misnamed(code, START, DAY) for code in DISTRICTS)


def test_two_wards_in_one_cell_are_both_reached() -> None:
    found = named(
        visits(record("494", date(2024, 3, 1), ward="P. Mỹ An, P. Khuê Mỹ")).reached("494", START, DAY)
    )
    assert {name for name, n in found.items() if n} == {"Phường Mỹ An", "Phường Khuê Mỹ"}


def test_the_new_ward_of_the_same_name_is_another() -> None:
    """Phường Hải Châu of 1-7-2025 is not the ward of that name before it."""
    found = visits(record("20242", date(2025, 8, 1), ward="Phường Hải Châu"))
    assert not any(named(found.reached("492", START, date(2025, 12, 31))).values())


def test_what_was_not_held_reaches_nobody() -> None:
    assert not any(
        named(visits(record("492", DAY, ward="Bình Hiên", count=0)).reached("492", START, DAY)).values()
    )


@pytest.mark.parametrize(
    ("district", "ward", "unit"),
    [("492", "Phường Hải Châu I", "20242"), ("492", "Nam Dương", "20242"), ("492", "Hòa Cường Bắc", "20257"),
     ("497", "Xã Hòa Liên", None), ("497", "Xã Hòa Ninh", "20308"), ("492", "", None), ("492", "Mỹ An", None)],
)  # fmt: skip
def test_where_an_old_ward_went(district: str, ward: str, unit: str | None) -> None:
    assert new_unit(district, ward) == unit


def test_names_without_their_type() -> None:
    assert plain("P. Hoà Minh") == plain("Phường Hòa Minh") == plain("Hòa Minh")
    assert plain("Phước Ninh") == "phước ninh"
    assert plain("Xuân Hà") == "xuân hà"


def test_where_a_body_of_the_city_was_is_told_in_its_own_words() -> None:
    rows = [
        *(record("TD", date(2024, 3, day), ward="P. Bình Hiên") for day in (1, 2)),
        record("TD", date(2024, 4, 1), ward="Phường Bình Hiên"),
        record("TD", date(2025, 8, 1), ward="Phường Hòa Cường; xã Bà Nà"),
        record("492", date(2024, 3, 1), ward="Bình Hiên"),
    ]
    found = visits(*rows)
    assert [(w.words, w.activities) for w in found.named_by("TD", START, DAY)] == [("Phường Bình Hiên", 3)]
    after = found.named_by("TD", date(2025, 7, 1), date(2025, 12, 31))
    assert [w.words for w in after] == ["Phường Hòa Cường", "xã Bà Nà"]
    assert found.named_by("492", START, DAY) == ()
