"""Tình hình nộp: who has reported, who came late and by how many days, who has not reported."""

import streamlit as st

from access import Right
from charts import numbers
from charts.grids.calendar import alt, calendar, key
from exports.as_csv.table import table_csv
from locales.forms import day, number
from locales.messages import t
from pages.manage import campaigns
from pages.manage.campaign import reminders as campaign_reminders
from pages.manage.lock import words as lock_words
from pages.parts import html_table
from pages.parts.figures import results
from pages.parts.files import download
from pages.parts.sentences import reporting as reporting_words
from pages.parts.shell import folds, frame, markup
from pages.parts.shell.choices import bar
from pages.parts.shell.visit import permission
from program import clock
from program.measures.completeness import completeness
from program.reporting.campaigns import OWN, is_own
from program.reporting.timeliness import DEADLINE_CHOICES, DEADLINE_DAYS, GRAINS
from program.reporting.view import ReportingView

permission.needed(Right.READ)

# The tiers of units with what of the width each takes: districts owed sixteen quarters, the new units owe few.
WIDTHS = {"district": 7, "commune": 4}
# So many units that were on time are no reason to fold them away.
_FEW = 5
RHYTHMS = {"quarter": "Theo quý", "half": "Theo 6 tháng", "year": "Theo năm", OWN: "Kỳ riêng"}

filters = bar.filter_bar(("as_of",))
# Reports come after the programme's end too, so without a chosen day all that came until today counts.
as_of = filters.as_of or clock.today()


def asked() -> ReportingView:
    """The view of the choices, which all stand in the address."""
    with st.container(horizontal=True, vertical_alignment="center"):
        grains = [*GRAINS, OWN] if any(map(is_own, results.analysis().arrivals.stated)) else list(GRAINS)
        grain = bar.choose(
            st.selectbox, "rhythm", t("Nhịp báo cáo"), grains, bar.asked("rhythm", grains, GRAINS[0]),
            lambda code: t(RHYTHMS[code]), GRAINS[0], width=150,
        )  # fmt: skip
        within = DEADLINE_DAYS if grain == OWN else int(asked_days())
        window = st.session_state.get("filters", {}).get("campaign", "")
        found = results.reporting(grain, window, as_of, within)
        if found.shown:
            names = {c.window.code: reporting_words.campaign_name(c) for c in found.ended}
            latest = results.reporting(grain, "", as_of, within).shown or found.shown
            bar.choose(
                st.selectbox, "campaign", t("Kỳ"), list(names), found.shown.window.code,
                lambda code: names[code], latest.window.code, width=260,
            )  # fmt: skip
    return found


def asked_days() -> str:
    """Days from the end of a window to its deadline; a campaign of its own has a day."""
    days = [str(n) for n in DEADLINE_CHOICES]
    return bar.choose(
        st.selectbox, "deadline", t("Hạn nộp"), days, bar.asked("deadline", days, str(DEADLINE_DAYS)),
        lambda n: t("{n} ngày sau kỳ", n=n), str(DEADLINE_DAYS), width=170,
    )  # fmt: skip


def draw_calendar(view: ReportingView) -> None:
    """Every unit against every campaign; campaigns of their own, whose days and units differ, as a list."""
    if view.shown and view.shown.window.grain == OWN:
        own = campaigns.overview(view)
        table(own, t("Các kỳ báo cáo riêng"))
        taken(own, t("kỳ báo cáo riêng"), "campaigns-table")
        return
    unheard = view.whole.expected - view.whole.received
    frame.head(
        lacking(view.whole.expected, unheard),
        t(
            "Báo cáo của từng đơn vị theo kỳ, tính đến {day} · cột cuối: đã nhận trên số phải nộp",
            day=day(view.as_of),
        ),
    )
    markup.put(key(frame.palette()))
    tiers = [tier for tier in WIDTHS if reporting_words.rows(view, tier)] or ["district"]
    for place, tier in zip(st.columns([WIDTHS[one] for one in tiers], gap="large"), tiers, strict=True):
        with place:
            draw_tier(view, tier)


