"""Names of old wards, told from those of their districts."""

import pytest

from data_loaders.names.old_wards import is_old_ward, is_part_of, names_district


@pytest.mark.parametrize(
    ("name", "ward"),
    [
        ("Phường Hải Châu I", True),
        ("P. Hải Châu 1", True),
        ("Hải Châu I", True),
        ("Thuận Phước", True),
        ("UBND xã Hòa Phong", True),
        ("Hải Châu", False),
        ("Quận Hải Châu", False),
        ("Q. HC", False),
        ("492", False),
        ("Sở Y tế", False),
    ],
)
def test_an_old_ward_is_told_from_its_district(name: str, ward: bool) -> None:
    assert is_old_ward(name) is ward


def test_no_part_of_what_is_no_district() -> None:
    assert not is_part_of(None, "Phường Mỹ An")
    assert not is_part_of("48", "Phường Mỹ An")


@pytest.mark.parametrize(
    ("words", "named"),
    [("Q. Hải Châu", True), ("UBND huyện Hòa Vang", True), ("Quận đoàn", False), ("Hòa Vang", False)],
)
def test_words_that_begin_with_the_type_of_a_district(words: str, named: bool) -> None:
    assert names_district(words) is named
