"""Trùng lặp, bất thường: the list, both sources, a decision with its reason, what was decided, the way back."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import storage.conflicts.desk
import storage.reviewing.reading
from access import RIGHTS, Actor, Role, local_person
from pages.manage.audit_words import states as audit_values
from pages.parts.conflicts import of_view as conflicts
from pages.parts.figures import results
from program.conflicts.desk import Sort, at_stake
from program.reviewing.review import State
from storage.conflicts import decisions
from storage.conflicts.subjects import VERDICTS, about_entry
from storage.intake.submissions import accept
from tests.pages.conftest import Start, _starter
from tests.pages.handing_in import button, take, written
from tests.pages.said import tables as shown_tables
from tests.storage.build import bytes_of, record, report
from tests.storage.conflicts.test_conflicts import HALVES, LARGE, SUMMED, TWIN, year
from tests.stores import Shared
from tests.waiting import waiting

PAGE = "pages/manage/conflicts.py"
EVIL = "<b>x</b> **a** [l](http://e.vil) $x$ `c`"


def tables(app: AppTest) -> list[list[list[str]]]:
    """The rows of each comparison: name, first source, second source."""
    found = []
    for body in (p.proto.body for p in app.get("html") if "<thead>" in p.proto.body):
        rows = re.findall(r"<tr>(.*?)</tr>", body.replace("\u2011", "-").replace("\u00a0", " "))
        cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
        found.append(
            [[" ".join(unescape(re.sub("<[^>]+>", " ", cell)).split()) for cell in row] for row in cells]
        )
    return found


def marked(table: list[list[str]]) -> set[str]:
    """The lines that are said to differ."""
    return {name.removesuffix(" khác nhau") for name, *_ in table if name.endswith("khác nhau")}


def decide(app: AppTest, code: str, verdict: str, reason: str = "đã hỏi đơn vị") -> None:
    app.radio(key=f"verdict-{code}").set_value(verdict).run()
    app.text_input(key=f"reason-{code}").set_value(reason).run()
    app.button(key=f"save-{code}").click().run()
    assert not app.exception, app.exception


@pytest.fixture(scope="module")
def filled(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which one thing of each kind waits; tests work on copies."""
    path = tmp_path_factory.mktemp("conflicts") / "filled.sqlite3"
    engine = shared.store(path)
    quarter = record(**SUMMED, start_date="2023-03-15", end_date="2023-06-14")
    files = {
        "hai-chau": [TWIN[0]],
        "so": [TWIN[1]],
        "quy": [quarter],
        "lien-chieu": HALVES,
        "son-tra": [LARGE],
    }
    files |= {f"ngu-hanh-son-{number}": year(number) for number in (2023, 2024)}
    for name, records in files.items():
        made = report(*records)
        accept(engine, local_person(), f"{name}.xlsx", bytes_of(made), made)
    engine.dispose()
    return path


@pytest.fixture
def filled_start(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh_caches: None) -> Start:
    """Start the app on a copy of it."""
    shutil.copy(filled, tmp_path / "own.sqlite3")
    return _starter(tmp_path / "own.sqlite3", monkeypatch)


