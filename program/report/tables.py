"""The annexes of a report: every figure in tables, from the same results as the screens."""

from datetime import date
from typing import Final

from locales.forms import day, tenth
from program.measures.figures import Progress
from program.report import receipts as report_receipts
from program.report import work as report_work
from program.report.facts import Facts, Line
from program.report.parts import Column, Form, Row, Stress, Table, Value
from program.report.words import GROUPS, by_name, full, status
from program.schools.reach import State
from program.shares import shown_share
from program.text import sentence
from program.vocabulary import (
    AUDIENCE_LABELS,
    INDICATORS,
    KIND_LABELS,
    LEVEL_LABELS,
    Audience,
    Authority,
    Kind,
)

UNKNOWN_FOOT: Final = "“…”: chưa có số liệu; khác với số 0 là có báo cáo nhưng không phát sinh."
EMPTY_FOOT: Final = "Ô trống: chưa có số liệu; khác với số 0 là có báo cáo nhưng không phát sinh."
BREAK_FOOT: Final = "Chuỗi số liệu của quận, huyện và của phường, xã từ 1-7-2025 không nối với nhau."


def annexes(f: Facts) -> tuple[Table, ...]:
    """The tables in the order of the annexes; one without a row is left out."""
    made = [
        targets(f),
        by_unit(f),
        by_audience(f),
        _indicators_by_unit(f),
        *report_receipts.tables(f),
        _schools(f),
        report_work.table(f),
    ]
    return tuple(table for table in made if table is not None and table.rows)


def targets(f: Facts) -> Table:
    """Official and local targets apart."""
    official = [p for p in f.overview.official if f.city or (f.of_territory and p.indicator.code == "T1")]
    rows = [Row(("Mục tiêu quốc gia (Quyết định 830/QĐ-TTg)",), Stress.GROUP)] if official else []
    rows += [Row(_target(p)) for p in official]
    rows.append(Row(("Chỉ tiêu địa phương",), Stress.GROUP))
    rows += [Row(_target(p)) for p in f.overview.local]
    foot = [UNKNOWN_FOOT]
    if official:
        foot.append(
            "T1 tính trên các trường trong sổ có ít nhất một hoạt động trong 12 tháng đến ngày chốt số liệu."
        )
    return Table(
        "targets",
        "Kết quả thực hiện mục tiêu, chỉ tiêu",
        (
            Column("Mục tiêu, chỉ tiêu", Form.TEXT, share=3.4),
            Column("Đơn vị tính", Form.TEXT, share=0.9),
            Column("Đã thực hiện", Form.RATE),
            Column("Mục tiêu của kỳ", Form.RATE),
            Column("Kế hoạch đến ngày chốt", Form.RATE, share=1.1),
            Column("% mục tiêu", Form.SHARE, share=0.9),
            Column("Tử số", share=0.8),
            Column("Mẫu số", share=0.8),
            Column("Đánh giá", Form.TEXT, share=1.5),
        ),
        tuple(rows),
        tuple(foot),
        wide=True,
    )


def _target(p: Progress) -> tuple[Value, ...]:
    return (
        f"{p.indicator.code}. {p.indicator.label}"
        if p.indicator.authority == Authority.OFFICIAL
        else p.indicator.label,
        p.indicator.counter,
        *(
            shown_share(one, 100, 1) if p.indicator.counter == "%" else tenth(one)
            for one in (p.value, p.target, p.expected)
        ),
        shown_share(p.value, p.target),
        *(
            (p.numerator if p.value is not None else None, p.denominator)
            if p.indicator.counter == "%"
            else ("", "")
        ),
        status(p.status),
    )


def _counts(line: Line) -> tuple[Value, ...]:
    found: list[Value] = []
    for kind in Kind:
        known = line.seats[kind]
        found += [known.activities, known.total] if line.heard else [None, None]
    return tuple(found)


