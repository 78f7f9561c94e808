"""Tables that stand on their side: forms of labels and values, headings down a column."""

import pytest

from tests.data_loaders.sheets import brief, checked, issues, records

_SUMMARY = {"basis": "summary"}
Q2 = {"start_date": "2023-03-15", "end_date": "2023-06-14"}


@pytest.mark.parametrize(
    ("rows", "kind", "expected", "row"),
    [
        # One value a line; a signature below is none of them.
        (
            [
                ["PHIẾU BÁO CÁO"],
                ["Đơn vị báo cáo", "Quận Ngũ Hành Sơn"],
                ["Kỳ báo cáo:", "Quý II/2023"],
                ["Loại hoạt động", "Lớp tập huấn"],
                [],
                ["Số lớp", "6 lớp"],
                ["Cha mẹ", 210],
                ["Trong đó nữ", 180],
                [None, None, "NGƯỜI LẬP"],
                [None, None, "Trần Thị Lan"],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": "494", "kind": "training_class", "count": 6, "female": 180}
                | {"attendances": {"parents": 210}, "attendances_total": 210}
            ],
            6,
        ),
        # Headings over several lines, numbered; units beside each other.
        (
            [
                [1, "Đơn vị", "Quận Sơn Trà", "Quận Cẩm Lệ"],
                [2, "Kỳ báo cáo", "Quý II/2023", "Quý II/2023"],
                [None, "Buổi truyền thông"],
                [3, "Số buổi", 2, 3],
                [4, "Lượt người", 190, 180],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": unit, "kind": "communication_session", "count": n}
                | {"attendances_total": people}
                for unit, n, people in (("493", 2, 190), ("495", 3, 180))
            ],
            4,
        ),
        # Sections one below the other, each with its kind; the sum of units is none.
        (
            [
                ["Đơn vị", "Quận Sơn Trà", "Quận Cẩm Lệ", "Tổng cộng"],
                ["Thời gian báo cáo", "Quý II/2023", "Quý II/2023"],
                [],
                ["I. LỚP TẬP HUẤN"],
                ["Số lớp", 2, 3, 5],
                ["Số cha mẹ tham gia", 90, 80, 170],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": unit, "kind": "training_class", "count": n}
                | {"attendances": {"parents": people}, "attendances_total": people}
                for unit, n, people in (("493", 2, 90), ("495", 3, 80))
            ],
            5,
        ),
        # Label and value in one cell; what only leads over and how many are women stay out of the number.
        (
            [
                ["BÁO CÁO LỚP TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị báo cáo: UBND quận Sơn Trà"],
                ["1. Số lớp: 05 lớp."],
                ["2. Số lượt người tham gia: 320 lượt (trong đó nữ: 150), gồm:"],
                ["- Cha mẹ: 210"],
                ["- Giáo viên: 110"],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": "493", "kind": "training_class", "count": 5, "female": 150}
                | {"attendances": {"parents": 210, "teachers": 110}, "attendances_total": 320}
            ],
            3,
        ),
        # Units across whose line does not say so, above one of periods.
        (
            [
                ["TẬP HUẤN"],
                ["Nội dung", "Quận Sơn Trà", "Quận Cẩm Lệ"],
                ["Kỳ báo cáo", "Quý II/2023", "Quý II/2023"],
                ["Số lớp", 2, 3],
                ["Cha mẹ", 90, 80],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": unit, "kind": "training_class", "count": n}
                | {"attendances": {"parents": people}, "attendances_total": people}
                for unit, n, people in (("493", 2, 90), ("495", 3, 80))
            ],
            4,
        ),
        # A kind beside the facts that it heads.
        (
            [
                ["Đơn vị báo cáo", "Quận Sơn Trà"],
                ["Kỳ báo cáo", "Quý II/2023"],
                ["Lớp tập huấn", "Số lớp", 3],
                [None, "Lượt người", 140],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": "493", "kind": "training_class", "count": 3}
                | {"attendances_total": 140}
            ],
            3,
        ),
        # Two facts in a line.
        (
            [
                ["PHIẾU BÁO CÁO LỚP TẬP HUẤN"],
                ["Đơn vị:", "Quận Sơn Trà", "Kỳ báo cáo:", "Quý II/2023"],
                ["Số lớp", 5, "Số lượt người", 320],
            ],
            "participation",
            [
                {**Q2, **_SUMMARY, "unit": "493", "kind": "training_class", "count": 5}
                | {"attendances_total": 320}
            ],
            3,
        ),
        # A contact.
        (
            [
                ["UBND QUẬN THANH KHÊ"],
                ["THÔNG TIN ĐẦU MỐI"],
                ["Họ và tên", "Võ Thị Mai"],
                ["Chức vụ", "Chuyên viên Phòng VH&TT"],
                ["Điện thoại", "0905999888"],
            ],
            "focal_points",
            [
                {"unit": "491", "name": "Võ Thị Mai", "position": "Chuyên viên Phòng VH&TT"}
                | {"phone": "0905999888"}
            ],
            3,
        ),
    ],
)
def test_forms(rows: list[list[object]], kind: str, expected: list[dict[str, object]], row: int) -> None:
    report = checked(rows)
    assert report["issues"] == []
    assert report["status"] == "ready"
    assert [table["kind"] for table in report["tables"]] == [kind]
    assert [brief(record) for record in records(report)] == expected
    assert {record["source"]["row"] for record in records(report)} == {row}


