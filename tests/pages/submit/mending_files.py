"""Files that ask or hold wrong cells, handed in on the page."""

from io import BytesIO
from typing import Any

import openpyxl
from streamlit.testing.v1 import AppTest

from pages.parts.figures import results
from storage.intake import submissions

PAGE = "pages/submit/upload.py"
HEADINGS = ("STT", "Tên hoạt động", "Loại hoạt động", "Ngày tổ chức", "Đơn vị", "Lượt cha mẹ")
KNOWN = ("Quận Hải Châu", 60)
UNKNOWN = ("Khu HC", 60)


def workbook(*rows: tuple[Any, ...], days: dict[int, str] | None = None, offset: int = 0) -> bytes:
    """A sheet "Hoạt động": a row for each (unit, parents) from row 4 on, a day of May 2023 each."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Hoạt động"
    sheet.append(["BÁO CÁO HOẠT ĐỘNG NĂM 2023"])
    sheet.append([])
    sheet.append(HEADINGS)
    for n, (unit, parents) in enumerate(rows):
        day = (days or {}).get(n, f"{13 + n + offset}/05/2023")
        sheet.append([n + 1, f"Lớp số {n + 1 + offset}", "Lớp tập huấn", day, unit, parents])
    written_to = BytesIO()
    book.save(written_to)
    return written_to.getvalue()


ASKING = workbook(KNOWN, KNOWN, KNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
WRONG = workbook(KNOWN, KNOWN, KNOWN, days={1: "31/02/2023", 2: "mùng hai"})
SOUND = workbook(KNOWN, KNOWN, offset=10)


def choose(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    kind = "application/octet-stream"
    app.file_uploader[0].set_value([(name, raw, kind) for name, raw in files]).run()
    assert not app.exception, app.exception
    return app


def question(app: AppTest, words: str) -> Any:
    (found,) = [s for s in app.selectbox if words in s.label.replace("\\", "")]
    return found


def headers(app: AppTest) -> list[str]:
    return [h.value for h in app.header]


def folds(app: AppTest) -> list[str]:
    return [e.label for e in app.expander]


def state(app: AppTest) -> list[str]:
    return [s.state for s in submissions.history(results.engine())]
