"""Columns that count children of whom nothing says whether they go to school."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

HEAD = ["Tên hoạt động", "Loại hoạt động", "Ngày tổ chức"]
TITLE = ["BÁO CÁO HOẠT ĐỘNG NĂM 2023 - QUẬN LIÊN CHIỂU"]


def book(*people: str | int) -> list[list[object]]:
    names, numbers = people[: len(people) // 2], people[len(people) // 2 :]
    return [TITLE, [*HEAD, *names], ["Lớp một", "Lớp tập huấn", "13/05/2023", *numbers]]


@pytest.mark.parametrize(
    ("people", "asked"),
    [
        (("Lượt cha mẹ", "Lượt trẻ em", 30, 50), "E2"),
        (("Lượt cha mẹ", "Số lượt trẻ em", "Tổng số lượt", 30, 50, 80), "E2"),
        (("Lượt trẻ em", "Tổng", 50, 80), "D2"),
        (("Lượt học sinh", "Lượt trẻ em", 30, 50), "E2"),
        (("SL phụ huynh", "SL trẻ em", 30, 50), "E2"),
        (("Số trẻ tham gia", "Số cha mẹ tham gia", 50, 30), "D2"),
        (("Lượt cha mẹ", "Tổng lượt trẻ em", 30, 50), "E2"),
    ],
)
def test_children_beside_others_are_asked_about(people: tuple[str | int, ...], asked: str) -> None:
    report = checked(book(*people))
    assert [(i["code"], i["cell"]) for i in report["issues"]] == [("audience_unknown", asked)]


def test_children_alone_are_all_people() -> None:
    (record,) = records(checked(book("Lượt trẻ em", 50)))
    assert (record["attendances"], record["attendances_total"]) == ({}, 50)


def test_the_sum_of_children_in_and_out_of_school_is_neither_asked_about_nor_all_people() -> None:
    names = "Lượt trẻ em trong trường", "Lượt trẻ em ngoài trường", "Tổng lượt trẻ em", "Lượt cha mẹ"
    report = checked(book(*names, 10, 5, 15, 30))
    (record,) = records(report)
    assert (report["status"], record["attendances_total"]) == ("ready", 45)


@pytest.mark.parametrize(
    ("title", "children"),
    [
        ("LỚP TẬP HUẤN CHO TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2023", "children_out_of_school"),
        ("LỚP TẬP HUẤN CHO CHA MẸ VÀ TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2023", "children_out_of_school"),
        ("LỚP TẬP HUẤN CHO HỌC SINH NĂM 2023", "children_in_school"),
    ],
)
@pytest.mark.parametrize("heading", ["Số trẻ em", "Lượt trẻ em", "Trẻ em"])
def test_the_title_says_which_children_they_are(title: str, children: str, heading: str) -> None:
    rows = [
        ["HỘI LHPN QUẬN LIÊN CHIỂU"],
        [title],
        ["Tên lớp", "Ngày", "Cha mẹ", heading],
        ["A", "13/05/2023", 30, 50],
    ]
    report = checked(rows)
    (record,) = records(report)
    assert (report["issues"], record["attendances"]) == ([], {"parents": 30, children: 50})


def test_words_between_the_class_and_its_children() -> None:
    title = ["LỚP KỸ NĂNG SỐ CHO TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2024 - QUẬN SƠN TRÀ"]
    head = ["Tên lớp", "Ngày"]
    report = checked([title, [*head, "Số trẻ em tham gia"], ["Lớp tập huấn Mân Thái", "13/07/2024", 38]])
    assert records(report)[0]["attendances"] == {"children_out_of_school": 38}
    # Of whom others are, it does not say.
    report = checked([title, [*head, "Số người tham gia"], ["Lớp tập huấn Mân Thái", "13/07/2024", 38]])
    assert records(report)[0]["attendances"] == {}


def test_a_total_is_not_doubted_for_an_audience_that_is_still_asked_about() -> None:
    head = ["Loại hoạt động", "Số lớp/buổi", "Lượt cha mẹ", "Lượt trẻ em", "Tổng lượt"]
    report = checked(
        [["TỔNG HỢP 6 THÁNG NĂM 2023 - QUẬN LIÊN CHIỂU"], head, ["Lớp tập huấn", 12, 360, 120, 480]]
    )
    assert [i["code"] for i in report["issues"]] == ["audience_unknown"]


def test_ages_of_the_children_whom_a_title_names_are_their_people() -> None:
    head = ["STT", "Nội dung", "Ngày", "Dưới 6 tuổi", "6 - 10 tuổi", "Từ 11 đến dưới 16 tuổi", "Tổng"]
    rows = [head, [1, "An toàn mạng", "16/7/2023", 10, 30, 25, 65]]
    title = "CÁC BUỔI TRUYỀN THÔNG CHO TRẺ EM NGOÀI TRƯỜNG HỌC NĂM 2023"
    report = checked([["UBND QUẬN CẨM LỆ"], [title], *rows])
    assert codes(report) == []
    assert [r["attendances"] for r in records(report)] == [{"children_out_of_school": 65}]
    unsaid = checked([["UBND QUẬN CẨM LỆ"], ["CÁC BUỔI TRUYỀN THÔNG NĂM 2023"], *rows])
    assert set(codes(unsaid)) == {"audience_unknown"}
