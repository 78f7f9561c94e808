"""The commands `review` and `locks`: what waits for a reviewer, a word on it; windows locked, opened, and undone, by
hand or by themselves."""

import argparse
import json
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Engine

from access import Actor, Denied, Right, require
from locales.command_line import Parser, number_of
from program import clock, units
from program.locks.rules import PROPOSED_GRAIN, last_word, ruled
from program.locks.rules import in_force as in_force_rule
from program.locks.windows import GRAINS, Rule, Said, last_on
from program.periods import PeriodError, parse_period
from program.reviewing.review import NEEDS_PERSON, QuotedCell, Verdict, in_force
from storage.commands.acting import acting
from storage.commands.review_lines import line
from storage.database import reading
from storage.intake.history import issues
from storage.locks import rules as lock_rules
from storage.locks import windows
from storage.refusals import Refused
from storage.reviewing import review
from storage.reviewing.review import Waiting
from storage.reviewing.states import words

DONE, FOUND = 0, 1
_RHYTHMS = {"quarter": "theo quý", "half": "theo 6 tháng", "year": "theo năm"}


def add(commands: Any) -> None:
    """Add both commands and what they do to a parser's subparsers."""
    asked = commands.add_parser(
        "review", help="duyệt số liệu: xem tệp đang chờ, chấp nhận, trả lại, hoàn tác"
    )
    what = asked.add_subparsers(dest="what", required=True, metavar="VIỆC")
    _sub(what, "list", "tệp đang chờ duyệt và tệp đã trả lại; kết thúc với 1 nếu có", _waiting)
    one = _sub(what, "accept", "số liệu của một lần nộp thành số liệu chính thức", _accept)
    one.add_argument("submission", type=number_of, metavar="LẦN_NỘP")
    one.add_argument("--note", default="", metavar="GHI_CHÚ", help="ghi lại cùng lần duyệt")
    one = _sub(what, "return", "trả một lần nộp cho đơn vị, kèm những ô cần xem", _return)
    one.add_argument("submission", type=number_of, metavar="LẦN_NỘP")
    one.add_argument("--message", required=True, metavar="LỜI", help="điều đơn vị cần sửa")
    one = _sub(
        what,
        "undo",
        "hoàn tác một lần duyệt",
        lambda engine, actor, a: review.undo(engine, actor, [a.number]),
    )
    one.add_argument("number", type=number_of, metavar="SỐ", help="số của lần duyệt")

    asked = commands.add_parser(
        "locks", help="khóa số liệu: xem kỳ nào đang khóa, khóa, mở khóa, đặt tự khóa, hoàn tác"
    )
    _may_be_shown(asked)
    what = asked.add_subparsers(dest="what", required=False, metavar="VIỆC")
    _sub(what, "list", "mọi kỳ đang khóa: ai khóa, hoặc tự khóa từ khi nào (khi không ghi gì)", _stated)
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
        lambda e, a, asked: windows.undo(e, a, asked.number),
    )
    one.add_argument("number", type=number_of, metavar="SỐ", help="như list in ra")
    one = _sub(what, "rule", "đặt, đổi hoặc tắt việc các kỳ tự khóa sau hạn nộp", _rule)
    much = one.add_mutually_exclusive_group(required=True)
    much.add_argument("--days", type=number_of, metavar="NGÀY", help="tự khóa sau hạn nộp bấy nhiêu ngày")
    much.add_argument("--off", action="store_true", help="tắt; kỳ nào đã tự khóa thì vẫn khóa")
    one.add_argument(
        "--rhythm",
        choices=GRAINS,
        help="khóa theo quý, 6 tháng hay năm; mặc định như đang đặt, chưa đặt: half",
    )
    one.add_argument("--reason", default="", metavar="LÝ_DO", help="cần khi đổi hoặc tắt")
    one = _sub(
        what, "undo-rule", "hoàn tác lần đặt tự khóa cuối: kỳ nó đã khóa được mở lại",
        lambda e, a, asked: lock_rules.undo(e, a, asked.number),
    )  # fmt: skip
    one.add_argument("number", type=number_of, metavar="SỐ", help="như list in ra")


