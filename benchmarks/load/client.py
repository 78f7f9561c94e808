"""One visitor without a browser: Streamlit's own messages over its WebSocket, as the page sends them."""

import asyncio
import re
import ssl
import time
import urllib.request
import uuid
from collections.abc import Mapping
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Button_pb2 import Button
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox
from streamlit.proto.WidgetStates_pb2 import WidgetState

# The page keeps elements that the server need not send again for as many runs.
_KEPT_RUNS = 2
_XSRF = "_streamlit_xsrf"
# The certificate of the proxy on this machine is made for the moment.
UNCHECKED = ssl.create_default_context()
UNCHECKED.check_hostname, UNCHECKED.verify_mode = False, ssl.CERT_NONE


class Failed(Exception):
    """The server showed an error, or a run did not end well."""


TROUBLE = (Failed, OSError, websockets.WebSocketException)


class Visitor:
    """A session of the dashboard. `boxes` are the select boxes on the screen by key, `buttons` the buttons
    by label, `text` the words of headings; all of the last run."""

    def __init__(self, url: str, cookies: Mapping[str, str] | None = None) -> None:
        self.url = url
        self._cookies = dict(cookies or {})
        self.boxes: dict[str, Selectbox] = {}
        self.buttons: dict[str, Button] = {}
        self.uploader = ""
        self.text: list[str] = []
        self.received = 0
        self._session = self._query = self._page = self._xsrf = ""
        self._widgets: dict[str, WidgetState] = {}
        self._cached: dict[str, int] = {}
        self._runs = 0
        self._link: websockets.ClientConnection | None = None

    async def __aenter__(self) -> Self:
        self._xsrf = self._cookies[_XSRF] = await asyncio.to_thread(self._token)
        parts = urlsplit(self.url)
        self._link = await websockets.connect(
            f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit"), websockets.Subprotocol(self._xsrf)],
            additional_headers=self._header(),
            origin=websockets.Origin(self.url),
            ssl=UNCHECKED if parts.scheme == "https" else None,
            compression=None,
            max_size=None,
            ping_interval=None,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._link is not None:
            await self._link.close()

    def _header(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}

    def _token(self) -> str:
        request = urllib.request.Request(f"{self.url}/_stcore/health", headers=self._header())
        with urllib.request.urlopen(request, timeout=60, context=UNCHECKED) as answer:
            cookies = SimpleCookie()
            for line in answer.headers.get_all("Set-Cookie") or []:
                cookies.load(line)
        return cookies[_XSRF].value

    async def open(self, path: str = "", query: str = "") -> float:
        """Open a screen by its address; seconds until it is drawn."""
        self._query = query
        return await self._run(ClientState(page_name=path, query_string=query))

    async def choose(self, key: str, option: str) -> float:
        """Choose an option of a select box; seconds until the screen is drawn anew."""
        box = self.boxes[key]
        self._widgets[box.id] = WidgetState(id=box.id, string_value=option)
        return await self._run()

    async def press(self, label: re.Pattern[str]) -> float:
        """Press the button with such a label; seconds until the screen is drawn anew."""
        button = next((b for name, b in self.buttons.items() if label.match(name)), None)
        if button is None:
            raise Failed(f"no button {label.pattern} beside {self.text}")
        return await self._run(pressed=WidgetState(id=button.id, trigger_value=True))

    async def upload(self, name: str, raw: bytes) -> float:
        """Hand a file in; seconds until the screen has said what it holds."""
        began = time.monotonic()
        ask = BackMsg()
        ask.file_urls_request.request_id = uuid.uuid4().hex
        ask.file_urls_request.session_id = self._session
        ask.file_urls_request.file_names.append(name)
        await self._send(ask)
        answer = await self._until("file_urls_response")
        place = answer.file_urls_response.file_urls[0]
        await asyncio.to_thread(self._put, place.upload_url, name, raw)
        state = WidgetState(id=self.uploader)
        info = state.file_uploader_state_value.uploaded_file_info.add(
            name=name, size=len(raw), file_id=place.file_id
        )
        info.file_urls.CopyFrom(place)
        self._widgets[self.uploader] = state
        await self._run()
        return time.monotonic() - began

    def must_show(self, words: str) -> None:
        """Raises Failed where no heading of the screen begins so."""
        if not any(text.startswith(words) for text in self.text):
            raise Failed(f"no {words}, but {self.text}")

    def _put(self, path: str, name: str, raw: bytes) -> None:
        edge = uuid.uuid4().hex
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n\r\n'
        request = urllib.request.Request(
            f"{self.url}/{path.lstrip('/')}",
            data=head.encode() + raw + f"\r\n--{edge}--\r\n".encode(),
            method="PUT",
            headers={
                "Content-Type": f"multipart/form-data; boundary={edge}",
                "X-Xsrftoken": self._xsrf,
                **self._header(),
            },
        )
        with urllib.request.urlopen(request, timeout=120, context=UNCHECKED) as answer:
            answer.read()

    async def _send(self, message: BackMsg) -> None:
        if self._link is None:
            raise Failed("not connected")
        await self._link.send(message.SerializeToString())

    async def _run(self, state: ClientState | None = None, pressed: WidgetState | None = None) -> float:
        """Ask for a run and wait until it, and the runs that it asks for itself, are done."""
        asked = state or ClientState(query_string=self._query, page_script_hash=self._page)
        asked.widget_states.widgets.extend([*self._widgets.values(), *([pressed] if pressed else [])])
        asked.cached_message_hashes.extend(self._cached)
        asked.context_info.timezone = "Asia/Ho_Chi_Minh"
        asked.context_info.locale = "vi-VN"
        asked.context_info.url = self.url
        began = time.monotonic()
        await self._send(BackMsg(rerun_script=asked))
        while (await self._until("script_finished")).script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            pass
        return time.monotonic() - began

    async def _until(self, kind: str) -> ForwardMsg:
        """Take messages in until one of a kind came."""
        if self._link is None:
            raise Failed("not connected")
        while True:
            raw = await self._link.recv(decode=False)
            self.received += len(raw)
            message = ForwardMsg.FromString(raw)
            self._take(message)
            if message.WhichOneof("type") == kind:
                return message

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self._session = message.new_session.initialize.session_id
            self._page = message.new_session.page_script_hash
            self._runs += 1
            self.boxes, self.buttons, self.text = {}, {}, []
            old = self._runs - _KEPT_RUNS
            self._cached = {digest: run for digest, run in self._cached.items() if run >= old}
        elif kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self._query = message.page_info_changed.query_string
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise Failed("the script could not be read")
        elif kind == "ref_hash":
            self._cached[message.ref_hash] = self._runs
        elif kind == "delta":
            if message.metadata.cacheable:
                self._cached[message.hash] = self._runs
            if message.delta.WhichOneof("type") == "new_element":
                self._see(message.delta.new_element)

    def _see(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise Failed(f"{element.exception.type}: {element.exception.message}")
        if kind == "selectbox":
            # An id ends with the key of its widget.
            self.boxes[element.selectbox.id.rpartition("-")[2]] = element.selectbox
            if element.selectbox.set_value:
                value = element.selectbox.raw_value
                self._widgets[element.selectbox.id] = WidgetState(id=element.selectbox.id, string_value=value)
        elif kind == "button":
            self.buttons[element.button.label] = element.button
        elif kind == "file_uploader":
            self.uploader = element.file_uploader.id
        elif kind == "heading":
            self.text.append(element.heading.body)
