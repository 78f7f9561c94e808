"""Which way a file is marked: as it is, as a copy of its values, or only by the list of its findings; and
how it is corrected: as it is."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

from data_loaders import letters, reading
from data_loaders.annotating import error_sheet, list_words, values_only
from data_loaders.annotating.forms import Form
from data_loaders.annotating.ods import workbook
from data_loaders.annotating.recognising import is_list_of_findings
from data_loaders.annotating.xls import old_workbook
from data_loaders.annotating.xlsx import corrected_workbook, own_workbook
from data_loaders.reading import failures, kinds
from data_loaders.reading.grid import Limits, Sheet, Unreadable
from data_loaders.reading.kinds import Kind
from program.contract import Issue
from program.submissions.mending import Correction

# More cells than this are not copied within the time that a process has.
_COPIED = 1_000_000


def build(
    file_name: str, raw: bytes, issues: Sequence[Issue], limits: Limits, form: Form = Form.XLSX
) -> bytes:
    """The bytes of the marked workbook in this form; see `annotated`. Raises Unreadable as `reading.read` does."""
    read = reading.read(file_name, raw, limits).sheets
    sheets = _own(read)
    if form is Form.ODS:
        lists = {sheet.name for sheet in read if is_list_of_findings(sheet)}
        with failures.refused():
            return workbook.annotate(raw, sheets, lists, issues, limits)
    try:
        with failures.refused():
            if kinds.kind(raw) is Kind.COMPOUND:
                return old_workbook.annotate(raw, read, sheets, issues)
            return own_workbook.annotate(raw, sheets, issues, limits)
    except Unreadable:
        if sum(len(row) - row.count(None) for sheet in sheets.values() for row in sheet.rows) > _COPIED:
            return list_alone(issues)
        turned = {name: letters.restored(sheet) for name, sheet in sheets.items()}
        return values_only.annotate(turned, issues)


def corrected(file_name: str, raw: bytes, corrections: Sequence[Correction], limits: Limits) -> bytes:
    """The bytes of the corrected workbook; see `annotating.corrected`. Raises Unreadable."""
    read = reading.read(file_name, raw, limits).sheets
    sheets = _own(read)
    with failures.refused():
        if workbook.is_own_kind(raw, limits):
            lists = {sheet.name for sheet in read if is_list_of_findings(sheet)}
            return workbook.correct(raw, sheets, lists, corrections, limits)
        return corrected_workbook.correct(raw, sheets, corrections, limits)


def _own(read: Iterable[Sheet]) -> dict[str, Sheet]:
    """The sheets of the file by the names that findings and corrections use, without the list of an earlier round."""
    return {letters.restored(sheet).name: sheet for sheet in read if not is_list_of_findings(sheet)}


def list_alone(issues: Sequence[Issue], form: Form = Form.XLSX) -> bytes:
    """A workbook of nothing but the list."""
    if form is Form.ODS:
        return workbook.list_alone(issues)
    book = Workbook(write_only=True)
    error_sheet.add(book, issues, {}, [list_words.ALONE])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
