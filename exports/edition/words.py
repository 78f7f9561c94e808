"""What changed between two editions and why, in words; the same for the screen, the CSV and the command."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from locales import forms
from locales.forms import NO_BREAK_SPACE, number
from locales.messages import t
from program.editions.causes import WHY_LABELS, Cause, Why
from program.editions.compare import COUNTERS, Difference, counted
from program.editions.parts import Part, by_why
from program.report.words import full
from program.shares import per_cent_in_words
from program.text import lower_first
from program.vocabulary import (
    AUDIENCE_LABELS,
    INDICATORS,
    KIND_COUNTERS,
    KIND_LABELS,
    STATUS_LABELS,
    Audience,
    Kind,
    Status,
)
from program.work import task_figures

_MINUS = "−"
_NONE = "…"
# What a figure gives beside its value, as it stands in a line.
_BESIDE = ("target", "denominator", "expected", "status")
_LISTED = 4


def unit_name(code: str) -> str:
    """Quận Hải Châu; the city as "Toàn thành phố"."""
    return t(full(code))


def figure_name(one: Difference) -> str:
    """What a figure counts: "Lớp tập huấn có cha mẹ, người chăm sóc trẻ"."""
    if one.measure in INDICATORS:
        return t(INDICATORS[one.measure].label)
    fixed = {
        "schools_reached": t("Trường có hoạt động"), "units_reported": t("Đơn vị có báo cáo"),
        task_figures.MEASURE: t("Nhiệm vụ đã hoàn thành"),
    }  # fmt: skip
    if one.measure in fixed:
        return fixed[one.measure]
    kind = t(KIND_LABELS[Kind(one.kind)]) if one.kind else ""
    who = lower_first(t(AUDIENCE_LABELS[Audience(one.audience)])) if one.audience else ""
    if one.measure == "female":
        return t("Lượt nữ tham gia: {kind}", kind=lower_first(kind))
    if one.measure == "attendances":
        told = t("Lượt tham gia: {kind}", kind=lower_first(kind))
        return f"{told}, {who}" if who else told
    return t("{kind} có {audience}", kind=kind, audience=who) if who else kind


def kind(code: str) -> str:
    """lớp tập huấn; a code of another release as it is."""
    return lower_first(t(KIND_LABELS[Kind(code)])) if code in {str(known) for known in Kind} else code


def counter(one: Difference) -> str:
    """The unit of measure: lớp, lượt, trường, %."""
    if one.measure in INDICATORS:
        return INDICATORS[one.measure].counter
    return COUNTERS.get(one.measure) or (
        KIND_COUNTERS[Kind(one.kind)] if one.measure == "activities" and one.kind else "lượt"
    )


def amount(value: float | None, unit: str) -> str:
    """62,5 % or 14 lớp; … for what is not known."""
    if value is None:
        return _NONE
    digits = 0 if float(value).is_integer() else 1
    if unit == "%":
        return per_cent_in_words(value)
    return f"{number(value, digits)}{NO_BREAK_SPACE}{t(unit, n=number(value, digits))}"


def change(one: Difference) -> str:
    """12 lớp → 15 lớp (+3); mục tiêu 40 → 50 lớp."""
    unit, parts = counter(one), []
    if "value" in one.changed:
        old, new = one.said("value")
        told = f"{amount(old, unit)} → {amount(new, unit)}"
        parts.append(f"{told} ({signed(new - old)})" if old is not None and new is not None else told)
    names = {
        "target": t("mục tiêu"), "denominator": t("mẫu số"), "expected": t("kế hoạch đến ngày chốt"),
        "status": t("đánh giá"),
    }  # fmt: skip
    for name in _BESIDE:
        if name in one.changed and not (name == "expected" and "target" in one.changed):
            old, new = one.said(name)
            both = " → ".join(_state(side) if name == "status" else said(side) for side in (old, new))
            parts.append(f"{names[name]} {both}{_asked(one) if name == 'target' else ''}")
    return "; ".join(parts) or t("nhịp độ so với kế hoạch thay đổi")


def _asked(one: Difference) -> str:
    """By how much a target is higher, and through whom where several of its rows were changed: what they add up to.
    Empty where it was not there before or is no more."""
    old, new = one.said("target")
    if old is None or new is None or one.new is None:
        return ""
    first, last = (date.fromisoformat(str(one.new[name])) for name in ("start_date", "end_date"))
    own = [
        c for c in one.causes if c.why == Why.TARGET and c.days and first <= c.days[0] and c.days[1] <= last
    ]
    amounts = [(c.after or 0) - (c.before or 0) for c in own]
    if len(own) < 2 or round(sum(amounts) - (new - old), 4):
        return f" ({signed(new - old)})"
    told = [
        f"{signed(each)}: {t('lần nộp số {n}', n=number(c.submission or 0))}"
        for c, each in zip(own, amounts, strict=True)
    ]
    return f" ({'; '.join(told)})"


def signed(value: float) -> str:
    """+3, −2,5."""
    digits = 0 if float(value).is_integer() else 1
    return f"+{number(value, digits)}" if value > 0 else f"{_MINUS}{number(-value, digits)}"


def said(value: Any) -> str:
    """A number without its unit of measure; … for what is not known."""
    return _NONE if value is None else number(value, 0 if float(value).is_integer() else 1)


def _state(value: Any) -> str:
    return _NONE if value is None else t(STATUS_LABELS[Status(value)])


def listed(names: Sequence[str]) -> str:
    """`forms.listed` of no more than these tables have room for."""
    return forms.listed(names, _LISTED)


def why(kinds: tuple[Why, ...]) -> str:
    """The kinds of causes of a figure; what is not known is said."""
    return listed([t(WHY_LABELS[one]) for one in kinds]) if kinds else t("chưa rõ nguyên nhân")


def parts(one: Difference) -> list[tuple[str, Cause | None]]:
    """What a difference is made of, a line each with its cause where there is just one: "+120: nộp muộn (lần nộp số
    12)"."""
    return [(f"{signed(part.amount)}: {_whose(part)}", _only(part)) for part in one.parts]


