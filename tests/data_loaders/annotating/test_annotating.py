"""The workbook that comes back: marked, listed, otherwise the same, and loaded as if nothing were added."""

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from data_loaders import letters
from data_loaders.__main__ import main
from data_loaders.annotating import NotAnnotated, annotated, building, marks
from data_loaders.annotating.recognising import NAME, TITLE, is_list_of_findings
from data_loaders.annotating.xlsx import package
from data_loaders.check import check
from data_loaders.reading import Limits, Unreadable, Workbook, read
from program.contract import ISSUE_LABELS, Issue, IssueCode, Report
from sample_data import DEMO_FILES, ERROR_FILE
from tests.data_loaders.reading import making
from tests.data_loaders.sheets import codes, records, xlsx
from tests.exports import office

RED, AMBER = marks.COLOURS["error"], marks.COLOURS["warning"]
HEAD = ["Đơn vị", "Tên lớp tập huấn", "Ngày", "Số người", "Ghi chú riêng"]
UNIT = "Quận Hải Châu"
MAY_12 = datetime.datetime(2023, 5, 12)  # noqa: DTZ001 - a spreadsheet's times know no zone
WRONG = [
    HEAD,
    [UNIT, "A", "31/02/2023", "nhiều", None],
    [UNIT, "B", MAY_12, 40, "=1"],
    [UNIT, "B", MAY_12, 40, None],
]


def built(name: str, raw: bytes, report: Report | None = None) -> bytes:
    """The marked file, made within this process."""
    marked = building.build(name, raw, (report or check(name, raw))["issues"], Limits())
    assert office.refused(marked) == []
    return marked


def opened(raw: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(raw))


def made(change: Any, rows: list[list[Any]] = WRONG, sheet: str = "Dữ liệu") -> bytes:
    """A workbook of these rows after a change by openpyxl."""
    book = opened(xlsx({sheet: rows}))
    change(book[sheet])
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def without_list(workbook: Workbook) -> list[Any]:
    return [
        (s.name, s.rows, s.first_row, s.first_column, s.hidden, set(s.merges), s.hidden_rows, s.hidden_columns,
         s.formulas_without_value)
        for s in workbook.sheets if not is_list_of_findings(s)
    ]  # fmt: skip


def marked(book: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """Colour and comment by tab and cell, the list aside."""
    return {
        (sheet.title, cell.coordinate): (cell.fill.fgColor.rgb, cell.comment.text)
        for sheet in book.worksheets[1:]
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def listed(book: Any) -> list[tuple[Any, ...]]:
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    return rows[rows.index(("Trang", "Dòng", "Ô", "Mức", "Loại", "Điều thấy được", "Cách sửa")) + 1 :]


def issue(**said: Any) -> Issue:
    base = {"severity": "error", "code": "date_unreadable", "sheet": "Dữ liệu", "cell": "C2", "found": "x"}
    return base | {"message": "Sai.", "fix": "Sửa."} | said  # type: ignore[return-value]


def report(*issues: Issue) -> Report:
    return {"file": "x.xlsx", "status": "needs_fixes", "tables": [], "issues": list(issues)}


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


def test_words_in_bold_within_a_cell_stay_bold() -> None:
    def change(sheet: Any) -> None:
        sheet["B2"] = CellRichText("Lớp ", TextBlock(InlineFont(b=True), "A"))

    back = openpyxl.load_workbook(io.BytesIO(built("x.xlsx", made(change))), rich_text=True)
    cell = back["Dữ liệu"]["B2"].value
    assert (str(cell), cell[1].font.b) == ("Lớp A", True)


def test_layout_formulas_and_their_results_are_kept() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page, bold = (
        book.add_worksheet("Dữ liệu"),
        book.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "white"}),
    )
    page.merge_range("A1:E1", "Đơn vị báo cáo: UBND quận Hải Châu", bold)
    page.write_row("A2", ["STT", "Tên lớp tập huấn", "Ngày", "Số người", "Trong đó: Nữ"], bold)
    page.write_row("A3", [1, "A", "31/02/2023"])
    page.write_formula("D3", "=20+20", None, 40)
    page.write_formula("E3", '=IF(D3>1,"2"&"0","")', None, "20")
    page.write_formula("F3", "=D3=40", None, "TRUE")
    page.write_formula("G3", '=IF(1=1,"","x")', None, "")
    page.write_formula("H3", "=1/0", None, "#DIV/0!")
    page.write_formula("I3", "=DATE(2023,5,12)", book.add_format({"num_format": "dd/mm/yyyy"}), 45058)
    page.set_column("B:B", 33.5)
    page.set_row(2, 42)
    page.data_validation("C3", {"validate": "list", "source": ["a", "b"]})
    page.conditional_format("D3", {"type": "cell", "criteria": ">", "value": 1, "format": bold})
    page.freeze_panes(2, 0)
    book.define_name("Vung", "='Dữ liệu'!$A$3:$E$3")
    book.close()
    raw = out.getvalue()
    back = built("x.xlsx", raw)
    sheet = opened(back)["Dữ liệu"]
    original = opened(raw)["Dữ liệu"]
    for row in original.iter_rows():
        for cell in row:
            assert sheet[cell.coordinate].value == cell.value
            assert sheet[cell.coordinate].number_format == cell.number_format
            assert sheet[cell.coordinate].font.b == cell.font.b
    assert [str(a) for a in sheet.merged_cells.ranges] == ["A1:E1"]
    assert sheet.column_dimensions["B"].width == original.column_dimensions["B"].width
    assert sheet.row_dimensions[3].height == 42
    assert sheet.freeze_panes == "A3"
    assert len(sheet.data_validations.dataValidation) == 1
    assert len(sheet.conditional_formatting) == 1
    assert "Vung" in opened(back).defined_names
    assert opened(back).calculation.fullCalcOnLoad
    assert without_list(read("x.xlsx", back)) == without_list(read("x.xlsx", raw))
    assert codes(check("x.xlsx", back)) == codes(check("x.xlsx", raw))


