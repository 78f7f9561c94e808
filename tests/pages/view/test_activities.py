"""Hoạt động: the rows of a view, its address, its pages, one row in full, the empty view."""

import re
from datetime import date
from typing import Any

import pytest

from access import local_person
from exports.as_csv.activities import csv_bytes
from pages.parts.figures import results
from pages.parts.listing import detail as row_detail
from pages.parts.listing import table as row_table
from pages.parts.sentences import provisional as provisional_words
from program.conflicts.overlaps import BasisDecision
from program.filters import Filters, parse_filters
from storage.conflicts.decisions import decide
from storage.intake.submissions import accept
from storage.reading.activities import stream
from tests.pages.conftest import Start
from tests.pages.handing_in import button, take, written
from tests.pages.said import tables
from tests.storage.build import bytes_of, error, record, report

PAGE = "pages/view/activities.py"
SESSION = {"kind": "communication_session", "title": "Truyền thông tại chợ Hòa Khánh", "unit": "490"}
SESSION |= {"start_date": "2024-03-02", "end_date": "2024-03-02", "delivery": "online"}
SESSION |= {"attendances": {"children_out_of_school": 120}, "attendances_total": 120}


def both() -> None:
    take(record(), record(**SESSION))


def titles(app: Any) -> list[str]:
    return [line["Hoạt động"].split("\n")[0] for line in tables(app)[0]]


def links_to_rows(app: Any) -> list[str]:
    return [n for e in app.get("html") for n in re.findall(r"row=(\d+)'", e.proto.body)]


def test_kinds_stand_side_by_side_and_are_not_summed(empty_start: Start) -> None:
    both()
    app = empty_start(PAGE)
    assert app.title[0].value.endswith(" thành phố có 1 lớp tập huấn và 1 buổi truyền thông.")
    assert "Lớp tập huấn 30 lượt tham gia; buổi truyền thông 120 lượt tham gia." in written(app)
    assert "150" not in written(app)


def test_a_row_shows_labels_blanks_for_what_is_not_given_and_its_source(empty_start: Start) -> None:
    take(record(attendances={"parents": 0}, attendances_total=0))
    app = empty_start(PAGE)
    (row,) = tables(app)[0]
    assert row["Đơn vị"] == "Quận Hải Châu"
    assert row["Nguồn"] == "tep.xlsx · trang Tháng 5 · dòng 6"
    assert row["Lượt tham gia"] == "0"
    _, details = row["Hoạt động"].split("\n")
    assert details.split(" · ") == [
        "Lớp tập huấn", "trực tiếp", "UBND quận Hải Châu", "cha mẹ, người chăm sóc trẻ 0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ({"kind": "training_class"}, ["Lớp tập huấn an toàn mạng"]),
        ({"unit": "490"}, [SESSION["title"]]),
        ({"period": "2023"}, ["Lớp tập huấn an toàn mạng"]),
        ({"period": "2024-Q1", "calendar": "civil"}, [SESSION["title"]]),
        ({"audience": "children_out_of_school"}, [SESSION["title"]]),
        ({"delivery": "online"}, [SESSION["title"]]),
        ({"as_of": "2023-06-30"}, ["Lớp tập huấn an toàn mạng"]),
        ({"q": "cho hoa khanh"}, [SESSION["title"]]),
        ({"order": "date"}, ["Lớp tập huấn an toàn mạng", SESSION["title"]]),
        ({"order": "-attendances"}, [SESSION["title"], "Lớp tập huấn an toàn mạng"]),
        ({"order": "drop table", "page": "-7"}, [SESSION["title"], "Lớp tập huấn an toàn mạng"]),
    ],
)
def test_the_address_is_the_view(empty_start: Start, address: dict[str, str], shown: list[str]) -> None:
    both()
    assert titles(empty_start(PAGE, **address)) == shown


def test_words_typed_go_to_the_address_and_back_to_the_first_page(empty_start: Start) -> None:
    both()
    app = empty_start(PAGE, page="2")
    app.text_input[0].set_value("hòa khánh").run()
    assert app.query_params["q"] == "hòa khánh"
    assert "page" not in app.query_params
    assert titles(app) == [SESSION["title"]]


def test_twenty_five_rows_a_page_and_the_last_page_for_a_number_beyond(empty_start: Start) -> None:
    take(*(record(title=f"Lớp {n:03d}") for n in range(60)))
    app = empty_start(PAGE, page="2")
    assert len(tables(app)[0]) == 25
    assert "Dòng 26–50 trên 60." in written(app)
    seen = titles(app)
    app = empty_start(PAGE, page="999")
    assert "Dòng 51–60 trên 60." in written(app)
    assert not set(seen) & set(titles(app))
    assert app.title[0].value.endswith(" thành phố có 60 lớp tập huấn.")


