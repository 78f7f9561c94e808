"""Bản phát hành: a report is issued from its page, read again, held against today, taken back and brought back."""

import csv
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from access import Right, local_person
from pages.manage.edition import compare
from pages.parts.figures import results
from program.editions.compare import Difference
from program.filters import parse_filters
from program.measures.figure_list import figures
from serving import mark
from storage.database import connect
from storage.editions import issued
from storage.intake.accepting import accept
from storage.reading.analysis import data_version
from tests.exports import office
from tests.ground import ACCOUNTS, edition, lay
from tests.pages.conftest import ROOT, Start
from tests.pages.handing_in import labels
from tests.pages.test_access import OIDC
from tests.storage.build import bytes_of, record, report
from tests.stores import Shared

REPORT, PAGE = "pages/view/report.py", "pages/manage/editions.py"
YEAR = parse_filters({"period": "2023", "unit": "492"})


def said(app: AppTest) -> str:
    """All Markdown and HTML of a page, with plain hyphens and blanks."""
    parts = [one.value for one in app.markdown] + [str(one.proto.body) for one in app.get("html")]
    return "\n".join(parts).replace("\\", "").replace("\u2011", "-").replace("\u00a0", " ")


def run(acted: Any) -> AppTest:
    """The app after a run: of the app itself, or of something on it that was acted on."""
    app: AppTest = acted.run()
    assert not app.exception, app.exception
    return app


def opened(app: AppTest, page: str, **address: str) -> AppTest:
    app.switch_page(page)
    app.query_params.clear()
    for name, value in address.items():
        app.query_params[name] = value
    return run(app)


def take(engine: Engine, made: Any) -> int:
    return accept(engine, local_person(), "tep.xlsx", bytes_of(made), made).submission.id


def test_from_the_draft_to_an_edition_and_what_changed_since(
    empty_start: Start, handed: dict[str, Callable[[], bytes]]
) -> None:
    app = empty_start()
    engine = results.engine()
    take(engine, report(record()))
    opened(app, PAGE)
    assert app.title[0].value == "Chưa có báo cáo nào được phát hành."

    opened(app, REPORT, period="2023", unit="492")
    cause = next(area for area in app.text_area if area.label == "2. Nguyên nhân")
    run(cause.set_value("Do mưa bão."))
    run(app.button(key="issue").click())
    assert "Bản này còn để ngỏ:\n- " in said(app)
    assert "mới nhận 1/4 báo cáo quý" in said(app)
    assert app.text_input(key="issue-name").value == "Báo cáo năm 2023, lần 1"
    run(app.text_input(key="issue-name").set_value("  "))
    run(app.button(key="issue-yes").click())
    assert "Hãy ghi tên" in app.error[0].value
    run(app.text_input(key="issue-name").set_value("Gọi 0905 123 456"))
    run(app.button(key="issue-yes").click())
    assert "số điện thoại" in app.error[0].value
    assert issued.editions(engine) == ()
    run(app.text_input(key="issue-name").set_value("Báo cáo năm, *lần 1*"))
    run(app.button(key="issue-yes").click())
    assert "Đã phát hành bản số 1: Báo cáo năm, \\*lần 1\\*" in app.success[0].value
    word = issued.file_of(engine, 1, "docx")
    assert "Do mưa bão." in office.body(word)
    assert handed["report-report"]() == word
    kept = issued.kept(engine, 1)
    assert kept is not None
    assert list(kept.figures) == figures(results.analysis(), YEAR)

    assert "bản thảo này giống bản đó" in said(app)
    run(app.button(key="issue").click())
    assert "Không có gì thay đổi so với bản số 1" in app.info[0].value.replace("\\", "")
    run(app.button(key="issue-no").click())
    run(next(a for a in app.text_area if a.label == "2. Nguyên nhân").set_value("Do thiếu người."))
    run(app.button(key="issue").click())
    assert not app.info
    assert "bản thảo này đã khác bản đó" in said(app)

    opened(app, PAGE, edition="1")
    assert "Không có số nào thay đổi so với bản số 1." in said(app)
    assert "Lập lại hôm nay với lời văn đã sửa sẽ cho báo cáo như bản này." in said(app)
    assert (handed["edition-docx"](), "edition-csv" in handed) == (word, False)
    late = take(engine, report(record(title="Muộn", start_date="2023-09-20", end_date="2023-09-20")))
    run(app)
    told = said(app)
    assert "4 số thay đổi so với bản số 1: 4 do nộp muộn." in told
    assert f"Quận Hải Châu nộp muộn, quý IV/2023 (lần nộp số {late}, tệp tep.xlsx, " in told
    assert "1 lớp → 2 lớp (+1)" in told
    assert f"<a href='submit?submission={late}'" in told
    assert f">+30: nộp muộn (lần nộp số {late})</a>" in told
    assert "Lập lại hôm nay sẽ khác bản này ở 4 số và " in told
    assert handed["edition-docx"]() == word
    lines = list(csv.DictReader(StringIO(handed["edition-csv"]().decode("utf-8-sig"))))
    assert [line["Sau"] for line in lines] == ["2", "2", "60", "60"]

    run(app.button(key="ask-edition-reopen-1").click())
    run(app.button(key="ask-yes").click())
    assert next(a for a in app.text_area if a.label == "2. Nguyên nhân").value == "Do mưa bão."
    assert app.title[0].value.startswith("Bản thảo báo cáo năm 2023 · Quận Hải Châu")


