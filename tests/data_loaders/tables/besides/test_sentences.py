"""Summaries whose results are sentences in one column."""

import pytest

from tests.data_loaders.sheets import checked, issues

_BOTH = "Đã tổ chức 02 lớp, 96 lượt; 03 buổi, 150 lượt"


@pytest.mark.parametrize(
    ("results", "found"),
    [
        ([_BOTH, "Đã tổ chức 01 lớp, gần 40 lượt; 02 buổi, 100 lượt"], [("number_unreadable", "C3")]),
        (["Chưa tổ chức", _BOTH, _BOTH], [("number_unreadable", "C4")]),
        (["Đang triển khai", _BOTH], [("number_unreadable", "C4")]),
        # Words without numbers tell nothing.
        (["Đã tổ chức lớp tập huấn", "Chưa tổ chức"], [("no_table", None)]),
    ],
)
def test_the_column_of_sentences_is_named(results: list[str], found: list[tuple[str, str | None]]) -> None:
    units = ["Quận Hải Châu", "Quận Sơn Trà", "Quận Thanh Khê"]
    rows = [[n, unit, result] for n, (unit, result) in enumerate(zip(units, results, strict=False), 1)]
    report = checked([["TỔNG HỢP NĂM 2023"], ["STT", "Đơn vị", "Kết quả"], *rows])
    assert report["status"] == "rejected"
    assert issues(report) == found


def test_a_sentence_alone_in_its_row_is_no_column() -> None:
    assert issues(checked([["BÁO CÁO NĂM 2023"], ["Quận Hải Châu"], [_BOTH]])) == [("no_table", None)]
