"""Headings of groups in a summary that hold the sums of their rows."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize("mark", ["", "I. "])
@pytest.mark.parametrize("merged", [False, True])
def test_months_with_their_sums_head_the_units_below_them(mark: str, merged: bool) -> None:
    rows: list[list[object]] = [
        ["SỞ Y TẾ"],
        ["TỔNG HỢP BUỔI TRUYỀN THÔNG CHO HỌC SINH QUÝ II NĂM 2024"],
        ["STT", "Đơn vị", "Số buổi", "Số học sinh"],
    ]
    merges = []
    for month, told in (
        (4, [("Quận Hải Châu", 2, 1100), ("Quận Cẩm Lệ", 1, 480)]),
        (5, [("Quận Hải Châu", 1, 600)]),
    ):
        rows.append([f"{mark}Tháng {month}", None, sum(n for _, n, _ in told), sum(p for *_, p in told)])
        merges += [f"A{len(rows)}:B{len(rows)}"] if merged else []
        rows += [[i, *row] for i, row in enumerate(told, 1)]
    report = checked([*rows, [None, "Tổng cộng", 4, 2180]], merges=merges)
    assert codes(report) == []
    assert [(r["unit"], r["start_date"], r["attendances_total"]) for r in records(report)] == [
        ("492", "2024-03-15", 1100),
        ("495", "2024-03-15", 480),
        ("492", "2024-04-15", 600),
    ]


def test_sums_of_a_group_that_are_others_are_said() -> None:
    rows = [
        ["SỞ Y TẾ"],
        ["TỔNG HỢP BUỔI TRUYỀN THÔNG CHO HỌC SINH QUÝ II NĂM 2024"],
        ["STT", "Đơn vị", "Số buổi", "Số học sinh"],
        ["Tháng 4", None, 3, 1600],
        [1, "Quận Hải Châu", 2, 1100],
        [2, "Quận Cẩm Lệ", 1, 480],
    ]
    assert codes(checked(rows)) == ["total_row_mismatch"]


@pytest.mark.parametrize("mark", ["a", "b)", "-", "1.1", None])
@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("Cha mẹ", "Cộng tác viên trẻ em"), [{"parents": 310}, {"child_workers": 120}]),
        (("Tập huấn cho cha mẹ", "Tập huấn cho giáo viên"), [{"parents": 310}, {"teachers": 120}]),
        (("Phường Mân Thái", "Phường Thọ Quang"), [{}, {}]),
    ],
)
def test_the_number_of_a_kind_above_its_parts_is_their_sum(
    parts: tuple[str, str], said: list[dict[str, int]], mark: str | None
) -> None:
    head = [["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ NĂM 2022"], ["TT", "Nội dung", "Số lớp/buổi", "Số lượt người"]]
    marks = (mark, "1.2" if mark == "1.1" else mark)
    rows = [[m, part, *n] for m, part, n in zip(marks, parts, ((6, 310), (3, 120)), strict=True)]
    report = checked([*head, [1, "Tập huấn", 9, 430], *rows, [2, "Truyền thông", 4, 900]])
    assert codes(report) == []
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(report)] == [
        ("training_class", 6, said[0]),
        ("training_class", 3, said[1]),
        ("communication_session", 4, {}),
    ]


@pytest.mark.parametrize("label", ["Tổng cộng", "Chung", "Toàn ngành"])
def test_the_sum_below_the_last_kind_is_no_part_of_it(label: str) -> None:
    rows = [
        ["SỞ LĐTBXH THÀNH PHỐ ĐÀ NẴNG, quý III năm 2023"],
        ["STT", "Nội dung", "Số lượng", "Lượt cha mẹ"],
        [1, "Lớp tập huấn", 2, 90],
        [2, "Buổi truyền thông", 3, 150],
        [None, label, 5, 240],
    ]
    report = checked(rows)
    assert [(r["kind"], r["count"]) for r in records(report)] == [
        ("training_class", 2),
        ("communication_session", 3),
    ]
    assert report["issues"] == []


@pytest.mark.parametrize("last", ["Tọa đàm", "Nói chuyện chuyên đề tại trường"])
@pytest.mark.parametrize(("below", "found"), [((1, 230), [2, 3, 1]), ((3, 450), [2, 3]), ((3, 449), [2, 3])])
def test_rows_without_marks_are_parts_of_a_kind_where_they_make_it(
    below: tuple[int, int], found: list[int], last: str
) -> None:
    head = [["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ NĂM 2022"], ["TT", "Nội dung", "Số lượng", "Số lượt"]]
    rows = [[1, "Lớp tập huấn", 2, 90], [2, "Buổi truyền thông", 3, 450], [None, last, *below]]
    assert [r["count"] for r in records(checked([*head, *rows]))] == found
