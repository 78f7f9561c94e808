"""Long tables are read column by column; what comes out is what reading row by row gives."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data_loaders.check import check
from data_loaders.layout.below import rows as layout_rows
from data_loaders.tables.activity.plain_rows import PlainRows
from tests.data_loaders.sheets import records, xlsx_of_writer

HEAD = [
    "STT", "Đơn vị", "Phường/xã", "Loại hoạt động", "Tên lớp/buổi", "Từ ngày", "Đến ngày", "Hình thức", "Đơn vị chủ trì",
    "Cha mẹ", "Giáo viên", "CBQL", "Tổng số", "Nữ", "Số lớp",
]  # fmt: skip
DAYS = [datetime.date(2023, 5, 12), datetime.date(2023, 5, 14), datetime.date(2025, 8, 2)]
PLAIN = [
    None,
    "Quận Hải Châu",
    None,
    "Lớp tập huấn",
    "A",
    DAYS[0],
    DAYS[0],
    "Trực tiếp",
    None,
    40,
    5,
    5,
    50,
    30,
    1,
]
ODD = {
    1: ["Hải Châu", "Quận lạ", None, "Hội LHPN TP"],
    3: ["Buổi truyền thông", "Kiểm tra", None],
    4: ["Lớp  tập huấn ", None, "Tổng cộng"],
    5: [*DAYS, datetime.date(2019, 1, 1), "31/02/2023", None],
    6: [*DAYS, None, "abc"],
    7: ["Online", "bồ câu", None, "-"],
    8: ["Hội LHPN", None],
    9: ["45 người", -3, None, 0, "-", 5000, "nhiều"],
    11: [None, 0],
    12: [None, 49, 51, "1.234", 0],
    13: [None, 60, 0],
    14: [None, 2, 0, "hai"],
}
ROWS = st.lists(
    st.dictionaries(st.sampled_from(sorted(ODD)), st.integers(0, 6), max_size=3), min_size=6, max_size=25
)


def _row(number: int, changes: dict[int, int]) -> list:
    row = [number, *PLAIN[1:]]
    row[4] = f"A{number}"
    for column, which in changes.items():
        row[column] = ODD[column][which % len(ODD[column])]
    return row


@settings(max_examples=60, deadline=None)
@given(ROWS)
@example([{}, {}, {}, {}, {}, {1: 0, 5: 1}])
def test_by_column_as_by_row(changes: list[dict[int, int]]) -> None:
    raw = xlsx_of_writer(
        [HEAD, *(_row(i, c) for i, c in enumerate(changes, 1)), ["Tổng cộng", *[None] * 8, 999]]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout_rows, "_RUN", 2)
        by_column = check("a.xlsx", raw)
        patch.setattr(layout_rows, "_RUN", 10**9)
        by_row = check("a.xlsx", raw)
    assert by_column == by_row


def test_a_long_table_is_read_by_column(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    read = PlainRows.records
    monkeypatch.setattr(PlainRows, "records", lambda self, run: seen.append(len(run.rows)) or read(self, run))
    report = check("a.xlsx", xlsx_of_writer([HEAD, *(_row(i, {}) for i in range(1, 121))]))
    assert seen == [120]
    assert len(records(report)) == 120
    assert records(report)[0]["attendances"] == {"parents": 40, "teachers": 10}
