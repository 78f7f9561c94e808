"""Addresses of Streamlit that tell about the server, or drive it, answer as if they were not there."""

from serving.protocol import Asgi, Receive, Scope, Send, answer

# What the page itself asks for, and the address of a monitor. Everything else below /_stcore/ is closed:
# metrics, the script's health check, the interface for programs, and what later versions may add.
_OPEN = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
_OPEN_BELOW = ("/_stcore/upload_file/",)


class Closed:
    """The layer."""

    def __init__(self, app: Asgi) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection."""
        path: str = scope.get("path", "")
        inside = path.lstrip("/").startswith("_stcore")
        if not inside or path in _OPEN or path.startswith(_OPEN_BELOW):
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await answer(send, 404, "Không có địa chỉ này.\n", body=scope["method"] != "HEAD")
        else:
            await send({"type": "websocket.close", "code": 1008})
