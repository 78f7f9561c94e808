"""Which of the contract's tables a block is, by its headings and the words above it."""

import re

from data_loaders.columns.cells.school_headings import FOUNDED
from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.heading import Heading
from data_loaders.layout.around.context import Context
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.kinds import names_only_level
from program.contract import TableKind
from program.text import fold

_OF_REPORTS = ("kind", "audience", "female", "delivery")
_ACTIVITY_SIGNS = ("count", "kind_measure", *_OF_REPORTS)
_LISTED = re.compile(
    r"\b(so|danh sach|danh ba|danh muc|thong ke|quy mo|he thong|mang luoi)( cac)?( don vi)? (truong|co so|nhom tre|lop mam non|lop mau giao)\b"
)
_OF_FIGURES = re.compile(r"\b(so lieu|du lieu|thong tin)\b")
_FORM = re.compile(r"\b(bieu )?mau( bieu)?( so)? ?:? ?\d[\w/.-]*")
# Officials named as contacts, be it without a telephone; who came to a class is no contact.
_CONTACTS = re.compile(r"\b(dau moi|(can bo|nguoi) phu trach|cu can bo)\b")
_ATTENDED = re.compile(
    r"\b(tham gia|tham du|hoc vien|dai bieu|danh sach (cac )?(tre em|hoc sinh|phu huynh|cha me))\b"
)
_AGE = re.compile(r"\d+ ?tuoi")
_CARRIED_OUT = re.compile(r"\b(thuc hien|ket qua|dat duoc|da (to chuc|mo))\b")


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
    if _population(headings, firsts, around, context):
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
        and (not any(f.startswith("personal.") for f in firsts))
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
    ):
        return False
    # Classes of pupils are no classes held.
    kind, told = context.any_kind, context.kind or context.periods
    held = kind is not None and not re.search(
        r"\btruong,? lop\b|\b(lop|nhom)( tre)?,? (lop )?(mam non|mau giao)\b", around
    )
    listed = not held and (
        bool(_LISTED.search(around))
        or ((names_only_level(sheet) or fold(sheet) == "th") and ("count" not in firsts or not told))
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
    own = any(field in firsts for field in (*_OF_REPORTS, "title", "start_date", "group", "level"))
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


def _population(headings: dict[int, Heading], firsts: list[str], around: str, context: Context) -> bool:
    if context.inhabitants and _ages_alone(headings, firsts):
        return True
    inhabitants = (
        context.any_kind is None
        and bool(
            re.search(
                r"\b(dan so|so (lieu (ve )?)?tre em|tre em duoi \d+|so (luong )?(cha,? me|phu huynh|giao vien|hoc sinh)"
                r"|(tre em|hoc sinh)( (tieu hoc|thcs|thpt|mam non|ngoai truong( hoc)?))? (chia )?theo (quan|huyen|don vi|dia ban|phuong|xa))\b",
                around,
            )
        )
        and not re.search(r"\b(luot|tham gia|tham du|duoc|tiep can)\b", around)
    )
    # People of groups in words, under a title of inhabitants or with the origin of the figures beside them.
    grouped = (
        "audience" in firsts
        and (
            inhabitants
            or "mau so" in around
            or any(h.fields == ("origin",) and _OF_FIGURES.search(fold(h.text)) for h in headings.values())
        )
        and context.any_kind is None
    )
    # "Thời điểm" beside a number of inhabitants is when they were counted.
    when = inhabitants and all("period" in h.fields for h in headings.values() if "start_date" in h.fields)
    signs = [
        f
        for f in firsts
        if f in (*_ACTIVITY_SIGNS, "title", "start_date")
        and not (grouped and f == "audience")
        and not (when and f == "start_date")
    ]
    if any(sign != "female" or not inhabitants for sign in signs):
        return False
    summed = any(h.fields[:1] == ("attendances_total",) and "value" in h.fields for h in headings.values())
    ages = [h for h in headings.values() if h.fields and h.fields == ("value", "attendances.?")]
    counted = [f for f in firsts if is_figure_field(f)]
    return (
        "group" in firsts
        or grouped
        or (inhabitants and "origin" in firsts and any(map(is_figure_field, firsts)))
        or (inhabitants and len(counted) > 1 and all(f.startswith("attendances.") for f in counted))
        or (
            bool(ages)
            and (
                # One age in several years is no table of ages, and may be of what the words above name.
                sum(h.period is None for h in ages) > 1
                or bool(re.search(r"dan so|mau so|so tre em|tre em duoi|do tuoi", around))
                # An age alone, and no word of an activity anywhere.
                or (context.kind is None and not re.search(r"\b(luot|tham gia|tham du|hoat dong)\b", around))
            )
        )
        or "mau so" in around
        # Years across, or one sum: only the words above say that people of an age are counted, at no activity.
        or (inhabitants and (summed or any(h.period for h in headings.values())))
        or (
            inhabitants
            and bool(counted)
            and bool(re.search(r"\bdan so\b|\bso tre em\b|\bduoi \d|\bnguon\b", around))
        )
    )


def _ages_alone(headings: dict[int, Heading], firsts: list[str]) -> bool:
    """Whether the only figures are children of an age ("Số trẻ em dưới 16 tuổi"), and nothing tells of an activity."""
    ages = [
        h for h in headings.values() if h.fields == ("value", "attendances.?") and _AGE.search(bare(h.text))
    ]
    counted = sum(is_figure_field(f) or f == "value" for f in firsts)
    return (
        bool(ages)
        and counted == len(ages)
        and not {"title", "start_date", *_ACTIVITY_SIGNS}.intersection(firsts)
    )


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
