"""An OpenID Connect provider of this machine, as a process of its own, for tests of the sign-in.

Who signs in is chosen on its page; it remembers nobody. It needs joserfc and starlette, which the product's
sign-in brings. `python oidc_provider.py PORT`.
"""

import json
import secrets
import sys
import time
from html import escape

import uvicorn
from joserfc import jwk, jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT_ID = "dashboard"
# Words on the button of the provider's page → what its token says.
PEOPLE: dict[str, dict[str, object]] = {
    "coordinator": {"sub": "u1", "email": "Dau.Moi@danang.gov.vn", "email_verified": True},
    "reporter": {"sub": "u2", "email": "hai.chau@danang.gov.vn", "email_verified": True},
    "viewer": {"sub": "u3", "email": "lanh.dao@danang.gov.vn"},
    "administrator": {"sub": "u4", "email": "quan.tri@danang.gov.vn"},
    "stranger": {"sub": "u5", "email": "nguoi.la@example.com", "email_verified": True},
    "unverified": {"sub": "u6", "email": "dau.moi@danang.gov.vn", "email_verified": False},
    "yesterday": {"sub": "u7", "email": "lanh.dao@danang.gov.vn", "hours_ago": 13},
}
_KEY = jwk.RSAKey.generate_key(2048, parameters={"kid": "test", "use": "sig", "alg": "RS256"})
_given: dict[str, dict[str, object]] = {}


def _issuer(request: Request) -> str:
    return str(request.base_url).rstrip("/")


async def metadata(request: Request) -> Response:
    """Where everything is."""
    issuer = _issuer(request)
    return JSONResponse(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/jwks",
            "end_session_endpoint": f"{issuer}/logout",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }
    )


async def authorize(request: Request) -> Response:
    """A button for each person, and one to give up."""
    query = request.query_params
    back = f"{query['redirect_uri']}?state={query['state']}"
    links = []
    for name in PEOPLE:
        code = secrets.token_urlsafe(8)
        _given[code] = {"who": name, "nonce": query["nonce"]}
        links.append(f"<p><a href='{escape(f'{back}&code={code}')}'>{name}</a></p>")
    links.append(f"<p><a href='{escape(f'{back}&error=access_denied')}'>cancel</a></p>")
    return HTMLResponse(f"<!doctype html><title>Provider</title><h1>Provider</h1>{''.join(links)}")


async def token(request: Request) -> Response:
    """The signed claims of the person whose code it is, once."""
    form = await request.form()
    given = _given.pop(str(form["code"]))
    claims = dict(PEOPLE[str(given["who"])])
    hours = claims.pop("hours_ago", 0)
    now = int(time.time())
    claims |= {"iss": _issuer(request), "aud": CLIENT_ID, "nonce": given["nonce"], "exp": now + 300}
    claims["iat"] = now - int(str(hours)) * 3600
    signed = jwt.encode({"alg": "RS256", "kid": "test"}, claims, _KEY)
    return JSONResponse(
        {"access_token": "unused", "token_type": "Bearer", "expires_in": 300, "id_token": signed}
    )


async def keys(_request: Request) -> Response:
    """The key that the claims are signed with."""
    return JSONResponse({"keys": [json.loads(json.dumps(_KEY.as_dict(private=False)))]})


async def logout(request: Request) -> Response:
    """Signed out here too, and back."""
    return RedirectResponse(request.query_params.get("post_logout_redirect_uri", "/"))


app = Starlette(
    routes=[
        Route("/.well-known/openid-configuration", metadata),
        Route("/authorize", authorize),
        Route("/token", token, methods=["POST"]),
        Route("/jwks", keys),
        Route("/logout", logout),
    ]
)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
