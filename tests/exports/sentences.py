"""What the sentences of a report, its notes and its slides say in figures: each as a claim with places for its figures,
and where else than in the drafting code these come from. `strange` finds every digit that no claim accounts for."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from program import units
from program.conflicts.desk import Desk, Sort, at_stake, chosen
from program.filters import CITY, Filters, parse_filters
from program.measures.analysis import Analysis, span
from program.measures.completeness import Completeness, completeness
from program.measures.figure_list import figures
from program.measures.figures import Progress, progress
from program.measures.provisional import unsettled
from program.report.parts import Report
from program.reporting.timeliness import Cell, Sent, cells
from program.schools.reach import schools_view
from program.views.doubts import Doubts, doubts
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, LEVEL_LABELS, Kind
from program.work.directives import Directive

Figure = dict[str, Any]
Expected = dict[str, str | None]

# Names of papers, of targets and of times that stand in sentences whatever the figures are; nothing else is left out.
_FIXED = re.compile(
    r"Quyết định(?: số)? 830/QĐ-TTg(?: ngày 01 tháng 6 năm 2021)?|2523/UBND-KGVX(?: ngày 10 tháng 5 năm 2022)?|1659/NQ-UBTVQH15"
    r"|giai đoạn 2021 – 2025|12 tháng qua|trong 12 tháng|ngày 15 tháng trước đến ngày 14|\(15-12 đến 14-12\)"
    r"|dưới 100 %|(?:số|bằng|là|Số|và số) 0\b|^x: đã nhận; 0:|Từ 1-7-2025 không còn|từ 1-7-2025 không nối"
    r"|T1(?= tính|, trường| \|)|mẫu số T1|T2(?=, trẻ em|: chưa có)|T3(?=, tổ chức|: chưa có)|T2(?: và|,) T3"
    r"|\(thiết lập ngày 24-11-2026\)|^Quận, huyện \(đến 30-6-2025\)$|^Phường, xã \(từ 1-7-2025\)$|^Quý [IV]+/\d{4}$"
)
_STATES = {
    "met": "đã đạt", "on_track": "đúng tiến độ", "needs_acceleration": "cần tăng tốc", "far_behind": "chậm",
    "not_met": "chưa đạt", "not_assessable": "chưa đánh giá được",
}  # fmt: skip
_BEHIND = ("needs_acceleration", "far_behind", "not_met")
_COUNTED = {
    "lớp tập huấn": Kind.TRAINING_CLASS,
    "buổi truyền thông": Kind.COMMUNICATION_SESSION,
    "cuộc thi": Kind.CONTEST,
    "hoạt động khác": Kind.OTHER,
}


def whole(value: float | None) -> str:
    return "…" if value is None else f"{value:,.0f}".replace(",", ".")


def decimal(value: float) -> str:
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))


def exact(value: float | None) -> str:
    """Whole numbers as they are, others with one decimal."""
    return whole(value) if value is None or float(value).is_integer() else decimal(value)


def amount(value: float) -> str:
    """Small figures that are not whole keep a decimal."""
    return whole(value) if value >= 100 or abs(value - round(value)) < 0.05 else decimal(value)


def share(value: float | None, target: float | None) -> str:
    """Per cent of a target: whole, but never 100 before it is met nor 0 where something was done."""
    if value is None or not target:
        return "…"
    percent = 100 * value / target
    if value < target and round(percent) >= 100:
        return exact(int(percent * 10) / 10)
    return exact(max(round(percent, 1), 0.1)) if value > 0 and round(percent) == 0 else str(round(percent))


def part(value: float, total: float) -> str:
    """One decimal; none and all without; never nothing of something, nor all of what is not whole."""
    percent = 100 * value / total
    return decimal(min(max(percent, 0.1), 99.9)) if 0 < value < total else whole(percent)


def day(value: date) -> str:
    return f"{value.day}-{value.month}-{value.year}"


def keyed(found: list[Figure]) -> dict[tuple[Any, ...], Figure]:
    """As `python -m exports figures --json` prints them, by what they measure."""
    printed = json.loads(json.dumps(found))
    return {(f["measure"], f["kind"], f["audience"], f["unit"]): f for f in printed}


def of(indicator: str) -> tuple[str, str | None, str | None]:
    """What the contract of `figures` calls an indicator."""
    found = INDICATORS[indicator]
    return (indicator, None, None) if found.kind is None else (found.measure, found.kind, found.audience)


@dataclass
class Told:
    """What may be said of a view: its figures, those of the whole programme and of the year before, completeness,
    registers, what waits."""

    analysis: Analysis
    view: Filters
    report: Report
    desk: Desk
    today: date

    @cached_property
    def by(self) -> dict[tuple[Any, ...], Figure]:
        return keyed(figures(self.analysis, self.view))

    @cached_property
    def ahead(self) -> Filters:
        return parse_filters({"unit": self.view.unit, "as_of": self.report.as_of.isoformat()})

    @cached_property
    def before(self) -> Filters:
        code, on = self.view.period.code, self.report.as_of
        year = "" if code == "all" else str(int(code[:4]) - 1) + code[4:]
        return parse_filters(
            {"unit": self.view.unit, "period": year, "as_of": on.replace(year=on.year - 1).isoformat()}
        )

    @cached_property
    def year_before(self) -> dict[tuple[Any, ...], Figure]:
        return {} if self.view.period.code == "all" else keyed(figures(self.analysis, self.before))

    @cached_property
    def done(self) -> Completeness:
        return completeness(self.analysis, self.view)

    @cached_property
    def doubts(self) -> Doubts:
        return doubts(self.analysis, self.view)

    @cached_property
    def levels(self) -> dict[str, Any]:
        found = schools_view(self.analysis, self.view)
        return {"": found.total} | {LEVEL_LABELS[level]: reach for level, reach in found.levels}

    @cached_property
    def late(self) -> list[Cell]:
        start, end = span(self.view)
        every = cells(self.analysis.arrivals, "quarter", self.view.as_of or self.today).values()
        own = (c for c in every if self.view.unit in (CITY, c.unit) and start <= c.campaign.window.end <= end)
        return [c for c in own if c.sent == Sent.LATE]

    @cached_property
    def focus(self) -> str:
        """The indicator by which units are held against each other."""
        found = (s.chart.subtitle for s in self.report.slides if s.chart and s.chart.code.startswith("units"))
        subtitle = next(found, "")
        return next((c for c, i in INDICATORS.items() if subtitle.startswith(i.short_label)), "")

    @cache  # noqa: B019
    def progress(self, code: str, unit: str, *, ahead: bool = False) -> Progress:
        view = self.ahead if ahead else self.view
        return progress(self.analysis, INDICATORS[code], view.only(unit=unit))

    def __hash__(self) -> int:
        return id(self)

    def figure(self, measure: str, kind: str | None = None, audience: str | None = None) -> Figure:
        return self.by[measure, kind, audience, self.view.unit]

    @cached_property
    def local(self) -> list[Figure]:
        """The figures that have a local target here."""
        found = (self.by[(*of(c), self.view.unit)] for c in INDICATORS if c.startswith("L-"))
        return [f for f in found if f["target"] is not None]


@dataclass
class Place:
    """Where a sentence stands, and the indicator that it speaks of."""

    told: Told
    where: str
    indicator: str

    @property
    def ahead(self) -> bool:
        """The third slide and section IV speak of the whole programme."""
        return self.where in ("slide 3", "IV")


Check = Callable[..., Expected]
_CODES = {units.label(u.code, with_type=True)[1:]: u.code for u in units.all_units() if units.reports(u)}
_CLAIMS: list[tuple[re.Pattern[str], Check]] = []
_PLACES = {
    "ind": "|".join(re.escape(i.short_label[1:]) for c, i in INDICATORS.items() if c.startswith("L-")),
    "unit": "|".join(map(re.escape, sorted(_CODES, key=len, reverse=True))),
    "level": "|".join(LEVEL_LABELS.values()),
    "kind": "|".join(_COUNTED),
    "state": "|".join(_STATES.values()),
    "since": r"\d+/\d{4}",
    "quarter": r"quý [IV]+/\d{4}",
}
_INDICATOR = re.compile(rf"\w({_PLACES['ind']})")


def _pattern(words: str) -> re.Pattern[str]:
    """`{name}` is a figure; {day}, {end}, {from} a day; {c} any counter; others as in `_PLACES`."""

    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name == "c":
            return "(?:lớp|buổi|lượt)"
        if name in ("day", "end", "start"):
            return rf"(?P<{name}>\d{{1,2}}-\d{{1,2}}-\d{{4}})"
        if name in ("ind", "unit"):
            return rf"\w(?P<{name}>{_PLACES[name]})"
        if name in _PLACES:
            return rf"(?P<{name}>{_PLACES[name]})"
        return rf"(?P<{name}>\d+(?:\.\d{{3}})*(?:,\d+)?)"

    return re.compile(r"(?<![\d.,/-])" * words.startswith("{") + re.sub(r"\{(\w+)\}", place, words))


def claim(*shapes: str) -> Callable[[Check], Check]:
    """What sentences of these shapes have to say; an expected None means that these words may not be there."""

    def keep(check: Check) -> Check:
        _CLAIMS.extend((_pattern(shape), check) for shape in shapes)
        return check

    return keep


_SINCE = r"(?:, kém kế hoạch (?:từ tháng {since}|ngay từ đầu Chương trình))?"


@claim(
    r"{n} {kind}, (?:{seats} lượt tham gia|chưa rõ số lượt tham gia)(?:, trong đó {women} lượt nữ)?"
    r"(?:; (?:tăng {more} {c} so với|giảm {less} {c} so với|bằng) cùng kỳ năm trước \({then} {c}\))?"
)
def _held(at: Place, kind: str, then: str | None, **_: str) -> Expected:
    code, told = _COUNTED[kind], at.told
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
        "state": _STATES[f["status"]],
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
    reach = schools_view(at.told.analysis, at.told.view.only(unit=_CODES[unit])).total
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
        "state": _STATES[p.status],
        "since": _since(p),
    }


def _since(p: Progress) -> str | None:
    """The month from which it was behind; told in words where that is the beginning."""
    if p.status not in _BEHIND or p.since is None or (p.since - date(2021, 6, 1)).days < 120:
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
    p = at.told.progress(at.indicator, _CODES[unit])
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
    return {"k": whole(sum(p.status not in _BEHIND for p in told)), "n": whole(len(told))}


@claim(r"{k}/{n} đơn vị chậm hoặc chưa đạt về {ind}", r"^Cả {n} đơn vị có báo cáo theo kịp kế hoạch về {ind}")
def _lagging(at: Place, **_: str) -> Expected:
    told = [p for p in _tier(at, "") if p.status in _STATES and p.status != "not_assessable"]
    return {"k": whole(sum(p.status in _BEHIND for p in told)), "n": whole(len(told))}


@claim(r"Có {n} chỉ tiêu địa phương(?:; (?P<states>[^:]+):)?")
def _verdicts(at: Place, states: str | None, **_: str) -> Expected:
    local = at.told.local
    said = {state: n for state in _STATES.values() for n in re.findall(rf"{state} (\d+)", states or "")}
    held = {s: whole(n) for code, s in _STATES.items() if (n := sum(f["status"] == code for f in local))}
    held.pop(_STATES["not_assessable"], None)
    return {"n": whole(len(local)), "states": states if said == held else f"{held}"}


@claim(
    r"{k}/{n} chỉ tiêu (?:địa phương )?(?:chưa đạt|chậm hơn kế hoạch)",
    r"{kept}/{n} chỉ tiêu địa phương đạt hoặc theo kịp kế hoạch",
    r"Cả {n} chỉ tiêu (?:đã đạt|theo kịp kế hoạch)",
)
def _counted(at: Place, **_: str) -> Expected:
    known = [f for f in at.told.local if f["status"] in _STATES and f["status"] != "not_assessable"]
    behind = sum(f["status"] in _BEHIND for f in known)
    return {"k": whole(behind), "n": whole(len(known)), "kept": whole(len(known) - behind)}


@claim(
    r"{slow}/{n} chỉ tiêu phải nhanh hơn 12 tháng qua mới đạt vào {end}",
    r"Giữ nhịp 12 tháng qua thì đạt {n} chỉ tiêu còn lại vào {end}",
    r"Kết thúc giai đoạn, {short}/{given} chỉ tiêu của cả giai đoạn chưa đạt",
    r"Đã đạt {given}/{given2} chỉ tiêu của cả giai đoạn",
)
def _over_all(at: Place, **_: str) -> Expected:
    codes = [c for c in INDICATORS if c.startswith("L-")]
    every = [p for c in codes if (p := at.told.progress(c, at.told.view.unit, ahead=True)).target]
    known = [p for p in every if p.value is not None]
    left = [p for p in known if not p.ended and (p.value or 0) < (p.target or 0)]
    slow = [p for p in left if p.recent is not None and p.needed is not None and p.recent < p.needed]
    given, end = whole(len(known)), max((p.end for p in left), default=date.max)
    return {
        "slow": whole(len(slow)),
        "n": whole(len(left)),
        "end": day(end),
        "short": whole(sum((p.value or 0) < (p.target or 0) for p in known)),
        "given": given,
        "given2": given,
    }


@claim(
    r"Trong {total} lượt tham gia (?P<of>lớp|buổi): cha mẹ, người chăm sóc trẻ {parents} lượt \((?:dưới |trên )?{ps} %\) và "
    r"trẻ em ngoài trường học {out} lượt \((?:dưới |trên )?{os} %\)"
)
def _audiences(at: Place, of: str, **_: str) -> Expected:
    kind = Kind.TRAINING_CLASS if of == "lớp" else Kind.COMMUNICATION_SESSION
    total = at.told.figure("attendances", kind)["value"]
    parents, out = (
        at.told.figure("attendances", kind, a)["value"] for a in ("parents", "children_out_of_school")
    )
    return {
        "total": whole(total), "parents": whole(parents), "ps": part(parents, total), "out": whole(out),
        "os": part(out, total),
    }  # fmt: skip


@claim(r"{n} lượt của {kind}")
def _undivided(at: Place, kind: str, **_: str) -> Expected:
    known = [at.told.figure("attendances", _COUNTED[kind], a)["value"] or 0 for a in AUDIENCE_LABELS]
    return {"n": whole(at.told.figure("attendances", _COUNTED[kind])["value"] - sum(known))}


@claim(
    r"(?:Thiếu {lack}/{due} báo cáo quý|chưa nhận): (?P<names>[^.]+)",
    r"(?:trên |nhận \| |nhận |· ){have}/{due} báo cáo quý",
    r"Báo cáo quý đã nhận \| {have}/{due}",
    r"Đôn đốc {lack} báo cáo quý còn thiếu: (?P<silent>.+)",
    r"(?:Đôn đốc (?P<silent>.+) gửi|Gửi) {lack} báo cáo quý còn thiếu",
    r"còn thiếu {lack}$",
    r"Đã nhận đủ {due} báo cáo quý",
    r"Số đơn vị có báo cáo \| {reported}/{expected}",
)
def _received(at: Place, names: str = "", silent: str | None = None, **found: str) -> Expected:
    done = at.told.done
    expected = {
        "have": whole(done.reports), "due": whole(done.due), "lack": whole(len(done.gaps)),
        "reported": whole(done.reported), "expected": whole(done.expected),
    }  # fmt: skip
    if silent:
        lacking = [_inside(code) for code in dict.fromkeys(code for code, _ in done.gaps)]
        assert silent.replace(" và ", ", ") == _some(lacking, 4 if at.where == "slide 5" else 8), silent
    if names:
        assert _missing(done) == names.replace(" và ", ", "), names
        return {"lack": expected["lack"], "due": expected["due"]} if found.get("lack") else {}
    return expected


def _missing(done: Completeness) -> str:
    """Who lacks which quarters, as a list; more than three of one unit are counted."""
    by: dict[str, list[str]] = {}
    for code, quarter in done.gaps:
        by.setdefault(code, []).append(quarter.label)
    names = [
        f"{_inside(code)} ({', '.join(which) if len(which) <= 3 else f'{len(which)} quý'})"
        for code, which in by.items()
    ]
    return _some(names, 8)


def _some(names: list[str], most: int) -> str:
    """A list whose end is counted where it is long."""
    return ", ".join(names if len(names) <= most else [*names[:most], f"{len(names) - most} nơi khác"])


def _inside(code: str) -> str:
    name = units.label(code, with_type=True)
    return name if "-" in code else name[0].lower() + name[1:]


@claim(r"{n} báo cáo quý nộp muộn(?:, lâu nhất là|:) {unit}, {quarter}, muộn {days} ngày")
def _late(at: Place, unit: str, quarter: str, **_: str) -> Expected:
    late = at.told.late
    longest = max(c.days or 0 for c in late)
    assert (_CODES[unit], quarter, longest) in {(c.unit, c.campaign.window.label, c.days) for c in late}
    return {"n": whole(len(late)), "days": whole(longest)}


@claim(r"Hạn nộp tính là {n} .*theo lần nhận đầu tiên, đến {day}")
def _deadline(at: Place, **_: str) -> Expected:
    return {"n": "10", "day": day(at.told.view.as_of or at.told.today)}


@claim(r"Hai kỳ so sánh dựa trên số báo cáo quý khác nhau: {have}/{due} và {had}/{owed}")
def _two_years(at: Place, **_: str) -> Expected:
    now, then = at.told.done, completeness(at.told.analysis, at.told.before)
    return {
        "have": whole(now.reports), "due": whole(now.due), "had": whole(then.reports), "owed": whole(then.due)
    }  # fmt: skip


@claim(r"Số báo cáo quý theo đơn vị, {n} đơn vị thiếu nhiều nhất")
def _shown(at: Place, **_: str) -> Expected:
    chart = at.told.report.slides[3].chart
    assert chart is not None
    return {"n": whole(len(chart.categories))}


@claim(r"Có {n} sở, ban, ngành, đoàn thể gửi báo cáo")
def _organisations(at: Place, **_: str) -> Expected:
    found = {u for _, _, _, u in at.told.by if u != CITY}
    heard = [u for u in found if at.told.by["activities", Kind.TRAINING_CLASS, None, u]["value"] is not None
             or any(at.told.by["attendances", k, None, u]["value"] is not None for k in Kind)]  # fmt: skip
    levels = ("department", "mass_organisation")
    return {"n": whole(sum((known := units.unit(u)) is not None and known.level in levels for u in heard))}


@claim(r"Trong kỳ đã ban hành {n} văn bản: (?P<named>.+?)(?:; và {rest} văn bản khác)?\.(?= Đến| Số liệu|$)")
def _issued(at: Place, named: str, **_: str) -> Expected:
    start, last = span(at.told.view)[0], at.told.report.as_of
    found = [
        d
        for d in at.told.analysis.work.directives
        if _own(at, d.unit) and start <= d.details.issued_on <= last
    ]
    known = {_paper(at, d) for d in found}
    said = named.split("; ")
    assert len({one.partition(" số ")[2] for one in said} & known) == len(said)
    rest = len(found) - len(said)
    return {"n": whole(len(found)), "rest": whole(rest) if rest else None}


def _paper(at: Place, one: Directive) -> str:
    issuer = one.details.issuer or (_inside(one.unit) if at.told.view.unit == CITY else "")
    by = f" của {issuer}" if issuer else ""
    return f"{one.details.number} ngày {day(one.details.issued_on)}{by} ({one.details.subject})"


def _own(at: Place, unit: str) -> bool:
    known = units.unit(unit)
    return unit == at.told.view.unit or (at.told.view.unit == CITY and (known is None or known.in_old_city))


@claim(
    r"Đến {day} đã giao {n} nhiệm vụ .*?hoàn thành {done}/{all}, (?:quá hạn {late}|không có nhiệm vụ quá hạn)"
)
def _tasks(at: Place, **_: str) -> Expected:
    last = at.told.report.as_of
    mine = [t.details for t in at.told.analysis.work.tasks if _own(at, t.unit)]
    given = [t for t in mine if t.assigned_on and t.assigned_on <= last]
    done = [t for t in given if t.done_on and t.done_on <= last]
    late = [t for t in given if t not in done and t.due_date and t.due_date < last]
    return {
        "day": day(last), "n": whole(len(given)), "done": whole(len(done)), "all": whole(len(given)),
        "late": whole(len(late)) if late else None,
    }  # fmt: skip


@claim(
    r"{n} kỳ có (?:cả số chi tiết và số tổng hợp khác nhau|số chi tiết và số tổng hợp khác nhau|hai số khác nhau)",
    r"{unit}, {kind}, {start} đến {end} \(tổng hợp {summed}, chi tiết {listed}\)",
)
def _overlaps(at: Place, unit: str = "", start: str = "", kind: str = "", **_: str) -> Expected:
    found = at.told.doubts.overlaps
    if not unit:
        return {"n": whole(len(found))}
    (one,) = (
        o for o in found if (o.unit, day(o.start), KIND_LABELS[o.kind].lower()) == (_CODES[unit], start, kind)
    )
    return {"end": day(one.end), "summed": whole(one.summed), "listed": whole(one.listed)}


@claim(
    r"{n} (?P<sort>cặp dòng có thể là cùng một hoạt động), đang tính cả hai, nhiều nhất {seats} lượt sẽ bớt đi",
    r"{n} (?P<sort>dòng có quy mô khác thường), đang tính {seats} lượt",
)
def _waiting(at: Place, sort: str, **_: str) -> Expected:
    which = Sort.TWIN if sort.startswith("cặp") else Sort.SIZE
    found = chosen(at.told.desk, at.told.view.unit, *span(at.told.view), which)
    return {"n": whole(len(found)), "seats": whole(at_stake(found))}


@claim(r"tạm tính của {n} tệp")
def _waiting_files(at: Place, **_: str) -> Expected:
    return {"n": whole(unsettled(at.told.analysis, at.told.view).files)}


@claim(r"{kind} {n} (?:lớp|buổi) với {seats} lượt")
def _provisional(at: Place, kind: str, **_: str) -> Expected:
    found = (at.told.figure(m, _COUNTED[kind])["provisional"] for m in ("activities", "attendances"))
    return dict(zip(("n", "seats"), map(whole, found), strict=True))


@claim(
    r"\(số liệu từ {start} đến {end}\)", r"^Từ ngày \| {start}", r"^Đến ngày \(ngày chốt số liệu\) \| {end}"
)
def _days(at: Place, **_: str) -> Expected:
    first, last = span(at.told.view)[0], at.told.report.as_of
    stood = None if at.told.view.unit == CITY else units.first_day(at.told.view.unit)
    known = units.unit(at.told.view.unit)
    gone = known.valid_to if known and known.valid_to else last
    return {"start": day(max(first, stood or first)), "end": day(min(last, gone))}


@claim(
    r"tính từ {day}:", r"Số liệu đến {day}", r"^Nhiệm vụ tính đến {day}", r"^Số trường trong sổ theo cấp học, đến {day}",
    r"Kế hoạch đến {day}", r"(?:kết thúc hoạt động|chưa từng có hoạt động đến) ngày {day}", r"Chương trình kết thúc ngày {end}",
    r"tệp mới nhất nhận (?:ngày \| )?{start}", r"Tệp mới nhất nhận ngày \| {start}",
)  # fmt: skip
def _day(at: Place, **_: str) -> Expected:
    files = [
        f.day for u, f in at.told.analysis.freshness.items() if u == at.told.view.unit or _in_old_city(at, u)
    ]
    return {
        "day": day(at.told.report.as_of),
        "end": "31-12-2025",
        "start": day(max(files)),
    }


def _in_old_city(at: Place, unit: str) -> bool:
    known = units.unit(unit)
    return at.told.view.unit == CITY and known is not None and known.in_old_city


@claim(r"^Phiên bản số liệu \| {n}")
def _version(at: Place, **_: str) -> Expected:
    return {"n": whole(at.told.analysis.version)}


@claim(r"từ {n} % kế hoạch đến ngày chốt; cần tăng tốc: từ {k} %")
def _judged(at: Place, **_: str) -> Expected:
    return {"n": "95", "k": "60"}


@claim(r"^{n} việc cần làm tiếp")
def _to_do(at: Place, **_: str) -> Expected:
    return {"n": whole(sum(not p.startswith("[") for p in at.told.report.slides[4].points))}


@claim(r"^{n}/5$")
def _slide(at: Place, **_: str) -> Expected:
    return {"n": at.where.removeprefix("slide ")}


def strange(told: Told, sentences: Iterator[tuple[str, str]]) -> list[str]:
    """Sentences that claim another figure than is so, or hold a digit that no claim accounts for."""
    return [words for where, said in sentences if (words := _wrong(told, where, said))]


def _wrong(told: Told, where: str, said: str) -> str:
    left = said.replace("\u2011", "-").replace("\u00a0", " ")
    named = _INDICATOR.search(left)
    code = next((c for c, i in INDICATORS.items() if named and i.short_label[1:] == named[1]), told.focus)
    at = Place(told, where, code)
    for pattern, check in _CLAIMS:
        for found in list(pattern.finditer(left)):
            groups = found.groupdict()
            expected = check(at, **groups)
            wrong = {k: (v, expected[k]) for k, v in groups.items() if k in expected and v != expected[k]}
            if wrong:
                return f"{where}: {said}: {wrong}"
            left = left.replace(found[0], " ¤ ", 1)
    left = _FIXED.sub(" ¤ ", left.replace(told.report.period, " ¤ "))
    return f"{where}: {said}: {left}" if re.search(r"\d", left) else ""
