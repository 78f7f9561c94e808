"""What keeps an installation from serving its pages at all, known before anything is read for them."""

from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from settings import Access


class Hindrance(StrEnum):
    """What is wrong with the way in which this process serves."""

    WRONG_SETTINGS = "wrong_settings"
    OPEN = "open"
    OTHER_NAME = "other_name"
    BARE = "bare"


# What the log of the server says; the settings have sentences of their own.
FOR_THE_LOG = {
    Hindrance.WRONG_SETTINGS: "Cấu hình chưa đúng:",
    Hindrance.OPEN: (
        "Máy chủ đang mở ra ngoài máy này mà không có đăng nhập nên tự dừng. Hãy chạy với --server.address "
        "127.0.0.1, hoặc đặt DASHBOARD_ACCESS=oidc (hay proxy) rồi chạy: streamlit run asgi.py."
    ),
    Hindrance.OTHER_NAME: (
        "Có yêu cầu đến qua một tên không phải của máy này; khi chưa có đăng nhập thì không phục vụ. Đặt máy chủ "
        "khác đứng trước thì cần DASHBOARD_ACCESS=proxy (hay oidc)."
    ),
    Hindrance.BARE: (
        "Khi DASHBOARD_ACCESS là oidc hoặc proxy, hãy khởi động bằng: streamlit run asgi.py (không phải app.py)."
    ),
}


def hindrance(access: Access, address: object, host: str | None, served: bool) -> Hindrance | None:
    """What hinders, if anything. `address` is what the server listens at, `host` the name by which the
    visitor came (None where there is no request), `served` whether the layers of this room stand before
    the pages. Without sign-in whoever comes has all rights, so only this machine may come: neither a network
    that the server listens to, nor a name that another server or a foreign page leads here by."""
    if access != Access.LOCAL:
        return None if served else Hindrance.BARE
    if not loopback(address):
        return Hindrance.OPEN
    if host is not None and not loopback(_name(host)):
        return Hindrance.OTHER_NAME
    return None


def loopback(address: object) -> bool:
    """Whether an address or a host's name can only mean this machine; no address means every one."""
    if not isinstance(address, str):
        return False
    if address.casefold().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _name(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
