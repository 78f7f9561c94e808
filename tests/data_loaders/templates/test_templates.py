"""Templates: a filled one always loads clean, an untouched one gives nothing, "Không phát sinh" is heard."""

import io
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from data_loaders.__main__ import main
from data_loaders.check import check
from data_loaders.mending.questions import asked
from data_loaders.templates import Setting, TemplateError, columns, file_name, guide, setting
from program import units
from program.contract import TableKind
from program.periods import Calendar, parse_period
from program.units import CITY
from program.vocabulary import INDICATORS
from tests.data_loaders.sheets import records
from tests.data_loaders.templates.filling import FIRST_ROW, Filled, fill, filled, made, settings_of
from tests.exports import office

COUNTING = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)


def at(kind: TableKind = TableKind.ACTIVITIES, unit: str = "492", period: str = "2023-Q2") -> Setting:
    return setting(kind, unit, parse_period(period))


@lru_cache(maxsize=32)
def opened(of: Setting) -> Any:
    """The workbook, to look at."""
    raw = made(of)
    assert office.refused(raw) == []
    return openpyxl.load_workbook(io.BytesIO(raw))


@settings(max_examples=25, deadline=None)
@given(filled())
def test_a_filled_template_loads_clean_and_reads_back_the_same(given_: Filled) -> None:
    report = check(file_name(given_.at), given_.raw)
    assert report["issues"] == []
    assert asked(report) == []
    assert report["status"] == "ready"
    assert [t["kind"] for t in report["tables"]] == [given_.at.kind]
    found = [{k: v for k, v in r.items() if k != "source"} for r in records(report)]
    assert found == given_.expected


def test_people_alone_of_a_kind_are_no_number_of_classes() -> None:
    for women in ({}, {"female": 3}):
        row = {"kind": "Lớp tập huấn", "attendances_total": 20} | women
        (record,) = records(check("tep.xlsx", fill(at(TableKind.PARTICIPATION, period="2023"), [row])))
        assert (record["count"], record["attendances_total"]) == (None, 20)


def test_a_single_person_of_an_audience_is_no_tick_where_no_total_stands_beside() -> None:
    rows = [
        {"kind": "Lớp tập huấn", "attendances_total": 48},
        {"kind": "Hội thi, cuộc thi", "attendances.parents": 1, "attendances.other": 0},
    ]
    found = records(check("tep.xlsx", fill(at(TableKind.PARTICIPATION, period="2023"), rows)))
    assert [r["attendances"] for r in found] == [{}, {"parents": 1, "other": 0}]


def test_names_of_indicators_are_no_kinds_and_audiences_whatever_their_order() -> None:
    where = at(TableKind.TARGETS, CITY, "2023")
    names = ("L-classes-parents", "L-sessions", "L-classes-out-of-school")
    for order in permutations(names):
        report = check(
            "tep.xlsx", fill(where, [{"indicator": INDICATORS[n].label, "value": 5} for n in order])
        )
        assert (report["issues"], [r["indicator"] for r in records(report)]) == ([], list(order))


@pytest.mark.parametrize("kind", list(TableKind))
@pytest.mark.parametrize("name", ["mau.xlsx", "quan-hai-chau-quy-2-2023.xlsx"])
def test_an_untouched_template_gives_no_record_and_is_told_so(kind: TableKind, name: str) -> None:
    report = check(name, made(at(kind)))
    assert report["status"] == "rejected"
    assert records(report) == []
    assert [i["code"] for i in report["issues"]] == ["no_table"]


@pytest.mark.parametrize("where", settings_of(COUNTING)[::6], ids=file_name)
def test_nothing_happened_is_one_declared_zero(where: Setting) -> None:
    report = check("tep.xlsx", fill(where, [{"kind": "Không phát sinh"}]))
    assert (report["status"], report["issues"]) == ("ready", [])
    (record,) = records(report)
    assert (record["unit"], record["basis"], record["count"], record["attendances_total"]) == (
        where.unit,
        "declared_zero",
        0,
        0,
    )
    assert (record["start_date"], record["end_date"]) == (where.start.isoformat(), where.end.isoformat())


