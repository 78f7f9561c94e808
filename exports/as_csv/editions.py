"""What changed between two editions as a CSV file, a line a figure; in Vietnamese as every file."""

from collections.abc import Iterable

from exports.as_csv.table import Cell, table_csv
from exports.edition import cause_words
from exports.edition import words as edition_words
from locales.messages import t
from program.editions.compare import Difference
from program.filters import Filters
from program.report.words import vietnamese
from program.vocabulary import AUDIENCE_LABELS, KIND_LABELS, STATUS_LABELS, Audience, Kind, Status


@vietnamese
def differences_csv(found: Iterable[Difference], view: Filters) -> bytes:
    """The figures that differ between two states of a view. What is not known is an empty cell."""
    return table_csv([_line(one, view) for one in found])


def _line(one: Difference, view: Filters) -> dict[str, Cell]:
    old, new = one.said("value")
    line: dict[str, Cell] = {
        "Đơn vị": edition_words.unit_name(one.unit),
        "Mã đơn vị": one.unit,
        "Kỳ": view.period.code,
        "Số liệu": edition_words.figure_name(one),
        "Loại hoạt động": t(KIND_LABELS[Kind(one.kind)]) if one.kind else None,
        "Đối tượng": t(AUDIENCE_LABELS[Audience(one.audience)]) if one.audience else None,
        "Đơn vị tính": edition_words.counter(one),
        "Trước": old,
        "Sau": new,
        "Chênh lệch": None if old is None or new is None else round(new - old, 2),
    }
    for name, heading in (("target", "Mục tiêu"), ("denominator", "Mẫu số")):
        for side, value in zip(("trước", "sau"), one.said(name), strict=True):
            line[f"{heading} {side}"] = value
    for side, state in zip(("trước", "sau"), one.said("status"), strict=True):
        line[f"Đánh giá {side}"] = None if state is None else STATUS_LABELS[Status(str(state))]
    line["Loại nguyên nhân"] = edition_words.why(one.why)
    line["Chênh lệch gồm"] = "; ".join(told for told, _ in edition_words.parts(one)) or None
    line["Nguyên nhân"] = "; ".join(map(cause_words.cause, one.causes)) or None
    return line
