"""Who sends a request that is no page: the same rules as for a page, without a run of one."""

from collections.abc import Mapping

from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import (
    _get_signed_cookie_with_chunks,
    _parse_decoded_user_cookie,
)

import settings
import storage.journal.audit
from access import Right, anonymous, local_person
from access.identity import Identity
from pages.parts.shell.visit import arrival
from serving import guest
from serving.handed import Unknown
from serving.protocol import Scope, header
from serving.trusted import USER_HEADER
from settings import Access
from storage.access.accounts import actor_of
from storage.database import Engine
from storage.faults import StoreFault

_USER = USER_HEADER.lower().encode()


def reader(engine: Engine, scope: Scope) -> str | None:
    """Whoever sends a request and may read at this moment, as `handing.owner` calls them; None where nobody such does.
    Raises Unknown where the store does not answer."""
    claims = _claims(scope)
    found = arrival.of(claims, arrival.named((header(scope, _USER) or b"").decode("latin-1")))
    if isinstance(found, Identity):
        if found.way == Access.LOCAL:
            return local_person().id
        try:
            over = found.way == Access.OIDC and storage.journal.audit.ended(
                engine, found.login, arrival.moment_of(claims)
            )
            known = None if over else actor_of(engine, found.login)
        except StoreFault:
            raise Unknown from None
        if known is not None:
            return known.id if Right.READ in known.rights else None
    return (
        guest.owner(anonymous().id, guest.cookies_of(scope)) if settings.current().everybody_reads else None
    )


def _claims(scope: Scope) -> Mapping[str, object]:
    """Those of the cookie that Streamlit's sign-in gave the browser, where it was given at our address."""
    address = settings.current().oidc_redirect_url
    if settings.current().access != Access.OIDC or not address:
        return {}
    signed = _get_signed_cookie_with_chunks(dict(guest.cookies_of(scope)), USER_COOKIE_NAME)
    return _parse_decoded_user_cookie(signed, address) if signed else {}
