"""Plans report nothing: their rows are no activities, and that is said."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

ROWS = [["STT", "Tên lớp tập huấn", "Ngày", "Số người"], [1, "A", "4/5/2024", 40], [2, "B", "5/6/2024", 41]]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("KẾ HOẠCH TỔ CHỨC CÁC LỚP TẬP HUẤN NĂM 2024", "Ngày"),
        ("CÁC LỚP TẬP HUẤN NĂM 2024", "Thời gian dự kiến"),
        ("CÁC LỚP TẬP HUẤN SẼ TỔ CHỨC NĂM 2024", "Ngày"),
    ],
)
def test_a_plan_gives_no_records_and_is_named(title: str, heading: str) -> None:
    head = [heading if text == "Ngày" else text for text in ROWS[0]]
    report = checked([["UBND QUẬN SƠN TRÀ"], [title], head, *ROWS[1:]])
    assert report["status"] == "rejected"
    assert codes(report) == codes(report, "error") == ["plan_not_counted"]


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ THỰC HIỆN KẾ HOẠCH TẬP HUẤN NĂM 2024",
        "CÁC LỚP TẬP HUẤN ĐÃ TỔ CHỨC THEO KẾ HOẠCH",
        "Kế hoạch số 45/KH-UBND ngày 10/01/2024",
        "CÁC LỚP TẬP HUẤN (Kèm theo Kế hoạch số 45/KH-UBND)",
    ],
)
def test_results_that_speak_of_a_plan_are_results(title: str) -> None:
    report = checked([["UBND QUẬN SƠN TRÀ"], [title], ["LỚP TẬP HUẤN"], *ROWS])
    assert (report["status"], len(records(report))) == ("ready", 2)


def test_what_was_set_beside_what_was_done_in_a_form_is_not_counted() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["BÁO CÁO NĂM 2023"], ["Tiêu chí", "ĐVT", "Chỉ tiêu giao", "Đã thực hiện"]]
    rows += [["1. Tập huấn"], ["1.1. Số lớp", "Lớp", 7, 4], ["1.2. Số người tham dự", "Người", 194, 191]]
    found = records(checked(rows))
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in found] == [("training_class", 4, 191)]


@pytest.mark.parametrize(
    "above", ["II. KẾ HOẠCH NĂM 2024", "Phần II. Phương hướng, kế hoạch năm 2024", "KẾ HOẠCH QUÝ I/2024"]
)
def test_a_plan_below_what_was_done_is_not_counted(above: str) -> None:
    done = [["STT", "Tên lớp tập huấn", "Ngày", "Số người"], [1, "A", "4/5/2023", 40]]
    report = checked(
        [["UBND QUẬN SƠN TRÀ"], ["BÁO CÁO KẾT QUẢ NĂM 2023"], ["I. Kết quả"], *done, [], [above], *ROWS]
    )
    assert [r["start_date"] for r in records(report)] == ["2023-05-04"]
    assert codes(report) == ["plan_not_counted"]
