"""The commands that take files in and take submissions back: `demo`, `import`, `withdraw`."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from access import Actor, Denied, Right, require
from data_loaders.check import check
from data_loaders.mending.remembering import check_with
from locales.command_line import Parser, number_of
from program import units
from program.reporting.timeliness import Received
from program.submissions import own_rows
from program.submissions.mending import NO_MENDING, Mending
from program.text import grouped
from sample_data import DEMO_FILES
from sample_data.receipts import received
from storage import demo
from storage.commands import foreseen_words
from storage.commands.acting import acting
from storage.intake import answers
from storage.intake.accepting import Options
from storage.intake.submissions import (
    Preview,
    Receipt,
    Refused,
    accept,
    fingerprint_of,
    preview,
    refuse_unfit,
    rehearse,
    withdraw,
)
from storage.locks import windows

DONE, REFUSED = 0, 1


def add(commands: Any) -> None:
    """Add the commands to a parser's subparsers; each names the function that runs it."""
    loading = commands.add_parser(
        "demo", help="nạp dữ liệu minh họa vào kho mới (không làm gì nếu kho đã dùng)"
    )
    loading.set_defaults(run=_demo)
    taking = commands.add_parser("import", help="kiểm tra và nhận các tệp báo cáo như trang Nộp báo cáo")
    taking.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp .xlsx, .xls, .ods hoặc .csv")
    taking.add_argument("--unit", metavar="MÃ", help="mã đơn vị nộp; dòng của đơn vị khác bị từ chối")
    taking.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    taking.add_argument(
        "--accept-sound-rows", action="store_true", help="nhận những dòng đúng của tệp còn lỗi"
    )
    taking.add_argument(
        "--remove-missing",
        action="store_true",
        help="bỏ các dòng của những lần nộp trước mà tệp này sửa và không còn có",
    )
    taking.add_argument(
        "--mending",
        type=Path,
        metavar="TỆP",
        help='tệp JSON có các câu trả lời và ô sửa, dạng {"answers": [[câu hỏi, từ, trả lời]], '
        '"corrections": [[trang, ô, nội dung]]}; áp dụng cho mọi tệp nêu trên',
    )
    taking.add_argument(
        "--received-on",
        metavar="NGÀY",
        help="ngày nhận báo cáo khi nộp bù, ví dụ 2024-06-20; mặc định hôm nay",
    )
    taking.add_argument("--json", action="store_true", help="in kết quả dạng JSON, mỗi tệp một mục")
    taking.set_defaults(run=_import, understand=_understand)
    back = commands.add_parser("withdraw", help="rút một lần nộp; số liệu trở lại như trước đó")
    back.add_argument("id", type=number_of, metavar="SỐ", help="số của lần nộp")
    back.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    back.set_defaults(run=_withdraw)


def _understand(parser: Parser, asked: argparse.Namespace) -> None:
    """Looks at the words of `import` before the database is opened; ends as wrong usage."""
    if asked.unit is not None and units.unit(asked.unit) is None:
        parser.stop(f"Không có đơn vị nào mang mã “{asked.unit}”")
    for path in asked.files:
        parser.readable(path)
    asked.given = _given(parser, asked.mending)
    asked.received = _received(parser, asked.received_on)


def _demo(engine: Engine, _asked: argparse.Namespace) -> int:
    if not demo.wanted(engine):
        print("Kho số liệu đã sẵn sàng; không cần nạp dữ liệu minh họa.")
        return DONE

    def told(done: int, total: int, _name: str) -> None:
        if done % 20 == 0 or done == total:
            print(f"Dữ liệu minh họa: {done}/{total} tệp", flush=True)

    try:
        demo.load(engine, acting(engine), DEMO_FILES, check, told, received)
    except Denied as refusal:
        print(refusal)
        return REFUSED
    return DONE


def _given(parser: Parser, path: Path | None) -> Mending:
    """The answers and corrections of a file; wrong usage where it holds none in the form of `Mending.as_json`."""
    if path is None:
        return NO_MENDING
    try:
        return Mending.from_json(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, AttributeError):
        parser.stop(f"Không đọc được tệp trả lời “{path}”")


def _received(parser: Parser, day: str | None) -> Received:
    try:
        return Received(None if day is None else date.fromisoformat(day))
    except ValueError:
        parser.stop(f"Không hiểu ngày “{day}”; viết như 2024-06-20")


