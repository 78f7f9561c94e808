"""What the person decides before a file is accepted: rows that are gone, near twins, summary or detail."""

from dataclasses import dataclass

import streamlit as st

from locales.forms import number
from locales.messages import t
from pages.parts.frame import note
from pages.submit import deciding, overlaps, twins, vanished
from program.overlaps import BasisDecision
from program.twins import TwinDecision
from storage.submissions import Preview


@dataclass(frozen=True)
class Choices:
    """What goes along when the file is accepted. `unfinished` counts choices that still lack a reason:
    they are not among the decisions, and the person is told."""

    remove_from: tuple[int, ...] = ()
    twins: tuple[TwinDecision, ...] = ()
    bases: tuple[BasisDecision, ...] = ()
    unfinished: int = 0


def draw(seen: Preview, scope: str = "") -> Choices:
    """Draw what there is to decide; nothing where nothing is. `scope` names the file, so that choices
    made for one are not those of the next."""
    gone: tuple[int, ...] = ()
    if seen.corrects:
        rows = sum(one.count for one in seen.corrects)
        _headed(
            t("{n} dòng đã nhận trước đây không còn trong tệp này", n=number(rows)),
            t("Thường do đã xóa hoặc sửa tên, ngày. Không chọn gì thì các dòng cũ vẫn được tính."),
        )
        gone = vanished.draw(seen.corrects, scope)
    if seen.twins:
        _headed(
            t("{n} cặp dòng có thể là cùng một hoạt động", n=number(len(seen.twins))),
            t("Chưa quyết định thì cả hai dòng đều được tính và vẫn nằm trong danh sách chờ."),
        )
        twins.draw(seen.twins, scope)
    if seen.overlaps:
        _headed(
            t("{n} kỳ có cả danh sách chi tiết và số tổng hợp", n=number(len(seen.overlaps))),
            t("Không bao giờ tính cả hai. Chưa quyết định thì tính danh sách chi tiết."),
        )
        overlaps.draw(seen.overlaps, scope)
    keys = [twins.key_of(twin, scope) for twin in seen.twins]
    keys += [overlaps.key_of(one, scope) for one in seen.overlaps]
    unfinished = sum(deciding.read(key).state == "unfinished" for key in keys)
    if unfinished:
        st.markdown(
            f":red[**{t('{n} lựa chọn chưa có lý do, nên chưa được lưu khi nhận tệp.', n=number(unfinished))}**]"
        )
    pairs = [twins.decision(twin, scope) for twin in seen.twins]
    bases = [overlaps.decision(one, scope) for one in seen.overlaps]
    return Choices(gone, tuple(p for p in pairs if p), tuple(b for b in bases if b), unfinished)


def _headed(finding: str, below: str) -> None:
    with st.container(gap="xxsmall"):
        st.subheader(finding, anchor=False)
        note(below)
