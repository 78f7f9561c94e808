"""What the check of one workbook gives: the object of the data contract, and its issue codes.

`data_loaders` makes it, `storage` keeps it, the upload page shows it; all dates are ISO text and all
codes those of `program.vocabulary` and `program.units`.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Literal, Protocol, TypedDict, runtime_checkable


class Source(TypedDict):
    """Where a record stands, as the user sees it in the spreadsheet (first row is 1)."""

    sheet: str
    row: int


class Issue(TypedDict):
    """One finding about one cell: what was found, and in Vietnamese why it matters and how to mend it.

    `sheet`, `cell` and `found` are null where a finding concerns the file or a sheet as a whole.
    """

    severity: Literal["error", "warning"]
    code: str
    sheet: str | None
    cell: str | None
    found: str | None
    message: str
    fix: str


class Table(TypedDict):
    """One table of a sheet. `columns` maps a column's letter to its field (`attendances.parents`);
    `records` is a list, or of a large file a read-only sequence."""

    kind: str
    sheet: str
    header_rows: list[int]
    columns: dict[str, str]
    unused_columns: list[str]
    records: Sequence[dict[str, Any]]


@runtime_checkable
class ByColumn(Protocol):
    """Records of a long list that are kept by column: their columns can be had without making the records one
    by one, which takes a quarter of a second for every 100,000. All have the same fields, the `names`."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def column(self, name: str, start: int = 0, stop: int | None = None) -> list[Any]:
        """The values of a field. Raises ValueError for one that holds dictionaries."""

    def within(self, name: str, start: int = 0, stop: int | None = None) -> dict[str, list[Any]]:
        """The columns of a field that holds a dictionary in every record; None where one lacks a value. Raises
        ValueError for another field."""


def column(table: Table, name: str) -> Iterable[Any]:
    """The values of a field that every record of a table has, in their order; of few or many records."""
    records = table["records"]
    if isinstance(records, ByColumn) and records:
        return records.column(name)
    return (record[name] for record in records)


def units_in(table: Table) -> set[str]:
    """The units that the records of a table name."""
    return set(column(table, "unit"))


def all_single(report: "Report") -> bool:
    """Whether every record of a file is one activity."""
    return all(_all_single(table["records"]) for table in report["tables"])


def _all_single(records: Sequence[dict[str, Any]]) -> bool:
    if isinstance(records, ByColumn) and records:
        return "count" in records.names and set(records.column("count")) == {1}
    return all(record.get("count") == 1 for record in records)


class Report(TypedDict):
    """The result for one file. `status` is `ready`, `needs_fixes` or `rejected`."""

    file: str
    status: Literal["ready", "needs_fixes", "rejected"]
    tables: list[Table]
    issues: list[Issue]


class TableKind(StrEnum):
    """What a table of a workbook holds."""

    ACTIVITIES = "activities"
    PARTICIPATION = "participation"
    TARGETS = "targets"
    SCHOOLS = "schools"
    POPULATION = "population"
    FOCAL_POINTS = "focal_points"
    DIRECTIVES = "directives"
    TASKS = "tasks"


# Kinds that say what others are measured by; changing them needs a right of its own.
MANAGED_KINDS = frozenset({TableKind.TARGETS, TableKind.SCHOOLS, TableKind.POPULATION})


class IssueCode(StrEnum):
    """Codes of the contract: more may be added, none renamed."""

    NOT_A_WORKBOOK = "not_a_workbook"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    UNSAFE_ARCHIVE = "unsafe_archive"
    NO_TABLE = "no_table"
    PERSONAL_DATA = "personal_data"
    REQUIRED_MISSING = "required_missing"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_AMBIGUOUS = "unit_ambiguous"
    KIND_UNKNOWN = "kind_unknown"
    AUDIENCE_UNKNOWN = "audience_unknown"
    DATE_UNREADABLE = "date_unreadable"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_OUTSIDE_PROGRAM = "date_outside_program"
    NUMBER_UNREADABLE = "number_unreadable"
    NUMBER_NEGATIVE = "number_negative"
    PARTS_EXCEED_TOTAL = "parts_exceed_total"
    TOTAL_MISMATCH = "total_mismatch"
    DUPLICATE_ROW = "duplicate_row"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    HIDDEN_ROWS = "hidden_rows"
    UNUSED_COLUMN = "unused_column"
    IMPLAUSIBLE_SIZE = "implausible_size"
    TOTAL_ROW_MISMATCH = "total_row_mismatch"
    DELIVERY_UNKNOWN = "delivery_unknown"
    INDICATOR_UNKNOWN = "indicator_unknown"
    INDICATOR_UNMEASURED = "indicator_unmeasured"
    LEVEL_UNKNOWN = "level_unknown"
    GROUP_UNKNOWN = "group_unknown"
    TEXT_GARBLED = "text_garbled"
    CHECK_FAILED = "check_failed"
    UNIT_NOT_YOURS = "unit_not_yours"
    TABLE_NOT_YOURS = "table_not_yours"
    PLAN_NOT_COUNTED = "plan_not_counted"
    NOT_HELD = "not_held"
    STATE_UNKNOWN = "state_unknown"
    REPEATED_ENTRY = "repeated_entry"
    BEFORE_ASSIGNED = "before_assigned"
    TICKS_NOT_COUNTED = "ticks_not_counted"
    DATE_OUTSIDE_PERIOD = "date_outside_period"
    PLACE_OR_UNIT = "place_or_unit"
    HEADING_REPEATED = "heading_repeated"
    MEETINGS_OF_CLASSES = "meetings_of_classes"
    SHEET_UNREAD = "sheet_unread"
    LONGER_PERIOD = "longer_period"
    WOMEN_WITHOUT_ALL = "women_without_all"


