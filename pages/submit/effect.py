"""What accepting a file does to the progress of its units: a sentence each and the figures behind it."""

from typing import Any

import streamlit as st

import storage.intake.submissions
import storage.reading.analysis
from access import Denied
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.shell.frame import note
from pages.parts.words import amount, name_of, plain, status_words, unit_inside
from pages.submit.checked import Checked, Reach, Upload, reach
from pages.submit.decide.choices import Choices
from program import units
from program.measures.analysis import default_as_of
from program.measures.figures import Progress
from program.submissions.effect import Before, Effect, Move, before, effects
from program.text import lower_first, sentence
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind, Status
from storage.intake.submissions import Refused

# Above it the trial takes seconds; the person says whether it is wanted.
ROWS_AT_ONCE = 20_000
UNITS_SHOWN = 3
_HALF_AN_HOUR = 1800
_Case = tuple[int, str, str, str, Reach]  # data version, fingerprint, mending, choices, reach


def draw(upload: Upload, found: Checked, choices: Choices) -> None:
    """The effect on the three units that change most, and all of them in a fold."""
    asked_for = f"effect-{upload.fingerprint[:12]}-{found.applied.digest[:12]}"
    if found.rows > ROWS_AT_ONCE and not st.session_state.get(asked_for):
        if not st.button(t("Tính thử tiến độ sau khi nhận"), key=f"ask-{asked_for}"):
            return
        st.session_state[asked_for] = True
    with st.spinner(t("Đang tính thử tiến độ sau khi nhận…"), show_time=True):
        told = _told(upload, found, choices)
    if told is None:
        return
    if units.CITY in found.units:
        note(t("Chỉ tiêu chung của thành phố được tính lại sau khi nhận."))
    elif not told:
        st.markdown(t("Tiến độ của các đơn vị không đổi."))
    moved = [effect for effect in told if effect.moves or effect.counts]
    if moved:
        st.markdown("\n".join(f"- {said(effect)}" for effect in moved[:UNITS_SHOWN]))
    if any(effect.schools for effect in told):
        note(t("Danh sách trường thay đổi, nên mục tiêu T1 được tính lại sau khi nhận."))
    lines = [line for effect in told for line in _lines(effect)]
    if lines:
        with st.expander(_fold(len(moved), len(lines))):
            st.table(lines, border="horizontal", hide_index=True)


def _fold(changed: int, lines: int) -> str:
    if changed > UNITS_SHOWN:
        return t("Xem tiến độ trước và sau của cả {n} đơn vị", n=number(changed))
    return t("Xem tiến độ trước và sau ({n} dòng)", n=number(lines))


def _told(upload: Upload, found: Checked, choices: Choices) -> tuple[Effect, ...] | None:
    version = storage.reading.analysis.data_version(results.engine())
    case = (version, upload.fingerprint, found.applied.digest, repr(choices), reach())
    try:
        return _effects(case, upload, found, choices)
    except Denied:
        return None  # the button says why, in its own words
    except Refused as refusal:
        st.warning(plain(str(refusal)))
        return None


@st.cache_resource(max_entries=32, ttl=_HALF_AN_HOUR, show_spinner=False)
def _effects(case: _Case, _upload: Upload, _found: Checked, _choices: Choices) -> tuple[Effect, ...]:
    engine = results.engine()
    now = _standing(case[0], _found.units)
    after = storage.intake.submissions.rehearse(
        engine, results.actor(), _upload.name, _upload.raw, _found.report, mending=_found.applied, sound_rows=True,
        remove_from=_choices.remove_from, twins=_choices.twins, bases=_choices.bases, crossings=_choices.crossings,
        repeats=_choices.repeats,
    )  # fmt: skip
    return effects(results.analysis(), now, after, default_as_of())


@st.cache_resource(max_entries=4, ttl=_HALF_AN_HOUR, show_spinner=False)
def _standing(version: int, units: tuple[str, ...]) -> Before:  # noqa: ARG001 (the version is part of the key)
    """How the units stand: one and the same for all who look at files about them."""
    return before(results.analysis(), storage.reading.analysis.load(results.engine(), units), units)


def said(effect: Effect) -> str:
    """One unit as a sentence (Markdown): **Quận Hải Châu**: lớp cho cha mẹ 12 → **14** trên 20 lớp, vẫn ▲ cần
    tăng tốc."""
    unit = f"**{plain(sentence(unit_inside(effect.unit)))}**"
    if effect.moves:
        return f"{unit}: {_moved(effect.moves[0])}."
    moved = [
        f"{lower_first(t(KIND_LABELS[kind]))} {_bare(old, KIND_COUNTERS[kind])} → **{_value(new, KIND_COUNTERS[kind])}**"
        for kind, (old, new) in effect.counts.items()
    ]
    return f"{unit}: {'; '.join(moved)}."


def _moved(move: Move) -> str:
    after, counter = move.after, move.after.indicator.counter
    words = f"{lower_first(name_of(after))} {_bare(move.before.value, counter)} → "
    if after.target is None:
        return words + f"**{_value(after.value, counter)}**, " + t("chưa có chỉ tiêu")
    words += f"**{_bare(after.value, counter)}** " + t("trên {target}", target=amount(after.target, counter))
    if after.status == Status.NOT_ASSESSABLE:
        return words
    if move.before.status == after.status:
        return t("{words}, vẫn {status}", words=words, status=status_words(after.status))
    return t("{words}, nay {status}", words=words, status=status_words(after.status))


def _value(value: float | None, counter: str) -> str:
    return t("chưa có") if value is None else amount(value, counter)


def _bare(value: float | None, counter: str) -> str:
    """The figure alone, where its unit stands behind the next one."""
    return _value(value, counter) if value is None or counter == "%" else number(value)


def _lines(effect: Effect) -> list[dict[str, Any]]:
    unit = plain(sentence(unit_inside(effect.unit)))
    lines = [_line(unit, name_of(m.after), m.before, m.after) for m in effect.moves]
    return lines + [_count_line(unit, kind, old, new) for kind, (old, new) in effect.counts.items()]


def _line(unit: str, name: str, before: Progress, after: Progress) -> dict[str, Any]:
    counter = after.indicator.counter
    return {
        t("Đơn vị"): unit,
        t("Chỉ tiêu"): name,
        t("Trước"): _value(before.value, counter),
        t("Sau"): _value(after.value, counter),
        t("Mục tiêu"): t("chưa có") if after.target is None else amount(after.target, counter),
        t("Tình trạng"): f"{status_words(before.status)} → {status_words(after.status)}",
    }


def _count_line(unit: str, kind: Kind, old: int | None, new: int | None) -> dict[str, Any]:
    counter = KIND_COUNTERS[kind]
    return {
        t("Đơn vị"): unit,
        t("Chỉ tiêu"): t("Tất cả {kind}", kind=lower_first(t(KIND_LABELS[kind]))),
        t("Trước"): _value(old, counter),
        t("Sau"): _value(new, counter),
        t("Mục tiêu"): "",
        t("Tình trạng"): "",
    }
