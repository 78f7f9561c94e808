"""Last year's report again: what is told, and what only looks like it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from program.conflicts.repeats import FEWEST, repeats
from program.conflicts.traits import TraitsOf, together
from tests.program.conflicts.test_twins import row

YEAR = timedelta(days=365)


def year(file: int, rows: int = FEWEST, **said: Any) -> list[dict[str, Any]]:
    """A file of a unit with a class a month, the year by its number."""
    made = []
    for n in range(rows):
        words = {"title": f"Lớp an toàn mạng số {n} năm {2021 + file}", "parts": {"parents": 30 + n}}
        made.append(row(file=file, start_date=date(2021, 2, 3 + n) + file * YEAR, **(words | said)))
    return made


def found(*rows: Sequence[dict[str, Any]]) -> list[tuple[int, int, int, int]]:
    gathered = TraitsOf()
    for one in [one for some in rows for one in some]:
        gathered.add({name: [value] for name, value in one.items()})
    files = gathered.values("file")
    return [(files[r.first], files[r.second], len(r.later), r.rows) for r in repeats(gathered.all())]


def test_last_years_file_under_this_years_dates_is_told() -> None:
    assert found(year(1), year(2)) == [(1, 2, FEWEST, FEWEST)]
    assert found(year(2), year(1)) == [(1, 2, FEWEST, FEWEST)]
    # Each year is that of the year before.
    assert found(year(1), year(2), year(3)) == [(1, 2, FEWEST, FEWEST), (2, 3, FEWEST, FEWEST)]


@pytest.mark.parametrize("days", [-7, -1, 1, 7])
def test_days_may_move_by_a_week(days: int) -> None:
    moved = [
        one | {name: one[name] + timedelta(days=days) for name in ("start_date", "end_date")}
        for one in year(2)
    ]
    assert len(found(year(1), moved)) == 1


NEAR_MISSES = [
    pytest.param({"unit": "493"}, id="another unit"),
    pytest.param({"kind": "contest"}, id="another kind"),
    pytest.param({"title": "Truyền thông"}, id="another title"),
    pytest.param({"school": "Trường THCS Nguyễn Huệ"}, id="another school"),
    pytest.param({"organiser": "Hội LHPN"}, id="another organiser"),
    pytest.param({"ward": "Thạch Thang"}, id="another ward"),
    pytest.param({"parts": {"parents": 29}}, id="other numbers"),
    pytest.param({"parts": {"teachers": 30}}, id="another audience"),
    pytest.param({"parts": {}}, id="no numbers"),
]


@pytest.mark.parametrize("said", NEAR_MISSES)
def test_what_says_otherwise_is_no_repeat(said: dict[str, Any]) -> None:
    assert found(year(1), year(2, **said)) == []


def test_another_length_or_another_year_is_no_repeat() -> None:
    longer = [one | {"end_date": one["end_date"] + timedelta(days=1)} for one in year(2)]
    assert found(year(1), longer) == []
    assert found(year(1), year(3)) == []
    assert found(year(1), year(1)) == []
    moved = [
        one | {name: one[name] + timedelta(days=8) for name in ("start_date", "end_date")} for one in year(2)
    ]
    assert found(year(1), moved) == []


def test_four_in_five_of_five_are_needed() -> None:
    fresh = [one | {"title": "Lớp mới"} for one in year(2, 2)]
    others = [row(file=9, unit="490", start_date=date(2022, 1, 1 + n)) for n in range(9)]
    assert found(year(1, FEWEST - 1), year(2, FEWEST - 1), others) == []
    assert found(year(1, 8), [*year(2, 8), *fresh]) == [(1, 2, 8, 10)]
    assert found(year(1, 7), [*year(2, 7), *fresh]) == []
    # Rows that nobody attended say nothing, and those of another unit in the file are not this one's.
    silent = [one | {"seats": 0} for one in year(2, 9)]
    elsewhere = [one | {"unit": "493"} for one in fresh]
    assert found(year(1), [*year(2), *silent, *elsewhere]) == [(1, 2, FEWEST, FEWEST)]


def test_one_row_of_the_year_before_is_no_pattern_for_many() -> None:
    """A programme that is held every week in the same way."""
    weekly = [
        row(file=file, start_date=date(2022, 1, 1) + timedelta(days=7 * n), title="Sinh hoạt câu lạc bộ")
        for file, weeks in ((1, [0]), (2, range(52, 58)))
        for n in weeks
    ]
    assert found(weekly) == []


def test_six_of_a_day_do_not_all_repeat_the_one_of_the_year_before() -> None:
    one = year(1, 1)
    assert found(one, year(1, 9, unit="490"), [year(2, 1)[0]] * 6) == []
    assert found(one * 6, [year(2, 1)[0]] * 6) == []


def test_one_file_of_many_like_years_is_no_repeat_of_itself() -> None:
    assert found([one | {"file": 1} for number in range(1, 7) for one in year(number)]) == []


def test_writing_does_not_matter_but_years_within_words_do() -> None:
    first = year(1, title="Tháng hành động 2022")
    assert len(found(first, year(2, title="THÁNG HÀNH ĐỘNG  2023"))) == 1
    assert found(first, year(2, title="Tháng hành động 20231")) == []


def test_nothing_at_all() -> None:
    assert found() == []
    assert found([row(parts={})]) == []


def test_rows_of_many_wide_columns_have_one_number_where_they_are_equal() -> None:
    """Together they reach far beyond what a whole number holds."""
    draw = np.random.default_rng(1)
    columns = [draw.choice([-1, 0, 7, 2**40 - 2], 200) for _ in range(3)] + [np.full(200, 2**40 - 2)] * 3
    told = [tuple(row) for row in zip(*columns, strict=True)]
    numbers = together(columns).tolist()
    assert len(set(zip(numbers, told, strict=True))) == len(set(told)) == len(set(numbers))
    assert together([np.zeros(0, np.int32)]).tolist() == []
