"""The pictures of `docs/using.md` and `docs/report.md`: the focal agency's screens with something on them, and the
report as Word's pages.

`python -m tools.desk_pictures` starts the product with its demo data, hands in one more workbook that needs a person,
and writes `docs/pictures/`. The pages want LibreOffice and poppler's `pdftoppm`.
"""

import subprocess
from base64 import b64encode
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from access import local_person
from data_loaders.check import check
from sample_data import books
from sample_data.model import DEMO_NOTE, Activity
from storage.database import connect
from storage.intake.submissions import accept
from tests.browser.driving import settled, whole_page
from tests.browser.server import App, serving
from tests.browser.windows import DESKTOP, chromium, window
from tools.pictures import FOLDER, small

_UNIT = "Sở Giáo dục và Đào tạo"
_PATIENCE = 60_000


def _told_before() -> Activity:
    """A class of a district at a school, of 2024."""
    every = (one for said in books.ledger().values() for one in said)
    return next(
        a
        for a in every
        if a.unit == "492" and a.school and a.kind == "training_class" and a.start.year == 2024
    )


def workbook() -> bytes:
    """The same class once more by another unit, and one with a digit too many."""
    same = _told_before()
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([DEMO_NOTE])
    sheet.append(["Tên lớp", "Loại hoạt động", "Ngày", "Trường", "Đơn vị báo cáo", "Cha mẹ"])
    sheet.append([same.title, "Lớp tập huấn", same.start, same.school, _UNIT, 41])
    sheet.append(
        ["Kỹ năng đồng hành cùng con trên mạng", "Lớp tập huấn", date(2024, 7, 24), None, _UNIT, 4500]
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        book.save(path)
        return path.read_bytes()


def _shown(page: Page, app: App, path: str, name: str, height: int) -> None:
    page.goto(f"{app.url}{path}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=_PATIENCE)
    settled(page)
    whole_page(page)
    settled(page)
    page.screenshot(
        path=FOLDER / f"{name}.png",
        clip={"x": 0, "y": 0, "width": 1440, "height": height},
        animations="disabled",
    )


def _locks(page: Page, app: App) -> None:
    """Periods that lock by themselves, just set."""
    page.goto(f"{app.url}/review")
    fold = page.locator("summary", has_text="Đặt việc tự khóa")
    expect(fold).to_be_visible(timeout=_PATIENCE)
    fold.click()
    page.get_by_role("button", name="Bật tự khóa từng 6 tháng").click()
    page.get_by_role("dialog").get_by_role("button", name="Bật tự khóa từng 6 tháng").click()
    expect(page.get_by_text("Đã đặt: tự khóa")).to_be_visible()
    settled(page)
    whole_page(page)
    top = page.get_by_role("heading", name="Khóa số liệu").bounding_box()
    clip = {"x": 0, "y": (top["y"] if top else 0) - 20, "width": 1440, "height": 560}
    page.screenshot(path=FOLDER / "locks.png", clip=clip, animations="disabled")  # type: ignore[arg-type]


def _task(page: Page, app: App) -> None:
    """A task of today that is past its day, with all its fields."""
    page.goto(f"{app.url}/tasks?unit=all&state=overdue")
    page.locator(".dashboard-list a").first.click()
    page.get_by_text("Sửa nội dung, nơi nhận").click()
    expect(page.get_by_label("Nội dung nhiệm vụ").first).to_be_visible()
    settled(page)
    whole_page(page)
    settled(page)
    clip = {"x": 0, "y": 0, "width": 1440, "height": 1380}
    page.screenshot(path=FOLDER / "task.png", clip=clip, animations="disabled")  # type: ignore[arg-type]


def _reminders(page: Page, app: App) -> None:
    """The texts to be sent, with whom to call: the first unit that owes a report has just named its contact."""
    page.goto(f"{app.url}/contacts?unit=20308")
    page.get_by_label("Họ và tên").fill("Đầu Mối Minh Họa")
    page.get_by_label("Điện thoại").fill("0000 000 025")
    page.get_by_role("button", name="Ghi đầu mối mới").click()
    expect(page.get_by_text("Đã ghi, thành lần nộp")).to_be_visible()
    page.goto(f"{app.url}/reporting")
    fold = page.locator("summary", has_text="Xem và chép từng tin nhắc")
    expect(fold).to_be_visible(timeout=_PATIENCE)
    fold.click()
    expect(page.get_by_text("Kính gửi").first).to_be_visible()
    settled(page)
    whole_page(page)
    settled(page)
    top = page.get_by_role("heading", name="cần nhắc nộp").bounding_box()
    clip = {"x": 0, "y": (top["y"] if top else 0) - 20, "width": 1440, "height": 480}
    page.screenshot(path=FOLDER / "reminders.png", clip=clip, animations="disabled")  # type: ignore[arg-type]


def _report(page: Page, app: App, folder: Path) -> None:
    """The draft on the screen, and the first pages of what its button gives."""
    _shown(page, app, "/report?period=2023", "report-screen", 1000)
    with page.expect_download() as begun:
        page.get_by_role("button", name="Tải báo cáo Word").click()
    begun.value.save_as(folder / "a.docx")
    convert = [
        "soffice",
        f"-env:UserInstallation={(folder / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*convert, "--outdir", str(folder), str(folder / "a.docx")], check=True, capture_output=True
    )
    draw = ["pdftoppm", "-r", "62", "-l", "4", "-png", str(folder / "a.pdf"), str(folder / "page")]
    subprocess.run(draw, check=True)
    drawn = "".join(
        f"<img style='margin:6px' src='data:image/png;base64,{b64encode(one.read_bytes()).decode()}'>"
        for one in sorted(folder.glob("page*.png"))
    )
    page.set_viewport_size({"width": 2112, "height": 744})
    page.goto("about:blank")
    page.set_content(f"<body style='margin:3px;background:#d3dae2;white-space:nowrap'>{drawn}")
    page.screenshot(path=FOLDER / "report-word.png")
    page.set_viewport_size(DESKTOP)


def main() -> None:
    """Remake them."""
    expect.set_options(timeout=_PATIENCE)
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{(Path(folder) / 'app.sqlite3').as_posix()}"
        with (
            serving(Path(folder), demo=True, database_url=url) as app,
            chromium() as browser,
            window(browser, DESKTOP) as page,
        ):
            page.goto(f"{app.url}/report?period=2024")
            expect(page.get_by_role("button", name="Phát hành bản này…")).to_be_visible(timeout=120_000)
            page.get_by_role("button", name="Phát hành bản này…").click()
            page.get_by_role("button", name="Phát hành", exact=True).click()
            expect(page.get_by_role("link", name="Bản đã phát hành").first).to_be_visible()
            engine, name, raw = connect(url), "so-gddt-bo-sung.xlsx", workbook()
            accept(engine, local_person(), name, raw, check(name, raw))
            engine.dispose()
            _shown(page, app, "/review", "review", 1000)
            _shown(page, app, "/conflicts", "conflicts", 1150)
            _shown(page, app, "/editions?edition=1&with=today", "editions", 1150)
            _task(page, app)
            _reminders(page, app)
            _locks(page, app)
            _report(page, app, Path(folder))
    small()


if __name__ == "__main__":
    main()
