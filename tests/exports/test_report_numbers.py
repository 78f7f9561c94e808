"""Every number of the report, its annexes, its workbook and its slides is the one of `figures`, for the demo data:
the documents are read back and walked."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

import storage.analysis
import storage.demo
from access import local_person
from exports.report.document import docx
from exports.report.letterhead import Letterhead
from exports.report.workbook import workbook
from exports.slides.presentation import pptx
from program import analysis, units
from program.analysis import Analysis, span
from program.completeness import completeness
from program.figure_list import figures
from program.figures import progress
from program.filters import CITY, Filters, parse_filters
from program.periods import periods
from program.report.draft import report
from program.report.parts import Report
from program.reporting.timeliness import cells
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, Kind
from storage.database import connect
from storage.intake.submissions import accept
from tests.exports import office
from tests.storage.build import bytes_of
from tests.storage.build import record as storage_record
from tests.storage.build import report as storage_report
from tests.stores import Shared

CASES = [
    (unit, period)
    for unit in (CITY, "492", "497")
    for period in ({"period": "2023"}, {"period": "2024", "as_of": "2024-06-30"}, {"period": "all"})
]
TODAY = date(2026, 11, 26)


# Beside the demo data: totals from the beginning of the year on, and classes without a word on who came.
_SUMMED = {"unit": "SO-YT", "title": None, "basis": "summary", "start_date": "2022-12-15", "delivery": None}
_NOBODY_SAID = {"attendances": {}, "attendances_total": None}
OTHERS = storage_report(
    *(
        storage_record(**_SUMMED | {"end_date": end, "count": count, "kind": kind} | seats)
        for end, count in (("2023-06-14", 5), ("2023-09-14", 8), ("2023-12-14", 12))
        for kind, seats in (
            ("training_class", _NOBODY_SAID),
            (
                "communication_session",
                {
                    "attendances": {"parents": 90 * count},
                    "attendances_total": 100 * count,
                    "female": 40 * count,
                },
            ),
        )
    )
)


@pytest.fixture(scope="module")
def demo(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    store = shutil.copy(shared.with_demo_data(), tmp_path_factory.mktemp("walked"))
    engine = connect(f"sqlite:///{store}")
    accept(engine, local_person(), "luy-ke.xlsx", bytes_of(OTHERS), OTHERS)
    built = analysis.build(**vars(storage.analysis.load(engine)))
    engine.dispose()
    return built


@dataclass
class Case:
    """A report of the demo data, written in all its forms, and the figures of its scope and period."""

    analysis: Analysis
    view: Filters
    report: Report
    document: bytes
    slides: bytes
    book: bytes
    by: dict[tuple[Any, ...], dict[str, Any]] = field(default_factory=dict)

    @cached_property
    def annexes(self) -> dict[str, office.ReadTable]:
        return office.annexes(self.document)

    @cached_property
    def charts(self) -> list[office.ReadChart]:
        return office.charts(self.document)

    @cached_property
    def year_before(self) -> list[dict[str, Any]]:
        return _year_before(self)

    def figure(self, measure: str, kind: str | None, audience: str | None, unit: str) -> dict[str, Any]:
        return self.by[measure, kind, audience, unit]


def keyed(found: list[dict[str, Any]]) -> dict[tuple[Any, ...], dict[str, Any]]:
    """As `python -m exports figures --json` prints them, by what they measure."""
    printed = json.loads(json.dumps(found))
    return {(f["measure"], f["kind"], f["audience"], f["unit"]): f for f in printed}


@pytest.fixture(scope="module", params=CASES, ids=lambda c: f"{c[0]}-{c[1]['period']}")
def case(demo: Analysis, request: pytest.FixtureRequest) -> Case:
    unit, asked = request.param
    view = parse_filters({"unit": unit, **asked})
    made = report(demo, view, demo=True, today=TODAY)
    document, book = docx(made, Letterhead().of(unit)), workbook(made)
    return Case(demo, view, made, document, pptx(made), book, keyed(figures(demo, view)))


def whole(value: float | None) -> str:
    return "…" if value is None else f"{value:,.0f}".replace(",", ".")


def exact(value: float | None) -> str:
    """Whole numbers as they are, others with one decimal."""
    if value is None or float(value).is_integer():
        return whole(value)
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))


def share(value: float | None, target: float | None) -> str:
    """Per cent of a target: whole, but never 100 before it is met nor 0 where something was done."""
    if value is None or not target:
        return "…"
    percent = 100 * value / target
    if value < target and round(percent) >= 100:
        return f"{exact(int(percent * 10) / 10)}\u00a0%"
    if value > 0 and round(percent) == 0:
        return f"{exact(max(round(percent, 1), 0.1))}\u00a0%"
    return f"{round(percent)}\u00a0%"


def of(indicator: str) -> tuple[str, str | None, str | None]:
    found = INDICATORS[indicator]
    if found.kind is None:
        return indicator, None, None
    return found.measure, found.kind, found.audience


def test_annex_of_targets(case: Case) -> None:
    rows = office.titled(case.annexes, "Kết quả thực hiện").by_name()
    seen = 0
    for code, indicator in INDICATORS.items():
        if indicator.measure == "supplied" and case.view.unit != CITY:
            continue
        figure = case.figure(*of(code), case.view.unit)
        name = f"{code}. {indicator.label}" if code.startswith("T") else indicator.label
        counter, value, target, expected, percent, _, denominator, state = rows[name]
        assert counter == indicator.counter
        assert (value, target, expected) == tuple(exact(figure[f]) for f in ("value", "target", "expected"))
        assert percent == share(figure["value"], figure["target"])
        assert denominator == (exact(figure["denominator"]) if code.startswith("T") else "")
        words = {"met": "đã đạt", "not_met": "chưa đạt", "on_track": "đúng tiến độ", "far_behind": "chậm"}
        words |= {"needs_acceleration": "cần tăng tốc", "not_assessable": "chưa đánh giá được"}
        assert state[2:] == words[figure["status"] or "not_assessable"]
        seen += 1
    assert seen == (7 if case.view.unit == CITY else 5)


def counts(found: dict[tuple[Any, ...], dict[str, Any]], unit: str) -> list[str]:
    return [
        whole(found[measure, kind, None, unit]["value"])
        for kind in Kind
        for measure in ("activities", "attendances")
    ]


def test_annex_of_units_and_of_spans(case: Case) -> None:
    table = office.titled(case.annexes, "Hoạt động và lượt")
    assert table.heads[0][1::2] == list(KIND_LABELS.values())
    rows = table.by_name()
    if case.view.unit == CITY:
        expected = {"Toàn thành phố": counts(case.by, CITY)}
        listed = {u for _, _, _, u in case.by if u != CITY}
        expected |= {units.label(u, with_type=True): counts(case.by, u) for u in listed}
        missing = [name for name, values in expected.items() if name not in rows and set(values) != {"…"}]
        assert not missing
        assert rows == {name: values for name, values in expected.items() if name in rows}
        expecting = {u.code for u in units.reporting_units(min(case.view.period.end, case.report.as_of))}
        assert {units.label(u, with_type=True) for u in expecting} <= set(rows)
        return
    assert rows.pop(units.label(case.view.unit, with_type=True)) == counts(case.by, case.view.unit)
    spans = periods("quarter", case.view.calendar, case.view.period.start, case.report.as_of)
    assert list(rows) == [p.label[:1].upper() + p.label[1:] for p in spans]
    for period, values in zip(spans, rows.values(), strict=True):
        own = keyed(figures(case.analysis, case.view.only(period=period)))
        assert values == counts(own, case.view.unit)


def test_annex_of_audiences(case: Case) -> None:
    rows = office.titled(case.annexes, "Lượt tham gia").by_name()
    unit = case.view.unit
    for at, kind in enumerate(Kind):
        parts = 0
        for audience, label in AUDIENCE_LABELS.items():
            value = case.figure("attendances", kind, audience, unit)["value"]
            parts += value or 0
            assert rows[label][at] == whole(value)
        total = case.figure("attendances", kind, None, unit)["value"]
        assert rows["Tổng số lượt"][at] == whole(total)
        assert rows["Chưa phân đối tượng"][at] == whole(None if total is None else total - parts)
        assert rows["Trong đó: lượt nữ (nơi có ghi)"][at] == whole(
            case.figure("female", kind, None, unit)["value"]
        )


def test_annex_of_local_targets_by_unit(case: Case) -> None:
    found = case.annexes
    if case.view.unit != CITY:
        assert not [title for title in found if title.startswith("CHỈ TIÊU ĐỊA PHƯƠNG")]
        return
    table = office.titled(found, "Chỉ tiêu địa phương")
    local = [code for code in INDICATORS if code.startswith("L-")]
    by_name = {units.label(u, with_type=True): u for _, _, _, u in case.by if u != CITY}
    assert table.by_name()
    for name, values in table.by_name().items():
        expected = []
        for code in local:
            figure = case.figure(*of(code), by_name[name])
            expected += [exact(figure["value"]), exact(figure["target"])]
        assert values == expected


def test_annex_of_received_reports(case: Case) -> None:
    found = [t for title, t in case.annexes.items() if title.startswith("BÁO CÁO QUÝ")]
    rows = {name: values for table in found for name, values in table.by_name().items()}
    done = completeness(case.analysis, case.view)
    have, due = (sum(int(values[-1].split("/")[place]) for values in rows.values()) for place in (0, 1))
    assert (have, due) == (done.reports, done.due)
    silent = sum(values[:-1].count("–") for values in rows.values())
    assert silent == len(done.gaps) == due - have
    by_name = {units.label(u.code, with_type=True): u.code for u in units.all_units() if units.reports(u)}
    for name, values in rows.items():
        own = completeness(case.analysis, case.view.only(unit=by_name[name]))
        assert values[-1] == f"{own.reports}/{own.due}"


def test_workbook_holds_the_tables_of_the_document_as_numbers(case: Case) -> None:
    book = load_workbook(BytesIO(case.book))
    first, *sheets = book.worksheets
    about = {row[0]: row[1] for row in first.iter_rows(min_row=3, max_col=2, values_only=True)}
    done = completeness(case.analysis, case.view)
    assert about["Báo cáo quý đã nhận"] == f"{done.reports}/{done.due}"
    assert about["Lưu ý"].startswith("DỮ LIỆU MINH HỌA")
    found = list(case.annexes.values())
    assert len(sheets) == len(found) + 1
    for sheet, table in zip(sheets, found, strict=False):
        start = 3 + len(table.heads)
        for at, row in enumerate(table.rows):
            cells = [sheet.cell(start + at, column + 1) for column in range(len(row))]
            if len(set(row)) == 1 and len(row) > 1:
                assert cells[0].value == row[0]
                continue
            for cell, words in zip(cells, row, strict=True):
                assert as_read(cell) == words.replace("…", ""), (sheet.title, cell.coordinate)


def as_read(cell: Any) -> str:
    """A cell as the annex prints it; what is unknown is empty."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    if "%" in cell.number_format:
        return f"{exact(round(cell.value * 100, 4))}\u00a0%"
    return exact(cell.value)


