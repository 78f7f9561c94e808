"""The check of an uploaded file and what accepting it would do, once per file and data version.

Streamlit gives an uploaded file again on every rerun; here its bytes are read once. Kept per content,
few and for half an hour; never in a session.
"""

from dataclasses import dataclass

import streamlit as st

import storage.analysis
import storage.submissions
from data_loaders.check import check
from locales.forms import number
from locales.messages import t
from pages.parts import results
from pages.submit.tally import Line, tally
from pages.submit.wording import rows
from program.contract import Report
from storage.submissions import Preview

_HALF_AN_HOUR = 1800


@dataclass(frozen=True)
class Upload:
    """A file in hand: its name, bytes and fingerprint."""

    name: str
    raw: bytes
    fingerprint: str


@dataclass(frozen=True)
class Checked:
    """The report of a check, shared and read-only, and its records by unit, year and kind.
    `one_each` says that every record is one activity."""

    report: Report
    lines: tuple[Line, ...]
    one_each: bool

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
    def said(self) -> str:
        """How many rows there are, by what they are: "42 hoạt động", "5 chỉ tiêu", else "60 dòng"."""
        kinds = {table["kind"] for table in self.report["tables"] if table["records"]}
        if len(kinds) != 1:
            return t("{n} dòng", n=number(self.rows))
        if self.one_each:
            return t("{n} hoạt động", n=number(self.rows))
        return rows(kinds.pop(), self.rows)


def checked(upload: Upload) -> Checked:
    """What is in the file."""
    return _checked(upload.fingerprint, upload.name, upload.raw)


def preview(upload: Upload, report: Report) -> Preview:
    """What accepting the file would change now."""
    return _preview(storage.analysis.data_version(results.engine()), upload.fingerprint, report)


@st.cache_resource(max_entries=4, ttl=_HALF_AN_HOUR, show_spinner=False)
def _checked(fingerprint: str, name: str, _raw: bytes) -> Checked:  # noqa: ARG001 (the key of the cache)
    report = check(name, _raw)
    records = [record for table in report["tables"] for record in table["records"]]
    return Checked(report, tally(report), all(record.get("count") == 1 for record in records))


@st.cache_resource(max_entries=8, ttl=_HALF_AN_HOUR, show_spinner=False)
def _preview(version: int, fingerprint: str, _report: Report) -> Preview:  # noqa: ARG001 (the key of the cache)
    return storage.submissions.preview(results.engine(), _report, fingerprint)
