"""The report as a Word document by NĐ 30/2020/NĐ-CP, to be edited, numbered and signed."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE

from exports.office_words import plain
from exports.report import head as heading
from exports.report import tables
from exports.report.elements import number_from_one
from exports.report.figures import Figures
from exports.report.footnotes import Footnotes
from exports.report.letterhead import BLANK, Letterhead
from exports.report.styles import (
    ANNEX,
    ANNEX_OF,
    ANNEX_TITLE,
    MARGINS,
    PAGE_HEIGHT,
    TABLE_FOOT,
    TEXT_WIDTH,
    paper,
    prepare,
)
from exports.report.writing import body, bound, field, run
from exports.settled import NO_MOMENT, settled
from program.report.parts import ROMAN, Report, Table
from program.report.words import vietnamese

# A longer name of an agency may go on in a new line.
_LONG_NAME = 48


@vietnamese
def docx(report: Report, head: Letterhead) -> bytes:
    """The bytes of the document: `report` as it was drafted or edited, `head` what stands around it. The same
    report gives the same bytes."""
    document = Document()
    prepare(document)
    _properties(document, report, head)
    _headers(document.sections[0], report)
    notes = Footnotes(document, report.notes)
    figures = Figures(document, [chart for part in report.parts for chart in part.charts])
    heading.opening(document, report, head)
    body(document, report.opening, notes)
    for section in report.sections:
        run(document.add_paragraph(style="Heading 1"), section.heading)
        for part in section.parts:
            if part.heading:
                run(document.add_paragraph(style="Heading 2"), part.heading)
            for line in part.paragraphs:
                body(document, line, notes)
            for chart in part.charts:
                figures.place(chart)
    body(document, report.closing, notes).paragraph_format.keep_with_next = True  # the signature is not alone
    heading.closing(document, head)
    for place, table in enumerate(report.annexes):
        _annex(document, report, head, table, ROMAN[place] if len(report.annexes) > 1 else "")
    notes.write()
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _properties(document: Any, report: Report, head: Letterhead) -> None:
    """Title and agency for whoever files the document; nothing of the machine or the person."""
    found = document.core_properties
    found.title, found.author = plain(report.subject), head.issuer
    found.language, found.comments, found.last_modified_by = "vi-VN", "", ""
    package = document.part.package
    for name in [n for n, r in package.rels.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[name]  # a picture of another document
    # The styles once more as Word 2010 draws them, of the template alone: Word may ask about styles that differ.
    for name in [n for n, r in document.part.rels.items() if r.reltype.endswith("/stylesWithEffects")]:
        del document.part.rels[name]
    found.created = found.modified = NO_MOMENT


def _headers(section: Any, report: Report) -> None:
    """The page number in the middle of the upper margin, but not on the first page; demo data is marked at
    the foot of all."""
    section.different_first_page_header_footer = True
    for header in (section.first_page_header, section.header, section.first_page_footer, section.footer):
        header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.style = "Header"
    field(number, "PAGE", "2")
    for footer in (section.first_page_footer, section.footer) if report.demo else ():
        footer.paragraphs[0].style = "Footer"
        run(footer.paragraphs[0], heading.DEMO_WORDS, bold=True)


def _annex(document: Any, report: Report, head: Letterhead, table: Table, roman: str) -> None:
    """An annex begins a page, has page numbers of its own, and lies across where its table is wide."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    paper(section, landscape=table.wide)
    _headers(section, report)
    number_from_one(section)
    run(document.add_paragraph(style=ANNEX), f"Phụ lục {roman}".rstrip())
    title = f"{table.title}, {bound(report.period)}, {bound(report.scope)}"
    run(document.add_paragraph(style=ANNEX_TITLE), title.upper())
    said = f"(Kèm theo Báo cáo số {BLANK}/BC-{head.code or BLANK} ngày {BLANK} tháng {BLANK} năm {BLANK}"
    run(document.add_paragraph(style=ANNEX_OF), f"{said} của {bound(head.issuer or BLANK, _LONG_NAME)})")
    width = PAGE_HEIGHT - MARGINS["left_margin"] - MARGINS["right_margin"] if table.wide else TEXT_WIDTH
    tables.write(document, table, width)
    run(document.add_paragraph(style=TABLE_FOOT), f"{report.foot}.")
