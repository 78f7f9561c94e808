"""The forms of the cells of an .xls (fonts, grounds, borders, alignment, number formats) as openpyxl has them."""

from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.worksheet.worksheet import Worksheet
from xlrd import Book
from xlrd.formatting import FDT, XF, XFBorder, std_format_strings
from xlrd.formatting import Font as OldFont

from data_loaders.annotating.marks import plain
from program.fonts import Font, font

# By the numbers that the file has for them: [MS-XLS] 2.5.282 (FillPattern), 2.5.11 (BorderStyle), 2.5.130 (HorizAlign).
_PATTERNS = (
    None, "solid", "mediumGray", "darkGray", "lightGray", "darkHorizontal", "darkVertical", "darkDown", "darkUp",
    "darkGrid", "darkTrellis", "lightHorizontal", "lightVertical", "lightDown", "lightUp", "lightGrid",
    "lightTrellis", "gray125", "gray0625",
)  # fmt: skip
_LINES = (
    None, "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot",
    "mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot",
)  # fmt: skip
_ACROSS = (None, "left", "center", "right", "fill", "justify", "centerContinuous", "distributed")
_UPRIGHT = ("top", "center", "bottom", "justify", "distributed")
_UNDERLINES = {1: "single", 2: "double", 0x21: "singleAccounting", 0x22: "doubleAccounting"}
_RAISED = {1: "superscript", 2: "subscript"}
_BOLD = 600
# A day as the computer shows days; the file may have others, of other languages, by a number alone.
_DAY = 14
_LARGEST = 409
# The form that cells have where the file says nothing.
USUAL = 15


class Forms:
    """The forms of one workbook, each worked out once."""

    def __init__(self, source: Book, book: Workbook) -> None:
        self._source = source
        self._fonts: dict[int, Font] = {}
        self._known: dict[int, StyleArray] = {}
        if source.xf_list:
            _set_usual(book, self.font(source.xf_list[0].font_index))
        # Any cell of the workbook will do to work a form out with; it is in no sheet.
        self._cell = Cell(Worksheet(book), row=1, column=1)

    def put(self, target: Cell, number: int) -> None:
        """Gives a cell, row or column the form of this number."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._made(self._source.xf_list[number])
        target._style = copy(known)  # noqa: SLF001 - places of font, ground, …; no other way is as quick

    def _made(self, form: XF) -> StyleArray:
        cell = self._cell
        cell._style = StyleArray()  # noqa: SLF001
        cell.font = self.font(form.font_index)
        cell.fill = self._ground(form)
        cell.border = self._border(form.border)
        told = form.alignment
        cell.alignment = Alignment(
            horizontal=_of(_ACROSS, told.hor_align),
            vertical=_of(_UPRIGHT, told.vert_align),
            textRotation=told.rotation if told.rotation <= 180 or told.rotation == 255 else 0,
            wrap_text=bool(told.text_wrapped) or None,
            shrink_to_fit=bool(told.shrink_to_fit) or None,
            indent=told.indent_level,
            readingOrder=told.text_direction if told.text_direction <= 2 else 0,
        )
        cell.number_format = self._number_format(form.format_key)
        cell.protection = Protection(
            locked=bool(form.protection.cell_locked), hidden=bool(form.protection.formula_hidden)
        )
        return copy(cell._style)  # noqa: SLF001

    def font(self, number: int) -> Font:
        """The font of this number in the file."""
        if number not in self._fonts:
            told: OldFont = self._source.font_list[number]
            self._fonts[number] = font(
                name=plain(told.name or "") or "Arial",
                size=min(max(told.height / 20, 1), _LARGEST),
                bold=told.weight >= _BOLD or None,
                italic=bool(told.italic) or None,
                strike=bool(told.struck_out) or None,
                underline=_UNDERLINES.get(told.underline_type),
                vertAlign=_RAISED.get(told.escapement),
                color=self.colour(told.colour_index),
                family=told.family if 0 < told.family <= 5 else None,
                charset=told.character_set or None,
            )
        return self._fonts[number]

    def rich(self, text: str, runs: list[tuple[int, int]]) -> CellRichText | None:
        """A text whose letters have several fonts: `runs` says from which letter on which one; None where that cannot
        be kept."""
        starts = [start for start, _ in runs]
        # The file counts halves of letters beyond its sixteen bits.
        if starts != sorted(starts) or any(ord(letter) > 0xFFFF for letter in text):
            return None
        ends = [*starts[1:], len(text)]
        parts: list[str | TextBlock] = [text[: starts[0]]]
        for (start, number), end in zip(runs, ends, strict=True):
            parts.append(TextBlock(self._inline(number), plain(text[start:end])))
        return CellRichText(*[part for part in parts if (part if isinstance(part, str) else part.text)])

    def _inline(self, number: int) -> InlineFont:
        told = self.font(number)
        return InlineFont(
            rFont=told.name, charset=told.charset, family=told.family, b=told.b or None, i=told.i or None,
            strike=told.strike or None, color=told.color, sz=told.sz, u=told.u, vertAlign=told.vertAlign,
        )  # fmt: skip

    def _ground(self, form: XF) -> PatternFill:
        told = form.background
        pattern = _of(_PATTERNS, told.fill_pattern)
        if pattern is None:
            return PatternFill()
        front, back = self.colour(told.pattern_colour_index), self.colour(told.background_colour_index)
        return PatternFill(pattern, fgColor=front or Color(indexed=64), bgColor=back or Color(indexed=65))

    def _border(self, told: XFBorder) -> Border:
        def side(style: int, colour: int) -> Side:
            line = _of(_LINES, style)
            return Side(line, color=self.colour(colour)) if line else Side()

        return Border(
            left=side(told.left_line_style, told.left_colour_index),
            right=side(told.right_line_style, told.right_colour_index),
            top=side(told.top_line_style, told.top_colour_index),
            bottom=side(told.bottom_line_style, told.bottom_colour_index),
            diagonal=side(told.diag_line_style, told.diag_colour_index),
            diagonalUp=bool(told.diag_up) or None,
            diagonalDown=bool(told.diag_down) or None,
        )

    def colour(self, number: int) -> Color | None:
        """A colour of the file's palette; None for the system's own one."""
        found = self._source.colour_map.get(number)
        return None if found is None else Color(rgb="FF{:02X}{:02X}{:02X}".format(*found))

    def _number_format(self, number: int) -> str:
        told = self._source.format_map.get(number)
        written = plain(told.format_str or "") if told is not None else ""
        if not written and told is not None and told.type == FDT:
            return str(BUILTIN_FORMATS[_DAY])
        if not written or written.casefold() == "general":
            return "General"
        # Excel shows its own forms of a day as the computer is set; a file that says nothing else means those.
        if number in BUILTIN_FORMATS and written == std_format_strings.get(number):
            return str(BUILTIN_FORMATS[number])
        return written


def _set_usual(book: Workbook, usual: Font) -> None:
    """Widths of columns are counted in letters of the usual font, so it must be the file's own."""
    book._fonts.clear()  # noqa: SLF001 - openpyxl has no setting for it
    book._fonts.add(usual)  # noqa: SLF001
    book._named_styles["Normal"].font = usual  # noqa: SLF001


def _of(names: tuple[str | None, ...], number: int) -> str | None:
    return names[number] if number < len(names) else None
