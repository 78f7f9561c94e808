"""What of a view is provisional, and what changed in it after it was locked, in words."""

from html import escape

from access import Right
from locales.forms import day, number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.listing import drill
from pages.parts.sentences import counted
from pages.parts.words import MORE_QUARTERS, MORE_UNITS, listed, period_name, plain, unit_inside
from program import clock
from program.filters import CITY, Filters
from program.locks.rules import words
from program.locks.windows import Change, Said, changes_in, locked_windows
from program.measures.analysis import span
from program.measures.provisional import Unsettled
from program.periods import parse_period

_OPENINGS = 3
_NAMED, _LOCKED = 4, 12


def foot_lines(view: Filters) -> list[str]:
    """The lines at the foot of a screen (Markdown); none where all is official and nothing was opened."""
    found = results.unsettled(_whole(view))
    lines = []
    if found:
        lines.append(
            t(
                "**Trong đó tạm tính**: {what}, từ {n} tệp đang chờ duyệt hoặc đã trả lại đơn vị; phần còn lại là số "
                "liệu chính thức.",
                what=part(found), n=number(found.files),
            )
        )  # fmt: skip
    return [*lines, *map(plain, changed(view))]


def list_items(view: Filters) -> list[str]:
    """The same for the list of doubts (HTML), with the way to what waits for who may decide."""
    found = results.unsettled(_whole(view))
    if not found:
        items = [escape(t("Không có số liệu tạm tính: mọi tệp đã được duyệt hoặc không cần duyệt."))]
    else:
        files = t("{n} tệp chờ duyệt hoặc đã trả lại", n=number(found.files))
        way = drill.link(files, "review") if Right.DECIDE in results.actor().rights else escape(files)
        rows = drill.anchor(part(found), drill.provisional(_whole(view)))
        items = [t("Tạm tính: {what}, từ {files}.", what=rows, files=way)]
    return [*items, *_locked(view), *map(escape, changed(view))]


def _locked(view: Filters) -> list[str]:
    """Which windows of the view's days are locked for its unit, or for all."""
    start, end = span(view)
    unit = "" if view.unit == CITY else view.unit
    today = clock.today()
    codes = locked_windows(words(results.analysis().locks, today), unit, today)
    windows = [w for w in map(parse_period, codes) if w.start <= end and w.end >= start]
    if not windows:
        return []
    return [escape(t("Đã khóa: {which}.", which=listed([period_name(w) for w in windows], _LOCKED)))]


def part(found: Unsettled) -> str:
    """12 lớp tập huấn (450 lượt tham gia) và 3 buổi truyền thông."""
    return counted.both(found.activities, found.attendances) or t("các dòng không ghi số lượng")


def changed(view: Filters) -> list[str]:
    """A sentence for each opening under which figures of the view changed, the latest first; not yet Markdown."""
    by: dict[int, list[Change]] = {}
    for change in changes_in(results.analysis().locks, view.unit, *span(view)):
        by.setdefault(change.opening.id, []).append(change)
    told = [_changed(some[0].opening, some) for some in reversed(by.values())]
    if len(told) > _OPENINGS:
        more = len(told) - _OPENINGS
        told[_OPENINGS:] = [t("Và {n} lần mở khóa trước đó có thay đổi số liệu.", n=number(more))]
    return told


def _changed(opening: Said, some: list[Change]) -> str:
    units = dict.fromkeys(unit_inside(one.unit) for one in some)
    quarters = dict.fromkeys(period_name(parse_period(one.quarter)) for one in some)
    return t(
        "Số liệu {quarters} của {units} thay đổi ngày {day}, sau khi khóa; lý do mở khóa: {reason}.",
        quarters=listed(list(quarters), _NAMED, MORE_QUARTERS), units=listed(list(units), _NAMED, MORE_UNITS),
        day=day(max(clock.day_of(one.at) for one in some)), reason=opening.reason.rstrip("."),
    )  # fmt: skip


def _whole(view: Filters) -> Filters:
    """As the other lines at the foot: the view's unit and days, whatever kind or audience it shows."""
    return view.only(
        kind=None, audience=None, delivery=None, text="", unusual=False, lacking=None, state=None
    )
