""" "Chưa tổ chức" in place of a figure: unknown, no zero and no declaration; "Không tổ chức" declares for a period."""

from typing import Any

import pytest

from tests.data_loaders.sheets import checked, issues, records

_WHO = ["UBND QUẬN SƠN TRÀ"]
_TITLE = ["TỔNG HỢP LỚP TẬP HUẤN NĂM 2024"]


@pytest.mark.parametrize(
    "words", ["Chưa tổ chức", "chưa triển khai", "Chưa thực hiện", "Hiện chưa tổ chức lớp"]
)
@pytest.mark.parametrize("place", [0, 1])
def test_in_a_summary(words: str, place: int) -> None:
    figures: list[Any] = [None, None]
    figures[place] = words
    head = ["STT", "Quý", "Số lớp", "Lượt cha mẹ"]
    report = checked([_WHO, _TITLE, head, [1, "Quý I", *figures], [2, "Quý II", 2, 120]])
    assert [(r["source"]["row"], r["count"]) for r in records(report)] == [(5, 2)]
    assert issues(report) == [("not_held", "CD"[place] + "4")]


def test_a_quarter_across() -> None:
    head = ["STT", "Đối tượng", "Quý I", "Quý II"]
    report = checked(
        [_WHO, _TITLE, head, [1, "Cha mẹ", 90, "Chưa tổ chức"], [2, "Giáo viên", 40, "Chưa tổ chức"]]
    )
    assert [r["attendances_total"] for r in records(report)] == [90, 40]
    assert issues(report) == [("not_held", "D4"), ("not_held", "D5")]


def test_none_was_held_stays_a_declaration() -> None:
    head = ["STT", "Quý", "Số lớp", "Lượt cha mẹ"]
    report = checked([_WHO, _TITLE, head, [1, "Quý I", "Không tổ chức", None], [2, "Quý II", 2, 120]])
    assert [(r["count"], r["basis"]) for r in records(report)] == [(0, "declared_zero"), (2, "summary")]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["B", "12/9/2024", "Chưa tổ chức", None], "D4"),
        (["B", "12/9/2024", None, "Chưa tổ chức"], "E4"),
        (["B", "Chưa tổ chức", None, None], "C4"),
        (["B", "12/9/2024", "Không tổ chức", None], "D4"),
        (["B", "Hoãn do mưa bão", None, None], "C4"),
        (["B", "12/9/2024", None, "Đã hủy"], "E4"),
        (["B (tạm hoãn)", "12/9/2024", 1, None], "B4"),
        (["B – chưa tổ chức", "12/9/2024", None, None], "B4"),
    ],
)
@pytest.mark.parametrize("before", [1, 60])
def test_in_a_list(row: list[Any], cell: str, before: int) -> None:
    held = [[n, f"Lớp tập huấn {n}", "12/8/2024", 1, 40] for n in range(1, before + 1)]
    report = checked([_WHO, ["STT", "Nội dung", "Ngày", "Số lớp", "Lượt cha mẹ"], *held, [before + 1, *row]])
    assert len(records(report)) == before
    assert issues(report) == [("not_held", cell.replace("4", str(before + 3)))]


@pytest.mark.parametrize(
    "title", ["B - hoãn từ tháng 8", "Nói không với hủy hoại (trẻ em)", "Hoàn thiện kỹ năng - đợt 2"]
)
def test_a_title_that_is_one(title: str) -> None:
    head = ["STT", "Nội dung", "Ngày", "Số lớp", "Lượt cha mẹ"]
    report = checked([_WHO, head, [1, "Lớp tập huấn", "12/8/2024", 1, 40], [2, title, "12/9/2024", 1, None]])
    assert "not_held" not in [code for code, _ in issues(report)]
