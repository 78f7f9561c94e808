"""The workbook that comes back: every finding coloured, explained at its cell, and listed in front."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font, PatternFill

from data_loaders.__main__ import main
from data_loaders.annotating import annotated, marks
from data_loaders.annotating.recognising import NAME, TITLE
from data_loaders.check import check
from data_loaders.reading import read
from program.contract import ISSUE_LABELS, IssueCode
from sample_data import DEMO_FILES, ERROR_FILE
from tests.data_loaders.annotating.marking import (
    HEAD,
    MAY_12,
    UNIT,
    WRONG,
    built,
    issue,
    listed,
    made,
    marked,
    opened,
    report,
    saved,
    without_list,
)
from tests.data_loaders.sheets import codes, records, xlsx

RED, AMBER = marks.COLOURS["error"], marks.COLOURS["warning"]


def test_every_finding_is_coloured_commented_and_listed() -> None:
    raw = ERROR_FILE.read_bytes()
    said = check(ERROR_FILE.name, raw)
    book = opened(annotated(ERROR_FILE.name, raw, said))
    found = marked(book)
    for one in said["issues"]:
        colour, comment = found[one["sheet"] or "", one["cell"] or ""]
        assert colour == (RED if one["severity"] == "error" else AMBER)
        assert comment.startswith("Chương trình 830:\n")
        assert f"{one['message']}\nCách sửa: {one['fix']}" in comment
    assert len(found) == len(said["issues"]) == len(listed(book))
    assert {c.comment.author for s in book for r in s.iter_rows() for c in r if c.comment} == {
        "Chương trình 830"
    }
    assert book.sheetnames[0] == NAME
    assert {(r[0], r[2], r[5], r[6]) for r in listed(book)} == {
        (i["sheet"], i["cell"], i["message"], i["fix"]) for i in said["issues"]
    }


def test_the_list_is_by_cause_then_cell_and_leads_to_the_cells() -> None:
    issues = [
        issue(code="duplicate_row", severity="warning", cell="A4"),
        issue(code="number_unreadable", cell="D9"),
        issue(cell="C10"),
        issue(cell="C9"),
        issue(code="personal_data", cell=None),
    ]
    raw = xlsx({"Tháng 'a' 5": WRONG})
    sheet = "Tháng 'a' 5"
    book = opened(built("x.xlsx", raw, report(*({**i, "sheet": sheet} for i in issues))))
    front = book.worksheets[0]
    assert [(r[1], r[2], r[3], r[4]) for r in listed(book)] == [
        (9, "C9", "Lỗi", "Ngày không đọc được"),
        (10, "C10", "Lỗi", "Ngày không đọc được"),
        (9, "D9", "Lỗi", "Số không đọc được"),
        (None, None, "Lỗi", "Có thông tin cá nhân"),
        (4, "A4", "Cảnh báo", "Dòng giống hệt nhau"),
    ]
    top = front.max_row - 4
    assert front.cell(top, 3).hyperlink.location == "'Tháng ''a'' 5'!C9"
    assert front.cell(top, 3).hyperlink.target is None
    assert front.freeze_panes == f"A{top}"
    assert front.auto_filter.ref == f"A{top - 1}:G{front.max_row}"
    assert front["A1"].value == TITLE
    assert "trang này không cần xóa" in front["A3"].value
    assert front.cell(top, 6).alignment.wrap_text
    assert front.column_dimensions["F"].width > 40


def test_mended_and_handed_in_again_it_loads_as_if_the_list_were_not_there() -> None:
    raw = ERROR_FILE.read_bytes()
    book = opened(built(ERROR_FILE.name, raw))
    sheet = book["Hoạt động"]
    mended = {
        "D4": "28/02/2023", "E4": "28/02/2023", "A5": "Quận Sơn Trà", "J6": 30, "K7": 100, "L8": 150,
        "D9": MAY_12, "E9": MAY_12, "B10": "Lớp tập huấn",
        "B15": "Buổi truyền thông",
    }  # fmt: skip
    for cell, value in mended.items():
        sheet[cell] = value
    sheet.delete_rows(12)
    with_list = check(ERROR_FILE.name, saved(book))
    assert with_list["status"] == "ready"
    assert len(records(with_list)) == 12
    book.remove(book.worksheets[0])
    assert check(ERROR_FILE.name, saved(book)) == with_list


@pytest.mark.parametrize("path", [p for p in DEMO_FILES if p.suffix == ".xlsx"][::6], ids=lambda p: p.name)
def test_a_file_of_the_demo_says_the_same_with_the_list_in_front(path: Path) -> None:
    raw = path.read_bytes()
    before = check(path.name, raw)
    back = built(path.name, raw, before)
    assert check(path.name, back) == before
    assert without_list(read(path.name, back)) == without_list(read(path.name, raw))


def test_a_sheet_of_the_unit_with_our_name_is_read() -> None:
    raw = xlsx({NAME: WRONG})
    said = check("x.xlsx", raw)
    assert len(records(said)) == 2
    book = opened(built("x.xlsx", raw, said))
    assert len(book.sheetnames) == 2
    assert check("x.xlsx", saved(book)) == said


def test_words_of_the_list_are_no_figures_of_the_unit() -> None:
    raw = xlsx({"Dữ liệu": [["Đơn vị báo cáo: UBND quận Hải Châu"], HEAD[1:4], ["A", MAY_12, 40]]})
    words = "Tháng 6/2023 không phát sinh hoạt động"
    back = built("x.xlsx", raw, report(issue(message=words)))
    assert words in str(listed(opened(back)))
    assert check("x.xlsx", back) == check("x.xlsx", raw)


def test_only_the_list_is_chosen_when_the_file_opens() -> None:
    def change(sheet: Any) -> None:
        sheet.sheet_view.tabSelected = True

    book = opened(built("x.xlsx", made(change)))
    assert [s.title for s in book if s.sheet_view.tabSelected] == [NAME] == [book.active.title]


def test_letters_on_a_dark_ground_stay_readable() -> None:
    def change(sheet: Any) -> None:
        sheet["C2"].fill, sheet["C2"].font = (
            PatternFill("solid", fgColor="FF1F4E79"),
            Font(color="FFFFFFFF", b=True),
        )

    cell = opened(built("x.xlsx", made(change), report(issue())))["Dữ liệu"]["C2"]
    assert (cell.font.color.rgb, cell.font.b) == ("FF000000", True)


def test_a_finding_within_a_merged_area_is_marked_where_it_is_seen() -> None:
    raw = made(lambda sheet: sheet.merge_cells("C2:C3"))
    sheet = opened(built("x.xlsx", raw, report(issue(cell="C3"), issue(cell="C2", severity="warning"))))[
        "Dữ liệu"
    ]
    assert sheet["C2"].fill.fgColor.rgb == RED
    assert sheet["C2"].comment.text.count("Cách sửa") == 2
    assert [str(a) for a in sheet.merged_cells.ranges] == ["C2:C3"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(1)", '=HYPERLINK("http://x.invalid")', "#REF!", "a\x0bb\ufffe"]
)
def test_words_of_a_file_never_become_a_formula(text: str) -> None:
    back = built("x.csv", f'Đơn vị,"{text.replace(chr(34), chr(34) * 2)}"\n'.encode(), report(
        issue(message=text, fix=text, cell="A1", sheet="x")
    ))  # fmt: skip
    book = opened(back)
    (row,) = listed(book)
    assert row[5].strip() == text.replace("\x0b", "").replace("\ufffe", "")
    assert {c.data_type for s in book for r in s.iter_rows() for c in r if c.value is not None} <= {"s", "n"}
    with zipfile.ZipFile(io.BytesIO(back)) as parts:
        assert not [name for name in parts.namelist() if re.search(rb"<f[ >]", parts.read(name))]


def test_a_file_with_personal_data_has_its_columns_marked_and_nothing_repeated() -> None:
    rows = [
        [UNIT],
        ["Họ tên trẻ", "Ngày sinh", "Lớp"],
        ["Nguyễn Văn An", "12/5/2015", "3A"],
        ["Trần Thị Bé", "1/2/2016", "2B"],
    ]
    raw = xlsx({"Dữ liệu": rows})
    said = check("x.xlsx", raw)
    assert set(codes(said)) == {"personal_data"}
    book = opened(annotated("x.xlsx", raw, said))
    assert {cell for _, cell in marked(book)} == {i["cell"] for i in said["issues"]}
    words = [str(v) for r in listed(book) for v in r] + [text for _, text in marked(book).values()]
    assert not [w for w in words if "Nguyễn" in w or "2015" in w]


def test_every_cause_has_a_short_name() -> None:
    assert set(ISSUE_LABELS) == set(IssueCode)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "ra.xlsx"
    assert main(["annotate", str(ERROR_FILE), "--out", str(out)]) == 0
    assert "9 lỗi phải sửa, 1 điều nên xem lại" in capsys.readouterr().out
    assert opened(out.read_bytes()).sheetnames[0] == NAME
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04broken")
    assert main(["annotate", str(broken), "--out", str(tmp_path / "b.xlsx")]) == 1
    assert "Tệp" in capsys.readouterr().err
    assert not (tmp_path / "b.xlsx").exists()
    assert main(["annotate", str(out), "--out", str(out)]) == 1
    for wrong in (["annotate", str(ERROR_FILE)], ["annotate", "khong-co.xlsx", "--out", str(out)],
                  ["annotate", str(ERROR_FILE), "--out", str(tmp_path / "a.xls")]):  # fmt: skip
        with pytest.raises(SystemExit) as stop:
            main(wrong)
        assert stop.value.code == 2