def test_turning_the_page_moves_the_address(empty_start: Start) -> None:
    take(*(record(title=f"Lớp {n:03d}") for n in range(60)))
    app = empty_start(PAGE)
    app.pagination[0].set_value(3).run()
    assert app.query_params["page"] == "3"
    assert "Dòng 51–60 trên 60." in written(app)
    app.pagination[0].set_value(1).run()
    assert "page" not in app.query_params


def test_the_table_shows_the_rows_of_the_csv(demo_start: Start) -> None:
    address = {"unit": "492", "period": "2023", "kind": "training_class"}
    app = demo_start(PAGE, **address)
    view = parse_filters(address)
    lines = csv_bytes(stream(results.engine(), view)).decode("utf-8-sig").splitlines()
    assert len(lines) - 1 == len(tables(app)[0]) == storage_rows(view)
    assert f"Tải CSV ({len(lines) - 1} dòng)" in [b.label for b in app.get("download_button")]
    for title, line in zip(titles(app), lines[1:], strict=True):
        assert title in line


def storage_rows(view: Filters) -> int:
    found, _, _ = row_table.shown_page(view, "-date", 1)
    return found.total_rows


def test_a_picked_row_opens_in_full_with_its_source(empty_start: Start) -> None:
    take(record(title="*Đậm* [x](http://a.b) $1$"))
    app = empty_start(PAGE)
    app = empty_start(PAGE, row=links_to_rows(app)[0])
    text = written(app)
    assert r"\*Đậm\* \[x\]\(http\:" + "\u2060" + r"//a\.b\) \$1\$" in text
    assert r"Nguồn: tệp **tep\.xlsx**, trang **Tháng 5**, dòng **6**" in text
    assert "Tải tệp nguồn" in [b.label for b in app.get("download_button")]
    assert "Nguồn: tệp" not in written(empty_start(PAGE))


def test_a_picked_row_tells_its_history_and_what_was_decided(empty_start: Start) -> None:
    summary = {"basis": "summary", "title": None, "start_date": "2023-03-15", "end_date": "2023-06-14"}
    take(record(), name="trước.xlsx")
    take(record(attendances_total=45), record(**summary, count=3), name="sau.xlsx")
    span = (date(2023, 3, 15), date(2023, 6, 14))
    one = BasisDecision("492", "training_class", *span, "detail", "Danh sách *đủ* hơn")
    decide(results.engine(), local_person(), [one])
    app = empty_start(PAGE)
    app = empty_start(PAGE, row=links_to_rows(app)[0])
    text = written(app)
    assert r"tệp **sau\.xlsx**, trang **Tháng 5**, dòng **6**; lần nộp số **2**" in text
    assert "chọn trang Tháng 5, gõ A6 vào ô tên" in text
    assert "trang Tháng 5, dòng 6: Tổng lượt tham gia: 30 → **45**" in text
    assert "Lần nộp số 1" in text
    assert "trang Tháng 5, dòng 6, ghi lần đầu" in text
    assert r"Lý do\: Danh sách \*đủ\* hơn" in text


def test_a_running_total_shows_what_it_adds_and_what_its_file_says(empty_start: Start) -> None:
    said = {"basis": "summary", "title": None, "start_date": "2022-12-15"}
    silent = {"attendances": {}, "attendances_total": None}
    take(
        record(**said, end_date="2023-06-14", count=5, kind="contest", **silent),
        record(**said, end_date="2023-12-14", count=12, kind="contest", **silent),
    )
    app = empty_start(PAGE)
    text = written(empty_start(PAGE, row=links_to_rows(app)[0])).replace("\u2011", "-")
    assert "Cách ghi: **Lũy kế, tính phần tăng thêm**" in text
    assert "Thời gian: **15-6-2023 đến 14-12-2023**" in text.replace("\\", "")
    assert "Tệp ghi lũy kế từ 15-12-2022 đến 14-12-2023: **12 cuộc thi**. Phần đến 14-6-2023 tính" in text


