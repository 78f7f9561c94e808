"""What a submission was accepted with: answers, corrected cells, removed rows, decisions; plain words."""

import streamlit as st

import storage.intake.account
import storage.intake.submissions
from locales.forms import number
from locales.messages import t
from pages.parts.conflicts.decided import decided_words
from pages.parts.figures import results
from pages.parts.listing.row_words import brief
from pages.parts.shell.frame import note
from pages.parts.submission_words import meaning
from pages.parts.words import listed, plain
from program.submissions.mending import Answer, Correction, Mending, Question
from storage.database import Engine
from storage.intake.account import decided_with
from storage.intake.submissions import Submission

_SHOWN = 50


def draw(s: Submission) -> None:
    """All of it in a fold; nothing where the file was taken as it was."""
    engine, actor = results.engine(), results.actor()
    given = storage.intake.submissions.mending_of(engine, actor, s.id)
    gone = storage.intake.account.removed_rows(engine, actor, s.id)
    parts = (
        (t("Câu trả lời"), "{n} câu trả lời", [plain(words) for words in answers(given)]),
        (t("Ô đã sửa, tệp gốc giữ nguyên"), "{n} ô đã sửa", [plain(words) for words in corrected(given)]),
        (t("Dòng của lần nộp trước đã bỏ"), "{n} dòng đã bỏ", [plain(brief(row)) for row in gone]),
        (
            t("Quyết định về số liệu trùng"),
            "{n} quyết định",
            [plain(words) for words in decisions(engine, s)],
        ),
    )
    given_parts = [part for part in parts if part[2]]
    if not given_parts:
        return
    named = listed([t(words, n=number(len(lines))) for _, words, lines in given_parts], len(parts))
    with st.expander(t("Đã áp dụng: {what}", what=named)):
        for heading, _, lines in given_parts:
            note(f"**{heading}**")
            st.markdown("\n".join(f"- {line}" for line in lines[:_SHOWN]))
            if len(lines) > _SHOWN:
                note(t("Còn {n} dòng nữa.", n=number(len(lines) - _SHOWN)))


def answers(mending: Mending) -> list[str]:
    """The answers as sentences."""
    return [_answer(answer) for answer in sorted(mending.answers)]


def corrected(mending: Mending) -> list[str]:
    """The corrected cells with what they are read as."""
    return [_correction(correction) for correction in sorted(mending.corrections)]


def decisions(engine: Engine, s: Submission) -> list[str]:
    """The decisions about doubles that were taken with it and are in force."""
    return [decided_words(found) for found in decided_with(engine, s.id)]


def _answer(answer: Answer) -> str:
    told = meaning(answer.question, answer.value)
    if answer.question == Question.DATE_ORDER:
        return t("Thứ tự ghi ngày: {answer}", answer=told)
    if answer.question == Question.HEADING:
        return t("Cột “{words}” là {answer}", words=answer.words, answer=told)
    return t("“{words}” là {answer}", words=answer.words, answer=told)


def _correction(correction: Correction) -> str:
    where = t("Trang {sheet}, ô {cell}", sheet=correction.sheet, cell=correction.cell)
    return t("{where}: tính theo “{content}”", where=where, content=correction.text or t("để trống"))
