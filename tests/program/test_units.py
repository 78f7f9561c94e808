from datetime import date

from program import units


def test_seven_populated_districts_report_until_the_end_of_june_2025() -> None:
    names = [u.short_name for u in units.reporting_units(date(2025, 6, 14))]
    assert names == ["Cẩm Lệ", "Hải Châu", "Hòa Vang", "Liên Chiểu", "Ngũ Hành Sơn", "Sơn Trà", "Thanh Khê"]


def test_fifteen_new_units_of_the_old_territory_report_after_it() -> None:
    found = units.reporting_units(date(2025, 9, 14))
    assert len(found) == 15
    assert all(u.in_old_city and u.level == "commune" for u in found)
    assert "20333" not in {u.code for u in found}  # Hoàng Sa has no resident population


def test_a_reused_code_is_a_unit_of_its_day() -> None:
    assert units.unit("20242", date(2024, 1, 1)).name == "Phường Phước Ninh"
    assert units.unit("20242").name == "Phường Hải Châu"


def test_units_of_former_quang_nam_are_not_in_the_citys_series() -> None:
    assert units.unit("20335").in_old_city is False
    assert units.unit("492").in_old_city is True
    assert units.unit("HLHPN").in_old_city is True


def test_labels_tell_an_old_district_from_a_new_ward() -> None:
    assert units.label("493") == units.label("20263") == "Sơn Trà"
    assert units.label("493", with_type=True) == "Quận Sơn Trà"
    assert units.label("20263", with_type=True) == "Phường Sơn Trà"


def test_successors_of_a_district() -> None:
    assert units.successors("492") == ("20242", "20257")
    assert units.successors("XYZ") == ()
