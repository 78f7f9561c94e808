"""Templates filled in as an office would: random valid rows, and the records they must become."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Any

import openpyxl
from hypothesis import strategies as st

from data_loaders.templates import Setting, columns, setting, template
from program import units
from program.contract import TableKind
from program.periods import parse_period
from program.units import CITY, Unit
from program.vocabulary import (
    AUTHORITY_LABELS,
    DELIVERY_LABELS,
    INDICATORS,
    LEVEL_LABELS,
    Audience,
    Authority,
)
from program.work.tasks import STATE_LABELS, State

FIRST_ROW = 7
UNITS = ("490", "491", "492", "493", "494", "495", "497", "20242", "20305", "20332", "SO-GDDT", "HLHPN", CITY)
PERIODS = ("2023", "2025", "2022-H1", "2025-H2", "2023-Q2", "2025-Q3", "2024-05", "2021-06", "2025-07", "all")
KIND_NAMES = {
    "Lớp tập huấn": "training_class",
    "Buổi truyền thông": "communication_session",
    "Hội thi": "contest",
    "Hoạt động khác": "other",
}
GROUPS = {
    "Dân số": "population",
    "Trẻ em dưới 16 tuổi": "under_16",
    "Trẻ em dưới 6 tuổi": "under_6",
    "Trẻ em từ 6 đến 10 tuổi": "children_6_10",
    "Trẻ em từ 11 đến 15 tuổi": "children_11_15",
}
SIZES = {"training_class": (20, 150), "communication_session": (50, 1500)}
TITLES = (
    "Kỹ năng an toàn trên mạng", "Tổng kết phong trào Em an toàn", "Lớp tập huấn cho cha mẹ", "Tháng hành động vì trẻ em",
    "Cộng tác viên và trẻ em ngoài trường học", "Nói không với bắt nạt qua mạng 2023", "=Em và internet", "Quý phụ huynh với mạng xã hội",
)  # fmt: skip
PLACES = (
    "Hội Liên hiệp Phụ nữ",
    "Trung tâm Văn hóa quận",
    "UBND phường",
    "Nhà thiếu nhi",
    "Trường THCS Nguyễn Huệ",
)


@dataclass(frozen=True)
class Filled:
    """A filled workbook, for whom it is, and the records without their place."""

    at: Setting
    raw: bytes = field(repr=False)
    expected: list[dict[str, Any]]


@lru_cache(maxsize=256)
def made(at: Setting) -> bytes:
    return template(at)


@cache
def settings_of(kinds: tuple[TableKind, ...] = tuple(TableKind)) -> list[Setting]:
    """Every template of these kinds, units and periods that can be made."""
    found = []
    for kind in kinds:
        for unit in UNITS:
            for code in PERIODS:
                try:
                    found.append(setting(kind, unit, parse_period(code)))
                except ValueError:
                    continue
    return found


def fill(at: Setting, rows: list[dict[str, Any]]) -> bytes:
    """The template with these rows, each a cell by field, through openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(made(at)))
    sheet = book["Số liệu"]
    place = {c.field: number for number, c in enumerate(columns(at), 1)}
    for row, values in enumerate(rows, FIRST_ROW):
        for name, value in values.items():
            cell = sheet.cell(row, place[name], value)
            if isinstance(value, str):
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


@st.composite
def filled(draw: st.DrawFn) -> Filled:
    at = draw(st.sampled_from(settings_of()))
    row = {
        TableKind.ACTIVITIES: _activity,
        TableKind.PARTICIPATION: _summary,
        TableKind.TARGETS: _target,
        TableKind.SCHOOLS: _school,
        TableKind.POPULATION: _population,
        TableKind.FOCAL_POINTS: _contact,
        TableKind.DIRECTIVES: _directive,
        TableKind.TASKS: _task,
    }[at.kind]
    pairs = draw(st.lists(row(at), min_size=1, max_size=4, unique_by=_known_by(at.kind)))
    cells = [{name: value for name, value in given.items() if value is not None} for given, _ in pairs]
    return Filled(at, fill(at, cells), [record for _, record in pairs])


def _known_by(kind: TableKind) -> Callable[[tuple[dict[str, Any], dict[str, Any]]], object]:
    """What tells the rows of one workbook apart: two of a register that it knows by the same are a fault."""
    names = {
        TableKind.TARGETS: ("indicator", "unit", "start_date", "end_date", "authority"),
        TableKind.POPULATION: ("group", "unit", "year"),
        TableKind.DIRECTIVES: ("unit", "number", "issued_on"),
        TableKind.TASKS: ("unit", "assignee", "duty", "assigned_on"),
    }.get(kind)
    if names is None:
        return lambda pair: repr(sorted(pair[0].items()))
    return lambda pair: tuple(pair[1][name] for name in names)