def _may_be_shown(asked: argparse.ArgumentParser) -> None:
    """The command without more shows what there is."""
    asked.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    asked.set_defaults(run=lambda engine, given: _run(engine, given, _stated), understand=_understand)


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
    if asked.what in ("list", None):
        _print(asked, found, "\n".join(map(line, found)) or "Không có gì.")
        return FOUND if found and asked.command == "review" else DONE
    numbers = [found] if isinstance(found, int) else found or []
    said = f" (số {', '.join(map(str, numbers))})" if numbers else ""
    _print(asked, {"outcome": "done", "numbers": numbers}, f"Đã ghi{said}; số liệu đã tính lại.")
    return DONE


def _print(asked: argparse.Namespace, found: Any, told: str) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=1) if asked.json else told)


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
    seen = _reviewed(engine, asked.submission)
    return review.say(engine, actor, asked.submission, Verdict.ACCEPTED, asked.note, (), seen)


def _return(engine: Engine, actor: Actor, asked: argparse.Namespace) -> int:
    found = issues(engine, actor, asked.submission)
    looked_at = [i for i in found if i["severity"] == "error" or i["code"] in NEEDS_PERSON]
    cells = [QuotedCell(i["sheet"], i["cell"], i["found"], i["message"]) for i in looked_at]
    return review.send_back(engine, actor, asked.submission, asked.message, cells)


def _reviewed(engine: Engine, submission: int) -> int | None:
    with reading(engine) as connection:
        held = in_force(words(connection, [submission]))
    return held.id if held else None


def _stated(engine: Engine, _actor: Actor, _asked: argparse.Namespace) -> list[dict[str, Any]]:
    """The rule that holds, what it has locked, and what people said."""
    known, today = windows.known(engine), clock.today()
    rule = in_force_rule(known.rules)
    told = [_word(None, one) for one in reversed(ruled(known, today))]
    told += [_word(one.id, one) for one in known.said if not one.undone]
    if rule is None:
        return told
    by_itself = {
        "number": rule.id, "window": None, "unit": None, "state": "rule", "reason": rule.reason, "until": None,
        "by": rule.by, "at": rule.at.isoformat(), "rule": _rule_words(rule),
    }  # fmt: skip
    return [by_itself, *told]


def _word(number: int | None, one: Said) -> dict[str, Any]:
    return {
        "number": number, "window": one.code, "unit": one.unit, "state": one.lock.value, "reason": one.reason,
        "until": one.until.isoformat() if one.until else None, "by": one.by, "at": one.at.isoformat(),
        "rule": _rule_words(one.rule) if one.rule else None,
    }  # fmt: skip


def _rule_words(rule: Rule) -> str:
    return f"tự khóa {rule.days} ngày sau hạn nộp ({_RHYTHMS[rule.grain]})"


def _rule(engine: Engine, actor: Actor, asked: argparse.Namespace) -> int:
    last = last_word(windows.known(engine).rules)
    grain = asked.rhythm or (last.grain if last else PROPOSED_GRAIN)
    days = None if asked.off else asked.days
    return lock_rules.put(engine, actor, grain, days, asked.reason, seen=last.id if last else None)


def _lock(engine: Engine, actor: Actor, asked: argparse.Namespace) -> int:
    return windows.lock(engine, actor, asked.code, seen=_last(engine, asked.code))


def _open(engine: Engine, actor: Actor, asked: argparse.Namespace) -> list[int]:
    seen = _last(engine, asked.code)
    return windows.unlock(engine, actor, asked.code, asked.unit, asked.reason, asked.until, seen=seen)


def _last(engine: Engine, code: str) -> int | None:
    found: Said | None = last_on(windows.known(engine).said, code)
    return found.id if found else None
