"""What the commands `review` and `locks` list, as lines for a person."""

from typing import Any

from program import units
from program.vocabulary import KIND_COUNTERS, KIND_LABELS

_STATES = {
    "in_review": "chờ duyệt",
    "returned": "đã trả lại",
    "locked": "khóa",
    "opened": "mở",
    "rule": "đang đặt",
}


def line(found: dict[str, Any]) -> str:
    """One object of either list in words; what says nothing is left out."""
    return "  ".join(
        _in_words(name, value) for name, value in found.items() if value not in (None, "", [], {})
    )


def _in_words(name: str, value: Any) -> str:
    """A part of a line for a person: no code but the numbers and periods that the other commands take."""
    if name == "state":
        return _STATES.get(value, value)
    if name in ("unit", "units"):
        return ", ".join(units.label(code, with_type=True) for code in ([value] if name == "unit" else value))
    if name == "reasons":
        return f"{sum(value.values())} chỗ cần người xem"
    if name == "activities":
        return ", ".join(f"{count} {KIND_COUNTERS[kind]}" for kind, count in value.items())
    if name == "attendances":
        return f"lượt tham gia: {', '.join(f'{KIND_LABELS[kind].lower()} {n}' for kind, n in value.items())}"
    return str(value)
