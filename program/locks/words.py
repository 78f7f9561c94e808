"""What is written of locked windows: the sentence of a refusal, and the footnotes of figures that changed under an
opening."""

from collections.abc import Iterable, Mapping
from datetime import date

from program import clock, units
from program.locks.registers import Moved, What
from program.locks.windows import Change, Said
from program.periods import parse_period
from program.text import enumerated, written_day

# So many names are written out.
_MOST = 6
# What moves figures, and how to write it so that it counts from a later day on.
_REGISTERS = {
    What.SCHOOLS: (
        "Danh sách trường, cơ sở mới làm đổi mẫu số của số liệu",
        "Nếu thay đổi chỉ có từ sau kỳ đó, hãy ghi ngày trường bắt đầu hoặc thôi hoạt động.",
    ),
    What.POPULATION: (
        "Số trẻ em mới làm đổi mẫu số của số liệu",
        "Nếu là số của năm sau, hãy ghi đúng năm.",
    ),
    What.SUPPLIED: (
        "Số do cơ quan chức năng cung cấp làm đổi số liệu",
        "Nếu là số của kỳ sau, hãy ghi đúng ngày của số liệu.",
    ),
}


def sentence(locked: Mapping[tuple[str, str], Said]) -> str:
    """Why a change is refused: whose windows are locked, by whom, when, and how to ask."""
    whose, by = _locked(locked)
    return (
        f"Số liệu {whose} {by}, nên không thay đổi "
        "được. Chưa có gì được ghi. Nếu cần sửa, hãy đề nghị cơ quan "
        "đầu mối mở khóa ở trang Duyệt số liệu và nêu rõ lý do."
    )


def register_sentence(locked: Mapping[tuple[str, str], Said], moved: Moved) -> str:
    """Why a change of registers or supplied figures is refused: what would move, who locked it, what to do."""
    whose, by = _locked(locked)
    what, advice = _REGISTERS[min(moved[min(locked)])]
    return (
        f"{what} {whose}; số liệu này {by}, nên chưa có gì được ghi. {advice} "
        f"Nếu cần sửa số đã khóa, hãy mở khóa cho {units.label(min(locked)[0], with_type=True)} ở trang Duyệt số liệu "
        "và nêu rõ lý do."
    )


def _locked(locked: Mapping[tuple[str, str], Said]) -> tuple[str, str]:
    """Whose and which windows, how many more; by whom or what and when they were locked."""
    (unit, quarter), one = min(locked.items(), key=lambda item: item[0])
    others = len(locked) - 1
    more = f" (cùng {others} kỳ, đơn vị khác)" if others else ""
    by = f"đã được {one.by} khóa ngày {written_day(clock.day_of(one.at))}"
    if one.rule is not None:
        by = f"đã tự khóa từ ngày {written_day(clock.day_of(one.at))} (đặt khóa {one.rule.days} ngày sau hạn nộp)"
    return f"{parse_period(quarter).label} của {units.label(unit, with_type=True)}{more}", by


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
        f"Số liệu {which} của {whose} thay đổi ngày {written_day(clock.day_of(last))}, sau khi khóa; {opening.by} mở khóa ngày "
        f"{written_day(clock.day_of(opening.at))}, lý do: {opening.reason.rstrip('.')}."
    )


def span_words(start: date, end: date) -> str:
    """từ 15-12-2022 đến 14-12-2023."""
    return f"từ {written_day(start)} đến {written_day(end)}"


def _listed(names: Iterable[str]) -> str:
    return enumerated(list(names), _MOST, "đơn vị hoặc kỳ khác")
