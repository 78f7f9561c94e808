"""Columns whose meaning their values and neighbours decide, in tables as offices send them."""

import pytest

from tests.data_loaders.sheets import checked, codes, issues, records

DISTRICT = ["UBND QUẬN THANH KHÊ"]
YEAR = ["DANH SÁCH HOẠT ĐỘNG NĂM 2023"]


@pytest.mark.parametrize(
    "heading",
    ["Lớp tập huấn hay buổi truyền thông?", "Lớp tập huấn/Buổi truyền thông", "Lớp/Buổi"],
)
def test_a_heading_of_kinds_above_names_of_kinds(heading: str) -> None:
    rows = [DISTRICT, YEAR, ["STT", "Nội dung", heading, "Ngày", "Số phụ huynh"]]
    rows += [[1, "A", "Tập huấn", "5/3/2023", 30], [2, "B", "Truyền thông", "6/3/2023", 80]]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["kind"] for r in records(report)] == ["training_class", "communication_session"]


@pytest.mark.parametrize("heading", ["Địa phương (phường/xã)", "Địa phương", "Địa bàn (phường)"])
def test_a_district_lists_its_wards_as_places(heading: str) -> None:
    rows = [DISTRICT, YEAR, ["STT", heading, "Tên lớp tập huấn", "Ngày", "Cha mẹ"]]
    rows += [[1, "Phường Xuân Hà", "A", "5/3/2023", 30], [2, "An Khê", "B", "6/3/2023", 40]]
    found = records(checked(rows))
    assert [(r["unit"], r["ward"]) for r in found] == [("491", "Phường Xuân Hà"), ("491", "An Khê")]


def test_districts_that_are_not_known_leave_the_others_units() -> None:
    rows = [["TẬP HUẤN QUÝ I NĂM 2024"], ["STT", "Đơn vị", "Số lớp", "Cha mẹ"], [1, "Quận Hải Châu", 3, 90]]
    report = checked([*rows, [2, "Huyện Điện Bàng", 2, 60], [3, "Quận 1", 1, 30]])
    assert [(r["unit"], r["organiser"]) for r in records(report)] == [("492", None)]
    assert issues(report) == [("unit_unknown", "B4"), ("unit_unknown", "B5")]


def test_all_children_beside_those_in_and_out_of_school() -> None:
    head = ["STT", "Chủ đề", "Ngày", "Trẻ em", None, None, "Cha mẹ", "Tổng"]
    parts = [None, None, None, "Tổng số trẻ em", "Trong trường", "Ngoài trường", None, None]
    rows = [[n, f"Chủ đề {n}", "8/3/2024", 120, 100, 20, 30, total] for n, total in ((1, 150), (2, 160))]
    merges = ["A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:G4", "H3:H4"]
    report = checked([DISTRICT, ["BUỔI TRUYỀN THÔNG"], head, parts, *rows], merges=merges)
    assert report["tables"][0]["columns"]["H"] == "attendances_total"
    assert report["tables"][0]["unused_columns"] == ["D"]


def test_places_of_several_districts_stay_units() -> None:
    rows = [DISTRICT, YEAR, ["STT", "Địa phương", "Tên lớp tập huấn", "Ngày", "Cha mẹ"]]
    rows += [[1, "Phường Xuân Hà", "A", "5/3/2023", 30], [2, "Quận Hải Châu", "B", "6/3/2023", 40]]
    assert [(r["unit"], r["ward"]) for r in records(checked(rows))] == [("491", None), ("492", None)]


def test_people_that_came_beside_those_that_were_planned() -> None:
    rows = [DISTRICT, ["LỚP TẬP HUẤN"], ["STT", "Tên lớp", "Ngày", "Số kế hoạch", "Số thực hiện"]]
    assert [r["attendances_total"] for r in records(checked([*rows, [1, "A", "5/3/2023", 50, 45]]))] == [45]


