"""The numbers of each chart as a table, made from the very rows that the chart draws.

Counts stay counts and shares are percentages, so that the same cells serve a table and a file. What a
chart does not know is an empty cell, never a number; what it says in words is words here too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.bars.bullets import BulletRow
from charts.bars.paired import PairedRow
from charts.bars.ranking import RankedRow
from charts.bars.shares import YearShare
from charts.curves.cumulative import Curve, shown
from charts.curves.small_multiples import SmallRow
from charts.curves.timeline import Points, value_on
from charts.grids.calendar import CalendarRow
from charts.grids.heat import HeatColumn
from charts.grids.sent_words import said as sent
from charts.maps.areas import AreaRow
from charts.theme import said
from locales.forms import tenth
from locales.messages import t
from program.vocabulary import Status

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Numbers:
    """A table: `name` says what of ("chỉ tiêu"), `heads` are all different, each line begins with its name."""

    name: str
    heads: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def of_bullets(rows: Sequence[BulletRow]) -> Numbers:
    """Value against target: figure as printed, share of the target, share planned by now, status."""
    heads = (t("Chỉ tiêu"), t("Thực hiện"), t("Đạt (% mục tiêu)"), t("Kế hoạch đến nay (%)"), t("Tình trạng"))
    return Numbers(
        t("chỉ tiêu"),
        heads,
        tuple((r.name, r.text, _share(r.share), _share(r.expected), said(r.status, r.words)) for r in rows),
    )


def of_curve(curve: Curve) -> Numbers:
    """A cumulative line: each point with the plan of its day, and the plan that was replaced where there is one."""
    heads = [t("Ngày"), t("Cộng dồn ({counter})", counter=curve.counter), t("Kế hoạch")]
    paths: list[Points] = [curve.path]
    if len(curve.former) > 1 and curve.changed:
        heads.append(t("Kế hoạch cũ"))
        paths.append(curve.former)
    lines = (
        (when, tenth(value), *(tenth(value_on(path, when)) for path in paths)) for when, value in shown(curve)
    )
    return Numbers(t("cộng dồn"), tuple(heads), tuple(lines))


def of_areas(rows: Sequence[AreaRow]) -> Numbers:
    """A map, of rates or of counts: what each unit did, its share of the plan, status; Hoàng Sa as on every map."""
    heads = (t("Đơn vị"), t("Thực hiện"), t("So với kế hoạch (%)"), t("Tình trạng"))
    lines: list[tuple[Cell, ...]] = [
        (
            r.name,
            r.counted,
            _share(r.share),
            said(r.status if r.is_judged else Status.NOT_ASSESSABLE, r.words),
        )
        for r in rows
    ]
    unknown = said(Status.NOT_ASSESSABLE, t("không có số liệu"))
    return Numbers(t("từng đơn vị"), heads, (*lines, (t("Quần đảo Hoàng Sa"), "", None, unknown)))


def of_calendar(columns: Sequence[HeatColumn], rows: Sequence[CalendarRow]) -> Numbers:
    """Unit × campaign: what became of each report, in words; empty where none was expected."""
    heads = (t("Đơn vị"), *(c.title for c in columns), t("Đã nhận"), t("Phải nộp"))
    lines = ((r.name, *(sent(c) if c else None for c in r.cells), r.received, r.expected) for r in rows)
    return Numbers(t("tình hình nộp"), heads, tuple(lines))


def of_paired(rows: Sequence[PairedRow], years: tuple[str, str], of: str = "") -> Numbers:
    """This year against the year before, and the difference in words; `of` says what the rows are, if not units."""
    lines = ((r.name, r.now, r.before, r.words) for r in rows)
    return Numbers(t("cùng kỳ"), (of or t("Đơn vị"), *years, t("Thay đổi")), tuple(lines))


def of_ranked(rows: Sequence[RankedRow]) -> Numbers:
    """One figure a row, and what it rests on."""
    heads = (t("Đơn vị"), t("Lượt trên 100 trẻ em"), t("Mẫu số"))
    return Numbers(t("trên 100 trẻ em"), heads, tuple((r.name, round(r.value, 1), r.basis) for r in rows))


def of_shares(classes: Sequence[YearShare], sessions: Sequence[YearShare]) -> Numbers:
    """A share year by year with the numbers it is made of and the activities there were, classes apart from
    sessions."""
    share = t("Phần của hai nhóm ưu tiên (%)")
    heads = (t("Năm"), t("Loại hoạt động"), share, t("Số lượt"), t("Số lớp, buổi"))
    kinds = ((t("Lớp tập huấn"), classes), (t("Buổi truyền thông"), sessions))
    lines = ((y.title, kind, _share(y.share), y.text, y.count) for kind, years in kinds for y in years)
    return Numbers(t("tỷ lệ"), heads, tuple(lines))


def of_small(rows: Sequence[SmallRow], counter: str) -> Numbers:
    """The end of each unit's line: done, planned by then, status; largest gap first as in the chart."""
    heads = (t("Đơn vị"), t("Cộng dồn ({counter})", counter=counter), t("Kế hoạch"), t("Tình trạng"))
    lines = (
        (r.name, tenth(r.points[-1][1]) if r.points else None, tenth(r.expected), said(r.status, r.words))
        for r in sorted(rows, key=lambda r: -r.gap)
    )
    return Numbers(t("từng đơn vị"), heads, tuple(lines))


def _share(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)
