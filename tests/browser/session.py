"""A visit without a browser: Streamlit's own protocol over a WebSocket, to see which script ran first.

It leans on Streamlit's internals, so few tests use it.
"""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

SECONDS = 90
FINISHED = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_SUCCESSFULLY")


@dataclass
class Visit:
    """What a visitor was sent: the pages of the menu by address, the kinds of elements in order, the
    headings and other words, the errors, and whether the address was said to be unknown."""

    menu: dict[str, str] = field(default_factory=dict)
    shown: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    not_found: bool = False

    def note(self, message: ForwardMsg) -> None:
        """Take in one message of the server."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.menu = {page.url_pathname: page.page_name for page in message.navigation.app_pages}
        elif kind == "page_not_found":
            self.not_found = True
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            name = str(element.WhichOneof("type"))
            self.shown.append(name)
            if name == "heading":
                self.headings.append(element.heading.body)
            elif name in ("markdown", "alert"):
                self.words.append(getattr(element, name).body)
            elif name == "exception":
                self.errors.append(element.exception.message)


def refused(found: Visit, said: str) -> None:
    """A visit that was shown one sentence, and no name of a page."""
    assert found.headings == ["Chương trình 830 · Đà Nẵng"]
    assert len(found.words) == 1
    assert said in found.words[0]
    assert set(found.menu.values()) == {"Đăng nhập"}
    assert set(found.shown) == {"heading", "alert", "html", "button"}
    assert not found.errors


def visit(
    url: str,
    page: str,
    *,
    headers: Mapping[str, str] | None = None,
    xsrf: str = "",
    origin: str = "",
    name: str = "",
) -> Visit:
    """Open a session at a page's address ("activities"; "" is the first page) and wait for its run to end.
    A browser sends its cookies in `headers`, repeats the one against forged requests as `xsrf`, and comes
    from `origin`, the address of the server itself unless given; `name` is another name of the server's host."""
    # In a thread of its own: a browser open in this one has its event loop running.
    with ThreadPoolExecutor(1) as thread:
        called = url.replace("127.0.0.1", name) if name else url
        port = int(url.rpartition(":")[2])
        going = _visit(called, port, page, headers or {}, xsrf, origin or called)
        return thread.submit(asyncio.run, going).result()


async def _visit(url: str, port: int, page: str, headers: Mapping[str, str], xsrf: str, origin: str) -> Visit:
    found = Visit()
    stream = url.replace("http://", "ws://") + "/_stcore/stream"
    offered = [Subprotocol(one) for one in ("streamlit", xsrf) if one]
    async with websockets.connect(
        stream, host="127.0.0.1", port=port, subprotocols=offered, origin=Origin(origin),
        additional_headers=headers, max_size=None,
    ) as channel:  # fmt: skip
        start = BackMsg()
        start.rerun_script.page_name = page
        await channel.send(start.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(bytes(await asyncio.wait_for(channel.recv(decode=False), SECONDS)))
            found.note(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished == FINISHED:
                return found