WARNINGS = frozenset(
    {
        IssueCode.UNUSED_COLUMN,
        IssueCode.HIDDEN_ROWS,
        IssueCode.IMPLAUSIBLE_SIZE,
        IssueCode.DUPLICATE_ROW,
        IssueCode.DATE_AMBIGUOUS,
        IssueCode.TOTAL_MISMATCH,
        IssueCode.TOTAL_ROW_MISMATCH,
        IssueCode.DELIVERY_UNKNOWN,
        IssueCode.INDICATOR_UNMEASURED,
        IssueCode.PLAN_NOT_COUNTED,
        IssueCode.NOT_HELD,
        IssueCode.BEFORE_ASSIGNED,
        IssueCode.TICKS_NOT_COUNTED,
        IssueCode.DATE_OUTSIDE_PERIOD,
        IssueCode.PLACE_OR_UNIT,
        IssueCode.MEETINGS_OF_CLASSES,
        IssueCode.SHEET_UNREAD,
        IssueCode.LONGER_PERIOD,
        IssueCode.WOMEN_WITHOUT_ALL,
    }
)

# What a cause is called where findings are grouped or listed.
ISSUE_LABELS = {
    IssueCode.NOT_A_WORKBOOK: "Không mở được tệp",
    IssueCode.ENCRYPTED: "Tệp có mật khẩu",
    IssueCode.TOO_LARGE: "Tệp quá lớn",
    IssueCode.UNSAFE_ARCHIVE: "Tệp không an toàn",
    IssueCode.CHECK_FAILED: "Chương trình gặp lỗi",
    IssueCode.NO_TABLE: "Không tìm thấy bảng số liệu",
    IssueCode.SHEET_UNREAD: "Trang có bảng không đọc được",
    IssueCode.PERSONAL_DATA: "Có thông tin cá nhân",
    IssueCode.REQUIRED_MISSING: "Thiếu nội dung bắt buộc",
    IssueCode.UNIT_UNKNOWN: "Không rõ đơn vị",
    IssueCode.UNIT_AMBIGUOUS: "Tên đơn vị hiểu được nhiều cách",
    IssueCode.UNIT_NOT_YOURS: "Số liệu của đơn vị khác",
    IssueCode.TABLE_NOT_YOURS: "Bảng do cơ quan đầu mối nộp",
    IssueCode.KIND_UNKNOWN: "Không rõ loại hoạt động",
    IssueCode.AUDIENCE_UNKNOWN: "Không rõ đối tượng",
    IssueCode.DELIVERY_UNKNOWN: "Không rõ hình thức",
    IssueCode.PLAN_NOT_COUNTED: "Bảng kế hoạch, chưa phải kết quả",
    IssueCode.NOT_HELD: "Hoạt động chưa tổ chức",
    IssueCode.INDICATOR_UNKNOWN: "Không rõ chỉ tiêu",
    IssueCode.INDICATOR_UNMEASURED: "Chỉ tiêu ngoài danh mục",
    IssueCode.LEVEL_UNKNOWN: "Không rõ cấp học",
    IssueCode.GROUP_UNKNOWN: "Không rõ nhóm dân số",
    IssueCode.DATE_UNREADABLE: "Ngày không đọc được",
    IssueCode.DATE_AMBIGUOUS: "Ngày hiểu được hai cách",
    IssueCode.DATE_OUTSIDE_PROGRAM: "Ngày ngoài thời gian chương trình",
    IssueCode.DATE_OUTSIDE_PERIOD: "Ngày ngoài kỳ ghi ở tiêu đề",
    IssueCode.TICKS_NOT_COUNTED: "Chỉ đánh dấu, không có số",
    IssueCode.WOMEN_WITHOUT_ALL: "Có số nữ, thiếu tổng số",
    IssueCode.HEADING_REPEATED: "Hai cột cùng tiêu đề",
    IssueCode.MEETINGS_OF_CLASSES: "Lớp chỉ có số buổi",
    IssueCode.PLACE_OR_UNIT: "Nơi tổ chức hay đơn vị báo cáo",
    IssueCode.NUMBER_UNREADABLE: "Số không đọc được",
    IssueCode.NUMBER_NEGATIVE: "Số âm",
    IssueCode.PARTS_EXCEED_TOTAL: "Các phần cộng lại lớn hơn tổng số",
    IssueCode.TOTAL_MISMATCH: "Tổng số khác với các phần cộng lại",
    IssueCode.TOTAL_ROW_MISMATCH: "Dòng cộng khác với các dòng bên trên",
    IssueCode.DUPLICATE_ROW: "Dòng giống hệt nhau",
    IssueCode.LONGER_PERIOD: "Kỳ dài gồm các kỳ ngắn hơn",
    IssueCode.FORMULA_WITHOUT_VALUE: "Công thức chưa có kết quả",
    IssueCode.HIDDEN_ROWS: "Có dòng, cột hoặc trang bị ẩn",
    IssueCode.UNUSED_COLUMN: "Cột không dùng đến",
    IssueCode.IMPLAUSIBLE_SIZE: "Số lượt khác thường",
    IssueCode.TEXT_GARBLED: "Chữ bị lỗi mã",
    IssueCode.STATE_UNKNOWN: "Không rõ tình trạng nhiệm vụ",
    IssueCode.REPEATED_ENTRY: "Một mục ghi hai lần",
    IssueCode.BEFORE_ASSIGNED: "Ngày trước ngày giao nhiệm vụ",
}
