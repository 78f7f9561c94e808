"""The commands `review` and `locks`: what waits for a reviewer, a word on it; windows locked, opened, and undone."""

import argparse
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Engine

from access import Actor, Denied, Right, require
from locales.command_line import Parser
from program import units
from program.locks import Said, last_on
from program.periods import PeriodError, parse_period
from program.review import NEEDS_PERSON, Cell, Verdict, in_force
from storage import locks, review
from storage.commands.acting import acting
from storage.database import reading
from storage.history import issues
from storage.refusals import Refused
from storage.review import Waiting
from storage.review_states import words

DONE, FOUND = 0, 1


def add(commands: Any) -> None:
    """Add both commands and what they do to a parser's subparsers."""
    asked = commands.add_parser(
        "review", help="duyệt số liệu: xem tệp đang chờ, chấp nhận, trả lại, hoàn tác"
    )
    what = asked.add_subparsers(dest="what", required=True, metavar="VIỆC")
    _sub(what, "list", "tệp đang chờ duyệt và tệp đã trả lại; kết thúc với 1 nếu có", _waiting)
    one = _sub(what, "accept", "số liệu của một lần nộp thành số liệu chính thức", _accept)
    one.add_argument("submission", type=int, metavar="LẦN_NỘP")
    one.add_argument("--note", default="", metavar="GHI_CHÚ", help="ghi lại cùng lần duyệt")
    one = _sub(what, "return", "trả một lần nộp cho đơn vị, kèm những ô cần xem", _return)
    one.add_argument("submission", type=int, metavar="LẦN_NỘP")
    one.add_argument("--message", required=True, metavar="LỜI", help="điều đơn vị cần sửa")
    one = _sub(
        what,
        "undo",
        "hoàn tác một lần duyệt",
        lambda engine, actor, a: review.undo(engine, actor, [a.number]),
    )
    one.add_argument("number", type=int, metavar="SỐ", help="số của lần duyệt")

    asked = commands.add_parser("locks", help="khóa số liệu: xem, khóa, mở khóa, hoàn tác")
    what = asked.add_subparsers(dest="what", required=True, metavar="VIỆC")
    _sub(what, "list", "mọi lần khóa, mở khóa còn hiệu lực", _stated)
    one = _sub(what, "lock", "khóa một kỳ đã qua hạn nộp", _lock)
    one.add_argument("code", metavar="KỲ", help="2023, 2023-H1 hoặc 2023-Q2")
    one = _sub(what, "open", "mở khóa một kỳ, kèm lý do", _open)
    one.add_argument("code", metavar="KỲ", help="2023, 2023-H1 hoặc 2023-Q2")
    one.add_argument("--reason", required=True, metavar="LÝ_DO", help="đứng ở chú thích của số liệu thay đổi")
    one.add_argument(
        "--unit", action="append", default=[], metavar="MÃ", help="chỉ đơn vị này; có thể ghi nhiều lần"
    )
    one.add_argument("--until", metavar="NGÀY", help="mở đến hết ngày này, ví dụ 2026-12-31")
    one = _sub(
        what,
        "undo",
        "hoàn tác lần khóa, mở khóa cuối của một kỳ",
        lambda e, a, asked: locks.undo(e, a, asked.number),
    )
    one.add_argument("number", type=int, metavar="SỐ", help="như list in ra")


