"""The server of an installation with sign-in: `streamlit run asgi.py`. Settings, then layers, then the pages."""

import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import streamlit as st
import uvicorn.config
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

import settings
from access import Right
from pages.parts.files import sender
from pages.parts.shell.browser import in_place, language, printing
from pages.parts.shell.visit import start
from pages.submit import chooser
from serving import log, mark, premises
from serving.closed import Closed
from serving.coming_back import ComingBack
from serving.document import Document
from serving.guest import Guest
from serving.handed import Handed, Unknown
from serving.headers import Headers
from serving.own_page import OwnPage
from serving.packed import Packed
from serving.protocol import Scope
from serving.ready import Ready
from serving.trusted import Trusted
from serving.uploads import Uploads
from storage.access.accounts import actor_of
from storage.database import connect
from storage.faults import StoreFault
from storage.journal import kept_out
from storage.journal.kept_out import Refusal, Why
from storage.upkeep import readiness

WRONG_SETTINGS = 2


def _settings() -> settings.Settings:
    """The settings; wrong ones end the start with a sentence for each variable, and so does a server that
    would be open to a network without sign-in."""
    try:
        found = settings.current()
    except settings.InvalidSettings as wrong:
        raise _stop("Chưa khởi động được, vì cấu hình chưa đúng:", *wrong.problems) from None
    hindrance = premises.hindrance(found.access, config.get_option("server.address"), None, served=True)
    if hindrance is not None:
        raise _stop(premises.FOR_THE_LOG[hindrance])
    return found


def _stop(*lines: str) -> SystemExit:
    sys.stderr.write("\n  ".join(lines) + "\n")
    return SystemExit(WRONG_SETTINGS)


def _sign_in(found: settings.Settings) -> dict[str, Any]:
    """What Streamlit's own sign-in asks for."""
    if found.access != settings.Access.OIDC:
        return {}
    secret, cookies = found.oidc_client_secret, found.cookie_secret
    return {
        "auth": {
            "redirect_uri": found.oidc_redirect_url or "",
            "cookie_secret": cookies.get_secret_value() if cookies else "",
            "client_id": found.oidc_client_id or "",
            "client_secret": secret.get_secret_value() if secret else "",
            "server_metadata_url": found.oidc_metadata_url or "",
        }
    }


def _may_upload(scope: Scope, login: str) -> bool | None:
    """Whether it is this person who sends, and may hand in files at this moment; None where the store does not say.
    The number of a session alone does not make its person: it stands in the address, and so in logs on the way."""
    if current.access == settings.Access.LOCAL:
        return True
    try:
        if sender.reader(database, scope) != login:
            return False
        actor = actor_of(database, login)
    except (StoreFault, Unknown):
        return None
    return actor is not None and Right.SUBMIT in actor.rights


def _refused(login: str, why: str, origin: str) -> None:
    """Somebody came as the proxy does and is not; the request goes on meanwhile, as nobody's."""
    _noting.submit(kept_out.note, database, Refusal(login, Why(why), current.access, origin))


@asynccontextmanager
async def _noting_the_end(_app: object) -> AsyncIterator[None]:
    """The process that stops in order says so to the store; the server leaves no time for it afterwards."""
    yield
    kept_out.finish()
    start.stop()


def _direct_address(app: object, **_trusted: object) -> object:
    """uvicorn would let X-Forwarded-For of this machine stand for the other end of the socket, before any
    layer sees the request. Here nothing but the socket says where a request comes from."""
    return app


current = _settings()
log.set_up(current.log)
if current.cookie_secret is not None:
    # Shared by all processes, so that each knows the cookies of the others.
    config.set_option("server.cookieSecret", current.cookie_secret.get_secret_value())
uvicorn.config.ProxyHeadersMiddleware = _direct_address  # type: ignore[assignment,misc]
# Until the first run has named the pages Streamlit looks for its own, and tells a visitor who comes by a
# deep link that there is no such page.
PagesManager.uses_pages_directory = False
# Its folder is made by whoever brings the schema up: a command, or the first page.
database = connect(make_folder=False)
_noting = ThreadPoolExecutor(1, thread_name_prefix="kept out")
guests = current.everybody_reads and current.access != settings.Access.LOCAL
layers = [
    Middleware(Trusted, settings=current, refused=_refused),
    Middleware(
        Headers,
        https=(current.oidc_redirect_url or "").startswith("https://"),
        scripts=(in_place.SCRIPT, language.SCRIPT, printing.SCRIPT),
    ),
    Middleware(Closed),
    Middleware(OwnPage, url=current.oidc_redirect_url),
    Middleware(Ready, check=partial(readiness.lacking, database)),
    Middleware(
        Uploads, may=_may_upload, kept=chooser.kept, megabytes=config.get_option("server.maxUploadSize")
    ),
    Middleware(Handed, reader=partial(sender.reader, database)),
    *([Middleware(ComingBack, redirect_url=current.oidc_redirect_url)] if current.oidc_redirect_url else []),
    Middleware(Packed),
    *([Middleware(Guest)] if guests else []),
    Middleware(Document),
]
app = st.App("app.py", secrets=_sign_in(current), middleware=layers, lifespan=_noting_the_end)
mark.serve()
