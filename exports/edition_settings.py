"""The settings that stood around an issued report, in words."""

from datetime import date
from typing import Any

from exports.edition_words import kind
from locales.forms import day, number
from locales.messages import t


def setting(name: str) -> str:
    """What a setting is called; one of another release as it is."""
    names = {
        "parent": t("cơ quan chủ quản"), "issuer": t("cơ quan ban hành"), "code": t("ký hiệu"),
        "place": t("địa danh"), "to": t("kính gửi"), "recipients": t("nơi nhận"), "drafter": t("đơn vị soạn thảo"),
        "deadline_days": t("số ngày của hạn nộp"), "programme": t("thời gian của Chương trình"),
        "plausible": t("ngưỡng quy mô thường gặp"), "today": t("ngày lập"),
    }  # fmt: skip
    return names.get(name, name)


def said(value: Any) -> str:
    """A setting's value in words."""
    if isinstance(value, dict):
        return "; ".join(f"{kind(name)} {said(given)}" for name, given in value.items())
    if isinstance(value, list):
        return ", ".join(map(said, value)) or t("chưa đặt")
    if isinstance(value, str):
        return _day(value) or value or t("chưa đặt")
    return t("chưa đặt") if value is None else number(value)


def _day(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return ""
