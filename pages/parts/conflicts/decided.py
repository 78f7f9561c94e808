"""A decision about doubles in words: what was decided about which rows, why, by whom and when."""

from locales.forms import day, number
from locales.messages import t
from pages.parts.listing.row_words import Said, brief
from pages.parts.sentences import counted
from pages.parts.shell.visit import permission
from program import units
from program.conflicts.crossings import CrossingDecision
from program.conflicts.overlaps import BasisDecision
from program.conflicts.repeats import RepeatDecision
from program.conflicts.twins import TwinDecision
from program.text import lower_first
from program.vocabulary import KIND_LABELS, Kind
from storage.conflicts.decisions import Decided


def decided_words(found: Decided) -> str:
    """One decision as a sentence, not yet Markdown."""
    return f"{what(found)}. {why(found)}"


def why(found: Decided) -> str:
    """The reason, who and when, not yet Markdown."""
    return t(
        "Lý do: {reason} ({who}, {when})",
        reason=found.decision.reason, who=permission.person(found.decided_by), when=counted.moment(found.decided_at),
    )  # fmt: skip


def what(found: Decided) -> str:
    """What was decided about what, without a full stop, not yet Markdown."""
    decision = found.decision
    if isinstance(decision, TwinDecision):
        return _twins(decision, found)
    if isinstance(decision, BasisDecision):
        return _basis(decision)
    if isinstance(decision, CrossingDecision):
        return _crossing(decision)
    if isinstance(decision, RepeatDecision):
        return _repeat(decision, found)
    (row,) = found.rows
    return t("Quy mô đúng như báo cáo: {row}", row=_row(row))


def _twins(decision: TwinDecision, found: Decided) -> str:
    first, second = map(_row, found.rows)
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


def _crossing(decision: CrossingDecision) -> str:
    words = {
        "both": "{unit}, {kind}: số tổng hợp {first} và {second} đều đúng, tính cả hai",
        "first": "{unit}, {kind}: tính số tổng hợp {first}, không tính {second}",
        "second": "{unit}, {kind}: tính số tổng hợp {second}, không tính {first}",
    }[decision.verdict]
    first, second = (
        t("{start} đến {end}", start=day(start), end=day(end))
        for start, end in (
            (decision.first_start, decision.first_end),
            (decision.second_start, decision.second_end),
        )
    )
    return t(
        words, unit=units.label(decision.unit, with_type=True), kind=lower_first(t(KIND_LABELS[Kind(decision.kind)])),
        first=first, second=second,
    )  # fmt: skip


def _repeat(decision: RepeatDecision, found: Decided) -> str:
    first, second = (
        t("{file} (lần nộp số {n})", file=name or t("không còn trong số liệu"), n=number(submission))
        for name, submission in zip(
            found.files, (decision.first_submission, decision.second_submission), strict=True
        )
    )
    return t(
        "{unit}: {second} đúng, dù ghi gần như {first} của năm trước",
        unit=units.label(decision.unit, with_type=True), first=first, second=second,
    )  # fmt: skip
