"""One file before the reviewer: why it waits, the cells with their rows, its papers, and the two answers."""

from collections.abc import Sequence

import streamlit as st

import storage.intake.account
import storage.intake.submissions
import storage.reviewing.reading
import storage.reviewing.review
from data_loaders.persons.told_by_words import personal_words
from locales.forms import day, number
from locales.messages import t
from pages.manage import list_table
from pages.manage.file_review import acts as review_acts
from pages.manage.file_review import words as review_words
from pages.parts.figures import results
from pages.parts.listing import source_file
from pages.parts.sentences.counted import moment
from pages.parts.shell.frame import note
from pages.parts.submission_words import rows as rows_of
from pages.parts.words import listed, plain
from pages.submit.handed_in import history, paper
from pages.submit.mend import findings
from program import clock, units
from program.contract import Issue
from program.reviewing.letter import cell_of, letter
from program.reviewing.review import (
    NEEDS_PERSON,
    ROWS_LEFT_OUT,
    Flag,
    Place,
    QuotedCell,
    State,
    Verdict,
    Word,
    place,
    standing,
)
from program.text import sentence
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind
from storage.reviewing.reading import Row
from storage.reviewing.review import Waiting

_SHOWN, _QUOTED = 20, 10


def draw(one: Waiting) -> None:
    """All of it. The papers, the findings and the rows are read within the reviewer's reach."""
    s, engine, actor = one.submission, results.engine(), results.actor()
    found = storage.intake.submissions.issues(engine, actor, s.id)
    flagged = [issue for issue in found if _stands(issue, one)]
    left_out = (
        [issue for issue in found if issue["severity"] == "error"] if ROWS_LEFT_OUT in one.reasons else []
    )
    st.markdown(_said(one))
    if one.word is not None and one.state == State.RETURNED:
        _returned(one.word)
    behind = _behind(one, [*flagged, *left_out])
    findings.in_vietnamese()
    for code, some in findings.by_cause(flagged, "warning"):
        _cause(code, some, behind)
    if left_out:
        _cause(ROWS_LEFT_OUT, left_out, behind)
    gone = storage.intake.submissions.removed_on(engine, s.id)
    with st.expander(t("Mọi điều kiểm tra thấy ({n})", n=number(len(found)))):
        marked = None if gone else lambda: history.marked(engine, actor, s, found)
        findings.draw(found, s.file_name, f"review-{s.id}", marked, {"submission": s.id})
    with st.container(horizontal=True):
        source_file.button(t("Tải tệp gốc"), s.id, s.file_name, f"review-raw-{s.id}")
        if storage.intake.account.outcome(engine, s.id) is not None:
            paper.button(s, f"review-paper-{s.id}")
    _answers(one, [*flagged, *left_out])


def _stands(issue: Issue, one: Waiting) -> bool:
    """Whether a finding is still a reason to look."""
    flag = Flag(issue["code"], issue["sheet"], issue["cell"])
    needs = issue["code"] in NEEDS_PERSON and issue["severity"] == "warning"
    return needs and bool(standing([flag], one.rows))


def _said(one: Waiting) -> str:
    s = one.submission
    what = listed([rows_of(kind, count) for kind, count in s.counts.items() if count], 6)
    return t(
        "Tệp **{file}** (lần nộp số {n}) của **{units}**: {what}. {who} nộp lúc {when}.",
        file=plain(s.file_name), n=number(s.id), units=plain(review_words.whose(one.units)), what=what,
        who=plain(s.uploaded_by), when=moment(s.uploaded_at),
    )  # fmt: skip


def _returned(word: Word) -> None:
    """What was written to the unit, and the way to take it back."""
    with st.expander(
        t("Đã trả lại ngày {day}: lời đã ghi cho đơn vị", day=day(clock.day_of(word.at))), expanded=True
    ):
        st.text(word.message)
        st.button(
            t("Thu lại lời trả này"),
            key=f"review-take-back-{word.id}",
            on_click=review_acts.undo,
            args=((word.id,),),
        )


def _behind(one: Waiting, issues: Sequence[Issue]) -> dict[Place, list[Row]]:
    places = {found for issue in issues if (found := place(issue["sheet"], issue["cell"]))}
    number_ = one.submission.id
    return (
        storage.reviewing.reading.rows_at(results.engine(), results.actor(), number_, places)
        if places
        else {}
    )


def _cause(code: str, some: Sequence[Issue], behind: dict[Place, list[Row]]) -> None:
    """One reason: why it needs a person, then each cell with what was found and its row."""
    with st.container(gap="xxsmall"):
        st.subheader(plain(review_words.name(code)) + " · " + t("{n} chỗ", n=number(len(some))), anchor=False)
        note(sentence(t(review_words.WHY[code])) + ".")
        lines = [
            ((findings.place(issue) or t("Cả tệp"), _found(issue)), (issue["message"], *_rows(issue, behind)))
            for issue in some[:_SHOWN]
        ]
        list_table.draw((t("Ô, ghi trong ô"), t("Điều thấy, dòng ấy")), lines, 34)
        if len(some) > _SHOWN:
            note(t("Còn {n} chỗ nữa trong danh sách tải về.", n=number(len(some) - _SHOWN)))


