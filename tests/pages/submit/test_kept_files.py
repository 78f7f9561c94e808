"""Where the bytes of a file are no longer kept, the screens say so instead of offering them."""

from datetime import UTC, datetime, timedelta

from pages.parts.figures import results
from storage.intake.submissions import accept
from storage.upkeep.retention import retain
from tests.pages.conftest import Start
from tests.pages.handing_in import button, open_submission, written
from tests.storage.build import bytes_of, error, record, report

PAGE = "pages/submit/upload.py"


def test_an_expired_file_is_not_offered(empty_start: Start) -> None:
    app = empty_start(PAGE)
    made = report(record(), status="needs_fixes", issues=[error()], file="tep.xlsx")
    accept(results.engine(), results.actor(), "tep.xlsx", bytes_of(made), made, sound_rows=True)
    app.run()
    open_submission(app, 1)
    assert {"Tải tệp gốc", "Tải tệp đã đánh dấu lỗi"} <= {b.label for b in app.get("download_button")}
    retain(results.engine(), 30, datetime.now(UTC) + timedelta(days=40))
    app.run()
    offered = {b.label for b in app.get("download_button")}
    assert not {"Tải tệp gốc", "Tải tệp đã đánh dấu lỗi"} & offered
    assert "Tệp gốc đã hết hạn lưu ngày" in written(app)
    button(app, "Sửa tiếp").click().run()
    assert not app.exception
    assert "hãy nộp lại tệp từ máy của đơn vị" in written(app)
