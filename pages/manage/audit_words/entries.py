"""What stands in the log, in the words of an office; not yet Markdown."""

from collections.abc import Mapping
from typing import Any

from exports.as_csv.audit import Line
from locales.forms import number
from locales.messages import t
from pages.manage.audit_words.actions import ACTIONS, EXPORTS, WHO
from pages.manage.audit_words.fields import FIELDS
from pages.manage.audit_words.states import value
from pages.parts.sentences.counted import moment
from pages.parts.words import plain
from program import units
from program.filters import CITY
from program.reporting.campaigns import is_own
from program.text import lower_first
from program.vocabulary import find_indicator
from storage.conflicts.subjects import TABLES
from storage.journal.audit import Entry

# Numbers by which the database knows what an entry is about: no help to whoever reads it.
_INTERNAL = {
    "data_version", *(f"{subject}_decision" for subject in TABLES), "figure", "map", "order", "tier", "sign_in",
}  # fmt: skip


def line(entry: Entry) -> Line:
    """The entry as it stands on the screen and in the file."""
    of = (entry.subject or "").split(":")[0]
    return Line(
        entry.at, entry.actor, who(entry.actor, entry.who), action(entry.action), about(entry), state(entry.before, of),
        "; ".join(filter(None, (state(entry.after, of), state(_counted(entry), of)))),
    )  # fmt: skip


def action(code: str) -> str:
    """Nhận báo cáo."""
    return t(ACTIONS[code])


def who(login: str, name: str) -> str:
    """A person's name; words for who has no account."""
    return t(WHO[login]) if login in WHO else name


def about(entry: Entry) -> str:
    """What it was done to: a submission with its file, an account, a unit, a target, …"""
    told = []
    if entry.submission_id is not None:
        told.append(t("lần nộp số {n}", n=number(entry.submission_id)))
    if entry.file_name:
        told.append(t("tệp {file}", file=entry.file_name))
    if entry.subject:
        told.append(_subject(*entry.subject.split(":", 1)))
    return ", ".join(filter(None, told))


def _subject(kind: str, name: str = "") -> str:
    if kind == "export":
        return t(EXPORTS[name]) if name in EXPORTS else name
    if kind == "user":
        return t(WHO[name]) if name in WHO else t("tài khoản {login}", login=name)
    if kind in ("run", "lock_rule"):
        return ""
    if kind == "edition":
        return t("bản phát hành số {n}", n=name)
    if kind in ("unit", "tasks", "directives"):
        return _unit(name)
    if kind == "lock":
        return value("period", name)
    if kind == "campaign":
        return "" if is_own(name) else value("period", name)
    if kind in ("figure", "target"):
        code, *rest = name.rsplit(":", 4)
        told = t(known.short_label) if (known := find_indicator(code)) else code
        if len(rest) < 3:
            return told
        span = t("từ {start} đến {end}", start=value("valid_from", rest[1]), end=value("valid_to", rest[2]))
        return f"{told}, {_unit(rest[0])}, {span}"
    return name or kind


def _unit(code: str) -> str:
    return t("toàn thành phố") if code in (CITY, units.CITY) else units.label(code, with_type=True)


def state(found: Mapping[str, Any] | None, of: str = "") -> str:
    """vai trò: Người nộp báo cáo; đơn vị: Quận Hải Châu; what is empty is left out. `of` is the kind of thing that
    it is said of, where a word has another name there."""
    told = []
    for name, given in (found or {}).items():
        words = "" if given is None or name in _INTERNAL else value(name, given)
        if words:
            named = FIELDS.get(f"{of}:{name}") or FIELDS.get(name)
            told.append(f"{t(named) if named else name}: {words}")
    return "; ".join(told)


def _counted(entry: Entry) -> Mapping[str, Any]:
    """The numbers of an entry that say something: not those of which there were none."""
    return {name: given for name, given in entry.detail.items() if given != 0}


def in_a_line(entry: Entry) -> str:
    """The whole entry as one sentence (Markdown)."""
    said = line(entry)
    change = " → ".join(filter(None, (said.before, said.after)))
    told = f"**{moment(entry.at)}** · {plain(said.who)}: {plain(lower_first(said.what))}"
    return f"{told} ({plain(change)})" if change else told
