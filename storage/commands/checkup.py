"""The command `doctor`: what is wrong with this installation, each with what to do. Changes nothing."""

import argparse
import json
import os
import tomllib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pydantic import SecretStr

import settings
from serving.premises import loopback
from settings import Access, Settings
from storage.commands import installed, provider
from storage.database import ROOT, connect
from storage.upkeep import advice, doctor, findings
from storage.upkeep.findings import Finding

DONE, FOUND = 0, 1
_EXAMPLES = ROOT / "deploy" / "dashboard.env.example"
_SECRETS = ("cookie_secret", "proxy_secret", "oidc_client_secret")
_STREAMLIT = (Path.home() / ".streamlit" / "config.toml", ROOT / ".streamlit" / "config.toml")


def add(commands: Any) -> None:
    """Add the command to a parser's subparsers. It opens the database itself, which may be what is wrong."""
    asked = commands.add_parser("doctor", help="kiểm tra bản cài đặt: điều gì chưa ổn và cách sửa")
    asked.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    asked.set_defaults(alone=run)


def run(asked: argparse.Namespace) -> int:
    """Print what was found; 0 where nothing is wrong."""
    found = list(examined())
    if asked.json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
    elif not found:
        print("Không thấy điều gì cần sửa.")
    else:
        for one in found:
            print(f"• {one.message}\n  → {one.fix}")
    return FOUND if found else DONE


def examined() -> Iterator[Finding]:
    """Everything that is wrong, each with what to do about it here: the program itself first, then the settings; where
    these cannot be read, nothing else can be looked at."""
    try:
        access = settings.current().access
    except ValueError:
        access = Access.OIDC  # whoever writes settings has a server
    for one in _found():
        yield advice.fitting(one, access)


def _found() -> Iterator[Finding]:
    yield from installed.of_files(ROOT)
    yield from installed.of_packages(ROOT)
    try:
        current = settings.current()
        engine = connect(make_folder=False)
    except ValueError as wrong:
        for problem in getattr(wrong, "problems", [str(wrong)]):
            yield Finding(
                "settings",
                problem,
                "Sửa tệp cấu hình rồi chạy lại; deploy/dashboard.env.example giải thích từng biến.",
            )
        return
    yield from installed.of_place(current)
    try:
        yield from doctor.of_store(engine, current)
        yield from installed.of_processes(ROOT, doctor.serving_since(engine))
    finally:
        engine.dispose()
    yield from installed.of_readers(doctor.file(engine), current)
    yield from findings.of_disk(doctor.folder(engine))
    yield from findings.of_memory()
    yield from findings.of_files()
    yield from findings.of_letters()
    yield from _of_secrets(current)
    yield from _of_address(current)
    yield from installed.of_public_address(current)
    yield from provider.of_provider(current)


def _of_secrets(current: Settings) -> Iterator[Finding]:
    examples = _EXAMPLES.read_text("utf-8") if _EXAMPLES.is_file() else ""
    for field in _SECRETS:
        secret: SecretStr | None = getattr(current, field)
        value = None if secret is None else secret.get_secret_value()
        variable = str(Settings.model_fields[field].validation_alias)
        yield from findings.of_secret(variable, value, examples)


def _of_address(current: Settings) -> Iterator[Finding]:
    """Without sign-in only this machine may be served (`serving.premises` stops the server otherwise)."""
    if current.access == Access.LOCAL and not loopback(_address()):
        yield Finding(
            "address_open",
            "Máy chủ mở ra ngoài máy này trong khi chưa có đăng nhập.",
            "Đặt server.address là 127.0.0.1, hoặc đặt DASHBOARD_ACCESS=oidc (hay proxy).",
        )


def _address() -> str | None:
    """What Streamlit will listen at: its variable, else its file of this program, else that of the person."""
    address = os.environ.get("STREAMLIT_SERVER_ADDRESS")
    for file in _STREAMLIT if address is None else ():
        try:
            server = tomllib.loads(file.read_text("utf-8")).get("server", {})
        except (OSError, ValueError):
            continue
        address = server.get("address", address)
    return address
