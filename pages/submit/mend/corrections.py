"""Corrections in place: a small table of the cells with errors, what is typed there read at once, and undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from data_loaders.annotating import Form, corrected, form_of
from locales.forms import number
from locales.messages import t
from pages.parts.files import download
from pages.parts.shell.frame import note
from pages.parts.submission_words import FAMILY
from pages.parts.words import plain
from pages.submit.checked import Checked, Upload
from pages.submit.mend.findings import place
from pages.submit.mend.mending import Cell, Work
from program.contract import Issue
from program.submissions.mending import Correction, Mending, Question

# What one table holds, of which the screen draws what is in sight; corrected ones stand each with a button.
CELLS_SHOWN, _DONE_SHOWN = 500, 50
_LEFT_TO_A_QUESTION = 1
_TEXT = "text"
# Of the table, where the screen has so much.
_WIDE = 600


def typed(work: Work, fingerprint: str) -> None:
    """Take what stands in the table of corrections into the mending, before the file is checked."""
    state: Mapping[str, Any] = st.session_state.get(_key(work, fingerprint), {})
    edited: Mapping[int, Mapping[str, Any]] = state.get("edited_rows", {})
    wanted = {(c.sheet, c.cell): c for c in work.given.corrections}
    for row, change in edited.items():
        if _TEXT not in change or int(row) >= len(work.cells):
            continue
        at = work.cells[int(row)]
        text = str(change[_TEXT] or "").strip()
        if text:
            wanted[at.sheet, at.cell] = Correction(at.sheet, at.cell, text)
        else:
            wanted.pop((at.sheet, at.cell), None)
    work.change(Mending(work.given.answers, frozenset(wanted.values())))


def _key(work: Work, fingerprint: str) -> str:
    return f"cells-{fingerprint[:12]}-{work.turn}"


def draw(work: Work, upload: Upload, found: Checked) -> None:
    """The table, then the cells that were corrected."""
    wrong = _wrong(found)
    _list(work, found, wrong)
    if work.cells:
        note(f"**{t('Sửa ngay tại đây').upper()}**")
        how = t(
            "Ghi nội dung đúng vào cột Sửa thành (cách ghi ở từng lỗi bên dưới) rồi nhấn Enter; ô được đọc lại ngay."
        )
        own = (
            t("Tệp của đơn vị không thay đổi, có thể tải tệp đã sửa ở bên dưới.")
            if _can_be_corrected(upload)
            else t("Tệp của đơn vị không thay đổi, nên sửa cả trong tệp đó.")
        )
        note(f"{how} {own}")
        _table(work, upload.fingerprint)
        left = sum(cell not in {(c.sheet, c.cell) for c in work.cells} for cell in wrong)
        if left:
            note(t("Còn {n} ô nữa, hiện ra khi đã sửa xong các ô trên.", n=number(left)))
    _done(work, upload, wrong)


def _can_be_corrected(upload: Upload) -> bool:
    """Whether corrections can be written into the user's own file."""
    return upload.name.lower().endswith(FAMILY)


def _wrong(found: Checked) -> dict[tuple[str, str], Issue]:
    """The first error of each cell that has one, the most useful to correct first: those that alone keep
    their row out, then the others. Many cells that one answer mends are left to the question."""
    cells: dict[tuple[str, str], Issue] = {}
    in_row: dict[tuple[str, str], set[str]] = {}
    for issue in found.report["issues"]:
        if issue["severity"] == "error" and issue["sheet"] is not None and issue["cell"] is not None:
            cells.setdefault((issue["sheet"], issue["cell"]), issue)
            in_row.setdefault(_row(issue["sheet"], issue["cell"]), set()).add(issue["cell"])
    answerable = {
        cell
        for one in found.asked
        # Whose the file is stands in no cell of a row: what is typed into one would take the place of its words.
        if len(one.cells) > _LEFT_TO_A_QUESTION or (one.question == Question.UNIT and not one.words)
        for cell in one.cells
    }
    order = sorted((at for at in cells if at not in answerable), key=lambda at: len(in_row[_row(*at)]))
    return {at: cells[at] for at in order}


def _row(sheet: str, cell: str) -> tuple[str, str]:
    return sheet, cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _standing(listed: tuple[tuple[str, str], Issue]) -> tuple[str, int, int, str]:
    """Where a cell stands in the workbook: down its sheet, then from left to right."""
    sheet, cell = listed[0]
    _, row = _row(sheet, cell)
    column = cell[: len(cell) - len(row)]
    return sheet, int(row or 0), len(column), column


