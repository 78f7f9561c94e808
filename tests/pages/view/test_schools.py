"""Trường học: T1 by level and by unit, counted again from the demo register by plain loops."""

import csv
import io
import re
from datetime import date

from exports.as_csv.schools import schools_csv
from locales.messages import use
from pages.parts.schools import words as school_words
from program.filters import parse_filters
from program.schools.reach import State, schools_view
from tests.pages.conftest import Start
from tests.pages.said import spoken, tables
from tests.pages.view.test_overview import counted, figure, plain_key, schools, sheet_rows, vi, words
from tests.program.frames import built, record, school, target

PAGE = "pages/view/schools.py"
DAY = date(2024, 6, 30)
EARLY = date(2022, 12, 31)
T1 = target("T1", "48", date(2021, 6, 1), date(2025, 12, 31), 100, "official")


def test_levels_are_those_of_the_register(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=DAY.isoformat())
    reached = schools(DAY)
    shown = words(figure(app, "levels"))
    for n, of in reached.values():
        assert f"{vi(n)}/{vi(of)} trường" in shown
    n, of = (sum(pair[i] for pair in reached.values()) for i in (0, 1))
    assert f"{vi(n)}/{vi(of)} trường" in spoken(app.title[0].value)


def test_schools_never_reached_are_listed_with_their_ward(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=EARLY.isoformat())
    held = {
        plain_key(line.school)
        for line in counted("city", date(2021, 6, 1), EARLY)
        if line.school and line.count
    }
    text = str(tables(app))
    missing = 0
    for row in sheet_rows("so-truong.xlsx", "Cấp học"):
        opened = row["Hoạt động từ ngày"].date()
        if row["Cấp học"] in ("Tiểu học", "Trung học cơ sở", "Trung học phổ thông") and opened <= EARLY:
            never = plain_key(row["Tên trường"]) not in held
            missing += never
            assert (row["Tên trường"] in text) == never, row
            assert not never or row["Phường/xã"] in text
    assert f"{missing} trường chưa từng có hoạt động" in spoken(app.title[0].value)


def test_all_schools_can_be_listed(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=DAY.isoformat(), schools="all")
    text = str(tables(app))
    assert "Trường Tiểu học Minh họa Hải Châu 01" in text


def test_the_numbers_lead_to_the_schools_and_another_register_moves_them(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=DAY.isoformat(), open="schools-figures,what-if-schools")
    given = [part.proto.body for part in app.get("html") if "<table" in part.proto.body]
    figures, moved, _ = (re.sub(r"(?:<[^>]*>)+", "|", body) for body in given)
    n, of = (sum(pair[i] for pair in schools(DAY).values()) for i in (0, 1))
    assert f"|Tất cả|{vi(of)}|{vi(n)}|" in figures
    assert "schools?unit=492&amp;as_of=2024-06-30&amp;schools=never" in given[0]
    # The latest register is the one in use; on 1-6-2022 eight schools were not yet open.
    assert f"|Toàn thành phố (địa bàn cũ)|{vi(n)}|{vi(of)}|" in moved
    assert any("Không con số nào đổi." in m.value for m in app.markdown)
    (chosen,) = [one for one in app.selectbox if one.label == "Sổ trường như vào ngày"]
    chosen.select(date(2020, 9, 1)).run()
    (moved,) = [
        re.sub(r"(?:<[^>]*>)+", "|", part.proto.body)
        for part in app.get("html")
        if "nếu đổi" in part.proto.body
    ]
    assert f"|{vi(of - 8)}|" in moved
    assert any("nhiều nhất là" in m.value for m in app.markdown)


def test_without_a_register_it_says_what_to_do(empty_start: Start) -> None:
    app = empty_start(PAGE, as_of=DAY.isoformat())
    assert "chưa có mẫu số" in spoken(app.title[0].value)
    assert not app.get("plotly_chart")
    assert any("Nộp sổ trường" in m.value for m in app.markdown)


def test_one_district(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of=DAY.isoformat(), unit="492")
    assert "trường của quận Hải Châu" in spoken(app.title[0].value)
    text = str(tables(app))
    assert "Minh họa Sơn Trà" not in text


