"""Nộp báo cáo: cells corrected in place, kept over another visit, and given back in the workbook."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from access import Actor
from data_loaders.reading import read
from pages.parts.figures import results
from pages.submit.mend import corrections, mending
from program.submissions.mending import NO_MENDING, Mending
from storage.intake import submissions
from storage.reading.analysis import load
from tests.data_loaders.reading import making
from tests.pages.conftest import Start
from tests.pages.handing_in import button, downloads, labels, open_submission, written
from tests.pages.submit.mending_files import KNOWN, PAGE, SOUND, WRONG, choose, state, workbook
from tests.storage.build import error


def type_in(app: AppTest, **texts: str) -> AppTest:
    """Type into the table of corrections, by cell."""
    editor = app.data_editor[0]
    rows = list(editor.value["cell"])
    edited = {rows.index(cell): {"text": text} for cell, text in texts.items()}
    app.session_state[str(editor.key)] = {"edited_rows": edited, "added_rows": [], "deleted_rows": []}
    app.run()
    assert not app.exception, app.exception
    return app


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
