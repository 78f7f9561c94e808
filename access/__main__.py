"""The command of people and roles: how the first administrator gets in, and what the screen *Tài khoản* does.

Whoever runs it has the database; the log has it as the operator's.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Engine

from access import ROLE_LABELS, Denied, Right, Role, operator
from locales.command_line import Parser, run
from locales.forms import NO_BREAK_HYPHEN, day
from program import clock, units
from storage.access import people
from storage.access.accounts import normal
from storage.access.people import Asked
from storage.access.roster import Account, Grant, accounts
from storage.commands.opening import with_store
from storage.refusals import Refused

DONE, REFUSED = 0, 1
_OPERATOR = replace(operator(), rights=frozenset({Right.MANAGE_USERS}))


def _parser() -> Parser:
    parser = Parser(
        prog="python -m access",
        description="Tài khoản và vai trò. Đọc DATABASE_URL; nếu không có thì dùng tệp data/dashboard.sqlite3.",
        epilog="Kết thúc với 0 khi xong, 1 khi bị từ chối, 2 khi lệnh chưa đúng.",
    )
    groups = parser.add_subparsers(dest="group", required=True, metavar="LỆNH", title="Các lệnh")
    users = groups.add_parser(
        "users",
        help="ai được vào và được làm gì",
        epilog="Người quản trị đầu tiên: python -m access users add ten@danang.gov.vn --name “Họ và tên” "
        "--role administrator",
    )
    commands = users.add_subparsers(dest="command", required=True, metavar="LỆNH", title="Các lệnh")
    listing = commands.add_parser("list", help="mọi tài khoản và vai trò")
    listing.set_defaults(run=_list)
    adding = commands.add_parser("add", help="thêm một người, có thể kèm vai trò")
    adding.set_defaults(run=_add)
    granting = commands.add_parser("grant", help="giao thêm một vai trò")
    granting.set_defaults(run=_grant)
    ending = commands.add_parser("end", help="kết thúc một vai trò; bỏ trống --role: mọi vai trò")
    ending.set_defaults(run=_end)
    renaming = commands.add_parser("rename", help="đổi họ tên")
    renaming.set_defaults(run=_rename)
    for command in (adding, granting, ending, renaming):
        command.add_argument(
            "login", metavar="TÊN_ĐĂNG_NHẬP", help="như nơi cấp tài khoản gọi, thường là thư điện tử"
        )
    for command in (adding, renaming):
        command.add_argument("--name", required=True, metavar="HỌ_TÊN", help="họ và tên để hiện trên trang")
    for command in (adding, granting, ending):
        command.add_argument(
            "--role", choices=[role.value for role in Role], required=command is granting, metavar="VAI_TRÒ",
            help=", ".join(f"{role.value} ({label})" for role, label in ROLE_LABELS.items()),
        )  # fmt: skip
        command.add_argument(
            "--unit", action="append", default=[], metavar="MÃ",
            help="mã đơn vị của người nộp báo cáo; ghi lại nhiều lần cho nhiều đơn vị",
        )  # fmt: skip
    for command in (adding, granting):
        command.add_argument("--from", dest="start", metavar="NGÀY", help="ngày đầu, mặc định hôm nay")
        command.add_argument(
            "--to",
            dest="until",
            metavar="NGÀY",
            help="ngày cuối, ví dụ 2026-12-31; mặc định: đến khi kết thúc",
        )
    for command in (listing, adding, granting, ending, renaming):
        command.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    _understand(parser, asked)
    return with_store(parser, lambda engine: int(asked.run(engine, asked)))


def _understand(parser: Parser, asked: argparse.Namespace) -> None:
    """Looks at the words before the database is opened; ends as wrong usage."""
    for name in ("start", "until"):
        given = getattr(asked, name, None)
        try:
            setattr(asked, name, date.fromisoformat(given) if given else None)
        except ValueError:
            parser.stop(f"Không hiểu ngày “{given}”; viết như 2026-12-31")
    for code in getattr(asked, "unit", ()):
        if units.unit(code) is None:
            parser.stop(f"Không có đơn vị nào mang mã “{code}”")
    lacking = asked.command in ("add", "end") and asked.role is None
    if lacking and (asked.unit or (asked.command == "add" and (asked.start or asked.until))):
        parser.stop("Hãy nêu vai trò (--role) cùng với đơn vị hoặc ngày")


def _list(engine: Engine, asked: argparse.Namespace) -> int:
    found = accounts(engine, _OPERATOR)
    if asked.json:
        print(json.dumps([_stated(one) for one in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(_told, found)) or "Chưa có tài khoản nào.")
    return DONE


def _add(engine: Engine, asked: argparse.Namespace) -> int:
    role = _role(asked) if asked.role else None
    return _said(asked, lambda: people.add(engine, _OPERATOR, asked.login, asked.name, role), "Đã thêm")


def _grant(engine: Engine, asked: argparse.Namespace) -> int:
    return _said(asked, lambda: people.grant(engine, _OPERATOR, asked.login, _role(asked)), "Đã giao vai trò")


def _rename(engine: Engine, asked: argparse.Namespace) -> int:
    return _said(asked, lambda: people.rename(engine, _OPERATOR, asked.login, asked.name), "Đã đổi tên")


def _end(engine: Engine, asked: argparse.Namespace) -> int:
    def ended() -> Account:
        held = [g for g in _account(engine, asked.login).grants if not g.past(clock.today())]
        meant = [
            g.id for g in held if asked.role in (None, g.role) and (not asked.unit or g.unit in asked.unit)
        ]
        if not meant:
            raise Refused("Tài khoản này không có vai trò nào như vậy đang có hiệu lực hay sắp có hiệu lực.")
        people.end(engine, _OPERATOR, meant)
        return _account(engine, asked.login)

    return _said(asked, ended, "Đã kết thúc vai trò")


def _account(engine: Engine, login: str) -> Account:
    found = next((one for one in accounts(engine, _OPERATOR) if one.login == normal(login)), None)
    if found is None:
        raise Refused(f"Không có tài khoản nào có tên đăng nhập “{normal(login)}”.")
    return found


def _role(asked: argparse.Namespace) -> Asked:
    return Asked(Role(asked.role), tuple(asked.unit), asked.start, asked.until)


def _said(asked: argparse.Namespace, act: Callable[[], Account], verb: str) -> int:
    """Do it, and print the account as it stands afterwards, or why not."""
    try:
        account = act()
    except (Refused, Denied) as refusal:
        told = {"outcome": "refused", "message": str(refusal)}
        print(json.dumps(told, ensure_ascii=False, indent=1) if asked.json else told["message"])
        return REFUSED
    if asked.json:
        done = {"outcome": "done", "message": f"{verb}.", "account": _stated(account)}
        print(json.dumps(done, ensure_ascii=False, indent=1))
    else:
        print(f"{verb}. {_told(account)}")
    return DONE


def _stated(account: Account) -> dict[str, Any]:
    roles = [
        {
            "role": given.role.value,
            "unit": given.unit,
            "valid_from": given.valid_from.isoformat(),
            "valid_to": given.valid_to.isoformat() if given.valid_to else None,
            "state": _state(given),
        }
        for given in account.grants
    ]
    return {"login": account.login, "name": account.name, "roles": roles}


def _told(account: Account) -> str:
    roles = [_words(given) for given in account.grants if _state(given) != "past"]
    return f"{account.login}, {account.name}: {'; '.join(roles) or 'không có vai trò nào, chưa vào được'}."


def _words(given: Grant) -> str:
    whose = f" {units.label(given.unit, with_type=True)}" if given.unit else ""
    until = f" đến {day(given.valid_to)}" if given.valid_to else ""
    future = " (chưa đến ngày)" if _state(given) == "future" else ""
    words = f"{ROLE_LABELS[given.role]}{whose} từ {day(given.valid_from)}{until}{future}"
    return words.replace(NO_BREAK_HYPHEN, "-")


def _state(given: Grant) -> str:
    if given.past(clock.today()):
        return "past"
    return "in_force" if given.in_force(clock.today()) else "future"


if __name__ == "__main__":
    run(main)
