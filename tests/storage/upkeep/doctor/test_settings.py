"""The check of an installation: secrets, accounts, addresses, the provider of accounts."""

from collections.abc import Callable
from datetime import timedelta
from email.message import Message
from http.client import IncompleteRead
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

import pytest
from sqlalchemy import Engine

import settings
from storage.commands import checkup, installed, provider
from tests.storage.upkeep.doctor.installations import (
    ONE_KIND,
    codes,
    demo_loaded,
    on_a_server,
    sound_provider,
)


@ONE_KIND
def test_a_secret_of_few_letters(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_server(monkeypatch, engine, DASHBOARD_COOKIE_SECRET="ab" * 20)
    (found,) = checkup.examined()
    assert found.code == "secret_weak"
    assert "DASHBOARD_COOKIE_SECRET" in found.message
    assert "abab" not in found.message + found.fix


@ONE_KIND
def test_demo_data_and_no_accounts_are_right_on_ones_own_machine(engine: Engine) -> None:
    demo_loaded(engine, None)
    assert codes() == []


@ONE_KIND
def test_the_address_of_an_installation_without_sign_in(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")  # noqa: S104 (what is found)
    assert codes() == ["address_open"]
    on_a_server(monkeypatch, engine)
    assert codes() == []


@ONE_KIND
@pytest.mark.parametrize(
    ("address", "site", "said"),
    [
        ("https://dashboard.example.vn", "", "là của tệp mẫu"),
        ("http://so-lieu.example.vn", "", "không bắt đầu bằng https"),
        ("https://so-lieu.example.vn", "server_name khac.example.vn;", "(khac.example.vn)"),
        ("https://so-lieu.example.vn", "server_name so-lieu.example.vn;", None),
        ("http://127.0.0.1:8501", "", None),
    ],
)
def test_a_public_address_that_cannot_be_right(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, site: str, said: str | None
) -> None:
    on_a_server(monkeypatch, engine, DASHBOARD_OIDC_REDIRECT_URL=f"{address}/oauth2callback")
    (tmp_path / "dashboard.conf").write_text(f"{site}\nproxy_pass http://$dashboard_upstream;\n", "utf-8")
    (tmp_path / "other.conf").write_text("server_name other.example.vn;\n", "utf-8")
    monkeypatch.setattr(installed, "SITES", tmp_path)
    found = list(checkup.examined())
    assert [one.code for one in found] == ([] if said is None else ["public_address"])
    assert said is None or said in found[0].message


def _raising(trouble: Exception) -> provider.Answer:
    raise trouble


ANSWERS: list[tuple[Callable[[], Any], str | None, str]] = [
    (lambda: sound_provider(issuer="https://id.example.vn/"), None, ""),
    (lambda: sound_provider(timedelta(seconds=30)), None, ""),
    (
        lambda: sound_provider(issuer="https://id.example.vn/realms/b"),
        "provider_other",
        "tự xưng là “https://id.example.vn/r",
    ),
    (lambda: sound_provider(token_endpoint=None), "provider_incomplete", "thiếu token_endpoint,"),
    (lambda: sound_provider(jwks_uri="http://id.example.vn/k"), "provider_overheard", "không được mã hóa"),
    (lambda: sound_provider(timedelta(minutes=-3)), "provider_clock", "lệch nhau"),
    (lambda: provider.Answer(b"<html>", None), "provider_silent", "không phải là thông tin"),
    (lambda: provider.Answer(b"[]", None), "provider_silent", "không phải là thông tin"),
    (lambda: _raising(TimeoutError("timed out")), "provider_silent", "không trả lời trong 5 giây"),
    (lambda: _raising(URLError("[SSL: CERTIFICATE_VERIFY_FAILED]")), "provider_silent", "chứng chỉ"),
    (
        lambda: _raising(URLError("[Errno -2] Name or service not known")),
        "provider_silent",
        "tên máy chủ",
    ),
    (
        lambda: _raising(HTTPError("x", 503, "", Message(), None)),
        "provider_silent",
        "máy chủ trả lời 503",
    ),
    (lambda: _raising(IncompleteRead(b"")), "provider_silent", "không kết nối được"),
]


@ONE_KIND
def test_the_provider_of_accounts_is_asked(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_server(monkeypatch, engine)
    for answer, code, words in ANSWERS:
        monkeypatch.setattr(
            provider, "fetch", lambda url, made=answer: made() if url.endswith("-configuration") else None
        )
        found = list(provider.of_provider(settings.current()))
        assert [one.code for one in found] == [code] * (code is not None)
        assert all(words in one.message for one in found)
    assert codes() == ["provider_silent"]
