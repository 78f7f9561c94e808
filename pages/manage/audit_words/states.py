"""What the parts of a state in the log are called, and their values in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from access import ROLE_LABELS
from locales.forms import day, number
from locales.messages import t
from pages.manage.audit_words.actions import KINDS
from pages.manage.task.words import STANDINGS
from pages.parts.schools.words import STATES
from pages.parts.sentences.counted import moment
from pages.parts.shell.choices import bar
from pages.parts.words import listed
from pages.submit.handed_in.accepted_with import answers
from program import units
from program.filters import CITY
from program.periods import CALENDAR_LABELS, Calendar, PeriodError, parse_period
from program.submissions.mending import Answer, Mending, Question
from program.vocabulary import (
    AUDIENCE_LABELS,
    AUTHORITY_LABELS,
    DELIVERY_LABELS,
    KIND_LABELS,
    find_indicator,
)
from program.work.tasks import STATE_LABELS

# A longer list of numbers is counted.
_LISTED = 20
REVIEWS = {"accepted": "chấp nhận", "returned": "trả lại đơn vị", "earlier": "tính từ trước khi có duyệt"}
LOCKS = {"locked": "khóa", "opened": "mở khóa"}
WAYS = {"oidc": "tài khoản của cơ quan", "proxy": "máy chủ đứng trước", "local": "máy này"}
REFUSED = {
    "no_role": "tài khoản chưa được giao quyền",
    "role_ended": "vai trò của tài khoản đã kết thúc",
    "no_login": "nơi cấp tài khoản không cho biết địa chỉ thư, hoặc địa chỉ chưa xác minh",
    "over": "lần đăng nhập đã quá hạn",
    "provider": "đăng nhập ở nơi cấp tài khoản không thành hoặc đã hủy",
    "proxy_address": "tên đăng nhập không do máy chủ đứng trước gửi",
    "proxy_key": "máy chủ đứng trước gửi sai khóa",
    "many": "các lần khác trong cùng phút, ghi gộp",
}
RHYTHMS = {"quarter": "Theo quý", "half": "Theo 6 tháng", "year": "Theo năm"}
VERDICTS = {
    "different": "hai hoạt động khác nhau",
    "first": "cùng một hoạt động, tính dòng thứ nhất",
    "second": "cùng một hoạt động, tính dòng thứ hai",
    "detail": "tính danh sách chi tiết",
    "summary": "tính số tổng hợp",
    "crossing:both": "cả hai số tổng hợp đều đúng",
    "crossing:first": "tính số tổng hợp bắt đầu trước",
    "crossing:second": "tính số tổng hợp bắt đầu sau",
    "size:plausible": "quy mô đúng như báo cáo",
    "repeat:plausible": "đúng, hai năm làm như nhau",
}


def _named(labels: Mapping[Any, str]) -> Callable[[Any], str]:
    by_code = {str(code): words for code, words in labels.items()}
    return lambda given: t(by_code[str(given)]) if str(given) in by_code else str(given)


def _indicator(code: Any) -> str:
    known = find_indicator(str(code))
    return t(known.short_label) if known else str(code)


def _unit(code: Any) -> str:
    return t("toàn thành phố") if code in (CITY, units.CITY) else units.label(str(code), with_type=True)


def _day(given: Any) -> str:
    try:
        return day(date.fromisoformat(str(given)))
    except ValueError:
        return str(given)


def _period(given: Any) -> str:
    try:
        return parse_period(str(given), Calendar.REPORT).label
    except PeriodError:
        return str(given)


def _of_quarter(given: Any) -> str:
    code, _, stated = str(given).partition(": ")
    return f"{_period(code)}: {_day(stated)}"


def _moment(given: Any) -> str:
    try:
        return moment(datetime.fromisoformat(str(given)))
    except ValueError:
        return str(given)


def _answers(given: Any) -> str:
    if not isinstance(given, list):
        return _plain(given)
    try:
        return "; ".join(answers(Mending(frozenset(Answer(Question(q), words, v) for q, words, v in given))))
    except (ValueError, KeyError):  # a code of an earlier release
        return ", ".join(words for _, words, _ in given)


def _plain(given: Any) -> str:
    if isinstance(given, list):
        return listed([_plain(one) for one in given], _LISTED)
    if isinstance(given, bool) or not isinstance(given, int | float):
        return str(given)
    return number(given, 0 if float(given).is_integer() else 1)


_VALUES: dict[str, Callable[[Any], str]] = {
    "role": _named(ROLE_LABELS),
    "unit": _unit,
    "way": _named(WAYS),
    "why": _named(REFUSED),
    "verdict": _named(VERDICTS),
    "answers": _answers,
    "received_quarters": lambda given: listed([_of_quarter(one) for one in given], _LISTED),
    "review": _named(REVIEWS),
    "lock": _named(LOCKS),
    "state": _named({**STANDINGS, **STATE_LABELS, **bar.ROW_STATES}),
    "started_at": _moment,
    "kind": _named(KIND_LABELS),
    "audience": _named(AUDIENCE_LABELS),
    "per_kind": _named(KIND_LABELS),
    "per_audience": _named(AUDIENCE_LABELS),
    "delivery": _named(DELIVERY_LABELS),
    "calendar": _named(CALENDAR_LABELS),
    "period": _period,
    "campaign": _period,
    "size": _named(bar.SIZES),
    "lacking": _named(bar.LACKING),
    "rhythm": _named(RHYTHMS),
    "schools": _named(STATES),
    "action": _named({code: words for code, (words, _) in KINDS.items()}),
    "authority": _named(AUTHORITY_LABELS),
    "indicator": _indicator,
    "units": lambda codes: listed([_unit(code) for code in codes], _LISTED),
    **dict.fromkeys(
        ("first_day", "last_day", "due_day", "issued_on", "assigned_on", "due_date", "done_on"), _day
    ),
    **dict.fromkeys(
        ("valid_from", "valid_to", "ended_on", "as_of", "since", "until", "open_until", "received_on"), _day
    ),
}


# What an export by command may name several of.
_SEVERAL = ("period", "unit", "kind", "audience", "delivery")


def value(name: str, given: Any) -> str:
    """A value in words: the name of a code, a day, a number; other words as they are."""
    if isinstance(given, list) and name in _SEVERAL:
        return listed([value(name, one) for one in given], _LISTED)
    return _VALUES.get(name, _plain)(given)
