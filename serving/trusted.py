"""Who a reverse proxy says is there: believed from one address with one secret, and from nobody else."""

import hmac
from ipaddress import IPv4Network, IPv6Network, ip_address

from serving.protocol import Asgi, Receive, Scope, Send, header
from settings import Access, Settings

# The header in which a checked login reaches the pages. Whatever a request brings under this name is
# taken away first.
USER_HEADER = "X-Dashboard-Signed-In"
# The header in which the proxy proves itself.
SECRET_HEADER = "X-Dashboard-Proxy-Secret"  # noqa: S105 (a name)

_USER = USER_HEADER.lower().encode()
_SECRET = SECRET_HEADER.lower().encode()


class Trusted:
    """The layer: no request keeps a user header, and only the proxy's gets the internal one."""

    def __init__(self, app: Asgi, settings: Settings) -> None:
        self._app = app
        self._named = settings.proxy_user_header.lower().encode()
        self._believes = settings.access == Access.PROXY
        self._from = settings.proxy_address
        self._secret = settings.proxy_secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection."""
        if scope["type"] in ("http", "websocket"):
            proxied = self._proxied(scope)
            login = (header(scope, self._named) or b"").strip() if proxied else b""
            closed = {_USER, _SECRET, self._named}
            kept = [(name, value) for name, value in scope["headers"] if _plain(name) not in closed]
            scope = {**scope, "headers": [*kept, (_USER, login)] if login else kept}
            if proxied and header(scope, b"x-forwarded-proto") == b"https":
                scope["scheme"] = "https" if scope["type"] == "http" else "wss"
        await self._app(scope, receive, send)

    def _proxied(self, scope: Scope) -> bool:
        """Whether the request comes from the proxy: from its address, with its secret."""
        if not self._believes or self._secret is None or not _from(scope, self._from):
            return False
        shown = header(scope, _SECRET) or b""
        return hmac.compare_digest(shown, self._secret.get_secret_value().encode())


def _plain(name: bytes) -> bytes:
    # Some servers in between read "_" as "-".
    return name.lower().replace(b"_", b"-")


def _from(scope: Scope, network: IPv4Network | IPv6Network | None) -> bool:
    """Whether the other end of the socket lies in the network."""
    client = scope.get("client")
    if network is None or not client:
        return False
    try:
        address = ip_address(client[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address) in network
