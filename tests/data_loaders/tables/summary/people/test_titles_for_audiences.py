"""Titles that say for whom something was held stay titles, in a column of contents and audiences too."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_WHO = ["UBND QUẬN SƠN TRÀ"]
_TITLES = ["Nội dung: Kỹ năng an toàn mạng cho cha mẹ", "Đồng hành cùng con cho cha mẹ"]


@pytest.mark.parametrize("heading", ["Nội dung", "Tên lớp", "Nội dung, đối tượng", "Đối tượng/Nội dung"])
def test_in_a_summary_and_a_list(heading: str) -> None:
    rows = [[n, title, 1, 40 + n] for n, title in enumerate(_TITLES, 1)]
    report = checked([_WHO, ["KẾT QUẢ TẬP HUẤN NĂM 2024"], ["STT", heading, "Số lớp", "Số lượt"], *rows])
    assert [(r["title"], r["attendances"]) for r in records(report)] == [
        (_TITLES[0], {"parents": 41}),
        (_TITLES[1], {"parents": 42}),
    ]
    listed = [[n, title, f"{n}/4/2024", 40 + n] for n, title in enumerate(_TITLES, 1)]
    report = checked([_WHO, ["CÁC LỚP TẬP HUẤN"], ["STT", heading, "Ngày", "Số lượt"], *listed])
    assert ([r["title"] for r in records(report)], codes(report)) == (_TITLES, [])


@pytest.mark.parametrize(
    "words",
    ["Cha mẹ", "Dành cho cha mẹ", "Số lượt cho cha mẹ", "Người chăm sóc cho trẻ em", "Phụ huynh học sinh"],
)
def test_whose_the_figures_are_is_no_title(words: str) -> None:
    rows = [[1, words, 1, 40], [2, "Giáo viên", 1, 30]]
    report = checked([_WHO, ["KẾT QUẢ TẬP HUẤN NĂM 2024"], ["STT", "Nội dung", "Số lớp", "Số lượt"], *rows])
    assert [(r["title"], r["attendances"]) for r in records(report)] == [
        (None, {"parents": 40}),
        (None, {"teachers": 30}),
    ]


def test_a_column_of_both_with_nothing_but_audiences_is_theirs() -> None:
    rows = [[1, "Cha mẹ", "1/4/2024", 40], [2, "Giáo viên", "2/4/2024", 30]]
    head = ["STT", "Nội dung, đối tượng", "Ngày", "Số lượt"]
    found = records(checked([_WHO, ["CÁC LỚP TẬP HUẤN"], head, *rows]))
    assert [r["attendances"] for r in found] == [{"parents": 40}, {"teachers": 30}]


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Tuyên truyền tại khu dân cư cho cha mẹ, người chăm sóc trẻ em trong dịp hè", "parents"),
        ("Tọa đàm, nói chuyện chuyên đề về an toàn mạng cho cán bộ Mặt trận, đoàn thể", "officials"),
        ("Tập huấn kỹ năng nhận biết tin giả cho học sinh khối 6 và 7, dành cho giáo viên", None),
        ("Tập huấn kỹ năng an toàn trên không gian mạng cho cha mẹ và giáo viên các trường", None),
    ],
)
def test_a_long_title_says_for_whom(title: str, whose: str | None) -> None:
    rows = [["STT", "Nội dung", "Số cuộc", "Số lượt người dự"], [1, title, 4, 310]]
    (record,) = records(checked([["ỦY BAN MTTQ VIỆT NAM THÀNH PHỐ"], ["TUYÊN TRUYỀN NĂM 2023"], *rows]))
    assert (record["attendances"], record["attendances_total"]) == ({whose: 310} if whose else {}, 310)


@pytest.mark.parametrize(
    ("heading", "more"), [("Hoạt động", ["Lớp"]), ("Hình thức", []), ("Nội dung hoạt động", ["Lớp"])]
)
def test_whatever_their_column_is_called_and_measured_in(heading: str, more: list[str]) -> None:
    measured = ["ĐVT"] if more else []
    head = ["TT", heading, *measured, "Số lượng", "Lượt người tham gia"]
    rows = [[1, "Lớp tập huấn cho cộng tác viên trẻ em", *more, 2, 88]]
    rows += [[2, "Lớp tập huấn kỹ năng số cho cha mẹ", *more, 3, 140]]
    found = records(checked([["UBND QUẬN SƠN TRÀ"], ["TẬP HUẤN QUÝ II NĂM 2023"], head, *rows]))
    assert [(r["count"], r["attendances"]) for r in found] == [
        (2, {"child_workers": 88}),
        (3, {"parents": 140}),
    ]


def test_people_below_them_are_no_activities() -> None:
    rows = [[1, "Tập huấn cho cha mẹ", "Lớp", 2, None], [2, "Lượt cha mẹ tham gia", "Lượt người", 94, None]]
    head = ["TT", "Hoạt động", "ĐVT", "Số lượng", "Lượt người tham gia"]
    found = records(checked([["UBND QUẬN SƠN TRÀ"], ["KẾT QUẢ QUÝ II NĂM 2023"], head, *rows]))
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in found] == [("training_class", 2, 94)]
