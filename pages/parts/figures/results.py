"""Results for the screens: one shared engine, one analysis set per data version, results kept per view.

Frames are never cache arguments and never lie in a session; what is kept here is read-only.
"""

import gc
import time
from collections.abc import Callable
from datetime import date
from functools import lru_cache

import streamlit as st

import settings
import storage.access.accounts
import storage.demo
import storage.journal.audit
import storage.reading.analysis
import storage.renewal
from access import Actor, anonymous, local_person, nobody
from access.identity import Absence, Identity
from pages.parts.shell.visit import arrival, moment
from program import clock
from program.conflicts.desk import Desk
from program.filters import Filters
from program.measures import analysis as program_analysis
from program.measures import provisional
from program.measures.analysis import Analysis
from program.per_children import intensity
from program.report import draft as program_report
from program.report.conflicts_note import waiting_note
from program.report.parts import Report
from program.reporting import view as reporting_view
from program.schools.reach import SchoolsView, schools_view
from program.views import all_units, beside_totals
from program.views import doubts as program_doubts
from program.views import one_unit as program_unit_page
from program.views import overview as program_overview
from program.vocabulary import INDICATORS, Audience, Kind
from settings import Access
from storage import memory
from storage.database import Connection, Engine, connect, migrate

# Seconds.
_NOW_AND_THEN = 60


@st.cache_resource(show_spinner=False)
def engine() -> Engine:
    """The database of this process, with its schema up to date."""
    opened = connect()
    migrate(opened)
    return opened


def demo_present() -> bool:
    """Whether demo data is among the active data, so that every screen can say so."""
    return _demo_present(data_version())


@st.cache_resource(max_entries=4, show_spinner=False)
def _demo_present(version: int) -> bool:  # noqa: ARG001 (the key of the cache)
    return storage.demo.present(engine())


def visitor() -> Identity | Absence:
    """Who the sign-in says is there, or why nobody is. The cookie of a sign-in stays signed after signing out,
    so the log is asked whether it was ended, also in another process: at the first run and now and then."""
    return moment.kept("visitor", _visitor)


