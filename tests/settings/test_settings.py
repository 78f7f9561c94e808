"""Settings: what stands in the environment, what is missing, what is wrong."""

import re

import pytest

import settings
from settings.values import Settings, variable

SECRET = "a secret of these tests, long enough"
OIDC = {
    "DASHBOARD_ACCESS": "oidc",
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "dashboard",
    "DASHBOARD_OIDC_CLIENT_SECRET": "quiet",
    "DASHBOARD_OIDC_REDIRECT_URL": "https://page.example/oauth2callback",
    "DASHBOARD_COOKIE_SECRET": SECRET,
}
PROXY = {
    "DASHBOARD_ACCESS": "proxy",
    "DASHBOARD_PROXY_ADDRESS": "127.0.0.1",
    "DASHBOARD_PROXY_SECRET": SECRET,
    "DASHBOARD_COOKIE_SECRET": SECRET,
}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(variable(name), raising=False)


def put(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_without_any_variable_one_person_works_on_this_machine() -> None:
    found = settings.current()
    assert found.access == settings.Access.LOCAL
    assert found.everybody_reads
    assert found.wants_demo
    assert found.keep_files_days is None


@pytest.mark.parametrize("values", [OIDC, PROXY], ids=["oidc", "proxy"])
def test_a_server_is_closed_and_without_demo_data_until_said_otherwise(
    values: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, values)
    assert not settings.current().everybody_reads
    assert not settings.current().wants_demo
    put(monkeypatch, {"DASHBOARD_ANONYMOUS_READING": "on", "DASHBOARD_DEMO": "on"})
    assert settings.current().everybody_reads
    assert settings.current().wants_demo


@pytest.mark.parametrize(
    ("values", "missing"),
    [(OIDC, name) for name in OIDC if name != "DASHBOARD_ACCESS"]
    + [(PROXY, name) for name in PROXY if name != "DASHBOARD_ACCESS"],
)
def test_what_a_way_of_signing_in_lacks_is_named(
    values: dict[str, str], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(monkeypatch, {name: value for name, value in values.items() if name != missing})
    with pytest.raises(settings.InvalidSettings) as refused:
        settings.current()
    assert len(refused.value.problems) == 1
    assert f"Thiếu biến {missing} " in refused.value.problems[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://server/base"),
        ("DASHBOARD_ACCESS", "everybody"),
        ("DASHBOARD_DEMO", "maybe"),
        ("DASHBOARD_ANONYMOUS_READING", "1"),
        ("DASHBOARD_OIDC_METADATA_URL", "id.example"),
        ("DASHBOARD_OIDC_REDIRECT_URL", "https://page.example/other"),
        ("DASHBOARD_COOKIE_SECRET", "short-and-secret"),
        ("DASHBOARD_PROXY_ADDRESS", "the-proxy"),
        ("DASHBOARD_PROXY_SECRET", "short-and-secret"),
        ("DASHBOARD_COOKIE_SECRET", " " * 40),
        ("DASHBOARD_COOKIE_SECRET", "\u00a0" * 40),
        ("DASHBOARD_PROXY_SECRET", "\t" * 40),
        ("DASHBOARD_PROXY_SECRET", "a" + " " * 40 + "z"),
        ("DASHBOARD_OIDC_CLIENT_SECRET", "  "),
        ("DASHBOARD_OIDC_CLIENT_ID", "  "),
        ("DASHBOARD_USER", " "),
        ("DASHBOARD_PROXY_USER_HEADER", "X User"),
        ("DASHBOARD_SESSION_HOURS", "0"),
        ("DASHBOARD_KEEP_FILES_DAYS", "ten"),
        ("DASHBOARD_KEEP_FILES_DAYS", "9999999999"),
        ("DASHBOARD_LOG", "xml"),
    ],
)
def test_a_wrong_value_is_told_by_its_variable_and_never_repeated(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(settings.InvalidSettings) as refused:
        settings.current()
    (problem,) = refused.value.problems
    assert name in problem
    assert value not in re.split(r"[\s=“”'\"(),;]+", problem.replace(name, ""))


def test_every_wrong_variable_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, {"DASHBOARD_LOG": "xml", "DASHBOARD_DEMO": "maybe"})
    with pytest.raises(settings.InvalidSettings) as refused:
        settings.current()
    assert len(refused.value.problems) == 2


def test_a_name_that_no_setting_has_is_told_with_the_one_that_was_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(monkeypatch, {"DASHBOARD_KEEP_FILE_DAYS": SECRET, "DASHBOARD_LOG": "loud", "DASHBOARD_WEATHER": "x"})
    with pytest.raises(settings.InvalidSettings) as told:
        settings.current()
    assert told.value.problems == [
        "Không có biến DASHBOARD_KEEP_FILE_DAYS; có phải DASHBOARD_KEEP_FILES_DAYS?",
        "Không có biến DASHBOARD_WEATHER; hãy bỏ dòng đó.",
        "Biến DASHBOARD_LOG chưa đúng; cần plain hoặc json.",
    ]


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = [field for name, field in Settings.model_fields.items() if name.endswith("secret")]
    assert [str(field.annotation).count("SecretStr") for field in secret] == [1, 1, 1]
    put(monkeypatch, OIDC)
    assert SECRET not in repr(settings.current())
    assert "quiet" not in str(settings.current())


def test_a_changed_environment_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.current().session_hours == 12
    monkeypatch.setenv("DASHBOARD_SESSION_HOURS", "3")
    assert settings.current().session_hours == 3
    monkeypatch.setenv("DASHBOARD_SESSION_HOURS", "")
    assert settings.current().session_hours == 12
