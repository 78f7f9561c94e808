"""What a column heading says: the fields it can mean, and the audience, kind, period or unit it names."""

import re
from dataclasses import replace

from data_loaders.columns.words.bare_words import bare_words
from data_loaders.columns.words.below_people import below_ages, below_people
from data_loaders.columns.words.grammar import (
    BRACKETS,
    MAX_WORDS,
    composed,
    counts_activities,
    keyed,
    unasked,
)
from data_loaders.columns.words.heading import Heading, joined
from data_loaders.columns.words.in_brackets import bracketed, fields_in_brackets, narrowed
from data_loaders.columns.words.part import MEASURES, Part
from data_loaders.columns.words.wordings import (
    DONE,
    WHOLE_SPAN,
    is_money,
    is_result,
    measured,
    role,
    spelled_out,
)
from data_loaders.mending.answers import following, meaning
from data_loaders.names.organisations import is_organisation
from data_loaders.names.sorts_of_units import heads_bodies
from data_loaders.names.units import Era, is_whole_name, resolve
from data_loaders.values.amounts.numbers import bare
from data_loaders.values.days.periods import find_period
from data_loaders.values.kinds import find_delivery, find_kind
from data_loaders.values.people.audiences import find_audience
from data_loaders.values.people.children import counts_children_of
from program.submissions.mending import NOT_USED, Question
from program.text import clean, fold
from program.vocabulary import Audience

# What brackets say of a time that is a length of time.
_LASTING = re.compile(r"(so )?(gio|phut|tiet)( hoc)?")
# People of a body that may be a unit ("Cán bộ MTTQ").
_MEMBERS = re.compile(r"(so |luot )*(can bo|cb|hoi vien|doan vien|nhan vien|nv|luc luong)\b")
# "Lượt trực tiếp" counts, "Trực tiếp" marks.
_PEOPLE_OF_FORM = re.compile(r"(tong )?(so |sl )?(luot|nguoi|hoc vien)\b")
_PERSONAL = re.compile(r"(ho (va )?ten|danh sach|ten (cac )?(em|chau|hoc sinh|phu huynh))\b")
# Which of several it is ("Ngày tổ chức lần 2", "Ngày 1").
_NUMBERED = re.compile(r"\b(?:lan|dot|buoi|hoc phan|ngay thu)?(?: thu)? ?(?:\d{1,2}|[ivx]{1,4}|hai|ba)$")
_AMONG = re.compile(r"^(trong do|chia ra) ")
_TURN = re.compile(r"(dot|lan|ky|giai doan) (thu )?(\d{1,2}|[ivx]{1,4})\b")  # "Đợt 1 (tháng 4)"
# "Số lượt người tham gia trực tuyến".
_OF_FORM = 7


@following
def read_part(text: str) -> Part:
    """The meaning of one header cell; an empty Part where its words are unknown or too many. What a person
    said that a heading of these words means goes first."""
    told = meaning(Question.HEADING, text)
    part = _read_part(text)
    return replace(part, fields=(told,)) if told and told != NOT_USED else part


@following
def _read_part(text: str) -> Part:
    inner = bare_words(text)
    folded = spelled_out(unasked(inner))
    if inner in ("#", "№"):
        return Part(("ordinal",))
    if not folded or len(folded.split()) > MAX_WORDS:
        return Part()
    spelled = folded if folded != fold(inner) else ""  # with shortened words written out
    audience = find_audience(_answered(Question.AUDIENCE, text, inner)) or find_audience(spelled)
    audience = narrowed(audience, text)
    unit = resolve(_answered(Question.UNIT, text, inner), Era.UNKNOWN)
    named = unit.code is not None and (len(folded.split()) <= 6 or is_organisation(inner))
    a_name = _names_unit(inner)
    fields = () if a_name else role(folded) or _either(inner) or _composed(folded, audience)
    if not (a_name or audience or role(folded)) and counts_children_of(folded):
        fields = ("attendances.?",)
    counting = not a_name and counts_activities(folded)
    if fields[:1] in ((), ("ward",), ("school",)) and counting:
        fields = ("count",)
    if fields[:1] == ("start_date",) and _LASTING.fullmatch(bracketed(text)):
        fields = ("unused",)
    if fields in ((), ("unused",), ("title", "count")) and not audience:
        fields = fields_in_brackets(text, counted=not fields or is_result(folded)) or fields
    if fields[:2] == ("attendances_total", "count"):
        fields = measured(bracketed(text)) or fields
    if audience and fields and fields[0] in ("attendances_total", "value"):
        fields = ()
    if audience and not fields and _PERSONAL.match(folded):
        fields = ("personal.name",)
    return Part(
        fields,
        audience,
        None if a_name else find_kind(_answered(Question.KIND, text, inner)),
        _is_period(inner) or bool(_TURN.match(folded) and _is_period(bracketed(text))),
        not _of_words(fields) and (named or unit.ambiguous) and not (audience and _MEMBERS.match(folded)),
        find_delivery(inner) if len(_AMONG.sub("", folded).split()) <= (3 + 4 * counting) else None,
        bool(WHOLE_SPAN.fullmatch(folded)) and not inner.casefold().startswith("công"),
    )


def is_day_held(text: str) -> bool:
    """Whether all words of a heading are known to be of the day on which something was held ("Ngày tổ chức", "Lần 2")."""
    folded = _NUMBERED.sub("", spelled_out(unasked(bare_words(text)))).strip()
    return not folded or (role(folded) or composed(folded))[:1] == ("start_date",)


def _names_unit(text: str) -> bool:
    """Whether words are a unit's name, which may be made of the words of headings ("Phường Điện Bàn Đông", "Tiên Phước",
    "Sở Khoa học và Công nghệ")."""
    return is_whole_name(text) or is_organisation(text)


