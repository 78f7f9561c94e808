"""The user's own .ods with its mistakes marked: `content.xml` changed in its zip, the other parts as they are."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from data_loaders.annotating import list_words, marks, placing
from data_loaders.annotating.ods import earlier, page, splicing, styles, view
from data_loaders.annotating.ods.content import Content, Marks
from data_loaders.annotating.ods.list_sheet import ListSheet
from data_loaders.annotating.ods.rows import Mark, Typed
from data_loaders.annotating.ods.splicing import Span
from data_loaders.annotating.recognising import NAME
from data_loaders.mending.corrections import placed, typed
from data_loaders.reading import kinds, markup, refusals
from data_loaders.reading.archive import Archive
from data_loaders.reading.grid import Limits, Sheet
from program.contract import Issue
from program.submissions.mending import Correction
from program.text import grouped

_CONTENT, _STYLES, _SETTINGS, _MIME = "content.xml", "styles.xml", "settings.xml", "mimetype"
_MANIFEST = "META-INF/manifest.xml"
# What could be run, and signatures under what no longer is as it was signed.
_MACROS = ("basic/", "scripts/")
_SIGNED = ("meta-inf/documentsignatures.xml", "meta-inf/macrosignatures.xml")
_NO_SIGNATURE = "Tệp này không giữ chữ ký số của tệp gốc, vì nội dung đã được đánh dấu thêm."
_ENCODING = re.compile(rb"""\xef?\xbb?\xbf?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)""")
# LibreOffice makes a drawing of each remark when it opens a file: 3,000 take seven seconds, 12,000 a minute.
_MOST_REMARKS = 4_000
_FEWER_REMARKS = (
    f"Chỉ {grouped(_MOST_REMARKS)} ô đầu có ghi chú ghim vào ô, vì nhiều hơn thì tệp mở rất chậm; các ô tô màu khác xem "
    "trong danh sách này."
)
_EMPTY = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2">'
    b"<office:body><office:spreadsheet></office:spreadsheet></office:body></office:document-content>"
)
_EMPTY_MANIFEST = (
    b'<?xml version="1.0" encoding="UTF-8"?>'
    b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    b'<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    b'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def is_own_kind(raw: bytes, limits: Limits) -> bool:
    """Whether these bytes are an .ods. Raises Unreadable for an archive that is damaged or unsafe."""
    return kinds.kind(raw) is kinds.Kind.ZIP and kinds.is_ods(Archive(raw, limits))


def annotate(
    raw: bytes, sheets: Mapping[str, Sheet], lists: Iterable[str], issues: Sequence[Issue], limits: Limits
) -> bytes:
    """The bytes of the marked workbook. `sheets` are those of the file by the names that the findings use, `lists` the
    names of tables that an earlier round put in front. Raises Unreadable where the file cannot be taken this way."""
    archive, parts = _opened(raw, lists, limits)
    given = {name.casefold(): name for name in parts}
    content = parts[given[_CONTENT]]
    common = styles.common(parts[given[_STYLES]]) if _STYLES in given else {}
    order = count(1)
    marked = {sheet.name: _marks(sheet, name, issues, order) for name, sheet in sheets.items()}
    notes = [*_notes(archive), *([_FEWER_REMARKS] if next(order) > _MOST_REMARKS + 1 else [])]
    changed = Content(content, marked, common, limits.unpacked_bytes)
    tabs = {name: sheet.name for name, sheet in sheets.items()}
    paper = page.NAME if _STYLES in given else None
    name = _free(changed.table_names)
    front = ListSheet(name, issues, tabs, notes, changed.taken, paper, printed=changed.printed)
    parts[given[_CONTENT]] = _with_list(changed, front)
    if _STYLES in given:
        parts[given[_STYLES]] = page.with_page(parts[given[_STYLES]])
    if _SETTINGS in given:
        parts[given[_SETTINGS]] = view.opening_at(parts[given[_SETTINGS]], front.name, front.top)
    return _packed(parts)


def correct(
    raw: bytes,
    sheets: Mapping[str, Sheet],
    lists: Iterable[str],
    corrections: Iterable[Correction],
    limits: Limits,
) -> bytes:
    """The bytes of the workbook with corrected cells, taken as `annotate` takes it; a correction of a sheet or cell that
    does not exist is left out. Formulas keep the results that they had."""
    _, parts = _opened(raw, lists, limits)
    given = {name.casefold(): name for name in parts}
    common = styles.common(parts[given[_STYLES]]) if _STYLES in given else {}
    told, new = list(corrections), dict[str, dict[int, dict[int, Mark | Typed]]]()
    for name, sheet in sheets.items():
        rows = new.setdefault(sheet.name, {})
        for (row, column), text in placed(sheet, [c for c in told if c.sheet == name]).items():
            rows.setdefault(row, {})[column] = Typed(typed(text))
    changed = Content(parts[given[_CONTENT]], new, common, limits.unpacked_bytes)
    parts[given[_CONTENT]] = changed.with_styles(b"")
    return _packed(parts)


def _opened(raw: bytes, lists: Iterable[str], limits: Limits) -> tuple[Archive, dict[str, bytes]]:
    """The archive, and its parts without what could be run, signatures, and what an earlier round put in."""
    if kinds.kind(raw) is not kinds.Kind.ZIP:
        raise refusals.other_kind("tệp loại khác")
    archive = Archive(raw, limits)
    if not kinds.is_ods(archive):
        raise refusals.other_kind("tệp loại khác")
    parts = {name: archive.read(name) for name in archive.names() if not _left_out(name)}
    given = {name.casefold(): name for name in parts}
    content = given[_CONTENT]
    parts[content] = _written_in_utf8(earlier.taken_off(parts[content], set(lists)))
    manifest = given.get(_MANIFEST.casefold())
    if manifest and len(parts) < len(archive.names()):
        parts[manifest] = _manifest(parts[manifest])
    return archive, parts


def list_alone(issues: Sequence[Issue]) -> bytes:
    """A workbook of nothing but the list."""
    empty = Content(_EMPTY, {}, {}, 0)
    content = _with_list(empty, ListSheet(NAME, issues, {}, [list_words.ALONE], set()))
    mime = kinds.ODS_MIME.encode()
    return _packed({_MIME: mime, _CONTENT: content, _MANIFEST: _EMPTY_MANIFEST})


def _marks(sheet: Sheet, name: str, issues: Sequence[Issue], order: Iterator[int]) -> Marks:
    """The marks of a sheet; `order` counts the marked cells of the file."""
    found = placing.by_cell(sheet, [issue for issue in issues if issue["sheet"] == name])
    return {
        row: {
            column: Mark(marks.severity(here), marks.words(here) if next(order) <= _MOST_REMARKS else "")
            for column, here in sorted(cells.items())
        }
        for row, cells in sorted(found.items())
    }


def _written_in_utf8(content: bytes) -> bytes:
    """Raises Unreadable for other letters, which no known program writes: new words would be of two kinds."""
    said = _ENCODING.match(content)
    if said and said[1].lower() not in (b"utf-8", b"us-ascii"):
        raise refusals.corrupt(_CONTENT)
    return content


def _free(taken: set[str]) -> str:
    """A name for the list's table that no other has."""
    known = {name.casefold() for name in taken}
    return next(
        n for n in (NAME, *(f"{NAME}{i}" for i in range(1, len(taken) + 2))) if n.casefold() not in known
    )