def test_charts_hold_the_figures(case: Case) -> None:
    """In the document and on the slides: what is drawn is what the workbook inside the chart holds, and both
    are the figures."""
    drawn = case.charts
    told = [chart for part in case.report.parts for chart in part.charts]
    assert len(drawn) == len(told)
    on_slides = [slide.chart for slide in case.report.slides if slide.chart]
    shown = office.charts(case.slides)
    assert len(shown) == len(on_slides)
    for chart, read in zip([*told, *on_slides], [*drawn, *shown], strict=True):
        assert read.cached == read.stored
        CHECKS[chart.code.split("-")[0]](case, read.cached)


def _shares(case: Case, cached: dict[str, dict[str, float]]) -> None:
    for code in (c for c in INDICATORS if c.startswith("L-")):
        figure = case.figure(*of(code), case.view.unit)
        value = cached["Đã thực hiện"].get(INDICATORS[code].short_label)
        if figure["value"] is None or not figure["target"]:
            assert value is None
        else:
            assert f"{exact(value)}\u00a0%" == share(figure["value"], figure["target"])


def _units(case: Case, cached: dict[str, dict[str, float]]) -> None:
    focus = next(s.chart for s in case.report.slides if s.chart and s.chart.code.startswith("units"))
    code = next(c for c, i in INDICATORS.items() if focus.subtitle.startswith(f"{i.short_label} theo đơn vị"))
    by_name = {units.label(u, with_type=True): u for _, _, _, u in case.by if u != CITY}
    for name, target in cached["Chỉ tiêu"].items():
        figure = case.figure(*of(code), by_name[name])
        assert exact(target) == exact(figure["target"])
        assert cached["Đã thực hiện"].get(name) == figure["value"]