def _days(start: date, end: date) -> st.SearchStrategy[tuple[date, date | None]]:
    return st.dates(start, end).flatmap(lambda d: st.tuples(st.just(d), maybe(st.dates(d, end))))


@st.composite
def _figures(
    draw: st.DrawFn, kind: str, count: int | None
) -> tuple[dict[str, int], int | None, int | None, bool]:
    """Parts, total, women, and whether the total is written."""
    low, high = SIZES.get(kind, (0, 3000))
    rest = total = draw(st.integers(low, high)) * (count or 1)
    parts: dict[str, int] = {}
    for audience in draw(st.lists(st.sampled_from(list(Audience)), max_size=3, unique=True)):
        parts[audience.value] = draw(st.integers(0, rest))
        rest -= parts[audience.value]
    if parts:
        parts[list(parts)[-1]] += rest
    return parts, total, draw(maybe(st.integers(0, total))), not parts or draw(st.booleans())


@st.composite
def _counted(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    kind = draw(st.sampled_from(list(KIND_NAMES)))
    count = draw(maybe(st.integers(1, 5)))
    parts, total, female, written = draw(_figures(KIND_NAMES[kind], count))
    delivery = draw(maybe(st.sampled_from(list(DELIVERY_LABELS))))
    ward = draw(maybe(st.sampled_from(at.wards))) if at.wards else None
    cells = {
        "kind": kind, "delivery": DELIVERY_LABELS[delivery] if delivery else None, "count": count,
        "attendances_total": total if written else None, "female": female,
        **{f"attendances.{name}": n for name, n in parts.items()},
    } | ({"ward": ward} if at.wards else {})  # fmt: skip
    record = {
        "unit": at.unit, "kind": KIND_NAMES[kind], "count": count, "delivery": delivery.value if delivery else None,
        "ward": ward, "attendances": parts, "attendances_total": total, "female": female,
        "title": None, "organiser": None, "school": None, "basis": "summary",
        "start_date": at.start.isoformat(), "end_date": at.end.isoformat(),
    }  # fmt: skip
    return cells, record


_summary = _counted


@st.composite
def _activity(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    cells, record = draw(_counted(at))
    start, end = draw(_days(at.start, at.end))
    told = {
        "title": draw(st.sampled_from(TITLES)),
        "organiser": draw(maybe(st.sampled_from(PLACES))),
        "school": draw(maybe(st.sampled_from(PLACES))),
    }
    count = record["count"] or 1
    days = {"start_date": start.isoformat(), "end_date": (end or start).isoformat()}
    basis = {"count": count, "basis": "detail" if count == 1 else "summary"}
    return cells | told | {"start_date": start, "end_date": end}, record | told | days | basis


@st.composite
def _place(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], str, date, date]:
    """The unit's cell, its code, and the days on which the unit exists within the template's."""
    if not at.offered:
        return {}, at.unit, at.start, at.end
    name = draw(st.sampled_from(at.offered))
    if name == "Thành phố Đà Nẵng":
        return {"unit": name}, CITY, at.start, at.end
    rows = [u for u in units.all_units() if u.name == name and _offers(u, at)]
    (code,) = {u.code for u in rows}
    first, last = min(u.valid_from or at.start for u in rows), max(u.valid_to or at.end for u in rows)
    return {"unit": name}, code, max(first, at.start), min(last, at.end)


def _offers(unit: Unit, at: Setting) -> bool:
    return units.reports(unit) and unit.valid_within(at.start, at.end)


@st.composite
def _target(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    place, code, first, last = draw(_place(at))
    indicator = draw(st.sampled_from(list(INDICATORS.values())))
    value = draw(st.integers(2, 100) if indicator.counter == "%" else st.integers(0, 50000))
    start, end = draw(_days(first, last)) if draw(st.booleans()) else (None, None)
    end = end or start
    authority = draw(maybe(st.sampled_from(list(AUTHORITY_LABELS))))
    document = draw(maybe(st.just("Kế hoạch 12/KH-UBND ngày 5-1-2023")))
    cells = place | {
        "indicator": indicator.label, "start_date": start, "end_date": end, "value": value,
        "authority": AUTHORITY_LABELS[authority] if authority else None, "document": document,
    }  # fmt: skip
    return cells, {
        "indicator": indicator.code, "unit": code, "value": value, "document": document,
        "start_date": (start or at.start).isoformat(), "end_date": (end or at.end).isoformat(),
        "authority": (authority or (Authority.LOCAL if document else indicator.authority)).value,
    }  # fmt: skip


@st.composite
def _school(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    place, code, first, last = draw(_place(at))
    level = draw(st.sampled_from(list(LEVEL_LABELS)))
    name = draw(
        st.sampled_from(
            ["Trường Tiểu học Hoa Mai", "Trường THCS Nguyễn Huệ", "Làng Hy vọng", "Trường Hòa Vang"]
        )
    )
    ward = draw(maybe(st.sampled_from(at.wards))) if at.wards else None
    since, until = draw(maybe(st.dates(date(1975, 4, 1), first))), draw(maybe(st.dates(first, last)))
    cells = {"name": name, "level": LEVEL_LABELS[level], "valid_from": since, "valid_to": until}
    return cells | place | ({"ward": ward} if at.wards else {}), {
        "name": name, "level": level.value, "unit": code, "ward": ward,
        "valid_from": since.isoformat() if since else None, "valid_to": until.isoformat() if until else None,
    }  # fmt: skip


@st.composite
def _population(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    place, code, first, last = draw(_place(at))
    group = draw(st.sampled_from(list(GROUPS)))
    year = draw(st.integers(first.year, last.year))
    value, origin = draw(st.integers(0, 1_500_000)), draw(maybe(st.just("Niên giám thống kê 2024")))
    return place | {"group": group, "year": year, "value": value, "origin": origin}, {
        "group": GROUPS[group], "unit": code, "year": year, "value": value, "origin": origin,
    }  # fmt: skip


@st.composite
def _contact(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    place, code, first, last = draw(_place(at))
    told = {
        "name": draw(st.sampled_from(["Nguyễn Thị Minh", "Lê Văn Quý", "Hồ Thu Hà"])),
        "position": draw(maybe(st.sampled_from(["Chuyên viên", "Phó Trưởng phòng Văn hóa và Thông tin"]))),
        "phone": draw(maybe(st.sampled_from(["0905123456", "0236 3 822 000"]))),
        "email": draw(maybe(st.just("minhnt@danang.gov.vn"))),
        "document": draw(maybe(st.just("Công văn 12/UBND-VHTT"))),
    }
    since = draw(maybe(st.dates(first, last)))
    return place | told | {"valid_from": since}, told | {
        "unit": code,
        "valid_from": since.isoformat() if since else None,
    }


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


@st.composite
def _directive(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    place, code, first, last = draw(_place(at))
    told = {
        "number": draw(st.sampled_from(["125/KH-UBND", "842/UBND-VX", "07/2023/QĐ-UBND"])),
        "subject": draw(
            st.sampled_from(["Triển khai Chương trình 830", "=Về việc mở lớp cho cha mẹ trẻ em"])
        ),
        "issuer": draw(maybe(st.just("Phòng Văn hóa và Thông tin"))),
        "form": draw(maybe(st.sampled_from(["Kế hoạch", "Công điện"]))),
        "part": draw(maybe(st.just("Truyền thông, giáo dục kỹ năng"))),
    }
    day = draw(st.dates(first, last))
    return place | told | {"issued_on": day}, told | {"unit": code, "issued_on": day.isoformat()}


@st.composite
def _task(draw: st.DrawFn, at: Setting) -> tuple[dict[str, Any], dict[str, Any]]:
    place, code, first, last = draw(_place(at))
    told = {
        "duty": draw(
            st.sampled_from(["Mở lớp cho cha mẹ trẻ em", "Rà soát trẻ em ngoài trường học, quý III"])
        ),
        "assignee": draw(st.sampled_from([*PLACES, "Trưởng phòng Văn hóa và Thông tin"])),
        "document": draw(maybe(st.just("Công văn 2523/UBND-KGVX ngày 10-5-2022"))),
        "result": draw(maybe(st.sampled_from(["Đã mở 3 lớp", "Không phát sinh vướng mắc"]))),
        "proof": draw(maybe(st.just("Báo cáo 12/BC-UBND"))),
    }
    assigned = draw(maybe(st.dates(first, last)))
    due = draw(maybe(st.dates(assigned or first, last)))
    state = draw(maybe(st.sampled_from(list(State))))
    done = draw(maybe(st.dates(assigned or first, last))) if state == State.DONE else None
    days = {"assigned_on": assigned, "due_date": due, "done_on": done}
    cells = place | told | days | {"state": STATE_LABELS[state] if state else None}
    return cells, told | {"unit": code, "state": state.value if state else None} | {
        name: _written(day) for name, day in days.items()
    }
