"""What keeps an installation from serving, and servers that really refuse (one called by a foreign name:
`browser/test_cold_link`)."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit import net_util

from pages.parts.shell.visit import premises
from serving.premises import FOR_THE_LOG, Hindrance, hindrance, loopback
from settings import Access
from tests.browser.server import serving
from tests.browser.session import refused, visit

EVERYWHERE = "0.0.0.0"  # noqa: S104 (what is tested is that it is refused)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "LocalHost."])
def test_an_address_of_this_machine(address: str) -> None:
    assert loopback(address)


@pytest.mark.parametrize(
    "address", [None, "", EVERYWHERE, "::", "10.1.2.3", "830.danang.gov.vn", "localhost.evil.example", 7]
)
def test_any_other_address(address: object) -> None:
    assert not loopback(address)


@pytest.mark.parametrize(
    ("address", "host", "found"),
    [
        ("127.0.0.1", None, None),
        ("127.0.0.1", "127.0.0.1:8501", None),
        ("localhost", "localhost:8501", None),
        ("::1", "[::1]:8501", None),
        (EVERYWHERE, "127.0.0.1:8501", Hindrance.OPEN),
        (None, "127.0.0.1:8501", Hindrance.OPEN),
        ("127.0.0.1", "830.danang.gov.vn", Hindrance.OTHER_NAME),
        ("127.0.0.1", "[broken", Hindrance.OTHER_NAME),
    ],
)
def test_without_sign_in_only_this_machine_is_served(
    address: str | None, host: str | None, found: Hindrance | None
) -> None:
    assert hindrance(Access.LOCAL, address, host, served=False) is found
    assert hindrance(Access.LOCAL, address, host, served=True) is found


@pytest.mark.parametrize("access", [Access.OIDC, Access.PROXY])
def test_with_sign_in_the_layers_must_stand_before_the_pages(access: Access) -> None:
    assert hindrance(access, EVERYWHERE, "830.danang.gov.vn", served=False) is Hindrance.BARE
    assert hindrance(access, EVERYWHERE, "830.danang.gov.vn", served=True) is None


SECRETS = {"DASHBOARD_PROXY_SECRET": "s" * 40, "DASHBOARD_COOKIE_SECRET": "c" * 40}
PROXY = {"DASHBOARD_ACCESS": "proxy", "DASHBOARD_PROXY_ADDRESS": "127.0.0.1", **SECRETS}


@pytest.mark.parametrize(
    ("variables", "said", "logged"),
    [
        (PROXY, "khởi động chưa đúng cách", FOR_THE_LOG[Hindrance.BARE]),
        (PROXY | {"DASHBOARD_PROXY_SECRET": "short-and-secret"}, "chưa được cài đặt xong", "DASHBOARD_PROXY_SECRET"),
    ],
    ids=["bare", "wrong"],
)  # fmt: skip
def test_app_py_alone_serves_nothing_with_sign_in(
    variables: Mapping[str, str], said: str, logged: str, tmp_path: Path
) -> None:
    with serving(tmp_path, demo=False, more=lambda _url: variables) as app:
        refused(visit(app.url, "units"), said)
        refused(visit(app.url, "", headers={"X-Dashboard-Signed-In": "quan.tri@danang.gov.vn"}), said)
        assert app.log.read_text("utf-8").count(logged) == 1
    assert "short-and-secret" not in app.log.read_text("utf-8")
    assert not (tmp_path / "app.sqlite3").exists(), "the database was not even opened"


def test_a_server_open_to_a_network_refuses_and_stops_itself(tmp_path: Path) -> None:
    with serving(tmp_path, demo=False, more=lambda _url: {"STREAMLIT_SERVER_ADDRESS": EVERYWHERE}) as app:
        refused(visit(app.url, "activities"), "chỉ dùng trên chính máy đang chạy nó")
        assert app.process.wait(timeout=60) == 0
    assert FOR_THE_LOG[Hindrance.OPEN] in app.log.read_text("utf-8")
    assert not (tmp_path / "app.sqlite3").exists()


def test_nobody_makes_this_machine_ask_the_internet_for_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_given: object, **_more: object) -> None:
        raise AssertionError

    monkeypatch.setattr(net_util, "_make_blocking_http_get", asked)
    assert net_util.get_external_ip() is None
    assert premises.net_util is net_util
