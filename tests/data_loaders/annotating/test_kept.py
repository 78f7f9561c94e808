"""What is the user's own in a marked workbook stays as it was: letters, formulas, numbers, comments."""

import io
import zipfile
from typing import Any

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from data_loaders.annotating import building
from data_loaders.annotating.recognising import NAME, is_list_of_findings
from data_loaders.annotating.xlsx import package
from data_loaders.check import check
from data_loaders.reading import Limits, read
from tests.data_loaders.annotating.marking import (
    MAY_12,
    WRONG,
    built,
    issue,
    made,
    opened,
    report,
    with_part,
    without_list,
)
from tests.data_loaders.sheets import codes, xlsx


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


def test_macros_pictures_of_unknown_kinds_and_embedded_objects_do_not_come_back() -> None:
    raw = xlsx({"Dữ liệu": WRONG})
    for part in ("xl/vbaProject.bin", "xl/embeddings/a.bin", "xl/media/a.emf", "xl/media/a.png"):
        raw = with_part(raw, part, lambda _: b"%!PS evil")
    with zipfile.ZipFile(package.repacked(raw, Limits()).archive) as given:
        assert not [name for name in given.namelist() if b"evil" in given.read(name)]
    book = opened(built("x.xlsm", raw))
    assert "macro" in book.worksheets[0]["A4"].value


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
