"""For whom a command writes."""

from sqlalchemy import Engine

import settings
from access import Actor, Denied, local_person
from settings import Access
from storage.access.accounts import actor_of


def acting(engine: Engine) -> Actor:
    """The person of this machine where nobody signs in; else the account named by DASHBOARD_USER, with the
    rights that it has now. Raises Denied, InvalidSettings."""
    found = settings.current()
    if found.access == Access.LOCAL:
        return local_person()
    if found.user is None:
        raise Denied(
            "Lệnh này ghi số liệu nên cần biết ai đang làm. Hãy đặt biến DASHBOARD_USER bằng tên đăng nhập của "
            "mình, ví dụ DASHBOARD_USER=ten@danang.gov.vn."
        )
    actor = actor_of(engine, found.user)
    if actor is None:
        raise Denied(
            f"Tài khoản “{found.user}” (biến DASHBOARD_USER) không có vai trò nào còn hiệu lực. Hãy kiểm tra tên "
            "đăng nhập hoặc liên hệ người quản trị."
        )
    return actor
