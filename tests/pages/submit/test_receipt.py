"""The receipt: on the screen after accepting, and the paper that goes along, also later."""

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from access import local_person
from data_loaders.check import check
from locales import messages
from pages.parts.figures import results
from pages.submit.handed_in import paper
from program.conflicts.overlaps import BasisDecision
from program.conflicts.twins import TwinDecision
from program.submissions.mending import Answer, Correction, Mending, Question
from sample_data import ERROR_FILE, FOLDER
from storage.conflicts.decisions import decided, undo
from storage.intake import submissions
from storage.intake.submissions import Receipt, accept
from tests.exports.test_receipt import Reader
from tests.pages.conftest import Start
from tests.pages.handing_in import button, take, written
from tests.storage.build import bytes_of, error, record, report
from tests.waiting import decide_one, open_overlaps, open_twins

PAGE = "pages/submit/upload.py"
WORKBOOK = FOLDER / "quan-hai-chau-2023.xlsx"


def accepted(*records: dict[str, Any], name: str = "tep.xlsx", issues: Any = (), **options: Any) -> Receipt:
    made = report(*records, status="needs_fixes" if issues else "ready", issues=list(issues))
    return accept(
        results.engine(), results.actor(), name, bytes_of(made), made, sound_rows=bool(issues), **options
    )


def printed(number: int) -> Reader:
    reader = Reader()
    reader.feed(paper.paper(results.engine(), results.actor(), number).decode().replace("\u2011", "-"))
    return reader


def facts(page: Reader) -> dict[str, str]:
    return {row[0]: row[1] for row in page.rows if len(row) == 2}


def handed_in(start: Start, path: Any) -> AppTest:
    app = start(PAGE)
    app.file_uploader[0].upload(path.name, path.read_bytes(), "application/octet-stream").run()
    assert not app.exception, app.exception
    next(b for b in app.button if b.key == "accept").click().run()
    assert not app.exception, app.exception
    return app


def test_after_accepting_the_whole_receipt_is_on_the_screen_and_to_take_along(empty_start: Start) -> None:
    app = handed_in(empty_start, WORKBOOK)
    text = written(app).replace("\\", "")
    raw = WORKBOOK.read_bytes()
    assert "Biên nhận lần nộp số 1" in [s.value for s in app.subheader]
    assert f"(SHA-256): {submissions.fingerprint_of(raw)}" in text
    assert "Kết quả: **49 dòng mới, 0 dòng thay đổi, 0 dòng giữ nguyên**" in text
    assert f"**{WORKBOOK.name}** (" in text
    assert "Tải biên nhận để in" in {b.label for b in app.get("download_button")}


def test_whoever_accepts_what_another_brought_stands_on_the_receipt(empty_start: Start) -> None:
    raw, brought = WORKBOOK.read_bytes(), replace(local_person(), name="Lê Bình")
    submissions.hold(results.engine(), brought, WORKBOOK.name, raw, check(WORKBOOK.name, raw))
    app = handed_in(empty_start, WORKBOOK)
    text, paper = written(app), facts(printed(1))
    for name, words in (("Người nộp", "Lê Bình"), ("Người nhận", local_person().name)):
        assert f"{name}: **{words}**" in text
        assert paper[name] == words
    # Another person, who hands in the same, learns who it was.
    button(app, "Chọn tệp khác").click().run()
    app.file_uploader[0].upload(WORKBOOK.name, raw, "application/octet-stream").run()
    assert f"lần nộp số 1, {local_person().name} nhận lúc" in written(app)


def test_rows_left_out_are_named_on_the_receipt(empty_start: Start) -> None:
    app = handed_in(empty_start, ERROR_FILE)
    kept = submissions.history(results.engine())[0]
    assert kept.rest == "open"
    assert "dòng chưa nhận** vì có lỗi" in written(app)
    page = printed(kept.id)
    errors = [
        i for i in submissions.issues(results.engine(), results.actor(), kept.id) if i["severity"] == "error"
    ]
    assert len(errors) == 9
    assert sum(row[:2] == [i["sheet"] or "", i["cell"] or ""] for i in errors for row in page.rows) >= 9


