"""The list of findings as the first table of an OpenDocument workbook, with its styles and its filter."""

from collections.abc import Mapping, Sequence, Set
from itertools import count
from xml.sax.saxutils import quoteattr

from data_loaders.annotating import list_words
from data_loaders.annotating.marks import plain
from data_loaders.annotating.ods import splicing
from data_loaders.annotating.ods.styles import GROUNDS
from data_loaders.reading import references
from program.contract import Issue

# A letter of a column's width, as Excel has them, and what stands on both sides.
_LETTER, _SIDES = 0.22, 0.1
_LETTERS = 'fo:font-family="Calibri" fo:font-size="{size}pt"'
_WRAPPED = 'fo:wrap-option="wrap" style:vertical-align="top"'
_BOLD = 'fo:font-weight="bold"'
# The forms of its cells: what is said of the cell, of its letters, and their size.
_FORMS = {
    "title": ("", _BOLD, 14),
    "lead": ("", _BOLD, 11),
    "plain": ("", "", 11),
    "heading": (f'fo:background-color="#e7ecf3" {_WRAPPED}', _BOLD, 11),
    "text": (_WRAPPED, "", 11),
    "error": (f'fo:background-color="{GROUNDS["error"]}" {_WRAPPED}', "", 11),
    "warning": (f'fo:background-color="{GROUNDS["warning"]}" {_WRAPPED}', "", 11),
    "link": (_WRAPPED, 'fo:color="#0563c1" style:text-underline-style="solid" style:text-underline-width="auto"', 11),
}  # fmt: skip


class ListSheet:
    """The parts of the list: `table`, `styles`; `top` is the row of its headings, `bottom` the last."""

    def __init__(
        self,
        name: str,
        issues: Sequence[Issue],
        tabs: Mapping[str, str],
        notes: Sequence[str],
        taken: Set[str],
        page: str | None = None,
        *,
        printed: bool = True,
    ) -> None:
        """`tabs` are the names of the tables by those that the findings use, in the order of the file; `taken` are
        names of styles in use; `page` names the style of the sheet's printed pages; not `printed` is it where no other sheet is."""
        self.name = name
        free = (f"danh_sach{n}_" for n in count(1))
        self._print = "" if printed else ' table:print="false"'
        self._prefix = next(p for p in free if not any(t.startswith(p) for t in taken))
        head = list_words.head(issues, notes)
        self.top = len(head) + 2
        self.bottom = self.top + len(issues)
        self.styles = self._styles(page)
        self.table = self._table(head, list_words.ordered(issues, list(tabs)), tabs)

    @property
    def place(self) -> str:
        """The cells that are filtered."""
        sheet = quoted(self.name)
        return f"{sheet}.A{self.top}:{sheet}.{references.letters(len(list_words.COLUMNS))}{self.bottom}"

    def _styles(self, page: str | None) -> bytes:
        master = f" style:master-page-name={quoteattr(page)}" if page else ""
        row = '<style:table-row-properties style:use-optimal-row-height="true"/>'
        made = [
            self._style("table", "table", '<style:table-properties table:display="true"/>', master),
            self._style("row", "table-row", row),
        ]
        for i, width in enumerate(list_words.COLUMNS.values()):
            column = f'<style:table-column-properties style:column-width="{width * _LETTER + _SIDES:.2f}cm"/>'
            made.append(self._style(f"column{i}", "table-column", column))
        for form, (cell, letters, size) in _FORMS.items():
            said = f"<style:text-properties {_LETTERS.format(size=size)} {letters}/>"
            made.append(self._style(form, "table-cell", f"<style:table-cell-properties {cell}/>{said}"))
        return "".join(made).encode()

    def _style(self, name: str, family: str, said: str, more: str = "") -> str:
        return f'<style:style style:name="{self._prefix}{name}" style:family="{family}"{more}>{said}</style:style>'

    def _table(self, head: Sequence[str], issues: Sequence[Issue], tabs: Mapping[str, str]) -> bytes:
        first, second, *others = head
        parts = [
            f'<table:table table:name={quoteattr(self.name)} table:style-name="{self._prefix}table"{self._print}>'.encode(),
            *(f'<table:table-column table:style-name="{self._prefix}column{i}"/>'.encode() for i in range(len(list_words.COLUMNS))),
            self._row(self._text("title", first)),
            self._row(self._text("lead", second)),
            *(self._row(self._text("plain", line)) for line in others),
            self._row(b"<table:table-cell/>"),
            b"<table:table-header-rows>",
            self._row(*(self._text("heading", word) for word in list_words.COLUMNS)),
            b"</table:table-header-rows>",
        ]  # fmt: skip
        parts += [self._row(*self._line(found, tabs)) for found in issues]
        return b"".join([*parts, b"</table:table>"])

    def _row(self, *cells: bytes) -> bytes:
        head = f'<table:table-row table:style-name="{self._prefix}row">'.encode()
        return head + b"".join(cells) + b"</table:table-row>"

    def _line(self, found: Issue, tabs: Mapping[str, str]) -> list[bytes]:
        texts = list_words.line(found)
        cells = [self._text("text", text) for text in texts]
        cells[list_words.LEVEL] = self._text(found["severity"], texts[list_words.LEVEL])
        row, _ = list_words.place(found)
        if row:
            cells[list_words.ROW] = self._number(row)
        tab = tabs.get(found["sheet"] or "")
        if row and tab is not None:
            cells[list_words.CELL] = self._link(texts[list_words.CELL], tab)
        return cells

    def _number(self, number: int) -> bytes:
        return (
            f'<table:table-cell table:style-name="{self._prefix}text" office:value-type="float" office:value="{number}">'
            f"<text:p>{number}</text:p></table:table-cell>"
        ).encode()

    def _text(self, form: str, text: str) -> bytes:
        return self._cell(form, splicing.paragraphs(plain(text)) if text else b"")

    def _link(self, cell: str, tab: str) -> bytes:
        way = quoteattr(f"#{quoted(tab)}.{cell}")
        return self._cell(
            "link", f'<text:p><text:a xlink:href={way} xlink:type="simple">{cell}</text:a></text:p>'.encode()
        )

    def _cell(self, form: str, paragraphs: bytes) -> bytes:
        said = b' office:value-type="string"' if paragraphs else b""
        style = f"{self._prefix}{form}".encode()
        return b'<table:table-cell table:style-name="%b"%b>%b</table:table-cell>' % (style, said, paragraphs)


def quoted(name: str) -> str:
    """A table's name as references have it."""
    return "'" + name.replace("'", "''") + "'"
