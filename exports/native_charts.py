"""Charts that Office draws itself, with their numbers inside to be edited: one form for slides and for paper.

A chart is written by python-pptx onto a slide. A Word document takes the same part from a scratch slide
(`parts`): python-docx knows no charts. On paper series differ by tone and pattern, never by hue.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.util import Emu, Pt

from exports.native_looks import PAPER, Ink, Manner
from exports.office_words import plain
from locales.forms import number, percent
from program.report.parts import Chart, Draw, Look

# Dots between thousands whatever the country of the computer: the dot is a letter of the format.
_THOUSANDS = r"[>=1000000]0\.000\.000;[>=1000]0\.000;0"
_THOUSANDS_NO_ZERO = r'[>=1000]0\.000;[=0]"";0'
_WHITE = "FFFFFF"
# Half typed by their package.
_DATA: Any = CategoryChartData
_COLOUR: Any = RGBColor


@dataclass(frozen=True)
class ChartParts:
    """A chart as two files of a package: its XML and the workbook of its numbers, which the XML names by
    the relationship `workbook_id`."""

    xml: bytes
    workbook: bytes
    workbook_id: str


def draw(shapes: Any, chart: Chart, box: tuple[int, int, int, int], manner: Manner) -> Any:
    """Put a chart on a slide at (left, top, width, height) in EMU; gives its graphic frame."""
    data = _DATA()
    data.categories = [plain(name) for name in chart.categories]
    for series in chart.series:
        data.add_series(plain(series.name), series.values)
    kind = {
        Draw.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
        Draw.STACKED: XL_CHART_TYPE.BAR_STACKED,
        Draw.LINES: XL_CHART_TYPE.LINE,
    }[chart.draw]
    frame = shapes.add_chart(kind, *(Emu(side) for side in box), data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", plain(f"{chart.title}. {chart.subtitle}."))
    made = frame.chart
    made.has_title = False
    made.font.size, made.font.name = Pt(manner.size), manner.font
    made.font.color.rgb = _rgb(manner.text)
    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _number_axes(made)
    _frameless(made)
    (_lines if chart.draw == Draw.LINES else _bars)(made, chart, manner)
    return frame


def _number_axes(made: Any) -> None:
    """Axes numbered from 1: those of python-pptx are below zero, which the format does not allow."""
    numbers: dict[str, str] = {}
    for named in made.element.iter(_c("axId"), _c("crossAx")):
        named.set("val", numbers.setdefault(named.get("val"), str(len(numbers) + 1)))


def _frameless(made: Any) -> None:
    """No line around the chart and no ground of its own."""
    drawn = made.element
    shape = drawn.makeelement(_c("spPr"), {})
    shape.append(shape.makeelement(_a("noFill"), {}))
    line = shape.makeelement(_a("ln"), {})
    line.append(line.makeelement(_a("noFill"), {}))
    shape.append(line)
    drawn.find(_c("chart")).addnext(shape)


def _bars(made: Any, chart: Chart, manner: Manner) -> None:
    plot, stacked = made.plots[0], chart.draw == Draw.STACKED
    plot.gap_width, plot.overlap = (45, 100) if stacked else (55, -5)
    made.value_axis.visible = False
    made.value_axis.has_major_gridlines = False
    made.value_axis.minimum_scale = 0
    axis = made.category_axis
    axis.reverse_order = True
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = _rgb(manner.rule)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _label_every(made, 1)
    for place, (series, asked) in enumerate(zip(plot.series, chart.series, strict=True)):
        ink = manner.inks[asked.look]
        _fill(series.format, ink)
        _labels(series, asked.values, chart, ink if stacked else None, manner)
        if stacked and ink.hatched:
            _on_white(made, place)


def _fill(form: Any, ink: Ink) -> None:
    if ink.hatched:
        form.fill.patterned()
        form.fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        form.fill.fore_color.rgb = _rgb(ink.ground)
        form.fill.back_color.rgb = _rgb(_WHITE)
    else:
        form.fill.solid()
        form.fill.fore_color.rgb = _rgb(ink.ground)
    form.line.color.rgb = _rgb(ink.ground)
    form.line.width = Pt(0.5)


def _labels(
    series: Any, values: Sequence[float | None], chart: Chart, inside: Ink | None, manner: Manner
) -> None:
    """The number at each bar. Whole numbers stay tied to the chart's own data; what has decimals is written
    out, since Office would take the decimal sign of the computer."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format_is_linked = False
    percentages = chart.counter == "%"
    # A blank that does not break: the label of a bar of nothing is as narrow as the bar.
    labels.number_format = (
        '0"\N{NO-BREAK SPACE}%"' if percentages else _THOUSANDS_NO_ZERO if inside else _THOUSANDS
    )
    labels.position = XL_LABEL_POSITION.CENTER if inside else XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.name = Pt(manner.size), manner.font
    labels.font.color.rgb = _rgb(manner.text if inside is None or inside.hatched else inside.words)
    labels._element.find(f"{_c('txPr')}/{_a('bodyPr')}").set("wrap", "none")  # noqa: SLF001 (no public way)
    for place, value in enumerate(values):
        if value is None or float(value).is_integer():
            continue
        written = percent(value / 100, 1) if percentages else number(value, 1)
        frame = series.points[place].data_label.text_frame
        frame.text = written
        font = frame.paragraphs[0].runs[0].font
        font.size, font.name = Pt(manner.size), manner.font
        font.color.rgb = _rgb(manner.text)
        series.points[place].data_label.position = labels.position