def _levels(case: Case, cached: dict[str, dict[str, float]]) -> None:
    t1 = case.figure("T1", None, None, case.view.unit)
    assert sum(v for values in cached.values() for v in values.values()) == t1["denominator"]
    recent = sum(cached["Có hoạt động trong 12 tháng"].values())
    assert round(100 * recent / t1["denominator"], 2) == t1["value"]


def _audiences(case: Case, cached: dict[str, dict[str, float]]) -> None:
    kinds = {"Lớp tập huấn": Kind.TRAINING_CLASS, "Buổi truyền thông": Kind.COMMUNICATION_SESSION}
    by_label = {label: code for code, label in AUDIENCE_LABELS.items()}
    for name, kind in kinds.items():
        total = case.figure("attendances", kind, None, case.view.unit)["value"]
        assert sum(cached[name].values()) == total
        for label, value in cached[name].items():
            if label in by_label:
                assert value == case.figure("attendances", kind, by_label[label], case.view.unit)["value"]


def _curve(case: Case, cached: dict[str, dict[str, float]]) -> None:
    last = [list(values.values())[-1] for name, values in cached.items() if name.startswith("Đã thực hiện")][
        -1
    ]
    plan = list(cached["Kế hoạch"].values())[-1]
    local = [case.figure(*of(c), case.view.unit) for c in INDICATORS if c.startswith("L-")]
    assert any(f["value"] == last and abs(f["expected"] - plan) <= 0.06 for f in local)


