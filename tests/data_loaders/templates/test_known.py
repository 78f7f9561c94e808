"""Templates with the known rows of a register in them are read back as just these."""

from datetime import date
from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.templates import cells, known_rows, prefilled, setting, template
from program.contract import TableKind
from program.periods import parse_period
from program.vocabulary import Audience, Level
from tests.data_loaders.sheets import records


def _school(name: str, level: str = "primary", **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "level": level,
        "unit": "492",
        "ward": None,
        "valid_from": None,
        "valid_to": None,
    } | more


_SCHOOLS = [
    *(_school(f"Trường {level.value}", level.value, ward="Phường Thạch Thang") for level in Level),
    _school("Tổng hợp Hoa Mai", ward="Phường Hải Châu I", valid_from=date(2005, 9, 1)),
    _school("Trường cũ", valid_to=date(2022, 6, 30)),
    _school("Trường mới", unit="20242", ward="Phường Hải Châu"),
    _school("Trường ở xã", unit="497", ward="Xã Hòa Tiến"),
]
_PEOPLE = [
    {
        "group": group,
        "unit": unit,
        "year": 2023,
        "value": 1200.0 + n,
        "origin": "Niên giám 2023" if n % 2 else None,
    }
    for unit in ("48", "492", "497")
    for n, group in enumerate(
        [
            "population",
            "under_16",
            "children_6_10",
            "pupils_primary",
            *(audience.value for audience in Audience),
        ]
    )
]


def _said(record: dict[str, Any], names: list[str]) -> list[Any]:
    return [v.isoformat() if isinstance(v := record[name], date) else v for name in names]


@pytest.mark.parametrize("period", ["all", "2023"])
@pytest.mark.parametrize("unit", ["48", "492", "497", "SO-GDDT"])
@pytest.mark.parametrize("kind", [TableKind.SCHOOLS, TableKind.POPULATION])
def test_what_is_known_is_read_back(kind: TableKind, unit: str, period: str) -> None:
    at = setting(kind, unit, parse_period(period))
    known = known_rows(at, _SCHOOLS if kind == TableKind.SCHOOLS else _PEOPLE)
    assert known
    report = check("mau.xlsx", prefilled(at, known))
    assert (report["status"], report["issues"]) == ("ready", [])
    names = sorted(known[0])
    assert [_said(r, names) for r in records(report)] == [_said(dict(r), names) for r in known]


def test_rows_of_other_units_and_days_stay_out() -> None:
    at = setting(TableKind.SCHOOLS, "497", parse_period("2023"))
    assert [r["name"] for r in known_rows(at, _SCHOOLS)] == ["Trường ở xã"]
    at = setting(TableKind.SCHOOLS, "492", parse_period("2023"))
    assert "Trường cũ" not in [r["name"] for r in known_rows(at, _SCHOOLS)]
    assert known_rows(setting(TableKind.POPULATION, "492", parse_period("2022")), _PEOPLE) == []
    # The latest number holds until another comes.
    older = [{**_PEOPLE[10], "unit": "492", "year": year} for year in (2019, 2020)]
    found = known_rows(setting(TableKind.POPULATION, "492", parse_period("2022")), older)
    assert [r["year"] for r in found] == [2020]


def test_what_would_not_be_read_back_is_left_out() -> None:
    at = setting(TableKind.SCHOOLS, "492", parse_period("2023"))
    # Blanks of a name are tidied when it is read, so that the row would be another school.
    report = check("mau.xlsx", prefilled(at, [_school("Trường  A")]))
    assert [record for table in report["tables"] for record in table["records"]] == []
    assert len(records(check("mau.xlsx", prefilled(at, [_school("Trường A")])))) == 1


def test_a_register_longer_than_the_form_has_blank_rows_below() -> None:
    at = setting(TableKind.SCHOOLS, "492", parse_period("2023"))
    many = [_school(f"Trường số {n}") for n in range(450)]
    report = check("mau.xlsx", template(at, [cells(at, record) for record in many]))
    assert (report["status"], len(records(report))) == ("ready", 450)
