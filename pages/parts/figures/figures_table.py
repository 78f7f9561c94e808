"""The numbers behind a chart as a table that can be read out, copied and taken as a file; each number leads to
its rows."""

from collections.abc import Iterable, Sequence

from streamlit.delta_generator import DeltaGenerator

from locales.messages import t
from pages.parts import html_table
from pages.parts.html_table import Told, told
from pages.parts.listing import drill
from pages.parts.shell import folds
from pages.parts.words import amount, name_of, period_name, status_words
from program import units
from program.filters import Filters
from program.measures.figures import Progress
from program.periods import Period
from program.reporting.quarters import QUARTERS
from program.shares import shown_share
from program.views.all_units import UnitsView
from program.views.by_quarter import NoNumber
from program.views.headline import lack_digits
from program.views.overview import Seats
from program.views.own_work import OwnWork
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, Indicator, Kind, composed_code

_KINDS = (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION)


def offer(ranked: Sequence[Progress], view: Filters, key: str, words: str = "") -> None:
    """Units side by side: done, due by now, target, pace, status. What is not known stays blank. `words` lead to it
    where something else stands above them than a chart of it."""
    if ranked and (box := _opened(key, words)):
        with box:
            lines = [(units.label(p.unit, with_type=True), p) for p in ranked]
            _progress(t("Đơn vị"), lines, view, key)


def indicators(found: Sequence[Progress], view: Filters, key: str) -> None:
    """Indicators of one unit or the city, in the same columns."""
    if found and (box := _opened(key)):
        with box:
            _progress(t("Chỉ tiêu"), [(name_of(p), p) for p in found], view, key)


def audiences(seats: dict[Kind, Seats], view: Filters, key: str) -> None:
    """Attendances by audience, in classes and in sessions, never summed; the last row is all of a kind."""
    if not any(seats[kind].total for kind in _KINDS) or not (box := _opened(key)):
        return
    lines = [
        (
            told(t(label)),
            *(
                _counted(seats[kind].by_audience[audience], "lượt", drill.of_kind(view, kind, audience))
                for kind in _KINDS
            ),
        )
        for audience, label in AUDIENCE_LABELS.items()
    ]
    if any(seats[kind].undivided for kind in _KINDS):
        undivided = (
            _counted(seats[kind].by_audience[None], "lượt", drill.undivided(view, kind)) for kind in _KINDS
        )
        lines.append((told(t("Chưa phân đối tượng")), *undivided))
    every = (_counted(seats[kind].total, "lượt", drill.of_kind(view, kind)) for kind in _KINDS)
    lines.append((told(t("Mọi đối tượng")), *every))
    heads = (t("Đối tượng"), t("Lượt trong lớp tập huấn"), t("Lượt trong buổi truyền thông"))
    with box:
        html_table.draw(t("đối tượng"), heads, lines, key)


def quarters(shown: UnitsView, view: Filters, code: str, key: str) -> None:
    """Unit × quarter: a number where reported, words where not, blank where nothing was due."""
    known = {quarter for _, quarter in shown.cells}
    asked = [q for q in QUARTERS if q.code in known]
    if not asked or not (box := _opened(key)):
        return
    indicator = INDICATORS[code]

    def received(unit: str) -> tuple[Told, Told]:
        done = shown.completeness[unit]
        return told(done.reports), told(done.due)

    lines = [
        (
            told(units.label(p.unit, with_type=True)),
            *(_of_quarter(shown.cells.get((p.unit, q.code)), indicator, p.unit, q, view) for q in asked),
            *received(p.unit),
        )
        for p in shown.ranked
    ]
    heads = (t("Đơn vị"), *(period_name(q) for q in asked), t("Đã nhận"), t("Phải nộp"))
    with box:
        html_table.draw(t("theo kỳ"), heads, lines, key)


def own_quarters(work: OwnWork, view: Filters, key: str) -> None:
    """Kind of activity × quarter of the one unit of a view, in the same words."""
    if not work.cells or not (box := _opened(key)):
        return
    lines = []
    for kind, cells in work.cells.items():
        counted = INDICATORS[composed_code("activities", kind, None)]
        lines.append(
            (
                told(t(KIND_LABELS[kind])),
                *(_of_quarter(cells.get(q.code), counted, view.unit, q, view) for q in work.quarters),
            )
        )
    heads = (t("Loại hoạt động"), *(period_name(q) for q in work.quarters))
    with box:
        html_table.draw(t("theo kỳ"), heads, lines, key)


def _of_quarter(
    value: int | NoNumber | None, indicator: Indicator, unit: str, quarter: Period, view: Filters
) -> Told:
    if value is None or isinstance(value, NoNumber):
        gaps = {NoNumber.SILENT: t("chưa báo cáo"), NoNumber.UNTOLD: t("chưa rõ")}
        return told(None if value is None else gaps[value])
    return _counted(value, indicator.counter, drill.of_quarter(view, unit, indicator, quarter))


def _counted(value: int | None, counter: str, rows: Filters | None) -> Told:
    """A number with its unit of measure, leading to its rows; the number alone for the file. Of what nobody gave
    neither."""
    if value is None:
        return told(None)
    return Told(value, drill.anchor(amount(value, counter), rows))


def _opened(key: str, words: str = "") -> DeltaGenerator | None:
    """The fold, if the reader opened it: what it holds is made then."""
    return folds.opened(words or t("Bảng số liệu"), key)


def _progress(of: str, lines: Iterable[tuple[str, Progress]], view: Filters, key: str) -> None:
    heads = (
        of, t("Thực hiện"), t("Đến nay phải có"), t("Chỉ tiêu"), t("So với kế hoạch (%)"), t("Tình trạng"),
    )  # fmt: skip
    if of == heads[3]:
        heads = (of, *heads[1:3], t("Mục tiêu"), *heads[4:])
    rows = []
    for name, p in lines:
        counter = p.indicator.counter
        rows.append(
            (
                told(name),
                _amount(p.value, counter, drill.of_progress(p, view)),
                _amount(p.expected, counter),
                _amount(p.target, counter, digits=lack_digits(p)),
                told(None if p.pace is None else _per_cent(p)),
                _state(p),
            )
        )
    html_table.draw(t("so với kế hoạch"), heads, rows, key, look="cards")


def _per_cent(p: Progress) -> float:
    """What is done of what is planned by now, as the sentences tell it."""
    shown = shown_share(p.value, p.expected) or 0.0
    return int(shown) if shown.is_integer() else shown


def _state(p: Progress) -> Told:
    """The state on one line: beside a map the table has half the page."""
    words = status_words(p.status)
    return Told(words, words.replace(" ", "\u00a0"))


def _amount(value: float | None, counter: str, rows: Filters | None = None, digits: int = 0) -> Told:
    """An amount as the screen rounds it, in the file too."""
    if value is None:
        return told(None)
    if counter == "%":
        kept = shown_share(value, 100, 1) or 0
    else:
        kept = round(value, digits) if digits and not float(value).is_integer() else round(value)
    return Told(kept, drill.anchor(amount(value, counter, digits), rows))
