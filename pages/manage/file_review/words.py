"""The review in words: what waits and since when, why a file waits, what was said of it."""

from collections.abc import Sequence
from datetime import date

from locales.forms import day, number
from locales.messages import t
from pages.manage import list_table
from pages.parts.listing import drill
from pages.parts.sentences import counted
from pages.parts.sentences.counted import moment
from pages.parts.shell.visit import permission
from pages.parts.submission_words import cause
from pages.parts.words import MORE_UNITS, listed, plain, unit_inside
from program import clock, units
from program.contract import IssueCode
from program.reviewing.review import NEEDS_PERSON, ROWS_LEFT_OUT, State, Verdict
from program.text import sentence
from program.vocabulary import Kind
from storage.reviewing.reading import Spoken
from storage.reviewing.review import Waiting

STATES = {
    State.IN_REVIEW: "▲ chờ duyệt",
    State.RETURNED: "▼ đã trả lại, chờ đơn vị",
    State.OFFICIAL: "● chính thức",
}
# Why each of these needs a person, beside the name of the cause.
WHY = {
    NEEDS_PERSON[
        0
    ]: "số lượt của một lớp, một buổi khác hẳn mức thường; gõ thừa hay thiếu một chữ số làm sai tổng số",
    NEEDS_PERSON[1]: "dòng tổng trong tệp khác tổng của các dòng; có thể thiếu dòng hoặc cộng sai",
    NEEDS_PERSON[2]: "tổng số khác tổng các đối tượng; phần chênh đang tính là chưa phân đối tượng",
    NEEDS_PERSON[3]: "hai dòng giống hệt nhau đang tính cả hai",
    NEEDS_PERSON[4]: "ngày có thể bị đảo với tháng; hoạt động có thể rơi vào kỳ khác",
    NEEDS_PERSON[5]: "dòng, cột hay trang bị ẩn vẫn được tính; có thể là bản nháp chưa xóa",
    ROWS_LEFT_OUT: "tệp còn dòng có lỗi chưa nhận; số liệu của tệp có thể thiếu",
}
# In the address: the number of the file that is open; also the name of its place on the screen.
ASKED = "file"


def name(code: str) -> str:
    """What a reason is called."""
    return t("Còn dòng có lỗi chưa nhận") if code == ROWS_LEFT_OUT else cause(code)


def finding(found: Sequence[Waiting]) -> str:
    """The first sentence: how much waits, and the oldest; not yet Markdown."""
    waits = [one for one in found if one.state == State.IN_REVIEW]
    if waits:
        oldest = waits[0]
        return t(
            "{n} tệp chờ duyệt, lâu nhất từ {day} ({unit})",
            n=number(len(waits)), day=day(since(oldest)), unit=whose(oldest.units),
        )  # fmt: skip
    if found:
        return t("Không có tệp nào chờ duyệt; {n} tệp đã trả lại, chờ đơn vị sửa", n=number(len(found)))
    return t("Không có tệp nào chờ duyệt")


def more(found: Sequence[Waiting]) -> list[str]:
    """The sentences below it (Markdown)."""
    if not found:
        return [
            t(
                "Tệp mà kiểm tra không thấy gì bất thường là số liệu chính thức ngay khi nhận. Tệp có điều cần người xem "
                "sẽ hiện ở đây; đến lúc đó số liệu vẫn được tính và ghi là tạm tính."
            )
        ]
    lines = []
    back = sum(one.state == State.RETURNED for one in found)
    if back and back < len(found):
        lines.append(t("{n} tệp khác đã trả lại, chờ đơn vị sửa.", n=number(back)))
    lines.append(t("**Tạm tính qua các tệp này**: {what}.", what=provisional(found)))
    return lines


def provisional(found: Sequence[Waiting]) -> str:
    """What of the figures these files bring: 12 lớp tập huấn (450 lượt tham gia)."""
    totals: dict[Kind, int] = {}
    seats: dict[Kind, int] = {}
    for one in found:
        for kind, many in one.activities.items():
            totals[Kind(kind)] = totals.get(Kind(kind), 0) + many
        for kind, many in one.attendances.items():
            seats[Kind(kind)] = seats.get(Kind(kind), 0) + many
    return counted.both(totals, seats) or t("các dòng không ghi số lượng")


def since(one: Waiting) -> date:
    """The day from which a file waits: returned on, else accepted on."""
    if one.state == State.RETURNED and one.word is not None:
        return clock.day_of(one.word.at)
    return clock.day_of(one.submission.decided_at or one.submission.uploaded_at)


def whose(codes: Sequence[str]) -> str:
    """The units of a file as they stand inside a sentence."""
    return listed([unit_inside(code) for code in codes], 2, MORE_UNITS) or t("không rõ đơn vị")


def line(one: Waiting, shown: bool) -> tuple[tuple[list_table.Part, ...], tuple[str, ...]]:
    """A file as a line of the list: whose, which, since when; where it stands, why, what is provisional. Its name
    opens it; `shown` is whether it is open already."""
    s = one.submission
    waits = t("số {n}, từ {day}", n=number(s.id), day=day(since(one)))
    heads = (
        listed([units.label(code, with_type=True) for code in one.units], 2, MORE_UNITS),
        list_table.Link(s.file_name, drill.href("review", {ASKED: str(s.id)}), ASKED),
        t("{waits} · đang mở ở dưới", waits=waits) if shown else waits,
    )
    return heads, (t(STATES[one.state]), reasons(one), provisional([one]))


def reasons(one: Waiting) -> str:
    """Số lượt khác thường (2 chỗ), dòng lặp lại (1 chỗ)."""
    return ", ".join(
        f"{name(code)} ({t('{n} chỗ', n=number(many))})" if code != ROWS_LEFT_OUT else name(code)
        for code, many in one.reasons.items()
    )


def with_sizes(found: Sequence[Waiting]) -> str:
    """That accepting these files confirms their unusual sizes too; empty where they have none."""
    many = sum(one.reasons.get(IssueCode.IMPLAUSIBLE_SIZE, 0) for one in found)
    if not many:
        return ""
    return t(
        "Chấp nhận cũng là xác nhận {n} số lượt khác thường nêu trên là đúng, nên chúng rời danh sách Trùng lặp, bất "
        "thường. Hoàn tác thì trở lại như cũ.",
        n=number(many),
    )  # fmt: skip


def option(one: Waiting) -> str:
    """A file as a choice: unit, file, number."""
    s = one.submission
    return t(
        "{unit}: {file} (số {n}, {state})",
        unit=sentence(whose(one.units)), file=s.file_name, n=number(s.id), state=t(STATES[one.state]),
    )  # fmt: skip


def spoken(one: Spoken) -> str:
    """A word on a file, by whom and when (Markdown)."""
    word, s = one.word, one.submission
    done = {Verdict.ACCEPTED: t("chấp nhận"), Verdict.RETURNED: t("trả lại đơn vị")}[word.verdict]
    told = t(
        "**Lần nộp số {n}**, {file}: {done} · {who}, {at}",
        n=number(s.id), file=plain(s.file_name), done=done, who=plain(permission.person(word.by)), at=moment(word.at),
    )  # fmt: skip
    return f"{told}  \n{plain(word.message)}" if word.message else told


def published() -> str:
    """The list of what needs a person, and why (Markdown)."""
    order = (*map(str, NEEDS_PERSON), ROWS_LEFT_OUT)
    return "\n".join(f"- **{plain(name(code))}**: {t(WHY[code])}" for code in order)