def test_a_formula_without_a_result_stays_without_one() -> None:
    raw = made(lambda sheet: sheet.__setitem__("D2", "=1+1"))
    assert "formula_without_value" in codes(check("x.xlsx", raw))
    assert check("x.xlsx", built("x.xlsx", raw)) == check("x.xlsx", raw)


def test_a_number_in_a_date_format_that_is_no_date_is_kept() -> None:
    def change(sheet: Any) -> None:
        sheet["C2"] = 20230512
        sheet["C2"].number_format = "dd/mm/yyyy"

    back = built("x.xlsx", made(change))
    with zipfile.ZipFile(io.BytesIO(back)) as parts:
        assert b"<v>20230512</v>" in parts.read("xl/worksheets/sheet2.xml")


def test_the_users_own_comment_stays_and_ours_goes_when_mended() -> None:
    def change(sheet: Any) -> None:
        sheet["C2"].comment = Comment("Hỏi lại trường", "Bà Lan")

    first = built("x.xlsx", made(change), report(issue(), issue(message="Cũng sai."), issue(cell="D2")))
    comment = opened(first)["Dữ liệu"]["C2"].comment
    assert comment.author == "Bà Lan"
    assert comment.text == (
        "Hỏi lại trường\n\nChương trình 830:\nSai.\nCách sửa: Sửa.\n\nCũng sai.\nCách sửa: Sửa."
    )
    second = opened(built("x.xlsx", first, report(issue(cell="C2", message="Mới."))))
    assert second.sheetnames == [NAME, "Dữ liệu"]
    sheet = second["Dữ liệu"]
    assert sheet["C2"].comment.text == "Hỏi lại trường\n\nChương trình 830:\nMới.\nCách sửa: Sửa."
    assert sheet["D2"].comment is None
    assert sheet["D2"].fill.fill_type is None
    third = opened(built("x.xlsx", first, report()))
    assert third["Dữ liệu"]["C2"].comment.text == "Hỏi lại trường"
    assert third.worksheets[0]["A2"].value == "Không có gì cần sửa"


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


def test_a_csv_comes_back_as_a_copy_of_its_values() -> None:
    raw = "\n".join(
        ",".join("12/05/2023" if isinstance(v, datetime.datetime) else str(v or "") for v in row)
        for row in WRONG
    ).encode()
    said = check("x.csv", raw)
    back = annotated("x.csv", raw, said)
    assert said["issues"]
    assert check("x.csv", back) == said
    # Whole numbers, which a .csv has as words, are numbers.
    as_understood = Workbook(tuple(map(letters.restored, read("x.csv", raw).sheets)))
    assert without_list(read("x.csv", back)) == without_list(as_understood)
    assert len(marked(opened(back))) == len(said["issues"])
    assert "chỉ chép lại giá trị" in opened(back).worksheets[0]["A4"].value


def test_a_copy_keeps_the_users_own_comments() -> None:
    note = "<office:annotation><text:p>Đã đối chiếu</text:p></office:annotation>"
    head = "".join(
        f"<table:table-cell><text:p>{word}</text:p></table:table-cell>"
        for word in ("Đơn vị", "Tên lớp tập huấn", "Ngày", "Cha mẹ")
    )
    row = (
        f'<table:table-cell office:value-type="string">{note}<text:p>Quận Hải Châu</text:p></table:table-cell>'
        f"<table:table-cell><text:p>A</text:p></table:table-cell>"
        f'<table:table-cell office:value-type="string">{note}<text:p>31/02/2023</text:p></table:table-cell>'
        f'<table:table-cell office:value-type="float" office:value="40"/>'
    )
    table = f'<table:table table:name="T"><table:table-row>{head}</table:table-row><table:table-row>{row}</table:table-row></table:table>'
    page = opened(built("a.ods", making.ods(table)))["T"]
    assert page["A2"].comment.text == "Đã đối chiếu"
    assert page["C2"].comment.text.startswith("Đã đối chiếu\n\nChương trình 830:")
    assert page["D2"].comment is None


