"""Figures as lines for a person at a terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from program.report.words import full
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, STATUS_LABELS

_MEASURES = {
    "activities": "số hoạt động",
    "attendances": "lượt tham gia",
    "female": "lượt nữ",
    "schools_reached": "trường có hoạt động",
    "units_reported": "đơn vị có báo cáo",
    "tasks_done": "nhiệm vụ hoàn thành trên số đã giao (chỉ tiêu địa phương)",
}


def lines(figures: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One line for each object of `program.measures.figure_list.figures`: unit, what is counted, value, target, status; the code of
    the period too where there are several."""
    told = list(figures)
    several = len({figure["period"] for figure in told}) > 1
    for figure in told:
        unit, measure = figure["unit"], figure["measure"]
        what = [INDICATORS[measure].short_label if measure in INDICATORS else _MEASURES[measure]]
        what += [KIND_LABELS[figure["kind"]]] if figure["kind"] else []
        what += [AUDIENCE_LABELS[figure["audience"]]] if figure["audience"] else []
        what += [f"kỳ {figure['period']}"] if several else []
        value = "chưa có số liệu" if figure["value"] is None else str(figure["value"])
        line = f"{full(unit)}: {', '.join(what)}: {value}"
        if figure["denominator"] is not None:
            line += f", mẫu số {figure['denominator']}"
        if figure["target"] is not None:
            line += f", mục tiêu {figure['target']}"
        if figure["status"]:
            line += f" ({STATUS_LABELS[figure['status']]})"
        yield line
