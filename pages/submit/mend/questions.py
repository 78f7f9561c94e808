"""What a file leaves open: one line a question, and one answer for all of its cells."""

import re

import streamlit as st

from data_loaders.mending.freed import error_cells, freed, row_of
from data_loaders.mending.questions import FIELDS_OF
from data_loaders.templates import reporting_codes
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell.frame import note
from pages.parts.submission_words import meaning
from pages.parts.words import listed, plain
from pages.submit.checked import Checked
from pages.submit.mend.mending import Work
from program.contract import IssueCode, Report, TableKind
from program.submissions.mending import DAY_FIRST, MONTH_FIRST, NOT_USED, Answer, Asked, Question
from program.vocabulary import Audience, Kind

_SHOWN = 30
# Fields of which a column left aside would be missing in the figures.
_FIGURES = ("attendances", "attendances_total", "count", "female", "value")
_ASKS = {
    Question.HEADING: "Cột “{words}” là số liệu gì? ({where})",
    Question.UNIT: "“{words}” là đơn vị nào? ({where})",
    Question.KIND: "“{words}” là loại hoạt động nào? ({where})",
    Question.AUDIENCE: "“{words}” là đối tượng nào? ({where})",
    Question.DATE_ORDER: "Ngày trong tệp được ghi theo thứ tự nào? ({where})",
}
_WHOSE = "Tệp không ghi đơn vị nào: đây là số liệu của đơn vị nào? ({where})"
_TWO_READINGS = re.compile(r"(\d{1,2})[-/. \u2011](\d{1,2})[-/. \u2011](\d{4})")


def draw(work: Work, fingerprint: str, found: Checked) -> None:
    """The questions of a file: those that decide what is counted first and open; then what was answered, each
    to be taken back; the other questions folded."""
    needed, wished = sorted_out(found)
    if needed:
        with st.container(gap="xxsmall"):
            st.header(_finding(found, needed), anchor=False)
            note(t("Trả lời một lần cho mọi ô ghi như vậy; tệp được đọc lại ngay."))
        _ask(work, fingerprint, found.report, needed)
    _answered(work, fingerprint, found)
    if wished:
        with st.expander(t("{n} câu hỏi thêm, không bắt buộc", n=number(len(wished)))):
            _ask(work, fingerprint, found.report, wished)


def sorted_out(found: Checked) -> tuple[list[Asked], list[Asked]]:
    """The questions that decide what is counted (they keep rows out, leave figures aside, or leave days
    open), and those about other columns."""
    errors = error_cells(found.report)
    needed = [a for a in found.asked if errors.intersection(a.cells) or _of_weight(a)]
    return needed, [a for a in found.asked if a not in needed]


def _of_weight(one: Asked) -> bool:
    if one.question == Question.HEADING:
        return any(field.partition(".")[0] in _FIGURES for field in one.candidates)
    return one.question == Question.DATE_ORDER


def _finding(found: Checked, needed: list[Asked]) -> str:
    many = number(len(needed))
    if not any(error_cells(found.report).intersection(a.cells) for a in needed):
        return t("Trả lời {n} câu hỏi để đọc đúng tệp", n=many)
    rows = freed(found.report, needed)
    if rows is None:
        return t("Trả lời {n} câu hỏi để đọc được thêm số liệu", n=many)
    return t("Trả lời {n} câu hỏi để đọc được thêm {m} dòng", n=many, m=number(rows))


def _ask(work: Work, fingerprint: str, report: Report, asked: list[Asked]) -> None:
    for one in asked[:_SHOWN]:
        _one(work, fingerprint, report, one)
    if len(asked) > _SHOWN:
        note(t("Còn {n} câu hỏi nữa, hiện ra khi đã trả lời các câu trên.", n=number(len(asked) - _SHOWN)))


def _one(work: Work, fingerprint: str, report: Report, one: Asked) -> None:
    key = f"ask-{fingerprint[:12]}-{one.question}-{one.words}"
    tried = work.given.answer(one.question, one.words)
    options = choices(one, report)

    def take() -> None:
        if st.session_state[key] in options:
            work.answer(one, st.session_state[key])

    asks = _ASKS[one.question] if one.words or one.question != Question.UNIT else _WHOSE
    st.selectbox(
        t(asks, words=plain(one.words), where=_where(one)), options, key=key, on_change=take,
        index=options.index(tried) if tried in options else None, width=560,
        format_func=lambda value: _reading(one, report, value), placeholder=t("Chọn câu trả lời"),
    )  # fmt: skip
    if tried is not None:
        note(
            t(
                "Câu trả lời “{answer}” không hợp với nội dung các ô này; hãy chọn lại.",
                answer=plain(meaning(one.question, tried)),
            )
        )


