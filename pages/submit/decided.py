"""A decision about doubles in words: what was decided about which rows, why, by whom and when."""

from locales.forms import day
from locales.messages import t
from pages.parts import counted, permission
from pages.parts.words import lower_first
from pages.submit.row_words import Said, brief
from program import units
from program.overlaps import BasisDecision
from program.twins import TwinDecision
from program.vocabulary import KIND_LABELS, Kind
from storage.decisions import Decided


def decided_words(found: Decided) -> str:
    """One decision as a sentence, not yet Markdown."""
    what = (
        _twins(found.decision, found) if isinstance(found.decision, TwinDecision) else _basis(found.decision)
    )
    return t(
        "{what}. Lý do: {reason} ({who}, {when})",
        what=what, reason=found.decision.reason, who=permission.person(found.decided_by), when=counted.moment(found.decided_at),
    )  # fmt: skip


def _twins(decision: TwinDecision, found: Decided) -> str:
    first, second = map(_row, found.rows or (None, None))
    if decision.verdict == "different":
        return t("Hai hoạt động khác nhau: {first}; {second}", first=first, second=second)
    counts, not_counted = (first, second) if decision.verdict == "first" else (second, first)
    return t(
        "Cùng một hoạt động, tính dòng {counts}, không tính dòng {other}", counts=counts, other=not_counted
    )


def _row(row: Said | None) -> str:
    return t("không còn trong số liệu") if row is None else brief(row)


def _basis(decision: BasisDecision) -> str:
    words = {
        "detail": "{unit}, {kind}, {start} đến {end}: tính danh sách chi tiết",
        "summary": "{unit}, {kind}, {start} đến {end}: tính số tổng hợp",
    }[decision.verdict]
    return t(
        words, unit=units.label(decision.unit, with_type=True), kind=lower_first(t(KIND_LABELS[Kind(decision.kind)])),
        start=day(decision.start_date), end=day(decision.end_date),
    )  # fmt: skip
