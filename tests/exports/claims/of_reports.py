"""What sentences about activities, reports received, documents, tasks and doubts have to say."""

from datetime import date

from program import units
from program.conflicts.desk import Sort, at_stake, chosen
from program.filters import CITY
from program.measures.analysis import span
from program.measures.completeness import Completeness, completeness
from program.measures.provisional import unsettled
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, Kind
from program.work.directives import Directive
from tests.exports.claims.claiming import (
    BEHIND,
    CODES,
    COUNTED,
    STATES,
    Expected,
    Place,
    claim,
    day,
    part,
    whole,
)


@claim(
    r"{k}/{n} chỉ tiêu (?:địa phương )?(?:chưa đạt|chậm hơn kế hoạch)",
    r"{kept}/{n} chỉ tiêu địa phương đạt hoặc theo kịp kế hoạch",
    r"Cả {n} chỉ tiêu (?:đã đạt|theo kịp kế hoạch)",
)
def _counted(at: Place, **_: str) -> Expected:
    known = [f for f in at.told.local if f["status"] in STATES and f["status"] != "not_assessable"]
    behind = sum(f["status"] in BEHIND for f in known)
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
    known = [at.told.figure("attendances", COUNTED[kind], a)["value"] or 0 for a in AUDIENCE_LABELS]
    return {"n": whole(at.told.figure("attendances", COUNTED[kind])["value"] - sum(known))}


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
    assert (CODES[unit], quarter, longest) in {(c.unit, c.campaign.window.label, c.days) for c in late}
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
        o for o in found if (o.unit, day(o.start), KIND_LABELS[o.kind].lower()) == (CODES[unit], start, kind)
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
    found = (at.told.figure(m, COUNTED[kind])["provisional"] for m in ("activities", "attendances"))
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
