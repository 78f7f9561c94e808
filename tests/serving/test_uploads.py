"""Who may send files, how large, how many; whoever is refused has nothing read."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from pages.submit import chooser
from serving.protocol import Scope
from serving.uploads import FILES_AT_ONCE, MEGABYTE, Uploads, offer, offered
from tests.serving.asking import Inner, answered, ask, in_own_loop, scope

SESSION, OTHER = "session-of-an", "session-of-nobody"
PART = b"0" * MEGABYTE


@pytest.fixture(autouse=True)
def _shown() -> None:
    offer(SESSION, "an@danang.gov.vn")


def layer(
    inner: Inner, may: Callable[[Scope, str], bool | None] = lambda _scope, _login: True, kept: int = 0
) -> Uploads:
    return Uploads(inner, may=may, kept=lambda _session: kept, megabytes=3)


def address(session: str) -> str:
    return f"/_stcore/upload_file/{session}/file"


def test_a_session_that_was_shown_a_chooser_sends() -> None:
    inner = Inner()
    assert ask(layer(inner), address(SESSION), [PART, PART], method="PUT").status == 200
    assert inner.read == 2 * MEGABYTE


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_any_other_session_is_refused_unread(method: str) -> None:
    inner = Inner()
    answer = ask(layer(inner), address(OTHER), [PART, PART], method=method)
    assert answer.status == 403
    assert "chưa được phép nộp tệp" in answer.body.decode()
    assert (inner.seen, inner.read) == ([], 0)


def test_whoever_may_no_longer_hand_in_is_refused_at_once() -> None:
    inner, asked = Inner(), []

    def may(request: Scope, login: str) -> bool:
        asked.append((request["path"], login))
        return False

    assert ask(layer(inner, may), address(SESSION), [PART], method="PUT").status == 403
    assert inner.seen == []
    assert asked == [(address(SESSION), "an@danang.gov.vn")]


def test_where_the_store_does_not_answer_nothing_is_read() -> None:
    inner = Inner()
    assert (
        ask(layer(inner, lambda _scope, _login: None), address(SESSION), [PART], method="PUT").status == 503
    )
    assert inner.seen == []


@pytest.mark.parametrize("method", ["POST", "OPTIONS", "GET", "PATCH"])
def test_only_what_a_browser_sends(method: str) -> None:
    assert ask(layer(Inner()), address(SESSION), method=method).status == 405


@pytest.mark.parametrize("announced", [{"Content-Length": str(40 * MEGABYTE)}, {"Content-Length": "many"}])
def test_a_file_announced_as_too_large_is_not_read(announced: dict[str, str]) -> None:
    inner = Inner()
    answer = ask(layer(inner), address(SESSION), [PART], method="PUT", headers=announced)
    assert answer.status == 413
    assert "tối đa 3 MB" in answer.body.decode()
    assert inner.seen == []


def test_a_file_that_grows_too_large_is_broken_off() -> None:
    inner = Inner()
    answer = ask(layer(inner), address(SESSION), [PART] * 20, method="PUT", headers={"Content-Length": "5"})
    assert answer.status == 413
    assert inner.read <= 4 * MEGABYTE


def test_only_so_many_files_of_a_session() -> None:
    assert ask(layer(Inner(), kept=FILES_AT_ONCE - 1), address(SESSION), method="PUT").status == 200
    full = ask(layer(Inner(), kept=FILES_AT_ONCE), address(SESSION), method="PUT")
    assert full.status == 429
    assert str(FILES_AT_ONCE) in full.body.decode()
    assert ask(layer(Inner(), kept=FILES_AT_ONCE), address(SESSION), method="DELETE").status == 200


def test_the_files_of_a_session_are_counted_where_the_framework_keeps_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = MemoryUploadedFileManager("/_stcore/upload_file")
    monkeypatch.setattr(chooser, "get_instance", lambda: SimpleNamespace(uploaded_file_mgr=files))
    for number in "ab":
        files.add_file(SESSION, UploadedFileRec(number, "bao-cao.xlsx", "", PART))
    assert (chooser.kept(SESSION), chooser.kept(OTHER)) == (2, 0)


def test_files_on_their_way_count_too() -> None:
    both_in = asyncio.Event()

    class Slow(Inner):
        async def __call__(self, request, receive, send):  # type: ignore[no-untyped-def]
            await both_in.wait()
            await super().__call__(request, receive, send)

    async def three() -> list[int]:
        uploads = layer(Slow(), kept=FILES_AT_ONCE - 2)
        going = [
            asyncio.create_task(answered(uploads, scope(address(SESSION), method="PUT"))) for _ in range(3)
        ]
        done, _ = await asyncio.wait(going, timeout=60, return_when=asyncio.FIRST_COMPLETED)
        both_in.set()
        statuses = [task.result().status for task in done]
        return statuses + sorted([(await task).status for task in going if task not in done])

    assert in_own_loop(three()) == [429, 200, 200]


def test_the_register_forgets_the_oldest() -> None:
    offer("oldest", "an")
    for number in range(10_000):
        offer(f"session {number}", "an")
    assert offered("oldest") is None
    assert offered("session 9999") == "an"


def test_pages_go_through() -> None:
    assert ask(layer(Inner()), "/submit").status == 200
