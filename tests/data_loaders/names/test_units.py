import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_loaders.names.units import Era, Found, era_of, resolve
from program import units
from program.text import fold

OLD, NEW = Era.DISTRICTS, Era.COMMUNES


@pytest.mark.parametrize(
    ("text", "era", "code"),
    [
        ("Quận Hải Châu", OLD, "492"),
        ("Q. Hải Châu", OLD, "492"),
        ("Q.NHS", OLD, "494"),
        ("NHS", OLD, "494"),
        ("Mặt trận TQ thành phố", OLD, "MTTQ"),
        ("Huyện HV", OLD, "497"),
        ("Quận HC", Era.UNKNOWN, "492"),
        ("Quận TK", Era.MOSTLY_COMMUNES, "491"),
        ("Hòa Vang (xã)", Era.UNKNOWN, "20320"),
        ("Hải Châu (quận)", Era.UNKNOWN, "492"),
        ("Hội PN TP", OLD, "HLHPN"),
        ("HỘI NÔNG DÂN VIỆT NAM", OLD, "HND"),
        ("Đoàn TN TP", OLD, "TD"),
        ("Q.Hải Châu", OLD, "492"),
        ("UBND QUẬN HẢI CHÂU", OLD, "492"),
        ("Ủy ban nhân dân huyện Hoà Vang", OLD, "497"),
        ("Hoà Vang", OLD, "497"),
        ("H. Hòa Vang", OLD, "497"),
        ("Hai Chau", OLD, "492"),
        ("QUAN NGU HANH SON", OLD, "494"),
        ("Hải Châu", OLD, "492"),
        ("Hải Châu", NEW, "20242"),
        ("Hòa Vang", NEW, "20320"),
        ("Phường Hải Châu", NEW, "20242"),
        ("P. An Hải", NEW, "20275"),
        ("Phường Hòa Hải", OLD, "494"),
        ("Phường Hải Châu 1", OLD, "492"),
        ("Hải Châu I", OLD, "492"),
        ("Xã Hòa Liên", OLD, "497"),
        ("Phòng VH&TT quận Cẩm Lệ", OLD, "495"),
        ("Hội LHPN quận Sơn Trà", OLD, "493"),
        ("Sở TT&TT", OLD, "SO-TTTT"),
        ("Sở Thông tin và Truyền thông thành phố", OLD, "SO-TTTT"),
        ("Sở GD-ĐT", OLD, "SO-GDDT"),
        ("Sở KH&CN", NEW, "SO-KHCN"),
        ("Sở LĐ-TB&XH", OLD, "SO-LDTBXH"),
        ("Thành đoàn", OLD, "TD"),
        ("Đoàn TNCS Hồ Chí Minh thành phố", OLD, "TD"),
        ("Hội LHPN TP", OLD, "HLHPN"),
        ("Hội Liên hiệp Phụ nữ thành phố Đà Nẵng", OLD, "HLHPN"),
        ("UBMTTQVN TP", OLD, "MTTQ"),
        ("Ủy ban MTTQ Việt Nam thành phố", OLD, "MTTQ"),
        ("Công an TP", OLD, "CA-TP"),
        ("Liên đoàn Lao động thành phố - Lớp tập huấn năm 2023", OLD, "LDLD"),
        ("Hội Nông dân TP Đà Nẵng: Buổi tuyên truyền", OLD, "HND"),
        ("UBMTTQ Việt Nam thành phố – Số liệu năm 2024", OLD, "MTTQ"),
        ("Hội Nông dân thành phố - Hội Nông dân quận Cẩm Lệ", OLD, "495"),
        ("Hội Nông dân - Lớp tập huấn", OLD, None),
        ("xã A Vương", NEW, "20458"),
        ("La Ê Ê", NEW, "20698"),
        ("492", OLD, "492"),
        ("TP Đà Nẵng", OLD, "48"),
    ],
)
def test_names_as_offices_write_them(text: str, era: Era, code: str) -> None:
    assert resolve(text, era).code == code


@pytest.mark.parametrize(
    "unit", [u for u in units.all_units() if units.reports(u) and u.in_old_city], ids=lambda u: u.code
)
@pytest.mark.parametrize(
    "change",
    [str, str.upper, lambda t: unicodedata.normalize("NFD", t), fold],
    ids=["", "upper", "nfd", "fold"],
)
def test_every_reporting_unit_is_found_by_its_full_name(unit: units.Unit, change) -> None:
    era = NEW if unit.level == "commune" else OLD
    assert resolve(change(unit.name), era).code == unit.code


def test_a_bare_name_of_both_governments_is_asked_for_where_the_day_is_not_known() -> None:
    for era in (Era.UNKNOWN, Era.BOTH):
        assert set(resolve("Hải Châu", era).candidates) == {"492", "20242"}


@pytest.mark.parametrize(
    ("start", "end", "era"),
    [
        (date(2025, 3, 15), date(2025, 6, 14), OLD),
        (date(2025, 6, 15), date(2025, 7, 14), Era.MOSTLY_COMMUNES),
        (date(2025, 6, 15), date(2025, 9, 14), Era.MOSTLY_COMMUNES),
        (date(2025, 6, 15), date(2025, 12, 14), Era.MOSTLY_COMMUNES),
        (date(2025, 6, 29), date(2025, 7, 2), Era.BOTH),
        (date(2024, 12, 15), date(2025, 12, 14), Era.BOTH),
    ],
)
def test_report_periods_over_the_break_are_those_of_who_reported_them(
    start: date, end: date, era: Era
) -> None:
    assert era_of(start, end) is era