def _of_words(fields: tuple[str, ...]) -> bool:
    """Whether a heading is of words, so that it names no unit of figures."""
    return bool(fields) and fields[0] not in ("unused", *MEASURES) and not fields[0].startswith("attendances")


def _composed(folded: str, audience: Audience | None) -> tuple[str, ...]:
    """What the grammar makes of a heading; one that names an audience counts it, or the women of it."""
    fields = composed(folded)
    if not audience or fields[:1] in (("female",), ("male",)):
        return fields
    return ("count",) if counts_activities(folded) else ()


def _answered(question: Question, text: str, inner: str) -> str:
    """The whole words of a cell where a person answered about them, else those that count."""
    return text if meaning(question, text) else inner


def _either(text: str) -> tuple[str, ...]:
    """The fields of a heading for two things ("Đơn vị/Tên lớp"): units in the rows of groups, names in the others."""
    roles = [role(spelled_out(fold(half))) for half in re.split(r"[/,;–\\]| - | hoặc ", text)]
    if len(roles) != 2 or not all(roles):
        return ()
    first = {each[0] for each in roles}
    if len(first) == 1:
        return roles[0]
    if first in ({"unit", "period"}, {"unit", "indicator"}):
        # What stands at the side, and what across or above.
        return tuple(field for each in sorted(roles, key=lambda r: r[0] != "indicator") for field in each)
    others = first & {"unit", "ward", "organiser", "kind", "audience"} if "title" in first else set()
    return ("audience", "title") if "audience" in others else ("title",) if others else ()


def _is_period(text: str) -> bool:
    short = len(bare(text)) <= 45
    return short and find_period(text) is not None and fold(text) not in ("thang", "quy", "nam")


def read_heading(path: tuple[str, ...]) -> Heading:
    """The meaning of a column from its header cells, top to bottom: the lowest cell says what is
    counted, those above for whom, when and where. What a person said of headings is not heeded here."""
    parts = [_read_part(text) for text in path]
    text = joined(map(clean, path))
    if not parts:
        return Heading("", ())
    leaf, upper = parts[-1], parts[:-1]
    audience = next((p.audience for p in reversed(parts) if p.audience), None) or find_audience(
        " ".join(path)
    )
    if leaf.unit and any(map(heads_bodies, path[:-1])):
        audience = leaf.audience
    kind = next((p.kind for p in reversed(parts) if p.kind), None)
    period = _period([t for t, p in zip(path, parts, strict=True) if p.period])
    unit = next((t for t, p in zip(reversed(path), reversed(parts), strict=True) if p.unit), None)
    delivery = next((p.delivery for p in reversed(parts) if p.delivery), None)
    money = any(map(is_money, path[:-1]))
    fields = ("unused",) if money else _fields(leaf, upper, path, audience, bool(kind or period or unit))
    if not audience and fields == ("attendances_total",) and _of_unknown_people(upper, path[-1]):
        fields = ("attendances.?",)
    if fields == ("attendances_total",) and not delivery and len(path[-1].split()) <= _OF_FORM:
        delivery = find_delivery(path[-1])
    return Heading(text, fields, audience, kind, period, unit, delivery, any(p.whole for p in upper))


def _of_unknown_people(upper: list[Part], words: str) -> bool:
    """Whether unknown words with a unit of measure stand below people ("Nông dân (người)"): not all of them."""
    told = clean(BRACKETS.sub(" ", words))
    return (
        told != clean(words)
        and any("attendances_total" in p.fields for p in upper)
        and not _read_part(told).known
    )


def _period(texts: list[str]) -> str | None:
    """The lowest words that name a period, with the year of those above ("6 tháng đầu năm" below "Năm 2022")."""
    if not texts:
        return None
    found = [find_period(text) for text in texts]
    year = next((w.year for w in reversed(found) if w and w.year), None)
    return f"{texts[-1]} năm {year}" if year and found[-1] and found[-1].year is None else texts[-1]


def _fields(
    leaf: Part, upper: list[Part], path: tuple[str, ...], audience: Audience | None, placed: bool
) -> tuple[str, ...]:
    # "Tổng số" below "Lượt người tham gia" sums just these, the name of a kind counts those of the kind.
    over = upper[-1].fields if upper else ()
    summed = leaf.whole and leaf.fields[1:] and not set(over[:1]).isdisjoint(MEASURES)
    people = leaf.kind and over == ("attendances_total",) and leaf.fields[:1] != ("count",)
    done = upper and upper[-1].counts and DONE.fullmatch(fold(BRACKETS.sub(" ", path[-1])))
    if summed or people or done:
        leaf, upper = upper[-1], upper[:-1]
    if leaf.fields:
        first = leaf.fields[0]
        if first == "attendances_total" and audience:
            return (f"attendances.{audience}", *leaf.fields[1:])
        if "attendances.?" in leaf.fields and audience:
            return (f"attendances.{audience}",)
        return leaf.fields
    if audience:
        return (f"attendances.{audience}",)
    joined = keyed(" ".join(path)) if upper else ()
    if joined == ("attendances_total",) and not (leaf.known or leaf.whole or keyed(path[-1])):
        return below_people(fold(path[-1]))
    if joined and not (leaf.period and joined[0] in ("start_date", "end_date")):
        return joined
    if leaf.delivery:
        counted = _PEOPLE_OF_FORM.match(fold(path[-1]))
        return ("attendances_total",) if counted else (f"delivery.{leaf.delivery}",)
    if leaf.kind:
        return ("kind_measure",)
    if placed or leaf.whole:
        return below_ages(over, path) or ("attendances_total", "count", "value")
    if any("attendances_total" in p.fields or "audience" in p.fields for p in upper):
        return below_people(fold(path[-1]))
    return keyed(path[-1])
