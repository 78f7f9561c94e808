"""The commands `report` and `slides`: the drafts of the page *Báo cáo* without a browser."""

import argparse
from pathlib import Path
from typing import Any

from exports.report.document import docx
from exports.report.letterhead import letterhead
from exports.report.workbook import workbook
from exports.slides.presentation import pptx
from program.filters import FilterError, Filters, parse_filters
from program.measures.analysis import Analysis
from program.report.draft import NothingToReport, report
from program.units import CITY as CITY_CODE

DONE, REFUSED = 0, 1
NAMES = ("report", "slides")
_WHOLE = ("2021-2025", "2021–2025")
_SCOPES = ("city", CITY_CODE)


def add(commands: Any) -> None:
    """Add both commands to a parser's subparsers."""
    told = {
        "report": ("bản thảo báo cáo, thành một tệp Word theo NĐ 30/2020/NĐ-CP", ".docx"),
        "slides": ("năm trang trình chiếu cho cuộc họp, thành một tệp PowerPoint", ".pptx"),
    }
    for name in NAMES:
        words, ending = told[name]
        command = commands.add_parser(name, help=words)
        command.add_argument(
            "--scope", required=True, metavar="PHẠM_VI", help="city (toàn thành phố) hoặc mã đơn vị"
        )
        command.add_argument(
            "--period", required=True, metavar="KỲ",
            help="2023, 2023-H1, 2023-Q2, 2023-05; all hoặc 2021-2025: cả giai đoạn",
        )  # fmt: skip
        command.add_argument("--out", type=Path, required=True, metavar="TỆP", help=f"tệp {ending} sẽ ghi")
        command.add_argument("--calendar", metavar="LỊCH", help="report (mặc định), civil hoặc school")
        command.add_argument("--as-of", metavar="NGÀY", help="chỉ tính đến ngày này, ví dụ 2024-06-30")
        if name == "report":
            command.add_argument(
                "--with-workbook", type=Path, metavar="TỆP", help="ghi thêm bảng số liệu Excel của báo cáo"
            )


def view_of(asked: argparse.Namespace) -> Filters:
    """The view of a scope and period. Raises FilterError with a Vietnamese sentence."""
    period = "all" if asked.period.strip() in _WHOLE else asked.period
    if not asked.scope.strip() or not period.strip():
        raise FilterError("Phạm vi và kỳ không được để trống.")
    return parse_filters(
        {
            "unit": "" if asked.scope.strip() in _SCOPES else asked.scope,
            "period": period,
            "calendar": asked.calendar or "",
            "as_of": asked.as_of or "",
        }
    )


def outputs(asked: argparse.Namespace) -> list[Path]:
    """The files that a command will write."""
    return [path for path in (asked.out, getattr(asked, "with_workbook", None)) if path is not None]


def write(asked: argparse.Namespace, analysis: Analysis, view: Filters, *, demo: bool, undecided: str) -> int:
    """Draft and write; prints what was written; `undecided` is what waits for a decision, in words. Exit code 1 where there is nothing to report on."""
    head = letterhead(view.unit)
    try:
        draft = report(analysis, view, issuer=head.issuer, demo=demo, undecided=undecided)
    except NothingToReport as nothing:
        print(f"Không lập được báo cáo: {nothing}")  # noqa: T201 (a command talks to its terminal)
        return REFUSED
    made = {asked.out: docx(draft, head) if asked.command == "report" else pptx(draft)}
    if getattr(asked, "with_workbook", None) is not None:
        made[asked.with_workbook] = workbook(draft)
    for path, content in made.items():
        path.write_bytes(content)
        print(f"Đã ghi {path.name}: {draft.scope}, {draft.period}.")  # noqa: T201
    return DONE
