import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.shares import per_cent_in_words, share_in_words, shares_of_all, shown_share


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(0, 50, 0), (1, 1000, 0.1), (1, 100000, 0.1), (61, 100, 61), (199, 200, 99.5), (9999, 10000, 99.9),
     (200, 200, 100), (250, 200, 125), (None, 10, None), (3, None, None), (3, 0, None)],
)  # fmt: skip
def test_a_share_is_never_full_or_nothing_before_it_is(part, whole, shown) -> None:
    assert shown_share(part, whole) == shown


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([0, 1]))
def test_full_exactly_where_all_is_and_nothing_exactly_where_nothing(
    part: int, whole: int, digits: int
) -> None:
    share = shown_share(part, whole, digits)
    assert share is not None
    assert (share >= 100) == (part >= whole)
    assert (share == 0) == (part == 0)
    assert abs(share - 100 * part / whole) <= (0.1 if digits else 0.5)


@pytest.mark.parametrize(
    ("part", "whole", "digits", "said"),
    [
        (0, 193, 1, "0 %"),
        (193, 193, 1, "100 %"),
        (149, 193, 1, "77,2 %"),
        (62, 100, 1, "62,0 %"),
        (1, 3_000, 1, "0,1 %"),
        (2_999, 3_000, 1, "99,9 %"),
        (62, 100, 0, "62 %"),
        (1, 3_000, 0, "0,1 %"),
        (2_999, 3_000, 0, "99,9 %"),
        (None, 3, 0, ""),
    ],
)
def test_only_none_is_0_and_only_all_is_100_per_cent(part, whole, digits: int, said: str) -> None:
    assert share_in_words(part, whole, digits).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0 %"), (0.04, "0,1 %"), (62, "62 %"), (62.04, "62,0 %"), (99.96, "99,9 %"), (100, "100 %"), (123.4, "123,4 %")],
)  # fmt: skip
def test_a_figure_that_is_per_cent_follows_the_rule(value: float, said: str) -> None:
    assert per_cent_in_words(value).replace("\xa0", " ") == said


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((), ()),
        ((0, 0), ()),
        ((1, 1, 1), (34, 33, 33)),
        ((142, 0), (100, 0)),
        ((1, 999), (0.1, 99.9)),
        ((1, 1, 2_998), (0.1, 0.1, 99.8)),
        ((1, 499, 500), (0.1, 49.9, 50)),
    ],
)
def test_parts_of_one_whole_make_up_all_of_it(parts: tuple[int, ...], shown: tuple[float, ...]) -> None:
    assert tuple(shares_of_all(dict(enumerate(parts))).values()) == shown


@given(st.lists(st.integers(0, 10**5), min_size=1, max_size=6))
def test_no_part_looks_like_none_or_all_unless_it_is(parts: list[int]) -> None:
    found = shares_of_all(dict(enumerate(parts)))
    assert round(sum(found.values()), 6) == (100 if sum(parts) else 0)
    for one, share in found.items():
        assert (share == 0) == (parts[one] == 0)
        assert (share == 100) == (parts[one] == sum(parts))
        assert abs(share - 100 * parts[one] / sum(parts)) < 1
