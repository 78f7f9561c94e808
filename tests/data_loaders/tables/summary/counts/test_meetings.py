""" "Số buổi" beside classes: how often they met, not how many there were; of sessions, how many there were."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

_WHO = ["UBND QUẬN SƠN TRÀ"]


def _told(rows: list[list[Any]]) -> list[tuple[str, int]]:
    return [(r["kind"], r["count"]) for r in records(checked([_WHO, *rows]))]


def test_a_class_of_several_meetings_in_a_list_is_one() -> None:
    head = ["STT", "Loại hoạt động", "Nội dung", "Ngày", "Số buổi", "Lượt cha mẹ"]
    rows = [[1, "Lớp tập huấn", "A", "12/8/2024", 3, 40], [2, "Buổi truyền thông", "B", "12/9/2024", 2, 150]]
    assert _told([head, *rows]) == [("training_class", 1), ("communication_session", 2)]


@pytest.mark.parametrize("classes", ["Số lớp", "Số lớp tập huấn"])
def test_below_a_title_of_classes(classes: str) -> None:
    head = ["STT", "Quý", classes, "Số buổi", "Lượt cha mẹ"]
    rows = [head, [1, "Quý I", 2, 6, 90], [2, "Quý II", 1, 2, 45]]
    report = checked([_WHO, ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2024"], *rows])
    assert [(r["kind"], r["count"]) for r in records(report)] == [
        ("training_class", 2),
        ("training_class", 1),
    ]
    assert codes(report) == ["unused_column"]
    # Where the title does not say it, sessions may be meant: then it is asked.
    assert "kind_unknown" in codes(checked([_WHO, ["KẾT QUẢ NĂM 2024"], *rows]))


def test_rows_of_either_kind_fill_their_own_column() -> None:
    head = ["STT", "Loại hoạt động", "Số lớp", "Số buổi", "Lượt cha mẹ"]
    rows = [[1, "Lớp tập huấn", 3, 9, 140], [2, "Truyền thông", None, 4, 500]]
    assert _told([["TỔNG HỢP NĂM 2024"], head, *rows]) == [
        ("training_class", 3),
        ("communication_session", 4),
    ]


_BOTH = [["TỔNG HỢP NĂM 2024"], ["STT", "Nội dung", "Số buổi", "Lượt cha mẹ"]]
_ROWS = [[1, "Lớp tập huấn kỹ năng", 3, 140], [2, "Nói chuyện", 1, 90]]


def test_the_words_of_a_row_know_its_kind_better() -> None:
    report = checked([_WHO, *_BOTH, *_ROWS])
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("training_class", None, 140),
        ("communication_session", 1, 90),
    ]
    assert (issues(report), report["status"]) == ([("meetings_of_classes", "C4")], "ready")


@pytest.mark.parametrize(
    "rows",
    [
        [["STT", "Loại hoạt động", "Số buổi", "Lượt cha mẹ"], [1, "Lớp tập huấn", 3, 140]],
        [["STT", "Phường", "Số buổi", "Lượt cha mẹ"], ["I. Lớp tập huấn"], [1, "An Hải Bắc", 3, 140]],
        [["STT", "Loại hoạt động", "Số lớp", "Số buổi", "Lượt cha mẹ"], [1, "Lớp tập huấn", None, 3, 140]],
    ],
    ids=["kinds", "groups", "blank classes"],
)
def test_meetings_alone_are_no_number_of_classes(rows: list[list[Any]]) -> None:
    report = checked([_WHO, ["TỔNG HỢP NĂM 2024"], *rows])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(None, 140)]
    assert "meetings_of_classes" in codes(report)


def test_classes_without_people_are_asked_for() -> None:
    report = checked([_WHO, ["LỚP TẬP HUẤN NĂM 2024"], ["STT", "Quý", "Số buổi"], [1, "Quý I", 3]])
    assert (records(report), issues(report)) == ([], [("required_missing", "C4")])


@pytest.mark.parametrize("heading", ["Số lớp, buổi", "Số buổi tập huấn", "Số lớp"])
def test_a_heading_that_says_so_counts_classes(heading: str) -> None:
    rows = [_BOTH[0], ["STT", "Nội dung", heading, "Lượt cha mẹ"], *_ROWS[:1]]
    assert _told(rows) == [("training_class", 3)]


@pytest.mark.parametrize("heading", ["Số buổi/lớp", "Số buổi / 1 lớp", "Số buổi mỗi lớp", "Số buổi của lớp"])
def test_the_meetings_of_each_class_in_a_list(heading: str) -> None:
    head = ["STT", "Tên lớp tập huấn", "Ngày khai mạc", heading, "Số cha mẹ"]
    rows = [[1, "Kỹ năng số", "6/3/2024", 2, 44], [2, "Kỹ năng số", "7/8/2024", 3, 52]]
    assert _told([["DANH SÁCH LỚP TẬP HUẤN"], head, *rows]) == [("training_class", 1), ("training_class", 1)]


def test_sessions_or_classes_of_a_summary_are_counted() -> None:
    rows = [["Phường", "Số buổi/lớp", "Lượt cha mẹ"], ["Phường Mân Thái", 3, 140]]
    assert _told([["KẾT QUẢ TẬP HUẤN NĂM 2024"], *rows]) == [("training_class", 3)]


@pytest.mark.parametrize("sums", [[], ["Số lượt"]], ids=["without a sum", "beside a sum"])
def test_sessions_beside_people_of_each_body_are_those_of_the_row(sums: list[str]) -> None:
    rows = [
        ["TỔNG HỢP TRUYỀN THÔNG NĂM 2024"],
        ["Quận, huyện", "Số buổi", *sums, "Hội LHPN", "Hội Nông dân"],
        ["Hải Châu", 3, *([160] if sums else []), 100, 60],
        ["Thanh Khê", 4, *([240] if sums else []), 150, 90],
    ]
    found = records(checked(rows))
    assert [r["count"] for r in found if r["count"]] == [3, 4]
    assert sum(r["attendances_total"] or 0 for r in found) == 400
