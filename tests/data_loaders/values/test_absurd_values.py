"""Values that no person types: each is a finding in words, none a fault of the check or a number that
cannot be kept."""

import datetime
import json

import pytest

from data_loaders.reading.grid import Cell
from data_loaders.values.amounts.numbers import MOST, read_count, read_value
from data_loaders.values.days.dates import Near, read_span
from data_loaders.values.fault import Fault
from data_loaders.values.people.audiences import find_audience, read_audiences, read_numbered
from program.contract import IssueCode
from tests.data_loaders.sheets import checked, records

LONG = "9" * 5_000
ABSURD = [LONG, f"{LONG},0", f"{LONG} người", f"{LONG},{LONG}", "1" + ".000" * 2_000, 1e300, 10**20, MOST + 1]


@pytest.mark.parametrize("cell", ABSURD, ids=range(len(ABSURD)))
@pytest.mark.parametrize("read", [read_count, read_value])
def test_numbers_beyond_all_measure(read, cell: Cell) -> None:
    found = read(cell)
    assert isinstance(found, Fault)
    assert found.code == IssueCode.NUMBER_UNREADABLE


@pytest.mark.parametrize("read", [read_count, read_value])
def test_the_greatest_number_that_is_read(read) -> None:
    assert read(MOST) == read(f"{MOST:,}".replace(",", ".")) == MOST


@pytest.mark.parametrize("cell", [LONG, "²", "³⁴", f"{LONG}/5/2023", f"12/{LONG}", 1e300, 10**20])
def test_days_beyond_all_calendars(cell: Cell) -> None:
    assert isinstance(read_span(cell, Near()), Fault)


def test_a_long_text_is_no_list_of_numbers() -> None:
    assert read_numbered(f"{LONG} phụ huynh") is None


@pytest.mark.parametrize("words", ["trẻ em ngoài trường học ", "cán bộ công tác ", "a ", "cha, mẹ, "])
def test_a_long_text_names_no_audience(words: str) -> None:
    # To match ten thousand letters took a minute.
    text = words * (10_000 // len(words))
    assert find_audience(text) is None
    assert read_audiences(text) is None


@pytest.mark.parametrize(
    ("number", "cell"), list(enumerate([*ABSURD, "²", 0.1 + 0.2])), ids=range(len(ABSURD) + 2)
)
@pytest.mark.parametrize("column", range(6))
def test_a_table_with_such_a_cell(number: int, cell: Cell, column: int) -> None:
    # Every column and every cell stands in a short table and in a long one.
    rows = 60 if (number + column) % 2 else 1
    head = ["Đơn vị", "Loại hoạt động", "Tên hoạt động", "Ngày tổ chức", "Số buổi", "Cha mẹ"]
    plain = ["Quận Hải Châu", "Lớp tập huấn", "Lớp", datetime.date(2023, 5, 12), 1, 40]
    odd = [*plain[:column], str(cell) if cell == 10**20 else cell, *plain[column + 1 :]]
    report = checked([head, *[[*plain[:2], f"Lớp {i}", *plain[3:]] for i in range(rows)], odd])
    json.dumps(report, allow_nan=False)
    assert len(records(report)) >= rows
    for record in records(report):
        assert record["count"] is None or record["count"] <= MOST
        assert record["attendances_total"] is None or record["attendances_total"] <= MOST
