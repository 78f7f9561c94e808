"""Totals by unit, kind and audience of the days that are looked at: what a consolidated report is put together from."""

from locales.messages import t
from pages.parts import html_table
from pages.parts.figures import results
from pages.parts.html_table import Told, told
from pages.parts.listing import drill
from pages.parts.shell import folds, frame
from pages.parts.shell.choices import bar
from pages.parts.words import MORE_UNITS, amount, listed, unit_inside
from program import units
from program.filters import CITY, Filters
from program.views.cross_totals import Line, cross_totals, possible
from program.vocabulary import AUDIENCE_LABELS, KIND_COUNTERS, KIND_LABELS, Audience

_KEY = "cross"
_NAMED = 20


def offer(view: Filters) -> None:
    """A fold with the table; none where rows are chosen by what totals do not know, such as words to look for."""
    if not possible(view) or not (
        box := folds.opened(t("Tổng theo đơn vị, loại hoạt động, đối tượng"), _KEY)
    ):
        return
    found = cross_totals(results.analysis(), view, bar.unit_options())
    parts: list[Audience | None] = [view.audience] if view.audience else [*AUDIENCE_LABELS]
    if not view.audience and any(line.seats.undivided for line in found.lines):
        parts.append(None)
    heads = [t("Đơn vị"), t("Loại hoạt động"), t("Số lớp, buổi")]
    heads += [] if view.audience else [t("Lượt tham gia")]
    heads += [t(AUDIENCE_LABELS[part]) if part else t("Chưa phân đối tượng") for part in parts]
    with box:
        if found.lines:
            html_table.draw(
                t("tổng hợp"), heads, (_cells(line, parts, view) for line in found.lines), _KEY, "wide"
            )
        notes = [
            t("Các loại hoạt động, các đối tượng không cộng với nhau. Đổi kỳ, lịch ở *Đổi phạm vi xem*.")
        ]
        for codes, words in (
            (found.nothing, t("Đã báo cáo, không có hoạt động nào trong phạm vi này: {units}.")),
            (found.silent, t("Chưa báo cáo, không phải bằng 0: {units}.")),
        ):
            if codes:
                notes.append(
                    words.format(units=listed([unit_inside(code) for code in codes], _NAMED, MORE_UNITS))
                )
        frame.note("  \n".join(notes))


def _cells(line: Line, parts: list[Audience | None], view: Filters) -> list[Told]:
    own, seats = view.only(unit=line.unit), line.seats
    name = t("Toàn thành phố (địa bàn cũ)") if line.unit == CITY else units.label(line.unit, with_type=True)
    cells = [told(name), told(t(KIND_LABELS[seats.kind]))]
    cells.append(
        _number(seats.activities, KIND_COUNTERS[seats.kind], drill.of_kind(own, seats.kind, view.audience))
    )
    if not view.audience:
        cells.append(_number(seats.total, "", drill.of_kind(own, seats.kind)))
    for part in parts:
        rows = drill.of_kind(own, seats.kind, part) if part else drill.undivided(own, seats.kind)
        cells.append(_number(seats.by_audience[part], "", rows))
    return cells


def _number(value: int | None, counter: str, rows: Filters) -> Told:
    """A number that leads to its rows; of what nobody gave neither. The heading says what is counted unless there
    is a `counter`."""
    if value is None:
        return told(None)
    words = amount(value, counter) if counter else html_table.shown(value)
    return Told(value, drill.anchor(words, rows if value else None))
