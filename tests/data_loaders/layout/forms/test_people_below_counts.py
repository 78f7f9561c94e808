"""Lines of a report form that only name an audience, below a number of classes."""

import pytest

from tests.data_loaders.sheets import checked, records


@pytest.mark.parametrize("dash", ["- ", ""])
@pytest.mark.parametrize(
    ("classes", "parents", "teachers", "people"),
    [
        (2, 40, 50, {"parents": 40, "teachers": 50}),
        (30, 25, 40, {"parents": 25, "teachers": 40}),
        # Classes for each of them.
        (5, 3, 2, {}),
        (5, 5, 5, {}),
    ],
)
def test_audiences_below_fewer_classes_are_people(
    classes: int, parents: int, teachers: int, people: dict[str, int], dash: str
) -> None:
    rows = [
        [1, "Số lớp tập huấn", classes],
        [None, f"{dash}Cha mẹ", parents],
        [None, f"{dash}Giáo viên", teachers],
    ]
    report = checked([["UBND QUẬN CẨM LỆ"], ["BÁO CÁO NĂM 2023"], ["TT", "Nội dung", "Kết quả"], *rows])
    assert [(r["count"], r["attendances"]) for r in records(report)] == [(classes, people)]
    assert report["status"] == "ready"
