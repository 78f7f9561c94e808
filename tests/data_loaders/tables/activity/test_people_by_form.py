"""People of an activity counted in parts side by side."""

import pytest

from tests.data_loaders.sheets import checked, issues, records

WHO = ["Đơn vị: UBND quận Sơn Trà"]


@pytest.mark.parametrize(
    ("headings", "figures", "total", "delivery"),
    [
        (("Số lượt trực tiếp", "Số lượt trực tuyến", "Tổng số lượt"), (45, 20, 65), 65, "hybrid"),
        (("Tổng số lượt", "Số lượt trực tiếp", "Số lượt trực tuyến"), (65, 45, 20), 65, "hybrid"),
        (("Trực tiếp (lượt)", "Trực tuyến (lượt)", "Tổng"), (45, None, 45), 45, "in_person"),
        (("Số lượt tham gia trực tiếp", "Số lượt tham gia trực tuyến"), (None, 20), 20, "online"),
        (("Số lượt tham gia trực tiếp", "Số lượt tham gia trực tuyến"), ("45 người", 20), 65, "hybrid"),
        (("Lượt trực tiếp", "Lượt trực tuyến"), (45, 20), 65, "hybrid"),
        (("Số lượt đợt 1", "Số lượt đợt 2"), (45, 20), 65, None),
        (("Số người buổi sáng", "Số người buổi chiều"), (45, 40), 85, None),
        (("Số người", "Số lượt"), (45, 90), 90, None),
    ],
)
def test_parts_of_all_people_are_added_and_none_is_lost(
    headings: tuple[str, ...], figures: tuple[object, ...], total: int, delivery: str | None
) -> None:
    report = checked([WHO, ["Lớp tập huấn", "Ngày", *headings], ["A", "5/5/2023", *figures]])
    (record,) = records(report)
    told = (record["kind"], record["attendances_total"], record["delivery"])
    assert told == ("training_class", total, delivery)


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        ((45, 20, 70), ("total_mismatch", "E3")),
        ((45, 20, 60), ("parts_exceed_total", "E3")),
        (("khoảng 45", 20, 65), ("number_unreadable", "C3")),
    ],
)
def test_parts_that_do_not_make_all_are_told(figures: tuple[object, ...], finding: tuple[str, str]) -> None:
    headings = ["Lớp tập huấn", "Ngày", "Số lượt trực tiếp", "Số lượt trực tuyến", "Tổng số lượt"]
    assert issues(checked([WHO, headings, ["A", "5/5/2023", *figures]])) == [finding]


_FORMS = [(60, None, 60, "in_person"), (0, 40, 40, "online"), (30, 40, 70, "hybrid"), ("-", 40, 40, "online")]


@pytest.mark.parametrize("heading", ["Số lượt giáo viên tham gia", "Tổng số lượt", "Giáo viên"])
@pytest.mark.parametrize("summed", [True, False])
def test_forms_below_one_heading_tell_the_delivery(heading: str, *, summed: bool) -> None:
    lower = ["Trực tiếp", "Trực tuyến", "Tổng cộng"][: 3 if summed else 2]
    head = [["Ngày", "Tên hoạt động", heading], [None, None, *lower]]
    rows = [[f"{12 + i}/5/2023", "Tập huấn kỹ năng số", *row[: len(lower)]] for i, row in enumerate(_FORMS)]
    merges = ["A2:A3", "B2:B3", f"C2:{'E' if summed else 'D'}2"]
    report = checked([WHO, *head, *rows], merges=merges)
    assert issues(report) == []
    assert [(r["attendances_total"], r["delivery"]) for r in records(report)] == [row[2:] for row in _FORMS]


@pytest.mark.parametrize("heading", ["Số lượt giáo viên tham gia", "Tổng số lượt"])
def test_forms_that_do_not_make_their_sum_are_told(heading: str) -> None:
    head = [
        ["Ngày", "Tên hoạt động", heading],
        [None, None, "Trực tiếp", "Trực tuyến", "Tổng cộng"],
    ]
    row = ["12/5/2023", "Tập huấn kỹ năng số", 30, 40, 80]
    report = checked([WHO, *head, row], merges=["A2:A3", "B2:B3", "C2:E2"])
    assert issues(report) == [("total_mismatch", "E4")]
    assert [r["attendances_total"] for r in records(report)] == [80]


def test_a_column_of_forms_goes_before() -> None:
    head = [["Ngày", "Tên hoạt động", "Hình thức", "Cha mẹ"], [None, None, None, "Trực tiếp", "Trực tuyến"]]
    row = ["12/5/2023", "Tập huấn kỹ năng số", "Kết hợp", 30, None]
    report = checked([WHO, *head, row], merges=["A2:A3", "B2:B3", "C2:C3", "D2:E2"])
    assert [(r["attendances_total"], r["delivery"]) for r in records(report)] == [(30, "hybrid")]


def test_more_women_than_people_are_named() -> None:
    report = checked([WHO, ["Lớp tập huấn", "Ngày", "Số lượt", "Nữ"], ["A", "5/5/2023", 60, 70]])
    (found,) = report["issues"]
    assert (found["code"], found["cell"]) == ("parts_exceed_total", "D3")
    assert found["fix"] == "Sửa lại số nữ hoặc tổng số ở dòng 3."