def test_nothing_happened_is_heard_in_the_title_too() -> None:
    (record,) = records(check("tep.xlsx", fill(at(), [{"title": "Không phát sinh hoạt động"}])))
    assert (record["basis"], record["unit"]) == ("declared_zero", "492")


@pytest.mark.parametrize("kind", list(TableKind))
def test_the_worked_examples_are_right_and_stand_on_their_own_sheet(kind: TableKind) -> None:
    where = at(kind)
    examples = dict(guide.examples(where, columns(where)))
    fields = {f"{c.heading}:": c.field for c in columns(where)}
    rows = [{fields[label]: cells[i] for label, cells in examples.items()} for i in (0, 1)]
    report = check("tep.xlsx", fill(where, rows))
    assert (report["status"], report["issues"], len(records(report))) == ("ready", [], 2)
    shown = {cell.value for row in opened(where)["Hướng dẫn"].iter_rows() for cell in row}
    assert set(examples) <= shown


@pytest.mark.parametrize(
    ("where", "row"),
    [
        (at(TableKind.POPULATION, "20242", "2025"), {"group": "Dân số", "year": 2025, "value": 9}),
        (at(TableKind.FOCAL_POINTS, "20242", "2025"), {"name": "Nguyễn Thị Minh", "position": "Chuyên viên"}),
        (
            at(TableKind.FOCAL_POINTS, CITY, "2025"),
            {"name": "Nguyễn Thị Minh", "unit": "Phường Hải Châu", "position": "Chuyên viên"},
        ),
        (
            at(TableKind.TARGETS, "SO-TC", "all"),
            {"indicator": "Buổi truyền thông", "unit": "Phường Hải Châu", "value": 9},
        ),
    ],
)
def test_a_name_that_an_old_ward_and_a_new_one_share_is_the_new_one(
    where: Setting, row: dict[str, Any]
) -> None:
    report = check("tep.xlsx", fill(where, [row]))
    assert ([r["unit"] for r in records(report)], report["issues"]) == (["20242"], [])


@pytest.mark.parametrize("kind", COUNTING)
@pytest.mark.parametrize("unit", ["HLHPN", "SO-GDDT", "492", "20242"])
@pytest.mark.parametrize("period", ["2023", "2025-H1", "2025-07", "2025-H2", "all"])
def test_places_are_those_of_the_unit_that_the_form_is_for(kind: TableKind, unit: str, period: str) -> None:
    try:
        where = at(kind, unit, period)
    except TemplateError:
        return
    # A summary of nothing but figures: communes beside them could be those who report.
    told = {"title": "Em an toàn", "start_date": where.start} if kind == TableKind.ACTIVITIES else {}
    rows = [
        {"kind": "Buổi truyền thông", "attendances.parents": 90 + n, "count": 1} | told
        for n in range(min(3, len(where.wards)) or 1)
    ]
    for row, ward in zip(rows, where.wards, strict=False):
        row["ward"] = ward
    report = check("tep.xlsx", fill(where, rows))
    assert (report["status"], report["issues"]) == ("ready", [])
    assert [(r["unit"], r["ward"]) for r in records(report)] == [(unit, r.get("ward")) for r in rows]


@pytest.mark.parametrize("period", ["2023", "2025", "all"])
def test_every_unit_that_a_form_of_schools_offers_is_read(period: str) -> None:
    where = at(TableKind.SCHOOLS, "SO-GDDT", period)
    rows = [
        {"name": f"Trường Tiểu học Hoa Mai {n}", "level": "Tiểu học", "unit": name}
        for n, name in enumerate(where.offered)
    ]
    report = check("tep.xlsx", fill(where, rows))
    assert (report["issues"], len(records(report))) == ([], len(rows))


def test_the_title_block_names_unit_period_and_days() -> None:
    sheet = opened(at())["Số liệu"]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "BÁO CÁO HOẠT ĐỘNG – CHƯƠNG TRÌNH 830",
        "Đơn vị báo cáo: Quận Hải Châu",
        "Kỳ báo cáo: quý II/2023 (từ 15-3-2023 đến 14-6-2023)",
    ]
    assert sheet.freeze_panes == f"C{FIRST_ROW}"
    assert sheet.auto_filter.ref == "A6:S206"


