"""Which rows are the header."""

import pytest

from data_loaders.layout import blocks
from tests.data_loaders.layout.office_sheet import BODY, HEAD, SUB
from tests.data_loaders.sheets import checked, codes, records


def test_headings_without_accents_in_capitals_with_line_breaks_and_hard_blanks() -> None:
    plain = [
        ["UBND QUAN HAI CHAU"],
        ["TT", "TEN HOAT DONG", "NGAY TO CHUC", "LOAI HOAT DONG", "CHA ME", "TONG SO"],
        [1, "Tap huan", "01/03/2023", "Tap huan", 30, 30],
    ]
    broken = [
        ["Đơn\u00a0vị báo cáo:\u00a0UBND quận Hải Châu"],
        ["STT", "Tên\nhoạt động", "Thời gian\ntổ chức", "Loại\u00a0hoạt động", "Cha mẹ\n(người)", "TỔNG\nSỐ"],
        [1, "Tap huan", "ngày 1 tháng 3 năm 2023", "TẬP HUẤN", "30", "30"],
    ]
    one, other = records(checked(plain)), records(checked(broken))
    assert one == other
    assert one[0]["attendances"] == {"parents": 30}


def test_a_table_that_starts_in_another_corner() -> None:
    rows = [
        [],
        [],
        [None, None, "UBND quận Hải Châu"],
        [None, None, "STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        [None, None, 1, "A", "12/5/2023", 40],
    ]
    report = checked(rows)
    assert report["tables"][0]["columns"] == {"D": "title", "E": "start_date", "F": "attendances_total"}
    assert records(report)[0]["source"]["row"] == 5


@pytest.mark.parametrize("at", [0, 5, 6])
def test_one_figure_among_the_headings_leaves_them_headings(at: int) -> None:
    head: list[object] = ["STT", "Nội dung", "Ngày", "Học sinh", "Cha mẹ", None, None]
    head[at] = 180
    rows = [["UBND QUẬN HẢI CHÂU"], head, [1, "Lớp tập huấn A", "12/5/2023", 40, 50]]
    assert [r["attendances_total"] for r in records(checked(rows))] == [90]


def test_a_label_with_its_value_is_no_header() -> None:
    rows = [
        ["Đơn vị báo cáo", "UBND quận Hải Châu"],
        ["Kỳ báo cáo", "Quý II/2023"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người"],
        [1, "A", "12/5/2023", 40],
    ]
    report = checked(rows)
    assert [t["header_rows"] for t in report["tables"]] == [[3]]
    assert records(report)[0]["unit"] == "492"


def test_a_group_heading_may_stand_over_each_of_its_columns() -> None:
    upper = ["STT", "Tên lớp tập huấn", "Ngày", *["Số lượt tham gia"] * 3]
    lower = [None, None, None, "Cha mẹ", "Giáo viên", "Tổng số"]
    report = checked([["UBND QUẬN HẢI CHÂU"], upper, lower, [1, "A", "1/3/2024", 30, 5, 35]])
    assert (report["status"], codes(report)) == ("ready", [])
    assert records(report)[0]["attendances"] == {"parents": 30, "teachers": 5}


def test_units_of_measure_below_the_headings() -> None:
    rows = [["UBND QUẬN CẨM LỆ"], ["STT", "Tên lớp tập huấn", "Ngày", "Cha mẹ", "Học sinh"]]
    rows += [[None, None, "(ngày/tháng/năm)", "(người)", "(em)"], [1, "A", "4/5/2023", 30, 20]]
    report = checked(rows)
    assert report["issues"] == []
    assert [r["attendances"] for r in records(report)] == [{"parents": 30, "children_in_school": 20}]


def test_a_header_of_mostly_unknown_words_is_told_by_the_figures_below_it() -> None:
    head = ["Đã làm gì", "Hôm đó", "Nhóm A/B", "Phản hồi", "Cơ quan chủ trì", "Phụ huynh", "Số lượt"]
    rows = [
        [f"Kỹ năng số {n}", f"{n}/5/2023", "Tập huấn", "Tốt", "Hội Phụ nữ", 40 + n, 40 + n] for n in (1, 2, 3)
    ]
    found = records(checked([["UBND QUẬN HẢI CHÂU"], head, *rows]))
    assert [(r["title"], r["start_date"], r["kind"]) for r in found] == [
        (f"Kỹ năng số {n}", f"2023-05-0{n}", "training_class") for n in (1, 2, 3)
    ]
    # Words alone below it are no table.
    assert codes(checked([["UBND QUẬN HẢI CHÂU"], head, *[["Kỹ năng số"] * 7] * 3])) == ["no_table"]


@pytest.mark.parametrize(("rows", "kinds"), [(40, ["activities"]), (60, [])])
def test_headings_are_not_looked_for_below_endless_words(
    rows: int, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To match the words of each row of a long list of something else would take minutes."""
    monkeypatch.setattr(blocks, "_WORDY", 50)
    words = [[f"thư {n}", f"Mario {n}", f"Rossi {n}"] for n in range(rows)]
    report = checked([*words, HEAD, SUB, *BODY])
    assert [table["kind"] for table in report["tables"]] == kinds


@pytest.mark.parametrize("label", [["Tháng 5/2023"], ["II", "UBND Quận Sơn Trà"], ["Quận Sơn Trà"]])
def test_the_heading_of_a_group_may_stand_where_the_rows_have_figures(label: list[str]) -> None:
    rows = [["Đơn vị: Quận Sơn Trà"], ["STT", "Nữ", "Ngày", "Số người", "Tên lớp tập huấn"], label]
    report = checked([*rows, [1, 20, "12/5/2023", 45, "A"]])
    assert (report["issues"], [r["unit"] for r in records(report)]) == ([], ["493"])


def test_a_group_whose_name_sounds_like_a_heading_is_no_header_row() -> None:
    head = [["Tên chuyên đề", "Ngày tổ chức", "Kết quả"], [None, None, "Phụ huynh", "Giáo viên"]]
    rows = [*head, ["Phường Điện Bàn Đông"], ["Lớp tập huấn A", "30/10/2025", 60, 36]]
    report = checked(rows, merges=["A1:A2", "B1:B2", "C1:D1"])
    assert (report["status"], report["tables"][0]["header_rows"]) == ("ready", [1, 2])
    (record,) = records(report)
    assert (record["unit"], record["title"]) == ("20579", "Lớp tập huấn A")


def test_a_row_of_the_header_may_only_lead_over_to_the_next() -> None:
    rows = [
        ["UBND quận Hải Châu"],
        ["STT", "Tên lớp tập huấn", "Ngày", "Số người tham gia"],
        [None, None, None, "Trong đó"],
        [None, None, None, "Cha mẹ", "Giáo viên"],
        [1, "Kỹ năng số", "12/5/2023", 25, 20],
    ]
    report = checked(rows)
    assert report["tables"][0]["header_rows"] == [2, 3, 4]
    assert records(report)[0]["attendances"] == {"parents": 25, "teachers": 20}


@pytest.mark.parametrize("numbering", [[], [["A", "B", 1, 2, 3]]])
def test_levels_to_be_ticked_below_one_heading_without_merges(numbering: list[list[object]]) -> None:
    head = [["STT", "Tên trường", "Cấp học"], [None, None, "MN", "TH", "THCS"]]
    rows = [*head, *numbering, [1, "Trường Tiểu học A", None, "x"], [2, "Trường THCS B", None, None, "x"]]
    report = checked([["UBND QUẬN SƠN TRÀ"], ["DANH SÁCH TRƯỜNG HỌC"], *rows])
    assert report["issues"] == []
    assert [r["level"] for r in records(report)] == ["primary", "lower_secondary"]


def test_one_audience_below_all_people_may_stand_above_the_heading_of_a_group() -> None:
    rows = [
        ["TẬP HUẤN NĂM 2023"],
        ["Tên lớp", "Ngày", "Số người tham gia", "Giảng viên"],
        [None, None, "Giáo viên"],
    ]
    report = checked([*rows, ["I. Quận Sơn Trà"], ["Kỹ năng số", "12/5/2023", 30, None]])
    assert [(r["unit"], r["attendances"]) for r in records(report)] == [("493", {"teachers": 30})]


def test_a_header_of_two_rows_beside_many_unknown_columns() -> None:
    own = ["Đơn vị", "Tên lớp tập huấn", "Ngày bắt đầu", "Ngày kết thúc", "Hình thức", "Phường/xã"]
    more = [f"Nội dung chi {n}" for n in range(20)]
    rows = ["Quận Sơn Trà", "A", "5/3/2024", "6/3/2024", "Trực tiếp", "Phường Mân Thái", 30, 5, *["x"] * 20]
    report = checked(
        [[*own, "Số lượt", None, *more], [None] * 6 + ["Cha mẹ", "Giáo viên"], rows], merges=["G1:H1"]
    )
    assert report["tables"][0]["header_rows"] == [1, 2]


def test_the_names_that_records_have_are_headings() -> None:
    head = ["unit", "kind", "title", "start_date", "delivery", "organiser", "attendances.parents", "female"]
    (found,) = records(checked([head, ["492", "training_class", "A", "2023-05-03", "online", "B", 40, 20]]))
    assert [found[f] for f in ("unit", "kind", "title", "start_date", "delivery", "organiser", "female")] == [
        "492", "training_class", "A", "2023-05-03", "online", "B", 20,
    ]  # fmt: skip
    assert found["attendances"] == {"parents": 40}