def _import(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        actor = acting(engine)
        require(actor, Right.SUBMIT)
        results = [_take(engine, actor, path, asked) for path in asked.files]
    except Denied as refusal:
        results = [{"file": path.name} | _refused(refusal) for path in asked.files]
    if asked.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    else:
        for result in results:
            print(f"{result['file']}: {result['message']}")
            for line in foreseen_words.lines(result):
                print(f"  {line}")
    return REFUSED if any(result["outcome"] == "refused" for result in results) else DONE


def _take(engine: Engine, actor: Actor, path: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """One file: what was found and done, in the words of the receipt."""
    raw = path.read_bytes()
    whole, mending = check_with(path.name, raw, asked.given, answers.recall(engine))
    report = own_rows.keep(whole, actor.units, manages=Right.MANAGE_TARGETS in actor.rights)
    result: dict[str, Any] = {
        "file": path.name,
        "status": report["status"],
        "errors": sum(issue["severity"] == "error" for issue in report["issues"]),
        "warnings": sum(issue["severity"] == "warning" for issue in report["issues"]),
        "applied": mending.as_json()["answers"],
    }
    try:
        refuse_unfit(report, asked.unit, asked.accept_sound_rows)
        seen = preview(engine, actor, report, fingerprint_of(raw), mending)
        result |= foreseen_words.doubtful(seen)
        options = Options(
            mending=mending,
            unit=asked.unit,
            received=asked.received,
            sound_rows=asked.accept_sound_rows,
            remove_from=[one.submission.id for one in seen.corrects] if asked.remove_missing else (),
        )
        if asked.dry_run:
            known = windows.known(engine)
            if known.said or known.rules:  # what a lock refuses only the trial tells
                rehearse(engine, actor, path.name, raw, report, **options)
            return result | _would(seen, asked.remove_missing)
        receipt = accept(engine, actor, path.name, raw, report, **options)
    except (Refused, Denied) as refusal:
        return result | _refused(refusal)
    return result | _told(receipt)


def _refused(refusal: Refused | Denied) -> dict[str, Any]:
    return {"outcome": "refused", "message": str(refusal)}


def _would(seen: Preview, remove_missing: bool) -> dict[str, Any]:
    same = seen.same_file
    removed = sum(one.count for one in seen.corrects) if remove_missing else 0
    message = _counted("Sẽ nhận", seen.new, seen.changed, seen.unchanged, removed)
    if same:
        message = f"Tệp này đã được nhận (lần nộp số {same.id}); nhận lại không thay đổi gì."
    return {
        "outcome": "preview",
        "submission": same.id if same else None,
        "new": seen.new,
        "changed": seen.changed,
        "unchanged": seen.unchanged,
        "removed": removed,
        "message": message,
    }


def _withdraw(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        receipt = withdraw(engine, acting(engine), asked.id)
        result = _told(receipt)
        result["kept"] = [{"submission": one.submission.id, "rows": one.count} for one in receipt.kept]
    except (Refused, Denied) as refusal:
        result = {"submission": asked.id} | _refused(refusal)
    print(json.dumps(result, ensure_ascii=False, indent=1) if asked.json else result["message"])
    return REFUSED if result["outcome"] == "refused" else DONE


def _told(receipt: Receipt) -> dict[str, Any]:
    number = receipt.submission.id
    message = {
        "accepted": f"Lần nộp số {number}. "
        + _counted("Đã nhận", receipt.new, receipt.changed, receipt.unchanged, receipt.removed),
        "unchanged": f"Tệp này đã được nhận (lần nộp số {number}); không có gì thay đổi.",
        "withdrawn": f"Đã rút lần nộp số {number}: {grouped(receipt.removed)} dòng thôi được tính, "
        f"{grouped(receipt.restored)} dòng trước đó được tính trở lại"
        + "".join(
            f"; {grouped(one.count)} dòng vẫn được tính theo lần nộp số {one.submission.id} nhận sau"
            for one in receipt.kept
        )
        + ".",
    }[receipt.outcome]
    return {
        "outcome": receipt.outcome,
        "submission": number,
        "new": receipt.new,
        "changed": receipt.changed,
        "unchanged": receipt.unchanged,
        "removed": receipt.removed,
        "restored": receipt.restored,
        "data_version": receipt.data_version,
        "message": message,
    }


def _counted(verb: str, new: int, changed: int, unchanged: int, removed: int) -> str:
    gone = f", {grouped(removed)} dòng thôi tính" if removed else ""
    told = f"{grouped(new)} dòng mới, {grouped(changed)} dòng thay đổi, {grouped(unchanged)} dòng giữ nguyên"
    return f"{verb} {told}{gone}."
