"""Documents issued and tasks passed on: recognised by their own headings alone, read as offices write them, and
without anybody's name."""

from datetime import date
from typing import Any

import pytest

from data_loaders.check import check
from data_loaders.values.task_states import read_state
from program.contract import Report
from program.work.tasks import State
from tests.data_loaders.sheets import checked, issues, records, xlsx

HEAD = [
    "STT",
    "Nội dung nhiệm vụ",
    "Giao cho",
    "Căn cứ",
    "Ngày giao",
    "Hạn hoàn thành",
    "Tình trạng",
    "Kết quả",
]
ROW = [
    1,
    "Mở lớp cho cha mẹ",
    "UBND phường Hải Châu I",
    "CV 12",
    date(2023, 3, 1),
    date(2023, 5, 1),
    "Đang thực hiện",
    None,
]
UNIT = ["ỦY BAN NHÂN DÂN QUẬN HẢI CHÂU"]


def tasks_of(*rows: list[Any], head: list[str] = HEAD, above: list[str] = UNIT) -> Report:
    return checked([above, [], ["DANH SÁCH NHIỆM VỤ NĂM 2023"], [], head, *rows])


def changed(**at: Any) -> list[Any]:
    """The row with other cells, named by column: `c7="…"`."""
    row = list(ROW)
    for name, value in at.items():
        row[int(name[1:]) - 1] = value
    return row


def kinds(report: Report) -> list[str]:
    return [table["kind"] for table in report["tables"]]


def test_a_list_of_tasks_is_read() -> None:
    report = tasks_of(ROW)
    assert (kinds(report), report["status"], report["issues"]) == (["tasks"], "ready", [])
    assert records(report) == [
        {
            "unit": "492", "assignee": "UBND phường Hải Châu I", "duty": "Mở lớp cho cha mẹ", "document": "CV 12",
            "assigned_on": "2023-03-01", "due_date": "2023-05-01", "state": "in_progress", "done_on": None,
            "result": None, "proof": None, "source": {"sheet": "Dữ liệu", "row": 6},
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời hạn", "Kết quả"],
        ["STT", "Nội dung công việc", "Cơ quan được giao", "Thời hạn hoàn thành", "Tiến độ thực hiện"],
        ["STT", "Nhiệm vụ được giao", "Đơn vị chủ trì", "Hạn xử lý", "Trạng thái"],
        ["STT", "Nội dung", "Giao cho", "Ngày giao", "Hạn"],
    ],
)
def test_other_wordings_of_the_same_headings(head: list[str]) -> None:
    report = tasks_of(
        [1, "Mở lớp", "Phòng Giáo dục và Đào tạo", "1/3/2023", "Hoàn thành"][: len(head)], head=head
    )
    assert kinds(report) == ["tasks"]
    assert report["tables"][0]["columns"]["C"] == "assignee"


@pytest.mark.parametrize(
    "head",
    [
        ["STT", "Nội dung", "Đơn vị thực hiện", "Ngày tổ chức", "Số lượt", "Kết quả"],
        ["STT", "Nội dung nhiệm vụ", "Đơn vị thực hiện", "Thời hạn hoàn thành", "Số lớp", "Số lượt cha mẹ"],
        ["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian", "Đối tượng", "Số lượng"],
        ["STT", "Tên hoạt động", "Ngày bắt đầu", "Ngày kết thúc", "Đơn vị chủ trì", "Tình trạng"],
        ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian thực hiện", "Kết quả"],
        ["STT", "Nhiệm vụ", "Tiến độ", "Kết quả thực hiện"],
    ],
)
def test_a_list_of_activities_stays_one(head: list[str]) -> None:
    cells = {"Số": 40, "Thờ": "12/5/2023", "Ngà": "12/5/2023", "Tìn": "Hoàn thành", "Đối": "Cha mẹ", "STT": 1}
    row = [
        cells.get(name[:3] if name != "STT" else "STT", cells.get(name[:2], "Lớp tập huấn cho cha mẹ"))
        for name in head
    ]
    assert not {"tasks", "directives"} & set(kinds(tasks_of(row, head=head)))


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        ("Chưa thực hiện", State.NOT_STARTED), ("chưa triển khai", State.NOT_STARTED), ("0%", State.NOT_STARTED),
        ("Đang thực hiện", State.IN_PROGRESS), ("Đã hoàn thành 60 %", State.IN_PROGRESS), (0.5, State.IN_PROGRESS),
        ("Hoàn thành", State.DONE), ("ĐÃ XONG", State.DONE), ("đã tổ chức", State.DONE), (1, State.DONE), ("x", State.DONE),
        ("in_progress", State.IN_PROGRESS), (None, None),
        # That it is not done says nothing of whether it was begun.
        ("Chưa hoàn thành", None), ("Quá hạn", None),
    ],
)  # fmt: skip
def test_states_as_offices_write_them(cell: Any, state: State | None) -> None:
    assert read_state(cell) == state


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("trước ngày 30/6/2023", "2023-06-30"), ("chậm nhất 5/6", "2023-06-05"), ("Quý II/2023", "2023-06-30"),
        ("tháng 5/2023", "2023-05-31"), ("năm 2023", "2023-12-31"), ("Thường xuyên", None), ("hằng năm", None), (None, None),
    ],
)  # fmt: skip
def test_time_limits_as_offices_write_them(cell: Any, day: str | None) -> None:
    (found,) = records(tasks_of(changed(c6=cell)))
    assert found["due_date"] == day


