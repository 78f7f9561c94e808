"""What the list of findings in front of a workbook says, whatever form the workbook has."""

from collections import Counter
from collections.abc import Sequence

from data_loaders.annotating.recognising import TITLE
from data_loaders.reading import references
from program.contract import ISSUE_LABELS, Issue

# The headings and how many letters wide their columns are.
COLUMNS = {
    "Trang": 22, "Dòng": 8, "Ô": 9, "Mức": 12, "Loại": 28, "Điều thấy được": 62, "Cách sửa": 62,
}  # fmt: skip
# The columns that hold a number, a link, the level.
ROW, CELL, LEVEL = 1, 2, 3
# Excel opens no sheet with more links than this (its limit is 65,530).
MOST_LINKS = 60_000
NO_MACROS = "Tệp này không giữ macro của tệp gốc."
ALONE = "Tệp gốc quá lớn để chép lại; hãy mở tệp gốc và sửa theo danh sách này."
_LABELS = {code.value: label for code, label in ISSUE_LABELS.items()}
_LEVELS = {"error": "Lỗi", "warning": "Cảnh báo"}
_WHAT_TO_DO = (
    "Mở tệp này bằng Excel hoặc LibreOffice, sửa các ô được tô màu (đỏ: phải sửa; vàng: nên xem lại), lưu lại, rồi nộp "
    "lại tệp này; trang này không cần xóa."
)


def head(issues: Sequence[Issue], notes: Sequence[str]) -> list[str]:
    """The lines above the list: its title, how much there is to do, how, and further notes."""
    return [TITLE, _summary(issues), *([_WHAT_TO_DO] if issues else []), *notes]


def _summary(issues: Sequence[Issue]) -> str:
    errors = sum(found["severity"] == "error" for found in issues)
    said = [
        *([f"{errors} lỗi phải sửa"] if errors else []),
        *([f"{len(issues) - errors} điều nên xem lại"] if len(issues) > errors else []),
    ]
    return ", ".join(said) if said else "Không có gì cần sửa"


def place(found: Issue) -> tuple[int, int]:
    """Row and column of a finding; (0, 0) where it concerns a sheet or the file as a whole."""
    return references.cell(found["cell"] or "") or (0, 0)


def ordered(issues: Sequence[Issue], order: Sequence[str]) -> list[Issue]:
    """Errors first, then the most frequent cause, then the order of the cells in the file; `order` has the sheets."""
    often = Counter((found["severity"], found["code"]) for found in issues)
    sheets = {name: i for i, name in enumerate(order)}
    return sorted(
        issues,
        key=lambda found: (
            found["severity"], -often[found["severity"], found["code"]], found["code"],
            sheets.get(found["sheet"] or "", -1), place(found),
        ),
    )  # fmt: skip


def line(found: Issue) -> tuple[str, ...]:
    """The texts of one finding, by the columns; the number of its row is left to the form of the workbook."""
    # What a reviewer says of a cell is no finding of a check.
    label = _LABELS.get(found["code"], "Cần xem lại")
    return (
        found["sheet"] or "", "", found["cell"] or "", _LEVELS[found["severity"]], label, found["message"],
        found["fix"],
    )  # fmt: skip
