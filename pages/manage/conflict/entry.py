"""One conflict: both sources, the ways to their rows and files, the choice with its reason."""

from collections.abc import Sequence

import streamlit as st

import storage.conflicts.decisions
import storage.conflicts.desk
import storage.intake.submissions
from locales.forms import number
from locales.messages import t
from pages.manage.conflict import back as conflict_return
from pages.manage.conflict import outcome as conflict_outcome
from pages.parts.conflicts import deciding
from pages.parts.conflicts import sides as conflict_sides
from pages.parts.conflicts import table as conflict_table
from pages.parts.conflicts.choices import choices
from pages.parts.figures import results
from pages.parts.listing import drill, source_file
from pages.parts.shell.frame import note
from pages.parts.words import amount, plain
from program.conflicts.desk import SORT_LABELS, Conflict, Sort, alike
from program.filters import Filters
from program.periods import covering
from program.vocabulary import Kind
from storage.conflicts.desk import Source
from storage.conflicts.subjects import about_entry

RETURN = "return"
_FILES, _ALIKE = 3, 20
# More in one step would keep everybody else from writing for long.
_AT_ONCE = 200


def draw(one: Conflict, sides: tuple[Source, Source], others: Sequence[Conflict]) -> None:
    """The entry; `others` are all that are listed, since one reason may do for several between the same files."""
    st.subheader(f"{t(SORT_LABELS[one.sort])} · {amount(one.seats, 'lượt')}", anchor=one.code)
    st.markdown(f"**{plain(conflict_sides.subject(one))}**  \n{plain(conflict_sides.why(one))}")
    conflict_table.draw(conflict_sides.heads(one, sides), conflict_sides.lines(one, sides))
    _ways(one, sides)
    conflict_return.standing(one)
    verdict = deciding.draw(one.code, t("Quyết định"), _choices(one, sides), (RETURN,))
    if verdict.value == RETURN:
        conflict_return.draw(one, sides)
        return
    same = _alike(one, others, verdict.value) if verdict.state != "open" else ()
    label = t("Lưu {n} quyết định", n=number(len(same))) if len(same) > 1 else t("Lưu quyết định")
    st.button(
        label, key=f"save-{one.code}", disabled=verdict.state != "made", on_click=_save,
        args=(one, same or (one,), verdict),
    )  # fmt: skip
    conflict_outcome.refused(one.code)


def _choices(one: Conflict, sides: tuple[Source, Source]) -> dict[str, str]:
    back = {RETURN: t("Chưa đúng, trả lại đơn vị kèm lời nhắn")}
    return choices(one, sides) | (back if one.sort in (Sort.SIZE, Sort.REPEAT) else {})


def _ways(one: Conflict, sides: tuple[Source, Source]) -> None:
    """To the rows in Hoạt động, and the files as they were handed in."""
    with st.container(horizontal=True, vertical_alignment="center"):
        for number_of, side in enumerate(sides, 1):
            if side.rows and any(row["active"] for row in side.rows):
                words = t("Các dòng của nguồn {n}", n=number(number_of))
                drill.to_rows(words if sides[1].rows else t("Xem ở trang Hoạt động"), _rows(one, side))
        files = {file["id"]: file["file_name"] for side in sides for file in side.files}
        for submission, name in list(files.items())[:_FILES]:
            if storage.intake.submissions.readable(results.engine(), results.actor(), submission):
                source_file.button(
                    t("Tải tệp {file}", file=plain(name)), submission, name, f"file-{one.code}-{submission}"
                )


def _rows(one: Conflict, side: Source) -> Filters:
    row = side.rows[0]
    days = [(row["start_date"], row["end_date"]) for row in side.rows]
    title = row["title"] or "" if side.total == 1 else ""
    return Filters(
        period=covering(min(a for a, _ in days), max(b for _, b in days)) if side.total == 1 else covering(one.start, one.end),
        unit=row["unit"], kind=Kind(row["kind"]), text=title,
    )  # fmt: skip


def _alike(one: Conflict, others: Sequence[Conflict], verdict: str) -> tuple[Conflict, ...]:
    """The entries that the choice is for: all between the same files where the person says so."""
    same = alike(one, others)[:_AT_ONCE]
    one_file = one.first.files == one.second.files
    if len(same) == 1 or (one.sort == Sort.TWIN and one_file and verdict != "different"):
        return (one,)
    words = t("Áp dụng cho cả {n} mục cùng loại của các tệp này, cùng một lý do", n=number(len(same)))
    if not st.checkbox(words, key=f"alike-{one.code}"):
        return (one,)
    sides = storage.conflicts.desk.sources(results.engine(), same[:_ALIKE])
    told = [f"- {plain(conflict_sides.in_a_line(c, sides[c.code]))}" for c in same[:_ALIKE]]
    st.markdown("\n".join(told))
    if len(same) > _ALIKE:
        note(t("Còn {n} mục nữa.", n=number(len(same) - _ALIKE)))
    return same


def _save(one: Conflict, same: Sequence[Conflict], verdict: deciding.Verdict) -> None:
    made = [about_entry(c, verdict.value, verdict.reason) for c in same]

    def save() -> list[int]:
        return storage.conflicts.decisions.decide(results.engine(), results.actor(), made, same)

    if conflict_outcome.act(one.code, one.sort.value, save):
        deciding.forget(*(c.code for c in same))
