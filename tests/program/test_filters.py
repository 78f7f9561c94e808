"""Filters and their address."""

from datetime import date

import pytest

from program.filters import FilterError, Filters, Lacking, RowState, address, parse_filters


def test_the_unusual_sizes_stand_in_the_address_and_come_back() -> None:
    view = Filters(unit="492", unusual=True)
    assert address(view) == {"unit": "492", "size": "unusual"}
    assert parse_filters(address(view)) == view
    assert "size" not in address(Filters())
    assert parse_filters({"size": " "}) == Filters()


def test_another_size_is_refused_by_name() -> None:
    with pytest.raises(FilterError, match="quy mô “huge”"):
        parse_filters({"size": "huge"})


@pytest.mark.parametrize(
    "chosen", [{"lacking": one} for one in Lacking] + [{"state": one} for one in RowState]
)
def test_what_rows_lack_and_how_sure_they_are_stands_in_the_address_and_comes_back(
    chosen: dict[str, str],
) -> None:
    view = Filters().only(**chosen)
    assert address(view) == chosen
    assert parse_filters(address(view)) == view


def test_a_first_day_of_rows_stands_in_the_address_and_comes_back() -> None:
    view = Filters(since=date(2023, 7, 1))
    assert address(view) == {"since": "2023-07-01"}
    assert parse_filters(address(view)) == view
    with pytest.raises(FilterError, match="ngày “hôm qua”"):
        parse_filters({"since": "hôm qua"})


def test_another_lack_is_refused_by_name() -> None:
    with pytest.raises(FilterError, match="phần còn thiếu “money”"):
        parse_filters({"lacking": "money"})
    with pytest.raises(FilterError, match="tình trạng duyệt “sure”"):
        parse_filters({"state": "sure"})


@pytest.mark.parametrize(
    ("name", "value"),
    [("period", "0000"), ("period", "9999-Q1"), ("as_of", "0001-01-01"), ("since", "9999-12-31")],
)
def test_a_year_beyond_all_days_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(FilterError, match=f"“{value}”; năm từ 1900 đến 2100"):
        parse_filters({name: value})
