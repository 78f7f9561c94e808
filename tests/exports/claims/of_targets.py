"""What sentences about targets, units and what is needed have to say."""

import re
from datetime import date

from program import units
from program.filters import CITY
from program.measures.figures import Progress
from program.schools.reach import schools_view
from tests.exports.claims.claiming import (
    BEHIND,
    CODES,
    COUNTED,
    STATES,
    Expected,
    Place,
    amount,
    claim,
    day,
    decimal,
    exact,
    of,
    part,
    share,
    whole,
)

_SINCE = r"(?:, kém kế hoạch (?:từ tháng {since}|ngay từ đầu Chương trình))?"


@claim(
    r"{n} {kind}, (?:{seats} lượt tham gia|chưa rõ số lượt tham gia)(?:, trong đó {women} lượt nữ)?"
    r"(?:; (?:tăng {more} {c} so với|giảm {less} {c} so với|bằng) cùng kỳ năm trước \({then} {c}\))?"
)
def _held(at: Place, kind: str, then: str | None, **_: str) -> Expected:
    code, told = COUNTED[kind], at.told
    now = told.figure("activities", code)["value"]
    women = told.figure("female", code)["value"]
    expected: Expected = {
        "n": whole(now),
        "seats": None if (seats := told.figure("attendances", code)["value"]) is None else whole(seats),
    }
    if at.where == "body":
        expected["women"] = whole(women) if women else None
    if then is not None:
        before = told.year_before["activities", code, None, told.view.unit]["value"]
        expected |= {
            "then": amount(before),
            "more": amount(now - before) if now > before else None,
            "less": amount(before - now) if now < before else None,
        }
    return expected


@claim(
    r"trong 12 tháng đến {day} có {have}/{all} trường trong sổ có hoạt động, đạt {share} %"
    r"(?:; mục tiêu {target} % vào {end}: . {state})?",
    r"T1 \(mục tiêu quốc gia\): {have}/{all} trường, {share} %, {state}",
    r"^T1 {share} %, {state};",
    r"Mục tiêu (?P<t>T[123]): {share} % \({have}/{all}\) trên mục tiêu {target} % vào {end}; {state}",
)
def _official(at: Place, t: str = "T1", **_: str) -> Expected:
    f = at.told.figure(t)
    have = round(f["value"] * f["denominator"] / 100)
    return {
        "share": part(have, f["denominator"]),
        "have": whole(have),
        "all": whole(f["denominator"]),
        "target": exact(f["target"]),
        "state": STATES[f["status"]],
        "day": day(at.told.report.as_of),
        "end": "31-12-2025",
    }


@claim(
    r"Mục tiêu (?P<t>T[23]), [^:]+: {have}/{all} trường hợp, đạt {share} % \(.+ cung cấp, tính đến {day}"
    r"(?P<paper>, [^)]+)?\): . {state}"
)
def _supplied(at: Place, t: str, **_: str) -> Expected:
    (one,) = (s for s in at.told.analysis.supplied if s.indicator == t)
    assert round(100 * one.numerator / one.denominator, 2) == at.told.figure(t)["value"]
    return _official(at, t) | {"day": day(one.as_of), "paper": one.document and f", {one.document}"}


@claim(
    r"{level}: {have}/{all} trường \({share} %\)(?:, {never} trường chưa từng có hoạt động)?",
    r"{have}/{all} trường có hoạt động trong 12 tháng(?:, {never} trường chưa từng có)?",
    r"{never}/{all} trường trong sổ chưa từng có hoạt động",
    r"(?:tại|^) ?{never} trường chưa từng có hoạt động",
)
def _schools(at: Place, level: str = "", **_: str) -> Expected:
    r = at.told.levels[level]
    never = whole(r.never) if r.never else None
    return {"have": whole(r.recent), "all": whole(r.total), "share": part(r.recent, r.total), "never": never}


@claim(r"(?:nhiều nhất ở|,| và) {unit} \({never}/{all}\)")
def _unreached(at: Place, unit: str, **_: str) -> Expected:
    reach = schools_view(at.told.analysis, at.told.view.only(unit=CODES[unit])).total
    return {"never": whole(reach.never), "all": whole(reach.total)}


@claim(
    rf"{{ind}}: {{value}} {{c}} trên chỉ tiêu {{target}} {{c}}, đạt {{share}} %(?:; kế hoạch đến {{day}} là {{plan}} {{c}})?"
    rf"; {{state}}{_SINCE}",
    r"{ind}: {value} {c}; chưa có chỉ tiêu",
)
def _indicator(at: Place, **_: str) -> Expected:
    p = at.told.progress(at.indicator, at.told.view.unit, ahead=at.ahead)
    own = at.told.by[(*of(at.indicator), at.told.view.unit)]
    assert at.ahead or (own["value"], own["status"]) == (p.value, p.status if p.target else own["status"])
    return {
        "value": amount(p.value or 0),
        "target": None if p.target is None else amount(p.target),
        "share": share(p.value, p.target),
        "day": None if p.ended else day(at.told.report.as_of),
        "plan": None if p.ended or p.expected is None else amount(p.expected),
        "state": STATES[p.status],
        "since": _since(p),
    }


