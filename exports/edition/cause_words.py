"""One thing that moved figures between two editions, in words; the same for the screen, the CSV and the command."""

from collections.abc import Callable

from exports.edition.words import listed, said, signed
from locales.forms import day, number
from locales.messages import language, t
from program import clock
from program.editions.causes import Cause, Why
from program.filters import CITY
from program.periods import Calendar, parse_period
from program.report.words import inside
from program.text import sentence
from program.vocabulary import find_indicator


def cause(one: Cause) -> str:
    """What happened and where it came from: "Quận Hải Châu nộp muộn, quý II/2023 (lần nộp số 12, tệp a.xlsx, 3-2-2024)"."""
    if one.why == Why.DAY:
        return t("Hai bản có ngày chốt số liệu khác nhau")
    if one.why == Why.DECREE:
        return t("Mục tiêu của Quyết định 830 được tính sẵn, không cần ai ghi")
    told = sentence(_TOLD[one.why](one, listed([_inside(code) for code in one.units])))
    source = []
    if one.submission is not None:
        source.append(t("lần nộp số {n}", n=number(one.submission)))
        if one.file_name:
            source.append(t("tệp {file}", file=one.file_name))
    if one.document:
        source.append(one.document)
    if one.reason:
        source.append(t("lý do: {why}", why=one.reason))
    if one.at is not None:
        source.append(day(clock.day_of(one.at)))
    return f"{told} ({', '.join(source)})"


def _of_file(told: str, one: Cause) -> str:
    names = (
        one.quarters if language() == "en" else [parse_period(c, Calendar.REPORT).label for c in one.quarters]
    )
    quarters = listed(names)
    return f"{told}, {quarters}" if quarters else told


def _target(one: Cause, who: str) -> str:
    known = find_indicator(one.indicator or "")
    told = t(
        "Mục tiêu “{indicator}” của {units}",
        indicator=t(known.short_label) if known else one.indicator,
        units=who,
    )
    if one.days is not None:
        told += t(", {start} đến {end},", start=day(one.days[0]), end=day(one.days[1]))
    if one.before is None:
        how = t("mới đặt ở mức {value}", value=said(one.after))
    elif one.after is None:
        how = t("bỏ, trước là {value}", value=said(one.before))
    elif one.before == one.after:
        how = t("giữ mức {value}, văn bản khác", value=said(one.after))
    else:
        change = signed(one.after - one.before)
        how = t(
            "sửa từ {old} thành {new} ({change})", old=said(one.before), new=said(one.after), change=change
        )
    return f"{told} {how}"


def _schools(one: Cause, who: str) -> str:
    told = [t("Danh sách trường của {units} thay đổi", units=who)]
    if names := one.entered:
        told.append(t("thêm {n} trường: {names}", n=number(len(names)), names=listed(names)))
    if names := one.left:
        told.append(t("bỏ {n} trường: {names}", n=number(len(names)), names=listed(names)))
    if names := one.reworded:
        told.append(t("sửa {n} trường: {names}", n=number(len(names)), names=listed(names)))
    return "; ".join(told)


def _supplied(one: Cause, _who: str) -> str:
    return t("Số liệu cơ quan chức năng cung cấp cho {indicator} thay đổi", indicator=one.indicator)


_TOLD: dict[Why, Callable[[Cause, str], str]] = {
    Why.LATE: lambda one, who: _of_file(t("{units} nộp muộn", units=who), one),
    Why.ADDED: lambda one, who: _of_file(t("{units} nộp bổ sung", units=who), one),
    Why.CORRECTED: lambda one, who: _of_file(t("{units} sửa báo cáo đã nộp", units=who), one),
    Why.WITHDRAWN: lambda one, who: _of_file(t("Rút báo cáo của {units}", units=who), one),
    Why.TARGET: _target,
    Why.DECISION: lambda _one, who: t("Quyết định về số liệu trùng của {units}", units=who),
    Why.SCHOOLS: _schools,
    Why.TASKS: lambda _one, who: t("Danh sách nhiệm vụ của {units} thay đổi", units=who),
    Why.SUPPLIED: _supplied,
    Why.DEMO: lambda _one, _who: t("Dữ liệu minh họa được gỡ"),
}


def _inside(code: str) -> str:
    return t("toàn thành phố") if code == CITY else inside(code)
