"""Installations for their check: a sound machine, a server, what is made wrong."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from access import local_person
from storage import schema
from storage.commands import checkup, provider
from storage.database import writing
from storage.intake.submissions import accept
from tests.storage.build import bytes_of, record, report

SECRET = ("0f4b8c2d" + "9a7e6153") * 4
OIDC = {
    "DASHBOARD_ACCESS": "oidc",
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example.vn/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
    "DASHBOARD_OIDC_CLIENT_SECRET": SECRET,
    "DASHBOARD_OIDC_REDIRECT_URL": "https://so-lieu.example.vn/oauth2callback",
    "DASHBOARD_COOKIE_SECRET": SECRET,
}
NOW = datetime.now(UTC)
# What is the same whichever database there is.
ONE_KIND = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def codes() -> list[str]:
    return [one.code for one in checkup.examined()]


def on_a_server(monkeypatch: pytest.MonkeyPatch, engine: Engine, **other: str) -> None:
    """An installation with sign-in and an administrator."""
    for name, value in (OIDC | other).items():
        monkeypatch.setenv(name, value)
    person = {"login": "an@example.vn", "name": "An", "added_by": "operator", "added_at": NOW}
    role = {"user_id": 1, "role": "administrator", "valid_from": date(2024, 1, 1)}
    with writing(engine) as connection:
        connection.execute(insert(schema.user_account).values(person))
        connection.execute(
            insert(schema.role_grant).values(role | {"granted_by": "operator", "granted_at": NOW})
        )


def demo_loaded(engine: Engine, _: Any) -> None:
    made = report(record())
    accept(engine, local_person(), "demo.xlsx", bytes_of(made), made, demo=True)


def sound_provider(ahead: timedelta = timedelta(), **said: Any) -> provider.Answer:
    """What a sound provider answers, but for what is `said` otherwise."""
    at = "https://id.example.vn"
    told = {
        "issuer": at,
        "authorization_endpoint": f"{at}/a",
        "token_endpoint": f"{at}/t",
        "jwks_uri": f"{at}/k",
    }
    return provider.Answer(json.dumps(told | said).encode(), datetime.now(UTC) + ahead)
