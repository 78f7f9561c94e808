""" "Số buổi" beside classes: how often they met, not how many there were; of sessions, how many there were."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, codes, records

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


def test_the_words_of_a_row_know_its_kind_better() -> None:
    rows = [
        ["STT", "Nội dung", "Số buổi", "Lượt cha mẹ"],
        [1, "Lớp tập huấn kỹ năng", 3, 140],
        [2, "Nói chuyện", 1, 90],
    ]
    assert _told([["TỔNG HỢP NĂM 2024"], *rows]) == [("training_class", 3), ("communication_session", 1)]


@pytest.mark.parametrize("sessions", ["Số cuộc", "Số cuộc (cuộc)", "Số buổi/cuộc"])
@pytest.mark.parametrize("title", ["KẾT QUẢ TRUYỀN THÔNG, TẬP HUẤN NĂM 2024", "KẾT QUẢ NĂM 2024"])
def test_what_is_no_class_beside_classes_is_of_sessions(title: str, sessions: str) -> None:
    head = ["Phường", sessions, "Số lượt người tham dự", "Số lớp", "Số lượt người tham dự"]
    report = checked([_WHO, [title], head, ["Phường Mân Thái", 3, 410, 1, 52]])
    told = [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)]
    assert sorted(told) == [("communication_session", 3, 410), ("training_class", 1, 52)]
