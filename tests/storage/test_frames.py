from datetime import UTC, date, datetime

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from storage.frames import frame

TYPES = {
    "unit": "str",
    "start_date": "datetime64[s]",
    "value": "float64",
    "year": "int64",
    "in_city": "bool",
    "uploaded_at": "datetime64[us, UTC]",
    "natural_key": "object",
}
NOON = datetime(2023, 5, 12, 12, 0, 0, 7, tzinfo=UTC)
ROWS = [
    ("492", date(2023, 5, 12), 1.5, 2023, True, NOON, b"a"),
    (None, None, None, 2024, False, NOON, b"b"),
]


@pytest.mark.parametrize("many", [0, 1, 2])
def test_it_is_what_pandas_makes_of_the_rows_and_types(many: int) -> None:
    by_pandas = pd.DataFrame.from_records(ROWS[:many], columns=list(TYPES)).astype(TYPES)
    assert_frame_equal(frame(ROWS[:many], TYPES), by_pandas)