def _list(work: Work, found: Checked, wrong: Mapping[tuple[str, str], Issue]) -> None:
    """Which cells the table has. They stay while one is typed after the other, and give way to others when
    nothing of them is wrong any more or an answer changed what is."""
    answers = found.applied.answers
    if work.listed_with == answers and any((c.sheet, c.cell) in wrong for c in work.cells):
        return
    work.turn += 1
    work.listed_with = answers
    work.cells = [
        Cell(sheet, cell, issue["found"] or "")
        for (sheet, cell), issue in sorted(list(wrong.items())[:CELLS_SHOWN], key=_standing)
    ]
    corrected_ones = {(c.sheet, c.cell) for c in work.given.corrections}
    work.held |= {(c.sheet, c.cell): c.found for c in work.cells if (c.sheet, c.cell) not in corrected_ones}


def _table(work: Work, fingerprint: str) -> None:
    """Its contents stay the same while the file is read again: a table that changes closes the cell that is
    being typed in. What became of a typed cell stands below, as does how to write it. All of it is on a phone's
    screen: a grid slides within itself, and nobody looks for what is beyond its edge."""
    several = len({cell.sheet for cell in work.cells}) > 1
    columns = {
        "cell": st.column_config.TextColumn(
            t("Ô, trang") if several else t("Ô"), width=115 if several else 60, disabled=True
        ),
        "found": st.column_config.TextColumn(t("Đang ghi"), width=95 if several else 130, disabled=True),
        _TEXT: st.column_config.TextColumn(t("Sửa thành"), width=140, max_chars=200),
    }
    st.data_editor(
        [
            {"cell": f"{c.cell} · {c.sheet}" if several else c.cell, "found": c.found, _TEXT: ""}
            for c in work.cells
        ],
        column_config=columns, column_order=list(columns), hide_index=True, width=_WIDE,
        key=_key(work, fingerprint), alt=t("{n} ô cần sửa", n=number(len(work.cells))),
    )  # fmt: skip


def _done(work: Work, upload: Upload, wrong: Mapping[tuple[str, str], Issue]) -> None:
    """The corrected cells with what they held, each to be undone; the corrected workbook."""
    done = sorted(work.given.corrections)
    if not done:
        return
    note(f"**{t('Đã sửa {n} ô', n=number(len(done))).upper()}**")
    for one in done[:_DONE_SHOWN]:
        at = (one.sheet, one.cell)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_told(one, work.held.get(at), at in wrong), width="content")
            st.button(
                t("Hoàn tác"), on_click=work.restore, args=({at},), type="tertiary",
                key=f"undo-{upload.fingerprint[:12]}-{one.sheet}-{one.cell}",
            )  # fmt: skip
    with st.container(horizontal=True):
        if _can_be_corrected(upload):
            stem, form = upload.name.rpartition(".")[0], form_of(upload.name)
            kept = t("Chính tệp này với các ô đã sửa; hình thức và công thức được giữ nguyên.")
            anew = t("Mở tệp xong, nhấn Ctrl+Shift+F9 để công thức tính lại.") if form is Form.ODS else ""
            download.button(
                t("Tải tệp đã sửa"), _corrected(upload, done), file_name=f"{stem}-da-sua{form}",
                mime=download.OF_FORM[form], key=f"corrected-{upload.fingerprint[:12]}", what="corrected_file",
                help=f"{kept} {anew}".strip(),
            )  # fmt: skip
        if len(done) > 1:
            everything = {(c.sheet, c.cell) for c in done}
            st.button(
                t("Hoàn tác cả {n} ô", n=number(len(done))), on_click=work.restore, args=(everything,),
                key=f"undo-all-{upload.fingerprint[:12]}",
            )  # fmt: skip


def _corrected(upload: Upload, done: Sequence[Correction]) -> Callable[[], bytes]:
    return lambda: corrected(upload.name, upload.raw, frozenset(done))


def _told(one: Correction, held: str | None, wrong: bool) -> str:
    where = plain(place({"sheet": one.sheet, "cell": one.cell}))  # type: ignore[typeddict-item]
    before = f"{plain(held)} → " if held else ""
    words = f"{where}: {before}**{plain(one.text)}**"
    return f"{words} :gray[:small[· {t('vẫn chưa đúng')}]]" if wrong else words