def _found(issue: Issue) -> str:
    return t("ghi “{words}”", words=issue["found"]) if issue["found"] else ""


def _rows(issue: Issue, behind: dict[Place, list[Row]]) -> list[str]:
    where = place(issue["sheet"], issue["cell"])
    return [_row(row) for row in behind.get(where, [])] if where else []


def _row(row: Row) -> str:
    """Lớp tập huấn “An toàn mạng”, 12-5-2023, quận Hải Châu: 1 lớp, 500 lượt."""
    kind = Kind(row["kind"]) if row["kind"] else None
    name = t(KIND_LABELS[kind]) if kind else t("Không phát sinh")
    named = f"{name} “{row['title']}”" if row["title"] else name
    start, end = row["start_date"], row["end_date"]
    days = day(start) if start == end else t("{start} đến {end}", start=day(start), end=day(end))
    many = row["count"]
    counted = (
        [] if kind is None or many is None else [f"{number(many)} {t(KIND_COUNTERS[kind], n=number(many))}"]
    )
    counted.append(t("{n} lượt", n=number(row["seats"])))
    told = f"{named}, {days}, {units.label(row['unit'], with_type=True)}: {', '.join(counted)}"
    return told if row["held"] else t("{row} (tệp nộp sau đã sửa dòng này)", row=told)


def _answers(one: Waiting, issues: Sequence[Issue]) -> None:
    """Accept the figures, or send the file back with the cells that are chosen."""
    s, seen = one.submission, one.word.id if one.word else None
    engine, actor = results.engine(), results.actor()
    with st.form(f"review-accept-{s.id}-{seen}", border=False):
        reason = st.text_input(
            t("Ghi chú khi chấp nhận (không bắt buộc)"), max_chars=300, width=460,
            key=f"review-note-{s.id}-{seen}", placeholder=t("ví dụ: đã hỏi đơn vị, số liệu đúng"),
        )  # fmt: skip
        if sizes := review_words.with_sizes([one]):
            note(sizes)
        accepted = st.form_submit_button(t("Chấp nhận số liệu của tệp này"), type="primary")
    if accepted and _clean(reason):
        review_acts.act(
            lambda: [storage.reviewing.review.say(engine, actor, s.id, Verdict.ACCEPTED, reason, (), seen)],
            t("Đã chấp nhận số liệu của lần nộp số {n}; nay là số liệu chính thức.", n=number(s.id)),
        )
    if one.state == State.IN_REVIEW:
        with st.expander(t("Trả lại đơn vị để sửa")):
            _send_back(one, issues, seen)


def _send_back(one: Waiting, issues: Sequence[Issue], seen: int | None) -> None:
    s, engine, actor = one.submission, results.engine(), results.actor()
    chosen = st.multiselect(
        t("Ô trích trong lời trả lại"), range(len(issues)), list(range(min(len(issues), _QUOTED))),
        key=f"review-cells-{s.id}-{seen}", format_func=lambda i: _named(issues[i]), placeholder=t("Chọn ô"),
    )  # fmt: skip
    cells: list[QuotedCell] = [cell_of(issues[i]) for i in chosen]
    unit = " và ".join(units.label(code, with_type=True) for code in one.units[:2])
    words = letter(unit, s.file_name, s.id, clock.day_of(s.uploaded_at), cells)
    with st.form(f"review-return-{s.id}-{seen}-{'.'.join(map(str, chosen))}", border=False):
        # Another choice of cells is another letter: its words are made anew.
        message = st.text_area(
            t("Lời gửi đơn vị"), words, height=260, max_chars=8000,
            key=f"review-letter-{s.id}-{seen}-{'.'.join(map(str, chosen))}",
        )  # fmt: skip
        note(t("Chọn lại ô thì lời được soạn lại. Đơn vị đọc lời này ở trang Nộp báo cáo."))
        sent = st.form_submit_button(t("Trả lại tệp cho đơn vị"))
    if sent and _clean(message):
        review_acts.act(
            lambda: [
                storage.reviewing.review.say(engine, actor, s.id, Verdict.RETURNED, message, cells, seen)
            ],
            t("Đã trả lại lần nộp số {n}. Đơn vị thấy lời này khi mở trang Nộp báo cáo.", n=number(s.id)),
        )


def _named(issue: Issue) -> str:
    where = findings.place(issue) or t("Cả tệp")
    return f"{where}: “{issue['found']}”" if issue["found"] else where


def _clean(words: str) -> bool:
    if personal_words(words):
        st.error(t("Lời này không ghi số điện thoại, ngày sinh hay số giấy tờ của người nào."))
        return False
    return True