def lacking(expected: int, unheard: int) -> str:
    """How many of the reports that are due are missing."""
    if unheard:
        return t("Còn thiếu {n} báo cáo", n=number(unheard))
    return t("Đã nhận đủ báo cáo") if expected else t("Chưa kỳ nào đến hạn")


def draw_tier(view: ReportingView, tier: str) -> None:
    """The units of one tier; they owe other campaigns than those of the other."""
    columns, rows = reporting_words.columns(view, tier), reporting_words.rows(view, tier)
    expected = sum(row.expected for row in rows)
    finding = lacking(expected, expected - sum(row.received for row in rows))
    frame.chart(
        calendar(columns, rows, frame.palette()), finding, alt(rows), f"calendar-{tier}",
        lambda: numbers.of_calendar(columns, rows),
    )  # fmt: skip


def table(lines: list[reporting_words.Line], name: str, spare: tuple[str, ...] = ()) -> None:
    """Units or campaigns with what became of them; `spare`: what a phone can do without."""
    if lines:
        cells = [tuple(map(html_table.told, line.values())) for line in lines]
        markup.put(
            html_table.table(tuple(lines[0]), cells, name, look="wide", spare=spare, bare=(t("Tình trạng"),))
        )


def taken(lines: list[reporting_words.Line], name: str, key: str) -> None:
    """The table as a file, where there is one."""
    if lines:
        cells = tuple(tuple(line.values()) for line in lines)
        html_table.to_file(numbers.Numbers(name, tuple(lines[0]), cells), key)


def draw_campaign(view: ReportingView) -> None:
    """The campaign shown, unit by unit, and its file."""
    if view.shown is None:
        return
    lines, name = reporting_words.lines(view), reporting_words.campaign_name(view.shown)
    locked = lock_words.of_campaign(results.analysis().locks, view.shown.window, clock.today())
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        with st.container(width="content"):
            frame.head(
                t("Từng đơn vị, {period}", period=name),
                reporting_words.due(view),
            )
            if locked:
                frame.note("  \n".join(locked))
        download.button(
            t("Tải CSV ({n} dòng)", n=number(len(lines))), lambda: table_csv(lines),
            file_name=reporting_words.file_name(view), mime="text/csv", key="reporting-csv",
            what="reporting", view={"campaign": reporting_words.noted(view.shown), "as_of": view.as_of.isoformat()},
        )  # fmt: skip
    prompt = reporting_words.prompt(view)
    rest = len(lines) - (prompt if prompt > _FEW else 0)
    table(lines[:rest], t("Tình hình nộp {period}", period=name), reporting_words.spare())
    if lines[rest:] and (box := folds.opened(t("{n} đơn vị nộp đúng hạn", n=number(prompt)), "prompt")):
        with box:
            table(lines[rest:], t("Nộp đúng hạn {period}", period=name), reporting_words.spare())


def draw_organisations(view: ReportingView) -> None:
    """Who reports without being expected to."""
    if not view.organisations:
        return
    frame.head(
        t("{n} sở, ban, ngành, đoàn thể đã gửi báo cáo", n=number(len(view.organisations))),
        t("Không tìm thấy danh sách cơ quan phải báo cáo, nên không tính thiếu hay muộn"),
    )
    if box := folds.opened(t("Danh sách, tệp gần nhất"), "organisations"):
        with box:
            lines = reporting_words.organisations(view)
            table(lines, t("Sở, ban, ngành, đoàn thể đã gửi báo cáo"), (t("Nhận tệp gần nhất"),))
            taken(lines, t("sở, ban, ngành, đoàn thể đã gửi báo cáo"), "organisations-table")


place = st.container()
view = asked()
with place:
    st.title(reporting_words.headline(view), anchor=False)
    if lede := reporting_words.whole(view):
        st.markdown(lede)
# As tall as a sheet of paper; there it stands below the table of the campaign, so that two sheets hold all
# (`pages.parts.shell.browser.printing`).
with st.container(key="tall"):
    draw_calendar(view)
st.space("xsmall")
draw_campaign(view)
with st.container(key="after-tall"):
    campaign_reminders.draw(view)
    campaigns.draw(view)
    draw_organisations(view)
    frame.note(reporting_words.rule(view))
    frame.foot(filters, completeness(results.analysis(), filters))
