"""The parts around the text: national name and motto, agency, number, place and day, kind and subject; at the end
recipients and signature. Number, day and signature are left blank for the clerk and the signatory
(NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I)."""

from typing import Any

from docx.shared import Mm, Pt

from charts.words import width, wrap
from exports.report.elements import fixed_grid, keep_whole
from exports.report.letterhead import BLANK, Letterhead
from exports.report.styles import (
    DEMO,
    FILL_IN,
    ISSUER,
    MOTTO,
    NATION,
    NUMBER,
    PARENT,
    PLACE,
    RECIPIENT,
    RECIPIENTS,
    RULE,
    SIGNED,
    TEXT_WIDTH,
    TO,
    TO_EACH,
)
from exports.report.writing import bound, rule, run
from program.report.parts import Report

NATION_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO_WORDS = "Độc lập - Tự do - Hạnh phúc"
CITY_NAME = "thành phố Đà Nẵng"
DEMO_WORDS = "DỮ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
# The right column is as wide as the national name needs, so that the name of most agencies fits beside it.
_LEFT, _RIGHT = 71, TEXT_WIDTH - 71
# Lines in mm: that of the motto as long as the motto, that of the subject a third to a half of its text.
_MOTTO_LINE, _SUBJECT_LINE = 56, 55
# That of the agency, as a share of its name; how wide a capital and a blank of it are on average, in mm.
_AGENCY_LINE, _CAPITAL, _BLANK = 0.42, 3.0, 1.06
# What a cell of the table keeps free at both sides, in mm.
_PADDING = 3.8
_COMMITTEE = "ỦY BAN NHÂN DÂN"
# "Kính gửi:" at the left of a list of those it goes to, in mm: the dashes stand below the colon.
_TO_FROM = 45


def opening(document: Any, report: Report, head: Letterhead) -> None:
    """The two columns of the head, BÁO CÁO and its subject, and to whom it goes."""
    columns = _columns(document, 2, (_LEFT, _RIGHT))
    left, right = columns.rows[0].cells
    if head.parent:
        _agency(left, head.parent, PARENT)
    last = _agency(left, head.issuer or BLANK, ISSUER)
    _line(left, _agency_line(last), _LEFT)
    _put(right, NATION_WORDS, NATION)
    _put(right, MOTTO_WORDS, MOTTO)
    _line(right, _MOTTO_LINE, _RIGHT)
    left, right = columns.rows[1].cells
    _put(left, f"Số: {BLANK}/BC-{head.code or BLANK}", NUMBER)
    _put(right, f"{head.place}, ngày {BLANK} tháng {BLANK} năm {BLANK}", PLACE)
    if report.demo:
        document.add_paragraph(DEMO_WORDS, style=DEMO)
    title = document.add_paragraph(style="Title")
    title.paragraph_format.space_before = Pt(12)
    run(title, "BÁO CÁO")
    run(document.add_paragraph(style="Title"), _subject(report))
    rule(document.add_paragraph(style=RULE), _SUBJECT_LINE, TEXT_WIDTH)
    _addressed(document, head.to)


def _addressed(document: Any, names: str) -> None:
    """To whom it goes: one in the same line, several (parted by ";") each on a line of its own."""
    found = [name.strip() for name in names.split(";") if name.strip()]
    if len(found) < 2:
        run(document.add_paragraph(style=TO), f"Kính gửi: {found[0] if found else BLANK}")
        return
    label = document.add_paragraph(style=TO_EACH)
    label.paragraph_format.left_indent, label.paragraph_format.space_before = Mm(_TO_FROM - 19), Pt(12)
    run(label, "Kính gửi:")
    for place, name in enumerate(found, start=1):
        one = document.add_paragraph(style=TO_EACH)
        one.paragraph_format.left_indent = Mm(_TO_FROM)
        run(one, f"- {name}{'.' if place == len(found) else ';'}")
    one.paragraph_format.space_after = Pt(12)


def _subject(report: Report) -> str:
    """The subject; a line does not end within the name of the unit or city, nor behind the number of "6 tháng"."""
    subject = report.subject.replace("6 tháng", bound("6 tháng"))
    for name in (CITY_NAME, report.scope, report.scope[:1].lower() + report.scope[1:]):
        if name in subject:
            return subject.replace(name, bound(name, len(name)))
    return subject


def closing(document: Any, head: Letterhead) -> None:
    """Recipients at the left; authority, position and name of the signatory at the right, to be filled in."""
    columns = _columns(document, 1, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    keep_whole(columns.rows[0])
    left, right = columns.rows[0].cells
    _put(left, "Nơi nhận:", RECIPIENTS)
    others = [f"- {name};" for name in head.recipients or (BLANK,)]
    for line in ("- Như trên;", *others, f"- Lưu: VT, {head.drafter or BLANK}."):
        _put(left, line, RECIPIENT)
    # A prompt is in italics elsewhere; here its words are replaced by what is upright.
    run(_first(right, SIGNED), "[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]", FILL_IN, italic=False)
    for _ in range(4):
        right.add_paragraph(style=SIGNED).paragraph_format.space_before = Pt(0)
    run(_first(right, SIGNED), "[Họ và tên]", FILL_IN, italic=False)


def _columns(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    """A table without lines, its columns of these widths in mm."""
    table = document.add_table(rows=rows, cols=len(widths))
    fixed_grid(table, [Mm(width) for width in widths])
    return table


def _first(cell: Any, style: str) -> Any:
    """The first paragraph of a cell while it is empty, else a new one."""
    paragraph = cell.paragraphs[0]
    if paragraph.text or len(cell.paragraphs) > 1:
        return cell.add_paragraph(style=style)
    paragraph.style = style
    return paragraph


def _put(cell: Any, text: str, style: str) -> None:
    run(_first(cell, style), text)


def _agency(cell: Any, name: str, style: str) -> str:
    """The name of an agency in capitals; a People's Committee has that on a line of its own, a name longer than a
    line stands on lines of about equal length. Gives its last line."""
    lines = name.upper().replace(f"{_COMMITTEE} ", f"{_COMMITTEE}\n").split("\n")
    if len(lines) == 1 and _capitals(name) > _LEFT - _PADDING:
        lines = [line.upper() for line in wrap(name, width(name) - 1)]
    for line in lines:
        _put(cell, line, style)
    return lines[-1]


def _agency_line(name: str) -> float:
    """How long the line below a name is; a name that takes more than one line is no longer than one."""
    return _AGENCY_LINE * min(_capitals(name), _LEFT - _PADDING)


def _capitals(name: str) -> float:
    """How wide a name is in capitals, in mm."""
    blanks = name.count(" ")
    return _CAPITAL * (len(name) - blanks) + _BLANK * blanks


def _line(cell: Any, width: float, room: float) -> None:
    rule(cell.add_paragraph(style=RULE), width, room - _PADDING)
