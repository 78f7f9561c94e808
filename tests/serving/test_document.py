"""The one document, as the installed Streamlit ships it."""

from pathlib import Path

import pytest
import streamlit

from serving.document import Document
from tests.serving.asking import Inner, ask

SHIPPED = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
HTML = (("content-type", "text/html; charset=utf-8"), ("etag", '"a"'), ("cache-control", "no-cache"))


def test_vietnamese_from_the_first_byte_and_no_inline_script() -> None:
    answer = ask(Document(Inner(SHIPPED.encode(), HTML)), "/units")
    html = answer.body.decode()
    assert '<html lang="vi">' in html
    assert "<title>Chương trình 830 · Đà Nẵng</title>" in html
    assert "Hãy bật JavaScript" in html
    assert "<script>" not in html
    assert html.count("<script ") == 1
    for word in ("agent", "mcp", "JavaScript to run", "prerender"):
        assert word not in html
    assert html.count("modulepreload") == SHIPPED.count("modulepreload")
    assert int(answer.one("content-length")) == len(answer.body)
    assert answer.all("etag") == []
    assert answer.one("cache-control") == "no-cache"


def test_it_comes_whole_and_plain() -> None:
    inner = Inner(SHIPPED.encode(), HTML)
    asked = {"Accept-Encoding": "gzip", "Range": "bytes=0-5", "If-None-Match": '"a"', "Accept": "text/html"}
    ask(Document(inner), "/", headers=asked)
    assert [name for name, _ in inner.seen[0]["headers"]] == [b"accept"]


@pytest.mark.parametrize("path", ["/static/a.html", "/media/a.html", "/_stcore/health", "/oauth2callback"])
def test_what_is_no_page_goes_through_untouched(path: str) -> None:
    inner = Inner(SHIPPED.encode(), HTML)
    answer = ask(Document(inner), path, headers={"Accept-Encoding": "gzip"})
    assert answer.body == SHIPPED.encode()
    assert inner.told("accept-encoding") == ["gzip"]


def test_other_answers_at_a_page_go_through() -> None:
    assert (
        ask(Document(Inner(b"\x00\x01", (("content-type", "image/png"),))), "/favicon.png").body
        == b"\x00\x01"
    )
    head = ask(Document(Inner(b"", HTML)), "/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