def test_schools_stand_under_the_new_units_after_the_break(demo_start: Start) -> None:
    app = demo_start(PAGE, as_of="2025-12-31")
    assert any("phường, xã mới" in m.value for m in app.markdown)
    shown = words(figure(app, "school-units"))
    assert "Phường Hải Châu" in shown
    assert "Quận Hải Châu" not in " ".join(shown)
    # Xã Hòa Liên was split between two new units.
    assert "Huyện Hòa Vang (đến 30‑6‑2025)" in shown
    split = sum(
        row["Phường/xã"] == "Xã Hòa Liên" and row["Cấp học"] != "Mầm non"
        for row in sheet_rows("so-truong.xlsx", "Cấp học")
    )
    assert any(f"{split} trường chưa rõ" in m.value for m in app.markdown)


SCHOOLS = [school("Trường Tiểu học A", "492"), school("Trường THCS B", "490", "lower_secondary")]
HELD = record("492", date(2024, 3, 1), school="Tiểu học A")
SENTENCES = [
    ([], [], [], "Sổ trường chưa có trường nào: chưa có mẫu số để tính mục tiêu T1."),
    ([], [T1], SCHOOLS, "Đến 30-6-2024 chưa có báo cáo nào; sổ trường có 2 trường."),
    # What the decision itself asks needs no workbook.
    ([HELD], [], SCHOOLS, ("Đến 30-6-2024, 1/2 trường (50,0 %) có hoạt động trong 12 tháng, chậm 17,2 điểm so với lộ "
                            "trình; cần thêm 1 trường để đạt 100 % vào 31-12-2025; 1 trường chưa từng có hoạt động, nhiều nhất ở "
                            "quận Liên Chiểu (1).")),
    ([HELD, record("490", date(2024, 3, 1), school="THCS B")], [T1], SCHOOLS,
     ("Đến 30-6-2024, 2/2 trường (100 %) có hoạt động trong 12 tháng, đạt mục tiêu 100 % "
      "(chưa kể cơ sở bảo vệ, nuôi dưỡng trẻ em); trường nào cũng từng có "
     "hoạt động.")),
]  # fmt: skip


def test_the_sentence_in_every_case() -> None:
    for rows, targets, register, text in SENTENCES:
        v = schools_view(built(rows, targets, register), parse_filters({"as_of": DAY.isoformat()}))
        assert school_words.said(v).replace("\u00a0", " ").replace("\u2011", "-") == text


def test_the_end_and_english() -> None:
    v = schools_view(built([HELD], [T1], SCHOOLS), parse_filters({"as_of": "2025-12-31"}))
    assert (
        "0/2 trường (0\u00a0%) có hoạt động trong 12 tháng, thiếu 2 trường so với mục tiêu"
        in school_words.said(v)
    )
    use("en")
    try:
        text = school_words.said(
            schools_view(built([HELD], [T1], SCHOOLS), parse_filters({"as_of": "2024-06-30"}))
        )
        assert text.replace("\u00a0", " ") == (
            "By 30 Jun 2024, 1 of 2 schools (50.0%) held an activity within 12 months, 17.2 points behind the path; "
            "1 school more needed to reach 100% by 31 Dec 2025; 1 school never did, most of them in quận Liên Chiểu (1)."
        )
    finally:
        use("vi")


def test_the_file_holds_what_is_listed_and_no_formula() -> None:
    register = [*SCHOOLS, school("=HYPERLINK(1)", "490")]
    v = schools_view(built([HELD], [T1], register), parse_filters({"as_of": DAY.isoformat()}))
    lines = list(csv.reader(io.StringIO(schools_csv(v.of(None), v.as_of).decode("utf-8-sig"))))
    assert [line[2] for line in lines[1:]] == ["Trường Tiểu học A", "'=HYPERLINK(1)", "Trường THCS B"]
    assert lines[1][4:] == ["Có hoạt động trong 12 tháng", "2024-03-01", "2024-06-30"]
    assert [s.name for s in v.of(State.NEVER)] == [
        line[2].lstrip("'") for line in lines[1:] if line[4] == "Chưa từng có"
    ]
