"""Locked windows in words: what holds on one, what was said, what changed under an opening."""

from datetime import date

from locales.forms import day, number
from locales.messages import t
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.words import MORE_QUARTERS, MORE_UNITS, listed, period_name, plain, unit_inside
from program import clock
from program.locks.rules import words as words_on
from program.locks.windows import GRAINS, Change, Lock, Locks, Said, holding, locked_windows, quarters_of
from program.periods import Period, parse_period
from program.text import sentence

_NAMED, _LOCKED = 6, 12
# Stands for every unit that no word names.
OTHERS = ""


def held(locks: Locks, code: str, today: date) -> dict[str, list[tuple[str, Said | None]]]:
    """By unit that a word names, and for all others, the word that holds on each quarter of a window."""
    known = words_on(locks, today)
    named = {s.unit for s in known if s.unit and not s.undone}
    quarters = [q.code for q in quarters_of(code)]
    return {
        unit: [(q, holding(known, unit, q, today)) for q in quarters] for unit in (OTHERS, *sorted(named))
    }


def is_locked(words: list[tuple[str, Said | None]]) -> bool:
    """Whether any of the quarters is locked."""
    return any(said is not None and said.lock == Lock.LOCKED for _, said in words)


def is_wholly_locked(words: list[tuple[str, Said | None]]) -> bool:
    """Whether all of the quarters are locked."""
    return all(said is not None and said.lock == Lock.LOCKED for _, said in words)


def states(locks: Locks, code: str, today: date) -> list[str]:
    """What holds on a window, a line for all units and one for each unit that differs (Markdown)."""
    found = held(locks, code, today)
    name = plain(sentence(period_name(parse_period(code))))
    lines = [f"**{name}**: {_state(found[OTHERS])}"]
    for unit, words in found.items():
        if unit != OTHERS and words != found[OTHERS]:
            lines.append(f"**{plain(sentence(unit_inside(unit)))}**: {_state(words)}")
    return lines


def _state(words: list[tuple[str, Said | None]]) -> str:
    said = [one for _, one in words]
    if all(one == said[0] for one in said):
        return _one(said[0])
    return "; ".join(f"{plain(period_name(parse_period(code)))} {_one(one)}" for code, one in words)


def _one(said: Said | None) -> str:
    if said is None:
        return t("○ chưa khóa")
    if said.rule is not None:
        return t(
            "● tự khóa từ ngày {day} (đặt khóa {n} ngày sau hạn nộp)",
            day=day(clock.day_of(said.at)),
            n=number(said.rule.days or 0),
        )
    who = {"who": plain(permission.person(said.by)), "at": moment(said.at)}
    if said.lock == Lock.LOCKED:
        return t("● đã khóa · {who}, {at}", **who)
    until = t(" đến hết ngày {day}", day=day(said.until)) if said.until else ""
    return t("▲ đang mở{until}: {reason} · {who}, {at}", until=until, reason=plain(said.reason), **who)


def all_locked(locks: Locks, today: date) -> str:
    """Which windows are locked, as a sentence (Markdown)."""
    codes = locked_windows(words_on(locks, today), OTHERS, today)
    if not codes:
        return t("Chưa có kỳ nào đang khóa.")
    return t(
        "Đang khóa: **{which}**.", which=plain(listed([period_name(parse_period(c)) for c in codes], _LOCKED))
    )


def of_campaign(locks: Locks, window: Period, today: date) -> list[str]:
    """Whether the figures of a window are locked, by whom or since when by themselves (Markdown); nothing where
    nobody ever locked it."""
    if window.grain not in GRAINS:
        return []
    found = held(locks, window.code, today)
    if not any(said for words in found.values() for _, said in words):
        return []
    lines = [t("Số liệu kỳ này: {state}", state=_state(found[OTHERS]))]
    apart = [unit for unit, words in found.items() if unit != OTHERS and words != found[OTHERS]]
    return [*lines, *(f"{plain(sentence(unit_inside(unit)))}: {_state(found[unit])}" for unit in apart)]


def spoken(said: Said) -> str:
    """One word, when and by whom (Markdown)."""
    whose = unit_inside(said.unit) if said.unit else t("mọi đơn vị")
    done = t("khóa") if said.lock == Lock.LOCKED else t("mở khóa")
    until = t(" đến hết ngày {day}", day=day(said.until)) if said.until else ""
    told = t(
        "**{period}**, {unit}: {done}{until} · {who}, {at}",
        period=plain(sentence(period_name(parse_period(said.code)))), unit=plain(whose), done=done, until=until,
        who=plain(permission.person(said.by)), at=moment(said.at),
    )  # fmt: skip
    return f"{told}  \n{plain(said.reason)}" if said.reason else told


def changes(locks: Locks) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What changed under openings, a line for each, the latest first."""
    by: dict[int, list[Change]] = {}
    for change in locks.changes:
        by.setdefault(change.opening.id, []).append(change)
    return [_changed(by[key][0].opening, by[key]) for key in sorted(by, reverse=True)]


def _changed(opening: Said, some: list[Change]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    units = listed(
        [unit_inside(code) for code in dict.fromkeys(one.unit for one in some)], _NAMED, MORE_UNITS
    )
    quarters = listed(
        [period_name(parse_period(q)) for q in sorted({one.quarter for one in some})], _NAMED, MORE_QUARTERS
    )
    last = day(max(clock.day_of(one.at) for one in some))
    opened = t("{who} mở khóa {at}", who=permission.person(opening.by), at=moment(opening.at))
    return (sentence(units), quarters), (opening.reason, t("đổi lần cuối ngày {day}", day=last), opened)


def will_lock(code: str, files: int) -> str:
    """What locking does (Markdown)."""
    told = t(
        "Sau khi khóa, mọi việc làm đổi số liệu {period} (nhận tệp, rút, bỏ dòng, quyết định trùng lặp, danh sách trường, "
        "số trẻ em, số được cung cấp) đều bị từ chối cho đến khi mở khóa.",
        period=plain(period_name(parse_period(code))),
    )  # fmt: skip
    if files:
        told += " " + t(
            "Còn **{n} tệp** có số liệu của kỳ này đang chờ duyệt; nên duyệt trước khi khóa.", n=number(files)
        )
    return told