def by_unit(f: Facts) -> Table:
    """Activities and attendances by unit (of the city) or by span of days (of a unit), the whole first."""
    rows = [Row((full(f.view.unit), *_counts(f.whole)), Stress.WHOLE)]
    for group, lines in f.lines.items():
        if group:
            rows.append(Row((GROUPS[group],), Stress.GROUP))
        rows += [
            Row(((full(line.view.unit) if group else sentence(line.view.period.label)), *_counts(line)))
            for line in lines
        ]
    foot = [UNKNOWN_FOOT, "Lượt tham gia không phải số người. Các loại hoạt động không cộng với nhau."]
    if {"districts", "communes"} <= set(f.lines):
        foot.append(BREAK_FOOT)
    return Table(
        "units",
        "Hoạt động và lượt tham gia theo đơn vị" if f.city else "Hoạt động và lượt tham gia theo thời gian",
        (
            Column("Đơn vị" if f.city else "Thời gian", Form.TEXT, share=2.6),
            *(
                Column(heading, Form.COUNT, KIND_LABELS[kind])
                for kind in Kind
                for heading in ("Số hoạt động", "Lượt tham gia")
            ),
        ),
        tuple(rows),
        tuple(foot),
        wide=True,
    )


def by_audience(f: Facts) -> Table:
    """Attendances by audience and kind, and the women among them."""
    heard = f.whole.heard
    rows = [
        Row((label, *(f.whole.seats[kind].by_audience[code] if heard else None for kind in Kind)))
        for code, label in _audiences()
    ]
    rows.append(
        Row(("Tổng số lượt", *(f.whole.seats[k].total if heard else None for k in Kind)), Stress.WHOLE)
    )
    rows.append(Row(("Trong đó: lượt nữ (nơi có ghi)", *(f.whole.female[kind] for kind in Kind))))
    return Table(
        "audiences",
        "Lượt tham gia theo đối tượng",
        (
            Column("Đối tượng", Form.TEXT, share=2.6),
            *(Column(KIND_LABELS[kind], Form.COUNT) for kind in Kind),
        ),
        tuple(rows),
        (UNKNOWN_FOOT, "Lượt tham gia không phải số người; một người dự ba buổi là ba lượt."),
    )


def _audiences() -> list[tuple[Audience | None, str]]:
    return [*AUDIENCE_LABELS.items(), (None, "Chưa phân đối tượng")]


def _indicators_by_unit(f: Facts) -> Table | None:
    """Each local indicator of each unit: done and target."""
    if not f.city or not any(p.target for tiers in f.ranked.values() for ps in tiers.values() for p in ps):
        return None
    rows: list[Row] = []
    codes = list(f.ranked)
    for tier in ("districts", "communes"):
        by = {code: {p.unit: p for p in f.ranked[code].get(tier, ())} for code in codes}
        names = [p.unit for p in f.ranked[codes[0]].get(tier, ())]
        if not names:
            continue
        rows.append(Row((GROUPS[tier],), Stress.GROUP))
        for unit in sorted(names, key=by_name):
            values: list[Value] = [full(unit)]
            for code in codes:
                p = by[code][unit]
                values += [tenth(p.value), tenth(p.target)]
            rows.append(Row(tuple(values)))
    foot = [UNKNOWN_FOOT, "Chỉ tiêu của các đơn vị cộng lại có thể khác chỉ tiêu của thành phố."]
    return Table(
        "indicators",
        "Chỉ tiêu địa phương theo đơn vị",
        (
            Column("Đơn vị", Form.TEXT, share=2.6),
            *(
                Column(heading, Form.RATE, f"{INDICATORS[code].short_label} ({INDICATORS[code].counter})")
                for code in codes
                for heading in ("Đã thực hiện", "Chỉ tiêu")
            ),
        ),
        tuple(rows),
        tuple(foot),
        wide=True,
    )


def _schools(f: Facts) -> Table:
    """Institutions of T1 that never had an activity up to the day."""
    never = f.schools.of(State.NEVER)
    return Table(
        "schools",
        f"Trường, cơ sở chưa từng có hoạt động đến {_plain(f.schools.as_of)}",
        (
            Column("STT", share=0.7),
            Column("Trường, cơ sở", Form.TEXT, share=3.2),
            Column("Cấp học", Form.TEXT, share=1.8),
            Column("Phường, xã", Form.TEXT, share=1.6),
            Column("Đơn vị", Form.TEXT, share=1.8),
        ),
        tuple(
            Row((i, s.name, LEVEL_LABELS[s.level], s.ward or "không ghi", full(s.unit)))
            for i, s in enumerate(never, start=1)
        ),
        ("Theo sổ trường có trong hệ thống; trường nhiều cấp học tính một lần.",),
    )


def _plain(value: date) -> str:
    return f"ngày {day(value)}"
