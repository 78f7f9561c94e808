"""The server of an installation with sign-in: `streamlit run asgi.py`. Settings, then layers, then the pages."""

import sys
from typing import Any

import streamlit as st
import uvicorn.config
from starlette.middleware import Middleware
from streamlit import config

import settings
from serving import mark
from serving.trusted import Trusted

WRONG_SETTINGS = 2


def _settings() -> settings.Settings:
    """The settings; wrong ones end the start with a sentence for each variable."""
    try:
        return settings.current()
    except settings.InvalidSettings as wrong:
        lines = ["Chưa khởi động được, vì cấu hình chưa đúng:", *wrong.problems]
        sys.stderr.write("\n  ".join(lines) + "\n")
        raise SystemExit(WRONG_SETTINGS) from None


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


def _direct_address(app: object, **_trusted: object) -> object:
    """uvicorn would let X-Forwarded-For of this machine stand for the other end of the socket, before any
    layer sees the request. Here nothing but the socket says where a request comes from."""
    return app


current = _settings()
if current.cookie_secret is not None:
    # Shared by all processes, so that each knows the cookies of the others.
    config.set_option("server.cookieSecret", current.cookie_secret.get_secret_value())
uvicorn.config.ProxyHeadersMiddleware = _direct_address  # type: ignore[assignment,misc]
app = st.App("app.py", secrets=_sign_in(current), middleware=[Middleware(Trusted, settings=current)])
mark.serve()
