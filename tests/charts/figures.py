"""Rows of every kind, and the figures made from them, for the tests of this folder."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from charts.bars.audiences import AudienceRow, audiences
from charts.bars.bullets import BulletRow, bullets
from charts.bars.paired import PairedRow, paired
from charts.bars.ranking import RankedRow, ranked
from charts.bars.shares import YearShare, shares
from charts.base import Figure
from charts.curves.cumulative import Curve, cumulative
from charts.curves.small_multiples import SmallRow, small_multiples
from charts.grids.calendar import CalendarRow, calendar
from charts.grids.heat import HeatColumn, HeatRow, heat
from charts.maps.areas import AreaRow
from charts.maps.district_map import district_counts, district_map
from charts.maps.tiles import tile_map
from charts.theme import Palette
from program.periods import parse_period
from program.reporting.timeliness import Campaign, Receipt, Sent
from program.reporting.timeliness import Cell as Report
from program.views.by_quarter import NoNumber
from program.vocabulary import Status

START, END = date(2021, 6, 1), date(2025, 12, 31)
PATH = ((START, 0.0), (date(2023, 12, 14), 400.0), (END, 1200.0))
POINTS = (
    (date(2022, 6, 30), 110.0),
    (date(2024, 6, 30), 480.0),
    (date(2025, 6, 30), 1034.0),
    (date(2025, 7, 31), 1050.0),
    (END, 1100.0),
)
LONG = "Hội Liên hiệp Phụ nữ thành phố"
ROWS = (
    BulletRow("Lớp cho cha mẹ", "389/600 lớp", 0.648, 0.67, Status.ON_TRACK),
    BulletRow("Tiểu học", "0/100 trường", 0.0, 0.5, Status.FAR_BEHIND, sub=True),
    BulletRow(LONG, "126.024/100.000 lượt", 1.26, 0.67, Status.MET),
    BulletRow("Sở KH&CN", "", None, None, Status.NOT_ASSESSABLE, "chưa có mẫu số"),
)
COLUMNS = (
    HeatColumn("I", "2025", "quý I/2025", date(2025, 3, 14)),
    HeatColumn("II", "2025", "quý II/2025", date(2025, 6, 14)),
    HeatColumn("III", "2025", "quý III/2025", date(2025, 9, 14)),
)
HEAT = (
    HeatRow("Hải Châu", (1234, NoNumber.SILENT, NoNumber.NOT_DUE), 1, 2),
    HeatRow("Hòa Cường", (NoNumber.NOT_DUE, NoNumber.NOT_DUE, 0), 1, 1),
)
_WINDOWS = tuple(parse_period(code) for code in ("2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3"))
SPAN = tuple(
    HeatColumn(name, w.code[:4], w.label, w.end)
    for name, w in zip(("III", "IV", "I", "II", "III"), _WINDOWS, strict=True)
)
# Before 1-7-2025 the old units owe reports, from that day the new ones.
OLD, NEW = SPAN[:4], SPAN[4:]


def sent(place: int, state: Sent, days: int | None = None, **said: Any) -> Report:
    """What became of a report on one of the quarters of SPAN."""
    window = _WINDOWS[place]
    last = window.end + timedelta(days=10)
    receipt = None
    if state in (Sent.ON_TIME, Sent.LATE):
        receipt = Receipt(last + timedelta(days=days or 0), True, 1, "tep.xlsx")
    campaign = Campaign(window, (window,), ())
    return Report("492", campaign, last, state, days, receipt, **said)


DISTRICT = CalendarRow(
    "Quận Hải Châu",
    (
        sent(0, Sent.DAY_UNKNOWN),
        sent(1, Sent.ON_TIME),
        sent(2, Sent.LATE, 12, declared_zero=True),
        sent(3, Sent.LATE, 9),
    ),
    4,
    4,
)
COMMUNE = CalendarRow("Xã Bà Nà", (sent(4, Sent.MISSING, 337),), 0, 1)
AREAS = (
    AreaRow("497", "Hòa Vang", 0.57, Status.FAR_BEHIND),
    AreaRow("491", "Thanh Khê", None, Status.NOT_ASSESSABLE, "chưa báo cáo"),
)
COUNTS = (
    AreaRow("497", "Hòa Vang", 0.57, Status.FAR_BEHIND, count=18, counted="18 lớp"),
    AreaRow("495", "Cẩm Lệ", 1.04, Status.ON_TRACK, count=72, counted="72 lớp"),
    AreaRow("490", "Liên Chiểu", 0.0, Status.FAR_BEHIND, count=0, counted="0 lớp"),
    AreaRow("491", "Thanh Khê", None, Status.NOT_ASSESSABLE, "chưa báo cáo"),
)
TILES = (
    AreaRow("20242", "Hải Châu", 1.123, Status.MET),
    AreaRow("20305", "An Khê", None, Status.NOT_ASSESSABLE, "chưa báo cáo"),
)
AUDIENCES = (
    AudienceRow("Trẻ em trong trường học", 19282, 126024),
    AudienceRow("Cha mẹ, người chăm sóc trẻ", 18672, 0, priority=True),
)
SMALL = (
    SmallRow("Hải Châu", POINTS[:3], PATH, 1000, Status.ON_TRACK),
    SmallRow("Thanh Khê", (), PATH, None, Status.NOT_ASSESSABLE, "chưa báo cáo"),
    SmallRow("Hòa Vang", POINTS, PATH, 2200, Status.FAR_BEHIND),
)


def curve(**changes: Any) -> Curve:
    values: dict[str, Any] = {
        "points": POINTS,
        "path": PATH,
        "start": START,
        "end": END,
        "counter": "lớp",
        "status": Status.NOT_MET,
        "target": 1200.0,
        "expected": 1200.0,
    }
    return Curve(**values | changes)


PAIRED = (
    PairedRow("Quận Hải Châu · báo cáo 1/2, năm trước 2/2", 1234, 9, "tăng 1.225 lớp"),
    PairedRow(LONG, None, 4),
)
RANKED = (
    RankedRow("Toàn thành phố", 4.5, "4,5 lượt", "329.700 trẻ em, 2024", context=True),
    RankedRow(LONG, 105.2, "105,2 lượt", "40.000 trẻ em, 2024"),
)
YEARS = ("năm 2024", "năm 2023")
SHARES = (
    YearShare("2024", "năm 2024", 0.104, "9.730 trên 93.230 lượt"),
    YearShare("2025", "năm 2025", 1.0, "108.379 trên 108.379 lượt", 0.54),
)
NO_SHARES = (YearShare("2021", "năm 2021", None, "0 trên 0 lượt"),)


MAKERS: dict[str, Callable[[Palette], Figure]] = {
    "bullets": lambda p: bullets(ROWS, p),
    "bullets, all silent": lambda p: bullets(ROWS[3:], p),
    "bullets, none": lambda p: bullets((), p),
    "curve of the city": lambda p: cumulative(curve(), p),
    "curve of a district": lambda p: cumulative(curve(tier="old"), p),
    "curve of a new unit": lambda p: cumulative(curve(tier="new"), p),
    "curve, one year": lambda p: cumulative(curve(start=date(2023, 12, 15), end=date(2024, 12, 14)), p),
    "curve without a plan": lambda p: cumulative(curve(path=(), target=None, expected=None), p),
    "curve, silent": lambda p: cumulative(curve(points=()), p),
    "curve, nothing": lambda p: cumulative(curve(points=(), path=()), p),
    "audiences": lambda p: audiences(AUDIENCES, p, (7, 0)),
    "audiences, none": lambda p: audiences((), p),
    "audiences, zero": lambda p: audiences((AudienceRow("Giáo viên", 0, 0),), p),
    "heat": lambda p: heat(COLUMNS, HEAT, p, "lớp"),
    "heat, one silent unit": lambda p: heat(COLUMNS, (HeatRow("A", (NoNumber.SILENT,) * 3, 0, 3),), p, "lớp"),
    "heat, none": lambda p: heat((), (), p, "lớp"),
    "calendar": lambda p: calendar(OLD, (DISTRICT,), p),
    "calendar of new units": lambda p: calendar(NEW, (COMMUNE,), p),
    "calendar, none": lambda p: calendar((), (), p),
    "map": lambda p: district_map(AREAS, p),
    "map, none": lambda p: district_map((), p),
    "map of counts": lambda p: district_counts(COUNTS, p),
    "map of counts, none": lambda p: district_counts((), p),
    "tiles": lambda p: tile_map(TILES, p),
    "tiles, none": lambda p: tile_map((), p),
    "paired": lambda p: paired(PAIRED, YEARS, p),
    "paired, silent": lambda p: paired(PAIRED[1:], YEARS, p),
    "paired, none": lambda p: paired((), YEARS, p),
    "ranking": lambda p: ranked(RANKED, p),
    "ranking, none": lambda p: ranked((), p),
    "shares": lambda p: shares(SHARES, NO_SHARES, p),
    "shares, none": lambda p: shares(NO_SHARES, (), p),
    "small multiples": lambda p: small_multiples(SMALL, START, END, p, "lớp"),
    "small multiples, one": lambda p: small_multiples(SMALL[:1], START, END, p, "lớp"),
    "small multiples, none": lambda p: small_multiples((), START, END, p, "lớp"),
}


def traces(figure: Figure, meta: str) -> list[dict[str, Any]]:
    """The traces of one meaning."""
    return [trace for trace in figure["data"] if trace.get("meta") == meta]


ANCHORS = {"middle right": "left", "middle center": "center", "middle left": "right"}


def marks(figure: Figure) -> list[dict[str, Any]]:
    """The traces but for those that write words."""
    return [trace for trace in figure["data"] if trace.get("meta") != "words"]


def notes(figure: Figure) -> list[dict[str, Any]]:
    """The words at places, whether a trace writes them or an annotation: text, x, y, size, color, xref, xanchor."""
    found = []
    for trace in traces(figure, "words"):
        names = ("x", "y", "text", "size", "color", "xanchor")
        columns = [trace[name] for name in names[:3]] + [trace["textfont"][name] for name in names[3:5]]
        anchors = [ANCHORS[place] for place in trace["textposition"]]
        for row in zip(*columns, anchors, strict=True):
            one = dict(zip(names, row, strict=True))
            found.append(one | {"text": one["text"].strip("\u00a0"), "xref": trace["xaxis"]})
    return found + [one | one["font"] for one in figure["layout"]["annotations"]]


def words(figure: Figure) -> list[str]:
    """The words at the marks, without tags."""
    return [plain(one["text"]) for one in notes(figure)]


def hovers(figure: Figure) -> list[str]:
    """Every hover text, without tags."""
    found: list[str] = []
    for trace in figure["data"]:
        text = trace.get("hovertext", trace.get("text") if trace.get("fill") else [])
        found += [text] if isinstance(text, str) else text
    return [plain(text) for text in found if text]


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text.replace("<br>", " "))
