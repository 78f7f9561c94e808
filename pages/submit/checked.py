"""The check of an uploaded file and what accepting it would do, once per file, mending and data version.

Streamlit gives an uploaded file again on every rerun; here its bytes are read once. Kept per content,
few and for half an hour; never in a session.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

import storage.intake.answers
import storage.intake.submissions
import storage.reading.analysis
from access import Right
from data_loaders.apart.checking import look_apart
from data_loaders.mending.questions import asked
from data_loaders.mending.remembering import check_with
from locales.forms import number
from locales.messages import t
from pages.parts.figures import results
from pages.parts.submission_words import rows
from program.contract import IssueCode, Report, all_single, units_in
from program.reporting.quarters import spoken_of_by
from program.submissions import own_rows
from program.submissions.counted import Counted, counted_in
from program.submissions.mending import Answer, Asked, Mending
from storage import memory
from storage.intake.submissions import Preview

_HALF_AN_HOUR = 1800
# The button that accepts, and which preview of which file was drawn last.
ACCEPT, _SEEN = "accept", "previewed"
# The codes of the units (None: all), and whether targets, registers and denominators are among it.
Reach = tuple[tuple[str, ...] | None, bool]


@dataclass(frozen=True)
class Upload:
    """A file in hand: its name, bytes and fingerprint."""

    name: str
    raw: bytes
    fingerprint: str


@dataclass(frozen=True)
class Checked:
    """The report of a check as the person may hand the file in (`program.submissions.own_rows`), shared and read-only, the questions it leaves, the units that its records
    speak of, and the records by unit, year and kind. `one_each` says that every record is one activity;
    `quarters` are the codes of the report quarters that the activities speak of; `applied` is the mending
    the file was read with, of which `recalled` are answers kept from earlier files."""

    report: Report
    asked: tuple[Asked, ...]
    units: tuple[str, ...]
    lines: tuple[Counted, ...]
    one_each: bool
    quarters: frozenset[str]
    applied: Mending
    recalled: frozenset[Answer] = frozenset()

    @property
    def rows(self) -> int:
        return sum(len(table["records"]) for table in self.report["tables"])

    @property
    def errors(self) -> int:
        return sum(issue["severity"] == "error" for issue in self.report["issues"])

    @property
    def warnings(self) -> int:
        return len(self.report["issues"]) - self.errors

    @property
    def personal(self) -> bool:
        """Whether the file is refused for what concerns persons."""
        return any(issue["code"] == IssueCode.PERSONAL_DATA for issue in self.report["issues"])

    @property
    def said(self) -> str:
        """How many rows there are, by what they are: "42 hoạt động", "5 chỉ tiêu", else "60 dòng"."""
        kinds = {table["kind"] for table in self.report["tables"] if table["records"]}
        if len(kinds) != 1:
            return t("{n} dòng", n=number(self.rows))
        if self.one_each:
            return t("{n} hoạt động", n=number(self.rows))
        return rows(kinds.pop(), self.rows)


def checked(upload: Upload, given: Mending, aside: frozenset[Answer] = frozenset()) -> Checked:
    """What is in the file, read with what the person gave and with what is remembered from earlier files, but
    for what was put `aside` for this one; what is given goes first."""

    def looking(name: str, raw: bytes, mending: Mending) -> tuple[Report, frozenset[str]]:
        return _looked(upload.fingerprint, name, mending.digest, raw, mending)

    known = storage.intake.answers.recall(results.engine())

    def recall(ones: Sequence[Asked], spoken_of: frozenset[str]) -> frozenset[Answer]:
        return known(ones, spoken_of) - aside

    report, applied = check_with(upload.name, upload.raw, given, recall, looking)
    found = _told(upload.fingerprint, upload.name, applied.digest, reach(), report, applied)
    return replace(found, recalled=applied.answers - given.answers)


def preview(upload: Upload, found: Checked) -> Preview:
    """What accepting the file would change now. On the run of the button it is what the person saw and decided on:
    where others changed the data since, it is not looked for anew only to be accepted."""
    version = storage.reading.analysis.data_version(results.engine())
    case = (upload.fingerprint, found.applied.digest, reach())
    kept = st.session_state.get(_SEEN)
    if st.session_state.get(ACCEPT) and kept is not None and kept[0] == case:
        version = kept[1]
    st.session_state[_SEEN] = (case, version)
    return _preview(version, upload.fingerprint, found.applied.digest, reach(), found)


def reach() -> Reach:
    """What the person may hand in, as part of a key: what is kept of a file for one person is not for another
    who may hand in other things."""
    who = results.actor()
    own = None if who.units is None else tuple(sorted(who.units))
    return own, Right.MANAGE_TARGETS in who.rights


@st.cache_resource(max_entries=4, ttl=_HALF_AN_HOUR, show_spinner=False)
def _looked(
    fingerprint: str,  # noqa: ARG001 (the key of the cache, with name and digest)
    name: str,
    digest: str,  # noqa: ARG001
    _raw: bytes,
    _mending: Mending,
) -> tuple[Report, frozenset[str]]:
    return look_apart(name, _raw, _mending)


@st.cache_resource(max_entries=4, ttl=_HALF_AN_HOUR, show_spinner=False)
def _told(
    fingerprint: str,  # noqa: ARG001 (the key of the cache, with name and digest)
    name: str,  # noqa: ARG001
    digest: str,  # noqa: ARG001
    own: Reach,
    _report: Report,
    _applied: Mending,
) -> Checked:
    report = own_rows.keep(_report, own[0], manages=own[1])
    return Checked(
        report,
        tuple(asked(report)),
        tuple(sorted(set().union(*map(units_in, report["tables"])))),
        counted_in(report),
        all_single(report),
        spoken_of_by(report),
        _applied,
    )


@st.cache_resource(max_entries=32, ttl=_HALF_AN_HOUR, show_spinner=False)
def _preview(
    version: int,  # noqa: ARG001 (the key of the cache)
    fingerprint: str,
    digest: str,  # noqa: ARG001
    own: Reach,  # noqa: ARG001
    _found: Checked,
) -> Preview:
    found = storage.intake.submissions.preview(
        results.engine(), results.actor(), _found.report, fingerprint, _found.applied
    )
    memory.give_back(_found.rows)
    return found
