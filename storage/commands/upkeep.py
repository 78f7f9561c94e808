"""The commands of upkeep: `backup`, `restore`, `retain`. Whoever has the machine's command line may run them."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

import settings
from locales.command_line import Parser, reason
from locales.forms import number
from storage.upkeep.backup import Manifest, Unusable, back_up
from storage.upkeep.restore import restore
from storage.upkeep.retention import Expired, expired, retain

DONE, REFUSED = 0, 1
_MEGABYTE = 1_000_000


def add(commands: Any) -> None:
    """Add the commands to a parser's subparsers; each names the function that runs it, and whether the
    schema is brought up to date before."""
    saving = commands.add_parser("backup", help="sao lưu toàn bộ kho vào một tệp, không cần dừng trang")
    saving.add_argument("--out", required=True, type=Path, metavar="TỆP", help="tệp .zip sẽ ghi")
    saving.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    saving.set_defaults(run=_backup, understand=_folder_is_there, migrates=False)
    back = commands.add_parser("restore", help="phục hồi một bản sao lưu vào một kho còn trống")
    back.add_argument("file", type=Path, metavar="TỆP", help="tệp mà lệnh backup đã ghi")
    back.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    back.set_defaults(run=_restore, understand=_file_is_there, migrates=False)
    ending = commands.add_parser(
        "retain", help="bỏ các tệp gốc đã quá hạn lưu (DASHBOARD_KEEP_FILES_DAYS); số liệu vẫn giữ"
    )
    ending.add_argument("--dry-run", action="store_true", help="chỉ đếm, không bỏ gì")
    ending.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    ending.set_defaults(run=_retain)


def _folder_is_there(parser: Parser, asked: argparse.Namespace) -> None:
    parser.writable(asked.out)


def _file_is_there(parser: Parser, asked: argparse.Namespace) -> None:
    parser.readable(asked.file)


def _backup(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        manifest = back_up(engine, asked.out)
    except Unusable as refusal:
        return _refused(refusal)
    except OSError as error:
        print(f"Không ghi được tệp “{asked.out}”: {reason(error)}.", file=sys.stderr)
        return REFUSED
    size = asked.out.stat().st_size
    if asked.json:
        _print(manifest, file=asked.out.name, size=size)
        return DONE
    print(
        f"Đã sao lưu vào “{asked.out}”: {number(len(manifest.tables))} bảng, {number(manifest.rows)} dòng, "
        f"{number(size / _MEGABYTE, 1)} MB; đã đọc lại và khớp với kho."
    )
    return DONE


def _restore(engine: Engine, asked: argparse.Namespace) -> int:
    try:
        manifest = restore(engine, asked.file)
    except Unusable as refusal:
        return _refused(refusal)
    if asked.json:
        _print(manifest, file=asked.file.name)
        return DONE
    print(
        f"Đã phục hồi “{asked.file}”: {number(len(manifest.tables))} bảng, {number(manifest.rows)} dòng. "
        "Kho số liệu đã sẵn sàng."
    )
    return DONE


def _retain(engine: Engine, asked: argparse.Namespace) -> int:
    days = settings.current().keep_files_days
    if days is None:
        found = Expired(0, 0, ())
    elif asked.dry_run:
        found = expired(engine, days)
    else:
        found = retain(engine, days)
    if asked.json:
        print(json.dumps({"days": days, "dry_run": asked.dry_run} | asdict(found)))
    elif days is None:
        print("Chưa đặt DASHBOARD_KEEP_FILES_DAYS nên mọi tệp gốc đều được giữ.")
    else:
        verb = "Sẽ bỏ" if asked.dry_run else "Đã bỏ"
        print(
            f"{verb} {number(found.files)} tệp gốc nộp từ hơn {number(days)} ngày trước "
            f"({number(found.size / _MEGABYTE, 1)} MB); số liệu và tên tệp vẫn giữ."
        )
    return DONE


def _print(manifest: Manifest, **more: Any) -> None:
    told = more | {
        "schema": manifest.schema,
        "data_version": manifest.data_version,
        "made_at": manifest.made_at,
        "rows": manifest.rows,
        "tables": {name: part.rows for name, part in manifest.tables.items()},
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))


def _refused(refusal: Exception) -> int:
    print(refusal, file=sys.stderr)
    return REFUSED