def _where(one: Asked) -> str:
    sheet, cell = one.cells[0]
    if len(one.cells) == 1:
        return t("trang {sheet}, ô {cell}", sheet=plain(sheet), cell=cell)
    sheets, cells = list(dict.fromkeys(s for s, _ in one.cells)), list(dict.fromkeys(c for _, c in one.cells))
    if len(sheets) > 1:
        named = listed([plain(name) for name in sheets])
        if len(cells) == 1:
            return t("trang {sheet}, ô {cell}", sheet=named, cell=cell)
        return t("{n} ô ở các trang {sheets}", n=number(len(one.cells)), sheets=named)
    if len(cells) < 4:
        return t("ô {cells}", cells=listed(cells))
    return t("{n} ô, từ ô {cell}", n=number(len(one.cells)), cell=cell)


def choices(one: Asked, report: Report) -> list[str]:
    """Every answer to a question: the likely ones first, then all."""
    return list(dict.fromkeys((*one.candidates, *_all(one, report))))


def _all(one: Asked, report: Report) -> list[str]:
    if one.question == Question.UNIT:
        # Whoever hands in for some units only has one of these in hand.
        own = results.actor().units or ()
        return [*(code for code in reporting_codes() if code in own), *reporting_codes()]
    if one.question == Question.KIND:
        return [str(kind) for kind in Kind]
    if one.question == Question.AUDIENCE:
        return [str(audience) for audience in Audience]
    if one.question == Question.DATE_ORDER:
        return [DAY_FIRST, MONTH_FIRST]
    return [NOT_USED, *FIELDS_OF[_kind_of_table(one, report)]]


def _kind_of_table(one: Asked, report: Report) -> TableKind:
    sheet, cell = one.cells[0]
    tables = [table for table in report["tables"] if table["sheet"] == sheet]
    at = [table for table in tables if int(row_of(cell)) in table["header_rows"]]
    return TableKind((at or tables)[0]["kind"]) if tables else TableKind.ACTIVITIES


def _reading(one: Asked, report: Report, value: str) -> str:
    """An answer in words; of an order of days and months, with a day of the file read that way."""
    words = meaning(one.question, value)
    example = _example(one, report) if one.question == Question.DATE_ORDER else None
    if example is None:
        return words
    text, first, second, year = example
    days, month = (first, second) if value == DAY_FIRST else (second, first)
    return t(
        "{order}: {found} là ngày {day} tháng {month} năm {year}",
        order=words,
        found=text,
        day=days,
        month=month,
        year=year,
    )


def _example(one: Asked, report: Report) -> tuple[str, int, int, str] | None:
    waiting = set(one.cells)
    for issue in report["issues"]:
        if (issue["sheet"], issue["cell"]) in waiting and issue["code"] == IssueCode.DATE_AMBIGUOUS:
            found = _TWO_READINGS.search(issue["found"] or "")
            if found:
                return found[0], int(found[1]), int(found[2]), found[3]
    return None


def _answered(work: Work, fingerprint: str, found: Checked) -> None:
    """What this person answered, each with a button that opens the question again."""
    open_still = {(a.question, a.answered("").words) for a in found.asked}
    given = sorted(a for a in work.given.answers if (a.question, a.words) not in open_still)
    if not given:
        return
    note(f"**{t('Đã trả lời').upper()}**")
    for answer in given:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(said(answer, work.words.get(answer)), width="content")
            st.button(
                t("Trả lời lại"), on_click=work.take_back, args=(answer,), type="tertiary",
                key=f"again-{fingerprint[:12]}-{answer.question}-{answer.words}",
            )  # fmt: skip


def said(answer: Answer, words: str | None = None) -> str:
    """An answer as a sentence (Markdown): “Q. HC” là **Quận Hải Châu**."""
    told = plain(meaning(answer.question, answer.value))
    if answer.question == Question.DATE_ORDER:
        return t("Thứ tự ghi ngày: **{answer}**", answer=told)
    if answer.question == Question.UNIT and not answer.words:
        return t("Tệp là số liệu của **{answer}**", answer=told)
    if answer.question == Question.HEADING:
        return t("Cột “{words}” là **{answer}**", words=plain(words or answer.words), answer=told)
    return t("“{words}” là **{answer}**", words=plain(words or answer.words), answer=told)
