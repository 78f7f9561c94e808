"""An activity's name in a row of its own, the days and people of its classes in the rows below, without numbers of their own."""

import pytest

from tests.data_loaders.sheets import checked, codes, records

_TITLE = ["UBND QUẬN HẢI CHÂU - KẾT QUẢ TRUYỀN THÔNG, TẬP HUẤN NĂM 2023"]
_HEADER = ["TT", "Hoạt động", "Ngày", "Cha mẹ", "Học sinh"]
_CLASS, _SESSION = "training_class", "communication_session"
_STROKES = [
    [1, "Tập huấn kỹ năng số", None, None, None],
    [None, "- Lớp 1", "12/5/2023", 30, 0],
    [None, "+ Trường THCS Nguyễn Huệ", "14/5/2023", 35, 0],
    [2, "Truyền thông dưới cờ", "20/5/2023", 0, 500],
]
_PLAIN = [
    [1, "Tập huấn kỹ năng số", None, None, None],
    [None, "Phường Thạch Thang", "12/5/2023", 30, 0],
    [None, "Phường Thuận Phước", "14/5/2023", 35, 0],
    [2, "Truyền thông dưới cờ", "20/5/2023", 0, 500],
]


@pytest.mark.parametrize(
    "rows",
    [
        [_HEADER, *_STROKES],
        [_HEADER, *_PLAIN],
        # Without a column of numbers.
        [row[1:] for row in (_HEADER, *_STROKES)],
    ],
)
def test_rows_without_numbers_are_of_the_kind_of_the_name_above(rows: list[list[object]]) -> None:
    report = checked([_TITLE, *rows])
    assert (report["status"], codes(report, "error")) == ("ready", [])
    found = [(r["kind"], r["start_date"], r["attendances_total"]) for r in records(report)]
    assert found == [(_CLASS, "2023-05-12", 30), (_CLASS, "2023-05-14", 35), (_SESSION, "2023-05-20", 500)]


def test_a_name_above_a_numbered_activity_lacks_its_day() -> None:
    rows = [[1, "Tập huấn kỹ năng số", None, None, None], [2, "Tập huấn kỹ năng sống", "12/5/2023", 30, 0]]
    assert codes(checked([_TITLE, _HEADER, *rows]), "error") == ["required_missing"]
