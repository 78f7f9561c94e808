"""The styles of the document: the rules of NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, as real Word styles.

Paper A4, margins 20–25 mm above and below, 30–35 mm left, 15–20 mm right; Times New Roman, black; text 13–14,
first line indented by 1–1.27 cm, at least 6 pt between paragraphs, lines single to one and a half; page number 13–14
in the middle of the upper margin, not on the first page.
"""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FONT = "Times New Roman"
BODY_SIZE = 14
MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 16}
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
TEXT_WIDTH = PAGE_WIDTH - MARGINS["left_margin"] - MARGINS["right_margin"]

# Names of the styles that NĐ 30/2020 needs and Word does not have. A comma would begin a second name.
NATION, MOTTO, PARENT, ISSUER = "Quốc hiệu", "Tiêu ngữ", "Cơ quan chủ quản", "Cơ quan ban hành"
NUMBER, PLACE, RULE, TO, TO_EACH = (
    "Số ký hiệu", "Địa danh ngày tháng", "Đường kẻ", "Kính gửi", "Nơi kính gửi",
)  # fmt: skip
RECIPIENTS, RECIPIENT, SIGNED = "Nhãn nơi nhận", "Nơi nhận", "Người ký"
ITEM, FILL_IN, DEMO = "Gạch đầu dòng", "Cần bổ sung", "Dữ liệu minh họa"
DRAWING, TABLE_FOOT = "Hình", "Ghi chú bảng"
CELL, SMALL_CELL, HEADING_CELL, SMALL_HEADING_CELL, GROUP_CELL = (
    "Ô bảng", "Ô bảng nhỏ", "Đầu bảng", "Đầu bảng nhỏ", "Nhóm trong bảng",
)  # fmt: skip
ANNEX, ANNEX_TITLE, ANNEX_OF = "Phụ lục", "Tên phụ lục", "Kèm theo báo cáo"
FOOTNOTE_TEXT, FOOTNOTE_REFERENCE = "footnote text", "footnote reference"


