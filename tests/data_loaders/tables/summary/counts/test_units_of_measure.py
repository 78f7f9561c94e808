"""Rows counted in a unit of measure ("ĐVT") of their own: "buổi" counts sessions, "lượt" people, whatever is across."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_TITLE = ["KẾT QUẢ QUÝ I NĂM 2023 - QUẬN HẢI CHÂU"]
_ACROSS = ["TT", "Nội dung", "Đơn vị tính", "Cha mẹ", "Trẻ em ngoài trường học"]
_BOTH = {"parents": 200, "children_out_of_school": 120}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [
                _ACROSS,
                [1, "Truyền thông", "buổi", "5 buổi", "3 buổi"],
                [2, "Người tham dự", "lượt", 200, 120],
            ],
            [("communication_session", 8, _BOTH)],
        ),
        (
            [_ACROSS, [1, "Truyền thông", "buổi", 5, 3], [2, "Người tham dự", "lượt", 200, 120]],
            [("communication_session", 8, _BOTH)],
        ),
        (
            [
                _ACROSS,
                [1, "Truyền thông", "buổi", "5 buổi", "3 buổi"],
                [2, "Tập huấn", "lớp", "2 lớp", "01 lớp"],
            ],
            [("communication_session", 8, {}), ("training_class", 3, {})],
        ),
        (
            [
                ["Đối tượng", "Đơn vị tính", "Quý I", "Quý II"],
                ["Cha mẹ", "buổi", "5 buổi", "3 buổi"],
                ["Cha mẹ", "lượt", "200 lượt", 120],
            ],
            [("communication_session", 5, {"parents": 200}), ("communication_session", 3, {"parents": 120})],
        ),
        (
            [
                ["TT", "Phường", "ĐVT", "Cha mẹ", "Giáo viên"],
                [1, "Phường Thạch Thang", "lớp", "5 lớp", "3 lớp"],
                [2, "Phường Nam Dương", "lớp", "2 lớp", 1],
            ],
            [("training_class", 8, {}), ("training_class", 3, {})],
        ),
        (
            [
                ["TT", "Nội dung", "ĐVT", "Số người", "Ghi chú"],
                [1, "Truyền thông", "buổi", "5 buổi", None],
                [2, "Người dự truyền thông", "lượt", "200", None],
            ],
            [("communication_session", 5, {})],
        ),
        # What a heading or a title says of the kind goes before the unit of measure.
        (
            [
                ["TT", "Phường", "ĐVT", "Lớp tập huấn", "Truyền thông"],
                [1, "Phường Thạch Thang", "buổi", "5 buổi", "3 buổi"],
                [2, "Phường Nam Dương", "buổi", "2 buổi", 1],
            ],
            [
                ("training_class", 5, {}),
                ("communication_session", 3, {}),
                ("training_class", 2, {}),
                ("communication_session", 1, {}),
            ],
        ),
        (
            [
                _ACROSS,
                [1, "Tập huấn kỹ năng", "buổi", "5 buổi", "3 buổi"],
                [2, "Lượt người", "lượt", 200, 120],
            ],
            [("training_class", 8, _BOTH)],
        ),
        # It goes before the rows above, too: "cuộc" counts no more sessions below "buổi".
        (
            [
                ["TT", "Nội dung", "Đơn vị tính", "Số lượng", "Cha mẹ", "Trẻ em ngoài trường học"],
                [1, "Buổi truyền thông, nói chuyện chuyên đề", "buổi", 5, 200, 120],
                [2, "Hội thi, cuộc thi", "cuộc", 2, 90, 60],
                [3, "Hoạt động khác", "cuộc", 1, 40, 30],
            ],
            [
                ("communication_session", 5, _BOTH),
                ("contest", 2, {"parents": 90, "children_out_of_school": 60}),
                ("other", 1, {"parents": 40, "children_out_of_school": 30}),
            ],
        ),
    ],
)
def test_a_row_counts_what_its_unit_of_measure_says(rows: list[list[object]], found: list[tuple]) -> None:
    report = checked([_TITLE, *rows])
    assert (report["status"], codes(report, "error")) == ("ready", [])
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(report)] == found


def test_a_class_a_row_with_its_people_stays_a_class() -> None:
    """ "Lớp" beside a number of people only says what the row is."""
    rows = [
        ["DANH SÁCH LỚP TẬP HUẤN QUÝ I NĂM 2023 - QUẬN HẢI CHÂU"],
        ["TT", "Tên lớp", "ĐVT", "Cha mẹ", "Giáo viên"],
        [1, "Kỹ năng an toàn mạng cho gia đình", "lớp", 45, 10],
        [2, "Phòng tránh lừa đảo trên mạng", "lớp", 50, 5],
    ]
    report = checked(rows)
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(1, 55), (1, 55)]


@pytest.mark.parametrize(
    ("label", "measured", "count", "found"),
    [
        ("Lớp tập huấn", "Buổi", None, ["meetings_of_classes"]),
        ("Số lớp tập huấn", "buổi", None, ["meetings_of_classes"]),
        ("Lớp tập huấn", "Lớp", 3, []),
        # What the line calls them itself.
        ("Tập huấn cho cha mẹ", "Buổi", 3, []),
        ("Số buổi của các lớp tập huấn", "Buổi", 3, []),
    ],
)
def test_classes_measured_in_meetings_are_asked_for(
    label: str, measured: str, count: int | None, found: list[str]
) -> None:
    rows = [["STT", "Nội dung", "ĐVT", "Kết quả"], [1, label, measured, 3]]
    report = checked([_TITLE, *rows, [2, "Số lượt cha mẹ tham gia", "Lượt", 120]])
    assert [(r["count"], r["attendances_total"]) for r in records(report)] == [(count, 120)]
    assert codes(report) == found