def _rates(case: Case, cached: dict[str, dict[str, float]]) -> None:
    ahead = parse_filters({"unit": case.view.unit, "as_of": case.report.as_of.isoformat()})
    by_name = {i.short_label: progress(case.analysis, i, ahead) for i in INDICATORS.values()}
    for name, value in cached["Nhịp 12 tháng qua"].items():
        assert f"{exact(value)}\u00a0%" == share(by_name[name].recent, by_name[name].needed)


def _reports(case: Case, cached: dict[str, dict[str, float]]) -> None:
    by_name = {units.label(u.code, with_type=True): u.code for u in units.all_units() if units.reports(u)}
    for name, have in cached["Đã nhận"].items():
        own = completeness(case.analysis, case.view.only(unit=by_name[name]))
        assert (have, cached["Còn thiếu"][name]) == (own.reports, own.due - own.reports)


CHECKS = {
    "shares": _shares, "units": _units, "levels": _levels, "audiences": _audiences, "curve": _curve,
    "rates": _rates, "reports": _reports,
}  # fmt: skip

# What is no figure: names of papers, days, years and periods, the hundred per cent of a target.
_NOT_FIGURES = re.compile(
    r"\d+/QĐ-TTg|\d+/UBND-KGVX|\d+/NQ-UBTVQH15|\d{1,2}-\d{1,2}-\d{4}|ngày \d+ tháng \d+ năm \d+|quý [IV]+/\d{4}"
    r"|\bT[123]\b|tháng \d+/\d{4}|\b\d+ tháng|năm \d{4}|2021–2025|2021 – 2025|hạn nộp tính là 10 ngày"
    r"|\d+/(?:KH|CV)-MH|Chương trình 830|dưới 16 tuổi|Hình \d+\.|^\d\. |\([IVX]+\)|một người dự ba buổi là ba lượt"
)
_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")


