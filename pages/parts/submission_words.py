"""Words of the upload page for tables, fields, causes and states."""

from locales.forms import number
from locales.messages import t
from program import units
from program.contract import ISSUE_LABELS, IssueCode, TableKind
from program.field_labels import FIELD_LABELS
from program.submissions.mending import DAY_FIRST, MONTH_FIRST, NOT_USED, Question
from program.vocabulary import AUDIENCE_LABELS, KIND_LABELS, Audience, Kind

TABLES = {
    TableKind.ACTIVITIES: "danh sách hoạt động",
    TableKind.PARTICIPATION: "bảng tổng hợp",
    TableKind.TARGETS: "bảng chỉ tiêu",
    TableKind.SCHOOLS: "danh sách trường",
    TableKind.POPULATION: "số liệu nền",
    TableKind.FOCAL_POINTS: "danh sách đầu mối",
    TableKind.DIRECTIVES: "danh sách văn bản",
    TableKind.TASKS: "danh sách nhiệm vụ",
}
# What the records of a table are called when they are counted.
ROWS = {
    TableKind.ACTIVITIES: "{n} dòng hoạt động",
    TableKind.PARTICIPATION: "{n} số tổng hợp",
    TableKind.TARGETS: "{n} chỉ tiêu",
    TableKind.SCHOOLS: "{n} trường, cơ sở",
    TableKind.POPULATION: "{n} số liệu nền",
    TableKind.FOCAL_POINTS: "{n} đầu mối",
    TableKind.DIRECTIVES: "{n} văn bản",
    TableKind.TASKS: "{n} nhiệm vụ",
}
# The endings of workbooks that can come back corrected.
FAMILY = (".xlsx", ".xlsm", ".ods")
ORDERS = {DAY_FIRST: "Ngày trước, tháng sau", MONTH_FIRST: "Tháng trước, ngày sau"}
STATES = {
    "checked": "○ đã kiểm tra, chưa nhận",
    "accepted": "● đang được tính",
    "withdrawn": "□ đã rút",
    "superseded": "□ đã được thay thế",
}


def field(code: str) -> str:
    """What a column is taken as: "Lượt: Cha mẹ, người chăm sóc trẻ"."""
    group, _, part = code.partition(".")
    if group == "attendances" and part in set(Audience):
        return t("Lượt: {audience}", audience=t(AUDIENCE_LABELS[Audience(part)]))
    return t(FIELD_LABELS.get(code, "Số liệu"))


def cause(code: str) -> str:
    """The short name of a cause; one that has no name yet is "Cần xem lại"."""
    return (
        t(ISSUE_LABELS[IssueCode(code)])
        if code in set(IssueCode) and IssueCode(code) in ISSUE_LABELS
        else t("Cần xem lại")
    )


def rows(kind: str, count: int) -> str:
    """Records of a kind of table, counted."""
    return t(ROWS[TableKind(kind)], n=number(count))


def meaning(question: Question, value: str) -> str:
    """What an answer says: "Quận Hải Châu", "Lượt: Cha mẹ, người chăm sóc trẻ", "Không dùng cột này"."""
    if question == Question.UNIT:
        return units.label(value, with_type=True)
    if question == Question.KIND:
        return t(KIND_LABELS[Kind(value)])
    if question == Question.AUDIENCE:
        return t(AUDIENCE_LABELS[Audience(value)])
    if question == Question.DATE_ORDER:
        return t(ORDERS[value])
    return t("Không dùng cột này") if value == NOT_USED else field(value)


def unit_or_several(code: str | None) -> str:
    """The unit of a file, or that it speaks of several."""
    return units.label(code, with_type=True) if code else t("nhiều đơn vị")
