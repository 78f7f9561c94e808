"""One row in words: in a line, or with a heading before each thing it says; never as markup."""

from collections.abc import Mapping
from typing import Any

from locales.forms import day, number
from locales.messages import t
from pages.parts.listing.table import dates, label
from pages.parts.submission_words import field
from pages.parts.words import amount, plain
from program import units
from program.field_labels import FIELD_LABELS
from program.text import lower_first
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Basis, Kind
from program.work.tasks import STATE_LABELS, State

_PLACES = ("organiser", "school", "ward")
Said = Mapping[str, Any]  # columns of a record table with `sheet`, `row` and, where known, `file_name`


def cells(row: Said) -> list[tuple[str, str]]:
    """Heading and words of an activity: unit, days, name, places, figures; not yet Markdown."""
    told = [(t("Đơn vị"), units.label(row["unit"], with_type=True)), (t("Thời gian"), dates(row))]
    told.append((t("Tên hoạt động"), row.get("title") or t("không ghi")))
    told += [(t(FIELD_LABELS[name]), str(row[name])) for name in _PLACES if row.get(name)]
    if row.get("count") is not None:
        told.append((t("Số lượng"), counted(row)))
    seats = [name for name in row if name.startswith("att_") and row[name] is not None]
    told += [(column(name), number(row[name])) for name in seats]
    given = ("attendances_total", "female")
    return told + [(t(FIELD_LABELS[name]), number(row[name])) for name in given if row.get(name) is not None]


def lines(row: Said) -> list[tuple[str, str]]:
    """Heading and words (Markdown) of an activity, and where it stands."""
    told = [*cells(row), (t("Nguồn"), source(row))]
    return [(plain(heading), plain(words)) for heading, words in told]


def brief(row: Said) -> str:
    """A row of any table in one line, not yet Markdown: "12-5-2023, Quận Hải Châu, lớp tập huấn …, 30 lượt"."""
    parts = [dates(row)] if row.get("start_date") else []
    parts.append(units.label(row["unit"], with_type=True))
    if row.get("kind"):
        parts.append(lower_first(t(KIND_LABELS[Kind(row["kind"])])))
    names = (row.get(name) for name in ("title", "name", "indicator", "group", "duty", "number", "subject"))
    parts += [str(name) for name in names if name]
    if row.get("attendances_total") is not None:
        parts.append(t("{n} lượt", n=number(row["attendances_total"])))
    where = source(row) if row.get("file_name") else sheet_and_row(row)
    return f"{', '.join(parts)} · {where}"


def counted(row: Said) -> str:
    """3 lớp; a declaration of nothing has no counter."""
    if row.get("basis") == Basis.DECLARED_ZERO or not row.get("kind"):
        return t("không phát sinh")
    return amount(row["count"], KIND_COUNTERS[Kind(row["kind"])])


def source(row: Said) -> str:
    """hai-chau.xlsx (lần nộp số 12), trang Tháng 5, dòng 6; not yet Markdown."""
    file = row.get("file_name") or t("tệp này")
    if row.get("submission_id"):
        file = t("{file} (lần nộp số {n})", file=file, n=number(row["submission_id"]))
    return f"{file}, {sheet_and_row(row)}"


def sheet_and_row(row: Said) -> str:
    """trang Tháng 5, dòng 6; not yet Markdown."""
    return t("trang {sheet}, dòng {row}", sheet=row["sheet"], row=number(row["row"]))


def column(name: str) -> str:
    """The heading of a column of a record table."""
    return field(name.replace("att_", "attendances.", 1)) if name not in FIELD_LABELS else field(name)


def difference(old: dict[str, Any], new: dict[str, Any]) -> str:
    """One changed row (Markdown): where it stands, and each column with its old and new words."""
    changed = [
        f"{column(name)}: {_words(name, old[name])} → **{_words(name, new[name])}**"
        for name in new
        if name not in ("sheet", "row") and old[name] != new[name]
    ]
    where = t("Trang {sheet}, dòng {row}", sheet=plain(new["sheet"]), row=number(new["row"]))
    return f"{where}: {'; '.join(changed)}"


def _words(name: str, value: Any) -> str:
    if value is None:
        return t("để trống")
    if isinstance(value, int | float):
        return plain(number(value))
    if hasattr(value, "isoformat"):
        return day(value)
    if name == "state":
        return t(STATE_LABELS[State(value)])
    return plain(label(name, str(value)))
