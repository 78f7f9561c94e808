"""The command `editions`: what the screen *Bản phát hành* and the button *Phát hành* do, without a browser."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

import storage.journal.audit
import storage.reading.analysis
from access import Denied, operator
from exports.as_csv.editions import differences_csv
from exports.edition import cause_words
from exports.edition import words as edition_words
from exports.edition.made import prepared
from exports.edition.settings import said, setting, settings_of
from exports.report.letterhead import letterhead
from exports.report_command import view_of
from locales.command_line import Parser, number_of, reason
from locales.forms import day
from program import clock
from program.editions.issued import KINDS, Kept, figures_of, texts_of
from program.editions.states import Comparison, State, comparison, state_of
from program.filters import FilterError
from program.measures.analysis import Analysis, build
from program.report.draft import NothingToReport
from storage.commands import edition_json
from storage.commands.acting import acting
from storage.commands.drafting import draft
from storage.editions import events as edition_events
from storage.editions import issued
from storage.editions.issued import Damaged
from storage.refusals import Refused

DONE, FOUND = 0, 1


def add(commands: Any) -> None:
    """Add the command to a parser's subparsers."""
    group = commands.add_parser("editions", help="các bản báo cáo đã phát hành: xem, tải, so sánh, phát hành")
    of = group.add_subparsers(dest="editions", required=True, metavar="VIỆC", title="Các việc")
    listing = of.add_parser("list", help="mọi bản đã phát hành, mới nhất trước")
    listing.add_argument("--json", action="store_true", help="in dạng JSON")
    getting = of.add_parser("get", help="một tệp của một bản, đúng từng byte như lúc phát hành")
    getting.add_argument("--kind", choices=KINDS, required=True, metavar="LOẠI", help="docx, xlsx hoặc pptx")
    getting.add_argument("--out", type=Path, required=True, metavar="TỆP", help="tệp sẽ ghi")
    comparing = of.add_parser(
        "compare", help="những gì khác giữa một bản với bản khác hoặc với số liệu hôm nay, và vì sao",
        epilog="Kết thúc với 0 khi không có gì khác, 1 khi có khác hoặc không làm được, 2 khi lệnh chưa đúng.",
    )  # fmt: skip
    comparing.add_argument(
        "--with", dest="other", type=number_of, metavar="SỐ", help="số của bản kia; bỏ trống: hôm nay"
    )
    comparing.add_argument("--json", action="store_true", help="in dạng JSON")
    comparing.add_argument(
        "--out", type=Path, metavar="TỆP", help="ghi thêm các số khác nhau thành một tệp CSV"
    )
    issuing = of.add_parser("issue", help="phát hành báo cáo của một phạm vi và kỳ")
    issuing.add_argument(
        "--scope", required=True, metavar="PHẠM_VI", help="city (toàn thành phố) hoặc mã đơn vị"
    )
    issuing.add_argument("--period", required=True, metavar="KỲ", help="2023, 2023-H1, 2023-Q2, 2023-05; all")
    issuing.add_argument("--calendar", metavar="LỊCH", help="report (mặc định), civil hoặc school")
    issuing.add_argument("--as-of", metavar="NGÀY", help="chỉ tính đến ngày này, ví dụ 2024-06-30")
    issuing.add_argument("--name", required=True, metavar="TÊN", help="ví dụ “Báo cáo năm 2023, lần 1”")
    issuing.add_argument("--document", default="", metavar="SỐ", help="số, ngày văn bản nếu đã có")
    issuing.add_argument(
        "--texts", type=Path, metavar="TỆP", help="tệp JSON: lời văn thay cho bản thảo, theo mã từng phần"
    )
    withdrawing = of.add_parser("withdraw", help="thu hồi một bản, vẫn giữ để xem")
    withdrawing.add_argument("--why", required=True, metavar="LÝ_DO", help="lý do thu hồi")
    restoring = of.add_parser("restore", help="bỏ thu hồi một bản")
    for command in (getting, comparing, withdrawing, restoring):
        command.add_argument("number", type=number_of, metavar="SỐ", help="số của bản phát hành")


def check(parser: Parser, asked: argparse.Namespace) -> None:
    """End as wrong usage where that is certain without the store."""
    out = getattr(asked, "out", None)
    if out is not None:
        parser.writable(out)
    if asked.editions != "issue":
        return
    try:
        asked.view = view_of(asked)
        asked.said = _texts(asked.texts)
    except (FilterError, ValueError) as error:
        parser.stop(str(error).removesuffix("."))


def run(engine: Engine, asked: argparse.Namespace) -> int:
    """Do it; the exit code."""
    works: dict[str, Callable[[Engine, argparse.Namespace], int]] = {
        "list": _list, "get": _get, "compare": _compare, "issue": _issue, "withdraw": _withdraw, "restore": _restore,
    }  # fmt: skip
    try:
        return works[asked.editions](engine, asked)
    except (Denied, Refused, Damaged, NothingToReport) as refusal:
        print(refusal)
        return FOUND