def said(case: Case) -> Iterator[str]:
    """Every sentence of the report, its captions, notes, slides and what stands below its tables, as read back."""
    yield from office.body(case.document)
    yield from office.footnotes(case.document)
    for slide in Presentation(BytesIO(case.slides)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield from shape.text_frame.text.splitlines()
    for annex in case.report.annexes:
        yield from annex.foot
    yield case.report.foot


def allowed(case: Case, *, of_units: bool) -> set[str]:
    """Every number that can be told from the figures of the view: its own, those of its days a year before, of
    the whole programme up to its last day, of the register and of completeness; `of_units`: also those of each
    unit."""
    ahead = parse_filters({"unit": case.view.unit, "as_of": case.report.as_of.isoformat()})
    numbers: set[float] = set()
    for figure in [*case.by.values(), *figures(case.analysis, ahead), *case.year_before]:
        if of_units or figure.get("unit", case.view.unit) == case.view.unit:
            numbers |= set(_around(figure))
    done = completeness(case.analysis, case.view)
    numbers |= {done.reports, done.due, done.due - done.reports, len(done.gaps)}
    numbers |= _beside_figures(case)
    forms = {whole(abs(n)) for n in numbers} | {exact(abs(round(n, 1))) for n in numbers}
    forms |= {f"{n:,.1f}".translate(str.maketrans(",.", ".,")) for n in map(abs, numbers)}
    return forms | {str(n) for n in range(10)}


def _around(figure: dict[str, Any]) -> Iterator[float]:
    """A figure's value, target, plan, denominator, provisional part, what lies between them, and shares."""
    told = ("value", "target", "expected", "denominator", "provisional")
    yield from (figure[f] for f in told if figure.get(f) is not None)
    value, target, expected = figure["value"], figure["target"], figure["expected"]
    if value is not None:
        for other in (target, expected):
            if other:
                yield from (other - value, 100 * value / other)
        if figure["denominator"]:
            reached = round(value * figure["denominator"] / 100)
            yield from (reached, 100 * reached / figure["denominator"])


def _year_before(case: Case) -> list[dict[str, Any]]:
    code = case.view.period.code
    if code == "all":
        return []
    before = parse_filters(
        {
            "unit": case.view.unit,
            "period": str(int(code) - 1),
            "as_of": case.report.as_of.replace(year=case.report.as_of.year - 1).isoformat(),
        }
    )
    done = completeness(case.analysis, before)
    found = figures(case.analysis, before)
    now = [case.by[f["measure"], f["kind"], f["audience"], f["unit"]] for f in found if _in(case, f)]
    pairs = zip((f for f in found if _in(case, f)), now, strict=True)
    changes = [
        {**f, "value": (n["value"] or 0) - (f["value"] or 0), "target": None, "expected": None}
        for f, n in pairs
    ]
    reports = [
        {"value": n, "target": None, "expected": None, "denominator": None} for n in (done.reports, done.due)
    ]
    return [*found, *changes, *reports]


def _in(case: Case, f: dict[str, Any]) -> bool:
    return (f["measure"], f["kind"], f["audience"], f["unit"]) in case.by


def _beside_figures(case: Case) -> set[float]:
    """Shares of attendances, levels of T1, days late, and counts of rows of the annexes."""
    found: set[float] = set()
    for kind in Kind:
        total = case.figure("attendances", kind, None, case.view.unit)["value"]
        parts = [case.figure("attendances", kind, a, case.view.unit)["value"] or 0 for a in AUDIENCE_LABELS]
        found |= {100 * part / total for part in parts if total}
        found.add((total or 0) - sum(parts))
    for read in case.charts[:1]:
        recent = read.cached["Có hoạt động trong 12 tháng"]
        for level, value in recent.items():
            whole_level = sum(values.get(level, 0) for values in read.cached.values())
            found |= {value, whole_level, 100 * value / whole_level}
    for unit in {u for _, _, _, u in case.by}:
        own = completeness(case.analysis, case.view.only(unit=unit))
        found |= {own.due, own.due - own.reports}
    for table in case.annexes.values():
        found.add(len(table.by_name()))
    return found | _rates_and_days(case) | _work(case)


def _work(case: Case) -> set[float]:
    """Documents of the period and tasks up to its last day, counted from the registers' own rows."""
    own = {u for _, _, _, u in case.by} if case.view.unit == CITY else {case.view.unit}
    start, day = span(case.view)[0], case.report.as_of
    issued = [
        d for d in case.analysis.work.directives if d.unit in own and start <= d.details.issued_on <= day
    ]
    tasks = [
        t.details
        for t in case.analysis.work.tasks
        if t.unit in own and t.details.assigned_on and t.details.assigned_on <= day
    ]
    done = [t for t in tasks if t.done_on and t.done_on <= day]
    late = [t for t in tasks if t not in done and t.due_date and t.due_date < day]
    return {float(len(found)) for found in (issued, tasks, done, late)} | {float(len(issued) - 5)}


def _rates_and_days(case: Case) -> set[float]:
    """Needed and recent rates as `program.figures.progress` gives them, days late by `program.reporting.timeliness`, days
    that count settings."""
    found: set[float] = {24, 10, len(case.report.slides)}
    ahead = parse_filters({"unit": case.view.unit, "as_of": case.report.as_of.isoformat()})
    for indicator in INDICATORS.values():
        p = progress(case.analysis, indicator, ahead)
        found |= {rate for rate in (p.needed, p.recent) if rate is not None}
    late = [c for c in cells(case.analysis.arrivals, "quarter", case.view.as_of or TODAY).values() if c.days]
    return found | {float(c.days or 0) for c in late} | {float(n) for n in range(len(late) + 1)}


def test_every_number_in_words_is_one_of_the_figures(case: Case) -> None:
    of_whole, of_units = (allowed(case, of_units=wide) for wide in (False, True))
    names = [units.label(u, with_type=True)[1:] for _, _, _, u in case.by if u != CITY]
    strange = [
        (number, sentence)
        for sentence in said(case)
        for number in _NUMBER.findall(_NOT_FIGURES.sub(" ", sentence.replace("\u2011", "-")))
        if number not in (of_units if any(name in sentence for name in names) else of_whole)
    ]
    assert not strange


def test_the_words_say_the_leading_figures(case: Case) -> None:
    words = "\n".join(office.body(case.document))
    unit = case.view.unit
    for kind, counted in (
        (Kind.TRAINING_CLASS, "lớp tập huấn"),
        (Kind.COMMUNICATION_SESSION, "buổi truyền thông"),
    ):
        n = case.figure("activities", kind, None, unit)["value"]
        seats = case.figure("attendances", kind, None, unit)["value"]
        assert f"{whole(n)} {counted}, {whole(seats)} lượt tham gia" in words
    t1 = case.figure("T1", None, None, unit)
    reached = round(t1["value"] * t1["denominator"] / 100)
    assert f"{whole(reached)}/{whole(t1['denominator'])} trường trong sổ có hoạt động" in words
    done = completeness(case.analysis, case.view)
    assert any(
        f"trên {done.reports}/{done.due} báo cáo quý đã đến hạn" in n for n in office.footnotes(case.document)
    )
    assert (f"Thiếu {len(done.gaps)}/{done.due} báo cáo quý" in words) == bool(done.gaps)
    for kind in (Kind.TRAINING_CLASS, Kind.COMMUNICATION_SESSION):
        total = case.figure("attendances", kind, None, unit)["value"]
        for audience in ("parents", "children_out_of_school"):
            n = case.figure("attendances", kind, audience, unit)["value"]
            portion = f"{100 * n / total:.1f}".replace(".", ",")
            assert f"{AUDIENCE_LABELS[audience][1:]} {whole(n)} lượt ({portion}\u00a0%)" in words
    for before in (f for f in case.year_before[: len(case.by)] if f.get("measure") == "activities"):
        if (
            before["audience"]
            or before["unit"] != unit
            or before["kind"] not in ("training_class", "communication_session")
        ):
            continue
        now = case.figure("activities", before["kind"], None, unit)["value"]
        change = now - before["value"]
        told = "bằng" if not change else f"{'tăng' if change > 0 else 'giảm'} {whole(abs(change))} "
        assert re.search(rf"{told}.*cùng kỳ năm trước \({whole(before['value'])} ", words)
    for code in (c for c in INDICATORS if c.startswith("L-")):
        figure, indicator = case.figure(*of(code), unit), INDICATORS[code]
        assert f"{indicator.short_label}: {whole(figure['value'])} {indicator.counter} trên chỉ tiêu" in words
        assert f"đạt {share(figure['value'], figure['target'])}" in words


def test_demo_data_is_marked_everywhere(case: Case) -> None:
    mark = "DỮ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
    assert mark in office.body(case.document)
    feet = [office.part(case.document, n).decode() for n in office.names(case.document) if "footer" in n]
    assert feet
    assert all(mark in foot for foot in feet)
    pages = [n for n in office.names(case.slides) if Path(n).match("ppt/slides/slide*.xml")]
    assert len(pages) == 5
    assert all(mark in office.part(case.slides, page).decode() for page in pages)


@pytest.mark.parametrize(
    ("period", "classes", "people"),
    [("2023", "12", "1.200"), ("2023-H1", "5", "500"), ("2023-H2", "7", "700")],
)
def test_what_nobody_said_is_no_nought_and_a_running_total_counts_once(
    demo: Analysis, period: str, classes: str, people: str
) -> None:
    made = report(demo, parse_filters({"unit": "SO-YT", "period": period}), today=TODAY)
    document = docx(made, Letterhead().of("SO-YT"))
    words, annexes = "\n".join(office.body(document)), office.annexes(document)
    assert f"{classes} lớp tập huấn, chưa rõ số lượt tham gia" in words
    assert f"{classes} buổi truyền thông, {people} lượt tham gia" in words
    whole_row = next(r for t in annexes.values() for r in t.rows if r[0].startswith("Sở Y tế") and len(r) > 4)
    assert whole_row[1:5] == [classes, "…", classes, people]
    by_audience = [
        r for t in annexes.values() for r in t.rows if r[0] in (*AUDIENCE_LABELS.values(), "Tổng số lượt")
    ]
    assert {r[1] for r in by_audience} == {"…"}
    assert all("Lớp tập huấn" not in chart.cached for chart in office.charts(document))
