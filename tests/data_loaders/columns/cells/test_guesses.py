from datetime import date
from typing import Any

import pytest

from data_loaders.columns.cells.guesses import guesses
from data_loaders.columns.words.fields import FIELDS_OF
from data_loaders.layout.around.context import Context
from program.contract import TableKind

ALL = FIELDS_OF[TableKind.ACTIVITIES]


@pytest.mark.parametrize(
    ("heading", "values", "first"),
    [
        ("Hôm", [date(2023, 5, 12), date(2023, 5, 20)], "start_date"),
        ("Hôm", ["12/5/2023", "ngày 20 tháng 5 năm 2023"], "start_date"),
        ("Kiểu", ["Lớp tập huấn", "Buổi truyền thông"], "kind"),
        ("Cách", ["Trực tiếp", "Trực tuyến"], "delivery"),
        ("Ai", ["Cha mẹ", "Giáo viên"], "audience"),
        ("Nơi", ["Quận Hải Châu", "Sơn Trà"], "unit"),
        ("Nơi", ["Phường Hòa Xuân 9", "Xã Mới Nào"], "ward"),
        ("Nơi", ["Trường Hoa Sen", "Tiểu học Măng Non"], "school"),
        ("Bao nhiêu", [45, "120 người", 80], "attendances_total"),
        ("Bao nhiêu", [1, 2, 1], "count"),
        ("Các em", [45, 120], "attendances.children_in_school"),
        ("Việc", ["Em an toàn trên mạng", "Đồng hành cùng con"], "title"),
    ],
)
def test_values_tell_what_a_column_may_be(heading: str, values: list[Any], first: str) -> None:
    assert guesses(heading, values, ALL, Context())[0] == first


def test_only_what_the_table_lacks_is_named() -> None:
    days = [date(2023, 5, 12)]
    assert guesses("Hôm", days, ("end_date", "title"), Context()) == ("end_date",)
    assert guesses("Hôm", days, ("title",), Context()) == ()
    assert guesses("Hôm", [], ALL, Context()) == ()
    assert "female" not in guesses("Cột lạ", [12, 30], ALL, Context())
    assert "female" in guesses("Giới", [12, 30], ALL, Context())


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Kế hoạch", [5, 6]),
        ("Số lớp – Kế hoạch", [5, 6]),
        ("Lũy kế số buổi", [50, 60]),
        ("Trong đó: TE có HCĐB", [5, 6]),
        ("Số buổi – Trực tuyến", [5, 6]),
        ("Mã số", ["A1", "A2"]),
        ("Thôn", ["Phú Sơn", "Hòa Khương Đông"]),
        ("Khu dân cư", ["KDC số 1", "Khu dân cư An Phú"]),
        ("Khối lớp", ["Khối 6", "6/5/2023"]),
        ("Khối lớp", ["6/5", "7/5"]),
        ("Người phụ trách", ["Cán bộ phòng", "Cán bộ hội"]),
        ("Hồ sơ minh chứng", ["Có ảnh kèm theo", "Có danh sách"]),
        ("Báo cáo viên", ["Cán bộ sở", "Cán bộ phòng"]),
    ],
)
def test_a_heading_that_cannot_mean_a_field_gives_no_hint(heading: str, values: list[Any]) -> None:
    assert guesses(heading, values, ALL, Context()) == ()


@pytest.mark.parametrize(
    ("heading", "values", "first"),
    [("Tổ chức bởi", ["Hội Phụ nữ phường", "Đoàn Thanh niên phường"], "title"), ("Khu vực lạ", ["Phường A", "Xã B"], "ward")],
)  # fmt: skip
def test_words_that_begin_alike_keep_theirs(heading: str, values: list[Any], first: str) -> None:
    assert first in guesses(heading, values, ALL, Context())
