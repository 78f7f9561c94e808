"""`python -m data_loaders check FILE… [--mending FILE] [--json]`: check workbooks without the app and without
a database, with what a person answered and corrected;
`template KIND --unit CODE --period P --out FILE`: make one to fill in;
`annotate FILE --out FILE`: give a workbook back with its mistakes marked.

Exit code 0 when every file is ready (or the asked file is written), 1 otherwise, 2 on wrong usage.
"""

import json
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from data_loaders.annotating import list_words
from data_loaders.annotating.command import add_annotate
from data_loaders.check import check
from data_loaders.mending.command_file import HELP, mending_file
from data_loaders.templates.command import KIND_WORDS, add_template
from locales.command_line import Parser, reason, run
from program.contract import ISSUE_LABELS, Issue, IssueCode, Report, TableKind
from program.submissions.mending import NO_MENDING

_STATUS = {"ready": "sẵn sàng nhận", "needs_fixes": "cần sửa", "rejected": "không nhận được"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. argparse itself exits with 2 on wrong usage."""
    parser = Parser(
        prog="python -m data_loaders", description="Kiểm tra bảng tính của đơn vị, lập mẫu để đơn vị điền."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", title="Các lệnh")
    checking = commands.add_parser("check", help="đọc tệp, in số liệu đọc được và các lỗi")
    checking.add_argument("files", nargs="+", metavar="FILE", help="tệp .xlsx, .xls, .ods hoặc .csv")
    checking.add_argument("--mending", metavar="FILE", type=mending_file, default=NO_MENDING, help=HELP)
    checking.add_argument("--json", action="store_true", help="in dạng JSON theo hợp đồng dữ liệu")
    add_template(commands.add_parser("template", help="lập mẫu để đơn vị điền"))
    add_annotate(
        commands.add_parser("annotate", help="ghi lại tệp với các ô cần sửa được tô màu và chú thích")
    )
    asked = parser.parse_args(arguments)
    if asked.command in ("template", "annotate"):
        parser.writable(asked.out)
        try:
            return int(asked.run(asked))
        except BrokenPipeError:
            raise
        except OSError as error:
            print(f"Không đọc hoặc không ghi được tệp: {reason(error)}.", file=sys.stderr)
            return 1
    for name in asked.files:
        parser.readable(Path(name))
    reports = [check(Path(name).name, Path(name).read_bytes(), asked.mending) for name in asked.files]
    if asked.json:
        json.dump(reports, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n\n".join(summary(report) for report in reports))
    return 0 if all(report["status"] == "ready" for report in reports) else 1


def summary(report: Report) -> str:
    """A file's result in words for a terminal: what was read, then all findings by cause and cell."""
    lines = [f"{report['file']}: {_STATUS[report['status']]}"]
    for table in report["tables"]:
        what = KIND_WORDS[TableKind(table["kind"])]
        lines.append(f"  Trang “{table['sheet']}”: {len(table['records'])} dòng số liệu ({what})")
    sheets = list(dict.fromkeys(found["sheet"] or "" for found in report["issues"]))
    groups = groupby(list_words.ordered(report["issues"], sheets), lambda one: (one["severity"], one["code"]))
    for (severity, code), of_cause in groups:
        found = list(of_cause)
        mark = "Lỗi" if severity == "error" else "Lưu ý"
        lines.append(f"  {mark}: {ISSUE_LABELS[IssueCode(code)]} ({len(found)} chỗ)")
        lines += [f"    {_told(one)}" for one in found]
    return "\n".join(lines)


def _told(found: Issue) -> str:
    place = " ".join(part for part in (found["sheet"], found["cell"]) if part)
    return f"{f'[{place}] ' if place else ''}{found['message']} {found['fix']}"


if __name__ == "__main__":
    run(main)
