"""Nộp báo cáo: one answer mends all its cells and is remembered, cells are corrected in place, files are kept
from the first sight on, several are taken at once, and the effect on the unit is told beforehand."""

from datetime import date
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import storage.intake.answers
from access import Actor
from data_loaders.mending.remembering import look
from data_loaders.reading import read
from pages.parts.figures import results
from pages.submit import checked as checking
from pages.submit import effect
from pages.submit.mend import corrections, mending
from program.submissions.mending import NO_MENDING, Answer, Asked, Mending, Question
from storage.faults import Fault, StoreFault
from storage.intake import submissions
from storage.reading.analysis import data_version, load
from tests.data_loaders.reading import making
from tests.pages.conftest import Start
from tests.pages.handing_in import button, downloads, labels, open_submission, take, written
from tests.storage.build import error, record

PAGE = "pages/submit/upload.py"
HEADINGS = ("STT", "Tên hoạt động", "Loại hoạt động", "Ngày tổ chức", "Đơn vị", "Lượt cha mẹ")
KNOWN = ("Quận Hải Châu", 60)
UNKNOWN = ("Khu HC", 60)
MEANT = Answer(Question.UNIT, "khu hc", "492")


def workbook(*rows: tuple[Any, ...], days: dict[int, str] | None = None, offset: int = 0) -> bytes:
    """A sheet "Hoạt động": a row for each (unit, parents) from row 4 on, a day of May 2023 each."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Hoạt động"
    sheet.append(["BÁO CÁO HOẠT ĐỘNG NĂM 2023"])
    sheet.append([])
    sheet.append(HEADINGS)
    for n, (unit, parents) in enumerate(rows):
        day = (days or {}).get(n, f"{13 + n + offset}/05/2023")
        sheet.append([n + 1, f"Lớp số {n + 1 + offset}", "Lớp tập huấn", day, unit, parents])
    written_to = BytesIO()
    book.save(written_to)
    return written_to.getvalue()


def with_column(heading: str, *cells: Any) -> bytes:
    """Two sound rows and one more column."""
    book = openpyxl.load_workbook(BytesIO(SOUND))
    for row, cell in enumerate((heading, *cells), 3):
        book["Hoạt động"].cell(row, len(HEADINGS) + 1, cell)
    written_to = BytesIO()
    book.save(written_to)
    return written_to.getvalue()


ASKING = workbook(KNOWN, KNOWN, KNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
WRONG = workbook(KNOWN, KNOWN, KNOWN, days={1: "31/02/2023", 2: "mùng hai"})
SOUND = workbook(KNOWN, KNOWN, offset=10)


def choose(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    kind = "application/octet-stream"
    app.file_uploader[0].set_value([(name, raw, kind) for name, raw in files]).run()
    assert not app.exception, app.exception
    return app


def question(app: AppTest, words: str) -> Any:
    (found,) = [s for s in app.selectbox if words in s.label.replace("\\", "")]
    return found


def headers(app: AppTest) -> list[str]:
    return [h.value for h in app.header]


def folds(app: AppTest) -> list[str]:
    return [e.label for e in app.expander]


def state(app: AppTest) -> list[str]:
    return [s.state for s in submissions.history(results.engine())]


def remembered() -> list[tuple[str | None, Answer]]:
    return [(k.unit, k.answer) for k in storage.intake.answers.kept(results.engine())]


def type_in(app: AppTest, **texts: str) -> AppTest:
    """Type into the table of corrections, by cell."""
    editor = app.data_editor[0]
    rows = list(editor.value["cell"])
    edited = {rows.index(cell): {"text": text} for cell, text in texts.items()}
    app.session_state[str(editor.key)] = {"edited_rows": edited, "added_rows": [], "deleted_rows": []}
    app.run()
    assert not app.exception, app.exception
    return app


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


class TestCorrections:
    def test_a_corrected_cell_is_read_at_once_and_listed(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        assert app.title[0].value == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        table = app.data_editor[0].value
        assert list(table["cell"]) == ["D5", "D6"]
        assert list(table["found"]) == ["31/02/2023", "mùng hai"]
        type_in(app, D5="28/02/2023")
        assert app.title[0].value == "Tệp còn 1 lỗi; có thể nhận 2 hoạt động đúng."
        assert "Đã đọc lại tệp: thêm 1 dòng đọc được, bớt 1 lỗi." in written(app)
        assert list(app.data_editor[0].value["cell"]) == ["D5", "D6"]
        # No column more than a phone's screen has room for: how to write a cell stands below, with its finding.
        assert list(app.data_editor[0].value) == ["cell", "found", "text"]
        assert "Ghi ngày/tháng/năm" in written(app)
        type_in(app, D5="28/02/2023", D6="2/5/2023")
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 3 hoạt động."
        assert "Trang Hoạt động, ô D5: 31/02/2023 → **28/02/2023**" in written(app).replace("\\", "")
        assert "Tải tệp đã sửa" in downloads(app)
        assert not app.data_editor
        button(app, "Nhận 3 hoạt động").click().run()
        assert state(app) == ["accepted"]
        assert set(load(results.engine()).activities["start_date"].dt.date) >= {
            date(2023, 2, 28),
            date(2023, 5, 2),
        }
        # Taken back, the file is in hand again with what was corrected; that it was read anew is told once.
        button(app, "Rút lần nộp số 1").click().run()
        app.button(key="ask-yes").click().run()
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 3 hoạt động."
        assert [s.value for s in app.success] == ["Đã rút lần nộp số 1: 3 dòng thôi được tính."]

    def test_one_correction_is_undone_or_all(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        type_in(app, D5="28/02/2023", D6="2/5/2023")
        first = next(b for b in app.button if b.label == "Hoàn tác")
        first.click().run()
        assert app.title[0].value == "Tệp còn 1 lỗi; có thể nhận 2 hoạt động đúng."
        assert list(app.data_editor[0].value["cell"]) == ["D5"]
        type_in(app, D5="27/02/2023")
        button(app, "Hoàn tác cả 2 ô").click().run()
        assert app.title[0].value == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert "Hoàn tác" not in labels(app)

    def test_what_is_still_wrong_after_typing_says_so(self, empty_start: Start) -> None:
        app = type_in(choose(empty_start(PAGE), ("sai.xlsx", WRONG)), D5="30/02/2023")
        assert app.title[0].value == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert "vẫn chưa đúng" in written(app)

    def test_emptying_the_cell_again_takes_the_correction_back(self, empty_start: Start) -> None:
        app = type_in(choose(empty_start(PAGE), ("sai.xlsx", WRONG)), D5="28/02/2023")
        type_in(app, D5="")
        assert app.title[0].value == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert "Hoàn tác" not in labels(app)

    def test_cells_that_alone_keep_their_row_out_stand_first_and_few_are_shown(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(corrections, "CELLS_SHOWN", 50)
        rows = [*[KNOWN] * 100, ("Quận Hải Châu", "nhiều"), *[KNOWN] * 60]
        days = {n: "2/5/2023" if n < 100 else "30/02/2023" for n in range(161)}
        app = choose(empty_start(PAGE), ("nhieu.xlsx", workbook(*rows, days=days)))
        cells = list(app.data_editor[0].value["cell"])
        assert len(cells) == 50
        assert not {"D104", "F104"} & set(cells)
        assert "Còn 12 ô nữa, hiện ra khi đã sửa xong các ô trên." in written(app)

    def test_what_concerns_persons_cannot_be_typed_in(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        type_in(app, D5="cháu Nguyễn Văn An, 0905 123 456")
        assert "có thông tin cá nhân nên không được dùng" in app.error[0].value
        assert app.title[0].value == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert "0905" not in written(app)
        held = submissions.history(results.engine())
        assert [submissions.mending_of(results.engine(), results.actor(), s.id) for s in held] == [Mending()]
        assert "0905" not in str(app.session_state["mending"])

    def test_where_nothing_is_read_yet_the_page_still_helps(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("la.xlsx", workbook(("Quận Hải Châu", "rất nhiều"))))
        assert app.title[0].value.startswith("Chưa nhận được tệp này: ")
        assert state(app) == []
        type_in(app, F4="45")
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 1 hoạt động."
        assert state(app) == ["checked"]


class TestKept:
    def test_a_file_is_kept_from_the_first_sight_with_its_mending(self, empty_start: Start) -> None:
        app = type_in(choose(empty_start(PAGE), ("sai.xlsx", WRONG)), D5="28/02/2023")
        held = submissions.history(results.engine())[0]
        assert (held.state, held.file_name) == ("checked", "sai.xlsx")
        later = empty_start(PAGE)
        open_submission(later, held.id)
        button(later, "Làm tiếp với tệp này").click().run()
        assert later.title[0].value == "Tệp còn 1 lỗi; có thể nhận 2 hoạt động đúng."
        assert "được dùng lại" in written(later)
        assert app.title[0].value == later.title[0].value

    def test_another_file_does_not_take_over_the_mending_of_the_one_before(self, empty_start: Start) -> None:
        type_in(choose(empty_start(PAGE), ("sai.xlsx", WRONG)), D5="28/02/2023")
        later = empty_start(PAGE)
        open_submission(later, 1)
        button(later, "Làm tiếp với tệp này").click().run()
        choose(later, ("khac.xlsx", workbook(KNOWN, KNOWN, days={1: "30/02/2023"})))
        assert later.title[0].value == "Tệp còn 1 lỗi; có thể nhận 1 hoạt động đúng."

    def test_choosing_the_same_file_again_goes_on_where_it_was_left(self, empty_start: Start) -> None:
        type_in(choose(empty_start(PAGE), ("sai.xlsx", WRONG)), D5="28/02/2023")
        later = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        assert later.title[0].value == "Tệp còn 1 lỗi; có thể nhận 2 hoạt động đúng."
        button(later, "Chỉ nhận 2 dòng đúng").click().run()
        again = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        assert again.title[0].value == "Tệp này đã nhận một phần; còn dòng chưa nhận vì có lỗi."

    def test_the_rest_of_an_accepted_file_is_mended_later(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        button(app, "Chỉ nhận 1 dòng đúng").click().run()
        later = choose(empty_start(PAGE), ("sai.xlsx", WRONG))
        assert later.title[0].value == "Tệp này đã nhận một phần; còn dòng chưa nhận vì có lỗi."
        type_in(later, D5="28/02/2023")
        button(later, "Chỉ nhận 2 dòng đúng").click().run()
        assert len(load(results.engine()).activities) == 2
        assert "accepted" in state(later)

    def test_who_may_not_hand_in_leaves_nothing(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        app = empty_start(PAGE)
        refused = Actor("x", "Bình", frozenset())
        hold = submissions.hold
        # The right ends between the drawing of the page and the keeping.
        monkeypatch.setattr(
            submissions, "hold", lambda engine, _, *given, **named: hold(engine, refused, *given, **named)
        )
        choose(app, ("tot.xlsx", SOUND))
        assert state(app) == []


class TestSeveral:
    FILES = (("tot.xlsx", SOUND), ("sai.xlsx", WRONG), ("hoi.xlsx", ASKING))

    def test_each_has_its_state_and_one_is_looked_at(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), *self.FILES, ("rac.csv", b"rac"))
        assert app.title[0].value == "Nhận được ngay 1 tệp, cần sửa 3 tệp."
        assert [o.replace("\\", "") for o in app.radio[0].options] == [
            "**tot.xlsx** · ◆ không có lỗi, 2 hoạt động",
            "**sai.xlsx** · ▲ 2 lỗi cần sửa; 1 hoạt động đúng",
            "**hoi.xlsx** · ▲ 3 lỗi cần sửa; 3 hoạt động đúng",
            "**rac.csv** · ✕ chưa nhận được: không tìm thấy bảng số liệu",
        ]
        assert headers(app)[0] == "Tệp đọc được hết; có thể nhận 2 hoạt động."
        app.radio[0].set_value(app.radio[0].options[1]).run()
        assert headers(app)[0] == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert sorted(state(app)) == ["checked"] * 3

    def test_all_sound_ones_are_accepted_and_the_next_to_mend_is_shown(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("tot-2.xlsx", workbook(KNOWN, offset=5)), *self.FILES)
        button(app, "Nhận tất cả tệp không có lỗi (2 tệp)").click().run()
        assert not app.exception
        assert app.success[0].value == "Đã nhận 2 tệp: 3 dòng mới, 0 dòng thay đổi."
        assert app.title[0].value == "Cần sửa 2 tệp, đã nhận 2 tệp."
        assert sorted(state(app)) == ["accepted", "accepted", "checked", "checked"]
        assert headers(app)[0] == "Tệp còn 2 lỗi; có thể nhận 1 hoạt động đúng."
        assert not [label for label in labels(app) if label.startswith("Nhận tất cả")]
        app.run()
        assert not app.success

    def test_where_the_store_fails_between_two_files_both_are_named(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = submissions.accept

        def full(engine: Any, actor: Any, name: str, *given: Any, **said: Any) -> Any:
            if name == "tot.xlsx":
                raise StoreFault(Fault.FULL)
            return real(engine, actor, name, *given, **said)

        app = choose(empty_start(PAGE), ("tot-2.xlsx", workbook(KNOWN, offset=5)), ("tot.xlsx", SOUND))
        with monkeypatch.context() as failing:
            failing.setattr(submissions, "accept", full)
            button(app, "Nhận tất cả tệp không có lỗi (2 tệp)").click().run()
        assert not app.exception
        assert [e.value.replace("\\", "").splitlines()[1:] for e in app.error] == [
            ["Đã nhận: tot-2.xlsx.  ", "Chưa nhận: tot.xlsx."]
        ]
        assert app.title[0].value == "Nhận được ngay 1 tệp, đã nhận 1 tệp."
        assert sorted(state(app)) == ["accepted", "checked"]

    def test_one_mended_on_the_page_becomes_ready(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("hoi.xlsx", ASKING), ("sai.xlsx", WRONG))
        question(app, "Khu HC").select("492").run()
        assert "**hoi.xlsx** · ◆ không có lỗi, 6 hoạt động" in [
            o.replace("\\", "") for o in app.radio[0].options
        ]

    def test_the_same_bytes_twice_are_one_file(self, empty_start: Start) -> None:
        app = choose(empty_start(PAGE), ("a.xlsx", SOUND), ("b.xlsx", SOUND))
        assert not app.radio
        assert app.title[0].value == "Tệp đọc được hết; có thể nhận 2 hoạt động."

    def test_looking_at_one_does_not_read_the_others_again(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []

        def counted(name: str, raw: bytes, mending: Mending) -> Any:
            asked.append(name)
            return look(name, raw, mending)

        monkeypatch.setattr(checking, "look_apart", counted)
        app = choose(empty_start(PAGE), *[(f"{n}.xlsx", workbook(KNOWN, offset=n)) for n in range(8)])
        assert len(asked) == 9
        for _ in range(3):
            app.run()
        assert len(asked) == 9


def targets(value: float, unit: str = "492") -> Any:
    return {
        "indicator": "L-classes-parents", "unit": unit, "start_date": "2021-06-01", "end_date": "2025-06-30",
        "value": value, "authority": "local", "document": None, "source": {"sheet": "A", "row": 2},
    }  # fmt: skip


class TestEffect:
    def test_the_unit_before_and_after_and_nothing_is_written(self, empty_start: Start) -> None:
        app = empty_start(PAGE)
        take(targets(20), name="chi-tieu.xlsx", kind="targets")
        take(
            *[
                record(title=f"Cũ {n}", start_date=f"2022-05-{n + 1:02d}", end_date=f"2022-05-{n + 1:02d}")
                for n in range(3)
            ]
        )
        version, before = data_version(results.engine()), len(load(results.engine()).activities)
        choose(app, ("tot.xlsx", SOUND))
        assert "**Quận Hải Châu**: lớp cho cha mẹ 3 → **5** trên 20 lớp, vẫn ▼ chưa đạt." in written(
            app
        ).replace("\\", "")
        table = app.table[-1].value
        assert dict(table.loc[table["Chỉ tiêu"] == "Lớp cho cha mẹ"].iloc[0]) == {
            "Đơn vị": "Quận Hải Châu", "Chỉ tiêu": "Lớp cho cha mẹ", "Trước": "3\u00a0lớp", "Sau": "5\u00a0lớp",
            "Mục tiêu": "20\u00a0lớp", "Tình trạng": "▼ chưa đạt → ▼ chưa đạt",
        }  # fmt: skip
        assert (data_version(results.engine()), len(load(results.engine()).activities)) == (version, before)

    def test_a_file_that_changes_no_figure_says_so(self, empty_start: Start) -> None:
        app = empty_start(PAGE)
        take(*look("tot.xlsx", SOUND, NO_MENDING)[0]["tables"][0]["records"], name="cu.xlsx")
        assert "Tiến độ của các đơn vị không đổi." in written(choose(app, ("tot.xlsx", SOUND)))

    def test_of_several_units_three_are_told_and_all_stand_in_a_fold(self, empty_start: Start) -> None:
        names = ("Quận Hải Châu", "Quận Thanh Khê", "Quận Sơn Trà", "Quận Cẩm Lệ")
        app = choose(empty_start(PAGE), ("bon.xlsx", workbook(*[(name, 60) for name in names])))
        assert "Xem tiến độ trước và sau của cả 4 đơn vị" in folds(app)
        told = [line for line in written(app).splitlines() if line.startswith("- **Quận")]
        assert len(told) == 3
        assert set(app.table[-1].value["Đơn vị"]) == set(names)

    def test_for_a_long_file_it_is_reckoned_when_asked_for(
        self, empty_start: Start, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(effect, "ROWS_AT_ONCE", 1)
        app = choose(empty_start(PAGE), ("tot.xlsx", SOUND))
        assert "lớp cho cha mẹ" not in written(app)
        button(app, "Tính thử tiến độ sau khi nhận").click().run()
        assert "lớp cho cha mẹ chưa có → **2 lớp**, chưa có chỉ tiêu." in written(app)


def test_the_cells_to_correct_stand_as_in_the_workbook() -> None:
    found = [error(cell) for cell in ("G13", "AA4", "D10", "F10", "B4")]
    checked: Any = SimpleNamespace(
        report={"issues": found}, asked=(), applied=NO_MENDING, status="needs_fixes"
    )
    work = mending.Work()
    corrections._list(work, checked, corrections._wrong(checked))
    assert [cell.cell for cell in work.cells] == ["B4", "AA4", "D10", "F10", "G13"]


def test_a_corrected_file_of_libreoffice_is_one(empty_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    monkeypatch.setattr(st, "download_button", lambda label, data, **said: made.append((label, data, said)))
    lines = (("Quận Hải Châu", ""), ("Tên lớp tập huấn", "Ngày"), ("A", "32/05/2023"), ("B", "33/05/2023"))
    rows = (
        "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in line)
        for line in lines
    )
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    app = choose(
        empty_start(PAGE), ("bao-cao.ods", making.ods(f'<table:table table:name="T">{table}</table:table>'))
    )
    type_in(app, B3="12/05/2023")
    (_, data, said) = next(one for one in made if one[0] == "Tải tệp đã sửa")
    assert said["file_name"] == "bao-cao-da-sua.ods"
    assert "tính lại" in said["help"]
    assert read("a.ods", data()).sheets[0].rows[2] == ["A", "12/05/2023"]
