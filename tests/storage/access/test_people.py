"""People and their roles: what is given, what is refused, what the log has of it, two at a time."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from access import Actor, Denied, Right, Role, local_person, operator
from program import clock
from storage.access import people
from storage.access.accounts import actor_of, actor_within, normal
from storage.access.people import Asked
from storage.access.roster import Account, Grant, accounts, last_administered
from storage.database import reading
from storage.journal import log
from storage.refusals import Refused
from storage.schema import event
from tests.storage.build import everything

AN = "an@danang.gov.vn"
DAY = timedelta(days=1)
VIEWER, ADMINISTRATOR = Asked(Role.VIEWER), Asked(Role.ADMINISTRATOR)


def add(engine: Engine, login: str = AN, name: str = "Lê An", asked: Asked | None = VIEWER) -> Account:
    return people.add(engine, local_person(), login, name, asked)


def who(engine: Engine, login: str = AN) -> Actor:
    found = actor_of(engine, login)
    assert found is not None
    return found


def logged(engine: Engine) -> list[tuple[str, ...]]:
    e = event.c
    query = select(e.actor, e.action, e.subject, e.before, e.after).order_by(e.id)
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_a_person_is_added_with_a_role_in_one_step_and_the_log_has_both(engine: Engine) -> None:
    made = add(engine, " An@DaNang.gov.vn ", "  Lê   An ", Asked(Role.REPORTER, ("492", "490")))
    assert (made.login, made.name, made.added_by) == (AN, "Lê An", "local")
    assert [(g.role, g.unit, g.valid_from, g.valid_to) for g in made.grants] == [
        (Role.REPORTER, unit, clock.today(), None) for unit in ("492", "490")
    ]
    assert who(engine).units == {"492", "490"}
    start = clock.today().isoformat()
    role = {"role": "reporter", "valid_from": start, "valid_to": None}
    assert logged(engine) == [
        ("local", log.USER_ADDED, f"user:{AN}", None, {"name": "Lê An"}),
        ("local", log.ROLE_GRANTED, f"user:{AN}", None, role | {"unit": "492"}),
        ("local", log.ROLE_GRANTED, f"user:{AN}", None, role | {"unit": "490"}),
    ]


def test_a_role_holds_on_its_days_only(engine: Engine) -> None:
    add(engine, asked=Asked(Role.VIEWER, valid_from=clock.today() + DAY, valid_to=clock.today() + 2 * DAY))
    (given,) = accounts(engine, local_person())[0].grants
    with reading(engine) as connection:
        for days in range(4):
            on = clock.today() + days * DAY
            assert (actor_within(connection, AN, on) is not None) == given.in_force(on) == (days in (1, 2))
    assert [given.past(clock.today() + n * DAY) for n in range(4)] == [False, False, False, True]


def test_an_ended_role_stops_at_once_and_can_be_given_again(engine: Engine) -> None:
    given = add(engine).grants[0]
    assert people.end(engine, local_person(), [given.id]) == [given]
    assert actor_of(engine, AN) is None
    _, _, entry = logged(engine)
    assert entry == (
        "local",
        log.ROLE_ENDED,
        f"user:{AN}",
        {"role": "viewer", "unit": None, "valid_from": clock.today().isoformat(), "valid_to": None},
        {"ended_on": clock.today().isoformat()},
    )
    with pytest.raises(Refused, match="đã kết thúc trước đó"):
        people.end(engine, local_person(), [given.id])
    people.grant(engine, local_person(), AN, VIEWER)
    assert who(engine).rights
    assert [g.ended_by for g in accounts(engine, local_person())[0].grants] == ["local", None]


def test_of_several_roles_all_end_or_none(engine: Engine) -> None:
    add(engine, asked=ADMINISTRATOR)
    people.grant(engine, local_person(), AN, Asked(Role.REPORTER, ("492", "490")))
    numbers = [g.id for g in accounts(engine, local_person())[0].grants]
    with pytest.raises(Refused, match="người quản trị duy nhất"):
        people.end(engine, local_person(), [*numbers[1:], numbers[0]])
    assert who(engine).units == {"492", "490"}
    people.end(engine, local_person(), numbers[1:])
    assert who(engine).units == frozenset()


def test_a_change_of_name_says_what_it_was_and_overwrites_nobody_elses(engine: Engine) -> None:
    add(engine)
    assert people.rename(engine, local_person(), AN, "Lê Thị An", seen="Lê An").name == "Lê Thị An"
    assert logged(engine)[-1][1:] == (
        log.USER_RENAMED, f"user:{AN}", {"name": "Lê An"}, {"name": "Lê Thị An"},
    )  # fmt: skip
    with pytest.raises(Refused, match="vừa được đổi tên thành “Lê Thị An”"):
        people.rename(engine, local_person(), AN, "Lê Văn An", seen="Lê An")
    with pytest.raises(Refused, match="đã có tên"):
        people.rename(engine, local_person(), AN, "Lê Thị An")


REFUSED = [
    (Asked(Role.REPORTER), "cần ít nhất một đơn vị"),
    (Asked(Role.VIEWER, ("492",)), "không gắn với đơn vị"),
    (Asked(Role.REPORTER, ("492", "999999")), "mang mã “999999”"),
    (Asked(Role.REPORTER, ("48",)), "mang mã “48”"),
    (Asked(Role.VIEWER, valid_from=clock.today() + DAY, valid_to=clock.today()), "từ ngày đầu trở đi"),
    (Asked(Role.VIEWER, valid_from=clock.today() - 3 * DAY, valid_to=clock.today() - DAY), "đã qua"),
    (Asked(Role.COORDINATOR), "đã có vai trò Đầu mối tổng hợp"),
    (Asked(Role.COORDINATOR, valid_from=clock.today() + 9 * DAY), "đã có vai trò Đầu mối tổng hợp"),
    (Asked(Role.REPORTER, ("490", "493")), "đã có vai trò Người nộp báo cáo .Quận Sơn Trà."),
]


def test_what_cannot_be_given_is_refused_whole(engine: Engine) -> None:
    add(engine, asked=Asked(Role.COORDINATOR))
    people.grant(engine, local_person(), AN, Asked(Role.REPORTER, ("493",)))
    before = everything(engine)
    for asked, said in REFUSED:
        with pytest.raises(Refused, match=said):
            people.grant(engine, local_person(), AN, asked)
    with pytest.raises(Refused):
        add(engine, "binh", "Trần Bình", Asked(Role.REPORTER, ("492", "999999")))
    assert everything(engine) == before


def test_a_role_may_follow_another_of_its_kind(engine: Engine) -> None:
    add(engine, asked=Asked(Role.VIEWER, valid_to=clock.today() + DAY))
    people.grant(engine, local_person(), AN, Asked(Role.VIEWER, valid_from=clock.today() + 2 * DAY))
    assert len(accounts(engine, local_person())[0].grants) == 2


def test_a_login_or_a_name_that_cannot_be_used_is_refused(engine: Engine) -> None:
    for login in (
        "",
        "  ",
        "lê an",
        "a\tb",
        "a\u2060b",
        "x" * 201,
        "Local",
        "operator",
        "anonymous",
        "server",
    ):
        with pytest.raises(Refused, match="đăng nhập"):
            add(engine, login)
    for name in ("", " \n ", "x" * 201):
        with pytest.raises(Refused, match="Họ tên"):
            add(engine, name=name)
    assert accounts(engine, local_person()) == []


def test_a_login_is_there_once_whatever_its_letters(engine: Engine) -> None:
    add(engine)
    with pytest.raises(Refused, match="đã có, của Lê An"):
        add(engine, "AN@danang.GOV.vn", "Người khác")
    with pytest.raises(Refused, match="Không có tài khoản nào"):
        people.grant(engine, local_person(), "binh", VIEWER)


def test_the_last_administrator_stays_until_there_is_another(engine: Engine) -> None:
    given = add(engine, asked=ADMINISTRATOR).grants[0]
    add(engine, "binh", "Trần Bình", Asked(Role.ADMINISTRATOR, valid_from=clock.today() + DAY))
    with pytest.raises(Refused, match="người quản trị duy nhất"):
        people.end(engine, who(engine), [given.id])
    add(engine, "chi", "Võ Chi", ADMINISTRATOR)
    people.end(engine, who(engine), [given.id])
    assert actor_of(engine, AN) is None


def test_nor_do_all_administrators_end_in_one_act(engine: Engine) -> None:
    given = [add(engine, login, login, ADMINISTRATOR).grants[0].id for login in ("an", "binh")]
    with pytest.raises(Refused, match="người quản trị duy nhất"):
        people.end(engine, local_person(), given)
    assert all(actor_of(engine, login) for login in ("an", "binh"))


@pytest.mark.parametrize(
    "actor",
    [
        operator(),
        Actor("an", "Lê An", frozenset(Right) - {Right.MANAGE_USERS}),
        Actor("removed", "Đã thôi", frozenset(Right), account=True),
    ],
    ids=["no right", "another right", "no longer"],
)
def test_nobody_else_changes_or_reads_people(engine: Engine, actor: Actor) -> None:
    given = add(engine).grants[0]
    before = everything(engine)
    for attempt in (
        lambda: people.add(engine, actor, "binh", "Trần Bình", VIEWER),
        lambda: people.rename(engine, actor, AN, "Khác"),
        lambda: people.grant(engine, actor, AN, ADMINISTRATOR),
        lambda: people.end(engine, actor, [given.id]),
        lambda: accounts(engine, actor),
    ):
        with pytest.raises(Denied):
            attempt()
    assert everything(engine) == before


@pytest.mark.parametrize(
    ("spans", "last"),
    [
        ([], -1),
        ([(0, None)], None),
        ([(-5, 3)], 3),
        ([(-5, 3), (4, 9)], 9),
        ([(-5, 3), (5, None)], 3),
        ([(2, 9)], -1),
        ([(-9, 30), (-5, 3), (10, None)], None),
        ([(-9, -2)], -1),
    ],
)
def test_it_is_known_until_when_there_is_an_administrator(
    spans: list[tuple[int, int | None]], last: int | None
) -> None:
    on = date(2026, 3, 1)

    def day(n: int) -> date:
        return on + n * DAY

    given = datetime(2026, 1, 1, tzinfo=UTC)
    held = [
        Grant(n, Role.ADMINISTRATOR, None, day(a), None if b is None else day(b), "x", given, None, None)
        for n, (a, b) in enumerate(spans)
    ]
    held.append(Grant(99, Role.ADMINISTRATOR, None, on, None, "x", given, "x", given))
    held.append(Grant(98, Role.VIEWER, None, on, None, "x", given, None, None))
    people = [Account(str(g.id), "An", "x", given, (g,)) for g in held]
    assert last_administered(people, on) == (date.max if last is None else day(last))


def test_people_stand_in_the_order_of_their_given_names(engine: Engine) -> None:
    for login, name in (("a", "Trần Đông"), ("b", "Lê Dung"), ("c", "Phạm An"), ("d", "Bùi An")):
        add(engine, login, name)
    assert [one.name for one in accounts(engine, local_person())] == [
        "Bùi An",
        "Phạm An",
        "Lê Dung",
        "Trần Đông",
    ]


def test_of_two_administrators_who_end_each_other_one_remains(engine: Engine) -> None:
    given = {login: add(engine, login, login, ADMINISTRATOR).grants[0].id for login in ("an", "binh")}
    actors = {login: who(engine, login) for login in given}
    both = threading.Barrier(2)
    told: list[Exception] = []

    def end(login: str, other: str) -> None:
        both.wait()
        try:
            people.end(engine, actors[login], [given[other]])
        except (Refused, Denied) as refusal:
            told.append(refusal)

    threads = [threading.Thread(target=end, args=pair) for pair in (("an", "binh"), ("binh", "an"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [type(one) for one in told] == [Denied]
    assert len([login for login in given if actor_of(engine, login)]) == 1


def test_two_who_give_the_same_role_give_it_once(engine: Engine) -> None:
    add(engine, asked=None)
    both = threading.Barrier(4)
    refused: list[str] = []

    def give() -> None:
        both.wait()
        try:
            people.grant(engine, local_person(), AN, Asked(Role.REPORTER, ("492",)))
        except Refused as refusal:
            refused.append(str(refusal))

    threads = [threading.Thread(target=give) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 3
    assert len(accounts(engine, local_person())[0].grants) == 1


def test_only_the_letter_itself_is_the_same_login() -> None:
    assert normal(" Kim.SAn@DaNang.gov.VN ") == "kim.san@danang.gov.vn"
    assert normal("ĐẦU.MỐI") == "đầu.mối"
    # The Kelvin sign, the long s, the sharp s, the Ångström sign, a full-width letter, the Cyrillic a.
    for look_alike, login in zip(
        "\u212a\u017f\u00df\u212b\uff4b\u0430", ("k", "s", "ss", "å", "k", "a"), strict=True
    ):
        assert normal(f"{look_alike}im@x.vn") != normal(f"{login}im@x.vn")
