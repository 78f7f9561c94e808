"""`python -m data_loaders annotate FILE --out FILE`: write a workbook with its mistakes marked."""

import argparse
import sys
from pathlib import Path

from data_loaders.annotating import Form, NotAnnotated, annotated, form_of
from data_loaders.check import check


def add_annotate(parser: argparse.ArgumentParser) -> None:
    """Give the command its arguments; `run` becomes its action."""
    parser.add_argument("file", metavar="FILE", type=_file, help="tệp .xlsx, .xls, .ods hoặc .csv của đơn vị")
    parser.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        type=_new_workbook,
        help="tệp .xlsx sẽ ghi; của tệp .ods thì .ods để giữ nguyên hình thức, công thức",
    )
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the file: 0 when done, 1 where the file cannot be opened as a workbook. Raises OSError where one of
    them cannot be read or written."""
    if asked.out.exists() and asked.out.samefile(asked.file):
        sys.stderr.write("Tệp ghi ra trùng với tệp gốc; hãy chọn tên khác để giữ tệp gốc.\n")
        return 1
    form = form_of(asked.out.name)
    if form is Form.ODS and form_of(asked.file.name) is not form:
        sys.stderr.write(
            "Chỉ tệp .ods mới ghi ra được tệp .ods; hãy đặt tên tệp ghi ra kết thúc bằng .xlsx.\n"
        )
        return 1
    try:
        raw = asked.file.read_bytes()
        report = check(asked.file.name, raw)
        asked.out.write_bytes(annotated(asked.file.name, raw, report, form=form))
    except NotAnnotated as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    errors = sum(found["severity"] == "error" for found in report["issues"])
    sys.stdout.write(
        f"Đã ghi {asked.out}: {errors} lỗi phải sửa, {len(report['issues']) - errors} điều nên xem lại\n"
    )
    return 0


def _file(name: str) -> Path:
    if not Path(name).is_file():
        raise argparse.ArgumentTypeError(f"không có tệp: {name}")
    return Path(name)


def _new_workbook(name: str) -> Path:
    if Path(name).suffix.casefold() not in tuple(Form):
        raise argparse.ArgumentTypeError(f"tên tệp ghi ra phải kết thúc bằng .xlsx hoặc .ods: {name}")
    return Path(name)
