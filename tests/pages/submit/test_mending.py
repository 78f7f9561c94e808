"""Nộp báo cáo: one answer mends all its cells and is remembered for the unit."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

import storage.intake.answers
from pages.parts.figures import results
from pages.submit import checked as checking
from program.submissions.mending import Answer, Asked, Mending, Question
from storage.intake import submissions
from storage.reading.analysis import load
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, written
from tests.pages.submit.mending_files import (
    ASKING,
    HEADINGS,
    KNOWN,
    PAGE,
    SOUND,
    choose,
    folds,
    headers,
    question,
    state,
    workbook,
)

MEANT = Answer(Question.UNIT, "khu hc", "492")


def with_column(heading: str, *cells: Any) -> bytes:
    """Two sound rows and one more column."""
    book = openpyxl.load_workbook(BytesIO(SOUND))
    for row, cell in enumerate((heading, *cells), 3):
        book["Hoạt động"].cell(row, len(HEADINGS) + 1, cell)
    written_to = BytesIO()
    book.save(written_to)
    return written_to.getvalue()


def remembered() -> list[tuple[str | None, Answer]]:
    return [(k.unit, k.answer) for k in storage.intake.answers.kept(results.engine())]


class TestAnswers:
    def test_a_file_that_names_no_unit_asks_whose_it_is_and_keeps_no_convention(
        self, empty_start: Start
    ) -> None:
        app = choose(empty_start(PAGE), ("moi.xlsx", workbook(("", 60), ("", 60))))
        asked = question(app, "Tệp không ghi đơn vị nào: đây là số liệu của đơn vị nào? (ô ")
        # What is typed into a cell of such a row would take the place of its words.
        assert not app.data_editor
        asked.select("493").run()
        assert "Tệp là số liệu của **Quận Sơn Trà**" in written(app)
        assert not app.checkbox
        button(app, "Nhận 2 hoạt động").click().run()
        (taken,) = submissions.history(results.engine())
        assert (taken.state, taken.unit, remembered()) == ("accepted", "493", [])

    def test_one_answer_mends_all_its_cells_at_once(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("quy-2.xlsx", ASKING))
        assert "Trả lời 1 câu hỏi để đọc được thêm 3 dòng" in headers(app)
        asked = question(app, "“Khu HC” là đơn vị nào? (ô E7, E8 và E9)")
        assert asked.value is None
        asked.select("492").run()
        assert "Đã đọc lại tệp: thêm 3 dòng đọc được, bớt 3 lỗi." in written(app)
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 6 hoạt động."
        assert "“Khu HC” là **Quận Hải Châu**" in written(app)
        assert not [h for h in headers(app) if h.startswith("Trả lời")]
        button(app, "Nhận 6 hoạt động").click().run()
        (taken,) = submissions.history(results.engine())
        assert (taken.state, taken.counts) == ("accepted", {"activities": 6})
        assert submissions.mending_of(results.engine(), results.actor(), taken.id) == Mending(
            frozenset({MEANT})
        )

    def test_an_answer_is_remembered_when_the_file_is_accepted_and_not_before(
        self, empty_start: Start
    ) -> None:
        app = choose(empty_start(PAGE), ("quy-2.xlsx", ASKING))
        question(app, "Khu HC").select("492").run()
        assert remembered() == []
        button(app, "Nhận 6 hoạt động").click().run()
        assert remembered() == [("492", MEANT)]
        assert [k.words for k in storage.intake.answers.kept(results.engine())] == ["Khu HC"]

    def test_an_answer_need_not_be_remembered(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("quy-2.xlsx", ASKING))
        question(app, "Khu HC").select("492").run()
        assert "của quận Hải Châu" in app.checkbox[0].label
        app.checkbox[0].uncheck().run()
        button(app, "Nhận 6 hoạt động").click().run()
        assert state(app) == ["accepted"]
        assert remembered() == []

    def test_an_answer_is_taken_back(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("quy-2.xlsx", ASKING))
        question(app, "Khu HC").select("490").run()
        button(app, "Trả lời lại").click().run()
        assert "bớt 3 dòng đọc được" in written(app)
        assert question(app, "Khu HC").value is None

    def test_what_is_remembered_is_applied_shown_and_forgotten(self, empty_start: Start) -> None:
        app = empty_start(PAGE)
        storage.intake.answers.remember(results.engine(), results.actor(), "492", [MEANT])
        choose(app, ("quy-3.xlsx", ASKING))
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 6 hoạt động."
        assert {"Đã áp dụng 1 quy ước đã nhớ", "Quy ước đã nhớ (1)"} <= set(folds(app))
        app.button(key="aside-1").click().run()
        assert "Đã áp dụng 1 quy ước đã nhớ" not in folds(app)
        question(app, "Khu HC").select("490").run()
        assert "Không dùng cho tệp này: “khu hc” là" in written(app)
        assert not app.checkbox  # what is said of this file alone is not remembered
        button(app, "Dùng lại quy ước").click().run()
        app.button(key="ask-forget-applied-1").click().run()
        assert remembered() == [("492", MEANT)]
        app.button(key="ask-yes").click().run()
        assert remembered() == []
        assert "Trả lời 1 câu hỏi để đọc được thêm 3 dòng" in headers(app)

    def test_a_unit_named_only_above_the_table_is_remembered_too(self, empty_start: Start) -> None:
        app = empty_start(PAGE)
        kind = Answer(Question.KIND, "trà chiều số", "contest")
        storage.intake.answers.remember(results.engine(), results.actor(), "492", [kind])
        book = openpyxl.Workbook()
        for row in (
            ["Đơn vị báo cáo: UBND quận Hải Châu"],
            ["Tên hoạt động", "Loại hoạt động", "Ngày tổ chức", "Lượt cha mẹ"],
            ["Em và mạng", "Trà chiều số", "12/05/2023", 60],
        ):
            book.active.append(row)  # type: ignore[union-attr]
        written_to = BytesIO()
        book.save(written_to)
        choose(app, ("ngay-hoi.xlsx", written_to.getvalue()))
        assert "Đã áp dụng 1 quy ước đã nhớ" in folds(app)

    def test_without_questions_there_is_nothing_to_answer_or_remember(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("tot.xlsx", SOUND))
        assert not [h for h in headers(app) if h.startswith("Trả lời")]
        assert not app.checkbox
        assert not [f for f in folds(app) if "câu hỏi" in f or "quy ước" in f.lower()]

    def test_a_column_of_figures_left_aside_is_asked_about(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("cot.xlsx", with_column("SL TNT", 5, 7)))
        assert "Trả lời 1 câu hỏi để đọc đúng tệp" in headers(app)
        asked = question(app, "Cột “SL TNT” là số liệu gì?")
        assert {"Không dùng cột này", "Lượt: Trẻ em ngoài trường học", "Trong đó lượt nữ"} <= set(
            asked.options
        )
        asked.select("attendances.children_out_of_school").run()
        assert list(app.table[1].value["Lượt tham gia"]) == ["132"]
        assert "Cột “SL TNT” là **Lượt: Trẻ em ngoài trường học**" in written(app).replace("\\", "")

    def test_a_column_of_words_is_asked_about_aside(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("cot.xlsx", with_column("Tình hình", "đông vui", "rất đông")))
        assert not [h for h in headers(app) if h.startswith("Trả lời")]
        assert "1 câu hỏi thêm, không bắt buộc" in folds(app)
        question(app, "Cột “Tình hình” là số liệu gì?").select("not_used").run()
        assert "Cột “Tình hình” là **Không dùng cột này**" in written(app)
        assert not [f for f in folds(app) if "câu hỏi thêm" in f]

    def test_days_of_two_readings_are_asked_about_with_both_readings(self, empty_start: Start) -> None:
        days = {0: "05/25/2023", 1: "05/06/2023", 2: "06/07/2023"}
        app = choose(empty_start(PAGE), ("ngay.xlsx", workbook(KNOWN, KNOWN, KNOWN, days=days)))
        asked = question(app, "Ngày trong tệp được ghi theo thứ tự nào?")
        assert asked.options == [
            "Ngày trước, tháng sau: 05/06/2023 là ngày 5 tháng 6 năm 2023",
            "Tháng trước, ngày sau: 05/06/2023 là ngày 6 tháng 5 năm 2023",
        ]
        asked.select("month_first").run()
        button(app, "Nhận 3 hoạt động").click().run()
        taken = set(load(results.engine()).activities["start_date"].dt.date)
        assert taken == {date(2023, 5, 25), date(2023, 5, 6), date(2023, 6, 7)}

    def test_an_answer_that_makes_the_file_worse_says_so_and_is_taken_back(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("cot.xlsx", with_column("Tình hình", "đông vui", "rất đông")))
        question(app, "Tình hình").select("attendances_total").run()
        assert app.title[0].value.startswith("Chưa nhận được tệp này: ")
        assert "bớt 2 dòng đọc được, thêm 2 lỗi" in written(app)
        button(app, "Trả lời lại").click().run()
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 2 hoạt động."

    def test_an_answer_that_the_file_cannot_follow_is_asked_again(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = Asked(Question.HEADING, "Tình hình", (("Hoạt động", "G3"),))
        monkeypatch.setattr(checking, "asked", lambda _: [asked])
        app = choose(empty_start(PAGE), ("cot.xlsx", SOUND))
        question(app, "Tình hình").select("attendances_total").run()
        assert "“Tổng lượt tham gia” không hợp với nội dung các ô này" in written(app)
        assert question(app, "Tình hình").value == "attendances_total"
        assert "Trả lời lại" not in labels(app)
