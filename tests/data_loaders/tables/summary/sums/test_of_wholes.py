"""The same columns below headings that name nothing known ("Đợt 1", "Tiểu học"): together they are all."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_TITLE = ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2023"]
_PARTS = [("Đợt 1", "Đợt 2"), ("Cơ sở 1", "Cơ sở 2"), ("Tiểu học", "THCS"), ("Nhóm thứ nhất", "Nhóm thứ hai")]
_MERGED = ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]


def _side(upper: bool) -> tuple[list, list]:
    labels, blank = ["TT", "Đơn vị"], [None, None]
    return (labels, blank) if upper else (blank, labels)


@pytest.mark.parametrize("parts", _PARTS)
@pytest.mark.parametrize(
    ("upper", "merges"), [(True, _MERGED), (True, []), (False, _MERGED[2:]), (False, [])]
)
def test_classes_and_people_of_all_parts_count(
    parts: tuple[str, str], upper: bool, merges: list[str]
) -> None:
    first, second = _side(upper)
    head = [[*first, parts[0], None, parts[1], None], [*second, *["Số lớp", "Số lượt"] * 2]]
    report = checked([_TITLE, *head, [1, "Quận Hải Châu", 2, 60, 1, 40]], merges=merges)
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(3, 100)]
    assert (report["status"], codes(report)) == ("ready", [])


@pytest.mark.parametrize("whole", ["Tổng", "Tổng cộng", "Cả năm", "Cộng 2 đợt"])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("below", "rows", "found"),
    [
        (["Số lớp", "Số lượt"], ([2, 60], [1, 40], [3, 100]), (3, {}, 100)),
        (["Cha mẹ", "Giáo viên"], ([20, 60], [10, 40], [30, 100]), (None, {"parents": 30, "teachers": 100}, 130)),
    ],
    ids=["classes", "audiences"],
)  # fmt: skip
def test_their_sum_beside_them_is_not_counted_again(
    below: list[str], rows: tuple, found: tuple, first: bool, whole: str
) -> None:
    parts = [("Đợt 1", rows[0]), ("Đợt 2", rows[1])]
    spans = [(whole, rows[2]), *parts] if first else [*parts, (whole, rows[2])]
    head = ["TT", "Đơn vị", *(cell for name, _ in spans for cell in (name, None))]
    figures = [1, "Quận Hải Châu", *(n for _, told in spans for n in told)]
    merges = [*_MERGED, "G2:H2"]
    report = checked([_TITLE, head, [None, None, *below * 3], figures], merges=merges)
    assert [(r["count"], r["attendances"], r["attendances_total"]) for r in records(report)] == [found]
    assert codes(report) == []


def test_a_sum_that_is_none_is_said() -> None:
    head = [
        ["TT", "Đơn vị", "Đợt 1", None, "Đợt 2", None, "Tổng", None],
        [None, None, *["Số lớp", "Số lượt"] * 3],
    ]
    report = checked([_TITLE, *head, [1, "Quận Hải Châu", 2, 60, 1, 40, 3, 110]], merges=[*_MERGED, "G2:H2"])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(3, 100)]
    assert issues(report) == [("total_mismatch", "H4")]


def test_an_unusual_size_of_all_parts_is_shown_at_the_people() -> None:
    head = [["TT", "Đơn vị", "Đợt 1", None, "Đợt 2", None], [None, None, *["Số lớp", "Số lượt"] * 2]]
    report = checked([_TITLE, *head, [1, "Quận Hải Châu", 2, 600, 1, 400]], merges=_MERGED)
    assert issues(report) == [("implausible_size", "D4")]
