"""The rows of a view as a CSV file that a spreadsheet opens right by double click.

- UTF-8 with a byte order mark: without it Excel reads Vietnamese letters as another encoding.
- Comma between cells, lines end with CR LF (RFC 4180), every text cell in quotes. Excel splits at the
  list separator of Windows, a comma under the Vietnamese and English (US) settings; a first line `sep=`
  would suit every setting, but makes Excel ignore the mark and other programs read a wrong heading.
- Dates are 2023-05-12: the one form that Excel reads as the same day whatever its language; 05/12/2023
  would be taken for 5 December by one and for 12 May by the other, silently. Moments are local time.
- Numbers are plain integers; what was not given is an empty cell, and a given 0 is 0.
- A text cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
"""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import IO, Any

import pandas as pd
import pyarrow as pa
from pyarrow import csv

from exports.as_csv.columns import COLUMNS, Column
from program import clock
from program.filters import CITY, Filters, RowState, address
from program.text import fold
from program.units import label
from program.vocabulary import AUDIENCE_LABELS, DELIVERY_LABELS, KIND_LABELS

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Full-width signs too: a spreadsheet may take them for the narrow ones.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TYPES = {"text": pa.string(), "number": pa.int64(), "date": pa.date32(), "moment": pa.string()}
_SCHEMA = pa.schema([(column.heading, _TYPES[column.form]) for column in COLUMNS])
_STATES = {RowState.OFFICIAL: "chính thức", RowState.PROVISIONAL: "tạm tính"}
_OPTIONS = csv.WriteOptions(eol="\r\n", quoting_style="needed")


def write_csv(frames: Iterable[pd.DataFrame], out: IO[bytes], *, names: bool = True) -> int:
    """Write frames of `storage.reading.activities.stream` one after another; gives the number of rows.
    Without a frame the file holds the headings only; without `names` nobody's name stands in it."""
    written = 0
    out.write(BYTE_ORDER_MARK)
    with csv.CSVWriter(out, _SCHEMA, write_options=_OPTIONS) as writer:
        for frame in frames:
            cells = [
                _cells(frame, column) if names or not column.person else _empty(frame) for column in COLUMNS
            ]
            writer.write_table(pa.table(cells, schema=_SCHEMA))
            written += len(frame)
    return written


def csv_bytes(frames: Iterable[pd.DataFrame], *, names: bool = True) -> bytes:
    """The whole file of `write_csv` at once."""
    out = BytesIO()
    write_csv(frames, out, names=names)
    return out.getvalue()


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_STARTS_A_FORMULA) else text


def file_name(filters: Filters) -> str:
    """A name that says what is inside: hoat-dong-2023-quan-hai-chau.csv."""
    parts = [filters.period.label if filters.period.code == "all" else filters.period.code]
    parts += ["thành phố" if filters.unit == CITY else label(filters.unit, with_type=True)]
    parts += [KIND_LABELS[filters.kind]] if filters.kind else []
    parts += [AUDIENCE_LABELS[filters.audience]] if filters.audience else []
    parts += [DELIVERY_LABELS[filters.delivery]] if filters.delivery else []
    parts += ["quy mô khác thường"] if filters.unusual else []
    parts += ["chưa ghi đủ"] if filters.lacking else []
    parts += [_STATES[filters.state]] if filters.state else []
    parts += [f"từ {filters.since.isoformat()}"] if filters.since else []
    parts += [f"lịch {filters.calendar}"] if "calendar" in address(filters) else []
    parts += [f"đến {filters.as_of}"] if filters.as_of else []
    parts += [filters.text[:40]] if filters.text else []
    return f"{fold(' '.join(['hoạt động', *parts])).replace(' ', '-')}.csv"


def _cells(frame: pd.DataFrame, column: Column) -> pa.Array:
    values = frame[column.name]
    if column.form == "number":
        return _array(values, pa.int64())
    if column.form == "date":
        return _array(values).cast(pa.date32())
    if column.form == "moment":
        return _each(values, lambda moment: f"{moment.astimezone(clock.LOCAL_TIME):%Y-%m-%d %H:%M}")
    words = column.label
    return _each(values, harmless if words is None else lambda code: harmless(words(code)))


def _empty(frame: pd.DataFrame) -> pa.Array:
    return pa.nulls(len(frame), pa.string())


def _each(values: "pd.Series[Any]", change: Callable[[Any], str]) -> pa.Array:
    """The text of each cell, but each distinct value is turned into text once."""
    coded = _array(values).dictionary_encode()
    changed = pa.array([change(value) for value in coded.dictionary.to_pylist()], pa.string())
    return pa.DictionaryArray.from_arrays(coded.indices, changed).cast(pa.string())


def _array(values: "pd.Series[Any]", form: Any = None) -> pa.Array:
    """The column in one piece; frames that were put together come in several."""
    found = pa.array(values, form, from_pandas=True)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