def test_a_row_in_full_leaves_out_what_was_not_given(empty_start: Start) -> None:
    take(record(basis="summary", start_date="2023-03-15", end_date="2023-06-14", title=None, attendances={}))
    found, _, _ = row_table.shown_page(Filters(), "-date", 1)
    told = dict(row_detail.lines(found.rows[0]))
    assert told["Thời gian"].replace("\u2011", "-") == "15-3-2023 đến 14-6-2023"
    assert told["Cách ghi"] == "Số tổng hợp"
    assert told["Tổng lượt tham gia"] == "30"
    assert not [name for name in told if name.startswith("Lượt:")]
    assert "Phường, xã" not in told


def test_declared_zero_alone_is_told_as_such(empty_start: Start) -> None:
    take(record(basis="declared_zero", kind=None, count=0, attendances={}, attendances_total=0))
    app = empty_start(PAGE)
    assert app.title[0].value == "Không phát sinh hoạt động nào."
    assert len(tables(app)[0]) == 1


def test_nothing_found_says_what_to_do_and_the_button_does_it(empty_start: Start) -> None:
    both()
    app = empty_start(PAGE, q="không có nơi này", unit="492")
    assert app.title[0].value == "Không có hoạt động nào khớp với lựa chọn."
    assert not tables(app)
    assert not app.get("download_button"), "there is nothing to take"
    button(app, "Xem tất cả hoạt động").click().run()
    assert len(tables(app)[0]) == 2
    assert not {"q", "unit"} & set(app.query_params)


def test_an_empty_house_sends_to_the_upload_page(empty_start: Start) -> None:
    app = empty_start(PAGE)
    assert "Chưa có báo cáo nào được nhận. Hãy nộp tệp báo cáo trước." in written(app)


def test_attendances_that_nobody_gave_are_unknown_and_not_zero(empty_start: Start) -> None:
    take(record(attendances={}, attendances_total=None))
    told = written(empty_start(PAGE))
    assert "Chưa rõ số lượt tham gia." in told
    assert "0 lượt" not in told


def test_an_audience_in_the_view_counts_its_own_attendances(empty_start: Start) -> None:
    take(record(attendances={"parents": 20, "teachers": 10}))
    app = empty_start(PAGE, audience="parents", open="cross")
    assert "Lớp tập huấn 20 lượt cha mẹ, người chăm sóc trẻ." in written(app)
    of_city, of_unit = tables(app)[0]
    assert of_unit == of_city | {"Đơn vị": "Quận Hải Châu"}
    assert of_unit["Cha mẹ, người chăm sóc trẻ"] == "20"
    silent = written(app).split("Chưa báo cáo, không phải bằng 0: ")[1].split(".")[0]
    assert "quận Liên Chiểu" in silent
    assert "quận Hải Châu" not in silent


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        ("count", "Chưa rõ số hoạt động, chỉ có số lượt tham gia."),
        ("audience", "Lớp tập huấn 12 lượt chưa phân đối tượng."),
    ],
)
def test_rows_that_do_not_say_enough_and_the_way_back(lacking: str, told: str, empty_start: Start) -> None:
    span = {"basis": "summary", "start_date": "2023-03-15", "end_date": "2023-06-14", "title": None}
    take(record(attendances_total=42), record(**span, unit="490", count=None))
    app = empty_start(PAGE, lacking=lacking)
    assert told in written(app)
    assert len(tables(app)[0]) == 1
    (choice,) = [box for box in app.selectbox if box.label == "Các dòng chưa ghi đủ"]
    choice.set_value("all").run()
    assert len(tables(app)[0]) == 2
    assert "lacking" not in app.query_params


def test_what_is_not_official_yet_is_listed_from_the_foot(empty_start: Start) -> None:
    take(record(title="Chính thức"))
    finding = error() | {"severity": "warning", "code": "hidden_rows", "cell": None}
    made = report(record(unit="490", title="Chờ duyệt"), issues=[finding], file="cho.xlsx")
    accept(results.engine(), local_person(), "cho.xlsx", bytes_of(made), made)
    empty_start()
    assert "activities?state=provisional'" in provisional_words.list_items(Filters())[0]
    app = empty_start(PAGE, state="provisional")
    assert titles(app) == ["Chờ duyệt"]
    assert any("chỉ dòng tạm tính" in m.value for m in app.markdown)
    (choice,) = [box for box in app.selectbox if box.label == "Tình trạng duyệt"]
    choice.set_value("official").run()
    assert titles(app) == ["Chính thức"]


def test_headings_are_those_of_the_csv(empty_start: Start) -> None:
    from exports.as_csv.columns import COLUMNS

    in_file = {column.heading for column in COLUMNS}
    assert set(row_table.headings().values()) <= in_file