def test_the_paper_says_all_of_it(empty_start: Start) -> None:
    empty_start()
    take(record(title="Cũ"), record(title="Còn", attendances_total=31), name="cu.xlsx")
    given = Mending(
        frozenset({Answer(Question.UNIT, "q hc", "492")}), frozenset({Correction("Tháng 5", "D9", "")})
    )
    done = accepted(
        record(title="Còn"), record(title="Mới"), record(title="Mới", kind="communication_session"),
        name="moi.xlsx", issues=[error("E9")], mending=given, remove_from=[1],
    )  # fmt: skip
    page = printed(done.submission.id)
    told = facts(page)
    assert told["Tệp"] == "moi.xlsx"
    assert told["Mã nhận dạng (SHA-256)"] == done.submission.fingerprint
    assert told["Kết quả"] == "2 dòng mới; 1 dòng thay đổi; 0 dòng giữ nguyên; 1 dòng bỏ"
    assert told["Phiên bản số liệu"] == str(done.data_version)
    assert told["Đơn vị"] == "Quận Hải Châu"
    assert told["Đã nhận"] == "3 dòng hoạt động"
    assert ["Quận Hải Châu", "2023", "Lớp tập huấn", "2 lớp", "60"] in page.rows
    assert ["Quận Hải Châu", "2023", "Buổi truyền thông", "1 buổi", "30"] in page.rows
    assert "“q hc” là Quận Hải Châu" in page.text
    assert ["Tháng 5", "D9", "(để trống)"] in page.rows
    assert ["Tháng 5", "E9", "31/02/2023", "Ô D9 không phải là ngày."] in page.rows
    assert "đang được tính" in page.text


def test_decisions_taken_with_a_file_stand_on_its_paper_while_in_force(empty_start: Start) -> None:
    empty_start()
    take(record(school="THCS Nguyễn Huệ"), name="quan.xlsx")
    school = record(
        unit="490", organiser=None, school="THCS Nguyễn Huệ", title="Kỹ năng số", attendances_total=31
    )
    summary = record(
        title=None, organiser=None, basis="summary", count=4, start_date="2023-03-15", end_date="2023-06-14"
    )
    accepted(school, summary, name="truong.xlsx")
    (twin,), (overlap,) = open_twins(results.engine()), open_overlaps(results.engine())
    submissions.withdraw(results.engine(), results.actor(), 2)
    done = accepted(
        school, summary, record(title="Nữa", start_date="2021-07-01", end_date="2021-07-01"), name="truong-2.xlsx",
        twins=[TwinDecision(twin.first_key, twin.second_key, "different", "hai lớp sáng và chiều")],
        bases=[BasisDecision(overlap.unit, overlap.kind, overlap.start, overlap.end, "summary", "đủ hơn")],
    )  # fmt: skip
    text = printed(done.submission.id).text
    assert "Hai hoạt động khác nhau:" in text
    assert "Lý do: hai lớp sáng và chiều (Người dùng tại máy này, " in text
    assert "15-3-2023 đến 14-6-2023: tính số tổng hợp. Lý do: đủ hơn" in text
    assert "Quyết định về số liệu trùng" not in printed(1).text
    later = BasisDecision(overlap.unit, overlap.kind, overlap.start, overlap.end, "detail", "xem lại")
    decide_one(results.engine(), results.actor(), later)
    text = printed(done.submission.id).text
    assert "hai lớp sáng và chiều" in text
    assert "đủ hơn" not in text
    assert "xem lại" not in text
    while kept := decided(results.engine()):
        undo(results.engine(), results.actor(), kept[0].subject, kept[0].id)
    assert "Quyết định về số liệu trùng" not in printed(done.submission.id).text


def test_the_paper_of_a_withdrawn_submission_says_that_it_is(empty_start: Start) -> None:
    empty_start()
    take(record())
    submissions.withdraw(results.engine(), results.actor(), 1)
    page = printed(1)
    assert "đã rút" in page.text
    assert facts(page)["Nhận lúc"] != "chưa nhận"


def test_the_paper_is_vietnamese_whatever_the_language_of_the_page(empty_start: Start) -> None:
    empty_start()
    take(*(record(title=str(n)) for n in range(1200)))
    messages.use("en")
    try:
        page = printed(1)
        assert messages.language() == "en"
    finally:
        messages.use("vi")
    assert facts(page)["Kết quả"].startswith("1.200 dòng mới")
    assert "Quận Hải Châu" in facts(page)["Đơn vị"]


def test_there_is_no_paper_of_what_was_never_accepted(empty_start: Start) -> None:
    empty_start()
    made = report(record())
    kept = submissions.hold(results.engine(), results.actor(), "tep.xlsx", b"raw", made)
    for number in (kept.id, 99):
        with pytest.raises(LookupError):
            paper.paper(results.engine(), results.actor(), number)


def test_the_receipt_is_of_this_session_only(empty_start: Start) -> None:
    app = handed_in(empty_start, WORKBOOK)
    button(app, "Chọn tệp khác").click().run()
    app.file_uploader[0].upload(WORKBOOK.name, WORKBOOK.read_bytes(), "application/octet-stream").run()
    assert app.title[0].value == "Tệp này đã được nhận, không có gì thay đổi."
    assert "Biên nhận lần nộp số 1" not in [s.value for s in app.subheader]