def test_results_beside_a_unit_of_measure() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["SỐ LIỆU CHƯƠNG TRÌNH 830 NĂM 2023"]]
    rows += [["STT", "Nội dung", "Đơn vị tính", "Kết quả thực hiện"], [1, "Số lớp tập huấn", "Lớp", 7]]
    rows += [[None, "- Số lượt cha mẹ tham gia", "Lượt", 280], [2, "Số buổi truyền thông", "Buổi", 12]]
    report = checked(rows)
    assert report["issues"] == []
    assert [(r["kind"], r["count"], r["attendances"]) for r in records(report)] == [
        ("training_class", 7, {"parents": 280}),
        ("communication_session", 12, {}),
    ]


def test_results_in_words_beside_figures_stay_unused() -> None:
    rows = [DISTRICT, YEAR, ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Kết quả"]]
    report = checked([*rows, [1, "A", "5/3/2023", 30, 9], [2, "B", "6/3/2023", 40, 8]])
    assert codes(report) == ["unused_column"]
    assert [r["attendances_total"] for r in records(report)] == [30, 40]


def test_forms_of_schools_are_levels() -> None:
    rows = [
        ["DANH MỤC TRƯỜNG, CƠ SỞ NUÔI DƯỠNG TRẺ EM"],
        ["STT", "Tên trường/cơ sở", "Loại hình", "Địa phương"],
    ]
    rows += [
        [1, "Trường TH Núi Thành", "Tiểu học", "Quận Hải Châu"],
        [2, "Trường Thái Phiên", "THPT", "Quận Thanh Khê"],
    ]
    report = checked(rows)
    assert [t["kind"] for t in report["tables"]] == ["schools"]
    assert [(r["level"], r["unit"]) for r in records(report)] == [
        ("primary", "492"),
        ("upper_secondary", "491"),
    ]


def test_kinds_that_count_across_periods() -> None:
    rows = [["HỘI NÔNG DÂN THÀNH PHỐ"], ["KẾT QUẢ NĂM 2023 THEO QUÝ"], ["Loại hoạt động", "Quý I", "Quý II"]]
    rows += [["Số lớp tập huấn", 5, 4], ["Số buổi truyền thông", 1, 2]]
    found = [(r["kind"], r["count"], r["attendances_total"]) for r in records(checked(rows))]
    assert found == [
        ("training_class", 5, None),
        ("training_class", 4, None),
        ("communication_session", 1, None),
        ("communication_session", 2, None),
    ]


@pytest.mark.parametrize(
    ("title", "heads", "row", "values"),
    [
        (
            "CHỈ TIÊU SỐ LỚP TẬP HUẤN CHO CHA MẸ GIAO CÁC ĐỊA PHƯƠNG",
            ["Năm 2022", "Năm 2023"],
            [10, 12],
            [10, 12],
        ),
        ("GIAO CHỈ TIÊU SỐ BUỔI TRUYỀN THÔNG NĂM 2024", ["Chỉ tiêu giao"], [9], [9]),
    ],
)
def test_figures_under_a_title_of_targets_are_targets(
    title: str, heads: list[str], row: list[int], values: list[int]
) -> None:
    report = checked(
        [[title], ["STT", "Đơn vị", *heads], [1, "Quận Hải Châu", *row], [2, "Quận Cẩm Lệ", *row]]
    )
    assert [t["kind"] for t in report["tables"]] == ["targets"]
    assert [r["value"] for r in records(report)] == values * 2


def test_results_of_targets_are_no_targets() -> None:
    rows = [["KẾT QUẢ THỰC HIỆN CHỈ TIÊU LỚP TẬP HUẤN"], ["STT", "Đơn vị", "Năm 2022", "Năm 2023"]]
    report = checked([*rows, [1, "Quận Hải Châu", 10, 12], [2, "Quận Cẩm Lệ", 8, 7]])
    assert [t["kind"] for t in report["tables"]] == ["participation"]


@pytest.mark.parametrize("note", ["Không phát sinh", "Chưa báo cáo", "chưa gửi báo cáo"])
def test_notes_that_were_heeded_are_not_called_unused(note: str) -> None:
    rows = [["TỔNG HỢP LỚP TẬP HUẤN QUÝ II NĂM 2023"], ["Đơn vị", "Số lớp", "Cha mẹ", "Ghi chú"]]
    report = checked(
        [*rows, ["Quận Hải Châu", 3, 90], ["Quận Cẩm Lệ", None, None, note], ["Quận Thanh Khê", 2, 50]]
    )
    assert report["issues"] == []


def test_typed_zeros_beside_the_words_are_a_declaration() -> None:
    rows = [["TỔNG HỢP LỚP TẬP HUẤN QUÝ II NĂM 2023"], ["Đơn vị", "Số lớp", "Cha mẹ", "Ghi chú"]]
    report = checked([*rows, ["Quận Hải Châu", 3, 90], ["Quận Cẩm Lệ", 0, 0, "Không phát sinh"]])
    assert [(r["unit"], r["basis"], r["count"]) for r in records(report)] == [
        ("492", "summary", 3),
        ("495", "declared_zero", 0),
    ]


def test_a_day_of_a_meeting_is_no_day_of_birth() -> None:
    rows = [["HỘI LHPN THÀNH PHỐ"], YEAR, ["Nội dung sinh hoạt", "Phân loại", "Ngày sinh hoạt", "Cha mẹ"]]
    report = checked([*rows, ["A", "Sinh hoạt chuyên đề", "7/7/2023", 80]])
    assert report["issues"] == []
    assert [r["start_date"] for r in records(report)] == ["2023-07-07"]


def test_branches_of_the_youth_union_are_organisers() -> None:
    rows = [
        ["THÀNH ĐOÀN ĐÀ NẴNG"],
        YEAR,
        ["TT", "Tên hoạt động", "Loại hình", "Đơn vị thực hiện", "Ngày", "Học sinh"],
    ]
    rows += [[1, "A", "Truyền thông", "Quận đoàn Thanh Khê", "5/3/2023", 150]]
    rows += [[2, "B", "Truyền thông", "Đoàn trường ĐH Kinh tế", "6/3/2023", 150]]
    assert [(r["unit"], r["organiser"]) for r in records(checked(rows))] == [
        ("TD", "Quận đoàn Thanh Khê"),
        ("TD", "Đoàn trường ĐH Kinh tế"),
    ]


def test_what_was_planned_and_what_was_done() -> None:
    rows = [["UBND QUẬN LIÊN CHIỂU"], ["KẾT QUẢ THỰC HIỆN NĂM 2023 SO VỚI KẾ HOẠCH"]]
    rows += [["TT", "Loại hoạt động", "Số lượng", None, "Số lượt người", None]]
    rows += [[None, None, "Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"]]
    rows += [[1, "Lớp tập huấn", 10, 8, 500, 410], [2, "Buổi truyền thông", 20, 12, 900, 800]]
    report = checked(rows, merges=["A3:A4", "B3:B4", "C3:D3", "E3:F3"])
    assert [(r["kind"], r["count"], r["attendances_total"]) for r in records(report)] == [
        ("training_class", 8, 410),
        ("communication_session", 12, 800),
    ]
    assert report["tables"][0]["unused_columns"] == ["C", "E"]


@pytest.mark.parametrize(
    ("heads", "names", "unit"),
    [
        (["Xã/phường"], ["Phường Hải Châu"], "20242"),
        (["Phường", "Quận"], ["Xuân Hà", "Quận Thanh Khê"], "491"),
    ],
)
def test_contacts_of_communes(heads: list[str], names: list[str], unit: str) -> None:
    rows = [["DANH SÁCH CÁN BỘ ĐẦU MỐI"], [*heads, "Họ và tên cán bộ đầu mối", "Chức vụ", "Số điện thoại"]]
    report = checked([*rows, [*names, "Lê Văn An", "Công chức", "0905123456"]])
    assert [t["kind"] for t in report["tables"]] == ["focal_points"]
    assert [r["unit"] for r in records(report)] == [unit]


@pytest.mark.parametrize(
    ("head", "year", "wards", "bodies", "told"),
    [
        ([], 2025, ("X. Tam Xuân", "P. Hải Châu"), ("Hội Nông dân", "Ủy ban MTTQ VN"), ("20971", "20242")),
        ([], 2023, ("P. Hòa Minh", "X. Hòa Tiến"), ("Hội Nông dân", "Ban Thường vụ Đoàn"), ("490", "497")),
        ([], 2025, ("X. Tam Xuân", "P. Hải Châu"), ("Hội Nông dân TP", "Thành đoàn"), ("HND", "TD")),
        (
            ["UBND PHƯỜNG HẢI CHÂU"],
            2025,
            ("P. Hải Châu",) * 2,
            ("Ủy ban MTTQ VN", "Hội LHPN"),
            ("20242",) * 2,
        ),
    ],
)
def test_bodies_that_each_ward_has_do_not_report(
    head: list[str], year: int, wards: tuple[str, str], bodies: tuple[str, str], told: tuple[str, str]
) -> None:
    rows = [[ward, f"5/10/{year}", "A", body, 40] for ward, body in zip(wards, bodies, strict=True)]
    headings = ["Xã/phường", "Ngày", "Nội dung", "Đơn vị thực hiện", "Số lượt"]
    found = records(checked([head, ["DANH SÁCH LỚP TẬP HUẤN"], headings, *rows]))
    assert tuple(r["unit"] for r in found) == told


@pytest.mark.parametrize("heading", ["Quy mô", "Quy mô tổ chức", "Quy mô hội thi"])
def test_how_far_a_contest_reaches_is_no_number_of_people(heading: str) -> None:
    head = ["TT", "Tên hội thi", "Ngày tổ chức", heading, "Số thí sinh"]
    rows = [[1, "Hội thi A", "19/3/2023", "Cấp quận", 120], [2, "Hội thi B", "24/5/2023", "Cấp phường", 60]]
    report = checked([DISTRICT, YEAR, head, *rows])
    assert [r["attendances_total"] for r in records(report)] == [120, 60]
    assert codes(report, "error") == []


def test_men_beside_all_are_left_out() -> None:
    head = ["TT", "Tên lớp tập huấn", "Ngày", "Số học viên", None]
    rows = [[None, None, None, "Tổng số", "Trong đó nam"], [1, "A", "5/3/2023", 48, 9]]
    report = checked([DISTRICT, YEAR, head, *rows], merges=["A3:A4", "B3:B4", "C3:C4", "D3:E3"])
    assert [r["attendances_total"] for r in records(report)] == [48]
    assert codes(report) == []


@pytest.mark.parametrize(
    ("heading", "names", "found"),
    [
        ("Công an quận, huyện", ["Công an quận Hải Châu", "Công an huyện Hòa Vang"], ["492", "497"]),
        ("Công an phường", ["Công an phường Chính Gián", "Công an phường Thạc Gián"], ["491", "491"]),
    ],
)
def test_bodies_below_a_heading_of_people_of_theirs(heading: str, names: list[str], found: list[str]) -> None:
    who = "CÔNG AN THÀNH PHỐ" if found[0] == "492" else "CÔNG AN QUẬN THANH KHÊ"
    rows = [["TT", heading, "Số buổi", "Số người tham gia"], [1, names[0], 4, 380], [2, names[1], 3, 255]]
    report = checked([[who], ["KẾT QUẢ TUYÊN TRUYỀN QUÝ III NĂM 2024"], *rows])
    assert [(r["unit"], r["attendances_total"]) for r in records(report)] == [
        (found[0], 380),
        (found[1], 255),
    ]
    assert codes(report) == []


@pytest.mark.parametrize(
    ("beside", "came"),
    [("Số học viên đăng ký", 45), ("Số học viên tham gia", 50), ("Thời lượng (tiết)", 45)],
)
def test_people_that_stayed_to_the_end(beside: str, came: int) -> None:
    rows = [
        ["TT", "Tên lớp tập huấn", "Ngày", beside, "Số học viên hoàn thành"],
        [1, "A", "5/3/2023", 50, 45],
    ]
    assert [r["attendances_total"] for r in records(checked([DISTRICT, YEAR, *rows]))] == [came]


def test_some_of_the_grown_ups_that_came_are_left_out() -> None:
    head = ["TT", "Tên lớp tập huấn", "Ngày", "Tổng số", "Trong đó", None, None]
    parts = [None, None, None, None, "Nữ", "Đảng viên", "Dưới 40 tuổi"]
    merges = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3"]
    report = checked([DISTRICT, YEAR, head, parts, [1, "A", "5/3/2023", 50, 20, 10, 25]], merges=merges)
    assert [(r["attendances_total"], r["female"]) for r in records(report)] == [(50, 20)]
    assert codes(report, "error") == []


@pytest.mark.parametrize(("heading", "field"), [("Trường học", "school"), ("Ban tổ chức", "organiser")])
def test_figures_are_no_names(heading: str, field: str) -> None:
    head = ["TT", "Nội dung", "Ngày", heading, "Số học sinh"]
    rows = [[1, "Tuyên truyền A", "5/3/2023", 3, 900], [2, "Tuyên truyền B", "6/4/2023", 2, 640]]
    report = checked([DISTRICT, YEAR, head, *rows])
    assert [(r[field], r["attendances_total"]) for r in records(report)] == [(None, 900), (None, 640)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Thực học", "Chỉ tiêu", "Triệu tập"],
        ["Có mặt", "Được cử đi", "Vắng"],
        ["Thực tế tham gia", "Tốt nghiệp", "Được cấp giấy chứng nhận"],
    ],
)
def test_those_who_came_of_those_who_were_called(parts: list[str]) -> None:
    head = ["TT", "Tên lớp tập huấn", "Ngày", "Số lượng học viên", None, None]
    rows = [[None, None, None, *parts], [1, "A", "5/3/2023", 48, 50, 50]]
    report = checked([DISTRICT, YEAR, head, *rows], merges=["A3:A4", "B3:B4", "C3:C4", "D3:F3"])
    assert [r["attendances_total"] for r in records(report)] == [48]
    assert codes(report, "error") == []


