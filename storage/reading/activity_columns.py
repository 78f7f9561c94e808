"""Rows of activities as they leave the database: column by column, then single or as a frame."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement

from program import units
from storage.conflicts import sizes
from storage.schema import ATTENDANCE_COLUMNS, activity, submission

Row = dict[str, Any]

SELECTED: list[ColumnElement[Any]] = [
    activity.c.id,
    activity.c.unit,
    activity.c.kind,
    activity.c.title,
    activity.c.start_date,
    activity.c.end_date,
    activity.c.counted_on,
    activity.c["count"],
    activity.c.delivery,
    activity.c.organiser,
    activity.c.ward,
    activity.c.school,
    *(activity.c[name] for name in ATTENDANCE_COLUMNS),
    activity.c.attendances_total,
    activity.c.female,
    activity.c.basis,
    activity.c.submission_id,
    submission.c.file_name,
    activity.c.sheet,
    activity.c["row"],
    submission.c.uploaded_by,
    submission.c.uploaded_at,
    sizes.reason(),
]
_NAMES = [str(column.key) for column in SELECTED]
# What running totals say in their files.
SAID = ("said_from", "said_count", "said_attendances")
_TYPES: dict[str, Any] = (
    dict.fromkeys(("unit", "kind", "title", "delivery", "organiser", "ward", "school", "basis"), "str")
    | dict.fromkeys(("file_name", "sheet", "uploaded_by", "size_reason", "unit_name", "review"), "str")
    | dict.fromkeys(("start_date", "end_date", "counted_on", "said_from"), "datetime64[s]")
    | dict.fromkeys(("id", "submission_id", "row"), "int64")
    | dict.fromkeys(("count", *ATTENDANCE_COLUMNS, "attendances_total", "female", *SAID[1:]), "Int32")
    | {"uploaded_at": "datetime64[us, UTC]"}
)


@dataclass(frozen=True)
class Told:
    """The columns of `storage.reading.activities.page`, each with what its rows say: dates, whole numbers, words, None."""

    columns: dict[str, list[Any]]

    @classmethod
    def of(cls, rows: Sequence[Any], unsettled: Collection[int]) -> "Told":
        """Rows of SELECTED, with the names of their units and whether they come from a file of which the review is not
        done. What running totals say in their files is empty (`storage.conflicts.running_rows.shown` fills it)."""
        read = zip(*map(tuple, rows), strict=True) if rows else ((),) * len(_NAMES)
        columns: dict[str, list[Any]] = {}
        for name, values in zip(_NAMES, read, strict=True):
            columns[name] = list(values)
            if name == "unit":
                names = {code: units.label(code, with_type=True) for code in set(values)}
                columns["unit_name"] = [names[code] for code in values]
        waiting = set(unsettled)
        columns["review"] = [
            "provisional" if number in waiting else "official" for number in columns["submission_id"]
        ]
        return cls(columns | {name: [None] * len(rows) for name in SAID})

    def single(self) -> list[Row]:
        """A dict for each row."""
        return [
            dict(zip(self.columns, values, strict=True))
            for values in zip(*self.columns.values(), strict=True)
        ]

    def frame(self) -> pd.DataFrame:
        """A frame in types that hold a missing value as such."""
        return pd.DataFrame(
            {name: pd.array(values, dtype=_TYPES[name]) for name, values in self.columns.items()}, copy=False
        )