def rules(of: Setting) -> dict[str, Any]:
    """The rule of each field's cells."""
    sheet = opened(of)["Số liệu"]
    made_of = {str(r.sqref).split(":")[0]: r for r in sheet.data_validations.dataValidation}
    letters = [cell.column_letter for cell in sheet[6]]
    pairs = zip(columns(of), letters, strict=True)
    return {c.field: made_of[f"{a}{FIRST_ROW}"] for c, a in pairs if c.field != "ordinal"}


def offered(of: Setting, field: str) -> list[str]:
    """The words of a list, wherever they stand."""
    formula = rules(of)[field].formula1
    if formula.startswith('"'):
        return formula.strip('"').split(",")  # type: ignore[no-any-return]
    name, area = formula.split("!")
    book = opened(of)
    assert book[name.strip("'")].sheet_state == "hidden"
    return [row[0].value for row in book[name.strip("'")][area.replace("$", "")]]


def test_lists_days_and_numbers_are_checked_as_they_are_typed() -> None:
    found = rules(at())
    assert offered(at(), "kind") == [
        "Lớp tập huấn",
        "Buổi truyền thông",
        "Hội thi",
        "Hoạt động khác",
        "Không phát sinh",
    ]
    assert offered(at(), "delivery") == ["Trực tiếp", "Trực tuyến", "Kết hợp"]
    assert (found["start_date"].formula1, found["start_date"].formula2) == (
        "DATE(2023,3,15)",
        "DATE(2023,6,14)",
    )
    for field in ("count", "attendances.parents", "female", "attendances_total"):
        assert (found[field].type, found[field].operator) == ("whole", "greaterThanOrEqual")
    assert (found["attendances.parents"].formula1, found["count"].formula1) == ("0", "1")
    assert all(r.prompt for r in found.values())
    assert all(r.error for name, r in found.items() if name not in ("title", "organiser", "school"))


@pytest.mark.parametrize(
    ("unit", "period"), [("491", "2023"), ("491", "2025"), ("SO-YT", "2025-Q4"), ("497", "2024")]
)
def test_wards_are_those_of_the_unit_in_the_period(unit: str, period: str) -> None:
    where = at(unit=unit, period=period)
    names = offered(where, "ward")
    valid = [u for u in units.all_units() if u.level == "commune" and u.valid_within(where.start, where.end)]
    if unit == "SO-YT":
        assert {"Phường Hải Châu", "Xã Bà Nà"} <= set(names)
        assert "Phường Hải Châu I" not in names
    else:
        assert set(names) == {u.name for u in valid if u.parent == unit}
        assert len(names) > 5


def test_days_are_those_on_which_the_unit_and_the_programme_exist() -> None:
    def days(unit: str, period: str) -> tuple[date, date]:
        found = at(unit=unit, period=period)
        return found.start, found.end

    assert days("492", "2025") == (date(2024, 12, 15), date(2025, 6, 30))
    assert days("20242", "2025") == (date(2025, 7, 1), date(2025, 12, 14))
    assert days("SO-YT", "2021") == (date(2021, 6, 1), date(2021, 12, 14))
    assert "ward" not in [c.field for c in columns(at(unit="20242", period="2025"))]


@pytest.mark.parametrize(
    ("unit", "period", "words"),
    [
        ("492", "2025-Q4", "Quận Hải Châu không hoạt động"),
        ("20242", "2023", "Phường Hải Châu không hoạt động"),
        ("492", "2027", "nằm ngoài thời gian của Chương trình"),
        ("999", "2023", "Không có đơn vị báo cáo nào mang mã “999”"),
        (CITY, "2023", "Thành phố không có mẫu báo cáo hoạt động riêng"),
    ],
)
def test_a_template_that_nobody_can_fill_is_refused_in_words(unit: str, period: str, words: str) -> None:
    with pytest.raises(TemplateError, match=words):
        at(unit=unit, period=period)