def test_where_nothing_waits_it_says_what_would_stand_here(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert "Không có số liệu nào chờ quyết định." in written(app)
    assert "Khi hai đơn vị cùng báo một hoạt động" in written(app)
    assert "_conflict" not in {choice.key for choice in app.selectbox}


def test_all_that_waits_with_both_sources_what_differs_and_the_ways(filled_start: Start) -> None:
    app = filled_start(PAGE)
    assert app.title[0].value == "5 mục chờ quyết định, nhiều nhất 4.858 lượt tham gia đổi theo"
    heads = [
        "Quy mô khác thường · 4.000 lượt",
        "Hai số tổng hợp giao nhau một phần · 300 lượt",
        "Chi tiết và tổng hợp khác nhau · 270 lượt",
        "Lặp lại báo cáo năm trước · 255 lượt",
        "Hai dòng có thể trùng · 33 lượt",
    ]
    assert [h.value.replace("\u00a0", " ") for h in app.subheader] == heads
    size, crossing, basis, repeat, twin = tables(app)
    assert size[1][1:] == ["4.000", "20 đến 150"]
    assert marked(crossing) == {"Thời gian", "Số lượng"}
    assert marked(basis) == {"Số lượng", "Lượt tham gia"}
    assert ["Cách tính hiện nay", "để riêng, chưa tính", "đang được tính"] in basis
    assert ["Dòng giống nhau 1", "15-5-2023, Lớp 5 năm 2023, 45 lượt (trang A, dòng 8)",
            "15-5-2024, Lớp 5 năm 2024, 45 lượt (trang A, dòng 8)"] in repeat  # fmt: skip
    assert marked(twin) == {
        "Đơn vị", "Tên hoạt động", "Đơn vị chủ trì", "Trường, cơ sở", "Lượt: Cha mẹ, người chăm sóc trẻ",
        "Tổng lượt tham gia",
    }  # fmt: skip
    names = [line[0] for line in twin]
    assert (
        names.index("Tên hoạt động khác nhau")
        < names.index("Đơn vị chủ trì khác nhau")
        < names.index("Số lượng")
    )
    assert twin[-1][0] == "Tệp, người nộp"
    assert {words.split(" (")[0] for words in twin[-1][1:]} == {"hai-chau.xlsx", "so.xlsx"}
    assert all("Người dùng tại máy này nộp lúc" in words for words in twin[-1][1:])
    assert {"Tải tệp so.xlsx", "Tải tệp hai-chau.xlsx"} <= {
        b.label.replace("\\", "") for b in app.get("download_button")
    }
    assert "Các dòng của nguồn 2" in [link.proto.label for link in app.get("page_link")]


def test_decided_with_a_reason_and_taken_back_in_one_click(filled_start: Start) -> None:
    app = filled_start(PAGE)
    codes = {one.sort: one.code for one in conflicts.waiting().waiting}
    size = codes[Sort.SIZE]
    assert app.button(key=f"save-{size}").disabled
    app.radio(key=f"verdict-{size}").set_value("plausible").run()
    assert app.button(key=f"save-{size}").disabled
    assert "Hãy ghi lý do" in written(app)
    app.text_input(key=f"reason-{size}").set_value("đã gọi 0905 123 456").run()
    assert app.button(key=f"save-{size}").disabled
    assert "Lý do không ghi số điện thoại" in written(app)
    for sort, verdict in (
        (Sort.SIZE, "plausible"),
        (Sort.CROSSING, "first"),
        (Sort.REPEAT, "plausible"),
        (Sort.TWIN, "first"),
    ):
        decide(app, codes[sort], verdict)
        assert "Đã lưu 1 quyết định" in written(app)
    assert app.title[0].value.startswith("1 mục chờ quyết định")
    kept = decisions.decided(results.engine())
    assert [d.subject for d in kept] == ["twin", "repeat", "crossing", "size"]
    button(app, "Hoàn tác").click().run()  # beside the words that tell of the last one
    assert "Đã hoàn tác" in written(app)
    assert [d.subject for d in decisions.decided(results.engine())] == ["repeat", "crossing", "size"]
    app.session_state["conflicts-decided"] = True
    app.run()
    text = written(app).replace("\\", "")
    assert "Quy mô đúng như báo cáo: 12-5-2023, Quận Sơn Trà" in text
    assert "tính số tổng hợp 15-12-2022 đến 14-6-2023, không tính 1-1-2023 đến 30-6-2023" in text
    assert "**Quy mô khác thường** · Lý do: đã hỏi đơn vị (Người dùng tại máy này" in text
    app.button(key=f"undo-size-{kept[3].id}").click().run()
    assert [d.subject for d in decisions.decided(results.engine())] == ["repeat", "crossing"]
    # What comes back is as open as it was.
    assert app.radio(key=f"verdict-{size}").value == "later"


def test_a_wrong_size_goes_back_with_its_cell_and_stays_on_the_list(empty_start: Start) -> None:
    app = empty_start(PAGE)
    number = take(LARGE, name="son-tra.xlsx").submission.id
    app.run()
    (one,) = waiting(results.engine(), Sort.SIZE)
    app.radio(key=f"verdict-{one.code}").set_value("return").run()
    assert not app.text_input
    (message,) = app.text_area
    assert message.value.startswith("Trang Tháng 5, dòng 6: ghi 4.000 lượt cho 1")
    message.set_value("Gọi lại 0905 123 456").run()
    assert app.button(key=f"send-{one.code}").disabled
    app.text_area[0].set_value("Xin xem lại ô này.").run()
    app.button(key=f"send-{one.code}").click().run()
    assert not app.exception, app.exception
    assert "Đã trả lại tệp cho đơn vị." in written(app)
    assert "“Xin xem lại ô này" in written(app)
    state, (word,) = storage.reviewing.reading.said_of(results.engine(), local_person(), number)
    assert (state, word.message) == (State.RETURNED, "Xin xem lại ô này.")
    assert [(cell.sheet, cell.cell) for cell in word.cells] == [("Tháng 5", "A6")]
    button(app, "Hoàn tác").click().run()
    assert storage.reviewing.reading.said_of(results.engine(), local_person(), number)[1] == ()


def test_one_reason_for_all_between_the_same_files(empty_start: Start) -> None:
    app = empty_start(PAGE)
    days = [{"start_date": f"2023-05-1{n}", "end_date": f"2023-05-1{n}"} for n in range(7)]
    take(*(TWIN[0] | day for day in days), name="hai-chau.xlsx")
    take(*(TWIN[1] | day for day in days), name="so.xlsx")
    app.run()
    found = conflicts.waiting().waiting
    assert len(app.subheader) == 5
    assert "Mỗi trang 5 mục, tất cả 7 mục." in written(app)
    code = found[0].code
    app.radio(key=f"verdict-{code}").set_value("second").run()
    app.checkbox(key=f"alike-{code}").check().run()
    app.text_input(key=f"reason-{code}").set_value("quận và sở cùng báo").run()
    button(app, "Lưu 7 quyết định").click().run()
    assert "Đã lưu 7 quyết định" in written(app)
    kept = decisions.decided(results.engine())
    lost = {d.rows[d.decision.verdict == "first"]["unit"] for d in kept}  # type: ignore[index]
    assert (len(kept), len(lost), kept[0].together) == (7, 1, tuple(range(1, 8)))
    app.session_state["conflicts-decided"] = True
    app.run()
    button(app, "Hoàn tác cả 7").click().run()
    assert decisions.decided(results.engine()) == []
    assert len(conflicts.waiting().waiting) == 7


def test_two_people_at_once_and_what_is_gone(filled_start: Start) -> None:
    app = filled_start(PAGE)
    found = {one.sort: one for one in conflicts.waiting().waiting}
    one, size = found[Sort.TWIN], found[Sort.SIZE]
    app.radio(key=f"verdict-{one.code}").set_value("different").run()
    app.text_input(key=f"reason-{one.code}").set_value("hai lớp").run()
    decisions.decide(results.engine(), local_person(), [about_entry(one, "first", "một lớp")], [one])
    app.button(key=f"save-{one.code}").click().run()
    assert not app.exception, app.exception
    assert "vừa quyết định về mục này, với lý do “một lớp”" in app.error[0].value.replace("\\", "")
    (kept,) = decisions.decided(results.engine())
    assert kept.decision.reason == "một lớp"
    # The refusal goes with the next thing that is done.
    decide(app, size.code, "plausible")
    assert not app.error


def test_filters_stand_in_the_address(filled_start: Start) -> None:
    shown = {
        "": 5, "conflict=size": 1, "unit=492": 2, "unit=492&conflict=twin": 1, "unit=491": 0, "period=2024": 1,
        "conflict=nonsense": 5, "as_of=2022-12-31": 1,
    }  # fmt: skip
    for address, many in shown.items():
        app = filled_start(PAGE, **dict(part.split("=") for part in address.split("&") if part))
        assert len(app.subheader) == many, address
        if many < 5:
            assert f"Còn {5 - many} mục ngoài phạm vi đang xem." in written(app)
    assert "Không có mục nào chờ quyết định trong phạm vi đang xem." in written(
        filled_start(PAGE, unit="491")
    )
    app = filled_start(PAGE, unit="492", conflict="twin")
    button(app, "Xem tất cả 5 mục").click().run()
    assert len(app.subheader) == 5
    app.selectbox(key="_conflict").set_value("repeat").run()
    assert (len(app.subheader), app.query_params["conflict"]) == (1, "repeat")


def test_words_of_a_file_are_no_markup(empty_start: Start) -> None:
    app = empty_start(PAGE)
    said = {"title": EVIL, "school": EVIL, "organiser": EVIL, "source": {"sheet": EVIL, "row": 6}}
    take(record(**said), name=f"{EVIL}.xlsx")
    take(record(**said, unit="493"), name="b.xlsx")
    app.run()
    app.session_state["conflicts-decided"] = True
    (one,) = conflicts.waiting().waiting
    decide(app, one.code, "different", EVIL)
    bodies = "".join(p.proto.body for p in app.get("html"))
    assert "<b>x</b>" not in bodies
    texts = [m.value for m in app.markdown] + [option for r in app.radio for option in r.options]
    for text in texts:
        assert not [sign for sign in ("<b>", "**a**", "[l](", "$x$", "`c`") if sign in text], text


def test_only_who_decides_sees_it(filled_start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Actor("x", "Bình", RIGHTS[Role.REPORTER], frozenset({"492"}), account=True)
    monkeypatch.setattr(results, "actor", lambda: reader)
    monkeypatch.setattr(storage.conflicts.desk, "waiting", lambda _engine: pytest.fail("looked for"))
    app = filled_start(PAGE)
    assert "chưa được giao quyền" in written(app)
    assert not app.subheader


def test_the_foot_of_a_screen_counts_what_the_desk_lists(filled_start: Start) -> None:
    app = filled_start("pages/view/units.py", period="2023", open="sure")
    body = next(p.proto.body for p in app.get("html") if p.proto.body.startswith("<ul"))
    targets = [unescape(t) for t in re.findall(r"href='(conflicts[^']*)'", body)]
    assert len(targets) == 4  # the file that repeats is of 2024
    for target in targets:
        address = dict(part.split("=") for part in target.partition("?")[2].split("&"))
        desk = filled_start(PAGE, **address)
        many = re.match(r"(\d+) mục chờ quyết định, nhiều nhất ([\d.]+) lượt", desk.title[0].value)
        assert many is not None
        found = [one for one in conflicts.waiting().waiting if one.sort == address["conflict"]]
        assert (int(many[1]), many[2].replace(".", "")) == (len(found), str(at_stake(found)))
        assert f"{many[2]} lượt" in unescape(body).replace("\u00a0", " ")


def test_a_confirmed_size_is_told_where_it_is_counted(empty_start: Start) -> None:
    empty_start()
    take(LARGE, name="son-tra.xlsx")
    (one,) = waiting(results.engine(), Sort.SIZE)
    (plain,) = shown_tables(empty_start("pages/view/activities.py", size="unusual"))[0]
    assert "đã xác nhận" not in plain["Hoạt động"]
    decisions.decide(results.engine(), local_person(), [about_entry(one, "plausible", "cả ba trường")], [one])
    for address in ({"size": "unusual"}, {}):
        (shown,) = shown_tables(empty_start("pages/view/activities.py", **address))[0]
        assert shown["Hoạt động"].endswith(" · quy mô đã xác nhận: cả ba trường")
    bodies = " ".join(e.proto.body for e in empty_start().get("html")).replace("\u00a0", " ")
    assert "Xem 1 dòng có quy mô khác thường (1 đã xác nhận)" in bodies


def test_the_log_has_words_for_every_verdict() -> None:
    for subject, verdicts in VERDICTS.items():
        told = {v if subject in ("twin", "basis") else f"{subject}:{v}" for v in verdicts}
        assert told <= set(audit_values.VERDICTS)
