"""Changes of who may sign in and do what: a person added, renamed, given a role, a role ended. Nothing of
it is ever removed, and the log has every step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, insert, select, update

from access import ROLE_LABELS, Actor, Right, Role, anonymous, local_person, nobody, operator, server
from program import clock, units
from program.text import clean
from storage.access.accounts import normal
from storage.access.guard import allow
from storage.access.roster import Account, Grant, everybody, found, subject
from storage.database import writing
from storage.journal import log
from storage.refusals import Refused
from storage.schema import role_grant, user_account

LONGEST = 200
# Names that the log uses for who has no account.
_TAKEN = {actor.id for actor in (anonymous(), local_person(), nobody(), operator(), server())}


@dataclass(frozen=True)
class Asked:
    """A role to be given: a reporter's names units, one grant each; the others none. Without a first day it
    begins today, without a last one it holds until ended."""

    role: Role
    units: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


def add(engine: Engine, actor: Actor, login: str, name: str, asked: Asked | None = None) -> Account:
    """Add a person, with a role if one is given, in one step. Raises Refused, Denied."""
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_USERS)
        login, name = _login(login), _name(name)
        known = found(connection, login)
        if known is not None:
            raise Refused(
                f"Tên đăng nhập “{login}” đã có, của {known.name}. Hãy giao vai trò cho tài khoản đó."
            )
        values = {"login": login, "name": name, "added_by": actor.id, "added_at": datetime.now(UTC)}
        connection.execute(insert(user_account).values(values))
        log.record(connection, actor, log.USER_ADDED, subject=subject(login), after={"name": name})
        if asked is not None:
            _grant(connection, actor, _known(connection, login), asked)
        return _known(connection, login)


def rename(engine: Engine, actor: Actor, login: str, name: str, seen: str | None = None) -> Account:
    """Give a person another name; `seen` is the name that the actor saw, so that nobody undoes another's
    change without knowing it. Raises Refused, Denied."""
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_USERS)
        account, name = _known(connection, login), _name(name)
        if seen is not None and account.name != seen:
            raise Refused(f"Tài khoản này vừa được đổi tên thành “{account.name}”. Hãy xem lại rồi mới đổi.")
        if account.name == name:
            raise Refused(f"Tài khoản “{account.login}” đã có tên “{name}”.")
        own = user_account.c.login == account.login
        connection.execute(update(user_account).where(own).values(name=name))
        log.record(
            connection, actor, log.USER_RENAMED, subject=subject(account.login),
            before={"name": account.name}, after={"name": name},
        )  # fmt: skip
        return _known(connection, login)


def grant(engine: Engine, actor: Actor, login: str, *asked: Asked) -> Account:
    """Give roles, all or none. Raises Refused (also where the person holds one already on one of its days),
    Denied."""
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_USERS)
        for one in asked:
            _grant(connection, actor, _known(connection, login), one)
        return _known(connection, login)


def end(engine: Engine, actor: Actor, numbers: Sequence[int]) -> list[Grant]:
    """Take grants back, from this moment on, all or none; gives them as they were. Raises Refused (also for
    the last administrator), Denied."""
    with writing(engine) as connection:
        allow(connection, actor, Right.MANAGE_USERS)
        return [_end(connection, actor, number) for number in dict.fromkeys(numbers)]


def _end(connection: Connection, actor: Actor, number: int) -> Grant:
    people = everybody(connection)
    held = next(((a, g) for a in people for g in a.grants if g.id == number), None)
    if held is None:
        raise Refused("Không tìm thấy vai trò này. Hãy tải lại trang.")
    account, given = held
    if given.past(clock.today()):
        raise Refused(f"Vai trò {_said(given.role, given.unit)} của {account.name} đã kết thúc trước đó.")
    _keep_an_administrator(people, given)
    changed = {"ended_by": actor.id, "ended_at": datetime.now(UTC)}
    connection.execute(update(role_grant).where(role_grant.c.id == number).values(changed))
    log.record(
        connection, actor, log.ROLE_ENDED, subject=subject(account.login),
        before=_stated(given.role, given.unit, given.valid_from, given.valid_to),
        after={"ended_on": clock.today().isoformat()},
    )  # fmt: skip
    return given


def _known(connection: Connection, login: str) -> Account:
    account = found(connection, login)
    if account is None:
        raise Refused(f"Không có tài khoản nào có tên đăng nhập “{normal(login)}”.")
    return account


def _login(login: str) -> str:
    kept = normal(login)
    if not kept or len(kept) > LONGEST or not kept.isprintable() or " " in kept:
        raise Refused(f"Tên đăng nhập cần từ 1 đến {LONGEST} ký tự, không có khoảng trắng hay ký tự ẩn.")
    if kept in _TAKEN:
        raise Refused(f"Không dùng “{kept}” làm tên đăng nhập được: nhật ký dùng từ này cho việc khác.")
    return kept


def _name(name: str) -> str:
    kept = clean(name)
    if not kept or len(kept) > LONGEST or not kept.isprintable():
        raise Refused(f"Họ tên cần từ 1 đến {LONGEST} ký tự.")
    return kept


def _grant(connection: Connection, actor: Actor, account: Account, asked: Asked) -> None:
    start, until = asked.valid_from or clock.today(), asked.valid_to
    _refuse(asked, start)
    owner = connection.scalars(select(user_account.c.id).where(user_account.c.login == account.login)).one()
    for unit in dict.fromkeys(asked.units) or (None,):
        _refuse_twice(account, asked.role, unit, start, until)
        connection.execute(
            insert(role_grant).values(
                user_id=owner, role=asked.role.value, unit=unit, valid_from=start, valid_to=until,
                granted_by=actor.id, granted_at=datetime.now(UTC),
            )
        )  # fmt: skip
        log.record(
            connection, actor, log.ROLE_GRANTED, subject=subject(account.login),
            after=_stated(asked.role, unit, start, until),
        )  # fmt: skip


def _refuse(asked: Asked, start: date) -> None:
    label = ROLE_LABELS[asked.role]
    if asked.role == Role.REPORTER and not asked.units:
        raise Refused(f"Vai trò {label} cần ít nhất một đơn vị.")
    if asked.role != Role.REPORTER and asked.units:
        raise Refused(
            f"Vai trò {label} không gắn với đơn vị nào; chỉ {ROLE_LABELS[Role.REPORTER]} mới cần đơn vị."
        )
    for code in asked.units:
        known = units.unit(code)
        if known is None or not units.reports(known):
            raise Refused(f"Không có đơn vị báo cáo nào mang mã “{code}”.")
    if asked.valid_to is not None and asked.valid_to < start:
        raise Refused("Ngày cuối của vai trò phải từ ngày đầu trở đi.")
    if asked.valid_to is not None and asked.valid_to < clock.today():
        raise Refused("Ngày cuối của vai trò đã qua; hãy chọn từ hôm nay trở đi hoặc bỏ trống.")


def _refuse_twice(account: Account, role: Role, unit: str | None, start: date, until: date | None) -> None:
    for held in account.grants:
        same = (held.role, held.unit) == (role, unit) and held.ended_at is None
        apart = (held.valid_to or date.max) < start or (until or date.max) < held.valid_from
        if same and not apart:
            raise Refused(f"{account.name} đã có vai trò {_said(role, unit)} trong thời gian này.")


def _keep_an_administrator(people: Iterable[Account], given: Grant) -> None:
    """The last one cannot be ended: nobody could add another on the screen."""
    day = clock.today()
    if given.role != Role.ADMINISTRATOR or not given.in_force(day):
        return
    held = [g for one in people for g in one.in_force(day) if g.role == Role.ADMINISTRATOR]
    if len(held) == 1:
        raise Refused(
            "Đây là người quản trị duy nhất đang có hiệu lực; nếu kết thúc, không ai quản lý được tài khoản. "
            "Hãy giao vai trò Quản trị cho người khác trước."
        )


def _said(role: Role, unit: str | None) -> str:
    return ROLE_LABELS[role] + (f" ({units.label(unit, with_type=True)})" if unit else "")


def _stated(role: Role, unit: str | None, start: date, until: date | None) -> dict[str, str | None]:
    """A grant as the log keeps it."""
    days = {"valid_from": start.isoformat(), "valid_to": until.isoformat() if until else None}
    return {"role": role.value, "unit": unit, **days}
