"""Filters and their address."""

import pytest

from program.filters import FilterError, Filters, address, parse_filters


def test_the_unusual_sizes_stand_in_the_address_and_come_back() -> None:
    view = Filters(unit="492", unusual=True)
    assert address(view) == {"unit": "492", "size": "unusual"}
    assert parse_filters(address(view)) == view
    assert "size" not in address(Filters())
    assert parse_filters({"size": " "}) == Filters()


def test_another_size_is_refused_by_name() -> None:
    with pytest.raises(FilterError, match="quy mô “huge”"):
        parse_filters({"size": "huge"})
