"""The command `conflicts`: what waits for a decision, deciding it, what was decided, taking it back."""

import argparse
import json
from datetime import date
from typing import Any

from sqlalchemy import Engine

from access import Denied, Right, require
from locales.command_line import Parser
from program import units
from program.conflicts.desk import SORT_LABELS, Conflict, Desk, Sort, at_stake, chosen
from program.filters import CITY
from storage.commands.acting import acting
from storage.conflicts import decisions
from storage.conflicts import desk as conflicts
from storage.conflicts.desk import Source
from storage.conflicts.subjects import TABLES, VERDICTS, Subject, about_entry
from storage.refusals import Refused

DONE, FOUND = 0, 1
_EVER = (date.min, date.max)


def add(commands: Any) -> None:
    """Add the command and what it does to a parser's subparsers."""
    asked = commands.add_parser("conflicts", help="số liệu trùng lặp, bất thường: xem, quyết định, hoàn tác")
    what = asked.add_subparsers(dest="what", required=True, metavar="VIỆC")
    listing = what.add_parser("list", help="những gì đang chờ quyết định; kết thúc với 1 nếu có")
    listing.add_argument("--sort", choices=[sort.value for sort in Sort], help="chỉ một loại")
    listing.add_argument("--unit", metavar="MÃ", help="chỉ một đơn vị")
    listing.set_defaults(run=_list)
    taken = what.add_parser("decided", help="những quyết định đang có hiệu lực, mới nhất trước")
    taken.set_defaults(run=_decided)
    deciding = what.add_parser("decide", help="quyết định một mục")
    deciding.add_argument("code", metavar="MỤC", help="như list in ra, ví dụ twin-1a2b3c4d5e")
    deciding.add_argument("verdict", metavar="KẾT LUẬN", help=_verdicts())
    deciding.add_argument("--reason", required=True, metavar="LÝ DO", help="ghi lại cùng quyết định")
    deciding.set_defaults(run=_decide)
    back = what.add_parser("undo", help="hoàn tác một quyết định")
    back.add_argument("decision", metavar="LOẠI:SỐ", help="như decided in ra, ví dụ twin:3")
    back.set_defaults(run=_undo)
    for one in (listing, taken, deciding, back):
        one.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
        one.set_defaults(understand=_understand)


def _verdicts() -> str:
    return "; ".join(f"{subject}: {', '.join(words)}" for subject, words in VERDICTS.items())


def _understand(parser: Parser, asked: argparse.Namespace) -> None:
    """Looks at the words before the database is opened; ends as wrong usage."""
    if asked.what == "list" and asked.unit is not None and units.unit(asked.unit) is None:
        parser.stop(f"Không có đơn vị nào mang mã “{asked.unit}”")
    if asked.what == "decide":
        subject = asked.code.partition("-")[0]
        if asked.verdict not in VERDICTS.get(subject, ()):
            parser.stop(f"Không có kết luận “{asked.verdict}” cho mục “{asked.code}”; dùng {_verdicts()}")
    if asked.what == "undo":
        subject, _, number = asked.decision.partition(":")
        if subject not in TABLES or not number.isdecimal():
            parser.stop(f"Không hiểu “{asked.decision}”; viết như twin:3")


def _list(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        require(acting(engine), Right.DECIDE)
    except Denied as refusal:
        return _refused(refusal, asked)
    desk = conflicts.waiting(engine)
    sort = Sort(asked.sort) if asked.sort else None
    found = chosen(desk, asked.unit or CITY, *_EVER, sort)
    sides = conflicts.sources(engine, found)
    if asked.json:
        _print([_entry(one, sides[one.code]) for one in found])
    else:
        print(_finding(desk, found))
        for one in found:
            names = ", ".join(units.label(code, with_type=True) for code in one.units)
            files = "; ".join(str(file["file_name"]) for side in sides[one.code] for file in side.files)
            print(
                f"{one.code}  {SORT_LABELS[one.sort]}, {one.seats} lượt: {names}, {one.start} đến {one.end} ({files})"
            )
    return FOUND if found else DONE


def _finding(desk: Desk, found: tuple[Conflict, ...]) -> str:
    if not found:
        return "Không có số liệu nào chờ quyết định."
    more = f"; còn {desk.more} cặp dòng gần giống nữa" if desk.more else ""
    return f"{len(found)} mục chờ quyết định, nhiều nhất {at_stake(found)} lượt tham gia đổi theo{more}."


def _entry(one: Conflict, sides: tuple[Source, Source]) -> dict[str, Any]:
    return {
        "code": one.code,
        "sort": one.sort.value,
        "verdicts": VERDICTS[one.sort.value],
        "units": list(one.units),
        "start_date": one.start.isoformat(),
        "end_date": one.end.isoformat(),
        "attendances": one.seats,
        "sources": [_source(side) for side in sides],
    }


def _source(side: Source) -> dict[str, Any]:
    return {
        "records": side.total,
        "files": [
            {"submission": file["id"], "file": file["file_name"], "uploaded_by": file["uploaded_by"],
             "uploaded_at": file["uploaded_at"].isoformat()}
            for file in side.files
        ],
        "rows": [
            {"submission": row["submission_id"], "sheet": row["sheet"], "row": row["row"], "title": row["title"],
             "count": row["count"], "attendances_total": row["attendances_total"]}
            for row in side.rows
        ],
    }  # fmt: skip


def _decided(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        require(acting(engine), Right.DECIDE)
    except Denied as refusal:
        return _refused(refusal, asked)
    found = [
        {
            "decision": f"{one.subject}:{one.id}",
            "verdict": one.decision.verdict,
            "reason": one.decision.reason,
            "decided_by": one.decided_by,
            "decided_at": one.decided_at.isoformat(),
        }
        for one in decisions.decided(engine)
    ]
    if asked.json:
        _print(found)
    else:
        for said in found:
            print("{decision}  {verdict}: {reason} ({decided_by}, {decided_at})".format(**said))
        if not found:
            print("Chưa có quyết định nào đang có hiệu lực.")
    return DONE


def _decide(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        actor = acting(engine)
        require(actor, Right.DECIDE)
        entry = next((one for one in conflicts.waiting(engine).waiting if one.code == asked.code), None)
        if entry is None:
            raise Refused(f"Mục “{asked.code}” không còn chờ quyết định. Hãy xem lại danh sách.")
        decision = about_entry(entry, asked.verdict, asked.reason)
        (number,) = decisions.decide(engine, actor, [decision], [entry])
    except (Refused, Denied) as refusal:
        return _refused(refusal, asked)
    told = f"{entry.sort}:{number}"
    return _done(asked, told, f"Đã lưu quyết định {told}; số liệu đã tính lại.")


def _undo(engine: Engine, asked: argparse.Namespace) -> int:
    name, _, number = asked.decision.partition(":")
    subject: Subject = next(known for known in TABLES if known == name)
    try:
        decisions.undo(engine, acting(engine), subject, int(number))
    except (Refused, Denied) as refusal:
        return _refused(refusal, asked)
    return _done(asked, asked.decision, f"Đã hoàn tác quyết định {asked.decision}; số liệu đã tính lại.")


def _done(asked: argparse.Namespace, decision: str, message: str) -> int:
    if asked.json:
        _print({"outcome": "done", "decision": decision, "message": message})
    else:
        print(message)
    return DONE


def _refused(refusal: Refused | Denied, asked: argparse.Namespace) -> int:
    if asked.json:
        _print({"outcome": "refused", "message": str(refusal)})
    else:
        print(refusal)
    return FOUND


def _print(found: Any) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=1))