@pytest.mark.parametrize("where", settings_of((TableKind.ACTIVITIES, TableKind.TARGETS))[::17], ids=file_name)
def test_no_cell_is_a_formula_and_every_message_fits(where: Setting) -> None:
    book = opened(where)
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} <= {"s", "n", "d"}
    for rule in book["Số liệu"].data_validations.dataValidation:
        assert max(len(rule.promptTitle or ""), len(rule.errorTitle or "")) <= 32
        assert max(len(rule.prompt or ""), len(rule.error or "")) <= 255
        assert len(rule.formula1 or "") <= 257


def test_a_name_that_begins_like_a_formula_stays_words() -> None:
    where = replace(at(TableKind.SCHOOLS, CITY), offered=("=1+1", "Hội thi, cuộc thi"))
    cells = [c for row in opened(where)["Danh mục"].iter_rows() for c in row if c.value == "=1+1"]
    assert [c.data_type for c in cells] == ["s"]


def test_the_version_unit_and_period_are_kept_inside() -> None:
    told = {p.name: p.value for p in opened(at()).custom_doc_props.props}
    assert told == {
        "template_version": "1",
        "template_kind": "activities",
        "template_unit": "492",
        "template_period": "2023-Q2",
        "template_calendar": "report",
    }


def test_a_school_year_is_a_period_of_a_template_too(tmp_path: Path) -> None:
    out = tmp_path / "mau.xlsx"
    asked_for = ["participation", "--unit", "SO-GDDT", "--period", "2023", "--calendar", "school"]
    assert main(["template", *asked_for, "--out", str(out)]) == 0
    book = openpyxl.load_workbook(out)
    sheet = book["Số liệu"]
    assert sheet["A3"].value == "Kỳ báo cáo: năm học 2023–2024 (từ 1-9-2023 đến 31-8-2024)"
    typed = {
        "Loại hoạt động *": "Buổi truyền thông",
        "Số lớp/buổi *": 3,
        "Lượt cha mẹ, người chăm sóc trẻ": 40,
    }
    for heading in sheet[FIRST_ROW - 1]:
        sheet.cell(FIRST_ROW, heading.column).value = typed.get(heading.value)
    stream = io.BytesIO()
    book.save(stream)
    report = check("mau.xlsx", stream.getvalue())
    (record,) = records(report)
    assert (report["status"], record["attendances_total"]) == ("ready", 40)
    assert (record["start_date"], record["end_date"]) == ("2023-09-01", "2024-08-31")
    made_for = setting(TableKind.SCHOOLS, "SO-GDDT", parse_period("2023", Calendar.SCHOOL))
    assert file_name(made_for) == "mau-truong-so-giao-duc-va-dao-tao-nam-hoc-2023-2024.xlsx"


def test_the_command_writes_a_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mau.xlsx"
    assert main(["template", "activities", "--unit", "492", "--period", "2023-Q2", "--out", str(out)]) == 0
    sheet = openpyxl.load_workbook(out)["Số liệu"]
    assert sheet["A2"].value == "Đơn vị báo cáo: Quận Hải Châu"
    assert main(["template", "activities", "--unit", "492", "--period", "2026", "--out", str(out)]) == 1
    assert "Quận Hải Châu không hoạt động" in capsys.readouterr().err
    lost = tmp_path / "khong-co" / "mau.xlsx"
    for unit, where, said in (
        ("492", lost, "không có thư mục"),
        ("492", tmp_path, "thư mục"),
        ("999", out, "mã “999”"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(["template", "activities", "--unit", unit, "--period", "2023", "--out", str(where)])
        assert ended.value.code == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong",
    [["template", "activities"], ["template", "x", "--unit", "492", "--period", "2023", "--out", "a"]],
)
def test_wrong_use_ends_with_2(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(wrong)
    assert end.value.code == 2


def test_the_period_of_the_command_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["template", "activities", "--unit", "492", "--period", "quý 2", "--out", "a"])
    assert end.value.code == 2
    assert "viết 2023, 2023-H1, 2023-Q2 hoặc 2023-05" in capsys.readouterr().err
