"""What a unit did where no target judges it: quarter by quarter, and where a body of the city was."""

import streamlit as st

from charts.grids import heat
from charts.grids.heat import HeatRow
from locales.forms import day, number
from locales.messages import t
from pages.parts import words
from pages.parts.figures import figures_table
from pages.parts.listing import rows
from pages.parts.shell import frame, markup
from program.filters import Filters
from program.text import lower_first
from program.units import BREAK
from program.views.by_quarter import NoNumber
from program.views.own_work import OwnWork
from program.vocabulary import KIND_COUNTERS, KIND_LABELS

# So many names are read; the rest is a number, and all are among the unit's activities.
_NAMED = 40


def by_quarter(work: OwnWork, view: Filters, inner: bool = True) -> None:
    """Kind of activity × quarter (there are some), on how many reports that rests; `inner` below a head of its own."""
    columns = rows.heat_columns(work.quarters)
    lines = [
        HeatRow(
            t(KIND_LABELS[kind]),
            [cells.get(q.code, NoNumber.NOT_DUE) for q in work.quarters],
            total=work.total(kind),
            counter=t(KIND_COUNTERS[kind]),
        )
        for kind, cells in work.cells.items()
    ]
    every = len(work.quarters)
    finding = frame.head(
        t("Quý nào cũng có báo cáo, {n} quý", n=number(every))
        if work.heard == every
        else t("Có báo cáo của {n} trong {all} quý", n=number(work.heard), all=number(every)),
        t("Số lớp, số buổi từng quý đã kết thúc · cột cuối: cộng các quý này"),
        inner=inner,
    )
    markup.put(heat.key(lines, frame.palette(), t("lớp, buổi")))
    frame.chart(
        heat.heat(columns, lines, frame.palette(), t("lớp, buổi")), finding, heat.alt(lines), "own-quarters"
    )
    figures_table.own_quarters(work, view, "own-quarter-figures")


def places(work: OwnWork, inner: bool = True) -> None:
    """The wards and communes that a body of the city named, most often first."""
    found = work.places
    if not found:
        frame.head(
            t("Chưa ghi phường, xã nào"),
            t("Ghi phường, xã của từng hoạt động trong tệp báo cáo thì ở đây cho biết đã đến những đâu"),
            inner=inner,
        )
        return
    count = number(len(found))
    alone = len(found) == 1 or found[0].activities > found[1].activities
    frame.head(
        t("Đã đến {n} phường, xã; nhiều nhất là {place}", n=count, place=lower_first(found[0].words))
        if alone
        else t("Đã đến {n} phường, xã", n=count),
        t("Tên ghi trong tệp báo cáo, trước {day} là phường, xã cũ; trong ngoặc là số dòng ghi tên đó", day=day(BREAK)),
        inner=inner,
    )  # fmt: skip
    names = [f"{words.plain(w.words)} ({number(w.activities)})" for w in found[:_NAMED]]
    rest = t(" và {n} nữa", n=number(len(found) - _NAMED)) if len(found) > _NAMED else ""
    st.markdown("; ".join(names) + rest)
