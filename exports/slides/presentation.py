"""Five slides for a meeting, 16:9, with charts that are edited in PowerPoint itself: the finding is the title, what
the figures rest on stands at the foot. Colours: docs/look.md."""

from collections.abc import Sequence
from dataclasses import replace
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
from exports.settled import NO_MOMENT, settled
from program.report.parts import PROMPT, Chart, Draw, Report, Slide
from program.report.words import vietnamese
from program.vocabulary import Status

FONT = SCREEN.font
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_SIDE = Inches(0.6)
_TITLE_ONLY = 5
_COLOUR: Any = RGBColor
# The words of a meeting are read from the last row: 18 points; smaller only where they would not fit.
_TITLE, _SIZES, _SMALLEST, _MARK = (28, 24, 20), (18, 16, 14), 12, Pt(12)
# How wide a letter is, and how high a line and the room after a paragraph, in sizes of the letter.
_LETTER, _LINE, _AFTER = 0.52, 1.2, 0.55
# What of its row the number of a bar and the name beside it may take; what legend and axis take, in points.
_OF_ROW, _OF_NAME, _LEGEND = 0.9, 0.75, 34
_HANGING = "228600"
# Letters of the points beside a chart from which it gives way.
_MUCH = 330


@vietnamese
def pptx(report: Report) -> bytes:
    """The bytes of the presentation."""
    made = Presentation(BytesIO(_template()))
    for place, slide in enumerate(report.slides, start=1):
        _slide(made, report, slide, f"{place}/{len(report.slides)}")
    found = made.core_properties
    found.title, found.author, found.last_modified_by, found.language = plain(report.subject), "", "", "vi-VN"
    found.created = found.modified = NO_MOMENT
    out = BytesIO()
    made.save(out)
    return settled(out.getvalue())


def _slide(made: Any, report: Report, slide: Slide, number: str) -> None:
    page = made.slides.add_slide(made.slide_layouts[_TITLE_ONLY])
    for place in [p for p in page.placeholders if p.placeholder_format.idx]:
        place.element.getparent().remove(place.element)
    question = f"{slide.question}  ·  {report.scope}, {report.period}"
    room = Inches(7.0) if report.demo else WIDTH - 2 * _SIDE
    size = _fitting([question], (room, Inches(0.4)), (*_SIZES, _SMALLEST))
    _text(page, (_SIDE, Inches(0.3), room, Inches(0.4)), [question], LIGHT.muted, size=size)
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _SIDE, Inches(0.76), WIDTH - 2 * _SIDE, Inches(1.0)
    size = _fitting([slide.title], (title.width, title.height), _TITLE)
    _words(title.text_frame, [slide.title], size, LIGHT.text, bold=True)
    title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    top, bottom = Inches(1.85), Inches(6.75)
    beside, room = int(_SIDE), WIDTH - 2 * _SIDE
    if slide.chart is not None:
        # Where there is much to say beside it, the chart gives way before the words get smaller.
        width = Inches(7.3) if sum(map(len, slide.points)) < _MUCH else Inches(5.3)
        _chart(page, slide.chart, slide.title, (_SIDE, top, width, bottom - top))
        beside, room = _SIDE + width + Inches(0.35), WIDTH - 2 * _SIDE - width - Inches(0.35)
    _points(page, (beside, top, room, bottom - top), slide)
    _text(page, (_SIDE, Inches(6.85), Inches(11), Inches(0.4)), [report.foot], LIGHT.muted)
    place = (WIDTH - Inches(1.6), Inches(6.85), Inches(1), Inches(0.4))
    _text(page, place, [number], LIGHT.muted, right=True)
    if report.demo:
        mark = LIGHT.status[Status.NEEDS_ACCELERATION]
        box = (WIDTH - Inches(5.1), Inches(0.3), Inches(4.5), Inches(0.4))
        _text(page, box, [DEMO_WORDS], mark, bold=True, right=True, size=_MARK)


def _chart(page: Any, chart: Chart, title: str, box: tuple[int, int, int, int]) -> None:
    """A chart with its finding, where that is not the slide's, and what it measures above it."""
    left, top, width, height = box
    bottom, line = top + height, Inches(0.36)
    if chart.title != title:
        _text(page, (left, top, width, line), [chart.title], LIGHT.text, bold=True)
        top += line
    _text(page, (left, top, width, line), [chart.subtitle], LIGHT.muted)
    top += line + Inches(0.04)
    high = min(bottom - top, _tallest(chart))
    row = (Emu(high).pt - _LEGEND) / len(chart.categories)
    bar = row if chart.draw == Draw.STACKED else row / len(chart.series)
    room = max(min(int(bar * _OF_ROW), int(row * _OF_NAME)), _SIZES[-1])
    size = SCREEN.size if chart.draw == Draw.LINES else min(SCREEN.size, room)
    draw(page.shapes, chart, (left, top, width, high), replace(SCREEN, size=size))


def _tallest(chart: Chart) -> int:
    """The height beyond which a few bars would be blocks."""
    return int(HEIGHT if chart.draw == Draw.LINES else Inches(0.7) + Inches(1.0) * len(chart.categories))


def _fitting(lines: Sequence[str], box: tuple[int, int], sizes: Sequence[int] = _SIZES) -> Any:
    """The first of these sizes in which all lines, broken to the width of the box, fit into its height."""
    width, height = (Emu(side).pt for side in box)
    for size in sizes:
        broken = sum(-(-len(line) // max(int(width / (size * _LETTER)), 1)) for line in lines)
        if broken * size * _LINE + (len(lines) - 1) * size * _AFTER <= height:
            return Pt(size)
    return Pt(sizes[-1])


def _points(page: Any, box: tuple[int, int, int, int], slide: Slide) -> None:
    """The points as a list; what the speaker must add is in italics."""
    _, _, width, height = box
    size = _fitting(slide.points, (width - int(_HANGING), height))
    shape = _text(page, box, slide.points, LIGHT.text, size=size)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.space_after = Pt(size.pt * _AFTER)
        if PROMPT.search(paragraph.text):
            paragraph.runs[0].font.italic = True
    for paragraph in shape.element.iter(qn("a:p")):
        properties = paragraph.get_or_add_pPr()
        properties.set("marL", _HANGING)
        properties.set("indent", f"-{_HANGING}")
        properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))


def _text(
    page: Any, box: tuple[int, int, int, int], lines: Any, tone: str, *,
    bold: bool = False, right: bool = False, size: Any = None,
) -> Any:  # fmt: skip
    """Lines in a box, in the largest size that fits where none is given."""
    shape = page.shapes.add_textbox(*(Emu(side) for side in box))
    _words(shape.text_frame, lines, size or _fitting(lines, box[2:]), tone, bold=bold)
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
