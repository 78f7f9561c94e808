"""A file as somebody may hand it in who reaches some units only."""

from typing import Any

import pytest

from program.submissions.own_rows import keep
from tests.storage.build import error, record, report

OWN, OTHER = record(), record(unit="493", source={"sheet": "Tháng 5", "row": 7})
CONTACT = {
    "unit": "493", "name": "Nguyễn Thị Minh", "position": "Chuyên viên", "phone": "0236 3822 111",
    "email": "minh@danang.gov.vn", "valid_from": None, "document": None, "source": {"sheet": "Đầu mối", "row": 3},
}  # fmt: skip


@pytest.mark.parametrize("own", [None, {"492", "493"}, frozenset({"492", "493", "490"})])
def test_where_nothing_is_foreign_the_report_is_the_very_same(own: Any) -> None:
    made = report(OWN, OTHER)
    assert keep(made, own) is made


def test_rows_of_another_unit_are_errors_and_the_others_stay() -> None:
    made = report(OWN, OTHER, issues=[error() | {"severity": "warning"}])
    found = keep(made, {"492"})
    assert found["status"] == "needs_fixes"
    assert [list(table["records"]) for table in found["tables"]] == [[OWN]]
    assert found["issues"][:-1] == made["issues"]
    told = found["issues"][-1]
    assert (told["severity"], told["code"], told["sheet"]) == ("error", "unit_not_yours", "Tháng 5")
    assert (told["cell"], told["found"]) == ("A7", "Quận Sơn Trà")
    assert "Quận Sơn Trà" in told["message"]
    assert told["fix"]
    # The report that was given is shared: it stays as it was.
    assert made["status"] == "ready"
    assert [list(table["records"]) for table in made["tables"]] == [[OWN, OTHER]]


def test_what_should_be_looked_at_in_a_row_that_is_not_taken_is_left_out() -> None:
    of_own, of_other, of_sheet = (error(cell) | {"severity": "warning"} for cell in ("F6", "F7", "F"))
    found = keep(report(OWN, OTHER, issues=[of_own, of_other, of_sheet, error("F7")]), {"492"})
    assert found["issues"][:-1] == [of_own, of_sheet, error("F7")]


def test_a_row_that_gives_several_records_is_one_error() -> None:
    found = keep(report(OWN, OTHER, OTHER | {"kind": "contest"}), {"492"})
    assert [(i["code"], i["cell"]) for i in found["issues"]] == [("unit_not_yours", "A7")]


def test_without_a_column_of_units_the_row_is_told() -> None:
    made = report(OWN, OTHER)
    made["tables"][0]["columns"] = {"A": "title"}
    (told,) = keep(made, {"492"})["issues"]
    assert (told["cell"], told["found"]) == (None, "Quận Sơn Trà, dòng 7")


def test_without_a_row_of_ones_own_nothing_can_be_taken() -> None:
    assert keep(report(OTHER), {"492"})["status"] == "rejected"
    assert keep(report(OWN, OTHER), set())["status"] == "rejected"


@pytest.mark.parametrize("kind", ["targets", "schools", "population"])
def test_what_others_are_measured_by_is_left_to_those_who_manage_it(kind: str) -> None:
    made = report(OWN)
    made["tables"].append({**report(record(), kind=kind)["tables"][0], "sheet": "Chỉ tiêu"})
    for own in ({"492"}, None):
        assert keep(made, own) is made
        found = keep(made, own, manages=False)
        assert [len(table["records"]) for table in found["tables"]] == [1, 0]
        (told,) = found["issues"]
        assert (told["code"], told["sheet"], found["status"]) == (
            "table_not_yours",
            "Chỉ tiêu",
            "needs_fixes",
        )
        assert keep({**made, "tables": made["tables"][1:]}, own, manages=False)["status"] == "rejected"


def test_a_rejected_report_stays_as_it_is() -> None:
    made = report(status="rejected", tables=[], issues=[error()])
    assert keep(made, {"492"}) is made


def test_no_contact_of_another_unit_stands_in_an_error() -> None:
    found = keep(report(CONTACT, kind="focal_points"), {"492"})
    assert found["tables"][0]["records"] == []
    for word in ("Minh", "3822", "minh@"):
        assert word not in str(found["issues"])
