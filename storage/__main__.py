"""The commands of the store: bring the schema up to date, take files in and back, keep the store."""

import argparse
import sys
from collections.abc import Sequence

try:
    from sqlalchemy import Engine

    from locales.command_line import Parser, run
    from program import units
    from storage.commands import checkup, conflicts, intake, reviewing, upkeep
    from storage.commands.opening import with_store
    from storage.upkeep.settling import settle
except (ModuleNotFoundError, FileNotFoundError) as lacking:
    name = getattr(lacking, "name", None) or getattr(lacking, "filename", None) or "một tệp"
    sys.exit(
        f"Chương trình thiếu {name}. Lấy lại bản chương trình đang dùng (git checkout), rồi cài các gói: "
        ".venv/bin/pip install --require-hashes -r requirements.txt"
    )

DONE = 0


def _parser() -> Parser:
    parser = Parser(
        prog="python -m storage",
        description="Kho số liệu. Đọc DATABASE_URL; nếu không có thì dùng tệp data/dashboard.sqlite3.",
        epilog="Kết thúc với 0 khi xong, 1 khi bị từ chối hoặc có điều cần sửa, 2 khi lệnh chưa đúng.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", title="Các lệnh")
    commands.add_parser("migrate", help="tạo hoặc cập nhật cấu trúc kho").set_defaults(run=_migrated)
    intake.add(commands)
    conflicts.add(commands)
    reviewing.add(commands)
    upkeep.add(commands)
    checkup.add(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if "understand" in asked:
        asked.understand(parser, asked)
    if "alone" in asked:
        found: int = asked.alone(asked)
        return found
    return with_store(
        parser, lambda engine: int(asked.run(engine, asked)), migrates=getattr(asked, "migrates", True)
    )


def _migrated(engine: Engine, _asked: argparse.Namespace) -> int:
    found = settle(engine)
    if found.units:
        print(f"Đã tính lại số tổng hợp theo quy tắc của bản này: {_names(found.units)}.")
    if found.locked:
        print(f"Chưa tính lại vì kỳ đang khóa (mở khóa rồi chạy lại lệnh này): {_names(found.locked)}.")
    print("Kho số liệu đã sẵn sàng.")
    return DONE


def _names(codes: Sequence[str]) -> str:
    return ", ".join(units.label(code, with_type=True) for code in codes)


if __name__ == "__main__":
    run(main)
