"""Headings that all end in a colon are headings: none of them is the label of the next."""

import pytest

from tests.data_loaders.sheets import checked, records


@pytest.mark.parametrize(
    ("rows", "kind", "fields"),
    [
        (
            [["Đơn vị:", "Họ và tên:", "Điện thoại:"], ["Quận Hải Châu", "Nguyễn Văn An", "0905123456"]],
            "focal_points",
            ["unit", "name", "phone"],
        ),
        (
            [
                ["Đơn vị :", "Họ và tên :", "Chức vụ :", "Email :"],
                ["Quận Hải Châu", "Nguyễn Văn An", "Chuyên viên", "an@danang.gov.vn"],
            ],
            "focal_points",
            ["unit", "name", "position", "email"],
        ),
        (
            [
                ["LỚP TẬP HUẤN QUÝ II NĂM 2023"],
                ["Đơn vị báo cáo:", "Số lớp:", "Số lượt:"],
                ["Quận Hải Châu", 3, 120],
            ],
            "participation",
            ["unit", "count", "attendances_total"],
        ),
        (
            [
                ["QUẬN HẢI CHÂU"],
                ["Tên lớp:", "Ngày:", "Số người:"],
                ["Tập huấn an toàn mạng", "12/5/2023", 45],
            ],
            "activities",
            ["title", "start_date", "attendances_total"],
        ),
    ],
)
def test_headings_with_colons(rows: list[list[object]], kind: str, fields: list[str]) -> None:
    report = checked(rows)
    (table,) = report["tables"]
    assert (report["status"], table["kind"], list(table["columns"].values())) == ("ready", kind, fields)
    assert len(records(report)) == 1


def test_labels_with_their_values_are_no_headings() -> None:
    rows = [
        ["Đơn vị báo cáo:", "Quận Hải Châu"],
        ["Kỳ báo cáo:", "Quý II/2023"],
        ["TT", "Phường", "Số lớp tập huấn", "Số lượt"],
        [1, "Phường Thạch Thang", 3, 120],
    ]
    report = checked(rows)
    assert (report["status"], report["tables"][0]["header_rows"]) == ("ready", [3])
    assert [(r["unit"], r["start_date"], r["count"]) for r in records(report)] == [("492", "2023-03-15", 3)]
