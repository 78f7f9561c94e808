"""What each source of a conflict says, line by line, and the sentence that says why it is listed."""

from collections.abc import Sequence
from datetime import date

from locales.forms import day, number
from locales.messages import t
from pages.parts.conflicts.table import Line
from pages.parts.conflicts.words import difference
from pages.parts.figures import results
from pages.parts.figures.sizes import usual_of
from pages.parts.listing.row_words import Said, cells, sheet_and_row
from pages.parts.listing.table import dates
from pages.parts.sentences import counted
from pages.parts.shell.visit import permission
from pages.parts.words import amount
from program import units
from program.conflicts.crossings import Crossing, Told
from program.conflicts.desk import Conflict, Repeated, Sort, UnusualSize
from program.conflicts.overlaps import Overlap
from program.conflicts.twins import REASON_LABELS
from program.measures.analysis import default_as_of
from program.measures.sizes import PLAUSIBLE, size
from program.periods import PROGRAMME_START
from program.text import lower_first
from program.vocabulary import KIND_COUNTERS, KIND_LABELS, Kind
from storage.conflicts.desk import Source

_FILES_SHOWN = 4
# Fewer activities have no middle worth telling.
_ENOUGH = 5


def subject(one: Conflict) -> str:
    """Whom and what it is about: "Quận Hải Châu, lớp tập huấn, 15-12-2022 đến 14-3-2023"; not yet Markdown."""
    parts = [" – ".join(units.label(code, with_type=True) for code in one.units)]
    if isinstance(one.told, Overlap | Crossing | UnusualSize):
        parts.append(lower_first(t(KIND_LABELS[Kind(one.told.kind)])))
    parts.append(day(one.start) if one.start == one.end else _span(one.start, one.end))
    return ", ".join(parts)


def why(one: Conflict) -> str:
    """Why it is listed and how figures stand now; not yet Markdown."""
    told = one.told
    if isinstance(told, Overlap):
        return t(
            "Số tổng hợp {difference}. Không bao giờ tính cả hai; chưa quyết định thì tính danh sách chi tiết.",
            difference=difference(told),
        )
    if isinstance(told, Crossing):
        return t(
            "Hai số có chung {n} ngày mà không số nào nằm trọn trong số kia. Chưa quyết định thì tính cả hai.",
            n=number(told.shared_days),
        )
    if isinstance(told, UnusualSize):
        return _unusual(told)
    if isinstance(told, Repeated):
        return t(
            "{n} trong {all} dòng của đơn vị ở tệp sau ghi y như tệp trước một năm: cùng tên, cùng nơi, cùng số lượt. "
            "Chưa quyết định thì vẫn tính.",
            n=number(told.again), all=number(told.rows),
        )  # fmt: skip
    reasons = ", ".join(t(REASON_LABELS[reason]) for reason in told)
    return t("Giống nhau: {reasons}. Chưa quyết định thì tính cả hai dòng.", reasons=reasons)


def heads(one: Conflict, sides: tuple[Source, Source]) -> tuple[str, str]:
    """What the two columns are called."""
    if one.sort == Sort.BASIS:
        return t("Số tổng hợp"), t("Danh sách chi tiết")
    if one.sort == Sort.SIZE:
        return t("Dòng này"), t("Thường gặp")
    if one.sort == Sort.REPEAT:
        return t("Năm trước"), t("Năm sau")
    if one.sort == Sort.TWIN and len(one.units) > 1:
        first, second = (
            units.label(side.rows[0]["unit"], with_type=True) if side.rows else "" for side in sides
        )
        return t("Nguồn 1: {unit}", unit=first), t("Nguồn 2: {unit}", unit=second)
    return t("Nguồn 1"), t("Nguồn 2")


def lines(one: Conflict, sides: tuple[Source, Source]) -> list[Line]:
    """What both say, then where it stands and who handed it in."""
    told = one.told
    if isinstance(told, Overlap):
        found = _figures(Kind(told.kind), (told.summed, told.listed), (told.summed_seats, told.listed_seats))
        now = (t("để riêng, chưa tính"), t("đang được tính"))
        return [*found, Line(t("Cách tính hiện nay"), now[:1], now[1:]), *_sources(sides)]
    if isinstance(told, Crossing):
        first, second = ([_span(side.start, side.end)] for side in (told.first, told.second))
        figures = _figures(
            Kind(told.kind),
            (told.first.activities, told.second.activities),
            (told.first.seats, told.second.seats),
        )
        return [Line(t("Thời gian"), first, second, True), *figures, *_sources(sides)]
    if isinstance(told, UnusualSize):
        return _beside_usual(one, told, sides[0])
    if isinstance(told, Repeated):
        return [*_pairs(sides), *_files(sides)]
    return [*_cells(sides), *_places(sides), *_files(sides)]


def in_a_line(one: Conflict, sides: tuple[Source, Source]) -> str:
    """An entry among others: its rows where they are few, else whom and what it is about; not yet Markdown."""
    rows = [row for side in sides for row in side.rows]
    if one.sort in (Sort.TWIN, Sort.SIZE) and rows:
        return "; ".join(map(brief, rows))
    return f"{subject(one)} · {amount(one.seats, 'lượt')}"


def lost_days(kept: Told, other: Told) -> int:
    """The days that only the side tells of which would not be counted."""
    shared = (min(kept.end, other.end) - max(kept.start, other.start)).days + 1
    return (other.end - other.start).days + 1 - shared