def _whose(part: Part) -> str:
    named = why(tuple(dict.fromkeys(cause.why for cause in part.causes)))
    only = _only(part)
    if only is None or only.submission is None:
        return named
    return t("{why} (lần nộp số {n})", why=named, n=number(only.submission))


def _only(part: Part) -> Cause | None:
    return part.causes[0] if len(part.causes) == 1 else None


def sum_of(one: Difference) -> str:
    """The same in one line, by the kinds of causes: "+120 nộp muộn; −15 sửa báo cáo đã nộp"; without amounts where there
    is one kind, or no value differs."""
    found = by_why(one.parts)
    if len(found) < 2:
        return why(one.why)
    return "; ".join(f"{signed(amount)} {why(kinds)}" for kinds, amount in found.items())


def headline(differences: Sequence[Difference], against: str) -> str:
    """3 số thay đổi so với bản số 2: 2 do nộp muộn, 1 do sửa mục tiêu."""
    if not differences:
        return t("Không có số nào thay đổi so với {against}", against=against)
    told = [
        t("{n} do {why}", n=number(count), why=why(kinds))
        if kinds
        else t("{n} chưa rõ nguyên nhân", n=number(count))
        for kinds, count in counted(differences).items()
    ]
    total = t("{n} số thay đổi so với {against}", n=number(len(differences)), against=against)
    return f"{total}: {', '.join(told)}"


def reasons(differences: Sequence[Difference]) -> Mapping[Cause, int]:
    """Every cause with how many figures it moved, the earliest first."""
    found: dict[Cause, int] = {}
    for one in differences:
        for each in one.causes:
            found[each] = found.get(each, 0) + 1
    return {each: found[each] for each in sorted(found, key=lambda each: each.entry)}
