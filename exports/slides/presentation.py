"""Five slides for a meeting, 16:9, with charts that are edited in PowerPoint itself: the finding is the title, what
the figures rest on stands at the foot. Colours: docs/look.md."""

from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from charts.theme import LIGHT
from exports.native_charts import draw
from exports.native_looks import SCREEN
from exports.office_words import plain
from exports.report.head import DEMO_WORDS
from exports.settled import settled
from program.report.parts import PROMPT, Chart, Draw, Report, Slide
from program.report.words import vietnamese
from program.vocabulary import Status

MIME = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
FONT = SCREEN.font
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_SIDE = Inches(0.6)
_TITLE_ONLY = 5
_COLOUR: Any = RGBColor
_TITLE, _POINT, _SMALL, _FOOT = Pt(28), Pt(18), Pt(14), Pt(12)
_LONG_TITLE = 62
# More bars than these leave no room for words of full size.
_ROOMY = 20
_HANGING = "228600"


@vietnamese
def pptx(report: Report, made_at: datetime | None = None) -> bytes:
    """The bytes of the presentation; `made_at` as for the document."""
    made = Presentation(BytesIO(_template()))
    for place, slide in enumerate(report.slides, start=1):
        _slide(made, report, slide, f"{place}/{len(report.slides)}")
    found = made.core_properties
    found.title, found.author, found.last_modified_by, found.language = plain(report.subject), "", "", "vi-VN"
    moment = made_at or datetime(2021, 6, 1)  # noqa: DTZ001 (a property without a zone)
    found.created = found.modified = moment.replace(tzinfo=None)
    out = BytesIO()
    made.save(out)
    return settled(out.getvalue())


def _slide(made: Any, report: Report, slide: Slide, number: str) -> None:
    page = made.slides.add_slide(made.slide_layouts[_TITLE_ONLY])
    for place in [p for p in page.placeholders if p.placeholder_format.idx]:
        place.element.getparent().remove(place.element)
    question = f"{slide.question}  ·  {report.scope}, {report.period}"
    _text(page, (_SIDE, Inches(0.3), Inches(9.2), Inches(0.4)), [question], _SMALL, LIGHT.muted)
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _SIDE, Inches(0.72), WIDTH - 2 * _SIDE, Inches(1.0)
    _words(
        title.text_frame,
        [slide.title],
        _TITLE if len(slide.title) <= _LONG_TITLE else Pt(24),
        LIGHT.text,
        bold=True,
    )
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    top, bottom = Inches(1.85), Inches(6.75)
    beside, room = int(_SIDE), WIDTH - 2 * _SIDE
    if slide.chart is not None:
        width = Inches(7.3)
        start = int(top)
        if slide.chart.title != slide.title:
            _text(page, (_SIDE, top, width, Inches(0.32)), [slide.chart.title], _SMALL, LIGHT.text, bold=True)
            start += Inches(0.32)
        _text(page, (_SIDE, start, width, Inches(0.32)), [slide.chart.subtitle], _FOOT, LIGHT.muted)
        start += Inches(0.38)
        crowded = len(slide.chart.categories) * len(slide.chart.series) > _ROOMY
        manner = replace(SCREEN, size=11) if crowded else SCREEN
        draw(
            page.shapes,
            slide.chart,
            (_SIDE, start, width, min(bottom - start, _tallest(slide.chart))),
            manner,
        )
        beside, room = _SIDE + width + Inches(0.35), WIDTH - 2 * _SIDE - width - Inches(0.35)
    _points(page, (beside, top, room, bottom - top), slide)
    _text(page, (_SIDE, Inches(6.92), Inches(11), Inches(0.35)), [report.foot], _FOOT, LIGHT.muted)
    _text(
        page,
        (WIDTH - Inches(1.6), Inches(6.92), Inches(1), Inches(0.35)),
        [number],
        _FOOT,
        LIGHT.muted,
        right=True,
    )
    if report.demo:
        mark = LIGHT.status[Status.NEEDS_ACCELERATION]
        box = (WIDTH - Inches(5.1), Inches(0.3), Inches(4.5), Inches(0.4))
        _text(page, box, [DEMO_WORDS], _FOOT, mark, bold=True, right=True)


def _tallest(chart: Chart) -> int:
    """The height beyond which a few bars would be blocks."""
    return int(HEIGHT if chart.draw == Draw.LINES else Inches(0.7) + Inches(1.0) * len(chart.categories))


def _points(page: Any, box: tuple[int, int, int, int], slide: Slide) -> None:
    """The points as a list, smaller where there is much to say; what the speaker must add is in italics."""
    letters = sum(map(len, slide.points))
    size = (
        _POINT
        if letters < (330 if slide.chart else 700)
        else Pt(16)
        if letters < 520 or not slide.chart
        else Pt(14)
    )
    shape = _text(page, box, slide.points, size, LIGHT.text)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.space_after = Pt(10)
        if PROMPT.search(paragraph.text):
            paragraph.runs[0].font.italic = True
    for paragraph in shape.element.iter(qn("a:p")):
        properties = paragraph.get_or_add_pPr()
        properties.set("marL", _HANGING)
        properties.set("indent", f"-{_HANGING}")
        properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))


def _text(
    page: Any, box: tuple[int, int, int, int], lines: Any, size: Any, tone: str, *,
    bold: bool = False, right: bool = False,
) -> Any:  # fmt: skip
    shape = page.shapes.add_textbox(*(Emu(side) for side in box))
    _words(shape.text_frame, lines, size, tone, bold=bold)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    return shape


def _words(frame: Any, lines: Any, size: Any, tone: str, *, bold: bool = False) -> None:
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = 0
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = plain(line)
        run.font.size, run.font.bold, run.font.name = size, bold, FONT
        run.font.color.rgb = _COLOUR(*bytes.fromhex(tone[1:]))


@cache
def _template() -> bytes:
    """An empty presentation of 16:9 whose master and theme have the same proportions and font."""
    made = Presentation()
    widen = WIDTH / (made.slide_width or WIDTH)
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    heighten = HEIGHT / Inches(7.5)
    for holder in (made.slide_master, *made.slide_layouts):
        for shape in holder.placeholders:
            shape.left, shape.top = Emu(round(shape.left * widen)), Emu(round(shape.top * heighten))
            shape.width, shape.height = Emu(round(shape.width * widen)), Emu(round(shape.height * heighten))
    package: Any = made.part.package
    for name in [n for n, r in package._rels.items() if r.reltype.endswith("/thumbnail")]:  # noqa: SLF001
        package.drop_rel(name)  # a picture of another presentation
    for relation in made.slide_master.part.rels.values():
        if relation.reltype.endswith("/theme"):
            theme: Any = relation.target_part
            theme.blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())
    out = BytesIO()
    made.save(out)
    return out.getvalue()
