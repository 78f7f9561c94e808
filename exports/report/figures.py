"""Native charts in a Word document: the chart's part, the workbook of its numbers, the drawing in the text."""

from collections.abc import Sequence
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm

from exports.native_charts import ChartParts, parts
from exports.native_looks import PAPER
from exports.office_words import plain
from exports.report.elements import inline_chart
from exports.report.styles import DRAWING, TEXT_WIDTH
from exports.report.writing import field, run
from program.report.parts import Chart, Draw

_LEGEND, _LINES = 12, 68
_MOST = 190


class Figures:
    """The charts of one document, drawn together and placed one by one in the same order."""

    def __init__(self, document: Any, charts: Sequence[Chart]) -> None:
        self._document = document
        self._drawn = iter(zip(charts, parts(charts, PAPER) if charts else [], strict=True))
        self._placed = 0

    def place(self, chart: Chart) -> None:
        """The next chart with its caption: number, finding, measure."""
        expected, made = next(self._drawn)
        if expected is not chart:
            raise ValueError(f"chart out of order: {chart.code}")
        self._placed += 1
        caption = self._document.add_paragraph(style="Caption")
        run(caption, "Hình ")
        field(caption, "SEQ Hình \\* ARABIC", str(self._placed))
        run(caption, f". {chart.title}")
        # One paragraph: LibreOffice keeps two together, above footnotes not always three.
        drawing = self._document.add_paragraph(style=DRAWING)
        run(drawing, chart.subtitle).add_break()
        words = plain(f"{chart.title}. {chart.subtitle}.")
        size = (Mm(TEXT_WIDTH), Mm(_height(chart)))
        inline_chart(drawing, self._part(made), size, self._placed, words)

    def _part(self, made: ChartParts) -> str:
        """Put the two files into the package; gives the relationship that names the chart."""
        package = self._document.part.package
        name = f"/word/charts/chart{self._placed}.xml"
        chart = Part(PackURI(name), CONTENT_TYPE.DML_CHART, made.xml, package)
        book = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{self._placed}.xlsx")
        chart.load_rel(
            RELATIONSHIP_TYPE.PACKAGE,
            Part(book, CONTENT_TYPE.SML_SHEET, made.workbook, package),
            made.workbook_id,
        )
        relationship: str = self._document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        return relationship


def _height(chart: Chart) -> float:
    """Room for each bar, in mm, so that words and numbers do not meet."""
    if chart.draw == Draw.LINES:
        return _LINES
    bars = 1 if chart.draw == Draw.STACKED else len(chart.series)
    each = 8.5 if bars == 1 else 4.1 * bars + 0.9
    return min(each * len(chart.categories) + (_LEGEND if len(chart.series) > 1 else 4), _MOST)
