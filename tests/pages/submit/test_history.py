"""Các lần nộp: what is left of a submission, what it was accepted with, taking it back."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from access import RIGHTS, Actor, Role
from data_loaders.check import check
from pages.parts.figures import results
from pages.submit.handed_in import history, rest
from program.submissions.mending import Answer, Correction, Mending, Question
from sample_data import ERROR_FILE
from storage.intake import submissions
from storage.intake.submissions import Receipt, accept
from tests.pages.conftest import Start
from tests.pages.handing_in import button, downloads, labels, open_submission, take, written
from tests.pages.said import tables
from tests.storage.build import bytes_of, error, record, report

PAGE = "pages/submit/upload.py"


def accepted(*records: dict[str, Any], name: str = "tep.xlsx", issues: Any = (), **options: Any) -> Receipt:
    """Accept a file with these records and findings, with whatever else is said to `accept`."""
    made = report(*records, status="needs_fixes" if issues else "ready", issues=list(issues), file=name)
    return accept(
        results.engine(), results.actor(), name, bytes_of(made), made, sound_rows=bool(issues), **options
    )  # fmt: skip


def states(app: AppTest) -> list[str]:
    return [line["Trạng thái"] for line in tables(app)[-1]]


def rests() -> list[str]:
    return [s.rest for s in submissions.history(results.engine())]


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
    assert states(app) == ["● đang được tính, còn dòng chưa nhận, ▲ chờ duyệt"]
    open_submission(app, 1)
    assert "**Còn 2 dòng chưa nhận.**" in written(app)
    button(app, "Sửa tiếp").click().run()
    assert app.session_state["resumed"] == 1


def test_rows_left_out_are_dropped_after_a_question(empty_start: Start) -> None:
    app = empty_start(PAGE)
    accepted(record(), issues=[error("D9"), error("D12")])
    app.run()
    open_submission(app, 1)
    button(app, "Bỏ các dòng này").click().run()
    assert "2 dòng có lỗi của tệp **tep" in written(app)
    assert rests() == ["open"]
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert rests() == ["dropped"]
    text = written(app)
    assert "Đã bỏ 2 dòng chưa nhận của lần nộp số 1." in text
    assert "**2 dòng lỗi đã bỏ.**" in text
    assert states(app) == ["● đang được tính, ▲ chờ duyệt"]
    assert "Sửa tiếp" not in labels(app)


def test_a_whole_file_has_nothing_left(empty_start: Start) -> None:
    app = empty_start(PAGE)
    take(record())
    open_submission(app, 1)
    assert not {"Sửa tiếp", "Bỏ các dòng này"} & set(labels(app))
    assert "chưa nhận" not in written(app).split("Lần nộp số 1")[1]


def test_taking_back_says_before_and_after_what_it_does(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    foreseen = submissions.withdrawal
    monkeypatch.setattr(submissions, "withdrawal", lambda engine, n: tried.append(n) or foreseen(engine, n))
    app = empty_start(PAGE)
    take(record(title="A"), record(title="B"), name="cu.xlsx")
    take(*(record(title=t, attendances_total=40) for t in "ABCD"), name="moi.xlsx")
    take(record(title="D", attendances_total=50), name="sau.xlsx")
    app.run()
    open_submission(app, 2)
    button(app, "Rút lần nộp số 2").click().run()
    what = "3 dòng thôi được tính, 2 dòng trước đó được tính trở lại; 1 dòng vẫn được tính theo lần nộp số 3 nhận sau."
    assert f"Rút tệp **moi.xlsx**: {what}" in written(app).replace("\\", "")
    assert states(app) == ["● đang được tính"] * 3
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert f"Đã rút lần nộp số 2: {what}" in written(app)
    # Others cannot write while it is tried out: once, when it is asked.
    assert tried == [2]
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
    open_submission(app, 2)
    assert "Đã áp dụng: 2 câu trả lời, 1 ô đã sửa và 1 dòng đã bỏ" in [e.label for e in app.expander]
    text = written(app).replace("\\", "")
    assert "“q hc” là Quận Hải Châu" in text
    assert "Cột “số dự” là Không dùng cột này" in text
    assert "Trang Tháng 5, ô D9: tính theo “12/5/2023”" in text
    assert (
        "12-5-2023, Quận Hải Châu, lớp tập huấn, Cũ, 30 lượt · cu.xlsx (lần nộp số 1), trang Tháng 5, dòng 6"
        in text
    )
    open_submission(app, 1)
    assert not [e for e in app.expander if "Đã áp dụng" in e.label]


def test_papers_of_a_submission(empty_start: Start) -> None:
    app = empty_start(PAGE)
    accepted(record(), issues=[error()])
    app.run()
    open_submission(app, 1)
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
    open_submission(app, 1)
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
    assert len(states(app)) == 10
    assert "Mỗi trang 10 mục, tất cả 11 mục." in written(app)
    app.selectbox(key="history-unit").set_value("490").run()
    assert [line["Tệp"] for line in tables(app)[0]] == ["lien-chieu.xlsx"]
    app.selectbox(key="history-unit").set_value("").run()
    app.selectbox(key="history-state").set_value("rest").run()
    assert [line["Tệp"] for line in tables(app)[0]] == ["sot.xlsx"]
    app.selectbox(key="history-state").set_value("withdrawn").run()
    assert "Không có lần nộp nào như vậy." in written(app)
    app.selectbox(key="history-state").set_value("accepted").run()
    assert "Mỗi trang 10 mục, tất cả 11 mục." in written(app)


def test_who_decides_finds_the_way_to_what_waits(empty_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    app = empty_start(PAGE)
    words = "Quyết định số liệu trùng lặp, bất thường"
    assert words in [link.proto.label for link in app.get("page_link")]
    reporter = Actor("x", "Bình", RIGHTS[Role.REPORTER], frozenset({"492"}))
    monkeypatch.setattr(results, "actor", lambda: reporter)
    app.run()
    assert not app.exception
    assert words not in [link.proto.label for link in app.get("page_link")]
