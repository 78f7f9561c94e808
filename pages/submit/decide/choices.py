"""What the person decides before a file is accepted: rows that are gone, near twins, summary or detail, summaries
whose days cross, last year's report again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.conflicts import deciding
from pages.parts.shell.frame import note
from pages.submit.decide import foreseen, overlaps, twins, vanished
from program.conflicts.crossings import Crossing, CrossingDecision
from program.conflicts.desk import Sort
from program.conflicts.overlaps import BasisDecision, Overlap
from program.conflicts.repeats import RepeatDecision
from program.conflicts.twins import Twin, TwinDecision
from program.vocabulary import Basis
from storage.conflicts.near import COMPARED
from storage.intake.submissions import Foreseen, Preview, Vanished


@dataclass(frozen=True)
class Choices:
    """What goes along when the file is accepted. `unfinished` counts choices that still lack a reason:
    they are not among the decisions, and the person is told."""

    remove_from: tuple[int, ...] = ()
    twins: tuple[TwinDecision, ...] = ()
    bases: tuple[BasisDecision, ...] = ()
    crossings: tuple[CrossingDecision, ...] = ()
    repeats: tuple[RepeatDecision, ...] = ()
    unfinished: int = 0


def draw(seen: Preview, scope: str = "", faulty: bool = False) -> Choices:
    """Draw what there is to decide; nothing where nothing is. `scope` names the file, so that choices
    made for one are not those of the next; of a `faulty` file some rows are not read."""
    gone: tuple[int, ...] = ()
    if seen.corrects:
        rows = sum(one.count for one in seen.corrects)
        _headed(
            t("{n} dòng đã nhận trước đây không còn trong tệp này", n=number(rows)),
            t("Thường do đã xóa hoặc sửa tên, ngày. Không chọn gì thì các dòng cũ vẫn được tính."),
        )
        if faulty:
            note(
                t(
                    "Tệp còn dòng có lỗi chưa đọc được: dòng cũ có thể chính là dòng đó. Nên sửa lỗi trước khi bỏ "
                    "dòng cũ."
                )
            )
        gone = vanished.draw(seen.corrects, scope)
    removed = [one for one in seen.corrects if one.submission.id in gone]
    pairs, periods = _left(seen, removed)
    if pairs:
        _headed(
            t("{n} cặp dòng có thể là cùng một hoạt động", n=number(len(pairs) + seen.more_twins)),
            t("Chưa quyết định thì cả hai dòng đều được tính và vẫn nằm trong danh sách chờ."),
        )
        twins.draw(pairs, scope)
        if seen.more_twins:
            note(
                t(
                    "Còn {n} cặp nữa; sau khi nhận tệp, các cặp này chờ ở trang Trùng lặp, bất thường.",
                    n=number(seen.more_twins),
                )
            )
    if not seen.twins_complete:
        note(
            t(
                "Kho có rất nhiều dòng nên mới so tệp này với {n} dòng có ngày tổ chức gần đây nhất.",
                n=number(COMPARED),
            )
        )
    if periods:
        _headed(
            t("{n} kỳ có cả danh sách chi tiết và số tổng hợp", n=number(len(periods))),
            t("Không bao giờ tính cả hai. Chưa quyết định thì tính danh sách chi tiết."),
        )
        overlaps.draw(periods, scope)
    others = _still_foreseen(seen, removed)
    _foreseen(others, scope)
    keys = [twins.key_of(twin, scope) for twin in pairs]
    keys += [overlaps.key_of(one, scope) for one in periods]
    keys += [foreseen.key_of(one, scope) for one in others]
    unfinished = sum(deciding.read(key).state == "unfinished" for key in keys)
    if unfinished:
        words = t("{n} lựa chọn chưa có lý do, nên chưa được lưu khi nhận tệp.", n=number(unfinished))
        st.markdown(f":red[**{words}**]")
    same = [twins.decision(twin, scope) for twin in pairs]
    bases = [overlaps.decision(one, scope) for one in periods]
    told = [foreseen.decision(one, scope) for one in others]
    return Choices(
        gone,
        tuple(d for d in same if d),
        tuple(d for d in bases if d),
        tuple(d for d in told if isinstance(d, CrossingDecision)),
        tuple(d for d in told if isinstance(d, RepeatDecision)),
        unfinished,
    )


def _foreseen(found: Sequence[Foreseen], scope: str) -> None:
    crossing = [one for one in found if one.entry.sort == Sort.CROSSING]
    if crossing:
        _headed(
            t("{n} cặp số tổng hợp giao nhau một phần", n=number(len(crossing))),
            t("Chưa quyết định thì tính cả hai số và vẫn nằm trong danh sách chờ."),
        )
        foreseen.draw(crossing, scope, "crossings")
    repeated = [one for one in found if one.entry.sort == Sort.REPEAT]
    if repeated:
        _headed(
            t("Tệp này lặp lại báo cáo năm trước"),
            t(
                "Nếu chọn nhầm tệp cũ, hãy bấm Chọn tệp khác. Chưa xác nhận thì các dòng vẫn được tính và nằm trong "
                "danh sách chờ."
            ),
        )
        foreseen.draw(repeated, scope, "repeats")


def _still_foreseen(seen: Preview, gone: Sequence[Vanished]) -> list[Foreseen]:
    """What still waits when these rows are taken out: a file that loses rows repeats them no more, and a summary
    that goes crosses nothing."""
    lost = {one.submission.id for one in gone}
    spans = _summaries(gone)

    def stays(one: Foreseen) -> bool:
        told = one.entry.told
        if isinstance(told, Crossing):
            days = ((side.start, side.end) for side in (told.first, told.second))
            return not any((told.unit, told.kind, *of) in spans for of in days)
        return not lost & set(one.entry.files)

    return [one for one in seen.foreseen if stays(one)]


def _summaries(gone: Sequence[Vanished]) -> set[tuple[Any, ...]]:
    """Unit, kind and days of the summaries among rows that go."""
    return {
        (row["unit"], row.get("kind"), row.get("start_date"), row.get("end_date"))
        for one in gone
        for row in one.rows
        if row.get("basis") == Basis.SUMMARY
    }


def _left(seen: Preview, gone: Sequence[Vanished]) -> tuple[list[Twin], list[Overlap]]:
    """What is still to decide when these rows are taken out: a row that goes is nobody's twin, and a
    summary that goes stands beside nothing."""
    units = {(one.submission.id, row["unit"]) for one in gone for row in one.rows}
    spans = _summaries(gone)
    pairs = [
        twin
        for twin in seen.twins
        if not any((row.get("submission_id"), row["unit"]) in units for row in (twin.first, twin.second))
    ]
    return pairs, [one for one in seen.overlaps if (one.unit, one.kind, one.start, one.end) not in spans]


def _headed(finding: str, below: str) -> None:
    with st.container(gap="xxsmall"):
        st.subheader(finding, anchor=False)
        note(below)