@pytest.mark.parametrize(
    ("title", "beside", "kind", "counts"),
    [
        ("BUỔI SINH HOẠT NGOẠI KHÓA NĂM 2023", ["Ngày", "5/3/2023"], "communication_session", 1),
        ("TUYÊN TRUYỀN NĂM 2023", ["Số buổi", 3], "communication_session", 3),
        ("CÁC LỚP TẬP HUẤN NĂM 2023", ["Ngày", "5/3/2023"], "training_class", 24),
    ],
)
def test_classes_of_a_school_at_a_session_are_none_that_was_held(
    title: str, beside: list[object], kind: str, counts: int
) -> None:
    rows = [["TT", "Trường", beside[0], "Số lớp", "Số học sinh"], [1, "THCS Chu Văn An", beside[1], 24, 900]]
    report = checked([["PHÒNG GDĐT QUẬN THANH KHÊ"], [title], *rows])
    assert [(r["kind"], r["count"]) for r in records(report)] == [(kind, counts)]


def test_members_of_a_team_are_people_and_teams_are_none() -> None:
    head = ["TT", "Liên đội", "Ngày tổ chức", "Số chi đội", "Số đội viên tham gia", "Số GV phụ trách"]
    report = checked([DISTRICT, ["BUỔI TRUYỀN THÔNG"], head, [1, "THCS Chu Văn An", "5/3/2023", 20, 780, 22]])
    assert [r["attendances"] for r in records(report)] == [{"children_in_school": 780, "teachers": 22}]