@pytest.mark.parametrize(
    ("at", "code", "cell"),
    [
        ({"c2": None}, "required_missing", "B6"),
        ({"c3": None}, "required_missing", "C6"),
        ({"c6": "31/02/2023"}, "date_unreadable", "F6"),
        ({"c7": "tạm dừng"}, "state_unknown", "G6"),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(at: dict[str, Any], code: str, cell: str) -> None:
    report = tasks_of(changed(**at), changed(c1=2, c2="Rà soát"))
    assert issues(report) == [(code, cell)]
    assert [found["duty"] for found in records(report)] == ["Rà soát"]


def test_a_day_of_completion_says_that_it_is_done_and_contradicts_another_state() -> None:
    head = [*HEAD[:7], "Ngày hoàn thành"]
    report = tasks_of(
        [*changed(c7=None)[:7], date(2023, 4, 1)],
        [*changed(c1=2, c2="Rà soát")[:7], date(2023, 4, 1)],
        head=head,
    )
    assert [(found["state"], found["done_on"]) for found in records(report)] == [("done", "2023-04-01")]
    assert issues(report) == [("state_unknown", "G7")]


def test_the_same_task_twice_is_not_silently_one() -> None:
    report = tasks_of(ROW, changed(c1=2, c6=date(2023, 8, 1)), changed(c1=3, c5=date(2023, 4, 1)))
    assert issues(report) == [("repeated_entry", "B7")]
    assert [found["source"]["row"] for found in records(report)] == [6, 8]


def test_the_same_list_on_two_sheets_is_not_silently_one() -> None:
    rows = [UNIT, [], ["NHIỆM VỤ"], [], HEAD, ROW]
    later = [*rows[:5], changed(c7="Hoàn thành"), changed(c1=2, c2="Rà soát")]
    report = check("nhiem-vu.xlsx", xlsx({"Quý I": rows, "Quý II": later}))
    (found,) = report["issues"]
    assert (found["code"], found["sheet"], found["cell"]) == ("repeated_entry", "Quý II", "B6")
    assert "dòng 6 của trang “Quý I”" in found["message"]
    assert [(one["duty"], one["state"]) for one in records(report)] == [
        ("Mở lớp cho cha mẹ", "in_progress"), ("Rà soát", "in_progress"),
    ]  # fmt: skip


def test_groups_results_and_leading_offices_end_no_table() -> None:
    report = tasks_of(
        ["I", "NHIỆM VỤ TRỌNG TÂM"],
        changed(c8="Không phát sinh vướng mắc"),
        [2, "Chủ tịch UBND phường chủ trì họp dân", "UBND các phường", None, None, None, "Hoàn thành"],
        changed(c1=3, c2="Rà soát"),
    )
    assert report["issues"] == []
    assert len(records(report)) == 3


def test_a_list_for_the_whole_city_names_its_units_and_the_city_itself() -> None:
    head = ["STT", "Đơn vị", *HEAD[1:]]
    rows = [[1, "Sở Y tế", *ROW[1:]], [2, "Thành phố Đà Nẵng", *ROW[1:]], [3, "Quận Sơn Trà", *ROW[1:]]]
    report = tasks_of(*rows, head=head, above=["ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG"])
    assert [found["unit"] for found in records(report)] == ["SO-YT", "48", "493"]


def test_a_unit_that_is_not_known_is_not_the_city() -> None:
    report = tasks_of(
        ROW, above=["ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", None, "Đơn vị báo cáo: Trung tâm Hoa Sen"]
    )
    assert not records(report)


@pytest.mark.parametrize(
    "at",
    [
        {"c3": "Nguyễn Thị Minh"},
        {"c3": "Chuyên viên Nguyễn Thị Minh"},
        {"c3": "Phòng VHTT (Trần Văn Nam)"},
        {"c3": "đ/c Lê Hoa"},
        {"c2": "Giao đồng chí Trần Văn Nam rà soát"},
        {"c8": "Bà Lê Thị Hoa đã báo cáo"},
        {"c8": "Liên hệ 0905 123 456"},
    ],
)
def test_a_persons_name_or_number_refuses_the_file_without_repeating_it(at: dict[str, Any]) -> None:
    report = tasks_of(changed(**at))
    assert report["status"] == "rejected"
    assert [code for code, _ in issues(report)] == ["personal_data"]
    assert not any(word in str(report["issues"]) for word in ("Minh", "Nam", "Hoa", "0905"))


def test_a_column_of_persons_refuses_the_file_whatever_it_is_called() -> None:
    rows = [[*ROW, name] for name in ("Nguyễn Thị Minh", "Trần Văn Nam")]
    assert [code for code, _ in issues(tasks_of(*rows, head=[*HEAD, "Người làm"]))] == ["personal_data"]


@pytest.mark.parametrize(
    "assignee",
    [
        "Trường THCS Nguyễn Huệ", "Hoàng Sa", "Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên", "Trưởng phòng Văn hóa và Thông tin",
        "UBND phường Hòa Cường Bắc", "Hiệu trưởng các trường", "Chủ tịch UBND 13 phường", "Thành đoàn Đà Nẵng", "Thanh Khê", "CÔNG CHỨC VĂN HÓA – XÃ HỘI", "Văn Hoá Xã Hội", "Đoàn Phường",
        "Đoàn Thanh Niên Phường", "Đoàn TNCS Hồ Chí Minh",
    ],
)  # fmt: skip
def test_units_and_offices_are_no_persons(assignee: str) -> None:
    (found,) = records(tasks_of(changed(c3=assignee)))
    assert found["assignee"] == assignee


def test_what_documents_name_is_no_person_and_a_person_is_no_unit() -> None:
    (found,) = records(tasks_of(changed(c2="Học tập và làm theo tư tưởng Chủ tịch Hồ Chí Minh")))
    assert found["unit"] == "492"
    head = ["STT", "Đơn vị", *HEAD[1:]]
    report = tasks_of([1, "Nguyễn Văn Nam", *ROW[1:]], head=head)
    assert [code for code, _ in issues(report)] == ["personal_data"]
    assert "Nam" not in str(report["issues"])


DOCUMENTS = ["STT", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Loại văn bản", "Trích yếu"]


def documents_of(*rows: list[Any], head: list[str] = DOCUMENTS) -> Report:
    return checked([UNIT, [], ["VĂN BẢN CHỈ ĐẠO"], [], head, *rows])


def test_a_list_of_documents_is_read() -> None:
    report = documents_of(
        [1, "12/KH-UBND", date(2023, 3, 1), None, "Kế hoạch", "Triển khai Chương trình 830"]
    )
    assert (kinds(report), report["issues"]) == (["directives"], [])
    (found,) = records(report)
    assert (found["number"], found["issued_on"], found["issuer"], found["subject"]) == (
        "12/KH-UBND", "2023-03-01", None, "Triển khai Chương trình 830",
    )  # fmt: skip


def test_number_and_day_in_one_cell_are_told_apart() -> None:
    head = ["STT", "Số, ngày văn bản", "Cơ quan ban hành", "Trích yếu nội dung"]
    report = documents_of(
        [1, "12/KH-UBND ngày 1/3/2023", "UBND quận", "Triển khai"],
        [2, "13/KH-UBND", "UBND quận", "Tổng kết"],
        head=head,
    )
    assert [(one["number"], one["issued_on"]) for one in records(report)] == [("12/KH-UBND", "2023-03-01")]
    assert issues(report) == [("required_missing", "B7")]


def test_a_signer_is_no_issuer() -> None:
    rows = [1, "12/KH-UBND", date(2023, 3, 1), "Trần Văn Nam", "Kế hoạch", "Triển khai"]
    assert [code for code, _ in issues(documents_of(rows))] == ["personal_data"]


def test_the_same_document_twice_is_not_silently_one() -> None:
    row = [1, "12/KH-UBND", date(2023, 3, 1), None, "Kế hoạch", "Triển khai"]
    report = documents_of(
        row, [2, "12/kh-ubnd", *row[2:5], "Tổng kết"], [3, "12/KH-UBND", date(2024, 3, 1), *row[3:]]
    )
    assert issues(report) == [("repeated_entry", "B7")]
    assert len(records(report)) == 2


@pytest.mark.parametrize(
    ("cells", "found", "said"),
    [
        (
            {"c6": date(2023, 2, 28)},
            ["F6"],
            "Hạn hoàn thành 28/02/2023 sớm hơn ngày giao nhiệm vụ (01/03/2023)",
        ),
        ({"c5": "1/6/2023", "c6": "quý I/2023"}, ["F6"], "Hạn hoàn thành 31/03/2023 sớm hơn"),
        ({"c6": date(2023, 3, 1)}, [], ""),
        ({"c5": None, "c6": date(2023, 2, 28)}, [], ""),
        ({"c6": "thường xuyên"}, [], ""),
    ],
)
def test_a_time_limit_before_the_task_was_given_is_a_warning(
    cells: dict[str, Any], found: list[str], said: str
) -> None:
    report = tasks_of(changed(**cells))
    assert (report["status"], len(records(report))) == ("ready", 1)
    told = [one for one in report["issues"] if one["code"] == "before_assigned"]
    assert [one["cell"] for one in told] == found
    assert all(one["severity"] == "warning" and one["message"].startswith(said) for one in told)


def test_a_day_of_completion_before_the_task_was_given_is_a_warning() -> None:
    head = [*HEAD[:7], "Ngày hoàn thành"]
    report = tasks_of(changed(c7="Hoàn thành", c8=date(2023, 2, 1)), head=head)
    (told,) = report["issues"]
    assert (told["code"], told["cell"], report["status"]) == ("before_assigned", "H6", "ready")
    assert records(report)[0]["done_on"] == "2023-02-01"
