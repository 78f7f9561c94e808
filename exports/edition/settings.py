"""What stands around the figures of an issued report: kept, put into words, and part of what the report says."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from exports.edition.words import kind
from exports.report.letterhead import Letterhead
from locales.forms import day, number
from locales.messages import t
from program.editions.issued import content_of
from program.measures.sizes import PLAUSIBLE
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.report.parts import Report
from program.reporting.timeliness import DEADLINE_DAYS


def settings_of(head: Letterhead) -> dict[str, Any]:
    """What stands around the figures of a report, ready for JSON: the letterhead, and the settings that its
    words rest on."""
    return {
        **{name: list(said) if isinstance(said, tuple) else said for name, said in asdict(head).items()},
        "deadline_days": DEADLINE_DAYS,
        "programme": [PROGRAMME_START.isoformat(), PROGRAMME_END.isoformat()],
        "plausible": {str(kind): list(bounds) for kind, bounds in PLAUSIBLE.items()},
    }


def digest(draft: Report, texts: Mapping[str, str], head: Letterhead) -> str:
    """What a draft with the texts of an officer comes to: equal for two that say the same."""
    return content_of(draft.edited(dict(texts)), settings_of(head))


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
