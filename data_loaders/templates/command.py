"""`python -m data_loaders template KIND --unit CODE --period P --out FILE`: write a template to fill in."""

import argparse
import sys
from pathlib import Path

from data_loaders.templates.making import template
from data_loaders.templates.setting import TemplateError, setting
from program.contract import TableKind
from program.periods import Calendar, Period, PeriodError, parse_period
from program.units import unit

# What the rows of each kind are, for a person at the terminal.
KIND_WORDS = {
    TableKind.ACTIVITIES: "hoạt động", TableKind.PARTICIPATION: "số tổng hợp", TableKind.TARGETS: "mục tiêu",
    TableKind.SCHOOLS: "trường, cơ sở", TableKind.POPULATION: "dân số, trẻ em",
    TableKind.FOCAL_POINTS: "cán bộ đầu mối", TableKind.DIRECTIVES: "văn bản đã ban hành",
    TableKind.TASKS: "nhiệm vụ đã giao",
}  # fmt: skip
_KINDS = ", ".join(f"{kind.value} ({words})" for kind, words in KIND_WORDS.items())


def add_template(parser: argparse.ArgumentParser) -> None:
    """Give the command its arguments; `run` becomes its action."""
    parser.add_argument(
        "kind", metavar="KIND", choices=[k.value for k in TableKind], help=f"loại mẫu: {_KINDS}"
    )
    parser.add_argument(
        "--unit",
        required=True,
        metavar="CODE",
        type=_unit,
        help="mã đơn vị, ví dụ 492 (quận Hải Châu), SO-YT; 48 là thành phố",
    )
    parser.add_argument(
        "--period", required=True, metavar="P", type=_period,
        help="kỳ báo cáo: 2023, 2023-H1, 2023-Q2, 2023-05 hoặc all (cả Chương trình)",
    )  # fmt: skip
    parser.add_argument(
        "--calendar", default=Calendar.REPORT, metavar="C", type=Calendar, choices=list(Calendar),
        help="lịch của kỳ: report (kỳ báo cáo), civil (năm dương lịch) hoặc school (năm học); mặc định report",
    )  # fmt: skip
    parser.add_argument("--out", required=True, metavar="FILE", type=Path, help="tệp .xlsx sẽ ghi")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the file: 0 when done, 1 where such a template cannot be made. Raises OSError where the file cannot
    be written."""
    try:
        period = parse_period(asked.period.code, asked.calendar)
        made = setting(TableKind(asked.kind), asked.unit, period)
        asked.out.write_bytes(template(made))
    except TemplateError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.write(f"Đã ghi {asked.out}\n")
    return 0


def _unit(code: str) -> str:
    if unit(code) is None:
        raise argparse.ArgumentTypeError(f"không có đơn vị nào mang mã “{code}”")
    return code


def _period(code: str) -> Period:
    try:
        return parse_period(code)
    except PeriodError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
