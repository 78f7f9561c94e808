"""Before accepting: rows that are gone, near twins, summary or detail; what is pressed and what comes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import storage.reading.activities
from data_loaders.templates import setting
from pages.parts.conflicts.choices import choices as choices_of
from pages.parts.figures import results
from program.conflicts.crossings import Crossing, CrossingDecision, Told
from program.conflicts.desk import Conflict, Repeated, Side, Sort
from program.conflicts.overlaps import BasisDecision, Overlap
from program.conflicts.repeats import RepeatDecision
from program.conflicts.twins import Reason, Twin, TwinDecision
from program.contract import TableKind
from program.filters import Filters
from program.periods import parse_period
from storage.conflicts import decisions
from storage.conflicts.desk import Source
from storage.intake import submissions
from storage.intake.history import Submission
from storage.intake.submissions import Foreseen, Preview, Vanished
from tests.data_loaders.templates.filling import fill
from tests.pages.conftest import Start
from tests.pages.handing_in import take, written
from tests.storage.build import record

EVIL = "&lt; <b>x</b> **a** [l](http://e.vil) :red[r] $x$ `c`"
MOMENT = datetime(2023, 6, 1, tzinfo=UTC)
EARLIER = Submission(
    12, "hai-chau-2023.xlsx", "ab", 9, "492", "accepted", "Lê Bình", MOMENT, MOMENT, False, {"activities": 9}, 0, 0
)  # fmt: skip


def row(**said: Any) -> dict[str, Any]:
    made = {
        "unit": "492", "kind": "training_class", "title": "An toàn mạng", "start_date": date(2023, 5, 12),
        "end_date": date(2023, 5, 12), "organiser": None, "school": "THCS Nguyễn Huệ", "ward": None, "count": 1,
        "att_parents": 30, "att_officials": None, "attendances_total": 30, "female": None, "basis": "detail",
        "sheet": "Tháng 5", "row": 6,
    }  # fmt: skip
    return made | said


def twin(number: int = 1, **said: Any) -> Twin:
    stored = (
        row(file_name="truong.xlsx", submission_id=1007, sheet="Sheet1", row=9, attendances_total=32) | said
    )
    return Twin(row(), stored, bytes([number]), bytes([number, 1]), (Reason.SAME_DAY, Reason.SAME_SCHOOL))


OWN_FILE = {"id": 0, "file_name": "tep.xlsx", "uploaded_by": None, "uploaded_at": None}
STORED = {"id": 12, "file_name": "hai-chau-2023.xlsx", "uploaded_by": "Lê Bình", "uploaded_at": MOMENT}


def source(file: dict[str, Any], *rows: dict[str, Any]) -> Source:
    return Source(rows, len(rows), (file,))


HALVES = (date(2022, 12, 15), date(2023, 6, 14), date(2023, 1, 1), date(2023, 6, 30))
CROSSING = Foreseen(
    Conflict(
        Sort.CROSSING, ("492", "training_class", *HALVES), ("492",), HALVES[0], HALVES[3], 400, Side((9,), (12,)),
        Side((), (0,)), Crossing("492", "training_class", Told(*HALVES[:2], 9, 400), Told(*HALVES[2:], None, 320)),
    ),
    (source(STORED, row(title=None, attendances_total=400)), source(OWN_FILE, row(title=None, attendances_total=320))),
)  # fmt: skip
REPEAT = Foreseen(
    Conflict(
        Sort.REPEAT, ("492", 12, 0), ("492",), date(2024, 5, 12), date(2024, 6, 1), 255, Side((), (12,)),
        Side((), (0,)), Repeated(6, 7),
    ),
    (source(STORED, row()), source(OWN_FILE, row())),
)  # fmt: skip
OVERLAP = Overlap("492", "training_class", date(2022, 12, 15), date(2023, 3, 14), 7, 5, 240, 300, False)
SEEN = Preview(1, 0, 0, None, [], {})


def gone(count: int = 3, rows: int = 3) -> Vanished:
    return Vanished(EARLIER, count, tuple(row(row=9 + n) for n in range(rows)))


@pytest.fixture
def shown(fresh_caches: None) -> Any:
    """Shows a preview for a file; `app.session_state["chosen"]` is what would go along."""

    def show(seen: Preview, scope: str = "tep") -> AppTest:
        def screen(seen, scope):  # type: ignore[no-untyped-def]  # its source runs alone
            import streamlit as st

            from pages.submit.decide import choices

            st.session_state["chosen"] = choices.draw(seen, scope)

        app = AppTest.from_function(screen, args=(seen, scope), default_timeout=120).run()
        assert not app.exception, app.exception
        return app

    return show


def chosen(app: AppTest) -> Any:
    return app.session_state["chosen"]


def radio(app: AppTest, label: str) -> Any:
    (found,) = [r for r in app.radio if r.label == label]
    return found


def test_where_nothing_is_to_decide_nothing_is_asked(shown: Any) -> None:
    app = shown(SEEN)
    assert written(app) == ""
    assert (chosen(app).remove_from, chosen(app).twins, chosen(app).bases, chosen(app).unfinished) == (
        (),
        (),
        (),
        0,
    )


def test_rows_that_are_gone_are_kept_unless_it_is_said_otherwise(shown: Any) -> None:
    app = shown(replace(SEEN, corrects=(gone(),)))
    text = written(app).replace("\\", "")
    assert "Lần nộp số 12 (**hai-chau-2023.xlsx**) có **3 dòng** không còn trong tệp này." in text
    assert "12-5-2023, Quận Hải Châu, lớp tập huấn, An toàn mạng, 30 lượt · trang Tháng 5, dòng 9" in text
    assert "trang Tháng 5, dòng 11" in text
    assert radio(app, "Các dòng đó").options == ["Giữ lại, vẫn tính", "Bỏ 3 dòng này"]
    assert chosen(app).remove_from == ()
    radio(app, "Các dòng đó").set_value("remove").run()
    assert chosen(app).remove_from == (12,)
    app.run()
    assert chosen(app).remove_from == (12,)
    assert "thôi được tính" in written(app)


def test_rows_beyond_those_listed_are_counted(shown: Any) -> None:
    assert "Còn 4 dòng nữa." in written(shown(replace(SEEN, corrects=(gone(count=7),))))


def test_a_choice_for_one_file_is_none_for_the_next(shown: Any) -> None:
    def screen(seen):  # type: ignore[no-untyped-def]  # its source runs alone
        import streamlit as st

        from pages.submit.decide import choices

        st.session_state["chosen"] = choices.draw(seen, st.session_state["file"])

    app = AppTest.from_function(screen, args=(replace(SEEN, corrects=(gone(),)),), default_timeout=120)
    app.session_state["file"] = "a"
    app.run()
    radio(app, "Các dòng đó").set_value("remove").run()
    assert chosen(app).remove_from == (12,)
    app.session_state["file"] = "b"
    app.run()
    assert chosen(app).remove_from == ()


def test_twins_stand_side_by_side_with_what_differs_and_why_they_look_alike(shown: Any) -> None:
    app = shown(replace(SEEN, twins=(twin(),), twins_complete=False))
    first, second = ("\n".join(m.value for m in c.markdown).replace("\\", "") for c in app.columns)
    assert "Đơn vị: Quận Hải Châu" in first
    assert "Trường, cơ sở: THCS Nguyễn Huệ" in first
    assert "Tổng lượt tham gia: **30**" in first
    assert "Tổng lượt tham gia: **32**" in second
    assert "Nguồn: **tệp này, trang Tháng 5, dòng 6**" in first
    assert "Nguồn: **truong.xlsx (lần nộp số 1.007), trang Sheet1, dòng 9**" in second
    assert "CBCCVC" not in first
    assert "Giống nhau: cùng ngày, cùng trường." in written(app)
    assert "so tệp này với 50.000 dòng có ngày tổ chức gần đây nhất" in written(app)
    assert chosen(app).twins == ()


@pytest.mark.parametrize("verdict", ["different", "first", "second"])
def test_a_decision_about_twins_needs_its_reason(shown: Any, verdict: str) -> None:
    app = shown(replace(SEEN, twins=(twin(),)))
    radio(app, "Hai dòng này là").set_value(verdict).run()
    assert (chosen(app).twins, chosen(app).unfinished) == ((), 1)
    assert "Hãy ghi lý do" in written(app)
    assert "1 lựa chọn chưa có lý do" in written(app)
    app.text_input[0].set_value("  ").run()
    assert chosen(app).unfinished == 1
    app.text_input[0].set_value(" quận và trường  cùng báo ").run()
    decision = TwinDecision(b"\x01", b"\x01\x01", verdict, "quận và trường cùng báo")  # type: ignore[arg-type]
    assert (chosen(app).twins, chosen(app).unfinished) == ((decision,), 0)
    assert "lý do" not in written(app)
    radio(app, "Hai dòng này là").set_value("later").run()
    assert (chosen(app).twins, chosen(app).unfinished) == ((), 0)


def test_ten_pairs_at_a_time_and_decisions_of_the_others_stay(shown: Any) -> None:
    app = shown(replace(SEEN, twins=tuple(twin(n) for n in range(1, 24))))
    assert "23 cặp dòng có thể là cùng một hoạt động" in [s.value for s in app.subheader]
    assert "Mỗi trang 10 mục, tất cả 23 mục." in written(app)
    assert len(app.radio) == 10
    app.radio[0].set_value("different").run()
    app.text_input[0].set_value("khác lớp").run()
    pager = app.get("pagination")[0]
    app.session_state["page-twins-tep"] = 3
    app.run()
    assert pager is not None
    assert len(app.radio) == 3
    assert [d.first_key for d in chosen(app).twins] == [b"\x01"]
    app.radio[2].set_value("first").run()
    assert chosen(app).unfinished == 1
    app.session_state["page-twins-tep"] = 1
    app.run()
    assert (app.radio[0].value, app.text_input[0].value) == ("different", "khác lớp")
    assert chosen(app).unfinished == 1


def test_summary_beside_detail_shows_both_numbers_and_what_counts(shown: Any) -> None:
    app = shown(replace(SEEN, overlaps=(OVERLAP,)))
    text = written(app).replace("\\", "")
    assert "**Quận Hải Châu, lớp tập huấn, 15-12-2022 đến 14-3-2023**" in text
    table = app.table[0].value
    assert list(table["Số lượng"]) == ["5\u00a0lớp", "7\u00a0lớp"]
    assert list(table["Lượt tham gia"]) == ["300", "240"]
    assert list(table["Cách tính hiện nay"]) == ["đang được tính", "để riêng, chưa tính"]
    assert "Số tổng hợp nhiều hơn 2 lớp, ít hơn 60 lượt." in text
    radio(app, "Kỳ này tính theo").set_value("summary").run()
    assert (chosen(app).bases, chosen(app).unfinished) == ((), 1)
    app.text_input[0].set_value("danh sách thiếu hai lớp").run()
    wanted = BasisDecision(
        "492", "training_class", date(2022, 12, 15), date(2023, 3, 14), "summary", "danh sách thiếu hai lớp"
    )
    assert (chosen(app).bases, chosen(app).unfinished) == ((wanted,), 0)


@pytest.mark.parametrize(
    ("one", "heading", "words", "verdict", "wanted"),
    [
        (
            CROSSING,
            "1 cặp số tổng hợp giao nhau một phần",
            ("Hai số có chung 165 ngày", "15-12-2022 đến 14-6-2023", "9 lớp", "chưa rõ"),
            "second",
            CrossingDecision("492", "training_class", *HALVES, "second", "đã hỏi"),
        ),
        (
            REPEAT,
            "Tệp này lặp lại báo cáo năm trước",
            ("6 trong 7 dòng", "hai-chau-2023.xlsx (lần nộp số 12), Lê Bình nộp"),
            "plausible",
            RepeatDecision("492", 12, 0, "plausible", "đã hỏi"),
        ),
    ],
    ids=["crossing", "repeat"],
)
def test_what_the_desk_would_list_is_told_with_both_sources_and_its_choices(
    shown: Any, one: Foreseen, heading: str, words: tuple[str, ...], verdict: str, wanted: Any
) -> None:
    app = shown(replace(SEEN, foreseen=(one,)))
    assert heading in [s.value for s in app.subheader]
    text = (written(app) + " ".join(e.proto.body for e in app.get("html"))).replace("\\", "")
    for said in (*words, "tep.xlsx (tệp đang nộp)"):
        assert said in text.replace("\u00a0", " ").replace("\u2011", "-"), said
    choice = radio(app, "Quyết định")
    desk = choices_of(one.entry, one.sides)
    assert list(choice.options) == ["Để xem sau", *desk.values()]
    choice.set_value(verdict).run()
    assert (chosen(app).crossings, chosen(app).repeats, chosen(app).unfinished) == ((), (), 1)
    app.text_input[0].set_value("đã hỏi").run()
    assert (*chosen(app).crossings, *chosen(app).repeats, chosen(app).unfinished) == (wanted, 0)


def test_what_goes_crosses_and_repeats_nothing(shown: Any) -> None:
    half = row(basis="summary", start_date=HALVES[0], end_date=HALVES[1])
    seen = replace(SEEN, foreseen=(CROSSING, REPEAT), corrects=(Vanished(EARLIER, 2, (row(), half)),))
    app = shown(seen)
    assert len([r for r in app.radio if r.label == "Quyết định"]) == 2
    radio(app, "Các dòng đó").set_value("remove").run()
    assert not [r for r in app.radio if r.label == "Quyết định"]


@pytest.mark.parametrize(
    ("summed", "listed", "seats", "told"),
    [
        (None, 5, (240, 300), "ít hơn 60 lượt"),
        (5, None, (300, 240), "nhiều hơn 60 lượt"),
        (4, 5, (300, 300), "ít hơn 1 lớp"),
        (5, 5, (300, 300), "bằng danh sách chi tiết"),
    ],
)
def test_a_number_that_is_not_known_has_no_difference(
    shown: Any, summed: int | None, listed: int | None, seats: tuple[int, int], told: str
) -> None:
    one = replace(OVERLAP, summed=summed, listed=listed, summed_seats=seats[0], listed_seats=seats[1])
    app = shown(replace(SEEN, overlaps=(one,)))
    assert f"Số tổng hợp {told}." in written(app)
    if summed is None:
        assert list(app.table[0].value["Số lượng"]) == ["5\u00a0lớp", "chưa rõ"]


def test_words_of_a_workbook_are_never_markup(shown: Any) -> None:
    evil = twin(title=EVIL, school=EVIL, organiser=EVIL, sheet=EVIL, file_name=EVIL)
    lost = Vanished(replace(EARLIER, file_name=EVIL), 1, (row(title=EVIL, sheet=EVIL),))
    app = shown(replace(SEEN, twins=(evil,), corrects=(lost,)))
    texts = [m.value for m in app.markdown] + [option for r in app.radio for option in r.options]
    met = [text for text in texts if "e.vil" in text.replace("\\", "")]
    assert len(met) >= 4
    for text in met:
        assert not [sign for sign in ("<b>", "**a**", "[l](", ":red[", "$x$", "`c`", " &lt;") if sign in text]


def test_a_row_that_goes_is_nobodys_twin(shown: Any) -> None:
    summary = row(basis="summary", start_date=OVERLAP.start, end_date=OVERLAP.end)
    seen = replace(
        SEEN, twins=(twin(1, submission_id=12), twin(2, submission_id=12, unit="490"), twin(3, submission_id=11)),
        corrects=(Vanished(EARLIER, 2, (row(), summary)),), overlaps=(OVERLAP, replace(OVERLAP, unit="490")),
    )  # fmt: skip
    app = shown(seen)
    assert (len([r for r in app.radio if r.label == "Hai dòng này là"]), len(app.table)) == (3, 2)
    app.radio[1].set_value("different").run()
    assert chosen(app).unfinished == 1
    radio(app, "Các dòng đó").set_value("remove").run()
    assert (len([r for r in app.radio if r.label == "Hai dòng này là"]), len(app.table)) == (2, 1)
    assert chosen(app).unfinished == 0
    radio(app, "Các dòng đó").set_value("keep").run()
    assert chosen(app).unfinished == 1


def test_reading_a_file_anew_is_said_to_replace_it(fresh_caches: None) -> None:
    def screen(seen):  # type: ignore[no-untyped-def]  # its source runs alone
        from pages.submit import change

        change.draw(seen, ())

    for rereads, told in (((EARLIER,), True), ((), False)):
        app = AppTest.from_function(screen, args=(replace(SEEN, rereads=rereads),)).run()
        assert ("Chính tệp này đã được nhận (lần nộp số 12)" in written(app)) == told


@pytest.mark.parametrize("faulty", [True, False])
def test_an_old_row_may_be_one_that_cannot_be_read(fresh_caches: None, faulty: bool) -> None:
    def screen(seen, faulty):  # type: ignore[no-untyped-def]  # its source runs alone
        from pages.submit.decide import choices

        choices.draw(seen, faulty=faulty)

    app = AppTest.from_function(screen, args=(replace(SEEN, corrects=(gone(),)), faulty)).run()
    assert ("Nên sửa lỗi trước khi bỏ dòng cũ." in written(app)) == faulty


@pytest.mark.parametrize("overlaps", [(), (OVERLAP,)])
def test_sums_of_a_file_of_which_only_one_basis_counts_say_so(
    fresh_caches: None, overlaps: tuple[Overlap, ...]
) -> None:
    def screen(seen):  # type: ignore[no-untyped-def]  # its source runs alone
        from pages.submit import change
        from program.submissions.counted import Counted

        change.draw(seen, [Counted("492", 2023, "training_class", 1, 14, 900)])

    app = AppTest.from_function(screen, args=(replace(SEEN, overlaps=overlaps),)).run()
    assert not app.exception, app.exception
    assert ("1 kỳ có cả danh sách chi tiết và số tổng hợp, chỉ một trong hai" in written(app)) == bool(
        overlaps
    )


def test_pairs_beyond_those_listed_are_counted(shown: Any) -> None:
    app = shown(replace(SEEN, twins=(twin(),), more_twins=41))
    assert "42 cặp dòng có thể là cùng một hoạt động" in [s.value for s in app.subheader]
    assert "Còn 41 cặp nữa" in written(app)


def test_choices_go_along_when_the_file_is_accepted(empty_start: Start) -> None:
    app = empty_start("pages/submit/upload.py")
    first = _activities("An toàn mạng", "Kỹ năng số", school="THCS Nguyễn Huệ")
    app.file_uploader[0].upload("hai-chau.xlsx", first, "application/octet-stream").run()
    next(b for b in app.button if b.key == "accept").click().run()
    next(b for b in app.button if b.label == "Chọn tệp khác").click().run()
    again = _activities("An toàn mạng", "Em và mạng xã hội", school="THCS Nguyễn Huệ")
    app.file_uploader[0].upload("hai-chau.xlsx", again, "application/octet-stream").run()
    assert not app.exception, app.exception
    radio(app, "Hai dòng này là").set_value("different").run()
    next(b for b in app.button if b.key == "accept").click().run()
    assert "Hãy ghi lý do cho từng lựa chọn" in app.error[0].value
    assert len(submissions.history(results.engine())) == 2
    assert submissions.history(results.engine())[0].state == "checked"
    next(i for i in app.text_input if i.label == "Lý do").set_value("hai lớp").run()
    next(b for b in app.button if b.key == "accept").click().run()
    assert not app.exception, app.exception
    assert [d.decision.reason for d in decisions.decided(results.engine())] == ["hai lớp"]
    assert submissions.history(results.engine())[0].state == "accepted"


def test_what_the_person_saw_is_accepted_and_not_looked_for_anew(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Others who hand in at the same moment change the data between the look and the click."""
    app = empty_start("pages/submit/upload.py")
    raw = _activities("An toàn mạng", school="THCS Nguyễn Huệ")
    app.file_uploader[0].upload("hai-chau.xlsx", raw, "application/octet-stream").run()
    take(record(unit="493"))
    looked: list[int] = []
    look = submissions.preview
    monkeypatch.setattr(submissions, "preview", lambda *given: looked.append(1) or look(*given))
    next(b for b in app.button if b.key == "accept").click().run()
    assert not app.exception, app.exception
    assert submissions.history(results.engine())[0].state == "accepted"
    assert len(looked) == 1  # of the file that counts now, for its receipt
    assert "lớp tập huấn từ 1 thành 2" in written(app)


