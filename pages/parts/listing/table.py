"""The rows behind the numbers as a table with Vietnamese headings, and the page of them that is shown."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

import storage.reading.activities
from locales.forms import NO_BREAK_SPACE, day, number
from locales.messages import t
from pages.parts import html_table
from pages.parts.figures import results
from pages.parts.html_table import Order, Told
from pages.parts.listing import drill
from pages.parts.shell import markup
from program.conflicts.running import RUNNING, RUNNING_LABEL
from program.filters import Filters
from program.measures.sums import of_rows
from program.text import lower_first
from program.vocabulary import AUDIENCE_LABELS, BASIS_LABELS, DELIVERY_LABELS, KIND_LABELS, Basis
from storage.database import Engine
from storage.reading.activities import ORDERS, RowPage
from storage.reading.activity_columns import Row

ROWS_A_PAGE = 25
_TEXTS = {
    "unit_name": "Đơn vị",
    "kind": "Loại hoạt động",
    "title": "Tên hoạt động",
    "delivery": "Hình thức",
    "organiser": "Đơn vị chủ trì",
    "ward": "Phường, xã",
    "school": "Trường, cơ sở",
    "basis": "Cách ghi",
}
_DATES = {"counted_on": "Tính vào ngày", "start_date": "Ngày bắt đầu", "end_date": "Ngày kết thúc"}
_NUMBERS = {
    "count": "Số lớp, buổi",
    "attendances_total": "Tổng lượt tham gia",
    "female": "Trong đó lượt nữ",
}
_SEATS = {f"att_{code}": label for code, label in AUDIENCE_LABELS.items()}
_ORDER = (
    "counted_on", "unit_name", "kind", "title", "count", "attendances_total", *_SEATS, "female",
    "start_date", "end_date", "delivery", "organiser", "ward", "school", "basis",
)  # fmt: skip
_LABELS: dict[str, Mapping[str, str]] = {
    "kind": {str(code): text for code, text in KIND_LABELS.items()},
    "delivery": {str(code): text for code, text in DELIVERY_LABELS.items()},
    "basis": {str(code): text for code, text in BASIS_LABELS.items()} | {RUNNING: RUNNING_LABEL},
}


def shown_page(view: Filters, order: str, number: int) -> tuple[RowPage, int, int]:
    """The rows of a page of the view, the number of that page (the last one where the wish lies beyond)
    and of how many."""
    engine = results.engine()
    version = results.data_version()
    found = _page(engine, version, view, order, max(number, 1))
    pages = max(-(-found.total_rows // ROWS_A_PAGE), 1)
    if number > pages:
        number = pages
        found = _page(engine, version, view, order, number)
    return found, max(number, 1), pages


@lru_cache(maxsize=64)
def _page(engine: Engine, version: int, view: Filters, order: str, number: int) -> RowPage:  # noqa: ARG001
    # The version is part of the key: rows of an older one are never met again.
    offset = (number - 1) * ROWS_A_PAGE
    totals = of_rows(results.analysis(), view)
    return storage.reading.activities.page(
        engine, view, limit=ROWS_A_PAGE, offset=offset, order=order, totals=totals
    )


def one(identity: int) -> Row | None:
    """A row that counts, by its number in the address; None where it counts no longer."""
    return storage.reading.activities.one(results.engine(), identity)


def headings() -> dict[str, str]:
    """Heading of each column in the language of the page, in the order of the table."""
    named = {name: t(text) for name, text in (_TEXTS | _DATES | _NUMBERS).items()}
    named |= {name: t("Lượt: {audience}", audience=t(label)) for name, label in _SEATS.items()}
    return {name: named[name] for name in _ORDER}


def label(column: str, value: str) -> str:
    """The words of a code in a column of the rows; other words stay as they are."""
    words = _LABELS.get(column, {}).get(value)
    return t(words) if words else value


def draw(rows: Sequence[Row], order: str, page: int, asked: Mapping[str, str]) -> None:
    """Draw the rows of a page. `asked` is the address of the view; the name of each row leads to the row in full,
    and the headings of the two orders put the table in the other one, at its first page."""
    here = (
        dict(asked)
        | ({} if order == ORDERS[0] else {"order": order})
        | ({} if page == 1 else {"page": str(page)})
    )
    lines = [_line(row, here) for row in rows]
    heads = (
        t("Hoạt động"), t("Đơn vị"), _ordered("date", t("Ngày"), order, asked), t("Số lớp, buổi"),
        _ordered("attendances", t("Lượt tham gia"), order, asked), t("Nguồn"),
    )  # fmt: skip
    # On a phone the unit and the day speak for themselves, and the row in full says where it comes from.
    bare = (t("Đơn vị"), t("Ngày"))
    markup.put(
        html_table.table(heads, lines, t("Các hoạt động"), look="wide", spare=(t("Nguồn"),), bare=bare)
    )


def _ordered(by: str, words: str, order: str, asked: Mapping[str, str]) -> Order:
    """A heading: the first click puts the largest or newest first, another one turns it over."""
    now = {f"-{by}": "descending", by: "ascending"}.get(order, "")
    other = by if order == f"-{by}" else f"-{by}"
    wanted = {} if other == ORDERS[0] else {"order": other}
    # An address that asks for nothing would be the screen as it was left.
    return Order(words, drill.href("activities", dict(asked) | wanted or {"order": other}), now)


def _line(row: Row, here: dict[str, str]) -> tuple[Told, ...]:
    name = row["title"] if given(row["title"]) else label("basis", row["basis"])
    link = drill.link(name, "activities", here | {"row": str(row["id"])})
    source = t(
        "{file} · trang {sheet} · dòng {row}", file=row["file_name"], sheet=row["sheet"], row=row["row"]
    )
    return (
        Told(name, f"{link}<small>{escape(' · '.join(_details(row)))}</small>"),
        html_table.told(row["unit_name"]),
        html_table.told(row["counted_on"]),
        # A card need not say of a row that it is one class or session.
        Told(1, "<span class='spare'>1</span>") if row["count"] == 1 else html_table.told(row["count"]),
        html_table.told(row["attendances_total"]),
        Told(source, f"<small>{escape(source)}</small>"),
    )


def _details(row: Row) -> Iterator[str]:
    """What else a row says, in the order in which it is asked for; nothing of what it does not say."""
    if row["review"] == "provisional":
        yield t("tạm tính")
    if given(row["kind"]):
        yield label("kind", row["kind"])
    if row["basis"] != Basis.DETAIL and given(row["title"]):
        yield lower_first(label("basis", row["basis"]))
    if row["start_date"] != row["end_date"]:
        yield dates(row)
    if given(row["delivery"]):
        yield lower_first(label("delivery", row["delivery"]))
    places = dict.fromkeys(row[name] for name in ("school", "ward", "organiser") if given(row[name]))
    yield from (place for place in places if place != row["unit_name"])
    for name, words in _SEATS.items():
        if given(row[name]):
            yield f"{lower_first(t(words))}{NO_BREAK_SPACE}{number(row[name])}"
    if given(row["female"]):
        yield t("nữ {n}", n=number(row["female"])).replace(" ", NO_BREAK_SPACE)
    if given(row["size_reason"]):
        yield t("quy mô đã xác nhận: {reason}", reason=row["size_reason"])


def dates(row: Mapping[Any, Any]) -> str:
    """One day, or from the first to the last."""
    start, end = row["start_date"], row["end_date"]
    return day(start) if start == end else t("{start} đến {end}", start=day(start), end=day(end))


def given(value: Any) -> bool:
    """Whether a row says something here; 0 is something."""
    return value is not None
