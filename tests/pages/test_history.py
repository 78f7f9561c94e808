"""Các lần nộp: what is left of a submission, what it was accepted with, taking it back; what waits for a
decision among all that is stored."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from access import RIGHTS, Actor, Role
from data_loaders.check import check
from pages.parts import results
from pages.submit import history, rest
from program.mending import Answer, Correction, Mending, Question
from program.overlaps import BasisDecision
from program.twins import ordered
from sample_data import ERROR_FILE
from storage import decisions, submissions
from storage.submissions import Receipt, accept
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.storage.build import bytes_of, error, record, report

PAGE = "pages/submit/upload.py"
SUMMARY = {
    "title": None, "organiser": None, "basis": "summary", "count": 4, "attendances": {"parents": 100},
    "attendances_total": 100, "start_date": "2023-03-15", "end_date": "2023-06-14",
}  # fmt: skip


def accepted(*records: dict[str, Any], name: str = "tep.xlsx", issues: Any = (), **options: Any) -> Receipt:
    """Accept a file with these records and findings, with whatever else is said to `accept`."""
    made = report(*records, status="needs_fixes" if issues else "ready", issues=list(issues), file=name)
    return accept(
        results.engine(), results.actor(), name, bytes_of(made), made, sound_rows=bool(issues), **options
    )  # fmt: skip


def chosen(app: AppTest, number: int) -> AppTest:
    app.selectbox(key="submission").set_value(number).run()
    assert not app.exception, app.exception
    return app


def states(app: AppTest) -> list[str]:
    return list(app.dataframe[0].value["Trạng thái"])


def downloads(app: AppTest) -> set[str]:
    return {b.label for b in app.get("download_button")}


def rests() -> list[str]:
    return [s.rest for s in submissions.history(results.engine())]


def twins_stored() -> None:
    """Two files that tell of one class in one school."""
    take(record(school="THCS Nguyễn Huệ", title="An toàn mạng"), name="quan.xlsx")
    take(
        record(unit="490", organiser=None, school="THCS Nguyễn Huệ", title="Kỹ năng số", attendances_total=31,
               attendances={"parents": 31}),
        name="truong.xlsx",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ([("A", "D9")], 1),
        ([("A", "D9"), ("A", "AB9")], 1),
        ([("A", "D9"), ("B", "D9")], 2),
        ([("A", "D9"), ("A", "D19"), (None, None), (None, None)], 4),
    ],
)
def test_errors_are_counted_by_row(cells: list[tuple[str | None, str | None]], rows: int) -> None:
    found: Any = [error() | {"sheet": sheet, "cell": cell} for sheet, cell in cells]
    assert rest.waiting([*found, error("D99") | {"severity": "warning"}]) == rows  # type: ignore[list-item]


def test_rows_left_out_are_shown_and_taken_up_again_with_their_mending(empty_start: Start) -> None:
    app = empty_start(PAGE)
    given = Mending(corrections=frozenset({Correction("Tháng 5", "D7", "12/5/2023")}))
    accepted(record(), issues=[error("D9"), error("E9"), error("D12")], mending=given)
    app.run()
    assert states(app) == ["● đang được tính, còn dòng chưa nhận"]
    chosen(app, 1)
    assert "**Còn 2 dòng chưa nhận.**" in written(app)
    button(app, "Sửa tiếp").click().run()
    assert app.session_state["resumed"] == 1


def test_rows_left_out_are_dropped_after_a_question(empty_start: Start) -> None:
    app = empty_start(PAGE)
    accepted(record(), issues=[error("D9"), error("D12")])
    app.run()
    chosen(app, 1)
    button(app, "Bỏ các dòng này").click().run()
    assert "2 dòng có lỗi của tệp **tep" in written(app)
    assert rests() == ["open"]
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert rests() == ["dropped"]
    text = written(app)
    assert "Đã bỏ 2 dòng chưa nhận của lần nộp số 1." in text
    assert "**2 dòng lỗi đã bỏ.**" in text
    assert states(app) == ["● đang được tính"]
    assert "Sửa tiếp" not in labels(app)


def test_a_whole_file_has_nothing_left(empty_start: Start) -> None:
    app = empty_start(PAGE)
    take(record())
    app.run()
    chosen(app, 1)
    assert not {"Sửa tiếp", "Bỏ các dòng này"} & set(labels(app))
    assert "chưa nhận" not in written(app).split("Lần nộp số 1")[1]


def test_taking_back_says_before_and_after_what_it_does(empty_start: Start) -> None:
    app = empty_start(PAGE)
    take(record(title="A"), record(title="B"), name="cu.xlsx")
    take(*(record(title=t, attendances_total=40) for t in "ABCD"), name="moi.xlsx")
    take(record(title="D", attendances_total=50), name="sau.xlsx")
    app.run()
    chosen(app, 2)
    button(app, "Rút lần nộp số 2").click().run()
    what = "3 dòng thôi được tính, 2 dòng trước đó được tính trở lại; 1 dòng giữ nguyên vì lần nộp số 3 đã sửa sau."
    assert f"Rút tệp **moi.xlsx**: {what}" in written(app).replace("\\", "")
    assert states(app) == ["● đang được tính"] * 3
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert f"Đã rút lần nộp số 2: {what}" in written(app)
    assert states(app) == ["● đang được tính", "□ đã rút", "● đang được tính"]


def test_what_it_was_accepted_with_is_visible(empty_start: Start) -> None:
    app = empty_start(PAGE)
    take(record(title="Cũ"), record(title="Còn"), name="cu.xlsx")
    given = Mending(
        frozenset({Answer(Question.UNIT, "q hc", "492"), Answer(Question.HEADING, "số dự", "not_used")}),
        frozenset({Correction("Tháng 5", "D9", "12/5/2023")}),
    )
    accepted(record(title="Còn"), record(title="Mới"), name="moi.xlsx", mending=given, remove_from=[1])
    app.run()
    chosen(app, 2)
    assert "Đã áp dụng: 2 câu trả lời, 1 ô đã sửa và 1 dòng đã bỏ" in [e.label for e in app.expander]
    text = written(app).replace("\\", "")
    assert "“q hc” là Quận Hải Châu" in text
    assert "Cột “số dự” là Không dùng cột này" in text
    assert "Trang Tháng 5, ô D9: tính theo “12/5/2023”" in text
    assert (
        "12-5-2023, Quận Hải Châu, lớp tập huấn, Cũ, 30 lượt · cu.xlsx (lần nộp số 1), trang Tháng 5, dòng 6"
        in text
    )
    chosen(app, 1)
    assert not [e for e in app.expander if "Đã áp dụng" in e.label]


def test_papers_of_a_submission(empty_start: Start) -> None:
    app = empty_start(PAGE)
    accepted(record(), issues=[error()])
    app.run()
    chosen(app, 1)
    assert {"Tải tệp gốc", "Tải biên nhận để in", "Tải tệp đã đánh dấu lỗi"} <= downloads(app)


def test_the_marked_workbook_is_the_file_with_its_findings(empty_start: Start) -> None:
    empty_start()
    engine, raw = results.engine(), ERROR_FILE.read_bytes()
    made = check(ERROR_FILE.name, raw)
    done = accept(engine, results.actor(), ERROR_FILE.name, raw, made, sound_rows=True)
    found = submissions.issues(engine, results.actor(), done.submission.id)
    book = history.marked(engine, results.actor(), done.submission, found)
    opened = openpyxl.load_workbook(BytesIO(book))
    assert opened.sheetnames == ["Cần sửa", "Hoạt động"]
    assert opened["Hoạt động"]["D4"].comment


def test_what_was_never_accepted_has_no_receipt(empty_start: Start) -> None:
    app = empty_start(PAGE)
    made = report(record())
    submissions.hold(results.engine(), results.actor(), "tep.xlsx", b"raw", made)
    app.run()
    chosen(app, 1)
    assert "Tải tệp gốc" in downloads(app)
    assert "Tải biên nhận để in" not in downloads(app)


def test_a_long_list_is_filtered_by_unit_and_state(empty_start: Start) -> None:
    app = empty_start(PAGE)
    for number in range(9):
        take(record(title=f"Lớp {number}"), name=f"{number}.xlsx")
    app.run()
    assert "history-unit" not in {s.key for s in app.selectbox}
    take(record(unit="490"), name="lien-chieu.xlsx")
    accepted(record(title="Sót"), name="sot.xlsx", issues=[error()])
    app.run()
    assert len(states(app)) == 11
    app.selectbox(key="history-unit").set_value("490").run()
    assert list(app.dataframe[0].value["Tệp"]) == ["lien-chieu.xlsx"]
    app.selectbox(key="history-unit").set_value("").run()
    app.selectbox(key="history-state").set_value("rest").run()
    assert list(app.dataframe[0].value["Tệp"]) == ["sot.xlsx"]
    app.selectbox(key="history-state").set_value("withdrawn").run()
    assert "Không có lần nộp nào như vậy." in written(app)
    app.selectbox(key="history-state").set_value("accepted").run()
    assert len(states(app)) == 11


def test_open_twins_are_decided_on_the_page_and_undone(empty_start: Start) -> None:
    app = empty_start(PAGE)
    twins_stored()
    app.run()
    assert "Số liệu cần quyết định" in [h.value for h in app.header]
    assert "Đang chờ: 1 cặp dòng có thể trùng." in written(app)
    (question,) = [r for r in app.radio if r.label == "Hai dòng này là"]
    (save,) = [b for b in app.button if b.label == "Lưu quyết định"]
    assert save.disabled
    question.set_value("first").run()
    (reason,) = [i for i in app.text_input if i.label == "Lý do"]
    reason.set_value("cùng một buổi").run()
    button(app, "Lưu quyết định").click().run()
    assert not app.exception
    assert "Đã lưu quyết định" in written(app)
    (kept,) = decisions.decided(results.engine())
    assert (kept.decision.verdict, kept.decision.reason) == ("first", "cùng một buổi")
    text = written(app).replace("\\", "")
    assert "Không còn gì chờ quyết định." in text
    assert "Lý do: cùng một buổi (Người dùng tại máy này" in text
    button(app, "Hoàn tác").click().run()
    assert not app.exception
    assert decisions.decided(results.engine()) == []
    assert "Đang chờ: 1 cặp dòng có thể trùng." in written(app)


def test_an_open_overlap_is_decided_on_the_page(empty_start: Start) -> None:
    app = empty_start(PAGE)
    take(record(), name="chi-tiet.xlsx")
    take(record(**SUMMARY), name="tong-hop.xlsx", kind="participation")
    app.run()
    assert "Đang chờ: 1 kỳ có cả chi tiết và tổng hợp." in written(app)
    (question,) = [r for r in app.radio if r.label == "Kỳ này tính theo"]
    question.set_value("summary").run()
    (reason,) = [i for i in app.text_input if i.label == "Lý do"]
    reason.set_value("danh sách thiếu").run()
    button(app, "Lưu quyết định").click().run()
    (kept,) = decisions.decided(results.engine())
    assert isinstance(kept.decision, BasisDecision)
    assert kept.decision.verdict == "summary"
    text = written(app).replace("\\", "")
    assert (
        "Quận Hải Châu, lớp tập huấn, 15-3-2023 đến 14-6-2023: tính số tổng hợp. Lý do: danh sách thiếu"
        in text
    )


def test_who_may_not_decide_is_not_asked(empty_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    app = empty_start(PAGE)
    twins_stored()
    reporter = Actor("x", "Bình", RIGHTS[Role.REPORTER], frozenset({"492"}))
    app.run()
    assert "Số liệu cần quyết định" in [h.value for h in app.header]
    monkeypatch.setattr(results, "actor", lambda: reporter)
    app.run()
    assert not app.exception
    assert "Số liệu cần quyết định" not in [h.value for h in app.header]


def test_where_nothing_waits_there_is_no_such_part(empty_start: Start) -> None:
    app = empty_start(PAGE)
    take(record())
    app.run()
    assert "Số liệu cần quyết định" not in [h.value for h in app.header]


def test_a_decision_about_rows_that_are_gone_says_so(empty_start: Start) -> None:
    app = empty_start(PAGE)
    twins_stored()
    (twin,) = decisions.open_twins(results.engine()).shown
    assert ordered(twin.first_key, twin.second_key) == (twin.first_key, twin.second_key)
    decisions.decide_twins(
        results.engine(),
        results.actor(),
        decisions.TwinDecision(twin.first_key, twin.second_key, "second", "một buổi"),
    )
    submissions.withdraw(results.engine(), results.actor(), 1)
    app.run()
    assert "không còn trong số liệu" in written(app)
