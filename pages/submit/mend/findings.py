"""What is to be mended, grouped by cause and then by cell; all of it as a file."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from data_loaders.annotating import form_of
from exports.as_csv.issues import issues_csv
from locales.forms import number
from locales.messages import language, t
from pages.parts.files import download
from pages.parts.shell.frame import note
from pages.parts.submission_words import cause
from pages.parts.words import listed, plain
from program.contract import Issue
from program.text import lower_first

LINES_SHOWN = 15
CELLS_SHOWN = 40
# Of one cause where all of it is asked for, in a box of this height; beyond it a page takes long to draw.
_LINES_AT_MOST, _CELLS_AT_MOST = 1_000, 5_000
_HEIGHT = 420


def by_cause(issues: Sequence[Issue], severity: str) -> list[tuple[str, list[Issue]]]:
    """The findings of one severity by code, the most frequent first, each in the order of the file."""
    groups: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue["severity"] == severity:
            groups.setdefault(issue["code"], []).append(issue)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def gained(rows: int, errors: int) -> str:
    """Thêm 34 dòng đọc được, bớt 34 lỗi."""
    parts = [
        (rows > 0, "thêm {n} dòng đọc được", rows),
        (rows < 0, "bớt {n} dòng đọc được", -rows),
        (errors < 0, "bớt {n} lỗi", -errors),
        (errors > 0, "thêm {n} lỗi", errors),
    ]
    said = [t(words, n=number(n)) for holds, words, n in parts if holds]
    return t("Đã đọc lại tệp: {changes}.", changes=", ".join(said) or t("số dòng và số lỗi không đổi"))


def refusal(issues: Sequence[Issue]) -> str:
    """That nothing of a file can be taken, and why where there is one reason."""
    errors = [issue["code"] for issue in issues if issue["severity"] == "error"]
    causes = set(errors)
    if not causes:
        return t("Chưa nhận được tệp này.")
    if len(causes) > 1:
        return t("Chưa nhận được tệp này: còn {n} chỗ phải sửa.", n=number(len(errors)))
    return t("Chưa nhận được tệp này: {why}.", why=lower_first(cause(causes.pop())))


def draw(
    issues: Sequence[Issue],
    file_name: str,
    key: str,
    marked: Callable[[], bytes] | None = None,
    source: Mapping[str, int] | None = None,
    refused: bool = False,
) -> None:
    """Errors, then warnings, then the buttons that take all of them along: in the user's own workbook,
    which `marked` makes, and as a list. `source` tells the log which submission, where there is one; of a file that
    is `refused` no row counts, whatever stands in it."""
    if not issues:
        return
    in_vietnamese()
    in_rows = not refused and any(place(issue) for issue in issues)
    for severity, lead in (
        ("error", "Phải sửa, vì dòng có lỗi không được tính" if in_rows else "Phải sửa trước khi nộp"),
        ("warning", "Nên xem lại; các dòng này vẫn được tính"),
    ):
        groups = by_cause(issues, severity)
        if groups:
            note(f"**{t(lead).upper()}**")
        for code, found in groups:
            _group(code, found, key)
    stem = file_name.rpartition(".")[0] or file_name
    form = form_of(file_name)
    with st.container(horizontal=True):
        if marked:
            download.button(
                t("Tải tệp đã đánh dấu lỗi"), marked, file_name=f"{stem}-danh-dau{form}", mime=download.OF_FORM[form],
                key=f"marked-{key}", what="marked_file", view=source,
                help=t("Chính tệp này, với các ô cần sửa được tô màu và chú thích; sửa xong thì nộp lại.")
                if file_name.casefold().endswith((form, ".xlsm"))
                else t("Tệp này ở dạng .xlsx, với các ô cần sửa được tô màu và chú thích; sửa xong thì nộp lại tệp .xlsx đó."),
            )  # fmt: skip
        download.button(
            t("Tải danh sách này ({n} mục)", n=number(len(issues))), lambda: issues_csv(issues),
            file_name=f"can-sua-{stem}.csv", mime="text/csv", key=f"issues-{key}", what="issues", view=source,
        )  # fmt: skip


def in_vietnamese() -> None:
    """On the English page, that what is said of a cell is not in English: it is the data contract's, as in the workbook
    that comes back."""
    if language() == "en":
        note(t("Lời về từng ô viết bằng tiếng Việt, đúng như trong tệp đánh dấu lỗi và danh sách tải về."))


def _group(code: str, found: list[Issue], key: str) -> None:
    with st.container(gap="xxsmall"):
        title = cause(code)
        if len(found) > 1:
            title += " · " + t("{n} chỗ", n=number(len(found)))
        st.subheader(title, anchor=False)
        common = len(found) > 1 and len({issue["fix"] for issue in found}) == 1
        if common:
            st.markdown(_fix(found[0]))
        lines = alike(found)
        if len(lines) > LINES_SHOWN or max(map(len, lines)) > CELLS_SHOWN:
            _some_or_all(code, lines, common, key)
        else:
            _lines(lines, common, CELLS_SHOWN)


def _lines(lines: Sequence[list[Issue]], common: bool, cells: int) -> None:
    st.markdown("\n".join(f"- {_line(same, common, cells)}" for same in lines))


def _some_or_all(code: str, lines: Sequence[list[Issue]], common: bool, key: str) -> None:
    """The first cells of one cause; every one where that is asked for, many sentences in a box that slides."""
    long = len(lines) > LINES_SHOWN
    place = st.container()
    many = sum(map(len, lines))
    if st.toggle(t("Xem đủ {n} chỗ", n=number(many)), key=f"all-{key}-{code}"):
        with place.container(height=_HEIGHT if long else "content"):
            _lines(lines[:_LINES_AT_MOST], common, _CELLS_AT_MOST)
    else:
        with place:
            _lines(lines[:LINES_SHOWN], common, CELLS_SHOWN)
    if left := sum(map(len, lines[_LINES_AT_MOST:])):
        note(t("Còn {n} chỗ nữa trong danh sách tải về.", n=number(left)))


def alike(found: Sequence[Issue]) -> list[list[Issue]]:
    """Findings of one sheet that say the same, together: each such group is one line."""
    groups: dict[tuple[str | None, str, str], list[Issue]] = {}
    for issue in found:
        groups.setdefault((issue["sheet"], issue["message"], issue["fix"]), []).append(issue)
    return list(groups.values())


def _line(same: list[Issue], common: bool, cells: int) -> str:
    issue = same[0]
    where = place(issue) if len(same) == 1 else _places(same, cells)
    words = f"**{plain(where)}**: {plain(issue['message'])}" if where else plain(issue["message"])
    return words if common else f"{words}  \n  {_fix(issue)}"


def _places(same: list[Issue], shown: int) -> str:
    cells = [issue["cell"] for issue in same if issue["cell"] is not None]
    if not cells or same[0]["sheet"] is None:
        return place(same[0])
    return t("Trang {sheet}, ô {cell}", sheet=same[0]["sheet"], cell=listed(cells, shown))


def _fix(issue: Issue) -> str:
    return f"**{t('Cách sửa')}:** {plain(issue['fix'])}"


def place(issue: Issue) -> str:
    """Where to look: "Hoạt động, ô D9"; empty for the file as a whole."""
    if issue["sheet"] is None:
        return ""
    if issue["cell"] is None:
        return t("Trang {sheet}", sheet=issue["sheet"])
    return t("Trang {sheet}, ô {cell}", sheet=issue["sheet"], cell=issue["cell"])