def test_rows_said_to_be_gone_do_not_count_once_the_file_is_accepted(empty_start: Start) -> None:
    app = empty_start("pages/submit/upload.py")
    for titles in (("An toàn mạng", "Kỹ năng số"), ("An toàn mạng", "Em và mạng xã hội")):
        raw = _activities(*titles, school="THCS Nguyễn Huệ")
        app.file_uploader[0].upload("hai-chau.xlsx", raw, "application/octet-stream").run()
        if titles[1] != "Kỹ năng số":
            radio(app, "Các dòng đó").set_value("remove").run()
            assert "Hai dòng này là" not in [r.label for r in app.radio]
        next(b for b in app.button if b.key == "accept").click().run()
        assert not app.exception, app.exception
        told = written(app)
        next(b for b in app.button if b.label == "Chọn tệp khác").click().run()
    assert "1 dòng mới, 0 dòng thay đổi, 1 dòng giữ nguyên, 1 dòng bỏ" in told
    page = storage.reading.activities.page(results.engine(), Filters(), limit=9, offset=0, order="date")
    assert sorted(row["title"] for row in page.rows) == ["An toàn mạng", "Em và mạng xã hội"]


def _activities(*titles: str, school: str, seats: int = 30) -> bytes:
    """The template of Hải Châu filled in: a class a title, all on one day in one school."""
    at = setting(TableKind.ACTIVITIES, "492", parse_period("2023-Q2"))
    rows = [
        {
            "kind": "Lớp tập huấn",
            "title": title,
            "start_date": date(2023, 5, 12),
            "school": school,
            "attendances_total": seats + 9 * place,
        }
        for place, title in enumerate(titles)
    ]
    return fill(at, rows)
