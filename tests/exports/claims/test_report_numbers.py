"""Every number of the report, its annexes, its workbook and its slides is the one of `figures`, for the demo data:
the documents are read back and walked."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

import storage.conflicts.desk
import storage.reading.analysis
from access import local_person
from exports.report.document import docx
from exports.report.letterhead import Letterhead
from exports.report.workbook import workbook
from exports.slides.presentation import pptx
from program import units
from program.conflicts.desk import Desk
from program.filters import CITY, Filters, parse_filters
from program.measures import analysis
from program.measures.analysis import Analysis, span
from program.measures.completeness import completeness
from program.measures.figure_list import figures
from program.measures.figures import progress
from program.periods import periods
from program.report.conflicts_note import waiting_note
from program.report.draft import report
from program.report.parts import Report
from program.reporting.timeliness import Cell, Sent, cells
from program.schools.reach import State, schools_view
from program.targets.supplied import Supplied
from program.vocabulary import AUDIENCE_LABELS, INDICATORS, KIND_LABELS, Kind
from storage.database import connect
from storage.intake.submissions import accept
from tests.exports import office
from tests.exports.claims.claiming import Figure, Told, exact, keyed, of, part, share, whole
from tests.exports.claims.sentences import strange
from tests.storage.build import bytes_of
from tests.storage.build import record as storage_record
from tests.storage.build import report as storage_report
from tests.stores import Shared

_MIDYEAR = {"period": "2024", "as_of": "2024-06-30"}
CASES = [
    *((CITY, period) for period in ({"period": "2023"}, _MIDYEAR, {"period": "all"})),
    *(("492", period) for period in ({"period": "2023"}, {"period": "all"})),
    *(("497", period) for period in (_MIDYEAR, {"period": "all"})),
]
# A half-year, schools never reached, a ward since 1-7-2025, an organisation.
OTHER_SCOPES = [(CITY, {"period": "2023-H1"}), ("20242", {"period": "all"}), ("SO-YT", {"period": "2023"})]
# What agencies supplied, in the first of them.
SUPPLIED = tuple(
    Supplied(
        n,
        code,
        date(2023, 5, 31),
        numerator,
        9,
        "Công an thành phố",
        paper,
        "",
        datetime(2023, 6, 2, tzinfo=UTC),
    )
    for n, (code, numerator, paper) in enumerate((("T2", 7, "12/BC-CATP"), ("T3", 2, None)), start=1)
)
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
def demo(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> tuple[Analysis, Desk]:
    store = shutil.copy(shared.with_demo_data(), tmp_path_factory.mktemp("walked"))
    engine = connect(f"sqlite:///{store}")
    accept(engine, local_person(), "luy-ke.xlsx", bytes_of(OTHERS), OTHERS)
    built = (
        analysis.build(**vars(storage.reading.analysis.load(engine))),
        storage.conflicts.desk.waiting(engine),
    )
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
    told: Told

    @cached_property
    def annexes(self) -> dict[str, office.ReadTable]:
        return office.annexes(self.document)

    @cached_property
    def charts(self) -> list[office.ReadChart]:
        return office.charts(self.document)

    @property
    def by(self) -> dict[tuple[Any, ...], Figure]:
        return self.told.by

    def figure(self, measure: str, kind: str | None, audience: str | None, unit: str) -> dict[str, Any]:
        return self.by[measure, kind, audience, unit]


@pytest.fixture(scope="module", params=CASES, ids=lambda c: f"{c[0]}-{c[1]['period']}")
def case(demo: tuple[Analysis, Desk], request: pytest.FixtureRequest) -> Case:
    return written(*demo, *request.param)


def written(built: Analysis, desk: Desk, unit: str, asked: dict[str, str]) -> Case:
    view = parse_filters({"unit": unit, **asked})
    made = report(built, view, demo=True, today=TODAY, undecided=waiting_note(desk, view))
    document, book = docx(made, Letterhead().of(unit)), workbook(made)
    return Case(built, view, made, document, pptx(made), book, Told(built, view, made, desk, TODAY))


def percent(value: float | None, target: float | None) -> str:
    found = share(value, target)
    return found if found == "…" else f"{found}\u00a0%"


def once(value: float | None) -> str:
    """A figure rounded once, to a decimal where it is not whole then."""
    return exact(None if value is None else round(value, 1))


_TOLD = ("value", "target", "expected")


def test_annex_of_targets(case: Case) -> None:
    rows = office.titled(case.annexes, "Kết quả thực hiện").by_name()
    seen = 0
    for code, indicator in INDICATORS.items():
        if indicator.measure == "supplied" and case.view.unit != CITY:
            continue
        figure, exactly = case.figure(*of(code), case.view.unit), case.told.progress(code, case.view.unit)
        name = f"{code}. {indicator.label}" if code.startswith("T") else indicator.label
        counter, value, target, expected, portion, _, denominator, state = rows[name]
        assert counter == indicator.counter
        # Rounded once, as in the sentences: 54.054 is 54.05 in `figures` and 54,1 on paper.
        told = (exactly.value, exactly.target, exactly.expected)
        assert (value, target, expected) == tuple(map(once, told))
        assert all(n is None or abs(n - figure[f]) <= 0.005 for n, f in zip(told, _TOLD, strict=True))
        assert portion == percent(exactly.value, exactly.target)
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
            figure = case.told.progress(code, by_name[name])
            expected += [once(figure.value), once(figure.target)]
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
    came = cells(case.analysis.arrivals, "quarter", case.view.as_of or TODAY)
    for table in found:
        quarters = [f"quý {q}/{year}" for year, q in zip(*(head[1:-1] for head in table.heads), strict=True)]
        for name, values in table.by_name().items():
            for label, sign in zip(quarters, values[:-1], strict=True):
                (cell,) = [
                    c for c in came.values() if c.unit == by_name[name] and c.campaign.window.label == label
                ]
                assert sign == _sign(case, cell), (name, label)


def _sign(case: Case, cell: Cell) -> str:
    arrived = case.analysis.arrivals.by.get((cell.unit, cell.campaign.window.code))
    if arrived is None:
        return "–"
    return "0" if arrived.declared_zero else "M" if cell.sent == Sent.LATE else "x"


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
            assert f"{exact(value)}\u00a0%" == percent(figure["value"], figure["target"])


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
        assert f"{exact(value)}\u00a0%" == percent(by_name[name].recent, by_name[name].needed)


def _reports(case: Case, cached: dict[str, dict[str, float]]) -> None:
    by_name = {units.label(u.code, with_type=True): u.code for u in units.all_units() if units.reports(u)}
    for name, have in cached["Đã nhận"].items():
        own = completeness(case.analysis, case.view.only(unit=by_name[name]))
        assert (have, cached["Còn thiếu"][name]) == (own.reports, own.due - own.reports)


CHECKS = {
    "shares": _shares, "units": _units, "levels": _levels, "audiences": _audiences, "curve": _curve,
    "rates": _rates, "reports": _reports,
}  # fmt: skip


def said(case: Case) -> Iterator[tuple[str, str]]:
    """Every line of the report, its notes, slides, tables' feet and of the workbook's first and last sheets, as read
    back, each with where it stands."""
    yield from _in_sections(office.body(case.document))
    yield from (("note", line) for line in office.footnotes(case.document))
    for number, slide in enumerate(Presentation(BytesIO(case.slides)).slides, start=1):
        texts = (shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        yield from ((f"slide {number}", line) for text in texts for line in text.splitlines())
    about, *tables, text = load_workbook(BytesIO(case.book)).worksheets
    for row in about.iter_rows(values_only=True):
        yield "about", " | ".join(str(value) for value in row if value is not None)
    for sheet in tables:
        rows = sheet.iter_rows(values_only=True)
        yield from (("foot", str(row[0]).removesuffix(".")) for row in rows if row[0] and not any(row[1:]))
    yield from _in_sections(_MARKED.sub("", str(row[0])) for row in text.iter_rows(values_only=True))


def _in_sections(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    where = "body"
    for line in lines:
        where = "IV" if line.startswith("IV. ") else "body" if re.match("[IV]+[.] ", line) else where
        yield where, _NUMBERED.sub("", line)


# Marks of notes in the workbook.
_MARKED = re.compile(r" ?[(]\d{1,2}[)](?=[:;,. ]|$)")
# Headings of parts have the numbers of the template, captions those that the test below counts.
_NUMBERED = re.compile(r"^(?:Hình )?\d[.] (?=[A-ZĐ\d])")


def test_every_sentence_says_what_the_figures_say(case: Case) -> None:
    """A figure taken from elsewhere is found, and so is a digit that belongs to no known claim."""
    assert strange(case.told, said(case)) == []
    captions = re.findall(r"^Hình (\d+)[.]", "\n".join(office.body(case.document)), re.MULTILINE)
    assert captions == [str(place) for place in range(1, len(case.charts) + 1)]


@pytest.mark.parametrize("scope", OTHER_SCOPES, ids=lambda s: f"{s[0]}-{s[1]['period']}")
def test_every_sentence_of_other_scopes_too(demo: tuple[Analysis, Desk], scope: Any) -> None:
    case = written(replace(demo[0], supplied=SUPPLIED), demo[1], *scope)
    assert strange(case.told, said(case)) == []
    never = list(schools_view(case.analysis, case.view).of(State.NEVER))
    listed = [table.rows for title, table in case.annexes.items() if title.startswith("TRƯỜNG, CƠ SỞ")]
    rows = [[str(i), s.name, units.label(s.unit, with_type=True)] for i, s in enumerate(never, start=1)]
    assert [[row[0], row[1], row[4]] for table in listed for row in table] == rows
    assert bool(never) == (scope[0] == CITY)


def test_annex_of_documents_and_tasks(case: Case) -> None:
    rows = office.titled(case.annexes, "Văn bản ban hành").by_name()
    start, last = span(case.view)[0], case.report.as_of
    work = case.analysis.work
    own = {units.label(u, with_type=True): {u} for u in {one.unit for one in (*work.directives, *work.tasks)}}
    own["Toàn thành phố"] = {u for found in own.values() for u in found if units.unit(u).in_old_city}
    assert set(rows) <= set(own)
    for name, values in rows.items():
        issued = [d for d in work.directives if d.unit in own[name]]
        given = [t.details for t in work.tasks if t.unit in own[name]]
        given = [t for t in given if t.assigned_on and t.assigned_on <= last]
        done = [t for t in given if t.done_on and t.done_on <= last]
        late = [t for t in given if t not in done and t.due_date and t.due_date < last]
        within = [d for d in issued if start <= d.details.issued_on <= last]
        assert values == [
            whole(len(within) if issued else None),
            *(whole(len(found) if given else None) for found in (given, done, late)),
        ]


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
            assert f"{AUDIENCE_LABELS[audience][1:]} {whole(n)} lượt ({part(n, total)}\u00a0%)" in words
    for code in (c for c in INDICATORS if c.startswith("L-")):
        figure, indicator = case.figure(*of(code), unit), INDICATORS[code]
        assert f"{indicator.short_label}: {whole(figure['value'])} {indicator.counter} trên chỉ tiêu" in words
        assert f"đạt {percent(figure['value'], figure['target'])}" in words


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
    demo: tuple[Analysis, Desk], period: str, classes: str, people: str
) -> None:
    made = report(demo[0], parse_filters({"unit": "SO-YT", "period": period}), today=TODAY)
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
