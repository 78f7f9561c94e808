"""Tables of what is still to be held ("Kế hoạch tổ chức các lớp năm 2024"): plans report nothing."""

import re

from data_loaders.columns.choice import Understood
from data_loaders.issues import issue
from data_loaders.layout.below.row_labels import LEADING
from data_loaders.reading import references
from data_loaders.values.amounts.numbers import bare
from program.contract import Issue, IssueCode, TableKind

_PLAN = re.compile(
    r"^\W*((du thao|bieu|bang|phu luc:?|noi dung|tien do|lich theo|phan [ivx\d]+[.:]|phuong huong,?|nhiem vu,?|va) )*ke hoach\b(?! so (?!(luong )?(lop|buoi|cuoc|luot|nguoi)\b))"
)
_LATER = re.compile(r"\b(du kien|sap to chuc|se to chuc|chua to chuc)\b")
_DONE = re.compile(
    r"\b(ket qua|bao cao|da (to chuc|thuc hien|trien khai|mo|dien ra)|thuc hien duoc|tong hop|thong ke|so lieu)\b"
)
# Beside a column of the plan: what came of it.
_CARRIED_OUT = re.compile(r"(uoc )?thuc hien\b(?! (ke hoach|tai|boi)\b)")
_REPORTS = (TableKind.ACTIVITIES, TableKind.PARTICIPATION)


def is_plan(table: Understood) -> bool:
    """Whether the words above a table of activities name a plan, or its days are only intended, and nothing
    there or in its headings speaks of results."""
    if table.kind not in _REPORTS:
        return False
    lines = [bare(LEADING.sub("", line)) for line in table.block.captions]
    headings = [bare(" ".join(path)) for path in table.block.paths.values()]
    if any(map(_PLAN.match, headings)) and any(map(_CARRIED_OUT.match, headings)):
        return False
    planned = any(map(_PLAN.match, lines))
    # What is right above the table goes before the name of a sheet that holds results too ("II. Kế hoạch năm 2024").
    named = () if planned else (bare(table.block.view.sheet.name),)
    if any(_DONE.search(text) for text in (*lines, *headings, *named)):
        return False
    dated = [bare(c.heading.text) for c in table.columns if c.field in ("start_date", "period")]
    intended = any(map(_LATER.search, dated)) or any(map(_LATER.search, lines))
    return intended or planned


def set_aside(table: Understood) -> Issue:
    """What is said of a plan: that nothing of it is counted, and what to send instead."""
    sheet = table.block.view.sheet.name
    at = references.name(table.block.header_rows[0], table.columns[0].number)
    return issue(IssueCode.PLAN_NOT_COUNTED, sheet, at, name=sheet)


def are_why(issues: list[Issue]) -> bool:
    """Whether nothing of a file without errors is counted because its tables are plans, which then is an error."""
    told = [found for found in issues if found["code"] == IssueCode.PLAN_NOT_COUNTED]
    for found in told:
        found["severity"] = "error"
    return bool(told)
