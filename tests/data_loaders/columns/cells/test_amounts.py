"""Whether "Số lượng" counts activities or people."""

import pytest

from tests.data_loaders.sheets import brief, checked, codes, records


@pytest.mark.parametrize("planned", ["Dự kiến", "Kế hoạch", "KH"])
@pytest.mark.parametrize("done", ["Thực tế", "Thực hiện"])
def test_plans_beside_results_are_no_people_beside_whom_classes_are_counted(planned: str, done: str) -> None:
    rows = [
        ["HỘI LHPN QUẬN SƠN TRÀ"],
        ["KẾT QUẢ MỞ LỚP TẬP HUẤN NĂM 2022"],
        ["STT", "Tên lớp", "Ngày", "Đối tượng", "Số lượng", None],
        [None, None, None, None, planned, done],
        [1, "Bảo vệ trẻ em trên mạng", "14/06/2022", "Cộng tác viên trẻ em", 50, 46],
        [2, "Đồng hành cùng con", "25/06/2022", "Cha mẹ", 60, 51],
        [None, "Cộng", None, None, 110, 97],
    ]
    merges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3"]
    found = [brief(record) for record in records(checked(rows, merges=merges))]
    assert [(one["count"], one["basis"], one["attendances"]) for one in found] == [
        (1, "detail", {"child_workers": 46}),
        (1, "detail", {"parents": 51}),
    ]


@pytest.mark.parametrize("held", ["Cho {}", "{}", "Dành cho {}"])
@pytest.mark.parametrize("summed", [True, False])
def test_below_a_number_of_classes_stand_those_of_each_audience(held: str, summed: bool) -> None:
    whole = ["Tổng số"] if summed else []
    parents, workers = "cha mẹ", "cộng tác viên"
    head = [*whole, held.format(parents), held.format(workers), *whole, parents, workers]
    counts = 2 + summed
    over = ["STT", "Đơn vị", "Số lớp", *[None] * (counts - 1), "Số lượt người", *[None] * (counts - 1)]
    rows = [
        ["SỞ LĐTBXH THÀNH PHỐ ĐÀ NẴNG"],
        ["KẾT QUẢ LỚP TẬP HUẤN NĂM 2023"],
        over,
        [None, None, *head],
        [1, "Quận Hải Châu", *([5] if summed else []), 4, 1, *([226] if summed else []), 190, 36],
        [2, "Quận Sơn Trà", *([7] if summed else []), 5, 2, *([301] if summed else []), 240, 61],
    ]
    last = "CDEFGH"
    merges = ["A3:A4", "B3:B4", f"C3:{last[counts - 1]}3", f"{last[counts]}3:{last[2 * counts - 1]}3"]
    report = checked(rows, merges=merges)
    assert report["issues"] == []
    assert [(r["count"], r["attendances"]) for r in records(report)] == [
        (5, {"parents": 190, "child_workers": 36}),
        (7, {"parents": 240, "child_workers": 61}),
    ]


@pytest.mark.parametrize(
    ("head", "rows", "counts"),
    [
        (["Lớp trực tiếp", "Lớp trực tuyến"], [[5, 2], [4, 1]], [7, 5]),
        (["Buổi trực tiếp", "Buổi trực tuyến"], [[3, 1], [1, None]], [4, 1]),
        # All people of a row, in parts.
        (["Lớp trực tiếp", "Lớp trực tuyến"], [[180, 65], [150, 50]], [None, None]),
    ],
)
def test_a_few_below_the_forms_of_classes_in_a_summary_are_classes(
    head: list[str], rows: list[list[int | None]], counts: list[int | None]
) -> None:
    sheet = [
        ["UBND QUẬN HẢI CHÂU"],
        ["TỔNG HỢP NĂM 2023"],
        ["STT", "Đơn vị", *head, "Lượt cha mẹ"],
        [1, "Quận Hải Châu", *rows[0], 245],
        [2, "Quận Sơn Trà", *rows[1], 200],
    ]
    assert [(r["count"], r["attendances"]) for r in records(checked(sheet))] == [
        (counts[0], {"parents": 245}),
        (counts[1], {"parents": 200}),
    ]


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Kết quả (số lớp/lượt người)", ("2/90", "3/1.120")),
        ("Kết quả (lớp/lượt)", ("2/90", "3/1.120")),
        ("Kết quả thực hiện (số lớp, số lượt)", ("2; 90", "3; 1120")),
        ("Kết quả (số lớp/lượt người)", ("2 lớp/90 lượt", "3 lớp/1.120 lượt")),
    ],
)
def test_brackets_say_that_results_are_classes_and_people(
    heading: str, cells: tuple[str, str], numbered: bool
) -> None:
    rows = [["Nội dung", heading], ["Tập huấn cho cha mẹ", cells[0]], ["Tập huấn cho giáo viên", cells[1]]]
    if numbered:
        rows = [[n, *row] for n, row in zip(("STT", 1, 2), rows, strict=True)]
    report = checked([["UBND QUẬN CẨM LỆ"], ["TỔNG HỢP NĂM 2023"], *rows])
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(report)] == [
        ("training_class", 2, {"parents": 90}),
        ("training_class", 3, {"teachers": 1120}),
    ]
    assert codes(report, "error") == []
