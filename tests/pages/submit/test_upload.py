"""Nộp báo cáo: what was read, what is wrong by cell, what will be counted, the receipt, taking it back."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from access import Actor, Right, require
from data_loaders.reading import read
from pages.parts.figures import results
from pages.submit import checked as checking
from program.contract import Issue, Report
from program.submissions.mending import Mending
from sample_data import ERROR_FILE, FOLDER
from storage.intake import submissions
from storage.reading.analysis import data_version
from tests.data_loaders.reading import making
from tests.data_loaders.sheets import xlsx
from tests.pages.conftest import Start
from tests.pages.handing_in import button, downloads, labels, open_submission, take, written
from tests.pages.said import cards, tables
from tests.storage.build import error, record, report

PAGE = "pages/submit/upload.py"
WORKBOOK = FOLDER / "quan-hai-chau-2023.xlsx"


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Makes the check say what a test wants, whatever the file; counts how often it was asked."""
    told: dict[str, Any] = {"report": report(record()), "asked": 0}

    def look(name: str, raw: bytes, mending: Mending) -> tuple[Report, frozenset[str]]:
        told["asked"] += 1
        return told["report"] | {"file": name}, frozenset()

    monkeypatch.setattr(checking, "look_apart", look)
    return told


def choose(app: AppTest, name: str = "tep.xlsx", raw: bytes = b"raw") -> AppTest:
    app.file_uploader[0].upload(name, raw, "application/octet-stream")
    app.run()
    assert not app.exception, app.exception
    return app


def choose_file(app: AppTest, path: Any) -> AppTest:
    return choose(app, path.name, path.read_bytes())


def issue(**said: Any) -> Issue:
    return error() | said  # type: ignore[return-value]


def history() -> list[tuple[int, str]]:
    return [(s.id, s.state) for s in submissions.history(results.engine())]


