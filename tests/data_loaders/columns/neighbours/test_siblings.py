"""Columns decided by those beside them."""

from tests.data_loaders.sheets import brief, checked, records

WHO = ["UBND quận Hải Châu"]
DAY = "12/05/2023"


def test_running_sums_and_plans_beside_the_period_are_not_counted() -> None:
    rows = [
        ["LỚP TẬP HUẤN THÁNG 6/2023"],
        ["Đơn vị", "Trong tháng", None, "Lũy kế từ đầu năm", None, "Kế hoạch (lớp)"],
        [None, "Số lớp", "Lượt người", "Số lớp", "Lượt người", None],
        ["Quận Hải Châu", 2, 90, 8, 400, 10],
    ]
    report = checked(rows, merges=["A2:A3", "B2:C2", "D2:E2", "F2:F3"])
    (record,) = records(report)
    assert (record["count"], record["attendances_total"]) == (2, 90)
    assert report["tables"][0]["unused_columns"] == ["D", "E", "F"]


def test_words_below_one_merged_heading_go_on_with_it_whatever_they_are() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Số lượng phụ huynh", None]
    rows = [WHO, head, [None, None, "Dự kiến", "Thực tế"], ["A", DAY, 50, 42]]
    report = checked(rows, merges=["C2:D2"])
    assert (report["tables"][0]["header_rows"], records(report)[0]["attendances_total"]) == ([2, 3], 42)


def test_running_sums_alone_are_what_is_reported() -> None:
    rows = [
        ["LỚP TẬP HUẤN QUÝ II/2023"],
        ["Đơn vị", "Lũy kế số lớp", "Lũy kế lượt người"],
        ["Quận Hải Châu", 8, 400],
    ]
    (record,) = records(checked(rows))
    assert record["attendances_total"] == 400


def test_forms_of_delivery_beside_their_sum_are_its_parts() -> None:
    head = [
        ["LỚP TẬP HUẤN QUÝ I/2024"],
        ["Đơn vị", "Số lớp", None, None, "Số lượt", None],
        [None, "Tổng", "Trực tiếp", "Trực tuyến", "Trực tiếp", "Trực tuyến"],
    ]
    report = checked([*head, ["Quận Hải Châu", 5, 3, 2, 150, 100]], merges=["A2:A3", "B2:D2", "E2:F2"])
    (record,) = records(report)
    assert (record["count"], record["attendances_total"]) == (5, 250)


def test_men_and_women_without_a_sum_make_the_total() -> None:
    head = ["Tên lớp tập huấn", "Ngày", "Số người", None]
    rows = [WHO, head, [None, None, "Nam", "Nữ"], ["A", DAY, 10, 30]]
    (record,) = records(checked(rows, merges=["A2:A3", "B2:B3", "C2:D2"]))
    assert (record["attendances_total"], record["female"]) == (40, 30)


def test_a_ticked_column_names_the_kind() -> None:
    rows = [
        WHO,
        ["Nội dung", "Loại hoạt động", None, "Ngày", "Cha mẹ"],
        [None, "Lớp tập huấn", "Buổi truyền thông", None, None],
        ["A", "x", None, DAY, 40],
        ["B", None, "X", DAY, 85],
    ]
    report = checked(rows, merges=["A2:A3", "B2:C2", "D2:D3", "E2:E3"])
    assert [(r["kind"], r["count"]) for r in records(report)] == [
        ("training_class", 1),
        ("communication_session", 1),
    ]
    assert report["tables"][0]["columns"]["B"] == "kind"


def test_rows_that_say_what_is_counted_are_a_summary() -> None:
    rows = [
        WHO,
        ["BIỂU SỐ LIỆU QUÝ II/2023"],
        ["STT", "Nội dung", "ĐVT", "Số lượng"],
        [1, "Số lớp tập huấn", "lớp", 4],
        [2, "Số lượt người tham gia tập huấn", "lượt", 180],
    ]
    found = [brief(r) for r in records(checked(rows))]
    assert found[0]["count"] == 4
    assert sum(r.get("attendances_total", 0) for r in found) == 180


def test_words_above_bare_totals_say_whose_they_are() -> None:
    rows = [
        ["SỐ LƯỢT CHA MẸ THAM GIA BUỔI TRUYỀN THÔNG NĂM 2023"],
        ["Đơn vị", "Quý I", "Quý II"],
        ["Quận Hải Châu", 300, 200],
    ]
    assert [r["attendances"] for r in records(checked(rows))] == [{"parents": 300}, {"parents": 200}]
    rows[0] = ["SỐ LƯỢT CHA MẸ, TRẺ EM THAM GIA BUỔI TRUYỀN THÔNG NĂM 2023"]
    assert [r["attendances"] for r in records(checked(rows))] == [{}, {}]


def test_sums_below_a_kind_beside_its_own_count_are_of_people() -> None:
    head = [
        ["QUÝ I/2024"],
        ["Đơn vị", "Lớp tập huấn", None, None, None],
        [None, "Số lớp", "Nam", "Nữ", "Cộng"],
    ]
    (record,) = records(checked([*head, ["Quận Hải Châu", 2, 40, 50, 90]], merges=["A2:A3", "B2:E2"]))
    assert (record["count"], record["attendances_total"], record["female"]) == (2, 90, 50)


def test_years_without_accents_beside_women_are_no_men() -> None:
    rows = [["UBND QUAN SON TRA"], ["Ten lop tap huan", "Thoi gian", None, None, "Tong so", "Nu"]]
    rows += [[None, "Ngay", "Thang", "Nam"], ["A", 7, 3, 2024, 53, 20]]
    (record,) = records(checked(rows, merges=["B2:D2"]))
    assert (record["start_date"], record["attendances_total"], record["female"]) == ("2024-03-07", 53, 20)


def test_activities_and_people_in_one_column_by_its_heading() -> None:
    head = ["Đơn vị", "Lớp tập huấn (số lớp/số người)", "Truyền thông (buổi/lượt)"]
    report = checked([["KẾT QUẢ QUÝ II/2023"], head, ["Quận Sơn Trà", "6/480", "2/300"]])
    found = [(r["kind"][:8], r["count"], r["attendances_total"]) for r in records(report)]
    assert (found, report["issues"]) == ([("training", 6, 480), ("communic", 2, 300)], [])
