"""What the browser's sign-in and the reverse proxy say of this visit."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st

import settings
from access.identity import Absence, Identity, identify
from serving import mark
from serving.trusted import ORIGIN_HEADER, USER_HEADER
from settings import Access

# Sign-ins that were ended in this process, and when: another tab keeps the claims that it began with.
_LEFT: dict[tuple[str, ...], datetime] = {}


def found() -> Identity | Absence:
    """Who is there, or why nobody is (`access.identity`)."""
    way = settings.current().access
    if way != Access.LOCAL and not mark.served():
        return Absence.NOBODY  # no layer stands before the pages, so nothing that came may be believed
    return of(
        st.user.to_dict() if way == Access.OIDC else {},
        _header() if way == Access.PROXY else None,
    )


def of(claims: Mapping[str, object], login: str | None) -> Identity | Absence:
    """Who comes with these claims of a sign-in, or with this login of the proxy's, at this moment."""
    chosen, now = settings.current(), datetime.now(UTC)
    if chosen.access == Access.OIDC and _which(claims) in _LEFT:
        return Absence.NOBODY
    return identify(chosen, claims, login, now)


def signed_in_at() -> str:
    """What tells this sign-in from the person's next: its moment, through a proxy the day."""
    return moment_of(st.user.to_dict() if settings.current().access == Access.OIDC else {})


def moment_of(claims: Mapping[str, object]) -> str:
    """`signed_in_at` of the claims of a sign-in; of none, the day."""
    return str(claims.get("iat") or datetime.now(UTC).date())


def claimed() -> str:
    """Whom a sign-in that did not lead in spoke of, by its own word."""
    if settings.current().access != Access.OIDC:
        return ""
    claims = st.user.to_dict()
    names = (settings.current().oidc_claim, "email", "preferred_username", "sub")
    return next((str(claims[name]) for name in names if claims.get(name)), "")


def origin() -> str:
    """The address from which this visit comes (`serving.trusted`)."""
    return st.context.headers.get(ORIGIN_HEADER) or ""


def leave() -> None:
    """Sign out: this visit, and every other tab of this process that lives on the same sign-in."""
    now = datetime.now(UTC)
    oldest = now - timedelta(hours=settings.current().session_hours)
    for one in [one for one, moment in list(_LEFT.items()) if moment < oldest]:
        _LEFT.pop(one, None)
    _LEFT[_which(st.user.to_dict())] = now
    st.logout()


def _which(claims: Mapping[str, object]) -> tuple[str, ...]:
    """What tells one sign-in from all others."""
    return tuple(str(claims.get(name)) for name in ("iss", "sub", "email", "iat", "nonce"))


def _header() -> str | None:
    raw = st.context.headers.get(USER_HEADER)
    return None if raw is None else named(raw)


def named(raw: str) -> str | None:
    """The login that the proxy named. Headers come as Latin letters; the proxy writes UTF-8."""
    try:
        return raw.encode("latin-1").decode()
    except UnicodeError:
        return None


def can_sign_in() -> bool:
    """Whether there is a sign-in of our own, so that a button for it makes sense."""
    return settings.current().access == Access.OIDC and mark.served()