def test_the_whole_way_of_a_real_workbook(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert app.title[0].value == "Nộp báo cáo của đơn vị"
    assert "Chưa có tệp nào được nộp." in written(app)
    choose_file(app, WORKBOOK)
    assert app.title[0].value == "Tệp đọc được hết; có thể nhận 49 hoạt động."
    assert [h.value for h in app.header][:3] == [
        "Đọc được 49 hoạt động",
        "Không có lỗi nào",
        "Sẽ được tính: 49 dòng mới",
    ]
    assert history() == [(1, "checked")]
    counted = app.table[1].value
    assert list(counted["Đơn vị"].unique()) == ["Quận Hải Châu"]
    assert "24\u00a0lớp" in list(counted["Số lượng"])
    button(app, "Nhận 49 hoạt động").click().run()
    assert app.title[0].value == "Đã nhận tệp; các biểu đồ đã tính theo số liệu mới."
    text = written(app)
    assert "49 dòng mới, 0 dòng thay đổi, 0 dòng giữ nguyên" in text
    assert "lớp tập huấn từ 0 thành 24" in text
    fingerprint = submissions.fingerprint_of(WORKBOOK.read_bytes())
    assert fingerprint in text
    assert history() == [(1, "accepted")]
    app.switch_page("pages/view/overview.py").run()
    assert cards(app)["Lớp tập huấn"][0].replace("\u00a0", " ") == "24 lớp"


def test_a_file_on_the_screen_is_not_taken_by_itself_and_read_once(empty_start: Start, says: Any) -> None:
    app = choose(empty_start(PAGE))
    for _ in range(3):
        app.run()
    assert (history(), data_version(results.engine())) == ([(1, "checked")], 0)
    assert says["asked"] == 1


def test_mistakes_stand_by_cause_and_cell_with_their_remedy(empty_start: Start) -> None:
    app = choose_file(empty_start(PAGE), ERROR_FILE)
    assert app.title[0].value == "Tệp còn 9 lỗi; có thể nhận 5 hoạt động đúng."
    assert "9 lỗi cần sửa, 1 điều nên xem lại" in [h.value for h in app.header]
    assert app.subheader[0].value == "Ngày không đọc được · 2 chỗ"
    text = written(app).replace("\\", "")
    assert "**Trang Hoạt động, ô D4 và E4**: “31/02/2023” không phải ngày" in text
    assert "**Cách sửa:** Có phải Quận Sơn Trà không?" in text
    assert {"Tải tệp đã đánh dấu lỗi", "Tải danh sách này (10 mục)"} <= downloads(app)
    button(app, "Chỉ nhận 5 dòng đúng").click().run()
    assert "Biên nhận lần nộp số 1" in [h.value for h in app.subheader]
    assert submissions.history(results.engine())[0].counts == {"activities": 5}


def test_the_marked_file_is_made_when_it_is_asked_for(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    monkeypatch.setattr(st, "download_button", lambda label, data, **said: made.append((label, data, said)))
    choose_file(empty_start(PAGE), ERROR_FILE)
    (_, data, said) = next(one for one in made if one[0] == "Tải tệp đã đánh dấu lỗi")
    assert said["file_name"] == f"{ERROR_FILE.stem}-danh-dau.xlsx"
    assert said["help"].startswith("Chính tệp này")
    workbook = openpyxl.load_workbook(BytesIO(data()))
    assert workbook.sheetnames == ["Cần sửa", "Hoạt động"]
    assert workbook["Hoạt động"]["D4"].comment


def test_a_file_of_libreoffice_comes_back_as_one(empty_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    monkeypatch.setattr(st, "download_button", lambda label, data, **said: made.append((label, data, said)))
    cells = "".join(
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in ("Đơn vị", "Ngày")
    )
    raw = making.ods(f'<table:table table:name="T"><table:table-row>{cells}</table:table-row></table:table>')
    choose(empty_start(PAGE), "bao-cao.ods", raw)
    (_, data, said) = next(one for one in made if one[0] == "Tải tệp đã đánh dấu lỗi")
    assert (said["file_name"], said["mime"]) == (
        "bao-cao-danh-dau.ods",
        "application/vnd.oasis.opendocument.spreadsheet",
    )
    assert [sheet.name for sheet in read("a.ods", data()).sheets] == ["Cần sửa", "T"]


@pytest.mark.parametrize("form", ["ods", "xlsx", "csv"])
def test_a_corrected_file_is_promised_where_it_can_be_made(empty_start: Start, form: str) -> None:
    rows = (["UBND quận Hải Châu"], ["Tên lớp tập huấn", "Ngày", "Cha mẹ"], ["Lớp A", "32/05/2023", "40"])
    raw = xlsx({"T": [list(row) for row in rows]})
    if form == "ods":
        lines = (
            "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row)
            for row in rows
        )
        table = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
        raw = making.ods(f'<table:table table:name="T">{table}</table:table>')
    elif form == "csv":
        raw = "\n".join(",".join(row) for row in rows).encode()
    app = choose(empty_start(PAGE), f"bao-cao.{form}", raw)
    told = " ".join(e.value for e in app.markdown)
    assert ("có thể tải tệp đã sửa ở bên dưới" in told, "nên sửa cả trong tệp đó" in told) == (
        form != "csv",
        form == "csv",
    )


def test_a_file_of_another_form_comes_back_as_an_xlsx_and_says_so(
    empty_start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    monkeypatch.setattr(st, "download_button", lambda label, *_, **said: made.append((label, said)))
    choose(empty_start(PAGE), "bao-cao.csv", "Đơn vị,Ngày\n".encode())
    said = next(said for label, said in made if label == "Tải tệp đã đánh dấu lỗi")
    assert said["file_name"] == "bao-cao-danh-dau.xlsx"
    assert said["help"].startswith("Tệp này ở dạng .xlsx")


def test_a_file_without_mistakes_has_nothing_to_mark(empty_start: Start, says: Any) -> None:
    assert "Tải tệp đã đánh dấu lỗi" not in downloads(choose(empty_start(PAGE)))


def test_many_mistakes_of_one_kind_are_counted_and_all_of_them_told_where_asked_for(
    empty_start: Start, says: Any
) -> None:
    found = [issue(cell=f"D{n}", message=f"Ô D{n} không phải là ngày.") for n in range(9, 209)]
    found += [issue(severity="warning", code="duplicate_row")]
    says["report"] = report(record(), status="needs_fixes", issues=found)
    app = choose(empty_start(PAGE))
    text = written(app)
    assert "Ngày không đọc được · 200 chỗ" in text
    assert "ô D23" in text
    assert "ô D24" not in text
    assert text.index("Ngày không đọc được") < text.index("Dòng giống hệt nhau")
    (all_of_them,) = app.toggle
    assert all_of_them.label == "Xem đủ 200 chỗ"
    text = written(all_of_them.set_value(True).run())
    assert all(f"ô D{n}**" in text for n in range(9, 209))


def test_beyond_what_a_page_can_draw_the_rest_is_in_the_file(empty_start: Start, says: Any) -> None:
    found = [issue(cell=f"D{n}", message=f"Ô D{n} không phải là ngày.") for n in range(9, 1_212)]
    says["report"] = report(record(), status="needs_fixes", issues=found)
    assert "Còn 203 chỗ nữa trong danh sách tải về." in written(choose(empty_start(PAGE)))


def test_cells_of_which_the_same_is_said_stand_in_one_line(empty_start: Start, says: Any) -> None:
    found = [issue(cell=f"D{n}") for n in range(9, 59)] + [issue(cell="E9", message="Khác.")]
    says["report"] = report(record(), status="needs_fixes", issues=found)
    app = choose(empty_start(PAGE))
    text = written(app).replace("\\", "")
    assert "Ngày không đọc được · 51 chỗ" in text
    assert "ô D9, D10, D11, D12" in text
    assert "D48 và 10 nữa**: Ô D9 không phải là ngày." in text
    assert "**Trang Tháng 5, ô E9**: Khác." in text
    text = written(app.toggle[0].set_value(True).run()).replace("\\", "")
    assert "D57 và D58**: Ô D9 không phải là ngày." in text


def test_words_of_a_workbook_are_never_markup(empty_start: Start, says: Any) -> None:
    evil = "&lt; <b>x</b> **a** [l](http://e.vil) :red[r] $x$ `c` ~s~ # h | t"
    says["report"] = report(
        record(title=evil), issues=[issue(severity="warning", message=evil, fix=evil, sheet=evil)]
    )
    app = choose(empty_start(PAGE), name=f"{evil}.xlsx".replace("/", ""))
    for line in (part.value for part in app.markdown):
        if "e.vil" in line.replace("\\", ""):
            assert not [
                sign
                for sign in ("<b>", "**a**", "[l](", ":red[", "$x$", "`c`", "~s~", " &lt;")
                if sign in line
            ]


@pytest.mark.parametrize(
    "code", ["personal_data", "not_a_workbook", "too_large", "encrypted", "unsafe_archive"]
)
def test_a_rejected_file_leaves_nothing_behind(empty_start: Start, says: Any, code: str) -> None:
    says["report"] = {
        "file": "",
        "status": "rejected",
        "tables": [],
        "issues": [issue(code=code, sheet="Tháng 5" if code == "personal_data" else None, cell=None)],
    }
    app = choose(empty_start(PAGE))
    assert "PHẢI SỬA TRƯỚC KHI NỘP" in written(app)
    assert app.title[0].value.startswith("Chưa nhận được tệp này: ")
    assert "Không có gì từ tệp được lưu lại." in written(app)
    assert ("Tải tệp đã đánh dấu lỗi" in downloads(app)) == (code == "personal_data")
    assert not [label for label in labels(app) if "hận" in label]
    assert history() == []


def test_a_file_without_a_sound_row_cannot_be_taken(empty_start: Start, says: Any) -> None:
    says["report"] = report(status="needs_fixes", issues=[issue()])
    app = choose(empty_start(PAGE))
    assert app.title[0].value == "Tệp chưa có dòng nào đúng để nhận."
    assert not [label for label in labels(app) if "hận" in label]


def test_the_same_file_again_changes_nothing_and_says_so(empty_start: Start, says: Any) -> None:
    app = choose(empty_start(PAGE))
    button(app, "Nhận 1 hoạt động").click().run()
    version = data_version(results.engine())
    button(app, "Chọn tệp khác").click().run()
    assert "đơn vị còn thiếu báo cáo" in app.title[0].value
    choose(app)
    assert app.title[0].value == "Tệp này đã được nhận, không có gì thay đổi."
    assert "Nội dung giống hệt lần nộp số 1" in written(app)
    assert not [label for label in labels(app) if label.startswith("Nhận")]
    assert (history(), data_version(results.engine())) == ([(1, "accepted")], version)


def test_what_changes_is_told_with_old_and_new(empty_start: Start, says: Any) -> None:
    take(record(), record(title="Khác"), name="cu.xlsx")
    says["report"] = report(
        record(attendances={"parents": 45}, attendances_total=45, delivery="online"),
        record(title="Khác"),
        record(title="Mới"),
    )
    app = choose(empty_start(PAGE))
    assert "Sẽ được tính: 1 dòng mới, 1 dòng thay đổi, 1 dòng đã có, giữ nguyên" in [
        h.value for h in app.header
    ]
    text = written(app).replace("\\", "")
    assert "Hình thức: Trực tiếp → **Trực tuyến**" in text
    assert "Lượt: Cha mẹ, người chăm sóc trẻ: 30 → **45**" in text


def test_a_file_that_brings_nothing_new_says_so_on_its_button(empty_start: Start, says: Any) -> None:
    take(record(), name="cu.xlsx")
    assert "Nhận tệp, số liệu không đổi" in labels(choose(empty_start(PAGE)))


@pytest.mark.parametrize(
    ("made", "label"),
    [
        (report(record(count=3, basis="summary"), kind="participation"), "Nhận 1 số tổng hợp"),
        (report(record(), record(basis="declared_zero", kind=None, count=0)), "Nhận 2 dòng hoạt động"),
        (
            report(
                {
                    "indicator": "T1",
                    "unit": "48",
                    "start_date": "2021-06-01",
                    "end_date": "2025-12-31",
                    "value": 100,
                }
                | {"authority": "official", "document": None, "source": {"sheet": "A", "row": 2}},
                kind="targets",
            ),
            "Nhận 1 chỉ tiêu",
        ),
    ],
)
def test_the_button_says_what_will_happen(empty_start: Start, says: Any, made: Report, label: str) -> None:
    says["report"] = made
    app = choose(empty_start(PAGE))
    button(app, label).click().run()
    assert not app.exception
    assert history() == [(1, "accepted")]


def test_what_each_column_is_taken_as_and_which_are_left_aside(empty_start: Start, says: Any) -> None:
    made = report(record())
    month = made["tables"][0] | {
        "columns": {"A": "unit", "F": "attendances.parents"},
        "unused_columns": ["K"],
    }
    says["report"] = made | {"tables": [month, month | {"sheet": "Tháng 6"}]}
    app = choose(empty_start(PAGE))
    assert (
        "Trang Tháng 5 và Tháng 6: danh sách hoạt động, **2 dòng hoạt động**; không dùng cột K."
        in written(app)
    )
    table = app.table[0].value
    assert dict(zip(table["Cột"], table["Được hiểu là"], strict=True)) == {
        "A": "Đơn vị",
        "F": "Lượt: Cha mẹ, người chăm sóc trẻ",
    }


def test_a_count_that_nobody_gave_is_unknown_and_not_zero(empty_start: Start, says: Any) -> None:
    summary = record(count=None, basis="summary", title=None)
    says["report"] = report(summary, kind="participation")
    app = choose(empty_start(PAGE))
    assert list(app.table[1].value["Số lượng"]) == ["chưa rõ"]
    button(app, "Nhận 1 số tổng hợp").click().run()
    app = empty_start("pages/view/activities.py")
    assert app.title[0].value == "Chưa rõ số hoạt động, chỉ có số lượt tham gia."
    assert "Lớp tập huấn 30 lượt tham gia." in written(app)


def test_taking_back_asks_first_then_brings_the_state_before(empty_start: Start, says: Any) -> None:
    take(record(), name="cu.xlsx")
    second = take(record(attendances_total=99), name="moi.xlsx").submission.id
    app = empty_start(PAGE)
    open_submission(app, second)
    button(app, "Rút lần nộp số 2").click().run()
    assert "1 dòng thôi được tính" in written(app)
    assert history() == [(2, "accepted"), (1, "accepted")]
    app.button(key="ask-yes").click().run()
    assert not app.exception
    assert history() == [(2, "withdrawn"), (1, "accepted")]
    assert "Đã rút lần nộp số 2: 1 dòng thôi được tính, 1 dòng trước đó được tính trở lại." in written(app)
    assert "□ đã rút" in [line["Trạng thái"] for line in tables(app)[0]]


def test_not_taking_back_after_all_changes_nothing(empty_start: Start) -> None:
    take(record())
    app = empty_start(PAGE)
    open_submission(app, 1)
    button(app, "Rút lần nộp số 1").click().run()
    button(app, "Giữ nguyên").click().run()
    assert "thôi được tính" not in written(app)
    assert history() == [(1, "accepted")]


def test_a_kept_file_is_taken_up_again(empty_start: Start, says: Any) -> None:
    app = empty_start(PAGE)
    made = report(record(), status="needs_fixes", issues=[error()])
    held = submissions.hold(results.engine(), results.actor(), "cho-sua.xlsx", b"raw", made)
    says["report"] = made
    app.run()
    open_submission(app, held.id)
    assert "○ đã kiểm tra, chưa nhận" in written(app)
    assert "1 lỗi" in [e.label for e in app.expander]
    button(app, "Làm tiếp với tệp này").click().run()
    button(app, "Chỉ nhận 1 dòng đúng").click().run()
    assert history() == [(held.id, "accepted")]


def test_a_file_that_was_left_half_way_stands_on_top_with_the_way_on(empty_start: Start, says: Any) -> None:
    app = empty_start(PAGE)
    assert not [words for words in labels(app) if words.startswith("Làm tiếp")]
    stranger = Actor("y", "Người khác", frozenset({Right.SUBMIT}))
    submissions.hold(results.engine(), results.actor(), "cho-sua.xlsx", b"raw", report(record()))
    submissions.hold(results.engine(), stranger, "cua-nguoi-khac.xlsx", b"other", report(record()))
    app.run()
    (words,) = [words for words in labels(app) if words.startswith("Làm tiếp")]
    assert "cho-sua.xlsx" in words.replace("\\", "")
    button(app, words).click().run()
    button(app, "Nhận 1 hoạt động").click().run()
    button(app, "Chọn tệp khác").click().run()
    assert not [words for words in labels(app) if words.startswith("Làm tiếp")]


def test_who_may_not_is_told_in_words(empty_start: Start, says: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    app = choose(empty_start(PAGE))
    said = "Tài khoản “Bình” chưa được giao quyền nộp báo cáo."
    # The right ends between the drawing of the page and the storing.
    monkeypatch.setattr("storage.intake.submissions.accept", lambda *_, **__: may_not())
    button(app, "Nhận 1 hoạt động").click().run()
    assert not app.exception
    assert said in app.error[0].value.replace("\\", "")
    monkeypatch.setattr(results, "actor", lambda: Actor("x", "Bình", frozenset({Right.READ})))
    app.run()
    assert [title.value for title in app.title] == ["Trang này cần thêm quyền."]
    assert [state for _, state in history()] == ["checked"]


def may_not() -> None:
    require(Actor("x", "Bình", frozenset()), Right.SUBMIT)