@pytest.mark.parametrize(
    "head",
    [
        ["TT", "ND", "TG", "ĐĐ", "TP", "SL"],
        ["TT", "Tên HĐ", "Ngày TC", "Địa điểm", "ĐT", "SL"],
        ["TT", "Tên HĐ", "Ngày tháng", "ĐĐ", "Đối tượng", "TS người TD"],
    ],
)
def test_letters_that_could_be_telephones_over_words(head: list[str]) -> None:
    rows = [[1, "Tập huấn kỹ năng số", "18/5/2023", "Hội trường phường", "PHHS", 55]]
    rows += [[2, "Tuyên truyền dưới cờ", "25/8/2023", "THCS Trần Quý Cáp", "HS", 300]]
    report = checked([DISTRICT, YEAR, head, *rows])
    assert [r["attendances"] for r in records(report)] == [{"parents": 55}, {"children_in_school": 300}]


def test_telephones_stay_telephones() -> None:
    head = ["TT", "Tên lớp tập huấn", "Ngày", "ĐT", "Số phụ huynh"]
    report = checked(
        [DISTRICT, YEAR, head, [1, "A", "5/3/2023", "0905123456", 30], [2, "B", "6/3/2023", "không", 30]]
    )
    assert codes(report) == ["personal_data"]
