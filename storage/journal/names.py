"""The name that goes with a login of the log: an account has its own, the others are known."""

from access import anonymous, local_person, nobody, operator, server

_WITHOUT_ACCOUNT = {
    actor.id: actor.name for actor in (anonymous(), local_person(), nobody(), operator(), server())
}


def name(login: str, account: str | None) -> str:
    """The name of whoever has a login; `account` is the one in the list of accounts, if there is any."""
    return account or _WITHOUT_ACCOUNT.get(login, login)