def brief(row: Said) -> str:
    """A row in a line, without its unit and file: "12-5-2023, An toàn mạng, 30 lượt (trang Tháng 5, dòng 6)"."""
    parts = [dates(row), row.get("title") or ""]
    if row.get("attendances_total") is not None:
        parts.append(t("{n} lượt", n=number(row["attendances_total"])))
    return f"{', '.join(filter(None, parts))} ({sheet_and_row(row)})"


def _span(start: date, end: date) -> str:
    return t("{start} đến {end}", start=day(start), end=day(end))


def _unusual(told: UnusualSize) -> str:
    return t(
        "{seats} lượt cho {activities}; {usual}. Chưa quyết định thì vẫn tính.",
        seats=number(told.seats), activities=amount(told.count, KIND_COUNTERS[Kind(told.kind)]),
        usual=usual_of(Kind(told.kind)),
    )  # fmt: skip


def _cells(sides: tuple[Source, Source]) -> list[Line]:
    """What the two rows say; what only one of them says is said to lack in the other."""
    first, second = (dict(cells(side.rows[0])) if side.rows else {} for side in sides)
    missing = t("không ghi")
    return [
        Line(
            name, [first.get(name, missing)], [second.get(name, missing)], first.get(name) != second.get(name)
        )
        for name in _merged(list(first), list(second))
    ]


def _merged(first: list[str], second: list[str]) -> list[str]:
    """The names of both, each where its own row has it."""
    found = list(first)
    for place, name in enumerate(second):
        if name not in found:
            before = second[place - 1] if place else None
            found.insert(found.index(before) + 1 if before is not None else 0, name)
    return found


def _figures(kind: Kind, activities: tuple[int | None, int | None], seats: tuple[int, int]) -> list[Line]:
    first, second = (
        t("chưa rõ") if count is None else amount(count, KIND_COUNTERS[kind]) for count in activities
    )
    return [
        Line(t("Số lượng"), [first], [second], first != second),
        Line(t("Lượt tham gia"), [number(seats[0])], [number(seats[1])], seats[0] != seats[1]),
    ]


def _beside_usual(one: Conflict, told: UnusualSize, side: Source) -> list[Line]:
    """The row beside what is usual, for the kind and for the unit."""
    kind, nobody = Kind(told.kind), Source((), 0, ())
    each, counter = told.seats / told.count, KIND_COUNTERS[kind]
    least, most = PLAUSIBLE[kind]
    usual = [t("{least} đến {most}", least=number(least), most=number(most))]
    found = size(results.analysis().sizes, kind, one.units[0], PROGRAMME_START, default_as_of())
    if found is not None and found.median is not None and found.activities >= _ENOUGH:
        usual.append(t("trung vị của đơn vị: {n}", n=_plainly(found.median)))
    own = [
        (name, words) for name, words in (cells(side.rows[0]) if side.rows else ()) if words not in _said(one)
    ]
    return [
        Line(t("Lượt một {counter}", counter=t(counter)), [_plainly(each)], usual, True),
        *(Line(name, [words], []) for name, words in own),
        *_places((side, nobody)),
        *_files((side, nobody)),
    ]


def _plainly(value: float) -> str:
    return number(value, 0 if value.is_integer() else 1)


def _said(one: Conflict) -> set[str]:
    """What the heading says already."""
    return {units.label(one.units[0], with_type=True), day(one.start)}


def _pairs(sides: tuple[Source, Source]) -> list[Line]:
    found = [
        Line(t("Dòng giống nhau {n}", n=number(place)), [brief(a)], [brief(b)])
        for place, (a, b) in enumerate(zip(sides[0].rows, sides[1].rows, strict=False), 1)
    ]
    more = sides[1].total - len(found)
    if more > 0:
        found.append(Line("", [t("và {n} dòng nữa", n=number(more))], [t("và {n} dòng nữa", n=number(more))]))
    return found


def _sources(sides: tuple[Source, Source]) -> list[Line]:
    """Some rows of both and where they stand, and the files."""
    first, second = map(_some_rows, sides)
    return [Line(t("Các dòng"), first, second), *_files(sides)]


def _some_rows(side: Source) -> list[str]:
    more = side.total - len(side.rows)
    return [*map(brief, side.rows), *([t("và {n} dòng nữa", n=number(more))] if more > 0 else [])]


def _places(sides: tuple[Source, Source]) -> list[Line]:
    first, second = ([sheet_and_row(row) for row in side.rows] for side in sides)
    return [Line(t("Trang, dòng trong tệp"), first, second)]


def _files(sides: tuple[Source, Source]) -> list[Line]:
    first, second = (_named(side.files) for side in sides)
    return [Line(t("Tệp, người nộp"), first, second)]


def _named(files: Sequence[Said]) -> list[str]:
    found = [_file(one) for one in files[:_FILES_SHOWN]]
    if len(files) > _FILES_SHOWN:
        found.append(t("và {n} tệp nữa", n=number(len(files) - _FILES_SHOWN)))
    return found


def _file(one: Said) -> str:
    if one["uploaded_at"] is None:  # nobody has handed it in yet
        return t("{file} (tệp đang nộp)", file=one["file_name"])
    return t(
        "{file} (lần nộp số {n}), {who} nộp lúc {when}",
        file=one["file_name"], n=number(one["id"]), who=permission.person(one["uploaded_by"]),
        when=counted.moment(one["uploaded_at"]),
    )  # fmt: skip
