"""What kind the activities of a list are, and how they were held."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records
from tests.data_loaders.tables.activity.lists import DAY, WHO


@pytest.mark.parametrize("rows", [2, 30])
@pytest.mark.parametrize(
    ("above", "kinds"),
    [
        # The rows' own words outdo the name of the file, and a caption of several kinds leaves it aside.
        ("Quận Hải Châu năm 2023", ("communication_session", "training_class")),
        ("Quận Hải Châu: lớp tập huấn, buổi truyền thông", ("communication_session",)),
        ("Quận Hải Châu: các lớp tập huấn", ("training_class", "training_class")),
    ],
)
def test_the_kind_from_the_name_of_the_file(rows: int, above: str, kinds: tuple[str, ...]) -> None:
    titles = ["Tuyên truyền an toàn", "Em và mạng xã hội"]
    table = [[above], ["Nội dung", "Ngày", "Cha mẹ"], *([title, DAY, 60] for title in titles * (rows // 2))]
    found = records(checked(table, name="so-lop-2023.xlsx"))
    assert tuple(r["kind"] for r in found) == kinds * (rows // 2)


def test_letters_in_the_name_of_a_sheet_tell_no_kind() -> None:
    rows = [WHO, ["Nội dung", "Ngày", "Cha mẹ"], ["Tuyên truyền A", DAY, 60], ["B", DAY, 61]]
    for sheet in ("TH", "TT"):
        report = checked(rows, sheet=sheet)
        assert [r["kind"] for r in records(report)] == ["communication_session"]
        assert codes(report, "error") == ["required_missing"]


def test_other_kinds_are_kinds_below_their_heading() -> None:
    head = ["Ngày", "Nội dung", "Loại hoạt động", "Cha mẹ", "Khác"]
    rows = [[DAY, name, kind, 30, 20] for name, kind in zip("ABC", ("Hội thi", "Khác", "Khác"), strict=True)]
    report = checked([WHO, head, *rows])
    assert report["issues"] == []
    assert [r["kind"] for r in records(report)] == ["contest", "other", "other"]


def test_of_two_columns_of_activities_one_tells_the_kinds() -> None:
    head = ["Hoạt động", "Nội dung chính", "Ngày", "Số lượt"]
    report = checked([WHO, head, ["Sinh hoạt ngoại khóa", "A", DAY, 90], ["Hội thi", "B", DAY, 80]])
    told = [(r["kind"], r["title"]) for r in records(report)]
    assert told == [("communication_session", "A"), ("contest", "B")]


def test_a_column_of_forms_that_tells_the_kinds_too() -> None:
    head = ["STT", "Nội dung", "Hình thức tổ chức", "Ngày", "Số lượt"]
    rows = [[1, "A", "Tập huấn trực tiếp", DAY, 40], [2, "B", "Truyền thông trực tuyến", DAY, 90]]
    report = checked([WHO, head, *rows])
    told = [(r["kind"], r["delivery"]) for r in records(report)]
    assert told == [("training_class", "in_person"), ("communication_session", "online")]


def test_forms_marked_with_a_cross() -> None:
    head = [
        ["STT", "Tên lớp tập huấn", "Ngày", "Hình thức", None, "Số người"],
        [None, None, None, "Trực tiếp", "Trực tuyến", None],
    ]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"]
    rows = [
        WHO,
        *head,
        [1, "A", DAY, "x", "-", 40],
        [2, "B", DAY, "x", "x", 40],
        [3, "C", DAY, None, "–", 40],
    ]
    assert [r["delivery"] for r in records(checked(rows, merges=merges))] == ["in_person", "hybrid", None]


def test_numbers_of_kinds_side_by_side_in_a_list_tell_the_kind_of_each_row() -> None:
    head = ["STT", "Nội dung", "Ngày", "Số lớp tập huấn", "Số buổi truyền thông", "Số lượt"]
    rows = [[1, "A", DAY, 1, None, 40], [2, "B", DAY, 0, 2, 120], [3, "C", DAY, 3, None, 90]]
    found = records(checked([WHO, head, *rows, [None, "Tổng cộng", None, 4, 2, 250]]))
    assert [(r["kind"], r["count"]) for r in found] == [
        ("training_class", 1),
        ("communication_session", 2),
        ("training_class", 3),
    ]


def test_a_blank_kind_is_not_guessed_from_the_heading_of_titles() -> None:
    head = ["Chuyên đề", "Loại hoạt động", "Ngày", "Cha mẹ"]
    rows = [WHO, head, ["A", "Tập huấn", DAY, 40], ["B", None, DAY, 60], ["Lớp tập huấn C", None, DAY, 50]]
    report = checked(rows)
    assert issues(report) == [("required_missing", "B4")]
    assert [r["kind"] for r in records(report)] == ["training_class", "training_class"]


@pytest.mark.parametrize("rows", [1, 30])
def test_a_title_that_names_another_thing_goes_before_the_heading_of_titles(rows: int) -> None:
    titles = ["Lớp tập huấn A", "Hội thi B", "C", "Tuyên truyền D"]
    found = records(
        checked([WHO, ["Chuyên đề tuyên truyền", "Ngày", "Cha mẹ"], *([t, DAY, 60] for t in titles * rows)])
    )
    assert [r["kind"] for r in found][:4] == ["training_class", "contest", *["communication_session"] * 2]
    found = records(
        checked(
            [WHO, ["Tên lớp tập huấn", "Ngày", "Cha mẹ"], ["Tuyên truyền D", DAY, 60], ["Buổi E", DAY, 60]]
        )
    )
    assert [r["kind"] for r in found] == ["training_class", "communication_session"]
    above = [WHO, ["KẾT QUẢ TRUYỀN THÔNG"], ["Nội dung", "Ngày", "Cha mẹ"]]
    found = records(checked([*above, *([t, DAY, 60] for t in titles * rows)]))
    assert [r["kind"] for r in found][:4] == ["training_class", "contest", *["communication_session"] * 2]


def test_what_the_rows_are_counted_in_tells_their_kind() -> None:
    head = ["Nội dung", "ĐVT", "Số lượng", "Ngày", "Số người tham gia"]
    found = records(checked([WHO, head, ["A", "Lớp", 1, DAY, 40], ["B", "Buổi", 2, DAY, 300]]))
    assert [(r["kind"], r["count"]) for r in found] == [("training_class", 1), ("communication_session", 2)]


def test_th_and_tt_side_by_side_are_kinds() -> None:
    head = ["Tên hoạt động", "TH", "TT", "Ngày", "Cha mẹ"]
    found = records(checked([WHO, head, ["A", "x", None, DAY, 40], ["B", None, "x", DAY, 60]]))
    assert [(r["kind"], r["delivery"]) for r in found] == [
        ("training_class", None),
        ("communication_session", None),
    ]


def test_a_column_of_kinds_that_nobody_filled_in_is_none() -> None:
    head = ["Tên lớp tập huấn", "Loại hoạt động", "Ngày", "Cha mẹ"]
    assert [r["kind"] for r in records(checked([WHO, head, ["A", None, DAY, 40]]))] == ["training_class"]


_C, _S = "training_class", "communication_session"


@pytest.mark.parametrize("rows", [1, 20])
@pytest.mark.parametrize(
    ("sheet", "above", "heading", "kinds"),
    [
        # A sheet's name alone is less than the first words of a title; so is one beside a title of both kinds.
        ("DS lớp", "DANH SÁCH NĂM 2023", "Nội dung", (_S, _S, _C, _C, _C)),
        ("DS lớp", "DANH SÁCH LỚP TẬP HUẤN, BUỔI TRUYỀN THÔNG", "Tên lớp/buổi", (_S, _S, _C, _C, _C)),
        ("Truyền thông", "DANH SÁCH NĂM 2023", "Nội dung", (_S, _S, _C, _S, _S)),
        # What a title or a heading says of all rows holds for what a class is about.
        ("DS lớp", "DANH SÁCH LỚP TẬP HUẤN", "Nội dung", (_C, _C, _C, _C, _C)),
        ("DS lớp", "DANH SÁCH NĂM 2023", "Tên lớp", (_C, _C, _C, _C, _C)),
    ],
)
def test_the_kind_from_the_name_of_the_sheet(
    rows: int, sheet: str, above: str, heading: str, kinds: tuple[str, ...]
) -> None:
    titles = ['Truyền thông "Mẹ và con"', "Tuyên truyền về quyền trẻ em", "Tập huấn kỹ năng số"]
    titles += ["Chuyên đề 1: Em và mạng xã hội", "An toàn trên mạng"]
    table = [WHO, [above], [heading, "Ngày", "Cha mẹ"], *([title, DAY, 60] for title in titles * rows)]
    assert tuple(r["kind"] for r in records(checked(table, sheet=sheet))) == kinds * rows
