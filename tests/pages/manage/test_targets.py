"""Mục tiêu: what is set, changed on screen as a file is, taken back; T2 and T3 as their agency gave them."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import storage.intake.submissions
import storage.registers.targets
from access import Actor, Right
from data_loaders.check import check
from pages.manage.target.editing import edits
from pages.manage.target.file import workbook
from pages.parts.figures import results
from program.contract import TableKind
from program.filters import Filters
from program.measures.figures import progress
from program.targets.progress import TargetRow
from program.targets.view import TargetLine
from program.vocabulary import INDICATORS
from storage.intake.submissions import history, withdraw
from tests.pages.conftest import Start
from tests.pages.handing_in import button, labels, take, written
from tests.pages.view.test_overview import figure, words

PAGE = "pages/manage/targets.py"
PARENTS = "L-classes-parents"
YEAR = "2022-12-15..2023-12-14"


def target(value: float, unit: str = "48", **said: Any) -> dict[str, Any]:
    made = {
        "indicator": PARENTS,
        "unit": unit,
        "start_date": "2022-12-15",
        "end_date": "2023-12-14",
        "value": value,
        "authority": "local",
        "document": None,
        "source": {"sheet": "S", "row": 2},
    }
    return made | said


def given() -> None:
    districts = ["490", "491", "492", "493", "494", "495"]
    take(target(100), *(target(14, unit) for unit in districts), kind="targets", name="giao.xlsx")


def type_in(app: AppTest, **values: float | None) -> AppTest:
    """Write into the table of targets, by the name of the unit (_ for a blank)."""
    editor = app.data_editor[0]
    names = list(editor.value["unit"])
    rows = {names.index(name.replace("_", " ")): {"value": value} for name, value in values.items()}
    app.session_state[str(editor.key)] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    return app.run()


def plan(unit: str = "city", code: str = PARENTS) -> list[float]:
    return [r.value for r in results.analysis().targets.get((code, unit), ())]


def test_the_first_sentence_says_what_is_set_and_what_is_not(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert app.title[0].value == (
        "Chưa ghi chỉ tiêu địa phương nào; ba mục tiêu quốc gia theo Quyết định 830/QĐ-TTg"
    )
    # The table says who has none; below it stands how to set one.
    assert "*Giao hoặc sửa mục tiêu* dưới đây" in written(app)
    assert "Chưa được giao chỉ tiêu nào" not in written(app)
    national = app.table[-1].value
    assert list(national["Mức"]) == ["100\u00a0%"] * 3
    assert set(national["Văn bản, người ghi"]) == {"Quyết định 830/QĐ\\-TTg"}
    given()
    app = empty_start(PAGE, span=YEAR)
    assert app.title[0].value == (
        "1 chỉ tiêu có mục tiêu; 1 đơn vị chưa được giao; "
        "lớp cho cha mẹ: tổng giao cho đơn vị thấp hơn mục tiêu thành phố 16\u00a0lớp."
    )
    assert "Chưa được giao chỉ tiêu nào trong kỳ: huyện Hòa Vang" in written(app)


def test_the_demo_screen_opens_on_the_days_of_the_data(demo_start: Start) -> None:
    app = demo_start(PAGE)
    assert app.title[0].value.startswith(
        "7 chỉ tiêu có mục tiêu; đơn vị nào cũng được giao; lớp cho cha mẹ: tổng giao"
    )
    assert app.selectbox(key=f"target-span-{PARENTS}").value == "2025-07-01..2025-12-31"
    # An address that changed by itself would hold whoever goes back.
    assert "span" not in app.query_params
    national = app.table[-1].value
    assert list(national["Mức"]) == ["100 %".replace(" ", "\u00a0")] * 3


def test_a_change_is_seen_then_saved_as_a_submission_and_taken_back(empty_start: Start) -> None:
    given()
    app = empty_start(PAGE, span=YEAR)
    app = type_in(app, Toàn_thành_phố=120, Quận_Hải_Châu=None, Huyện_Hòa_Vang=9)
    preview = app.table[1].value
    assert list(preview["Mục tiêu"]) == [
        "100\u00a0lớp → **120\u00a0lớp**",
        "14\u00a0lớp → **không có**",
        "không có → **9\u00a0lớp**",
    ]
    assert "cần" not in "".join(labels(app))
    assert plan() == [100]
    app.text_input[0].set_value("Kế hoạch 12/KH-UBND").run()
    app.date_input[0].set_value(date(2023, 3, 5)).run()
    button(app, "Lưu 3 thay đổi").click().run()
    assert not app.exception
    assert "Đã lưu mục tiêu, thành lần nộp số 2" in written(app)
    assert (plan(), plan("492"), plan("497")) == ([120], [], [9])
    held = results.analysis().stated[PARENTS, "city"][0]
    assert (held.document, held.authority) == ("Kế hoạch 12/KH-UBND ngày 5-3-2023", "local")
    assert any("100\u00a0lớp → **120\u00a0lớp**" in str(m.value) for m in app.markdown)
    assert any("Theo Kế hoạch 12/KH" in str(m.value).replace("\\", "") for m in app.markdown)
    first, _ = history(results.engine())
    assert (first.id, first.counts, first.uploaded_by) == (2, {"targets": 2}, results.actor().name)
    city = progress(results.analysis(), INDICATORS[PARENTS], Filters())
    assert ([r.value for r in city.former], city.changed_on) == ([100], date(2023, 3, 5))

    button(app, "Rút lại lần lưu này").click().run()
    button(app, "Rút lần nộp số 2").click().run()
    assert (plan(), plan("492"), plan("497")) == ([100], [14], [])


def test_the_file_of_a_change_is_a_workbook_that_the_check_reads(empty_start: Start) -> None:
    given()
    app = type_in(empty_start(PAGE, span=YEAR), Quận_Hải_Châu=20)
    button(app, "Lưu 1 thay đổi").click().run()
    name, raw = storage.intake.submissions.raw_file(results.engine(), results.actor(), 2)
    report = check(name, raw)
    [table] = report["tables"]
    assert (report["status"], table["kind"]) == ("ready", TableKind.TARGETS)
    [record] = table["records"]
    assert (record["unit"], record["value"], record["start_date"]) == ("492", 20, "2022-12-15")


def test_a_target_that_only_goes_leaves_the_others_as_they_are(empty_start: Start) -> None:
    given()
    app = type_in(empty_start(PAGE, span=YEAR), Quận_Hải_Châu=None)
    button(app, "Lưu 1 thay đổi").click().run()
    assert (plan("492"), plan("491"), plan()) == ([], [14], [100])
    withdraw(results.engine(), results.actor(), 2)
    assert plan("492") == [14]


def test_going_back_to_an_earlier_value_is_a_change_too(empty_start: Start) -> None:
    given()
    for value in (20, 30, 20):
        app = type_in(empty_start(PAGE, span=YEAR), Quận_Hải_Châu=value)
        button(app, "Lưu 1 thay đổi").click().run()
        assert not app.error
        assert plan("492") == [value]


def test_what_changed_meanwhile_is_not_overwritten(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    given()
    app = type_in(empty_start(PAGE, span=YEAR), Quận_Hải_Châu=20)
    real = storage.registers.targets.save

    def late(*args: Any, **said: Any) -> Any:
        take(target(17, "492"), kind="targets", name="khac.xlsx")
        return real(*args, **said)

    monkeypatch.setattr("pages.manage.target.file.save", late)
    button(app, "Lưu 1 thay đổi").click().run()
    assert "vừa được người khác thay đổi" in app.error[0].value.replace("\\", "")
    assert plan("492") == [17]


def test_any_days_may_have_a_target(empty_start: Start) -> None:
    app = empty_start(PAGE)
    app.selectbox(key=f"target-span-{PARENTS}").set_value("other").run()
    app.date_input(key="target-from").set_value(date(2023, 3, 1)).run()
    app.date_input(key="target-to").set_value(date(2023, 9, 30)).run()
    button(type_in(app, Quận_Hải_Châu=8), "Lưu 1 thay đổi").click().run()
    assert not app.error
    [row] = results.analysis().stated[PARENTS, "492"]
    assert (row.start, row.end, row.value) == (date(2023, 3, 1), date(2023, 9, 30), 8)


def test_who_may_not_manage_targets_sees_them_only(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    given()
    clerk = Actor("an", "Lê An", frozenset({Right.READ, Right.SUBMIT, Right.WITHDRAW}))
    monkeypatch.setattr("pages.parts.figures.results.actor", lambda: clerk)
    app = empty_start(PAGE, span=YEAR)
    assert not app.data_editor
    assert not app.number_input
    assert "chưa được giao quyền cập nhật mục tiêu" in written(app)
    assert "100\u00a0lớp" in list(app.table[0].value["Mục tiêu"])


def test_the_targets_as_a_workbook_are_those_that_hold(empty_start: Start) -> None:
    given()
    empty_start(PAGE)
    stated = results.analysis().stated
    every = [(code, unit, row) for (code, unit), rows in stated.items() for row in rows]
    [table] = check("muc-tieu.xlsx", workbook(every))["tables"]
    told = {(r["unit"], r["value"], r["start_date"]) for r in table["records"]}
    assert told == {("48", 100, "2022-12-15")} | {
        (u, 14, "2022-12-15") for u in ("490", "491", "492", "493", "494", "495")
    }


def test_the_only_target_cannot_go_alone(empty_start: Start) -> None:
    take(target(100), kind="targets")
    app = type_in(empty_start(PAGE, span=YEAR), Toàn_thành_phố=None)
    button(app, "Lưu 1 thay đổi").click().run()
    assert "mục tiêu duy nhất" in app.error[0].value
    assert plan() == [100]


def test_words_of_a_file_are_no_markup(empty_start: Start) -> None:
    shouted = "**QĐ** [1](http://a.vn)"
    take(target(100, document=shouted), kind="targets")
    assert "Tất cả theo: \\*\\*QĐ\\*\\* \\[1\\]" in written(empty_start(PAGE, span=YEAR))
    take(target(5, "492"), kind="targets")
    app = empty_start(PAGE, span=YEAR)
    [cell] = [c for c in app.table[0].value["Văn bản, người ghi"] if "QĐ" in c]
    assert cell.startswith("\\*\\*QĐ\\*\\* \\[1\\]")


@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), 14])
def test_what_is_no_change_or_no_number_is_left_out(value: float) -> None:
    start, end = date(2022, 12, 15), date(2023, 12, 14)
    line = TargetLine("492", TargetRow(start, end, 14.0, "local", None), None)
    state = {"edited_rows": {"0": {"value": value}, "7": {"value": 3}}}
    assert edits([line], state, INDICATORS[PARENTS], start, end, None) == []


def supply(app: AppTest, over: int | None, under: int | None, agency: str) -> AppTest:
    app.selectbox(key="supplied-code").set_value("T2")
    app.date_input(key="supplied-day").set_value(date(2023, 6, 30))
    app.number_input(key="supplied-numerator").set_value(over)
    app.number_input(key="supplied-denominator").set_value(under)
    app.text_input(key="supplied-agency").set_value(agency)
    return button(app, "Ghi số liệu").click().run()


def test_supplied_figures_are_shown_with_their_source_and_taken_back(empty_start: Start) -> None:
    aim = {"indicator": "T2", "start_date": "2021-06-01", "end_date": "2025-12-31", "authority": "official"}
    take(target(100, **aim), kind="targets")
    app = empty_start(PAGE)
    assert "T2, T3 chưa có số liệu" in written(app)
    app = supply(app, 9, None, "Công an thành phố")
    assert "ghi đủ" in app.error[0].value
    app = supply(app, 13, 12, "Công an thành phố")
    assert "Tử số" in app.error[0].value
    for person in ("Nguyễn Văn An", "Cháu A sinh ngày 3-4-2012", "0905 123 456"):
        app = supply(app, 9, 12, person)
        assert "Không ghi tên người" in app.error[0].value
    assert not results.analysis().supplied
    app = supply(app, 9, 12, "Công an thành phố")
    assert "T2 đã có số liệu, T3 chưa có" in written(app)
    [line] = app.table[-1].value.to_dict("records")
    assert line["Số liệu"].replace("\u00a0", " ") == "**75 %** (9/12 trường hợp)"
    assert "Công an thành phố" in line["Cơ quan cung cấp, người ghi"]
    overview = empty_start(as_of="2023-06-30")
    assert "9/12 trường hợp" in words(figure(overview, "official"))
    assert "T2: 9/12 trường hợp tính đến 30-6-2023, Công an thành phố cung cấp." in written(overview)
    assert "9/12 trường hợp" not in words(figure(empty_start(as_of="2023-05-31"), "official"))

    app = empty_start(PAGE)
    button(app, "Rút số liệu T2 tính đến 30‑6‑2023").click().run()
    app.button(key="ask-yes").click().run()
    assert "T2, T3 chưa có số liệu" in written(app)
