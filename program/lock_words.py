"""What is written of locked windows: the sentence of a refusal, and the footnotes of figures that changed under an
opening."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from program import units
from program.analysis import LOCAL_TIME
from program.locks import Change, Said
from program.periods import parse_period


def sentence(locked: Mapping[tuple[str, str], Said]) -> str:
    """Why a change is refused: whose windows are locked, by whom, when, and how to ask."""
    (unit, quarter), one = min(locked.items(), key=lambda item: item[0])
    others = len(locked) - 1
    more = f" (cùng {others} kỳ, đơn vị khác)" if others else ""
    by = f"đã được {one.by} khóa ngày {_day(day_of(one.at))}"
    if one.rule is not None:
        by = f"đã tự khóa từ ngày {_day(day_of(one.at))} (đặt khóa {one.rule.days} ngày sau hạn nộp)"
    return (
        f"Số liệu {parse_period(quarter).label} của {units.label(unit, with_type=True)}{more} {by}, nên không thay đổi "
        "được. Chưa có gì được ghi. Nếu cần sửa, hãy đề nghị cơ quan "
        "đầu mối mở khóa ở trang Duyệt số liệu và nêu rõ lý do."
    )


def footnotes(changes: Iterable[Change]) -> tuple[str, ...]:
    """A Vietnamese sentence for each opening under which figures changed, for reports: whose, which quarters,
    when, who opened and why."""
    by: dict[int, list[Change]] = {}
    for change in changes:
        by.setdefault(change.opening.id, []).append(change)
    return tuple(_footnote(some) for some in by.values())


def _footnote(some: list[Change]) -> str:
    opening = some[0].opening
    whose = _listed(dict.fromkeys(units.label(c.unit, with_type=True) for c in some))
    which = _listed(
        dict.fromkeys(parse_period(c.quarter).label for c in sorted(some, key=lambda c: c.quarter))
    )
    last = max(c.at for c in some)
    return (
        f"Số liệu {which} của {whose} thay đổi ngày {_day(day_of(last))}, sau khi khóa; {opening.by} mở khóa ngày "
        f"{_day(day_of(opening.at))}, lý do: {opening.reason.rstrip('.')}."
    )


def span_words(start: date, end: date) -> str:
    """từ 15-12-2022 đến 14-12-2023."""
    return f"từ {_day(start)} đến {_day(end)}"


def _listed(names: Iterable[str], most: int = 6) -> str:
    known = list(names)
    more = f" và {len(known) - most} đơn vị hoặc kỳ khác" if len(known) > most else ""
    return ", ".join(known[:most]) + more


def day_of(moment: datetime) -> date:
    """The day of a moment in Việt Nam."""
    return moment.astimezone(LOCAL_TIME).date()


def _day(value: date) -> str:
    return f"{value.day}-{value.month}-{value.year}"
