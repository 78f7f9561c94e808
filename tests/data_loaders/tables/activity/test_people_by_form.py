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
