"""The commands that write what the screens show: rows as CSV, figures as JSON, the report and the slides,
and reports as they were issued."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

import storage.conflicts.desk
import storage.demo
import storage.journal.audit
import storage.reading.analysis
from access import operator
from exports import report_command
from exports.as_csv.activities import write_csv
from exports.figure_lines import lines
from exports.views import SEVERAL, named, views
from locales.command_line import Parser, reason, run
from program.filters import FilterError, Filters
from program.measures import analysis as program_analysis
from program.measures.figure_list import figures
from program.report.conflicts_note import waiting_note
from program.vocabulary import Audience, Kind
from program.work import task_figures
from storage.commands import editions
from storage.commands.opening import with_store
from storage.reading.activities import stream

DONE, REFUSED = 0, 1
# What the log calls the files of each command.
_TAKEN = {"csv": "activities", "report": "report", "slides": "slides"}


def _parser() -> Parser:
    parser = Parser(
        prog="python -m exports",
        description="Xuất số liệu như trên màn hình. Đọc DATABASE_URL; nếu không có thì dùng "
        "tệp data/dashboard.sqlite3.",
        epilog="Kết thúc với 0 khi xong, 1 khi không có gì để báo cáo hoặc kho số liệu chưa dùng được, 2 khi lệnh chưa đúng.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", title="Các lệnh")
    rows = commands.add_parser("csv", help="các hoạt động theo bộ lọc, thành một tệp CSV")
    rows.add_argument("--out", type=Path, required=True, metavar="TỆP", help="tệp sẽ ghi")
    rows.add_argument("--q", metavar="TỪ", help="từ cần tìm trong tên, nơi tổ chức, trường, đơn vị")
    rows.add_argument("--size", metavar="QUY_MÔ", help="unusual: chỉ lớp, buổi có số lượt khác thường")
    rows.add_argument(
        "--state",
        metavar="TÌNH_TRẠNG",
        help="official: chỉ dòng chính thức; provisional: chỉ dòng tạm tính, của tệp chờ duyệt hoặc đã trả lại",
    )
    counted = commands.add_parser("figures", help="các con số của màn hình")
    counted.add_argument("--json", action="store_true", help="in dạng JSON, mỗi con số một mục")
    for command in (rows, counted):
        command.add_argument(
            "--period",
            action="append",
            metavar="KỲ",
            help="2023, 2023-H1, 2023-Q2, 2023-05; bỏ trống: tất cả. Kỳ, đơn vị, loại, đối tượng, hình thức: "
            "nhiều mã thì viết cách nhau bằng dấu phẩy, hoặc ghi lại nhiều lần",
        )
        command.add_argument("--calendar", metavar="LỊCH", help="report (mặc định), civil hoặc school")
        command.add_argument(
            "--unit", action="append", metavar="MÃ", help="mã đơn vị; bỏ trống: toàn thành phố"
        )
        command.add_argument("--kind", action="append", metavar="LOẠI", help=", ".join(Kind))
        command.add_argument("--audience", action="append", metavar="ĐỐI_TƯỢNG", help=", ".join(Audience))
        command.add_argument(
            "--delivery", action="append", metavar="HÌNH_THỨC", help="in_person, online hoặc hybrid"
        )
        command.add_argument("--as-of", metavar="NGÀY", help="chỉ tính đến ngày này, ví dụ 2024-06-30")
    report_command.add(commands)
    editions.add(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command == "editions":
        editions.check(parser, asked)
        return with_store(parser, lambda engine: editions.run(engine, asked))
    try:
        chosen = _views(asked)
    except ValueError as error:
        parser.stop(str(error).removesuffix("."))
    for path in report_command.outputs(asked) if hasattr(asked, "out") else ():
        parser.writable(path)

    def work(engine: Engine) -> int:
        try:
            code = _run(engine, asked, chosen)
        except BrokenPipeError:
            raise
        except OSError as error:
            print(f"Không ghi được tệp: {reason(error)}.", file=sys.stderr)
            return REFUSED
        if code == DONE and asked.command in _TAKEN:
            storage.journal.audit.exported(engine, operator(), _TAKEN[asked.command], named(chosen))
        return code

    return with_store(parser, work)


def _run(engine: Engine, asked: argparse.Namespace, chosen: Sequence[Filters]) -> int:
    if asked.command == "csv":
        return _csv(engine, chosen, asked.out)
    if asked.command in report_command.NAMES:
        (view,) = chosen
        demo = storage.demo.present(engine)
        undecided = waiting_note(storage.conflicts.desk.waiting(engine), view)
        return report_command.write(asked, _analysis(engine), view, demo=demo, undecided=undecided)
    return _figures(engine, chosen, as_json=asked.json)


def _views(asked: argparse.Namespace) -> tuple[Filters, ...]:
    """The views of a command. Raises FilterError."""
    if asked.command in report_command.NAMES:
        return (report_command.view_of(asked),)
    found = views(
        {name: getattr(asked, name, None) for name in (*SEVERAL, "calendar", "as_of", "q", "size", "state")}
    )
    if asked.command == "figures" and len({view.delivery for view in found}) > 1:
        raise FilterError("Con số không ghi hình thức, nên mỗi lần chỉ hỏi một hình thức.")
    return found


def _analysis(engine: Engine) -> program_analysis.Analysis:
    return program_analysis.build(**vars(storage.reading.analysis.load(engine)))


def _csv(engine: Engine, chosen: Sequence[Filters], out: Path) -> int:
    with out.open("wb") as sink:
        written = write_csv(stream(engine, *chosen), sink)
    print(f"Đã ghi {written} dòng vào {out.name}.")
    return DONE


def _figures(engine: Engine, chosen: Sequence[Filters], *, as_json: bool) -> int:
    analysis = _analysis(engine)
    found = {
        tuple(figure[part] for part in ("measure", "kind", "audience", "unit", "period")): figure
        for view in chosen
        for figure in (*figures(analysis, view), *task_figures.figures(analysis.work.tasks, view))
    }
    told = list(found.values())
    print(json.dumps(told, ensure_ascii=False, indent=1) if as_json else "\n".join(lines(told)))
    return DONE


if __name__ == "__main__":
    run(main)
