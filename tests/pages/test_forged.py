"""A choice that the screen never offered, as a changed page or one of an earlier release sends it, ends in what the
screen shows by itself or in a sentence, never in an error."""

from collections.abc import Iterator

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

import storage.access.roster
from access import local_person
from pages.parts.conflicts import deciding
from pages.parts.figures import results
from tests.pages.conftest import Start
from tests.pages.handing_in import written

FORGED = "no-such-choice"
# Those that have choices of their own beside the bar of filters.
SCREENS = ("overview", "units", "reporting", "submit/upload", "manage/conflicts", "manage/review", "manage/targets", "manage/tasks",
           "manage/users", "manage/audit")  # fmt: skip


def _forged(app: AppTest) -> Iterator[WidgetState]:
    numbers = [True, False] * 9
    for kind in ("selectbox", "radio", "multiselect", "date_input", "pagination", "number_input"):
        for one in app.get(kind):
            state = WidgetState(id=one.proto.id)
            if kind in ("selectbox", "radio"):
                state.string_value = FORGED
            elif kind == "pagination":
                state.int_value = 10**6
            elif kind == "number_input":
                state.double_value = float("nan" if numbers.pop() else "inf")
            else:
                state.string_array_value.data.append(FORGED)
            yield state


def _run(app: AppTest, sent: list[WidgetState]) -> None:
    """The browser sends these beside what else stands on the page."""
    states = app._tree.get_widget_states()
    kept = [one for one in states.widgets if one.id not in {other.id for other in sent}]
    del states.widgets[:]
    states.widgets.extend([*kept, *sent])
    app._run(states)
    assert not app.exception, app.exception


def test_every_choice_of_every_kind_of_screen(demo_start: Start) -> None:
    for screen in SCREENS:
        app = demo_start(f"pages/{screen if '/' in screen else f'view/{screen}'}.py")
        title = [one.value for one in app.title]
        sent = list(_forged(app))
        assert sent, screen
        _run(app, sent)
        assert [one.value for one in app.title] == title, screen


def test_a_role_that_is_none_is_given_to_nobody(empty_start: Start) -> None:
    app = empty_start("pages/manage/users.py")
    (role,) = (one for one in app.selectbox if one.label == "Vai trò")
    for box, words in zip(app.text_input, ("Lê An", "an@danang.gov.vn"), strict=True):
        box.set_value(words)
    _run(
        app,
        [
            WidgetState(id=role.proto.id, string_value=FORGED),
            WidgetState(id=app.button(key="add-person").proto.id, trigger_value=True),
        ],
    )
    assert "Không có vai trò này" in " ".join(one.value for one in app.error)
    assert storage.access.roster.accounts(results.engine(), local_person()) == []


@pytest.mark.usefixtures("fresh_caches")
def test_a_decision_that_is_none_is_open_also_where_it_is_not_drawn() -> None:
    def screen() -> None:
        import streamlit as st

        from pages.parts.conflicts import deciding

        if st.session_state.get("shown", True):
            deciding.draw("one", "Hai dòng này là", {"first": "một", "different": "hai"})
        st.markdown(deciding.read("one").value)

    app = AppTest.from_function(screen).run()
    (choice,) = app.radio
    app.radio[0].set_value("first").run()
    assert written(app).endswith("first")
    app.session_state["shown"] = False
    _run(app, [WidgetState(id=choice.proto.id, string_value=FORGED)])
    assert written(app).endswith(deciding.LATER)
