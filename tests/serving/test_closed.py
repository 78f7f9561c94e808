"""Below /_stcore/ only what the page needs is there."""

import pytest

from serving.closed import Closed
from tests.serving.asking import Inner, ask

CLOSED = [
    "/_stcore/metrics", "/_stcore/metrics/", "/_stcore//metrics", "//_stcore/metrics", "/_stcore/script-health-check",
    "/_stcore/agent/interact", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json", "/_stcore/bidi-components/a",
    "/_stcore", "/_stcore/", "/_stcore/health/../metrics", "/_stcore/something-new",
]  # fmt: skip
OPEN = [
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/upload_file/a/b",
    "/",
    "/units",
    "/static/js/a.js",
]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "OPTIONS"])
def test_a_closed_address_is_not_there(path: str, method: str) -> None:
    inner = Inner()
    answer = ask(Closed(inner), path, method=method)
    assert answer.status == 404
    assert inner.seen == []
    assert answer.body == (b"" if method == "HEAD" else "Không có địa chỉ này.\n".encode())


@pytest.mark.parametrize("path", OPEN)
def test_every_other_address_goes_through(path: str) -> None:
    assert ask(Closed(Inner()), path).status == 200


def test_the_page_connects_at_one_address() -> None:
    inner = Inner()
    ask(Closed(inner), "/_stcore/stream", kind="websocket")
    assert len(inner.seen) == 1
    assert ask(Closed(inner), "/_stcore/other", kind="websocket").status == 1008
    assert len(inner.seen) == 1
