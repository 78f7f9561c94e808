"""Tài khoản: who may enter, who lacks a role, which units lack a reporter; each change, and its way back."""

import re
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

import storage.access.people
from access import Actor, Right, Role, local_person
from locales import messages
from pages.parts.figures import results
from program import clock
from storage.access.accounts import actor_of
from storage.access.people import Asked
from storage.access.roster import Account, accounts
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, rows, written

PAGE = "pages/manage/users.py"
AN = "an@danang.gov.vn"


def add(login: str = AN, name: str = "Lê An", asked: Asked | None = None) -> Account:
    return storage.access.people.add(results.engine(), local_person(), login, name, asked)


def people() -> list[Account]:
    return accounts(results.engine(), local_person())


def test_the_first_person_is_added_with_a_role_in_one_form(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert app.title[0].value == "Chưa có tài khoản nào"
    assert "không cần đăng nhập" in written(app)
    assert "không còn ai là Quản trị" not in written(app)
    app.text_input(key="new-name-0").set_value("Lê An")
    app.text_input(key="new-login-0").set_value("An@DaNang.gov.vn").run()
    app.selectbox(key="role-new-0").set_value(Role.ADMINISTRATOR).run()
    assert "Không nộp báo cáo" in written(app)
    button(app, "Thêm người này").click().run()
    assert not app.exception
    assert app.title[0].value.startswith("1 tài khoản được vào; 15 đơn vị chưa có người nộp báo cáo")
    assert "Đã thêm Lê An." in written(app)
    (one,) = people()
    assert (one.login, one.name, [g.role for g in one.grants]) == (AN, "Lê An", [Role.ADMINISTRATOR])
    assert app.query_params["user"] == AN
    assert app.text_input(key="new-name-1").value == ""


def test_a_reporter_is_given_units_and_what_lacks_is_refused_in_words(empty_start: Start) -> None:
    app = empty_start(PAGE)
    # The first of all is asked for with the role that somebody must have.
    assert app.selectbox(key="role-new-0").value == Role.ADMINISTRATOR
    app.selectbox(key="role-new-0").set_value(Role.REPORTER)
    app.text_input(key="new-name-0").set_value("Lê An")
    app.text_input(key="new-login-0").set_value(AN).run()
    button(app, "Thêm người này").click().run()
    assert app.error[0].value == "Vai trò Người nộp báo cáo cần ít nhất một đơn vị\\."
    assert people() == []
    # What was typed is still there.
    assert app.text_input(key="new-name-0").value == "Lê An"
    app.multiselect(key="role-units-new-0").set_value(["492", "20194"]).run()
    button(app, "Thêm người này").click().run()
    assert [g.unit for g in people()[0].grants] == ["492", "20194"]


def test_a_role_ends_at_one_click_and_comes_back_at_another(empty_start: Start) -> None:
    long_ago = clock.today() - timedelta(days=100)
    add(asked=Asked(Role.REPORTER, ("492", "490"), long_ago))
    add("binh", "Trần Bình", Asked(Role.ADMINISTRATOR))
    app = empty_start(PAGE, user=AN)
    number = people()[0].grants[0].id
    app.button(key=f"end-{number}").click().run()
    assert "Đã kết thúc vai trò của Lê An: Người nộp báo cáo, Quận Hải Châu" in written(app).replace("\\", "")
    actor = actor_of(results.engine(), AN)
    assert actor is not None
    assert actor.units == {"490"}
    button(app, "Hoàn tác: giao lại cho Lê An").click().run()
    actor = actor_of(results.engine(), AN)
    assert actor is not None
    assert actor.units == {"492", "490"}
    assert "Hoàn tác: giao lại cho Lê An" not in labels(app)
    button(app, "Kết thúc cả 2 vai trò").click().run()
    assert actor_of(results.engine(), AN) is None
    assert app.title[0].value.startswith("1 tài khoản được vào; 1 tài khoản không có vai trò")
    assert "Không có vai trò nên chưa vào được: Lê An" in written(app)
    button(app, "Hoàn tác: giao lại cho Lê An").click().run()
    actor = actor_of(results.engine(), AN)
    assert actor is not None
    assert actor.units == {"492", "490"}
    # What was given back begins today: in between the role was not held.
    assert [g.valid_from for g in people()[0].grants] == [
        long_ago,
        long_ago,
        clock.today(),
        clock.today(),
        clock.today(),
    ]


def test_the_last_administrator_is_kept_with_the_reason(empty_start: Start) -> None:
    given = add(asked=Asked(Role.ADMINISTRATOR)).grants[0]
    app = empty_start(PAGE, user=AN)
    app.button(key=f"end-{given.id}").click().run()
    assert "người quản trị duy nhất" in app.error[0].value
    assert "Hoàn tác: giao lại cho Lê An" not in labels(app)
    assert people()[0].in_force(clock.today())


def test_who_manages_accounts_must_not_run_out_unnoticed(empty_start: Start) -> None:
    add(asked=Asked(Role.VIEWER))
    assert "Chưa ai có vai trò Quản trị" in written(empty_start(PAGE))
    last = clock.today() + timedelta(days=30)
    storage.access.people.grant(
        results.engine(), local_person(), AN, Asked(Role.ADMINISTRATOR, valid_to=last)
    )
    assert f"Sau ngày {last.day}-{last.month}-{last.year} không còn ai" in written(empty_start(PAGE))
    storage.access.people.grant(
        results.engine(), local_person(), AN, Asked(Role.ADMINISTRATOR, valid_from=last + timedelta(days=1))
    )
    assert "Quản trị**" not in written(empty_start(PAGE))


def test_another_role_another_name_and_the_history(empty_start: Start) -> None:
    add(asked=Asked(Role.VIEWER))
    app = empty_start(PAGE, user=AN)
    app.selectbox(key=f"role-{AN}-0").set_value(Role.COORDINATOR).run()
    button(app, "Giao vai trò này").click().run()
    assert [g.role for g in people()[0].grants] == [Role.VIEWER, Role.COORDINATOR]
    app.text_input(key=f"rename-{AN}-1").set_value("Lê Thị *An*")
    button(app, "Đổi họ tên").click().run()
    assert people()[0].name == "Lê Thị *An*"
    assert "Đã đổi họ tên thành Lê Thị \\*An\\*" in written(app)
    assert "Lịch sử của tài khoản" in [e.label for e in app.expander]
    app.session_state[f"history-{AN}"] = True
    app.run()
    text = written(app).replace("\\", "")
    assert "đổi họ tên (họ tên: Lê An → họ tên: Lê Thị *An*)" in text
    assert (
        f"giao vai trò (vai trò: Đầu mối tổng hợp; từ ngày: {clock.today().day}-{clock.today().month}" in text
    )
    assert "thêm tài khoản (họ tên: Lê An)" in text


def test_many_accounts_are_looked_for_by_name_login_or_unit(empty_start: Start) -> None:
    for n in range(13):
        add(f"nguoi{n}", f"Nguyễn Văn {chr(65 + n)}", Asked(Role.VIEWER))
    storage.access.people.grant(results.engine(), local_person(), "nguoi3", Asked(Role.REPORTER, ("492",)))
    app = empty_start(PAGE)
    assert len(rows(app)) == 13
    app.text_input(key="people-q").set_value("hai chau").run()
    ((who, held),) = rows(app)
    assert who[0].startswith("<a href='users?user=nguoi3'")
    assert ">Nguyễn Văn D<" in who[0]
    assert who[1] == "nguoi3"
    assert held[0].startswith("Người xem")
    app.text_input(key="people-q").set_value("không ai").run()
    assert "Không có ai như vậy." in written(app)


def test_in_english_nothing_stays_vietnamese_but_names(empty_start: Start) -> None:
    add(asked=Asked(Role.REPORTER, ("492",)))
    messages.use("en")
    try:
        app = empty_start(PAGE, user=AN, lang="en")
    finally:
        messages.use("vi")
    assert app.title[0].value == "1 account may enter; 15 units have nobody to report"
    assert rows(app)[0][1][0].startswith("Reporter: quận Hải Châu (from")
    assert not re.search("Người|Vai trò|Kết thúc|đơn vị", written(app) + "".join(labels(app)))


@pytest.mark.parametrize("right", [Right.READ_AUDIT, Right.SUBMIT, Right.READ])
def test_another_right_opens_nothing(
    empty_start: Start, right: Right, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(asked=Asked(Role.VIEWER))
    other = Actor("an", "Lê An", frozenset({Right.READ, right}))
    monkeypatch.setattr(results, "actor", lambda: other)
    app: AppTest = empty_start(PAGE)
    assert app.title[0].value == "Trang này cần thêm quyền."
    assert AN not in written(app)
    assert not app.text_input