def test_findings_stand_at_the_cells_of_the_sheet() -> None:
    rows = [
        ["Đơn vị", "Quận Hải Châu", "Quận Cẩm Lệ"],
        ["Kỳ báo cáo", "Quý II/2023", "Quý II/2023"],
        ["Số buổi truyền thông", 2, 3],
        ["Lượt người", 190, "nhiều"],
        ["Số con dấu", 1, 2],
    ]
    found = checked(rows)
    assert issues(found) == [("number_unreadable", "C4"), ("unused_column", "A5")]
    assert "Dòng 5" in found["issues"][1]["message"]


def test_findings_of_facts_in_one_cell_stand_where_the_user_sees_them() -> None:
    rows = [
        ["LỚP TẬP HUẤN QUÝ II NĂM 2023 CỦA UBND QUẬN SƠN TRÀ"],
        ["Số lớp: 5; số lượt người: 300"],
        ["- Cha mẹ: nhiều"],
        ["Số lớp", 5, "Số con dấu", 2],
    ]
    found = checked(rows)
    assert issues(found) == [("number_unreadable", "A3"), ("unused_column", "C4")]
    assert "Dòng 4" in found["issues"][1]["message"]


def test_names_of_children_in_a_form_are_refused() -> None:
    rows = [
        ["Đơn vị", "Quận Hải Châu"],
        ["Kỳ báo cáo", "Quý II/2023"],
        ["Số buổi truyền thông", 2],
        ["Họ tên học sinh", "Nguyễn Minh Anh"],
    ]
    report = checked(rows)
    assert (report["status"], issues(report)) == ("rejected", [("personal_data", "A4")])
    assert "Dòng 4" in report["issues"][0]["message"]
    assert "Minh Anh" not in str(report)


def test_facts_with_periods_across_stay_upright() -> None:
    rows = [
        ["UBND QUẬN SƠN TRÀ - SỐ LIỆU NĂM 2023"],
        ["Nội dung", "Quý I", "Quý II", "Cộng"],
        ["Lớp tập huấn"],
    ]
    found = records(checked([*rows, ["- Số lớp", 2, 3, 5], ["- Cha mẹ", 60, 80, 140]]))
    assert [(r["title"], r["start_date"], r["count"], r["attendances"]) for r in found] == [
        (None, "2022-12-15", 2, {"parents": 60}),
        (None, "2023-03-15", 3, {"parents": 80}),
    ]


def test_activities_beside_each_other_that_share_a_name_and_have_two_forms() -> None:
    rows = [["UBND QUẬN SƠN TRÀ"], ["Tên hoạt động", "A", "A", "B"], ["Loại hoạt động", *["Tập huấn"] * 3]]
    rows += [["Ngày tổ chức", "1/2/2023", "3/4/2023", "5/6/2023"]]
    rows += [["Hình thức", "Trực tiếp", "Trực tiếp và trực tuyến", "Trực tuyến"], ["Cha mẹ", 40, 50, 60]]
    found = [(r["title"], r["delivery"], r["attendances_total"]) for r in records(checked(rows))]
    assert found == [("A", "in_person", 40), ("A", "hybrid", 50), ("B", "online", 60)]


@pytest.mark.parametrize("deep", [False, True])
def test_rows_of_a_list_that_begin_with_words_of_headings_are_no_form(deep: bool) -> None:
    head = [["STT", "Nội dung", "Ngày", "Cha mẹ", "Học sinh"]]
    merges = []
    if deep:
        head = [["STT", "Nội dung", "Ngày", "Số lượt", None], [None, None, None, "Cha mẹ", "Học sinh"]]
        merges = ["A2:A3", "B2:B3", "C2:C3", "D2:E2"]
    rows = [
        ["UBND QUẬN SƠN TRÀ – BUỔI TRUYỀN THÔNG NĂM 2023"],
        *head,
        ["I. Phường Mân Thái"],
        [1, "Chuyển đổi số an toàn", "11/10/2023", 77, 0],
        ["II. Phường Thọ Quang"],
        [2, "Truyền thông tại trường", "20/10/2023", 20, 540],
        ["III. Phường Phước Mỹ"],
        [3, "Ngày hội công nghệ", "08/11/2023", 60, 410],
        ["Cộng", None, None, 157, 950],
    ]
    report = checked(rows, merges=merges)
    assert [(r["title"], r["attendances"]) for r in records(report)] == [
        ("Chuyển đổi số an toàn", {"parents": 77, "children_in_school": 0}),
        ("Truyền thông tại trường", {"parents": 20, "children_in_school": 540}),
        ("Ngày hội công nghệ", {"parents": 60, "children_in_school": 410}),
    ]
    assert report["status"] == "ready"
