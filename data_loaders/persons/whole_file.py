"""What a file tells of persons: its name and those of its sheets, its tables, and what stands around them."""

from collections.abc import Iterable, Sequence

from data_loaders.columns.choice import Understood
from data_loaders.columns.column import is_figure_field
from data_loaders.issues import WORDINGS, issue
from data_loaders.persons import around, personal
from data_loaders.persons.name_lists import name_lists
from data_loaders.persons.names import names_child
from data_loaders.persons.told_by_words import personal_words
from data_loaders.reading.grid import Cell, Sheet
from data_loaders.values.amounts.numbers import read_count
from program.contract import Issue, IssueCode, TableKind
from program.text import clean

# A sheet of nothing but names beside those that report: to take out its columns one by one leaves nothing.
_WITHOUT_SHEET = (
    "Bỏ cả trang “{name}” khỏi tệp, chỉ giữ số lượng người tham gia ở các trang khác, rồi nộp lại."
)
# The advice in whose place that one stands.
_USUAL = WORDINGS[IssueCode.PERSONAL_DATA].fix.partition("}")[2]
_DAYS = ("start_date", "end_date", "period")


def findings(file_name: str, sheets: Iterable[tuple[Sheet, Sequence[Understood]]]) -> list[Issue]:
    """Everything in a file that tells a person's data, in the order of its sheets; empty where nothing does.
    A sheet that is called by a person's name has no other finding, since each would repeat it."""
    sheets = list(sheets)
    found = [_named("Tên tệp", "tệp")] if names_child(clean(file_name.replace("_", " "))) else []
    for sheet, tables in sheets:
        if personal_words(clean(sheet.name)):
            found.append(_named("Tên của một trang tính", "trang tính đó"))
            continue
        own = [one for table in tables for one in personal.findings(table)]
        own += [] if tables else name_lists(sheet)
        if (
            own
            and not any(map(_reports, tables))
            and any(_reports(t) for _, others in sheets for t in others)
        ):
            without = _WITHOUT_SHEET.format(name=sheet.name)
            own = [{**one, "fix": without} if one["fix"].endswith(_USUAL) else one for one in own]
        found += [*own, *around.findings(sheet, tables)]
    return found


def _reports(table: Understood) -> bool:
    """Whether a table tells days or figures, or is a register of schools or the like, not names alone."""
    if table.kind not in (None, TableKind.ACTIVITIES, TableKind.PARTICIPATION):
        return True
    fields = {number: heading.fields[0] for number, heading in table.headings.items() if heading.fields}
    return any(
        any(cell is not None for cell in _column(table, n))
        if field in _DAYS
        else is_figure_field(field) and any(isinstance(read_count(c), int) for c in _column(table, n))
        for n, field in fields.items()
    )


def _column(table: Understood, number: int) -> Sequence[Cell]:
    return table.block.view.column(number, table.block.first, table.block.last)


def _named(what: str, where: str) -> Issue:
    found = issue(IssueCode.PERSONAL_DATA, what=what, kind="họ tên, liên lạc của người", delete="")
    return {
        **found,
        "fix": f"Đổi tên {where} (ví dụ: Tháng 5), không ghi họ tên, liên lạc của ai, rồi nộp lại.",
    }
