"""Who a reverse proxy says is there, and from where: believed from one address with one secret, and from
nobody else."""

import hmac
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from serving.protocol import Asgi, Receive, Scope, Send, header
from settings import Access, Settings

# The header in which a checked login reaches the pages. Whatever a request brings under this name is
# taken away first.
USER_HEADER = "X-Dashboard-Signed-In"
# The header in which the proxy proves itself.
SECRET_HEADER = "X-Dashboard-Proxy-Secret"  # noqa: S105 (a name)
# The header in which the proxy tells the visitor's address, and in which it reaches the pages, for the log.
ORIGIN_HEADER = "X-Dashboard-From"

# What is told of a login that was not believed: the login, why (`proxy_address`, `proxy_key`), the address.
Told = Callable[[str, str, str], None]

_ORIGIN = ORIGIN_HEADER.lower().encode()
_USER = USER_HEADER.lower().encode()
_SECRET = SECRET_HEADER.lower().encode()


class Trusted:
    """The layer: no request keeps a user header, and only the proxy's gets the internal one. `refused` is told
    of logins that were not believed."""

    def __init__(
        self, app: Asgi, settings: Settings, refused: Told = lambda _login, _why, _origin: None
    ) -> None:
        self._app = app
        self._refused = refused
        self._named = settings.proxy_user_header.lower().encode()
        self._believes = settings.access == Access.PROXY
        self._from = settings.proxy_address
        self._secret = settings.proxy_secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection."""
        if scope["type"] in ("http", "websocket"):
            proxied = self._proxied(scope)
            login = (header(scope, self._named) or b"").strip()
            origin = self._origin(scope, proxied)
            if not proxied and self._believes:
                self._tell(scope, login, origin)
            closed = {_USER, _SECRET, _ORIGIN, self._named}
            kept = [(name, value) for name, value in scope["headers"] if _plain(name) not in closed]
            if login and proxied:
                kept.append((_USER, login))
            scope = {**scope, "headers": [*kept, (_ORIGIN, origin.encode())] if origin else kept}
            if proxied and header(scope, b"x-forwarded-proto") == b"https":
                scope["scheme"] = "https" if scope["type"] == "http" else "wss"
        await self._app(scope, receive, send)

    def _proxied(self, scope: Scope) -> bool:
        """Whether the request comes from the proxy: from its address, with its secret."""
        if not self._believes or self._secret is None or not _from(scope, self._from):
            return False
        shown = header(scope, _SECRET) or b""
        return hmac.compare_digest(shown, self._secret.get_secret_value().encode())

    def _tell(self, scope: Scope, login: bytes, origin: str) -> None:
        """Somebody came as the proxy does, and is not."""
        if login or header(scope, _SECRET):
            why = "proxy_key" if _from(scope, self._from) else "proxy_address"
            self._refused(login.decode(errors="replace"), why, origin)

    def _origin(self, scope: Scope, proxied: bool) -> str:
        """Where the visitor is: as the proxy says, where pages stand behind one on this machine as that says,
        else the other end of the socket. Only what is an address."""
        peer = _address(_peer(scope))
        told = _address((header(scope, _ORIGIN) or b"").decode("latin-1"))
        believed = proxied or (not self._believes and peer is not None and peer.is_loopback)
        found = (told or peer) if believed else peer
        return "" if found is None else str(found)


def _plain(name: bytes) -> bytes:
    # Some servers in between read "_" as "-".
    return name.lower().replace(b"_", b"-")


def _from(scope: Scope, network: IPv4Network | IPv6Network | None) -> bool:
    """Whether the other end of the socket lies in the network."""
    peer = _address(_peer(scope))
    return network is not None and peer is not None and peer in network


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _address(words: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(words.strip())
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
