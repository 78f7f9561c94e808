"""Cells of activities and people below headings that name kind and audience ("Tập huấn (số lớp/số lượt cha mẹ)")."""

from tests.data_loaders.sheets import checked, codes, records

_WHO = [["UBND QUẬN CẨM LỆ"], ["KẾT QUẢ QUÝ II NĂM 2023"]]


def test_each_column_is_of_its_kind() -> None:
    head = ["STT", "Phường", "Tập huấn (số lớp/số lượt cha mẹ)", "Truyền thông (số buổi/số lượt học sinh)"]
    report = checked([*_WHO, head, [1, "Hòa An", "1/45", "3/210"]])
    assert codes(report) == []
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(report)] == [
        ("training_class", 1, {"parents": 45}),
        ("communication_session", 3, {"children_in_school": 210}),
    ]


def test_classes_for_two_audiences_are_added_up() -> None:
    head = ["STT", "Phường", "Tập huấn (số lớp/số lượt cha mẹ)", "Tập huấn (số lớp/số lượt giáo viên)"]
    (record,) = records(checked([*_WHO, head, [1, "Hòa An", "1/45", "2/60"]]))
    assert (record["count"], record["attendances"]) == (3, {"parents": 45, "teachers": 60})


def test_women_in_the_cells_of_an_audience() -> None:
    head = ["STT", "Phường", "Số lớp tập huấn", "Lượt cha mẹ"]
    (record,) = records(checked([*_WHO, head, [1, "Hòa An", 1, "45 (nữ: 30)"]]))
    assert (record["attendances"], record["female"]) == ({"parents": 45}, 30)


def test_kinds_and_audiences_in_headings_without_counts() -> None:
    rows = [["STT", "Phường", "Tập huấn cha mẹ", "Truyền thông cho học sinh"], [1, "Hòa An", 45, 210]]
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(checked([*_WHO, *rows]))] == [
        ("training_class", None, {"parents": 45}),
        ("communication_session", None, {"children_in_school": 210}),
    ]
