"""Whether a table is of inhabitants: children of an age, pupils, parents who live somewhere, and not who came."""

import re

from data_loaders.columns.column import is_figure_field
from data_loaders.columns.words.heading import Heading
from data_loaders.layout.around.context import Context
from data_loaders.values.amounts.numbers import bare
from program.text import fold

OF_REPORTS = ("kind", "audience", "female", "delivery")
_ACTIVITY_SIGNS = ("count", "kind_measure", *OF_REPORTS)
_OF_FIGURES = re.compile(r"\b(so lieu|du lieu|thong tin)\b")
_AGE = re.compile(r"\d+ ?tuoi")
# What a heading or a title of those who came to something says, which is no number of inhabitants.
_CAME = re.compile(r"\b(luot|tham (gia|du)|tiep can|(lop|buoi)(?! \d)|truyen thong|tuyen truyen|tap huan)\b")
_CHILDREN_CAME = re.compile(
    r"\b(so|so luong|luot|thong ke|ket qua) (cac )?tre( em)? ((?!phuc vu|ke hoach|dan so)\S+ ){0,8}?(tham (gia|du)|tiep can|duoc (truyen thong|tuyen truyen|tap huan))\b"
)


def counts_inhabitants(
    headings: dict[int, Heading], firsts: list[str], around: str, context: Context
) -> bool:
    """Whether the figures of a table are people who live somewhere; `firsts` are the likeliest fields of its headings,
    `around` the folded words around it."""
    ages = [h for h in headings.values() if h.fields == ("value", "attendances.?")]
    if any(_CAME.search(bare(h.text)) for h in ages):
        return False
    if context.inhabitants and _ages_alone(ages, firsts):
        return True
    if any(map(_CHILDREN_CAME.search, map(bare, context.lines))):
        return False
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


def _ages_alone(ages: list[Heading], firsts: list[str]) -> bool:
    """Whether the only figures are children of an age ("Số trẻ em dưới 16 tuổi"), and nothing tells of an activity."""
    ages = [h for h in ages if _AGE.search(bare(h.text))]
    counted = sum(is_figure_field(f) or f == "value" for f in firsts)
    return (
        bool(ages)
        and counted == len(ages)
        and not {"title", "start_date", *_ACTIVITY_SIGNS}.intersection(firsts)
    )
