"""What the focal agency said of a file: that it waits for a reviewer, was returned with the cells to mend, or is
official."""

import streamlit as st

import storage.intake.submissions
import storage.reviewing.reading
from data_loaders.annotating import annotated, form_of
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.listing import source_file
from pages.parts.sentences.counted import moment
from pages.parts.shell.frame import note
from pages.parts.shell.visit import permission
from pages.parts.words import plain
from program.contract import Issue, Report
from program.reviewing.review import State, Verdict, Word
from storage.intake.submissions import Submission
from storage.reviewing.reading import Spoken

_SHOWN, _CELLS = 5, 15
_WORDS = {State.IN_REVIEW: "▲ chờ duyệt", State.RETURNED: "▼ được trả lại để sửa"}


@st.cache_resource(max_entries=2, show_spinner=False)
def _standings(version: int) -> dict[int, State]:  # noqa: ARG001 (the key of the cache)
    return storage.reviewing.reading.standings(results.engine())


def state(s: Submission) -> str:
    """Where a file stands in the review, as a choice of the list; empty for one that waits for nobody."""
    return _standings(results.data_version()).get(s.id, "")


def words(s: Submission) -> list[str]:
    """The same in words, none for a file that waits for nobody."""
    found = _standings(results.data_version()).get(s.id)
    return [t(_WORDS[found])] if found else []


def choices() -> dict[str, str]:
    """The states of the review to choose files by."""
    return {str(code): t(name) for code, name in _WORDS.items()}


def notice() -> None:
    """On top of the page, for who reports of some units: the files that came back, each with what to mend."""
    who = results.actor()
    if who.units is None:
        return
    found = storage.reviewing.reading.returned(results.engine(), who)
    for one in found[:_SHOWN]:
        _came_back(one)
    if len(found) > _SHOWN:
        note(t("Còn {n} tệp nữa được trả lại; xem ở mục Các lần nộp.", n=number(len(found) - _SHOWN)))


def _came_back(one: Spoken) -> None:
    s = one.submission
    st.warning(
        t(
            "Tệp **{file}** (lần nộp số {n}) được trả lại để sửa · {who}, {at}.",
            file=plain(s.file_name), n=number(s.id), who=plain(permission.person(one.word.by)),
            at=moment(one.word.at),
        )
    )  # fmt: skip
    with st.expander(t("Xem điều cần sửa của lần nộp số {n}", n=number(s.id)), expanded=True):
        _letter(one.word)
        _papers(s, one.word)


def draw(s: Submission) -> None:
    """What stands of the review of one file, in the list of files and on its receipt; nothing of a file that was
    never flagged."""
    where, said = storage.reviewing.reading.said_of(results.engine(), results.actor(), s.id)
    if s.state != "accepted":
        return
    last = said[0] if said else None
    if where == State.IN_REVIEW:
        note(
            t(
                "Kiểm tra thấy điều cần người xem, nên tệp này chờ cơ quan đầu mối duyệt. Số liệu được tính ngay và ghi "
                "là tạm tính cho đến khi duyệt; đơn vị không phải làm gì thêm."
            )
        )
    elif where == State.RETURNED and last is not None:
        st.warning(t("Tệp này được trả lại để sửa · {who}, {at}.", **_by(last)))
        _letter(last)
        _marked(s, last, f"returned-{s.id}")
    elif last is not None and last.verdict == Verdict.ACCEPTED:
        told = t("Cơ quan đầu mối đã chấp nhận số liệu của tệp này · {who}, {at}.", **_by(last))
        note(f"{told} {plain(last.message)}".strip())
    elif last is not None:
        note(t("Tệp này đã được trả lại và đã có tệp nộp sau sửa các dòng được nêu."))


def _papers(s: Submission, word: Word) -> None:
    with st.container(horizontal=True):
        source_file.button(t("Tải tệp gốc"), s.id, s.file_name, f"returned-raw-{s.id}")
        _marked(s, word, f"came-back-{s.id}")


def _marked(s: Submission, word: Word, key: str) -> None:
    """The unit's own workbook with the quoted cells marked, while it is kept."""
    engine, actor = results.engine(), results.actor()
    if not word.cells or storage.intake.submissions.removed_on(engine, s.id) is not None:
        return

    def made() -> bytes:
        name, raw = storage.intake.submissions.raw_file(engine, actor, s.id)
        return annotated(name, raw, Report(file=name, status="needs_fixes", tables=[], issues=quoted(word)))

    stem, form = s.file_name.rpartition(".")[0] or s.file_name, form_of(s.file_name)
    download.button(
        t("Tải tệp đã đánh dấu ô cần sửa"), made, file_name=f"{stem}-tra-lai{form}", mime=download.OF_FORM[form], key=key,
        what="marked_file", view={"submission": s.id},
    )  # fmt: skip


def quoted(word: Word) -> list[Issue]:
    """The cells of a message as findings, to be marked in the workbook."""
    return [
        Issue(severity="warning", code="", sheet=c.sheet, cell=c.cell, found=c.found, message=c.said, fix="")
        for c in word.cells
    ]


def _by(word: Word) -> dict[str, str]:
    return {"who": plain(permission.person(word.by)), "at": moment(word.at)}


def _letter(word: Word) -> None:
    st.text(word.message)
    cells = [
        t("Trang {sheet}, ô {cell}", sheet=c.sheet, cell=c.cell) if c.sheet else str(c.cell)
        for c in word.cells
        if c.cell
    ]
    if len(cells) > _CELLS:
        cells = [*cells[:_CELLS], t("và {n} ô nữa", n=number(len(cells) - _CELLS))]
    if cells:
        note(t("Các ô được nêu: {cells}.", cells=plain("; ".join(cells))))
    note(
        t(
            "Sửa trong tệp của đơn vị, lưu lại rồi nộp ở trang này; dòng đã sửa thay cho dòng cũ. Nếu số liệu đã đúng, "
            "báo cho cơ quan đầu mối để chấp nhận."
        )
    )
