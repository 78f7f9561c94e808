"""Columns whose cells tell the people of two audiences, in the order of their heading."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_WHO = ["Đơn vị báo cáo: Quận Hải Châu"]
_BOTH = {"parents": 30, "children_in_school": 420}


@pytest.mark.parametrize(
    ("heading", "cell", "people", "found"),
    [
        ("Số PH/HS", "30/420", [(_BOTH, 450)], []),
        ("Số lượt HS/PH", "420/30", [(_BOTH, 450)], []),
        ("Số phụ huynh, học sinh", "30; 420", [(_BOTH, 450)], []),
        ("Số PH/HS", "0/0", [({"parents": 0, "children_in_school": 0}, 0)], []),
        # One number is of both; two of which the heading does not say whose they are, of nobody.
        ("Số PH/HS", 450, [({}, 450)], []),
        ("Số lượt tham gia", "30/420", [], ["number_unreadable"]),
        ("Số PH/HS/GV", "30/420", [], ["number_unreadable"]),
        ("Số PH/HS", "30 (420)", [], ["number_unreadable"]),
    ],
)
def test_two_audiences_in_one_cell(
    heading: str, cell: object, people: list[tuple[dict[str, int], int]], found: list[str]
) -> None:
    listed = checked([_WHO, ["Tên buổi truyền thông", "Ngày", heading], ["A", "12/5/2023", cell]])
    summed = checked([["NĂM 2023"], ["Đơn vị", "Số buổi truyền thông", heading], ["Quận Hải Châu", 3, cell]])
    for report in (listed, summed):
        assert [(r["attendances"], r["attendances_total"]) for r in records(report)] == people
        assert [code for code in codes(report) if code != "implausible_size"] == found
