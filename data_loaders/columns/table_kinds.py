"""Which of the contract's tables a block is, by its headings and the words above it."""

import re

from data_loaders.columns.cells.school_headings import FOUNDED, held, lists_schools
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.inhabitants import OF_REPORTS, counts_inhabitants
from data_loaders.columns.words.heading import Heading
from data_loaders.layout.around.context import Context
from data_loaders.values.kinds import names_only_level
from program.contract import TableKind
from program.text import fold

_BORN = "personal.birth_date"
_FORM = re.compile(r"\b(bieu )?mau( bieu)?( so)? ?:? ?\d[\w/.-]*")
# Officials named as contacts, be it without a telephone; who came to a class is no contact.
_CONTACTS = re.compile(r"\b(dau moi|(can bo|nguoi) phu trach|cu can bo)\b")
_ATTENDED = re.compile(
    r"\b(tham gia|tham du|hoc vien|dai bieu|danh sach (cac )?(tre em|hoc sinh|phu huynh|cha me))\b"
)
_CARRIED_OUT = re.compile(r"\b(thuc hien|ket qua|dat duoc|da (to chuc|mo))\b")
# What a register of schools never counts; "Số lớp" is of pupils there.
_COUNTS_HELD = re.compile(r"\b(truyen thong|tuyen truyen|tap huan)\b")


def table_kind(headings: dict[int, Heading], context: Context, sheet: str) -> TableKind | None:
    """The kind of table, or None where the headings make none of them (a list of words, a letter…)."""
    firsts = [h.fields[0] for h in headings.values() if h.fields]
    offered = {f for h in headings.values() for f in h.fields}
    # "Mẫu số 03/BC" numbers a form.
    around = _FORM.sub(" ", fold(f"{sheet} {context.text}"))
    attended = any(f.startswith("attendances.") and f != "attendances.?" for f in firsts) or any(
        h.fields == ("attendances_total",) for h in headings.values()
    )
    headed = " ".join(fold(h.text) for h in headings.values())
    as_contacts = bool(_CONTACTS.search(f"{around} {headed}")) and not _ATTENDED.search(around)
    if _focal_points(firsts, offered, around, attended, as_contacts):
        return TableKind.FOCAL_POINTS
    if _schools(headings, firsts, around, sheet, attended, context):
        return TableKind.SCHOOLS
    if _targets(headings, firsts, offered, attended) or _set_above(headings, firsts, offered, context):
        return TableKind.TARGETS
    if counts_inhabitants(headings, firsts, around, context):
        return TableKind.POPULATION
    return _activity_kind(headings, firsts, context)


def _focal_points(
    firsts: list[str], offered: set[str], around: str, attended: bool, named_as_contacts: bool
) -> bool:
    if attended or "count" in firsts or ("start_date" in firsts and "title" in firsts):
        return False
    told = {"position", "name"} <= {*firsts} and "title" not in firsts and named_as_contacts
    contact = "phone" in firsts or "email" in firsts or told
    named = "name" in offered
    return (
        contact
        and named
        and ("position" in firsts or "dau moi" in around or ("name" in firsts and "unit" in firsts))
        # The year of birth in a list of contacts is refused for itself, not their names and telephones.
        and not {f for f in firsts if f.startswith("personal.")} - ({_BORN} if "dau moi" in around else set())
    )


def _schools(
    headings: dict[int, Heading],
    firsts: list[str],
    around: str,
    sheet: str,
    attended: bool,
    context: Context,
) -> bool:
    """Whether schools are listed: named in a column, with their levels or under a title that says so. Under such
    a title figures of classes and pupils and days of foundation are facts of the schools."""
    if (
        ("school" not in firsts and "name" not in firsts)
        or any(f in firsts for f in ("title", "audience", "delivery"))
        or ("kind" in firsts and "level" not in firsts)
        or any(h.fields[:1] == ("count",) and _COUNTS_HELD.search(fold(h.text)) for h in headings.values())
    ):
        return False
    kind, told = context.any_kind, context.kind or context.periods
    listed = lists_schools(around, kind) or (
        not held(around, kind)
        and (names_only_level(sheet) or fold(sheet) == "th")
        and ("count" not in firsts or not told)
    )
    if not listed and (attended or "count" in firsts):
        return False
    alone = any(h.fields == ("name", "school") for h in headings.values())
    founded = any(FOUNDED.search(fold(h.text)) for h in headings.values())
    ticked = any(field.startswith("level.") for field in firsts)
    return (
        "level" in firsts
        or ticked
        or alone
        or (
            listed
            and "school" in firsts
            and not (attended and "start_date" in firsts and kind and not founded)
        )
    )


def _targets(headings: dict[int, Heading], firsts: list[str], offered: set[str], attended: bool) -> bool:
    if "indicator" not in firsts or attended or "kind" in firsts or "count" in firsts:
        return False
    several = firsts.count("indicator") > 1
    spans = any(h.period and h.fields[0] == "attendances_total" for h in headings.values() if h.fields)
    return (
        several
        or ("value" in offered - {"indicator"} and _has_value(headings))
        or "authority" in firsts
        or spans
    )


def _set_above(headings: dict[int, Heading], firsts: list[str], offered: set[str], context: Context) -> bool:
    """Whether the words above say that the figures (of the periods across, or of columns of activities and people)
    are targets, and no heading says that something was carried out."""
    own = any(field in firsts for field in (*OF_REPORTS, "title", "start_date", "group", "level"))
    # "Đơn vị thực hiện" says who, not what was done.
    told = (h for h in headings.values() if h.fields[:1] not in (("unused",), ("unit",), ("organiser",)))
    done = any(_CARRIED_OUT.search(fold(h.text)) for h in told)
    return (
        bool(context.set_as_targets)
        and not own
        and not done
        and (
            "value" in firsts
            or any((h.period or h.unit) and h.fields for h in headings.values())
            or (bool({"unit", "ward", "period"} & offered) and any(map(is_figure_field, firsts)))
        )
    )


def _has_value(headings: dict[int, Heading]) -> bool:
    return any("value" in h.fields and h.fields[0] != "indicator" for h in headings.values())


def _activity_kind(headings: dict[int, Heading], firsts: list[str], context: Context) -> TableKind | None:
    numbers = [
        h
        for h in headings.values()
        if h.fields
        and h.fields[0].split(".")[0]
        in ("attendances", "attendances_total", "count", "female", "kind_measure", "value")
    ]
    dated = "start_date" in firsts
    titled = "title" in firsts
    if not numbers and not (dated and (titled or "kind" in firsts)):
        return None
    placed = [
        h
        for h in headings.values()
        if h.fields and (h.period or h.unit) and h.fields[0] not in ("title", "start_date", "unit")
    ]
    counted = any(h.fields and h.fields[0] in ("count", "kind_measure") for h in headings.values())
    if dated and titled and len({h.period for h in placed}) == 1 and not any(h.unit for h in placed):
        # One year above all figures of a list ("Năm 2023") is no crosstab of periods.
        placed = []
    if placed or any(h.fields and h.fields[0] == "kind_measure" for h in headings.values()):
        return TableKind.PARTICIPATION
    listed = "period" not in firsts or "kind" in firsts or context.span() is not None
    if dated or (titled and not counted and listed):
        return TableKind.ACTIVITIES
    return TableKind.PARTICIPATION if numbers else None