def _since(p: Progress) -> str | None:
    """The month from which it was behind; told in words where that is the beginning."""
    if p.status not in BEHIND or p.since is None or (p.since - date(2021, 6, 1)).days < 120:
        return None
    return f"{p.since.month}/{p.since.year}"


@claim(r"{ind}: kém kế hoạch từ tháng {since}")
def _behind_since(at: Place, **_: str) -> Expected:
    return {"since": _since(at.told.progress(at.indicator, at.told.view.unit))}


@claim(r"{ind}: (?:thiếu|kém kế hoạch) {gap} {c}")
def _gap(at: Place, **_: str) -> Expected:
    f = at.told.by[(*of(at.indicator), at.told.view.unit)]
    return {"gap": amount(f["expected"] - f["value"])}


@claim(
    r"{ind}(?:, chỉ tiêu {target} {c} đến {end})?: cần {rate} {c} mỗi tháng, "
    r"(?:12 tháng qua|từ {start}) (?:bình quân {recent} {c}|không có {none} nào)",
    r"{ind}(?:, chỉ tiêu {target} {c} đến {end})?: còn thiếu {gap} {c} trong {days} ngày",
)
def _needed(at: Place, **_: str) -> Expected:
    p = at.told.progress(at.indicator, at.told.view.unit, ahead=True)
    first = units.first_day(p.unit) if p.unit != CITY else None
    expected = {
        "rate": decimal(p.needed or 0),
        "recent": decimal(p.recent) if p.recent else None,
        "none": None if p.recent else p.indicator.counter,
        "gap": amount((p.target or 0) - (p.value or 0)),
        "days": whole((p.end - p.as_of).days),
        "start": day(first) if first else None,
    }
    return expected | ({"target": amount(p.target or 0), "end": day(p.end)} if at.where == "IV" else {})


@claim(
    r"{unit} \({value} {c}, {share} % chỉ tiêu\)",
    rf"{{unit}}: {{value}} {{c}}, {{share}} % chỉ tiêu{_SINCE}",
    r"{unit} đạt thấp nhất, {share} % chỉ tiêu",
    r"{unit} \(thiếu {lack} {c}\)",
)
def _unit(at: Place, unit: str, **_: str) -> Expected:
    p = at.told.progress(at.indicator, CODES[unit])
    printed = at.told.by[(*of(at.indicator), p.unit)]
    assert (printed["value"], printed["status"]) == (p.value, p.status)
    due = p.target if p.ended else p.expected
    return {
        "value": amount(p.value or 0),
        "share": share(p.value, p.target),
        "lack": amount((due or 0) - (p.value or 0)),
        "since": _since(p),
    }


def _tier(at: Place, level: str) -> list[Progress]:
    """The units of a tier that have a target and a figure."""
    codes = {u for _, _, _, u in at.told.by if u != CITY}
    own = (u for u in codes if (found := units.unit(u)) and (not level or found.level == level))
    found = (at.told.progress(at.indicator, u) for u in own if units.unit(u).in_old_city)
    return [p for p in found if p.target and p.value is not None]


@claim(r"Về {ind}, {k}/{n} (?P<tier>quận, huyện|phường, xã) có báo cáo")
def _kept(at: Place, tier: str, **_: str) -> Expected:
    told = _tier(at, "district" if tier == "quận, huyện" else "commune")
    return {"k": whole(sum(p.status not in BEHIND for p in told)), "n": whole(len(told))}


@claim(r"{k}/{n} đơn vị chậm hoặc chưa đạt về {ind}", r"^Cả {n} đơn vị có báo cáo theo kịp kế hoạch về {ind}")
def _lagging(at: Place, **_: str) -> Expected:
    told = [p for p in _tier(at, "") if p.status in STATES and p.status != "not_assessable"]
    return {"k": whole(sum(p.status in BEHIND for p in told)), "n": whole(len(told))}


@claim(r"Có {n} chỉ tiêu địa phương(?:; (?P<states>[^:]+):)?")
def _verdicts(at: Place, states: str | None, **_: str) -> Expected:
    local = at.told.local
    said = {state: n for state in STATES.values() for n in re.findall(rf"{state} (\d+)", states or "")}
    held = {s: whole(n) for code, s in STATES.items() if (n := sum(f["status"] == code for f in local))}
    held.pop(STATES["not_assessable"], None)
    return {"n": whole(len(local)), "states": states if said == held else f"{held}"}
