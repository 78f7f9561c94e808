"""Who sees the buttons that write, and what such a button does once the role behind it has ended."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from serving import mark
from storage.database import connect
from tests.ground import ACCOUNTS, lay
from tests.pages.conftest import ROOT
from tests.pages.handing_in import labels, open_submission
from tests.pages.said import tables
from tests.pages.test_access import OIDC
from tests.people import COORDINATOR, end
from tests.storage.build import everything
from tests.stores import Shared

UPLOAD, TARGETS, ABOUT = "pages/submit/upload.py", "pages/manage/targets.py", "pages/view/about.py"
CONFLICTS = "pages/manage/conflicts.py"
# Each button with the letters (`tests.ground`) of those who see it.
BUTTONS = {
    (UPLOAD, "Rút lần nộp số 1"): "RC",
    (UPLOAD, "Sửa tiếp"): "RC",
    (UPLOAD, "Bỏ các dòng này"): "RC",
    (UPLOAD, "Quên"): "RC",
    (CONFLICTS, "Lưu quyết định"): "C",
    (TARGETS, "Ghi số liệu"): "C",
    (TARGETS, "Rút số liệu T2 tính đến 30-6-2024"): "C",
    (UPLOAD, "Rút lần nộp số 4"): "C",
    (ABOUT, "Xóa dữ liệu minh họa"): "A",
}
Start = Callable[[str], AppTest]


@pytest.fixture(scope="module")
def ground(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with something of everything that a button can change."""
    path = tmp_path_factory.mktemp("matrix") / "ground.sqlite3"
    shared.store(path, "ground", lay).dispose()
    return path


@pytest.fixture
def start(ground: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Start:
    """The app as a server shows it to somebody, on a copy of the ground."""
    shutil.copy(ground, tmp_path / "app.sqlite3")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'app.sqlite3').as_posix()}")
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(mark, "served", lambda: True)

    def started(letter: str) -> AppTest:
        monkeypatch.setenv("DASHBOARD_ANONYMOUS_READING", "on" if letter == "G" else "off")
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.user = {"is_logged_in": False}
        if letter in ACCOUNTS:
            login = ACCOUNTS[letter].login
            app.user = {"is_logged_in": True, "email": login, "email_verified": True, "iat": time.time()}
        return opened(app)

    return started


def opened(app: AppTest, script: str | None = None) -> AppTest:
    if script:
        app.switch_page(script)
    app.run()
    assert not app.exception, app.exception
    return app


def shown(app: AppTest) -> set[str]:
    """The words of the buttons."""
    return {words.replace("\u2011", "-") for words in labels(app)}


def chosen(app: AppTest, number: int) -> set[str]:
    """The buttons with a submission opened; one that is not in the list opens for nobody by its address."""
    found = shown(open_submission(app, number))
    listed = {int(line["Số"]) for line in tables(app)[-1]}
    assert number in listed or "Tải tệp gốc" not in found
    return found


def test_only_those_who_may_see_the_button(start: Start) -> None:
    seen: dict[tuple[str, str], str] = dict.fromkeys(BUTTONS, "")
    for letter in "VRSCAEGN":
        app = start(letter)
        for script in (UPLOAD, TARGETS, ABOUT, CONFLICTS):
            opened(app, script)
            found = shown(app)
            if script == UPLOAD and tables(app):
                for number in (1, 4):
                    found |= chosen(app, number)
            for place in seen:
                seen[place] += letter if place[0] == script and place[1] in found else ""
    assert seen == BUTTONS


def test_a_reporter_sees_the_own_units_submissions_only(start: Start) -> None:
    for letter, numbers in {"R": {1, 3, 4}, "S": {2}, "C": {1, 2, 3, 4, 5, 6}}.items():
        app = opened(start(letter), UPLOAD)
        assert {int(line["Số"]) for line in tables(app)[0]} == numbers, letter
        templates = next(s for s in app.selectbox if s.key == "template-unit-True")
        assert (len(templates.options) == 1) is (letter != "C")


def test_a_button_of_a_role_that_ended_does_nothing(start: Start, tmp_path: Path) -> None:
    app = opened(start("C"), UPLOAD)
    open_submission(app, 1)
    next(b for b in app.button if b.label == "Rút lần nộp số 1").click().run()
    sure = app.button(key="ask-yes")
    engine = connect(f"sqlite:///{tmp_path / 'app.sqlite3'}")
    end(engine, COORDINATOR)
    before = everything(engine)
    sure.click().run()
    assert not app.exception
    assert not labels(app) or "Rút lần nộp số 1" not in labels(app)
    after = everything(engine)
    # The refusal itself is noted, by nobody's hand.
    after["event"] = [row for row in after["event"] if "sign_in_refused" not in row]
    assert after == before
    engine.dispose()