def test_tabs_of_a_copy_have_names_that_excel_takes() -> None:
    name = "bao-cao/quy [1]: " + "rat dai " * 6
    raw = b"a,b\n1,2\n"
    sheet = read(name + ".csv", raw).sheets[0].name
    book = opened(built(name + ".csv", raw, report(issue(sheet=sheet, cell="A2"))))
    tab = book.sheetnames[1]
    assert len(tab) <= 31
    assert not set("[]:*?/\\") & set(tab)
    assert book.worksheets[0].cell(book.worksheets[0].max_row, 3).hyperlink.location == f"'{tab}'!A2"


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


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.4", b"PK\x03\x04broken"])
def test_what_cannot_be_opened_gets_no_marks_but_a_sentence(raw: bytes) -> None:
    said = check("x.xlsx", raw)
    with pytest.raises(NotAnnotated) as refusal:
        annotated("x.xlsx", raw, said)
    assert str(refusal.value) == f"{said['issues'][0]['message']} {said['issues'][0]['fix']}"


def with_part(raw: bytes, name: str, change: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, change(before.read(part)) if part == name else before.read(part))
        if name not in before.namelist():
            after.writestr(name, change(b""))
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/theme/theme1.xml", lambda _: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("xl/worksheets/sheet1.xml", lambda raw: raw.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>')),
        ("docProps/core.xml", lambda _: b"<a>"),
    ],
    ids=["entities", "a merge over the whole sheet", "not well-formed"],
)  # fmt: skip
def test_what_openpyxl_must_not_see_comes_back_as_a_copy(part: str, change: Any) -> None:
    raw = with_part(xlsx({"Dữ liệu": WRONG}), part, change)
    with pytest.raises(Unreadable):
        package.repacked(raw, Limits())
    back = annotated("x.xlsx", raw, check("x.xlsx", raw))
    assert "chỉ chép lại giá trị" in opened(back).worksheets[0]["A4"].value
    assert len(marked(opened(back))) == len(check("x.xlsx", raw)["issues"])


def test_macros_pictures_of_unknown_kinds_and_embedded_objects_do_not_come_back() -> None:
    raw = xlsx({"Dữ liệu": WRONG})
    for part in ("xl/vbaProject.bin", "xl/embeddings/a.bin", "xl/media/a.emf", "xl/media/a.png"):
        raw = with_part(raw, part, lambda _: b"%!PS evil")
    with zipfile.ZipFile(package.repacked(raw, Limits()).archive) as given:
        assert not [name for name in given.namelist() if b"evil" in given.read(name)]
    book = opened(built("x.xlsm", raw))
    assert "macro" in book.worksheets[0]["A4"].value


def test_a_file_too_large_for_openpyxl_comes_back_as_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_CELLS", 5)
    raw = xlsx({"Dữ liệu": WRONG})
    back = built("x.xlsx", raw)
    assert check("x.xlsx", back) == check("x.xlsx", raw)
    assert "chỉ chép lại giá trị" in opened(back).worksheets[0]["A4"].value
    monkeypatch.setattr(building, "_COPIED", 5)
    assert opened(built("x.xlsx", raw)).sheetnames == [NAME]


def test_where_even_a_copy_takes_too_long_the_list_comes_alone() -> None:
    raw = ERROR_FILE.read_bytes()
    said = check(ERROR_FILE.name, raw)
    book = opened(annotated(ERROR_FILE.name, raw, said, Limits(seconds=0)))
    assert book.sheetnames == [NAME]
    assert len(listed(book)) == len(said["issues"])
    assert "sửa theo danh sách này" in book.worksheets[0]["A4"].value


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9),
    st.datetimes(MAY_12.replace(year=1901), MAY_12.replace(year=2100)).map(
        lambda d: d.replace(microsecond=0)
    ),
    st.text(
        st.characters(min_codepoint=32, max_codepoint=0x1EFF, exclude_categories=["Cs", "Cc"]), max_size=12
    ),
    st.sampled_from(["=1+1", "=A1&B2", "#N/A", " a\nb ", "Đơn vị", "Ngày", "Số người", "12/5/2023"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=5), min_size=1, max_size=6), st.booleans())
def test_no_value_of_any_cell_is_changed(rows: list[list[Any]], copy: bool) -> None:
    raw = xlsx({"Dữ liệu": rows})
    before = read("x.xlsx", raw)
    issues = [issue(cell="B2"), issue(cell="C9", severity="warning")]
    if copy:
        back = building.values_only.annotate({s.name: s for s in before.sheets}, issues)
    else:
        back = built("x.xlsx", raw, report(*issues))
        formulas = {
            c.coordinate: c.value for r in opened(raw)["Dữ liệu"].iter_rows() for c in r if c.data_type == "f"
        }
        assert {c: opened(back)["Dữ liệu"][c].value for c in formulas} == formulas
    (kept,) = [s for s in read("x.xlsx", back).sheets if not is_list_of_findings(s)]
    (was,) = before.sheets
    assert (kept.rows, kept.first_row, kept.first_column) == (was.rows, was.first_row, was.first_column)


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