def _visitor() -> Identity | Absence:
    found = arrival.found()
    if isinstance(found, Identity) and found.way == Access.OIDC:
        now_and_then = int(time.monotonic() // _NOW_AND_THEN)
        if _ended(found.login, arrival.signed_in_at(), now_and_then):
            return Absence.NOBODY
    return found


@lru_cache(maxsize=4096)
def _ended(login: str, signed_in_at: str, _now_and_then: int) -> bool:
    return storage.journal.audit.ended(engine(), login, signed_in_at)


def actor() -> Actor:
    """Who is there, asked of the database in every run: whoever was removed a moment ago is nobody. Where
    everybody reads, an unknown visitor is a reader without a name."""
    found = visitor()
    known: Actor | None = None
    if isinstance(found, Identity):
        if found.way == Access.LOCAL:
            return local_person()
        login = found.login
        known = moment.kept(("actor", login), lambda: storage.access.accounts.actor_of(engine(), login))
    return known or (anonymous() if settings.current().everybody_reads else nobody())


def data_version() -> int:
    """The newest data version, as of this run."""
    return moment.kept("data version", lambda: storage.reading.analysis.data_version(engine()))


def analysis() -> Analysis:
    """The analysis set of the newest data version; one and the same for the whole run, also when somebody
    else hands a file in meanwhile."""
    return moment.kept("analysis", lambda: _analysis(data_version()))


def _built(source: Engine | Connection) -> Analysis:
    active = storage.reading.analysis.load(source)
    rows = len(active.activities)
    memory.trim(rows)
    built = program_analysis.build(**vars(active))
    del active
    memory.trim(rows)
    return built


class _Renewed:
    """The set that the last write of this process made, until a run asks for it."""

    newest: tuple[Engine, Analysis] | None = None

    @classmethod
    def taken(cls, source: Engine, version: int) -> Analysis | None:
        found, cls.newest = cls.newest, None
        return found[1] if found and found[0] is source and found[1].version == version else None


def _renew(connection: Connection) -> Callable[[], None]:
    """The next set from a transaction that changes the data, so that nobody at another screen waits for it."""
    built = _built(connection)

    def put_in_place() -> None:
        _Renewed.newest = connection.engine, built

    return put_in_place


@st.cache_resource(max_entries=1, show_spinner="Đang tính lại số liệu…")
def _analysis(version: int) -> Analysis:
    storage.renewal.keep_up(engine(), _renew)
    built = _Renewed.taken(engine(), version) or _built(engine())
    for kept in (
        _overview,
        _units_view,
        _unit_in_depth,
        _unit_page,
        _schools,
        _reporting,
        _doubts,
        _unsettled,
        _report,
        *_COMPARED,
    ):
        kept.cache_clear()  # their keys hold the set they were computed from
    # Streamlit collects garbage after every rerun; what lives now stays, so it need not be walked again.
    # What was set aside so before, and has ended since, goes.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    return built


def overview(view: Filters) -> program_overview.Overview:
    """What the overview shows for a view."""
    return _overview(analysis(), view)


def units_view(code: str, tier: str, view: Filters) -> all_units.UnitsView:
    """One indicator across the units of a tier."""
    return _units_view(analysis(), code, tier, view)


def schools(view: Filters) -> SchoolsView:
    """Target T1 in depth."""
    return _schools(analysis(), view)


def unit_in_depth(unit: str, code: str, view: Filters) -> all_units.UnitInDepth:
    """One unit in depth."""
    return _unit_in_depth(analysis(), unit, code, view)


def reporting(grain: str, window: str, as_of: date, deadline_days: int) -> reporting_view.ReportingView:
    """Who has reported and when, in the rhythm of a grain."""
    return _reporting(analysis(), grain, window, as_of, deadline_days)


def beside(view: Filters) -> beside_totals.Beside:
    """What stands beside the totals of a view."""
    return _beside(analysis(), view)


def units_last_year(code: str, codes: tuple[str, ...], view: Filters) -> beside_totals.UnitsLastYear:
    """One indicator of units against their own year before."""
    return _units_last_year(analysis(), INDICATORS[code], view, codes)


def per_children(
    kind: Kind, audience: Audience | None, codes: tuple[str, ...], view: Filters
) -> intensity.Ranking:
    """Units by attendances for each 100 children."""
    return _per_children(analysis(), kind, audience, view, codes)


def doubts(view: Filters) -> program_doubts.Doubts:
    """How sure the figures of a view are."""
    return _doubts(analysis(), view)


def unsettled(view: Filters) -> provisional.Unsettled:
    """What of a view is provisional."""
    return _unsettled(analysis(), view)


def unit_page(unit: str, code: str, view: Filters) -> program_unit_page.UnitPage:
    """What a unit's own page shows beside its figures."""
    return _unit_page(analysis(), unit, code, view)


def report(view: Filters, issuer: str, desk: Desk) -> Report:
    """The draft of a view's report, issued by an agency; `desk` is what waits for a decision. Raises
    NothingToReport."""
    today, undecided = clock.today(), waiting_note(desk, view)
    return _report(analysis(), view, issuer=issuer, demo=demo_present(), today=today, undecided=undecided)


@lru_cache(maxsize=64)
def _unit_page(found: Analysis, unit: str, code: str, view: Filters) -> program_unit_page.UnitPage:
    return program_unit_page.unit_page(found, _unit_in_depth(found, unit, code, view), view)


# An analysis set is compared by identity, so a new data version never meets an old result.
_overview = lru_cache(maxsize=256)(program_overview.overview)
_schools = lru_cache(maxsize=64)(schools_view)
_doubts = lru_cache(maxsize=256)(program_doubts.doubts)
_unsettled = lru_cache(maxsize=256)(provisional.unsettled)
_report = lru_cache(maxsize=16)(program_report.report)
_units_view = lru_cache(maxsize=256)(all_units.units_view)
_unit_in_depth = lru_cache(maxsize=256)(all_units.unit_in_depth)
_reporting = lru_cache(maxsize=256)(reporting_view.reporting)
_beside = lru_cache(maxsize=256)(beside_totals.beside)
_units_last_year = lru_cache(maxsize=256)(beside_totals.units_last_year)
_per_children = lru_cache(maxsize=256)(intensity.ranking)
_COMPARED = (_beside, _units_last_year, _per_children)
