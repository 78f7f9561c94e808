"""Rows of a summary whose words lead over to the rows that they sum ("Lớp tập huấn, trong đó:")."""

from typing import Any

import pytest

from tests.data_loaders.sheets import Rows, checked, codes, records

_TITLE: Rows = [["UBND PHƯỜNG CẨM LỆ"], ["KẾT QUẢ THỰC HIỆN CHƯƠNG TRÌNH 830"], ["Quý III năm 2025"]]
_PARTS = [
    ("training_class", 3, {"parents": 168}, 168),
    ("training_class", 2, {"officials": 104}, 104),
    ("communication_session", 4, {"children_in_school": 2230}, 2230),
    ("communication_session", 3, {"children_out_of_school": 185}, 185),
]


def _told(rows: Rows) -> tuple[list[tuple[Any, ...]], list[str]]:
    report = checked([*_TITLE, *rows])
    found = [(r["kind"], r["count"], r["attendances"], r["attendances_total"]) for r in records(report)]
    return found, codes(report)


@pytest.mark.parametrize(
    "tail",
    [
        *("", ", trong đó:", ". Trong đó:", " (trong đó)", " (trong đó:)", " trong đó:", "\ntrong đó:", ": Trong đó"),
        *(", chia ra:", ", gồm:", " bao gồm", ", bao gồm:", " gồm có:", ", cụ thể:", " - cụ thể như sau:", ", trđ:"),
        *(", trong đó có:", "; trong số đó:"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "words", [("Lớp tập huấn", "Buổi truyền thông"), ("Số lớp đã mở", "Số buổi đã tổ chức")]
)
def test_the_parts_are_counted_once(words: tuple[str, str], tail: str) -> None:
    classes, sessions = (f"{each}{tail}" for each in words)
    rows = [
        ["STT", "Nội dung", "ĐVT", "Số lượng", "Số lượt người tham gia"],
        ["1", classes, "lớp", 5, 272],
        ["1.1", "Cho cha mẹ", "lớp", 3, 168],
        ["1.2", "Cho cán bộ, đoàn thể", "lớp", 2, 104],
        ["2", sessions, "buổi", 7, 2415],
        ["2.1", "Cho học sinh", "buổi", 4, 2230],
        ["2.2", "Cho trẻ em ngoài nhà trường", "buổi", 3, 185],
    ]
    assert _told(rows) == (_PARTS, [])


@pytest.mark.parametrize("tail", ["", ", trong đó:", " (chia ra)", ". Bao gồm:"])
def test_parts_with_strokes_are_of_the_kind_above(tail: str) -> None:
    rows = [
        ["STT", "Nội dung", "Số lớp, buổi", "Số lượt người"],
        [1, f"Lớp tập huấn{tail}", 5, 272],
        *([None, "- Cha mẹ", 3, 168], [None, "- Cán bộ, đoàn thể", 2, 104]),
        [2, f"Buổi truyền thông{tail}", 7, 2415],
        *([None, "- Học sinh", 4, 2230], [None, "- Trẻ em ngoài nhà trường", 3, 185]),
    ]
    assert _told(rows) == (_PARTS, [])


@pytest.mark.parametrize("tail", ["", ", trong đó:"])
def test_people_alone(tail: str) -> None:
    rows = [
        ["STT", "Nội dung", "Số lượt người"],
        *([1, f"Lớp tập huấn{tail}", 272], [None, "- Cha mẹ", 168], [None, "- Cán bộ, đoàn thể", 104]),
        *([2, f"Buổi truyền thông{tail}", 2230], [None, "- Học sinh", 2230]),
    ]
    found = [(kind, total) for kind, _, _, total in _told(rows)[0]]
    assert found == [("training_class", 168), ("training_class", 104), ("communication_session", 2230)]


def test_parts_that_are_not_all_are_said() -> None:
    rows = [
        ["STT", "Nội dung", "ĐVT", "Số lượng", "Số lượt người tham gia"],
        ["1", "Lớp tập huấn, trong đó:", "lớp", 5, 272],
        ["1.1", "Cho cha mẹ", "lớp", 3, 168],
        ["1.2", "Cho cán bộ, đoàn thể", "lớp", 1, 104],
        ["2", "Buổi truyền thông", "buổi", 7, 2415],
        ["2.1", "Cho học sinh", "buổi", 7, 2415],
    ]
    found, said = _told(rows)
    assert ([count for _, count, _, _ in found], said) == ([3, 1, 7], ["total_row_mismatch"])


@pytest.mark.parametrize("label", ["Trong đó:", "- Gồm:", "Bao gồm:"])
def test_what_only_leads_over_stays(label: str) -> None:
    rows = [
        ["TT", "Nội dung", "Số lớp/buổi", "Số lượt người"],
        *([1, "Lớp tập huấn", 9, 430], [None, label], ["-", "Cha mẹ", None, 310], ["-", "Giáo viên", None, 120]),
        [2, "Buổi truyền thông", 31, 4900],
    ]  # fmt: skip
    found, _ = _told(rows)
    assert found[0] == ("training_class", 9, {"parents": 310, "teachers": 120}, 430)


def test_a_title_in_a_list_of_activities_is_kept_as_it_is() -> None:
    rows = [
        ["TT", "Tên hoạt động", "Ngày", "Số cha mẹ"],
        [1, "Tập huấn kỹ năng số, gồm:", "12/7/2025", 45],
        [2, "Truyền thông an toàn mạng", "13/7/2025", 60],
    ]
    assert records(checked([*_TITLE, *rows]))[0]["title"] == "Tập huấn kỹ năng số, gồm:"