def _texts(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    wrong = ValueError(
        f"Không đọc được lời văn trong tệp “{path}”; cần một đối tượng JSON: mã phần, lời văn."
    )
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise wrong from error
    if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
        raise wrong
    return said


def _list(engine: Engine, asked: argparse.Namespace) -> int:
    found = issued.editions(engine)
    if asked.json:
        print(json.dumps([edition_json.plain(one) for one in found], ensure_ascii=False, indent=1))
        return DONE
    for one in found:
        back = f"; đã thu hồi: {one.taken_back.why}" if one.taken_back else ""
        print(
            f"{one.id}  {one.name}: {edition_words.unit_name(one.unit)}, {one.filters.period.label}, "
            f"số liệu đến {day(one.as_of)}, phát hành {day(one.day)}{back}"
        )
    if not found:
        print("Chưa có báo cáo nào được phát hành.")
    return DONE


def _get(engine: Engine, asked: argparse.Namespace) -> int:
    one = _required(engine, asked.number).edition
    content = issued.file_of(engine, one.id, asked.kind)
    try:
        asked.out.write_bytes(content)
    except OSError as error:
        print(f"Không ghi được tệp “{asked.out}”: {reason(error)}.", file=sys.stderr)
        return FOUND
    storage.journal.audit.exported(engine, operator(), "edition", {"edition": one.id, "file": asked.kind})
    print(f"Đã ghi {asked.out.name}: {one.name}.")
    return DONE


def _compare(engine: Engine, asked: argparse.Namespace) -> int:
    one = _required(engine, asked.number)
    other = None if asked.other is None else _required(engine, asked.other)
    if other is not None and not other.edition.about(one.edition.filters):
        raise Refused("Hai bản báo cáo về phạm vi hoặc kỳ khác nhau nên không so sánh được.")
    old, new = (one, None) if other is None else sorted((one, other), key=lambda side: side.edition.id)
    until = new.edition.last_event if new else None
    causes = edition_events.causes(engine, old.edition.then, old.edition.last_event, until)
    found = comparison(old.edition.then, state_of(old), state_of(new) if new else _today(engine, old), causes)
    if asked.out is not None:
        asked.out.write_bytes(differences_csv(found.differences, old.edition.then))
        storage.journal.audit.exported(engine, operator(), "edition_changes", {"edition": old.edition.id})
    if asked.json:
        print(
            json.dumps([edition_json.difference(d) for d in found.differences], ensure_ascii=False, indent=1)
        )
    else:
        print("\n".join(_told(found, f"bản số {old.edition.id}")))
    return FOUND if found else DONE


def _told(found: Comparison, against: str) -> list[str]:
    lines = [f"{edition_words.headline(found.differences, against)}."]
    lines += [
        f"- {cause_words.cause(one)}: {moved} số"
        for one, moved in edition_words.reasons(found.differences).items()
    ]
    lines += [
        f"{edition_words.unit_name(d.unit)}: {edition_words.figure_name(d)}: {edition_words.change(d)} "
        f"({edition_words.sum_of(d)})"
        for d in found.differences
    ]
    lines += [f"Lời văn khác: {' '.join(filter(None, (r.section, r.heading)))}" for r in found.reworded]
    return lines + [
        f"Thiết lập khác: {setting(name)}: {said(old)} → {said(new)}"
        for name, (old, new) in found.settings.items()
    ]


def _today(engine: Engine, kept: Kept) -> State:
    analysis, one = _analysis(engine), kept.edition
    head = letterhead(one.unit)
    drafted = draft(engine, analysis, one.filters, head.issuer)
    texts = texts_of(drafted.edited(kept.written), kept.written.keys())
    return State(tuple(figures_of(analysis, one.then)), texts, settings_of(head), one.as_of)


def _issue(engine: Engine, asked: argparse.Namespace) -> int:
    if not asked.name.strip():
        raise Refused("Hãy ghi tên của bản phát hành, ví dụ “Báo cáo năm 2023, lần 1”.")
    actor, analysis, head = acting(engine), _analysis(engine), letterhead(asked.view.unit)
    drafted = draft(engine, analysis, asked.view, head.issuer)
    unknown = asked.said.keys() - {part.code for part in drafted.parts}
    if unknown:
        raise Refused(f"Báo cáo này không có phần mang mã {', '.join(sorted(unknown))}.")
    made = prepared(
        analysis, asked.view, drafted, asked.said, head, name=asked.name, document=asked.document,
        today=clock.today(),
    )  # fmt: skip
    one = issued.issue(engine, actor, made)
    print(f"Đã phát hành bản số {one.id}: {one.name}.")
    return DONE


def _withdraw(engine: Engine, asked: argparse.Namespace) -> int:
    issued.take_back(engine, acting(engine), asked.number, asked.why)
    print(f"Đã thu hồi bản số {asked.number}.")
    return DONE


def _restore(engine: Engine, asked: argparse.Namespace) -> int:
    issued.bring_back(engine, acting(engine), asked.number)
    print(f"Bản số {asked.number} lại có hiệu lực.")
    return DONE


def _analysis(engine: Engine) -> Analysis:
    return build(**vars(storage.reading.analysis.load(engine)))


def _required(engine: Engine, number: int) -> Kept:
    found = issued.kept(engine, number)
    if found is None:
        raise Refused(f"Không có bản phát hành số {number}.")
    return found