def _on_white(made: Any, place: int) -> None:
    """A white ground behind the words of a series that stand on hatching."""
    labels = made.element.findall(f".//{_c('ser')}")[place].find(_c("dLbls"))
    ground = labels.makeelement(_c("spPr"), {})
    solid = ground.makeelement(_a("solidFill"), {})
    solid.append(solid.makeelement(_a("srgbClr"), {"val": _WHITE}))
    ground.append(solid)
    labels.find(_c("numFmt")).addnext(ground)


def _lines(made: Any, chart: Chart, manner: Manner) -> None:
    axis, values = made.category_axis, made.value_axis
    values.minimum_scale = 0
    values.major_gridlines.format.line.color.rgb = _rgb(manner.rule)
    values.format.line.fill.background()
    values.tick_labels.number_format_is_linked = False
    values.tick_labels.number_format = _THOUSANDS
    axis.has_major_gridlines = False
    axis.format.line.color.rgb = _rgb(manner.text)
    every = max(-(-len(chart.categories) // manner.names), 1)
    _label_every(made, every)
    for series, asked in zip(made.plots[0].series, chart.series, strict=True):
        series.smooth = False
        series.marker.style = XL_MARKER_STYLE.NONE
        line = series.format.line
        line.color.rgb = _rgb(_tone(manner, asked.look))
        line.width = Pt(1.5 if asked.look == Look.PLAN else 2.75)
        if asked.look == Look.PLAN:
            line.dash_style = MSO_LINE_DASH_STYLE.DASH


def _tone(manner: Manner, look: Look) -> str:
    ink = manner.inks[look]
    return "7F7F7F" if look == Look.CONTEXT and manner is PAPER else ink.ground


def _label_every(made: Any, step: int) -> None:
    """Write every `step`-th name below the axis; left alone, Office leaves out those that it finds crowded."""
    axis = made.element.find(f".//{_c('catAx')}")
    for tag in ("tickLblSkip", "tickMarkSkip"):
        axis.find(_c("noMultiLvlLbl")).addprevious(axis.makeelement(_c(tag), {"val": str(step)}))


def _rgb(tone: str) -> Any:
    return _COLOUR(*bytes.fromhex(tone))


def _c(tag: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/chart}}{tag}"


def _a(tag: str) -> str:
    return f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{tag}"


def parts(charts: Sequence[Chart], manner: Manner) -> list[ChartParts]:
    """Charts as parts for another package, drawn on a scratch slide."""
    made = Presentation(BytesIO(_scratch()))
    slide = made.slides.add_slide(made.slide_layouts[6])
    found = []
    for chart in charts:
        part = draw(slide.shapes, chart, (0, 0, 1, 1), manner).chart.part
        workbook = part.chart_workbook.xlsx_part
        found.append(ChartParts(part.blob, workbook.blob, part.relate_to(workbook, _PACKAGE)))
    return found


_PACKAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"


@cache
def _scratch() -> bytes:
    out = BytesIO()
    Presentation().save(out)
    return out.getvalue()
