"""Whether the provider of accounts answers, and as the settings name it. Changes nothing, and sends nothing of ours."""

import json
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from settings import Access, Settings
from storage.upkeep.findings import Finding

# OpenID Connect Discovery 1.0, 4: the metadata lie at this place below the issuer, and name it to the letter.
_PLACE = "/.well-known/openid-configuration"
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_SECONDS, _BYTES = 5, 1_000_000
# What a sign-in says of its time is believed within about this.
_CLOCK = timedelta(seconds=60)


@dataclass(frozen=True)
class Answer:
    """What came back: the body, and the time that the provider has (None: it does not say)."""

    body: bytes
    at: datetime | None


def fetch(url: str) -> Answer:
    """Ask an address. Raises OSError, HTTPException or ValueError where nothing usable comes."""
    with urllib.request.urlopen(url, timeout=_SECONDS) as answer:  # noqa: S310 (the settings allow http and https alone)
        said = answer.headers.get("Date")
        return Answer(answer.read(_BYTES), parsedate_to_datetime(said) if said else None)


def of_provider(current: Settings) -> Iterator[Finding]:
    """Where people sign in at a provider: it does not answer, is another one than the address says, lacks what sign-in
    needs, can be overheard, or its clock differs from this machine's."""
    url = current.oidc_metadata_url
    if current.access != Access.OIDC or not url:
        return
    try:
        answer = fetch(url)
        said: Any = json.loads(answer.body)
        if not isinstance(said, dict):
            raise ValueError
    except ValueError:
        yield _unread("câu trả lời không phải là thông tin của một nơi cấp tài khoản")
        return
    except (OSError, HTTPException) as trouble:
        yield _unread(_why(trouble))
        return
    yield from _of_words(url, said)
    if answer.at is not None and abs(answer.at - datetime.now(UTC)) > _CLOCK:
        yield Finding(
            "provider_clock",
            "Đồng hồ của máy này và của nơi cấp tài khoản lệch nhau hơn một phút, nên lần đăng nhập có thể bị từ chối.",
            "Bật đồng bộ giờ (timedatectl set-ntp true).",
        )


def _of_words(url: str, said: dict[str, Any]) -> Iterator[Finding]:
    issuer = url.partition("?")[0].removesuffix(_PLACE)
    if str(said.get("issuer", "")).removesuffix("/") != issuer.removesuffix("/"):
        yield Finding(
            "provider_other",
            f"Nơi cấp tài khoản tự xưng là “{said.get('issuer')}”, không phải {issuer} như trong DASHBOARD_OIDC_METADATA_URL.",
            "Ghi vào biến này đúng địa chỉ mà nơi cấp tài khoản cho biết: tên của nó (issuer) và /.well-known/openid-configuration.",
        )
    lacking = [name for name in _NEEDED if not str(said.get(name, "")).startswith(("https://", "http://"))]
    if lacking:
        yield Finding(
            "provider_incomplete",
            f"Thông tin của nơi cấp tài khoản thiếu {', '.join(lacking)}, nên không đăng nhập được.",
            "Hỏi người quản trị nơi cấp tài khoản xem ứng dụng này có được dùng OpenID Connect không.",
        )
    if any(map(_overheard, (url, *(str(said.get(name, "")) for name in _NEEDED)))):
        yield Finding(
            "provider_overheard",
            "Nơi cấp tài khoản được hỏi bằng http, nên tài khoản đi qua mạng không được mã hóa.",
            "Dùng địa chỉ https của nơi cấp tài khoản trong DASHBOARD_OIDC_METADATA_URL.",
        )


def _overheard(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "http" and parts.hostname not in ("localhost", "127.0.0.1", "::1")


def _unread(why: str) -> Finding:
    return Finding(
        "provider_silent",
        f"Không đọc được thông tin của nơi cấp tài khoản: {why}; chưa ai đăng nhập được.",
        "Kiểm tra DASHBOARD_OIDC_METADATA_URL và đường mạng từ máy này: curl -sS, rồi địa chỉ trong biến đó.",
    )


def _why(trouble: Exception) -> str:
    """In words; those of the system are English."""
    status = getattr(trouble, "code", None)
    if isinstance(status, int):
        return f"máy chủ trả lời {status}"
    reason = str(getattr(trouble, "reason", trouble))
    if "CERTIFICATE" in reason.upper():
        return "chứng chỉ của máy chủ không được tin cậy"
    if "timed out" in reason:
        return f"máy chủ không trả lời trong {_SECONDS} giây"
    if "Name or service" in reason or "name resolution" in reason:
        return "không tìm thấy tên máy chủ"
    return "không kết nối được"
