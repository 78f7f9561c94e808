"""What a file tells of persons: its name and those of its sheets, its tables, and what stands around them."""

from collections.abc import Iterable, Sequence

from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.persons import around, personal
from data_loaders.persons.name_lists import name_lists
from data_loaders.persons.names import names_child
from data_loaders.persons.told_by_words import personal_words
from data_loaders.reading.grid import Sheet
from program.contract import Issue, IssueCode
from program.text import clean


def findings(file_name: str, sheets: Iterable[tuple[Sheet, Sequence[Understood]]]) -> list[Issue]:
    """Everything in a file that tells a person's data, in the order of its sheets; empty where nothing does.
    A sheet that is called by a person's name has no other finding, since each would repeat it."""
    found = [_named("Tên tệp", "tệp")] if names_child(clean(file_name.replace("_", " "))) else []
    for sheet, tables in sheets:
        if personal_words(clean(sheet.name)):
            found.append(_named("Tên của một trang tính", "trang tính đó"))
            continue
        found += [one for table in tables for one in personal.findings(table)]
        found += [] if tables else name_lists(sheet)
        found += around.findings(sheet, tables)
    return found


def _named(what: str, where: str) -> Issue:
    found = issue(IssueCode.PERSONAL_DATA, what=what, kind="họ tên, liên lạc của người", delete="")
    return {
        **found,
        "fix": f"Đổi tên {where} (ví dụ: Tháng 5), không ghi họ tên, liên lạc của ai, rồi nộp lại.",
    }
