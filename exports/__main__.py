"""The commands that write what the screens show: rows as CSV, figures as JSON, the report and the slides,
and reports as they were issued."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

import storage.analysis
import storage.audit
import storage.conflicts.desk
import storage.demo
from access import operator
from exports import report_command
from exports.activities_csv import write_csv
from exports.figure_lines import lines
from locales.command_line import Parser
from program import analysis as program_analysis
from program.figure_list import figures
from program.filters import Filters, address, parse_filters
from program.report.conflicts_note import waiting_note
from program.work import task_figures
from storage.activities import stream
from storage.commands import editions
from storage.commands.opening import with_store

DONE = 0
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
            "--period", metavar="KỲ", help="2023, 2023-H1, 2023-Q2, 2023-05; bỏ trống: tất cả"
        )
        command.add_argument("--calendar", metavar="LỊCH", help="report (mặc định), civil hoặc school")
        command.add_argument("--unit", metavar="MÃ", help="mã đơn vị; bỏ trống: toàn thành phố")
        command.add_argument("--kind", metavar="LOẠI", help="training_class, communication_session, …")
        command.add_argument("--audience", metavar="ĐỐI_TƯỢNG", help="parents, children_out_of_school, …")
        command.add_argument("--delivery", metavar="HÌNH_THỨC", help="in_person, online hoặc hybrid")
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
        view = _view(asked)
    except ValueError as error:
        parser.stop(str(error).removesuffix("."))
    for path in report_command.outputs(asked) if hasattr(asked, "out") else ():
        if not path.absolute().parent.is_dir():
            parser.stop(f"Lệnh chưa đúng: không có thư mục “{path.parent}”")

    def work(engine: Engine) -> int:
        code = _run(engine, asked, view)
        if code == DONE and asked.command in _TAKEN:
            storage.audit.exported(engine, operator(), _TAKEN[asked.command], address(view))
        return code

    return with_store(parser, work)


def _run(engine: Engine, asked: argparse.Namespace, view: Filters) -> int:
    if asked.command == "csv":
        return _csv(engine, view, asked.out)
    if asked.command in report_command.NAMES:
        demo = storage.demo.present(engine)
        undecided = waiting_note(storage.conflicts.desk.waiting(engine), view)
        return report_command.write(asked, _analysis(engine), view, demo=demo, undecided=undecided)
    return _figures(engine, view, as_json=asked.json)


def _view(asked: argparse.Namespace) -> Filters:
    """The filters of a command. Raises FilterError."""
    if asked.command in report_command.NAMES:
        return report_command.view_of(asked)
    names = ("period", "calendar", "unit", "kind", "audience", "delivery", "as_of", "q", "size", "state")
    return parse_filters({name: getattr(asked, name, None) or "" for name in names})


def _analysis(engine: Engine) -> program_analysis.Analysis:
    return program_analysis.build(**vars(storage.analysis.load(engine)))


def _csv(engine: Engine, view: Filters, out: Path) -> int:
    with out.open("wb") as sink:
        written = write_csv(stream(engine, view), sink)
    print(f"Đã ghi {written} dòng vào {out.name}.")
    return DONE


def _figures(engine: Engine, view: Filters, *, as_json: bool) -> int:
    analysis = _analysis(engine)
    found = [*figures(analysis, view), *task_figures.figures(analysis.work.tasks, view)]
    print(json.dumps(found, ensure_ascii=False, indent=1) if as_json else "\n".join(lines(found)))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
