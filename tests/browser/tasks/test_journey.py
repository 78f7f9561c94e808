"""The main job in a real browser: from a district's workbook to the leader's chart and the CSV."""

import csv
import io
import re

from playwright.sync_api import Page, expect

from sample_data import ERROR_FILE, FOLDER
from tests.browser.driving import settled
from tests.browser.server import App
from tests.sample_data import recount

WORKBOOK = FOLDER / "quan-hai-chau-2023.xlsx"


def vi(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def choose_file(page: Page, path: str) -> None:
    """Hand a file to the chooser, once the one of an earlier file is gone."""
    chooser = page.get_by_test_id("stFileUploaderDropzoneInput")
    expect(page.get_by_test_id("stFileUploaderFile")).to_have_count(0)
    expect(chooser).to_have_count(1)
    settled(page)
    chooser.set_input_files(path)


def test_from_an_empty_house_to_the_csv_and_back(page: Page, empty_app: App) -> None:
    lines = [line for line in recount.lines(WORKBOOK) if line.kind]
    classes = sum(line.count for line in lines if line.kind == "training_class")
    sessions = sum(line.count for line in lines if line.kind == "communication_session")

    page.goto(empty_app.url)
    expect(page.get_by_role("heading", name=re.compile("chưa có báo cáo nào"))).to_be_visible(timeout=60_000)

    page.get_by_test_id("menu").get_by_role("link", name="Nộp báo cáo").click()
    choose_file(page, str(WORKBOOK))
    expect(page.get_by_role("heading", name=re.compile("^Đọc được"))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("^Không có lỗi"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^Nhận ")).click()
    expect(page.get_by_role("heading", name=re.compile("^Biên nhận lần nộp số"))).to_be_visible()

    # The same file again changes nothing.
    page.locator(".st-key-another button").last.click()
    expect(page.get_by_role("heading", name=re.compile("^Biên nhận"))).to_have_count(0)
    choose_file(page, str(WORKBOOK))
    expect(page.get_by_role("heading", name=re.compile("không có gì thay đổi"))).to_be_visible()

    page.get_by_role("link", name="Tổng quan").first.click()
    values = page.locator("[data-testid=cards] dt + dd")
    expect(values.nth(0)).to_have_text(f"{vi(classes)} lớp")
    expect(values.nth(1)).to_have_text(f"{vi(sessions)} buổi")
    expect(page.locator(".st-key-audiences .js-plotly-plot")).to_be_visible()

    page.get_by_role("link", name="Hoạt động").click()
    expect(page.get_by_role("heading", name=re.compile(rf"\b{vi(classes)} lớp tập huấn"))).to_be_visible()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("^Tải CSV")).click()
    raw = download.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    counting = [row for row in rows if row["Loại hoạt động"]]
    assert len(counting) == len(lines)
    by_place = {(line.sheet, line.row): line for line in lines}
    for row in counting:
        line = by_place[row["Trang tính"], int(row["Dòng"])]
        assert int(row["Tổng lượt tham gia"]) == line.total
        assert row["Đơn vị"] == "Quận Hải Châu"

    # Withdrawing takes it back.
    page.goto(f"{empty_app.url}/submit")
    page.get_by_role("table", name="Các lần nộp").get_by_role("link").first.click()
    # On a low screen the words of what was done are above it; they are brought into view.
    page.set_viewport_size({"width": 1440, "height": 420})
    page.get_by_role("button", name=re.compile("^Rút")).first.click()
    page.get_by_role("dialog").get_by_role("button", name=re.compile("^Rút")).click()
    expect(page.get_by_text(re.compile("^Đã rút lần nộp số")).first).to_be_in_viewport()
    page.goto(empty_app.url)
    expect(page.get_by_role("heading", name=re.compile("chưa có báo cáo nào"))).to_be_visible()


def test_a_file_with_mistakes_names_its_cells(page: Page, empty_app: App) -> None:
    page.goto(f"{empty_app.url}/submit")
    choose_file(page, str(ERROR_FILE))
    expect(page.get_by_role("heading", name=re.compile("lỗi cần sửa"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Chỉ nhận 5 dòng đúng"))).to_be_visible()
    expect(page.get_by_text("31/02/2023").first).to_be_attached()
