"""Tình trạng hệ thống: what is wrong with the installation, each with what to do, as `doctor` finds it; what it is made
of; who came in last by which sign-in."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import streamlit as st

import settings
import storage.access.roster
import storage.upkeep.standing
from access import Right
from locales.forms import NO_BREAK_SPACE, number
from locales.messages import t
from pages.manage import list_table
from pages.manage.account import words as people_words
from pages.parts.figures import results
from pages.parts.sentences.counted import moment
from pages.parts.shell import demo, frame
from pages.parts.shell.visit import permission
from pages.parts.words import listed
from program import clock
from settings import Access
from storage.commands import checkup, installed
from storage.upkeep.findings import Finding
from storage.upkeep.standing import Came, Standing

_CHECKED = "installation-checked"
_LASTS_SECONDS = 60
# A place on the disk is nothing that a browser needs: its last part tells which file is meant.
_PLACE = r"(?<![\w:/])/(?:[\w.@*-]+/)+([\w.@*-]+)"
_WAYS = {"oidc": "tài khoản cơ quan", "proxy": "máy chủ đứng trước"}
_MEGABYTE = 1_000_000
_GIGABYTE = 1_000_000_000


def checked() -> tuple[datetime, tuple[Finding, ...]]:
    """What the check found, and when: of the last minute, or anew."""
    kept: tuple[datetime, tuple[Finding, ...]] | None = st.session_state.get(_CHECKED)
    if kept is None or datetime.now(UTC) - kept[0] > timedelta(seconds=_LASTS_SECONDS):
        with st.spinner(t("Đang kiểm tra…")):
            kept = datetime.now(UTC), tuple(checkup.examined())
        st.session_state[_CHECKED] = kept
    return kept


def wrong(found: tuple[Finding, ...], at: datetime) -> None:
    """The answer, then each finding with its remedy."""
    st.title(
        t("Có {n} điều cần sửa trong bản cài đặt", n=number(len(found)))
        if found
        else t("Không thấy điều gì cần sửa trong bản cài đặt"),
        anchor=False,
    )
    told_where = (
        t(
            "Kiểm tra lúc {when}. Đường dẫn tệp đầy đủ: chạy python -m storage doctor trên máy này.",
            when=moment(at),
        )
        if settings.current().access == Access.LOCAL
        else t(
            "Kiểm tra lúc {when}. Người vận hành máy chủ xem đúng các điều này, kèm đường dẫn tệp, bằng lệnh doctor.",
            when=moment(at),
        )
    )
    frame.note(told_where)
    if found:
        lines = [((told(one.message),), ("", told(one.fix))) for one in found]
        list_table.draw((t("Điều chưa ổn"), t("Cách sửa")), lines, 50)
    st.button(
        t("Kiểm tra lại"), key="installation-again", on_click=lambda: st.session_state.pop(_CHECKED, None)
    )


def told(words: str) -> str:
    """Words of the check without places on the disk."""
    return re.sub(_PLACE, r"…/\1", words)


def size(amount: int) -> str:
    """1,2 GB; 340 MB."""
    if amount >= _GIGABYTE:
        return f"{number(amount / _GIGABYTE, 1)}{NO_BREAK_SPACE}GB"
    return f"{number(amount / _MEGABYTE, 1 if amount < 10 * _MEGABYTE else 0)}{NO_BREAK_SPACE}MB"


def made_of(found: Standing, current: settings.Settings) -> None:
    """What there is at this moment."""
    st.header(t("Đang dùng"), anchor=False)
    # The name of a line alone is bold.
    lines = [((name,), ("", *told)) for name, told in _lines(found, current)]
    list_table.draw((t("Mục"), t("Hiện nay")), lines, 32)


def _lines(found: Standing, current: settings.Settings) -> Iterator[tuple[str, tuple[str, ...]]]:
    release, newest = installed.release(), found.schema == found.newest_schema
    standing = (
        t("đúng bản chương trình cần") if newest else t("chương trình cần bản {n}", n=found.newest_schema)
    )
    days, backup = current.keep_files_days, found.backup
    yield (
        t("Chương trình"),
        (
            t("bản {which}", which=release) if release else t("chưa rõ bản"),
            t("chạy trên {what}", what=listed(list(installed.ground()))),
        ),
    )
    yield (
        t("Kho số liệu"),
        (found.database, t("cấu trúc bản {n}, {standing}", n=found.schema, standing=standing)),
    )
    yield (
        t("Dung lượng"),
        (
            t("kho {size}", size=size(found.size)),
            t("{n} tệp gốc đang giữ, {size}", n=number(found.files), size=size(found.files_bytes)),
            t(
                "{n} dòng hoạt động, {files} lần nộp, {entries} mục nhật ký", n=number(found.activities),
                files=number(found.submissions), entries=number(found.entries),
            ),
        ),
    )  # fmt: skip
    yield t("Ổ đĩa"), (t("còn trống {size}", size=size(found.free)),)
    yield t("Sao lưu gần nhất"), (moment(backup) if backup else t("chưa có lần nào"),)
    yield t("Đang phục vụ"), _serving(found)
    yield t("Đăng nhập"), tuple(_signing_in(current))
    kept = t("{n} ngày, sau đó chỉ còn số liệu", n=number(days)) if days else t("không thời hạn")
    yield t("Giữ tệp gốc"), (kept,)


def _serving(found: Standing) -> tuple[str, ...]:
    since = [moment(one) for one in found.serving_since]
    if not since:
        return (t("chưa rõ từ khi nào"),)
    return (
        t("{n} tiến trình đã có người mở trang", n=number(len(since))),
        t("từ {when}", when=listed(since)),
    )


def _signing_in(current: settings.Settings) -> Iterator[str]:
    if current.access == Access.LOCAL:
        yield t("không đăng nhập; chỉ máy này mở được trang")
        return
    yield (
        t("bằng tài khoản cơ quan (OpenID Connect)")
        if current.access == Access.OIDC
        else t("do máy chủ đứng trước trang xác nhận")
    )
    if current.access == Access.OIDC:
        yield t("mỗi lần đăng nhập có giá trị {n} giờ", n=number(current.session_hours))
    yield (
        t("người chưa đăng nhập xem được số liệu")
        if current.everybody_reads
        else t("chưa đăng nhập thì không xem được gì")
    )


def who_came(came: dict[str, Came]) -> None:
    """Everybody who may enter now, with the last time and way; those who never did stand first."""
    on = clock.today()
    people = [
        one for one in storage.access.roster.accounts(results.engine(), results.actor()) if one.in_force(on)
    ]
    st.header(t("Ai vào bằng cách nào"), anchor=False)
    if not people:
        frame.note(t("Chưa có tài khoản nào được vào. Thêm ở trang Tài khoản."))
        return
    never = [one for one in people if one.login not in came]
    if never:
        frame.note(
            t(
                "{n} trong {all} tài khoản chưa đăng nhập lần nào.",
                n=number(len(never)),
                all=number(len(people)),
            )
        )
    ordered = never + sorted((one for one in people if one.login in came), key=lambda one: came[one.login].at)
    lines = [
        ((one.name, one.login), (_last(came.get(one.login)), people_words.roles(one, on))) for one in ordered
    ]
    list_table.draw((t("Tài khoản"), t("Lần đăng nhập gần nhất")), lines, 40)


def _last(came: Came | None) -> str:
    if came is None:
        return t("chưa đăng nhập lần nào")
    way = _WAYS.get(came.way)
    return f"{moment(came.at)}, {t('qua {way}', way=t(way))}" if way else moment(came.at)


def screen() -> None:
    found = storage.upkeep.standing.read(results.engine(), results.actor())
    current = settings.current()
    at, findings = checked()
    wrong(findings, at)
    made_of(found, current)
    if current.access != Access.LOCAL:
        who_came(dict(found.came))


permission.needed(Right.SEE_INSTALLATION)
demo.mark(t("Tình trạng hệ thống"))
screen()
frame.state()