def prepare(document: Any) -> None:
    """Set paper and styles of a new document."""
    styles = document.styles
    _defaults(styles)
    _paragraph(styles["Normal"], BODY_SIZE, first_line=12.7, after=6, justified=True)
    styles["Normal"].paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for level, size in ((1, BODY_SIZE), (2, BODY_SIZE)):
        _paragraph(styles[f"Heading {level}"], size, bold=True, first_line=12.7, before=6, after=6)
        styles[f"Heading {level}"].paragraph_format.keep_with_next = True
    _paragraph(styles["Title"], BODY_SIZE, bold=True, centred=True)
    for name in ("Header", "Footer"):
        _paragraph(styles[name], 13, centred=True)
    _paragraph(styles["Caption"], 13, bold=True, centred=True, before=6, after=3)
    styles["Caption"].paragraph_format.keep_with_next = True
    _new(styles, ITEM, BODY_SIZE, first_line=12.7, after=6, justified=True)
    _head(styles)
    _new(styles, DRAWING, 13, italic=True, centred=True, after=8.5)
    styles[DRAWING].paragraph_format.keep_together = True
    for name, size, form in (
        (CELL, 12, {}),
        (SMALL_CELL, 11, {}),
        (HEADING_CELL, 12, {"bold": True, "centred": True}),
        (SMALL_HEADING_CELL, 11, {"bold": True, "centred": True}),
        (GROUP_CELL, 12, {"bold": True, "italic": True}),
    ):
        _new(styles, name, size, before=1.5, after=1.5, **form)
    styles[GROUP_CELL].paragraph_format.keep_with_next = True
    _new(styles, TABLE_FOOT, 12, italic=True, before=3)
    # By what they are based on, the pane of headings has each annex with its title below it.
    for name, base, after in ((ANNEX, "Heading 1", 0), (ANNEX_TITLE, "Heading 2", 6)):
        _new(styles, name, 14)
        styles[name].base_style = styles[base]
        _paragraph(styles[name], 14, bold=True, centred=True, after=after)
    _new(styles, ANNEX_OF, 13, italic=True, centred=True, after=6)
    _new(styles, FOOTNOTE_TEXT, 11, justified=True)
    fill_in = styles.add_style(FILL_IN, WD_STYLE_TYPE.CHARACTER)
    fill_in.font.italic = True
    _shade(fill_in)
    reference = styles.add_style(FOOTNOTE_REFERENCE, WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    paper(document.sections[0], landscape=False)
    _country(document.settings.element)


def _head(styles: Any) -> None:
    """The parts around the text (Phụ lục I, Phần I, mục II): who issues it, where, to whom, who signs."""
    _new(styles, NATION, 12, bold=True, centred=True, before=1.5, after=1.5)
    _new(styles, MOTTO, 13, bold=True, centred=True, before=1.5, after=1.5)
    _new(styles, PARENT, 12, centred=True, before=1.5, after=1.5)
    _new(styles, ISSUER, 12, bold=True, centred=True, before=1.5, after=1.5)
    _new(styles, NUMBER, 13, centred=True)
    _new(styles, PLACE, 13, italic=True, centred=True)
    _new(styles, RULE, 2, after=6)
    styles[RULE].paragraph_format.line_spacing = Pt(3)
    _new(styles, TO, 14, centred=True, before=12, after=12)
    _new(styles, TO_EACH, 14)
    _new(styles, RECIPIENTS, 12, bold=True, italic=True, before=12)
    _new(styles, RECIPIENT, 11)
    _new(styles, SIGNED, 14, bold=True, centred=True, before=12)
    _new(styles, DEMO, 16, bold=True, centred=True, before=6, after=6)


def paper(section: Any, *, landscape: bool) -> None:
    """A4 with the margins of the decree; across, the binding edge stays the one of 30 mm."""
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = 1 if landscape else 0
    for name, size in MARGINS.items():
        setattr(section, name, Mm(size))
    section.header_distance = section.footer_distance = Mm(10)


def _defaults(styles: Any) -> None:
    """Font and language of everything that says nothing else."""
    properties = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in list(properties):
        properties.remove(old)
    properties.append(_fonts())
    for tag in ("w:sz", "w:szCs"):
        size = OxmlElement(tag)
        size.set(qn("w:val"), str(2 * BODY_SIZE))
        properties.append(size)
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia"):
        language.set(qn(name), "vi-VN")
    properties.append(language)


def _country(settings: Any) -> None:
    """Numbers in fields and tables of Word are read with the decimal comma."""
    for tag, value in (("w:decimalSymbol", ","), ("w:listSeparator", ";"), ("w:themeFontLang", "vi-VN")):
        found = settings.find(qn(tag))
        if found is not None:
            found.set(qn("w:val"), value)


def _fonts() -> Any:
    fonts = OxmlElement("w:rFonts")
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    return fonts


def _new(styles: Any, name: str, size: float, **form: Any) -> None:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = None
    made.quick_style = True
    _paragraph(made, size, **form)


def _paragraph(
    style: Any, size: float, *, bold: bool = False, italic: bool = False, centred: bool = False,
    justified: bool = False, first_line: float = 0, before: float = 0, after: float = 0,
) -> None:  # fmt: skip
    """Everything of a paragraph style, so that nothing is left of Word's own headings."""
    run = style.element.get_or_add_rPr()
    for old in list(run):
        run.remove(old)
    run.append(_fonts())
    font = style.font
    font.size, font.bold, font.italic = Pt(size), bold, italic
    font.color.rgb = _BLACK
    form = style.paragraph_format
    form.alignment = (
        WD_ALIGN_PARAGRAPH.CENTER
        if centred
        else WD_ALIGN_PARAGRAPH.JUSTIFY
        if justified
        else WD_ALIGN_PARAGRAPH.LEFT
    )
    form.first_line_indent = Mm(first_line)
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


_COLOUR: Any = RGBColor
_BLACK = _COLOUR(0, 0, 0)


def _shade(style: Any) -> None:
    """A light ground, so that what the officer must fill in is found at a glance."""
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E7E6E6")):
        shade.set(qn(name), value)
    style.element.get_or_add_rPr().append(shade)