def _with_list(content: Content, front: ListSheet) -> bytes:
    """The part with the list before the first table and its filter among the others."""
    place = content.first_table or content.after_tables
    content.changes.append(((place, place), front.table))
    content.changes += content.tracked.changes(lambda number: number + 1)
    names = (f"__Anonymous_Sheet_DB__{n}" for n in count())
    name = next(n for n in names if n not in content.range_names)
    filtered = (
        f'<table:database-range table:name="{name}" table:target-range-address="{front.place}" '
        'table:display-filter-buttons="true"/>'
    ).encode()
    end = content.ranges.end if content.ranges else content.after_tables
    content.changes.append(splicing.added("table:database-ranges", content.ranges, end, filtered))
    return content.with_styles(front.styles)


def _left_out(name: str) -> bool:
    return name.casefold().startswith(_MACROS) or name.casefold() in _SIGNED


def _notes(archive: Archive) -> list[str]:
    """What of the original this workbook lacks, in words for its user."""
    names = [name.casefold() for name in archive.names()]
    return [
        *([list_words.NO_MACROS] if any(name.startswith(_MACROS) for name in names) else []),
        *([_NO_SIGNATURE] if _SIGNED[0] in names else []),
    ]


def _manifest(raw: bytes) -> bytes:
    """Without the parts that are left out."""
    seen = _Entries(raw)
    markup.parse_placed(raw, seen.start, seen.end)
    return splicing.spliced(raw, seen.cut)


class _Entries:
    """The entries of the manifest that name a part which is left out."""

    def __init__(self, raw: bytes) -> None:
        self.cut: list[tuple[Span, bytes]] = []
        self._raw = raw
        self._open: list[splicing.Tag | None] = []

    def start(self, tag: str, said: dict[str, str], at: int) -> None:
        path = next((value for name, value in said.items() if markup.local(name) == "full-path"), "")
        unwanted = markup.local(tag) == "file-entry" and _left_out(path)
        self._open.append(splicing.tag_at(self._raw, at) if unwanted else None)

    def end(self, _: str, at: int) -> None:
        here = self._open.pop()
        if here:
            self.cut.append(((here.start, splicing.behind(self._raw, here, at)), b""))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """The archive; the kind of document stands first and uncompressed, as the standard wants it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(parts, key=lambda name: name.casefold() != _MIME):
            how = zipfile.ZIP_STORED if name.casefold() == _MIME else zipfile.ZIP_DEFLATED
            made.writestr(name, parts[name], how)
    return out.getvalue()
