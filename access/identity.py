"""Who a visitor's browser or the reverse proxy says is there; what that person may do stands in the
database (`storage.access.accounts`). Pure: the claims, the header and the moment come as arguments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from settings import Access, Settings

# How far the provider's clock may be ahead of ours (OpenID Connect Core 1.0, 3.1.3.7, leaves it to us).
_AHEAD = timedelta(minutes=10)
LOCAL_LOGIN = "local"


@dataclass(frozen=True)
class Identity:
    """Somebody who is known by a login, as it was given; `way` is how."""

    login: str
    way: Access


class Absence(StrEnum):
    """Why nobody is known to be there."""

    NOBODY = "nobody"
    OVER = "over"
    NO_LOGIN = "no_login"


def identify(
    settings: Settings, claims: Mapping[str, object], header: str | None, now: datetime
) -> Identity | Absence:
    """Who is there in this installation. `claims` are those of the sign-in (with Streamlit's
    `is_logged_in`), `header` is the login that `serving.trusted` let through, `now` has its time zone.
    NOBODY: not signed in. OVER: signed in longer ago than the settings allow. NO_LOGIN: signed in, but
    without the claim that names the account, or with an e-mail address that nobody verified."""
    if settings.access == Access.LOCAL:
        return Identity(LOCAL_LOGIN, Access.LOCAL)
    if settings.access == Access.PROXY:
        login = _text(header)
        return Identity(login, Access.PROXY) if login else Absence.NOBODY
    if claims.get("is_logged_in") is not True:
        return Absence.NOBODY
    if not _fresh(claims, timedelta(hours=settings.session_hours), now):
        return Absence.OVER
    login = _claimed(claims, settings.oidc_claim)
    return Identity(login, Access.OIDC) if login else Absence.NO_LOGIN


def _fresh(claims: Mapping[str, object], allowed: timedelta, now: datetime) -> bool:
    """Whether the sign-in is young enough. Streamlit keeps its cookie for 30 days whatever happens, so the
    token's own moment decides: `iat`, which a token must have (OpenID Connect Core 1.0, 2). `auth_time`
    is the provider's own sign-in, which may be days old and stays the same when one signs in here anew;
    it stands in only where there is no `iat`."""
    for name in ("iat", "auth_time"):
        moment = claims.get(name)
        if isinstance(moment, int | float) and not isinstance(moment, bool):
            try:
                age = now - datetime.fromtimestamp(moment, UTC)
            except (OverflowError, OSError, ValueError):
                return False
            return -_AHEAD <= age < allowed
    return False


def _claimed(claims: Mapping[str, object], name: str) -> str:
    """The claim that names the account. An address of which the provider says anything but that it is verified is
    anybody's (OpenID Connect Core 1.0, 5.1 and 5.7); some say it as a text, some say nothing."""
    verified = claims.get("email_verified")
    if name == "email" and verified is not None and str(verified).casefold() != "true":
        return ""
    found = claims.get(name)
    return _text(found) if isinstance(found, str) else ""


def _text(login: str | None) -> str:
    """A login without blanks around it; nothing where it holds a control character."""
    found = (login or "").strip()
    return found if found.isprintable() else ""