@pytest.fixture
def start(
    tmp_path: Path, ground: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None
) -> Callable[[str], AppTest]:
    """The app as a server shows it to somebody, on a copy of the ground."""
    shutil.copy(ground, tmp_path / "app.sqlite3")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'app.sqlite3').as_posix()}")
    for name, value in OIDC.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(mark, "served", lambda: True)

    def started(letter: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        app.user = {
            "is_logged_in": True,
            "email": ACCOUNTS[letter].login,
            "email_verified": True,
            "iat": time.time(),
        }
        app.switch_page(PAGE)
        return run(app)

    return started


@pytest.fixture(scope="module")
def ground(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an edition of the city and one of Hải Châu that was taken back."""
    path = tmp_path_factory.mktemp("editions") / "ground.sqlite3"
    shared.store(path, "ground", lay).dispose()
    return path


def test_everybody_reads_and_only_who_may_takes_back(start: Callable[[str], AppTest]) -> None:
    seen = {}
    for letter in "VRSCA":
        app = start(letter)
        assert app.title[0].value.replace("\\", "").startswith("2 bản báo cáo đã phát hành, 1 bản đã thu hồi")
        buttons = []
        for number in ("1", "2"):
            app.query_params["edition"] = number
            buttons += [b for b in labels(run(app)) if "hu hồi" in b]
        seen[letter] = buttons
    assert seen == {
        "V": [], "R": ["Bỏ thu hồi"], "S": [], "C": ["Thu hồi bản này…", "Bỏ thu hồi"], "A": [],
    }  # fmt: skip


def test_taking_back_asks_why_and_can_be_undone_and_a_number_is_noted(
    start: Callable[[str], AppTest], tmp_path: Path
) -> None:
    app = start("C")
    app.query_params["edition"] = "1"
    run(app)
    run(app.button(key="edition-take-back").click())
    run(app.button(key="edition-yes").click())
    assert "Hãy ghi lý do" in app.error[0].value
    run(app.text_input(key="edition-why").set_value("Nhầm *kỳ*"))
    run(app.button(key="edition-yes").click())
    assert "Đã thu hồi bản số 1" in app.success[0].value
    assert "Lý do: Nhầm \\*kỳ\\*" in app.warning[0].value
    run(app.button(key="ask-edition-back-1").click())
    run(app.button(key="ask-yes").click())
    assert not app.warning
    engine = connect(f"sqlite:///{tmp_path / 'app.sqlite3'}")
    app.text_input(key="edition-document").set_value("12/BC-SKHCN")
    run(next(b for b in app.button if b.label == "Ghi số văn bản").click())
    assert "Đã ghi số văn bản của bản số 1" in app.success[0].value
    assert "văn bản 12/BC-SKHCN" in said(app)
    found = {one.id: (one.taken_back is None, one.document) for one in issued.editions(engine)}
    assert found[1] == (True, "12/BC-SKHCN")
    engine.dispose()


def test_two_editions_are_compared_the_older_one_first(tmp_path: Path, empty_start: Start) -> None:
    app = empty_start()
    engine = results.engine()
    take(engine, report(record()))
    state = {"measure": "activities", "kind": "training_class", "audience": None, "unit": "492", "value": 1}
    silent = state | {"unit": "493"}
    first = replace(edition(engine, "492"), figures=(state, silent))
    issued.issue(engine, local_person(), first)
    mended = take(engine, report(record(count=2)))
    second = replace(
        first,
        figures=({**state, "value": 2}, {**silent, "value": 9}),
        data_version=data_version(engine),
        name="Lần 2",
    )
    issued.issue(engine, local_person(), second)
    for shown, other in (("2", "1"), ("1", "2")):
        opened(app, PAGE, edition=shown, **{"with": other})
        told = said(app)
        assert "2 số thay đổi so với bản số 1: 1 do sửa báo cáo đã nộp, 1 chưa rõ nguyên nhân." in told
        assert "Chưa rõ nguyên nhân: không có lần nộp" in told
        assert f"lần nộp số {mended}" in told
        assert "Lập lại hôm nay" not in told
    assert app.selectbox(key="_edition-with").options[1] == "Số 2: Lần 2 · Quận Hải Châu, năm 2023"


def test_where_none_was_issued_each_is_told_what_they_can_do(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Phát hành bản này" in said(empty_start(PAGE))
    reader = replace(local_person(), rights=frozenset({Right.READ}))
    monkeypatch.setattr(results, "actor", lambda: reader)
    told = said(empty_start(PAGE))
    assert "Phát hành bản này" not in told
    assert "bản đó hiện ở đây" in told


def test_an_unknown_edition_in_the_address_is_none(empty_start: Start) -> None:
    app = empty_start()
    issued.issue(results.engine(), local_person(), edition(results.engine(), "city"))
    opened(app, PAGE, edition="77", **{"with": "x"})
    assert app.selectbox(key="_edition-edition").value is None
    assert re.search("edition=1'[^>]* data-to='edition-opened'>Số 1: Báo cáo năm 2023<", said(app))


def test_many_units_that_changed_share_a_fold_after_the_first_few() -> None:
    changed = [
        Difference("activities", None, None, code, None, None, (), ())
        for code in ("490", *map(str, range(20194, 20203)))
    ]
    few, many = (compare.folded(changed[:n]) for n in (8, 10))
    assert [len(some) for _, some in few] == [1] * 8
    assert (len(many), many[-1][0]) == (8, "3 đơn vị khác")
    assert [one for _, some in many for _, one in some] == changed
    assert many[0] == ("Quận Liên Chiểu", [("", changed[0])])
    assert all(before.endswith(" · ") for before, _ in many[-1][1])
