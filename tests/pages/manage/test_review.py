"""Duyệt số liệu: files are accepted or sent back, windows locked and opened; units and readers are told."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from access import Actor
from data_loaders.annotating import annotated
from pages.parts.figures import results
from pages.submit.handed_in import returned
from program.contract import Report
from program.reviewing.review import QuotedCell, Verdict, Word
from storage.access import accounts
from storage.intake.submissions import Refused
from storage.locks import windows
from storage.reviewing import review
from tests.pages.conftest import Start
from tests.pages.handing_in import button, open_submission, rows, take, written
from tests.pages.parts.test_sure import links, opened, told
from tests.pages.submit.mending_files import KNOWN, choose, workbook
from tests.people import REPORTER, Person, enter
from tests.storage.build import error, record

PAGE, UPLOAD = "pages/manage/review.py", "pages/submit/upload.py"
LARGE = error() | {
    "severity": "warning", "code": "implausible_size", "cell": "H6", "found": "500",
    "message": "500 lượt cho một lớp là khác thường.", "fix": "Kiểm tra lại con số.",
}  # fmt: skip


def title(app: AppTest) -> str:
    assert not app.exception, app.exception
    return str(app.title[0].value).replace("\\", "").replace("\u2011", "-").replace("\u00a0", " ")


def plainly(app: AppTest) -> str:
    return written(app).replace("\\", "").replace("\u2060", "")


def flagged(**said: Any) -> int:
    return take(record(**said), issues=[LARGE]).submission.id


def states() -> dict[int, str]:
    return {one.submission.id: one.state.value for one in review.queue(results.engine())}


def look_at(app: AppTest, number: int) -> None:
    """Open a file as its name in the list does."""
    assert f"href='review?file={number}'" in "".join(p.proto.body for p in app.get("html"))
    app.query_params["file"] = str(number)
    app.run()
    assert before_reviewer(app) == number


def before_reviewer(app: AppTest) -> int:
    """The number of the file that can be answered."""
    (key,) = [one.key for one in app.text_input if str(one.key).startswith("review-note-")]
    return int(str(key).split("-")[2])


def test_a_file_is_accepted_undone_and_sent_back_with_its_cells(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert title(app) == "Không có tệp nào chờ duyệt"
    number = flagged()
    other = flagged(unit="493")
    app.run()
    assert title(app).startswith("2 tệp chờ duyệt, lâu nhất từ ")
    assert title(app).endswith("(quận Hải Châu)")
    lists = "".join(p.proto.body for p in app.get("html"))
    for words in (
        "Số lượt khác thường (1 chỗ)",
        "ghi “500”",
        "Lớp tập huấn “Lớp tập huấn an toàn mạng”",
        "1 lớp, 30 lượt",
    ):
        assert words in lists.replace("\u00a0", " ").replace("\u2011", "-"), words
    assert "2 lớp tập huấn (60 lượt tham gia)" in plainly(app)
    assert "Chấp nhận cũng là xác nhận 1 số lượt khác thường nêu trên là đúng" in plainly(app)
    app.text_input(key=f"review-note-{number}-None").set_value("gọi 0905 123 456")
    button(app, "Chấp nhận số liệu của tệp này").click().run()
    assert "không ghi số điện thoại" in plainly(app)
    app.text_input(key=f"review-note-{number}-None").set_value("đã hỏi đơn vị")
    button(app, "Chấp nhận số liệu của tệp này").click().run()
    assert f"Đã chấp nhận số liệu của lần nộp số {number}" in plainly(app)
    # The next file stands before the reviewer.
    assert before_reviewer(app) == other
    app.button(key="review-undo-last").click().run()
    assert (states(), "Đã hoàn tác." in plainly(app)) == ({number: "in_review", other: "in_review"}, True)
    look_at(app, number)
    (letter,) = app.text_area
    assert "Kính gửi Quận Hải Châu," in letter.value
    assert (
        "Trang Tháng 5, ô H6, ghi “500”: 500 lượt cho một lớp là khác thường. Kiểm tra lại con số."
        in letter.value
    )
    letter.set_value(f"{letter.value}\nCảm ơn đơn vị.")
    button(app, "Trả lại tệp cho đơn vị").click().run()
    assert title(app).startswith("1 tệp chờ duyệt")
    assert states()[number] == "returned"
    assert "1 tệp khác đã trả lại" in plainly(app)
    # A file that was sent back gives way to the next one, and stays one click away.
    assert before_reviewer(app) == other
    look_at(app, number)
    assert any("Cảm ơn đơn vị." in str(text.value) for text in app.text)
    button(app, "Thu lại lời trả này").click().run()
    assert states()[number] == "in_review"
    # A link to a file that waits no more, or to none, says so and shows what waits longest.
    for named in ("999", "<b>"):
        app.query_params["file"] = named
        app.run()
        assert "không còn chờ duyệt" in plainly(app), named
        assert before_reviewer(app) == number


def test_files_that_were_looked_at_are_accepted_at_once_for_one_reason(empty_start: Start) -> None:
    app = empty_start(PAGE)
    first, second, third = flagged(), flagged(title="Lớp hai"), flagged(title="Lớp ba")
    app.run()
    look_at(app, second)
    app.button(key="review-choose-seen").click().run()
    assert app.multiselect(key="review-several").value == [first, second]
    button(app, "Chấp nhận số liệu của 2 tệp").click().run()
    assert "Hãy ghi lý do chấp nhận nhiều tệp" in plainly(app)
    # Somebody else was quicker with one of them: nothing is written.
    app.text_input(key="review-several-reason").set_value("đã đối chiếu bản ký")
    review.send_back(results.engine(), results.actor(), first, "Sửa")
    button(app, "Chấp nhận số liệu của 2 tệp").click().run()
    assert set(states()) == {first, second, third}
    app.multiselect(key="review-several").set_value([second, third]).run()
    app.text_input(key="review-several-reason").set_value("đã đối chiếu bản ký")
    button(app, "Chấp nhận số liệu của 2 tệp").click().run()
    assert states() == {first: "returned"}
    app.button(key="review-undo-last").click().run()
    assert set(states()) == {first, second, third}


@pytest.fixture
def as_person(monkeypatch: pytest.MonkeyPatch) -> Callable[[Person], Actor]:
    """From now on the pages are shown to somebody, who gets an account."""

    def shown_to(person: Person) -> Actor:
        enter(results.engine(), person)
        found = accounts.actor_of(results.engine(), person.login)
        assert found is not None
        monkeypatch.setattr(results, "actor", lambda: found)
        return found

    return shown_to


def test_a_unit_reads_what_to_mend_and_others_do_not(
    empty_start: Start, as_person: Callable[[Person], Actor]
) -> None:
    empty_start(UPLOAD)
    number, other = flagged(), flagged(unit="493")
    coordinator = results.actor()
    as_person(REPORTER)
    app = empty_start(UPLOAD)
    assert "được trả lại để sửa" not in plainly(app)
    open_submission(app, number)
    assert "chờ cơ quan đầu mối duyệt" in plainly(app)
    for one, words in ((number, "Ô H6 ghi quá lớn."), (other, "Chuyện của Sơn Trà.")):
        review.send_back(results.engine(), coordinator, one, words)
    app = empty_start(UPLOAD)
    assert f"(lần nộp số {number}) được trả lại để sửa" in plainly(app)
    texts = [str(text.value) for text in app.text]
    assert "Ô H6 ghi quá lớn." in texts
    assert "Chuyện của Sơn Trà." not in texts
    take(record(female=2))
    app = empty_start(UPLOAD)
    assert "được trả lại để sửa" not in plainly(app)
    open_submission(app, number)
    assert "đã có tệp nộp sau sửa" in plainly(app)


def test_the_quoted_cells_are_marked_in_the_units_own_workbook() -> None:
    cells = (
        QuotedCell("Hoạt động", "F4", "60", "60 lượt có đúng không?"),
        QuotedCell(None, None, None, "Thiếu chữ ký."),
    )
    word = Word(1, 7, Verdict.RETURNED, "Sửa", cells, "Bình", datetime(2024, 1, 2, tzinfo=UTC))
    made = Report(file="a.xlsx", status="needs_fixes", tables=[], issues=returned.quoted(word))
    book = load_workbook(BytesIO(annotated("a.xlsx", workbook(KNOWN), made)))
    assert "60 lượt có đúng không?" in str(book["Hoạt động"]["F4"].comment)
    listed = {str(cell.value) for row in book.worksheets[0] for cell in row}
    assert {"Cần xem lại", "Thiếu chữ ký."} <= listed


def test_a_window_is_locked_opened_for_a_unit_locked_again_and_undone(empty_start: Start) -> None:
    app = empty_start(PAGE)
    number = take(record()).submission.id
    app.selectbox(key="lock-window-quarter").select("2023-Q2").run()
    assert "**Quý II/2023**: ○ chưa khóa" in plainly(app)
    app.button(key="ask-lock-2023-Q2-None").click().run()
    app.button(key="ask-yes").click().run()
    assert "Đã khóa số liệu quý II/2023." in plainly(app)
    with pytest.raises(Refused):
        take(record(female=1))
    # Said before anything is pressed: a file that would change the window, and taking one back.
    assert "đã được Người dùng tại máy này khóa" in plainly(
        choose(empty_start(UPLOAD), ("moi.xlsx", workbook(KNOWN)))
    )
    upload = empty_start(UPLOAD)
    open_submission(upload, number)
    upload.button(key=f"ask-withdraw-{number}").click().run()
    assert "đã được Người dùng tại máy này khóa" in plainly(upload)
    assert "ask-yes" not in [b.key for b in upload.button]
    app.multiselect(key="unlock-2023-Q2-1-units").set_value(["492"])
    button(app, "Mở khóa").click().run()
    assert "Hãy ghi lý do mở khóa" in plainly(app)
    app.text_input(key="unlock-2023-Q2-1-reason").set_value("nộp bổ sung lớp tháng 5")
    button(app, "Mở khóa").click().run()
    assert "**Quận Hải Châu**: ▲ đang mở: nộp bổ sung lớp tháng 5" in plainly(app)
    take(record(female=1))
    app.run()
    assert rows(app) == [
        [["Quận Hải Châu", "quý II/2023"], ["nộp bổ sung lớp tháng 5", *rows(app)[0][1][1:]]]
    ]
    button(app, "Khóa lại cho quận Hải Châu").click().run()
    assert "Đã khóa lại cho quận Hải Châu." in plainly(app)
    app.button(key="lock-undo-3").click().run()
    assert [one.undone for one in windows.known(results.engine()).said] == [False, False, True]


def test_windows_lock_by_themselves_and_every_screen_says_since_when(empty_start: Start) -> None:
    app = empty_start(PAGE)
    number = take(record()).submission.id
    assert "Tự khóa sau hạn nộp: **đang tắt**" in plainly(app)
    assert "Mặc định không tự khóa: khi mới dùng còn nhập số liệu" in plainly(app)
    app.number_input(key="lock-rule-0-days").set_value(20).run()
    app.button(key="ask-lock-rule-0").click().run()
    assert "**Khóa ngay" in plainly(app)
    assert "6 tháng cuối năm 2021, năm 2022, năm 2023, năm 2024" in plainly(app)
    app.button(key="ask-yes").click().run()
    told = plainly(app)
    assert "Đã đặt: tự khóa từng 6 tháng, 20 ngày sau hạn nộp." in told
    assert "Tự khóa: **từng 6 tháng, 20 ngày sau hạn nộp** (do Người dùng tại máy này đặt" in told
    app.selectbox(key="lock-window-quarter").select("2023-Q2").run()
    assert "**Quý II/2023**: ● tự khóa từ ngày" in plainly(app)
    assert "Khóa số liệu quý II/2023" not in [b.label for b in app.button]
    with pytest.raises(Refused, match="đã tự khóa"):
        take(record(female=1))
    reporting = empty_start("pages/view/reporting.py", campaign="2023-Q2")
    assert "Số liệu kỳ này: ● tự khóa từ ngày" in plainly(reporting)
    # Opened with a reason; then the rule is changed, ended, each with a reason, and the last is undone.
    app.text_input(key="unlock-2023-Q2-None-reason").set_value("nộp bổ sung")
    button(app, "Mở khóa").click().run()
    assert "**Quý II/2023**: ▲ đang mở: nộp bổ sung" in plainly(app)
    take(record(female=1))
    button(app, "Tắt việc tự khóa").click().run()
    assert "Hãy ghi lý do đổi hoặc tắt" in plainly(app)
    app.text_input(key="lock-rule-end-1-reason").set_value("còn nhập năm cũ")
    button(app, "Tắt việc tự khóa").click().run()
    assert "Đã tắt việc tự khóa." in plainly(app)
    assert "Đã tắt: còn nhập năm cũ · Người dùng tại máy này" in plainly(app)
    app.button(key="lock-rule-undo-2").click().run()
    assert "Đã hoàn tác lần đặt này." in plainly(app)
    assert [(one.days, one.undone) for one in windows.known(results.engine()).rules] == [
        (20, False),
        (None, True),
    ]
    assert number == 1


def test_the_foot_of_a_screen_tells_what_is_provisional_and_what_changed_after_a_lock(
    empty_start: Start,
) -> None:
    app = empty_start(period="2023")
    take(record(title="Lớp khác"))
    number = flagged()
    engine, actor = results.engine(), results.actor()
    windows.lock(engine, actor, "2023-Q2", seen=None)
    windows.unlock(engine, actor, "2023-Q2", [], "sai kỳ", seen=1)
    take(record(title="Lớp khác", female=3))
    app = empty_start(period="2023")
    text = plainly(app)
    assert "**Trong đó tạm tính**: 1 lớp tập huấn (30 lượt tham gia), từ 1 tệp" in text
    assert "Số liệu quý II/2023 của quận Hải Châu thay đổi ngày" in text
    assert "lý do mở khóa: sai kỳ" in text
    assert "tạm tính" not in plainly(empty_start(period="2024"))
    windows.lock(engine, actor, "2023-H2", seen=None)
    fold = opened(empty_start, period="2023")
    assert "Tạm tính: 1 lớp tập huấn (30 lượt tham gia) , từ 1 tệp chờ duyệt" in told(fold)
    assert "Đã khóa: 6 tháng cuối năm 2023." in told(fold)
    assert links(fold)["1 tệp chờ duyệt hoặc đã trả lại"].startswith("review")
    review.accept_all(engine, actor, {number: None}, "đúng")
    assert "tạm tính" not in plainly(empty_start(period="2023"))
