"""The unit that is told for a row, or why there is none, in words."""

from dataclasses import dataclass, field

from data_loaders.columns.column import Column
from data_loaders.names.told_eras import told_name
from data_loaders.names.units import Era, Found, resolve
from data_loaders.tables.findings import Findings
from program import units
from program.contract import IssueCode
from program.text import clean

# How to mend a row for which nothing in the file names a unit; by it (`asks_whose`) the question about the file is known.
NO_UNIT = "Thêm cột Đơn vị, hoặc ghi “Đơn vị báo cáo: …” phía trên bảng."
_UNIT_AT = "Ghi tên đơn vị vào ô "
NAME_FIX = "Ghi đúng tên đơn vị, ví dụ Quận Hải Châu, Sở Y tế."
_NAME_SINCE = "Ghi đúng tên đơn vị, ví dụ Phường Hải Châu, Sở Y tế."
PART_FIX = "Đến 30-6-2025 mẫu số và mục tiêu tính theo quận, huyện; ghi số của cả quận, huyện, không ghi theo phường, xã."


@dataclass(frozen=True)
class Answer:
    """A code; or the issue that stands in its place, with the words that led to it, and the era they were read for."""

    code: str | None
    issue: IssueCode | None = None
    words: str = ""
    found: Found = field(default_factory=Found)
    era: Era = Era.UNKNOWN


def told_by_day(answer: Answer) -> bool:
    """Whether a name is that of two units only until the day is known: a row whose day is wrong is asked for that alone."""
    eras = (Era.DISTRICTS, Era.COMMUNES)
    return answer.issue == IssueCode.UNIT_AMBIGUOUS and any(resolve(answer.words, era).code for era in eras)


def asks_whose(fix: str) -> bool:
    """Whether this is how to mend a row for which nothing in the file names a unit."""
    return fix == NO_UNIT or fix.startswith(_UNIT_AT)


def report(answer: Answer, findings: Findings, row: int, column: int, own: Column | None = None) -> None:
    """Write down why a row has no unit. `own`: the column of units of its table; its blank cell is the one to fill."""
    words = clean(answer.words)
    if answer.issue == IssueCode.UNIT_UNKNOWN:
        fix = _NAME_SINCE if answer.era in (Era.COMMUNES, Era.MOSTLY_COMMUNES) else NAME_FIX
        if answer.found.suggestion:
            fix = f"Có phải {answer.found.suggestion} không? Nếu đúng, ghi lại tên như vậy."
        findings.add(answer.issue, row, column, words, fix=fix)
    elif answer.issue == IssueCode.UNIT_AMBIGUOUS:
        findings.add(answer.issue, row, column, words, **either(answer.found.candidates, words))
    else:
        blank = own is not None and own.number == column
        fix = f"{_UNIT_AT}{findings.name(row, column)}." if blank else NO_UNIT
        findings.add(IssueCode.REQUIRED_MISSING, row, column, what="đơn vị báo cáo", fix=fix)


def either(candidates: tuple[str, ...], named: str) -> dict[str, str]:
    """The units that a name may mean, in words, and how to write each so that it is read as that one."""
    names = " hoặc ".join(units.label(code, with_type=True) for code in candidates)
    if resolve(named, Era.COMMUNES).candidates == candidates:  # a ward that was taken in
        fix = f"Từ 1-7-2025 thuộc {names}: ghi {names}; số liệu trước ngày đó ghi theo quận, huyện."
        return {"candidates": names, "fix": fix}
    if len(candidates) == 1 and _was_outside(candidates[0]):
        fix = f"Đến 30-6-2025 {names} thuộc tỉnh Quảng Nam, chưa báo cáo về Đà Nẵng: xem lại tên đơn vị và thời gian của số liệu này."
        return {"candidates": names, "fix": fix}
    if len(candidates) == 1:
        when = "chỉ có từ 1-7-2025" if units.first_day(candidates[0]) else "chỉ có đến 30-6-2025"
        fix = f"{names} {when}: kiểm tra lại ngày, kỳ báo cáo, hoặc ghi đơn vị có trong thời gian đó."
        return {"candidates": names, "fix": fix}
    written = " hoặc ".join(f"“{told_name(code, named)}”" for code in candidates)
    return {
        "candidates": names,
        "fix": f"Ghi rõ {written}; nếu ghi đúng rồi thì kiểm tra lại ngày, kỳ báo cáo.",
    }


def _was_outside(code: str) -> bool:
    """Whether a unit lay in Quảng Nam until 30-6-2025."""
    unit = units.unit(code)
    return unit is not None and unit.level == "district" and not unit.in_old_city
