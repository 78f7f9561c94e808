"""The parts around the text: national name and motto, agency, number, place and day, kind and subject; at the end
recipients and signature. Number, day and signature are left blank for the clerk and the signatory
(NĐ 30/2020/NĐ-CP, Điều 8 and Phụ lục I)."""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from exports.report.elements import fixed_grid, keep_whole
from exports.report.letterhead import BLANK, Letterhead
from exports.report.styles import CELL, CENTRED, DEMO, FILL_IN, RECIPIENT, TEXT_WIDTH
from exports.report.writing import rule, run
from locales.forms import NO_BREAK_SPACE
from program.report.parts import Report

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DEMO_WORDS = "DỮ LIỆU MINH HỌA, KHÔNG DÙNG ĐỂ BÁO CÁO"
_LEFT, _RIGHT = 66, TEXT_WIDTH - 66
# Lines in mm: that of the motto as long as the motto, the others a third to a half of their text.
_MOTTO_LINE, _AGENCY_LINE, _SUBJECT_LINE = 60, 24, 55
# What a cell of the table keeps free at both sides, in mm.
_PADDING = 3.8
_COMMITTEE = "ỦY BAN NHÂN DÂN"


def opening(document: Any, report: Report, head: Letterhead) -> None:
    """The two columns of the head, BÁO CÁO and its subject, and to whom it goes."""
    columns = _columns(document, 2, (_LEFT, _RIGHT))
    left, right = columns.rows[0].cells
    if head.parent:
        _agency(left, head.parent, bold=False)
    _agency(left, head.issuer or BLANK, bold=True)
    _line(left, _AGENCY_LINE, _LEFT)
    _centred(right, NATION, bold=True, size=Pt(12))
    _centred(right, MOTTO, bold=True, size=Pt(13))
    _line(right, _MOTTO_LINE, _RIGHT)
    left, right = columns.rows[1].cells
    _centred(left, f"Số: {BLANK}/BC-{head.code or BLANK}", size=Pt(13))
    day = f"{head.place}, ngày {BLANK} tháng {BLANK} năm {BLANK}"
    _centred(right, day, italic=True, size=Pt(13))
    if report.demo:
        document.add_paragraph(DEMO_WORDS, style=DEMO)
    title = document.add_paragraph(style="Title")
    title.paragraph_format.space_before = Pt(12)
    run(title, "BÁO CÁO")
    run(document.add_paragraph(style="Title"), _subject(report))
    _thin(document.add_paragraph(style=CENTRED), _SUBJECT_LINE, TEXT_WIDTH)
    to = document.add_paragraph(style=CENTRED)
    to.paragraph_format.space_before = to.paragraph_format.space_after = Pt(12)
    run(to, f"Kính gửi: {head.to or BLANK}", size=Pt(14))


def _subject(report: Report) -> str:
    """The subject; a line does not end within the name of the unit."""
    name = report.scope.partition(" ")[2]
    return (
        report.subject.replace(f"{name} ", f"{name.replace(' ', NO_BREAK_SPACE)} ")
        if name
        else report.subject
    )


def closing(document: Any, head: Letterhead) -> None:
    """Recipients at the left; authority, position and name of the signatory at the right, to be filled in."""
    columns = _columns(document, 1, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    keep_whole(columns.rows[0])
    left, right = columns.rows[0].cells
    label = left.paragraphs[0]
    label.style = RECIPIENT
    label.paragraph_format.space_before = Pt(12)
    run(label, "Nơi nhận:", bold=True, italic=True, size=Pt(12))
    others = [f"- {name};" for name in head.recipients or (BLANK,)]
    for line in ("- Như trên;", *others, f"- Lưu: VT, {head.drafter or BLANK}."):
        run(left.add_paragraph(style=RECIPIENT), line)
    signed = right.paragraphs[0]
    signed.style = CENTRED
    signed.paragraph_format.space_before = Pt(12)
    run(signed, "[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]", FILL_IN, bold=True, italic=False, size=Pt(14))
    for _ in range(4):
        right.add_paragraph(style=CENTRED)
    run(right.add_paragraph(style=CENTRED), "[Họ và tên]", FILL_IN, bold=True, italic=False, size=Pt(14))


def _columns(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    """A table without lines, its columns of these widths in mm."""
    table = document.add_table(rows=rows, cols=len(widths))
    fixed_grid(table, [Mm(width) for width in widths])
    for row in table.rows:
        for cell in row.cells:
            cell.paragraphs[0].style = CELL
    return table


def _centred(cell: Any, text: str, **font: Any) -> None:
    """A centred line of a cell."""
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph(style=CELL) if first.text or len(cell.paragraphs) > 1 else first
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run(paragraph, text, **font)


def _agency(cell: Any, name: str, *, bold: bool) -> None:
    """The name of an agency in capitals; a People's Committee has that on a line of its own."""
    for line in name.upper().replace(f"{_COMMITTEE} ", f"{_COMMITTEE}\n").split("\n"):
        _centred(cell, line, bold=bold, size=Pt(12))


def _line(cell: Any, width: float, room: float) -> None:
    _thin(cell.add_paragraph(style=CELL), width, room - _PADDING)


def _thin(paragraph: Any, width: float, room: float) -> None:
    """A paragraph of almost no height that carries a line."""
    run(paragraph, "", size=Pt(2))
    paragraph.paragraph_format.line_spacing = Pt(3)
    paragraph.paragraph_format.space_after = Pt(6)
    rule(paragraph, width, room)