def test_in_the_quarter_of_the_break_a_bare_name_is_the_commune_and_a_quan_stays_a_quan() -> None:
    assert resolve("Hải Châu", Era.MOSTLY_COMMUNES).code == "20242"
    assert resolve("Quận Hải Châu", Era.MOSTLY_COMMUNES).code == "492"


@pytest.mark.parametrize("name", ["Hòa Thọ Đông", "Phường Hòa Thọ Đông"])
def test_a_ward_that_was_taken_in_is_asked_about_in_the_quarter_of_the_change(name: str) -> None:
    for era in (Era.MOSTLY_COMMUNES, Era.COMMUNES):
        assert resolve(name, era).candidates == ("20260",)
    assert resolve(name, OLD).code == "495"


def test_a_type_that_contradicts_the_day_is_asked_for() -> None:
    found = resolve("Quận Hải Châu", NEW)
    assert found.code is None
    assert set(found.candidates) == {"20242", "20257"}


def test_wrong_accents_are_only_suggested() -> None:
    found = resolve("Quận Sơn Tra", OLD)
    assert found.code is None
    assert not found.candidates
    assert found.suggestion == "Quận Sơn Trà"


def test_two_communes_with_one_folded_name_are_told_apart_by_accents_or_share_their_district() -> None:
    for name in ("xa Tam Dan", "Xã Tam Đàn", "Xã Tam Dân"):
        assert resolve(name, Era.UNKNOWN).code == "518"


@pytest.mark.parametrize(
    ("name", "district", "since"),
    [
        ("Phường Hòa Thuận", "502", ("20335",)),
        ("Xã Tam Thanh", "502", ("20356",)),
    ],
)
def test_a_ward_of_quang_nam_is_asked_about_before_july_2025(
    name: str, district: str, since: tuple[str, ...]
) -> None:
    for era in (OLD, Era.BOTH):
        assert resolve(name, era) == Found(candidates=(district,))
    for era in (NEW, Era.MOSTLY_COMMUNES):
        assert resolve(name, era) == Found(candidates=since)


def test_a_district_of_quang_nam_is_taken_before_july_2025() -> None:
    for era in (OLD, Era.BOTH):
        assert resolve("Huyện Núi Thành", era) == Found("517")
    assert resolve("Huyện Núi Thành", NEW) == Found(candidates=units.successors("517"))


@pytest.mark.parametrize(
    ("name", "new"),
    [
        # Merged on 1-1-2025 already: Nam Dương into Phước Ninh, Hòa Khê into Thanh Khê Đông.
        ("Phường Nam Dương", "20242"),
        ("Phường Bình Hiên", "20242"),
        ("Phường Hòa Khê", "20209"),
        ("Phường Hòa Thuận Đông", "20257"),
        # Went on until 30-6-2025.
        ("Phường Thuận Phước", "20242"),
        ("Xã Hòa Bắc", "20194"),
    ],
)
def test_a_ward_goes_to_the_new_one_by_the_dates_of_the_reference(name: str, new: str) -> None:
    assert resolve(name, NEW).candidates == (new,)
    assert units.unit(resolve(name, OLD).code or "").level == "district"


@given(st.text(max_size=40))
def test_any_words_give_an_answer(text: str) -> None:
    found = resolve(text, OLD)
    assert found.code is None or units.unit(found.code)


@pytest.mark.parametrize("text", ["Cơ sở y tế", "Cơ sở giáo dục", "Cơ sở y tế tư nhân"])
def test_places_of_work_are_no_departments(text: str) -> None:
    assert resolve(text, Era.UNKNOWN).code is None


@pytest.mark.parametrize(
    ("named", "era", "suggested"),
    [
        # The ward of this name lay in Tam Kỳ, which was not of the city then.
        ("Q. Hòa Thuận", OLD, ""),
        ("Quận Hòa Thuận", NEW, ""),
        ("Quận Bàn Thạch", OLD, ""),
        ("Quận Bàn Thạch", NEW, "Phường Bàn Thạch"),
        ("Huyện Thạch Thang", OLD, "Phường Thạch Thang"),
        ("Huyện Thạch Thang", NEW, ""),
        ("Xã Hải Châu", OLD, "Quận Hải Châu"),
        ("Xã Hải Châu", NEW, "Phường Hải Châu"),
        ("Q. Hòa Thuận", Era.UNKNOWN, "Phường Hòa Thuận"),
    ],
)
def test_only_what_the_city_had_on_the_day_is_suggested(named: str, era: Era, suggested: str) -> None:
    found = resolve(named, era)
    assert (found.code, found.candidates, found.suggestion) == (None, (), suggested)


@pytest.mark.parametrize(
    "name",
    ["Xã Hòa Bình Minh", "Xã Hoà Vang Bắc", "Phường Hải Châu 3", "Quận Hải Châu Nam", "phường Sơn Trà Đông"],
)
def test_a_longer_name_is_another_units(name: str) -> None:
    for era in (OLD, NEW, Era.MOSTLY_COMMUNES):
        found = resolve(name, era)
        assert found.code is None
        assert not found.ambiguous


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Quận Hải Châu TP", "492"),
        ("Phường Hòa Cường quận Hải Châu", "492"),
        ("UBND quận Hải Châu ĐN", "492"),
        ("Quận Hải Châu năm 2023", "492"),
        ("Huyện Hòa Vang (cũ)", "497"),
    ],
)
def test_words_behind_a_name_are_no_part_of_it(name: str, code: str) -> None:
    assert resolve(name, OLD).code == code