def _sub(
    what: Any, name: str, told: str, act: Callable[[Engine, Actor, argparse.Namespace], Any]
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = what.add_parser(name, help=told)
    made.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    made.set_defaults(run=lambda engine, asked: _run(engine, asked, act), understand=_understand)
    return made


def _understand(parser: Parser, asked: argparse.Namespace) -> None:
    """Looks at the words before the database is opened; ends as wrong usage."""
    for code in getattr(asked, "unit", []):
        if units.unit(code) is None:
            parser.stop(f"Không có đơn vị nào mang mã “{code}”")
    try:
        if getattr(asked, "code", None):
            parse_period(asked.code)
        if getattr(asked, "until", None):
            asked.until = date.fromisoformat(asked.until)
    except PeriodError as error:
        parser.stop(str(error))
    except ValueError:
        parser.stop(f"Không hiểu ngày “{asked.until}”; viết như 2026-12-31")


def _run(
    engine: Engine, asked: argparse.Namespace, act: Callable[[Engine, Actor, argparse.Namespace], Any]
) -> int:
    """What an act gives is printed: a list of what there is, or the numbers of what was said."""
    try:
        actor = acting(engine)
        require(actor, Right.DECIDE)
        found = act(engine, actor, asked)
    except (Refused, Denied) as refusal:
        _print(asked, {"outcome": "refused", "message": str(refusal)}, str(refusal))
        return FOUND
    if asked.what == "list":
        _print(asked, found, "\n".join(map(_line, found)) or "Không có gì.")
        return FOUND if found and asked.command == "review" else DONE
    numbers = [found] if isinstance(found, int) else found or []
    said = f" (số {', '.join(map(str, numbers))})" if numbers else ""
    _print(asked, {"outcome": "done", "numbers": numbers}, f"Đã ghi{said}; số liệu đã tính lại.")
    return DONE


def _print(asked: argparse.Namespace, found: Any, told: str) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=1) if asked.json else told)


def _line(found: dict[str, Any]) -> str:
    return "  ".join(f"{value}" for value in found.values() if value not in (None, "", [], {}))


def _waiting(engine: Engine, _actor: Actor, _asked: argparse.Namespace) -> list[dict[str, Any]]:
    return [_told(one) for one in review.queue(engine)]


def _told(one: Waiting) -> dict[str, Any]:
    return {
        "submission": one.submission.id,
        "file": one.submission.file_name,
        "state": one.state.value,
        "units": list(one.units),
        "reasons": dict(one.reasons),
        "activities": dict(one.activities),
        "attendances": dict(one.attendances),
        "word": one.word.id if one.word else None,
    }


def _accept(engine: Engine, actor: Actor, asked: argparse.Namespace) -> int:
    seen = _word(engine, asked.submission)
    return review.say(engine, actor, asked.submission, Verdict.ACCEPTED, asked.note, (), seen)


def _return(engine: Engine, actor: Actor, asked: argparse.Namespace) -> int:
    found = issues(engine, actor, asked.submission)
    looked_at = [i for i in found if i["severity"] == "error" or i["code"] in NEEDS_PERSON]
    cells = [Cell(i["sheet"], i["cell"], i["found"], i["message"]) for i in looked_at]
    return review.send_back(engine, actor, asked.submission, asked.message, cells)


def _word(engine: Engine, submission: int) -> int | None:
    with reading(engine) as connection:
        held = in_force(words(connection, [submission]))
    return held.id if held else None


def _stated(engine: Engine, _actor: Actor, _asked: argparse.Namespace) -> list[dict[str, Any]]:
    return [
        {"number": one.id, "window": one.code, "unit": one.unit, "state": one.lock.value, "reason": one.reason,
         "until": one.until.isoformat() if one.until else None, "by": one.by, "at": one.at.isoformat()}
        for one in locks.known(engine).said
        if not one.undone
    ]  # fmt: skip


def _lock(engine: Engine, actor: Actor, asked: argparse.Namespace) -> int:
    return locks.lock(engine, actor, asked.code, seen=_last(engine, asked.code))


def _open(engine: Engine, actor: Actor, asked: argparse.Namespace) -> list[int]:
    seen = _last(engine, asked.code)
    return locks.unlock(engine, actor, asked.code, asked.unit, asked.reason, asked.until, seen=seen)


def _last(engine: Engine, code: str) -> int | None:
    found: Said | None = last_on(locks.known(engine).said, code)
    return found.id if found else None
