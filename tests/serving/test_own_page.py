"""Which connections come from our own page."""

import pytest

from serving.own_page import OwnPage
from serving.protocol import Message
from tests.serving.asking import Inner, ask, in_own_loop, scope

HOST, OURS = "10.0.0.5:8501", "https://830.danang.gov.vn/oauth2callback"


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        (None, True),
        ("http://10.0.0.5:8501", True),
        ("https://830.danang.gov.vn", True),
        ("https://830.DaNang.gov.vn", True),
        ("null", False),
        ("", False),
        ("http://localhost", False),
        ("http://127.0.0.1:8501", False),
        ("https://830.danang.gov.vn:444", False),
        ("https://830.danang.gov.vn.evil.example", False),
        ("https://evil.example/830.danang.gov.vn", False),
        ("http://[", False),
    ],
)
def test_a_connection_is_our_own_pages_or_no_browsers(origin: str | None, ours: bool) -> None:
    headers = {"Host": HOST} | ({} if origin is None else {"Origin": origin})
    inner = Inner()
    answer = ask(OwnPage(inner, OURS), "/_stcore/stream", kind="websocket", headers=headers)
    assert (bool(inner.seen), answer.status) == ((True, 0) if ours else (False, 1008))


def test_one_foreign_origin_among_two_is_foreign() -> None:
    headers = {"Host": HOST, "Origin": "http://10.0.0.5:8501", "ORIGIN": "https://evil.example"}
    assert ask(OwnPage(Inner(), OURS), "/_stcore/stream", kind="websocket", headers=headers).status == 1008


def test_without_an_address_in_the_settings_the_name_of_the_server_counts() -> None:
    for origin, ours in (
        ("http://10.0.0.5:8501", True),
        ("https://830.danang.gov.vn", False),
        ("null", False),
    ):
        inner = Inner()
        headers = {"Host": HOST, "Origin": origin}
        ask(OwnPage(inner, None), "/_stcore/stream", kind="websocket", headers=headers)
        assert bool(inner.seen) is ours, origin


def test_other_requests_go_through() -> None:
    assert ask(OwnPage(Inner(), None), headers={"Host": HOST, "Origin": "https://evil.example"}).status == 200


def test_words_instead_of_messages_end_the_connection() -> None:
    came: list[Message] = []
    sent = iter([{"type": "websocket.receive", "bytes": b"m"}, {"type": "websocket.receive", "text": "m"}])

    async def receive() -> Message:
        return next(sent)

    async def send(_message: Message) -> None:
        raise AssertionError

    async def app(_scope: object, received: object, _send: object) -> None:
        came.extend([await received(), await received()])  # type: ignore[operator]

    in_own_loop(OwnPage(app, None)(scope(kind="websocket"), receive, send))  # type: ignore[arg-type]
    assert [one["type"] for one in came] == ["websocket.receive", "websocket.disconnect"]
