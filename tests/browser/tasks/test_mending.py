"""Mending a file on the page in a real browser: one answer, cells typed one after the other, the receipt."""

import re
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.driving import settled
from tests.browser.server import App

# Milliseconds between two keys of somebody who types fast.
PACE = 60


def workbook(folder: Path) -> Path:
    """Nine rows of Hải Châu, three of them under a name that nobody knows; the days of two do not exist."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Hoạt động"
    sheet.append(["BÁO CÁO HOẠT ĐỘNG NĂM 2023"])
    sheet.append([])
    sheet.append(["STT", "Tên hoạt động", "Loại hoạt động", "Ngày tổ chức", "Đơn vị", "Lượt cha mẹ"])
    for n in range(9):
        day = "31/02/2023" if n in (1, 2) else f"{13 + n}/05/2023"
        unit = "HC quận" if n > 5 else "Quận Hải Châu"
        sheet.append([n + 1, f"Lớp số {n + 1}", "Lớp tập huấn", day, unit, 60])
    path = folder / "quy-2.xlsx"
    book.save(path)
    return path


def test_a_file_with_mistakes_is_mended_on_the_page_and_accepted(
    page: Page, empty_app: App, tmp_path: Path
) -> None:
    page.goto(f"{empty_app.url}/submit")
    expect(page.get_by_test_id("stFileUploaderDropzoneInput")).to_have_count(1)
    settled(page)
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(str(workbook(tmp_path)))

    asks = page.get_by_role("heading", name="Trả lời 1 câu hỏi để đọc được thêm 3 dòng")
    expect(asks).to_be_visible()
    page.get_by_role("combobox", name=re.compile("HC quận")).click()
    page.get_by_role("option", name="Quận Hải Châu").first.click()
    expect(asks).to_have_count(0)
    expect(page.get_by_role("heading", name="Tệp còn 2 lỗi; có thể nhận 7 hoạt động đúng.")).to_be_visible()

    # The table of cells stays as it is while the page reads the file again.
    grid = page.get_by_test_id("stDataFrame").first
    for row, (day, told) in enumerate(
        [("28/02/2023", "Tệp còn 1 lỗi; có thể nhận 8"), ("27/02/2023", "Tệp đọc được hết; có thể nhận 9")]
    ):
        grid.scroll_into_view_if_needed()
        settled(page)
        box = grid.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 430, box["y"] + 53 + 35 * row)
        page.keyboard.type(day, delay=PACE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=re.compile(told))).to_be_visible()
    expect(page.get_by_role("heading", name="Tệp đọc được hết; có thể nhận 9 hoạt động.")).to_be_visible()
    page.get_by_role("button", name="Nhận 9 hoạt động").click()
    expect(page.get_by_role("heading", name=re.compile("^Biên nhận lần nộp số"))).to_be_visible()
    expect(page.get_by_text("Quy ước đã nhớ (1)")).to_be_visible()
