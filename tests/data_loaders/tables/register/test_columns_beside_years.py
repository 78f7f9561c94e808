"""Columns without a year beside those of years in a table of targets."""

import pytest

from tests.data_loaders.sheets import checked, codes, records


@pytest.mark.parametrize(
    ("heading", "indicator", "found"),
    [
        ("Số trường", "L:Số trường", ["indicator_unmeasured"]),
        ("Số tờ rơi phát", "L:Số tờ rơi phát", ["indicator_unmeasured"]),
        ("Cả giai đoạn", "L-sessions", []),
        ("Tổng số", None, []),
        ("Chỉ tiêu", "L-sessions", []),
        ("Kinh phí (triệu đồng)", None, ["unused_column"]),
        ("Dân số", None, ["unused_column"]),
        ("Số giáo viên", None, ["unused_column"]),
        ("Số lớp tập huấn", None, ["unused_column"]),
    ],
)
def test_what_counts_another_thing_is_no_target_of_the_title(
    heading: str, indicator: str | None, found: list[str]
) -> None:
    title = "GIAO CHỈ TIÊU SỐ BUỔI TRUYỀN THÔNG GIAI ĐOẠN 2022-2023"
    report = checked(
        [[title], ["STT", "Đơn vị", "Năm 2022", "Năm 2023", heading], [1, "Quận Cẩm Lệ", 5, 6, 11]]
    )
    read = [(r["indicator"], r["value"]) for r in records(report)]
    assert read == [("L-sessions", 5), ("L-sessions", 6), *([(indicator, 11)] if indicator else [])]
    assert codes(report) == found
